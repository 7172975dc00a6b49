/* pages_do.c - the form of any act about a person or a thing, with the person open above it; and the list of such acts. */
#include "areas/custody/pages_common.h"

#include "base/random.h"

/* Where one goes after an act when the link did not say; {id} is what the act made. */
static const struct { const struct act *act; const char *next; bool of_person; } AFTER[] = {
	{ &ACT_PERSON_ADMIT, "/admission/{id}", false }, { &ACT_RELEASE_PREPARE, "/release/{id}", false }, { &ACT_TRANSFER_OFFER, "/transfer/{id}", false },
	{ &ACT_TRANSFER_DEPART, "/transfer/{id}", false }, { &ACT_TRANSFER_ACCEPT, "/transfer/{id}", false }, { &ACT_TRANSFER_REFUSE, "/transfer/{id}", false },
	{ &ACT_TRANSFER_CANCEL, "/transfer/{id}", false }, { &ACT_CHECK_IDENTITY, "/admission/{id}", false }, { &ACT_CHECK_AUTHORITY, "/admission/{id}", false },
	{ &ACT_SEARCH, "/admission/{id}", false }, { &ACT_CONDITION, "/admission/{id}", false }, { &ACT_CLOSE_PROPERTY, "/admission/{id}", false },
	{ &ACT_HEALTH, "/admission/{id}", false }, { &ACT_NEEDS, "/admission/{id}", false }, { &ACT_SAFETY, "/admission/{id}", false },
	{ &ACT_CHILDREN, "/admission/{id}", false }, { &ACT_COMPLETE, "/admission/{id}", false }, { &ACT_RELEASE_OFFER_FILE, "/release/{id}", false },
	{ &ACT_RELEASE_RETURN_PROPERTY, "/release/{id}", false }, { &ACT_RELEASE_RELEASE, "/release/{id}", false }, { &ACT_RELEASE_CANCEL, "/release/{id}", false },
	{ &ACT_LEGAL_ORDER_ADD, "/orders", true }, { &ACT_LEGAL_ORDER_AMEND, "/orders", true }, { &ACT_LEGAL_ORDER_END, "/orders", true },
	{ &ACT_OFFENCE_ADD, "/orders", true }, { &ACT_SENTENCE_IMPOSE, "/orders", true }, { &ACT_SENTENCE_QUASH, "/orders", true },
	{ &ACT_CREDIT_ADD, "/orders", true }, { &ACT_NOTICE_GIVE, "/contacts", true }, { &ACT_INFORMATION_GIVE, "/contacts", true },
	{ &ACT_PROPERTY_STORE, "/property", true }, { &ACT_PROPERTY_END, "/property", true }, { &ACT_CASE_NOTE_WRITE, "/notes", true },
	{ &ACT_MOVEMENT_LEAVE, "/movements", true }, { &ACT_MOVEMENT_RETURN, "/movements", true }, { &ACT_NAME_ADD, "/details", true },
	{ &ACT_NAME_END, "/details", true }, { &ACT_FILE_LINK, "/details", true }, { &ACT_FILE_UNLINK, "/details", true },
};

static struct text next_of(struct page *page, const struct act *act, struct text person)
{
	for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++) {
		if (AFTER[i].act != act)
			continue;
		return AFTER[i].of_person ? path_person(page, person, AFTER[i].next) : text_from(AFTER[i].next);
	}
	return text_is_empty(person) ? text_empty() : path_person(page, person, "");
}

/* Forms that change what is there begin with what is there. */
static void fill_from_target(struct page *page, const struct act *act, struct row *row)
{
	const struct row *target = NULL;
	struct error_list ignored;
	struct text name = text_from(act->name);
	error_list_begin(&ignored, page->arena);
	if (act->target_input < 0 || !(text_ends_with(name, TEXT_OF(".correct")) || text_ends_with(name, TEXT_OF(".amend"))) ||
		!identifier_is_valid(row_text(row, act->target_input)) ||
		!query_load(page->query, act->record, row_text(row, act->target_input), &target, &ignored))
		return;
	for (int i = 0; i < act->input_record->field_count; i++) {
		int field = record_field(act->record, text_from(act->input_record->fields[i].name));
		if (i != act->target_input && field >= 0)
			row_set(row, i, row_value(target, field));
	}
}

/* Inputs named in the address; what does not fit the field is left out and asked. */
static struct row *preset(struct page *page, const struct act *act, struct text person)
{
	struct row *row = row_new(page->arena, act->input_record);
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	for (int i = 0; i < act->input_record->field_count; i++) {
		const struct field *field = &act->input_record->fields[i];
		struct text given = page_query(page, field->name);
		struct value value;
		bool subject = !text_is_empty(person) && registry_reference(page->registry, field) == page->registry->subject &&
			(text_equal_string(text_from(field->name), "person") || (i == act->target_input && act->record == page->registry->subject));
		if (subject)
			row_set_text(row, i, person);
		else if (!text_is_empty(given) && field_parse(field, page->arena, given, &value, &ignored))
			row_set(row, i, value);
		else if (field->type == FIELD_MOMENT && (field->flags & FIELD_REQUIRED))
			row_set_integer(row, i, page->now); /* at the gate "now" is nearly always right, and stays to be changed */
	}
	int facility = record_field(act->input_record, TEXT_OF("facility"));
	if (facility >= 0 && row_value(row, facility).kind == VALUE_ABSENT)
		row_set_text(row, facility, page->actor->facility);
	fill_from_target(page, act, row);
	return row;
}

void page_person_do(struct page *page)
{
	const struct row *person = person_open(page);
	const struct act *act = registry_act(page->registry, page->parameters.values[1]);
	if (!person)
		return;
	page->back = path_person(page, person->id, "");
	page_act(page, page->parameters.values[1], act ? preset(page, act, person->id) : NULL, act ? next_of(page, act, person->id) : text_empty());
}

/* The subject of the row acted on stands above the form, when there is one. */
void page_do(struct page *page)
{
	const struct act *act = registry_act(page->registry, page->parameters.values[0]);
	const struct row *target = NULL;
	struct error_list ignored; /* the act says itself what is wrong with its target */
	struct row *defaults = act ? preset(page, act, text_empty()) : NULL;
	error_list_begin(&ignored, page->arena);
	if (act && act->target_input >= 0) {
		struct text typed = page_form(page, act->input_record->fields[act->target_input].name);
		struct text id = text_is_empty(typed) ? row_text(defaults, act->target_input) : typed;
		if (identifier_is_valid(id) && query_peek(page->query, act->record, id, &target, &ignored))
			page->base_subject = row_subject(target);
	}
	page_act(page, page->parameters.values[0], defaults, act ? next_of(page, act, page->base_subject) : text_empty());
}

/* ---- everything one can record about a person ---- */

static const struct act *const HOLDING[] = { &ACT_PERSON_ADMIT, &ACT_PLACEMENT_PLACE, &ACT_MOVEMENT_LEAVE, &ACT_TRANSFER_OFFER, &ACT_RELEASE_PREPARE,
	&ACT_ESCAPE_RETURN, NULL };
static const struct act *const PAPERS[] = { &ACT_LEGAL_ORDER_ADD, &ACT_INFORMATION_GIVE, &ACT_NOTICE_GIVE, &ACT_PROPERTY_STORE, NULL };
static const struct act *const FILE_ACTS[] = { &ACT_CASE_NOTE_WRITE, &ACT_ALERT_RAISE, &ACT_KEEP_APART_RAISE, &ACT_NAME_ADD, &ACT_FILE_LINK, NULL };
static const struct act *const GRAVE[] = { &ACT_DEATH_RECORD, &ACT_ESCAPE_RECORD, NULL };
static const struct { const char *heading; const struct act *const *acts; } ACT_GROUPS[] = { { N_("Where the person is"), HOLDING },
	{ N_("Orders, rights and property"), PAPERS }, { N_("The file"), FILE_ACTS }, { N_("Death and escape"), GRAVE } };
/* Made by the engine from the tables: a row of the record is added. */
static const char *const ADDED[] = { "contact.add", "identity_document.add", "person_mark.add", "child.add", "person.correct" };

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
	if (act == &ACT_RELEASE_PREPARE || act == &ACT_DEATH_RECORD || act == &ACT_ESCAPE_RECORD || act == &ACT_PROPERTY_STORE)
		return held;
	return true;
}

static void write_act_link(struct page *page, const struct row *person, const struct act *act)
{
	struct html *h = &page->html;
	html_begin(h, "li");
	html_link(h, "govuk-link", act == &ACT_PLACEMENT_PLACE ? path_person(page, person->id, "/place") :
		path_do(page, person->id, act, NULL, text_empty(), text_empty()), act_label(page, act));
	if (act->help) {
		html_void(h, "br");
		html_element(h, "span", "custos-quiet", page_message(page, act->help));
	}
	html_end(h);
}

static void write_act_group(struct page *page, const struct row *person, const char *heading, const struct act *const *acts)
{
	int written = 0;
	for (; *acts; acts++) {
		if (!may_act(page, *acts) || !act_fits(person, *acts))
			continue;
		if (written++ == 0) {
			widget_heading(page, 2, page_message(page, heading));
			html_begin_class(&page->html, "ul", "govuk-list govuk-list--spaced");
		}
		write_act_link(page, person, *acts);
	}
	if (written > 0)
		html_end(&page->html);
}

static void write_added(struct page *page, const struct row *person)
{
	int written = 0;
	for (size_t i = 0; i < sizeof ADDED / sizeof *ADDED; i++) {
		const struct act *act = registry_act(page->registry, text_from(ADDED[i]));
		if (!act || !may_act(page, act))
			continue;
		if (written++ == 0) {
			widget_heading(page, 2, T(page, N_("Facts in the file")));
			html_begin_class(&page->html, "ul", "govuk-list govuk-list--spaced");
		}
		write_act_link(page, person, act);
	}
	if (written > 0)
		html_end(&page->html);
}

void page_person_actions(struct page *page)
{
	const struct row *person = person_open(page);
	if (!person)
		return;
	page->back = path_person(page, person->id, "");
	page_begin(page, T(page, N_("Everything you can record")));
	widget_paragraph(page, T(page, N_("Only what your role records is shown. What has already happened can always be recorded: each form offers it when a rule stands against it.")));
	for (size_t i = 0; i < sizeof ACT_GROUPS / sizeof *ACT_GROUPS; i++)
		write_act_group(page, person, ACT_GROUPS[i].heading, ACT_GROUPS[i].acts);
	write_added(page, person);
	page_end(page);
}
