/* rule_state.c - counting breaches, clocks, acts and evidence by facility and rule; the colours. */
#include "service/rule_state.h"

#include <stdarg.h>

#include "base/builder.h"
#include "service/profile.h"
#include "service/records.h"

enum { EVIDENCE_DAYS = 365, VALUES = 6 };

struct state_reading {
	struct query *query;
	struct arena *arena;
	const struct registry *registry;
	struct text facility; /* empty: all */
	int64_t since, until;
	struct facility_state *states;
	size_t count;
	struct error_list *errors;
};

/* ---- facilities ---- */

static bool read_facilities(struct state_reading *reading)
{
	const struct record *record = reading->registry->facility;
	struct selection selection = { .record = record, .order_field = reading->registry->facility_code, .limit = SELECT_LIMIT_MAXIMUM };
	struct rows rows;
	if (!query_list(reading->query, &selection, &rows, reading->errors))
		return false;
	size_t registered;
	register_rows(&registered);
	reading->states = ARENA_ARRAY(reading->arena, struct facility_state, rows.count + 1);
	for (size_t i = 0; i < rows.count; i++) {
		struct text id = rows.items[i]->id;
		if ((!text_is_empty(reading->facility) && !text_equal(id, reading->facility)) || !actor_in_scope(query_actor(reading->query), id))
			continue;
		struct facility_state *state = &reading->states[reading->count++];
		*state = (struct facility_state){ id, ARENA_ARRAY(reading->arena, struct rule_state, registered) };
	}
	if (reading->count > 0 || text_is_empty(reading->facility))
		return true;
	error_add(reading->errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(ACCESS_SCOPE) });
	return false;
}

static struct facility_state *state_of(struct state_reading *reading, struct text facility)
{
	for (size_t i = 0; i < reading->count; i++)
		if (text_equal(reading->states[i].facility, facility))
			return &reading->states[i];
	return NULL;
}

static struct rule_state *rule_of(struct state_reading *reading, struct text facility, struct text rule)
{
	struct facility_state *state = state_of(reading, facility);
	const struct register_row *row = state ? register_find(rule) : NULL;
	return row ? &state->rules[register_index(row)] : NULL;
}

static int64_t number(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_INTEGER ? value.integer : 0;
}

static struct text word(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

static void look(struct rule_state *rule, int64_t moment)
{
	if (moment > rule->looked)
		rule->looked = moment;
}

/* ---- breaches and clocks ---- */

/* Pieces of a statement one after the other, ended by NULL: literals and names of tables and columns, never values. */
static const char *joined(struct arena *arena, ...)
{
	struct builder builder;
	va_list pieces;
	builder_begin(&builder, arena, 256);
	va_start(pieces, arena);
	for (const char *piece = va_arg(pieces, const char *); piece; piece = va_arg(pieces, const char *))
		builder_add_string(&builder, piece);
	va_end(pieces);
	return arena_string(arena, builder_text(&builder));
}

/* The query, when one facility is asked, with " AND column = $n" as its last parameter. */
static bool ask(struct state_reading *reading, const char *before, const char *facility_column, int parameter, const char *after,
	const struct value *values, size_t count, struct store_result *out_result)
{
	struct value all[VALUES];
	const char *where = "";
	for (size_t i = 0; i < count; i++)
		all[i] = values[i];
	if (!text_is_empty(reading->facility)) {
		where = joined(reading->arena, " AND ", facility_column, " = $", arena_format(reading->arena, "%d", parameter).data, NULL);
		all[count++] = value_text(reading->facility);
	}
	return store_query(query_connection(reading->query), reading->arena, joined(reading->arena, before, where, after, NULL), all, count, out_result,
		reading->errors);
}

static bool read_breaches(struct state_reading *reading)
{
	static const char BEFORE[] = "SELECT facility_id, rule, SUM(CASE WHEN remedied_at IS NULL OR remedied_at > $1 THEN 1 ELSE 0 END), COUNT(*),"
		" MAX(happened_at) FROM breach WHERE happened_at <= $2 AND (verified_at IS NULL OR verified_at > $3)"
		" AND (state <> 'verified' OR verified_at IS NOT NULL)";
	const struct value values[] = { value_integer(reading->until), value_integer(reading->until), value_integer(reading->until) };
	struct store_result result;
	if (!ask(reading, BEFORE, "facility_id", 4, " GROUP BY facility_id, rule", values, 3, &result))
		return false;
	for (size_t i = 0; i < result.rows; i++) {
		struct rule_state *rule = rule_of(reading, word(&result, i, 0), word(&result, i, 1));
		if (!rule)
			continue;
		rule->breaches += number(&result, i, 2);
		rule->remedied += number(&result, i, 3) - number(&result, i, 2);
		look(rule, number(&result, i, 4));
	}
	return true;
}

static void add_clocks(struct state_reading *reading, const struct store_result *result)
{
	for (size_t i = 0; i < result->rows; i++) {
		struct rule_state *rule = rule_of(reading, word(result, i, 0), word(result, i, 1));
		if (!rule)
			continue;
		rule->overdue += number(result, i, 2);
		rule->running += number(result, i, 3);
	}
}

static bool read_clocks(struct state_reading *reading)
{
	static const char OPEN[] = "SELECT facility_id, rule, SUM(CASE WHEN due_at < $1 THEN 1 ELSE 0 END), COUNT(*) FROM deadline"
		" WHERE stopped_at IS NULL AND started_at <= $2";
	static const char SINCE[] = "SELECT facility_id, rule, SUM(CASE WHEN due_at < $1 THEN 1 ELSE 0 END), COUNT(*) FROM deadline"
		" WHERE stopped_at > $2 AND started_at <= $3";
	static const char DONE[] = "SELECT facility_id, rule, COUNT(*), MAX(stopped_at) FROM deadline"
		" WHERE stopped_at > $1 AND stopped_at <= $2 AND outcome = 'done' AND stopped_at <= due_at";
	const struct value until = value_integer(reading->until);
	const struct value open[] = { until, until }, since[] = { until, until, until }, done[] = { value_integer(reading->since), until };
	struct store_result result;
	if (!ask(reading, OPEN, "facility_id", 3, " GROUP BY facility_id, rule", open, 2, &result))
		return false;
	add_clocks(reading, &result);
	if (!ask(reading, SINCE, "facility_id", 4, " GROUP BY facility_id, rule", since, 3, &result))
		return false;
	add_clocks(reading, &result);
	if (!ask(reading, DONE, "facility_id", 3, " GROUP BY facility_id, rule", done, 2, &result))
		return false;
	for (size_t i = 0; i < result.rows; i++) {
		struct rule_state *rule = rule_of(reading, word(&result, i, 0), word(&result, i, 1));
		if (!rule)
			continue;
		rule->in_time += number(&result, i, 2);
		look(rule, number(&result, i, 3));
	}
	return true;
}

/* ---- rows of other records: at which acts rules were asked, and what areas hand in ---- */

struct source {
	const char *facility; /* column */
	const char *from;     /* "placement r", or with the subject joined */
};

static bool source_of(struct state_reading *reading, const struct record *record, struct source *out_source)
{
	const struct registry *registry = reading->registry;
	if (record->facility_field >= 0) {
		*out_source = (struct source){ joined(reading->arena, "r.", record->fields[record->facility_field].name, NULL),
			joined(reading->arena, record->name, " r", NULL) };
		return true;
	}
	if (record->person_field == FIELD_NONE || !registry->subject || registry->subject_facility < 0)
		return false;
	const char *id = record->person_field == FIELD_SELF ? "id" : record->fields[record->person_field].name;
	*out_source = (struct source){ joined(reading->arena, "s.", registry->subject->fields[registry->subject_facility].name, NULL),
		joined(reading->arena, record->name, " r JOIN ", registry->subject->name, " s ON s.id = r.", id, NULL) };
	return true;
}

/* Bounds of the time asked: moments as integers, dates as text. */
static struct value bound(struct state_reading *reading, bool is_date, int64_t moment)
{
	struct text text = moment_text(reading->arena, moment);
	return is_date ? value_text(text_slice(text, 0, 10)) : value_integer(moment);
}

/* Asked of one record: facility, rule (or nothing), number, newest. */
static bool ask_record(struct state_reading *reading, const struct rule_evidence *evidence, struct store_result *out_result)
{
	const struct record *record = evidence->record;
	struct source source;
	*out_result = (struct store_result){ 0 };
	if (!source_of(reading, record, &source))
		return true;
	bool is_date = evidence->moment_field >= 0 && record->fields[evidence->moment_field].type == FIELD_DATE;
	const char *moment = evidence->moment_field >= 0 ? record->fields[evidence->moment_field].name : "created_at";
	const char *rule = evidence->rule ? "" : record->fields[evidence->rule_field].name, *dot = evidence->rule ? "" : "r.";
	struct value values[VALUES] = { bound(reading, is_date, reading->since), bound(reading, is_date, reading->until) };
	size_t count = 2;
	if (evidence->value)
		values[count++] = value_string(evidence->value);
	const char *more = evidence->value ? joined(reading->arena, " AND r.", record->fields[evidence->value_field].name, " = $3", NULL) : "";
	const char *before = joined(reading->arena, "SELECT ", source.facility, ", ", evidence->rule ? "''" : dot, rule, ", COUNT(*), MAX(r.", moment,
		") FROM ", source.from, " WHERE r.", moment, " > $1 AND r.", moment, " <= $2", more, NULL);
	const char *after = joined(reading->arena, " GROUP BY ", source.facility, evidence->rule ? "" : ", ", dot, rule, NULL);
	return ask(reading, before, source.facility, (int)count + 1, after, values, count, out_result);
}

static int64_t moment_of(const struct store_result *result, size_t row)
{
	struct value value = store_cell(result, row, 3);
	struct date date;
	if (value.kind == VALUE_TEXT && date_parse(value.text, &date))
		return moment_from_date(date);
	return value.kind == VALUE_INTEGER ? value.integer : 0;
}

static bool read_evidence(struct state_reading *reading)
{
	for (size_t i = 0; i < reading->registry->evidence_count; i++) {
		const struct rule_evidence *evidence = reading->registry->evidence[i];
		struct store_result result;
		if (!ask_record(reading, evidence, &result))
			return false;
		for (size_t j = 0; j < result.rows; j++) {
			struct text id = evidence->rule ? text_from(evidence->rule) : word(&result, j, 1);
			struct rule_state *rule = rule_of(reading, word(&result, j, 0), id);
			if (!rule)
				continue;
			int64_t moment = moment_of(&result, j);
			rule->evidence += evidence->weight == EVIDENCE_FOR ? number(&result, j, 2) : 0;
			if (moment > rule->newest[evidence->weight])
				rule->newest[evidence->weight] = moment;
			look(rule, moment);
		}
	}
	return true;
}

/* Records of acts, each asked once: rows made there in the time are acts at which the rules bound to them were asked. */
struct asked {
	const struct record *record;
	struct store_result result;
};

static bool asked_of(struct state_reading *reading, const struct record *record, struct asked *all, size_t *count, const struct asked **out_asked)
{
	for (size_t i = 0; i < *count; i++) {
		if (all[i].record == record) {
			*out_asked = &all[i];
			return true;
		}
	}
	const struct rule_evidence evidence = { .rule = "", .record = record, .moment_field = FIELD_CREATED_AT };
	all[*count] = (struct asked){ .record = record };
	*out_asked = &all[*count];
	return ask_record(reading, &evidence, &all[(*count)++].result);
}

static bool read_asked(struct state_reading *reading)
{
	const struct registry *registry = reading->registry;
	struct asked *all = ARENA_ARRAY(reading->arena, struct asked, registry->record_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < registry->rule_count; i++) {
		const struct rule *rule = registry->rules[i];
		const struct record *last = NULL;
		for (const char *const *name = rule->acts; name && *name; name++) {
			const struct act *act = registry_act(registry, text_from(*name));
			const struct asked *asked;
			if (!act || act->record == last)
				continue;
			last = act->record;
			if (!asked_of(reading, act->record, all, &count, &asked))
				return false;
			for (size_t j = 0; j < asked->result.rows; j++) {
				struct rule_state *state = rule_of(reading, word(&asked->result, j, 0), text_from(rule->id));
				if (!state)
					continue;
				state->asked += number(&asked->result, j, 2);
				look(state, moment_of(&asked->result, j));
			}
		}
	}
	return true;
}

/* ---- colours ---- */

static enum rule_colour colour_of(const struct rule_state *rule)
{
	int64_t kept = rule->newest[EVIDENCE_FOR], partly = rule->newest[EVIDENCE_PARTLY], against = rule->newest[EVIDENCE_AGAINST];
	if (rule->breaches > 0 || (against > 0 && against >= kept && against >= partly))
		return COLOUR_RED;
	if (rule->remedied > 0 || rule->overdue > 0 || (partly > 0 && partly >= kept))
		return COLOUR_AMBER;
	return rule->in_time > 0 || rule->asked > 0 || rule->evidence > 0 ? COLOUR_GREEN : COLOUR_GREY;
}

static void paint(struct state_reading *reading)
{
	size_t count;
	register_rows(&count);
	for (size_t i = 0; i < reading->count; i++)
		for (size_t j = 0; j < count; j++)
			reading->states[i].rules[j].colour = colour_of(&reading->states[i].rules[j]);
}

bool rule_state_read(struct query *query, struct text facility, int64_t moment, struct facility_state **out_states, size_t *out_count,
	struct error_list *errors)
{
	int64_t days;
	struct text set = profile_parameter(service_profile(query_service(query)), text_empty(), "state.evidence_days");
	if (!text_to_integer(set, &days))
		days = EVIDENCE_DAYS;
	struct state_reading reading = { .query = query, .arena = query_arena(query), .registry = service_registry(query_service(query)),
		.facility = facility, .since = moment - days * MOMENT_DAY, .until = moment, .errors = errors };
	if (!read_facilities(&reading) || !read_breaches(&reading) || !read_clocks(&reading) || !read_evidence(&reading) || !read_asked(&reading))
		return false;
	paint(&reading);
	*out_states = reading.states;
	*out_count = reading.count;
	return true;
}

bool rule_state_of_number(const struct register_row *row, int number)
{
	return row->number_of_rule == number && text_starts_with(row->rule, TEXT_OF("NMR-"));
}

enum rule_colour rule_state_worst(const struct rule_state *rules, bool (*take)(const struct register_row *row, int number), int number)
{
	static const int BADNESS[] = { [COLOUR_GREEN] = 0, [COLOUR_GREY] = 1, [COLOUR_AMBER] = 2, [COLOUR_RED] = 3 };
	size_t count;
	const struct register_row *rows = register_rows(&count);
	enum rule_colour worst = COLOUR_GREEN;
	for (size_t i = 0; i < count; i++)
		if (take(&rows[i], number) && BADNESS[rules[i].colour] > BADNESS[worst])
			worst = rules[i].colour;
	return worst;
}

const char *rule_colour_code(enum rule_colour colour)
{
	static const char *const CODES[] = { "grey", "green", "amber", "red" };
	return CODES[colour];
}

const char *rule_colour_label(enum rule_colour colour)
{
	static const char *const LABELS[] = { N_("Nobody has looked"), N_("Evidence that it is kept"), N_("Late or being mended"),
		N_("Breach open") };
	return LABELS[colour];
}
