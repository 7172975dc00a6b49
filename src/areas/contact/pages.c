/* pages.c - the table of the pages of contact: who may open which, and what stands in the navigation. */
#include "areas/contact/pages.h"

#include "areas/contact/pages_common.h"

static const struct page_route ROUTES[] = {
	{ "/visits", CUSTODY_STAFF, page_visits, page_visits_post },
	{ "/visits/sheet", CUSTODY_STAFF, page_visits_sheet, NULL },
	{ "/visits/without", CUSTODY_STAFF, page_visits_without, NULL },
	{ "/visit/{id}", CUSTODY_STAFF, page_visit, NULL },
	{ "/contact-limit/{id}", CUSTODY_STAFF, page_contact_limit, NULL },
	{ "/contact-limit/{id}/copy", CUSTODY_STAFF, page_contact_limit_copy, NULL },
	{ "/people/{id}/visits", CUSTODY_STAFF, page_person_visits, NULL },
	{ "/belief", BELIEF_CARERS, page_belief, NULL },
	{ "/people/{id}/belief", BELIEF_CARERS, page_person_belief, NULL },
	{ "/belief-wish/{id}", BELIEF_CARERS, page_belief_wish, NULL },
	{ "/representative/{id}", CUSTODY_STAFF, page_representative, NULL },
	{ "/families", CHILD_CARERS, page_families, NULL },
	{ "/people/{id}/family", CHILD_CARERS, page_person_family, NULL },
	{ "/pregnancy/{id}", CHILD_CARERS, page_pregnancy, NULL },
	{ "/child-stay/{id}", CHILD_CARERS, page_child_stay, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "visits", N_("Visits"), "/visits", ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(RELIGIOUS) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(INSPECTOR) },
	{ "belief", N_("Religion and belief"), "/belief", BELIEF_CARERS },
	{ "families", N_("Mothers and children"), "/families", CHILD_CARERS },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	if (record == &RECORD_VISIT)
		return arena_format(arena, "/visit/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_REPRESENTATIVE)
		return arena_format(arena, "/representative/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_BELIEF_WISH)
		return arena_format(arena, "/belief-wish/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_PREGNANCY)
		return arena_format(arena, "/pregnancy/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_CHILD_STAY)
		return arena_format(arena, "/child-stay/%.*s", TEXT_FORMAT(id));
	return record == &RECORD_CONTACT_LIMIT ? arena_format(arena, "/contact-limit/%.*s", TEXT_FORMAT(id)) : text_empty();
}

static const struct subject_tab TABS[] = { { "/visits", N_("Visits and calls"), &RECORD_VISIT, 31 },
	{ "/family", N_("Children and pregnancy"), &RECORD_CHILD_STAY, 32 },
	{ "/belief", N_("Religion and belief"), &RECORD_BELIEF_WISH, 33 }, { NULL, NULL, NULL, 0 } };

static const char *const FAMILY[] = { "visit.book", "communication.record", "contact_limit.decide", NULL };
static const char *const LEGAL[] = { "legal_request.receive", NULL };
static const char *const CHILDREN[] = { "pregnancy.record", "child_stay.decide", NULL };
static const char *const BELIEF[] = { "belief_wish.record", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Visits, letters and calls"), FAMILY }, { N_("Legal help"), LEGAL },
	{ N_("Children and pregnancy"), CHILDREN }, { N_("Religion and belief"), BELIEF }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "visit.book", "/visit/{id}", false }, { "visit.schedule", "/visit/{id}", false }, { "visit.close", "/visit/{id}", false },
	{ "communication.record", "/visits", true }, { "contact_limit.decide", "/contact-limit/{id}", false }, { "contact_limit.tell", "/contact-limit/{id}", false },
	{ "contact_limit.review", "/contact-limit/{id}", false }, { "contact_limit.end", "/contact-limit/{id}", false },
	{ "legal_request.receive", "/visits", true }, { "legal_request.answer", "/visits", true },
	{ "pregnancy.record", "/pregnancy/{id}", false }, { "pregnancy.plan", "/pregnancy/{id}", false }, { "pregnancy.birth", "/pregnancy/{id}", false },
	{ "pregnancy.end", "/pregnancy/{id}", false }, { "child_stay.decide", "/child-stay/{id}", false }, { "child_stay.check", "/child-stay/{id}", false },
	{ "child_stay.review", "/child-stay/{id}", false }, { "child_stay.feed", "/child-stay/{id}", false }, { "child_stay.prepare", "/child-stay/{id}", false },
	{ "child_stay.end", "/child-stay/{id}", false }, { "belief_wish.record", "/belief", true }, { "belief_wish.answer", "/belief-wish/{id}", false },
	{ "representative.approve", "/representative/{id}", false }, { "representative.end", "/representative/{id}", false }, { NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	return row_has(person, PERSON_EPISODE) && (act != &ACT_PREGNANCY_RECORD || row_is(person, PERSON_SEX, "F"));
}

const struct ui_area CONTACT_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Visits and contact"), .path_of = path_of_row, .tabs = TABS,
	.acts = ACT_GROUPS, .after = AFTER, .act_fits = act_fits, .subject_alerts = contact_alerts };
