/* demo_care.c - injuries and signs of ill-treatment reported outside; who asked for health staff, orders of clinicians, an epidemic; days of
 * units, places looked at, what was handed out; work and pay. */
#include "app/demo.h"

enum { KEPT_EVENT = DEMO_KEPT_CARE, KEPT_REQUEST, KEPT_ORDER, KEPT_FITNESS, KEPT_RESTRICTION, KEPT_WORK, KEPT_END };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT, "the kept identifiers of care run out of their part");
enum { DAY = 24, EARLIEST_DAYS = 5 };

/* ---- injuries, signs of ill-treatment ---- */

static bool fill_injury(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "serious_injury", "happened_where", "Workshop", "known_from", "officer", "circumstances",
		"A press closed on the hand; two people and the foreman saw it. Taken to the hospital", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "happened_at", demo_moment(demo, 0));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_signs(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "ill_treatment", "happened_where", "Seen in the health room", "known_from", "health", "circumstances",
		"Marks that the story of a fall does not explain; the person does not want to complain", "implicated", "wing.third", "protection",
		"Moved to another wing with other officers; a nurse looks in every day", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "happened_at", demo_moment(demo, 0));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_hold(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "recording", "description", "Camera 4, two hours around it", "kept_at", "Safe of the director, disk 7", "seal", "S-0412", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "grave_event", KEPT_EVENT);
}

static bool fill_notify(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "authority", TEXT_OF("District prosecutor"));
	demo_input(command, "authority_number", arena_format(demo->wave_arena, "P-%zu", 100 + demo_one_of(900)));
	return demo_about(person, command, "grave_event", KEPT_EVENT);
}

static bool fill_family(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "occasion", "illness", "told_whom", "family", "result", "told", "method", "Telephone, own language", "wish", "yes", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "told_at", demo_moment(demo, 0));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_begin(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	return demo_about(person, command, "grave_event", KEPT_EVENT);
}

static bool fill_close(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "outcome", "accident", "cause", "The guard of the press was missing", "findings", "Report of the authority; the press stands still until it has a guard", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "grave_event", KEPT_EVENT);
}

static void done_event(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_EVENT] = arena_copy(demo->arena, outcome->record_id);
}

static void one(struct demo *demo, const struct demo_step *step, struct demo_person *person) { demo_run_each(demo, step, &person, 1); }

static const struct demo_step HOLD = { "evidence_item.hold", "governor", 6, fill_hold, NULL }, NOTIFY = { "grave_event.notify", "governor", 5, fill_notify, NULL },
	FAMILY = { "notice.give", "governor", 5, fill_family, NULL }, BEGIN = { "grave_event.begin", "headquarters", 3, fill_begin, NULL },
	CLOSE = { "grave_event.close", "headquarters", 3, fill_close, NULL };

static void injured(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step REPORT = { "grave_event.report", "wing", 4, fill_injury, done_event };
	one(demo, &REPORT, person);
	one(demo, &HOLD, person);
	one(demo, &NOTIFY, person);
	one(demo, &FAMILY, person);
	demo_later(demo, &BEGIN, person, DAY - 4);
	demo_later(demo, &CLOSE, person, 20 * DAY);
}

/* The newest waits for the authority's number still: what a director sees in the first hour. */
static void signs_seen(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step REPORT = { "grave_event.report", "health", 4, fill_signs, done_event };
	one(demo, &REPORT, person);
	one(demo, &HOLD, person);
	if (demo->end - demo->now < MOMENT_HOUR)
		return;
	one(demo, &NOTIFY, person);
	demo_later(demo, &BEGIN, person, DAY - 4);
}

/* ---- health and custody ---- */

static bool fill_request(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const CHANNEL[] = { "person", "person", "officer", "list" };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "channel", text_from(CHANNEL[demo_one_of(4)]));
	demo_input(command, "wish", TEXT_OF("none"));
	return true;
}

static bool fill_seen(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "result", "seen", "examiner_sex", "F", "present", "nobody", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "health_request", KEPT_REQUEST);
}

static bool fill_order(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[][2] = { { "hospital", "District hospital, eye clinic; take the glasses along" }, { "lower_bunk", "Lower bunk, near the door" },
		{ "diet", "No salt" } };
	size_t which = demo_one_of(3);
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(KIND[which][0]));
	demo_input(command, "instruction", text_from(KIND[which][1]));
	demo_input(command, "due_at", demo_moment(demo, DAY));
	return true;
}

static bool fill_carried(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	return demo_about(person, command, "clinical_order", KEPT_ORDER);
}

static bool fill_object(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	command->reason = TEXT_OF("No car and no escort before the afternoon");
	return demo_about(person, command, "clinical_order", KEPT_ORDER);
}

static bool fill_fitness(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "question", TEXT_OF("work"));
	return true;
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "answer", TEXT_OF("limited"));
	demo_input(command, "limits", TEXT_OF("No lifting over five kilograms"));
	return demo_about(person, command, "fitness", KEPT_FITNESS);
}

static bool fill_restriction(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "ground", "Fever in two units; the laboratory confirmed it", "authority", "Regional health office, decision 12", "measures",
		"association visits", "instead", "Video calls at the wing office, parcels, lessons in the unit", "contact_minutes", "90", NULL };
	demo_input(command, "facility", person->facility->id);
	demo_input(command, "ends_on", date_text(demo->wave_arena, demo_day(demo, 14)));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_lift(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	command->reason = TEXT_OF("No new case for ten days");
	return demo_about(person, command, "health_restriction", KEPT_RESTRICTION);
}

static void done_request(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_REQUEST, outcome); }
static void done_order(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_ORDER, outcome); }
static void done_fitness(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_FITNESS, outcome); }
static void done_restriction(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_RESTRICTION, outcome); }

static const struct demo_step SEEN = { "health_request.see", "health", 0, fill_seen, NULL }, CARRIED = { "clinical_order.carry_out", "wing", 0, fill_carried, NULL },
	OBJECT = { "clinical_order.object", "security", 3, fill_object, NULL }, ANSWER = { "fitness.answer", "health", 0, fill_answer, NULL },
	LIFT = { "health_restriction.end", "governor", 0, fill_lift, NULL };

static void ill(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step REQUEST = { "health_request.make", "wing", 2, fill_request, done_request };
	one(demo, &REQUEST, person);
	demo_later(demo, &SEEN, person, 6);
}

static void prescribed(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step ORDER = { "clinical_order.give", "health", 2, fill_order, done_order };
	one(demo, &ORDER, person);
	if (demo->end - demo->now < DAY * MOMENT_HOUR / 2)
		one(demo, &OBJECT, person);
	demo_later(demo, &CARRIED, person, 20);
}

static void asked(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step ASK = { "fitness.ask", "wing", 2, fill_fitness, done_fitness };
	one(demo, &ASK, person);
	demo_later(demo, &ANSWER, person, 30);
}

static void epidemic(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step BEGIN_RESTRICTION = { "health_restriction.begin", "governor", 2, fill_restriction, done_restriction };
	one(demo, &BEGIN_RESTRICTION, person);
	demo_later(demo, &LIFT, person, 3 * DAY - 2);
}

/* ---- conditions ---- */

static struct rows wings_of(struct demo *demo, struct text facility)
{
	struct connection *reader = service_reader(demo->service, &demo->cli->errors);
	struct selection selection = { .record = &RECORD_PLACE, .order_field = PLACE_CODE, .limit = DEMO_WAVE, .condition_count = 2 };
	struct rows rows = { NULL, 0 };
	selection.conditions[0] = (struct condition)CONDITION_TEXT(PLACE_FACILITY, facility);
	selection.conditions[1] = (struct condition)CONDITION_TEXT(PLACE_KIND, TEXT_OF("wing"));
	if (!reader || !select_rows(reader, demo->wave_arena, &selection, &rows, &demo->cli->errors))
		return (struct rows){ NULL, 0 };
	return rows;
}

/* Every wing; today one is not written yet. */
static void unit_days(struct demo *demo, struct demo_person *person)
{
	static const char *const SAME[] = { "meals", "3", "water", "yes", "shower", "yes", "bedding", "no", NULL };
	static const struct demo_step RECORD_DAY = { "unit_day.record", "wing", 1, NULL, NULL };
	struct rows wings = wings_of(demo, person->facility->id);
	struct demo_command *forms = ARENA_ARRAY(demo->wave_arena, struct demo_command, wings.count + 1);
	size_t count = 0;
	for (size_t i = demo->end - demo->now < DAY * MOMENT_HOUR; i < wings.count; i++) {
		demo_input(&forms[count], "place", wings.items[i]->id);
		demo_input(&forms[count], "yard_minutes", demo_chance(10) ? TEXT_OF("40") : TEXT_OF("60"));
		demo_inputs(&forms[count++], SAME);
	}
	demo_run_forms(demo, &RECORD_DAY, NULL, forms, count);
}

static bool fill_check(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const POOR[] = { "people", "4", "beds", "4", "floor_area", "17.50", "daylight", "closed", "toilet", "apart", "water", "yes", "clean", "no", "temperature", "17",
		"advice", "The window cannot be opened and the wall is damp", NULL };
	static const char *const GOOD[] = { "people", "4", "beds", "4", "floor_area", "17.50", "daylight", "good", "toilet", "apart", "water", "yes", "clean", "yes", NULL };
	const struct demo_facility *facility = person->facility;
	if (facility->cell_count[0] == 0)
		return false;
	demo_input(command, "place", facility->cells[0][(size_t)(person - demo->sample) % facility->cell_count[0]].id);
	demo_inputs(command, demo_chance(50) ? POOR : GOOD);
	return true;
}

static bool fill_less(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "yard", "why", "away", NULL };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_inputs(command, SAME);
	return true;
}

static bool fill_supply(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[] = { "bedding", "hygiene", "clothing" };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(KIND[demo_one_of(3)]));
	return true;
}

static void looked_at(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step CHECK = { "place_check.record", "health", 4, fill_check, NULL };
	one(demo, &CHECK, person);
}

static void lives(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step NOTE_LESS = { "day_exception.note", "wing", 1, fill_less, NULL }, SUPPLY = { "supply.give", "wing", 1, fill_supply, NULL };
	one(demo, &SUPPLY, person);
	one(demo, &NOTE_LESS, person);
}

/* ---- work ---- */

static bool fill_work(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const TASK[][2] = { { "Kitchen, morning shift", "Cook" }, { "Carpentry workshop", "Joiner" }, { "Garden and yard", "Gardener" }, { "Laundry", "Laundry worker" } };
	static const char *const SAME[] = { "work_for", "prison", "consent", "asked", "hours_day", "6", "hours_week", "36", "rest_day", "sunday", "hourly_pay", "2.50", "wish_met", "yes", NULL };
	size_t which = demo_one_of(4);
	demo_input(command, "person", person->id);
	demo_input(command, "task", text_from(TASK[which][0]));
	demo_input(command, "skill", text_from(TASK[which][1]));
	demo_input(command, "wish", text_from(TASK[which][1]));
	demo_inputs(command, SAME);
	/* What the first prison set up (demo_labour.c); its own people work there. */
	demo_about(demo->sample, command, "job", DEMO_KEPT_LABOUR);
	demo_about(demo->sample, command, "workshop", DEMO_KEPT_LABOUR + 1);
	return true;
}

static bool fill_pay(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "hours", "100", "own_part", "100.00", "family_part", "100.00", "saved_part", "50.00", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "work_place", KEPT_WORK);
}

static bool fill_accident(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "what", TEXT_OF("Burnt the hand on the stove; seen by the nurse"));
	return demo_about(person, command, "work_place", KEPT_WORK);
}

static void done_work(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_WORK, outcome); }

static const struct demo_step WAGE = { "work_pay.pay", "caseworker", 0, fill_pay, NULL }, BURNT = { "work_accident.report", "wing", 0, fill_accident, NULL };

static void employed(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step ASSIGN = { "work_place.assign", "caseworker", 2, fill_work, done_work };
	one(demo, &ASSIGN, person);
	demo_later(demo, &WAGE, person, 20 * DAY);
	if (demo_chance(15))
		demo_later(demo, &BURNT, person, 24 * DAY);
}

/* People of the first prison take turns, so that the same person is not everywhere at once. */
static bool is_turn(const struct demo *demo, const struct demo_person *person, size_t every, size_t first)
{
	size_t at = (size_t)(person - demo->sample), most = (size_t)demo->people / 2 + 1;
	every = every < most ? every : most;
	return person->facility == &demo->facilities[0] && at % every == first % every;
}

/* So many days before the present; not for those who came later. */
static void ago(struct demo *demo, void (*call)(struct demo *demo, struct demo_person *person), struct demo_person *person, bool now, int64_t hours_ago)
{
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR;
	if (now && hours - hours_ago > EARLIEST_DAYS * DAY)
		demo_call_later(demo, call, person, hours - hours_ago);
}

void demo_care(struct demo *demo, struct demo_person *person)
{
	if (person->unfinished || person->facility->kind == DEMO_WOMEN)
		return;
	ago(demo, injured, person, is_turn(demo, person, 70, 16), 30 * DAY);
	ago(demo, injured, person, is_turn(demo, person, 110, 41), 3 * DAY);
	ago(demo, signs_seen, person, is_turn(demo, person, 120, 52), 1);
	ago(demo, ill, person, is_turn(demo, person, 9, 2), 2 + (int64_t)demo_one_of(20 * DAY));
	ago(demo, ill, person, is_turn(demo, person, 50, 11), 3);
	ago(demo, prescribed, person, is_turn(demo, person, 14, 5), 2 * DAY + (int64_t)demo_one_of(20 * DAY));
	ago(demo, prescribed, person, is_turn(demo, person, 80, 23), 5);
	ago(demo, asked, person, is_turn(demo, person, 20, 8), 2 * DAY + (int64_t)demo_one_of(9 * DAY));
	ago(demo, asked, person, is_turn(demo, person, 90, 33), 4);
	ago(demo, looked_at, person, is_turn(demo, person, 30, 6), DAY + (int64_t)demo_one_of(20 * DAY));
	ago(demo, looked_at, person, is_turn(demo, person, 60, 14), 6);
	ago(demo, lives, person, is_turn(demo, person, 12, 10), 3);
	for (int64_t day = 0; day < 3; day++)
		ago(demo, unit_days, person, is_turn(demo, person, 100000, 4), day * DAY + 2);
	ago(demo, employed, person, is_turn(demo, person, 6, 0), 25 * DAY);
	ago(demo, epidemic, person, is_turn(demo, person, 100000, 3), 200 * DAY);
}
