/* complaint.c - complaint.receive, .acknowledge, .send_on, .refer, .answer, .appeal, .decide_appeal. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_56 = { "NMR-56.3", N_("Nelson Mandela Rules, Rule 56"), SOURCE_TEXT_READ };
static const struct citation NMR_57 = { "NMR-57.1a", N_("Nelson Mandela Rules, Rule 57"), SOURCE_TEXT_READ };
static const struct citation NMR_57_3 = { "NMR-57.3", N_("Nelson Mandela Rules, Rule 57"), SOURCE_TEXT_READ };

#define COMPLAINT_INPUT { "complaint", N_("Complaint or request"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "complaint" }
#define HANDLERS (ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS))

/* ---- receive ---- */
enum { RE_PERSON, RE_KIND, RE_CHANNEL, RE_BY, RE_SUBJECT, RE_ADDRESSEE, RE_WORDS, RE_NAMED, RE_URGENT, RE_AT, RE_INPUTS };
static const struct field RECEIVE_INPUT[RE_INPUTS] = {
	[RE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RE_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMPLAINT_KIND_CHOICES },
	[RE_CHANNEL] = { "channel", N_("How it came"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMPLAINT_CHANNEL_CHOICES },
	[RE_BY] = { "brought_by", N_("Who brings it for the person"), N_("Lawyer, family, anybody who knows of it"), FIELD_LINE, OPEN, 0 },
	[RE_SUBJECT] = { "subject", N_("What it is about"), N_("As far as it is known; of a sealed letter nothing more is asked"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = COMPLAINT_SUBJECT_CHOICES },
	[RE_ADDRESSEE] = { "addressee", N_("To whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMPLAINT_ADDRESSEE_CHOICES, .basis = &NMR_56 },
	[RE_WORDS] = { "words", N_("In the person's words"), N_("Leave empty for a sealed letter"), FIELD_PROSE, OPEN, 0 },
	[RE_NAMED] = { "named_staff", N_("Staff named in it"), N_("Sign-in names parted by spaces: for them this complaint does not exist"),
		FIELD_CODES, OPEN, 0 },
	[RE_URGENT] = { "urgent", N_("Urgent"), NULL, FIELD_YES_NO, OPEN, 0 },
	[RE_AT] = { "received_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record RECEIVE_RECORD = ACT_INPUTS("complaint.receive", RECEIVE_INPUT);

static bool receive_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, RE_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, RE_AT, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *complaint = decision_insert(decision, &RECORD_COMPLAINT);
	static const int PAIRS[] = { RE_PERSON, COMPLAINT_PERSON, RE_KIND, COMPLAINT_KIND, RE_CHANNEL, COMPLAINT_CHANNEL, RE_BY, COMPLAINT_BY, RE_SUBJECT,
		COMPLAINT_SUBJECT, RE_ADDRESSEE, COMPLAINT_ADDRESSEE, RE_WORDS, COMPLAINT_WORDS, RE_NAMED, COMPLAINT_NAMED, RE_URGENT, COMPLAINT_URGENT, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(complaint, context->input, PAIRS);
	row_set_text(complaint, COMPLAINT_FACILITY, facility);
	row_set_integer(complaint, COMPLAINT_RECEIVED, moment);
	row_set_string(complaint, COMPLAINT_STATE, "open");
	decision->result = complaint;
	decide_start(context, decision, "complaint-receipt", complaint, person->id, facility, moment, 0);
	decide_start(context, decision, row_is_yes(complaint, COMPLAINT_URGENT) ? "complaint-urgent" : "complaint-answer", complaint, person->id, facility, moment, 0);
	/* Whoever is named, the governor too, does not see it: headquarters watches that it does not lie where nobody may open it. */
	if (row_has(complaint, COMPLAINT_NAMED))
		decide_start(context, decision, "complaint-named", complaint, person->id, facility, moment, 0);
	if (!row_is(complaint, COMPLAINT_ADDRESSEE, "director"))
		decide_start(context, decision, "complaint-sent", complaint, person->id, facility, moment, 0);
	if (row_is(complaint, COMPLAINT_SUBJECT, "ill_treatment"))
		decide_start(context, decision, "torture-referred", complaint, person->id, facility, moment, 0);
	return true;
}

const struct act ACT_COMPLAINT_RECEIVE = { .name = "complaint.receive", .label = N_("Receive a complaint or request"),
	.help = N_("Every day, by any channel, from the person or anybody for the person"), .done = N_("It is received; give a receipt"),
	.input_record = &RECEIVE_RECORD, .record = &RECORD_PERSON, .target_input = RE_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_56,
	.actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(GOVERNOR) |
		ROLE(HEADQUARTERS), .decide = receive_decide };

/* ---- receipt, sending on, referral ---- */
enum { AK_COMPLAINT, AK_INPUTS };
static const struct field RECEIPT_INPUT[AK_INPUTS] = { [AK_COMPLAINT] = COMPLAINT_INPUT };
static const struct record RECEIPT_RECORD = ACT_INPUTS("complaint.acknowledge", RECEIPT_INPUT), SENT_RECORD = ACT_INPUTS("complaint.send_on", RECEIPT_INPUT);

static bool mark(struct act_context *context, struct decision *decision, int field, const char *clock, struct error_list *errors)
{
	const struct row *complaint = act_load_input(context, AK_COMPLAINT, &RECORD_COMPLAINT, errors);
	if (!complaint)
		return false;
	if (row_has(complaint, field))
		return decide_refuse(errors, "/complaint", N_("This is recorded already"));
	struct row *changed = decision_change(decision, complaint);
	row_set_integer(changed, field, context->now);
	decide_stop(context, decision, clock, complaint->id);
	decision->result = changed;
	return true;
}

static bool acknowledge_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return mark(context, decision, COMPLAINT_ACKNOWLEDGED, "complaint-receipt", errors);
}

static bool send_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return mark(context, decision, COMPLAINT_SENT, "complaint-sent", errors);
}

const struct act ACT_COMPLAINT_ACKNOWLEDGE = { .name = "complaint.acknowledge", .label = N_("Receipt given"), .done = N_("Recorded"),
	.input_record = &RECEIPT_RECORD, .record = &RECORD_COMPLAINT, .target_input = AK_COMPLAINT, .actors = HANDLERS, .basis = &NMR_57,
	.decide = acknowledge_decide };
const struct act ACT_COMPLAINT_SEND_ON = { .name = "complaint.send_on", .label = N_("Sent on, not opened"), .done = N_("Recorded"),
	.input_record = &SENT_RECORD, .record = &RECORD_COMPLAINT, .target_input = AK_COMPLAINT, .actors = HANDLERS, .basis = &NMR_56, .decide = send_decide };

enum { RF_COMPLAINT, RF_AUTHORITY, RF_NUMBER, RF_INPUTS };
static const struct field REFER_INPUT[RF_INPUTS] = { [RF_COMPLAINT] = COMPLAINT_INPUT,
	[RF_AUTHORITY] = { "authority", N_("Independent authority"), N_("Outside the prison service"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_57_3 },
	[RF_NUMBER] = { "authority_number", N_("Number of the authority"), N_("The receipt that the authority gave"), FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record REFER_RECORD = ACT_INPUTS("complaint.refer", REFER_INPUT);

static bool refer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *complaint = act_load_input(context, RF_COMPLAINT, &RECORD_COMPLAINT, errors);
	if (!complaint)
		return false;
	struct row *changed = decision_change(decision, complaint);
	static const int PAIRS[] = { RF_AUTHORITY, COMPLAINT_AUTHORITY, RF_NUMBER, COMPLAINT_REFERENCE, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_integer(changed, COMPLAINT_REFERRED, context->now);
	decide_stop(context, decision, "torture-referred", complaint->id);
	decision->result = changed;
	return true;
}

const struct act ACT_COMPLAINT_REFER = { .name = "complaint.refer", .label = N_("Send to the independent authority"),
	.help = N_("Torture and ill-treatment go outside at once, whatever is thought of the allegation"), .done = N_("The authority has it"),
	.input_record = &REFER_RECORD, .record = &RECORD_COMPLAINT, .target_input = RF_COMPLAINT, .actors = HANDLERS, .basis = &NMR_57_3, .decide = refer_decide };

/* ---- answer ---- */
enum { AN_COMPLAINT, AN_RESULT, AN_WORDS, AN_REMEDY, AN_ONWARD, AN_INPUTS };
static const struct field ANSWER_INPUT[AN_INPUTS] = { [AN_COMPLAINT] = COMPLAINT_INPUT,
	[AN_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMPLAINT_RESULT_CHOICES, .basis = &NMR_57 },
	[AN_WORDS] = { "answer", N_("Answer"), N_("In words that the person understands, with the reasons"), FIELD_PROSE, OPEN, 0 },
	[AN_REMEDY] = { "remedy", N_("What is done about it"), NULL, FIELD_PROSE, OPEN, 0 },
	[AN_ONWARD] = { "onward", N_("Told in writing where to turn next"), N_("Court, central administration, inspectors"), FIELD_YES_NO, OPEN, 0 } };
static const struct record ANSWER_RECORD = ACT_INPUTS("complaint.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const char *const CLOCKS[] = { "complaint-answer", "complaint-urgent", "complaint-receipt", "complaint-named" };
	const struct row *complaint = act_load_input(context, AN_COMPLAINT, &RECORD_COMPLAINT, errors);
	if (!complaint)
		return false;
	if (!row_is(complaint, COMPLAINT_STATE, "open"))
		return decide_refuse(errors, "/complaint", N_("It has been answered already"));
	struct row *changed = decision_change(decision, complaint);
	static const int PAIRS[] = { AN_RESULT, COMPLAINT_RESULT, AN_WORDS, COMPLAINT_ANSWER, AN_REMEDY, COMPLAINT_REMEDY, AN_ONWARD, COMPLAINT_ONWARD, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, COMPLAINT_STATE, "answered");
	row_set_integer(changed, COMPLAINT_ANSWERED, context->now);
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], complaint->id);
	decision->result = changed;
	return true;
}

const struct act ACT_COMPLAINT_ANSWER = { .name = "complaint.answer", .label = N_("Answer"), .done = N_("The answer is recorded"),
	.input_record = &ANSWER_RECORD, .record = &RECORD_COMPLAINT, .target_input = AN_COMPLAINT, .actors = HANDLERS, .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_57, .decide = answer_decide };

/* ---- appeal ---- */
enum { AP_COMPLAINT, AP_WORDS, AP_INPUTS };
static const struct field APPEAL_INPUT[AP_INPUTS] = { [AP_COMPLAINT] = COMPLAINT_INPUT,
	[AP_WORDS] = { "appeal_words", N_("Grounds of the appeal"), N_("In the person's words, written or spoken"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record APPEAL_RECORD = ACT_INPUTS("complaint.appeal", APPEAL_INPUT);

static bool appeal_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *complaint = act_load_input(context, AP_COMPLAINT, &RECORD_COMPLAINT, errors);
	if (!complaint)
		return false;
	if (!row_is(complaint, COMPLAINT_STATE, "answered") || row_is(complaint, COMPLAINT_APPEAL, "open"))
		return decide_refuse(errors, "/complaint", N_("There is no answer to appeal, or an appeal is open already"));
	struct row *changed = decision_change(decision, complaint);
	row_set_string(changed, COMPLAINT_APPEAL, "open");
	row_set(changed, COMPLAINT_APPEAL_WORDS, row_value(context->input, AP_WORDS));
	decide_start(context, decision, "complaint-appeal", complaint, row_text(complaint, COMPLAINT_PERSON), row_text(complaint, COMPLAINT_FACILITY), context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_COMPLAINT_APPEAL = { .name = "complaint.appeal", .label = N_("Appeal against the answer"), .done = N_("The appeal is received"),
	.input_record = &APPEAL_RECORD, .record = &RECORD_COMPLAINT, .target_input = AP_COMPLAINT, .actors = HANDLERS, .basis = &NMR_57, .decide = appeal_decide };

static const struct choice ON_APPEAL[] = { { "upheld", N_("Answer stands") }, { "changed", N_("Answer changed") }, { NULL, NULL } };
enum { DA_COMPLAINT, DA_RESULT, DA_WORDS, DA_INPUTS };
static const struct field ON_APPEAL_INPUT[DA_INPUTS] = { [DA_COMPLAINT] = COMPLAINT_INPUT,
	[DA_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ON_APPEAL },
	[DA_WORDS] = { "reasons", N_("Reasons"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record ON_APPEAL_RECORD = ACT_INPUTS("complaint.decide_appeal", ON_APPEAL_INPUT);

static bool on_appeal_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *complaint = act_load_input(context, DA_COMPLAINT, &RECORD_COMPLAINT, errors);
	if (!complaint)
		return false;
	if (!row_is(complaint, COMPLAINT_APPEAL, "open"))
		return decide_refuse(errors, "/complaint", N_("No appeal is open"));
	struct row *changed = decision_change(decision, complaint);
	row_set(changed, COMPLAINT_APPEAL, row_value(context->input, DA_RESULT));
	row_set_text(changed, COMPLAINT_APPEAL_WORDS, arena_format(context->arena, "%.*s\n\n%.*s", TEXT_FORMAT(row_text(complaint, COMPLAINT_APPEAL_WORDS)),
		TEXT_FORMAT(row_text(context->input, DA_WORDS))));
	decide_stop(context, decision, "complaint-appeal", complaint->id);
	decision->result = changed;
	return true;
}

const struct act ACT_COMPLAINT_DECIDE_APPEAL = { .name = "complaint.decide_appeal", .label = N_("Decide the appeal against the answer"),
	.done = N_("The appeal is decided"), .input_record = &ON_APPEAL_RECORD, .record = &RECORD_COMPLAINT, .target_input = DA_COMPLAINT,
	.actors = ROLE(HEADQUARTERS), .basis = &NMR_57, .decide = on_appeal_decide };
