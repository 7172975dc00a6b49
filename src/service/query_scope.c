/* query_scope.c - where a subject is, what that means for the reader, and how a selection is narrowed to it. */
#include "service/query_scope.h"

#include "service/records.h"

#include "journal/verify.h"
#include "service/profile.h"
#include "service/writer.h"

/* Months for which the last facility can still open the file of somebody who has left; profile parameter and default. */
#define AFTER_RELEASE_PARAMETER "access.after_release_months"
enum { AFTER_RELEASE_MONTHS = 12 };

bool query_facts(struct query *query, struct text subject, const struct row *row, struct subject_facts **out_facts,
	struct error_list *errors)
{
	const struct registry *registry = query->registry;
	struct subject_facts *facts = map_get(&query->facts, subject);
	if (!facts) {
		if (!row && registry->subject
			&& !select_load(query->connection, query->arena, registry->subject, subject, &row, errors))
			return false;
		facts = ARENA_NEW(query->arena, struct subject_facts);
		facts->exists = row != NULL;
		facts->gone = true;
		if (row) {
			facts->facility = row_text(row, registry->subject_facility);
			facts->gone = text_is_empty(facts->facility);
			int destination = registry->subject_destination
				? record_field(registry->subject, text_from(registry->subject_destination)) : FIELD_NONE;
			if (destination >= 0 && !facts->gone)
				facts->other = row_text(row, destination);
		}
		map_set(&query->facts, arena_copy(query->arena, subject), facts);
	}
	*out_facts = facts;
	return true;
}

static int64_t months_after_release(struct query *query, struct text facility)
{
	struct text code = service_facility_code(query->service, query->connection, query->arena, facility);
	const struct profile *profile = service_profile(query->service);
	struct text text = profile ? profile_parameter(profile, code, AFTER_RELEASE_PARAMETER) : text_empty();
	int64_t months;
	return text_to_integer(text, &months) && months >= 0 && months <= 1200 ? months : AFTER_RELEASE_MONTHS;
}

/*
 * The facility a subject left last, while its time is open. The row no longer tells, the journal does: the newest revision
 * that still had a facility names it, the one after it says when it ended.
 */
static bool find_last_facility(struct query *query, struct text subject, struct subject_facts *facts,
	struct error_list *errors)
{
	const struct registry *registry = query->registry;
	struct journal_entry *entries;
	size_t count;
	facts->last_known = true;
	if (!journal_history(query->connection, query->arena, registry->subject->name, subject, 0, &entries, &count, errors))
		return false;
	for (size_t i = count; i-- > 0;) {
		struct row *row;
		if (!replay_row(query->arena, registry, service_keys(query->service), &entries[i], &row, errors))
			return false;
		if (!row)
			return true; /* key destroyed: nobody has a claim any more */
		struct text facility = row_text(row, registry->subject_facility);
		if (text_is_empty(facility))
			continue;
		int64_t left = i + 1 < count ? entries[i + 1].time : entries[i].time;
		struct date until = date_add_months(moment_date(left), (int32_t)months_after_release(query, facility));
		if (date_compare(moment_date(service_now(query->service)), until) <= 0)
			facts->other = facility;
		return true;
	}
	return true;
}

/* Whether the actor may know that rows of this record exist. */
static bool may_know_of(const struct query *query, const struct record *record)
{
	const struct actor *actor = query->actor;
	if (!(actor->compartments & (1u << record->compartment)))
		return false;
	/* Of rows with a need the actor may know some and not others; what hangs on them is for those who need nothing. */
	return access_needs_nothing(actor, record) &&
		(!(record->flags & RECORD_QUIET) || actor->is_system || actor_has_role(actor, record->readers));
}

bool query_is_about_hidden(const struct query *query, const struct row *row)
{
	if (row->record == &RECORD_PROPOSAL) {
		const struct act *act = registry_act(query->registry, row_text(row, PROPOSAL_ACT));
		return act && act->record && (act->record->flags & RECORD_QUIET) && !may_know_of(query, act->record);
	}
	int field = row->record->flags & RECORD_ENGINE ? record_field(row->record, TEXT_OF("about_record")) : FIELD_NONE;
	const struct record *about = field < 0 || !row_has(row, field) ? NULL
		: registry_record(query->registry, row_text(row, field));
	return about && !may_know_of(query, about);
}

bool query_is_lapsed(const struct query *query, const struct row *row)
{
	return row_has_lapsed(row, service_now(query->service)) && !query->actor->is_system
		&& !actor_has_role(query->actor, row->record->lapsed_readers);
}

bool query_is_sealed(struct query *query, const struct row *row)
{
	int field = row->record->sealed_field;
	if (field <= 0 || !row_is_yes(row, field) || query->actor->is_system || text_equal(row->created_by, query->actor->id))
		return false;
	struct error_list ignored; /* what cannot be read stays closed */
	error_list_begin(&ignored, query->arena);
	const struct row *now = NULL;
	return !select_load(query->connection, query->arena, row->record, row->id, &now, &ignored) || !now || row_is_yes(now, field);
}

bool query_is_closed(struct query *query, const struct row *row)
{
	if (query->actor->is_system)
		return false;
	if (row_is_closed_to(row, query->actor->name))
		return true;
	int record_index = row->record->flags & RECORD_ENGINE ? record_field(row->record, TEXT_OF("about_record")) : FIELD_NONE;
	int id_index = record_index < 0 ? FIELD_NONE : record_field(row->record, TEXT_OF("about_id"));
	const struct record *about = id_index < 0 || !row_has(row, record_index) ? NULL
		: registry_record(query->registry, row_text(row, record_index));
	if (!about || about->closed_to_field <= 0)
		return false;
	struct error_list ignored; /* what cannot be read stays closed */
	error_list_begin(&ignored, query->arena);
	const struct row *closed = NULL;
	return !select_load(query->connection, query->arena, about, row_text(row, id_index), &closed, &ignored) ||
		(closed && row_is_closed_to(closed, query->actor->name));
}

/* Open rows that name the actor as working with the subject; without a subject, with anybody. */
static bool find_need(struct query *query, const struct record_need *need, struct text subject, struct value **out_subjects,
	size_t *out_count, struct error_list *errors)
{
	struct value *subjects = NULL;
	size_t count = 0;
	for (int i = 0; i < 2; i++) {
		struct selection selection = { .record = need->by, .order_field = FIELD_ID, .limit = SELECT_LIMIT_MAXIMUM, .condition_count = 2,
			.conditions = { CONDITION_TEXT(need->users[i], query->actor->id), CONDITION_ABSENT(need->ended) } };
		struct rows rows;
		if (need->users[i] == FIELD_NONE)
			continue;
		if (!text_is_empty(subject))
			selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(need->subject, subject);
		if (!select_rows(query->connection, query->arena, &selection, &rows, errors))
			return false;
		struct value *all = ARENA_ARRAY(query->arena, struct value, count + rows.count + 1);
		for (size_t j = 0; j < count; j++)
			all[j] = subjects[j];
		for (size_t j = 0; j < rows.count; j++)
			all[count++] = row_value(rows.items[j], need->subject);
		subjects = all;
	}
	*out_subjects = subjects;
	*out_count = count;
	return true;
}

static bool look_up_need(struct query *query, struct access_object *object, struct error_list *errors)
{
	struct value *subjects;
	size_t count = 0;
	if (access_needs_nothing(query->actor, object->record))
		return true;
	if (!find_need(query, object->record->need, object->subject, &subjects, &count, errors))
		return false;
	object->need_shown = count > 0;
	return true;
}

bool query_decide(struct query *query, const struct record *record, const struct row *row, struct text subject,
	struct text facility, enum access_reason *out_reason, struct error_list *errors)
{
	struct access_object object = { .record = record, .row = row, .subject = subject, .facility = facility };
	if (row && (query_is_about_hidden(query, row) || query_is_sealed(query, row) || query_is_closed(query, row) || query_is_lapsed(query, row))) {
		*out_reason = ACCESS_COMPARTMENT;
		return true;
	}
	if (text_is_empty(subject)) {
		/* Which facilities there are is known in the whole service: whoever sends somebody there has to choose one. */
		if (record == query->registry->facility)
			object.facility = text_empty();
		*out_reason = access_read(query->actor, &object);
		return true;
	}
	struct subject_facts *facts;
	if (!query_facts(query, subject, record == query->registry->subject ? row : NULL, &facts, errors))
		return false;
	object.facility = facts->facility;
	object.other_facility = facts->other;
	object.subject_gone = facts->gone;
	if (!look_up_need(query, &object, errors))
		return false;
	*out_reason = access_read(query->actor, &object);
	if (*out_reason != ACCESS_STATE || !facts->exists || facts->last_known)
		return true;
	if (!find_last_facility(query, subject, facts, errors))
		return false;
	object.other_facility = facts->other;
	*out_reason = access_read(query->actor, &object);
	return true;
}

bool query_refuse(enum access_reason reason, struct error_list *errors)
{
	if (reason == ACCESS_COMPARTMENT)
		error_say(errors, E_NOT_FOUND, NULL, N_("There is nothing here that you can open"));
	else
		error_add(errors, &(struct error){ .code = reason == ACCESS_SESSION ? E_SIGN_IN : E_ACCESS,
			.message = access_reason_label(reason), .detail = text_from(access_reason_code(reason)) });
	return false;
}

const struct row *query_redact(struct query *query, const struct row *row)
{
	uint64_t hidden = row ? access_hidden(query->actor, row->record) : 0;
	if (!hidden)
		return row;
	struct row *copy = row_copy(query->arena, row);
	for (int i = 0; i < row->record->field_count; i++)
		if (hidden & (UINT64_C(1) << i))
			copy->values[i] = value_absent();
	copy->redacted |= hidden;
	return copy;
}

void query_note_row(struct query *query, const char *kind, const struct row *row)
{
	struct text subject = row_subject(row);
	if (!text_is_empty(subject) && !(row->record->flags & RECORD_NO_READ_LOG))
		query_note(query, kind, subject, text_from(row->record->name), row->id);
}

/* ---- selections ---- */

static bool add_condition(struct selection *selection, const struct condition *condition, struct error_list *errors)
{
	if (selection->condition_count >= SELECT_CONDITIONS_MAXIMUM) {
		error_say(errors, E_LIMIT, NULL, N_("There are too many filters at once"));
		return false;
	}
	selection->conditions[selection->condition_count++] = *condition;
	return true;
}

/* Every facility there is: for those who see all places but not those who have left them. */
static bool load_facilities(struct query *query, struct error_list *errors)
{
	if (query->all_facilities)
		return true;
	size_t count = 0, capacity = 64;
	struct text *all = ARENA_ARRAY(query->arena, struct text, capacity);
	struct selection selection = { .record = query->registry->facility, .order_field = FIELD_ID,
		.limit = SELECT_LIMIT_MAXIMUM };
	struct rows rows;
	do {
		if (!select_rows(query->connection, query->arena, &selection, &rows, errors))
			return false;
		for (size_t i = 0; i < rows.count; i++) {
			if (count == capacity) {
				struct text *more = ARENA_ARRAY(query->arena, struct text, capacity * 2);
				for (size_t j = 0; j < count; j++)
					more[j] = all[j];
				all = more;
				capacity *= 2;
			}
			all[count++] = rows.items[i]->id;
		}
		if (rows.count) {
			selection.after_id = rows.items[rows.count - 1]->id;
			selection.after = value_text(selection.after_id);
		}
	} while (rows.count == SELECT_LIMIT_MAXIMUM);
	query->all_facilities = all;
	query->all_facility_count = count;
	return true;
}

/* The one subject a selection asks about, or empty. */
static struct text selection_subject(const struct selection *selection)
{
	const struct record *record = selection->record;
	int field = record->person_field == FIELD_SELF ? FIELD_ID : record->person_field;
	for (size_t i = 0; field != FIELD_NONE && i < selection->condition_count; i++) {
		const struct condition *condition = &selection->conditions[i];
		if (condition->field == field && condition->comparison == IS && condition->value.kind == VALUE_TEXT)
			return condition->value.text;
	}
	return text_empty();
}

static bool scope_facilities(struct query *query, struct selection *selection, struct error_list *errors)
{
	const struct actor *actor = query->actor;
	if (selection->record == query->registry->facility)
		return true; /* national to read, see query_decide() */
	if (actor->all_facilities && (selection->record->person_field == FIELD_NONE || access_looks_back(actor)))
		return true;
	selection->scoped = true;
	if (actor->all_facilities) {
		if (!load_facilities(query, errors))
			return false;
		selection->facilities = query->all_facilities;
		selection->facility_count = query->all_facility_count;
	} else {
		selection->facilities = actor->facilities;
		selection->facility_count = actor->facility_count;
	}
	return true;
}

/* One's own file is not in any list. */
static bool exclude_own(struct query *query, struct selection *selection, struct error_list *errors)
{
	const struct record *record = selection->record;
	struct text own = query->actor->own_subject;
	if (text_is_empty(own) || record->person_field == FIELD_NONE)
		return true;
	struct condition condition = { .field = record->person_field == FIELD_SELF ? FIELD_ID : record->person_field,
		.comparison = IS_NOT, .value = value_text(own) };
	return add_condition(selection, &condition, errors);
}

/* Rows of a record with a need are in a list for those subjects only with whom the actor works. */
static bool include_needed(struct query *query, struct selection *selection, struct error_list *errors)
{
	struct condition condition = { .field = selection->record->person_field, .comparison = IN };
	struct value *subjects;
	if (access_needs_nothing(query->actor, selection->record))
		return true;
	if (!find_need(query, selection->record->need, text_empty(), &subjects, &condition.list_count, errors))
		return false;
	condition.list = subjects;
	return add_condition(selection, &condition, errors);
}

/* Deadlines, breaches and documents about rows that the actor may not know of are in no list and no count. */
static bool exclude_hidden_abouts(struct query *query, struct selection *selection, struct error_list *errors)
{
	const struct registry *registry = query->registry;
	int field = selection->record->flags & RECORD_ENGINE
		? record_field(selection->record, TEXT_OF("about_record")) : FIELD_NONE;
	for (size_t i = 0; field >= 0 && i < registry->record_count; i++) {
		const struct record *record = registry->records[i];
		if (may_know_of(query, record))
			continue;
		struct condition condition = { .field = field, .comparison = IS_NOT,
			.value = value_string(record->name) };
		if (!add_condition(selection, &condition, errors))
			return false;
	}
	for (size_t i = 0; selection->record == &RECORD_PROPOSAL && i < registry->act_count; i++) {
		const struct act *act = registry->acts[i];
		if (!act->record || !(act->record->flags & RECORD_QUIET) || !(act->flags & ACT_SECOND_PERSON) || may_know_of(query, act->record))
			continue;
		struct condition condition = { .field = PROPOSAL_ACT, .comparison = IS_NOT, .value = value_string(act->name) };
		if (!add_condition(selection, &condition, errors))
			return false;
	}
	return true;
}

/* What has lapsed is in no list and no count, unless somebody who may see it asks for it by its moment. */
static void exclude_lapsed(struct query *query, struct selection *selection)
{
	const struct record *record = selection->record;
	selection->unlapsed_at = 0;
	if (record->lapsed_readers == ROLES_NONE)
		return;
	if (query->actor->is_system || actor_has_role(query->actor, record->lapsed_readers))
		for (size_t i = 0; i < selection->condition_count; i++)
			if (selection->conditions[i].field == record->lapse_field)
				return;
	selection->unlapsed_at = service_now(query->service);
}

bool query_scope(struct query *query, struct selection *selection, struct error_list *errors)
{
	const struct record *record = selection->record;
	enum access_reason reason = access_read(query->actor, &(struct access_object){ .record = record });
	if (reason != ACCESS_ALLOWED)
		return query_refuse(reason, errors);
	selection->hidden |= access_hidden(query->actor, record);
	if (!query->actor->is_system) {
		selection->unsealed_for = query->actor->id;
		selection->closed_to = query->actor->name;
	}
	selection->registry = query->registry;
	selection->scoped = false;
	selection->facilities = NULL;
	selection->facility_count = 0;
	exclude_lapsed(query, selection);
	if (!exclude_hidden_abouts(query, selection, errors))
		return false;
	struct text subject = selection_subject(selection);
	if (!text_is_empty(subject)) {
		/* All rows are about one subject: the decision about it holds for all, also by break-glass or transfer. */
		if (!query_decide(query, record, NULL, subject, text_empty(), &reason, errors))
			return false;
		if (reason == ACCESS_ALLOWED)
			return true;
	}
	return scope_facilities(query, selection, errors) && exclude_own(query, selection, errors) &&
		include_needed(query, selection, errors);
}
