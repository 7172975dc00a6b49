/* limit.c - contact_limit.decide, .tell, .review, .end: contact is limited only for a time, for a reason, and the person knows it. */
#include "areas/contact/acts/common.h"
#include "areas/contact/rules.h"

static const struct citation NMR_36 = { "NMR-36", N_("Nelson Mandela Rules, Rule 36"), SOURCE_TEXT_READ };
static const struct citation NMR_43 = { "NMR-43.3b", N_("Nelson Mandela Rules, Rule 43"), SOURCE_TEXT_READ };

enum { REVIEW_DAYS = 7 };
#define DECIDERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))

/* ---- decide ---- */
enum { DE_PERSON, DE_MEASURE, DE_MEANS, DE_CONTACT, DE_GROUND, DE_FACTS, DE_LAW, DE_AUTHORITY, DE_STARTS, DE_ENDS, DE_INSTEAD, DE_ALTERNATIVES, DE_INPUTS };
static const struct field DECIDE_INPUT[DE_INPUTS] = {
	[DE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[DE_MEASURE] = { "measure", N_("Measure"), N_("The mildest that meets the danger"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONTACT_LIMIT_MEASURE_CHOICES },
	[DE_MEANS] = { "means", N_("For which contact"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = CONTACT_LIMIT_MEANS_CHOICES },
	[DE_CONTACT] = { "contact", N_("Only with this contact"), N_("Leave empty only when everybody is meant; lawyers, consulates and inspectors never are"),
		FIELD_REFERENCE, OPEN, 0, .reference = "contact" },
	[DE_GROUND] = { "ground", N_("Ground"), N_("A belief or a category is no ground"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONTACT_LIMIT_GROUND_CHOICES, .basis = &NMR_43 },
	[DE_FACTS] = { "facts", N_("Facts"), N_("What happened, who saw it, and why milder means are not enough"), FIELD_PROSE, OPEN, 0 },
	[DE_LAW] = { "legal_basis", N_("Legal basis"), NULL, FIELD_LINE, OPEN, 0 },
	[DE_AUTHORITY] = { "authority", N_("Who decides"), NULL, FIELD_LINE, OPEN, 0 },
	[DE_STARTS] = { "starts_at", N_("From"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[DE_ENDS] = { "ends_at", N_("Ends by itself"), N_("A longer time needs a new decision with new facts"), FIELD_MOMENT, OPEN, 0, .basis = &NMR_43 },
	[DE_INSTEAD] = { "instead", N_("Contact that stays open instead"), NULL, FIELD_CODES, OPEN, 0, .choices = CONTACT_LIMIT_MEANS_CHOICES },
	[DE_ALTERNATIVES] = { "alternatives", N_("What was tried or thought of first"), N_("And why it is not enough"), FIELD_PROSE, OPEN, 0, .basis = &NMR_36 } };
static const struct record DECIDE_RECORD = ACT_INPUTS("contact_limit.decide", DECIDE_INPUT);

static bool decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, DE_PERSON, errors), *contact;
	int64_t starts = row_has(context->input, DE_STARTS) ? row_moment(context->input, DE_STARTS) : context->now;
	if (row_has(context->input, DE_ENDS) && row_moment(context->input, DE_ENDS) <= starts)
		error_say(errors, E_DATE_ORDER, "/ends_at", N_("The end must come after the beginning"));
	if (!person || !contact_of_input(context, DE_CONTACT, person->id, &contact, errors) || errors->count)
		return false;
	struct row *limit = decision_insert(decision, &RECORD_CONTACT_LIMIT);
	static const int PAIRS[] = { DE_PERSON, CONTACT_LIMIT_PERSON, DE_MEASURE, CONTACT_LIMIT_MEASURE, DE_MEANS, CONTACT_LIMIT_MEANS, DE_CONTACT, CONTACT_LIMIT_CONTACT,
		DE_GROUND, CONTACT_LIMIT_GROUND, DE_FACTS, CONTACT_LIMIT_FACTS, DE_LAW, CONTACT_LIMIT_LAW, DE_AUTHORITY, CONTACT_LIMIT_AUTHORITY, DE_ENDS,
		CONTACT_LIMIT_ENDS, DE_INSTEAD, CONTACT_LIMIT_INSTEAD, DE_ALTERNATIVES, CONTACT_LIMIT_ALTERNATIVES, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(limit, context->input, PAIRS);
	row_set_text(limit, CONTACT_LIMIT_FACILITY, facility);
	row_set_integer(limit, CONTACT_LIMIT_STARTS, starts);
	row_set_string(limit, CONTACT_LIMIT_STATE, "in_force");
	decide_start(context, decision, "contact-limit-told", limit, person->id, facility, context->now, 0);
	/* What ends by itself before a review is due needs none. */
	int64_t review = context->now + act_parameter(context, facility, "contact.limit_review_days", REVIEW_DAYS) * MOMENT_DAY;
	if (!row_has(limit, CONTACT_LIMIT_ENDS) || row_moment(limit, CONTACT_LIMIT_ENDS) > review)
		decide_start(context, decision, "contact-limit-review", limit, person->id, facility, context->now, 0);
	/* Recorded as a fact: seen every day until it ends (BOP-15). */
	if (contact_cut_off(context, decision, limit))
		decide_start(context, decision, "incommunicado", limit, person->id, facility, starts, 0);
	decision->result = limit;
	return true;
}

const struct act ACT_CONTACT_LIMIT_DECIDE = { .name = "contact_limit.decide", .label = N_("Limit contact"),
	.help = N_("Only against a danger, for a short time, with other contact left open; never as punishment"), .done = N_("Decided; tell the person and give a copy"),
	.input_record = &DECIDE_RECORD, .record = &RECORD_PERSON, .target_input = DE_PERSON, .flags = ACT_MAY_RECORD_FACT, .actors = DECIDERS, .basis = &NMR_43,
	.decide = decide_decide };

/* ---- tell, review, end ---- */
#define LIMIT_INPUT { "contact_limit", N_("Limit on contact"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "contact_limit" }
enum { TE_LIMIT, TE_TOLD, TE_WITNESS, TE_INPUTS };
static const struct field TELL_INPUT[TE_INPUTS] = { [TE_LIMIT] = LIMIT_INPUT,
	[TE_TOLD] = { "told", N_("How told"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONTACT_LIMIT_TOLD_CHOICES },
	[TE_WITNESS] = { "witness", N_("Witness"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record TELL_RECORD = ACT_INPUTS("contact_limit.tell", TELL_INPUT);

static bool tell_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *limit = act_load_input(context, TE_LIMIT, &RECORD_CONTACT_LIMIT, errors);
	if (limit && row_has(limit, CONTACT_LIMIT_TOLD_AT))
		return decide_refuse(errors, "/contact_limit", N_("This is recorded already"));
	if (row_is(context->input, TE_TOLD, "refused") && !row_has(context->input, TE_WITNESS))
		error_say(errors, E_REQUIRED, "/witness", N_("Name the witness"));
	if (!limit || errors->count)
		return false;
	struct row *changed = decision_change(decision, limit);
	row_set(changed, CONTACT_LIMIT_TOLD, row_value(context->input, TE_TOLD));
	row_set(changed, CONTACT_LIMIT_WITNESS, row_value(context->input, TE_WITNESS));
	row_set_integer(changed, CONTACT_LIMIT_TOLD_AT, context->now);
	decide_stop(context, decision, "contact-limit-told", limit->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CONTACT_LIMIT_TELL = { .name = "contact_limit.tell", .label = N_("Tell the person"), .done = N_("Recorded"), .input_record = &TELL_RECORD,
	.record = &RECORD_CONTACT_LIMIT, .target_input = TE_LIMIT, .actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | DECIDERS, .basis = &NMR_43,
	.decide = tell_decide };

static bool limit_end(struct act_context *context, struct decision *decision, const struct row *limit)
{
	static const char *const CLOCKS[] = { "contact-limit-told", "contact-limit-review", "incommunicado" };
	struct row *changed = decision_change(decision, limit);
	row_set_string(changed, CONTACT_LIMIT_STATE, "ended");
	row_set_integer(changed, CONTACT_LIMIT_ENDED_AT, context->now);
	row_set_text(changed, CONTACT_LIMIT_ENDED_WHY, decide_reason_line(context));
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], limit->id);
	decision->result = changed;
	return true;
}

static const struct row *limit_in_force(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *limit = act_load_input(context, input, &RECORD_CONTACT_LIMIT, errors);
	if (limit && !row_is(limit, CONTACT_LIMIT_STATE, "in_force")) {
		decide_refuse(errors, "/contact_limit", N_("This decision has ended already"));
		return NULL;
	}
	return limit;
}

enum { RV_LIMIT, RV_RESULT, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_LIMIT] = LIMIT_INPUT,
	[RV_RESULT] = { "review", N_("Result of the review"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONTACT_LIMIT_REVIEW_CHOICES } };
static const struct record REVIEW_RECORD = ACT_INPUTS("contact_limit.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *limit = limit_in_force(context, RV_LIMIT, errors);
	if (!limit)
		return false;
	if (text_equal(limit->created_by, context->actor->id))
		return decide_refuse(errors, "/contact_limit", N_("Somebody other than who decided reviews it"));
	struct row *changed = decision_change(decision, limit);
	row_set(changed, CONTACT_LIMIT_REVIEWED, row_value(context->input, RV_RESULT));
	row_set_integer(changed, CONTACT_LIMIT_REVIEWED_AT, context->now);
	decide_stop(context, decision, "contact-limit-review", limit->id);
	decision->result = changed;
	return row_is(context->input, RV_RESULT, "ends") ? limit_end(context, decision, limit) : true;
}

const struct act ACT_CONTACT_LIMIT_REVIEW = { .name = "contact_limit.review", .label = N_("Review the limit"), .done = N_("Recorded"),
	.input_record = &REVIEW_RECORD, .record = &RECORD_CONTACT_LIMIT, .target_input = RV_LIMIT, .flags = ACT_REASON, .actors = ROLE(COMMITTEE) | DECIDERS,
	.basis = &NMR_43, .decide = review_decide };

enum { EN_LIMIT, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = { [EN_LIMIT] = LIMIT_INPUT };
static const struct record END_RECORD = ACT_INPUTS("contact_limit.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *limit = limit_in_force(context, EN_LIMIT, errors);
	return limit && limit_end(context, decision, limit);
}

const struct act ACT_CONTACT_LIMIT_END = { .name = "contact_limit.end", .label = N_("End the limit"), .done = N_("The limit has ended"),
	.input_record = &END_RECORD, .record = &RECORD_CONTACT_LIMIT, .target_input = EN_LIMIT, .flags = ACT_REASON, .actors = DECIDERS, .basis = &NMR_43,
	.decide = end_decide };
