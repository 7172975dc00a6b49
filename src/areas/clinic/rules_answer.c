/* rules_answer.c - what the director must answer, help for the separated, the way out of prison for whom prison makes ill, care after release. */
#include "areas/clinic/rules.h"
#include "areas/care/records.h"
#include "areas/rights/records.h"

static const char *const HOLD_ON[] = { "separation.extend", "separation.review", NULL };
static const char *const SEPARATE[] = { "separation.order", "separation.extend", NULL };
static const char *const FIND[] = { "care_outside.find", NULL };
static const char *const UNIT[] = { "care_unit.open", NULL };
static const char *const GATE[] = { "release.release", NULL };

#define ASK_GOVERNOR N_("The director")

/* The path of the first input: the row that the act is about. */
static const char *first_path(const struct act_context *context)
{
	return arena_format(context->arena, "/%s", context->input->record->fields[0].name).data;
}

/* A review that ends the separation needs no answer any more. */
static bool advice_unanswered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *separation = decision_row(decision, &RECORD_SEPARATION), *review = decision_row(decision, &RECORD_SEPARATION_REVIEW);
	struct text id = separation ? separation->id : review ? row_text(review, SEPARATION_REVIEW_SEPARATION) : text_empty();
	const struct condition open[] = { CONDITION_TEXT(HEALTH_ADVICE_SEPARATION, id), CONDITION_TEXT(HEALTH_ADVICE_STATE, TEXT_OF("open")) };
	if (text_is_empty(id) || (separation && row_is(separation, SEPARATION_STATE, "ended")) || act_count(context, &RECORD_HEALTH_ADVICE, open, 2) == 0)
		return false;
	*out = (struct rule_finding){ .path = first_path(context), .message = N_("The health service recommended a change, and the director has not answered"), .ask = ASK_GOVERNOR,
		.advice = N_("Answer it with reasons first; whoever reviews the separation reads both. Ending it needs no answer") };
	return true;
}

static bool must_leave(const struct act_context *context, struct text person)
{
	const struct condition waits[] = { CONDITION_TEXT(CARE_OUTSIDE_PERSON, person), CONDITION_TEXT(CARE_OUTSIDE_STATE, TEXT_OF("waiting")) };
	return act_count(context, &RECORD_CARE_OUTSIDE, waits, 2) > 0;
}

static bool separated_instead_of_moved(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *separation = decision_row(decision, &RECORD_SEPARATION);
	if (!separation || row_is(separation, SEPARATION_KIND, "health") || !must_leave(context, row_text(separation, SEPARATION_PERSON)))
		return false;
	*out = (struct rule_finding){ .path = first_path(context), .message = N_("This person must leave prison for care; until then nobody separates him or her"), .ask = ASK_HEALTH,
		.advice = N_("Ask the health service what helps now, and for a bed outside today") };
	return true;
}

static bool found_in_separation(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *outside = decision_row(decision, &RECORD_CARE_OUTSIDE);
	const struct condition running[] = { CONDITION_TEXT(SEPARATION_PERSON, outside ? row_text(outside, CARE_OUTSIDE_PERSON) : text_empty()),
		CONDITION_TEXT(SEPARATION_STATE, TEXT_OF("running")), { .field = SEPARATION_KIND, .comparison = IS_NOT, .value = value_string("health") } };
	if (!outside || act_count(context, &RECORD_SEPARATION, running, 3) == 0)
		return false;
	*out = (struct rule_finding){ .path = "/person", .message = N_("Somebody who must leave prison for care is separated"), .ask = ASK_GOVERNOR,
		.advice = N_("End the separation today; the health service says what takes its place") };
	return true;
}

static bool unit_without_clinician(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *unit = decision_row(decision, &RECORD_CARE_UNIT);
	(void)context;
	if (!unit || row_has(unit, CARE_UNIT_LEAD))
		return false;
	*out = (struct rule_finding){ .path = "/lead", .message = N_("No clinician leads the unit"), .ask = ASK_HEALTH, .advice = N_("Name the clinician who answers for observation and treatment") };
	return true;
}

/* On the list: in treatment with a psychiatrist or clinical psychologist. */
static const struct row *patient(const struct act_context *context, struct text person)
{
	const struct condition own[] = { CONDITION_TEXT(HEALTH_REFERRAL_PERSON, person), CONDITION_TEXT(HEALTH_REFERRAL_STATE, TEXT_OF("treatment")),
		{ .field = HEALTH_REFERRAL_KIND, .comparison = IS_NOT, .value = value_string("specialist") } };
	return act_find_first(context, &RECORD_HEALTH_REFERRAL, own, 3, HEALTH_REFERRAL_SEEN, true);
}

static bool released_without_aftercare(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = decision_row(decision, &RECORD_RELEASE), *referral = release ? patient(context, row_text(release, RELEASE_PERSON)) : NULL;
	if (!referral)
		return false;
	const struct condition handed[] = { CONDITION_TEXT(CARE_HANDOVER_PERSON, row_text(release, RELEASE_PERSON)), CONDITION_TEXT(CARE_HANDOVER_OCCASION, TEXT_OF("release")) };
	const struct row *handover = act_find_first(context, &RECORD_CARE_HANDOVER, handed, 2, CARE_HANDOVER_AT, true);
	if (handover && row_is_yes(handover, CARE_HANDOVER_LETTER) && row_moment(handover, CARE_HANDOVER_AT) >= row_moment(referral, HEALTH_REFERRAL_SEEN))
		return false;
	*out = (struct rule_finding){ .path = "/release", .message = N_("The health service has not handed care on to a service outside"), .ask = ASK_HEALTH,
		.advice = N_("The health service names who carries on, sends a letter, and records it under Hand care on") };
	return true;
}

CLOCKED(NMR_33, "NMR-33", N_("The director answers what the health service reports about harmful conditions"), "health-report-answer");
CLOCKED(NMR_46_1C, "NMR-46.1c", N_("Who is separated and asks for health staff is helped promptly"), "separation-health-help");
RULE(NMR_46_3, "NMR-46.3", RULE_REFUSE, HOLD_ON, advice_unanswered, N_("What health staff recommend about a separation is answered before it goes on"));
CLOCKED(NMR_46_3_DUE, "NMR-46.3.due", N_("The director answers recommendations about a separation, with reasons"), "separation-recommendation");
RULE(NMR_109_1, "NMR-109.1", RULE_REFUSE, SEPARATE, separated_instead_of_moved, N_("Whom prison would make worse is not separated but moved to care"));
RULE(NMR_109_1_HELD, "NMR-109.1.held", RULE_BREACH, FIND, found_in_separation, N_("Whom prison would make worse does not stay in separation"));
CLOCKED(NMR_109_1_DUE, "NMR-109.1.due", N_("Whom prison would make worse leaves for care as early as possible"), "care-outside-move", "care-outside-today");
RULE(NMR_109_2, "NMR-109.2", RULE_EVIDENCE, UNIT, unit_without_clinician, N_("Units for observation and treatment are led by clinicians"));
CLOCKED(NMR_109_3, "NMR-109.3", N_("Everybody who needs it has psychiatric care"), "psychiatric-seen");
RULE(NMR_110, "NMR-110", RULE_WARN, GATE, released_without_aftercare, N_("Psychiatric treatment goes on after release"));
