/* pages_timeline.c - what happened to a person, by whom, when and why; and who has read the file. */
#include "areas/custody/pages_common.h"
#include "service/records.h"

enum { TIMELINE_LENGTH = 40, FIELDS_SHOWN = 8, GIST_SHOWN = 3 };

static void write_was(struct page *page, const char *element, const char *class_name, const char *word, struct text value)
{
	struct html *h = &page->html;
	html_begin_class(h, element, class_name);
	html_element(h, "span", "govuk-visually-hidden", page_message(page, word));
	html_text(h, TEXT_OF(" "));
	html_element(h, "bdi", NULL, value);
	html_end(h);
}

/* Codes of the engine's rows by their labels, a breach by what it says. */
static struct text value_words(struct page *page, const struct row *row, int index)
{
	struct text label = page_code_label(page, row, index);
	if (row->record == &RECORD_BREACH && index == BREACH_MESSAGE)
		return page_breach_sentence(page, row);
	return label.length ? label : page_value(page, &row->record->fields[index], row_value(row, index));
}

static void write_field(struct page *page, const struct change *change, int index)
{
	struct html *h = &page->html;
	const struct field *field = &change->row->record->fields[index];
	struct text now = value_words(page, change->row, index);
	struct text was = change->before ? value_words(page, change->before, index) : text_empty();
	html_begin(h, "li");
	html_text(h, page_message_with(page, N_("{field}:"), "field", page_message(page, field->label), NULL));
	html_text(h, TEXT_OF(" "));
	if (change->row->redacted & (UINT64_C(1) << index)) {
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld")));
	} else {
		if (!text_is_empty(was))
			write_was(page, "del", "custos-was", N_("was"), was);
		html_text(h, TEXT_OF(" "));
		if (!text_is_empty(now) && change->before)
			write_was(page, "ins", "custos-now", N_("is now"), now);
		else if (!text_is_empty(now))
			html_element(h, "bdi", NULL, now);
	}
	html_end(h);
}

/* Fields that only repeat what the page says already. */
static bool field_is_quiet(const struct record *record, int index)
{
	return index == record->person_field || (record == &RECORD_PERSON && (index == PERSON_EPISODE || index == PERSON_PLACEMENT ||
		index == PERSON_BIRTH_YEAR)) || (record == &RECORD_PROPOSAL && index == PROPOSAL_INPUT) ||
		(record == &RECORD_BREACH && (index == BREACH_PARAMETERS || index == BREACH_ABOUT_RECORD || index == BREACH_ABOUT_ID)) ||
		(record == &RECORD_DEADLINE && (index == DEADLINE_ABOUT_RECORD || index == DEADLINE_ABOUT_ID)) ||
		(record == &RECORD_ATTACHMENT && (index == ATTACHMENT_ABOUT_RECORD || index == ATTACHMENT_ABOUT_ID || index == ATTACHMENT_HASH));
}

/* What one needs to know without opening the entries: the thing that the act is about, not what follows from it. */
static void write_gist(struct page *page, struct text act, const struct change *changes, size_t count)
{
	const struct change *gist = NULL;
	struct text noun = text_slice(act, 0, text_find_byte(act, '.'));
	int shown = 0;
	for (size_t i = 0; i < count; i++)
		if (changes[i].row && text_equal_string(noun, changes[i].row->record->name) && (!gist || !changes[i].before))
			gist = &changes[i];
	for (size_t i = 0; i < count && !gist; i++)
		if (changes[i].row && !(changes[i].row->record->flags & RECORD_ENGINE))
			gist = &changes[i];
	if (!gist)
		return;
	html_begin_class(&page->html, "ul", "govuk-list");
	if (gist->row->record == &RECORD_DEADLINE && gist->before)
		html_element(&page->html, "li", NULL, value_words(page, gist->row, DEADLINE_CLOCK)); /* which one ended */
	for (int i = 0; i < gist->row->record->field_count && shown < GIST_SHOWN; i++) {
		if (!(gist->changed & (UINT64_C(1) << i)) || field_is_quiet(gist->row->record, i) || row_value(gist->row, i).kind == VALUE_ABSENT)
			continue;
		write_field(page, gist, i);
		shown++;
	}
	if (shown == 0)
		html_element(&page->html, "li", NULL, page_message(page, gist->row->record->label));
	html_end(&page->html);
}

static void write_change(struct page *page, const struct change *change)
{
	struct html *h = &page->html;
	if (!change->row) {
		html_element(h, "p", "govuk-body-s", T(page, N_("The content of this entry was destroyed with its key. That it was made stays proved.")));
		return;
	}
	const struct record *record = change->row->record;
	int shown = 0;
	html_begin_class(h, "p", "govuk-body-s");
	html_link(h, "govuk-link", page_path(page, record, change->row->id), page_message(page, record->label));
	html_end(h);
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	for (int i = 0; i < record->field_count && shown < FIELDS_SHOWN; i++)
		if ((change->changed & (UINT64_C(1) << i)) && !field_is_quiet(record, i)) {
			write_field(page, change, i);
			shown++;
		}
	if (shown == 0)
		html_element(h, "li", NULL, T(page, N_("Nothing that you can see changed")));
	html_end(h);
}

static void write_byline(struct page *page, const struct change *change)
{
	struct html *h = &page->html;
	html_begin_class(h, "p", "moj-timeline__byline");
	bool itself = text_is_empty(change->actor_name) || text_equal_string(change->entry.actor, "system");
	html_text(h, page_message_with(page, N_("by {actor}"), "actor", itself ? T(page, N_("Custos itself")) : change->actor_name, NULL));
	html_end(h);
}

/* The entry that names what was done; agreeing to a proposal is only how it came about. */
static const struct change *leading(const struct change *changes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!text_starts_with(changes[i].act, TEXT_OF("proposal.")))
			return &changes[i];
	return &changes[0];
}

static void write_item(struct page *page, const struct change *changes, size_t count, int level)
{
	struct html *h = &page->html;
	const struct change *first = leading(changes, count);
	html_begin_class(h, "div", text_equal_string(first->act, "deadline.lapse") ? "moj-timeline__item custos-timeline__item--breach" :
		"moj-timeline__item");
	html_begin_class(h, "div", "moj-timeline__header");
	html_element(h, level == 2 ? "h2" : "h3", "moj-timeline__title", page_act_label(page, first->act));
	html_text(h, TEXT_OF(" "));
	write_byline(page, first);
	html_end(h);
	html_begin_class(h, "p", "moj-timeline__date");
	widget_moment(page, first->entry.time);
	html_end(h);
	html_begin_class(h, "div", "moj-timeline__description");
	if (!text_is_empty(first->reason))
		html_element(h, "p", "govuk-body", page_message_with(page, N_("Reason: {reason}"), "reason", first->reason, NULL));
	write_gist(page, first->act, changes, count);
	widget_details_begin(page, page_count(page, N_("{count} entry in the file"), N_("{count} entries in the file"), (int64_t)count));
	for (size_t i = 0; i < count; i++)
		write_change(page, &changes[i]);
	html_link(h, "govuk-link", arena_format(page->arena, "/receipts/%lld/%.*s", (long long)first->entry.index, TEXT_FORMAT(first->entry.log)),
		page_message_with(page, N_("Receipt {index}"), "index", arena_format(page->arena, "%lld", (long long)first->entry.index), NULL));
	html_end(h);
	html_end(h);
	html_end(h);
	html_end(h);
}

void write_timeline(struct page *page, const struct change *changes, size_t count, int level)
{
	html_begin_class(&page->html, "div", "moj-timeline");
	for (size_t i = 0; i < count;) {
		size_t next = i + 1;
		while (next < count && text_equal(changes[next].entry.decision, changes[i].entry.decision) && !text_is_empty(changes[i].entry.decision))
			next++;
		write_item(page, &changes[i], next - i, level);
		i = next;
	}
	html_end(&page->html);
}

void page_person_timeline(struct page *page)
{
	struct change *changes;
	size_t count;
	int64_t before = 0;
	struct error_list errors;
	const struct row *person = subject_open(page);
	if (!person)
		return;
	if (!text_to_integer(page_query(page, "before"), &before))
		before = 0;
	error_list_begin(&errors, page->arena);
	if (!query_timeline(page->query, person->id, before, TIMELINE_LENGTH, &changes, &count, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page_begin(page, T(page, N_("History")));
	actions_begin(page);
	if (actor_has_role(page->actor, READERS_OF_READINGS))
		widget_button_link(page, path_subject(page, person->id, "/readers"), T(page, N_("Who read this file")), true);
	widget_button_link(page, path_subject(page, person->id, "/file"), T(page, N_("Whole file, also as of an earlier day")), true);
	actions_end(page);
	if (count == 0)
		widget_empty(page, N_("Nothing older is in the journal about this person."), N_("Back to the newest"), path_subject(page, person->id, "/timeline"));
	else
		write_timeline(page, changes, count, 2);
	if (count >= TIMELINE_LENGTH) {
		html_begin_class(&page->html, "nav", "custos-pages");
		html_attribute(&page->html, "aria-label", T(page, N_("Pages of the list")));
		html_link(&page->html, "govuk-link custos-pages__next", arena_format(page->arena, "?before=%lld", (long long)changes[count - 1].entry.time),
			T(page, N_("Earlier")));
		html_end(&page->html);
	}
	page_end(page);
}

static struct text reading_words(struct page *page, const struct reading *reading)
{
	static const struct { const char *kind, *words; } KINDS[] = { { "read", N_("Opened") }, { "list", N_("Seen in a list") }, { "search", N_("Found by search") },
		{ "print", N_("Printed") }, { "export", N_("Exported") }, { "history", N_("History read") }, { "timeline", N_("Timeline read") },
		{ "file", N_("Whole file read") }, { "readers", N_("Looked at who read") }, { "board", N_("Seen on the place board") },
		{ "roll", N_("Seen on the roll") }, { "movements", N_("Seen among the movements") }, { "transfers", N_("Seen among the transfers") },
		{ "releases", N_("Seen among the releases") }, { "keep-apart", N_("Seen as a person to keep apart") } };
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (text_equal_string(reading->kind, KINDS[i].kind))
			return page_message(page, KINDS[i].words);
	return reading->kind;
}

void page_person_readers(struct page *page)
{
	static const char *const HEADINGS[] = { N_("When"), N_("Who"), N_("What was done"), N_("What was read"), NULL };
	struct reading *readings;
	size_t count;
	struct error_list errors;
	const struct row *person = subject_open(page);
	if (!person)
		return;
	error_list_begin(&errors, page->arena);
	if (!query_readers(page->query, person->id, 200, &readings, &count, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->back = path_subject(page, person->id, "/timeline");
	page->back_label = T(page, N_("History"));
	page_begin(page, T(page, N_("Who read this file")));
	widget_paragraph(page, T(page, N_("Every reading stands in the access log and cannot be taken out of it. The newest two hundred are shown.")));
	if (count == 0)
		widget_paragraph(page, T(page, N_("Nobody has read this file yet.")));
	else
		widget_table_begin(page, T(page, N_("Readings")), HEADINGS);
	for (size_t i = 0; i < count; i++) {
		const struct record *record = registry_record(page->registry, readings[i].record);
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_moment(page, readings[i].time);
		widget_table_cell_end(page);
		widget_table_cell(page, text_is_empty(readings[i].actor_name) ? readings[i].actor : readings[i].actor_name);
		widget_table_cell(page, reading_words(page, &readings[i]));
		widget_table_cell(page, record ? page_message(page, record->label) : readings[i].record);
	}
	if (count > 0)
		widget_table_end(page);
	page_end(page);
}
