/* pages_event.c - deaths, serious injuries, disappearances and signs of torture; and one of them with its clocks and what is held. */
#include "areas/care/pages_common.h"
#include "service/records.h"

static bool is_unreported(const struct row *event) { return grave_event_is_open(event) && !row_has(event, GRAVE_EVENT_REPORTED); }
static bool is_investigated(const struct row *event) { return grave_event_is_open(event) && row_has(event, GRAVE_EVENT_REPORTED); }
static bool is_over(const struct row *event) { return row_is(event, GRAVE_EVENT_STATE, "closed"); }
static bool body_waits(const struct row *event) { return row_is(event, GRAVE_EVENT_KIND, "death") && !row_has(event, GRAVE_EVENT_REMAINS) && is_over(event); }
static bool is_settled(const struct row *event) { return is_over(event) && !body_waits(event); }

void page_events(struct page *page)
{
	static const int COLUMNS[] = { GRAVE_EVENT_HAPPENED, GRAVE_EVENT_PERSON, GRAVE_EVENT_KIND, GRAVE_EVENT_REPORTED, GRAVE_EVENT_AUTHORITY, GRAVE_EVENT_OUTCOME, -1 };
	const struct row *facility = NULL;
	struct rows all;
	page->section = "events";
	struct text id = page_facility(page, &facility);
	const struct condition here = CONDITION_TEXT(GRAVE_EVENT_FACILITY, id);
	if (text_is_empty(id) || !rows_where(page, &RECORD_GRAVE_EVENT, &here, 1, GRAVE_EVENT_HAPPENED, true, &all))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Deaths, serious injuries, disappearances, signs of torture")));
	widget_paragraph(page, T(page, N_("An independent authority looks into each of them, whatever the cause seems to be. A death and an escape come here by themselves; to report another, open the person and choose Everything you can record.")));
	rows_group(page, &all, is_unreported, COLUMNS, N_("No authority has it yet: report now"), N_("Nothing waits to be reported."));
	rows_group(page, &all, is_investigated, COLUMNS, N_("With the authority"), N_("No investigation is open."));
	rows_group(page, &all, body_waits, COLUMNS, N_("The body waits to be returned"), N_("No body waits here."));
	rows_group(page, &all, is_settled, COLUMNS, N_("Closed"), N_("No record is closed yet."));
	page_end(page);
}

static void write_actions(struct page *page, const struct row *event, bool held)
{
	bool open = grave_event_is_open(event), reported = row_has(event, GRAVE_EVENT_REPORTED);
	const struct fitting acts[] = { { &ACT_GRAVE_EVENT_NOTIFY, open && !reported }, { &ACT_EVIDENCE_ITEM_HOLD, open },
		{ &ACT_GRAVE_EVENT_BEGIN, open && reported && !row_has(event, GRAVE_EVENT_BEGUN) }, { &ACT_GRAVE_EVENT_CLOSE, open && reported && held },
		{ &ACT_GRAVE_EVENT_RETURN_BODY, row_is(event, GRAVE_EVENT_KIND, "death") && !row_is(event, GRAVE_EVENT_STATE, "replaced") && !row_has(event, GRAVE_EVENT_REMAINS) },
		{ &ACT_GRAVE_EVENT_IMPLICATE, open } };
	fitting_acts(page, event, "grave_event", acts, sizeof acts / sizeof *acts);
}

/* What the moment asks for, in one sentence. */
static const char *next_sentence(const struct row *event, bool held)
{
	if (row_is(event, GRAVE_EVENT_STATE, "replaced"))
		return N_("Another record has taken the place of this one. Nothing more is written here.");
	if (is_unreported(event))
		return N_("Report it to the independent authority at once. No inquiry inside takes the place of that, and the cause need not be known.");
	if (grave_event_is_open(event) && !held)
		return N_("Name the evidence now: recordings write over themselves.");
	if (grave_event_is_open(event))
		return N_("The authority investigates. Keep what is held, help it, and keep the staff named away from the person, witnesses and family.");
	return body_waits(event) ? N_("The investigation is over. Return the body to the family now.") : N_("The authority's outcome is recorded.");
}

static void write_evidence(struct page *page, const struct rows *items)
{
	static const int COLUMNS[] = { EVIDENCE_ITEM_KIND, EVIDENCE_ITEM_DESCRIPTION, EVIDENCE_ITEM_KEPT, EVIDENCE_ITEM_SEAL, EVIDENCE_ITEM_HELD_AT, EVIDENCE_ITEM_STATE,
		EVIDENCE_ITEM_RELEASE, -1 };
	rows_table(page, N_("Evidence: nobody here may destroy, alter or give it away"), items, COLUMNS, N_("Nothing is held yet. Choose Hold evidence."));
	for (size_t i = 0; i < items->count; i++) {
		const struct row *item = items->items[i];
		widget_details_begin(page, page_message_with(page, N_("Chain of custody: {item}"), "item", row_text(item, EVIDENCE_ITEM_DESCRIPTION), NULL));
		struct text lines = row_text(item, EVIDENCE_ITEM_CUSTODY), line;
		html_begin_class(&page->html, "ul", "govuk-list govuk-list--bullet");
		while (text_next(&lines, '\n', &line))
			html_element(&page->html, "li", NULL, line);
		html_end(&page->html);
		if (row_is(item, EVIDENCE_ITEM_STATE, "held")) {
			const struct fitting acts[] = { { &ACT_EVIDENCE_ITEM_PASS, true }, { &ACT_EVIDENCE_ITEM_RELEASE, true } };
			fitting_acts(page, item, "evidence_item", acts, sizeof acts / sizeof *acts);
		}
		widget_details_end(page);
	}
}

/* By its label; open, done or late. */
static void write_clocks(struct page *page, const struct rows *clocks)
{
	static const char *const HEADINGS[] = { N_("What is due"), N_("Due"), N_("Outcome"), NULL };
	if (clocks->count == 0)
		return;
	widget_table_begin(page, T(page, N_("Clocks")), HEADINGS);
	for (size_t i = 0; i < clocks->count; i++) {
		const struct row *clock = clocks->items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, clock->record, clock->id), page_code_label(page, clock, DEADLINE_CLOCK));
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(clock, DEADLINE_DUE_AT));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		if (!row_has(clock, DEADLINE_STOPPED_AT) && row_moment(clock, DEADLINE_DUE_AT) < page->now)
			widget_tag(page, "red", T(page, N_("Overdue")));
		else
			html_text(&page->html, page_value(page, &clock->record->fields[DEADLINE_OUTCOME], row_value(clock, DEADLINE_OUTCOME)));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

void page_event(struct page *page)
{
	struct rows items, clocks;
	const struct row *event = row_open(page, &RECORD_GRAVE_EVENT, "events");
	if (!event)
		return;
	const struct condition own = CONDITION_TEXT(EVIDENCE_ITEM_EVENT, event->id), about = CONDITION_TEXT(DEADLINE_ABOUT_ID, event->id);
	if (!rows_where(page, &RECORD_EVIDENCE_ITEM, &own, 1, EVIDENCE_ITEM_HELD_AT, false, &items) ||
		!rows_where(page, &RECORD_DEADLINE, &about, 1, DEADLINE_DUE_AT, false, &clocks))
		return;
	page->back = TEXT_OF("/events");
	page->back_label = T(page, N_("Deaths, serious injuries, disappearances, signs of torture"));
	page->caption = page_value(page, &RECORD_GRAVE_EVENT.fields[GRAVE_EVENT_STATE], row_value(event, GRAVE_EVENT_STATE));
	page_begin(page, page_value(page, &RECORD_GRAVE_EVENT.fields[GRAVE_EVENT_KIND], row_value(event, GRAVE_EVENT_KIND)));
	widget_paragraph(page, page_message(page, next_sentence(event, items.count > 0)));
	write_actions(page, event, items.count > 0);
	row_summary(page, event, GRAVE_EVENT_HAPPENED);
	write_clocks(page, &clocks);
	write_evidence(page, &items);
	page_end(page);
}
