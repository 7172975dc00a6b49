/* common.c - what the verbs and rules of assessment share: reading an assessment's parts. */
#include "areas/assessment/acts.h"

bool assessment_instrument(const struct act_context *context, const struct row *assessment, struct instrument *out, struct error_list *errors)
{
	struct error_list own;
	const struct row *instrument = act_load(context, &RECORD_INSTRUMENT, row_text(assessment, ASSESSMENT_INSTRUMENT));
	error_list_begin(&own, context->arena);
	if (instrument && instrument_read(context->arena, row_text(instrument, INSTRUMENT_DEFINITION), TEXT_OF("instrument"), out, &own))
		return true;
	if (errors)
		error_say(errors, E_STATE, NULL, N_("The instrument of this assessment cannot be read"));
	return false;
}

struct rows sheet_rows(const struct act_context *context, const struct record *record, struct text sheet)
{
	const struct condition own = CONDITION_TEXT(PART_SHEET, sheet);
	return act_find(context, record, &own, 1);
}

struct rows assessment_rows(const struct act_context *context, const struct record *record, int field, struct text assessment)
{
	const struct condition own = CONDITION_TEXT(field, assessment);
	return act_find(context, record, &own, 1);
}

const struct row *assessment_sheet(const struct act_context *context, struct text assessment, const char *position)
{
	const struct condition own[] = { CONDITION_TEXT(SHEET_ASSESSMENT, assessment), CONDITION_TEXT(SHEET_POSITION, text_from(position)) };
	return act_find_first(context, &RECORD_RATING_SHEET, own, 2, FIELD_CREATED_AT, true);
}

const struct row *rows_find(const struct rows *rows, int field, struct text code)
{
	for (size_t i = 0; i < rows->count; i++)
		if (text_equal(row_text(rows->items[i], field), code))
			return rows->items[i];
	return NULL;
}

const struct row *certificate_of(const struct act_context *context, struct text holder, struct text kind)
{
	const struct condition own[] = { CONDITION_TEXT(CERTIFICATE_HOLDER, holder), CONDITION_TEXT(CERTIFICATE_KIND, kind) };
	struct rows rows = act_find(context, &RECORD_CERTIFICATE, own, 2);
	const struct row *best = NULL;
	for (size_t i = 0; i < rows.count; i++)
		if (!certificate_is_current(best, context->today))
			best = rows.items[i];
	return best;
}

void assessment_ends(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment)
{
	static const struct { const struct record *record; int assessment; } PARTS[] = { { &RECORD_RATING_SHEET, SHEET_ASSESSMENT },
		{ &RECORD_EVIDENCE_SOURCE, PART_ASSESSMENT }, { &RECORD_FACTOR_RATING, PART_ASSESSMENT }, { &RECORD_RISK_SCENARIO, PART_ASSESSMENT },
		{ &RECORD_OUTCOME_JUDGEMENT, PART_ASSESSMENT }, { &RECORD_FACTOR_AGREEMENT, AGREEMENT_ASSESSMENT } };
	row_set_integer(changed, ASSESSMENT_ENDS_AT, moment);
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
		struct rows rows = assessment_rows(context, PARTS[i].record, PARTS[i].assessment, changed->id);
		for (size_t j = 0; j < rows.count; j++)
			row_set_integer(decision_change(decision, rows.items[j]), PARTS[i].record->lapse_field, moment);
	}
}

bool rating_is_stated(const struct row *rating)
{
	return row_has(rating, RATING_RATING) && !row_is(rating, RATING_RATING, INSTRUMENT_UNKNOWN) &&
		!row_is(rating, RATING_RATING, INSTRUMENT_NOT_APPLICABLE);
}
