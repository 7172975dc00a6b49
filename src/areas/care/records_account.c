/* records_account.c - the money of a person: every line that came in or went out, and what each purse holds. */
#include "areas/care/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define READERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct citation NMR_103 = { "NMR-103.3", N_("Nelson Mandela Rules, Rule 103"), SOURCE_TEXT_READ };

const struct choice ACCOUNT_KIND_CHOICES[] = { { "brought", N_("Brought at admission") }, { "pay", N_("Pay for work") }, { "sent_in", N_("Sent in by family or friends") },
	{ "other_in", N_("Other money in") }, { "purchase", N_("Purchase") }, { "to_family", N_("Sent to the family") }, { "to_savings", N_("Put aside for release") },
	{ "health_fee", N_("Fee for necessary health care") }, { "transport", N_("Charge for transport") }, { "other_out", N_("Other money out") }, { "payout", N_("Paid out") },
	{ "reversal", N_("Taken back") }, { NULL, NULL } };
static const struct choice PURSE_CHOICES[] = { { "spend", N_("To spend") }, { "saved", N_("Saved for release") }, { NULL, NULL } };

static const struct field ACCOUNT_ENTRY[] = {
	[ACCOUNT_ENTRY_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[ACCOUNT_ENTRY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[ACCOUNT_ENTRY_AT] = { "posted_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[ACCOUNT_ENTRY_PURSE] = { "purse", N_("Purse"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = PURSE_CHOICES, .basis = &NMR_103 },
	[ACCOUNT_ENTRY_KIND] = { "kind", N_("What it is"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = ACCOUNT_KIND_CHOICES },
	[ACCOUNT_ENTRY_AMOUNT] = { "amount", N_("Amount"), N_("Below zero: it went out"), FIELD_MONEY, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[ACCOUNT_ENTRY_WORDS] = { "words", N_("What for, from whom or to whom"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[ACCOUNT_ENTRY_PAPER] = { "paper", N_("Number of the receipt"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[ACCOUNT_ENTRY_PAY] = { "work_pay", N_("Pay for work"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "work_pay" },
	[ACCOUNT_ENTRY_REVERSES] = { "reverses", N_("Takes back"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "account_entry" },
};

static struct text entry_title(struct arena *arena, const struct row *entry)
{
	(void)arena;
	return row_text(entry, ACCOUNT_ENTRY_WORDS);
}

const struct record RECORD_ACCOUNT_ENTRY = {
	.name = "account_entry", .label = N_("Line of an account"), .label_plural = N_("Lines of accounts"), .help = N_("Money of a person that came in or went out, and what for"),
	.fields = ACCOUNT_ENTRY, .field_count = ACCOUNT_ENTRY_FIELDS, .facility_field = ACCOUNT_ENTRY_FACILITY, .person_field = ACCOUNT_ENTRY_PERSON,
	.parent_field = ACCOUNT_ENTRY_PERSON, .compartment = COMPARTMENT_CORE, .readers = READERS, .basis = &NMR_103, .title = entry_title,
};

int64_t account_balance(const struct rows *entries, const char *purse)
{
	int64_t sum = 0;
	for (size_t i = 0; i < entries->count; i++)
		if (row_is(entries->items[i], ACCOUNT_ENTRY_PURSE, purse))
			sum += row_integer(entries->items[i], ACCOUNT_ENTRY_AMOUNT, 0);
	return sum;
}
