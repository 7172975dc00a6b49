/* pages_identity.c - the bar that says who is open, and the pages of that person. */
#include "areas/custody/pages_common.h"

#include "service/records.h"

/* ---- reading without an error page: the bar stands on pages that have begun ---- */

static bool quiet_rows(struct page *page, const struct record *record, struct text person, int order, bool descending, struct rows *out)
{
	struct selection selection = { .record = record, .condition_count = 1, .order_field = order, .descending = descending,
		.conditions = { CONDITION_TEXT(record->person_field, person) } };
	struct error_list errors;
	*out = (struct rows){ NULL, 0 };
	if (!page_may_read(page, record))
		return true;
	error_list_begin(&errors, page->arena);
	return query_list(page->query, &selection, out, &errors);
}

struct text photograph_of(struct page *page, const struct row *person)
{
	struct selection selection = { .record = &RECORD_ATTACHMENT, .condition_count = 2, .order_field = FIELD_CREATED_AT, .descending = true,
		.limit = 1, .conditions = { CONDITION_TEXT(ATTACHMENT_SUBJECT, person->id), CONDITION_TEXT(ATTACHMENT_KIND, TEXT_OF("photograph")) } };
	struct error_list errors;
	struct rows rows;
	if (row_has(person, PERSON_PHOTOGRAPH))
		return row_text(person, PERSON_PHOTOGRAPH);
	error_list_begin(&errors, page->arena);
	if (!page_may_read(page, &RECORD_ATTACHMENT) || !query_list(page->query, &selection, &rows, &errors) || rows.count == 0 ||
		!text_starts_with(row_text(rows.items[0], ATTACHMENT_MEDIA_TYPE), TEXT_OF("image/")))
		return text_empty();
	return rows.items[0]->id;
}

/* ---- words ---- */

struct text release_words(struct page *page, struct text kind, struct date date)
{
	struct text words = date.year ? page_date(page, date) : text_empty();
	if (text_equal_string(kind, "life"))
		return T(page, N_("Life sentence, no date"));
	if (text_equal_string(kind, "on_order"))
		return date.year ? page_message_with(page, N_("On order only, the order is valid until {date}"), "date", words, NULL) :
			T(page, N_("On order only"));
	if (!date.year)
		return T(page, N_("No date known"));
	if (text_equal_string(kind, "doubtful"))
		return page_message_with(page, N_("{date}, in doubt: the two calculations differ"), "date", words, NULL);
	if (text_equal_string(kind, "register"))
		return page_message_with(page, N_("{date}, from the old register, not yet checked"), "date", words, NULL);
	return page_message_with(page, N_("{date}, calculated from the orders"), "date", words, NULL);
}

static struct text birth_words(struct page *page, const struct row *person)
{
	struct date birth = row_date(person, PERSON_BIRTH_DATE);
	if (!birth.year)
		return T(page, N_("Date of birth not known"));
	return page_message_with(page, N_("Born {date}"), "date", page_date(page, birth), NULL);
}

/* ---- name ---- */

static const char *script_of(const struct page *page)
{
	if (text_equal_string(text_from(page->language->code), "ru"))
		return "Cyrl";
	return page->language->right_to_left ? "Arab" : "Latn";
}

struct names { const struct row *own, *original; };

/* The name in the reader's script where there is one, and the legal name as on the document. */
static struct names names_of(struct page *page, const struct row *person)
{
	struct names names = { NULL, NULL };
	struct rows rows;
	if (!quiet_rows(page, &RECORD_PERSON_NAME, person->id, FIELD_CREATED_AT, false, &rows))
		return names;
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *name = rows.items[i];
		if (!row_is_yes(name, PERSON_NAME_CURRENT) || row_is(name, PERSON_NAME_KIND, "alias") || row_is(name, PERSON_NAME_KIND, "former"))
			continue;
		if (!names.original && row_is(name, PERSON_NAME_KIND, "legal"))
			names.original = name;
		if (!names.own && row_is(name, PERSON_NAME_SCRIPT, script_of(page)))
			names.own = name;
	}
	return names;
}

static void write_name(struct page *page, const struct row *person, bool overview)
{
	struct html *h = &page->html;
	struct names names = names_of(page, person);
	struct text shown = names.own ? row_text(names.own, PERSON_NAME_WHOLE) : row_text(person, PERSON_DISPLAY_NAME);
	html_begin_class(h, overview ? "h1" : "p", "custos-identity__name");
	html_begin(h, "bdi");
	if (overview)
		html_text(h, shown);
	else
		html_link(h, NULL, path_subject(page, person->id, ""), shown);
	html_end(h);
	html_end(h);
	html_begin_class(h, "p", "custos-identity__original");
	if (names.original && !text_equal(row_text(names.original, PERSON_NAME_WHOLE), shown)) {
		html_begin(h, "bdi");
		if (row_has(names.original, PERSON_NAME_LANGUAGE))
			html_attribute(h, "lang", row_text(names.original, PERSON_NAME_LANGUAGE));
		html_text(h, row_text(names.original, PERSON_NAME_WHOLE));
		html_end(h);
		html_void(h, "br");
	}
	html_text(h, birth_words(page, person));
	html_end(h);
}

static void write_photograph(struct page *page, const struct row *person)
{
	struct html *h = &page->html;
	struct text photograph = photograph_of(page, person);
	if (text_is_empty(photograph)) {
		html_element(h, "div", "custos-identity__photo custos-identity__photo--none", T(page, N_("No photograph")));
		return;
	}
	html_void(h, "img");
	html_attribute_string(h, "class", "custos-identity__photo");
	html_attribute(h, "src", path_of(page, "documents", photograph));
	html_attribute(h, "alt", page_message_with(page, N_("Photograph of {name}"), "name", row_text(person, PERSON_DISPLAY_NAME), NULL));
	html_attribute_integer(h, "width", 84);
	html_attribute_integer(h, "height", 104);
}

/* ---- facts ---- */

static void fact_begin(struct page *page, const char *name)
{
	html_begin_class(&page->html, "div", "custos-facts__item");
	html_element(&page->html, "dt", NULL, page_message(page, name));
	html_text(&page->html, TEXT_OF(" "));
	html_begin(&page->html, "dd");
}

static void fact_end(struct page *page)
{
	html_end(&page->html);
	html_end(&page->html);
}

static void write_where(struct page *page, const struct row *person)
{
	struct html *h = &page->html;
	struct store_result where = { 0 };
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	html_text(h, page_value(page, &RECORD_PERSON.fields[PERSON_WHEREABOUTS], row_value(person, PERSON_WHEREABOUTS)));
	if (row_has(person, PERSON_CURRENT_FACILITY)) {
		html_text(h, TEXT_OF(", "));
		html_element(h, "bdi", NULL, page_value(page, &RECORD_PERSON.fields[PERSON_CURRENT_FACILITY], row_value(person, PERSON_CURRENT_FACILITY)));
	}
	if (!report_where(page->query, &person->id, 1, &where, &errors) || where.rows == 0 || text_is_empty(report_text(&where, 0, WHERE_CODE)))
		return;
	html_text(h, TEXT_OF(", "));
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", path_of(page, "places", report_text(&where, 0, WHERE_PLACE)));
	widget_code(page, report_text(&where, 0, WHERE_CODE));
	html_end(h);
	if (!text_is_empty(report_text(&where, 0, WHERE_BED))) {
		html_text(h, TEXT_OF(", "));
		html_text(h, page_message_with(page, N_("bed {bed}"), "bed", report_text(&where, 0, WHERE_BED), NULL));
	}
}

static void write_facts(struct page *page, const struct row *person)
{
	html_begin_class(&page->html, "dl", "custos-facts");
	fact_begin(page, N_("Number"));
	widget_code(page, row_text(person, PERSON_NUMBER));
	fact_end(page);
	fact_begin(page, N_("Status"));
	if (row_has(person, PERSON_LEGAL_STATUS))
		widget_value(page, person, PERSON_LEGAL_STATUS);
	else
		html_text(&page->html, T(page, N_("No order in the file")));
	fact_end(page);
	fact_begin(page, N_("Where"));
	write_where(page, person);
	fact_end(page);
	fact_begin(page, N_("Release"));
	html_text(&page->html, release_words(page, row_text(person, PERSON_RELEASE_DATE_KIND), row_date(person, PERSON_RELEASE_DATE)));
	fact_end(page);
	html_end(&page->html);
}

/* ---- alerts ---- */

static const char *alert_weight(const struct row *alert)
{
	if (row_is(alert, ALERT_KIND, "self_harm") || row_is(alert, ALERT_KIND, "threatened") || row_is(alert, ALERT_KIND, "do_not_share"))
		return "stop";
	return row_is(alert, ALERT_KIND, "access") || row_is(alert, ALERT_KIND, "interpreter") ? "note" : "warning";
}

static int write_live_alerts(struct page *page, const struct rows *alerts, struct date today)
{
	int written = 0;
	for (size_t i = 0; i < alerts->count; i++) {
		const struct row *alert = alerts->items[i];
		if (!alert_is_live(alert, today))
			continue;
		struct text word = page_message_with(page, N_("{kind}:"), "kind",
			page_value(page, &RECORD_ALERT.fields[ALERT_KIND], row_value(alert, ALERT_KIND)), NULL);
		subject_alert(page, alert_weight(alert), word, page_said(page, row_text(alert, ALERT_TEXT)));
		written++;
	}
	return written;
}

/* Function flags only; they open to the health service alone. */
static int write_health(struct page *page, const struct rows *intakes)
{
	static const struct { int field; const char *words; } FLAGS[] = { { HEALTH_INTAKE_DAILY_MEDICINE, N_("daily medicine") },
		{ HEALTH_INTAKE_INFECTIOUS_PRECAUTION, N_("precaution against infection") }, { HEALTH_INTAKE_WITHDRAWAL, N_("watch for withdrawal") },
		{ HEALTH_INTAKE_DIET, N_("diet on medical order") }, { HEALTH_INTAKE_MOBILITY, N_("help to move about") } };
	int written = 0;
	for (size_t i = 0; intakes->count > 0 && i < sizeof FLAGS / sizeof *FLAGS; i++)
		if (row_is_yes(intakes->items[0], FLAGS[i].field)) {
			subject_alert(page, "care", T(page, N_("Health:")), page_message(page, FLAGS[i].words));
			written++;
		}
	return written;
}

static void write_alerts(struct page *page, const struct row *person)
{
	struct html *h = &page->html;
	struct rows alerts, intakes;
	struct store_result apart = { 0 };
	struct error_list errors;
	struct date today = page_today(page, row_text(person, PERSON_CURRENT_FACILITY));
	error_list_begin(&errors, page->arena);
	bool read = quiet_rows(page, &RECORD_ALERT, person->id, ALERT_EXPIRES, false, &alerts) &&
		quiet_rows(page, &RECORD_HEALTH_INTAKE, person->id, HEALTH_INTAKE_EXAMINED_AT, true, &intakes) &&
		report_keep_apart(page->query, person->id, today, &apart, &errors);
	html_begin_class(h, "ul", "custos-alerts");
	html_attribute(h, "aria-label", T(page, N_("Alerts")));
	int written = 0;
	if (!read) {
		subject_alert(page, "warning", T(page, N_("Alerts:")), T(page, N_("They could not be read. Load the page again")));
		html_end(h);
		return;
	}
	if (apart.rows > 0) {
		subject_alert(page, "stop", T(page, N_("Keep apart:")), page_count(page, N_("from {count} person"), N_("from {count} people"), (int64_t)apart.rows));
		written++;
	}
	written += write_live_alerts(page, &alerts, today) + write_health(page, &intakes);
	if (row_is_yes(person, PERSON_INTERPRETER)) {
		subject_alert(page, "note", T(page, N_("Interpreter needed:")), row_text(person, PERSON_LANGUAGES));
		written++;
	}
	written += subject_alerts(page, person);
	if (written == 0)
		html_element(h, "li", "custos-alert custos-alert--note", T(page, N_("No alert is live")));
	html_end(h);
}

void identity_bar(struct page *page, struct text subject)
{
	struct html *h = &page->html;
	const struct row *person;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!query_peek(page->query, &RECORD_PERSON, subject, &person, &errors))
		return;
	bool overview = text_equal(page->request->path, path_subject(page, person->id, ""));
	html_begin_class(h, "div", "custos-subject");
	html_begin_class(h, "section", "custos-identity");
	html_attribute(h, "aria-label", T(page, N_("Person")));
	html_begin_class(h, "div", "govuk-width-container custos-identity__inner");
	write_photograph(page, person);
	html_begin_class(h, "div", "custos-identity__who");
	write_name(page, person, overview);
	write_facts(page, person);
	html_end(h);
	write_alerts(page, person);
	html_end(h);
	html_end(h);
	subject_tabs(page, person);
	html_end(h);
}
