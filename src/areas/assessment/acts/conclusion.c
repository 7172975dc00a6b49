/* conclusion.c - what two raters make of their differences; final, told to the person, contested, and what is still looked for. */
#include "areas/assessment/acts.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation VEP_T2 = { "VEP-T2", N_("Unknown is a value and makes a task (product safeguard T2)"), SOURCE_PROPOSAL };
static const struct citation VEP_T7 = { "VEP-T7", N_("Second rating blind to the first (product safeguard T7)"), SOURCE_PROPOSAL };
static const struct citation VEP_CORRECTION = { "VEP-CORRECTION", N_("Correction asked by the person (product safeguard)"), SOURCE_PROPOSAL };
static const struct citation NMR_9_2 = { "NMR-9.2", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };

#define ASSESSMENT_INPUT { "assessment", N_("Assessment"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "assessment" }

/* ---- differences ---- */

/* What each rater said of an item: a factor's rating or an outcome's level; empty when nothing. */
static struct text said(const struct act_context *context, const struct row *sheet, struct text item)
{
	struct rows ratings = sheet_rows(context, &RECORD_FACTOR_RATING, sheet->id), judged = sheet_rows(context, &RECORD_OUTCOME_JUDGEMENT, sheet->id);
	const struct row *rating = rows_find(&ratings, RATING_FACTOR, item), *judgement = rows_find(&judged, JUDGEMENT_OUTCOME, item);
	return rating ? row_text(rating, RATING_RATING) : judgement ? row_text(judgement, JUDGEMENT_LEVEL) : text_empty();
}

static bool is_rater(const struct act_context *context, const struct row *assessment)
{
	return text_equal(row_text(assessment, ASSESSMENT_ASSESSOR), context->actor->id) ||
		text_equal(row_text(assessment, ASSESSMENT_SECOND), context->actor->id);
}

static const struct row *to_conclude(struct act_context *context, struct instrument *out_instrument, struct error_list *errors)
{
	const struct row *row = act_load_input(context, 0, &RECORD_ASSESSMENT, errors);
	if (!row)
		return NULL;
	if (!row_is(row, ASSESSMENT_STATE, "second_rated")) {
		decide_refuse(errors, "/assessment", N_("Raters come together after both have submitted, and before the end"));
		return NULL;
	}
	if (!is_rater(context, row)) {
		decide_refuse(errors, "/assessment", N_("Only the two raters of this assessment do this"));
		return NULL;
	}
	return assessment_instrument(context, row, out_instrument, errors) ? row : NULL;
}

enum { SE_ASSESSMENT, SE_ITEM, SE_RESULT, SE_RATING, SE_NOTE, SE_INPUTS };
static const struct field SETTLE_INPUT[SE_INPUTS] = { [SE_ASSESSMENT] = ASSESSMENT_INPUT,
	[SE_ITEM] = { "item", N_("Factor or outcome"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED },
	[SE_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = AGREEMENT_CHOICES },
	[SE_RATING] = { "rating", N_("Rating"), N_("On which both agree; empty when the dissent stays"), FIELD_CODE, CLOSED, 0 },
	[SE_NOTE] = { "note", N_("Reasons"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record SETTLE_RECORD = ACT_INPUTS("assessment.settle", SETTLE_INPUT);

static bool settle_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { SE_ITEM, AGREEMENT_ITEM, SE_RESULT, AGREEMENT_RESULT, SE_RATING, AGREEMENT_RATING, SE_NOTE, AGREEMENT_NOTE, -1 };
	struct instrument instrument;
	const struct row *input = context->input, *row = to_conclude(context, &instrument, errors);
	if (!row)
		return false;
	struct text item = row_text(input, SE_ITEM);
	bool factor = instrument_factor(&instrument, item) != NULL, outcome = labelled_find(instrument.outcomes, instrument.outcome_count, item) != NULL;
	if (!factor && !outcome)
		return decide_refuse(errors, "/item", N_("The instrument has no factor with this code"));
	bool consensus = row_is(input, SE_RESULT, "consensus");
	bool takes = factor ? instrument_takes(&instrument, row_text(input, SE_RATING)) :
		row_is(input, SE_RATING, INSTRUMENT_UNKNOWN) || labelled_find(instrument.levels, instrument.level_count, row_text(input, SE_RATING)) != NULL;
	if (consensus && !takes)
		error_say(errors, E_REQUIRED, "/rating", N_("Choose one of the labels of the instrument, or unknown, or not applicable"));
	if (!consensus && row_has(input, SE_RATING))
		error_say(errors, E_STATE, "/rating", N_("A dissent keeps both ratings: leave this empty"));
	if (errors->count)
		return false;
	struct rows settled = assessment_rows(context, &RECORD_FACTOR_AGREEMENT, AGREEMENT_ASSESSMENT, row->id);
	const struct row *old = rows_find(&settled, AGREEMENT_ITEM, item);
	struct row *agreement = old ? decision_change(decision, old) : decision_insert(decision, &RECORD_FACTOR_AGREEMENT);
	row_set_text(agreement, AGREEMENT_ASSESSMENT, row->id);
	row_set(agreement, AGREEMENT_PERSON, row_value(row, ASSESSMENT_PERSON));
	row_set(agreement, AGREEMENT_FACILITY, row_value(row, ASSESSMENT_FACILITY));
	row_set(agreement, AGREEMENT_RATING, value_absent());
	decide_copy(agreement, input, PAIRS);
	decision->result = agreement;
	return true;
}

const struct act ACT_ASSESSMENT_SETTLE = { .name = "assessment.settle", .label = N_("Settle a difference"), .done = N_("The difference is settled"),
	.input_record = &SETTLE_RECORD, .record = &RECORD_ASSESSMENT, .target_input = 0, .actors = ASSESSMENT_RATERS, .basis = &VEP_T7,
	.decide = settle_decide };

enum { CO_ASSESSMENT, CO_NOTE, CO_DISSENT, CO_INPUTS };
static const struct field CONCLUDE_INPUT[CO_INPUTS] = { [CO_ASSESSMENT] = ASSESSMENT_INPUT,
	[CO_NOTE] = { "conclusion_note", N_("How the raters came together"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[CO_DISSENT] = { "dissent", N_("Dissent"), N_("What one of you still sees differently; it stays with the assessment"), FIELD_PROSE, CLOSED, 0 } };
static const struct record CONCLUDE_RECORD = ACT_INPUTS("assessment.conclude", CONCLUDE_INPUT);

static void open_difference(struct act_context *context, const struct rows *settled, const struct row *const *sheets, struct text item, bool *out_dissent,
	struct error_list *errors)
{
	const struct row *agreement = rows_find(settled, AGREEMENT_ITEM, item);
	if (agreement)
		*out_dissent = *out_dissent || row_is(agreement, AGREEMENT_RESULT, "dissent");
	else if (!text_equal(said(context, sheets[0], item), said(context, sheets[1], item)))
		error_add(errors, &(struct error){ .code = E_REQUIRED, .message = N_("You rated {item} differently, and nothing is settled yet"),
			.advice = N_("Settle it by consensus or keep the dissent"), .parameters = { { "item", item, false } } });
}

static bool conclude_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct instrument instrument;
	const struct row *row = to_conclude(context, &instrument, errors);
	const struct row *sheets[2] = { row ? assessment_sheet(context, row->id, "first") : NULL, row ? assessment_sheet(context, row->id, "second") : NULL };
	if (!sheets[0] || !sheets[1])
		return false;
	struct rows settled = assessment_rows(context, &RECORD_FACTOR_AGREEMENT, AGREEMENT_ASSESSMENT, row->id);
	bool dissent = row_has(context->input, CO_DISSENT);
	for (size_t i = 0; i < instrument.factor_count; i++)
		open_difference(context, &settled, sheets, instrument.factors[i].code, &dissent, errors);
	for (size_t i = 0; i < instrument.outcome_count; i++)
		open_difference(context, &settled, sheets, instrument.outcomes[i].code, &dissent, errors);
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, ASSESSMENT_STATE, dissent ? "dissent" : "consensus");
	row_set(changed, ASSESSMENT_CONCLUSION_NOTE, row_value(context->input, CO_NOTE));
	row_set(changed, ASSESSMENT_DISSENT, row_value(context->input, CO_DISSENT));
	decision->result = changed;
	return true;
}

const struct act ACT_ASSESSMENT_CONCLUDE = { .name = "assessment.conclude", .label = N_("Conclude the two ratings"), .done = N_("The two ratings are concluded"),
	.input_record = &CONCLUDE_RECORD, .record = &RECORD_ASSESSMENT, .target_input = 0, .actors = ASSESSMENT_RATERS, .basis = &VEP_T7,
	.flags = ACT_JUDGEMENT, .decide = conclude_decide };

/* ---- final ---- */
static const struct field FINAL_INPUT[] = { ASSESSMENT_INPUT };
static const struct record FINAL_RECORD = ACT_INPUTS("assessment.finalise", FINAL_INPUT);

/* A later assessment takes the place of the one before: two that are in force about one question would contradict each other. */
static void supersede(struct act_context *context, struct decision *decision, const struct row *row, struct text code)
{
	if (!row_has(row, ASSESSMENT_PERSON))
		return;
	const struct condition own = CONDITION_TEXT(ASSESSMENT_PERSON, row_text(row, ASSESSMENT_PERSON));
	struct rows all = act_find(context, &RECORD_ASSESSMENT, &own, 1);
	for (size_t i = 0; i < all.count; i++) {
		const struct row *instrument = act_load(context, &RECORD_INSTRUMENT, row_text(all.items[i], ASSESSMENT_INSTRUMENT));
		if (!assessment_is_final(all.items[i]) || text_equal(all.items[i]->id, row->id) || !instrument ||
			!text_equal(row_text(instrument, INSTRUMENT_CODE), code))
			continue;
		struct row *earlier = decision_change(decision, all.items[i]);
		row_set_string(earlier, ASSESSMENT_STATE, "expired");
		if (!row_has_lapsed(earlier, context->now))
			assessment_ends(context, decision, earlier, context->now);
		decide_stop(context, decision, "assessment-ends", all.items[i]->id);
		decide_stop(context, decision, "reassessment-due", all.items[i]->id);
	}
}

/* Unknown lowers nothing; it asks somebody to find out (T2). */
static void ask_unknown(struct act_context *context, struct decision *decision, const struct row *row, const struct instrument *instrument)
{
	const struct row *sheet = assessment_sheet(context, row->id, "first");
	struct rows ratings = sheet ? sheet_rows(context, &RECORD_FACTOR_RATING, sheet->id) : (struct rows){ NULL, 0 };
	struct rows settled = assessment_rows(context, &RECORD_FACTOR_AGREEMENT, AGREEMENT_ASSESSMENT, row->id);
	for (size_t i = 0; i < instrument->factor_count; i++) {
		struct text code = instrument->factors[i].code;
		const struct row *rating = rows_find(&ratings, RATING_FACTOR, code), *agreed = rows_find(&settled, AGREEMENT_ITEM, code);
		bool agreed_on = agreed && row_is(agreed, AGREEMENT_RESULT, "consensus");
		if (agreed_on ? !row_is(agreed, AGREEMENT_RATING, INSTRUMENT_UNKNOWN) : !rating || !row_is(rating, RATING_RATING, INSTRUMENT_UNKNOWN))
			continue;
		struct row *task = decision_insert(decision, &RECORD_INFORMATION_TASK);
		row_set_text(task, TASK_ASSESSMENT, row->id);
		row_set(task, TASK_PERSON, row_value(row, ASSESSMENT_PERSON));
		row_set(task, TASK_FACILITY, row_value(row, ASSESSMENT_FACILITY));
		row_set_text(task, TASK_FACTOR, code);
		row_set_text(task, TASK_QUESTION, text_slice(words_in(&instrument->factors[i].title, "en"), 0, 190));
		row_set_string(task, TASK_STATE, "open");
		decide_start(context, decision, "information-found", task, row_text(row, ASSESSMENT_PERSON), row_text(row, ASSESSMENT_FACILITY), context->now, 0);
	}
}

static bool finalise_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, 0, &RECORD_ASSESSMENT, errors);
	struct instrument instrument;
	if (!row)
		return false;
	bool concluded = row_is(row, ASSESSMENT_STATE, "consensus") || row_is(row, ASSESSMENT_STATE, "dissent");
	if (!concluded && (row_is_yes(row, ASSESSMENT_SECOND_NEEDED) || !row_is(row, ASSESSMENT_STATE, "submitted")))
		return decide_refuse(errors, "/assessment", N_("An assessment becomes final after its raters have submitted and come together"));
	if (!assessment_instrument(context, row, &instrument, errors))
		return false;
	struct text person = row_text(row, ASSESSMENT_PERSON), facility = row_text(row, ASSESSMENT_FACILITY);
	struct date until = date_add_months(context->today, (int32_t)instrument.validity_months);
	struct date again = date_add_days(until, -(int32_t)act_parameter(context, facility, "assessment.again_days", 30));
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, ASSESSMENT_STATE, "final");
	row_set_integer(changed, ASSESSMENT_FINAL_AT, context->now);
	row_set_text(changed, ASSESSMENT_APPROVED_BY, context->actor->id);
	row_set_date(changed, context->arena, ASSESSMENT_VALID_UNTIL, until);
	int64_t ends = act_midnight(context, facility, date_add_days(until, 1));
	assessment_ends(context, decision, changed, ends);
	supersede(context, decision, row, instrument.code);
	ask_unknown(context, decision, row, &instrument);
	decide_stop(context, decision, "assessment-due", row->id);
	decide_start(context, decision, "assessment-ends", row, person, facility, context->now, ends);
	decide_start(context, decision, "reassessment-due", row, person, facility, context->now, moment_from_date(date_add_days(again, 1)));
	decision->result = changed;
	return true;
}

const struct act ACT_ASSESSMENT_FINALISE = { .name = "assessment.finalise", .label = N_("Make the assessment final"), .done = N_("The assessment is final"),
	.help = N_("By a third person, after the raters have come together"), .input_record = &FINAL_RECORD, .record = &RECORD_ASSESSMENT, .target_input = 0,
	.actors = ROLE(PSYCHOLOGIST) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &VEP_T7,
	.flags = ACT_JUDGEMENT, .decide = finalise_decide };

/* ---- told to the person ---- */
enum { DI_ASSESSMENT, DI_FORM, DI_GROUND, DI_LANGUAGE, DI_COMMENTS, DI_INPUTS };
static const struct field DISCLOSE_INPUT[DI_INPUTS] = { [DI_ASSESSMENT] = ASSESSMENT_INPUT,
	[DI_FORM] = { "disclosure", N_("What the person was told"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = DISCLOSURE_CHOICES, .basis = &NMR_9_2 },
	[DI_GROUND] = { "disclosure_ground", N_("Ground for withholding"), N_("The law that allows it; needed unless it was told in full"), FIELD_PROSE, CLOSED, 0 },
	[DI_LANGUAGE] = { "disclosure_language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[DI_COMMENTS] = { "person_comments", N_("What the person says to it"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record DISCLOSE_RECORD = ACT_INPUTS("assessment.disclose", DISCLOSE_INPUT);

static bool disclose_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { DI_FORM, ASSESSMENT_DISCLOSURE, DI_GROUND, ASSESSMENT_DISCLOSURE_GROUND, DI_LANGUAGE, ASSESSMENT_DISCLOSURE_LANGUAGE,
		DI_COMMENTS, ASSESSMENT_PERSON_COMMENTS, -1 };
	const struct row *row = act_load_input(context, 0, &RECORD_ASSESSMENT, errors);
	if (!row)
		return false;
	if (!assessment_is_final(row) || !row_has(row, ASSESSMENT_PERSON))
		return decide_refuse(errors, "/assessment", N_("A final assessment about a person is told to that person"));
	if (!row_is(context->input, DI_FORM, "full") && !row_has(context->input, DI_GROUND))
		error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/disclosure_ground"), .citation = "NMR-9.2",
			.message = N_("Name the ground on which something is withheld") });
	struct row *changed = decision_change(decision, row);
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, ASSESSMENT_STATE, "disclosed");
	row_set_integer(changed, ASSESSMENT_DISCLOSED_AT, context->now);
	decision->result = changed;
	return errors->count == 0;
}

const struct act ACT_ASSESSMENT_DISCLOSE = { .name = "assessment.disclose", .label = N_("Told to the person"), .done = N_("It is recorded what the person was told"),
	.input_record = &DISCLOSE_RECORD, .record = &RECORD_ASSESSMENT, .target_input = 0, .actors = ASSESSMENT_RATERS | ROLE(GOVERNOR), .basis = &NMR_9_2,
	.decide = disclose_decide };

/* ---- information and corrections ---- */
enum { TA_TASK, TA_ANSWER, TA_INPUTS };
static const struct field TASK_INPUT[TA_INPUTS] = {
	[TA_TASK] = { "information_task", N_("Information to find"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "information_task" },
	[TA_ANSWER] = { "answer", N_("What was found"), N_("With its source; or why it cannot be found"), FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record TASK_RECORD = ACT_INPUTS("information_task.close", TASK_INPUT);

static bool task_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *task = act_load_input(context, TA_TASK, &RECORD_INFORMATION_TASK, errors);
	if (!task)
		return false;
	if (!row_is(task, TASK_STATE, "open"))
		return decide_refuse(errors, "/information_task", N_("This question is answered already"));
	struct row *changed = decision_change(decision, task);
	row_set_string(changed, TASK_STATE, "done");
	row_set(changed, TASK_ANSWER, row_value(context->input, TA_ANSWER));
	decide_stop(context, decision, "information-found", task->id);
	decision->result = changed;
	return true;
}

const struct act ACT_INFORMATION_CLOSE = { .name = "information_task.close", .label = N_("Answer the question"), .done = N_("The answer is recorded"),
	.input_record = &TASK_RECORD, .record = &RECORD_INFORMATION_TASK, .target_input = TA_TASK, .actors = ASSESSMENT_RATERS, .basis = &VEP_T2,
	.decide = task_decide };

enum { CA_ASSESSMENT, CA_WHAT, CA_RIGHT, CA_INPUTS };
static const struct field ASK_INPUT[CA_INPUTS] = { [CA_ASSESSMENT] = ASSESSMENT_INPUT,
	[CA_WHAT] = { "what", N_("What the person says is wrong"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[CA_RIGHT] = { "right_version", N_("How the person says it is"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record ASK_RECORD = ACT_INPUTS("assessment_correction.ask", ASK_INPUT);

static bool ask_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { CA_WHAT, CORRECTION_WHAT, CA_RIGHT, CORRECTION_RIGHT, -1 };
	const struct row *row = act_load_input(context, CA_ASSESSMENT, &RECORD_ASSESSMENT, errors);
	if (!row)
		return false;
	if (!row_has(row, ASSESSMENT_FINAL_AT) || !row_has(row, ASSESSMENT_PERSON))
		return decide_refuse(errors, "/assessment", N_("A final assessment about a person can be contested"));
	struct row *correction = decision_insert(decision, &RECORD_ASSESSMENT_CORRECTION);
	row_set_text(correction, CORRECTION_ASSESSMENT, row->id);
	row_set(correction, CORRECTION_PERSON, row_value(row, ASSESSMENT_PERSON));
	decide_copy(correction, context->input, PAIRS);
	row_set_string(correction, CORRECTION_STATE, "open");
	row_set_integer(correction, CORRECTION_ASKED_AT, context->now);
	decide_start(context, decision, "correction-answered", correction, row_text(row, ASSESSMENT_PERSON), row_text(row, ASSESSMENT_FACILITY), context->now, 0);
	decision->result = correction;
	return true;
}

const struct act ACT_CORRECTION_ASK = { .name = "assessment_correction.ask", .label = N_("The person asks for a correction"),
	.done = N_("The request for correction is recorded"), .input_record = &ASK_RECORD, .record = &RECORD_ASSESSMENT, .target_input = 0,
	.actors = ASSESSMENT_RATERS | ROLE(COMMITTEE) | ROLE(GOVERNOR), .basis = &VEP_CORRECTION, .decide = ask_decide };

enum { AN_CORRECTION, AN_STATE, AN_ANSWER, AN_INPUTS };
static const struct choice ANSWERS[] = { { "accepted", N_("Accepted") }, { "refused", N_("Refused") }, { NULL, NULL } };
static const struct field ANSWER_INPUT[AN_INPUTS] = {
	[AN_CORRECTION] = { "assessment_correction", N_("Correction asked by the person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED,
		.reference = "assessment_correction" },
	[AN_STATE] = { "state", N_("Answer"), N_("When refused, the person's words stay with the assessment"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ANSWERS },
	[AN_ANSWER] = { "answer", N_("Answer with reasons"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record ANSWER_RECORD = ACT_INPUTS("assessment_correction.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, AN_CORRECTION, &RECORD_ASSESSMENT_CORRECTION, errors);
	if (!row)
		return false;
	if (!row_is(row, CORRECTION_STATE, "open"))
		return decide_refuse(errors, "/assessment_correction", N_("This request is answered already"));
	struct row *changed = decision_change(decision, row);
	row_set(changed, CORRECTION_STATE, row_value(context->input, AN_STATE));
	row_set(changed, CORRECTION_ANSWER, row_value(context->input, AN_ANSWER));
	decide_stop(context, decision, "correction-answered", row->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CORRECTION_ANSWER = { .name = "assessment_correction.answer", .label = N_("Answer the request for correction"),
	.done = N_("The answer is recorded"), .input_record = &ANSWER_RECORD, .record = &RECORD_ASSESSMENT_CORRECTION, .target_input = AN_CORRECTION,
	.actors = ROLE(PSYCHOLOGIST) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .basis = &VEP_CORRECTION, .decide = answer_decide };
