/* rules_complaint.c - complaints are private, answered with reasons and a way onwards, safe; torture is not handled inside. */
#include "areas/rights/rules.h"

static const char *const RECEIVE[] = { "complaint.receive", NULL };
static const char *const ANSWER[] = { "complaint.answer", NULL };
static const char *const ADVERSE[] = { "separation.order", "charge.lay", "charge.hear", "sanction.impose", "transfer.offer", "placement.place", NULL };

#define ASK_HEADQUARTERS N_("Headquarters")

static bool letter_opened(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *complaint = decision_row(decision, &RECORD_COMPLAINT);
	(void)context;
	if (!complaint || !row_is(complaint, COMPLAINT_CHANNEL, "sealed") || !(row_has(complaint, COMPLAINT_WORDS) || row_has(complaint, COMPLAINT_NAMED)))
		return false;
	*out = (struct rule_finding){ .path = "/words", .message = N_("A sealed letter was read"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Leave it sealed: write down only when it came and when it went") };
	return true;
}

static bool no_reasons(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *complaint = decision_row(decision, &RECORD_COMPLAINT);
	(void)context;
	if (!complaint || row_is(complaint, COMPLAINT_RESULT, "upheld") || (row_has(complaint, COMPLAINT_ANSWER) && row_is_yes(complaint, COMPLAINT_ONWARD)))
		return false;
	bool reasons = row_has(complaint, COMPLAINT_ANSWER);
	*out = (struct rule_finding){ .path = reasons ? "/onward" : "/answer", .ask = ASK_HEADQUARTERS,
		.message = reasons ? N_("The person is not told in writing where to turn next") : N_("A complaint is rejected without reasons"),
		.advice = N_("Give the reasons, and name the court or authority to which the person may turn") };
	return true;
}

/* Who is named never finds it again (closed_to_field), so nothing else of it can be handled; what is left is taking it. */
static bool handled_by_named(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *complaint = decision_row(decision, &RECORD_COMPLAINT);
	if (!complaint || !row_is_closed_to(complaint, context->actor->name))
		return false;
	*out = (struct rule_finding){ .path = "/named_staff", .message = N_("You are named in this complaint"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Somebody who is not named takes it from the person, or it goes in a sealed letter; what was told to you is recorded as a fact") };
	return true;
}

static bool torture_closed_inside(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *complaint = decision_row(decision, &RECORD_COMPLAINT);
	(void)context;
	if (!complaint || !row_is(complaint, COMPLAINT_SUBJECT, "ill_treatment") || row_has(complaint, COMPLAINT_REFERENCE))
		return false;
	*out = (struct rule_finding){ .path = "/complaint", .message = N_("An allegation of torture or ill-treatment would be closed inside"),
		.advice = N_("Send it to the independent authority at once, and write down the number that it gives"), .ask = ASK_HEADQUARTERS };
	return true;
}

/* The person whom the act is about. */
static struct text whom(const struct act_context *context, const struct decision *decision)
{
	int input = record_field(context->input->record, TEXT_OF("person"));
	return input >= 0 ? row_text(context->input, input) : decision->result ? row_subject(decision->result) : text_empty();
}

static bool reprisal(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct text person = whom(context, decision);
	int64_t days = act_parameter(context, context->actor->facility, "reprisal.window_days", 90);
	const struct condition recent[] = { CONDITION_TEXT(COMPLAINT_PERSON, person), { .field = COMPLAINT_RECEIVED, .comparison = GREATER_OR_EQUAL,
		.value = value_integer(context->now - days * MOMENT_DAY) } };
	struct rows complaints = act_find(context, &RECORD_COMPLAINT, recent, 2);
	for (size_t i = 0; i < complaints.count; i++) {
		if (!row_is_closed_to(complaints.items[i], context->actor->name))
			continue;
		*out = (struct rule_finding){ .path = record_field(context->input->record, TEXT_OF("person")) >= 0 ? "/person" : "/charge",
			.message = N_("This person has complained of you not long ago"), .ask = ASK_HEADQUARTERS,
			.advice = N_("Let somebody else decide, or say why it has nothing to do with the complaint") };
		return true;
	}
	return false;
}

#define RULE(symbol, id_, kind_, absolute_, acts_, function, words) \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = acts_, .bites = function, .text = words }

RULE(NMR_56_3, "NMR-56.3", RULE_REFUSE, false, RECEIVE, letter_opened, N_("Complaints reach the central administration, courts and others uncensored"));
static const char *const ANSWER_CLOCKS[] = { "complaint-receipt", "complaint-answer", "complaint-urgent", NULL };
const struct rule RIGHTS_NMR_57_1A = { .id = "NMR-57.1a", .kind = RULE_DEADLINE, .clocks = ANSWER_CLOCKS,
	.text = N_("Every request and complaint is dealt with promptly and answered without delay") };
RULE(NMR_57_1B, "NMR-57.1b", RULE_REFUSE, false, ANSWER, no_reasons, N_("A rejected or delayed complaint can go to a judge or another authority"));
RULE(NMR_57_2A, "NMR-57.2a", RULE_REFUSE, false, RECEIVE, handled_by_named, N_("Complaints are safe, and confidential on request"));
RULE(NMR_57_2B, "NMR-57.2b", RULE_WARN, false, ADVERSE, reprisal, N_("Nobody suffers for having complained"));
RULE(NMR_57_3, "NMR-57.3", RULE_REFUSE, true, ANSWER, torture_closed_inside, N_("Allegations of torture go at once to an independent authority"));
