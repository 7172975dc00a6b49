/* pages_account.c - the account of a person: both balances, every line that explains them, and the statement that the person gets on paper. */
#include "areas/care/pages_common.h"

static const struct choice PURSES[] = { { "spend", N_("To spend") }, { "saved", N_("Saved for release") }, { NULL, NULL } };

static struct text money(struct page *page, int64_t amount) { return format_decimal(page->language, page->arena, amount, 2); }

static void write_line(struct page *page, const struct row *entry, int64_t balance, bool links)
{
	int64_t amount = row_integer(entry, ACCOUNT_ENTRY_AMOUNT, 0);
	struct text words = row_text(entry, ACCOUNT_ENTRY_WORDS);
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_moment(page, row_moment(entry, ACCOUNT_ENTRY_AT));
	widget_table_cell_end(page);
	widget_table_cell(page, page_value(page, &RECORD_ACCOUNT_ENTRY.fields[ACCOUNT_ENTRY_KIND], row_value(entry, ACCOUNT_ENTRY_KIND)));
	if (links)
		widget_table_link(page, page_path(page, entry->record, entry->id), words);
	else
		widget_table_cell(page, words);
	widget_table_cell(page, amount > 0 ? money(page, amount) : text_empty());
	widget_table_cell(page, amount < 0 ? money(page, -amount) : text_empty());
	widget_table_cell(page, money(page, balance));
}

/* Oldest first, as one reads a book: each line says what was there after it. */
static void write_purse(struct page *page, const struct rows *entries, const struct choice *purse, bool links)
{
	static const char *const HEADINGS[] = { N_("When"), N_("What it is"), N_("What for, from whom or to whom"), N_("Money in"), N_("Money out"), N_("Balance"), NULL };
	int64_t balance = 0;
	bool begun = false;
	for (size_t i = 0; i < entries->count; i++) {
		if (!row_is(entries->items[i], ACCOUNT_ENTRY_PURSE, purse->code))
			continue;
		if (!begun)
			widget_table_begin(page, T(page, purse->label), HEADINGS);
		begun = true;
		balance += row_integer(entries->items[i], ACCOUNT_ENTRY_AMOUNT, 0);
		write_line(page, entries->items[i], balance, links);
	}
	if (begun) {
		widget_table_end(page);
		return;
	}
	widget_heading(page, 2, T(page, purse->label));
	widget_paragraph(page, T(page, N_("There is no line yet.")));
}

static void write_account(struct page *page, const struct rows *entries, bool links)
{
	widget_summary_begin(page);
	for (const struct choice *purse = PURSES; purse->code; purse++)
		widget_summary_row(page, T(page, purse->label), money(page, account_balance(entries, purse->code)));
	widget_summary_end(page);
	for (const struct choice *purse = PURSES; purse->code; purse++)
		write_purse(page, entries, purse, links);
}

static const struct row *account_read(struct page *page, struct rows *out_entries, struct rows *out_pays)
{
	const struct row *person = subject_open(page);
	return person && rows_about(page, &RECORD_ACCOUNT_ENTRY, person->id, ACCOUNT_ENTRY_AT, false, out_entries) &&
		rows_about(page, &RECORD_WORK_PAY, person->id, WORK_PAY_AT, true, out_pays) ? person : NULL;
}

static const int PAYS[] = { WORK_PAY_UNTIL, WORK_PAY_HOURS, WORK_PAY_OWN, WORK_PAY_FAMILY, WORK_PAY_SAVED, -1 };

void page_person_account(struct page *page)
{
	struct rows entries, pays;
	const struct row *person = account_read(page, &entries, &pays);
	if (!person)
		return;
	page->wide = true;
	page_begin(page, T(page, N_("Account")));
	actions_begin(page);
	if (row_has(person, PERSON_EPISODE))
		action_link(page, &ACT_ACCOUNT_POST, path_do(page, person->id, &ACT_ACCOUNT_POST, NULL, text_empty(), page->request->path), true);
	if (account_balance(&entries, "spend") > 0 || account_balance(&entries, "saved") > 0)
		action_link(page, &ACT_ACCOUNT_PAY_OUT, path_do(page, person->id, &ACT_ACCOUNT_PAY_OUT, NULL, text_empty(), page->request->path), false);
	action_page(page, arena_string(page->arena, path_subject(page, person->id, "/account/statement")), N_("Statement to print"), false);
	actions_end(page);
	widget_paragraph(page, T(page, N_("Necessary health care and transport cost the person nothing. What is saved is paid out at release.")));
	write_account(page, &entries, true);
	rows_table(page, N_("Pay for work"), &pays, PAYS, N_("Nothing has been paid yet."));
	page_end(page);
}

void page_person_statement(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("Whoever keeps the accounts"), N_("The person"), NULL };
	struct rows entries, pays;
	struct error_list errors;
	const struct row *facility = NULL, *person = account_read(page, &entries, &pays);
	if (!person)
		return;
	error_list_begin(&errors, page->arena);
	if (row_has(person, PERSON_CURRENT_FACILITY) && !query_peek(page->query, &RECORD_FACILITY, row_text(person, PERSON_CURRENT_FACILITY), &facility, &errors)) {
		page_fail(page, &errors);
		return;
	}
	query_note(page->query, "print", person->id, TEXT_OF("person"), person->id);
	page->base_subject = text_empty();
	page->back = path_subject(page, person->id, "/account");
	page->back_label = row_text(person, PERSON_DISPLAY_NAME);
	sheet_begin(page, T(page, N_("Statement of account")), facility);
	html_begin_class(&page->html, "p", "govuk-body");
	html_element(&page->html, "bdi", NULL, row_text(person, PERSON_DISPLAY_NAME));
	html_text(&page->html, TEXT_OF(" "));
	write_code(page, row_text(person, PERSON_NUMBER));
	html_end(&page->html);
	widget_paragraph(page, page_message_with(page, N_("As it stood on {moment}."), "moment", page_moment(page, page->now), NULL));
	write_account(page, &entries, false);
	sheet_table(page, N_("Pay for work"), &pays, PAYS, N_("Nothing has been paid yet."));
	widget_paragraph(page, T(page, N_("If a line is wrong, say so to any officer or write a complaint; every line has a paper behind it.")));
	sheet_end(page, SIGNATURES);
}
