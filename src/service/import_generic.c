/* import_generic.c - any record as CSV: out what the reader may see, in by "<record>.add" through its own or a made mapping. */
#include "base/hash.h"
#include "base/random.h"
#include "service/import_row.h"
#include "text/catalogue.h"

struct generic {
	const struct record *inputs; /* of the act */
	const char *act;
	const struct field *const *fields; /* by column; NULL for the key */
	const struct text *constants;	   /* by column; empty: the cell */
};

static void *generic_begin(struct arena *arena, struct service *service, const void *setting)
{
	(void)service;
	return arena_copy_bytes(arena, setting, sizeof(struct generic));
}

/* Rows without a key of their own are told apart by their content. */
static struct text content_key(const struct import_row *row)
{
	struct hash hash = hash_of_parts(row->cells, row->cell_count);
	return hash_hex(row->arena, &hash);
}

/* ---- cells as people write them ---- */

/* One value for all rows is no cell that was corrected. */
static void told(struct import_row *row, int column, struct text to, const char *rule)
{
	const struct generic *generic = import_state(row);
	if (generic->constants[column].length == 0)
		import_correct(row, column, to, rule);
}

/* "3.4.2026", "03.04.2026", and what spreadsheets add to a date: a time of midnight. A slash is not read: nobody can tell
 * whether day or month stands first. */
static struct text date_of(struct import_row *row, int column, struct text cell)
{
	struct text day = cell, parts[3];
	size_t space = text_find_byte(cell, ' ');
	if (space != SIZE_MAX && text_starts_with(text_trim(text_slice(cell, space, cell.length)), TEXT_OF("00:00")))
		day = text_slice(cell, 0, space);
	struct text rest = day;
	size_t count = 0;
	while (count < 3 && text_next(&rest, '.', &parts[count]))
		count++;
	int64_t numbers[3];
	bool points = count == 3 && rest.length == 0;
	for (size_t i = 0; points && i < 3; i++)
		points = text_to_integer(parts[i], &numbers[i]) && numbers[i] > 0;
	if (points && parts[2].length == 4 && numbers[0] <= 31 && numbers[1] <= 12)
		day = arena_format(row->arena, "%04lld-%02lld-%02lld", (long long)numbers[2], (long long)numbers[1], (long long)numbers[0]);
	if (!text_equal(day, cell))
		told(row, column, day, N_("a date is written year, month, day"));
	return day;
}

static struct text yes_no_of(struct import_row *row, int column, struct text cell)
{
	static const char *const YES[] = { "y", "true", "1", "да", "Да", "ДА", "نعم", "+", NULL };
	static const char *const NO[] = { "n", "false", "0", "нет", "Нет", "НЕТ", "لا", "-", NULL };
	for (int no = 0; no < 2; no++)
		for (const char *const *word = no ? NO : YES; *word; word++)
			if (text_equal_ignoring_case(cell, text_from(*word))) {
				struct text plain = no ? TEXT_OF("no") : TEXT_OF("yes");
				told(row, column, plain, N_("yes and no are written so"));
				return plain;
			}
	return cell;
}

static bool is_label(struct arena *arena, const struct choice *choice, struct text cell)
{
	size_t count;
	const struct language *languages = language_list(&count);
	struct text folded = fold_name(arena, cell);
	if (text_equal_ignoring_case(cell, text_from(choice->code)))
		return true;
	for (size_t i = 0; i < count; i++)
		if (text_equal(folded, fold_name(arena, message(&languages[i], choice->label))))
			return true;
	return false;
}

/* The code, or the label in any language of the program. */
static struct text choice_of(struct import_row *row, int column, const struct field *field, struct text cell)
{
	if (field_choice(field, cell))
		return cell;
	for (const struct choice *choice = field->choices; choice && choice->code; choice++)
		if (is_label(row->arena, choice, cell)) {
			told(row, column, text_from(choice->code), N_("the word of the list is kept as its code"));
			return text_from(choice->code);
		}
	return cell;
}

/* An identifier, or a value by which people know the row: a number or code that no other row has. */
static struct text reference_of(struct import_row *row, int column, const struct field *field, struct text cell)
{
	const struct record *record = registry_reference(import_registry(row), field);
	if (!record || identifier_is_valid(cell))
		return cell;
	for (int i = 0; i < record->field_count; i++) {
		const struct field *unique = &record->fields[i];
		if (!(unique->flags & FIELD_UNIQUE) || (unique->type != FIELD_LINE && unique->type != FIELD_CODE))
			continue;
		const struct condition same = CONDITION_TEXT(i, cell);
		const struct row *found = import_find(row, record, &same, 1);
		if (found)
			return found->id;
	}
	import_refuse(row, column, N_("There is nothing here under this number or code: {value}"));
	return cell;
}

static struct text value_of(struct import_row *row, int column, const struct field *field, struct text cell)
{
	if (cell.length == 0 || text_equal_string(cell, "?"))
		return cell;
	switch (field->type) {
	case FIELD_DATE:
	case FIELD_PARTIAL_DATE:
		return date_of(row, column, cell);
	case FIELD_YES_NO:
		return yes_no_of(row, column, cell);
	case FIELD_CHOICE:
		return choice_of(row, column, field, cell);
	case FIELD_REFERENCE:
		return reference_of(row, column, field, cell);
	default:
		return cell;
	}
}

static void generic_row(struct import_row *row)
{
	const struct generic *generic = import_state(row);
	if (import_is_blank(row)) {
		import_refuse(row, -1, N_("The row is blank"));
		return;
	}
	struct text key = import_cell(row, 0);
	struct import_command *command = import_command(row, generic->act, text_is_empty(key) ? content_key(row) : key);
	for (int column = 1; column < row->import->mapping->column_count; column++) {
		struct text cell = generic->constants[column].length ? generic->constants[column] : import_cell(row, column);
		import_input(command, generic->fields[column]->name, value_of(row, column, generic->fields[column], cell));
	}
}

/* ---- mappings for "<record>.add" ---- */

struct making {
	struct arena *arena;
	struct import_column *columns;
	const struct field **fields;
	struct text *constants;
	int count;
};

static struct making making_begin(struct arena *arena, const struct act *act)
{
	size_t room = (size_t)act->input_record->field_count + 1;
	return (struct making){ .arena = arena, .columns = ARENA_ARRAY(arena, struct import_column, room),
		.fields = ARENA_ARRAY(arena, const struct field *, room), .constants = ARENA_ARRAY(arena, struct text, room) };
}

static void making_column(struct making *making, const struct field *field, const char *name, const char *heading, const char *other)
{
	const char **headings = ARENA_ARRAY(making->arena, const char *, 3);
	headings[0] = heading;
	headings[1] = other;
	making->columns[making->count] = (struct import_column){ .name = name, .headings = headings,
		.required = field && heading && (field->flags & FIELD_REQUIRED) != 0 };
	making->fields[making->count] = field;
	making->constants[making->count++] = text_empty();
}

static const struct import_mapping *making_end(struct making *making, const struct act *act, const char *name, const char *label)
{
	struct generic *generic = ARENA_NEW(making->arena, struct generic);
	*generic = (struct generic){ .inputs = act->input_record, .act = act->name, .fields = making->fields, .constants = making->constants };
	struct import_mapping *mapping = ARENA_NEW(making->arena, struct import_mapping);
	*mapping = (struct import_mapping){ .name = name, .label = label, .columns = making->columns, .column_count = making->count,
		.begin = generic_begin, .row = generic_row, .setting = generic };
	return mapping;
}

static const struct act *act_of(struct arena *arena, const struct registry *registry, struct text record, struct error_list *errors)
{
	const struct act *act = registry_act(registry, arena_format(arena, "%.*s.add", TEXT_FORMAT(record)));
	const struct record *known = registry_record(registry, record);
	if (act && known && !(act->flags & (ACT_SYSTEM | ACT_SECOND_PERSON)))
		return act;
	error_add(errors, &(struct error){ .code = E_NOT_FOUND,
		.message = N_("{record} cannot be imported by its fields; use a mapping"),
		.parameters = { { "record", known ? text_from(known->label) : record, known != NULL } } });
	return NULL;
}

const struct import_mapping *import_generic(struct arena *arena, const struct registry *registry, const struct record *record,
	struct error_list *errors)
{
	const struct act *act = act_of(arena, registry, text_from(record->name), errors);
	if (!act)
		return NULL;
	struct making making = making_begin(arena, act);
	making_column(&making, NULL, "id", "id", NULL);
	for (int i = 0; i < act->input_record->field_count; i++) {
		const struct field *field = &act->input_record->fields[i];
		if (!(field->flags & FIELD_DERIVED))
			making_column(&making, field, field->name, field->name, field->label);
	}
	return making_end(&making, act, record->name, record->label_plural);
}

/* ---- mappings that people make ---- */

struct import_pairing import_pairing_next(struct text *rest)
{
	struct import_pairing pairing = { text_empty(), text_empty(), false };
	struct text line;
	while (pairing.field.length == 0 && text_next(rest, '\n', &line)) {
		size_t at = 0;
		line = text_trim(line);
		while (at < line.length && line.data[at] != ':' && line.data[at] != '=')
			at++;
		pairing.field = text_trim(text_slice(line, 0, at));
		pairing.constant = at < line.length && line.data[at] == '=';
		pairing.value = text_trim(text_slice(line, at + 1, line.length));
	}
	return pairing;
}

static bool pairing_fault(struct error_list *errors, const char *message, struct text value)
{
	error_add(errors, &(struct error){ .code = E_PATTERN, .path = TEXT_OF("/columns"), .message = message,
		.parameters = { { "value", value, false } } });
	return false;
}

static bool pairing_add(struct making *making, const struct act *act, const struct import_pairing *pairing, struct error_list *errors)
{
	const char *heading = arena_string(making->arena, pairing->value);
	int input = record_field(act->input_record, pairing->field);
	if (pairing->value.length == 0)
		return pairing_fault(errors, N_("{value} has no column and no value"), pairing->field);
	if (!pairing->constant && import_heading_refused(pairing->value))
		return pairing_fault(errors, N_("The column {value} is not loaded: no decision about a person may rest on ethnicity or belief (Nelson Mandela Rules, Rule 2)"),
			pairing->value);
	if (text_equal_string(pairing->field, "id") && !pairing->constant) {
		const char **headings = ARENA_ARRAY(making->arena, const char *, 2);
		headings[0] = heading;
		making->columns[0].headings = headings;
		making->columns[0].required = true;
		return true;
	}
	if (input == FIELD_NONE || (act->input_record->fields[input].flags & FIELD_DERIVED))
		return pairing_fault(errors, N_("There is no field {value}"), pairing->field);
	const struct field *field = &act->input_record->fields[input];
	for (int i = 1; i < making->count; i++)
		if (making->fields[i] == field)
			return pairing_fault(errors, N_("The field {value} stands here twice"), pairing->field);
	making_column(making, field, field->name, pairing->constant ? NULL : heading, NULL);
	if (pairing->constant)
		making->constants[making->count - 1] = arena_copy(making->arena, pairing->value);
	return true;
}

static bool required_are_there(const struct making *making, const struct act *act, struct error_list *errors)
{
	size_t before = errors->count;
	for (int i = 0; i < act->input_record->field_count; i++) {
		const struct field *field = &act->input_record->fields[i];
		bool there = (field->flags & FIELD_DERIVED) || !(field->flags & FIELD_REQUIRED);
		for (int column = 1; column < making->count && !there; column++)
			there = making->fields[column] == field;
		if (!there)
			error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/columns"),
				.message = N_("{field} must be filled from a column or with one value for all rows"),
				.parameters = { { "field", text_from(field->label), true } } });
	}
	return errors->count == before;
}

const struct import_mapping *import_made_mapping(struct arena *arena, const struct registry *registry, struct text name,
	struct text record, struct text columns, struct error_list *errors)
{
	size_t before = errors->count;
	const struct act *act = act_of(arena, registry, record, errors);
	if (!act)
		return NULL;
	struct making making = making_begin(arena, act);
	making_column(&making, NULL, "id", NULL, NULL);
	struct import_pairing pairing = import_pairing_next(&columns);
	for (; pairing.field.length; pairing = import_pairing_next(&columns))
		pairing_add(&making, act, &pairing, errors);
	required_are_there(&making, act, errors);
	return errors->count == before ? making_end(&making, act, arena_string(arena, name), act->record->label_plural) : NULL;
}

bool import_heading_refused(struct text heading)
{
	static const char *const WORDS[] = { "ethnicity", "ethnic origin", "ethnic group", "ethnic", "race", "race_code", "religion", "belief", "faith",
		"Национальность", "национальность", "НАЦИОНАЛЬНОСТЬ", "Этническая принадлежность", "Религия", "религия", "Вероисповедание",
		"вероисповедание", "Ұлты", "Улуту", "Миллати", "Миллат", "العرق", "الديانة", NULL };
	for (const char *const *word = WORDS; *word; word++)
		if (text_equal_ignoring_case(text_trim(heading), text_from(*word)))
			return true;
	return false;
}

/* ---- export ---- */

static void export_heading(struct csv_writer *writer, const struct record *record, uint64_t hidden)
{
	csv_cell_string(writer, "id");
	for (int i = 0; i < record->field_count; i++)
		if (!(hidden & (UINT64_C(1) << i)))
			csv_cell_string(writer, record->fields[i].name);
	csv_record_end(writer);
}

static void export_row(struct csv_writer *writer, struct arena *arena, const struct row *row, uint64_t hidden)
{
	csv_cell(writer, row->id);
	for (int i = 0; i < row->record->field_count; i++)
		if (!(hidden & (UINT64_C(1) << i)))
			csv_cell(writer, field_text(&row->record->fields[i], arena, row_value(row, i)));
	csv_record_end(writer);
}

bool import_export(struct query *query, const struct record *record, struct text *out_csv, struct error_list *errors)
{
	struct arena *arena = query_arena(query);
	uint64_t hidden = access_hidden(query_actor(query), record);
	struct selection next = { .record = record, .order_field = FIELD_ID, .limit = SELECT_LIMIT_MAXIMUM };
	struct csv_writer writer;
	struct rows rows;
	csv_writer_begin(&writer, arena, ',', false);
	export_heading(&writer, record, hidden);
	bool more = true;
	while (more) {
		struct selection selection = next;
		if (!query_list(query, &selection, &rows, errors))
			return false;
		for (size_t i = 0; i < rows.count; i++)
			export_row(&writer, arena, rows.items[i], hidden);
		more = rows.count == SELECT_LIMIT_MAXIMUM;
		if (rows.count) {
			next.after_id = rows.items[rows.count - 1]->id;
			next.after = value_text(next.after_id);
		}
	}
	*out_csv = csv_take(&writer);
	return true;
}
