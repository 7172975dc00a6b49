/* pages_common.c - reading an assessment for a page, and the words of an instrument in the reader's language. */
#include "areas/assessment/pages_common.h"

struct text path_assessment(struct page *page, struct text id, const char *rest)
{
	return arena_format(page->arena, "/assessments/%.*s%s", TEXT_FORMAT(id), rest);
}

struct text instrument_words(struct page *page, const struct words *words)
{
	return words_in(words, page->language->code);
}

static struct text coded_words(struct page *page, const struct labelled *labels, size_t count, struct text code)
{
	const struct labelled *label = labelled_find(labels, count, code);
	if (label)
		return instrument_words(page, &label->words);
	if (text_equal_string(code, INSTRUMENT_UNKNOWN))
		return T(page, N_("Unknown"));
	if (text_equal_string(code, INSTRUMENT_NOT_APPLICABLE))
		return T(page, N_("Not applicable"));
	return code;
}

struct text rating_words(struct page *page, const struct instrument *instrument, struct text code)
{
	return coded_words(page, instrument->labels, instrument->label_count, code);
}

struct text level_words(struct page *page, const struct instrument *instrument, struct text code)
{
	return coded_words(page, instrument->levels, instrument->level_count, code);
}

struct text factor_kind_words(struct page *page, const struct factor *factor)
{
	static const struct { const char *kind, *changes, *stays; } KINDS[] = {
		{ "risk", N_("Risk factor that can change"), N_("Risk factor that does not change") },
		{ "protective", N_("Protective factor that can change"), N_("Protective factor that does not change") },
		{ "motivational", N_("Motive that can change"), N_("Motive that does not change") },
		{ "context", N_("Circumstance that can change"), N_("Circumstance that does not change") } };
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (text_equal_string(factor->kind, KINDS[i].kind))
			return page_message(page, factor->dynamic ? KINDS[i].changes : KINDS[i].stays);
	return factor->kind;
}

struct text state_words(struct page *page, const struct row *assessment, struct date today, const char **out_colour)
{
	bool final = assessment_is_final(assessment), valid = assessment_is_valid(assessment, today);
	*out_colour = valid ? "green" : final || row_is(assessment, ASSESSMENT_STATE, "expired") || row_is(assessment, ASSESSMENT_STATE, "cancelled") ? "grey" : "teal";
	return choice_label(page, &RECORD_ASSESSMENT, ASSESSMENT_STATE, row_has_lapsed(assessment, page->now) || (final && !valid) ? TEXT_OF("expired") : row_text(assessment, ASSESSMENT_STATE));
}

void write_quiet(struct page *page, struct text words)
{
	html_element(&page->html, "p", "govuk-body-s custos-quiet", words);
}

const struct row *view_part(const struct rows *rows, const struct row *sheet, int field, struct text code)
{
	for (size_t i = 0; sheet && i < rows->count; i++)
		if (text_equal(row_text(rows->items[i], PART_SHEET), sheet->id) && text_equal(row_text(rows->items[i], field), code))
			return rows->items[i];
	return NULL;
}

struct rows rows_of_sheet(struct page *page, const struct rows *rows, const struct row *sheet)
{
	struct rows own = { ARENA_ARRAY(page->arena, struct row *, rows->count + 1), 0 };
	for (size_t i = 0; sheet && i < rows->count; i++)
		if (text_equal(row_text(rows->items[i], PART_SHEET), sheet->id))
			own.items[own.count++] = rows->items[i];
	return own;
}

static struct condition ended(const struct page *page, int field)
{
	return (struct condition){ .field = field, .comparison = LESS_OR_EQUAL, .value = value_integer(page->now) };
}

/* Sealed sheets of others are not in the list at all: what is read here is what may be shown. */
static bool read_parts(struct page *page, struct view *view)
{
	static const struct { const struct record *record; int field; size_t offset; } PARTS[] = {
		{ &RECORD_EVIDENCE_SOURCE, PART_ASSESSMENT, offsetof(struct view, sources) }, { &RECORD_FACTOR_RATING, PART_ASSESSMENT, offsetof(struct view, ratings) },
		{ &RECORD_RISK_SCENARIO, PART_ASSESSMENT, offsetof(struct view, scenarios) }, { &RECORD_OUTCOME_JUDGEMENT, PART_ASSESSMENT, offsetof(struct view, judgements) },
		{ &RECORD_FACTOR_AGREEMENT, AGREEMENT_ASSESSMENT, offsetof(struct view, settled) }, { &RECORD_INFORMATION_TASK, TASK_ASSESSMENT, offsetof(struct view, tasks) },
		{ &RECORD_ASSESSMENT_CORRECTION, CORRECTION_ASSESSMENT, offsetof(struct view, corrections) } };
	struct rows sheets;
	/* Parts of what has lapsed are read by asking for their end (record.h). */
	bool lapsed = row_has_lapsed(view->assessment, page->now);
	const struct condition own[] = { CONDITION_TEXT(SHEET_ASSESSMENT, view->assessment->id), ended(page, SHEET_ENDS_AT) };
	if (!rows_where(page, &RECORD_RATING_SHEET, own, lapsed ? 2 : 1, FIELD_CREATED_AT, false, &sheets))
		return false;
	for (size_t i = 0; i < sheets.count; i++) {
		view->sheets[row_is(sheets.items[i], SHEET_POSITION, "second")] = sheets.items[i];
		if (text_equal(row_text(sheets.items[i], SHEET_RATER), page->actor->id))
			view->own = sheets.items[i];
	}
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
		const struct condition of[] = { CONDITION_TEXT(PARTS[i].field, view->assessment->id), ended(page, PARTS[i].record->lapse_field) };
		if (!rows_where(page, PARTS[i].record, of, lapsed && PARTS[i].record->lapsed_readers ? 2 : 1, FIELD_CREATED_AT, false, (struct rows *)((char *)view + PARTS[i].offset)))
			return false;
	}
	return true;
}

bool view_open(struct page *page, struct view *out)
{
	struct error_list errors;
	*out = (struct view){ .assessment = row_open(page, &RECORD_ASSESSMENT, "assessments") };
	error_list_begin(&errors, page->arena);
	if (!out->assessment)
		return false;
	if (!query_load(page->query, &RECORD_INSTRUMENT, row_text(out->assessment, ASSESSMENT_INSTRUMENT), &out->row, &errors) ||
		!instrument_read(page->arena, row_text(out->row, INSTRUMENT_DEFINITION), TEXT_OF("instrument"), &out->instrument, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	out->today = page_today(page, row_text(out->assessment, ASSESSMENT_FACILITY));
	return read_parts(page, out);
}

bool view_may_begin(struct page *page, const struct view *view)
{
	const struct row *row = view->assessment;
	bool open = row_is(row, ASSESSMENT_STATE, "assigned") || row_is(row, ASSESSMENT_STATE, "in_progress") || row_is(row, ASSESSMENT_STATE, "submitted");
	return open && !view->own && (text_equal(row_text(row, ASSESSMENT_ASSESSOR), page->actor->id) || text_equal(row_text(row, ASSESSMENT_SECOND), page->actor->id));
}
