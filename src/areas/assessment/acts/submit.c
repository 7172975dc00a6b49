/* submit.c - assessment.submit, .return: a sheet is finished, and when all that are needed are, the seals come off together. */
#include "areas/assessment/acts.h"

#define OPEN SENSITIVITY_OFFICIAL

static const struct citation VEP_T7 = { "VEP-T7", N_("Second rating blind to the first (product safeguard T7)"), SOURCE_PROPOSAL };
static const struct field SHEET_INPUT[] = { { "rating_sheet", N_("Rating sheet"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "rating_sheet" } };
static const struct record SUBMIT_RECORD = ACT_INPUTS("assessment.submit", SHEET_INPUT), RETURN_RECORD = ACT_INPUTS("assessment.return", SHEET_INPUT);

static void unseal(struct act_context *context, struct decision *decision, const struct row *sheet)
{
	static const struct record *const PARTS[] = { &RECORD_EVIDENCE_SOURCE, &RECORD_FACTOR_RATING, &RECORD_RISK_SCENARIO, &RECORD_OUTCOME_JUDGEMENT };
	row_set_yes_no(decision_change(decision, sheet), SHEET_SEALED, false);
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
		struct rows rows = sheet_rows(context, PARTS[i], sheet->id);
		for (size_t j = 0; j < rows.count; j++)
			if (row_is_yes(rows.items[j], PART_SEALED))
				row_set_yes_no(decision_change(decision, rows.items[j]), PART_SEALED, false);
	}
}

static void missing(struct act_context *context, struct text path, const char *message, struct text what, struct error_list *errors)
{
	error_add(errors, &(struct error){ .code = E_REQUIRED, .path = path, .message = message,
		.parameters = { { "what", arena_copy(context->arena, what), false } } });
}

/* Nothing is left blank: unknown is said, not left out. What a rating rests on is asked by the rules. */
static void complete_check(struct act_context *context, const struct row *sheet, const struct instrument *instrument, struct error_list *errors)
{
	struct rows ratings = sheet_rows(context, &RECORD_FACTOR_RATING, sheet->id), judged = sheet_rows(context, &RECORD_OUTCOME_JUDGEMENT, sheet->id);
	for (size_t i = 0; i < instrument->factor_count; i++) {
		const struct factor *factor = &instrument->factors[i];
		const struct row *rating = rows_find(&ratings, RATING_FACTOR, factor->code);
		if (factor->required && (!rating || !row_has(rating, RATING_RATING)))
			missing(context, arena_format(context->arena, "/%.*s", TEXT_FORMAT(factor->code)),
				N_("Factor {what} has no rating yet: choose a label, or unknown"), factor->code, errors);
	}
	for (size_t i = 0; i < instrument->outcome_count; i++) {
		const struct row *judgement = rows_find(&judged, JUDGEMENT_OUTCOME, instrument->outcomes[i].code);
		if (!judgement || !row_has(judgement, JUDGEMENT_LEVEL) || !row_has(judgement, JUDGEMENT_WORDS))
			missing(context, TEXT_OF("/judgement"), N_("Judge in words and by level: {what}"), words_in(&instrument->outcomes[i].words, "en"), errors);
	}
	if (!instrument->about_place && !row_has(sheet, SHEET_INTERVIEW))
		missing(context, TEXT_OF("/interview"), N_("Say whether there was an interview"), text_empty(), errors);
}

/* Structured professional judgement looks ahead in at least three ways (prison-practice 4.4: repeat, escalation, improvement). */
static void scenarios_check(struct act_context *context, const struct row *sheet, const struct instrument *instrument, struct error_list *errors)
{
	static const char *const KINDS[] = { "repeat", "escalation", "improvement" };
	if (!text_equal_string(instrument->question, "violent-extremism") || !row_is(sheet, SHEET_POSITION, "first"))
		return;
	struct rows scenarios = sheet_rows(context, &RECORD_RISK_SCENARIO, sheet->id);
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (!rows_find(&scenarios, SCENARIO_KIND, text_from(KINDS[i])))
			error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/scenario"), .message = N_("Write this scenario: {kind}"),
				.parameters = { { "kind", text_from(field_choice(&RECORD_RISK_SCENARIO.fields[SCENARIO_KIND], text_from(KINDS[i]))->label), true } } });
}

static void both_are_in(struct act_context *context, struct decision *decision, const struct row *assessment, struct row *changed, const struct row *sheet)
{
	const char *other = row_is(sheet, SHEET_POSITION, "first") ? "second" : "first";
	const struct row *theirs = assessment_sheet(context, assessment->id, other);
	bool needed = row_is_yes(assessment, ASSESSMENT_SECOND_NEEDED);
	bool in = theirs && row_is(theirs, SHEET_STATE, "submitted");
	if (needed && !in) {
		if (row_is(sheet, SHEET_POSITION, "first"))
			row_set_string(changed, ASSESSMENT_STATE, "submitted");
		return;
	}
	unseal(context, decision, sheet);
	if (in)
		unseal(context, decision, theirs);
	row_set_string(changed, ASSESSMENT_STATE, needed ? "second_rated" : "submitted");
}

static bool submit_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *sheet = act_load_input(context, 0, &RECORD_RATING_SHEET, errors);
	const struct row *assessment = sheet ? act_load(context, &RECORD_ASSESSMENT, row_text(sheet, SHEET_ASSESSMENT)) : NULL;
	struct instrument instrument;
	if (!assessment)
		return false;
	if (!text_equal(row_text(sheet, SHEET_RATER), context->actor->id))
		return decide_refuse(errors, "/rating_sheet", N_("This is the sheet of another rater"));
	if (!row_is(sheet, SHEET_STATE, "draft") || row_is(assessment, ASSESSMENT_STATE, "cancelled"))
		return decide_refuse(errors, "/rating_sheet", N_("This sheet is submitted already, or the assessment is cancelled"));
	if (!assessment_instrument(context, assessment, &instrument, errors))
		return false;
	complete_check(context, sheet, &instrument, errors);
	scenarios_check(context, sheet, &instrument, errors);
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, sheet), *whole = decision_change(decision, assessment);
	bool first = row_is(sheet, SHEET_POSITION, "first");
	row_set_string(changed, SHEET_STATE, "submitted");
	row_set_integer(changed, SHEET_SUBMITTED_AT, context->now);
	row_set_integer(whole, first ? ASSESSMENT_SUBMITTED_AT : ASSESSMENT_SECOND_RATED_AT, context->now);
	both_are_in(context, decision, assessment, whole, sheet);
	decision->result = changed;
	return true;
}

const struct act ACT_ASSESSMENT_SUBMIT = { .name = "assessment.submit", .label = N_("Submit"), .done = N_("Your rating is submitted"),
	.help = N_("After this your ratings stand as they are"), .input_record = &SUBMIT_RECORD, .record = &RECORD_RATING_SHEET, .target_input = 0,
	.actors = ASSESSMENT_RATERS, .flags = ACT_JUDGEMENT, .basis = &VEP_T7, .decide = submit_decide };

static bool return_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *sheet = act_load_input(context, 0, &RECORD_RATING_SHEET, errors);
	const struct row *assessment = sheet ? act_load(context, &RECORD_ASSESSMENT, row_text(sheet, SHEET_ASSESSMENT)) : NULL;
	if (!assessment)
		return false;
	static const char *const BEFORE_FINAL[] = { "submitted", "second_rated", "consensus", "dissent" };
	bool open = false;
	for (size_t i = 0; i < sizeof BEFORE_FINAL / sizeof *BEFORE_FINAL; i++)
		open = open || row_is(assessment, ASSESSMENT_STATE, BEFORE_FINAL[i]);
	if (!open || !row_is(sheet, SHEET_STATE, "submitted"))
		return decide_refuse(errors, "/rating_sheet", N_("Only a submitted sheet of an assessment that is not final can be returned"));
	struct row *changed = decision_change(decision, sheet), *whole = decision_change(decision, assessment);
	row_set_string(changed, SHEET_STATE, "draft");
	row_set_string(whole, ASSESSMENT_STATE, row_is(sheet, SHEET_POSITION, "first") ? "in_progress" : "submitted");
	decision->result = changed;
	return true;
}

const struct act ACT_ASSESSMENT_RETURN = { .name = "assessment.return", .label = N_("Return the sheet to its rater"), .done = N_("The sheet is returned"),
	.input_record = &RETURN_RECORD, .record = &RECORD_RATING_SHEET, .target_input = 0, .actors = ASSESSMENT_RATERS | ROLE(COMMITTEE) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .basis = &VEP_T7, .decide = return_decide };
