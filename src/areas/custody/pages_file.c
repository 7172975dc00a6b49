/* pages_file.c - the parts of a person's file: contacts, property, documents, notes, movements, details. */
#include "areas/custody/pages_common.h"

#include "service/records.h"

/* Buttons to the forms of a page: verbs, and generic acts by name. */
static void write_actions(struct page *page, const struct row *person, const struct act *const *acts, const char *const *generic)
{
	struct text here = page->request->path;
	actions_begin(page);
	for (; *acts; acts++)
		action_link(page, *acts, path_do(page, person->id, *acts, NULL, text_empty(), here), false);
	for (; generic && *generic; generic++) {
		const struct act *act = registry_act(page->registry, text_from(*generic));
		if (act)
			action_link(page, act, path_do(page, person->id, act, NULL, text_empty(), here), false);
	}
	actions_end(page);
}

void page_person_contacts(struct page *page)
{
	static const int CONTACTS[] = { CONTACT_NAME, CONTACT_KIND, CONTACT_RELATION, CONTACT_PHONE, CONTACT_WISH_TOLD, CONTACT_ILLNESS_TOLD,
		CONTACT_NEXT_OF_KIN, -1 };
	static const int NOTICES[] = { NOTICE_AT, NOTICE_REASON, NOTICE_TO, NOTICE_CONTACT, NOTICE_RESULT, NOTICE_WISH, -1 };
	static const int GIVEN[] = { INFORMATION_GIVEN_AT, INFORMATION_GIVEN_KIND, INFORMATION_GIVEN_LANGUAGE, INFORMATION_GIVEN_FORM,
		INFORMATION_GIVEN_BY, INFORMATION_GIVEN_SIGNED, -1 };
	static const int CHILDREN[] = { CHILD_NAME, CHILD_BIRTH_DATE, CHILD_WHERE, CHILD_CARER, CHILD_ARRANGEMENT, -1 };
	static const struct act *const ACTS[] = { &ACT_NOTICE_GIVE, &ACT_INFORMATION_GIVE, NULL };
	static const char *const GENERIC[] = { "contact.add", "child.add", NULL };
	struct rows contacts, notices, given, children;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_CONTACT, person->id, FIELD_CREATED_AT, false, &contacts) ||
		!rows_about(page, &RECORD_NOTICE, person->id, NOTICE_AT, true, &notices) ||
		!rows_about(page, &RECORD_INFORMATION_GIVEN, person->id, INFORMATION_GIVEN_AT, true, &given) ||
		!rows_about(page, &RECORD_CHILD, person->id, FIELD_CREATED_AT, false, &children))
		return;
	page_begin(page, T(page, N_("Contacts")));
	write_actions(page, person, ACTS, GENERIC);
	rows_table(page, N_("Family, lawyer, consulate"), &contacts, CONTACTS, N_("No contact is in the file. Ask whom the person wants to be told."));
	rows_table(page, N_("Who was told of what"), &notices, NOTICES, N_("Nobody has been told of anything yet."));
	rows_table(page, N_("What was explained to the person"), &given, GIVEN, N_("Nothing has been explained yet. The rules ask for it soon after admission."));
	if (page_may_read(page, &RECORD_CHILD))
		rows_table(page, N_("Children"), &children, CHILDREN, N_("No child is in the file."));
	page_end(page);
}

/* ---- property ---- */

static void write_item(struct page *page, const struct row *item, struct text person)
{
	static const int CELLS[] = { PROPERTY_ITEM_CLASS, PROPERTY_ITEM_QUANTITY, PROPERTY_ITEM_VALUE, PROPERTY_ITEM_CONTAINER, PROPERTY_ITEM_SEAL,
		PROPERTY_ITEM_STATE };
	bool kept = row_is(item, PROPERTY_ITEM_STATE, "stored") || row_is(item, PROPERTY_ITEM_STATE, "with_person");
	widget_table_row(page);
	widget_table_link(page, page_path(page, &RECORD_PROPERTY_ITEM, item->id), row_text(item, PROPERTY_ITEM_DESCRIPTION));
	for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
		widget_table_cell_begin(page);
		widget_value(page, item, CELLS[i]);
		if (CELLS[i] == PROPERTY_ITEM_VALUE && row_has(item, PROPERTY_ITEM_VALUE)) {
			html_text(&page->html, TEXT_OF(" "));
			write_code(page, row_text(item, PROPERTY_ITEM_CURRENCY));
		}
		widget_table_cell_end(page);
	}
	widget_table_cell_begin(page);
	if (kept && page_may_act(page, &ACT_PROPERTY_END))
		html_link(&page->html, "govuk-link", path_do(page, person, &ACT_PROPERTY_END, "property_item", item->id, page->request->path),
			page_message(page, ACT_PROPERTY_END.label));
	widget_table_cell_end(page);
}

void page_person_property(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Item"), N_("Class"), N_("Quantity"), N_("Amount of money"), N_("Bag or box"), N_("Seal number"), N_("State"),
		N_("What to do"), NULL };
	static const struct act *const ACTS[] = { &ACT_PROPERTY_STORE, NULL };
	struct rows items;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_PROPERTY_ITEM, person->id, FIELD_CREATED_AT, false, &items))
		return;
	page_begin(page, T(page, N_("Property")));
	write_actions(page, person, ACTS, NULL);
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", path_subject(page, person->id, "/property/list"), T(page, N_("Printable list with signatures")));
	html_end(&page->html);
	if (items.count == 0) {
		widget_paragraph(page, T(page, N_("The facility keeps nothing of this person.")));
	} else {
		widget_table_begin(page, T(page, N_("What the facility keeps")), HEADINGS);
		for (size_t i = 0; i < items.count; i++)
			write_item(page, items.items[i], person->id);
		widget_table_end(page);
	}
	page_end(page);
}

/* ---- documents ---- */

static const struct choice UPLOAD_KINDS[] = { { "order", N_("Order of a court or authority") }, { "photograph", N_("Photograph of the person") },
	{ "identity", N_("Identity document") }, { "property", N_("Signed property list") }, { "information", N_("Signed receipt of information") },
	{ "other", N_("Other") }, { NULL, NULL } };
static const struct field UPLOAD_KIND = { "kind", N_("What it is"), NULL, FIELD_CHOICE, SENSITIVITY_OFFICIAL, FIELD_REQUIRED, .choices = UPLOAD_KINDS };

static void write_upload(struct page *page, struct text typed_kind)
{
	static const struct field FILE_INPUT = { "file", N_("File"), N_("PDF, JPEG, PNG, TIFF or WebP, up to 20 MB. It is encrypted and stays in the file."),
		FIELD_DOCUMENT, SENSITIVITY_OFFICIAL, FIELD_REQUIRED };
	struct html *h = &page->html;
	struct error_list none;
	error_list_begin(&none, page->arena);
	widget_heading(page, 2, T(page, N_("Add a document")));
	widget_form_begin(page, page->request->path, true);
	widget_field(page, &UPLOAD_KIND, value_absent(), typed_kind, &none);
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", "file");
	html_text(h, page_message(page, FILE_INPUT.label));
	html_end(h);
	html_begin_class(h, "div", "govuk-hint");
	html_attribute_string(h, "id", "file-hint");
	html_text(h, page_message(page, FILE_INPUT.help));
	html_end(h);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-file-upload");
	html_attribute_string(h, "id", "file");
	html_attribute_string(h, "name", "file");
	html_attribute_string(h, "type", "file");
	html_attribute_string(h, "accept", ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp");
	html_attribute_string(h, "aria-describedby", "file-hint");
	html_end(h);
	widget_form_end(page, N_("Add the document"));
}

static void write_document(struct page *page, const struct row *document)
{
	struct html *h = &page->html;
	struct text href = path_of(page, "documents", document->id), media = row_text(document, ATTACHMENT_MEDIA_TYPE);
	bool image = text_equal_string(media, "image/jpeg") || text_equal_string(media, "image/png") || text_equal_string(media, "image/webp");
	widget_table_row(page);
	widget_table_cell_begin(page);
	if (image) {
		html_begin_class(h, "a", "govuk-link");
		html_attribute(h, "href", href);
		html_void(h, "img");
		html_attribute(h, "src", href);
		html_attribute(h, "alt", row_text(document, ATTACHMENT_FILE_NAME));
		html_attribute_integer(h, "width", 84);
		html_attribute_string(h, "loading", "lazy");
		html_end(h);
		html_void(h, "br");
	}
	html_begin(h, "bdi");
	html_link(h, "govuk-link", href, row_text(document, ATTACHMENT_FILE_NAME));
	html_end(h);
	widget_table_cell_end(page);
	const struct choice *kind = field_choice(&UPLOAD_KIND, row_text(document, ATTACHMENT_KIND));
	widget_table_cell(page, kind ? page_message(page, kind->label) : row_text(document, ATTACHMENT_KIND));
	widget_table_cell(page, media);
	widget_table_cell(page, page_message_with(page, N_("{size} kB"), "size",
		format_integer(page->language, page->arena, (row_integer(document, ATTACHMENT_SIZE, 0) + 999) / 1000), NULL));
	widget_table_cell_begin(page);
	widget_moment(page, document->created_at);
	widget_table_cell_end(page);
}

static void show_documents(struct page *page, const struct error_list *errors)
{
	static const char *const HEADINGS[] = { N_("Document"), N_("What it is"), N_("Type"), N_("Size"), N_("Added"), NULL };
	struct rows documents;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_ATTACHMENT, person->id, FIELD_CREATED_AT, true, &documents))
		return;
	if (errors)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Documents")));
	if (documents.count == 0) {
		widget_paragraph(page, T(page, N_("No document is in the file. Add the scan of the order first.")));
	} else {
		widget_table_begin(page, page_count(page, N_("{count} document"), N_("{count} documents"), (int64_t)documents.count), HEADINGS);
		for (size_t i = 0; i < documents.count; i++)
			write_document(page, documents.items[i]);
		widget_table_end(page);
	}
	if (page_may_act(page, &ACT_ATTACHMENT_ADD))
		write_upload(page, page_form(page, "kind"));
	page_end(page);
}

void page_person_documents(struct page *page)
{
	show_documents(page, NULL);
}

void page_person_documents_post(struct page *page)
{
	const struct page_file *file = page_form_file(page, "file");
	struct text person = page->parameters.values[0], kind = page_form(page, "kind");
	struct outcome outcome;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (text_is_empty(kind))
		error_say(&errors, E_REQUIRED, "/kind", N_("Say what the document is"));
	struct attachment_upload upload = { .content = file ? file->content : text_empty(), .file_name = file ? file->file_name : text_empty(), .kind = kind,
		.subject = person };
	if (errors.count == 0 && attachment_add(page->service, page->arena, page->actor, &upload, &outcome, &errors))
		page_redirect(page, page_done(page, path_subject(page, person, "/documents"), TEXT_OF("attachment.add"), &outcome));
	else
		show_documents(page, &errors);
}

/* ---- notes ---- */

static void write_note(struct page *page, const struct row *note, struct text person)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "moj-timeline__item");
	html_begin_class(h, "div", "moj-timeline__header");
	html_element(h, "h2", "moj-timeline__title", page_value(page, &RECORD_CASE_NOTE.fields[CASE_NOTE_KIND], row_value(note, CASE_NOTE_KIND)));
	html_text(h, TEXT_OF(" "));
	html_element(h, "p", "moj-timeline__byline",
		page_value(page, &RECORD_CASE_NOTE.fields[CASE_NOTE_FACT_OR_OPINION], row_value(note, CASE_NOTE_FACT_OR_OPINION)));
	html_end(h);
	html_begin_class(h, "p", "moj-timeline__date");
	widget_moment(page, row_moment(note, CASE_NOTE_HAPPENED_AT));
	html_end(h);
	html_begin_class(h, "div", "moj-timeline__description");
	html_begin(h, "p");
	html_attribute_string(h, "dir", "auto");
	widget_value(page, note, CASE_NOTE_TEXT);
	html_end(h);
	if (row_has(note, CASE_NOTE_AMENDS))
		html_link(h, "govuk-link", arena_format(page->arena, "/records/case_note/%.*s", TEXT_FORMAT(row_text(note, CASE_NOTE_AMENDS))),
			T(page, N_("This amends an earlier note")));
	if (page_may_act(page, &ACT_CASE_NOTE_WRITE)) {
		html_text(h, TEXT_OF(" "));
		html_link(h, "govuk-link", path_do(page, person, &ACT_CASE_NOTE_WRITE, "amends", note->id, page->request->path), T(page, N_("Amend this note")));
	}
	html_end(h);
	html_end(h);
}

void page_person_notes(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_CASE_NOTE_WRITE, NULL };
	static const int ALERTS[] = { ALERT_KIND, ALERT_TEXT, ALERT_STARTS, ALERT_EXPIRES, ALERT_STATE, -1 };
	struct rows notes, alerts;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_CASE_NOTE, person->id, CASE_NOTE_HAPPENED_AT, true, &notes) ||
		!rows_about(page, &RECORD_ALERT, person->id, ALERT_EXPIRES, true, &alerts))
		return;
	page_begin(page, T(page, N_("Notes")));
	write_actions(page, person, ACTS, NULL);
	if (notes.count == 0)
		widget_paragraph(page, T(page, N_("No note is in the file. Write what was seen, said or done, and how you know it.")));
	html_begin_class(&page->html, "div", "moj-timeline");
	for (size_t i = 0; i < notes.count; i++)
		write_note(page, notes.items[i], person->id);
	html_end(&page->html);
	rows_table(page, N_("Alerts"), &alerts, ALERTS, N_("No alert was ever raised."));
	for (size_t i = 0; i < alerts.count; i++) {
		if (!row_is(alerts.items[i], ALERT_STATE, "live"))
			continue;
		actions_begin(page);
		action_link(page, &ACT_ALERT_RENEW, path_do(page, person->id, &ACT_ALERT_RENEW, "alert", alerts.items[i]->id, page->request->path), false);
		action_link(page, &ACT_ALERT_END, path_do(page, person->id, &ACT_ALERT_END, "alert", alerts.items[i]->id, page->request->path), false);
		html_element(&page->html, "span", "govuk-body", page_said(page, row_text(alerts.items[i], ALERT_TEXT)));
		actions_end(page);
	}
	page_end(page);
}

/* ---- movements, details ---- */

void page_person_movements(struct page *page)
{
	static const int PLACEMENTS[] = { PLACEMENT_PLACE, PLACEMENT_BED, PLACEMENT_STARTED_AT, PLACEMENT_ENDED_AT, PLACEMENT_REASON, -1 };
	static const int MOVEMENTS[] = { MOVEMENT_LEFT_AT, MOVEMENT_KIND, MOVEMENT_DIRECTION, MOVEMENT_DESTINATION, MOVEMENT_DUE_BACK_AT,
		MOVEMENT_RETURNED_AT, MOVEMENT_STATE, MOVEMENT_AUTHORITY, MOVEMENT_ESCORT, -1 };
	static const int TRANSFERS[] = { TRANSFER_OFFERED_AT, TRANSFER_FROM, TRANSFER_TO, TRANSFER_STATE, TRANSFER_REASON, -1 };
	static const int EPISODES[] = { CUSTODY_EPISODE_NUMBER, CUSTODY_EPISODE_FACILITY, CUSTODY_EPISODE_ADMITTED_AT, CUSTODY_EPISODE_ENDED_AT,
		CUSTODY_EPISODE_END_KIND, -1 };
	struct rows placements, movements, transfers, episodes;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_PLACEMENT, person->id, PLACEMENT_STARTED_AT, true, &placements) ||
		!rows_about(page, &RECORD_MOVEMENT, person->id, MOVEMENT_LEFT_AT, true, &movements) ||
		!rows_about(page, &RECORD_TRANSFER, person->id, TRANSFER_OFFERED_AT, true, &transfers) ||
		!rows_about(page, &RECORD_CUSTODY_EPISODE, person->id, CUSTODY_EPISODE_ADMITTED_AT, true, &episodes))
		return;
	page_begin(page, T(page, N_("Places and movements")));
	actions_begin(page);
	for (size_t i = 0; i < movements.count; i++)
		if (row_is(movements.items[i], MOVEMENT_STATE, "open") && !row_is(movements.items[i], MOVEMENT_KIND, "transfer") &&
			!row_is(movements.items[i], MOVEMENT_KIND, "escape"))
			action_link(page, &ACT_MOVEMENT_RETURN, path_do(page, person->id, &ACT_MOVEMENT_RETURN, "movement", movements.items[i]->id,
				page->request->path), true);
	if (row_is(person, PERSON_WHEREABOUTS, "in")) {
		if (page_may_act(page, &ACT_PLACEMENT_PLACE))
			widget_button_link(page, path_subject(page, person->id, "/place"), T(page, N_("Choose a place")), true);
		action_link(page, &ACT_MOVEMENT_LEAVE, path_do(page, person->id, &ACT_MOVEMENT_LEAVE, NULL, text_empty(), page->request->path), false);
		action_link(page, &ACT_TRANSFER_OFFER, path_do(page, person->id, &ACT_TRANSFER_OFFER, NULL, text_empty(), text_empty()), false);
	}
	actions_end(page);
	rows_table(page, N_("Where the person slept"), &placements, PLACEMENTS, N_("The person has never had a place here."));
	rows_table(page, N_("Through the gate"), &movements, MOVEMENTS, N_("No movement is recorded."));
	rows_table(page, N_("Transfers"), &transfers, TRANSFERS, N_("The person was never transferred."));
	rows_table(page, N_("Stays in custody"), &episodes, EPISODES, N_("The person was never in custody."));
	page_end(page);
}

void page_person_details(struct page *page)
{
	static const int NAMES[] = { PERSON_NAME_WHOLE, PERSON_NAME_KIND, PERSON_NAME_SCRIPT, PERSON_NAME_LANGUAGE, PERSON_NAME_SOURCE, PERSON_NAME_CURRENT, -1 };
	static const int DOCUMENTS[] = { IDENTITY_DOCUMENT_NUMBER, IDENTITY_DOCUMENT_KIND, IDENTITY_DOCUMENT_COUNTRY, IDENTITY_DOCUMENT_EXPIRES,
		IDENTITY_DOCUMENT_HELD, -1 };
	static const int MARKS[] = { PERSON_MARK_KIND, PERSON_MARK_WHERE, PERSON_MARK_DESCRIPTION, -1 };
	static const int LINKS[] = { FILE_LINK_OTHER, FILE_LINK_KIND, FILE_LINK_GROUNDS, -1 };
	static const struct act *const ACTS[] = { &ACT_NAME_ADD, &ACT_FILE_LINK, NULL };
	static const char *const GENERIC[] = { "person.correct", "identity_document.add", "person_mark.add", NULL };
	struct rows names, documents, marks, links;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_PERSON_NAME, person->id, FIELD_CREATED_AT, false, &names) ||
		!rows_about(page, &RECORD_IDENTITY_DOCUMENT, person->id, FIELD_CREATED_AT, false, &documents) ||
		!rows_about(page, &RECORD_PERSON_MARK, person->id, FIELD_CREATED_AT, false, &marks) ||
		!rows_about(page, &RECORD_FILE_LINK, person->id, FIELD_CREATED_AT, false, &links))
		return;
	page_begin(page, T(page, N_("Details")));
	write_actions(page, person, ACTS, GENERIC);
	widget_summary_begin(page);
	for (int i = 0; i < PERSON_FIELDS; i++) {
		struct text value = page_value(page, &RECORD_PERSON.fields[i], row_value(person, i));
		if (i == PERSON_EPISODE || i == PERSON_PLACEMENT || i == PERSON_BIRTH_YEAR || i == PERSON_PHOTOGRAPH)
			continue;
		if (person->redacted & (UINT64_C(1) << i))
			value = T(page, N_("Withheld"));
		widget_summary_row(page, page_message(page, RECORD_PERSON.fields[i].label), text_is_empty(value) ? T(page, N_("Nothing recorded")) : value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of these facts")),
		arena_format(page->arena, "/records/person/%.*s/history", TEXT_FORMAT(person->id)));
	widget_summary_end(page);
	rows_table(page, N_("Names"), &names, NAMES, N_("No name is in the file."));
	rows_table(page, N_("Identity documents"), &documents, DOCUMENTS, N_("No identity document is in the file."));
	rows_table(page, N_("Marks"), &marks, MARKS, N_("No mark is in the file."));
	rows_table(page, N_("Decisions about other files"), &links, LINKS, N_("No other file was compared with this one."));
	page_end(page);
}
