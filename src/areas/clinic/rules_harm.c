/* rules_harm.c - care after abuse, preventive screening, deaths after release, young people in hospital and under restraint. */
#include "areas/clinic/rules.h"
#include "areas/care/records.h"
#include "areas/rights/records.h"

static const char *const ABUSE[] = { "abuse_care.open", NULL };
static const char *const ABUSE_CLOSE[] = { "abuse_care.close", NULL };
static const char *const OFFER[] = { "screening_offer.make", NULL };
static const char *const DEATH_CLOSE[] = { "later_death.close", "grave_event.close", NULL };
static const char *const USE[] = { "force.use", NULL };
static const char *const FORCE_CLOSE[] = { "force.close", NULL };

static bool not_informed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *care = decision_row(decision, &RECORD_ABUSE_CARE);
	(void)context;
	if (!care || (row_is_yes(care, ABUSE_CARE_INFORMED) && row_is_yes(care, ABUSE_CARE_LEGAL_AID) && row_has(care, ABUSE_CARE_WISH)))
		return false;
	*out = (struct rule_finding){ .path = !row_is_yes(care, ABUSE_CARE_INFORMED) ? "/informed" : !row_is_yes(care, ABUSE_CARE_LEGAL_AID) ? "/legal_aid" : "/wish", .ask = ASK_HEALTH,
		.message = N_("The person was not told of the ways to go to law, was not offered legal aid, or was not asked"),
		.advice = N_("Explain it now, offer a lawyer, and write what the person wants; Not now is an answer") };
	return true;
}

static bool set_incomplete(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *care = decision_row(decision, &RECORD_ABUSE_CARE);
	(void)context;
	if (!care || !row_is_yes(care, ABUSE_CARE_SEXUAL) || row_is(care, ABUSE_CARE_OFFERED, ABUSE_CARE_SET))
		return false;
	*out = (struct rule_finding){ .path = "/abuse_care", .message = N_("Not all care after sexual abuse was offered"), .ask = ASK_HEALTH,
		.advice = N_("Offer advice, care, support, help with a pregnancy and legal aid; each may be declined") };
	return true;
}

static bool interval_passed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *offer = decision_row(decision, &RECORD_SCREENING_OFFER);
	int64_t months = offer ? act_parameter(context, row_facility(offer), "screening.interval", 0) : 0;
	if (months <= 0)
		return false;
	struct date latest = date_add_months(moment_date(row_moment(offer, SCREENING_OFFER_AT)), (int32_t)months);
	if (date_compare(row_date(offer, SCREENING_OFFER_NEXT), latest) <= 0)
		return false;
	*out = (struct rule_finding){ .path = "/next_on", .ask = ASK_HEALTH, .message = N_("The next offer is later than the {months} months of the national programme"),
		.parameters = { { "months", arena_format(context->arena, "%lld", (long long)months), false } }, .advice = N_("Choose an earlier day, or write why it is later for her") };
	return true;
}

static bool kin_without_report(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *later = decision_row(decision, &RECORD_LATER_DEATH), *event = later ? NULL : decision_row(decision, &RECORD_GRAVE_EVENT);
	const struct row *person = event && row_is(event, GRAVE_EVENT_KIND, "death") ? act_load(context, &RECORD_PERSON, row_text(event, GRAVE_EVENT_PERSON)) : NULL;
	bool after = later && row_is_yes(later, LATER_DEATH_JUVENILE) && !row_is_yes(later, LATER_DEATH_KIN_SHOWN);
	bool inside = person && clinic_is_juvenile(person, moment_date(row_moment(event, GRAVE_EVENT_HAPPENED))) && !row_has(event, GRAVE_EVENT_KIN_TOLD);
	if (!after && !inside)
		return false;
	*out = (struct rule_finding){ .path = after ? "/kin_shown" : "/grave_event", .ask = N_("The inquiring authority"),
		.message = N_("The nearest relative of a young person who died was not given the result"), .advice = N_("Tell the relative and offer the report before it is closed") };
	return true;
}

static const struct row *young_restrained(const struct act_context *context, const struct row *force)
{
	const struct row *person = force && force_is_instrument(force) ? act_load(context, &RECORD_PERSON, row_text(force, FORCE_PERSON)) : NULL;
	return person && clinic_is_juvenile(person, moment_date(row_moment(force, FORCE_STARTED))) ? person : NULL;
}

static bool young_bound(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = decision_row(decision, &RECORD_FORCE);
	if (!young_restrained(context, force) || ((row_is(force, FORCE_GROUND, "self_defence") || row_is(force, FORCE_GROUND, "injury") || row_is(force, FORCE_GROUND, "damage")) &&
		row_has(force, FORCE_ALTERNATIVES)))
		return false;
	*out = (struct rule_finding){ .path = row_has(force, FORCE_ALTERNATIVES) ? "/ground" : "/alternatives", .ask = N_("The director"),
		.message = N_("A young person is restrained only against injury or serious damage, when everything else has failed"),
		.advice = N_("Talk, wait, call somebody whom the young person trusts; then the health staff and the higher authority at once") };
	return true;
}

static bool consultation_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = decision_row(decision, &RECORD_FORCE);
	const struct condition same = CONDITION_TEXT(RESTRAINT_CONSULTATION_FORCE, force ? force->id : text_empty());
	if (!young_restrained(context, force) || act_count(context, &RECORD_RESTRAINT_CONSULTATION, &same, 1) > 0)
		return false;
	*out = (struct rule_finding){ .path = "/use_of_force", .message = N_("Nobody of the health staff was asked after the restraint of a young person"), .ask = N_("The director"),
		.advice = N_("The director asks the health staff, reports to the higher authority, and records both") };
	return true;
}

RULE(BKK_7_1, "BKK-7.1", RULE_EVIDENCE, ABUSE, not_informed, N_("Who was abused is told of legal recourse, offered legal aid, and asked"));
CLOCKED(BKK_7_1_DUE, "BKK-7.1.due", N_("If the person wishes it, the case goes to the authority immediately"), "abuse-referral");
CLOCKED(BKK_7_2, "BKK-7.2", N_("Psychological support is offered immediately, whether or not one goes to law"), "abuse-support");
CLOCKED(BKK_25_2, "BKK-25.2", N_("After sexual abuse there is advice, care, support and legal aid"), "abuse-care-set");
RULE(BKK_25_2_SET, "BKK-25.2.set", RULE_EVIDENCE, ABUSE_CLOSE, set_incomplete, N_("Care after sexual abuse is complete before it is closed"));
RULE(BKK_18, "BKK-18", RULE_WARN, OFFER, interval_passed, N_("Preventive screening as women outside have it"));
CLOCKED(BKK_18_DUE, "BKK-18.due", N_("Preventive screening is offered in time"), "preventive-offer");
CLOCKED(BOP_34, "BOP-34", N_("An authority outside inquires into a death soon after release"), "later-death-inquiry");
CLOCKED(HAV_56, "HAV-56", N_("Family and consulate are told when a young person is in hospital or ill for long"), "juvenile-family-notice", "juvenile-consulate-notice");
CLOCKED(HAV_57, "HAV-57", N_("Deaths of young people, also within six months of release, are inquired into"), "juvenile-death-inquiry");
RULE(HAV_57_KIN, "HAV-57.kin", RULE_EVIDENCE, DEATH_CLOSE, kin_without_report, N_("The nearest relative of a young person who died sees the report"));
RULE(HAV_64, "HAV-64", RULE_REFUSE, USE, young_bound, N_("Young people are restrained only exceptionally and as the last resort"));
RULE(HAV_64_CLOSE, "HAV-64.consulted", RULE_EVIDENCE, FORCE_CLOSE, consultation_missing, N_("After a restraint of a young person the director asks the health staff and reports upward"));
CLOCKED(HAV_64_DUE, "HAV-64.due", N_("Health staff and higher authority hear at once of the restraint of a young person"), "juvenile-restraint-consulted");
