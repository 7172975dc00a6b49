/* rights.c - information.give, notice.give, property_item.store and .end: what a person is told and what stays his or hers. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_54 = { "NMR-54", N_("Nelson Mandela Rules, Rule 54"), SOURCE_TEXT_READ };
static const struct citation NMR_67 = { "NMR-67.1", N_("Nelson Mandela Rules, Rule 67"), SOURCE_TEXT_READ };
static const struct citation NMR_68 = { "NMR-68.a", N_("Nelson Mandela Rules, Rule 68"), SOURCE_TEXT_READ };

#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }
static const struct choice SIGNED[] = { { "signed", N_("Signed by the person") }, { "refused", N_("Refused to sign, witnessed") }, { NULL, NULL } };

/* A refusal to sign counts only with a witness (NMR-54, 67.1). */
static void witness_check(const struct act_context *context, int signed_input, int witness_input, const char *citation, struct error_list *errors)
{
	if (row_is(context->input, signed_input, "refused") && !row_has(context->input, witness_input))
		error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/witness"), .citation = citation,
			.message = N_("Name the witness of the refusal") });
}

/* ---- information ---- */
enum { IN_PERSON, IN_KIND, IN_LANGUAGE, IN_FORM, IN_BY, IN_AT, IN_SIGNED, IN_WITNESS, IN_INPUTS };
static const struct field INFORMATION_INPUT[IN_INPUTS] = { [IN_PERSON] = PERSON_INPUT,
	[IN_KIND] = { "kind", N_("What was explained"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = INFORMATION_KIND_CHOICES, .basis = &NMR_54 },
	[IN_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[IN_FORM] = { "form", N_("How"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = INFORMATION_FORM_CHOICES },
	[IN_BY] = { "explained_by", N_("Explained by"), NULL, FIELD_LINE, OPEN, 0 },
	[IN_AT] = { "given_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[IN_SIGNED] = { "signed", N_("Receipt"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNED },
	[IN_WITNESS] = { "witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 } };
static const struct record INFORMATION_RECORD = ACT_INPUTS("information.give", INFORMATION_INPUT);

static bool information_was_given(const struct rows *given, const char *kind)
{
	for (size_t i = 0; i < given->count; i++)
		if (row_is(given->items[i], INFORMATION_GIVEN_KIND, kind))
			return true;
	return false;
}

static bool information_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, IN_PERSON, &RECORD_PERSON, errors);
	decide_moment(context, IN_AT, errors);
	witness_check(context, IN_SIGNED, IN_WITNESS, "NMR-54", errors);
	if (!person || errors->count)
		return false;
	struct row *given = decision_insert(decision, &RECORD_INFORMATION_GIVEN);
	static const int PAIRS[] = { IN_PERSON, INFORMATION_GIVEN_PERSON, IN_KIND, INFORMATION_GIVEN_KIND, IN_LANGUAGE, INFORMATION_GIVEN_LANGUAGE,
		IN_FORM, INFORMATION_GIVEN_FORM, IN_BY, INFORMATION_GIVEN_BY, IN_AT, INFORMATION_GIVEN_AT, IN_SIGNED,
		INFORMATION_GIVEN_SIGNED, IN_WITNESS, INFORMATION_GIVEN_WITNESS, -1 };
	decide_copy(given, context->input, PAIRS);
	decision->result = given;
	const struct row *admission = custody_open_admission(context, person->id);
	if (!admission)
		return true;
	if (row_is(given, INFORMATION_GIVEN_KIND, "charges")) {
		custody_step(context, decision, person->id, ADMISSION_CHARGES_TOLD, "done");
		decide_stop(context, decision, "charges-told", admission->id);
	}
	/* All four parts of Rule 54 (a) to (d) make the step. */
	struct rows all = decide_rows_after(context, decision, &RECORD_INFORMATION_GIVEN, person->id);
	static const char *const PARTS[] = { "law_and_rules", "rights", "obligations", "other" };
	bool complete = true;
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
		complete = complete && information_was_given(&all, PARTS[i]);
	custody_step(context, decision, person->id, ADMISSION_INFORMATION, complete ? "done" : "in_progress");
	if (complete)
		decide_stop(context, decision, "information-given", admission->id);
	return true;
}

const struct act ACT_INFORMATION_GIVE = { .name = "information.give", .label = N_("Information given"),
	.help = N_("What was explained, in which language and how; signed or refused before a witness"), .done = N_("Recorded"),
	.input_record = &INFORMATION_RECORD, .record = &RECORD_PERSON, .target_input = IN_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(WING) | ROLE(GOVERNOR), .basis = &NMR_54, .flags = ACT_MAY_RECORD_FACT, .decide = information_decide };

/* ---- notice ---- */
enum { NO_PERSON, NO_OCCASION, NO_WHOM, NO_CONTACT, NO_RESULT, NO_AT, NO_METHOD, NO_WISH, NO_TREATY, NO_INPUTS };
static const struct choice OCCASIONS[] = { { "admission", N_("Admission") }, { "transfer", N_("Transfer") },
	{ "illness", N_("Serious illness or injury") }, { "hospital", N_("Moved to hospital") }, { "death", N_("Death") }, { "release", N_("Release") },
	{ "ill_treatment", N_("Complaint or signs of ill-treatment") }, { NULL, NULL } };
static const struct choice WHOM[] = { { "family", N_("Family") }, { "lawyer", N_("Lawyer") }, { "consulate", N_("Consulate") },
	{ "protecting_body", N_("Protecting body for refugees and stateless people") }, { "authority", N_("Authority") }, { NULL, NULL } };
static const struct field NOTICE_INPUT[NO_INPUTS] = { [NO_PERSON] = PERSON_INPUT,
	[NO_OCCASION] = { "occasion", N_("Told of"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = OCCASIONS },
	[NO_WHOM] = { "told_whom", N_("Whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = WHOM },
	[NO_CONTACT] = { "contact", N_("Contact"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "contact" },
	[NO_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = NOTICE_RESULT_CHOICES },
	[NO_AT] = { "told_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[NO_METHOD] = { "method", N_("How"), N_("Telephone, letter, in person; language used. Of a delay: number, day and reason of the decision"), FIELD_LINE, OPEN, 0 },
	[NO_WISH] = { "wish", N_("The person wants this notice"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_68 },
	[NO_TREATY] = { "by_treaty", N_("A treaty demands the notice against the person's wish"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record NOTICE_RECORD = ACT_INPUTS("notice.give", NOTICE_INPUT);

/* Told, declined or not reached stops the clock. A lawful delay only moves its end, and not for long (NMR-68.b, BoP 16.4). */
static void told_stop(struct act_context *context, struct decision *decision, const struct row *person, const char *clock, const struct row *about)
{
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_stop(context, decision, clock, about->id);
	if (row_is(context->input, NO_RESULT, "delayed"))
		decide_start(context, decision, clock, about, person->id, facility, context->now,
			context->now + act_parameter(context, facility, "notify.delay_max_hours", 24) * MOMENT_HOUR);
}

static void movement_clock_stop(struct act_context *context, struct decision *decision, const struct row *person, const char *kind, const char *clock)
{
	const struct condition own[] = { CONDITION_TEXT(MOVEMENT_PERSON, person->id), CONDITION_TEXT(MOVEMENT_KIND, text_from(kind)) };
	const struct row *movement = act_find_first(context, &RECORD_MOVEMENT, own, 2, MOVEMENT_LEFT_AT, true);
	if (movement)
		told_stop(context, decision, person, clock, movement);
}

/* Open clocks of the same meaning about this person stop: they hang on the row that started them. */
static void notice_stop(struct act_context *context, struct decision *decision, const struct row *person)
{
	const struct row *input = context->input;
	const struct row *admission = custody_open_admission(context, person->id);
	bool family = row_is(input, NO_WHOM, "family") || row_is(input, NO_WHOM, "lawyer");
	bool consulate = row_is(input, NO_WHOM, "consulate") || row_is(input, NO_WHOM, "protecting_body");
	if (row_is(input, NO_OCCASION, "admission") && admission) {
		if (family) {
			custody_step(context, decision, person->id, ADMISSION_FAMILY, row_is(input, NO_RESULT, "delayed") ? "in_progress" : "done");
			told_stop(context, decision, person, "family-told", admission);
		}
		if (consulate) {
			custody_step(context, decision, person->id, ADMISSION_CONSULATE, "done");
			decide_stop(context, decision, "consulate-told", admission->id);
		}
	}
	/* Of a young person a guardian can be an authority; what was not told does not stop this clock. */
	bool parents = (row_is(input, NO_WHOM, "family") || row_is(input, NO_WHOM, "authority")) && row_is(input, NO_RESULT, "told");
	if (row_is(input, NO_OCCASION, "admission") && admission && parents)
		decide_stop(context, decision, "child-parents-told", admission->id);
	const struct condition own = CONDITION_TEXT(TRANSFER_PERSON, person->id);
	const struct row *transfer = act_find_first(context, &RECORD_TRANSFER, &own, 1, TRANSFER_OFFERED_AT, true);
	if (row_is(input, NO_OCCASION, "transfer") && transfer && parents)
		decide_stop(context, decision, "child-parents-told", transfer->id);
	if (row_is(input, NO_OCCASION, "transfer") && transfer && family)
		told_stop(context, decision, person, "family-told-transfer", transfer);
	if (family && (row_is(input, NO_OCCASION, "hospital") || row_is(input, NO_OCCASION, "illness"))) {
		movement_clock_stop(context, decision, person, "hospital", "family-told-illness");
		movement_clock_stop(context, decision, person, "hospital", "own-illness-offered");
	}
	if (family && row_is(input, NO_OCCASION, "death"))
		movement_clock_stop(context, decision, person, "death", "family-told-death");
	if (admission && row_is(input, NO_OCCASION, "ill_treatment") && row_is(input, NO_WHOM, "authority") && row_is(input, NO_RESULT, "told"))
		decide_stop(context, decision, "ill-treatment-referred", admission->id);
}

static bool notice_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, NO_PERSON, &RECORD_PERSON, errors);
	decide_moment(context, NO_AT, errors);
	if (!person || errors->count)
		return false;
	if (row_has(context->input, NO_CONTACT)) {
		const struct row *contact = act_load_input(context, NO_CONTACT, &RECORD_CONTACT, errors);
		if (!contact || !text_equal(row_text(contact, CONTACT_PERSON), person->id))
			return decide_refuse(errors, "/contact", N_("This contact belongs to another person"));
	}
	struct row *notice = decision_insert(decision, &RECORD_NOTICE);
	static const int PAIRS[] = { NO_PERSON, NOTICE_PERSON, NO_OCCASION, NOTICE_REASON, NO_WHOM, NOTICE_TO, NO_CONTACT, NOTICE_CONTACT, NO_RESULT,
		NOTICE_RESULT, NO_AT, NOTICE_AT, NO_METHOD, NOTICE_METHOD, NO_WISH, NOTICE_WISH, NO_TREATY, NOTICE_BY_TREATY, -1 };
	decide_copy(notice, context->input, PAIRS);
	notice_stop(context, decision, person);
	decision->result = notice;
	return true;
}

const struct act ACT_NOTICE_GIVE = { .name = "notice.give", .label = N_("Notice to family, consulate or lawyer"), .done = N_("Recorded"),
	.input_record = &NOTICE_RECORD, .record = &RECORD_PERSON, .target_input = NO_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_68, .decide = notice_decide };

/* ---- property ---- */
enum { ST_PERSON, ST_DESCRIPTION, ST_CLASS, ST_QUANTITY, ST_AMOUNT, ST_CURRENCY, ST_CONTAINER, ST_SEAL, ST_FROM, ST_TOLD, ST_SIGNED, ST_WITNESS, ST_INPUTS };
static const struct field STORE_INPUT[ST_INPUTS] = { [ST_PERSON] = PERSON_INPUT,
	[ST_DESCRIPTION] = { "description", N_("Item"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_67 },
	[ST_CLASS] = { "item_class", N_("Class"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PROPERTY_CLASS_CHOICES },
	[ST_QUANTITY] = { "quantity", N_("Quantity"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 1, 100000, 0 } },
	[ST_AMOUNT] = { "amount", N_("Amount of money"), N_("Only for money"), FIELD_MONEY, OPEN, 0, .limits = { 0, 1000000000000, 0 } },
	[ST_CURRENCY] = { "currency", N_("Currency"), N_("Three letters: KZT, USD"), FIELD_CODE, OPEN, 0, .limits = { 3, 3, 0 } },
	[ST_CONTAINER] = { "container", N_("Bag or box"), NULL, FIELD_LINE, OPEN, 0 },
	[ST_SEAL] = { "seal", N_("Seal number"), NULL, FIELD_LINE, OPEN, 0 },
	[ST_FROM] = { "received_from", N_("Came from outside, from whom"), N_("Parcel, money or goods brought or sent for the person after arrival"), FIELD_LINE, OPEN, 0 },
	[ST_TOLD] = { "person_told", N_("The person was told of it"), NULL, FIELD_YES_NO, OPEN, 0 },
	[ST_SIGNED] = { "signed", N_("Inventory signed"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNED, .basis = &NMR_67 },
	[ST_WITNESS] = { "witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 } };
static const struct record STORE_RECORD = ACT_INPUTS("property_item.store", STORE_INPUT);

static bool store_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, ST_PERSON, &RECORD_PERSON, errors);
	witness_check(context, ST_SIGNED, ST_WITNESS, "NMR-67.1", errors);
	if (!person)
		return false;
	if (row_is(context->input, ST_CLASS, "money") && (!row_has(context->input, ST_AMOUNT) || !row_has(context->input, ST_CURRENCY)))
		error_say(errors, E_REQUIRED, "/amount", N_("Enter the amount and the currency"));
	struct row *item = decision_insert(decision, &RECORD_PROPERTY_ITEM);
	static const int PAIRS[] = { ST_PERSON, PROPERTY_ITEM_PERSON, ST_DESCRIPTION, PROPERTY_ITEM_DESCRIPTION, ST_CLASS, PROPERTY_ITEM_CLASS,
		ST_QUANTITY, PROPERTY_ITEM_QUANTITY, ST_AMOUNT, PROPERTY_ITEM_VALUE, ST_CURRENCY, PROPERTY_ITEM_CURRENCY, ST_CONTAINER,
		PROPERTY_ITEM_CONTAINER, ST_SEAL, PROPERTY_ITEM_SEAL, ST_FROM, PROPERTY_ITEM_RECEIVED_FROM, ST_TOLD,
		PROPERTY_ITEM_PERSON_TOLD, ST_SIGNED, PROPERTY_ITEM_SIGNED, ST_WITNESS, PROPERTY_ITEM_WITNESS, -1 };
	decide_copy(item, context->input, PAIRS);
	row_set_text(item, PROPERTY_ITEM_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_string(item, PROPERTY_ITEM_STATE, "stored");
	custody_step(context, decision, person->id, ADMISSION_PROPERTY, "in_progress");
	decision->result = item;
	return errors->count == 0;
}

const struct act ACT_PROPERTY_STORE = { .name = "property_item.store", .label = N_("Store property"), .done = N_("The item is on the list"),
	.input_record = &STORE_RECORD, .record = &RECORD_PERSON, .target_input = ST_PERSON, .actors = ROLE(RECEPTION) | ROLE(WING),
	.basis = &NMR_67, .flags = ACT_MAY_RECORD_FACT, .decide = store_decide };

static const struct choice END_STATES[] = { { "returned", N_("Returned") }, { "with_person", N_("Given to the person here") }, { "sent_out", N_("Sent out") },
	{ "spent", N_("Spent") }, { "destroyed", N_("Destroyed for hygiene") }, { "handed_to_authority", N_("Handed to an authority") }, { NULL, NULL } };
enum { EN_ITEM, EN_STATE, EN_REASON, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = {
	[EN_ITEM] = { "property_item", N_("Property item"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "property_item" },
	[EN_STATE] = { "state", N_("What became of it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = END_STATES },
	[EN_REASON] = { "disposal_reason", N_("Why, and on whose decision"), N_("Needed when it is not returned"), FIELD_LINE, OPEN, 0 } };
static const struct record END_RECORD = ACT_INPUTS("property_item.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *item = act_load_input(context, EN_ITEM, &RECORD_PROPERTY_ITEM, errors);
	if (!item)
		return false;
	if (!row_is(item, PROPERTY_ITEM_STATE, "stored") && !row_is(item, PROPERTY_ITEM_STATE, "with_person"))
		return decide_refuse(errors, "/property_item", N_("This item has left the store already"));
	bool given = row_is(context->input, EN_STATE, "returned") || row_is(context->input, EN_STATE, "with_person");
	if (!given && !row_has(context->input, EN_REASON)) {
		error_say(errors, E_REQUIRED, "/disposal_reason", N_("Say why, and on whose decision"));
		return false;
	}
	struct row *changed = decision_change(decision, item);
	row_set(changed, PROPERTY_ITEM_STATE, row_value(context->input, EN_STATE));
	row_set(changed, PROPERTY_ITEM_DISPOSAL_REASON, row_value(context->input, EN_REASON));
	row_set_integer(changed, PROPERTY_ITEM_RETURNED_AT, context->now);
	decision->result = changed;
	return true;
}

const struct act ACT_PROPERTY_END = { .name = "property_item.end", .label = N_("Give back or dispose"), .done = N_("Recorded"),
	.input_record = &END_RECORD, .record = &RECORD_PROPERTY_ITEM, .target_input = EN_ITEM, .actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(GOVERNOR),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_67, .decide = end_decide };
