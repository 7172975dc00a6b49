/* pages_person.c - a person at a glance: what one needs at 3 a.m., what is next, what is due, what happened last. */
#include "areas/custody/pages_common.h"

#include "service/records.h"

enum { TIMELINE_SHOWN = 12, DUE_SHOWN = 10 };

struct overview {
	const struct row *person;
	struct date today;
	struct work work;
	struct store_result apart;
	struct rows orders, movements, transfers, releases, admissions;
	struct change *changes;
	size_t change_count;
};

static bool overview_read(struct page *page, struct overview *out)
{
	struct error_list errors;
	struct text id = out->person->id;
	error_list_begin(&errors, page->arena);
	out->today = page_today(page, row_text(out->person, PERSON_CURRENT_FACILITY));
	if (!deadline_about(page->query, id, &out->work, &errors) || !report_keep_apart(page->query, id, out->today, &out->apart, &errors) ||
		!query_timeline(page->query, id, 0, TIMELINE_SHOWN, &out->changes, &out->change_count, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	return rows_about(page, &RECORD_LEGAL_ORDER, id, LEGAL_ORDER_VALID_FROM, true, &out->orders) &&
		rows_about(page, &RECORD_MOVEMENT, id, MOVEMENT_LEFT_AT, true, &out->movements) &&
		rows_about(page, &RECORD_TRANSFER, id, TRANSFER_OFFERED_AT, true, &out->transfers) &&
		rows_about(page, &RECORD_RELEASE, id, RELEASE_PLANNED_ON, true, &out->releases) &&
		rows_about(page, &RECORD_ADMISSION, id, ADMISSION_ARRIVED_AT, true, &out->admissions);
}

/* ---- side ---- */

static struct text due_href(struct page *page, const struct row *person, const struct work_item *item)
{
	const struct act *act = item->clock && item->clock->act ? registry_act(page->registry, text_from(item->clock->act)) : NULL;
	if (row_is(item->deadline, DEADLINE_ABOUT_RECORD, "admission"))
		return path_of(page, "admission", row_text(item->deadline, DEADLINE_ABOUT_ID));
	if (row_is(item->deadline, DEADLINE_ABOUT_RECORD, "transfer"))
		return path_of(page, "transfer", row_text(item->deadline, DEADLINE_ABOUT_ID));
	if (!act || !page_may_act(page, act))
		return path_of(page, "records/deadline", item->deadline->id);
	const struct field *target = act->target_input >= 0 ? &act->input_record->fields[act->target_input] : NULL;
	bool about = target && row_is(item->deadline, DEADLINE_ABOUT_RECORD, act->record->name);
	return path_do(page, person->id, act, about ? target->name : NULL, about ? row_text(item->deadline, DEADLINE_ABOUT_ID) : text_empty(), text_empty());
}

static void write_due(struct page *page, const struct overview *view)
{
	struct html *h = &page->html;
	card_begin(page, N_("Due next"));
	if (view->work.count == 0)
		html_element(h, "p", "govuk-body-s", T(page, N_("Nothing is due about this person.")));
	else
		html_begin_class(h, "ul", "custos-due");
	for (size_t i = 0; i < view->work.count && i < DUE_SHOWN; i++) {
		const struct work_item *item = &view->work.items[i];
		int64_t at = row_moment(item->deadline, DEADLINE_DUE_AT);
		bool soon = at - page->now < MOMENT_DAY;
		html_begin_class(h, "li", "custos-due__item");
		html_link(h, "govuk-link", due_href(page, view->person, item),
			item->clock ? page_message(page, item->clock->label) : row_text(item->deadline, DEADLINE_CLOCK));
		html_text(h, TEXT_OF(" "));
		html_begin_class(h, "a", "govuk-link custos-due__rule");
		html_attribute(h, "href", path_of(page, "rules", row_text(item->deadline, DEADLINE_RULE)));
		widget_code(page, row_text(item->deadline, DEADLINE_RULE));
		html_end(h);
		html_text(h, TEXT_OF(" "));
		html_element(h, "strong", item->overdue ? "custos-due__when custos-due__when--late" : soon ? "custos-due__when custos-due__when--soon" :
			"custos-due__when", format_due(page->language, page->arena, at, page->now));
		html_end(h);
	}
	if (view->work.count > 0)
		html_end(h);
	html_end(h);
}

static void write_apart(struct page *page, const struct overview *view)
{
	struct html *h = &page->html;
	card_begin(page, N_("Must not be with"));
	if (view->apart.rows == 0)
		html_element(h, "p", "govuk-body-s", T(page, N_("No decision to keep apart is live.")));
	else
		html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	for (size_t i = 0; i < view->apart.rows; i++) {
		html_begin(h, "li");
		write_name_link(page, report_text(&view->apart, i, APART_PERSON), report_text(&view->apart, i, APART_NAME), "");
		html_text(h, TEXT_OF(" "));
		write_code(page, report_text(&view->apart, i, APART_NUMBER));
		html_void(h, "br");
		html_text(h, page_message_with(page, N_("{ground}, until {date}"), "ground",
			choice_label(page, &RECORD_KEEP_APART, KEEP_APART_GROUND, report_text(&view->apart, i, APART_GROUND)), "date",
			page_date(page, report_date(&view->apart, i, APART_EXPIRES)), NULL));
		if (page_may_act(page, &ACT_KEEP_APART_END)) {
			html_void(h, "br");
			html_link(h, "govuk-link", path_do(page, view->person->id, &ACT_KEEP_APART_END, "keep_apart", report_text(&view->apart, i, APART_ROW),
				path_subject(page, view->person->id, "")), page_message(page, ACT_KEEP_APART_END.label));
		}
		html_end(h);
	}
	if (view->apart.rows > 0)
		html_end(h);
	html_end(h);
}

static void write_event(struct page *page, struct text words, struct text href)
{
	html_begin(&page->html, "li");
	html_link(&page->html, "govuk-link", href, words);
	html_end(&page->html);
}

static int write_order_events(struct page *page, const struct overview *view)
{
	int written = 0;
	struct text orders = path_subject(page, view->person->id, "/orders");
	for (size_t i = 0; i < view->orders.count; i++) {
		const struct row *order = view->orders.items[i];
		struct date hearing = row_date(order, LEGAL_ORDER_NEXT_HEARING), until = row_date(order, LEGAL_ORDER_VALID_UNTIL);
		if (!legal_order_in_force(order, view->today))
			continue;
		if (hearing.year && date_compare(hearing, view->today) >= 0) {
			write_event(page, page_message_with(page, N_("Hearing on {date}"), "date", page_date(page, hearing), NULL), orders);
			written++;
		}
		if (until.year) {
			write_event(page, page_message_with(page, N_("Order {number} is valid until {date}"), "number", row_text(order, LEGAL_ORDER_NUMBER), "date",
				page_date(page, until), NULL), orders);
			written++;
		}
	}
	return written;
}

static int write_stay_events(struct page *page, const struct overview *view)
{
	int written = 0;
	for (size_t i = 0; i < view->admissions.count; i++)
		if (row_is(view->admissions.items[i], ADMISSION_STATE, "open")) {
			write_event(page, T(page, N_("The admission is not complete")), path_of(page, "admission", view->admissions.items[i]->id));
			written++;
		}
	for (size_t i = 0; i < view->movements.count; i++) {
		const struct row *movement = view->movements.items[i];
		if (!row_is(movement, MOVEMENT_STATE, "open") || !row_has(movement, MOVEMENT_DUE_BACK_AT))
			continue;
		write_event(page, page_message_with(page, N_("Due back on {moment}"), "moment", page_moment(page, row_moment(movement, MOVEMENT_DUE_BACK_AT)), NULL),
			path_subject(page, view->person->id, "/movements"));
		written++;
	}
	for (size_t i = 0; i < view->transfers.count; i++) {
		const struct row *transfer = view->transfers.items[i];
		if (!row_is(transfer, TRANSFER_STATE, "offered") && !row_is(transfer, TRANSFER_STATE, "departed"))
			continue;
		write_event(page, page_message_with(page, N_("Transfer to {facility}: {state}"), "facility",
			page_value(page, &RECORD_TRANSFER.fields[TRANSFER_TO], row_value(transfer, TRANSFER_TO)), "state",
			page_value(page, &RECORD_TRANSFER.fields[TRANSFER_STATE], row_value(transfer, TRANSFER_STATE)), NULL),
			path_of(page, "transfer", transfer->id));
		written++;
	}
	for (size_t i = 0; i < view->releases.count; i++) {
		const struct row *release = view->releases.items[i];
		if (!row_is(release, RELEASE_STATE, "preparing") && !row_is(release, RELEASE_STATE, "ready"))
			continue;
		write_event(page, page_message_with(page, N_("Release planned for {date}"), "date", page_date(page, row_date(release, RELEASE_PLANNED_ON)), NULL),
			path_of(page, "release", release->id));
		written++;
	}
	return written;
}

static void write_events(struct page *page, const struct overview *view)
{
	struct html *h = &page->html;
	card_begin(page, N_("Next events"));
	html_begin_class(h, "ul", "govuk-list");
	int written = write_order_events(page, view) + write_stay_events(page, view);
	if (written == 0)
		html_element(h, "li", NULL, T(page, N_("No hearing, movement, transfer or release is planned.")));
	html_end(h);
	html_end(h);
}

/* ---- actions ---- */

static void write_main_actions(struct page *page, const struct row *person)
{
	struct text id = person->id, here = path_subject(page, id, "");
	actions_begin(page);
	if (row_is(person, PERSON_WHEREABOUTS, "in")) {
		if (page_may_act(page, &ACT_PLACEMENT_PLACE))
			widget_button_link(page, path_subject(page, id, "/place"), T(page, N_("Choose a place")), true);
		action_link(page, &ACT_MOVEMENT_LEAVE, path_do(page, id, &ACT_MOVEMENT_LEAVE, NULL, text_empty(), here), false);
	} else if (row_is(person, PERSON_WHEREABOUTS, "escaped")) {
		action_link(page, &ACT_ESCAPE_RETURN, path_do(page, id, &ACT_ESCAPE_RETURN, NULL, text_empty(), here), true);
	} else if (!row_has(person, PERSON_EPISODE) && !row_is(person, PERSON_WHEREABOUTS, "died")) {
		action_link(page, &ACT_PERSON_ADMIT, path_do(page, id, &ACT_PERSON_ADMIT, NULL, text_empty(), text_empty()), true);
	}
	action_link(page, &ACT_CASE_NOTE_WRITE, path_do(page, id, &ACT_CASE_NOTE_WRITE, NULL, text_empty(), here), false);
	action_link(page, &ACT_ALERT_RAISE, path_do(page, id, &ACT_ALERT_RAISE, NULL, text_empty(), here), false);
	widget_button_link(page, path_subject(page, id, "/actions"), T(page, N_("Everything you can record")), true);
	actions_end(page);
}

void page_person(struct page *page)
{
	struct html *h = &page->html;
	struct overview view = { .person = subject_open(page) };
	if (!view.person || !overview_read(page, &view))
		return;
	page->bare_head = true; /* the name in the identity bar is the heading */
	page_begin(page, row_text(view.person, PERSON_DISPLAY_NAME));
	write_main_actions(page, view.person);
	html_begin_class(h, "div", "custos-columns");
	html_begin_class(h, "div", "custos-columns__main");
	widget_heading(page, 2, T(page, N_("What happened last")));
	if (view.change_count == 0)
		widget_paragraph(page, T(page, N_("Nothing has been recorded yet.")));
	else
		write_timeline(page, view.changes, view.change_count, 3);
	html_begin_class(h, "p", "govuk-body");
	html_link(h, "govuk-link", path_subject(page, view.person->id, "/timeline"), T(page, N_("The whole history")));
	html_end(h);
	html_end(h);
	html_begin_class(h, "div", "custos-columns__side");
	write_events(page, &view);
	write_due(page, &view);
	write_apart(page, &view);
	subject_cards(page, view.person);
	html_end(h);
	html_end(h);
	page_end(page);
}
