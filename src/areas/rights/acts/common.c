/* common.c - what the verbs of rights share: the running separation, its end, its alarms. */
#include "areas/rights/acts/common.h"

enum { ALARM_DAY = 13, AHEAD_DAYS = 40 };

const struct row *separation_running(const struct act_context *context, struct text person)
{
	const struct condition running[] = { CONDITION_TEXT(SEPARATION_PERSON, person), CONDITION_TEXT(SEPARATION_STATE, TEXT_OF("running")) };
	return act_find_first(context, &RECORD_SEPARATION, running, 2, SEPARATION_STARTS, true);
}

const struct row *separation_input(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *separation = act_load_input(context, input, &RECORD_SEPARATION, errors);
	if (separation && !separation_is_running(separation)) {
		decide_refuse(errors, "/separation", N_("This separation has ended already"));
		return NULL;
	}
	return separation;
}

void separation_close(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment, const char *kind, struct text why)
{
	static const char *const CLOCKS[] = { "separation-health-visit", "separation-review", "separation-ends", "separation-copy", "separation-advice",
		"separation-need", "separation-mitigation", "solitary-day-13", "solitary-day-16" };
	row_set_string(changed, SEPARATION_STATE, "ended");
	row_set_integer(changed, SEPARATION_ENDED_AT, moment);
	row_set_string(changed, SEPARATION_END_KIND, kind);
	row_set_text(changed, SEPARATION_ENDED_WHY, why);
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], changed->id);
}

struct text rights_facility(const struct act_context *context, struct text person)
{
	const struct row *file = act_load(context, &RECORD_PERSON, person);
	return file ? row_text(file, PERSON_CURRENT_FACILITY) : text_empty();
}

void separation_alarms(struct act_context *context, struct decision *decision, const struct row *separation)
{
	static const struct { const char *clock; int day; } ALARMS[] = { { "solitary-day-13", ALARM_DAY }, { "solitary-day-16", SOLITARY_DAYS + 1 } };
	struct text person = row_text(separation, SEPARATION_PERSON);
	const struct row *file = act_load(context, &RECORD_PERSON, person);
	struct separation_clock clock;
	bool counted = separation_clock_read(context, decision, person, context->now + AHEAD_DAYS * MOMENT_DAY, true, &clock);
	for (size_t i = 0; i < sizeof ALARMS / sizeof *ALARMS; i++) {
		decide_stop(context, decision, ALARMS[i].clock, separation->id);
		int day = counted ? solitary_day_of(&clock.input, &clock.count, ALARMS[i].day, clock.today) : -1;
		if (day >= 0 && file)
			decide_start(context, decision, ALARMS[i].clock, separation, person, row_text(file, PERSON_CURRENT_FACILITY), context->now,
				clock.input.midnights[day] > context->now ? clock.input.midnights[day] : context->now + MOMENT_MINUTE);
	}
}
