/* select_text.c - from a selection to SQL text and parameters. */
#include <string.h>

#include "store/columns.h"
#include "store/schema.h"
#include "store/select_text.h"
#include "store/shape.h"

/* ---- the walk's two hands ---- */

void query_say(struct query *query, const char *text)
{
	if (!query->known)
		builder_add_string(&query->builder, text);
}

/* "$n" of a parameter already added. */
void query_say_number(struct query *query, size_t number)
{
	if (query->known)
		return;
	builder_add_byte(&query->builder, '$');
	builder_add_integer(&query->builder, (int64_t)number);
}

size_t query_add_parameter(struct query *query, struct value value)
{
	if (query->count == query->capacity) {
		size_t capacity = query->capacity ? query->capacity * 2 : 32;
		struct value *more = ARENA_ARRAY(query->arena, struct value, capacity);
		if (query->count)
			memcpy(more, query->parameters, query->count * sizeof(struct value));
		query->parameters = more;
		query->capacity = capacity;
	}
	query->parameters[query->count++] = value;
	return query->count;
}

void query_say_parameter(struct query *query, struct value value)
{
	query_say_number(query, query_add_parameter(query, value));
}

/* Lists are filled up to a power of two with their last value, so that few lengths make few texts. */
size_t query_padded(size_t count)
{
	size_t size = 1;
	while (size < count)
		size *= 2;
	return size;
}

/* ---- conditions ---- */

/* The value as the column holds it; ABSENT also when its kind does not fit, which then matches nothing. */
static struct value condition_value(const struct record *record, int field, struct value value)
{
	if (field >= 0)
		value = column_value(&record->fields[field], value);
	enum value_kind kind = column_is_integer(record, field) ? VALUE_INTEGER : VALUE_TEXT;
	return value.kind == kind ? value : value_absent();
}

static const char *sign_of(enum comparison comparison)
{
	static const char *const SIGNS[] = { [IS] = " = ", [LESS] = " < ", [LESS_OR_EQUAL] = " <= ", [GREATER] = " > ", [GREATER_OR_EQUAL] = " >= " };
	return SIGNS[comparison];
}

static void say_in(struct query *query, const struct record *record, const struct condition *condition,
	const char *column)
{
	if (condition->list_count == 0) {
		query_say(query, "1 = 0");
		return;
	}
	query_say(query, column);
	query_say(query, " IN (");
	for (size_t i = 0; i < query_padded(condition->list_count); i++) {
		size_t at = i < condition->list_count ? i : condition->list_count - 1;
		query_say(query, i ? ", " : "");
		query_say_parameter(query, condition_value(record, condition->field, condition->list[at]));
	}
	query_say(query, ")");
}

/* Upper end of a prefix: the last code point of all behind it. */
static struct text prefix_end(struct arena *arena, struct text prefix)
{
	return arena_join(arena, (const struct text[]){ prefix, TEXT("\xf4\x8f\xbf\xbf") }, 2, text_empty());
}

static void say_range(struct query *query, const char *column, const char *suffix, struct text from, struct text to)
{
	query_say(query, "(");
	query_say(query, column);
	query_say(query, suffix);
	query_say(query, " >= ");
	query_say_parameter(query, (struct value){ .kind = VALUE_TEXT, .text = from });
	query_say(query, " AND ");
	query_say(query, column);
	query_say(query, suffix);
	query_say(query, " < ");
	query_say_parameter(query, value_text(to));
	query_say(query, ")");
}

/* An unknown value is neither less nor greater than anything. */
static void say_known(struct query *query, const struct record *record, int field, const char *column)
{
	if (field < 0 || !(record->fields[field].flags & FIELD_MAY_BE_UNKNOWN))
		return;
	query_say(query, " AND ");
	query_say(query, column);
	query_say(query, column_is_integer(record, field) ? " >= -9223372036854775807" : " <> '?'");
}

static void say_condition(struct query *query, const struct record *record, const struct condition *condition)
{
	const char *column = column_name(record, condition->field);
	struct value value = condition_value(record, condition->field, condition->value);
	enum comparison comparison = condition->comparison;
	if (comparison == IN) {
		say_in(query, record, condition, column);
	} else if (comparison == IS_ABSENT || comparison == IS_PRESENT ||
		(comparison == IS_NOT && value.kind == VALUE_ABSENT)) {
		query_say(query, column);
		query_say(query, comparison == IS_ABSENT ? " IS NULL" : " IS NOT NULL");
	} else if (value.kind == VALUE_ABSENT) {
		query_say(query, "1 = 0");
	} else if (comparison == IS_NOT) {
		query_say(query, "(");
		query_say(query, column);
		query_say(query, " <> ");
		query_say_parameter(query, value);
		query_say(query, column_is_engine(condition->field) ? ")" : " OR ");
		if (!column_is_engine(condition->field)) {
			query_say(query, column);
			query_say(query, " IS NULL)");
		}
	} else if (comparison == STARTS_WITH) {
		if (value.kind == VALUE_TEXT)
			say_range(query, column, "", value.text, prefix_end(query->arena, value.text));
		else
			query_say(query, "1 = 0");
	} else {
		query_say(query, column);
		query_say(query, sign_of(comparison));
		query_say_parameter(query, value);
		if (comparison != IS)
			say_known(query, record, condition->field, column);
	}
}

/* ---- search ---- */

static struct text like_pattern(struct arena *arena, struct text prefix)
{
	struct builder pattern;
	builder_begin(&pattern, arena, prefix.length + 8);
	builder_add_string(&pattern, "% ");
	for (size_t i = 0; i < prefix.length; i++) {
		if (strchr("%_\\", prefix.data[i]))
			builder_add_byte(&pattern, '\\');
		builder_add_byte(&pattern, prefix.data[i]);
	}
	builder_add_byte(&pattern, '%');
	return builder_text(&pattern);
}

static bool is_searched(const struct selection *selection, int field)
{
	return (selection->record->fields[field].flags & FIELD_SEARCHED) && !(selection->hidden >> field & 1);
}

/* Codes have no words inside; for them the range is enough, and an index serves it. */
static bool has_words(const struct field *field)
{
	return field->type == FIELD_LINE || field->type == FIELD_PROSE || field->type == FIELD_CODES;
}

static void say_search(struct query *query, const struct selection *selection)
{
	struct text end = prefix_end(query->arena, query->prefix);
	bool first = true;
	query_say(query, "(");
	for (int i = 0; i < selection->record->field_count; i++) {
		const struct field *field = &selection->record->fields[i];
		if (!is_searched(selection, i))
			continue;
		query_say(query, first ? "" : " OR ");
		first = false;
		say_range(query, field->name, "_fold", query->prefix, end);
		if (!has_words(field))
			continue;
		query_say(query, " OR ");
		query_say(query, field->name);
		query_say(query, "_fold LIKE ");
		query_say_parameter(query, value_text(query->word));
		query_say(query, " ESCAPE '\\'");
	}
	query_say(query, first ? "1 = 0)" : ")");
}

/* ---- order and cursor ---- */

static void say_cursor(struct query *query, const struct selection *selection, int order, const char *column)
{
	const char *sign = selection->descending ? " < " : " > ";
	struct value id = value_text(selection->after_id);
	struct value after = order == FIELD_ID ? value_absent() :
						 condition_value(selection->record, order, selection->after);
	if (order == FIELD_ID) {
		query_say(query, "id");
		query_say(query, sign);
		query_say_parameter(query, id);
	} else if (after.kind == VALUE_ABSENT) {
		query_say(query, "(");
		query_say(query, column);
		query_say(query, " IS NULL AND id");
		query_say(query, sign);
		query_say_parameter(query, id);
		query_say(query, ")");
	} else {
		size_t value_number = query_add_parameter(query, after), id_number = query_add_parameter(query, id);
		query_say(query, "(");
		query_say(query, column);
		query_say(query, sign);
		query_say_number(query, value_number);
		query_say(query, " OR (");
		query_say(query, column);
		query_say(query, " = ");
		query_say_number(query, value_number);
		query_say(query, " AND id");
		query_say(query, sign);
		query_say_number(query, id_number);
		query_say(query, ")");
		if (!column_is_engine(order)) {
			query_say(query, " OR ");
			query_say(query, column);
			query_say(query, " IS NULL");
		}
		query_say(query, ")");
	}
}

static void say_order(struct query *query, const struct selection *selection, int order, const char *column)
{
	const char *direction = selection->descending ? " DESC" : "";
	query_say(query, " ORDER BY ");
	if (order != FIELD_ID) {
		query_say(query, column);
		query_say(query, direction);
		query_say(query, column_is_engine(order) ? ", " : " NULLS LAST, ");
	}
	query_say(query, "id");
	query_say(query, direction);
	size_t limit = selection->limit;
	if (limit == 0 || limit > SELECT_LIMIT_MAXIMUM)
		limit = SELECT_LIMIT_MAXIMUM;
	query_say(query, " LIMIT ");
	query_say_parameter(query, value_integer((int64_t)limit));
}

static int order_of(const struct selection *selection)
{
	return selection->order_field == FIELD_NONE ? FIELD_ID : selection->order_field;
}

/* ---- the whole ---- */

static bool use_refused(const struct selection *selection, int field, struct error_list *errors)
{
	const struct record *record = selection->record;
	if (!column_name(record, field)) {
		error_add(errors, &(struct error){ .code = E_STORE, .message = N_("This field does not exist"),
			.detail = TEXT_OF("selection names a field that the record does not have") });
		return true;
	}
	if (field < 0 || !(selection->hidden >> field & 1))
		return false;
	error_add(errors, &(struct error){ .code = E_ACCESS,
		.message = N_("You may not filter or sort by a field that you may not see") });
	return true;
}

static bool selection_check(const struct selection *selection, struct error_list *errors)
{
	if (selection->condition_count > SELECT_CONDITIONS_MAXIMUM) {
		error_add(errors, &(struct error){ .code = E_LIMIT, .message = N_("There are too many conditions") });
		return false;
	}
	bool good = !use_refused(selection, order_of(selection), errors);
	for (size_t i = 0; i < selection->condition_count; i++)
		good = !use_refused(selection, selection->conditions[i].field, errors) && good;
	return good;
}

static bool is_sealing(const struct selection *selection)
{
	return selection->record->sealed_field > 0 && !text_is_empty(selection->unsealed_for);
}

static bool is_lapsing(const struct selection *selection)
{
	return selection->record->lapsed_readers != ROLES_NONE && selection->unlapsed_at != 0;
}

/* Whether rows of the selection's record can be about closed rows: the engine's columns of deadlines, breaches, documents. */
static bool is_about(const struct selection *selection)
{
	if (!selection->registry || !(selection->record->flags & RECORD_ENGINE) || record_field(selection->record, TEXT_OF("about_id")) < 0)
		return false;
	for (size_t i = 0; i < selection->registry->record_count; i++)
		if (selection->registry->records[i]->closed_to_field > 0)
			return true;
	return false;
}

static bool is_closing(const struct selection *selection)
{
	return !text_is_empty(selection->closed_to) && (selection->record->closed_to_field > 0 || is_about(selection));
}

/* Everything that the text depends on, and nothing else. */
static struct text key_of(struct arena *arena, const struct selection *selection, bool counting, const struct tally *tally,
	bool searching)
{
	const struct record *record = selection->record;
	struct builder key;
	builder_begin(&key, arena, 256);
	struct {
		const void *record, *fields, *subject, *abouts;
		uint64_t hidden, facilities;
		int64_t order;
		int32_t kind, scoped, descending, search, cursor, conditions, sealed, lapsing, tally_field, tally_count, closing, padding;
	} head = { .record = record, .fields = record->fields,
		.subject = selection->scoped ? selection->registry->subject : NULL,
		.abouts = is_closing(selection) && is_about(selection) ? selection->registry->records : NULL, .hidden = selection->hidden,
		.facilities = selection->scoped && selection->facility_count ? query_padded(selection->facility_count) : 0,
		.order = counting ? 0 : order_of(selection), .kind = counting ? 'c' : 's',
		.scoped = selection->scoped ? 1 + selection->walk : 0, .tally_field = tally ? tally->field : 0,
		.tally_count = tally ? (int32_t)tally->count : 0,
		.descending = selection->descending, .search = searching,
		.conditions = (int32_t)selection->condition_count, .sealed = is_sealing(selection), .lapsing = is_lapsing(selection),
		.closing = is_closing(selection) };
	if (!counting && !text_is_empty(selection->after_id) && order_of(selection) != FIELD_ID)
		head.cursor = condition_value(record, order_of(selection), selection->after).kind == VALUE_ABSENT ? 1 : 2;
	else
		head.cursor = !counting && !text_is_empty(selection->after_id) ? 3 : 0;
	builder_add_bytes(&key, &head, sizeof(head));
	for (size_t i = 0; i < selection->condition_count; i++) {
		const struct condition *condition = &selection->conditions[i];
		int32_t part[4] = { condition->field, (int32_t)condition->comparison,
			condition_value(record, condition->field, condition->value).kind == VALUE_ABSENT,
			condition->comparison == IN && condition->list_count ? (int32_t)query_padded(condition->list_count) : 0 };
		builder_add_bytes(&key, part, sizeof(part));
	}
	return builder_text(&key);
}

static void say_seal(struct query *query, const struct selection *selection)
{
	const char *column = column_name(selection->record, selection->record->sealed_field);
	query_say(query, "(");
	query_say(query, column);
	query_say(query, " IS NULL OR ");
	query_say(query, column);
	query_say(query, " = 0 OR created_by = ");
	query_say_parameter(query, value_text(selection->unsealed_for));
	query_say(query, ")");
}

static void say_lapse(struct query *query, const struct selection *selection)
{
	const char *column = column_name(selection->record, selection->record->lapse_field);
	query_say(query, "(");
	query_say(query, column);
	query_say(query, " IS NULL OR ");
	query_say(query, column);
	query_say(query, " > ");
	query_say_parameter(query, value_integer(selection->unlapsed_at));
	query_say(query, ")");
}

/* The name stands whole among codes parted by single blanks. Not LIKE: SQLite would prepare anew for each value bound to one. */
static void say_names(struct query *query, const struct record *record, const char *table, struct text name)
{
	const char *column = column_name(record, record->closed_to_field);
	query_say(query, "replace(' ' || ");
	query_say(query, table);
	query_say(query, column);
	query_say(query, " || ' ', ");
	query_say_parameter(query, value_text(arena_format(query->arena, " %.*s ", TEXT_FORMAT(name))));
	query_say(query, ", '') <> ' ' || ");
	query_say(query, table);
	query_say(query, column);
	query_say(query, " || ' '");
}

static void say_closed(struct query *query, const struct selection *selection)
{
	const struct registry *registry = selection->registry;
	const char *joint = "";
	if (selection->record->closed_to_field > 0) {
		query_say(query, "(");
		query_say(query, column_name(selection->record, selection->record->closed_to_field));
		query_say(query, " IS NULL OR NOT (");
		say_names(query, selection->record, "", selection->closed_to);
		query_say(query, "))");
		joint = " AND ";
	}
	for (size_t i = 0; is_about(selection) && i < registry->record_count; i++) {
		const struct record *about = registry->records[i];
		if (about->closed_to_field <= 0)
			continue;
		query_say(query, joint);
		query_say(query, "NOT EXISTS (SELECT 1 FROM ");
		query_say(query, about->name);
		query_say(query, " closed WHERE closed.id = ");
		query_say(query, selection->record->name);
		query_say(query, ".about_id AND ");
		say_names(query, about, "closed.", selection->closed_to);
		query_say(query, ")");
		joint = " AND ";
	}
}

static void say_where(struct query *query, const struct selection *selection, bool counting)
{
	const char *joint = " WHERE ";
	for (size_t i = 0; i < selection->condition_count; i++) {
		query_say(query, joint);
		say_condition(query, selection->record, &selection->conditions[i]);
		joint = " AND ";
	}
	if (selection->scoped) {
		query_say(query, joint);
		query_say_scope(query, selection);
		joint = " AND ";
	}
	if (is_sealing(selection)) {
		query_say(query, joint);
		say_seal(query, selection);
		joint = " AND ";
	}
	if (is_lapsing(selection)) {
		query_say(query, joint);
		say_lapse(query, selection);
		joint = " AND ";
	}
	if (is_closing(selection)) {
		query_say(query, joint);
		say_closed(query, selection);
		joint = " AND ";
	}
	if (!text_is_empty(query->prefix)) {
		query_say(query, joint);
		say_search(query, selection);
		joint = " AND ";
	}
	if (!counting && !text_is_empty(selection->after_id)) {
		query_say(query, joint);
		say_cursor(query, selection, order_of(selection), column_name(selection->record, order_of(selection)));
	}
}

static void say_tally(struct query *query, const struct selection *selection, const struct tally *tally)
{
	for (size_t i = 0; i < tally->count; i++) {
		query_say(query, ", count(CASE WHEN ");
		query_say(query, column_name(selection->record, tally->field));
		query_say(query, " < ");
		query_say_parameter(query, value_integer(tally->before[i]));
		query_say(query, " THEN 1 END)");
	}
}

bool query_build(struct query *query, struct connection *connection, struct arena *arena,
	const struct selection *selection, bool counting, const struct tally *tally, struct error_list *errors)
{
	if (!selection_check(selection, errors) || (tally && use_refused(selection, tally->field, errors)))
		return false;
	*query = (struct query){ .arena = arena, .prefix = schema_fold(arena, selection->search) };
	if (!text_is_empty(query->prefix))
		query->word = like_pattern(arena, query->prefix);
	struct text key = key_of(arena, selection, counting, tally, !text_is_empty(query->prefix));
	query->sql = shape_find(connection, key);
	query->known = query->sql != NULL;
	if (!query->known) {
		builder_begin(&query->builder, arena, 1024);
		builder_add_string(&query->builder, "SELECT ");
		if (counting)
			builder_add_string(&query->builder, "count(*)");
		else
			columns_select(&query->builder, selection->record, selection->hidden);
	}
	if (tally)
		say_tally(query, selection, tally);
	query_say(query, " FROM ");
	query_say(query, selection->record->name);
	say_where(query, selection, counting);
	if (!counting)
		say_order(query, selection, order_of(selection),
			column_name(selection->record, order_of(selection)));
	if (!query->known)
		query->sql = shape_add(connection, key, builder_text(&query->builder));
	return true;
}
