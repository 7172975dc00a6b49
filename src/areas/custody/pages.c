/* pages.c - the table of custody's pages: who may open which, and what stands in the navigation. */
#include "areas/custody/pages.h"

#include "areas/custody/pages_common.h"
#include "service/records.h"

#define OVERSEERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define RECEIVERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(WING) | ROLE(HEALTH) | ROLE(SECURITY) | OVERSEERS)
#define RELEASERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(WING) | ROLE(HEALTH) | ROLE(PSYCHOLOGIST) | OVERSEERS)
#define MOVERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(HEALTH) | OVERSEERS)
#define ANSWERERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(HEALTH) | OVERSEERS)
#define KEEPERS (CUSTODY_STAFF | ROLE(ADMINISTRATOR))

static const struct page_route ROUTES[] = {
	{ "/people", CUSTODY_STAFF, page_people, NULL },
	{ "/search", CUSTODY_STAFF, page_search, NULL },
	{ "/people/{id}", CUSTODY_STAFF, page_person, NULL },
	{ "/people/{id}/timeline", CUSTODY_STAFF, page_person_timeline, NULL },
	{ "/people/{id}/orders", CUSTODY_STAFF, page_person_orders, NULL },
	{ "/people/{id}/contacts", CUSTODY_STAFF, page_person_contacts, NULL },
	{ "/people/{id}/property", CUSTODY_STAFF, page_person_property, NULL },
	{ "/people/{id}/property/list", CUSTODY_STAFF, page_person_property_list, NULL },
	{ "/people/{id}/documents", CUSTODY_STAFF, page_person_documents, page_person_documents_post },
	{ "/people/{id}/notes", CUSTODY_STAFF, page_person_notes, NULL },
	{ "/people/{id}/movements", CUSTODY_STAFF, page_person_movements, NULL },
	{ "/people/{id}/applications", CUSTODY_STAFF, page_person_applications, NULL },
	{ "/people/{id}/details", CUSTODY_STAFF, page_person_details, NULL },
	{ "/people/{id}/place", CUSTODY_STAFF, page_person_place, NULL },
	{ "/people/{id}/readers", READERS_OF_READINGS, page_person_readers, NULL },
	{ "/people/{id}/file", CUSTODY_STAFF, page_person_file, NULL },
	{ "/people/{id}/actions", CUSTODY_STAFF, page_person_actions, NULL },
	{ "/people/{id}/do/{act}", CUSTODY_STAFF, page_person_do, page_person_do },
	{ "/do/{act}", KEEPERS | ROLE(TRAINING), page_do, page_do },
	{ "/admissions", RECEIVERS, page_admissions, NULL },
	{ "/admission/register", ROLE(RECEPTION) | ROLE(CASEWORKER), page_register, page_register },
	{ "/admission/{id}", RECEIVERS, page_admission, NULL },
	{ "/admission/{id}/receipt", RECEIVERS, page_admission_receipt, NULL },
	{ "/admission/{id}/{step}", RECEIVERS, page_admission_step, NULL },
	{ "/places", KEEPERS, page_places, NULL },
	{ "/places/{id}", KEEPERS, page_place, NULL },
	{ "/facilities", ROLES_ALL, page_facility_list, NULL },
	{ "/facilities/{id}", ROLES_ALL, page_facility_settings, NULL },
	{ "/roll", CUSTODY_STAFF, page_roll, NULL },
	{ "/roll/sheet", CUSTODY_STAFF, page_roll_sheet, NULL },
	{ "/movements/today", CUSTODY_STAFF, page_movements_today, NULL },
	{ "/applications", ANSWERERS, page_applications, NULL },
	{ "/transfers", MOVERS, page_transfers, NULL },
	{ "/transfer/{id}", MOVERS, page_transfer, NULL },
	{ "/releases", RELEASERS, page_releases, NULL },
	{ "/release/{id}", RELEASERS, page_release, NULL },
	{ "/release/{id}/certificate", RELEASERS, page_release_certificate, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "people", N_("People"), "/people", CUSTODY_STAFF },
	{ "admissions", N_("Admissions"), "/admissions", ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(HEALTH) | ROLE(GOVERNOR) },
	{ "places", N_("Places"), "/places", ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | OVERSEERS },
	{ "roll", N_("Roll"), "/roll", ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | OVERSEERS },
	{ "movements", N_("Movements"), "/movements/today", ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(GOVERNOR) },
	{ "transfers", N_("Transfers"), "/transfers", ROLE(RECEPTION) | ROLE(SECURITY) | OVERSEERS },
	{ "applications", N_("Applications"), "/applications", ROLE(WING) | ROLE(CASEWORKER) | OVERSEERS },
	{ "releases", N_("Releases"), "/releases", ROLE(RECEPTION) | ROLE(CASEWORKER) | OVERSEERS },
	{ "places", N_("Facilities"), "/facilities", ROLE(ADMINISTRATOR) },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	static const struct { const struct record *record; const char *folder; } FOLDERS[] = { { &RECORD_PERSON, "people" }, { &RECORD_PLACE, "places" },
		{ &RECORD_FACILITY, "facilities" }, { &RECORD_ADMISSION, "admission" }, { &RECORD_TRANSFER, "transfer" }, { &RECORD_RELEASE, "release" } };
	for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
		if (FOLDERS[i].record == record)
			return arena_format(arena, "/%s/%.*s", FOLDERS[i].folder, TEXT_FORMAT(id));
	return text_empty();
}

/* ---- the pages of a person ---- */

static const struct subject_tab TABS[] = { { "", N_("Overview"), &RECORD_PERSON, 0 }, { "/orders", N_("Orders and dates"), &RECORD_LEGAL_ORDER, 10 },
	{ "/movements", N_("Places and movements"), &RECORD_MOVEMENT, 20 }, { "/contacts", N_("Contacts"), &RECORD_CONTACT, 30 }, { "/applications", N_("Applications and news"), &RECORD_RELATIVE_NEWS, 35 },
	{ "/property", N_("Property"), &RECORD_PROPERTY_ITEM, 40 }, { "/documents", N_("Documents"), &RECORD_ATTACHMENT, 50 },
	{ "/notes", N_("Notes"), &RECORD_CASE_NOTE, 60 }, { "/details", N_("Details"), &RECORD_PERSON_NAME, 90 },
	{ "/timeline", N_("History"), &RECORD_PERSON, 100 }, { NULL, NULL, NULL, 0 } };

static const char *const HOLDING[] = { "person.admit", "placement.place", "movement.leave", "transfer.offer", "release.prepare", "escape.return", NULL };
static const char *const PAPERS[] = { "legal_order.add", "information.give", "notice.give", "person_application.make", "relative_news.receive", "property_item.store", "arrest.record", "questioning.record", NULL };
static const char *const FILE_ACTS[] = { "case_note.write", "alert.raise", "keep_apart.raise", "name.add", "file.link", NULL };
static const char *const GRAVE[] = { "death.record", "escape.record", NULL };
static const char *const FACTS[] = { "contact.add", "identity_document.add", "person_mark.add", "child.add", "person.correct", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Where the person is"), HOLDING }, { N_("Orders, rights and property"), PAPERS },
	{ N_("The file"), FILE_ACTS }, { N_("Death and escape"), GRAVE }, { N_("Facts in the file"), FACTS }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "person.admit", "/admission/{id}", false }, { "release.prepare", "/release/{id}", false },
	{ "transfer.offer", "/transfer/{id}", false }, { "transfer.depart", "/transfer/{id}", false }, { "transfer.accept", "/transfer/{id}", false },
	{ "transfer.refuse", "/transfer/{id}", false }, { "transfer.cancel", "/transfer/{id}", false },
	{ "admission.check_identity", "/admission/{id}", false }, { "admission.check_authority", "/admission/{id}", false },
	{ "admission.search", "/admission/{id}", false }, { "admission.condition", "/admission/{id}", false },
	{ "admission.close_property", "/admission/{id}", false }, { "admission.health", "/admission/{id}", false },
	{ "admission.needs", "/admission/{id}", false }, { "admission.safety", "/admission/{id}", false },
	{ "admission.children", "/admission/{id}", false }, { "admission.complete", "/admission/{id}", false },
	{ "release.offer_file", "/release/{id}", false }, { "release.return_property", "/release/{id}", false },
	{ "release.release", "/release/{id}", false }, { "release.cancel", "/release/{id}", false }, { "legal_order.add", "/orders", true }, { "legal_order.amend", "/orders", true },
	{ "legal_order.end", "/orders", true }, { "arrest.record", "/orders", true }, { "questioning.record", "/orders", true }, { "offence.add", "/orders", true }, { "sentence.impose", "/orders", true },
	{ "sentence.quash", "/orders", true }, { "credit.add", "/orders", true }, { "credit.quash", "/orders", true }, { "notice.give", "/contacts", true },
	{ "information.give", "/contacts", true }, { "property_item.store", "/property", true }, { "property_item.end", "/property", true },
	{ "case_note.write", "/notes", true }, { "movement.leave", "/movements", true }, { "movement.return", "/movements", true },
	{ "person_application.make", "/applications", true }, { "person_application.decide", "/applications", true }, { "person_application.review", "/applications", true },
	{ "person_application.carry_out", "/applications", true }, { "relative_news.receive", "/applications", true }, { "relative_news.tell", "/applications", true },
	{ "name.add", "/details", true }, { "name.end", "/details", true }, { "file.link", "/details", true }, { "file.unlink", "/details", true },
	{ NULL, NULL, false } };

/* What cannot be done where the person is now is not offered; rules decide the rest. */
static bool act_fits(const struct row *person, const struct act *act)
{
	bool in = row_is(person, PERSON_WHEREABOUTS, "in"), held = row_has(person, PERSON_EPISODE), dead = row_is(person, PERSON_WHEREABOUTS, "died");
	if (act == &ACT_PERSON_ADMIT)
		return !held && !dead;
	if (act == &ACT_PLACEMENT_PLACE || act == &ACT_MOVEMENT_LEAVE || act == &ACT_TRANSFER_OFFER)
		return in;
	if (act == &ACT_ESCAPE_RETURN)
		return row_is(person, PERSON_WHEREABOUTS, "escaped");
	if (act == &ACT_RELEASE_PREPARE || act == &ACT_DEATH_RECORD || act == &ACT_ESCAPE_RECORD || act == &ACT_PROPERTY_STORE ||
		act == &ACT_APPLICATION_MAKE || act == &ACT_RELATIVE_NEWS_RECEIVE || act == &ACT_ARREST_RECORD || act == &ACT_QUESTIONING_RECORD)
		return held;
	return true;
}

const struct ui_area CUSTODY_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .identity_bar = identity_bar, .path_of = path_of_row,
	.label = N_("Custody"), .tabs = TABS, .acts = ACT_GROUPS, .after = AFTER, .act_fits = act_fits };
