/* command_parse.c - first steps of a command: the act, its inputs by type, the row it acts on, and whether the actor may. */
#include "service/internal.h"

#include "service/access.h"

enum { REASON_LENGTH = 20000 };

static void set_path(struct execution *execution, struct text name, struct error *error)
{
	error->path = arena_format(execution->errors->arena, "/%.*s", TEXT_FORMAT(name));
}

static void parse_input(struct execution *execution, const struct pair *pair)
{
	const struct record *inputs = execution->act->input_record;
	int index = record_field(inputs, pair->name);
	if (index == FIELD_NONE || (inputs->fields[index].flags & FIELD_DERIVED)) {
		struct error error = {.code = E_UNKNOWN_FIELD, .message = N_("There is no field {name} here"),
			.parameters = {{"name", pair->name, false}}};
		set_path(execution, pair->name, &error);
		error_add(execution->errors, &error);
		return;
	}
	uint64_t bit = UINT64_C(1) << index;
	if (execution->given & bit) {
		struct error error = {.code = E_SYNTAX, .message = N_("{name} stands here twice"),
			.parameters = {{"name", pair->name, false}}};
		set_path(execution, pair->name, &error);
		error_add(execution->errors, &error);
		return;
	}
	execution->given |= bit;
	struct value value;
	if (field_parse(&inputs->fields[index], execution->arena, pair->value, &value, execution->errors))
		row_set(execution->input, index, value);
}

static bool has_path(const struct error_list *errors, size_t count, struct text path)
{
	for (size_t i = 0; i < count; i++)
		if (!text_is_empty(path) && text_equal(errors->items[i].path, path))
			return true;
	return false;
}

/* Required and the input record's own check; a field that could not be read is not called missing as well. */
static void check_inputs(struct execution *execution)
{
	struct error_list more;
	error_list_begin(&more, execution->arena);
	size_t before = execution->errors->count;
	row_check(&execution->context, execution->input, NULL, &more);
	for (size_t i = 0; i < more.count; i++)
		if (!has_path(execution->errors, before, more.items[i].path))
			error_add(execution->errors, &more.items[i]);
}

static void check_references(struct execution *execution)
{
	const struct record *inputs = execution->act->input_record;
	for (int i = 0; i < inputs->field_count; i++) {
		const struct field *field = &inputs->fields[i];
		if (i == execution->act->target_input || !row_has(execution->input, i))
			continue;
		const struct record *record = NULL;
		if (field->type == FIELD_REFERENCE)
			record = registry_reference(execution->service->registry, field);
		else if (field->type == FIELD_DOCUMENT)
			record = &RECORD_ATTACHMENT;
		if (!record || execution_load(execution, record, row_text(execution->input, i)))
			continue;
		struct error error = {.code = E_REFERENCE, .message = N_("{field} names an entry that does not exist"),
			.parameters = {{"field", text_from(field->label), true}}};
		set_path(execution, text_from(field->name), &error);
		error_add(execution->errors, &error);
	}
}

static void check_reason(struct execution *execution)
{
	struct text reason = execution->context.reason;
	if ((execution->act->flags & ACT_REASON) && text_is_empty(reason))
		error_say(execution->errors, E_REQUIRED, "/reason", N_("Give the reason in your own words"));
	if (!text_is_utf8(reason) || text_code_points(reason) > REASON_LENGTH)
		error_say(execution->errors, E_LIMIT, "/reason", N_("The reason is too long, or not readable text"));
}

static bool find_act(struct execution *execution)
{
	struct text name = execution->command->act;
	execution->act = registry_act(execution->service->registry, name);
	/* Before anything is looked up for somebody who cannot do it in any case. */
	if (execution->act && (execution->act->flags & ACT_SYSTEM) && !execution->actor->is_system) {
		error_add(execution->errors, &(struct error){.code = E_ACCESS,
			.message = access_reason_label(ACCESS_FUNCTION),
			.detail = text_from(access_reason_code(ACCESS_FUNCTION))});
		return false;
	}
	if (execution->act)
		return true;
	error_add(execution->errors, &(struct error){.code = E_NOT_FOUND, .message = N_("There is no act {name}"),
		.parameters = {{"name", name, false}}});
	return false;
}

static void begin_context(struct execution *execution)
{
	execution->input = row_new(execution->arena, execution->act->input_record);
	int64_t now = service_now(execution->service);
	struct facility_facts facts = facility_facts(execution->service, execution->connection, execution->arena,
		execution->actor->facility);
	execution->context = (struct act_context){.arena = execution->arena, .registry = execution->service->registry,
		.act = execution->act, .actor = execution->actor, .second = execution->second, .input = execution->input,
		.now = now, .today = zones_date(facts.zone, now),
		.reason = text_trim(execution->command->reason), .record_fact = execution->command->record_fact,
		.reader = &execution->reader};
}

static bool find_target(struct execution *execution)
{
	int input = execution->act->target_input;
	if (input == FIELD_NONE || !row_has(execution->input, input))
		return true;
	execution->target = execution_load(execution, execution->act->record, row_text(execution->input, input));
	if (execution->target)
		return true;
	error_say(execution->errors, E_NOT_FOUND, NULL, N_("There is nothing here under this identifier"));
	return false;
}

static void check_version(struct execution *execution)
{
	int64_t expected = execution->command->expected_version;
	if (!expected || !execution->target || execution->target->version == expected)
		return;
	error_add(execution->errors, &(struct error){.code = E_CONFLICT,
		.message = N_("Somebody else changed this after you opened it"),
		.advice = N_("Look at the new state, then decide again"),
		.detail = arena_format(execution->arena, "expected %lld, is %lld", (long long)expected,
			(long long)execution->target->version)});
}

/* An input record may leave its scope fields unset (0): only a reference to the right record counts. */
static struct text input_scope(struct execution *execution, int field, const struct record *record)
{
	const struct record *inputs = execution->act->input_record;
	if (!record || field < 0 || field >= inputs->field_count || inputs->fields[field].type != FIELD_REFERENCE ||
		registry_reference(execution->service->registry, &inputs->fields[field]) != record)
		return text_empty();
	return row_text(execution->input, field);
}

static struct text input_facility(struct execution *execution)
{
	return input_scope(execution, execution->act->input_record->facility_field,
		execution->service->registry->facility);
}

/* Whom and where: of the target, else as the inputs say, else where the actor works. */
static void find_scope(struct execution *execution)
{
	const struct row *target = execution->target;
	execution->subject = target ? row_subject(target) : input_scope(execution,
		execution->act->input_record->person_field, execution->service->registry->subject);
	execution->facility = target ? row_facility(target) : input_facility(execution);
	if (!text_is_empty(execution->subject)) {
		struct text current = execution_subject_facility(execution, execution->subject);
		if (!text_is_empty(current))
			execution->facility = current;
	}
	bool is_scoped = execution->act->record->facility_field != FIELD_NONE ||
		execution->act->record->person_field != FIELD_NONE;
	if (!execution->target && is_scoped && text_is_empty(execution->facility) && text_is_empty(execution->subject))
		execution->facility = execution->actor->facility;
}

bool execution_parse(struct execution *execution)
{
	if (!find_act(execution))
		return false;
	size_t before = execution->errors->count;
	begin_context(execution);
	for (size_t i = 0; i < execution->command->input_count; i++)
		parse_input(execution, &execution->command->inputs[i]);
	check_inputs(execution);
	check_reason(execution);
	if (execution->command->record_fact && !(execution->act->flags & ACT_MAY_RECORD_FACT))
		error_say(execution->errors, E_STATE, NULL, N_("This act cannot be recorded as something that has happened"));
	if (!find_target(execution))
		return false;
	check_version(execution);
	find_scope(execution);
	check_references(execution);
	return execution->errors->count == before;
}

/* ---- access ---- */

static bool refuse(struct execution *execution, enum access_reason reason)
{
	if (reason == ACCESS_COMPARTMENT) {
		error_say(execution->errors, E_NOT_FOUND, NULL, N_("There is nothing here under this identifier"));
		return false;
	}
	error_add(execution->errors, &(struct error){.code = reason == ACCESS_SESSION ? E_SIGN_IN : E_ACCESS,
		.message = access_reason_label(reason), .detail = text_from(access_reason_code(reason))});
	return false;
}

/* Somebody under way is in the hands of both ends; somebody who left comes back where the inputs say. */
static struct text other_end(struct execution *execution, const struct row *subject, bool gone)
{
	const struct registry *registry = execution->service->registry;
	if (gone)
		return input_facility(execution);
	int destination = registry->subject_destination
		? record_field(registry->subject, text_from(registry->subject_destination)) : FIELD_NONE;
	return destination >= 0 ? row_text(subject, destination) : text_empty();
}

/* Does an open row of the record's need name the actor for this subject? */
static bool need_is_shown(struct execution *execution, const struct record *record, struct text subject)
{
	const struct record_need *need = record->need;
	for (int i = 0; need && i < 2; i++) {
		const struct condition conditions[] = { CONDITION_TEXT(need->subject, subject), CONDITION_ABSENT(need->ended),
			CONDITION_TEXT(need->users[i], execution->actor->id) };
		if (need->users[i] != FIELD_NONE && execution->reader.count(execution, need->by, conditions, 3) > 0)
			return true;
	}
	return false;
}

static struct access_object object_of(struct execution *execution, const struct record *record, const struct row *row,
	struct text subject, struct text facility)
{
	const struct registry *registry = execution->service->registry;
	struct access_object object = {.record = record, .row = row, .subject = subject, .facility = facility,
		.other_facility = text_empty()};
	const struct row *file = text_is_empty(subject) ? NULL : execution_load(execution, registry->subject, subject);
	if (!file) /* nobody's, or a subject that this act makes */
		return object;
	object.facility = row_text(file, registry->subject_facility);
	object.subject_gone = text_is_empty(object.facility);
	object.other_facility = other_end(execution, file, object.subject_gone);
	object.need_shown = need_is_shown(execution, record, subject);
	return object;
}

/* A row that is closed to the actor by name, or a deadline, breach or document about one. */
static bool is_closed(struct execution *execution, const struct row *row)
{
	if (!row)
		return false;
	if (row_is_closed_to(row, execution->actor->name))
		return true;
	int record_index = row->record->flags & RECORD_ENGINE ? record_field(row->record, TEXT_OF("about_record")) : FIELD_NONE;
	int id_index = record_index < 0 ? FIELD_NONE : record_field(row->record, TEXT_OF("about_id"));
	const struct record *about = id_index < 0 ? NULL : registry_record(execution->service->registry, row_text(row, record_index));
	const struct row *closed = about && about->closed_to_field > 0 ? execution_load(execution, about, row_text(row, id_index)) : NULL;
	return closed && row_is_closed_to(closed, execution->actor->name);
}

/* What an input refers to must be within reach too: otherwise an act would be a way to touch another facility's files. */
static bool references_in_reach(struct execution *execution)
{
	const struct record *inputs = execution->act->input_record;
	bool good = true;
	for (int i = 0; i < inputs->field_count; i++) {
		const struct field *field = &inputs->fields[i];
		if (field->type != FIELD_REFERENCE || i == execution->act->target_input || !row_has(execution->input, i))
			continue;
		const struct record *record = registry_reference(execution->service->registry, field);
		const struct row *row = execution_load(execution, record, row_text(execution->input, i));
		if (!row || text_is_empty(row_subject(row)))
			continue;
		struct access_object object = object_of(execution, record, row, row_subject(row), row_facility(row));
		enum access_reason reason = access_read(execution->actor, &object);
		if (is_closed(execution, row))
			reason = ACCESS_COMPARTMENT;
		if (reason != ACCESS_SCOPE && reason != ACCESS_COMPARTMENT && reason != ACCESS_OWN_INTEREST &&
			reason != ACCESS_NEED)
			continue;
		struct error error = {.code = E_REFERENCE, .message = N_("{field} names an entry that does not exist"),
			.parameters = {{"field", text_from(field->label), true}},
			.detail = text_from(access_reason_code(reason))};
		set_path(execution, text_from(field->name), &error);
		error_add(execution->errors, &error);
		good = false;
	}
	return good;
}

static bool fields_are_visible(struct execution *execution)
{
	const struct record *inputs = execution->act->input_record;
	uint64_t hidden = access_hidden(execution->actor, inputs) & execution->given;
	for (int i = 0; i < inputs->field_count; i++) {
		if (!(hidden & UINT64_C(1) << i))
			continue;
		struct error error = {.code = E_ACCESS, .message = N_("{field} is marked above your clearance"),
			.parameters = {{"field", text_from(inputs->fields[i].label), true}}};
		set_path(execution, text_from(inputs->fields[i].name), &error);
		error_add(execution->errors, &error);
	}
	return hidden == 0;
}

/* What somebody else has under a seal (model/record.h) does not exist for this actor. */
static bool target_is_sealed(const struct execution *execution)
{
	const struct row *target = execution->target;
	return target && target->record->sealed_field > 0 && row_is_yes(target, target->record->sealed_field) &&
		!text_equal(target->created_by, execution->actor->id);
}

/* The approval of a proposal asks whether both may: the first by the act, the second by its seconds. */
bool execution_authorise(struct execution *execution)
{
	const struct actor *actor = execution->actor;
	struct access_object object = object_of(execution, execution->act->record, execution->target,
		execution->subject, execution->facility);
	enum access_reason reason = actor->is_system ? ACCESS_ALLOWED : access_act(actor, execution->act, &object);
	if (actor->valid_until != 0 && execution->context.now >= actor->valid_until)
		reason = ACCESS_SESSION;
	if (reason == ACCESS_ALLOWED && execution->second)
		reason = access_second(actor, execution->second, execution->act);
	/* Who agrees must be allowed to know what it is about. */
	if (reason == ACCESS_ALLOWED && execution->second &&
		!(execution->second->compartments & 1u << execution->act->record->compartment))
		reason = ACCESS_COMPARTMENT;
	if (reason == ACCESS_ALLOWED && !actor->is_system && (target_is_sealed(execution) || is_closed(execution, execution->target)))
		reason = ACCESS_COMPARTMENT;
	if (reason != ACCESS_ALLOWED)
		return refuse(execution, reason);
	if (actor->is_system)
		return true;
	bool visible = fields_are_visible(execution);
	return references_in_reach(execution) && visible;
}
