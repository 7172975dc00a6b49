/* rules_plan.c - plans that protect: against self-harm, after a report of abuse, for girls, for women before trial. */
#include "areas/clinic/rules.h"

static const char *const MAKE[] = { "protection_plan.make", NULL };

/* The plan of the decision when it is of that kind. */
static const struct row *plan_of(const struct decision *decision, const char *kind)
{
	const struct row *plan = decision_row(decision, &RECORD_PROTECTION_PLAN);
	return plan && row_is(plan, PROTECTION_PLAN_KIND, kind) ? plan : NULL;
}

/* True when one of the measures, parted by spaces, is not in the plan. */
static bool lacks(const struct row *plan, const char *measures, struct rule_finding *out, const char *message)
{
	struct text rest = text_from(measures), one;
	bool all = true;
	while (all && text_next(&rest, ' ', &one)) {
		struct text had = row_text(plan, PROTECTION_PLAN_MEASURES), code;
		for (all = false; !all && text_next(&had, ' ', &code);)
			all = text_equal(code, one);
	}
	*out = (struct rule_finding){ .path = "/measures", .message = message, .ask = ASK_HEALTH, .advice = N_("Add what is missing; say under Who does it how and when") };
	return !all;
}

static bool self_harm_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = plan_of(decision, "self_harm");
	const struct row *person = plan ? act_load(context, &RECORD_PERSON, row_text(plan, PROTECTION_PLAN_PERSON)) : NULL;
	return person && lacks(plan, row_is(person, PERSON_SEX, "F") ? "company counsellor women_staff" : "company counsellor", out,
		N_("A plan against self-harm needs company and a counsellor, and for a woman women who look after her"));
}

static bool abuse_unsupported(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = plan_of(decision, "abuse");
	(void)context;
	return plan && lacks(plan, "apart counsellor reprisal_watch", out, N_("After a report of abuse one is kept away from whom one fears, has a counsellor, and reprisals are watched for"));
}

static bool girl_unprotected(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = plan_of(decision, "girl");
	(void)context;
	return plan && lacks(plan, "women_staff health_by_age guardian", out, N_("A girl is looked after by women, has health care for her age and sex, and a guardian knows"));
}

static bool untried_unprotected(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = plan_of(decision, "untried");
	(void)context;
	return plan && lacks(plan, "women_staff apart lawyer", out, N_("A woman before trial is looked after by women, lives apart from men, and reaches a lawyer"));
}

RULE(BKK_16, "BKK-16", RULE_EVIDENCE, MAKE, self_harm_alone, N_("Plans against self-harm support, and are made for women as women"));
CLOCKED(BKK_16_DUE, "BKK-16.due", N_("Where a risk of self-harm is seen, a plan is made at once"), "plan-self-harm");
CLOCKED(BKK_25_1, "BKK-25.1", N_("A woman who reports abuse is protected at once"), "plan-protection");
RULE(BKK_25_1_PLAN, "BKK-25.1.plan", RULE_EVIDENCE, MAKE, abuse_unsupported, N_("Protection, counselling, and a watch for reprisals"));
RULE(BKK_36, "BKK-36", RULE_EVIDENCE, MAKE, girl_unprotected, N_("Girls are protected and cared for as girls"));
CLOCKED(BKK_36_DUE, "BKK-36.due", N_("A girl who comes has a protection plan"), "plan-girl");
RULE(BKK_56, "BKK-56", RULE_EVIDENCE, MAKE, untried_unprotected, N_("The special risk of women before trial is met by measures"));
CLOCKED(BKK_56_DUE, "BKK-56.due", N_("A woman who comes before trial has a protection plan"), "plan-untried");
