/* orders.c - legal_order.add, .amend, .end; offence.add; sentence.impose, .quash; credit.add, .quash: what allows holding, and how long. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_7 = { "NMR-7.0", N_("Nelson Mandela Rules, Rule 7"), SOURCE_TEXT_READ };

#define RECORDERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR))
#define DATE_SECONDS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS))

/* ---- order: add ---- */
enum { AD_PERSON, AD_KIND, AD_NUMBER, AD_AUTHORITY, AD_ISSUED, AD_STATUS, AD_FROM, AD_UNTIL, AD_HEARING, AD_CASE, AD_REPLACES, AD_NOTE, AD_INPUTS };
static const struct field ADD_INPUT[AD_INPUTS] = {
	[AD_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[AD_KIND] = { "kind", N_("Kind of order"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ORDER_KIND_CHOICES },
	[AD_NUMBER] = { "number", N_("Number of the order"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[AD_AUTHORITY] = { "authority", N_("Issued by"), N_("Court, prosecutor or other authority with power to order it"), FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[AD_ISSUED] = { "issued_on", N_("Date of the order"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[AD_STATUS] = { "legal_status", N_("Legal status under it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LEGAL_STATUS_CHOICES },
	[AD_FROM] = { "valid_from", N_("Valid from"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[AD_UNTIL] = { "valid_until", N_("Valid until"), N_("Last day on which it allows holding; empty for a sentence"), FIELD_DATE, OPEN, 0 },
	[AD_HEARING] = { "next_hearing", N_("Next hearing"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AD_CASE] = { "case_number", N_("Case number of the court"), NULL, FIELD_LINE, OPEN, 0 },
	[AD_REPLACES] = { "replaces", N_("Replaces the order"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "legal_order" },
	[AD_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record ADD_RECORD = ACT_INPUTS("legal_order.add", ADD_INPUT);

static bool order_dates_fit(const struct row *input, int from, int until, struct error_list *errors)
{
	if (row_has(input, until) && row_has(input, from) && date_compare(row_date(input, until), row_date(input, from)) < 0)
		error_say(errors, E_DATE_ORDER, "/valid_until", N_("The order ends before it begins"));
	return errors->count == 0;
}

static bool add_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, AD_PERSON, &RECORD_PERSON, errors);
	if (!person || !order_dates_fit(context->input, AD_FROM, AD_UNTIL, errors))
		return false;
	const struct row *episode = custody_open_episode(context, person->id);
	struct row *order = decision_insert(decision, &RECORD_LEGAL_ORDER);
	static const int PAIRS[] = { AD_PERSON, LEGAL_ORDER_PERSON, AD_KIND, LEGAL_ORDER_KIND, AD_NUMBER, LEGAL_ORDER_NUMBER, AD_AUTHORITY,
		LEGAL_ORDER_AUTHORITY, AD_ISSUED, LEGAL_ORDER_DATE, AD_STATUS, LEGAL_ORDER_STATUS, AD_FROM, LEGAL_ORDER_VALID_FROM, AD_UNTIL,
		LEGAL_ORDER_VALID_UNTIL, AD_HEARING, LEGAL_ORDER_NEXT_HEARING, AD_CASE, LEGAL_ORDER_CASE_NUMBER, AD_REPLACES,
		LEGAL_ORDER_REPLACES, AD_NOTE, LEGAL_ORDER_NOTE, -1 };
	decide_copy(order, context->input, PAIRS);
	row_set_string(order, LEGAL_ORDER_STATE, "in_force");
	if (episode)
		row_set_text(order, LEGAL_ORDER_EPISODE, episode->id);
	if (row_has(context->input, AD_REPLACES)) {
		const struct row *old = act_load_input(context, AD_REPLACES, &RECORD_LEGAL_ORDER, errors);
		if (!old || !text_equal(row_text(old, LEGAL_ORDER_PERSON), person->id))
			return decide_refuse(errors, "/replaces", N_("This order belongs to another person"));
		row_set_string(decision_change(decision, old), LEGAL_ORDER_STATE, "replaced");
		decide_stop(context, decision, "order-ends", old->id);
	}
	custody_order_clock(context, decision, order, person);
	custody_person_again(context, decision, person);
	decision->result = order;
	return true;
}

const struct act ACT_LEGAL_ORDER_ADD = { .name = "legal_order.add", .label = N_("Add an order"), .done = N_("The order is in the file"),
	.input_record = &ADD_RECORD, .record = &RECORD_PERSON, .target_input = AD_PERSON, .actors = RECORDERS, .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_7, .decide = add_decide };

/* ---- order: amend, end ---- */
enum { AM_ORDER, AM_NUMBER, AM_AUTHORITY, AM_ISSUED, AM_STATUS, AM_FROM, AM_UNTIL, AM_HEARING, AM_CASE, AM_NOTE, AM_INPUTS };
static const struct field AMEND_INPUT[AM_INPUTS] = {
	[AM_ORDER] = { "legal_order", N_("Order"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "legal_order" },
	[AM_NUMBER] = { "number", N_("Number of the order"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AM_AUTHORITY] = { "authority", N_("Issued by"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AM_ISSUED] = { "issued_on", N_("Date of the order"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AM_STATUS] = { "legal_status", N_("Legal status under it"), NULL, FIELD_CHOICE, OPEN, 0, .choices = LEGAL_STATUS_CHOICES },
	[AM_FROM] = { "valid_from", N_("Valid from"), NULL, FIELD_DATE, OPEN, 0 },
	[AM_UNTIL] = { "valid_until", N_("Valid until"), NULL, FIELD_DATE, OPEN, 0 },
	[AM_HEARING] = { "next_hearing", N_("Next hearing"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AM_CASE] = { "case_number", N_("Case number of the court"), NULL, FIELD_LINE, OPEN, 0 },
	[AM_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record AMEND_RECORD = ACT_INPUTS("legal_order.amend", AMEND_INPUT);

static bool amend_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = act_load_input(context, AM_ORDER, &RECORD_LEGAL_ORDER, errors);
	if (!order)
		return false;
	struct row *changed = decision_change(decision, order);
	static const int PAIRS[] = { AM_NUMBER, LEGAL_ORDER_NUMBER, AM_AUTHORITY, LEGAL_ORDER_AUTHORITY, AM_ISSUED, LEGAL_ORDER_DATE, AM_STATUS,
		LEGAL_ORDER_STATUS, AM_FROM, LEGAL_ORDER_VALID_FROM, AM_UNTIL, LEGAL_ORDER_VALID_UNTIL, AM_HEARING, LEGAL_ORDER_NEXT_HEARING,
		AM_CASE, LEGAL_ORDER_CASE_NUMBER, AM_NOTE, LEGAL_ORDER_NOTE, -1 };
	decide_copy(changed, context->input, PAIRS);
	if (!order_dates_fit(changed, LEGAL_ORDER_VALID_FROM, LEGAL_ORDER_VALID_UNTIL, errors))
		return false;
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(order, LEGAL_ORDER_PERSON));
	custody_order_clock(context, decision, changed, person);
	custody_person_again(context, decision, person);
	decision->result = changed;
	return true;
}

const struct act ACT_LEGAL_ORDER_AMEND = { .name = "legal_order.amend", .label = N_("Amend the order"), .help = N_("The earlier wording stays in the history"),
	.done = N_("The order is amended"), .input_record = &AMEND_RECORD, .record = &RECORD_LEGAL_ORDER, .target_input = AM_ORDER, .actors = RECORDERS,
	.flags = ACT_MAY_RECORD_FACT | ACT_REASON, .basis = &NMR_7, .decide = amend_decide };

static const struct choice END_STATES[] = { { "ended", N_("Ended") }, { "quashed", N_("Quashed") }, { "served", N_("Served") }, { NULL, NULL } };
enum { EO_ORDER, EO_STATE, EO_INPUTS };
static const struct field END_INPUT[EO_INPUTS] = {
	[EO_ORDER] = { "legal_order", N_("Order"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "legal_order" },
	[EO_STATE] = { "state", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = END_STATES } };
static const struct record END_RECORD = ACT_INPUTS("legal_order.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = act_load_input(context, EO_ORDER, &RECORD_LEGAL_ORDER, errors);
	if (!order)
		return false;
	if (!row_is(order, LEGAL_ORDER_STATE, "in_force"))
		return decide_refuse(errors, "/legal_order", N_("This order is not in force"));
	struct row *changed = decision_change(decision, order);
	row_set(changed, LEGAL_ORDER_STATE, row_value(context->input, EO_STATE));
	decide_stop(context, decision, "order-ends", order->id);
	custody_person_again(context, decision, act_load(context, &RECORD_PERSON, row_text(order, LEGAL_ORDER_PERSON)));
	decision->result = changed;
	return true;
}

const struct act ACT_LEGAL_ORDER_END = { .name = "legal_order.end", .label = N_("End the order"), .done = N_("The order has ended"),
	.input_record = &END_RECORD, .record = &RECORD_LEGAL_ORDER, .target_input = EO_ORDER, .actors = RECORDERS, .flags = ACT_REASON,
	.basis = &NMR_7, .decide = end_decide };

/* ---- offence ---- */
enum { OF_ORDER, OF_ARTICLE, OF_LAW, OF_ICCS, OF_DESCRIPTION, OF_COMMITTED, OF_INPUTS };
static const struct field OFFENCE_INPUT[OF_INPUTS] = {
	[OF_ORDER] = { "legal_order", N_("Order"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "legal_order" },
	[OF_ARTICLE] = { "article", N_("Article"), N_("National article, for example 255 part 2"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OF_LAW] = { "law", N_("Law"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[OF_ICCS] = { "iccs", N_("ICCS code"), N_("International Classification of Crime for Statistical Purposes"), FIELD_CODE, OPEN, 0, .limits = { 2, 12, 0 } },
	[OF_DESCRIPTION] = { "description", N_("Description"), NULL, FIELD_LINE, OPEN, 0 },
	[OF_COMMITTED] = { "committed_on", N_("Committed on"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_MAY_BE_UNKNOWN } };
static const struct record OFFENCE_RECORD = ACT_INPUTS("offence.add", OFFENCE_INPUT);

static bool offence_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = act_load_input(context, OF_ORDER, &RECORD_LEGAL_ORDER, errors);
	if (!order)
		return false;
	struct row *offence = decision_insert(decision, &RECORD_OFFENCE);
	static const int PAIRS[] = { OF_ORDER, OFFENCE_ORDER, OF_ARTICLE, OFFENCE_ARTICLE, OF_LAW, OFFENCE_LAW, OF_ICCS, OFFENCE_ICCS, OF_DESCRIPTION,
		OFFENCE_DESCRIPTION, OF_COMMITTED, OFFENCE_COMMITTED_ON, -1 };
	decide_copy(offence, context->input, PAIRS);
	row_set_text(offence, OFFENCE_PERSON, row_text(order, LEGAL_ORDER_PERSON));
	decision->result = offence;
	return true;
}

const struct act ACT_OFFENCE_ADD = { .name = "offence.add", .label = N_("Add an offence"), .done = N_("The offence is in the file"),
	.input_record = &OFFENCE_RECORD, .record = &RECORD_LEGAL_ORDER, .target_input = OF_ORDER, .actors = RECORDERS, .decide = offence_decide };

/* ---- term of a sentence ---- */
enum { IM_ORDER, IM_LENGTH, IM_LIFE, IM_STARTS, IM_RELATION, IM_RELATED, IM_INPUTS };
static const struct field IMPOSE_INPUT[IM_INPUTS] = {
	[IM_ORDER] = { "legal_order", N_("Order"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "legal_order" },
	[IM_LENGTH] = { "length", N_("Term"), N_("Years, months and days as imposed: P7Y6M is 7 years 6 months"), FIELD_DURATION, OPEN, 0 },
	[IM_LIFE] = { "life", N_("Life"), NULL, FIELD_YES_NO, OPEN, 0 },
	[IM_STARTS] = { "starts_on", N_("Begins on"), N_("Leave empty when it begins after another term"), FIELD_DATE, OPEN, 0 },
	[IM_RELATION] = { "relation", N_("Runs"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = TERM_RELATION_CHOICES },
	[IM_RELATED] = { "related_term", N_("To which term"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "sentence_term" } };
static const struct record IMPOSE_RECORD = ACT_INPUTS("sentence.impose", IMPOSE_INPUT);

static bool impose_input_fits(struct act_context *context, const struct row *order, struct error_list *errors)
{
	const struct row *input = context->input;
	bool consecutive = row_is(input, IM_RELATION, "consecutive"), life = row_is_yes(input, IM_LIFE);
	if (life == row_has(input, IM_LENGTH))
		error_say(errors, E_REQUIRED, "/length", N_("Enter the term, or say that it is for life, not both"));
	if (consecutive != !row_has(input, IM_STARTS))
		error_say(errors, E_REQUIRED, "/starts_on", N_("Enter the day on which the term begins; only a term that begins after another has none"));
	if (consecutive && !row_has(input, IM_RELATED))
		error_say(errors, E_REQUIRED, "/related_term", N_("Choose the term after which this one begins"));
	if (row_has(input, IM_RELATED)) {
		const struct row *related = act_load_input(context, IM_RELATED, &RECORD_SENTENCE_TERM, errors);
		if (related && !text_equal(row_text(related, SENTENCE_TERM_PERSON), row_text(order, LEGAL_ORDER_PERSON)))
			error_say(errors, E_STATE, "/related_term", N_("This term belongs to another person"));
	}
	if (!legal_status_is_convicted(row_text(order, LEGAL_ORDER_STATUS)))
		error_add(errors, &(struct error){ .code = E_STATE, .path = TEXT_OF("/legal_order"), .citation = "NMR-111.1",
			.message = N_("This order is not a sentence: under it the person is not convicted") });
	return errors->count == 0;
}

static bool impose_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = act_load_input(context, IM_ORDER, &RECORD_LEGAL_ORDER, errors);
	if (!order || !impose_input_fits(context, order, errors))
		return false;
	struct row *term = decision_insert(decision, &RECORD_SENTENCE_TERM);
	static const int PAIRS[] = { IM_ORDER, SENTENCE_TERM_ORDER, IM_LENGTH, SENTENCE_TERM_LENGTH, IM_LIFE, SENTENCE_TERM_LIFE, IM_STARTS,
		SENTENCE_TERM_STARTS, IM_RELATION, SENTENCE_TERM_RELATION, IM_RELATED, SENTENCE_TERM_TO, -1 };
	decide_copy(term, context->input, PAIRS);
	row_set_text(term, SENTENCE_TERM_PERSON, row_text(order, LEGAL_ORDER_PERSON));
	row_set_string(term, SENTENCE_TERM_STATE, "in_force");
	custody_person_again(context, decision, act_load(context, &RECORD_PERSON, row_text(order, LEGAL_ORDER_PERSON)));
	decision->result = term;
	return true;
}

const struct act ACT_SENTENCE_IMPOSE = { .name = "sentence.impose", .label = N_("Enter a term"), .help = N_("As the court imposed it; the release date follows"),
	.done = N_("The term is in the file"), .input_record = &IMPOSE_RECORD, .record = &RECORD_LEGAL_ORDER, .target_input = IM_ORDER,
	.actors = RECORDERS, .seconds = DATE_SECONDS, .flags = ACT_SECOND_PERSON, .basis = &NMR_7, .decide = impose_decide };

enum { QU_TERM, QU_INPUTS };
static const struct field QUASH_INPUT[QU_INPUTS] = {
	[QU_TERM] = { "sentence_term", N_("Term of a sentence"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "sentence_term" } };
static const struct record QUASH_RECORD = ACT_INPUTS("sentence.quash", QUASH_INPUT);

static bool quash_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *term = act_load_input(context, QU_TERM, &RECORD_SENTENCE_TERM, errors);
	if (!term)
		return false;
	if (!row_is(term, SENTENCE_TERM_STATE, "in_force"))
		return decide_refuse(errors, "/sentence_term", N_("This term is not in force"));
	row_set_string(decision_change(decision, term), SENTENCE_TERM_STATE, "quashed");
	custody_person_again(context, decision, act_load(context, &RECORD_PERSON, row_text(term, SENTENCE_TERM_PERSON)));
	decision->result = decision_change(decision, term);
	return true;
}

const struct act ACT_SENTENCE_QUASH = { .name = "sentence.quash", .label = N_("Quash the term"), .done = N_("The term is quashed"),
	.input_record = &QUASH_RECORD, .record = &RECORD_SENTENCE_TERM, .target_input = QU_TERM, .actors = RECORDERS, .seconds = DATE_SECONDS,
	.flags = ACT_SECOND_PERSON | ACT_REASON, .basis = &NMR_7, .decide = quash_decide };

/* ---- credit: each day counts once ---- */
enum { CR_ORDER, CR_FROM, CR_TO, CR_KIND, CR_INPUTS };
static const struct field CREDIT_INPUT[CR_INPUTS] = {
	[CR_ORDER] = { "legal_order", N_("Ordered in"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "legal_order" },
	[CR_FROM] = { "from_day", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[CR_TO] = { "to_day", N_("To"), N_("Last day, counted"), FIELD_DATE, OPEN, FIELD_REQUIRED },
	[CR_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CREDIT_KIND_CHOICES } };
static const struct record CREDIT_RECORD = ACT_INPUTS("credit.add", CREDIT_INPUT);

static bool credit_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = act_load_input(context, CR_ORDER, &RECORD_LEGAL_ORDER, errors);
	if (!order)
		return false;
	struct date from = row_date(context->input, CR_FROM), to = row_date(context->input, CR_TO);
	if (date_compare(to, from) < 0)
		error_say(errors, E_DATE_ORDER, "/to_day", N_("The last day is before the first"));
	struct rows earlier = decide_rows_after(context, decision, &RECORD_CUSTODY_CREDIT, row_text(order, LEGAL_ORDER_PERSON));
	for (size_t i = 0; i < earlier.count; i++)
		if (custody_credit_counts(earlier.items[i]) && date_compare(from, row_date(earlier.items[i], CUSTODY_CREDIT_TO)) <= 0 &&
			date_compare(row_date(earlier.items[i], CUSTODY_CREDIT_FROM), to) <= 0)
			error_say(errors, E_STATE, "/from_day", N_("Some of these days are credited already. A day counts once"));
	if (errors->count)
		return false;
	struct row *credit = decision_insert(decision, &RECORD_CUSTODY_CREDIT);
	static const int PAIRS[] = { CR_ORDER, CUSTODY_CREDIT_ORDER, CR_FROM, CUSTODY_CREDIT_FROM, CR_TO, CUSTODY_CREDIT_TO, CR_KIND, CUSTODY_CREDIT_KIND, -1 };
	decide_copy(credit, context->input, PAIRS);
	row_set_text(credit, CUSTODY_CREDIT_PERSON, row_text(order, LEGAL_ORDER_PERSON));
	row_set_string(credit, CUSTODY_CREDIT_STATE, "in_force");
	custody_person_again(context, decision, act_load(context, &RECORD_PERSON, row_text(order, LEGAL_ORDER_PERSON)));
	decision->result = credit;
	return true;
}

const struct act ACT_CREDIT_ADD = { .name = "credit.add", .label = N_("Credit days"), .help = N_("Days already spent in custody that count towards the term"),
	.done = N_("The days are credited"), .input_record = &CREDIT_RECORD, .record = &RECORD_LEGAL_ORDER, .target_input = CR_ORDER, .actors = RECORDERS,
	.seconds = DATE_SECONDS, .flags = ACT_SECOND_PERSON, .basis = &NMR_7, .decide = credit_decide };

enum { CQ_CREDIT, CQ_INPUTS };
static const struct field CREDIT_QUASH_INPUT[CQ_INPUTS] = {
	[CQ_CREDIT] = { "custody_credit", N_("Credit"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "custody_credit" } };
static const struct record CREDIT_QUASH_RECORD = ACT_INPUTS("credit.quash", CREDIT_QUASH_INPUT);

static bool credit_quash_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *credit = act_load_input(context, CQ_CREDIT, &RECORD_CUSTODY_CREDIT, errors);
	if (!credit)
		return false;
	if (!custody_credit_counts(credit))
		return decide_refuse(errors, "/custody_credit", N_("These days are taken back already"));
	row_set_string(decision_change(decision, credit), CUSTODY_CREDIT_STATE, "quashed");
	custody_person_again(context, decision, act_load(context, &RECORD_PERSON, row_text(credit, CUSTODY_CREDIT_PERSON)));
	decision->result = decision_change(decision, credit);
	return true;
}

const struct act ACT_CREDIT_QUASH = { .name = "credit.quash", .label = N_("Take the credit back"), .help = N_("Days credited by mistake or twice; they stay in the history"),
	.done = N_("The days are no longer credited"), .input_record = &CREDIT_QUASH_RECORD, .record = &RECORD_CUSTODY_CREDIT, .target_input = CQ_CREDIT,
	.actors = RECORDERS, .seconds = DATE_SECONDS, .flags = ACT_SECOND_PERSON | ACT_REASON, .basis = &NMR_7, .decide = credit_quash_decide };
