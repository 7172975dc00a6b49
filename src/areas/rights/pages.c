/* pages.c - the table of the pages of rights: who may open which, and what stands in the navigation. */
#include "areas/rights/pages.h"

#include "areas/rights/pages_common.h"

#define HANDLERS (ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct page_route ROUTES[] = {
	{ "/separations", CUSTODY_STAFF, page_separations, page_separations_post },
	{ "/separation/{id}", CUSTODY_STAFF, page_separation, NULL },
	{ "/separation/{id}/copy", CUSTODY_STAFF, page_separation_copy, NULL },
	{ "/discipline", CUSTODY_STAFF, page_discipline, NULL },
	{ "/charge/{id}", CUSTODY_STAFF, page_charge, NULL },
	{ "/complaints", HANDLERS, page_complaints, NULL },
	{ "/complaint/{id}", HANDLERS, page_complaint, NULL },
	{ "/force", CUSTODY_STAFF, page_force_board, NULL },
	{ "/force/{id}", CUSTODY_STAFF, page_force, NULL },
	{ "/searches", CUSTODY_STAFF, page_searches, NULL },
	{ "/privileges", CUSTODY_STAFF, page_privileges, NULL },
	{ "/people/{id}/rights", CUSTODY_STAFF, page_person_rights, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "separations", N_("Separation"), "/separations", ROLE(WING) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "discipline", N_("Discipline"), "/discipline", ROLE(WING) | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "force", N_("Force"), "/force", ROLE(WING) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "searches", N_("Searches"), "/searches", ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "complaints", N_("Complaints"), "/complaints", HANDLERS },
	{ "privileges", N_("Privileges"), "/privileges", ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	if (record == &RECORD_SEPARATION)
		return arena_format(arena, "/separation/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_FORCE)
		return arena_format(arena, "/force/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_COMPLAINT)
		return arena_format(arena, "/complaint/%.*s", TEXT_FORMAT(id));
	return record == &RECORD_CHARGE ? arena_format(arena, "/charge/%.*s", TEXT_FORMAT(id)) : text_empty();
}

static const struct subject_tab TABS[] = { { "/rights", N_("Rights and measures"), &RECORD_SEPARATION, 25 }, { NULL, NULL, NULL, 0 } };

static const char *const MEASURES[] = { "separation.order", "separation.isolate", "force.use", "person_search.record", "health_flag.set", NULL };
static const char *const DISCIPLINE[] = { "charge.lay", NULL };
static const char *const COMPLAINTS[] = { "complaint.receive", NULL };
static const char *const PRIVILEGES[] = { "privilege_level.set", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Measures"), MEASURES }, { N_("Discipline"), DISCIPLINE },
	{ N_("Complaints and requests"), COMPLAINTS }, { N_("Privileges"), PRIVILEGES }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "separation.order", "/separation/{id}", false }, { "separation.isolate", "/separation/{id}", false },
	{ "separation.extend", "/separation/{id}", false }, { "separation.end", "/separation/{id}", false },
	{ "separation.answer", "/separation/{id}", false }, { "separation.confirm", "/separation/{id}", false },
	{ "separation.give_copy", "/separation/{id}", false }, { "separation.log", "/rights", true }, { "separation.visit", "/rights", true },
	{ "separation.review", "/rights", true }, { "person_search.record", "/rights", true }, { "privilege_level.set", "/rights", true }, { "separation.mitigate", "/separation/{id}", false }, { "health_flag.set", "/rights", true }, { "health_flag.end", "/rights", true }, { NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	bool measure = act == &ACT_SEPARATION_ORDER || act == &ACT_SEPARATION_ISOLATE || act == &ACT_CHARGE_LAY ||
		act == &ACT_COMPLAINT_RECEIVE || act == &ACT_FORCE_USE || act == &ACT_PERSON_SEARCH_RECORD || act == &ACT_PRIVILEGE_LEVEL_SET;
	return !measure || row_has(person, PERSON_EPISODE);
}

const struct ui_area RIGHTS_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Rights"), .path_of = path_of_row, .tabs = TABS, .acts = ACT_GROUPS,
	.after = AFTER, .act_fits = act_fits, .subject_alerts = rights_alerts };
