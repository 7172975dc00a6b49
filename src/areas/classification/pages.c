/* pages.c - the table of classification's pages, what it adds to the pages of a person, and what its pages share. */
#include "areas/classification/pages.h"

#include "format/html.h"

#define BODIES (ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define WORKERS (BODIES | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY))

static const struct page_route ROUTES[] = {
	{ "/classification", WORKERS, page_classification_day, NULL },
	{ "/classification/reviews", WORKERS, page_classification_reviews, NULL },
	{ "/classification/disparity", BODIES | ROLE(PROGRAMME), page_classification_disparity, NULL },
	{ "/classification/{id}", CLASSIFICATION_READERS, page_classification, NULL },
	{ "/classification/{id}/copy", WORKERS, page_classification_copy, NULL },
	{ "/people/{id}/decisions", CLASSIFICATION_READERS, page_classification_labels, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "classification", N_("Decisions"), "/classification", WORKERS },
	{ "classification", N_("Disparity"), "/classification/disparity", ROLE(PROGRAMME) },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static const struct subject_tab TABS[] = { { "/decisions", N_("Decisions"), &RECORD_CLASSIFICATION, 15 }, { NULL, NULL, NULL, 0 } };

static const char *const PROPOSING[] = { "classification.propose", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Decisions about the person"), PROPOSING }, { NULL, NULL } };
static const struct act_after AFTER[] = { { "classification.propose", "/classification/{id}", false }, { NULL, NULL, false } };

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	return record == &RECORD_CLASSIFICATION ? arena_format(arena, "/classification/%.*s", TEXT_FORMAT(id)) : text_empty();
}

static bool act_fits(const struct row *person, const struct act *act)
{
	return act != &ACT_CLASSIFICATION_PROPOSE || row_has(person, PERSON_EPISODE);
}

const struct ui_area CLASSIFICATION_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .path_of = path_of_row, .tabs = TABS, .acts = ACT_GROUPS,
	.after = AFTER, .act_fits = act_fits, .subject_card = classification_card, .subject_alerts = classification_alerts };

/* ---- shared ---- */

struct text classification_words(struct page *page, struct text value)
{
	return choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_VALUE, value);
}

struct text classification_state_words(struct page *page, const struct row *decision)
{
	struct text state = classification_state(decision, page->now);
	return text_equal_string(state, "lapsed") ? T(page, N_("Lapsed")) : choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_STATE, state);
}

struct text classification_path(struct page *page, struct text id, const char *rest)
{
	return arena_format(page->arena, "/classification/%.*s%s", TEXT_FORMAT(id), rest);
}

void classification_action(struct page *page, const struct act *act, const char *input, struct text id, struct text decision, bool first)
{
	action_link(page, act, path_do(page, text_empty(), act, input, id, classification_path(page, decision, "")), first);
}

void classification_prose(struct page *page, struct text text)
{
	struct text line;
	html_begin_class(&page->html, "p", "govuk-body");
	html_attribute_string(&page->html, "dir", "auto");
	for (bool first = true; text_next(&text, '\n', &line); first = false) {
		if (!first)
			html_void(&page->html, "br");
		html_text(&page->html, line);
	}
	html_end(&page->html);
}

void classification_line(struct page *page, const char *label, struct text value)
{
	if (!text_is_empty(value))
		widget_summary_row(page, page_message(page, label), value);
}

bool classification_rows(struct page *page, const struct record *record, int field, struct text id, int order, struct rows *out)
{
	struct selection selection = { .record = record, .condition_count = 1, .order_field = order, .conditions = { CONDITION_TEXT(field, id) } };
	struct error_list ignored; /* the page has begun; what cannot be read is not there */
	error_list_begin(&ignored, page->arena);
	*out = (struct rows){ NULL, 0 };
	return !page_may_read(page, record) || query_list(page->query, &selection, out, &ignored);
}
