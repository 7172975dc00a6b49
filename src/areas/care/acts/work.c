/* work.c - work_place.assign, .end; work_pay.pay; work_accident.report, .notify. */
#include "areas/care/acts/common.h"

static const struct citation NMR_101 = { "NMR-101.2", N_("Nelson Mandela Rules, Rule 101"), SOURCE_TEXT_READ };
static const struct citation NMR_102 = { "NMR-102.1", N_("Nelson Mandela Rules, Rule 102"), SOURCE_TEXT_READ };
static const struct citation NMR_103 = { "NMR-103.1", N_("Nelson Mandela Rules, Rule 103"), SOURCE_TEXT_READ };

#define WORK_INPUT { "work_place", N_("Work"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "work_place" }
#define MANAGERS (ROLE(CASEWORKER) | ROLE(GOVERNOR))

enum { AS_PERSON, AS_TASK, AS_FOR, AS_CONSENT, AS_DAY, AS_WEEK, AS_REST, AS_RATE, AS_SKILL, AS_STARTS, AS_JOB, AS_WORKSHOP, AS_WISH, AS_WISH_MET, AS_WISH_WHY, AS_INPUTS };
static const struct field ASSIGN_INPUT[AS_INPUTS] = { [AS_PERSON] = PERSON_INPUT,
	[AS_TASK] = { "task", N_("Work and where"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AS_FOR] = { "work_for", N_("For whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = WORK_FOR_CHOICES },
	[AS_CONSENT] = { "consent", N_("By whose will"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = WORK_CONSENT_CHOICES },
	[AS_DAY] = { "hours_day", N_("Hours a day"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 1, 24, 0 }, .basis = &NMR_102 },
	[AS_WEEK] = { "hours_week", N_("Hours a week"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 1, 168, 0 } },
	[AS_REST] = { "rest_day", N_("Day of rest"), NULL, FIELD_CHOICE, OPEN, 0, .choices = WORK_REST_CHOICES },
	[AS_RATE] = { "hourly_pay", N_("Pay for an hour"), NULL, FIELD_MONEY, OPEN, 0, .basis = &NMR_103 },
	[AS_SKILL] = { "skill", N_("Trade that is learnt by it"), NULL, FIELD_LINE, OPEN, 0 },
	[AS_STARTS] = { "starts_on", N_("From"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[AS_JOB] = { "job", N_("Job"), N_("From the list of jobs; it says which trade is learnt"), FIELD_REFERENCE, OPEN, 0, .reference = "job" },
	[AS_WORKSHOP] = { "workshop", N_("Work place"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "workshop" },
	[AS_WISH] = { "wish", N_("Which work the person wants"), N_("Asked before, in the person's words"), FIELD_LINE, OPEN, 0 },
	[AS_WISH_MET] = { "wish_met", N_("The person gets the work that he or she wants"), NULL, FIELD_YES_NO, OPEN, 0 },
	[AS_WISH_WHY] = { "wish_why", N_("If not, why"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record ASSIGN_RECORD = ACT_INPUTS("work_place.assign", ASSIGN_INPUT);

static bool assign_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, AS_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	const struct row *workshop = row_has(context->input, AS_WORKSHOP) ? act_load_input(context, AS_WORKSHOP, &RECORD_WORKSHOP, errors) : NULL;
	if (workshop && (!row_is(workshop, WORKSHOP_STATE, "open") || !text_equal(row_text(workshop, WORKSHOP_FACILITY), row_text(person, PERSON_CURRENT_FACILITY))))
		return decide_refuse(errors, "/workshop", N_("This work place is closed, or in another facility"));
	if (errors->count)
		return false;
	struct row *work = decision_insert(decision, &RECORD_WORK);
	for (int i = AS_TASK; i <= AS_SKILL; i++)
		row_set(work, WORK_TASK + i - AS_TASK, row_value(context->input, i));
	for (int i = AS_JOB; i <= AS_WISH_WHY; i++)
		row_set(work, WORK_JOB + i - AS_JOB, row_value(context->input, i));
	row_set_text(work, WORK_PERSON, person->id);
	row_set(work, WORK_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_date(work, context->arena, WORK_STARTS, row_has(context->input, AS_STARTS) ? row_date(context->input, AS_STARTS) : context->today);
	row_set_string(work, WORK_STATE, "running");
	decision->result = work;
	return true;
}

const struct act ACT_WORK_ASSIGN = { .name = "work_place.assign", .label = N_("Give work"), .help = N_("Useful, paid, within the hours of law, with a day of rest"),
	.done = N_("The person has work"), .input_record = &ASSIGN_RECORD, .record = &RECORD_PERSON, .target_input = AS_PERSON, .actors = MANAGERS,
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_102, .decide = assign_decide };

static const struct field WORK_END_INPUT[] = { WORK_INPUT };
static const struct record WORK_END_RECORD = ACT_INPUTS("work_place.end", WORK_END_INPUT);

static bool work_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *work = act_load_input(context, 0, &RECORD_WORK, errors);
	if (!work)
		return false;
	if (!row_is(work, WORK_STATE, "running"))
		return decide_refuse(errors, "/work_place", N_("This work has ended already"));
	struct row *changed = decision_change(decision, work);
	row_set_string(changed, WORK_STATE, "ended");
	row_set_date(changed, context->arena, WORK_ENDED, context->today);
	decision->result = changed;
	return true;
}

const struct act ACT_WORK_END = { .name = "work_place.end", .label = N_("End the work"), .done = N_("The work has ended"), .input_record = &WORK_END_RECORD, .record = &RECORD_WORK,
	.target_input = 0, .actors = MANAGERS, .flags = ACT_REASON, .basis = &NMR_102, .decide = work_end_decide };

/* ---- pay ---- */
enum { PA_WORK, PA_UNTIL, PA_HOURS, PA_OWN, PA_FAMILY, PA_SAVED, PA_INPUTS };
static const struct field PAY_INPUT[PA_INPUTS] = { [PA_WORK] = WORK_INPUT,
	[PA_UNTIL] = { "until_day", N_("For work until"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[PA_HOURS] = { "hours", N_("Hours worked"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 5000, 0 } },
	[PA_OWN] = { "own_part", N_("To spend"), NULL, FIELD_MONEY, OPEN, FIELD_REQUIRED, .basis = &NMR_103 },
	[PA_FAMILY] = { "family_part", N_("Sent to the family"), NULL, FIELD_MONEY, OPEN, FIELD_REQUIRED },
	[PA_SAVED] = { "saved_part", N_("Saved for release"), NULL, FIELD_MONEY, OPEN, FIELD_REQUIRED } };
static const struct record PAY_RECORD = ACT_INPUTS("work_pay.pay", PAY_INPUT);

static bool pay_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *work = act_load_input(context, PA_WORK, &RECORD_WORK, errors);
	struct date until = row_has(context->input, PA_UNTIL) ? row_date(context->input, PA_UNTIL) : context->today;
	if (date_compare(until, context->today) > 0)
		error_say(errors, E_DATE_ORDER, "/until_day", N_("This day has not come yet"));
	if (!work || errors->count)
		return false;
	struct row *pay = decision_insert(decision, &RECORD_WORK_PAY);
	static const int PAIRS[] = { PA_WORK, WORK_PAY_WORK, PA_HOURS, WORK_PAY_HOURS, PA_OWN, WORK_PAY_OWN, PA_FAMILY, WORK_PAY_FAMILY, PA_SAVED, WORK_PAY_SAVED, -1 };
	decide_copy(pay, context->input, PAIRS);
	row_set(pay, WORK_PAY_PERSON, row_value(work, WORK_PERSON));
	row_set(pay, WORK_PAY_FACILITY, row_value(work, WORK_FACILITY));
	row_set_date(pay, context->arena, WORK_PAY_UNTIL, until);
	row_set_integer(pay, WORK_PAY_AT, context->now);
	decision->result = pay;
	return true;
}

const struct act ACT_WORK_PAY = { .name = "work_pay.pay", .label = N_("Pay for work"), .help = N_("Part to spend, part to send home, part saved for release"), .done = N_("Paid"),
	.input_record = &PAY_RECORD, .record = &RECORD_WORK, .target_input = PA_WORK, .actors = MANAGERS, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_103, .decide = pay_decide };

/* ---- accidents ---- */
enum { AC_WORK, AC_AT, AC_WHAT, AC_INPUTS };
static const struct field ACCIDENT_INPUT[AC_INPUTS] = { [AC_WORK] = WORK_INPUT,
	[AC_AT] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[AC_WHAT] = { "what", N_("What happened"), N_("A serious injury is reported as such as well"), FIELD_PROSE, OPEN, FIELD_REQUIRED, .basis = &NMR_101 } };
static const struct record ACCIDENT_RECORD = ACT_INPUTS("work_accident.report", ACCIDENT_INPUT);

static bool accident_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *work = act_load_input(context, AC_WORK, &RECORD_WORK, errors);
	int64_t moment = decide_moment(context, AC_AT, errors);
	if (!work || errors->count)
		return false;
	struct row *accident = decision_insert(decision, &RECORD_WORK_ACCIDENT);
	static const int PAIRS[] = { AC_WORK, WORK_ACCIDENT_WORK, AC_WHAT, WORK_ACCIDENT_WHAT, -1 };
	decide_copy(accident, context->input, PAIRS);
	row_set(accident, WORK_ACCIDENT_PERSON, row_value(work, WORK_PERSON));
	row_set(accident, WORK_ACCIDENT_FACILITY, row_value(work, WORK_FACILITY));
	row_set_integer(accident, WORK_ACCIDENT_AT, moment);
	decide_start(context, decision, "accident-notice", accident, row_text(work, WORK_PERSON), row_text(work, WORK_FACILITY), moment, 0);
	decision->result = accident;
	return true;
}

const struct act ACT_WORK_ACCIDENT_REPORT = { .name = "work_accident.report", .label = N_("Report an accident at work"), .done = N_("It is reported; tell the insurer"),
	.input_record = &ACCIDENT_RECORD, .record = &RECORD_WORK, .target_input = AC_WORK, .actors = MANAGERS | ROLE(WING) | ROLE(HEALTH) | ROLE(SECURITY),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_101, .decide = accident_decide };

enum { NO_ACCIDENT, NO_TO, NO_INPUTS };
static const struct field NOTIFY_INPUT[NO_INPUTS] = {
	[NO_ACCIDENT] = { "work_accident", N_("Accident at work"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "work_accident" },
	[NO_TO] = { "notice_to", N_("Insurer or office that compensates"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_101 } };
static const struct record NOTIFY_RECORD = ACT_INPUTS("work_accident.notify", NOTIFY_INPUT);

static bool notify_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *accident = act_load_input(context, NO_ACCIDENT, &RECORD_WORK_ACCIDENT, errors);
	if (!accident)
		return false;
	if (row_has(accident, WORK_ACCIDENT_NOTICE_AT))
		return decide_refuse(errors, "/work_accident", N_("This is recorded already"));
	struct row *changed = decision_change(decision, accident);
	row_set(changed, WORK_ACCIDENT_NOTICE, row_value(context->input, NO_TO));
	row_set_integer(changed, WORK_ACCIDENT_NOTICE_AT, context->now);
	decide_stop(context, decision, "accident-notice", accident->id);
	decision->result = changed;
	return true;
}

const struct act ACT_WORK_ACCIDENT_NOTIFY = { .name = "work_accident.notify", .label = N_("Notice to the insurer given"), .done = N_("Recorded"), .input_record = &NOTIFY_RECORD,
	.record = &RECORD_WORK_ACCIDENT, .target_input = NO_ACCIDENT, .actors = MANAGERS | ROLE(HEADQUARTERS), .basis = &NMR_101, .decide = notify_decide };
