/* pages.c - the table of the pages of care, and what all of them share. */
#include "areas/care/pages.h"

#include "areas/care/pages_common.h"

#define ENTRANTS (ROLE(WING) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(GOVERNOR))
#define EVENT_READERS (ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

void rows_group(struct page *page, const struct rows *all, bool (*belongs)(const struct row *row), const int *fields, const char *caption, const char *empty)
{
	struct rows some = { ARENA_ARRAY(page->arena, struct row *, all->count + 1), 0 };
	for (size_t i = 0; i < all->count; i++)
		if (belongs(all->items[i]))
			some.items[some.count++] = all->items[i];
	rows_table(page, caption, &some, fields, empty);
}

void row_summary(struct page *page, const struct row *row, int first)
{
	widget_summary_begin(page);
	for (int i = first; i < row->record->field_count; i++) {
		struct text value = page_value(page, &row->record->fields[i], row_value(row, i));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, row->record->fields[i].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of this record")),
		arena_format(page->arena, "/records/%s/%.*s/history", row->record->name, TEXT_FORMAT(row->id)));
	widget_summary_end(page);
}

void fitting_acts(struct page *page, const struct row *row, const char *input, const struct fitting *acts, size_t count)
{
	bool first = true;
	actions_begin(page);
	for (size_t i = 0; i < count; i++)
		if (acts[i].fits) {
			action_link(page, acts[i].act, path_do(page, text_empty(), acts[i].act, input, row->id, page->request->path), first);
			first = first && !page_may_act(page, acts[i].act);
		}
	actions_end(page);
}

static const struct page_route ROUTES[] = {
	{ "/events", EVENT_READERS, page_events, NULL },
	{ "/event/{id}", EVENT_READERS, page_event, NULL },
	{ "/health", CUSTODY_STAFF, page_health, NULL },
	{ "/conditions", CUSTODY_STAFF, page_conditions, NULL },
	{ "/labour", CUSTODY_STAFF, page_labour, NULL },
	{ "/labour/{id}", CUSTODY_STAFF, page_one_labour, NULL },
	{ "/people/{id}/care", CUSTODY_STAFF, page_person_care, NULL },
	{ "/workshop/{id}", CUSTODY_STAFF, page_workshop, NULL },
	{ "/sessions", CUSTODY_STAFF, page_sessions, NULL },
	{ "/sessions/{id}", ENTRANTS, page_session_entry, page_session_entry_post },
	{ "/people/{id}/account", ACCOUNT_READERS, page_person_account, NULL },
	{ "/people/{id}/account/statement", ACCOUNT_READERS, page_person_statement, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "health", N_("Health"), "/health", ROLE(RECEPTION) | ROLE(WING) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "conditions", N_("Conditions"), "/conditions", ROLE(WING) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "labour", N_("Work"), "/labour", ROLE(CASEWORKER) | ROLE(WING) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "sessions", N_("Sessions"), "/sessions", ROLE(CASEWORKER) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR) },
	{ "events", N_("Deaths and injuries"), "/events", EVENT_READERS },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	if (record == &RECORD_WORK)
		return arena_format(arena, "/labour/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_WORKSHOP)
		return arena_format(arena, "/workshop/%.*s", TEXT_FORMAT(id));
	return record == &RECORD_GRAVE_EVENT ? arena_format(arena, "/event/%.*s", TEXT_FORMAT(id)) : text_empty();
}

static const struct subject_tab TABS[] = { { "/care", N_("Health and care"), &RECORD_HEALTH_REQUEST, 26 }, { "/account", N_("Account"), &RECORD_ACCOUNT_ENTRY, 27 }, { NULL, NULL, NULL, 0 } };

static const char *const HEALTH[] = { "health_request.make", "clinical_order.give", "fitness.ask", "care_handover.make", NULL };
static const char *const CONDITIONS[] = { "supply.give", "day_exception.note", NULL };
static const char *const WORK[] = { "work_place.assign", NULL };
static const char *const MONEY[] = { "account_entry.post", "account_entry.pay_out", NULL };
static const char *const EVENTS[] = { "grave_event.report", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Health and care"), HEALTH }, { N_("Conditions"), CONDITIONS }, { N_("Work"), WORK }, { N_("Account"), MONEY },
	{ N_("Death, injury, disappearance"), EVENTS }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "health_request.make", "/care", true }, { "clinical_order.give", "/care", true }, { "fitness.ask", "/care", true },
	{ "care_handover.make", "/care", true }, { "supply.give", "/care", true }, { "workshop.open", "/workshop/{id}", false }, { "account_entry.post", "/account", true }, { "account_entry.pay_out", "/account", true }, { "work_place.assign", "/labour/{id}", false }, { "grave_event.implicate", "/event/{id}", false }, { NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	bool care = act == &ACT_GRAVE_EVENT_REPORT || act == &ACT_HEALTH_REQUEST_MAKE || act == &ACT_CLINICAL_ORDER_GIVE || act == &ACT_FITNESS_ASK ||
		act == &ACT_CARE_HANDOVER_MAKE || act == &ACT_SUPPLY_GIVE || act == &ACT_WORK_ASSIGN || act == &ACT_DAY_EXCEPTION_NOTE;
	return !care || row_has(person, PERSON_EPISODE);
}

const struct ui_area CARE_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Care"), .path_of = path_of_row, .tabs = TABS, .acts = ACT_GROUPS, .after = AFTER,
	.act_fits = act_fits };
