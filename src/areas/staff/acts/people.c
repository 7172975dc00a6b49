/* people.c - staff_training.record, staff_appointment.make, .end, staff_shift.assign, .cancel: who is trained, who holds an office, who stands where. */
#include "areas/staff/acts/common.h"

static const struct citation NMR_75 = { "NMR-75.2", N_("Nelson Mandela Rules, Rule 75"), SOURCE_TEXT_READ };
static const struct citation NMR_76 = { "NMR-76.1", N_("Nelson Mandela Rules, Rule 76"), SOURCE_TEXT_READ };
static const struct citation NMR_79 = { "NMR-79.3", N_("Nelson Mandela Rules, Rule 79"), SOURCE_TEXT_READ };
static const struct citation NMR_81 = { "NMR-81.1", N_("Nelson Mandela Rules, Rule 81"), SOURCE_TEXT_READ };

const struct row *staff_member_input(const struct act_context *context, int input, struct date day, struct error_list *errors)
{
	const struct row *member = act_load_input(context, input, &RECORD_STAFF_MEMBER, errors);
	if (!member || staff_member_is_active(member, day))
		return member;
	const char *path = arena_format(context->arena, "/%s", context->act->input_record->fields[input].name).data;
	decide_refuse(errors, path, N_("This member of staff does not work here on that day"));
	return NULL;
}

struct date staff_day_input(const struct act_context *context, int input, bool ahead, struct error_list *errors)
{
	struct date day = row_has(context->input, input) ? row_date(context->input, input) : context->today;
	if (!ahead && date_compare(day, context->today) > 0)
		error_say(errors, E_DATE_ORDER, arena_format(context->arena, "/%s", context->act->input_record->fields[input].name).data, N_("This day has not come yet"));
	return day;
}

/* ---- training ---- */
enum { TR_MEMBER, TR_MODULE, TR_CURRICULUM, TR_THEORY, TR_PRACTICE, TR_FINISHED, TR_UNTIL, TR_INPUTS };
static const struct field TRAINING_INPUT[TR_INPUTS] = { [TR_MEMBER] = MEMBER_INPUT(N_("Member of staff")),
	[TR_MODULE] = { "module", N_("Course"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = STAFF_MODULE_CHOICES },
	[TR_CURRICULUM] = { "curriculum", N_("Subjects completed"), N_("All four are needed to pass the basic course"), FIELD_CODES, OPEN, 0, .choices = STAFF_CURRICULUM_CHOICES, .basis = &NMR_76 },
	[TR_THEORY] = { "theory_passed", N_("Theory test passed"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_75 },
	[TR_PRACTICE] = { "practice_passed", N_("Practical test passed"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_75 },
	[TR_FINISHED] = { "finished_on", N_("Finished on"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[TR_UNTIL] = { "valid_until", N_("Valid until"), N_("Leave empty for the months that your service has set"), FIELD_DATE, OPEN, 0 } };
static const struct record TRAINING_RECORD = ACT_INPUTS("staff_training.record", TRAINING_INPUT);

enum { TRAINING_MONTHS = 12 };

/* What opened duty once does not run out (NMR-75.2 names no end); all else is refreshed. */
static struct date valid_until(const struct act_context *context, const struct row *member, struct text module, struct date finished)
{
	static const struct { const char *module, *parameter; } OWN[] = { { "restraint", "restraint.training_months" }, { "force", "force.training_months" },
		{ "weapon", "weapon.training_months" } };
	const char *parameter = "training.refresh_months";
	for (size_t i = 0; i < sizeof OWN / sizeof *OWN; i++)
		if (text_equal_string(module, OWN[i].module))
			parameter = OWN[i].parameter;
	return date_add_months(finished, (int32_t)act_parameter(context, row_text(member, STAFF_MEMBER_FACILITY), parameter, TRAINING_MONTHS));
}

static bool training_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct date finished = staff_day_input(context, TR_FINISHED, false, errors);
	const struct row *member = staff_member_input(context, TR_MEMBER, context->today, errors);
	if (row_has(context->input, TR_UNTIL) && date_compare(row_date(context->input, TR_UNTIL), finished) < 0)
		error_say(errors, E_DATE_ORDER, "/valid_until", N_("The end must come after the beginning"));
	if (!member || errors->count)
		return false;
	struct row *training = decision_insert(decision, &RECORD_STAFF_TRAINING);
	static const int PAIRS[] = { TR_MEMBER, STAFF_TRAINING_MEMBER, TR_MODULE, STAFF_TRAINING_MODULE, TR_CURRICULUM, STAFF_TRAINING_CURRICULUM, TR_THEORY, STAFF_TRAINING_THEORY,
		TR_PRACTICE, STAFF_TRAINING_PRACTICE, TR_UNTIL, STAFF_TRAINING_UNTIL, -1 };
	decide_copy(training, context->input, PAIRS);
	row_set(training, STAFF_TRAINING_FACILITY, row_value(member, STAFF_MEMBER_FACILITY));
	row_set_date(training, context->arena, STAFF_TRAINING_FINISHED, finished);
	if (!row_has(training, STAFF_TRAINING_UNTIL) && !row_is(training, STAFF_TRAINING_MODULE, "basic"))
		row_set_date(training, context->arena, STAFF_TRAINING_UNTIL, valid_until(context, member, row_text(training, STAFF_TRAINING_MODULE), finished));
	if (staff_training_is_passed(training)) {
		decide_stop(context, decision, "staff-training", member->id);
		decide_start(context, decision, "staff-training", member, text_empty(), row_text(member, STAFF_MEMBER_FACILITY),
			act_midnight(context, row_text(member, STAFF_MEMBER_FACILITY), finished), 0);
	}
	decision->result = training;
	return true;
}

const struct act ACT_STAFF_TRAINING_RECORD = { .name = "staff_training.record", .label = N_("Record a course"), .help = N_("A course counts when both tests are passed"), .done = N_("Recorded"),
	.input_record = &TRAINING_RECORD, .record = &RECORD_STAFF_MEMBER, .target_input = TR_MEMBER, .flags = ACT_MAY_RECORD_FACT, .actors = ROLE(TRAINING) | ROLE(HEADQUARTERS), .basis = &NMR_75, .decide = training_decide };

/* ---- offices ---- */
enum { AP_MEMBER, AP_OFFICE, AP_SEVERAL, AP_FROM, AP_INPUTS };
static const struct field APPOINT_INPUT[AP_INPUTS] = { [AP_MEMBER] = MEMBER_INPUT(N_("Member of staff")),
	[AP_OFFICE] = { "office", N_("Office"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = STAFF_OFFICE_CHOICES, .basis = &NMR_81 },
	[AP_SEVERAL] = { "several_prisons", N_("Also directs other prisons"), N_("Then a resident official must be in charge here"), FIELD_YES_NO, OPEN, 0, .basis = &NMR_79 },
	[AP_FROM] = { "from_day", N_("From"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 } };
static const struct record APPOINT_RECORD = ACT_INPUTS("staff_appointment.make", APPOINT_INPUT);

static void appointment_end(const struct act_context *context, struct decision *decision, const struct row *appointment, struct date day)
{
	struct row *ended = decision_change(decision, appointment);
	row_set_date(ended, context->arena, STAFF_APPOINTMENT_ENDED, day);
	if (row_is(appointment, STAFF_APPOINTMENT_OFFICE, "director"))
		decide_stop(context, decision, "director-visit", row_text(appointment, STAFF_APPOINTMENT_FACILITY));
}

static bool appoint_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct date from = staff_day_input(context, AP_FROM, false, errors);
	const struct row *member = staff_member_input(context, AP_MEMBER, from, errors);
	if (!member || errors->count)
		return false;
	struct text home = row_text(member, STAFF_MEMBER_FACILITY);
	const struct condition held[] = { CONDITION_TEXT(STAFF_APPOINTMENT_FACILITY, home), CONDITION_TEXT(STAFF_APPOINTMENT_OFFICE, row_text(context->input, AP_OFFICE)),
		CONDITION_ABSENT(STAFF_APPOINTMENT_ENDED) };
	const struct row *facility = act_load(context, &RECORD_FACILITY, home);
	struct rows before = act_find(context, &RECORD_STAFF_APPOINTMENT, held, 3);
	for (size_t i = 0; i < before.count; i++)
		appointment_end(context, decision, before.items[i], from);
	struct row *appointment = decision_insert(decision, &RECORD_STAFF_APPOINTMENT);
	static const int PAIRS[] = { AP_MEMBER, STAFF_APPOINTMENT_MEMBER, AP_OFFICE, STAFF_APPOINTMENT_OFFICE, AP_SEVERAL, STAFF_APPOINTMENT_SEVERAL, -1 };
	decide_copy(appointment, context->input, PAIRS);
	row_set_text(appointment, STAFF_APPOINTMENT_FACILITY, home);
	row_set_date(appointment, context->arena, STAFF_APPOINTMENT_FROM, from);
	if (facility && row_is(appointment, STAFF_APPOINTMENT_OFFICE, "director") && row_is_yes(appointment, STAFF_APPOINTMENT_SEVERAL))
		decide_start(context, decision, "director-visit", facility, text_empty(), home, context->now, 0);
	decision->result = appointment;
	return true;
}

const struct act ACT_STAFF_APPOINTMENT_MAKE = { .name = "staff_appointment.make", .label = N_("Appoint"), .help = N_("Whoever held the office here before leaves it on that day"),
	.done = N_("Recorded"), .input_record = &APPOINT_RECORD, .record = &RECORD_STAFF_MEMBER, .target_input = AP_MEMBER, .flags = ACT_MAY_RECORD_FACT,
	.actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_81, .decide = appoint_decide };

enum { AE_APPOINTMENT, AE_INPUTS };
static const struct field APPOINT_END_INPUT[AE_INPUTS] = { [AE_APPOINTMENT] = { "staff_appointment", N_("Appointment"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED,
	.reference = "staff_appointment" } };
static const struct record APPOINT_END_RECORD = ACT_INPUTS("staff_appointment.end", APPOINT_END_INPUT);

static bool appoint_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *appointment = act_load_input(context, AE_APPOINTMENT, &RECORD_STAFF_APPOINTMENT, errors);
	if (!appointment)
		return false;
	if (row_has(appointment, STAFF_APPOINTMENT_ENDED))
		return decide_refuse(errors, "/staff_appointment", N_("This appointment has ended already"));
	appointment_end(context, decision, appointment, context->today);
	decision->result = decision_change(decision, appointment);
	return true;
}

const struct act ACT_STAFF_APPOINTMENT_END = { .name = "staff_appointment.end", .label = N_("End the appointment"), .done = N_("Recorded"), .input_record = &APPOINT_END_RECORD,
	.record = &RECORD_STAFF_APPOINTMENT, .target_input = AE_APPOINTMENT, .flags = ACT_REASON, .actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_81,
	.decide = appoint_end_decide };

/* ---- rosters ---- */
enum { SH_POST, SH_MEMBER, SH_DAY, SH_SHIFT, SH_INPUTS };
static const struct field SHIFT_INPUT[SH_INPUTS] = {
	[SH_POST] = { "post", N_("Post"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "staff_post" }, [SH_MEMBER] = MEMBER_INPUT(N_("Member of staff")),
	[SH_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[SH_SHIFT] = { "shift", N_("Shift"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = STAFF_SHIFT_CHOICES } };
static const struct record SHIFT_RECORD = ACT_INPUTS("staff_shift.assign", SHIFT_INPUT);

static bool assign_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct date day = row_date(context->input, SH_DAY);
	const struct row *post = act_load_input(context, SH_POST, &RECORD_STAFF_POST, errors), *member = staff_member_input(context, SH_MEMBER, day, errors);
	if (!post || !member || errors->count)
		return false;
	if (row_is_yes(post, STAFF_POST_CLOSED))
		return decide_refuse(errors, "/post", N_("This post is no longer used"));
	if (!text_equal(row_text(post, STAFF_POST_FACILITY), row_text(member, STAFF_MEMBER_FACILITY)))
		return decide_refuse(errors, "/staff_member", N_("This member of staff belongs to another facility"));
	const struct condition same[] = { CONDITION_TEXT(STAFF_SHIFT_MEMBER, member->id), CONDITION_TEXT(STAFF_SHIFT_DAY, date_text(context->arena, day)),
		CONDITION_TEXT(STAFF_SHIFT_SHIFT, row_text(context->input, SH_SHIFT)), CONDITION_TEXT(STAFF_SHIFT_STATE, TEXT_OF("planned")) };
	if (act_count(context, &RECORD_STAFF_SHIFT, same, 4) > 0)
		return decide_refuse(errors, "/staff_member", N_("This member of staff stands on the roster of this shift already"));
	struct row *shift = decision_insert(decision, &RECORD_STAFF_SHIFT);
	static const int PAIRS[] = { SH_POST, STAFF_SHIFT_POST, SH_MEMBER, STAFF_SHIFT_MEMBER, SH_DAY, STAFF_SHIFT_DAY, SH_SHIFT, STAFF_SHIFT_SHIFT, -1 };
	decide_copy(shift, context->input, PAIRS);
	row_set(shift, STAFF_SHIFT_FACILITY, row_value(post, STAFF_POST_FACILITY));
	row_set_string(shift, STAFF_SHIFT_STATE, "planned");
	decision->result = shift;
	return true;
}

const struct act ACT_STAFF_SHIFT_ASSIGN = { .name = "staff_shift.assign", .label = N_("Put on the roster"), .done = N_("On the roster"), .input_record = &SHIFT_RECORD,
	.record = &RECORD_STAFF_POST, .target_input = SH_POST, .flags = ACT_MAY_RECORD_FACT, .actors = ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_75, .decide = assign_decide };

enum { SC_SHIFT, SC_INPUTS };
static const struct field CANCEL_INPUT[SC_INPUTS] = { [SC_SHIFT] = { "staff_shift", N_("Line of the roster"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "staff_shift" } };
static const struct record CANCEL_RECORD = ACT_INPUTS("staff_shift.cancel", CANCEL_INPUT);

static bool cancel_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *shift = act_load_input(context, SC_SHIFT, &RECORD_STAFF_SHIFT, errors);
	if (!shift)
		return false;
	if (!row_is(shift, STAFF_SHIFT_STATE, "planned"))
		return decide_refuse(errors, "/staff_shift", N_("This line is off the roster already"));
	struct row *changed = decision_change(decision, shift);
	row_set_string(changed, STAFF_SHIFT_STATE, "cancelled");
	row_set_text(changed, STAFF_SHIFT_WHY, decide_reason_line(context));
	decision->result = changed;
	return true;
}

const struct act ACT_STAFF_SHIFT_CANCEL = { .name = "staff_shift.cancel", .label = N_("Take off the roster"), .done = N_("Taken off"), .input_record = &CANCEL_RECORD,
	.record = &RECORD_STAFF_SHIFT, .target_input = SC_SHIFT, .flags = ACT_REASON, .actors = ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_75, .decide = cancel_decide };
