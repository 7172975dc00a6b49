/* rules.c - the rules that this installation enforces, in their own words; help; accessibility. */
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

void page_rules(struct page *page)
{
	static const char *const headings[] = {N_("Rule"), N_("Words"), N_("What it does"), NULL};
	page_begin(page, T(page, N_("Rules and their words")));
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = 0; i < page->registry->rule_count; i++) {
		const struct rule *rule = page->registry->rules[i];
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_rule(page, text_from(rule->id));
		widget_table_cell_end(page);
		widget_table_cell(page, page_message(page, rule->text));
		widget_table_cell(page, page_message(page, kind_label(rule->kind)));
	}
	widget_table_end(page);
	page_end(page);
}

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

void page_rule(struct page *page)
{
	const struct rule *rule = registry_rule(page->registry, page->parameters.values[0]);
	if (rule == NULL) {
		page_not_found(page);
		return;
	}
	page->back = TEXT_OF("/rules");
	page->caption = page_message_with(page, N_("Rule {rule}"), "rule", text_from(rule->id), NULL);
	page_begin(page, page_message(page, rule->text));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("What it does")), page_message(page, kind_label(rule->kind)));
	if (rule->absolute)
		widget_summary_row(page, T(page, N_("Exceptions")), T(page, N_("None. Nobody can override this rule.")));
	widget_summary_end(page);
	widget_heading(page, 2, T(page, N_("Where it is looked at")));
	write_names(page, rule);
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
