/* session.c - programme_group.open, .end; programme_session.plan, .cancel; attendance.take for a whole group; duty_report.make. */
#include "areas/casework/acts/common.h"

#define GROUP_INPUT CASEWORK_REFERENCE("training_group", N_("Group"), "programme_group", FIELD_REQUIRED)
#define SESSION_INPUT CASEWORK_REFERENCE("training_session", N_("Session"), "programme_session", FIELD_REQUIRED)

/* ---- groups ---- */
enum { GO_PROGRAMME, GO_NAME, GO_FACILITATOR, GO_STARTS, GO_WHERE, GO_INPUTS };
static const struct field OPEN_INPUT[GO_INPUTS] = { [GO_PROGRAMME] = CASEWORK_REFERENCE("programme", N_("Programme"), "intervention", FIELD_REQUIRED),
	[GO_NAME] = { "name", N_("Name of the group"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[GO_FACILITATOR] = { "leader", N_("Facilitator"), N_("Sign-in name; empty when it is you"), FIELD_LINE, OPEN, 0 },
	[GO_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[GO_WHERE] = { "meets_at", N_("Where it meets"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record OPEN_RECORD = ACT_INPUTS("programme_group.open", OPEN_INPUT);

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *programme = act_load_input(context, GO_PROGRAMME, &RECORD_PROGRAMME, errors);
	const struct row *leader = casework_user(context, GO_FACILITATOR, true, errors);
	if (programme && !row_is_yes(programme, PROGRAMME_IN_USE))
		decide_refuse(errors, "/programme", N_("This programme is not offered any more"));
	if (!programme || !leader || errors->count)
		return false;
	if (context->actor->facility.length == 0)
		return decide_refuse(errors, "/programme", N_("Choose the facility in which you work now; the group meets there"));
	struct row *group = casework_insert(context, decision, &RECORD_PROGRAMME_GROUP);
	row_set_text(group, PROGRAMME_GROUP_PROGRAMME, programme->id);
	row_set_text(group, PROGRAMME_GROUP_FACILITY, context->actor->facility);
	row_set_text(group, PROGRAMME_GROUP_FACILITATOR, leader->id);
	row_set_text(group, PROGRAMME_GROUP_FACILITATOR_NAME, casework_user_name(leader));
	row_set_string(group, PROGRAMME_GROUP_STATE, "running");
	return true;
}

const struct act ACT_GROUP_OPEN = { .name = "programme_group.open", .label = N_("Open a group"), .done = N_("The group is open"), .input_record = &OPEN_RECORD,
	.record = &RECORD_PROGRAMME_GROUP, .target_input = FIELD_NONE, .actors = CASEWORK_KEEPERS,
	.flags = ACT_MAY_RECORD_FACT, .decide = open_decide };

enum { GE_GROUP, GE_INPUTS };
static const struct field GROUP_END_INPUT[GE_INPUTS] = { [GE_GROUP] = GROUP_INPUT };
static const struct record GROUP_END_RECORD = ACT_INPUTS("programme_group.end", GROUP_END_INPUT);

static bool group_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, GE_GROUP, &RECORD_PROGRAMME_GROUP, errors);
	if (!old)
		return false;
	const struct condition members[] = { CONDITION_TEXT(ENROLMENT_GROUP, old->id), CONDITION_TEXT(ENROLMENT_STATE, TEXT_OF("on_programme")) };
	if (act_count(context, &RECORD_ENROLMENT, members, 2) > 0)
		return decide_refuse(errors, "/training_group", N_("People still take part. End each place first, with its reason"));
	struct row *group = decision_change(decision, old);
	row_set_string(group, PROGRAMME_GROUP_STATE, "ended");
	row_set_date(group, context->arena, PROGRAMME_GROUP_ENDED_ON, context->today);
	decision->result = group;
	return true;
}

const struct act ACT_GROUP_END = { .name = "programme_group.end", .label = N_("End the group"), .done = N_("The group has ended"),
	.input_record = &GROUP_END_RECORD, .record = &RECORD_PROGRAMME_GROUP, .target_input = GE_GROUP, .actors = CASEWORK_KEEPERS,
	.decide = group_end_decide };

/* ---- sessions ---- */
enum { SP_GROUP, SP_PLANNED, SP_TOPIC, SP_MINUTES, SP_INPUTS };
static const struct field PLAN_INPUT[SP_INPUTS] = { [SP_GROUP] = GROUP_INPUT,
	[SP_PLANNED] = { "planned_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[SP_TOPIC] = { "topic", N_("Topic or module"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[SP_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 5, 600, 0 } } };
static const struct record PLAN_RECORD = ACT_INPUTS("programme_session.plan", PLAN_INPUT);

static bool plan_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *group = act_load_input(context, SP_GROUP, &RECORD_PROGRAMME_GROUP, errors);
	if (!group)
		return false;
	if (!row_is(group, PROGRAMME_GROUP_STATE, "running"))
		return decide_refuse(errors, "/training_group", N_("This group has ended"));
	struct row *session = casework_insert(context, decision, &RECORD_PROGRAMME_SESSION);
	row_set_text(session, PROGRAMME_SESSION_GROUP, group->id);
	row_set_text(session, PROGRAMME_SESSION_FACILITY, row_text(group, PROGRAMME_GROUP_FACILITY));
	row_set_string(session, PROGRAMME_SESSION_STATE, "planned");
	return true;
}

const struct act ACT_SESSION_PLAN = { .name = "programme_session.plan", .label = N_("Plan a session"), .done = N_("The session is planned"),
	.input_record = &PLAN_RECORD, .record = &RECORD_PROGRAMME_GROUP, .target_input = SP_GROUP, .actors = CASEWORK_KEEPERS, .decide = plan_decide };

static const struct row *session_planned(const struct act_context *context, struct error_list *errors)
{
	const struct row *session = act_load_input(context, 0, &RECORD_PROGRAMME_SESSION, errors);
	if (session && row_is(session, PROGRAMME_SESSION_STATE, "cancelled")) {
		decide_refuse(errors, "/training_session", N_("This session is cancelled"));
		return NULL;
	}
	return session;
}

enum { SC_SESSION, SC_WHY, SC_INPUTS };
static const struct field CANCEL_INPUT[SC_INPUTS] = { [SC_SESSION] = SESSION_INPUT,
	[SC_WHY] = { "cancel_reason", N_("Why it was cancelled"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record CANCEL_RECORD = ACT_INPUTS("programme_session.cancel", CANCEL_INPUT);

static bool cancel_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = session_planned(context, errors);
	if (!old)
		return false;
	if (row_is(old, PROGRAMME_SESSION_STATE, "held"))
		return decide_refuse(errors, "/training_session", N_("This session was held"));
	row_set_string(casework_change(context, decision, old), PROGRAMME_SESSION_STATE, "cancelled");
	return true;
}

const struct act ACT_SESSION_CANCEL = { .name = "programme_session.cancel", .label = N_("Cancel the session"), .done = N_("The session is cancelled"),
	.input_record = &CANCEL_RECORD, .record = &RECORD_PROGRAMME_SESSION, .target_input = SC_SESSION, .actors = CASEWORK_KEEPERS,
	.decide = cancel_decide };

/* ---- attendance of the whole group in one act ---- */
enum { TA_SESSION, TA_LIST, TA_INPUTS };
static const struct field TAKE_INPUT[TA_INPUTS] = { [TA_SESSION] = SESSION_INPUT,
	[TA_LIST] = { "list", N_("Attendance"), N_("One line for each person: identifier of the place in the programme, a space, and one of attended, sick, excused, clash, not_brought, did_not_come"),
		FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record TAKE_RECORD = ACT_INPUTS("attendance.take", TAKE_INPUT);

static struct row *attendance_row(const struct act_context *context, struct decision *decision, const struct row *session, const struct row *enrolment)
{
	const struct condition same[] = { CONDITION_TEXT(ATTENDANCE_SESSION, session->id), CONDITION_TEXT(ATTENDANCE_ENROLMENT, enrolment->id) };
	const struct row *known = act_find_first(context, &RECORD_ATTENDANCE, same, 2, FIELD_ID, false);
	if (known)
		return decision_change(decision, known);
	struct row *row = decision_insert(decision, &RECORD_ATTENDANCE);
	row_set_text(row, ATTENDANCE_SESSION, session->id);
	row_set_text(row, ATTENDANCE_ENROLMENT, enrolment->id);
	row_set_text(row, ATTENDANCE_PERSON, row_text(enrolment, ENROLMENT_PERSON));
	return row;
}

static bool take_line(const struct act_context *context, struct decision *decision, const struct row *session, struct text line, struct error_list *errors)
{
	struct text id, code = text_trim(line);
	text_next(&code, ' ', &id);
	code = text_trim(code);
	const struct row *enrolment = act_load(context, &RECORD_ENROLMENT, id);
	if (!enrolment || !text_equal(row_text(enrolment, ENROLMENT_GROUP), row_text(session, PROGRAMME_SESSION_GROUP)))
		return decide_refuse(errors, "/list", N_("A line names somebody who is not in this group"));
	if (!field_choice(&RECORD_ATTENDANCE.fields[ATTENDANCE_CODE], code)) {
		error_say(errors, E_CHOICE, "/list", N_("Say for everybody whether they were there, or why not"));
		return false;
	}
	row_set_text(attendance_row(context, decision, session, enrolment), ATTENDANCE_CODE, code);
	return true;
}

static bool take_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = session_planned(context, errors);
	if (!old)
		return false;
	if (row_moment(old, PROGRAMME_SESSION_PLANNED_AT) > context->now + MOMENT_HOUR)
		return decide_refuse(errors, "/training_session", N_("This session has not begun yet"));
	struct text rest = row_text(context->input, TA_LIST), line;
	while (text_next(&rest, '\n', &line))
		if (text_trim(line).length > 0 && !take_line(context, decision, old, line, errors))
			return false;
	struct row *session = decision_change(decision, old);
	row_set_string(session, PROGRAMME_SESSION_STATE, "held");
	decision->result = session;
	return true;
}

const struct act ACT_ATTENDANCE_TAKE = { .name = "attendance.take", .label = N_("Take attendance"), .done = N_("Attendance is recorded"),
	.input_record = &TAKE_RECORD, .record = &RECORD_PROGRAMME_SESSION, .target_input = TA_SESSION, .actors = CASEWORK_KEEPERS | ROLE(WING),
	.decide = take_decide };

/* ---- the one bridge to security (prison-practice 8.5) ---- */
enum { DR_PERSON, DR_KIND, DR_WORDS, DR_WHEN, DR_TOLD, DR_INPUTS };
static const struct field REPORT_INPUT[DR_INPUTS] = { [DR_PERSON] = CASEWORK_PERSON_INPUT,
	[DR_KIND] = { "kind", N_("What has to be passed on"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = DUTY_KIND_CHOICES },
	[DR_WORDS] = { "words", N_("What was said"), N_("Only what is needed to avert the danger; nothing else from the session"), FIELD_PROSE, CLOSED, FIELD_REQUIRED,
		.limits = { 20, 4000, 0 } },
	[DR_WHEN] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[DR_TOLD] = { "person_told", N_("The person was told that it is passed on"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED } };
static const struct record REPORT_RECORD = ACT_INPUTS("duty_report.make", REPORT_INPUT);

static bool report_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, DR_PERSON, &RECORD_PERSON, errors);
	decide_moment(context, DR_WHEN, errors);
	if (!person || errors->count)
		return false;
	struct row *report = casework_insert(context, decision, &RECORD_DUTY_REPORT);
	row_set_text(report, DUTY_REPORT_PERSON, person->id);
	decide_start(context, decision, "duty-report", report, person->id, row_text(person, PERSON_CURRENT_FACILITY), context->now, 0);
	return true;
}

const struct act ACT_DUTY_REPORT_MAKE = { .name = "duty_report.make", .label = N_("Pass on a danger"),
	.help = N_("Only the four kinds of danger that were named to the person when consent was asked"), .done = N_("Security and the governor see it now"),
	.input_record = &REPORT_RECORD, .record = &RECORD_PERSON, .target_input = DR_PERSON, .actors = CASEWORKERS | ROLE(HEALTH), .decide = report_decide };

enum { RC_REPORT, RC_MEASURE, RC_INPUTS };
static const struct field RECEIVE_INPUT[RC_INPUTS] = {
	[RC_REPORT] = CASEWORK_REFERENCE("duty_report", N_("Report by duty"), "duty_report", FIELD_REQUIRED),
	[RC_MEASURE] = { "measure", N_("What was done about it"), N_("The session and its notes stay closed"), FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record RECEIVE_RECORD = ACT_INPUTS("duty_report.receive", RECEIVE_INPUT);

static bool receive_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, RC_REPORT, &RECORD_DUTY_REPORT, errors);
	if (!old)
		return false;
	row_set_integer(casework_change(context, decision, old), DUTY_REPORT_RECEIVED_AT, context->now);
	decide_stop(context, decision, "duty-report", old->id);
	return true;
}

const struct act ACT_DUTY_REPORT_RECEIVE = { .name = "duty_report.receive", .label = N_("Take up the report"), .done = N_("Recorded"),
	.input_record = &RECEIVE_RECORD, .record = &RECORD_DUTY_REPORT, .target_input = RC_REPORT, .actors = ROLE(SECURITY) | ROLE(GOVERNOR),
	.decide = receive_decide };
