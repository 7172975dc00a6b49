/* demo_release.c - some have gone home: through the gate on their day, and what is known of them afterwards. */
#include "app/demo.h"

#include "areas/casework/records.h"

enum { DAY = 24, GATE_HOUR = 9 };

/* Rows of a record about a person of the sample. */
static struct rows rows_of(struct demo *demo, const struct record *record, int person_field, const struct demo_person *person)
{
	struct connection *reader = service_reader(demo->service, &demo->cli->errors);
	struct selection selection = { .record = record, .order_field = FIELD_ID, .limit = DEMO_WAVE, .condition_count = 1 };
	struct rows rows = { NULL, 0 };
	selection.conditions[0] = (struct condition)CONDITION_TEXT(person_field, person->id);
	if (!reader || !select_rows(reader, demo->wave_arena, &selection, &rows, &demo->cli->errors))
		return (struct rows){ NULL, 0 };
	return rows;
}

static const struct row *newest(struct rows rows) { return rows.count ? rows.items[rows.count - 1] : NULL; }

static bool fill_prepare(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	if (rows_of(demo, &RECORD_RELEASE, RELEASE_PERSON, person).count)
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", TEXT_OF("term_served"));
	demo_input(command, "planned_on", date_text(demo->wave_arena, person->release));
	return true;
}

static bool fill_plan(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "person", person->id);
	return rows_of(demo, &RECORD_RELEASE_PLAN, RELEASE_PLAN_PERSON, person).count == 0;
}

static bool of_release(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct row *release = newest(rows_of(demo, &RECORD_RELEASE, RELEASE_PERSON, person));
	demo_input(command, "release", release ? release->id : text_empty());
	return release != NULL;
}

static bool fill_file(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "accepted", demo_chance(60) ? TEXT_OF("yes") : TEXT_OF("no"));
	return of_release(demo, person, command);
}

static bool fill_gate(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SEEN[] = { "identity_checked", "yes", "orders_seen", "yes", "medicine_given", "yes", NULL };
	demo_inputs(command, SEEN);
	return of_release(demo, person, command);
}

static void done_gate(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->proposal = outcome->waiting ? arena_copy(demo->arena, outcome->record_id) : text_empty();
}

static bool fill_approve(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "proposal", person->proposal);
	return person->proposal.length > 0;
}

static void needs_settle(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step NEED = { "release.need", "caseworker", 1, NULL, NULL };
	static const char *const DONE[] = { "state", "done", "note", "Arranged with the family and the office of the home town", NULL };
	struct rows steps = rows_of(demo, &RECORD_RELEASE_STEP, RELEASE_STEP_PERSON, person);
	struct demo_command *forms = ARENA_ARRAY(demo->wave_arena, struct demo_command, steps.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < steps.count; i++) {
		if (!row_is(steps.items[i], RELEASE_STEP_STATE, "open"))
			continue;
		demo_input(&forms[count], "release_step", steps.items[i]->id);
		demo_inputs(&forms[count++], DONE);
	}
	demo_run_forms(demo, &NEED, NULL, forms, count);
}

/* ---- afterwards: what is not known is recorded as not known ---- */

static bool fill_followup(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const struct { const char *point; int days; } POINTS[] = { { "d1", 1 }, { "d7", 7 }, { "d30", 30 }, { "m3", 91 }, { "m6", 182 }, { "m12", 350 } };
	int32_t days = date_to_days(moment_date(demo->now)) - date_to_days(person->release);
	const struct row *plan = newest(rows_of(demo, &RECORD_RELEASE_PLAN, RELEASE_PLAN_PERSON, person));
	size_t at = 0;
	while (at + 1 < sizeof POINTS / sizeof *POINTS && POINTS[at + 1].days <= days)
		at++;
	bool reached = demo_chance(80), late = POINTS[at].days > 90;
	if (!plan)
		return false;
	demo_input(command, "release_plan", plan->id);
	demo_input(command, "facility", row_text(plan, RELEASE_PLAN_FACILITY));
	demo_input(command, "point", text_from(POINTS[at].point));
	demo_input(command, "held_on", date_text(demo->wave_arena, moment_date(demo->now)));
	demo_input(command, "reached", reached ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "housed", !reached ? TEXT_OF("unknown") : demo_chance(85) ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "occupied", !reached ? TEXT_OF("unknown") : demo_chance(55) ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "reconviction", !reached ? TEXT_OF("unknown") : late && demo_chance(12) ? TEXT_OF("other") : TEXT_OF("none"));
	demo_input(command, "reengagement", reached ? TEXT_OF("none") : TEXT_OF("unknown"));
	demo_input(command, "source", reached ? TEXT_OF("Telephone call, and the probation office") : TEXT_OF("Called twice, nobody answered"));
	return true;
}

/* ---- the day ---- */

static void leave(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step GATE[] = { { "release.prepare", "records", 1, fill_prepare, NULL }, { "release_plan.open", "caseworker", 1, fill_plan, NULL },
		{ "release.return_property", "reception", 1, of_release, NULL }, { "release.offer_file", "reception", 1, fill_file, NULL },
		{ "release.release", "reception", 1, fill_gate, done_gate }, { "proposal.approve", "governor", 1, fill_approve, NULL } };
	static const struct demo_step FOLLOWUP = { "followup.record", "caseworker", 1, fill_followup, NULL, true };
	static const int AFTER[] = { 1, 7, 30, 91, 182, 350 };
	const struct row *file = newest(rows_of(demo, &RECORD_PERSON, FIELD_ID, person));
	if (!file || !row_has(file, PERSON_EPISODE))
		return;
	demo_work_in(demo, row_text(file, PERSON_CURRENT_FACILITY));
	for (size_t i = 0; i < sizeof GATE / sizeof *GATE; i++) {
		struct demo_step step = GATE[i];
		/* Whoever proposes must still be allowed when the second approves: each house has its own reception. */
		if (person->facility->kind == DEMO_WOMEN && text_equal_string(text_from(step.user), "reception"))
			step.user = "reception.women";
		demo_run_each(demo, &step, &person, 1);
		if (i == 1)
			needs_settle(demo, person);
	}
	file = newest(rows_of(demo, &RECORD_PERSON, FIELD_ID, person));
	person->gone = file && !row_has(file, PERSON_EPISODE);
	for (size_t i = 0; person->gone && i < sizeof AFTER / sizeof *AFTER; i++)
		demo_later(demo, &FOLLOWUP, person, AFTER[i] * DAY);
}

void demo_release(struct demo *demo, struct demo_person *person)
{
	int64_t day = (int64_t)date_to_days(person->release) - date_to_days(moment_date(demo->now));
	if (person->leaves)
		demo_call_later(demo, leave, person, day * DAY + GATE_HOUR - demo->now % MOMENT_DAY / MOMENT_HOUR);
}
