/* rules_regime.c - everybody may complain every day; privileges are published and reasoned, and rights are not among them. */
#include "areas/rights/rules.h"

static const char *const PUBLISH[] = { "privilege_scheme.publish", NULL };
static const char *const SET[] = { "privilege_level.set", NULL };

#define ASK_HEADQUARTERS N_("Headquarters")

static bool right_is_traded(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *scheme = decision->result && decision->result->record == &RECORD_PRIVILEGE_SCHEME ? decision->result : NULL;
	struct text rest = scheme ? row_text(scheme, PRIVILEGE_SCHEME_GIVES) : text_empty(), code;
	(void)context;
	*out = (struct rule_finding){ .path = "/gives", .message = N_("The scheme would trade what everybody has by right"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Food, the hour in the open air, health care, the minimum of contact and the lawyer are no privilege: take them out of the scheme") };
	while (text_next(&rest, ' ', &code))
		if (privilege_is_basic_right(code))
			return true;
	return false;
}

/* The level that the act sets, not the one that it replaces. */
static const struct row *level_set(const struct decision *decision)
{
	return decision->result && decision->result->record == &RECORD_PRIVILEGE_LEVEL ? decision->result : NULL;
}

static bool level_unfounded(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *level = level_set(decision);
	(void)context;
	if (!level || (row_has(level, PRIVILEGE_LEVEL_SCHEME) && row_has(level, PRIVILEGE_LEVEL_REASONS)))
		return false;
	bool scheme = row_has(level, PRIVILEGE_LEVEL_SCHEME);
	*out = (struct rule_finding){ .path = scheme ? "/reasons" : "/level", .ask = N_("The duty governor"),
		.message = scheme ? N_("A level is set without reasons") : N_("No scheme of privileges is published in this facility"),
		.advice = scheme ? N_("Write what the person did, and tell it to him or her") : N_("Publish the scheme first: nobody can gain or lose by rules that are not known") };
	return true;
}

static const char *const ROUND_CLOCKS[] = { "complaint-round", NULL };
static const char *const REVIEW_CLOCKS[] = { "privilege-review", NULL };
const struct rule RIGHTS_NMR_56_1 = { .id = "NMR-56.1", .kind = RULE_DEADLINE, .clocks = ROUND_CLOCKS,
	.text = N_("Everybody can make a request or complaint to the director or the deputy every day") };
const struct rule RIGHTS_NMR_95 = { .id = "NMR-95", .kind = RULE_EVIDENCE, .acts = SET, .bites = level_unfounded,
	.text = N_("Privileges follow a published scheme, and each change has reasons") };
const struct rule RIGHTS_NMR_95_BASIC = { .id = "NMR-95.basic", .kind = RULE_REFUSE, .acts = PUBLISH, .bites = right_is_traded,
	.text = N_("Basic rights are no privileges") };
const struct rule RIGHTS_NMR_95_REVIEW = { .id = "NMR-95.review", .kind = RULE_DEADLINE, .clocks = REVIEW_CLOCKS,
	.text = N_("A level of privileges is looked at again in time") };
