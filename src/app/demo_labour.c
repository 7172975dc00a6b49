/* demo_labour.c - the money of people; a job and a work place that those who work share; sessions of units; hygiene inspections. */
#include "app/demo.h"

#include "base/builder.h"
#include "service/records.h"

/* What the first prison set up is kept with the first of the sample, for everybody who works there. */
enum { KEPT_JOB = DEMO_KEPT_LABOUR, KEPT_WORKSHOP, KEPT_BEGUN, KEPT_END };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT, "the kept identifiers of labour run out of their part");
enum { DAY = 24, LINES = 3, SESSION_PEOPLE = 9, SET_UP_DAYS = 40 };

static bool fill_line(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINE[][6] = { { "kind", "sent_in", "amount", "60.00", "words", "Sent by a brother" }, { "kind", "purchase", "amount", "14.50", "words", "Tea, sugar, envelopes" },
		{ "kind", "to_family", "amount", "20.00", "words", "To the mother, by post" }, { "kind", "to_savings", "amount", "10.00", "words", "Own wish" } };
	const size_t which = (size_t)demo_one_of(4);
	demo_input(command, "person", person->id);
	for (size_t i = 0; i < 6; i += 2)
		demo_input(command, LINE[which][i], text_from(LINE[which][i + 1]));
	demo_input(command, "paper", arena_format(demo->wave_arena, "Q-%zu", 1000 + demo_one_of(9000)));
	return true;
}

static bool fill_brought(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "brought", "amount", "150.00", "words", "Cash counted at admission before the person", NULL };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_inputs(command, SAME);
	return true;
}

/* What was brought is more than all lines together take out. */
static void holds_money(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step BROUGHT = { "account_entry.post", "reception", 0, fill_brought, NULL }, LINE = { "account_entry.post", "reception", 0, fill_line, NULL };
	demo_run_each(demo, &BROUGHT, &person, 1);
	for (int64_t line = 1; line <= LINES; line++)
		demo_later(demo, &LINE, person, line * 6 * DAY);
}

/* ---- work place, sessions, hygiene ---- */

static bool fill_job(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "code", "JOINER", "name", "Joiner", "skill_code", "7522", "power_over_prisoners", "no", NULL };
	(void)demo, (void)person;
	demo_inputs(command, SAME);
	return true;
}

static bool fill_workshop(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "name", "Joinery", "work_for", "contractor", "firm", "Example Furniture, contract 12", "supervisor", "Master of the workshop", "contract_rate", "4.20",
		"normal_wage", "4.00", NULL };
	(void)demo;
	demo_input(command, "facility", person->facility->id);
	demo_inputs(command, SAME);
	return true;
}

static bool fill_assessed(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "risk_by", "Labour inspectorate", "risks", "Saw: a guard and a stop button. Dust: masks. Noise: ear muffs", NULL };
	(void)person;
	demo_inputs(command, SAME);
	return demo_about(demo->sample, command, "workshop", KEPT_WORKSHOP);
}

static bool fill_hygiene(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "body", "physician", "food", "good", "cleanliness", "good", "sanitation", "advice", "clothing", "good", "sport", "good", "advice",
		"The air in the showers of the second wing is damp: mend the fan", NULL };
	(void)demo;
	demo_input(command, "facility", person->facility->id);
	demo_inputs(command, SAME);
	return true;
}

static void done_job(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	demo_keep(demo, demo->sample, KEPT_JOB, outcome);
}

static void done_workshop(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	demo_keep(demo, demo->sample, KEPT_WORKSHOP, outcome);
}

static void sets_up(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step JOB = { "job.add", "headquarters", 0, fill_job, done_job }, WORKSHOP = { "workshop.open", "governor", 0, fill_workshop, done_workshop },
		ASSESSED = { "workshop.assess", "governor", 0, fill_assessed, NULL };
	demo_run_each(demo, &JOB, &person, 1);
	demo_run_each(demo, &WORKSHOP, &person, 1);
	demo_run_each(demo, &ASSESSED, &person, 1);
}

static void hygiene_looked_at(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step HYGIENE = { "hygiene_check.record", "health", 0, fill_hygiene, NULL };
	demo_run_each(demo, &HYGIENE, &person, 1);
}

static struct rows some(struct demo *demo, const struct record *record, int facility_field, struct text facility, struct condition more, size_t limit)
{
	struct connection *reader = service_reader(demo->service, &demo->cli->errors);
	struct selection selection = { .record = record, .order_field = FIELD_CREATED_AT, .limit = limit, .condition_count = 2 };
	struct rows rows = { NULL, 0 };
	selection.conditions[0] = (struct condition)CONDITION_TEXT(facility_field, facility);
	selection.conditions[1] = more;
	if (!reader || !select_rows(reader, demo->wave_arena, &selection, &rows, &demo->cli->errors))
		return (struct rows){ NULL, 0 };
	return rows;
}

/* Each wing in turn; of the people some take part, one does not want to. */
static bool fill_session(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[][3] = { { "sport", "Football", "60" }, { "recreation", "Chess and table tennis", "90" }, { "education", "School, ninth class", "180" }, { "culture", "Choir", "60" } };
	size_t which = demo_one_of(4);
	struct rows wings = some(demo, &RECORD_PLACE, PLACE_FACILITY, person->facility->id, (struct condition)CONDITION_TEXT(PLACE_KIND, TEXT_OF("wing")), DEMO_WAVE);
	struct rows people = some(demo, &RECORD_PERSON, PERSON_CURRENT_FACILITY, person->facility->id, (struct condition)CONDITION_TEXT(PERSON_WHEREABOUTS, TEXT_OF("in")), SESSION_PEOPLE);
	struct builder list;
	if (wings.count == 0 || people.count == 0)
		return false;
	builder_begin(&list, demo->wave_arena, 512);
	for (size_t i = 0; i < people.count; i++) {
		builder_add(&list, people.items[i]->id);
		builder_add(&list, i % 4 == 3 ? TEXT_OF(" declined\n") : TEXT_OF(" took_part\n"));
	}
	demo_input(command, "place", wings.items[demo_one_of(wings.count)]->id);
	demo_input(command, "kind", text_from(KIND[which][0]));
	demo_input(command, "what", text_from(KIND[which][1]));
	demo_input(command, "minutes", text_from(KIND[which][2]));
	demo_input(command, "list", builder_text(&list));
	return true;
}

static void session_held(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step SESSION = { "activity.record", "wing", 0, fill_session, NULL };
	demo_run_each(demo, &SESSION, &person, 1);
}

/* Once, in the first prison: the first who is there long enough before the present. */
static void prison_begins(struct demo *demo, struct demo_person *person, int64_t hours)
{
	if (person->facility != &demo->facilities[0] || demo->sample->kept[KEPT_BEGUN].length || hours < (SET_UP_DAYS + 2) * DAY)
		return;
	demo->sample->kept[KEPT_BEGUN] = person->id;
	demo_call_later(demo, sets_up, person, hours - SET_UP_DAYS * DAY);
	demo_call_later(demo, hygiene_looked_at, person, hours - 34 * DAY);
	demo_call_later(demo, hygiene_looked_at, person, hours - 4 * DAY);
	for (int64_t day = 0; day < 12; day++)
		demo_call_later(demo, session_held, person, hours - day * DAY - 3);
}

void demo_labour(struct demo *demo, struct demo_person *person)
{
	size_t at = (size_t)(person - demo->sample);
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR;
	if (person->unfinished || person->facility->kind == DEMO_WOMEN)
		return;
	prison_begins(demo, person, hours);
	if (at % 6 == 0 && hours > 40 * DAY)
		demo_call_later(demo, holds_money, person, hours - 30 * DAY);
}
