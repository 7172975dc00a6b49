/* pages_assessment.c - one assessment: where it stands and whose turn it is; and, when the seals are off, both ratings side by side with
 * what was made of them, on what evidence, until when, and how it can be contested. */
#include "areas/assessment/pages_common.h"

/* ---- where it stands ---- */

static struct text rater_name(struct page *page, const struct view *view, int field)
{
	return row_has(view->assessment, field) ? page_value(page, &RECORD_ASSESSMENT.fields[field], row_value(view->assessment, field)) : T(page, N_("Nobody yet"));
}

static void write_rater(struct page *page, const struct view *view, bool second)
{
	const struct row *row = view->assessment, *sheet = view->sheets[second];
	int field = second ? ASSESSMENT_SECOND : ASSESSMENT_ASSESSOR;
	bool mine = text_equal(row_text(row, field), page->actor->id);
	bool in = row_has(row, second ? ASSESSMENT_SECOND_RATED_AT : ASSESSMENT_SUBMITTED_AT);
	struct text here = path_assessment(page, row->id, "");
	struct task task = { .name = T(page, second ? N_("Second rating, blind to the first") : N_("First rating")), .hint = rater_name(page, view, field),
		.colour = "grey", .status = T(page, N_("Not started")) };
	if (sheet && row_is(sheet, SHEET_STATE, "draft")) {
		task.colour = "teal";
		task.status = T(page, N_("In progress"));
	} else if (in) {
		task.colour = "green";
		task.status = T(page, N_("Submitted"));
	}
	if (mine && sheet)
		task.href = path_assessment(page, row->id, "/work");
	else if (mine && view_may_begin(page, view))
		task.href = path_do(page, text_empty(), &ACT_ASSESSMENT_BEGIN, "assessment", row->id, path_assessment(page, row->id, "/work"));
	else if (!row_has(row, field) && page_may_act(page, &ACT_ASSESSMENT_ASSIGN) && !row_is(row, ASSESSMENT_STATE, "cancelled"))
		task.href = path_with(page, path_do(page, text_empty(), &ACT_ASSESSMENT_ASSIGN, "assessment", row->id, here), "position",
			second ? TEXT_OF("second") : TEXT_OF("first"));
	task_list_step(page, &task);
}

static void write_step(struct page *page, const struct view *view, const struct act *act, struct text name, bool done, bool now)
{
	struct task task = { .name = name, .colour = done ? "green" : now ? "yellow" : NULL,
		.status = done ? T(page, N_("Done")) : now ? T(page, N_("To do")) : T(page, N_("Cannot start yet")) };
	if (now && page_may_act(page, act))
		task.href = path_do(page, text_empty(), act, "assessment", view->assessment->id, path_assessment(page, view->assessment->id, ""));
	task_list_step(page, &task);
}

static void write_steps(struct page *page, const struct view *view)
{
	const struct row *row = view->assessment;
	bool second = row_is_yes(row, ASSESSMENT_SECOND_NEEDED), final = row_has(row, ASSESSMENT_FINAL_AT);
	bool concluded = row_is(row, ASSESSMENT_STATE, "consensus") || row_is(row, ASSESSMENT_STATE, "dissent");
	widget_heading(page, 2, T(page, N_("Where it stands")));
	if (row_is_yes(row, ASSESSMENT_DRAWN))
		widget_paragraph(page, T(page, N_("This assessment was drawn by lot for a second rating. The lot comes from the data of the request: nobody chose it, and asking anew changes nothing.")));
	task_list_begin(page);
	write_rater(page, view, false);
	if (second) {
		write_rater(page, view, true);
		write_step(page, view, &ACT_ASSESSMENT_CONCLUDE, T(page, N_("The raters come together")), concluded || final, row_is(row, ASSESSMENT_STATE, "second_rated"));
	}
	write_step(page, view, &ACT_ASSESSMENT_FINALISE, T(page, N_("Made final by a third person")), final, concluded || (!second && row_is(row, ASSESSMENT_STATE, "submitted")));
	if (row_has(row, ASSESSMENT_PERSON))
		write_step(page, view, &ACT_ASSESSMENT_DISCLOSE, T(page, N_("Told to the person")), row_has(row, ASSESSMENT_DISCLOSED_AT), assessment_is_final(row));
	task_list_end(page);
}

/* ---- side by side ---- */

static void write_said(struct page *page, const struct view *view, const struct row *rating)
{
	widget_table_cell_begin(page);
	if (!rating || !row_has(rating, RATING_RATING)) {
		html_text(&page->html, T(page, N_("No rating")));
	} else {
		html_element(&page->html, "strong", NULL, rating_words(page, &view->instrument, row_text(rating, RATING_RATING)));
		if (row_has(rating, RATING_EVIDENCE)) {
			html_void(&page->html, "br");
			html_begin(&page->html, "bdi");
			html_text(&page->html, row_text(rating, RATING_EVIDENCE));
			html_end(&page->html);
		}
		if (row_has(rating, RATING_SOURCES)) {
			html_text(&page->html, TEXT_OF(" "));
			html_element(&page->html, "span", "custos-quiet", page_message_with(page, N_("Sources: {marks}"), "marks", row_text(rating, RATING_SOURCES), NULL));
		}
	}
	widget_table_cell_end(page);
}

static void write_settled(struct page *page, const struct view *view, struct text item, bool differs, bool factor)
{
	const struct row *agreement = NULL;
	for (size_t i = 0; i < view->settled.count; i++)
		agreement = row_is(view->settled.items[i], AGREEMENT_ITEM, item.data) ? view->settled.items[i] : agreement;
	bool may = row_is(view->assessment, ASSESSMENT_STATE, "second_rated") && view->own;
	widget_table_cell_begin(page);
	if (agreement) {
		struct text code = row_text(agreement, AGREEMENT_RATING);
		html_text(&page->html, row_is(agreement, AGREEMENT_RESULT, "dissent") ? T(page, N_("Dissent kept")) :
			factor ? rating_words(page, &view->instrument, code) : level_words(page, &view->instrument, code));
		html_void(&page->html, "br");
		html_element(&page->html, "bdi", NULL, row_text(agreement, AGREEMENT_NOTE));
	} else if (!differs) {
		widget_tag(page, "green", T(page, N_("The same")));
	} else {
		widget_tag(page, "yellow", T(page, N_("Different")));
	}
	if (may && (differs || agreement)) {
		html_text(&page->html, TEXT_OF(" "));
		html_link(&page->html, "govuk-link", arena_format(page->arena, "/assessments/%.*s/settle/%.*s",
			TEXT_FORMAT(view->assessment->id), TEXT_FORMAT(item)), page_message_with(page, N_("Settle {item}"), "item", item, NULL));
	}
	widget_table_cell_end(page);
}

static struct text code_of(const struct row *row, int field)
{
	return row ? row_text(row, field) : text_empty();
}

static void write_domain(struct page *page, const struct view *view, const struct domain *domain)
{
	static const char *const ONE[] = { N_("Factor"), N_("First rater"), NULL }, *const TWO[] = { N_("Factor"), N_("First rater"), N_("Second rater"), N_("Together"), NULL };
	widget_table_begin(page, instrument_words(page, &domain->title), view->sheets[1] ? TWO : ONE);
	for (size_t i = domain->first; i < domain->first + domain->count; i++) {
		const struct factor *factor = &view->instrument.factors[i];
		const struct row *first = view_part(&view->ratings, view->sheets[0], RATING_FACTOR, factor->code),
			*second = view_part(&view->ratings, view->sheets[1], RATING_FACTOR, factor->code);
		widget_table_row(page);
		widget_table_cell(page, instrument_words(page, &factor->title));
		write_said(page, view, first);
		if (view->sheets[1]) {
			write_said(page, view, second);
			write_settled(page, view, factor->code, !text_equal(code_of(first, RATING_RATING), code_of(second, RATING_RATING)), true);
		}
	}
	widget_table_end(page);
}

static void write_level(struct page *page, const struct view *view, const struct row *judgement)
{
	widget_table_cell_begin(page);
	if (judgement) {
		html_element(&page->html, "strong", NULL, level_words(page, &view->instrument, row_text(judgement, JUDGEMENT_LEVEL)));
		html_void(&page->html, "br");
		html_element(&page->html, "bdi", NULL, row_text(judgement, JUDGEMENT_WORDS));
		html_void(&page->html, "br");
		html_element(&page->html, "span", "custos-quiet", page_message_with(page, N_("Limits: {limits}"), "limits", row_text(judgement, JUDGEMENT_LIMITS), NULL));
	}
	widget_table_cell_end(page);
}

static void write_judgements(struct page *page, const struct view *view)
{
	static const char *const ONE[] = { N_("Outcome"), N_("First rater"), NULL }, *const TWO[] = { N_("Outcome"), N_("First rater"), N_("Second rater"), N_("Together"), NULL };
	widget_table_begin(page, T(page, N_("Judgement")), view->sheets[1] ? TWO : ONE);
	for (size_t i = 0; i < view->instrument.outcome_count; i++) {
		struct text code = view->instrument.outcomes[i].code;
		const struct row *first = view_part(&view->judgements, view->sheets[0], JUDGEMENT_OUTCOME, code),
			*second = view_part(&view->judgements, view->sheets[1], JUDGEMENT_OUTCOME, code);
		widget_table_row(page);
		widget_table_cell(page, instrument_words(page, &view->instrument.outcomes[i].words));
		write_level(page, view, first);
		if (view->sheets[1]) {
			write_level(page, view, second);
			write_settled(page, view, code, !text_equal(code_of(first, JUDGEMENT_LEVEL), code_of(second, JUDGEMENT_LEVEL)), false);
		}
	}
	widget_table_end(page);
}

static void write_words(struct page *page, const struct row *sheet)
{
	static const int FIELDS[] = { SHEET_INTERVIEW, SHEET_INTERVIEW_NOTE, SHEET_INTERPRETER, SHEET_OBSERVED_FROM, SHEET_OBSERVED_UNTIL, SHEET_HOW_AROSE,
		SHEET_MAINTAINS, SHEET_REDUCES, SHEET_ALTERNATIVES, SHEET_LIMITS };
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
		struct text value = page_value(page, &RECORD_RATING_SHEET.fields[FIELDS[i]], row_value(sheet, FIELDS[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_RATING_SHEET.fields[FIELDS[i]].label), value);
	}
	widget_summary_end(page);
}

static void write_open(struct page *page, const struct view *view)
{
	static const int SOURCES[] = { SOURCE_MARK, SOURCE_TEXT, SOURCE_KIND, SOURCE_DATE, SOURCE_RELIABILITY, -1 };
	static const int SCENARIOS[] = { SCENARIO_KIND, SCENARIO_WHAT, SCENARIO_LIKELIHOOD, SCENARIO_WARNING, SCENARIO_PROTECTIVE, -1 };
	write_judgements(page, view);
	for (size_t i = 0; i < view->instrument.domain_count; i++)
		write_domain(page, view, &view->instrument.domains[i]);
	for (int i = 0; i < 2; i++) {
		if (!view->sheets[i])
			continue;
		widget_heading(page, 2, T(page, i ? N_("In the words of the second rater") : N_("In the words of the first rater")));
		write_words(page, view->sheets[i]);
		struct rows sources = rows_of_sheet(page, &view->sources, view->sheets[i]);
		rows_table(page, N_("Sources"), &sources, SOURCES, N_("No source is named."));
	}
	if (view->scenarios.count)
		rows_table(page, N_("Scenarios"), &view->scenarios, SCENARIOS, N_("No scenario."));
}

/* ---- what it means for the person ---- */

static void write_why(struct page *page, const struct view *view)
{
	const struct row *row = view->assessment, *first = view->sheets[0];
	struct html *h = &page->html;
	card_begin(page, N_("Why is this here"));
	html_element(h, "p", "govuk-body-s", page_message_with(page, N_("Rated by {first} and {second}; made final by {third}."), "first",
		rater_name(page, view, ASSESSMENT_ASSESSOR), "second", rater_name(page, view, ASSESSMENT_SECOND), "third", rater_name(page, view, ASSESSMENT_APPROVED_BY), NULL));
	if (row_has(row, ASSESSMENT_VALID_UNTIL))
		html_element(h, "p", "govuk-body-s", page_message_with(page, N_("It ends on {date} by itself. Nobody has to lift it."), "date",
			page_date(page, row_date(row, ASSESSMENT_VALID_UNTIL)), NULL));
	html_element(h, "p", "govuk-body-s", page_message_with(page, N_("The way down: {words}"), "words",
		first && row_has(first, SHEET_REDUCES) ? row_text(first, SHEET_REDUCES) : T(page, N_("not written yet; ask the first rater")), NULL));
	html_element(h, "p", "govuk-body-s", T(page, N_("The person can contest it at any time: what is asked stays with the assessment.")));
	html_end(h);
	card_begin(page, N_("What it must not be used for"));
	html_element(h, "p", "govuk-body-s", instrument_words(page, &view->instrument.limits));
	html_end(h);
}

static void write_actions(struct page *page, const struct view *view)
{
	static const struct act *const ACTS[] = { &ACT_CORRECTION_ASK, &ACT_ASSESSMENT_CANCEL, &ACT_ASSESSMENT_END };
	const struct row *row = view->assessment;
	/* What has ended is no page for most of those who end it: they go to the list. */
	struct text here = path_assessment(page, row->id, ""),
		list = row_has(row, ASSESSMENT_PERSON) ? path_subject(page, row_text(row, ASSESSMENT_PERSON), "/assessments") : TEXT_OF("/assessments");
	bool final = row_has(row, ASSESSMENT_FINAL_AT), over = row_is(row, ASSESSMENT_STATE, "expired") || row_is(row, ASSESSMENT_STATE, "cancelled");
	actions_begin(page);
	if (view->own && row_is(view->own, SHEET_STATE, "draft"))
		widget_button_link(page, path_assessment(page, row->id, "/work"), T(page, N_("Go on rating")), false);
	else if (view_may_begin(page, view))
		action_link(page, &ACT_ASSESSMENT_BEGIN, path_do(page, text_empty(), &ACT_ASSESSMENT_BEGIN, "assessment", row->id, path_assessment(page, row->id, "/work")), true);
	if (final && row_has(row, ASSESSMENT_PERSON))
		widget_button_link(page, path_assessment(page, row->id, "/copy"), T(page, N_("Copy for the person")), true);
	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
		bool fits = i == 0 ? final && row_has(row, ASSESSMENT_PERSON) : i == 1 ? !final && !over : final && !over;
		if (fits)
			action_link(page, ACTS[i], path_do(page, text_empty(), ACTS[i], "assessment", row->id, i == 2 ? list : here), false);
	}
	for (int i = 0; i < 2 && !final; i++)
		if (view->sheets[i] && row_is(view->sheets[i], SHEET_STATE, "submitted") && !row_is_yes(view->sheets[i], SHEET_SEALED))
			action_link(page, &ACT_ASSESSMENT_RETURN, path_do(page, text_empty(), &ACT_ASSESSMENT_RETURN, "rating_sheet", view->sheets[i]->id, here), false);
	actions_end(page);
}

static void write_after(struct page *page, const struct view *view)
{
	static const int TASKS[] = { TASK_QUESTION, TASK_FACTOR, TASK_STATE, TASK_ANSWER, -1 };
	static const int CORRECTIONS[] = { CORRECTION_WHAT, CORRECTION_RIGHT, CORRECTION_STATE, CORRECTION_ANSWER, -1 };
	static const int TOLD[] = { ASSESSMENT_CONCLUSION_NOTE, ASSESSMENT_DISSENT, ASSESSMENT_DISCLOSURE, ASSESSMENT_DISCLOSURE_GROUND, ASSESSMENT_PERSON_COMMENTS };
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++)
		if (row_has(view->assessment, TOLD[i]))
			widget_summary_row(page, page_message(page, RECORD_ASSESSMENT.fields[TOLD[i]].label),
				page_value(page, &RECORD_ASSESSMENT.fields[TOLD[i]], row_value(view->assessment, TOLD[i])));
	widget_summary_end(page);
	if (view->tasks.count)
		rows_table(page, N_("Information to find"), &view->tasks, TASKS, N_("Nothing is looked for."));
	if (view->corrections.count)
		rows_table(page, N_("Corrections asked by the person"), &view->corrections, CORRECTIONS, N_("Nothing is contested."));
}

void page_assessment(struct page *page)
{
	struct view view;
	const char *colour;
	struct html *h = &page->html;
	if (!view_open(page, &view))
		return;
	page->back = row_has(view.assessment, ASSESSMENT_PERSON) ? path_subject(page, row_text(view.assessment, ASSESSMENT_PERSON), "/assessments") : TEXT_OF("/assessments");
	page->back_label = T(page, N_("Assessments"));
	page->caption = page_value(page, &RECORD_ASSESSMENT.fields[ASSESSMENT_PURPOSE], row_value(view.assessment, ASSESSMENT_PURPOSE));
	page->wide = true;
	page_begin(page, instrument_words(page, &view.instrument.title));
	html_begin_class(h, "p", "govuk-body");
	struct text state = state_words(page, view.assessment, view.today, &colour);
	widget_tag(page, colour, state);
	html_end(h);
	write_actions(page, &view);
	html_begin_class(h, "div", "custos-columns");
	html_begin_class(h, "div", "custos-columns__main");
	write_steps(page, &view);
	bool open = view.sheets[0] && !row_is_yes(view.sheets[0], SHEET_SEALED);
	if (open)
		write_open(page, &view);
	else
		widget_paragraph(page, T(page, N_("What the raters write is sealed: each sees only his or her own until all have submitted.")));
	write_after(page, &view);
	html_end(h);
	html_begin_class(h, "div", "custos-columns__side");
	write_why(page, &view);
	html_end(h);
	html_end(h);
	page_end(page);
}
