/* demo_work.c - the week's work: what is due before the next week is done, by whoever would do it; a little of it is forgotten until then. */
#include "app/demo.h"

#include "service/records.h"

enum { WEEK = 168, AHEAD_DAYS = 3, FORGOTTEN_PERCENT = 6, CHORE_EXTRAS = 5 };

/* How a clock is answered: by which act of whom, and which input names what it runs for (the person, or the row it is about). */
struct chore {
	const char *clock, *act, *user, *input;
	bool of_person;
	const char *extras[CHORE_EXTRAS][2];
	const char *day_input; /* takes the day on which the clock is due, and days after it; NULL: none */
	int days_after;
	const char *reason;
};

static const struct chore CHORES[] = {
	{ "release-plan", "release_plan.open", "caseworker", "person", true, { { NULL, NULL } }, NULL, 0, NULL },
	{ "release-step", "release_milestone.settle", "caseworker", "release_milestone", false, { { "state", "done" }, { "note", "Talked through with the person and the partner" } },
		NULL, 0, NULL },
	{ "release-preparation", "release.prepare", "records", "person", true, { { "kind", "term_served" } }, "planned_on", 89, NULL },
	{ "resettlement-plan", "case_note.write", "records", "person", true, { { "kind", "resettlement" }, { "note", "Wants to go back to the family; school certificate is missing" },
		{ "fact_or_opinion", "report" } }, NULL, 0, NULL },
	{ "family-contact", "communication.record", "records", "person", true, { { "means", "call" }, { "direction", "out" }, { "contact_class", "family" },
		{ "looked_at", "nothing" }, { "result", "done" } }, NULL, 0, NULL },
	{ "needs-looked-at", "needs_assessment.record", "caseworker", "person", true, { { "needs", "Wants to call the family; asks for work" }, { "measures", "A call on the first day; put on the list for work" } },
		NULL, 0, NULL },
	{ "social-worker", "case_assignment.assign", "governor", "person", true, { { "kind", "social_worker" }, { "worker", "caseworker" }, { "why", "Family and agencies of the home region" } }, NULL, 0, NULL },
	{ "admission-reports", "admission_report.write", "caseworker", "person", true, { { "kind", "social" }, { "words", "Lived with the family; a brother keeps the house" } }, NULL, 0, NULL },
	{ "admission-reports", "admission_report.write", "caseworker", "person", true, { { "kind", "education" }, { "words", "Nine classes; worked as a driver" } }, NULL, 0, NULL },
	{ "admission-reports", "admission_report.write", "health", "person", true, { { "kind", "fitness" }, { "words", "Fit for work" } }, NULL, 0, NULL },
	{ "adjustment-decided", "accommodation.decide", "governor", "accommodation", false, { { "decision", "granted" }, { "answer", "From today, with a crutch from the health service" } }, NULL, 0, NULL },
	{ "gradual-return", "release_plan.supervise", "caseworker", "release_plan", false, { { "supervisor", "Probation office of the home region" }, { "supervisor_kind", "probation" },
		{ "gradual", "Leave at weekends, work outside in the last three months" } }, NULL, 0, NULL },
	{ "information-found", "information_task.close", "psychologist", "information_task", false, { { "answer", "The school of the home town has written: nine classes, no diploma" } },
		NULL, 0, NULL },
	{ "correction-answered", "assessment_correction.answer", "psychologist", "assessment_correction", false, { { "state", "accepted" },
		{ "answer", "The wing book says the same; the words were changed" } }, NULL, 0, NULL },
	{ "reassessment-due", "assessment.end", "psychologist", "assessment", false, { { NULL, NULL } }, NULL, 0, "Its question is answered; a new sign would be looked at anew" },
};

/* What is due of one kind, soonest first, after a row of an earlier answer (NULL: from the first). */
static struct rows chore_rows(struct demo *demo, const struct chore *chore, const struct row *after)
{
	struct connection *reader = service_reader(demo->service, &demo->cli->errors);
	struct selection selection = { .record = &RECORD_DEADLINE, .order_field = DEADLINE_DUE_AT, .limit = DEMO_WAVE, .condition_count = 3 };
	struct rows rows = { NULL, 0 };
	selection.conditions[0] = (struct condition)CONDITION_TEXT(DEADLINE_CLOCK, text_from(chore->clock));
	selection.conditions[1] = (struct condition)CONDITION_ABSENT(DEADLINE_STOPPED_AT);
	selection.conditions[2] = (struct condition){ .field = DEADLINE_DUE_AT, .comparison = LESS, .value = value_integer(demo->now + AHEAD_DAYS * MOMENT_DAY) };
	if (after) {
		selection.after = row_value(after, DEADLINE_DUE_AT);
		selection.after_id = after->id;
	}
	if (!reader || !select_rows(reader, demo->wave_arena, &selection, &rows, &demo->cli->errors))
		return (struct rows){ NULL, 0 };
	return rows;
}

static void chore_fill(struct demo *demo, const struct chore *chore, const struct row *deadline, struct demo_command *form)
{
	demo_input(form, chore->input, row_text(deadline, chore->of_person ? DEADLINE_SUBJECT : DEADLINE_ABOUT_ID));
	for (size_t i = 0; i < CHORE_EXTRAS && chore->extras[i][0]; i++)
		demo_input(form, chore->extras[i][0], text_from(chore->extras[i][1]));
	if (text_equal_string(text_from(chore->act), "case_note.write"))
		demo_input(form, "happened_at", moment_text(demo->wave_arena, demo->now));
	if (chore->day_input)
		demo_input(form, chore->day_input, date_text(demo->wave_arena, date_add_days(moment_date(row_moment(deadline, DEADLINE_DUE_AT)), chore->days_after)));
	form->reason = chore->reason ? text_from(chore->reason) : text_empty();
}

static void chore_do(struct demo *demo, const struct chore *chore, struct rows rows)
{
	struct demo_command *forms = ARENA_ARRAY(demo->wave_arena, struct demo_command, rows.count + 1);
	const struct demo_step step = { chore->act, chore->user, 1, NULL, NULL };
	size_t used = 0;
	for (size_t i = 0; i < rows.count; i++) {
		/* Two of one person in one week: the second waits, it may need the first. */
		bool again = i > 0 && text_equal(row_text(rows.items[i], DEADLINE_SUBJECT), row_text(rows.items[i - 1], DEADLINE_SUBJECT));
		if (!(chore->of_person && again) && !demo_chance(FORGOTTEN_PERCENT)) {
			forms[used] = (struct demo_command){ .count = 0 };
			chore_fill(demo, chore, rows.items[i], &forms[used++]);
		}
	}
	demo_run_forms(demo, &step, NULL, forms, used);
}

/* Every week, the last time a day before the present. */
static void week(struct demo *demo, struct demo_person *person)
{
	for (size_t i = 0; i < sizeof CHORES / sizeof *CHORES; i++)
		chore_do(demo, &CHORES[i], chore_rows(demo, &CHORES[i], NULL));
	demo_call_later(demo, week, person, WEEK);
}

/* In a large service the weeks do not reach everybody: whoever is left is called in the end. */
void demo_work_last(struct demo *demo)
{
	const struct chore *chore = CHORES;
	while (!text_equal_string(text_from(chore->clock), "family-contact"))
		chore++;
	struct rows rows = chore_rows(demo, chore, NULL);
	while (rows.count > 0 && demo->cli->errors.count == 0) {
		chore_do(demo, chore, rows);
		struct row *last = rows.items[rows.count - 1];
		struct row kept = { .record = last->record, .id = arena_copy(demo->arena, last->id), .values = ARENA_ARRAY(demo->arena, struct value, (size_t)last->record->field_count) };
		row_set_integer(&kept, DEADLINE_DUE_AT, row_moment(last, DEADLINE_DUE_AT));
		bool full = rows.count == DEMO_WAVE;
		arena_reset(demo->wave_arena);
		rows = full ? chore_rows(demo, chore, &kept) : (struct rows){ NULL, 0 };
	}
}

void demo_work(struct demo *demo, struct demo_person *person)
{
	if (person == demo->sample)
		demo_call_later(demo, week, person, ((demo->end - demo->now) / MOMENT_HOUR - 20) % WEEK);
}
