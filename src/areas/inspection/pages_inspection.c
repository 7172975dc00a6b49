/* pages_inspection.c - inspections and visits, one inspection with its findings, its questions, and evidence with journal proofs. */
#include "areas/inspection/pages_common.h"
#include "format/json.h"
#include "journal/row_json.h"

/* ---- the list ---- */

static const int VISIT_COLUMNS[] = { VISIT_BODY, VISIT_ACCOUNT, VISIT_FROM, VISIT_UNTIL, VISIT_ENDED_AT, -1 };

void page_inspections(struct page *page)
{
	static const int COLUMNS[] = { INSPECTION_STARTED_ON, INSPECTION_FACILITY, INSPECTION_BODY_NAME, INSPECTION_KIND, INSPECTION_STATE, -1 };
	struct rows inspections, visits = { 0 };
	page->section = "inspections";
	if (!rows_where(page, &RECORD_INSPECTION, NULL, 0, INSPECTION_STARTED_ON, true, &inspections))
		return;
	if (page_may_read(page, &RECORD_INSPECTION_VISIT) && !rows_where(page, &RECORD_INSPECTION_VISIT, NULL, 0, VISIT_FROM, true, &visits))
		return;
	page_begin(page, T(page, N_("Inspections")));
	actions_begin(page);
	action_link(page, &ACT_INSPECTION_OPEN, path_do(page, text_empty(), &ACT_INSPECTION_OPEN, NULL, text_empty(), TEXT_OF("/inspections")), true);
	action_page(page, "/recommendations", N_("Recommendations"), false);
	action_page(page, "/inspections/compare", N_("Compare facilities and years"), false);
	if (page->actor->visiting)
		action_page(page, "/notebook", N_("My sealed notebook"), false);
	action_link(page, &ACT_VISIT_OPEN, path_do(page, text_empty(), &ACT_VISIT_OPEN, NULL, text_empty(), TEXT_OF("/inspections")), false);
	actions_end(page);
	rows_table(page, N_("Inspections, newest first"), &inspections, COLUMNS,
		N_("No inspection has been recorded yet. The inspectorate records one when it begins."));
	if (page_may_read(page, &RECORD_INSPECTION_VISIT))
		rows_table(page, N_("Visits of external inspectors"), &visits, VISIT_COLUMNS, N_("No visit has been opened."));
	page_end(page);
}

/* ---- one inspection ---- */

static bool parts_of(struct page *page, const struct row *inspection, struct rows *answers, struct rows *recommendations)
{
	const struct condition own_answers[] = { CONDITION_TEXT(ANSWER_INSPECTION, inspection->id) };
	const struct condition own_recommendations[] = { CONDITION_TEXT(RECOMMENDATION_INSPECTION, inspection->id) };
	return rows_where(page, &RECORD_INSPECTION_ANSWER, own_answers, 1, ANSWER_ANSWERED_AT, false, answers) &&
		rows_where(page, &RECORD_RECOMMENDATION, own_recommendations, 1, FIELD_CREATED_AT, false, recommendations);
}

static void write_findings(struct page *page, const struct rows *answers)
{
	widget_summary_begin(page);
	for (const struct choice *choice = FINDING_CHOICES; choice->code; choice++) {
		int64_t count = 0;
		for (size_t i = 0; i < answers->count; i++)
			count += row_is(answers->items[i], ANSWER_FINDING, choice->code) ? 1 : 0;
		widget_summary_row(page, page_message(page, choice->label), format_integer(page->language, page->arena, count));
	}
	widget_summary_end(page);
}

void page_inspection(struct page *page)
{
	static const int ANSWERS[] = { ANSWER_QUESTION, ANSWER_RULE, ANSWER_FINDING, ANSWER_METHOD, ANSWER_EVIDENCE, -1 };
	static const int RECOMMENDATIONS[] = { RECOMMENDATION_TEXT, RECOMMENDATION_CLASS, RECOMMENDATION_RULE, RECOMMENDATION_OWNER,
		RECOMMENDATION_TARGET_ON, RECOMMENDATION_STATE, RECOMMENDATION_REPEATED, -1 };
	struct rows answers, recommendations;
	const struct row *inspection = row_open(page, &RECORD_INSPECTION, "inspections");
	if (!inspection || !parts_of(page, inspection, &answers, &recommendations))
		return;
	struct text here = path_of(page, "inspections", inspection->id);
	bool open = row_is(inspection, INSPECTION_STATE, "open");
	page->back = TEXT_OF("/inspections");
	page->caption = page_value(page, &RECORD_INSPECTION.fields[INSPECTION_FACILITY], row_value(inspection, INSPECTION_FACILITY));
	page_begin(page, row_title(page->arena, inspection));
	actions_begin(page);
	widget_button_link(page, arena_format(page->arena, "%.*s/questions", TEXT_FORMAT(here)), T(page, N_("Questions and answers")), !open);
	if (open)
		action_link(page, &ACT_INSPECTION_SEND, path_do(page, text_empty(), &ACT_INSPECTION_SEND, "inspection", inspection->id, here), false);
	action_link(page, &ACT_INSPECTION_RECOMMEND, path_do(page, text_empty(), &ACT_INSPECTION_RECOMMEND, "inspection", inspection->id, here), false);
	if (row_is(inspection, INSPECTION_STATE, "sent"))
		action_link(page, &ACT_INSPECTION_PUBLISH, path_do(page, text_empty(), &ACT_INSPECTION_PUBLISH, "inspection", inspection->id, here), false);
	actions_end(page);
	widget_summary_begin(page);
	for (int i = INSPECTION_KIND; i < INSPECTION_FIELDS; i++)
		if (row_has(inspection, i))
			widget_summary_row(page, page_message(page, RECORD_INSPECTION.fields[i].label),
				i == INSPECTION_FORM ? choice_label(page, ACT_INSPECTION_OPEN.input_record, IO_FORM, row_text(inspection, i))
						     : page_value(page, &RECORD_INSPECTION.fields[i], row_value(inspection, i)));
	widget_summary_end(page);
	widget_heading(page, 2, T(page, N_("Findings")));
	write_findings(page, &answers);
	rows_table(page, N_("Answers"), &answers, ANSWERS, N_("No question has been answered yet."));
	rows_table(page, N_("Recommendations"), &recommendations, RECOMMENDATIONS, N_("No recommendation has been made."));
	page_end(page);
}

/* ---- questions ---- */

struct asking {
	const struct row *inspection;
	struct rows answers;
	struct text here;
	bool open;
};

static const struct row *answer_of(const struct asking *asking, struct text code)
{
	for (size_t i = 0; i < asking->answers.count; i++)
		if (text_equal(row_text(asking->answers.items[i], ANSWER_QUESTION), code))
			return asking->answers.items[i];
	return NULL;
}

static void question_cells(struct page *page, const struct asking *asking, struct text code, struct text rule)
{
	const struct row *answer = answer_of(asking, code);
	widget_table_cell_begin(page);
	widget_rule(page, rule);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (answer)
		widget_value(page, answer, ANSWER_FINDING);
	else
		html_text(&page->html, T(page, N_("Not answered")));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (asking->open && page_may_act(page, &ACT_INSPECTION_ANSWER)) {
		struct text path = path_with(page, path_do(page, text_empty(), &ACT_INSPECTION_ANSWER, "inspection", asking->inspection->id, asking->here),
			"question", code);
		html_begin_class(&page->html, "a", "govuk-link");
		html_attribute(&page->html, "href", path);
		html_text(&page->html, answer ? T(page, N_("Change the answer")) : T(page, N_("Answer")));
		html_element(&page->html, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s", TEXT_FORMAT(code)));
		html_end(&page->html);
	}
	widget_table_cell_end(page);
}

static const char *const QUESTION_HEADINGS[] = { N_("Question"), N_("Rule"), N_("Finding"), N_("What to do"), NULL };

static void write_form(struct page *page, const struct asking *asking)
{
	const char *heading = NULL;
	for (const struct form_question *question = FORM_QUESTIONS; question->form; question++) {
		if (!row_is(asking->inspection, INSPECTION_FORM, question->form))
			continue;
		if (heading != question->heading) {
			if (heading)
				widget_table_end(page);
			widget_table_begin(page, page_message(page, question->heading), QUESTION_HEADINGS);
		}
		heading = question->heading;
		widget_table_row(page);
		widget_table_cell(page, page_message(page, question->question));
		question_cells(page, asking, text_from(question->code), text_from(question->rule));
	}
	if (heading)
		widget_table_end(page);
}

/* The instrument on the Rules: every row of one heading; the headings are long enough to be taken one by one. */
static void write_register(struct page *page, const struct asking *asking)
{
	const char *codes[64], *labels[64];
	size_t count, parts = register_part_count(), chosen = 0;
	const struct register_row *rows = register_rows(&count);
	for (size_t i = 0; i < parts && i < 64; i++) {
		codes[i] = register_part_code(i);
		labels[i] = register_part_label(i);
		if (text_equal_string(page_query(page, "part"), codes[i]))
			chosen = i;
	}
	filters_begin(page, N_("Choose a heading"));
	filters_select(page, "part", N_("Heading"), codes, labels, parts);
	filters_end(page);
	widget_table_begin(page, page_message(page, register_part_label(chosen)), QUESTION_HEADINGS);
	for (size_t i = 0; i < count; i++) {
		if (register_part(&rows[i]) != chosen)
			continue;
		const struct rule *rule = registry_rule(page->registry, rows[i].rule);
		widget_table_row(page);
		widget_table_cell_begin(page);
		if (rule)
			html_text(&page->html, page_message(page, rule->text));
		else
			write_register_words(page, rows[i].requirement);
		widget_table_cell_end(page);
		question_cells(page, asking, rows[i].rule, rows[i].rule);
	}
	widget_table_end(page);
}

void page_inspection_questions(struct page *page)
{
	struct rows recommendations;
	struct asking asking = { .inspection = row_open(page, &RECORD_INSPECTION, "inspections") };
	if (!asking.inspection || !parts_of(page, asking.inspection, &asking.answers, &recommendations))
		return;
	bool whole = row_is(asking.inspection, INSPECTION_FORM, "custos");
	asking.open = row_is(asking.inspection, INSPECTION_STATE, "open");
	asking.here = path_of(page, "inspections", asking.inspection->id);
	page->back = asking.here;
	if (whole && !text_is_empty(page_query(page, "part")))
		asking.here = arena_format(page->arena, "%.*s/questions?part=%.*s", TEXT_FORMAT(asking.here), TEXT_FORMAT(page_query(page, "part")));
	else
		asking.here = arena_format(page->arena, "%.*s/questions", TEXT_FORMAT(asking.here));
	page->wide = true;
	page->caption = row_title(page->arena, asking.inspection);
	page_begin(page, T(page, N_("Questions and answers")));
	if (!asking.open)
		widget_paragraph(page, T(page, N_("The report has been sent: its answers stand. Open a follow-up inspection to look again.")));
	if (whole)
		write_register(page, &asking);
	else
		write_form(page, &asking);
	page_end(page);
}

/* ---- evidence with proofs ---- */

/* One file for somebody who does not trust us: the row as it stands, each entry as written, and its proof against a signed head. */
void page_evidence(struct page *page)
{
	const struct record *record = registry_record(page->registry, page->parameters.values[0]);
	struct text id = page->parameters.values[1];
	struct change *changes;
	struct error_list errors;
	size_t count;
	error_list_begin(&errors, page->arena);
	if (!record)
		error_say(&errors, E_NOT_FOUND, NULL, N_("There is nothing here that you can open"));
	if (!record || !query_history(page->query, record, id, &changes, &count, &errors)) {
		page_fail(page, &errors);
		return;
	}
	struct text file = arena_format(page->arena, "custos-evidence/v1 %s/%.*s\n", record->name, TEXT_FORMAT(id));
	for (size_t i = 0; i < count; i++) {
		struct text proof;
		struct json_writer json;
		if (!journal_proof(query_connection(page->query), page->arena, changes[i].entry.log, changes[i].entry.index, &proof, &errors)) {
			page_fail(page, &errors);
			return;
		}
		json_start(&json, page->arena);
		if (changes[i].row)
			row_write_json(&json, changes[i].row);
		else
			json_null(&json);
		file = arena_format(page->arena, "%.*s\n--- version %lld\n%.*s\n--- entry\n%.*s\n--- proof\n%.*s", TEXT_FORMAT(file),
			(long long)changes[i].entry.revision, TEXT_FORMAT(json_finish(&json)), TEXT_FORMAT(changes[i].entry.entry), TEXT_FORMAT(proof));
	}
	page_file(page, "text/plain; charset=utf-8", file, arena_format(page->arena, "evidence-%s-%.*s.txt", record->name, TEXT_FORMAT(id)));
}

void page_recommendations(struct page *page)
{
	page->section = "inspections";
	page_list(page, &RECORD_RECOMMENDATION);
}
