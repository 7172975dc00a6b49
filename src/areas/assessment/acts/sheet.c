/* sheet.c - what a rater writes on his or her sheet: sources, ratings, scenarios, judgements, own words. All of it may have gaps until it is
 * submitted, and all of it is under the seal. */
#include "areas/assessment/acts.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation VEP_P3 = { "VEP-P3", N_("No rating without evidence (structured professional judgement)"), SOURCE_SECONDARY };
static const struct citation VEP_P5 = { "VEP-P5", N_("Structured professional judgement: no total, a judgement with reasons"), SOURCE_SECONDARY };

#define SHEET_INPUT { "rating_sheet", N_("Rating sheet"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "rating_sheet" }

/* The sheet that the act writes on: the actor's own, still a draft, of an assessment that goes on. NULL with a fault otherwise. */
static const struct row *own_sheet(struct act_context *context, struct instrument *out_instrument, struct error_list *errors)
{
	const struct row *sheet = act_load_input(context, 0, &RECORD_RATING_SHEET, errors);
	const struct row *assessment = sheet ? act_load(context, &RECORD_ASSESSMENT, row_text(sheet, SHEET_ASSESSMENT)) : NULL;
	if (!assessment)
		return NULL;
	const char *fault = NULL;
	if (!text_equal(row_text(sheet, SHEET_RATER), context->actor->id))
		fault = N_("This is the sheet of another rater");
	else if (!row_is(sheet, SHEET_STATE, "draft"))
		fault = N_("This sheet is submitted: ask for its return to change it");
	else if (row_is(assessment, ASSESSMENT_STATE, "cancelled"))
		fault = N_("This assessment is cancelled");
	if (fault)
		decide_refuse(errors, "/rating_sheet", fault);
	return !fault && assessment_instrument(context, assessment, out_instrument, errors) ? sheet : NULL;
}

/* The row of the sheet that has this code in a field, to be written anew; or a fresh one that hangs on the sheet. */
static struct row *part(struct act_context *context, struct decision *decision, const struct record *record, const struct row *sheet, int field, struct text code)
{
	struct rows rows = sheet_rows(context, record, sheet->id);
	const struct row *old = rows_find(&rows, field, code);
	if (old) {
		decision->result = decision_change(decision, old);
		return decision->result;
	}
	struct row *row = decision_insert(decision, record);
	row_set_text(row, PART_SHEET, sheet->id);
	row_set(row, PART_ASSESSMENT, row_value(sheet, SHEET_ASSESSMENT));
	row_set(row, PART_PERSON, row_value(sheet, SHEET_PERSON));
	row_set(row, PART_FACILITY, row_value(sheet, SHEET_FACILITY));
	row_set(row, PART_SEALED, row_value(sheet, SHEET_SEALED));
	row_set_text(row, field, code);
	decision->result = row;
	return row;
}

/* As it shall stand: what the input leaves empty is empty. */
static void write(struct row *row, const struct row *input, const int *pairs)
{
	for (; pairs[0] >= 0; pairs += 2)
		row_set(row, pairs[1], row_value(input, pairs[0]));
}

/* ---- sources ---- */
enum { SO_SHEET, SO_MARK, SO_KIND, SO_TEXT, SO_DATE, SO_RELIABILITY, SO_INPUTS };
static const struct field SOURCE_INPUT[SO_INPUTS] = { [SO_SHEET] = SHEET_INPUT,
	[SO_MARK] = { "mark", N_("Mark"), N_("Short: a, b, c. Ratings name it. A mark that is there already corrects its source"), FIELD_CODE, OPEN, FIELD_REQUIRED,
		.limits = { 1, 8, 0 } },
	[SO_KIND] = { "kind", N_("Kind of source"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SOURCE_KIND_CHOICES },
	[SO_TEXT] = { "source_text", N_("Source"), N_("Who or what, so that another can find it"), FIELD_PROSE, CLOSED, FIELD_REQUIRED, .limits = { 1, 1000, 0 } },
	[SO_DATE] = { "dated", N_("Date of the source"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[SO_RELIABILITY] = { "reliability", N_("Reliability"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = RELIABILITY_CHOICES } };
static const struct record SOURCE_RECORD = ACT_INPUTS("assessment.source", SOURCE_INPUT);

static bool source_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { SO_KIND, SOURCE_KIND, SO_TEXT, SOURCE_TEXT, SO_DATE, SOURCE_DATE, SO_RELIABILITY, SOURCE_RELIABILITY, -1 };
	struct instrument instrument;
	const struct row *sheet = own_sheet(context, &instrument, errors);
	if (!sheet)
		return false;
	write(part(context, decision, &RECORD_EVIDENCE_SOURCE, sheet, SOURCE_MARK, row_text(context->input, SO_MARK)), context->input, PAIRS);
	return true;
}

/* ---- ratings ---- */
enum { RA_SHEET, RA_FACTOR, RA_VERSION, RA_RATING, RA_EVIDENCE, RA_SOURCES, RA_FACT, RA_WHEN, RA_CONFIDENCE, RA_RELEVANCE, RA_BEHAVIOUR, RA_ACCOUNT,
	RA_ALTERNATIVE, RA_INPUTS };
static const struct field RATE_INPUT[RA_INPUTS] = { [RA_SHEET] = SHEET_INPUT,
	[RA_FACTOR] = { "factor", N_("Factor"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED },
	[RA_VERSION] = { "rating_version", N_("Version"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, INT32_MAX, 0 } },
	[RA_RATING] = { "rating", N_("Rating"), N_("Unknown is a rating: it lowers nothing and asks for information"), FIELD_CODE, CLOSED, 0 },
	[RA_EVIDENCE] = { "evidence", N_("Evidence"), N_("What was done, said or documented, when and where"), FIELD_PROSE, CLOSED, 0, .basis = &VEP_P3 },
	[RA_SOURCES] = { "sources", N_("Sources"), N_("Marks of the sources, parted by spaces"), FIELD_CODES, OPEN, 0 },
	[RA_FACT] = { "fact_or_opinion", N_("Fact or opinion"), NULL, FIELD_CHOICE, OPEN, 0, .choices = FACT_CHOICES },
	[RA_WHEN] = { "present_or_past", N_("When"), NULL, FIELD_CHOICE, OPEN, 0, .choices = WHEN_CHOICES },
	[RA_CONFIDENCE] = { "confidence", N_("Confidence"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CONFIDENCE_CHOICES },
	[RA_RELEVANCE] = { "relevance", N_("Relevance"), NULL, FIELD_CHOICE, OPEN, 0, .choices = RELEVANCE_CHOICES },
	[RA_BEHAVIOUR] = { "behaviour_based", N_("The evidence is behaviour that somebody interpreted"), NULL, FIELD_YES_NO, OPEN, 0 },
	[RA_ACCOUNT] = { "account", N_("The person's own account"), NULL, FIELD_PROSE, CLOSED, 0 },
	[RA_ALTERNATIVE] = { "alternative", N_("Another explanation of the behaviour"), N_("Needed when the evidence is behaviour"), FIELD_PROSE, CLOSED, 0 } };
static const struct record RATE_RECORD = ACT_INPUTS("assessment.rate", RATE_INPUT);

/* Every mark names a source of the sheet. */
static void marks_check(struct act_context *context, const struct row *sheet, struct error_list *errors)
{
	struct text rest = row_text(context->input, RA_SOURCES), mark;
	struct rows sources = sheet_rows(context, &RECORD_EVIDENCE_SOURCE, sheet->id);
	while (rest.length > 0 && text_next(&rest, ' ', &mark))
		if (!rows_find(&sources, SOURCE_MARK, mark))
			error_add(errors, &(struct error){ .code = E_REFERENCE, .path = TEXT_OF("/sources"), .message = N_("There is no source with the mark {mark}"),
				.advice = N_("Add the source first"), .parameters = { { "mark", mark, false } } });
}

static bool rate_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RA_RATING, RATING_RATING, RA_EVIDENCE, RATING_EVIDENCE, RA_SOURCES, RATING_SOURCES, RA_FACT, RATING_FACT_OR_OPINION,
		RA_WHEN, RATING_WHEN, RA_CONFIDENCE, RATING_CONFIDENCE, RA_RELEVANCE, RATING_RELEVANCE, RA_BEHAVIOUR, RATING_BEHAVIOUR, RA_ACCOUNT,
		RATING_ACCOUNT, RA_ALTERNATIVE, RATING_ALTERNATIVE, -1 };
	struct instrument instrument;
	const struct row *sheet = own_sheet(context, &instrument, errors), *input = context->input;
	if (!sheet)
		return false;
	const struct factor *factor = instrument_factor(&instrument, row_text(input, RA_FACTOR));
	if (!factor)
		return decide_refuse(errors, "/factor", N_("The instrument has no factor with this code"));
	if (row_has(input, RA_RATING) && !instrument_takes(&instrument, row_text(input, RA_RATING)))
		error_say(errors, E_CHOICE, "/rating", N_("Choose one of the labels of the instrument, or unknown, or not applicable"));
	marks_check(context, sheet, errors);
	struct rows rows = sheet_rows(context, &RECORD_FACTOR_RATING, sheet->id);
	const struct row *old = rows_find(&rows, RATING_FACTOR, factor->code);
	if (row_has(input, RA_VERSION) && row_integer(input, RA_VERSION, 0) != (old ? old->version : 0))
		error_add(errors, &(struct error){ .code = E_CONFLICT, .message = N_("This factor was saved elsewhere after you opened it; nothing was overwritten"),
			.advice = N_("Open the factor again beside this one, and bring the two together") });
	if (errors->count)
		return false;
	struct row *row = part(context, decision, &RECORD_FACTOR_RATING, sheet, RATING_FACTOR, factor->code);
	row_set_text(row, RATING_DOMAIN, factor->domain);
	write(row, input, PAIRS);
	return true;
}

/* ---- scenarios ---- */
enum { IM_SHEET, IM_KIND, IM_WHAT, IM_WHOM, IM_SEVERITY, IM_IMMINENCE, IM_LIKELIHOOD, IM_WARNING, IM_PROTECTIVE, IM_INPUTS };
static const struct field IMAGINE_INPUT[IM_INPUTS] = { [IM_SHEET] = SHEET_INPUT,
	[IM_KIND] = { "kind", N_("Scenario"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCENARIO_KIND_CHOICES },
	[IM_WHAT] = { "what", N_("What could happen"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[IM_WHOM] = { "whom", N_("Who could be harmed"), NULL, FIELD_LINE, CLOSED, 0 },
	[IM_SEVERITY] = { "severity", N_("How grave it would be"), NULL, FIELD_LINE, CLOSED, 0 },
	[IM_IMMINENCE] = { "imminence", N_("How soon, how often, for how long"), NULL, FIELD_LINE, CLOSED, 0 },
	[IM_LIKELIHOOD] = { "likelihood", N_("How likely, in words"), N_("Words only: a percentage would claim what nobody knows"), FIELD_LINE, CLOSED, 0 },
	[IM_WARNING] = { "warning_signs", N_("Warning signs"), NULL, FIELD_PROSE, CLOSED, 0 },
	[IM_PROTECTIVE] = { "protective", N_("What would prevent it"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record IMAGINE_RECORD = ACT_INPUTS("assessment.imagine", IMAGINE_INPUT);

/* A number said as a likelihood is a probability, whatever the field is called. */
static void words_check(const struct row *input, int field, struct error_list *errors)
{
	struct text words = row_text(input, field);
	for (size_t i = 0; i < words.length; i++)
		if (words.data[i] >= '0' && words.data[i] <= '9') {
			error_add(errors, &(struct error){ .code = E_PATTERN, .path = TEXT_OF("/likelihood"), .citation = "VEP-P5",
				.message = N_("Say in words how likely it is"), .advice = N_("Take out the numbers: nobody can count this for one person") });
			return;
		}
}

static bool imagine_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { IM_WHAT, SCENARIO_WHAT, IM_WHOM, SCENARIO_WHOM, IM_SEVERITY, SCENARIO_SEVERITY, IM_IMMINENCE, SCENARIO_IMMINENCE,
		IM_LIKELIHOOD, SCENARIO_LIKELIHOOD, IM_WARNING, SCENARIO_WARNING, IM_PROTECTIVE, SCENARIO_PROTECTIVE, -1 };
	struct instrument instrument;
	const struct row *sheet = own_sheet(context, &instrument, errors);
	words_check(context->input, IM_LIKELIHOOD, errors);
	if (!sheet || errors->count)
		return false;
	write(part(context, decision, &RECORD_RISK_SCENARIO, sheet, SCENARIO_KIND, row_text(context->input, IM_KIND)), context->input, PAIRS);
	return true;
}

/* ---- judgements ---- */
enum { JU_SHEET, JU_OUTCOME, JU_LEVEL, JU_WORDS, JU_CONFIDENCE, JU_HORIZON, JU_LIMITS, JU_INPUTS };
static const struct field JUDGE_INPUT[JU_INPUTS] = { [JU_SHEET] = SHEET_INPUT,
	[JU_OUTCOME] = { "outcome", N_("Outcome"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED },
	[JU_LEVEL] = { "level", N_("Level"), NULL, FIELD_CODE, CLOSED, 0 },
	[JU_WORDS] = { "judgement", N_("Judgement in words"), NULL, FIELD_PROSE, CLOSED, 0 },
	[JU_CONFIDENCE] = { "confidence", N_("Confidence"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CONFIDENCE_CHOICES },
	[JU_HORIZON] = { "horizon", N_("For which time"), NULL, FIELD_LINE, OPEN, 0 },
	[JU_LIMITS] = { "limits", N_("Limits of this judgement"), N_("What it cannot say, and what would change it"), FIELD_PROSE, CLOSED, 0, .basis = &VEP_P5 } };
static const struct record JUDGE_RECORD = ACT_INPUTS("assessment.judge", JUDGE_INPUT);

static bool judge_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { JU_LEVEL, JUDGEMENT_LEVEL, JU_WORDS, JUDGEMENT_WORDS, JU_CONFIDENCE, JUDGEMENT_CONFIDENCE, JU_HORIZON,
		JUDGEMENT_HORIZON, JU_LIMITS, JUDGEMENT_LIMITS, -1 };
	struct instrument instrument;
	const struct row *sheet = own_sheet(context, &instrument, errors), *input = context->input;
	if (!sheet)
		return false;
	if (!labelled_find(instrument.outcomes, instrument.outcome_count, row_text(input, JU_OUTCOME)))
		error_say(errors, E_CHOICE, "/outcome", N_("The instrument does not judge this outcome"));
	if (row_has(input, JU_LEVEL) && !row_is(input, JU_LEVEL, INSTRUMENT_UNKNOWN) &&
		!labelled_find(instrument.levels, instrument.level_count, row_text(input, JU_LEVEL)))
		error_say(errors, E_CHOICE, "/level", N_("Choose one of the levels of the instrument, or unknown"));
	if (errors->count)
		return false;
	write(part(context, decision, &RECORD_OUTCOME_JUDGEMENT, sheet, JUDGEMENT_OUTCOME, row_text(input, JU_OUTCOME)), input, PAIRS);
	return true;
}

/* ---- own words ---- */
enum { DS_SHEET, DS_INTERVIEW, DS_NOTE, DS_INTERPRETER, DS_FROM, DS_UNTIL, DS_HOW, DS_MAINTAINS, DS_REDUCES, DS_ALTERNATIVES, DS_LIMITS, DS_INPUTS };
static const struct field DESCRIBE_INPUT[DS_INPUTS] = { [DS_SHEET] = SHEET_INPUT,
	[DS_INTERVIEW] = { "interview", N_("Interview"), N_("That a person declines says nothing about risk: no rating moves by it"), FIELD_CHOICE, OPEN, 0,
		.choices = INTERVIEW_CHOICES },
	[DS_NOTE] = { "interview_note", N_("When and where, or why not"), NULL, FIELD_LINE, CLOSED, 0 },
	[DS_INTERPRETER] = { "interpreter", N_("Interpreter"), N_("Language, and who; never another prisoner"), FIELD_LINE, CLOSED, 0 },
	[DS_FROM] = { "observed_from", N_("Time looked at, from"), NULL, FIELD_DATE, OPEN, 0 },
	[DS_UNTIL] = { "observed_until", N_("Time looked at, until"), NULL, FIELD_DATE, OPEN, 0 },
	[DS_HOW] = { "how_arose", N_("How it arose"), NULL, FIELD_PROSE, CLOSED, 0 },
	[DS_MAINTAINS] = { "maintains", N_("What keeps it going"), NULL, FIELD_PROSE, CLOSED, 0 },
	[DS_REDUCES] = { "reduces", N_("What would reduce it"), NULL, FIELD_PROSE, CLOSED, 0 },
	[DS_ALTERNATIVES] = { "alternatives", N_("Other explanations looked at"), NULL, FIELD_PROSE, CLOSED, 0 },
	[DS_LIMITS] = { "limits", N_("Limits of this assessment"), N_("What was not known, for how long it can hold, and what it must not be used for"), FIELD_PROSE,
		CLOSED, 0, .basis = &VEP_P5 } };
static const struct record DESCRIBE_RECORD = ACT_INPUTS("assessment.describe", DESCRIBE_INPUT);

static bool describe_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { DS_INTERVIEW, SHEET_INTERVIEW, DS_NOTE, SHEET_INTERVIEW_NOTE, DS_INTERPRETER, SHEET_INTERPRETER, DS_FROM,
		SHEET_OBSERVED_FROM, DS_UNTIL, SHEET_OBSERVED_UNTIL, DS_HOW, SHEET_HOW_AROSE, DS_MAINTAINS, SHEET_MAINTAINS, DS_REDUCES, SHEET_REDUCES,
		DS_ALTERNATIVES, SHEET_ALTERNATIVES, DS_LIMITS, SHEET_LIMITS, -1 };
	struct instrument instrument;
	const struct row *sheet = own_sheet(context, &instrument, errors);
	if (!sheet)
		return false;
	struct row *changed = decision_change(decision, sheet);
	write(changed, context->input, PAIRS);
	decision->result = changed;
	return true;
}

#define SHEET_ACT(symbol, name_, label_, done_, record_, function) \
	const struct act symbol = { .name = name_, .label = label_, .done = done_, .input_record = &record_, .record = &RECORD_RATING_SHEET, \
		.target_input = 0, .actors = ASSESSMENT_RATERS, .basis = &VEP_P3, .decide = function }

SHEET_ACT(ACT_ASSESSMENT_SOURCE, "assessment.source", N_("Add a source"), N_("The source is saved"), SOURCE_RECORD, source_decide);
SHEET_ACT(ACT_ASSESSMENT_RATE, "assessment.rate", N_("Rate a factor"), N_("The rating is saved"), RATE_RECORD, rate_decide);
SHEET_ACT(ACT_ASSESSMENT_IMAGINE, "assessment.imagine", N_("Write a scenario"), N_("The scenario is saved"), IMAGINE_RECORD, imagine_decide);
SHEET_ACT(ACT_ASSESSMENT_JUDGE, "assessment.judge", N_("Judge an outcome"), N_("The judgement is saved"), JUDGE_RECORD, judge_decide);
SHEET_ACT(ACT_ASSESSMENT_DESCRIBE, "assessment.describe", N_("Interview, formulation and limits"), N_("Your words are saved"), DESCRIBE_RECORD, describe_decide);
