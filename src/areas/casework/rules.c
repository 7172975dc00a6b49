/*
 * rules.c - the rules of casework: plans, who may sit together, consent, facilitators, raters, partners and hand-overs.
 *
 * Pure functions over an act's context and its proposed decision. Sources: rules.tsv (NMR 4, 11, 12, 92, 94, 96, 104, 107, 108; BKK 42,
 * 46, 63; S2396-c: voluntary participation recorded), prison-practice 8.2, 8.5, 9.
 */
#include "areas/casework/acts.h"

#include "areas/assessment/records.h"

#define ASK_CASE_MANAGER N_("The case manager")
#define ASK_GOVERNOR N_("The duty governor")

static const char *const AGREE[] = { "plan.agree", NULL };
static const char *const REVIEW[] = { "plan.review", NULL };
static const char *const START[] = { "enrolment.start", NULL };
static const char *const RUN[] = { "programme_group.open", "enrolment.start", NULL };
static const char *const GROUNDS[] = { "alert.raise", "alert.renew", "licence_condition.draft", NULL };
static const char *const RATE[] = { "outcome_rating.add", NULL };
static const char *const MOVE[] = { "release_plan.move", NULL };
static const char *const PARTNERS[] = { "partner.add", "partner.correct", NULL };
static const char *const PACKETS[] = { "handover_packet.prepare", NULL };

/* ---- plan ---- */

static bool life_after_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = decision_row(decision, &RECORD_PLAN);
	(void)context;
	*out = (struct rule_finding){ .path = "/plan", .message = N_("The plan says nothing about life after release"),
		.advice = N_("Ask the person where to live, with whom and what to live on, and write it into the plan"), .ask = ASK_CASE_MANAGER };
	return plan && !row_has(plan, PLAN_RESETTLEMENT);
}

static struct rows objectives_of(const struct act_context *context, const struct row *plan)
{
	const struct condition own = CONDITION_TEXT(PLAN_OBJECTIVE_PLAN, plan->id);
	return act_find(context, &RECORD_PLAN_OBJECTIVE, &own, 1);
}

/* NMR-92.1: a need that is named and not worked on. */
static bool objective_without_action(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = decision_row(decision, &RECORD_PLAN);
	if (!plan)
		return false;
	struct rows objectives = objectives_of(context, plan);
	*out = (struct rule_finding){ .path = "/plan", .message = N_("The plan holds no objective"), .ask = ASK_CASE_MANAGER,
		.advice = N_("Add what the person wants to reach, and who does what for it") };
	size_t open = 0;
	for (size_t i = 0; i < objectives.count; i++) {
		const struct row *objective = objectives.items[i];
		const struct condition own = CONDITION_TEXT(PLAN_ACTION_OBJECTIVE, objective->id);
		if (!objective_is_open(objective))
			continue;
		open++;
		if (act_count(context, &RECORD_PLAN_ACTION, &own, 1) > 0)
			continue;
		out->message = N_("Nobody does anything yet for the objective: {objective}");
		out->parameters[0] = (struct error_parameter){ "objective", row_text(objective, PLAN_OBJECTIVE_WORDS), false };
		return true;
	}
	return open == 0;
}

/* NMR-104.1: who cannot read, or is young, is offered education. */
static bool education_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = decision_row(decision, &RECORD_PLAN);
	const struct row *person = plan ? act_load(context, &RECORD_PERSON, row_text(plan, PLAN_PERSON)) : NULL;
	if (!person)
		return false;
	int age = person_age(person, context->today);
	bool young = age < (int)act_parameter(context, row_text(person, PERSON_CURRENT_FACILITY), "young.age", 18);
	if (!young && !row_is(person, PERSON_LITERACY, "no"))
		return false;
	struct rows objectives = objectives_of(context, plan);
	for (size_t i = 0; i < objectives.count; i++)
		if (row_is(objectives.items[i], PLAN_OBJECTIVE_AREA, "work"))
			return false;
	*out = (struct rule_finding){ .path = "/plan", .message = N_("The person is young or does not read, and the plan holds nothing about education"),
		.advice = N_("Add an objective about education, skills and work"), .ask = ASK_CASE_MANAGER };
	return true;
}

/* NMR-4.2: something is offered in the time between two reviews. */
static bool nothing_offered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *review = decision_row(decision, &RECORD_PLAN_REVIEW);
	const struct row *person = review ? act_load(context, &RECORD_PERSON, row_text(review, PLAN_REVIEW_PERSON)) : NULL;
	if (!person || !legal_status_is_convicted(row_text(person, PERSON_LEGAL_STATUS)))
		return false;
	const struct condition own = CONDITION_TEXT(ENROLMENT_PERSON, person->id);
	*out = (struct rule_finding){ .path = "/plan", .message = N_("No programme, education or work was offered to the person since the sentence began"),
		.advice = N_("Refer the person to what fits the needs, or say why nothing was on offer"), .ask = ASK_GOVERNOR };
	return act_count(context, &RECORD_ENROLMENT, &own, 1) == 0;
}

/* NMR-98.2: vocational training, above all for the young. */
static bool no_trade_for_the_young(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *review = decision_row(decision, &RECORD_PLAN_REVIEW);
	const struct row *person = review ? act_load(context, &RECORD_PERSON, row_text(review, PLAN_REVIEW_PERSON)) : NULL;
	if (!person || !legal_status_is_convicted(row_text(person, PERSON_LEGAL_STATUS)))
		return false;
	int age = person_age(person, context->today);
	if (age >= (int)act_parameter(context, row_text(person, PERSON_CURRENT_FACILITY), "young.trade_age", 25))
		return false;
	const struct condition own = CONDITION_TEXT(ENROLMENT_PERSON, person->id);
	struct rows enrolments = act_find(context, &RECORD_ENROLMENT, &own, 1);
	for (size_t i = 0; i < enrolments.count; i++) {
		const struct row *programme = act_load(context, &RECORD_PROGRAMME, row_text(enrolments.items[i], ENROLMENT_PROGRAMME));
		if (programme && row_is(programme, PROGRAMME_TYPE, "vocational"))
			return false;
	}
	*out = (struct rule_finding){ .path = "/plan", .message = N_("The person is young, and no training for a trade was offered since the sentence began"),
		.advice = N_("Refer the person to vocational training, or say why there is none that fits"), .ask = ASK_GOVERNOR };
	return true;
}

/* ---- who may sit together ---- */

struct joining { const struct row *enrolment, *person, *group, *programme; struct rows others; };

/* The person who begins, and the people who take part in the group already. */
static bool joining_read(const struct act_context *context, const struct decision *decision, struct joining *out)
{
	out->enrolment = decision_row(decision, &RECORD_ENROLMENT);
	out->person = out->enrolment ? act_load(context, &RECORD_PERSON, row_text(out->enrolment, ENROLMENT_PERSON)) : NULL;
	out->group = out->enrolment ? act_load(context, &RECORD_PROGRAMME_GROUP, row_text(out->enrolment, ENROLMENT_GROUP)) : NULL;
	out->programme = out->group ? act_load(context, &RECORD_PROGRAMME, row_text(out->group, PROGRAMME_GROUP_PROGRAMME)) : NULL;
	if (!out->person || !out->programme)
		return false;
	const struct condition members[] = { CONDITION_TEXT(ENROLMENT_GROUP, out->group->id), CONDITION_TEXT(ENROLMENT_STATE, TEXT_OF("on_programme")),
		{ .field = FIELD_ID, .comparison = IS_NOT, .value = value_text(out->enrolment->id) } };
	struct rows enrolments = act_find(context, &RECORD_ENROLMENT, members, 3);
	out->others = (struct rows){ ARENA_ARRAY(context->arena, struct row *, enrolments.count + 1), 0 };
	for (size_t i = 0; i < enrolments.count; i++) {
		const struct row *other = act_load(context, &RECORD_PERSON, row_text(enrolments.items[i], ENROLMENT_PERSON));
		if (other)
			out->others.items[out->others.count++] = (struct row *)(uintptr_t)other;
	}
	return true;
}

static bool sexes_mixed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct joining join;
	if (!joining_read(context, decision, &join))
		return false;
	struct text meant = row_text(join.programme, PROGRAMME_FOR_WHOM), sex = row_text(join.person, PERSON_SEX);
	*out = (struct rule_finding){ .path = "/training_group", .ask = ASK_GOVERNOR, .message = N_("This programme is for the other sex"),
		.advice = N_("Choose a programme or a group for women, or for men") };
	if ((text_equal_string(meant, "M") || text_equal_string(meant, "F")) && !text_equal(meant, sex))
		return true;
	out->message = N_("Women and men would sit in one group");
	for (size_t i = 0; i < join.others.count; i++)
		if (!text_equal(row_text(join.others.items[i], PERSON_SEX), sex))
			return true;
	return false;
}

static bool untried_mixed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct joining join;
	if (!joining_read(context, decision, &join))
		return false;
	bool untried = legal_status_is_untried(row_text(join.person, PERSON_LEGAL_STATUS));
	*out = (struct rule_finding){ .path = "/training_group", .ask = ASK_GOVERNOR, .message = N_("This programme is not open to untried people: they are presumed innocent"),
		.advice = N_("Offer a programme that does not touch the charge, such as education") };
	if (untried && !row_is_yes(join.programme, PROGRAMME_UNTRIED))
		return true;
	out->message = N_("Untried and convicted people would sit in one group");
	out->advice = N_("Choose a group where all people have the same legal status");
	for (size_t i = 0; i < join.others.count; i++)
		if (legal_status_is_untried(row_text(join.others.items[i], PERSON_LEGAL_STATUS)) != untried)
			return true;
	return false;
}

static bool apart(const struct act_context *context, struct text one, struct text other)
{
	const struct condition pair[] = { CONDITION_TEXT(KEEP_APART_PERSON, one), CONDITION_TEXT(KEEP_APART_OTHER, other) };
	struct rows rows = act_find(context, &RECORD_KEEP_APART, pair, 2);
	for (size_t i = 0; i < rows.count; i++)
		if (keep_apart_is_live(rows.items[i], context->today))
			return true;
	return false;
}

/* One court case before its decision: both are held under the same case number. */
static bool same_case(const struct act_context *context, struct text one, struct text other)
{
	const struct condition own[] = { CONDITION_TEXT(LEGAL_ORDER_PERSON, one), CONDITION_TEXT(LEGAL_ORDER_STATE, TEXT_OF("in_force")),
		CONDITION_PRESENT(LEGAL_ORDER_CASE_NUMBER) };
	struct rows orders = act_find(context, &RECORD_LEGAL_ORDER, own, 3);
	for (size_t i = 0; i < orders.count; i++) {
		const struct condition theirs[] = { CONDITION_TEXT(LEGAL_ORDER_PERSON, other), CONDITION_TEXT(LEGAL_ORDER_STATE, TEXT_OF("in_force")),
			CONDITION_TEXT(LEGAL_ORDER_CASE_NUMBER, row_text(orders.items[i], LEGAL_ORDER_CASE_NUMBER)) };
		if (row_has(orders.items[i], LEGAL_ORDER_CASE_NUMBER) && legal_status_is_untried(row_text(orders.items[i], LEGAL_ORDER_STATUS)) &&
			act_count(context, &RECORD_LEGAL_ORDER, theirs, 3) > 0)
			return true;
	}
	return false;
}

static bool must_be_apart(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct joining join;
	if (!joining_read(context, decision, &join))
		return false;
	*out = (struct rule_finding){ .path = "/training_group", .ask = ASK_GOVERNOR, .advice = N_("Choose another group, or wait until the reason has ended") };
	for (size_t i = 0; i < join.others.count; i++) {
		struct text other = join.others.items[i]->id;
		out->message = N_("Somebody in this group must be kept apart from this person");
		if (apart(context, join.person->id, other) || apart(context, other, join.person->id))
			return true;
		out->message = N_("Somebody in this group is held in the same case, which is not decided yet");
		if (same_case(context, join.person->id, other))
			return true;
	}
	return false;
}

/* Programmes made for men and given to women neglected them and did not work (prison-practice 8.2, F:S69c). */
static bool not_made_for_women(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct joining join;
	if (!joining_read(context, decision, &join) || !row_is(join.person, PERSON_SEX, "F") || row_is_yes(join.programme, PROGRAMME_WOMENS_TRACK))
		return false;
	*out = (struct rule_finding){ .path = "/training_group", .message = N_("This programme was not made for women"),
		.advice = N_("Offer one that was made with women, or say why this one answers her needs"), .ask = ASK_CASE_MANAGER };
	return true;
}

/* NMR-96.1: fitness is decided by a health professional; nothing but the word reaches the rule. */
static bool unfit_for_work(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct joining join;
	if (!joining_read(context, decision, &join) || !row_is(join.programme, PROGRAMME_TYPE, "vocational"))
		return false;
	const struct condition own = CONDITION_TEXT(HEALTH_INTAKE_PERSON, join.person->id);
	const struct row *intake = act_find_first(context, &RECORD_HEALTH_INTAKE, &own, 1, HEALTH_INTAKE_EXAMINED_AT, true);
	*out = (struct rule_finding){ .path = "/training_group", .message = N_("The health service has not found this person fit for work"),
		.advice = N_("Ask the health service, or offer something that needs no fitness"), .ask = N_("The health service") };
	return !intake || !row_has(intake, HEALTH_INTAKE_FIT_FOR_WORK) || row_is(intake, HEALTH_INTAKE_FIT_FOR_WORK, "unfit");
}

/* ---- by one's own will ---- */

static bool consent_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *enrolment = decision_row(decision, &RECORD_ENROLMENT);
	if (!enrolment)
		return false;
	const struct condition own[] = { CONDITION_TEXT(CONSENT_ENROLMENT, enrolment->id), CONDITION_TEXT(CONSENT_STATE, TEXT_OF("given")) };
	struct rows given = act_find(context, &RECORD_CONSENT, own, 2);
	for (size_t i = 0; i < given.count; i++)
		if (row_is_yes(given.items[i], CONSENT_LIMITS_TOLD))
			return false;
	*out = (struct rule_finding){ .path = "/enrolment", .message = N_("The person has not agreed to take part, or was not told what has to be passed on"),
		.advice = N_("Explain the programme in the person's language, and record the answer"), .ask = ASK_CASE_MANAGER };
	return true;
}

/* ASCII case only: the other scripts' stems are given in both cases. */
static bool mentions(const struct act_context *context, struct text words)
{
	static const char *const STEMS[] = { "refus", "withdr", "consent", "did not take part", "не участв", "отказ", "Отказ", "соглас", "Соглас", "отозв", "رفض",
		"سحب", "موافق" };
	char *folded = arena_string(context->arena, words);
	for (size_t i = 0; i < words.length; i++)
		if (folded[i] >= 'A' && folded[i] <= 'Z')
			folded[i] = (char)(folded[i] - 'A' + 'a');
	for (size_t i = 0; i < sizeof STEMS / sizeof *STEMS; i++)
		if (text_find(text_make(folded, words.length), text_from(STEMS[i])) != SIZE_MAX)
			return true;
	return false;
}

/* T20: who has said no is not to hear of it again. Only where a refusal is in the file, and the ground speaks of one. */
static bool refusal_as_ground(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *alert = decision_row(decision, &RECORD_ALERT), *condition = decision_row(decision, &RECORD_LICENCE_CONDITION);
	const struct row *made = alert ? alert : condition;
	if (!made)
		return false;
	struct text ground = alert ? row_text(alert, ALERT_EVIDENCE) : row_text(condition, LICENCE_CONDITION_NECESSITY);
	const struct condition own[] = { CONDITION_TEXT(CONSENT_PERSON, row_subject(made)),
		{ .field = CONSENT_STATE, .comparison = IS_NOT, .value = value_string("given") } };
	*out = (struct rule_finding){ .path = alert ? "/evidence" : "/necessity", .message = N_("Saying no to a programme, or leaving it, is no ground for anything"),
		.advice = N_("Name what the person has done; leave out that the person did not take part"), .ask = ASK_GOVERNOR };
	return act_count(context, &RECORD_CONSENT, own, 2) > 0 && mentions(context, ground);
}

/* ---- who runs it, and who judges it ---- */

/* Training is what the training officer has certified to this worker, and has not taken back. */
static bool is_trained(const struct act_context *context, const struct row *approval)
{
	const struct row *certificate = act_load(context, &RECORD_CERTIFICATE, row_text(approval, FACILITATOR_APPROVAL_CERTIFICATE));
	return certificate && text_equal(row_text(certificate, CERTIFICATE_HOLDER), row_text(approval, FACILITATOR_APPROVAL_WORKER)) &&
		certificate_is_current(certificate, context->today);
}

static bool facilitator_not_approved(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *group = decision_row(decision, &RECORD_PROGRAMME_GROUP), *enrolment = decision_row(decision, &RECORD_ENROLMENT);
	if (!group && enrolment)
		group = act_load(context, &RECORD_PROGRAMME_GROUP, row_text(enrolment, ENROLMENT_GROUP));
	if (!group)
		return false;
	const struct condition own = CONDITION_TEXT(FACILITATOR_APPROVAL_WORKER, row_text(group, PROGRAMME_GROUP_FACILITATOR));
	struct rows approvals = act_find(context, &RECORD_FACILITATOR_APPROVAL, &own, 1);
	int64_t days = act_parameter(context, row_text(group, PROGRAMME_GROUP_FACILITY), "facilitator.supervision_days", SUPERVISION_DAYS);
	for (size_t i = 0; i < approvals.count; i++)
		if (approval_holds(approvals.items[i], context->today, days) && is_trained(context, approvals.items[i]))
			return false;
	*out = (struct rule_finding){ .path = enrolment ? "/training_group" : "/leader", .parameters = { { "name", row_text(group, PROGRAMME_GROUP_FACILITATOR_NAME), false } },
		.message = N_("{name} may not run programmes now: vetting, training, supervision or the code of conduct is missing or has run out"),
		.advice = N_("Renew what is missing, or choose another facilitator"), .ask = N_("The governor") };
	return true;
}

static bool rater_runs_programme(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *rating = decision_row(decision, &RECORD_OUTCOME_RATING);
	if (!rating)
		return false;
	const struct condition own[] = { CONDITION_TEXT(CASE_ASSIGNMENT_PERSON, row_text(rating, OUTCOME_RATING_PERSON)),
		CONDITION_TEXT(CASE_ASSIGNMENT_WORKER, context->actor->id), CONDITION_TEXT(CASE_ASSIGNMENT_KIND, TEXT_OF("facilitator")) };
	*out = (struct rule_finding){ .path = "/person", .message = N_("You run, or ran, a programme with this person, so you cannot rate its effect"),
		.advice = N_("Ask a colleague who does not know who took part"), .ask = ASK_CASE_MANAGER };
	return act_count(context, &RECORD_CASE_ASSIGNMENT, own, 3) > 0;
}

/* ---- the way out ---- */

/* The consent that a row names: given, about the same person and the same name. */
static bool consent_covers(const struct act_context *context, struct text consent_id, struct text person, struct text recipient)
{
	const struct row *consent = act_load(context, &RECORD_CONSENT, consent_id);
	return consent && consent_is_given(consent) && text_equal(row_text(consent, CONSENT_PERSON), person) &&
		text_equal_ignoring_case(row_text(consent, CONSENT_RECIPIENT), recipient);
}

static bool partner_without_consent(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *partner = decision_row(decision, &RECORD_PARTNER);
	if (!partner || row_has(partner, PARTNER_ENDED_ON))
		return false;
	*out = (struct rule_finding){ .path = "/consent", .message = N_("The person has not agreed that this partner is spoken to"),
		.advice = N_("Ask the person about this partner by name, and record the answer"), .ask = ASK_CASE_MANAGER };
	return !consent_covers(context, row_text(partner, PARTNER_CONSENT), row_text(partner, PARTNER_PERSON), row_text(partner, PARTNER_NAME));
}

static bool packet_without_consent(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *packet = decision_row(decision, &RECORD_HANDOVER_PACKET);
	if (!packet || row_has(packet, HANDOVER_PACKET_LEGAL_GROUND))
		return false;
	*out = (struct rule_finding){ .path = "/consent", .message = N_("The person has not agreed that this recipient gets papers, and no law is named that demands it"),
		.advice = N_("Ask the person about this recipient by name, or name the law"), .ask = ASK_CASE_MANAGER };
	return !consent_covers(context, row_text(packet, HANDOVER_PACKET_CONSENT), row_text(packet, HANDOVER_PACKET_PERSON),
		row_text(packet, HANDOVER_PACKET_RECIPIENT));
}

static const struct row *woman_ready(const struct act_context *context, const struct decision *decision)
{
	const struct row *plan = decision_row(decision, &RECORD_RELEASE_PLAN);
	const struct row *person = plan && row_is(plan, RELEASE_PLAN_STATE, "ready") ? act_load(context, &RECORD_PERSON, row_text(plan, RELEASE_PLAN_PERSON)) : NULL;
	return person && row_is(person, PERSON_SEX, "F") ? plan : NULL;
}

static bool woman_without_partner(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = woman_ready(context, decision);
	if (!plan)
		return false;
	const struct condition own[] = { CONDITION_TEXT(PARTNER_PERSON, row_text(plan, RELEASE_PLAN_PERSON)), CONDITION_ABSENT(PARTNER_ENDED_ON) };
	*out = (struct rule_finding){ .path = "/state", .message = N_("Nobody outside is named who helps this woman after release"),
		.advice = N_("Ask her whom she wants: family, an organisation for women, a service"), .ask = ASK_CASE_MANAGER };
	return act_count(context, &RECORD_PARTNER, own, 2) == 0;
}

static bool caretaking_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = woman_ready(context, decision);
	*out = (struct rule_finding){ .path = "/caretaking", .message = N_("It is not written for whom this woman cares"),
		.advice = N_("Write for which children or others she cares, or that there is nobody; whoever decides on release must weigh it"), .ask = ASK_CASE_MANAGER };
	return plan && !row_has(plan, RELEASE_PLAN_CARE);
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	static const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	static const struct rule RULE_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

CLOCKED(CASE_MANAGER, "NMR-92.3", N_("Somebody answers for each person's file and plan"), "case-manager");
CLOCKED(PLAN, "NMR-94", N_("Soon after a sentence begins, a plan is made with the person, and looked at again in time"), "plan-due", "plan-review");
RULE(NEEDS, "NMR-92.1", RULE_WARN, AGREE, objective_without_action, N_("Help is given by the needs of each person, with all suitable means"));
RULE(AFTER, "NMR-107.agree", RULE_WARN, AGREE, life_after_missing, N_("Life after release is thought of from the beginning of a sentence"));
RULE(EDUCATION, "NMR-104.1", RULE_WARN, AGREE, education_missing, N_("Education is offered to all, and above all to the young and to those who do not read"));
RULE(OFFERED, "NMR-4.2", RULE_WARN, REVIEW, nothing_offered, N_("Education, training, work and other help are offered, fitted to each person"));
RULE(TRADE, "NMR-98.2", RULE_WARN, REVIEW, no_trade_for_the_young, N_("Training for a trade is offered, above all to the young"));
RULE(GROUP_SEX, "NMR-11.a.group", RULE_REFUSE, START, sexes_mixed, N_("Women and men do programmes apart"));
RULE(GROUP_STATUS, "NMR-11.b.group", RULE_REFUSE, START, untried_mixed, N_("Untried people do programmes apart, and only such as leave the charge alone"));
RULE(GROUP_APART, "NMR-12.2a.group", RULE_REFUSE, START, must_be_apart, N_("People who sit together are carefully chosen as fit to be together"));
RULE(WORK, "NMR-96.1", RULE_REFUSE, START, unfit_for_work, N_("Work and training for it need a finding of fitness"));
RULE(WOMEN, "BKK-42", RULE_WARN, START, not_made_for_women, N_("Programmes for women are made for the needs of women"));
RULE(CONSENT, "S2396-c.consent", RULE_REFUSE, START, consent_missing, N_("Taking part is voluntary, and the person knows what is passed on"));
RULE(VOLUNTARY, "S2396-c.voluntary", RULE_REFUSE, GROUNDS, refusal_as_ground, N_("Nothing follows from refusing a programme or leaving it"));
RULE(FACILITATOR, "S2396-c.facilitator", RULE_REFUSE, RUN, facilitator_not_approved, N_("Who runs programmes is vetted, trained and supervised"));
RULE(BLIND, "S2396-c.blind", RULE_REFUSE, RATE, rater_runs_programme, N_("The effect of a programme is rated by somebody who does not run it"));
RULE(PARTNER, "S2396-c.partner", RULE_REFUSE, PARTNERS, partner_without_consent, N_("Family and partners outside are spoken to with the person's consent"));
RULE(PACKET, "S2396-c.handover", RULE_REFUSE, PACKETS, packet_without_consent, N_("Papers go to a recipient with the person's consent to this recipient, or by law"));
CLOCKED(DUTY, "S2396-c.duty", N_("Only four kinds of danger go from a session to security, and at once"), "duty-report");
CLOCKED(WAY_OUT, "NMR-107.plan", N_("The way out begins twelve months before release"), "release-plan");
CLOCKED(STEPS, "NMR-108.1.steps", N_("Papers, housing, work and money are settled before release, step by step"), "release-step");
RULE(WOMAN_OUT, "BKK-46", RULE_WARN, MOVE, woman_without_partner, N_("Women are helped back with services and organisations that answer their needs"));
RULE(CARETAKING, "BKK-63", RULE_EVIDENCE, MOVE, caretaking_missing, N_("Whoever decides on early release weighs for whom a woman cares"));

const struct rule *const CASEWORK_RULES[] = { &RULE_CASE_MANAGER, &RULE_PLAN, &RULE_NEEDS, &RULE_AFTER, &RULE_EDUCATION, &RULE_OFFERED, &RULE_TRADE, &RULE_GROUP_SEX,
	&RULE_GROUP_STATUS, &RULE_GROUP_APART, &RULE_WORK, &RULE_WOMEN, &RULE_CONSENT, &RULE_VOLUNTARY, &RULE_FACILITATOR, &RULE_BLIND, &RULE_PARTNER,
	&RULE_PACKET, &RULE_DUTY, &RULE_WAY_OUT, &RULE_STEPS, &RULE_WOMAN_OUT, &RULE_CARETAKING,
	&RULE_NEEDS_LOOKED_AT, &RULE_NEEDS_PLAN, &RULE_ADJUSTMENT, &RULE_ADJUSTMENT_CELL, &RULE_GRADUAL, &RULE_GRADUAL_POLICE, &RULE_SOCIAL_WORKER, &RULE_REPORTS, &RULE_NO_CHARGE,
	&RULE_NO_CHARGE_DAILY, &RULE_DISTANCE, &RULE_HOME, &RULE_HOME_CHILDREN, NULL };
