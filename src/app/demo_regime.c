/* demo_regime.c - privileges by a published scheme, and units asked for complaints day by day. */
#include "app/demo.h"

/* By turns, not by chance: what others do by chance stays as it is. */
enum { DAY = 24, ROUND_DAYS = 20, LEVEL_EVERY = 5 };

static bool is_first_here(const struct demo *demo, const struct demo_person *person)
{
	for (const struct demo_person *earlier = demo->sample; earlier < person; earlier++)
		if (earlier->facility == person->facility)
			return false;
	return true;
}

static bool fill_scheme(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "version_name", "First scheme", "law", "Prison Rules, article 40", "gives", "sport more_calls more_visits spending", "how",
		"Work, school and a clean record for three months raise it; only what was proved after a hearing lowers it", NULL };
	struct date today = demo_day(demo, 0);
	demo_input(command, "facility", person->facility->id);
	demo_input(command, "published_on", arena_format(demo->wave_arena, "%04d-%02d-%02d", today.year, today.month, today.day));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_level(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LEVELS[] = { "standard", "standard", "enhanced", "basic" };
	static const char *const REASONS[] = { "Comes to work every day", "Finished the first term of school", "Half a year of work without an absence, helps new arrivals",
		"Sold medicine, proved after a hearing" };
	size_t which = (size_t)(person - demo->sample) / LEVEL_EVERY % (sizeof LEVELS / sizeof *LEVELS);
	demo_input(command, "person", person->id);
	demo_input(command, "level", text_from(LEVELS[which]));
	demo_input(command, "reasons", text_from(REASONS[which]));
	return true;
}

static bool fill_round(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const CHANNELS[] = { "round", "box" };
	demo_input(command, "place", person->facility->wing);
	demo_input(command, "channel", text_from(CHANNELS[demo->now / MOMENT_DAY % 2]));
	demo_input(command, "taken", arena_format(demo->wave_arena, "%d", (int)(demo->now / MOMENT_DAY % 4)));
	return !text_is_empty(person->facility->wing);
}

static bool fill_arrest(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "officials", "Captain of the district police and two officers", "copy", "both", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "reasons_told_at", demo_moment(demo, -60));
	demo_input(command, "charges_told_at", demo_moment(demo, -40));
	demo_input(command, "first_appearance_at", demo_moment(demo, -30));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_questioning(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "asked_by", "investigator", "authority", "Letter of the investigating judge", "officials", "Investigator and a clerk", "breaks",
		"Twice a quarter of an hour", "lawyer", "present", "others_present", "Interpreter", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "began_at", demo_moment(demo, -3));
	demo_input(command, "ended_at", demo_moment(demo, -1));
	demo_inputs(command, SAME);
	return true;
}

void demo_regime(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step SCHEME = { "privilege_scheme.publish", "governor", 0, fill_scheme, NULL },
		LEVEL = { "privilege_level.set", "records", 0, fill_level, NULL }, ROUND = { "complaint_round.record", "wing", 0, fill_round, NULL },
		ARREST = { "arrest.record", "reception", 0, fill_arrest, NULL }, QUESTIONING = { "questioning.record", "security", 0, fill_questioning, NULL };
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR;
	if (is_first_here(demo, person)) {
		demo_later(demo, &SCHEME, person, 2);
		for (int64_t day = 0; day < ROUND_DAYS && day * DAY < hours; day++)
			demo_later(demo, &ROUND, person, hours - day * DAY - 3);
	}
	size_t at = (size_t)(person - demo->sample);
	if (at % 2 == 0)
		demo_later(demo, &ARREST, person, 6);
	if (person->untried && at % 3 == 0)
		demo_later(demo, &QUESTIONING, person, 9 * DAY);
	if (!person->unfinished && at % LEVEL_EVERY == 1 && hours > 40 * DAY)
		demo_later(demo, &LEVEL, person, hours - (int64_t)(1 + at % 20) * DAY);
}
