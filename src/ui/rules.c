/* rules.c - the register of rules: what runs as code, what is a question of inspection, what is open; each with its sources; help. */
#include "service/profile.h"
#include "service/rule_register.h"
#include "ui/internal.h"

static const char *kind_label(enum rule_kind kind)
{
	switch (kind) {
	case RULE_REFUSE:
		return N_("Refuses");
	case RULE_WARN:
		return N_("Warns");
	case RULE_BREACH:
		return N_("Records a breach");
	case RULE_DEADLINE:
		return N_("Sets a deadline");
	case RULE_EVIDENCE:
		return N_("Asks for evidence");
	}
	return "";
}

static const char *const KIND_CODES[] = {"hard-block", "warn", "deadline", "evidence", "inspection-only"};
static const char *const FORCE_CODES[] = {"shall", "should"};
static const char *const STATUS_CODES[] = {"code", "question", "open"};
static const char *const STATUS_COLOURS[] = {"green", "blue", "grey"};
enum { KINDS = 5, PARTS_MAXIMUM = 48 };

/* Words of the register are English and say so; where code has its own words they are translated. */
static void write_english(struct page *page, const char *element, struct text words)
{
	struct html *h = &page->html;
	html_begin(h, element);
	if (!text_equal_string(text_from(page->language->code), "en")) {
		html_attribute_string(h, "lang", "en");
		html_attribute_string(h, "dir", "ltr");
	}
	html_text(h, words);
	html_end(h);
}

static const struct rule *code_of(struct page *page, const struct register_row *row)
{
	const struct rule *rule = registry_rule(page->registry, row->rule);
	for (size_t i = 0; rule == NULL && i < page->registry->rule_count; i++)
		if (register_row_has(row, text_from(page->registry->rules[i]->id)))
			rule = page->registry->rules[i];
	return rule;
}

static void write_words(struct page *page, const struct register_row *row, const char *element)
{
	const struct rule *rule = code_of(page, row);
	if (rule != NULL)
		html_element(&page->html, element, NULL, page_message(page, rule->text));
	else
		write_english(page, element, row->requirement);
}

/* ---- the list ---- */

static void write_filter(struct page *page)
{
	const char *labels[PARTS_MAXIMUM], *codes[PARTS_MAXIMUM];
	size_t parts = register_part_count();
	filters_begin(page, N_("Filter the rules"));
	for (size_t i = 0; i < parts && i < PARTS_MAXIMUM; i++) {
		codes[i] = register_part_code(i);
		labels[i] = register_part_label(i);
	}
	filters_select(page, "part", N_("Heading"), codes, labels, parts);
	for (size_t i = 0; i < KINDS; i++)
		labels[i] = register_kind_label(text_from(KIND_CODES[i]));
	filters_select(page, "kind", N_("What it does"), KIND_CODES, labels, KINDS);
	for (size_t i = 0; i < 2; i++)
		labels[i] = register_force_label((enum register_force)i);
	filters_select(page, "force", N_("Force"), FORCE_CODES, labels, 2);
	for (size_t i = 0; i < REGISTER_STATUS_COUNT; i++)
		labels[i] = register_status_label((enum register_status)i);
	filters_select(page, "status", N_("In this program"), STATUS_CODES, labels, REGISTER_STATUS_COUNT);
	filters_end(page);
}

static bool is_chosen(struct page *page, const struct register_row *row)
{
	return filters_take(page, "part", register_part_code(register_part(row))) && filters_take(page, "kind", arena_string(page->arena, row->kind)) &&
		filters_take(page, "force", FORCE_CODES[register_force(row)]) &&
		filters_take(page, "status", STATUS_CODES[register_status(page->registry, row)]);
}

static void write_line(struct page *page, const struct register_row *row)
{
	enum register_status status = register_status(page->registry, row);
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_rule(page, row->rule);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_words(page, row, "span");
	widget_table_cell_end(page);
	widget_table_cell(page, page_message(page, register_kind_label(row->kind)));
	widget_table_cell(page, page_message(page, register_force_label(register_force(row))));
	widget_table_cell_begin(page);
	widget_tag(page, STATUS_COLOURS[status], page_message(page, register_status_label(status)));
	widget_table_cell_end(page);
}

void page_rules(struct page *page)
{
	static const char *const headings[] = {N_("Rule"), N_("Words"), N_("What it does"), N_("Force"), N_("In this program"), NULL};
	size_t count, shown = 0;
	const struct register_row *rows = register_rows(&count);
	page->wide = true;
	page_begin(page, T(page, N_("Rules and their words")));
	widget_paragraph(page, T(page, N_("The Nelson Mandela Rules and the texts beside them, in our own words. What runs as code is looked at whenever "
					  "somebody acts; the rest is asked at inspections.")));
	actions_begin(page);
	widget_button_link(page, TEXT_OF("/profile"), T(page, N_("Numbers in force")), true);
	actions_end(page);
	write_filter(page);
	for (size_t i = 0; i < count; i++)
		shown += is_chosen(page, &rows[i]) ? 1 : 0;
	list_count(page, page_count(page, N_("{count} row of the register"), N_("{count} rows of the register"), (int64_t)shown));
	if (shown == 0) {
		widget_empty(page, N_("No rule fits these choices"), N_("Show all rules"), TEXT_OF("/rules"));
		page_end(page);
		return;
	}
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = 0; i < count; i++)
		if (is_chosen(page, &rows[i]))
			write_line(page, &rows[i]);
	widget_table_end(page);
	page_end(page);
}

/* ---- one rule ---- */

static void write_names(struct page *page, const struct rule *rule)
{
	struct html *h = &page->html;
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	for (const char *const *name = rule->acts; name != NULL && *name != NULL; name++)
		html_element(h, "li", NULL, page_act_label(page, text_from(*name)));
	for (const char *const *name = rule->clocks; name != NULL && *name != NULL; name++) {
		const struct clock_kind *clock = registry_clock(page->registry, text_from(*name));
		html_element(h, "li", NULL, clock != NULL ? page_message(page, clock->label) : text_from(*name));
	}
	html_end(h);
}

/* Everything of this program that belongs to the row: rules, clocks of no rule, evidence. */
static void write_code_of(struct page *page, const struct register_row *row)
{
	const struct registry *registry = page->registry;
	for (size_t i = 0; i < registry->rule_count; i++) {
		const struct rule *rule = registry->rules[i];
		if (!register_row_has(row, text_from(rule->id)))
			continue;
		widget_heading(page, 2, page_message_with(page, N_("{what}: {words}"), "what", page_message(page, kind_label(rule->kind)),
			"words", page_message(page, rule->text), NULL));
		if (rule->absolute)
			widget_paragraph(page, T(page, N_("No exceptions. Nobody can override this rule.")));
		write_names(page, rule);
	}
	bool begun = false;
	for (size_t i = 0; i < registry->evidence_count; i++) {
		const struct rule_evidence *evidence = registry->evidence[i];
		if (evidence->rule == NULL || !register_row_has(row, text_from(evidence->rule)))
			continue;
		if (!begun) {
			widget_heading(page, 2, T(page, N_("What shows that it is kept")));
			html_begin_class(&page->html, "ul", "govuk-list govuk-list--bullet");
		}
		begun = true;
		html_element(&page->html, "li", NULL, page_message(page, evidence->label));
	}
	if (begun)
		html_end(&page->html);
}

static bool line_cites(const struct profile_line *line, const struct register_row *row)
{
	struct text rules = line->rules, rule;
	while (text_next(&rules, ' ', &rule))
		if (register_row_has(row, rule))
			return true;
	return false;
}

static void write_parameters(struct page *page, const struct register_row *row)
{
	static const char *const headings[] = {N_("Number"), N_("In force"), N_("Bound"), N_("Source"), NULL};
	struct profile_line line;
	bool begun = false;
	for (size_t i = 0; profile_line(i, &line); i++) {
		if (!line_cites(&line, row))
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Numbers of this rule")), headings);
		begun = true;
		profile_line_write(page, &line);
	}
	if (begun)
		widget_table_end(page);
}

static void english_row(struct page *page, const char *label, struct text words)
{
	struct html *h = &page->html;
	if (text_is_empty(words) || text_equal_string(words, "-") || text_equal_string(words, "none"))
		return;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", page_message(page, label));
	html_begin_class(h, "dd", "govuk-summary-list__value");
	write_english(page, "span", words);
	html_end(h);
	html_end(h);
}

void page_rule(struct page *page)
{
	const struct register_row *row = register_find(page->parameters.values[0]);
	if (row == NULL) {
		page_not_found(page);
		return;
	}
	const struct rule *rule = code_of(page, row);
	const char *title = text_starts_with(row->rule, TEXT_OF("NMR-")) ? register_title(row->number_of_rule) : NULL;
	page->back = TEXT_OF("/rules");
	page->caption = page_message_with(page, N_("Rule {rule}"), "rule", row->rule, NULL);
	page_begin(page, title != NULL ? page_message(page, title) : rule != NULL ? page_message(page, rule->text) : row->topic);
	html_begin_class(&page->html, "p", "govuk-body-l");
	write_words(page, row, "span");
	html_end(&page->html);
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Heading")), page_message(page, register_part_label(register_part(row))));
	widget_summary_row(page, T(page, N_("What it does")), page_message(page, register_kind_label(row->kind)));
	widget_summary_row(page, T(page, N_("Force")), page_message(page, register_force_label(register_force(row))));
	widget_summary_row(page, T(page, N_("In this program")), page_message(page, register_status_label(register_status(page->registry, row))));
	if (register_is_absolute(row->rule))
		widget_summary_row(page, T(page, N_("Exceptions")), T(page, N_("None. Nobody can override this rule.")));
	english_row(page, N_("Condition"), row->condition);
	english_row(page, N_("Number in the text"), row->number);
	english_row(page, N_("Who is told"), row->told);
	english_row(page, N_("See also"), row->related);
	widget_summary_row(page, T(page, N_("Source")), page_message(page, register_source_label(row)));
	english_row(page, N_("Text"), row->source);
	widget_summary_end(page);
	write_code_of(page, row);
	write_parameters(page, row);
	page_end(page);
}

void page_help(struct page *page)
{
	page->narrow = true;
	page_begin(page, T(page, N_("Help")));
	widget_paragraph(page, T(page, N_("My work shows what is due, to whom it is due and by which rule; the button beside it leads to the "
					  "form.")));
	widget_paragraph(page, T(page, N_("When a rule refuses something, the page says which rule, what would be lawful and whom to ask. What "
					  "has already happened can always be recorded.")));
	widget_paragraph(page, T(page, N_("Nothing is ever deleted. A mistake is put right by a correction with its reason; the history of "
					  "each record shows both.")));
	widget_paragraph(page, T(page, N_("When you see a reference on an error page, give it to your administrator: it leads to the cause.")));
	page_end(page);
}

void page_accessibility(struct page *page)
{
	page->narrow = true;
	page_begin(page, T(page, N_("Accessibility")));
	widget_paragraph(page, T(page, N_("Every page works by keyboard alone, with a screen reader, without scripts, at 200 % zoom and on a "
					  "narrow screen. The measure is WCAG 2.2, level AA.")));
	widget_paragraph(page, T(page, N_("If something does not work for you, tell your administrator: it is a fault and will be mended.")));
	page_end(page);
}
