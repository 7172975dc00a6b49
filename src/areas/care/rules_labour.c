/* rules_labour.c - no prisoner over prisoners, a trade, a wish, full wages to the administration, safe work places. */
#include "areas/care/rules.h"

static const char *const ASSIGN[] = { "work_place.assign", NULL };
static const char *const JOBS[] = { "job.add", "job.correct", NULL };
static const char *const CONTRACTS[] = { "workshop.open", "workshop.change", NULL };

#define ASK_DIRECTOR N_("The director")

static bool power_over_prisoners(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	const struct row *job = work ? act_load(context, &RECORD_JOB, row_text(work, WORK_JOB)) : NULL;
	*out = (struct rule_finding){ .path = "/job", .message = N_("This job gives a prisoner power over other prisoners"), .ask = ASK_DIRECTOR,
		.advice = N_("Staff keep order, keys and discipline; choose another job for the person") };
	return job && row_is_yes(job, JOB_POWER);
}

static bool teaches_nothing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *job = decision_row(decision, &RECORD_JOB);
	(void)context;
	*out = (struct rule_finding){ .path = "/skill_code", .message = N_("It is not said which trade this job teaches"), .ask = N_("Whoever leads the work of prisoners"),
		.advice = N_("Give the code of the trade, or say why it teaches none") };
	return job && !row_has(job, JOB_SKILL) && !row_has(job, JOB_NO_SKILL);
}

static bool wish_not_asked(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	(void)context;
	bool asked = work && row_has(work, WORK_WISH_MET);
	*out = (struct rule_finding){ .path = asked ? "/wish_why" : "/wish_met", .ask = N_("The caseworker"),
		.message = asked ? N_("The person wanted other work, and it is not said why that is not given") : N_("It is not said which work the person wants"),
		.advice = N_("Ask the person, write down the wish, and if it cannot be met, why not now") };
	return work && (!asked || (!row_is_yes(work, WORK_WISH_MET) && !row_has(work, WORK_WISH_WHY)));
}

/* Only a private firm pays the full normal wage; work for the state is left to the state (Rule 100.2). */
static bool paid_below_normal(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *workshop = decision_row(decision, &RECORD_WORKSHOP);
	(void)context;
	*out = (struct rule_finding){ .path = "/contract_rate", .message = N_("The firm would pay less than the normal wage, or what it pays is not known"), .ask = N_("The labour inspectorate, or headquarters"),
		.advice = N_("Write what the firm pays and what such work is paid outside; agree on the full wage") };
	return workshop && row_is(workshop, WORKSHOP_FOR, "contractor") &&
		(!row_has(workshop, WORKSHOP_RATE) || !row_has(workshop, WORKSHOP_NORMAL) || row_integer(workshop, WORKSHOP_RATE, 0) < row_integer(workshop, WORKSHOP_NORMAL, 0));
}

static bool risks_not_known(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *work = decision_row(decision, &RECORD_WORK);
	const struct row *workshop = work ? act_load(context, &RECORD_WORKSHOP, row_text(work, WORK_WORKSHOP)) : NULL;
	*out = (struct rule_finding){ .path = "/workshop", .message = N_("The risks of this work place were not assessed, or too long ago"), .ask = N_("The labour inspectorate"),
		.advice = N_("Have the risks assessed first: open the work place and choose Record a risk assessment") };
	return workshop && !workshop_is_assessed(workshop, context->today, act_parameter(context, row_text(workshop, WORKSHOP_FACILITY), "work.risk_months", 12));
}

CLOCKED(NMR_23_2, "NMR-23.2", N_("Young people have sport and exercise"), "young-sport");
CLOCKED(NMR_35_1, "NMR-35.1", N_("A physician or the public health authority inspects hygiene regularly"), "hygiene-inspection");
RULE(NMR_40_1, "NMR-40.1", RULE_REFUSE, ASSIGN, power_over_prisoners, N_("No prisoner has power to discipline others"));
RULE(NMR_98_1, "NMR-98.1", RULE_EVIDENCE, JOBS, teaches_nothing, N_("Work helps to earn a living after release"));
RULE(NMR_98_3, "NMR-98.3", RULE_EVIDENCE, ASSIGN, wish_not_asked, N_("People can choose their work, within limits"));
RULE(NMR_100_2, "NMR-100.2", RULE_WARN, CONTRACTS, paid_below_normal, N_("A firm pays the full normal wage, and staff of the prison supervise"));
RULE(NMR_101_1, "NMR-101.1", RULE_WARN, ASSIGN, risks_not_known, N_("Work is as safe as outside"));
CLOCKED(NMR_101_1_RISKS, "NMR-101.1.risks", N_("The risks of a work place are assessed again in time"), "work-risk");
