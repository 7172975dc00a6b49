/* reintegration.c - release_plan.open, .move; milestones, needs, conditions, hand-overs and follow-up: the way out and what became of it. */
#include "areas/casework/acts/common.h"

static const struct citation NMR_107 = { "NMR-107", N_("Nelson Mandela Rules, Rule 107"), SOURCE_TEXT_READ };
static const struct citation NMR_90 = { "NMR-90", N_("Nelson Mandela Rules, Rule 90"), SOURCE_TEXT_READ };

#define RELEASE_PLAN_INPUT CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", FIELD_REQUIRED)

/* Prison-practice 10.3: months and days before release, in the order of MILESTONE_CHOICES. */
static const struct { int months, days; } BEFORE[] = { { 12, 0 }, { 9, 0 }, { 6, 0 }, { 3, 0 }, { 1, 0 }, { 0, 7 }, { 0, 0 } };

static const struct row *release_plan_loaded(const struct act_context *context, struct error_list *errors)
{
	const struct row *plan = act_load_input(context, 0, &RECORD_RELEASE_PLAN, errors);
	if (plan && row_is(plan, RELEASE_PLAN_STATE, "closed")) {
		decide_refuse(errors, "/release_plan", N_("This plan is closed"));
		return NULL;
	}
	return plan;
}

/* A row about the same person and release plan. */
static struct row *child_of(const struct act_context *context, struct decision *decision, const struct record *record, const struct row *plan, bool inputs)
{
	struct row *row = inputs ? casework_insert(context, decision, record) : decision_insert(decision, record);
	row_set_text(row, record_field(record, TEXT_OF("release_plan")), plan->id);
	row_set_text(row, record->person_field, row_text(plan, RELEASE_PLAN_PERSON));
	return row;
}

/* ---- open ---- */
enum { OP_PERSON, OP_RELEASE, OP_INPUTS };
static const struct field OPEN_INPUT[OP_INPUTS] = { [OP_PERSON] = CASEWORK_PERSON_INPUT,
	[OP_RELEASE] = { "release_on", N_("Release expected on"), N_("Leave empty to take the date from the file"), FIELD_DATE, OPEN, 0 } };
static const struct record OPEN_RECORD = ACT_INPUTS("release_plan.open", OPEN_INPUT);

static void milestones_make(const struct act_context *context, struct decision *decision, const struct row *plan)
{
	struct date release = row_date(plan, RELEASE_PLAN_RELEASE_ON);
	for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
		struct date due = date_add_days(date_add_months(release, -BEFORE[i].months), -BEFORE[i].days);
		if (date_compare(due, context->today) < 0)
			due = context->today; /* begun late: everything missed is due now */
		struct row *milestone = child_of(context, decision, &RECORD_RELEASE_MILESTONE, plan, false);
		row_set_string(milestone, RELEASE_MILESTONE_KIND, MILESTONE_CHOICES[i].code);
		row_set_date(milestone, context->arena, RELEASE_MILESTONE_DUE_ON, due);
		row_set_string(milestone, RELEASE_MILESTONE_STATE, "open");
		decide_start(context, decision, "release-step", milestone, row_text(plan, RELEASE_PLAN_PERSON), row_text(plan, RELEASE_PLAN_FACILITY),
			context->now, moment_from_date(date_add_days(due, 1)));
	}
}

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, OP_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	if (casework_open_release_plan(context, person->id))
		return decide_refuse(errors, "/person", N_("The way out of this person is being planned already"));
	struct row *plan = casework_insert(context, decision, &RECORD_RELEASE_PLAN);
	row_set_text(plan, RELEASE_PLAN_PERSON, person->id);
	if (!row_has(plan, RELEASE_PLAN_RELEASE_ON))
		row_set(plan, RELEASE_PLAN_RELEASE_ON, row_value(person, PERSON_RELEASE_DATE));
	if (!row_date(plan, RELEASE_PLAN_RELEASE_ON).year) {
		error_say(errors, E_REQUIRED, "/release_on", N_("The file holds no release date. Enter the day on which release is expected"));
		return false;
	}
	row_set_text(plan, RELEASE_PLAN_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_string(plan, RELEASE_PLAN_STATE, "open");
	row_set_date(plan, context->arena, RELEASE_PLAN_OPENED_ON, context->today);
	milestones_make(context, decision, plan);
	casework_gradual_return(context, decision, plan, row_text(plan, RELEASE_PLAN_FACILITY));
	for (const struct choice *kind = RESETTLEMENT_CHOICES; kind->code; kind++) {
		struct row *need = child_of(context, decision, &RECORD_RESETTLEMENT_NEED, plan, false);
		row_set_string(need, RESETTLEMENT_NEED_KIND, kind->code);
		row_set_string(need, RESETTLEMENT_NEED_STATE, "open");
	}
	decide_stop(context, decision, "release-plan", person->id);
	decision->result = plan;
	return true;
}

const struct act ACT_RELEASE_PLAN_OPEN = { .name = "release_plan.open", .label = N_("Begin the way out"), .help = N_("Twelve months before release; the steps get their dates by themselves"),
	.done = N_("The way out is begun"), .input_record = &OPEN_RECORD, .record = &RECORD_PERSON, .target_input = OP_PERSON, .actors = CASEWORKERS,
	.basis = &NMR_107, .decide = open_decide };

/* ---- move ---- */
enum { MV_PLAN, MV_STATE, MV_LEVEL, MV_CARE, MV_SIGNS, MV_CONTACT, MV_INPUTS };
static const struct choice MOVE_STATES[] = { { "open", N_("Begun") }, { "assessed", N_("Needs looked at") }, { "conference", N_("Conference held") },
	{ "conditions", N_("Conditions decided") }, { "ready", N_("Ready") }, { NULL, NULL } };
static const struct field MOVE_INPUT[MV_INPUTS] = { [MV_PLAN] = RELEASE_PLAN_INPUT,
	[MV_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MOVE_STATES },
	[MV_LEVEL] = { "cooperation", N_("How agencies work together"), NULL, FIELD_CHOICE, OPEN, 0, .choices = RELEASE_LEVEL_CHOICES },
	[MV_CARE] = { "caretaking", N_("Children and others the person cares for"), NULL, FIELD_PROSE, OPEN, 0 },
	[MV_SIGNS] = { "signs", N_("Signs of trouble agreed with the person, and whom to call"), NULL, FIELD_PROSE, OPEN, 0 },
	[MV_CONTACT] = { "contact_plan", N_("Who keeps contact, how often, for twenty-four months"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record MOVE_RECORD = ACT_INPUTS("release_plan.move", MOVE_INPUT);

static bool move_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = release_plan_loaded(context, errors);
	if (!old)
		return false;
	if (row_is(old, RELEASE_PLAN_STATE, "released"))
		return decide_refuse(errors, "/release_plan", N_("The person is released; what follows is recorded as follow-up"));
	struct row *plan = casework_change(context, decision, old);
	if (row_is(plan, RELEASE_PLAN_STATE, "ready") && !row_has(plan, RELEASE_PLAN_CONTACT_PLAN)) {
		error_say(errors, E_REQUIRED, "/contact_plan", N_("Say who keeps contact after release, and how often"));
		return false;
	}
	return true;
}

const struct act ACT_RELEASE_PLAN_MOVE = { .name = "release_plan.move", .label = N_("How the way out stands"), .done = N_("Recorded"),
	.input_record = &MOVE_RECORD, .record = &RECORD_RELEASE_PLAN, .target_input = MV_PLAN, .actors = CASEWORKERS, .basis = &NMR_107,
	.decide = move_decide };

/* ---- milestones and needs ---- */
enum { MS_MILESTONE, MS_STATE, MS_NOTE, MS_INPUTS };
static const struct field MILESTONE_INPUT[MS_INPUTS] = {
	[MS_MILESTONE] = CASEWORK_REFERENCE("release_milestone", N_("Step of the release plan"), "release_milestone", FIELD_REQUIRED),
	[MS_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MILESTONE_STATE_CHOICES },
	[MS_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record MILESTONE_RECORD = ACT_INPUTS("release_milestone.settle", MILESTONE_INPUT);

static bool milestone_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, MS_MILESTONE, &RECORD_RELEASE_MILESTONE, errors);
	if (!old)
		return false;
	struct row *milestone = casework_change(context, decision, old);
	bool open = row_is(milestone, RELEASE_MILESTONE_STATE, "open");
	row_set(milestone, RELEASE_MILESTONE_DONE_ON, value_absent());
	if (!open) {
		row_set_date(milestone, context->arena, RELEASE_MILESTONE_DONE_ON, context->today);
		decide_stop(context, decision, "release-step", milestone->id);
	}
	return true;
}

const struct act ACT_MILESTONE_SETTLE = { .name = "release_milestone.settle", .label = N_("Step of the way out"), .done = N_("Recorded"),
	.input_record = &MILESTONE_RECORD, .record = &RECORD_RELEASE_MILESTONE, .target_input = MS_MILESTONE, .actors = CASEWORK_KEEPERS,
	.basis = &NMR_107, .decide = milestone_decide };

enum { NS_NEED, NS_STATE, NS_RESOURCE, NS_NOTE, NS_INPUTS };
static const struct field NEED_INPUT[NS_INPUTS] = {
	[NS_NEED] = CASEWORK_REFERENCE("resettlement_need", N_("Need after release"), "resettlement_need", FIELD_REQUIRED),
	[NS_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = RESETTLEMENT_STATE_CHOICES },
	[NS_RESOURCE] = { "resource", N_("What or who helps"), NULL, FIELD_LINE, OPEN, 0 },
	[NS_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record NEED_RECORD = ACT_INPUTS("resettlement_need.settle", NEED_INPUT);

static bool need_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, NS_NEED, &RECORD_RESETTLEMENT_NEED, errors);
	if (row_is(context->input, NS_STATE, "arranged") && !row_has(context->input, NS_RESOURCE))
		error_say(errors, E_REQUIRED, "/resource", N_("Say what or who helps"));
	return old && errors->count == 0 && casework_change(context, decision, old);
}

const struct act ACT_NEED_SETTLE = { .name = "resettlement_need.settle", .label = N_("What helps"), .done = N_("Recorded"), .input_record = &NEED_RECORD,
	.record = &RECORD_RESETTLEMENT_NEED, .target_input = NS_NEED, .actors = CASEWORK_KEEPERS, .decide = need_decide };

/* ---- conditions ---- */
enum { CD_PLAN, CD_CATEGORY, CD_WORDS, CD_NECESSITY, CD_FACTOR, CD_LIGHTER, CD_STARTS, CD_EXPIRES, CD_APPEAL, CD_INPUTS };
static const struct field CONDITION_INPUT[CD_INPUTS] = { [CD_PLAN] = RELEASE_PLAN_INPUT,
	[CD_CATEGORY] = { "category", N_("Category"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONDITION_CATEGORY_CHOICES },
	[CD_WORDS] = { "words", N_("The condition, in plain words"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[CD_NECESSITY] = { "necessity", N_("Why it is needed"), N_("What was seen or done that makes it needed. Never belief, dress, diet or origin"), FIELD_PROSE, OPEN, FIELD_REQUIRED,
		.limits = { 20, 4000, 0 } },
	[CD_FACTOR] = { "factor", N_("Factor of the assessment"), N_("As the assessment names it"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[CD_LIGHTER] = { "lighter", N_("Why nothing lighter is enough"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[CD_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[CD_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[CD_APPEAL] = { "appeal", N_("How to contest it"), N_("Where, until when, and who helps"), FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record CONDITION_RECORD = ACT_INPUTS("licence_condition.draft", CONDITION_INPUT);

static bool condition_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *plan = release_plan_loaded(context, errors);
	if (date_compare(row_date(context->input, CD_STARTS), row_date(context->input, CD_EXPIRES)) >= 0)
		error_say(errors, E_DATE_ORDER, "/expires_on", N_("It would end before it begins"));
	if (!plan || errors->count)
		return false;
	row_set_string(child_of(context, decision, &RECORD_LICENCE_CONDITION, plan, true), LICENCE_CONDITION_STATE, "draft");
	return true;
}

const struct act ACT_CONDITION_DRAFT = { .name = "licence_condition.draft", .label = N_("Draft a condition"), .done = N_("The condition is drafted"),
	.input_record = &CONDITION_RECORD, .record = &RECORD_RELEASE_PLAN, .target_input = CD_PLAN, .actors = CASEWORK_KEEPERS,
	.flags = ACT_MAY_RECORD_FACT, .decide = condition_decide };

enum { DD_CONDITION, DD_BY, DD_LANGUAGE, DD_EXPLAINED, DD_INPUTS };
static const struct field DECIDE_INPUT[DD_INPUTS] = {
	[DD_CONDITION] = CASEWORK_REFERENCE("licence_condition", N_("Condition of release"), "licence_condition", FIELD_REQUIRED),
	[DD_BY] = { "decided_by", N_("Decided by"), N_("The authority that the law names, and the number of its decision"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[DD_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[DD_EXPLAINED] = { "explained_on", N_("Explained to the person on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record DECIDE_RECORD = ACT_INPUTS("licence_condition.decide", DECIDE_INPUT);

static bool decided_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, DD_CONDITION, &RECORD_LICENCE_CONDITION, errors);
	if (!old)
		return false;
	if (!row_is(old, LICENCE_CONDITION_STATE, "draft"))
		return decide_refuse(errors, "/licence_condition", N_("This condition is decided already"));
	row_set_string(casework_change(context, decision, old), LICENCE_CONDITION_STATE, "decided");
	return true;
}

const struct act ACT_CONDITION_DECIDE = { .name = "licence_condition.decide", .label = N_("Record the decision on a condition"), .done = N_("Recorded"),
	.input_record = &DECIDE_RECORD, .record = &RECORD_LICENCE_CONDITION, .target_input = DD_CONDITION,
	.actors = ROLE(CASEWORKER) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .decide = decided_decide };

enum { DE_CONDITION, DE_INPUTS };
static const struct field CONDITION_END_INPUT[DE_INPUTS] = {
	[DE_CONDITION] = CASEWORK_REFERENCE("licence_condition", N_("Condition of release"), "licence_condition", FIELD_REQUIRED) };
static const struct record CONDITION_END_RECORD = ACT_INPUTS("licence_condition.end", CONDITION_END_INPUT);

static bool condition_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, DE_CONDITION, &RECORD_LICENCE_CONDITION, errors);
	if (!old)
		return false;
	struct row *condition = decision_change(decision, old);
	row_set_string(condition, LICENCE_CONDITION_STATE, "ended");
	row_set_text(condition, LICENCE_CONDITION_END_REASON, decide_reason_line(context));
	decision->result = condition;
	return true;
}

const struct act ACT_CONDITION_END = { .name = "licence_condition.end", .label = N_("Lift the condition"), .done = N_("The condition is lifted"),
	.input_record = &CONDITION_END_RECORD, .record = &RECORD_LICENCE_CONDITION, .target_input = DE_CONDITION, .actors = ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_REASON, .decide = condition_end_decide };

/* ---- hand-over ---- */
enum { HP_PLAN, HP_RECIPIENT, HP_KIND, HP_CONSENT, HP_LAW, HP_CONTENTS, HP_REDACTIONS, HP_INPUTS };
static const struct field PACKET_INPUT[HP_INPUTS] = { [HP_PLAN] = RELEASE_PLAN_INPUT,
	[HP_RECIPIENT] = { "recipient", N_("Recipient"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[HP_KIND] = { "recipient_kind", N_("Agency"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CASEWORK_AGENCY_CHOICES },
	[HP_CONSENT] = CASEWORK_REFERENCE("consent", N_("Consent of the person"), "consent", 0),
	[HP_LAW] = { "legal_ground", N_("Law that demands it without consent"), N_("Article and law; only when there is no consent"), FIELD_LINE, OPEN, 0 },
	[HP_CONTENTS] = { "contents", N_("What is in it"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = PACKET_CONTENT_CHOICES },
	[HP_REDACTIONS] = { "redactions", N_("What is left out, and on what ground"), N_("Write so when nothing is left out"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record PACKET_RECORD = ACT_INPUTS("handover_packet.prepare", PACKET_INPUT);

static bool packet_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *plan = release_plan_loaded(context, errors);
	if (!plan)
		return false;
	struct row *packet = child_of(context, decision, &RECORD_HANDOVER_PACKET, plan, true);
	row_set_string(packet, HANDOVER_PACKET_STATE, "prepared");
	row_set_date(packet, context->arena, HANDOVER_PACKET_PREPARED_ON, context->today);
	return true;
}

const struct act ACT_PACKET_PREPARE = { .name = "handover_packet.prepare", .label = N_("Prepare a hand-over"), .help = N_("For one recipient, with the person's consent to this recipient"),
	.done = N_("The hand-over is prepared"), .input_record = &PACKET_RECORD, .record = &RECORD_RELEASE_PLAN, .target_input = HP_PLAN,
	.actors = CASEWORK_KEEPERS, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_90, .decide = packet_decide };

enum { HH_PACKET, HH_BY, HH_INPUTS };
static const struct field HANDED_INPUT[HH_INPUTS] = {
	[HH_PACKET] = CASEWORK_REFERENCE("handover_packet", N_("Hand-over"), "handover_packet", FIELD_REQUIRED),
	[HH_BY] = { "received_by", N_("Received by"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record HANDED_RECORD = ACT_INPUTS("handover_packet.hand_over", HANDED_INPUT);

static bool handed_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, HH_PACKET, &RECORD_HANDOVER_PACKET, errors);
	if (!old)
		return false;
	if (row_is(old, HANDOVER_PACKET_STATE, "handed_over"))
		return decide_refuse(errors, "/handover_packet", N_("These papers are handed over already"));
	struct row *packet = casework_change(context, decision, old);
	row_set_string(packet, HANDOVER_PACKET_STATE, "handed_over");
	row_set_date(packet, context->arena, HANDOVER_PACKET_HANDED_ON, context->today);
	return true;
}

const struct act ACT_PACKET_HAND_OVER = { .name = "handover_packet.hand_over", .label = N_("Receipt of the hand-over"), .done = N_("The papers are handed over"),
	.input_record = &HANDED_RECORD, .record = &RECORD_HANDOVER_PACKET, .target_input = HH_PACKET, .actors = CASEWORK_KEEPERS, .decide = handed_decide };

/* ---- follow-up ---- */
enum { FU_PLAN, FU_FACILITY, FU_POINT, FU_HELD, FU_REACHED, FU_HOUSED, FU_OCCUPIED, FU_RECONVICTION, FU_REENGAGEMENT, FU_SOURCE, FU_NOTE, FU_INPUTS };
static const struct field FOLLOWUP_INPUT[FU_INPUTS] = { [FU_PLAN] = RELEASE_PLAN_INPUT,
	[FU_FACILITY] = CASEWORK_REFERENCE("facility", N_("Facility of the release"), "facility", FIELD_REQUIRED),
	[FU_POINT] = { "point", N_("When after release"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FOLLOWUP_POINT_CHOICES },
	[FU_HELD] = { "held_on", N_("Day"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[FU_REACHED] = { "reached", N_("The person was reached"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[FU_HOUSED] = { "housed", N_("Has a place to live"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FOLLOWUP_KNOWN_CHOICES },
	[FU_OCCUPIED] = { "occupied", N_("Has work or a course"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FOLLOWUP_KNOWN_CHOICES },
	[FU_RECONVICTION] = { "reconviction", N_("Convicted again"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = RECONVICTION_CHOICES },
	[FU_REENGAGEMENT] = { "reengagement", N_("Takes part in violence again"), N_("Without a conviction, only on evidence that can be named"), FIELD_CHOICE, OPEN,
		FIELD_REQUIRED, .choices = REENGAGEMENT_CHOICES },
	[FU_SOURCE] = { "source", N_("How it is known"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[FU_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record FOLLOWUP_RECORD = ACT_INPUTS_AT("followup.record", FOLLOWUP_INPUT, FU_FACILITY);

/* Civil day of the newest release of the person; {0} when there is none. */
static struct date released_on(const struct act_context *context, struct text person)
{
	const struct condition own[] = { CONDITION_TEXT(RELEASE_PERSON, person), CONDITION_PRESENT(RELEASE_RELEASED_AT) };
	const struct row *release = act_find_first(context, &RECORD_RELEASE, own, 2, RELEASE_RELEASED_AT, true);
	return release ? decide_day(context, row_moment(release, RELEASE_RELEASED_AT)) : (struct date){ 0, 0, 0 };
}

/* The last facility for as long as it may open the file (access.h); by office at any time. */
static bool may_follow_up(const struct act_context *context, const struct row *plan, struct date released, struct error_list *errors)
{
	if (!text_equal(row_text(context->input, FU_FACILITY), row_text(plan, RELEASE_PLAN_FACILITY)))
		return decide_refuse(errors, "/facility", N_("The person was released from another facility"));
	int64_t months = act_parameter(context, row_text(plan, RELEASE_PLAN_FACILITY), "access.after_release_months", 12);
	if (actor_has_role(context->actor, ROLE(HEADQUARTERS)) || date_compare(context->today, date_add_months(released, (int32_t)months)) <= 0)
		return true;
	return decide_refuse(errors, "/release_plan", N_("The time in which this facility follows up is over; headquarters goes on"));
}

static bool followup_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = release_plan_loaded(context, errors);
	const struct row *person = old ? act_load(context, &RECORD_PERSON, row_text(old, RELEASE_PLAN_PERSON)) : NULL;
	struct date released = old ? released_on(context, row_text(old, RELEASE_PLAN_PERSON)) : (struct date){ 0, 0, 0 };
	if (!old)
		return false;
	if (!person || !released.year || row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/release_plan", N_("The person has not been released"));
	if (!may_follow_up(context, old, released, errors))
		return false;
	if (row_is(context->input, FU_REENGAGEMENT, "yes") && !row_has(context->input, FU_NOTE))
		error_say(errors, E_REQUIRED, "/note", N_("Name the evidence: what was done, when, and how it is known"));
	if (date_compare(row_date(context->input, FU_HELD), released) < 0 || date_compare(row_date(context->input, FU_HELD), context->today) > 0)
		error_say(errors, E_DATE_ORDER, "/held_on", N_("The day must lie after the release, and not in the future"));
	if (errors->count)
		return false;
	struct row *plan = decision_change(decision, old);
	row_set_string(plan, RELEASE_PLAN_STATE, row_is(context->input, FU_POINT, "m24") ? "closed" : "released");
	row_set_date(plan, context->arena, RELEASE_PLAN_RELEASED_ON, released);
	if (row_is(plan, RELEASE_PLAN_STATE, "closed"))
		row_set_date(plan, context->arena, RELEASE_PLAN_CLOSED_ON, context->today);
	child_of(context, decision, &RECORD_FOLLOWUP, plan, true);
	return true;
}

const struct act ACT_FOLLOWUP_RECORD = { .name = "followup.record", .label = N_("Record how it goes after release"),
	.help = N_("What is not known is recorded as not known; a conviction and taking part again are two questions"), .done = N_("Recorded"),
	.input_record = &FOLLOWUP_RECORD, .record = &RECORD_RELEASE_PLAN, .target_input = FU_PLAN, .actors = ROLE(CASEWORKER) | ROLE(HEADQUARTERS),
	.basis = &NMR_90, .decide = followup_decide };
