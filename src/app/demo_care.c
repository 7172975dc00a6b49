/* demo_care.c - injuries and signs of ill-treatment reported outside, with their evidence, over the years and today. */
#include "app/demo.h"

enum { KEPT_EVENT = DEMO_KEPT_CARE, KEPT_EVIDENCE, KEPT_END };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT, "the kept identifiers of care run out of their part");
enum { DAY = 24, EARLIEST_DAYS = 5 };

static void inputs(struct demo_command *command, const char *const *pairs)
{
	for (; pairs[0]; pairs += 2)
		demo_input(command, pairs[0], text_from(pairs[1]));
}

/* The row that a step is about. */
static bool about(const struct demo_person *person, struct demo_command *command, const char *name, int place)
{
	demo_input(command, name, person->kept[place]);
	return person->kept[place].length > 0;
}

/* ---- injuries, signs of ill-treatment ---- */

static bool fill_injury(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "serious_injury", "happened_where", "Workshop", "known_from", "officer", "circumstances",
		"A press closed on the hand; two people and the foreman saw it. Taken to the hospital", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "happened_at", demo_moment(demo, 0));
	inputs(command, SAME);
	return true;
}

static bool fill_signs(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "ill_treatment", "happened_where", "Seen in the health room", "known_from", "health", "circumstances",
		"Marks that the story of a fall does not explain; the person does not want to complain", "implicated", "wing.third", "protection",
		"Moved to another wing with other officers; a nurse looks in every day", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "happened_at", demo_moment(demo, 0));
	inputs(command, SAME);
	return true;
}

static bool fill_hold(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "recording", "description", "Camera 4, two hours around it", "kept_at", "Safe of the director, disk 7", "seal", "S-0412", NULL };
	(void)demo;
	inputs(command, SAME);
	return about(person, command, "grave_event", KEPT_EVENT);
}

static bool fill_notify(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "authority", TEXT_OF("District prosecutor"));
	demo_input(command, "authority_number", arena_format(demo->wave_arena, "P-%zu", 100 + demo_one_of(900)));
	return about(person, command, "grave_event", KEPT_EVENT);
}

static bool fill_family(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "occasion", "illness", "told_whom", "family", "result", "told", "method", "Telephone, own language", "wish", "yes", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "told_at", demo_moment(demo, 0));
	inputs(command, SAME);
	return true;
}

static bool fill_begin(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	return about(person, command, "grave_event", KEPT_EVENT);
}

static bool fill_close(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "outcome", "accident", "cause", "The guard of the press was missing", "findings", "Report of the authority; the press stands still until it has a guard", NULL };
	(void)demo;
	inputs(command, SAME);
	return about(person, command, "grave_event", KEPT_EVENT);
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
}
