/* pages.c - the table of the area's pages: who may open which, and what stands in the navigation. */
#include "areas/inspection/pages.h"

#include "areas/inspection/pages_common.h"

#define NATIONAL (ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct page_route ROUTES[] = {
	{ "/state", OVERSEERS, page_state, NULL },
	{ "/state/history", OVERSEERS, page_state_history, NULL },
	{ "/state/national", NATIONAL, page_state_national, NULL },
	{ "/state/rules/{rule}", OVERSEERS, page_state_rule, NULL },
	{ "/inspections", OVERSEERS, page_inspections, NULL },
	{ "/inspections/compare", OVERSEERS, page_inspection_compare, NULL },
	{ "/inspections/{id}", OVERSEERS, page_inspection, NULL },
	{ "/inspections/{id}/questions", OVERSEERS, page_inspection_questions, NULL },
	{ "/recommendations", OVERSEERS | RECOMMENDATION_OWNERS, page_recommendations, NULL },
	{ "/evidence/{record}/{id}", OVERSEERS, page_evidence, NULL },
	{ "/notebook", ROLE(INSPECTOR), page_notebook, page_notebook_post },
	{ "/statistics/equal", OVERSEERS, page_equal_treatment, NULL },
	{ "/statistics", OVERSEERS, page_statistics, NULL },
	{ "/statistics/{table}", OVERSEERS, page_statistics_table, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "state", N_("State of the rules"), "/state", OVERSEERS },
	{ "inspections", N_("Inspections"), "/inspections", OVERSEERS },
	{ "inspections", N_("Recommendations"), "/recommendations", RECOMMENDATION_OWNERS & ~OVERSEERS },
	{ "statistics", N_("Statistics"), "/statistics", OVERSEERS },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	return record == &RECORD_INSPECTION ? arena_format(arena, "/inspections/%.*s", TEXT_FORMAT(id)) : text_empty();
}

static const struct act_after AFTER[] = { { "inspection.open", "/inspections/{id}", false }, { NULL, NULL, false } };

const struct ui_area INSPECTION_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Inspection"), .path_of = path_of_row, .after = AFTER };
