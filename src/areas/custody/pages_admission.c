/* pages_admission.c - an admission as a list of steps that can be left and taken up by another; its receipt on paper. */
#include "areas/custody/pages_common.h"

#include "service/records.h"

struct step {
	int field;		/* of the admission */
	const char *path;	/* last segment of its page */
	const struct act *act;	/* whose actors it waits for */
	const char *clock;	/* name of its deadline, or NULL */
	const char *help;	/* one sentence, message identifier */
};

static const struct step RECEPTION[] = {
	{ ADMISSION_IDENTITY, "identity", &ACT_CHECK_IDENTITY, NULL, N_("Compare person, document and order.") },
	{ ADMISSION_AUTHORITY, "authority", &ACT_CHECK_AUTHORITY, NULL, N_("Nobody is received without a valid order.") },
	{ ADMISSION_SEARCH, "search", &ACT_SEARCH, NULL, N_("By a person of the same sex, out of sight of others.") },
	{ ADMISSION_CONDITION, "condition", &ACT_CONDITION, "ill-treatment-referred", N_("What is seen, and what the person says.") },
	{ ADMISSION_PROPERTY, "property", &ACT_CLOSE_PROPERTY, NULL, N_("Every item on the list, then the signature.") },
	{ ADMISSION_NEEDS, "needs", &ACT_NEEDS, "immediate-needs", N_("Telephone, lawyer, medicine, food, clothing.") },
};
static const struct step SAFETY[] = {
	{ ADMISSION_HEALTH, "health", &ACT_HEALTH, "health-examination", N_("By a health professional, within the time set.") },
	{ ADMISSION_SAFETY, "safety", &ACT_SAFETY, "safety-check", N_("With whom the person can share a cell.") },
	{ ADMISSION_PLACED, "placed", &ACT_PLACEMENT_PLACE, NULL, N_("A bed for the first night.") },
};
static const struct step RIGHTS[] = {
	{ ADMISSION_FAMILY, "family", &ACT_NOTICE_GIVE, "family-told", N_("Offer to tell the family or another person.") },
	{ ADMISSION_CHILDREN, "children", &ACT_CHILDREN, "children-asked", N_("Ask about children and who cares for them now.") },
	{ ADMISSION_CONSULATE, "consulate", &ACT_NOTICE_GIVE, "consulate-told", N_("Ask first; a refugee's home State is never told by itself.") },
	{ ADMISSION_INFORMATION, "information", &ACT_INFORMATION_GIVE, "information-given", N_("In a language the person understands.") },
	{ ADMISSION_CHARGES_TOLD, "charges", &ACT_INFORMATION_GIVE, "charges-told", N_("Why the person is held, promptly.") },
};
static const struct { const char *heading; const struct step *steps; size_t count; } GROUPS[] = {
	{ N_("Reception"), RECEPTION, sizeof RECEPTION / sizeof *RECEPTION }, { N_("Health and safety"), SAFETY, sizeof SAFETY / sizeof *SAFETY },
	{ N_("Contact and rights"), RIGHTS, sizeof RIGHTS / sizeof *RIGHTS } };

static const struct step *step_find(struct text path)
{
	for (size_t group = 0; group < sizeof GROUPS / sizeof *GROUPS; group++)
		for (size_t i = 0; i < GROUPS[group].count; i++)
			if (text_equal_string(path, GROUPS[group].steps[i].path))
				return &GROUPS[group].steps[i];
	return NULL;
}

static bool step_is_done(const struct row *admission, int field)
{
	return row_is(admission, field, "done") || row_is(admission, field, "not_needed");
}

static int steps_open(const struct row *admission)
{
	int open = 0;
	for (size_t group = 0; group < sizeof GROUPS / sizeof *GROUPS; group++)
		for (size_t i = 0; i < GROUPS[group].count; i++)
			open += step_is_done(admission, GROUPS[group].steps[i].field) ? 0 : 1;
	return open;
}

/* ---- the list of open ones ---- */

void page_admissions(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Number"), N_("Arrived"), N_("Steps still open"), N_("What to do"), NULL };
	const struct row *facility = NULL;
	struct rows rows;
	page->section = "admissions";
	struct text scope = page_facility(page, &facility);
	const struct condition conditions[] = { CONDITION_TEXT(ADMISSION_FACILITY, scope), CONDITION_TEXT(ADMISSION_STATE, TEXT_OF("open")) };
	if (text_is_empty(scope) || !rows_where(page, &RECORD_ADMISSION, conditions, 2, ADMISSION_ARRIVED_AT, false, &rows))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Open admissions")));
	actions_begin(page);
	if (page_may_act(page, &ACT_PERSON_REGISTER))
		widget_button_link(page, TEXT_OF("/admission"), T(page, N_("Admit a person")), false);
	actions_end(page);
	if (rows.count == 0)
		widget_empty(page, N_("No admission is open. Everybody who came has been received in full."), N_("See the roll"), TEXT_OF("/roll"));
	else
		widget_table_begin(page, page_count(page, N_("{count} admission"), N_("{count} admissions"), (int64_t)rows.count), HEADINGS);
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *admission = rows.items[i];
		struct text name = page_value(page, &RECORD_ADMISSION.fields[ADMISSION_PERSON], row_value(admission, ADMISSION_PERSON));
		widget_table_row(page);
		widget_table_link(page, path_subject(page, row_text(admission, ADMISSION_PERSON), ""), name);
		const struct row *person = NULL;
		struct error_list ignored; /* a number that may not be read is left out */
		error_list_begin(&ignored, page->arena);
		widget_table_cell_begin(page);
		if (query_peek(page->query, &RECORD_PERSON, row_text(admission, ADMISSION_PERSON), &person, &ignored))
			write_code(page, row_text(person, PERSON_NUMBER));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(admission, ADMISSION_ARRIVED_AT));
		widget_table_cell_end(page);
		widget_table_cell(page, arena_format(page->arena, "%d", steps_open(admission)));
		widget_table_cell_begin(page);
		html_link(&page->html, "govuk-link", path_of(page, "admission", admission->id),
			page_message_with(page, N_("Go on with the admission of {name}"), "name", name, NULL));
		widget_table_cell_end(page);
	}
	if (rows.count > 0)
		widget_table_end(page);
	page_end(page);
}

/* ---- the task list ---- */

static const struct work_item *step_deadline(const struct work *work, const char *clock)
{
	for (size_t i = 0; clock && i < work->count; i++)
		if (work->items[i].clock && text_equal_string(text_from(work->items[i].clock->name), clock))
			return &work->items[i];
	return NULL;
}

/* "Reception officer, Caseworker": who may do it. */
static struct text act_roles(struct page *page, const struct act *act)
{
	struct text labels[ROLE_COUNT];
	size_t count = 0;
	for (int role = 0; role < ROLE_COUNT; role++)
		if (act->actors & ((role_set)1 << role))
			labels[count++] = page_message(page, role_label((enum role)role));
	return arena_join(page->arena, labels, count, TEXT_OF(", "));
}

static void step_status(struct page *page, const struct row *admission, const struct step *step, const struct work *work, struct task *task)
{
	const struct work_item *due = step_deadline(work, step->clock);
	task->status = page_value(page, &RECORD_ADMISSION.fields[step->field], row_value(admission, step->field));
	task->colour = row_is(admission, step->field, "in_progress") ? "teal" : "grey";
	if (row_is(admission, step->field, "done"))
		task->colour = "green";
	if (step_is_done(admission, step->field)) {
		if (!page_may_act(page, step->act))
			task->href = text_empty();
		return;
	}
	if (due) {
		int64_t at = row_moment(due->deadline, DEADLINE_DUE_AT);
		task->status = format_due(page->language, page->arena, at, page->now);
		task->colour = due->overdue ? "red" : at - page->now < 24 * MOMENT_HOUR ? "yellow" : task->colour;
	}
	if (!page_may_act(page, step->act)) {
		task->hint = page_message_with(page, N_("It is the turn of: {roles}."), "roles", act_roles(page, step->act), NULL);
		task->href = text_empty();
		task->colour = due && due->overdue ? "red" : "purple";
	}
}

static void write_step(struct page *page, const struct row *admission, const struct step *step, const struct work *work)
{
	struct task task = { .name = page_message(page, RECORD_ADMISSION.fields[step->field].label), .hint = page_message(page, step->help),
		.href = arena_format(page->arena, "/admission/%.*s/%s", TEXT_FORMAT(admission->id), step->path) };
	bool closed = !row_is(admission, ADMISSION_STATE, "open");
	step_status(page, admission, step, work, &task);
	if (closed || row_is(admission, step->field, "not_needed"))
		task.href = text_empty();
	if (step->field == ADMISSION_PLACED && !closed && !step_is_done(admission, ADMISSION_SAFETY) && !step_is_done(admission, step->field)) {
		task.hint = T(page, N_("Waits for: safety and cell sharing."));
		task.status = T(page, N_("Cannot start yet"));
		task.href = text_empty();
		task.colour = NULL;
	}
	task_list_step(page, &task);
}

static void write_completion(struct page *page, const struct row *admission, int open)
{
	struct text receipt = arena_format(page->arena, "/admission/%.*s/receipt", TEXT_FORMAT(admission->id));
	if (!row_is(admission, ADMISSION_STATE, "open"))
		widget_paragraph(page, page_message_with(page, N_("This admission was completed on {moment}."), "moment",
			page_moment(page, row_moment(admission, ADMISSION_COMPLETED_AT)), NULL));
	else if (open > 0)
		widget_paragraph(page, page_count(page, N_("{count} step is open. The admission can be completed when all are done; it can be left now and taken up by another."),
			N_("{count} steps are open. The admission can be completed when all are done; it can be left now and taken up by another."), open));
	actions_begin(page);
	if (row_is(admission, ADMISSION_STATE, "open") && open == 0)
		action_link(page, &ACT_COMPLETE, path_do(page, row_text(admission, ADMISSION_PERSON), &ACT_COMPLETE, "admission", admission->id,
			path_of(page, "admission", admission->id)), true);
	widget_button_link(page, receipt, T(page, N_("Receipt for the person")), true);
	actions_end(page);
}

void page_admission(struct page *page)
{
	struct work work;
	struct error_list errors;
	const struct row *admission = row_open(page, &RECORD_ADMISSION, "admissions");
	if (!admission)
		return;
	error_list_begin(&errors, page->arena);
	if (!deadline_about(page->query, row_text(admission, ADMISSION_PERSON), &work, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->back = TEXT_OF("/admissions");
	page->back_label = T(page, N_("Open admissions"));
	page->caption = page_message_with(page, N_("Arrived {moment}"), "moment", page_moment(page, row_moment(admission, ADMISSION_ARRIVED_AT)), NULL);
	page_begin(page, T(page, N_("Admission")));
	write_completion(page, admission, steps_open(admission));
	for (size_t group = 0; group < sizeof GROUPS / sizeof *GROUPS; group++) {
		widget_heading(page, 2, page_message(page, GROUPS[group].heading));
		task_list_begin(page);
		for (size_t i = 0; i < GROUPS[group].count; i++)
			write_step(page, admission, &GROUPS[group].steps[i], &work);
		task_list_end(page);
	}
	page_end(page);
}

/* ---- steps with a list before the act ---- */

static void write_information(struct page *page, const struct rows *given, struct text person, struct text next)
{
	for (const struct choice *choice = INFORMATION_KIND_CHOICES; choice->code; choice++) {
		bool done = false;
		if (text_equal_string(text_from(choice->code), "charges"))
			continue; /* a step of its own */
		for (size_t i = 0; i < given->count && !done; i++)
			done = row_is(given->items[i], INFORMATION_GIVEN_KIND, choice->code);
		struct task task = { .name = page_message(page, choice->label), .hint = text_empty(), .colour = done ? "green" : "grey",
			.status = done ? T(page, N_("Done")) : T(page, N_("Not started")),
			.href = done || !page_may_act(page, &ACT_INFORMATION_GIVE) ? text_empty() : path_do(page, person, &ACT_INFORMATION_GIVE, "kind", text_from(choice->code), next) };
		task_list_step(page, &task);
	}
}

struct hub { const struct record *record; int order; const int *fields; const char *heading, *empty; const char *add; };
static const int PROPERTY_COLUMNS[] = { PROPERTY_ITEM_DESCRIPTION, PROPERTY_ITEM_CLASS, PROPERTY_ITEM_QUANTITY, PROPERTY_ITEM_CONTAINER,
	PROPERTY_ITEM_SEAL, -1 };
static const int CHILD_COLUMNS[] = { CHILD_NAME, CHILD_BIRTH_DATE, CHILD_WHERE, CHILD_CARER, -1 };
static const int CONTACT_COLUMNS[] = { CONTACT_NAME, CONTACT_KIND, CONTACT_RELATION, CONTACT_PHONE, CONTACT_WISH_TOLD, -1 };
static const struct hub PROPERTY_HUB = { &RECORD_PROPERTY_ITEM, FIELD_CREATED_AT, PROPERTY_COLUMNS, N_("Items on the list"),
	N_("No item is on the list. When the person brought nothing, close the list as it is."), "property_item.store" };
static const struct hub CHILD_HUB = { &RECORD_CHILD, FIELD_CREATED_AT, CHILD_COLUMNS, N_("Children in the file"), N_("No child is in the file."), "child.add" };
static const struct hub CONTACT_HUB = { &RECORD_CONTACT, FIELD_CREATED_AT, CONTACT_COLUMNS, N_("Contacts in the file"),
	N_("No contact is in the file. Ask whom the person wants to be told."), "contact.add" };

static const struct hub *hub_of(const struct step *step)
{
	switch (step->field) {
	case ADMISSION_PROPERTY: return &PROPERTY_HUB;
	case ADMISSION_CHILDREN: return &CHILD_HUB;
	case ADMISSION_FAMILY: case ADMISSION_CONSULATE: return &CONTACT_HUB;
	default: return NULL;
	}
}

/* Address of the form that closes the step. */
static struct text step_do(struct page *page, const struct row *admission, const struct step *step)
{
	struct text person = row_text(admission, ADMISSION_PERSON), next = path_of(page, "admission", admission->id);
	if (step->act == &ACT_NOTICE_GIVE) {
		const char *whom = step->field == ADMISSION_FAMILY ? "family" : "consulate";
		return path_with(page, path_do(page, person, step->act, "told_whom", text_from(whom), next), "occasion", TEXT_OF("admission"));
	}
	if (step->field == ADMISSION_CHARGES_TOLD)
		return path_do(page, person, step->act, "kind", TEXT_OF("charges"), next);
	return path_do(page, person, step->act, "admission", admission->id, next);
}

static void page_hub(struct page *page, const struct row *admission, const struct step *step)
{
	const struct hub *hub = hub_of(step);
	struct text person = row_text(admission, ADMISSION_PERSON), here = page->request->path;
	const struct act *add = hub ? registry_act(page->registry, text_from(hub->add)) : NULL;
	const struct record *record = hub ? hub->record : &RECORD_INFORMATION_GIVEN;
	struct rows rows;
	if (!rows_about(page, record, person, FIELD_CREATED_AT, false, &rows))
		return;
	page->back = path_of(page, "admission", admission->id);
	page->back_label = T(page, N_("All steps of the admission"));
	page_begin(page, page_message(page, RECORD_ADMISSION.fields[step->field].label));
	widget_paragraph(page, page_message(page, step->help));
	if (hub) {
		rows_table(page, hub->heading, &rows, hub->fields, hub->empty);
		actions_begin(page);
		if (add)
			action_link(page, add, path_do(page, person, add, NULL, text_empty(), here), false);
		action_link(page, step->act, step_do(page, admission, step), true);
		actions_end(page);
	} else {
		task_list_begin(page);
		write_information(page, &rows, person, here);
		task_list_end(page);
	}
	page_end(page);
}

void page_admission_step(struct page *page)
{
	const struct step *step = step_find(page->parameters.values[1]);
	const struct row *admission = row_open(page, &RECORD_ADMISSION, "admissions");
	if (!admission)
		return;
	if (!step) {
		page_redirect(page, path_of(page, "admission", admission->id));
		return;
	}
	if (hub_of(step) || step->field == ADMISSION_INFORMATION)
		page_hub(page, admission, step);
	else if (step->field == ADMISSION_PLACED)
		page_redirect(page, path_with(page, path_subject(page, row_text(admission, ADMISSION_PERSON), "/place"), "next",
			path_of(page, "admission", admission->id)));
	else
		page_redirect(page, step_do(page, admission, step));
}

/* ---- receipt ---- */

static void receipt_line(struct page *page, const struct row *row, int field)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", page_message(page, row->record->fields[field].label));
	html_begin_class(h, "dd", "govuk-summary-list__value");
	sheet_value(page, row, field);
	html_end(h);
	html_end(h);
}

void page_admission_receipt(struct page *page)
{
	static const int ORDER_COLUMNS[] = { LEGAL_ORDER_NUMBER, LEGAL_ORDER_KIND, LEGAL_ORDER_AUTHORITY, LEGAL_ORDER_DATE, LEGAL_ORDER_VALID_UNTIL, -1 };
	static const char *const SIGNATURES[] = { N_("Person admitted"), N_("Reception officer"), NULL };
	struct error_list errors;
	const struct row *admission = row_open(page, &RECORD_ADMISSION, "admissions"), *person, *facility, *episode;
	struct rows orders, items;
	if (!admission)
		return;
	error_list_begin(&errors, page->arena);
	if (!query_load(page->query, &RECORD_PERSON, row_text(admission, ADMISSION_PERSON), &person, &errors) ||
		!query_peek(page->query, &RECORD_FACILITY, row_text(admission, ADMISSION_FACILITY), &facility, &errors) ||
		!query_peek(page->query, &RECORD_CUSTODY_EPISODE, row_text(admission, ADMISSION_EPISODE), &episode, &errors)) {
		page_fail(page, &errors);
		return;
	}
	const struct condition of_episode[] = { CONDITION_TEXT(LEGAL_ORDER_EPISODE, episode->id) };
	if (!rows_where(page, &RECORD_LEGAL_ORDER, of_episode, 1, LEGAL_ORDER_VALID_FROM, false, &orders) ||
		!rows_about(page, &RECORD_PROPERTY_ITEM, person->id, FIELD_CREATED_AT, false, &items))
		return;
	page->base_subject = text_empty();
	page->zone = row_text(facility, FACILITY_ZONE);
	sheet_begin(page, T(page, N_("Admission receipt")), facility);
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
	static const int PERSON_LINES[] = { PERSON_DISPLAY_NAME, PERSON_NUMBER, PERSON_BIRTH_DATE, PERSON_LEGAL_STATUS };
	for (size_t i = 0; i < sizeof PERSON_LINES / sizeof *PERSON_LINES; i++)
		receipt_line(page, person, PERSON_LINES[i]);
	receipt_line(page, episode, CUSTODY_EPISODE_NUMBER);
	receipt_line(page, admission, ADMISSION_ARRIVED_AT);
	receipt_line(page, admission, ADMISSION_DELIVERED_BY);
	html_end(&page->html);
	sheet_table(page, N_("Orders"), &orders, ORDER_COLUMNS, N_("No order is in the file."));
	sheet_table(page, N_("Property taken"), &items, PROPERTY_COLUMNS, N_("No item was taken."));
	sheet_proof(page, admission, false);
	sheet_end(page, SIGNATURES);
}
