/* rules_propose.c - what a proposal and its evidence need: Mandela Rules 89, 93, 111; Bangkok Rule 41; safeguards T1 and of section 5.4. */
#include "areas/classification/rules.h"

#include "areas/assessment/records.h"
#include "areas/classification/acts/common.h"

static const char *const PROPOSING[] = { "classification.propose", NULL };
static const char *const RELYING[] = { "classification.propose", "classification.decide", NULL };
static const char *const ADDING[] = { "classification.add_evidence", NULL };
static const char *const SETTING[] = { "classification.set_disclosure", NULL };

static const struct row *proposal_of(const struct decision *decision)
{
	return decision_row(decision, &RECORD_CLASSIFICATION);
}

static bool restricts(const struct row *proposal)
{
	return proposal && classification_restricts(row_text(proposal, CLASSIFICATION_KIND), row_text(proposal, CLASSIFICATION_VALUE));
}

static bool raises(const struct row *proposal)
{
	return proposal && classification_raises(row_text(proposal, CLASSIFICATION_KIND), row_text(proposal, CLASSIFICATION_VALUE),
		row_text(proposal, CLASSIFICATION_BEFORE));
}

/* The title of an offence, the length of a sentence: ECtHR Piechowicz and Horych v. Poland, 17 April 2012. */
static bool offence_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	(void)context;
	if (!raises(proposal) || row_is(proposal, CLASSIFICATION_KIND, "extremism_basis"))
		return false;
	struct text rest = row_text(proposal, CLASSIFICATION_GROUNDS), ground;
	while (text_next(&rest, ' ', &ground))
		if (!text_equal_string(ground, "offence") && !text_equal_string(ground, "sentence") && !text_equal_string(ground, "charge"))
			return false;
	*out = (struct rule_finding){ .path = "/grounds", .message = N_("The offence or the sentence alone does not decide how a person is held"),
		.advice = N_("Name what this person did or needs, with evidence"), .ask = N_("The classification committee") };
	return true;
}

static bool purpose_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	(void)context;
	if (!proposal || row_has(proposal, CLASSIFICATION_PURPOSE))
		return false;
	*out = (struct rule_finding){ .path = "/purpose", .message = N_("A decision says what it is for"),
		.advice = N_("Write how it helps the treatment, safety or protection of this person"), .ask = N_("The classification committee") };
	return true;
}

static bool illness_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	const struct row *person = proposal ? act_load(context, &RECORD_PERSON, row_text(proposal, CLASSIFICATION_PERSON)) : NULL;
	if (!person || !row_is(person, PERSON_SEX, "F") || !restricts(proposal) || !raises(proposal) || !row_is(proposal, CLASSIFICATION_GROUNDS, "mental_health"))
		return false;
	*out = (struct rule_finding){ .path = "/grounds", .message = N_("Mental health alone is no ground to hold a woman more strictly"),
		.advice = N_("Offer care, and look for the least strict place where she gets it"), .ask = N_("The health service") };
	return true;
}

/* The five heads of Bangkok Rule 41 (violence suffered, mental health, substances, care of children, the lower risk of most women) are in an
 * instrument made for women: a stricter category that rests on none has not weighed them. */
static bool heads_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	const struct row *person = proposal ? act_load(context, &RECORD_PERSON, row_text(proposal, CLASSIFICATION_PERSON)) : NULL;
	if (!person || !row_is(person, PERSON_SEX, "F") || !row_is(proposal, CLASSIFICATION_KIND, "security_category") || !raises(proposal))
		return false;
	const struct row *assessment = row_has(proposal, CLASSIFICATION_ASSESSMENT) ? act_load(context, &RECORD_ASSESSMENT, row_text(proposal, CLASSIFICATION_ASSESSMENT)) : NULL;
	const struct row *instrument = assessment ? act_load(context, &RECORD_INSTRUMENT, row_text(assessment, ASSESSMENT_INSTRUMENT)) : NULL;
	if (instrument && row_is(instrument, INSTRUMENT_QUESTION, "women"))
		return false;
	*out = (struct rule_finding){ .path = "/assessment", .message = N_("A stricter category for a woman rests on no assessment made for women"),
		.advice = N_("Name one: violence she suffered, mental health, substance use, care of children and her own risk are weighed there"), .ask = N_("The lead psychologist") };
	return true;
}

/* A basis that says convicted or charged needs the paper that says so, in force. */
static bool paper_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	bool conviction = proposal && row_is(proposal, CLASSIFICATION_VALUE, "conviction"), charge = proposal && row_is(proposal, CLASSIFICATION_VALUE, "charge");
	if (!conviction && !charge)
		return false;
	const struct row *order = row_has(proposal, CLASSIFICATION_ORDER) ? act_load(context, &RECORD_LEGAL_ORDER, row_text(proposal, CLASSIFICATION_ORDER)) : NULL;
	if (order && legal_order_in_force(order, context->today) && (charge || legal_status_is_convicted(row_text(order, LEGAL_ORDER_STATUS))))
		return false;
	*out = (struct rule_finding){ .path = "/legal_order", .message = conviction ? N_("No judgment in force says that this person is convicted") :
			N_("No order in force says that this person is charged"),
		.advice = N_("Choose the order of the court in the file; without one there is no such basis"), .ask = N_("The records office") };
	return true;
}

static bool no_way_down(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	(void)context;
	if (!restricts(proposal) || row_has(proposal, CLASSIFICATION_WAY_DOWN))
		return false;
	*out = (struct rule_finding){ .path = "/way_down", .message = N_("A restriction needs a written way down"),
		.advice = N_("Write what the person can do, and what would show that it was done"), .ask = N_("The case manager") };
	return true;
}

static bool nothing_less(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	(void)context;
	if (!proposal || !row_is(proposal, CLASSIFICATION_KIND, "unit_placement") || !restricts(proposal) || row_has(proposal, CLASSIFICATION_LESS))
		return false;
	*out = (struct rule_finding){ .path = "/less_restrictive", .message = N_("A place in a unit is decided when nothing less is enough"),
		.advice = N_("Write what less was thought of and why it is not enough"), .ask = N_("The classification committee") };
	return true;
}

/* Resolution 2396 asks States to keep people from being drawn in by others; what is done for that meets Rules 36, 37 (d) and 45.1 like any other restriction. */
static bool apart_without_safeguards(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	struct text rest = proposal ? row_text(proposal, CLASSIFICATION_GROUNDS) : text_empty(), ground;
	bool recruits = false;
	(void)context;
	while (text_next(&rest, ' ', &ground))
		recruits = recruits || text_equal_string(ground, "recruitment");
	/* A basis is no measure yet: what is done because of it is. */
	if (!recruits || !restricts(proposal) || row_is(proposal, CLASSIFICATION_KIND, "extremism_basis"))
		return false;
	bool less = row_has(proposal, CLASSIFICATION_LESS), down = row_has(proposal, CLASSIFICATION_WAY_DOWN);
	*out = (struct rule_finding){ .path = less ? "/way_down" : "/less_restrictive", .ask = N_("The classification committee"),
		.message = N_("Keeping people from being drawn in by others is a restriction like any other, and its safeguards are missing"),
		.advice = N_("Write what less was thought of, and how the person comes out of it again") };
	return !less || !down;
}

/* 1 concentration, 2 dispersal, 3 mixed: data of the country, never code (prison-practice section 6.1). */
static bool against_policy(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	if (!proposal || !row_is(proposal, CLASSIFICATION_VALUE, "special_unit") || act_parameter(context, classification_facility(context, proposal), "class.policy", 3) != 2)
		return false;
	*out = (struct rule_finding){ .path = "/outcome_value", .message = N_("This country places people apart from each other, not together in special units"),
		.advice = N_("Propose an ordinary place with a plan"), .ask = N_("Headquarters") };
	return true;
}

static bool same_reasons(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	const struct row *old = proposal && row_has(proposal, CLASSIFICATION_RENEWS) ? act_load(context, &RECORD_CLASSIFICATION, row_text(proposal, CLASSIFICATION_RENEWS)) : NULL;
	if (!old || !text_equal(text_trim(row_text(old, CLASSIFICATION_REASONS)), text_trim(row_text(proposal, CLASSIFICATION_REASONS))))
		return false;
	*out = (struct rule_finding){ .path = "/reasons", .message = N_("These are the reasons of last time, word for word"),
		.advice = N_("Write what is known now, or let the decision end"), .ask = N_("The classification committee") };
	return true;
}

static bool is_current(const struct act_context *context, const struct row *proposal)
{
	const struct row *assessment = row_has(proposal, CLASSIFICATION_ASSESSMENT) ? act_load(context, &RECORD_ASSESSMENT, row_text(proposal, CLASSIFICATION_ASSESSMENT)) : NULL;
	return assessment && assessment_is_valid(assessment, context->today) && !row_has_lapsed(assessment, context->now);
}

/* What is relied on is current when it is proposed and when it is decided: an assessment that has ended says nothing of today. */
static bool assessment_ended(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	if (!proposal || !row_has(proposal, CLASSIFICATION_ASSESSMENT) || is_current(context, proposal))
		return false;
	*out = (struct rule_finding){ .path = row_is(proposal, CLASSIFICATION_STATE, "proposed") ? "/assessment" : "/decision",
		.message = N_("The assessment relied on is not final, or it has ended"),
		.advice = N_("Ask for a new assessment, and propose again with it"), .ask = N_("The lead psychologist") };
	return true;
}

/* The basis "assessed" is an assessment concluded in a decision (prison-practice 1.1): without one somebody has to say why. */
static bool assessment_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *proposal = proposal_of(decision);
	(void)context;
	if (!proposal || !row_is(proposal, CLASSIFICATION_KIND, "extremism_basis") || !row_is(proposal, CLASSIFICATION_VALUE, "assessed") ||
		row_has(proposal, CLASSIFICATION_ASSESSMENT))
		return false;
	*out = (struct rule_finding){ .path = "/assessment", .message = N_("A basis by assessment names no assessment"),
		.advice = N_("Choose the assessment of this person on which it rests, or say why there is none"), .ask = N_("The lead psychologist") };
	return true;
}

/* T1: worship and the like in the words of an item. */
static bool names_protected(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_CLASSIFICATION_EVIDENCE);
	(void)context;
	if (!item || !row_is(item, EVIDENCE_DIRECTION, "rise") || (evidence_shows_conduct(item) && !evidence_names_protected(row_text(item, EVIDENCE_SUMMARY))))
		return false;
	*out = (struct rule_finding){ .path = "/summary", .message = N_("This speaks of worship, dress, diet, language, reading, belief, origin, family or silence"),
		.advice = N_("Write the conduct that was seen. Without conduct the item carries nothing and will not be used"), .ask = N_("The second reader") };
	return true;
}

/* Whoever owns a piece of information does not decide alone that the person may not see it. */
static bool withheld_by_author(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_CLASSIFICATION_EVIDENCE);
	if (!item || row_is(item, EVIDENCE_DISCLOSURE, "full") || !text_equal(row_text(item, EVIDENCE_AUTHOR), context->actor->id))
		return false;
	*out = (struct rule_finding){ .path = "/disclosure", .message = N_("You wrote this item, so somebody else decides what the person gets of it"),
		.advice = N_("Ask a colleague, or give it in full"), .ask = N_("The governor") };
	return true;
}

CLASSIFICATION_RULE(NMR_89_1, "NMR-89.1", RULE_EVIDENCE, PROPOSING, offence_alone, N_("Classification is individual and flexible"));
CLASSIFICATION_RULE(NMR_93_1B, "NMR-93.1b", RULE_EVIDENCE, PROPOSING, purpose_missing, N_("Classes exist to ease treatment and rehabilitation"));
CLASSIFICATION_RULE(BKK_41, "BKK-41", RULE_REFUSE, PROPOSING, illness_alone, N_("Women with mental health needs are not held more strictly for that"));
CLASSIFICATION_RULE(BKK_41_HEADS, "BKK-41.heads", RULE_WARN, PROPOSING, heads_missing, N_("What is particular to women is weighed before a woman is held more strictly"));
CLASSIFICATION_RULE(NMR_111_2, "NMR-111.2", RULE_REFUSE, PROPOSING, paper_missing, N_("Whoever is not convicted is presumed innocent and treated so"));
CLASSIFICATION_RULE(SAFE_DOWN, "SAFE-DOWN", RULE_EVIDENCE, PROPOSING, no_way_down, N_("Every restriction has a written way down"));
CLASSIFICATION_RULE(SAFE_LESS, "SAFE-LESS", RULE_EVIDENCE, PROPOSING, nothing_less, N_("What is less restrictive comes first"));
CLASSIFICATION_RULE(S2396_B, "S2396-b", RULE_WARN, PROPOSING, apart_without_safeguards, N_("Keeping people from drawing in others stays within the law"));
CLASSIFICATION_RULE(SAFE_POLICY, "SAFE-POLICY", RULE_REFUSE, PROPOSING, against_policy, N_("Concentration or dispersal is the country's choice"));
CLASSIFICATION_RULE(SAFE_RENEW, "SAFE-RENEW", RULE_REFUSE, PROPOSING, same_reasons, N_("A decision is renewed only with fresh reasons"));
CLASSIFICATION_RULE(SAFE_RELIED, "SAFE-RELIED", RULE_REFUSE, RELYING, assessment_ended, N_("A decision relies on an assessment only while it is in date"));
CLASSIFICATION_RULE(SAFE_ASSESSED, "SAFE-ASSESSED", RULE_WARN, PROPOSING, assessment_missing, N_("A basis by assessment rests on an assessment"));
CLASSIFICATION_RULE(SAFE_T1, "SAFE-T1", RULE_WARN, ADDING, names_protected, N_("Worship, dress, diet, language and reading are no evidence"));
CLASSIFICATION_RULE(SAFE_GIST, "SAFE-GIST", RULE_REFUSE, SETTING, withheld_by_author, N_("The owner of information does not decide on its disclosure"));
