/* plan.c - plan.open, .change, .agree, .review, .close; objectives, actions, conferences: made with the person, looked at again in time. */
#include "areas/casework/acts/common.h"

static const struct citation NMR_94 = { "NMR-94", N_("Nelson Mandela Rules, Rule 94"), SOURCE_TEXT_READ };

#define PLAN_INPUT CASEWORK_REFERENCE("plan", N_("Plan"), "plan", FIELD_REQUIRED)

static const struct row *plan_loaded(const struct act_context *context, struct error_list *errors)
{
	const struct row *plan = act_load_input(context, 0, &RECORD_PLAN, errors);
	if (plan && !plan_is_open(plan)) {
		decide_refuse(errors, "/plan", N_("This plan is closed"));
		return NULL;
	}
	return plan;
}

/* ---- open and change ---- */
enum { OP_PERSON, OP_STRENGTHS, OP_RESETTLEMENT, OP_INPUTS };
#define STRENGTHS_INPUT(flags_) { "strengths", N_("What the person can build on"), N_("Strengths, people, hopes; in the person's own words"), FIELD_PROSE, \
	OPEN, flags_ }
#define RESETTLEMENT_INPUT { "resettlement", N_("Life after release"), N_("Where to live, with whom, what to live on; thought of from the first day"), \
	FIELD_PROSE, OPEN, 0 }
static const struct field OPEN_INPUT[OP_INPUTS] = { [OP_PERSON] = CASEWORK_PERSON_INPUT, [OP_STRENGTHS] = STRENGTHS_INPUT(FIELD_REQUIRED),
	[OP_RESETTLEMENT] = RESETTLEMENT_INPUT };
static const struct record OPEN_RECORD = ACT_INPUTS("plan.open", OPEN_INPUT);

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, OP_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	if (casework_open_plan(context, person->id))
		return decide_refuse(errors, "/person", N_("This person has a plan. There is one plan for each person, across all sentences"));
	struct row *plan = casework_insert(context, decision, &RECORD_PLAN);
	row_set_string(plan, PLAN_STATE, "draft");
	row_set_date(plan, context->arena, PLAN_OPENED_ON, context->today);
	return true;
}

const struct act ACT_PLAN_OPEN = { .name = "plan.open", .label = N_("Begin the plan"), .help = N_("Drafted together with the person"), .done = N_("The plan is begun"),
	.input_record = &OPEN_RECORD, .record = &RECORD_PERSON, .target_input = OP_PERSON, .actors = CASEWORKERS, .basis = &NMR_94, .decide = open_decide };

enum { CH_PLAN, CH_STRENGTHS, CH_RESETTLEMENT, CH_INPUTS };
static const struct field CHANGE_INPUT[CH_INPUTS] = { [CH_PLAN] = PLAN_INPUT, [CH_STRENGTHS] = STRENGTHS_INPUT(0), [CH_RESETTLEMENT] = RESETTLEMENT_INPUT };
static const struct record CHANGE_RECORD = ACT_INPUTS("plan.change", CHANGE_INPUT);

static bool change_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *plan = plan_loaded(context, errors);
	return plan && casework_change(context, decision, plan);
}

const struct act ACT_PLAN_CHANGE = { .name = "plan.change", .label = N_("Change the words of the plan"), .done = N_("The plan is changed"),
	.input_record = &CHANGE_RECORD, .record = &RECORD_PLAN, .target_input = CH_PLAN, .actors = CASEWORKERS, .basis = &NMR_94, .decide = change_decide };

/* ---- agree ---- */
enum { AG_PLAN, AG_LANGUAGE, AG_SIGNATURE, AG_REFUSAL, AG_WITNESS, AG_COPY, AG_INPUTS };
static const struct field AGREE_INPUT[AG_INPUTS] = { [AG_PLAN] = PLAN_INPUT,
	[AG_LANGUAGE] = { "language", N_("Language in which it was talked over"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[AG_SIGNATURE] = { "signature", N_("Signature"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PLAN_SIGNATURE_CHOICES },
	[AG_REFUSAL] = { "refusal", N_("What the person does not agree with"), N_("In the person's own words; nothing follows from it"), FIELD_PROSE, OPEN, 0 },
	[AG_WITNESS] = { "witness", N_("Witness"), N_("Needed when the person does not sign"), FIELD_LINE, OPEN, 0 },
	[AG_COPY] = { "copy_given", N_("The person has a copy"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED } };
static const struct record AGREE_RECORD = ACT_INPUTS("plan.agree", AGREE_INPUT);

/* Half a year, and a quarter where a violent-extremism basis is in force (prison-practice 7.3; after New Zealand probation, where reviews are
 * three- or six-monthly by type; both numbers are parameters). */
void casework_next_review(const struct act_context *context, struct decision *decision, struct row *plan, struct date latest)
{
	struct text person = row_text(plan, PLAN_PERSON), facility = casework_facility(context, person);
	int64_t days = casework_has_basis(context, decision, person) ? act_parameter(context, facility, "plan.review_basis_days", 90) :
		act_parameter(context, facility, "plan.review_days", 180);
	struct date next = date_add_days(context->today, (int32_t)days);
	if (latest.year && date_compare(latest, next) < 0)
		next = latest;
	row_set_date(plan, context->arena, PLAN_NEXT_REVIEW_ON, next);
	decide_stop(context, decision, "plan-review", plan->id);
	decide_start(context, decision, "plan-review", plan, person, facility, context->now, moment_from_date(date_add_days(next, 1)));
}

/* Twelve months before release the way out begins (10.3), at once when less is left. */
void casework_way_out(const struct act_context *context, struct decision *decision, const struct row *person)
{
	struct date release = row_date(person, PERSON_RELEASE_DATE);
	decide_stop(context, decision, "release-plan", person->id);
	if (!release.year || !legal_status_is_convicted(row_text(person, PERSON_LEGAL_STATUS)) || casework_open_release_plan(context, person->id))
		return;
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	struct date begin = date_add_months(release, -(int32_t)act_parameter(context, facility, "release.plan_months", 12));
	decide_start(context, decision, "release-plan", person, person->id, facility, context->now,
		moment_from_date(date_compare(begin, context->today) > 0 ? begin : date_add_days(context->today, 14)));
}

static bool agree_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = plan_loaded(context, errors);
	bool refused = row_is(context->input, AG_SIGNATURE, "refused");
	if (refused && !row_has(context->input, AG_WITNESS))
		error_say(errors, E_REQUIRED, "/witness", N_("Name the witness of the refusal"));
	if (refused && !row_has(context->input, AG_REFUSAL))
		error_say(errors, E_REQUIRED, "/refusal", N_("Write what the person says, or that the person does not want to say"));
	if (!old || errors->count)
		return false;
	struct row *plan = casework_change(context, decision, old);
	row_set_string(plan, PLAN_STATE, refused ? "declined" : "agreed");
	row_set_date(plan, context->arena, PLAN_AGREED_ON, context->today);
	if (!refused) {
		row_set(plan, PLAN_REFUSAL, value_absent());
		const struct condition own[] = { CONDITION_TEXT(PLAN_OBJECTIVE_PLAN, plan->id), CONDITION_TEXT(PLAN_OBJECTIVE_STATE, TEXT_OF("proposed")) };
		struct rows proposed = act_find(context, &RECORD_PLAN_OBJECTIVE, own, 2);
		for (size_t i = 0; i < proposed.count; i++) {
			const struct condition steps = CONDITION_TEXT(PLAN_ACTION_OBJECTIVE, proposed.items[i]->id);
			bool begun = act_count(context, &RECORD_PLAN_ACTION, &steps, 1) > 0;
			row_set_string(decision_change(decision, proposed.items[i]), PLAN_OBJECTIVE_STATE, begun ? "active" : "agreed");
		}
	}
	decide_stop(context, decision, "plan-due", row_text(plan, PLAN_PERSON));
	casework_next_review(context, decision, plan, (struct date){ 0, 0, 0 });
	casework_way_out(context, decision, act_load(context, &RECORD_PERSON, row_text(plan, PLAN_PERSON)));
	decision->result = plan;
	return true;
}

const struct act ACT_PLAN_AGREE = { .name = "plan.agree", .label = N_("Agree the plan"), .help = N_("Talked over in a language the person understands; signed, or the refusal in the person's words"),
	.done = N_("Recorded"), .input_record = &AGREE_RECORD, .record = &RECORD_PLAN, .target_input = AG_PLAN, .actors = CASEWORKERS, .basis = &NMR_94,
	.decide = agree_decide };

/* ---- review ---- */
enum { RV_PLAN, RV_OCCASION, RV_HELD, RV_CHANGED, RV_VIEW, RV_RESULT, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_PLAN] = PLAN_INPUT,
	[RV_OCCASION] = { "occasion", N_("Why now"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PLAN_REVIEW_OCCASION_CHOICES },
	[RV_HELD] = { "held_on", N_("Day"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[RV_CHANGED] = { "what_changed", N_("What has changed since"), N_("Better or worse; both count the same"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RV_VIEW] = { "person_view", N_("How the person sees it"), N_("In the person's own words; write so when the person does not want to say"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RV_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PLAN_REVIEW_RESULT_CHOICES } };
static const struct record REVIEW_RECORD = ACT_INPUTS("plan.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = plan_loaded(context, errors);
	if (!old)
		return false;
	if (row_is(old, PLAN_STATE, "draft"))
		return decide_refuse(errors, "/plan", N_("This plan is a draft. Agree it with the person first"));
	if (date_compare(row_date(context->input, RV_HELD), context->today) > 0) {
		error_say(errors, E_DATE_ORDER, "/held_on", N_("This day is in the future"));
		return false;
	}
	struct row *plan = decision_change(decision, old);
	if (row_is(context->input, RV_RESULT, "changed"))
		row_set_string(plan, PLAN_STATE, "under_review");
	casework_next_review(context, decision, plan, (struct date){ 0, 0, 0 });
	struct row *review = casework_insert(context, decision, &RECORD_PLAN_REVIEW);
	row_set_text(review, PLAN_REVIEW_PLAN, plan->id);
	row_set_text(review, PLAN_REVIEW_PERSON, row_text(plan, PLAN_PERSON));
	row_set(review, PLAN_REVIEW_NEXT_REVIEW_ON, row_value(plan, PLAN_NEXT_REVIEW_ON));
	return true;
}

const struct act ACT_PLAN_REVIEW = { .name = "plan.review", .label = N_("Review the plan"), .help = N_("When it is due, and whenever something has changed for better or worse"),
	.done = N_("The review is recorded"), .input_record = &REVIEW_RECORD, .record = &RECORD_PLAN, .target_input = RV_PLAN, .actors = CASEWORKERS,
	.basis = &NMR_94, .decide = review_decide };

/* ---- close ---- */
enum { CL_PLAN, CL_REASON, CL_INPUTS };
static const struct field CLOSE_INPUT[CL_INPUTS] = { [CL_PLAN] = PLAN_INPUT,
	[CL_REASON] = { "close_reason", N_("Why it was closed"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PLAN_CLOSE_CHOICES } };
static const struct record CLOSE_RECORD = ACT_INPUTS("plan.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = plan_loaded(context, errors);
	if (!old)
		return false;
	struct row *plan = casework_change(context, decision, old);
	row_set_string(plan, PLAN_STATE, "closed");
	row_set_date(plan, context->arena, PLAN_CLOSED_ON, context->today);
	row_set(plan, PLAN_NEXT_REVIEW_ON, value_absent());
	decide_stop(context, decision, "plan-review", plan->id);
	return true;
}

const struct act ACT_PLAN_CLOSE = { .name = "plan.close", .label = N_("Close the plan"), .done = N_("The plan is closed"), .input_record = &CLOSE_RECORD,
	.record = &RECORD_PLAN, .target_input = CL_PLAN, .actors = CASEWORK_KEEPERS, .flags = ACT_REASON, .decide = close_decide };

/* ---- objectives ---- */
enum { OB_PLAN, OB_AREA, OB_WORDS, OB_FACTOR, OB_MEASURE, OB_BASELINE, OB_TARGET, OB_DUE, OB_INPUTS };
static const struct field OBJECTIVE_INPUT[OB_INPUTS] = { [OB_PLAN] = PLAN_INPUT,
	[OB_AREA] = { "area", N_("Need"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = NEED_AREA_CHOICES },
	[OB_WORDS] = { "words", N_("What the person wants to reach"), N_("In the person's own words"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OB_FACTOR] = { "factor", N_("Factor of the assessment"), N_("As the assessment names it, when there is one"), FIELD_LINE, OPEN, 0 },
	[OB_MEASURE] = { "measure", N_("How it will be seen"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OB_BASELINE] = { "baseline", N_("How it is now"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OB_TARGET] = { "target", N_("How it shall be"), NULL, FIELD_LINE, OPEN, 0 },
	[OB_DUE] = { "due_on", N_("By when"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record OBJECTIVE_RECORD = ACT_INPUTS("plan_objective.set", OBJECTIVE_INPUT);

static bool objective_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *plan = plan_loaded(context, errors);
	if (!plan)
		return false;
	struct row *objective = casework_insert(context, decision, &RECORD_PLAN_OBJECTIVE);
	row_set_text(objective, PLAN_OBJECTIVE_PLAN, plan->id);
	row_set_text(objective, PLAN_OBJECTIVE_PERSON, row_text(plan, PLAN_PERSON));
	row_set_string(objective, PLAN_OBJECTIVE_STATE, "proposed");
	return true;
}

const struct act ACT_OBJECTIVE_SET = { .name = "plan_objective.set", .label = N_("Add an objective"), .done = N_("The objective is in the plan"),
	.input_record = &OBJECTIVE_RECORD, .record = &RECORD_PLAN, .target_input = OB_PLAN, .actors = CASEWORKERS, .basis = &NMR_94,
	.decide = objective_decide };

enum { OM_OBJECTIVE, OM_STATE, OM_EVIDENCE, OM_ATTAINMENT, OM_INPUTS };
static const struct field OBJECTIVE_MOVE_INPUT[OM_INPUTS] = {
	[OM_OBJECTIVE] = CASEWORK_REFERENCE("plan_objective", N_("Objective"), "plan_objective", FIELD_REQUIRED),
	[OM_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = OBJECTIVE_STATE_CHOICES },
	[OM_EVIDENCE] = { "evidence", N_("What shows the change"), N_("What was seen or done; a belief is no measure"), FIELD_PROSE, OPEN, 0 },
	[OM_ATTAINMENT] = { "attainment", N_("Measured against the hope"), NULL, FIELD_CHOICE, OPEN, 0, .choices = ATTAINMENT_CHOICES } };
static const struct record OBJECTIVE_MOVE_RECORD = ACT_INPUTS("plan_objective.move", OBJECTIVE_MOVE_INPUT);

static bool objective_move_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, OM_OBJECTIVE, &RECORD_PLAN_OBJECTIVE, errors);
	const struct row *input = context->input;
	bool judged = row_is(input, OM_STATE, "achieved") || row_is(input, OM_STATE, "partly") || row_is(input, OM_STATE, "not_achieved");
	if (judged && !row_has(input, OM_EVIDENCE))
		error_say(errors, E_REQUIRED, "/evidence", N_("Say what shows it"));
	if (judged && !row_has(input, OM_ATTAINMENT))
		error_say(errors, E_REQUIRED, "/attainment", N_("Measure it against what was hoped for"));
	return old && errors->count == 0 && casework_change(context, decision, old);
}

const struct act ACT_OBJECTIVE_MOVE = { .name = "plan_objective.move", .label = N_("How the objective stands"), .done = N_("Recorded"),
	.input_record = &OBJECTIVE_MOVE_RECORD, .record = &RECORD_PLAN_OBJECTIVE, .target_input = OM_OBJECTIVE, .actors = CASEWORKERS,
	.decide = objective_move_decide };

/* ---- actions ---- */
enum { AC_OBJECTIVE, AC_WHAT, AC_OWNER_KIND, AC_OWNER, AC_STARTS, AC_DUE, AC_INPUTS };
static const struct field ACTION_INPUT[AC_INPUTS] = {
	[AC_OBJECTIVE] = CASEWORK_REFERENCE("objective", N_("Objective"), "plan_objective", FIELD_REQUIRED),
	[AC_WHAT] = { "what", N_("What will be done"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AC_OWNER_KIND] = { "owner_kind", N_("Who does it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ACTION_OWNER_CHOICES },
	[AC_OWNER] = { "owner", N_("Name or function"), NULL, FIELD_LINE, OPEN, 0 },
	[AC_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, 0 },
	[AC_DUE] = { "due_on", N_("By when"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record ACTION_RECORD = ACT_INPUTS("plan_action.set", ACTION_INPUT);

static bool action_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *objective = act_load_input(context, AC_OBJECTIVE, &RECORD_PLAN_OBJECTIVE, errors);
	const struct row *plan = objective ? act_load(context, &RECORD_PLAN, row_text(objective, PLAN_OBJECTIVE_PLAN)) : NULL;
	if (!objective)
		return false;
	if (!plan || !plan_is_open(plan) || !objective_is_open(objective))
		return decide_refuse(errors, "/objective", N_("This objective is not worked on any more"));
	if (row_has(context->input, AC_STARTS) && date_compare(row_date(context->input, AC_STARTS), row_date(context->input, AC_DUE)) > 0) {
		error_say(errors, E_DATE_ORDER, "/due_on", N_("It would end before it begins"));
		return false;
	}
	struct row *action = casework_insert(context, decision, &RECORD_PLAN_ACTION);
	row_set_text(action, PLAN_ACTION_OBJECTIVE, objective->id);
	row_set_text(action, PLAN_ACTION_PERSON, row_text(objective, PLAN_OBJECTIVE_PERSON));
	row_set_string(action, PLAN_ACTION_STATE, "open");
	if (row_is(objective, PLAN_OBJECTIVE_STATE, "agreed"))
		row_set_string(decision_change(decision, objective), PLAN_OBJECTIVE_STATE, "active");
	return true;
}

const struct act ACT_ACTION_SET = { .name = "plan_action.set", .label = N_("Add an action"), .done = N_("The action is in the plan"),
	.input_record = &ACTION_RECORD, .record = &RECORD_PLAN_OBJECTIVE, .target_input = AC_OBJECTIVE, .actors = CASEWORKERS, .decide = action_decide };

enum { AM_ACTION, AM_STATE, AM_OUTCOME, AM_BLOCKED, AM_INPUTS };
static const struct field ACTION_MOVE_INPUT[AM_INPUTS] = {
	[AM_ACTION] = CASEWORK_REFERENCE("plan_action", N_("Action"), "plan_action", FIELD_REQUIRED),
	[AM_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ACTION_STATE_CHOICES },
	[AM_OUTCOME] = { "outcome", N_("What came of it"), NULL, FIELD_LINE, OPEN, 0 },
	[AM_BLOCKED] = { "blocked_by", N_("What holds it up"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record ACTION_MOVE_RECORD = ACT_INPUTS("plan_action.move", ACTION_MOVE_INPUT);

static bool action_move_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, AM_ACTION, &RECORD_PLAN_ACTION, errors);
	if (row_is(context->input, AM_STATE, "blocked") && !row_has(context->input, AM_BLOCKED))
		error_say(errors, E_REQUIRED, "/blocked_by", N_("Say what holds it up"));
	if (!old || errors->count)
		return false;
	struct row *action = casework_change(context, decision, old);
	row_set(action, PLAN_ACTION_DONE_ON, value_absent());
	if (row_is(action, PLAN_ACTION_STATE, "done"))
		row_set_date(action, context->arena, PLAN_ACTION_DONE_ON, context->today);
	if (!row_is(action, PLAN_ACTION_STATE, "blocked"))
		row_set(action, PLAN_ACTION_BLOCKED_BY, value_absent());
	return true;
}

const struct act ACT_ACTION_MOVE = { .name = "plan_action.move", .label = N_("How the action stands"), .done = N_("Recorded"),
	.input_record = &ACTION_MOVE_RECORD, .record = &RECORD_PLAN_ACTION, .target_input = AM_ACTION, .actors = CASEWORK_KEEPERS, .decide = action_move_decide };

/* ---- conferences ---- */
enum { CF_PLAN, CF_HELD, CF_AGENDA, CF_PRESENT, CF_PAPERS, CF_DECISIONS, CF_INPUTS };
static const struct field CONFERENCE_INPUT[CF_INPUTS] = { [CF_PLAN] = PLAN_INPUT,
	[CF_HELD] = { "held_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[CF_AGENDA] = { "agenda", N_("What it was about"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[CF_PRESENT] = { "present", N_("The person was"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONFERENCE_PRESENT_CHOICES },
	[CF_PAPERS] = { "papers", N_("Papers the person has seen"), NULL, FIELD_PROSE, OPEN, 0 },
	[CF_DECISIONS] = { "decisions", N_("What was decided"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record CONFERENCE_RECORD = ACT_INPUTS("plan_conference.hold", CONFERENCE_INPUT);

static bool conference_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *plan = plan_loaded(context, errors);
	decide_moment(context, CF_HELD, errors);
	if (!plan || errors->count)
		return false;
	struct row *conference = casework_insert(context, decision, &RECORD_PLAN_CONFERENCE);
	row_set_text(conference, PLAN_CONFERENCE_PLAN, plan->id);
	row_set_text(conference, PLAN_CONFERENCE_PERSON, row_text(plan, PLAN_PERSON));
	return true;
}

const struct act ACT_CONFERENCE_HOLD = { .name = "plan_conference.hold", .label = N_("Record a case conference"), .done = N_("The conference is recorded. Add who was there"),
	.input_record = &CONFERENCE_RECORD, .record = &RECORD_PLAN, .target_input = CF_PLAN, .actors = CASEWORK_KEEPERS, .decide = conference_decide };

enum { AT_CONFERENCE, AT_NAME, AT_AGENCY, AT_ATTENDED, AT_VIEW, AT_DISSENT, AT_INPUTS };
static const struct field ATTENDEE_INPUT[AT_INPUTS] = {
	[AT_CONFERENCE] = CASEWORK_REFERENCE("conference", N_("Case conference"), "plan_conference", FIELD_REQUIRED),
	[AT_NAME] = { "name", N_("Name and function"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AT_AGENCY] = { "agency", N_("Agency"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CASEWORK_AGENCY_CHOICES },
	[AT_ATTENDED] = { "attended", N_("Was there"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[AT_VIEW] = { "view_taken", N_("View of the decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONFERENCE_VIEW_CHOICES },
	[AT_DISSENT] = { "dissent", N_("Why not agreed"), N_("Stays beside the decision, whatever the majority says"), FIELD_PROSE, OPEN, 0 } };
static const struct record ATTENDEE_RECORD = ACT_INPUTS("conference_attendee.enter", ATTENDEE_INPUT);

static bool attendee_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *conference = act_load_input(context, AT_CONFERENCE, &RECORD_PLAN_CONFERENCE, errors);
	if (row_is(context->input, AT_VIEW, "dissents") && !row_has(context->input, AT_DISSENT))
		error_say(errors, E_REQUIRED, "/dissent", N_("Write why, in the words of the one who does not agree"));
	if (!conference || errors->count)
		return false;
	struct row *attendee = casework_insert(context, decision, &RECORD_CONFERENCE_ATTENDEE);
	row_set_text(attendee, CONFERENCE_ATTENDEE_CONFERENCE, conference->id);
	row_set_text(attendee, CONFERENCE_ATTENDEE_PERSON, row_text(conference, PLAN_CONFERENCE_PERSON));
	return true;
}

const struct act ACT_ATTENDEE_ENTER = { .name = "conference_attendee.enter", .label = N_("Add who was there"), .done = N_("Recorded"),
	.input_record = &ATTENDEE_RECORD, .record = &RECORD_PLAN_CONFERENCE, .target_input = AT_CONFERENCE, .actors = CASEWORK_KEEPERS,
	.decide = attendee_decide };
