/* propose.c - classification.propose, add_evidence, withdraw: how a decision begins. */
#include "areas/classification/acts/common.h"

#include "areas/assessment/records.h"

static const struct citation NMR_89 = { "NMR-89.1", N_("Nelson Mandela Rules, Rule 89"), SOURCE_TEXT_READ };
static const struct citation NMR_93 = { "NMR-93.1b", N_("Nelson Mandela Rules, Rule 93"), SOURCE_TEXT_READ };
static const struct citation INDEPENDENT = { "SAFE-T15", N_("Independent evidence: one event counts once"), SOURCE_SECONDARY };
static const struct citation PROTECTED = { "SAFE-P1", N_("Nelson Mandela Rules, Rule 2; Security Council resolution 2396"), SOURCE_TEXT_READ };

enum { PR_PERSON, PR_KIND, PR_VALUE, PR_GROUNDS, PR_REASONS, PR_LEGAL_GROUND, PR_PURPOSE, PR_LESS, PR_WAY_DOWN, PR_ORDER, PR_RESTS_ON, PR_UNIT,
	PR_RENEWS, PR_ASSESSOR, PR_ASSESSMENT, PR_INPUTS };
static const struct field PROPOSE_INPUT[PR_INPUTS] = {
	[PR_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[PR_KIND] = { "kind", N_("Decision about"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_KIND_CHOICES },
	[PR_VALUE] = { "outcome_value", N_("Outcome"), N_("The first word says what kind of decision it belongs to"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = CLASSIFICATION_VALUE_CHOICES },
	[PR_GROUNDS] = { "grounds", N_("Grounds"), N_("Never belief, dress, diet, language or origin"), FIELD_CODES, OPEN, FIELD_REQUIRED,
		.choices = CLASSIFICATION_GROUND_CHOICES, .basis = &NMR_89 },
	[PR_REASONS] = { "reasons", N_("Reasons that concern this person"), N_("What this person did or needs; not what others in the same case did"), FIELD_PROSE,
		CLOSED, FIELD_REQUIRED, .limits = { 20, 20000, 0 }, .basis = &NMR_89 },
	[PR_LEGAL_GROUND] = { "legal_ground", N_("Law"), N_("Article and number"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[PR_PURPOSE] = { "purpose", N_("What it is for"), N_("How it helps treatment, safety or protection of this person"), FIELD_PROSE, OPEN, 0, .basis = &NMR_93 },
	[PR_LESS] = { "less_restrictive", N_("What less was thought of, and why it is not enough"), NULL, FIELD_PROSE, CLOSED, 0 },
	[PR_WAY_DOWN] = { "way_down", N_("Way down"), N_("What the person can do, and what would show it"), FIELD_PROSE, OPEN, 0 },
	[PR_ORDER] = { "legal_order", N_("Order of a court"), N_("For a basis that a conviction or a charge carries"), FIELD_REFERENCE, OPEN, 0,
		.reference = "legal_order" },
	[PR_RESTS_ON] = { "rests_on", N_("Rests on"), N_("The basis with which it falls"), FIELD_REFERENCE, OPEN, 0, .reference = "classification_decision" },
	[PR_UNIT] = { "unit", N_("Unit"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "place" },
	[PR_RENEWS] = { "renews", N_("Renews"), N_("The decision in force that this one carries on"), FIELD_REFERENCE, OPEN, 0, .reference = "classification_decision" },
	[PR_ASSESSOR] = { "assessor", N_("Assessed by"), N_("Does not sit in the body that decides"), FIELD_REFERENCE, OPEN, 0, .reference = "user_account" },
	[PR_ASSESSMENT] = { "assessment", N_("Assessment relied on"), N_("Of this person, final and in date"), FIELD_REFERENCE, OPEN, 0, .reference = "assessment" } };
static const struct record PROPOSE_RECORD = ACT_INPUTS("classification.propose", PROPOSE_INPUT);

/* A decision that an input names: about the same person, in force. */
static const struct row *in_force_input(struct act_context *context, int input, const char *path, struct error_list *errors)
{
	const struct row *row = row_has(context->input, input) ? act_load_input(context, input, &RECORD_CLASSIFICATION, errors) : NULL;
	if (row && (!text_equal(row_text(row, CLASSIFICATION_PERSON), row_text(context->input, PR_PERSON)) || !classification_is_in_force(row, context->now))) {
		decide_refuse(errors, path, N_("Choose a decision about this person that is in force"));
		return NULL;
	}
	return row;
}

/* Of a kind there is one at a time; of bases one for each ground. Gives what is in force now, or NULL. */
static const struct row *same_before(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input, *before = NULL;
	struct rows all = classification_about(context, decision, row_text(input, PR_PERSON));
	bool basis = row_is(input, PR_KIND, "extremism_basis");
	for (size_t i = 0; i < all.count; i++) {
		const struct row *other = all.items[i];
		if (!text_equal(row_text(other, CLASSIFICATION_KIND), row_text(input, PR_KIND)) ||
			(basis && !text_equal(row_text(other, CLASSIFICATION_VALUE), row_text(input, PR_VALUE))))
			continue;
		if (classification_is_open(other, context->now))
			decide_refuse(errors, "/kind", N_("Such a proposal is open already. Go on with it, or withdraw it"));
		if (classification_is_in_force(other, context->now))
			before = other;
	}
	if (basis && before && !row_has(input, PR_RENEWS))
		decide_refuse(errors, "/renews", N_("This basis is in force. Renew it with fresh reasons, or let it end"));
	return before;
}

static bool propose_fits(struct act_context *context, const struct row *renewed, struct error_list *errors)
{
	const struct row *input = context->input;
	if (!classification_value(row_text(input, PR_KIND), row_text(input, PR_VALUE)))
		error_say(errors, E_CHOICE, "/outcome_value", N_("Choose an outcome that belongs to this kind of decision"));
	if (renewed && !text_equal(row_text(renewed, CLASSIFICATION_KIND), row_text(input, PR_KIND)))
		decide_refuse(errors, "/renews", N_("Only a decision of the same kind can be renewed"));
	const struct row *order = row_has(input, PR_ORDER) ? act_load_input(context, PR_ORDER, &RECORD_LEGAL_ORDER, errors) : NULL;
	if (order && !text_equal(row_text(order, LEGAL_ORDER_PERSON), row_text(input, PR_PERSON)))
		decide_refuse(errors, "/legal_order", N_("This order is about another person"));
	const struct row *assessment = row_has(input, PR_ASSESSMENT) ? act_load_input(context, PR_ASSESSMENT, &RECORD_ASSESSMENT, errors) : NULL;
	if (assessment && !text_equal(row_text(assessment, ASSESSMENT_PERSON), row_text(input, PR_PERSON)))
		decide_refuse(errors, "/assessment", N_("This assessment is about another person"));
	return errors->count == 0;
}

static bool propose_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, PR_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	if (!row_has(person, PERSON_EPISODE))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	const struct row *renewed = in_force_input(context, PR_RENEWS, "/renews", errors);
	in_force_input(context, PR_RESTS_ON, "/rests_on", errors);
	const struct row *before = same_before(context, decision, errors);
	if (!propose_fits(context, renewed, errors))
		return false;
	struct row *row = decision_insert(decision, &RECORD_CLASSIFICATION);
	static const int PAIRS[] = { PR_PERSON, CLASSIFICATION_PERSON, PR_KIND, CLASSIFICATION_KIND, PR_VALUE, CLASSIFICATION_VALUE, PR_GROUNDS,
		CLASSIFICATION_GROUNDS, PR_REASONS, CLASSIFICATION_REASONS, PR_LEGAL_GROUND, CLASSIFICATION_LEGAL_GROUND, PR_PURPOSE, CLASSIFICATION_PURPOSE,
		PR_LESS, CLASSIFICATION_LESS, PR_WAY_DOWN, CLASSIFICATION_WAY_DOWN, PR_ORDER, CLASSIFICATION_ORDER, PR_RESTS_ON, CLASSIFICATION_RESTS_ON,
		PR_UNIT, CLASSIFICATION_PLACE, PR_RENEWS, CLASSIFICATION_RENEWS, PR_ASSESSOR, CLASSIFICATION_ASSESSOR,
		PR_ASSESSMENT, CLASSIFICATION_ASSESSMENT, -1 };
	decide_copy(row, context->input, PAIRS);
	row_set(row, CLASSIFICATION_PROPOSED, row_value(row, CLASSIFICATION_VALUE));
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	int64_t dies = context->now + act_parameter(context, facility, "class.proposal_days", 60) * MOMENT_DAY;
	row_set_string(row, CLASSIFICATION_STATE, "proposed");
	row_set_text(row, CLASSIFICATION_PROPOSER, context->actor->id);
	row_set_integer(row, CLASSIFICATION_PROPOSED_AT, context->now);
	row_set_integer(row, CLASSIFICATION_ENDS_AT, dies);
	if (before)
		row_set(row, CLASSIFICATION_BEFORE, row_value(before, CLASSIFICATION_VALUE));
	row_set_string(row, CLASSIFICATION_BODY, classification_body_code(classification_body(context, row)));
	decide_start(context, decision, "decision-due", row, person->id, facility, context->now, dies);
	decision->result = row;
	return true;
}

const struct act ACT_CLASSIFICATION_PROPOSE = { .name = "classification.propose", .label = N_("Propose a decision"),
	.help = N_("Security category, cell sharing, violent-extremism basis or place in a unit; the person gets the papers and is heard"),
	.done = N_("The proposal is in the file"), .input_record = &PROPOSE_RECORD, .record = &RECORD_PERSON, .target_input = PR_PERSON,
	.actors = ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_89,
	.decide = propose_decide };

/* ---- evidence ---- */
enum { EV_DECISION, EV_SUMMARY, EV_DIRECTION, EV_RESTS_ON, EV_EVENT, EV_EVENT_ON, EV_SOURCE, EV_SOURCE_KIND, EV_SOURCE_GRADE, EV_CONTENT_GRADE, EV_FACT,
	EV_ALTERNATIVE, EV_ACCOUNT, EV_INPUTS };
static const struct field EVIDENCE_INPUT[EV_INPUTS] = { [EV_DECISION] = DECISION_INPUT,
	[EV_SUMMARY] = { "summary", N_("What happened"), N_("Who saw or heard what, where and when"), FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[EV_DIRECTION] = { "direction", N_("Which way it speaks"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_EVIDENCE_DIRECTION_CHOICES },
	[EV_RESTS_ON] = { "rests_on", N_("What it rests on"), N_("Worship, dress, diet, language, lawful reading, belief, origin, family or silence carry nothing"),
		FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_EVIDENCE_RESTS_CHOICES, .basis = &PROTECTED },
	[EV_EVENT] = { "event", N_("Which event"), N_("One name for one event, however many reports there are"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &INDEPENDENT },
	[EV_EVENT_ON] = { "event_on", N_("Day of the event"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[EV_SOURCE] = { "source", N_("Source"), N_("Name of an office, or the number of a report"), FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[EV_SOURCE_KIND] = { "source_kind", N_("Kind of source"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_SOURCE_KIND_CHOICES },
	[EV_SOURCE_GRADE] = { "source_grade", N_("Reliability of the source"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_SOURCE_GRADE_CHOICES },
	[EV_CONTENT_GRADE] = { "content_grade", N_("How well it is known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_CONTENT_GRADE_CHOICES },
	[EV_FACT] = { "fact_or_opinion", N_("Fact or opinion"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_FACT_CHOICES },
	[EV_ALTERNATIVE] = { "alternative", N_("Another explanation"), N_("What else could explain it. Needed when it speaks for more restriction"), FIELD_PROSE, CLOSED, 0 },
	[EV_ACCOUNT] = { "account", N_("The person's own account"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record EVIDENCE_RECORD = ACT_INPUTS("classification.add_evidence", EVIDENCE_INPUT);

static bool evidence_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, EV_DECISION, &RECORD_CLASSIFICATION, errors);
	if (!row)
		return false;
	if (!row_is(row, CLASSIFICATION_STATE, "proposed") || row_has_lapsed(row, context->now))
		return decide_refuse(errors, "/decision", N_("The person has the papers already. New evidence needs a new proposal"));
	if (date_compare(row_date(context->input, EV_EVENT_ON), context->today) > 0)
		error_say(errors, E_DATE_ORDER, "/event_on", N_("This day is in the future"));
	if (row_is(context->input, EV_DIRECTION, "rise") && !row_has(context->input, EV_ALTERNATIVE))
		error_say(errors, E_REQUIRED, "/alternative", N_("Say what else could explain it, or that nothing was found"));
	if (errors->count)
		return false;
	struct row *item = decision_insert(decision, &RECORD_CLASSIFICATION_EVIDENCE);
	static const int PAIRS[] = { EV_DECISION, EVIDENCE_DECISION, EV_SUMMARY, EVIDENCE_SUMMARY, EV_DIRECTION, EVIDENCE_DIRECTION, EV_RESTS_ON,
		EVIDENCE_RESTS_ON, EV_EVENT, EVIDENCE_EVENT, EV_EVENT_ON, EVIDENCE_EVENT_ON, EV_SOURCE, EVIDENCE_SOURCE, EV_SOURCE_KIND,
		EVIDENCE_SOURCE_KIND, EV_SOURCE_GRADE, EVIDENCE_SOURCE_GRADE, EV_CONTENT_GRADE, EVIDENCE_CONTENT_GRADE, EV_FACT, EVIDENCE_FACT,
		EV_ALTERNATIVE, EVIDENCE_ALTERNATIVE, EV_ACCOUNT, EVIDENCE_ACCOUNT, -1 };
	decide_copy(item, context->input, PAIRS);
	row_set_text(item, EVIDENCE_PERSON, row_text(row, CLASSIFICATION_PERSON));
	row_set_text(item, EVIDENCE_AUTHOR, context->actor->id);
	row_set(item, EVIDENCE_ENDS_AT, row_value(row, CLASSIFICATION_ENDS_AT));
	decision->result = item;
	return true;
}

const struct act ACT_CLASSIFICATION_ADD_EVIDENCE = { .name = "classification.add_evidence", .label = N_("Add evidence"), .done = N_("The evidence is with the proposal"),
	.input_record = &EVIDENCE_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = EV_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &INDEPENDENT,
	.decide = evidence_decide };

/* ---- withdraw ---- */
enum { WI_DECISION, WI_INPUTS };
static const struct field WITHDRAW_INPUT[WI_INPUTS] = { [WI_DECISION] = DECISION_INPUT };
static const struct record WITHDRAW_RECORD = ACT_INPUTS("classification.withdraw", WITHDRAW_INPUT);

static bool withdraw_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *changed = classification_step(context, decision, WI_DECISION, "withdrawn", errors);
	if (!changed)
		return false;
	classification_end(context, decision, changed, context->now, "withdrawn", "withdrawn", decide_reason_line(context));
	return true;
}

const struct act ACT_CLASSIFICATION_WITHDRAW = { .name = "classification.withdraw", .label = N_("Withdraw the proposal"), .done = N_("The proposal is withdrawn"),
	.input_record = &WITHDRAW_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = WI_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_89, .decide = withdraw_decide };
