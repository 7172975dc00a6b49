/* pages_labour.c - one work place; the sessions of a day, unit by unit; a session of a unit in one screen. */
#include "areas/care/pages_common.h"

/* ---- a work place ---- */

static void write_assessed(struct page *page, const struct row *workshop)
{
	const struct row *facility = NULL;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	bool known = query_peek(page->query, &RECORD_FACILITY, row_text(workshop, WORKSHOP_FACILITY), &facility, &errors);
	bool assessed = known && workshop_is_assessed(workshop, page_today(page, row_text(workshop, WORKSHOP_FACILITY)), page_parameter(page, facility, "work.risk_months", 12));
	html_begin_class(&page->html, "p", "govuk-body");
	widget_tag(page, assessed ? "green" : "red", assessed ? T(page, N_("Risks assessed")) : T(page, N_("Risks not assessed, or too long ago")));
	html_end(&page->html);
}

/* The register of accidents of a place: those of all work that was or is done there. */
static bool accidents_read(struct page *page, const struct rows *works, struct rows *out)
{
	struct value *ids = ARENA_ARRAY(page->arena, struct value, works->count + 1);
	for (size_t i = 0; i < works->count; i++)
		ids[i] = value_text(works->items[i]->id);
	const struct condition own = { .field = WORK_ACCIDENT_WORK, .comparison = IN, .list = ids, .list_count = works->count };
	*out = (struct rows){ NULL, 0 };
	return works->count == 0 || rows_where(page, &RECORD_WORK_ACCIDENT, &own, 1, WORK_ACCIDENT_AT, true, out);
}

void page_workshop(struct page *page)
{
	static const int WORKS[] = { WORK_TASK, WORK_PERSON, WORK_JOB, WORK_HOURS_DAY, WORK_RATE, WORK_STATE, -1 };
	static const int ACCIDENTS[] = { WORK_ACCIDENT_AT, WORK_ACCIDENT_PERSON, WORK_ACCIDENT_WHAT, WORK_ACCIDENT_NOTICE_AT, -1 };
	struct rows works, accidents;
	const struct row *workshop = row_open(page, &RECORD_WORKSHOP, "labour");
	if (!workshop)
		return;
	const struct condition own = CONDITION_TEXT(WORK_WORKSHOP, workshop->id);
	if (!rows_where(page, &RECORD_WORK, &own, 1, WORK_STARTS, true, &works) || !accidents_read(page, &works, &accidents))
		return;
	bool open = row_is(workshop, WORKSHOP_STATE, "open");
	page->back = TEXT_OF("/labour");
	page->back_label = T(page, N_("Work and pay"));
	page_begin(page, row_text(workshop, WORKSHOP_NAME));
	write_assessed(page, workshop);
	const struct fitting acts[] = { { &ACT_WORKSHOP_ASSESS, open }, { &ACT_WORKSHOP_CHANGE, open }, { &ACT_WORKSHOP_CLOSE, open } };
	fitting_acts(page, workshop, "workshop", acts, sizeof acts / sizeof *acts);
	row_summary(page, workshop, WORKSHOP_FOR);
	rows_table(page, N_("Who works or worked here"), &works, WORKS, N_("Nobody works here yet. Open a person and choose Give work."));
	rows_table(page, N_("Accidents at work"), &accidents, ACCIDENTS, N_("No accident is recorded."));
	page_end(page);
}

/* ---- the sessions of a day ---- */

struct sessions {
	const struct row *facility;
	struct text id;
	struct date day;
	struct rows places, activities, works, placements;
};

static bool sessions_read(struct page *page, struct text facility, const struct row *row, struct sessions *out)
{
	out->id = facility;
	out->facility = row;
	if (!date_parse(page_query(page, "day"), &out->day))
		out->day = page_today(page, facility);
	struct date since = date_add_days(out->day, -30);
	const struct condition places = CONDITION_TEXT(PLACE_FACILITY, facility);
	const struct condition recent[] = { CONDITION_TEXT(ACTIVITY_FACILITY, facility),
		{ .field = ACTIVITY_DAY, .comparison = GREATER_OR_EQUAL, .value = value_text(date_text(page->arena, since)) },
		{ .field = ACTIVITY_DAY, .comparison = LESS_OR_EQUAL, .value = value_text(date_text(page->arena, out->day)) } };
	const struct condition works[] = { CONDITION_TEXT(WORK_FACILITY, facility), CONDITION_TEXT(WORK_STATE, TEXT_OF("running")) };
	const struct condition sleeping[] = { CONDITION_TEXT(PLACEMENT_FACILITY, facility), CONDITION_ABSENT(PLACEMENT_ENDED_AT) };
	return rows_where(page, &RECORD_PLACE, &places, 1, PLACE_CODE, false, &out->places) && rows_where(page, &RECORD_ACTIVITY, recent, 3, ACTIVITY_DAY, true, &out->activities) &&
		rows_where(page, &RECORD_WORK, works, 2, WORK_STARTS, false, &out->works) && rows_where(page, &RECORD_PLACEMENT, sleeping, 2, PLACEMENT_STARTED_AT, false, &out->placements);
}

static bool is_unit(const struct row *place) { return row_is(place, PLACE_KIND, "wing") || (row_is(place, PLACE_KIND, "building") && !row_has(place, PLACE_PARENT)); }

static const struct row *place_named(const struct sessions *view, struct text id)
{
	for (size_t i = 0; i < view->places.count; i++)
		if (text_equal(view->places.items[i]->id, id))
			return view->places.items[i];
	return NULL;
}

/* The place is the unit or lies in it; places nest only a few deep. */
static bool lies_in(const struct sessions *view, struct text place, struct text unit)
{
	for (int depth = 0; depth < 8 && place.length; depth++) {
		const struct row *row = place_named(view, place);
		if (text_equal(place, unit))
			return true;
		place = row ? row_text(row, PLACE_PARENT) : text_empty();
	}
	return false;
}

static bool is_today(const struct sessions *view, const struct row *activity) { return date_compare(row_date(activity, ACTIVITY_DAY), view->day) == 0; }

/* Hundredths of an hour that one person is purposefully busy on the day: work, school, sessions (Rule 96.2). */
static int64_t purposeful(const struct sessions *view)
{
	int64_t minutes = 0;
	for (size_t i = 0; i < view->works.count; i++) {
		const struct row *work = view->works.items[i];
		const struct choice *rest = &WORK_REST_CHOICES[date_weekday(view->day) - 1];
		if (date_compare(row_date(work, WORK_STARTS), view->day) <= 0 && !row_is(work, WORK_REST, rest->code))
			minutes += 60 * row_integer(work, WORK_HOURS_DAY, 0);
	}
	for (size_t i = 0; i < view->activities.count; i++)
		if (is_today(view, view->activities.items[i]))
			minutes += row_integer(view->activities.items[i], ACTIVITY_MINUTES, 0) * row_integer(view->activities.items[i], ACTIVITY_TOOK_PART, 0);
	return view->placements.count ? minutes * 100 / 60 / (int64_t)view->placements.count : 0;
}

static void write_last(struct page *page, const struct sessions *view, struct text unit, const char *kind)
{
	widget_table_cell_begin(page);
	for (size_t i = 0; i < view->activities.count; i++)
		if (row_is(view->activities.items[i], ACTIVITY_KIND, kind) && text_equal(row_text(view->activities.items[i], ACTIVITY_PLACE), unit)) {
			widget_date(page, row_date(view->activities.items[i], ACTIVITY_DAY));
			widget_table_cell_end(page);
			return;
		}
	widget_tag(page, "red", T(page, N_("None in 30 days")));
	widget_table_cell_end(page);
}

static void write_unit(struct page *page, const struct sessions *view, const struct row *unit)
{
	int64_t sessions = 0, took_part = 0;
	for (size_t i = 0; i < view->activities.count; i++)
		if (is_today(view, view->activities.items[i]) && text_equal(row_text(view->activities.items[i], ACTIVITY_PLACE), unit->id)) {
			sessions++;
			took_part += row_integer(view->activities.items[i], ACTIVITY_TOOK_PART, 0);
		}
	widget_table_row(page);
	widget_table_link(page, page_path(page, unit->record, unit->id), row_title(page->arena, unit));
	widget_table_cell(page, format_integer(page->language, page->arena, sessions));
	widget_table_cell(page, format_integer(page->language, page->arena, took_part));
	write_last(page, view, unit->id, "sport");
	write_last(page, view, unit->id, "recreation");
	widget_table_cell_begin(page);
	if (page_may_act(page, &ACT_ACTIVITY_RECORD))
		widget_button_link(page, path_with(page, path_of(page, "sessions", unit->id), "day", date_text(page->arena, view->day)), T(page, N_("Enter a session")), true);
	widget_table_cell_end(page);
}

void page_sessions(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Unit"), N_("Sessions on this day"), N_("How many took part"), N_("Last sport"), N_("Last games and recreation"), N_("Now"), NULL };
	static const int ROWS[] = { ACTIVITY_DAY, ACTIVITY_PLACE, ACTIVITY_KIND, ACTIVITY_MINUTES, ACTIVITY_OFFERED, ACTIVITY_TOOK_PART, -1 };
	struct sessions view = { 0 };
	const struct row *facility = NULL;
	page->section = "sessions";
	struct text id = page_facility(page, &facility);
	if (text_is_empty(id) || !sessions_read(page, id, facility, &view))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page->wide = true;
	page_begin(page, T(page, N_("Sessions of the day")));
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", id);
	filters_date(page, "day", N_("Day"), date_text(page->arena, view.day));
	filters_end(page);
	widget_paragraph(page, page_message_with(page, N_("Work, school and sessions make {hours} hours for each person on this day. Six to eight make a normal working day, if your service sets nothing else."),
		"hours", format_decimal(page->language, page->arena, purposeful(&view), 2), NULL));
	bool begun = false;
	for (size_t i = 0; i < view.places.count; i++) {
		if (!is_unit(view.places.items[i]))
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Units on this day")), HEADINGS);
		begun = true;
		write_unit(page, &view, view.places.items[i]);
	}
	if (begun)
		widget_table_end(page);
	else
		widget_empty(page, N_("This facility has no wings yet."), N_("All places"), TEXT_OF("/records/place"));
	rows_table(page, N_("Sessions of the last 30 days"), &view.activities, ROWS, N_("No session is entered yet. Choose Enter a session beside a unit."));
	page_end(page);
}

/* ---- a session of a unit in one screen ---- */

struct entry { const struct row *unit; struct sessions view; struct rows people; /* placements of the unit */ };

static bool entry_read(struct page *page, struct entry *out)
{
	const struct row *facility = NULL;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	out->unit = row_open(page, &RECORD_PLACE, "sessions");
	if (!out->unit)
		return false;
	if (!query_peek(page->query, &RECORD_FACILITY, row_text(out->unit, PLACE_FACILITY), &facility, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	if (!sessions_read(page, facility->id, facility, &out->view))
		return false;
	out->people = (struct rows){ ARENA_ARRAY(page->arena, struct row *, out->view.placements.count + 1), 0 };
	for (size_t i = 0; i < out->view.placements.count; i++)
		if (lies_in(&out->view, row_text(out->view.placements.items[i], PLACEMENT_PLACE), out->unit->id))
			out->people.items[out->people.count++] = out->view.placements.items[i];
	return true;
}

static struct text input_name(struct page *page, const struct row *placement)
{
	return arena_format(page->arena, "at-%.*s", TEXT_FORMAT(row_text(placement, PLACEMENT_PERSON)));
}

/* Typed, else what the pressed button says for those of whom nothing is typed. */
static struct text result_of(struct page *page, const struct row *placement)
{
	struct text typed = page_form(page, arena_string(page->arena, input_name(page, placement)));
	return text_is_empty(typed) ? page_form(page, "_rest") : typed;
}

static void write_choice_of(struct page *page, struct text name, const struct choice *choice, bool chosen)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "%.*s-%s", TEXT_FORMAT(name), choice->code);
	html_begin_class(h, "div", "govuk-radios__item");
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-radios__input");
	html_attribute(h, "id", id);
	html_attribute(h, "name", name);
	html_attribute_string(h, "type", "radio");
	html_attribute(h, "value", text_from(choice->code));
	html_flag(h, "checked", chosen);
	html_begin_class(h, "label", "govuk-label govuk-radios__label");
	html_attribute(h, "for", id);
	html_text(h, page_message(page, choice->label));
	html_end(h);
	html_end(h);
}

/* A group of radio buttons: Tab goes from person to person, the arrows choose. */
static void write_person(struct page *page, const struct row *placement, bool first)
{
	struct html *h = &page->html;
	struct text name = input_name(page, placement), result = result_of(page, placement);
	html_begin_class(h, "fieldset", "govuk-fieldset govuk-form-group");
	if (first)
		html_attribute_string(h, "id", "list"); /* where the summary of faults leads */
	html_begin_class(h, "legend", "govuk-fieldset__legend govuk-fieldset__legend--s");
	html_element(h, "bdi", NULL, page_value(page, &RECORD_PLACEMENT.fields[PLACEMENT_PERSON], row_value(placement, PLACEMENT_PERSON)));
	html_end(h);
	html_begin_class(h, "div", "govuk-radios govuk-radios--small govuk-radios--inline");
	for (const struct choice *choice = ACTIVITY_RESULT_CHOICES; choice->code; choice++)
		write_choice_of(page, name, choice, text_equal_string(result, choice->code));
	html_end(h);
	html_end(h);
}

/* The inputs of the act by name, without the unit and the list, which the page gives itself. */
static void write_inputs(struct page *page, const struct entry *entry, const struct error_list *errors)
{
	static const char *const NAMES[] = { "day", "kind", "what", "minutes" };
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		const struct record *inputs = ACT_ACTIVITY_RECORD.input_record;
		struct value value = i == 0 ? value_text(date_text(page->arena, entry->view.day)) : i == 3 ? value_integer(60) : value_absent();
		widget_field(page, &inputs->fields[record_field(inputs, text_from(NAMES[i]))], value, page_form(page, NAMES[i]), errors);
	}
}

static void show_entry(struct page *page, const struct entry *entry, const struct error_list *errors)
{
	page->back = path_with(page, TEXT_OF("/sessions"), "facility", entry->view.id);
	page->back_label = T(page, N_("Sessions of the day"));
	page->caption = row_title(page->arena, entry->unit);
	if (errors)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Enter a session")));
	if (entry->people.count == 0) {
		widget_empty(page, N_("Nobody sleeps in this unit now."), N_("Sessions of the day"), page->back);
		page_end(page);
		return;
	}
	widget_form_begin(page, text_empty(), false);
	write_inputs(page, entry, errors);
	widget_heading(page, 2, T(page, N_("Who was offered it")));
	widget_paragraph(page, T(page, N_("Choose for some, then fill in all others at once with one of these buttons.")));
	html_begin_class(&page->html, "div", "govuk-button-group custos-no-print");
	widget_button(page, "_rest", TEXT_OF("took_part"), T(page, N_("All others took part")), true);
	widget_button(page, "_rest", TEXT_OF("declined"), T(page, N_("All others did not want to")), true);
	html_end(&page->html);
	for (size_t i = 0; i < entry->people.count; i++)
		write_person(page, entry->people.items[i], i == 0);
	widget_form_end(page, N_("Enter the session"));
	page_end(page);
}

void page_session_entry(struct page *page)
{
	struct entry entry;
	if (entry_read(page, &entry))
		show_entry(page, &entry, NULL);
}

/* Everybody gets a line, so that nobody is forgotten: an empty choice is a fault, and what was chosen stays. */
void page_session_entry_post(struct page *page)
{
	struct entry entry;
	struct error_list errors;
	struct outcome outcome;
	struct builder list;
	if (!entry_read(page, &entry))
		return;
	if (!text_is_empty(page_form(page, "_rest"))) {
		show_entry(page, &entry, NULL);
		return;
	}
	error_list_begin(&errors, page->arena);
	builder_begin(&list, page->arena, 256);
	for (size_t i = 0; i < entry.people.count; i++) {
		builder_add(&list, row_text(entry.people.items[i], PLACEMENT_PERSON));
		builder_add_byte(&list, ' ');
		builder_add(&list, result_of(page, entry.people.items[i]));
		builder_add_byte(&list, '\n');
	}
	const struct pair inputs[] = { { TEXT("place"), entry.unit->id }, { TEXT("day"), page_form(page, "day") }, { TEXT("kind"), page_form(page, "kind") },
		{ TEXT("what"), page_form(page, "what") }, { TEXT("minutes"), page_form(page, "minutes") }, { TEXT("list"), builder_text(&list) } };
	struct command command = { .act = TEXT("activity.record"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs, .reason = TEXT(""), .idempotency_key = TEXT(""),
		.source_key = TEXT("") };
	if (command_run(page->service, page->arena, page->actor, &command, &outcome, &errors))
		page_redirect(page, page_done(page, path_with(page, TEXT_OF("/sessions"), "facility", entry.view.id), command.act, &outcome));
	else
		show_entry(page, &entry, &errors);
}
