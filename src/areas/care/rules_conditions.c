/* rules_conditions.c - what everybody gets every day and in every place. What is less is never refused as a fact: it becomes a breach. */
#include "areas/care/rules.h"

static const char *const UNIT[] = { "unit_day.record", NULL };
static const char *const NOTE[] = { "day_exception.note", NULL };
static const char *const CHECK[] = { "place_check.record", NULL };

#define ASK_DIRECTOR N_("The director")

static bool said(struct rule_finding *out, const char *path, const char *message, const char *advice)
{
	*out = (struct rule_finding){ .path = path, .message = message, .advice = advice, .ask = ASK_DIRECTOR };
	return true;
}

static bool shower_not_offered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *day = decision_row(decision, &RECORD_UNIT_DAY);
	if (!day || row_is_yes(day, UNIT_DAY_SHOWER))
		return false;
	int64_t most = act_parameter(context, row_text(day, UNIT_DAY_FACILITY), "shower.max_days", 7);
	struct date from = date_add_days(row_date(day, UNIT_DAY_DAY), (int32_t)-most);
	const struct condition before[] = { CONDITION_TEXT(UNIT_DAY_PLACE, row_text(day, UNIT_DAY_PLACE)),
		{ .field = UNIT_DAY_DAY, .comparison = LESS, .value = row_value(day, UNIT_DAY_DAY) },
		{ .field = UNIT_DAY_DAY, .comparison = GREATER, .value = value_text(date_text(context->arena, from)) }, CONDITION_INTEGER(UNIT_DAY_SHOWER, 1) };
	const struct condition longer[] = { before[0], { .field = UNIT_DAY_DAY, .comparison = LESS_OR_EQUAL, .value = before[2].value } };
	/* Days that nobody has written yet are no sign of anything: the unit must have been written about for that long. */
	if (act_count(context, &RECORD_UNIT_DAY, before, 4) > 0 || act_count(context, &RECORD_UNIT_DAY, longer, 2) == 0)
		return false;
	*out = (struct rule_finding){ .path = "/shower", .message = N_("No shower was offered for {days} days"), .ask = ASK_DIRECTOR,
		.advice = N_("Offer showers to the whole unit today"), .parameters = { { "days", arena_format(context->arena, "%lld", (long long)most), false } } };
	return true;
}

static bool too_few_meals(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *day = decision_row(decision, &RECORD_UNIT_DAY);
	if (!day || row_integer(day, UNIT_DAY_MEALS, 0) >= act_parameter(context, row_text(day, UNIT_DAY_FACILITY), "meals.per_day", 3))
		return false;
	return said(out, "/meals", N_("Fewer meals were served than set for a day"), N_("Serve what is missing, and find out why with the kitchen"));
}

static bool diet_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *exception = decision_row(decision, &RECORD_DAY_EXCEPTION);
	(void)context;
	return exception && row_is(exception, DAY_EXCEPTION_KIND, "diet") && !row_is(exception, DAY_EXCEPTION_WHY, "declined") &&
		said(out, "/kind", N_("A diet that a clinician ordered was not given"), N_("Tell the kitchen and the health service today"));
}

static bool no_water(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *day = decision_row(decision, &RECORD_UNIT_DAY), *check = decision_row(decision, &RECORD_PLACE_CHECK);
	(void)context;
	return ((day && !row_is_yes(day, UNIT_DAY_WATER)) || (check && !row_is_yes(check, PLACE_CHECK_WATER))) &&
		said(out, "/water", N_("There was no drinking water at some time"), N_("Bring water in bottles until the pipe is mended"));
}

static bool no_hour_outside(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *day = decision_row(decision, &RECORD_UNIT_DAY);
	if (!day || row_is_yes(day, UNIT_DAY_WEATHER) || row_integer(day, UNIT_DAY_YARD, 0) >= act_parameter(context, row_text(day, UNIT_DAY_FACILITY), "exercise.min", 60))
		return false;
	return said(out, "/yard_minutes", N_("The unit was offered less than the hour in the open"), N_("Offer the rest of it today; say in time when staff are missing"));
}

/* Who did not want to go out, was away or was told by health staff to stay in had the offer. */
static bool person_kept_in(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *exception = decision_row(decision, &RECORD_DAY_EXCEPTION);
	(void)context;
	bool theirs = exception && !row_is(exception, DAY_EXCEPTION_WHY, "declined") && !row_is(exception, DAY_EXCEPTION_WHY, "away") && !row_is(exception, DAY_EXCEPTION_WHY, "ill");
	return theirs && row_is(exception, DAY_EXCEPTION_KIND, "yard") &&
		said(out, "/why", N_("A person was not offered the hour in the open"), N_("Also who is separated goes out for an hour; offer it today"));
}

/* Hundredths of a square metre a person. */
static bool too_small(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *check = decision_row(decision, &RECORD_PLACE_CHECK);
	int64_t people = check ? row_integer(check, PLACE_CHECK_PEOPLE, 0) : 0;
	if (people == 0)
		return false;
	struct text facility = row_text(check, PLACE_CHECK_FACILITY);
	int64_t least = people > 1 ? act_parameter(context, facility, "space.shared_m2", 4) : act_parameter(context, facility, "space.single_m2", 6);
	return row_integer(check, PLACE_CHECK_FLOOR, 0) < least * 100 * people &&
		said(out, "/floor_area", N_("The floor is smaller than set for so many people"), N_("Move somebody to a larger place; close it when nobody can be moved"));
}

static bool no_window(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *check = decision_row(decision, &RECORD_PLACE_CHECK);
	(void)context;
	return check && !row_is(check, PLACE_CHECK_WINDOW, "good") && said(out, "/daylight", N_("The place has no daylight or no fresh air"),
		N_("Uncover or open the window; nobody sleeps there until then"));
}

static bool toilet_bad(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *check = decision_row(decision, &RECORD_PLACE_CHECK);
	(void)context;
	return check && (row_is(check, PLACE_CHECK_TOILET, "none") || row_is(check, PLACE_CHECK_TOILET, "open")) &&
		said(out, "/toilet", N_("There is no decent toilet, day and night"), N_("Wall it off, or open the door at night whenever somebody calls"));
}

static bool not_clean(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *check = decision_row(decision, &RECORD_PLACE_CHECK);
	(void)context;
	return check && !row_is_yes(check, PLACE_CHECK_CLEAN) && said(out, "/clean", N_("The place is dirty or damp"), N_("Clean and dry it; give the people what they need for it"));
}

static bool bed_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *check = decision_row(decision, &RECORD_PLACE_CHECK);
	(void)context;
	return check && row_integer(check, PLACE_CHECK_BEDS, 0) < row_integer(check, PLACE_CHECK_PEOPLE, 0) &&
		said(out, "/beds", N_("Not everybody there has a bed with clean bedding"), N_("Bring beds and bedding today, or move those who have none"));
}

static const char *const HAND_OUT[] = { "supply.give", NULL };

static bool dressed_as_convicted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *supply = decision_row(decision, &RECORD_SUPPLY);
	const struct row *person = supply && row_is(supply, SUPPLY_KIND, "dress_convicted") ? act_load(context, &RECORD_PERSON, row_text(supply, SUPPLY_PERSON)) : NULL;
	return person && legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS)) && said(out, "/kind", N_("The dress of convicted people would be given to an untried person"),
		N_("Untried people wear their own clothes; where they have none, prison dress that differs from that of convicted people"));
}

RULE(NMR_13_MEASURED, "NMR-13.measured", RULE_BREACH, CHECK, too_small, N_("Sleeping places are as large as set"));
RULE(NMR_14_MEASURED, "NMR-14.a.measured", RULE_BREACH, CHECK, no_window, N_("Every sleeping place has daylight and fresh air"));
RULE(NMR_15_MEASURED, "NMR-15.measured", RULE_BREACH, CHECK, toilet_bad, N_("A clean and decent toilet can be used day and night"));
RULE(NMR_16_OFFERED, "NMR-16.offered", RULE_BREACH, UNIT, shower_not_offered, N_("Showers are offered at least once a week"));
RULE(NMR_17, "NMR-17", RULE_BREACH, CHECK, not_clean, N_("All parts of a prison are clean and kept"));
RULE(NMR_21, "NMR-21", RULE_BREACH, CHECK, bed_missing, N_("Everybody has an own bed with clean bedding"));
RULE(NMR_22_1, "NMR-22.1", RULE_BREACH, UNIT, too_few_meals, N_("Good food is served at the usual hours"));
RULE(NMR_22_1_DIET, "NMR-22.1.diet", RULE_BREACH, NOTE, diet_missing, N_("Who needs a diet gets it"));
static const char *const WATER[] = { "unit_day.record", "place_check.record", NULL };
RULE(NMR_22_2, "NMR-22.2", RULE_BREACH, WATER, no_water, N_("Drinking water is there whenever it is needed"));
RULE(NMR_23_1, "NMR-23.1", RULE_BREACH, UNIT, no_hour_outside, N_("At least one hour in the open every day, if the weather allows"));
RULE(NMR_23_1_PERSON, "NMR-23.1.person", RULE_BREACH, NOTE, person_kept_in, N_("Nobody is left out of the hour in the open"));
CLOCKED(NMR_35_2, "NMR-35.2", N_("The director acts on the advice of the physician, or sends it up"), "conditions-advice");
RULE(NMR_115, "NMR-115", RULE_REFUSE, HAND_OUT, dressed_as_convicted, N_("The dress of untried people differs from that of convicted people"));
