/* pages.c - the table of the pages of rights: who may open which, and what stands in the navigation. */
#include "areas/rights/pages.h"

#include "areas/rights/pages_common.h"

#define SEPARATORS (ROLE(WING) | ROLE(SECURITY) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) | ROLE(COMMITTEE) \
	| ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct page_route ROUTES[] = {
	{ "/separations", SEPARATORS, page_separations, page_separations_post },
	{ "/separation/{id}", CUSTODY_STAFF, page_separation, NULL },
	{ "/separation/{id}/copy", CUSTODY_STAFF, page_separation_copy, NULL },
	{ "/people/{id}/rights", CUSTODY_STAFF, page_person_rights, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "separations", N_("Separation"), "/separations", ROLE(WING) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	return record == &RECORD_SEPARATION ? arena_format(arena, "/separation/%.*s", TEXT_FORMAT(id)) : text_empty();
}

static const struct subject_tab TABS[] = { { "/rights", N_("Rights and measures"), &RECORD_SEPARATION, 25 }, { NULL, NULL, NULL, 0 } };

static const char *const MEASURES[] = { "separation.order", "separation.isolate", "health_flag.set", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Measures"), MEASURES }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "separation.order", "/separation/{id}", false }, { "separation.isolate", "/separation/{id}", false },
	{ "separation.extend", "/separation/{id}", false }, { "separation.end", "/separation/{id}", false },
	{ "separation.answer", "/separation/{id}", false }, { "separation.confirm", "/separation/{id}", false },
	{ "separation.give_copy", "/separation/{id}", false }, { "separation.log", "/rights", true }, { "separation.visit", "/rights", true },
	{ "separation.review", "/rights", true }, { "health_flag.set", "/rights", true }, { "health_flag.end", "/rights", true }, { NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	bool measure = act == &ACT_SEPARATION_ORDER || act == &ACT_SEPARATION_ISOLATE;
	return !measure || row_has(person, PERSON_EPISODE);
}

const struct ui_area RIGHTS_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .path_of = path_of_row, .tabs = TABS, .acts = ACT_GROUPS,
	.after = AFTER, .act_fits = act_fits, .subject_alerts = rights_alerts };
