/* account.c - account_entry.post, .reverse, .pay_out; and pay for work, which goes into the account by itself. */
#include "areas/care/acts/common.h"

static const struct citation NMR_103 = { "NMR-103.3", N_("Nelson Mandela Rules, Rule 103"), SOURCE_TEXT_READ };

#define CASHIERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR))

static struct row *entry_insert(struct decision *decision, struct text person, struct text facility, int64_t at, const char *purse, const char *kind, int64_t amount)
{
	struct row *entry = decision_insert(decision, &RECORD_ACCOUNT_ENTRY);
	row_set_text(entry, ACCOUNT_ENTRY_PERSON, person);
	row_set_text(entry, ACCOUNT_ENTRY_FACILITY, facility);
	row_set_integer(entry, ACCOUNT_ENTRY_AT, at);
	row_set_string(entry, ACCOUNT_ENTRY_PURSE, purse);
	row_set_string(entry, ACCOUNT_ENTRY_KIND, kind);
	row_set_integer(entry, ACCOUNT_ENTRY_AMOUNT, amount);
	return entry;
}

static struct rows entries_of(const struct act_context *context, struct text person)
{
	const struct condition own = CONDITION_TEXT(ACCOUNT_ENTRY_PERSON, person);
	return act_find(context, &RECORD_ACCOUNT_ENTRY, &own, 1);
}

/* ---- a line ---- */
/* Pay, paying out and taking back have verbs of their own. */
static const struct choice POSTED[] = { { "brought", N_("Brought at admission") }, { "sent_in", N_("Sent in by family or friends") }, { "other_in", N_("Other money in") },
	{ "purchase", N_("Purchase") }, { "to_family", N_("Sent to the family") }, { "to_savings", N_("Put aside for release") }, { "health_fee", N_("Fee for necessary health care") },
	{ "transport", N_("Charge for transport") }, { "other_out", N_("Other money out") }, { NULL, NULL } };

enum { PO_PERSON, PO_KIND, PO_AMOUNT, PO_WORDS, PO_PAPER, PO_AT, PO_INPUTS };
static const struct field POST_INPUT[PO_INPUTS] = { [PO_PERSON] = PERSON_INPUT,
	[PO_KIND] = { "kind", N_("What it is"), N_("Putting aside moves money from one purse of the person to the other"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = POSTED },
	[PO_AMOUNT] = { "amount", N_("Amount"), N_("Above zero; what it is says whether it comes in or goes out"), FIELD_MONEY, OPEN, FIELD_REQUIRED, .limits = { 1, 100000000000, 0 } },
	[PO_WORDS] = { "words", N_("What for, from whom or to whom"), N_("The person reads this on the statement"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[PO_PAPER] = { "paper", N_("Number of the receipt"), NULL, FIELD_LINE, OPEN, 0 },
	[PO_AT] = { "posted_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record POST_RECORD = ACT_INPUTS("account_entry.post", POST_INPUT);

static bool post_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, PO_PERSON, &RECORD_PERSON, errors), *input = context->input;
	int64_t at = decide_moment(context, PO_AT, errors), amount = row_integer(input, PO_AMOUNT, 0);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	bool in = row_is(input, PO_KIND, "brought") || row_is(input, PO_KIND, "sent_in") || row_is(input, PO_KIND, "other_in");
	struct rows entries = entries_of(context, person->id);
	if (!in && !context->record_fact && amount > account_balance(&entries, "spend"))
		return decide_refuse(errors, "/amount", N_("There is less to spend on this account"));
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	const char *kind = arena_string(context->arena, row_text(input, PO_KIND));
	static const int PAIRS[] = { PO_WORDS, ACCOUNT_ENTRY_WORDS, PO_PAPER, ACCOUNT_ENTRY_PAPER, -1 };
	if (row_is(input, PO_KIND, "to_savings"))
		decide_copy(entry_insert(decision, person->id, facility, at, "saved", kind, amount), input, PAIRS);
	struct row *entry = entry_insert(decision, person->id, facility, at, "spend", kind, in ? amount : -amount);
	decide_copy(entry, input, PAIRS);
	decision->result = entry;
	return true;
}

const struct act ACT_ACCOUNT_POST = { .name = "account_entry.post", .label = N_("Write a line into the account"), .help = N_("Money that comes in or goes out, one line for each paper"),
	.done = N_("It stands in the account"), .input_record = &POST_RECORD, .record = &RECORD_PERSON, .target_input = PO_PERSON, .actors = CASHIERS,
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_103, .decide = post_decide };

/* ---- a line was wrong ---- */
static const struct field REVERSE_INPUT[] = { { "account_entry", N_("Line of an account"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "account_entry" } };
static const struct record REVERSE_RECORD = ACT_INPUTS("account_entry.reverse", REVERSE_INPUT);

static bool reverse_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_ACCOUNT_ENTRY, errors);
	if (!old)
		return false;
	const struct condition done = CONDITION_TEXT(ACCOUNT_ENTRY_REVERSES, old->id);
	if (row_has(old, ACCOUNT_ENTRY_REVERSES) || act_count(context, &RECORD_ACCOUNT_ENTRY, &done, 1) > 0)
		return decide_refuse(errors, "/account_entry", N_("This line is taken back already, or takes back another"));
	/* What was put aside stands in two lines: taking back one alone would make or lose money. */
	if (row_is(old, ACCOUNT_ENTRY_KIND, "to_savings"))
		return decide_refuse(errors, "/account_entry", N_("Money put aside stays with the person until release; pay out the account then"));
	struct row *entry = entry_insert(decision, row_text(old, ACCOUNT_ENTRY_PERSON), row_text(old, ACCOUNT_ENTRY_FACILITY), context->now,
		arena_string(context->arena, row_text(old, ACCOUNT_ENTRY_PURSE)), "reversal", -row_integer(old, ACCOUNT_ENTRY_AMOUNT, 0));
	row_set_text(entry, ACCOUNT_ENTRY_WORDS, decide_reason_line(context));
	row_set_text(entry, ACCOUNT_ENTRY_REVERSES, old->id);
	decision->result = entry;
	return true;
}

const struct act ACT_ACCOUNT_REVERSE = { .name = "account_entry.reverse", .label = N_("Take back a line"), .help = N_("The line stays; another of the same amount stands against it"),
	.done = N_("Taken back"), .input_record = &REVERSE_RECORD, .record = &RECORD_ACCOUNT_ENTRY, .target_input = 0, .actors = CASHIERS, .flags = ACT_REASON,
	.basis = &NMR_103, .decide = reverse_decide };

/* ---- at release ---- */
enum { OUT_PERSON, OUT_TO, OUT_PAPER, OUT_INPUTS };
static const struct field PAY_OUT_INPUT[OUT_INPUTS] = { [OUT_PERSON] = PERSON_INPUT,
	[OUT_TO] = { "paid_to", N_("Paid to"), N_("The person; after a death the heirs"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OUT_PAPER] = { "paper", N_("Number of the receipt that was signed"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record PAY_OUT_RECORD = ACT_INPUTS("account_entry.pay_out", PAY_OUT_INPUT);

static bool pay_out_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const char *const PURSES[] = { "saved", "spend" };
	static const int PAIRS[] = { OUT_TO, ACCOUNT_ENTRY_WORDS, OUT_PAPER, ACCOUNT_ENTRY_PAPER, -1 };
	const struct row *person = act_load_input(context, OUT_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	struct rows entries = entries_of(context, person->id);
	for (size_t i = 0; i < 2; i++) {
		int64_t balance = account_balance(&entries, PURSES[i]);
		if (balance <= 0)
			continue;
		struct text facility = row_has(person, PERSON_CURRENT_FACILITY) ? row_text(person, PERSON_CURRENT_FACILITY) : row_text(entries.items[0], ACCOUNT_ENTRY_FACILITY);
		decision->result = entry_insert(decision, person->id, facility, context->now, PURSES[i], "payout", -balance);
		decide_copy(decision->result, context->input, PAIRS);
	}
	return decision->result || decide_refuse(errors, "/person", N_("There is nothing on this account"));
}

const struct act ACT_ACCOUNT_PAY_OUT = { .name = "account_entry.pay_out", .label = N_("Pay out the account"), .help = N_("All that there is to spend and all that was saved; before the person goes"),
	.done = N_("All is paid out"), .input_record = &PAY_OUT_RECORD, .record = &RECORD_PERSON, .target_input = OUT_PERSON, .actors = CASHIERS,
	.flags = ACT_IRREVERSIBLE, .basis = &NMR_103, .decide = pay_out_decide };

/* ---- pay for work ---- */
static void paid(struct act_context *context, struct decision *decision)
{
	static const struct { int field; const char *purse; } PARTS[] = { { WORK_PAY_OWN, "spend" }, { WORK_PAY_SAVED, "saved" } };
	const struct row *pay = decision_row(decision, &RECORD_WORK_PAY);
	const struct row *work = pay ? act_load(context, &RECORD_WORK, row_text(pay, WORK_PAY_WORK)) : NULL;
	for (size_t i = 0; work && i < 2; i++) {
		int64_t amount = row_integer(pay, PARTS[i].field, 0);
		if (amount <= 0)
			continue;
		struct row *entry = entry_insert(decision, row_text(pay, WORK_PAY_PERSON), row_text(pay, WORK_PAY_FACILITY), row_moment(pay, WORK_PAY_AT), PARTS[i].purse, "pay", amount);
		row_set_text(entry, ACCOUNT_ENTRY_WORDS, row_text(work, WORK_TASK));
		row_set_text(entry, ACCOUNT_ENTRY_PAY, pay->id);
	}
}

static const char *const PAYING[] = { "work_pay.pay", NULL };
const struct reaction ACCOUNT_PAID = { PAYING, paid };
