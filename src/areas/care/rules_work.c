/* rules_work.c - work by one's own will, fit for it, within hours, with a day of rest, paid, and never for the good of staff. */
#include "areas/care/rules.h"

static const char *const ASSIGN[] = { "work_place.assign", NULL };
static const char *const PAY[] = { "work_pay.pay", NULL };

#define ASK_DIRECTOR N_("The director")

/* The newest answer of the health service speaks; before any, the examination at admission. */
static bool not_found_fit(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	if (!work)
		return false;
	const struct condition asked[] = { CONDITION_TEXT(FITNESS_PERSON, row_text(work, WORK_PERSON)), CONDITION_TEXT(FITNESS_QUESTION, TEXT_OF("work")),
		CONDITION_PRESENT(FITNESS_ANSWERED) };
	const struct condition own = CONDITION_TEXT(HEALTH_INTAKE_PERSON, row_text(work, WORK_PERSON));
	const struct row *fitness = act_find_first(context, &RECORD_FITNESS, asked, 3, FITNESS_ANSWERED, true);
	const struct row *intake = act_find_first(context, &RECORD_HEALTH_INTAKE, &own, 1, HEALTH_INTAKE_EXAMINED_AT, true);
	bool fit = fitness ? !row_is(fitness, FITNESS_ANSWER, "unfit") : intake && row_has(intake, HEALTH_INTAKE_FIT_FOR_WORK) && !row_is(intake, HEALTH_INTAKE_FIT_FOR_WORK, "unfit");
	*out = (struct rule_finding){ .path = "/person", .message = N_("The health service has not found this person fit for work"), .ask = N_("The health service"),
		.advice = N_("Ask it first: open the person and choose Ask the health service about fitness") };
	return !fit;
}

static bool unpaid(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	(void)context;
	*out = (struct rule_finding){ .path = "/hourly_pay", .message = N_("Work without pay"), .ask = ASK_DIRECTOR, .advice = N_("Set what an hour is paid by the scale of your service") };
	return work && row_integer(work, WORK_RATE, 0) <= 0;
}

static bool for_staff(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	(void)context;
	*out = (struct rule_finding){ .path = "/work_for", .message = N_("Nobody works for the private good of staff"), .ask = N_("Headquarters"),
		.advice = N_("Stop it; what was done already is recorded as a fact and looked into") };
	return work && row_is(work, WORK_FOR, "staff");
}

static bool too_long(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	if (!work)
		return false;
	struct text facility = row_text(work, WORK_FACILITY);
	bool day = row_integer(work, WORK_HOURS_DAY, 0) > act_parameter(context, facility, "work.max_day", 8);
	*out = (struct rule_finding){ .path = day ? "/hours_day" : "/hours_week", .message = N_("More hours than the law allows"), .ask = ASK_DIRECTOR,
		.advice = N_("Plan fewer hours; leave time for school and for the hour in the open") };
	return day || row_integer(work, WORK_HOURS_WEEK, 0) > act_parameter(context, facility, "work.max_week", 40);
}

static bool no_rest(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	(void)context;
	*out = (struct rule_finding){ .path = "/rest_day", .message = N_("No day of the week is free of work"), .ask = ASK_DIRECTOR, .advice = N_("Choose one day of rest a week; ask the person which") };
	return work && !row_has(work, WORK_REST);
}

static bool untried_told(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	const struct row *person = work && row_is(work, WORK_CONSENT, "told") ? act_load(context, &RECORD_PERSON, row_text(work, WORK_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/consent", .message = N_("An untried person would be made to work"), .ask = ASK_DIRECTOR,
		.advice = N_("Offer the work; who is untried may say no, and nothing follows from it") };
	return person && (legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS)) || legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)));
}

static int64_t paid_in_all(const struct row *pay) { return row_integer(pay, WORK_PAY_OWN, 0) + row_integer(pay, WORK_PAY_FAMILY, 0) + row_integer(pay, WORK_PAY_SAVED, 0); }

static bool paid_less(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *pay = decision_row(decision, &RECORD_WORK_PAY);
	const struct row *work = pay ? act_load(context, &RECORD_WORK, row_text(pay, WORK_PAY_WORK)) : NULL;
	*out = (struct rule_finding){ .path = "/hours", .message = N_("The parts are less than the hours worked at the pay agreed"), .ask = ASK_DIRECTOR,
		.advice = N_("Pay every hour: what to spend, what is sent home and what is saved make the whole") };
	return work && paid_in_all(pay) < row_integer(pay, WORK_PAY_HOURS, 0) * row_integer(work, WORK_RATE, 0);
}

static bool all_kept(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *pay = decision_row(decision, &RECORD_WORK_PAY);
	(void)context;
	*out = (struct rule_finding){ .path = "/own_part", .message = N_("Nothing of the pay can be spent or sent home"), .ask = ASK_DIRECTOR,
		.advice = N_("Leave a part to spend, and send a part to the family if the person wishes") };
	return pay && paid_in_all(pay) > 0 && row_integer(pay, WORK_PAY_OWN, 0) + row_integer(pay, WORK_PAY_FAMILY, 0) <= 0;
}

RULE(NMR_30_E, "NMR-30.e", RULE_REFUSE, ASSIGN, not_found_fit, N_("Fitness for work is decided by the health service before work begins"));
RULE(NMR_97_2, "NMR-97.2", RULE_REFUSE, ASSIGN, unpaid, N_("Nobody is held in slavery or servitude"));
RULE(NMR_97_3, "NMR-97.3", RULE_REFUSE, ASSIGN, for_staff, N_("Nobody works for the personal benefit of staff"));
CLOCKED(NMR_101_2, "NMR-101.2", N_("Accidents at work are compensated as for free workers"), "accident-notice");
RULE(NMR_102_1, "NMR-102.1", RULE_REFUSE, ASSIGN, too_long, N_("The hours of work have a limit by law"));
RULE(NMR_102_2, "NMR-102.2", RULE_REFUSE, ASSIGN, no_rest, N_("One day of rest a week, and time for education"));
RULE(NMR_103_1, "NMR-103.1", RULE_REFUSE, PAY, paid_less, N_("Work is paid fairly"));
RULE(NMR_103_2, "NMR-103.2", RULE_REFUSE, PAY, all_kept, N_("Part of the pay can be spent, and part sent to the family"));
RULE(NMR_116, "NMR-116", RULE_REFUSE, ASSIGN, untried_told, N_("Who is untried may work and need not"));
