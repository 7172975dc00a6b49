/* pages_register.c - a new file, with what was asked before it was opened filled in. */
#include "areas/custody/pages_common.h"

static struct text number_padded(struct page *page, struct text number)
{
	return number.length == 1 ? arena_format(page->arena, "0%.*s", TEXT_FORMAT(number)) : number;
}

/* "1991-03-03", "1991-03" or "1991" from the three fields of the question before; empty when they are no date. */
static struct text asked_birth(struct page *page)
{
	struct text year = text_trim(page_query(page, "year")), month = number_padded(page, text_trim(page_query(page, "month"))),
		day = number_padded(page, text_trim(page_query(page, "day")));
	struct date date;
	struct text text = text_is_empty(month) ? year : text_is_empty(day) ?
		arena_format(page->arena, "%.*s-%.*s", TEXT_FORMAT(year), TEXT_FORMAT(month)) :
		arena_format(page->arena, "%.*s-%.*s-%.*s", TEXT_FORMAT(year), TEXT_FORMAT(month), TEXT_FORMAT(day));
	return date_parse_partial(text, &date) ? text : text_empty();
}

static void set_input(struct row *row, const char *name, struct text value)
{
	int field = record_field(row->record, text_from(name));
	if (field >= 0 && !text_is_empty(value))
		row_set_text(row, field, value);
}

void page_register(struct page *page)
{
	struct row *defaults = row_new(page->arena, ACT_PERSON_REGISTER.input_record);
	struct text rest = page_query(page, "name"), word;
	page->section = "admissions";
	page->caption = T(page, N_("Admission, new file"));
	page->back = TEXT_OF("/admission");
	static const char *const PARTS[] = { "surname", "given", "patronymic" };
	for (size_t i = 0; i < 3 && text_next(&rest, ' ', &word); i++)
		set_input(defaults, PARTS[i], word);
	set_input(defaults, "birth_date", asked_birth(page));
	page_act(page, TEXT_OF("person.register"), defaults, TEXT_OF("/people/{id}/do/person.admit"));
}
