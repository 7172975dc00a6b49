/* command_rules.c - the rules bound to an act look at the decision; breaches and deadlines become rows of the same act. */
#include "service/internal.h"
#include "service/rule_trace.h"

static struct text reason_for(const struct execution *execution, const struct rule *rule)
{
	for (size_t i = 0; i < execution->command->warning_count; i++)
		if (text_equal_string(execution->command->warning_reasons[i].name, rule->id))
			return text_trim(execution->command->warning_reasons[i].value);
	return text_empty();
}

/* The finding as an error that says what was asked, which rule stops it, what would be lawful, and whom to ask. */
static void refuse(struct execution *execution, const struct rule *rule, const struct rule_finding *finding,
	enum error_code code)
{
	struct error error = {.code = code, .message = finding->message, .advice = finding->advice,
		.citation = rule->id, .rule_text = rule->text, .path = text_from(finding->path)};
	size_t used = 0;
	while (used < ERROR_PARAMETERS && finding->parameters[used].name) {
		error.parameters[used] = finding->parameters[used];
		used++;
	}
	if (finding->ask && used < ERROR_PARAMETERS)
		error.parameters[used] = (struct error_parameter){"ask", text_from(finding->ask), true};
	error_add(execution->errors, &error);
}

/* What the act is about, for a breach that the rules found. */
static void note_breach(struct execution *execution, const struct rule *rule, const struct rule_finding *finding)
{
	const struct row *about = execution->decision.result ? execution->decision.result : execution->target;
	struct breach_note note = {.rule = rule->id, .facility = execution->facility, .subject = execution->subject,
		.record = about ? about->record : NULL, .record_id = about ? about->id : text_empty(),
		.message = finding->message};
	if (about && text_is_empty(note.subject))
		note.subject = row_subject(about);
	if (about && text_is_empty(note.facility))
		note.facility = row_facility(about);
	for (size_t i = 0; i < ERROR_PARAMETERS; i++)
		note.parameters[i] = finding->parameters[i];
	decision_breach(&execution->decision, &note);
}

static void keep_warning(struct execution *execution, const struct rule *rule, struct text reason)
{
	struct pair *warnings = ARENA_ARRAY(execution->arena, struct pair, execution->warning_count + 1);
	for (size_t i = 0; i < execution->warning_count; i++)
		warnings[i] = execution->warnings[i];
	warnings[execution->warning_count++] = (struct pair){text_from(rule->id), reason};
	execution->warnings = warnings;
}

static void apply(struct execution *execution, const struct rule *rule, const struct rule_finding *finding)
{
	bool fact = execution->command->record_fact;
	switch (rule->kind) {
	case RULE_REFUSE:
	case RULE_EVIDENCE:
		if (fact)
			note_breach(execution, rule, finding);
		else
			refuse(execution, rule, finding, E_RULE);
		break;
	case RULE_WARN: {
		struct text reason = reason_for(execution, rule);
		if (text_is_empty(reason))
			refuse(execution, rule, finding, E_RULE_WARNING);
		else
			keep_warning(execution, rule, reason);
		break;
	}
	case RULE_BREACH:
		note_breach(execution, rule, finding);
		break;
	case RULE_DEADLINE:
		break;
	}
}

void execution_rules(struct execution *execution)
{
	struct rule_list rules = service_rules(execution->service, execution->act->name);
	struct rule_trace *trace = ARENA_NEW(execution->arena, struct rule_trace);
	rule_trace_begin(trace, execution->arena, execution->context.reader);
	execution->context.reader = &trace->reader;
	for (size_t i = 0; i < rules.count; i++) {
		struct rule_finding finding = {0};
		const struct rule *rule = rules.items[i];
		if (rule->kind == RULE_DEADLINE)
			continue;
		bool bites = rule->bites(&execution->context, &execution->decision, &finding);
		rule_trace_answer(trace, rule, bites);
		if (bites)
			apply(execution, rule, &finding);
	}
	execution->context.reader = trace->inner;
	execution->rules = rule_trace_json(trace, &execution->context, &execution->decision, profile_stamp(execution->service->profile));
}

/* ---- consequences as rows ---- */

static struct row *add_row(struct execution *execution, const struct record *record)
{
	struct row *row = decision_insert(&execution->decision, record);
	row->version = 1;
	row->created_at = row->changed_at = execution->context.now;
	row->created_by = row->changed_by = execution->actor->id;
	return row;
}

static struct row *change_row(struct execution *execution, const struct row *old)
{
	struct row *row = decision_change(&execution->decision, old);
	row->version = old->version + 1;
	row->changed_at = execution->context.now;
	row->changed_by = execution->actor->id;
	return row;
}

static struct text parameters_json(struct arena *arena, const struct error_parameter *parameters)
{
	struct json_writer json;
	json_start(&json, arena);
	json_array_begin(&json);
	for (size_t i = 0; i < ERROR_PARAMETERS && parameters[i].name; i++) {
		json_object_begin(&json);
		json_member_string(&json, "name", parameters[i].name);
		json_member(&json, "value", parameters[i].value);
		json_member_boolean(&json, "translate", parameters[i].translate);
		json_object_end(&json);
	}
	json_array_end(&json);
	return json_finish(&json);
}

/* What an act left open is where the act was; somebody nobody is responsible for would be in no work list. */
static struct text facility_of(struct execution *execution, struct text facility, struct text subject)
{
	if (text_is_empty(facility) && !text_is_empty(subject))
		facility = execution_subject_facility(execution, subject);
	return text_is_empty(facility) ? execution->facility : facility;
}

static void add_breach(struct execution *execution, const struct breach_note *note)
{
	struct row *breach = add_row(execution, &RECORD_BREACH);
	row_set_string(breach, BREACH_RULE, note->rule);
	row_set_text(breach, BREACH_FACILITY, facility_of(execution, note->facility, note->subject));
	row_set_text(breach, BREACH_SUBJECT, note->subject);
	if (note->record)
		row_set_string(breach, BREACH_ABOUT_RECORD, note->record->name);
	row_set_text(breach, BREACH_ABOUT_ID, note->record_id);
	row_set_string(breach, BREACH_ACT, execution->act->name);
	row_set_string(breach, BREACH_MESSAGE, note->message);
	if (note->parameters[0].name)
		row_set_text(breach, BREACH_PARAMETERS, parameters_json(execution->arena, note->parameters));
	row_set_integer(breach, BREACH_HAPPENED_AT, execution->context.now);
	row_set_string(breach, BREACH_STATE, "open");
	execution->breaches[execution->breach_count++] = text_from(note->rule);
}

static int64_t due_at(struct execution *execution, const struct deadline_start *start, struct text facility)
{
	struct service *service = execution->service;
	struct facility_facts facts = facility_facts(service, execution->connection, execution->arena, facility);
	int64_t length = start->clock->length, set;
	if (start->due_at)
		return start->due_at;
	if (start->clock->parameter &&
		text_to_integer(profile_parameter(service->profile, facts.code, start->clock->parameter), &set))
		length = set;
	return zones_due(facts.zone, start->clock, length,
		start->started_at ? start->started_at : execution->context.now, profile_calendar(service->profile));
}

static void add_deadline(struct execution *execution, const struct deadline_start *start)
{
	struct row *deadline = add_row(execution, &RECORD_DEADLINE);
	struct text facility = facility_of(execution, start->facility, start->subject);
	row_set_string(deadline, DEADLINE_CLOCK, start->clock->name);
	row_set_string(deadline, DEADLINE_RULE, start->clock->rule);
	row_set_text(deadline, DEADLINE_FACILITY, facility);
	row_set_text(deadline, DEADLINE_SUBJECT, start->subject);
	if (start->record)
		row_set_string(deadline, DEADLINE_ABOUT_RECORD, start->record->name);
	row_set_text(deadline, DEADLINE_ABOUT_ID, start->record_id);
	row_set_integer(deadline, DEADLINE_STARTED_AT,
		start->started_at ? start->started_at : execution->context.now);
	row_set_integer(deadline, DEADLINE_DUE_AT, due_at(execution, start, facility));
	row_set_string(deadline, DEADLINE_OUTCOME, "open");
}

/* Stops come before starts: an act that renews a review ends the old clock and starts the next. */
static void stop_deadlines(struct execution *execution, const struct deadline_stop *stop)
{
	struct condition conditions[] = {
		CONDITION_TEXT(DEADLINE_ABOUT_ID, stop->record_id),
		CONDITION_TEXT(DEADLINE_CLOCK, text_from(stop->clock->name)),
		CONDITION_ABSENT(DEADLINE_STOPPED_AT),
	};
	struct rows open = execution->reader.find(execution, execution->arena, &RECORD_DEADLINE, conditions, 3, FIELD_ID,
		false, 0);
	for (size_t i = 0; i < open.count; i++) {
		struct row *deadline = change_row(execution, open.items[i]);
		row_set_integer(deadline, DEADLINE_STOPPED_AT, execution->context.now);
		row_set_string(deadline, DEADLINE_OUTCOME, "done");
	}
}

/* What is due about a subject is due where he or she is held: open deadlines go along to another facility. */
static void deadlines_follow(struct execution *execution, const struct effect *effect)
{
	const struct record *subject = execution->service->registry->subject;
	if (effect->kind != EFFECT_CHANGE || effect->row->record != subject)
		return;
	struct text facility = row_facility(effect->row);
	if (text_is_empty(facility) || text_equal(facility, row_facility(effect->old)))
		return;
	const struct condition conditions[] = {CONDITION_TEXT(DEADLINE_SUBJECT, effect->row->id), CONDITION_ABSENT(DEADLINE_STOPPED_AT)};
	struct rows open = execution->reader.find(execution, execution->arena, &RECORD_DEADLINE, conditions, 2, FIELD_ID, false, 0);
	for (size_t i = 0; i < open.count; i++) {
		struct row *deadline = change_row(execution, open.items[i]);
		if (!row_has(deadline, DEADLINE_STOPPED_AT)) /* this decision may just have stopped it */
			row_set_text(deadline, DEADLINE_FACILITY, facility);
	}
}

/* "<mapping>/<key>" of an import: a row that remembers what this source row became. */
static void note_import(struct execution *execution)
{
	struct text source = execution->command->source_key;
	size_t slash = text_find_byte(source, '/');
	const struct row *result = execution->decision.result;
	if (text_is_empty(source) || slash == SIZE_MAX || execution->inner)
		return;
	struct text mapping = text_slice(source, 0, slash), key = text_slice(source, slash + 1, source.length);
	struct condition conditions[] = {
		CONDITION_TEXT(IMPORT_ROW_SOURCE_KEY, key), CONDITION_TEXT(IMPORT_ROW_MAPPING, mapping)};
	struct rows known = execution->reader.find(execution, execution->arena, &RECORD_IMPORT_ROW, conditions, 2, FIELD_ID,
		false, 1);
	struct row *row = known.count ? change_row(execution, known.items[0]) : add_row(execution, &RECORD_IMPORT_ROW);
	row_set_text(row, IMPORT_ROW_MAPPING, mapping);
	row_set_text(row, IMPORT_ROW_SOURCE_KEY, key);
	row_set_text(row, IMPORT_ROW_HASH, command_hash(execution->arena, execution->command));
	if (result) {
		row_set_string(row, IMPORT_ROW_RECORD, result->record->name);
		row_set_text(row, IMPORT_ROW_RECORD_ID, result->id);
	}
}

void execution_consequences(struct execution *execution)
{
	const struct decision *decision = &execution->decision;
	execution->breaches = ARENA_ARRAY(execution->arena, struct text, decision->breach_count + 1);
	for (size_t i = 0; i < decision->breach_count; i++)
		add_breach(execution, &decision->breaches[i]);
	for (size_t i = 0; i < decision->stop_count; i++)
		stop_deadlines(execution, &decision->stops[i]);
	size_t effects = decision->effect_count;
	for (size_t i = 0; i < effects; i++)
		deadlines_follow(execution, &decision->effects[i]);
	for (size_t i = 0; i < decision->start_count; i++)
		add_deadline(execution, &decision->starts[i]);
	note_import(execution);
}
