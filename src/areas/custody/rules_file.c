/* rules_file.c - holding only on a valid order, what an admission must hold, information, property, notices, release. */
#include "areas/custody/rules.h"

#include "areas/custody/acts.h"

static const char *const ADMIT[] = { "person.admit", NULL };
static const char *const REGISTER[] = { "person.register", "person.add", "person.correct", NULL };
static const char *const ORDERS[] = { "person.admit", "legal_order.add", "legal_order.amend", NULL };
static const char *const COMPLETE[] = { "admission.complete", NULL };
static const char *const STORE[] = { "property_item.store", NULL };
static const char *const DISPOSE[] = { "property_item.end", NULL };
static const char *const INFORM[] = { "information.give", NULL };
static const char *const NOTIFY[] = { "notice.give", NULL };
static const char *const GATE[] = { "release.release", NULL };
static const char *const MOVES[] = { "person.admit", "movement.leave", "movement.return", "transfer.depart", "release.release",
	"escape.return", "movement.correct", NULL };

#define ASK_GOVERNOR N_("The duty governor")

static struct text input_text(const struct act_context *context, const char *name)
{
	int field = record_field(context->input->record, text_from(name));
	return field >= 0 ? row_text(context->input, field) : text_empty();
}

/* The order that the act adds or amends, not the one that it replaces. */
static const struct row *order_after(const struct decision *decision)
{
	const struct row *result = decision->result;
	return result && result->record == &RECORD_LEGAL_ORDER ? result : decision_row(decision, &RECORD_LEGAL_ORDER);
}

/* ---- holding ---- */

bool custody_order_invalid(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_after(decision);
	if (!order)
		return false;
	*out = (struct rule_finding){ .path = "/valid_until", .ask = ASK_GOVERNOR,
		.advice = N_("Receive the person only on an order in force; ask the escort for it, or the authority by telephone") };
	struct date from = row_date(order, LEGAL_ORDER_VALID_FROM), until = row_date(order, LEGAL_ORDER_VALID_UNTIL);
	if (from.year && date_compare(context->today, from) < 0) {
		out->path = "/valid_from";
		out->message = N_("The order is not in force yet: it begins on {date}");
		out->parameters[0] = (struct error_parameter){ "date", date_text(context->arena, from), false };
		return true;
	}
	if (until.year && date_compare(until, context->today) < 0) {
		out->message = N_("The order has expired: it ended on {date}");
		out->parameters[0] = (struct error_parameter){ "date", date_text(context->arena, until), false };
		return true;
	}
	if (row_is(order, LEGAL_ORDER_KIND, "release") || row_is(order, LEGAL_ORDER_KIND, "amnesty") || row_is(order, LEGAL_ORDER_KIND, "conditional_release")) {
		out->path = "/order_kind";
		out->message = N_("This kind of order lets a person go; nobody may be received on it");
		return true;
	}
	if (!row_has(order, LEGAL_ORDER_AUTHORITY) || !row_has(order, LEGAL_ORDER_NUMBER)) {
		out->path = row_has(order, LEGAL_ORDER_NUMBER) ? "/order_authority" : "/order_number";
		out->message = N_("The number of the order or the authority that issued it is not known");
		return true;
	}
	bool open_ended = row_is(order, LEGAL_ORDER_KIND, "sentence") || row_is(order, LEGAL_ORDER_KIND, "appeal_decision") ||
		row_is(order, LEGAL_ORDER_KIND, "recall");
	out->message = N_("Only a sentence may be without an end; this order needs its last day");
	return !until.year && !open_ended;
}

/* NMR-6.1: numbers follow each other; the engine gives the next one when the field is left empty. */
static bool register_gap(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *episode = decision_row(decision, &RECORD_CUSTODY_EPISODE);
	struct text number = input_text(context, "register_number");
	size_t slash = text_find_byte(number, '/');
	if (!episode || number.length == 0 || slash == SIZE_MAX)
		return false;
	int64_t own;
	if (!text_to_integer(text_slice(number, slash + 1, SIZE_MAX), &own))
		return false;
	int64_t before = custody_register_last(context, row_text(episode, CUSTODY_EPISODE_FACILITY), text_slice(number, 0, slash + 1));
	*out = (struct rule_finding){ .path = "/register_number", .message = N_("The register would have a gap: the next number is {number}"),
		.parameters = { { "number", arena_format(context->arena, "%.*s%04lld", (int)slash + 1, number.data, (long long)before + 1), false } },
		.advice = N_("Leave the field empty, and the next number is taken"), .ask = N_("Headquarters") };
	return own > before + 1;
}

static bool age_unknown(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	(void)context;
	*out = (struct rule_finding){ .path = "/age_method", .message = N_("The date of birth is not known, and it is not said how the age was estimated"),
		.advice = N_("Say how the age was estimated"), .ask = ASK_GOVERNOR };
	return person && row_date(person, PERSON_BIRTH_DATE).year == 0 && !row_has(person, PERSON_AGE_METHOD);
}

static bool arrest_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *episode = decision_row(decision, &RECORD_CUSTODY_EPISODE);
	(void)context;
	*out = (struct rule_finding){ .path = "/arrested_on", .message = N_("Day, place and authority of the arrest are missing"),
		.advice = N_("Enter them, or mark them as not known and find out"), .ask = ASK_GOVERNOR };
	return episode && (row_value(episode, CUSTODY_EPISODE_ARRESTED_AT).kind == VALUE_ABSENT ||
		row_value(episode, CUSTODY_EPISODE_ARRESTED_PLACE).kind == VALUE_ABSENT ||
		row_value(episode, CUSTODY_EPISODE_ARRESTED_BY).kind == VALUE_ABSENT);
}

/* NMR-7.c: custody intervals neither overlap nor run backwards. */
static bool interval_overlaps(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	if (!movement)
		return false;
	const struct condition own = CONDITION_TEXT(MOVEMENT_PERSON, row_text(movement, MOVEMENT_PERSON));
	struct rows earlier = act_find(context, &RECORD_MOVEMENT, &own, 1);
	*out = (struct rule_finding){ .path = "/happened_at", .message = N_("This moment lies before an earlier movement of the same person, {moment}"),
		.advice = N_("Enter the real day and hour; correct the earlier movement if that one is wrong"), .ask = ASK_GOVERNOR };
	/* A correction must still fit between what was written before it and after it. */
	bool corrected = text_equal_string(text_from(context->act->name), "movement.correct");
	if (corrected && row_has(movement, MOVEMENT_RETURNED_AT) && row_moment(movement, MOVEMENT_LEFT_AT) > row_moment(movement, MOVEMENT_RETURNED_AT)) {
		out->message = N_("The person would have come back, {moment}, before leaving");
		out->parameters[0] = (struct error_parameter){ "moment", moment_text(context->arena, row_moment(movement, MOVEMENT_RETURNED_AT)), false };
		return true;
	}
	for (size_t i = 0; i < earlier.count; i++) {
		if (corrected && earlier.items[i]->created_at > movement->created_at) {
			if (row_moment(movement, MOVEMENT_LEFT_AT) <= row_moment(earlier.items[i], MOVEMENT_LEFT_AT))
				continue;
			out->message = N_("This moment lies after a later movement of the same person, {moment}");
			out->parameters[0] = (struct error_parameter){ "moment", moment_text(context->arena, row_moment(earlier.items[i], MOVEMENT_LEFT_AT)), false };
			return true;
		}
		int64_t end = row_has(earlier.items[i], MOVEMENT_RETURNED_AT) ? row_moment(earlier.items[i], MOVEMENT_RETURNED_AT) :
			row_moment(earlier.items[i], MOVEMENT_LEFT_AT);
		if (!text_equal(earlier.items[i]->id, movement->id) && row_moment(movement, MOVEMENT_LEFT_AT) < end) {
			out->parameters[0] = (struct error_parameter){ "moment", moment_text(context->arena, end), false };
			return true;
		}
	}
	return false;
}

static const struct row *admission_after(const struct decision *decision)
{
	return decision_row(decision, &RECORD_ADMISSION);
}

static bool condition_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *admission = admission_after(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/admission", .message = N_("Injuries and complaints of ill-treatment have not been asked for"),
		.advice = N_("Do the step on the condition on arrival; no is an answer, silence is not"), .ask = ASK_GOVERNOR };
	return admission && (!row_has(admission, ADMISSION_INJURIES) || !row_has(admission, ADMISSION_ILL_TREATMENT));
}

static bool inventory_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *admission = admission_after(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/admission", .message = N_("The list of property is not closed and signed"),
		.advice = N_("Close the list, even an empty one, signed by the person or with a witnessed refusal"), .ask = ASK_GOVERNOR };
	return admission && !row_is(admission, ADMISSION_PROPERTY, "done");
}

static bool kin_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *admission = admission_after(decision);
	if (!admission)
		return false;
	const struct condition own[] = { CONDITION_TEXT(CONTACT_PERSON, row_text(admission, ADMISSION_PERSON)), CONDITION_INTEGER(CONTACT_NEXT_OF_KIN, 1) };
	*out = (struct rule_finding){ .path = "/admission", .message = N_("No emergency contact and next of kin is recorded"),
		.advice = N_("Add the contact, or write that the person has none or does not want to say"), .ask = ASK_GOVERNOR };
	return act_count(context, &RECORD_CONTACT, own, 2) == 0;
}

static bool contact_none(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *admission = admission_after(decision);
	if (!admission)
		return false;
	const struct condition own[] = { CONDITION_TEXT(CONTACT_PERSON, row_text(admission, ADMISSION_PERSON)), CONDITION_TEXT(CONTACT_KIND, TEXT_OF("family")) };
	*out = (struct rule_finding){ .path = "/admission", .message = N_("No family is recorded with whom the person could keep contact"),
		.advice = N_("Ask again in a few days; offer a letter or a call"), .ask = N_("The caseworker") };
	return act_count(context, &RECORD_CONTACT, own, 2) == 0;
}

static bool woman_without_child_list(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *admission = admission_after(decision);
	const struct row *person = admission ? act_load(context, &RECORD_PERSON, row_text(admission, ADMISSION_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/admission", .message = N_("The woman has not been asked for her children"),
		.advice = N_("Do the step on children; none, or not wanting to say, are answers"), .ask = ASK_GOVERNOR };
	return person && row_is(person, PERSON_SEX, "F") && !row_is(admission, ADMISSION_CHILDREN, "done");
}

/* ---- status ---- */

static bool hearing_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_after(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/next_hearing", .message = N_("The person is untried, and no next hearing is recorded"),
		.advice = N_("Ask the court for the date, or say why there is none yet"), .ask = N_("The caseworker") };
	return order && row_is(order, LEGAL_ORDER_STATE, "in_force") && legal_status_is_untried(row_text(order, LEGAL_ORDER_STATUS)) &&
		!row_has(order, LEGAL_ORDER_NEXT_HEARING);
}

static bool convicted_before_sentence(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_after(decision);
	(void)context;
	*out = (struct rule_finding){ .path = row_has(context->input, 0) && text_equal_string(text_from(context->act->name), "person.admit") ? "/order_status" : "/legal_status",
		.message = N_("A remand order or arrest warrant does not make a person convicted"),
		.advice = N_("Untried people are presumed innocent: enter the status untried, and add the sentence when there is one"), .ask = ASK_GOVERNOR };
	return order && legal_status_is_convicted(row_text(order, LEGAL_ORDER_STATUS)) &&
		(row_is(order, LEGAL_ORDER_KIND, "remand") || row_is(order, LEGAL_ORDER_KIND, "remand_extension") || row_is(order, LEGAL_ORDER_KIND, "arrest_warrant"));
}

/* ---- information ---- */

static bool paper_only(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *given = decision_row(decision, &RECORD_INFORMATION_GIVEN);
	const struct row *person = given ? act_load(context, &RECORD_PERSON, row_text(given, INFORMATION_GIVEN_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/form", .message = N_("The person cannot read this in writing alone"),
		.advice = N_("Explain it by word of mouth, in sign language, in braille or in easy language, and say who explained it"), .ask = ASK_GOVERNOR };
	return person && row_is(given, INFORMATION_GIVEN_FORM, "written") &&
		(row_is(person, PERSON_LITERACY, "no") || row_is(person, PERSON_SENSORY_NEED, "sight") || row_is(person, PERSON_SENSORY_NEED, "both"));
}

static bool language_not_spoken(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *given = decision_row(decision, &RECORD_INFORMATION_GIVEN);
	const struct row *person = given ? act_load(context, &RECORD_PERSON, row_text(given, INFORMATION_GIVEN_PERSON)) : NULL;
	if (!person || !row_has(person, PERSON_LANGUAGES) || row_is(given, INFORMATION_GIVEN_FORM, "interpreter") || row_is(given, INFORMATION_GIVEN_FORM, "sign"))
		return false;
	struct text rest = row_text(person, PERSON_LANGUAGES), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal_ignoring_case(one, row_text(given, INFORMATION_GIVEN_LANGUAGE)))
			return false;
	*out = (struct rule_finding){ .path = "/language", .message = N_("The person is not recorded as speaking this language"),
		.advice = N_("Use a language of the person or an interpreter, or say how you know that it was understood"), .ask = ASK_GOVERNOR };
	return true;
}

/* ---- notices ---- */

static bool consulate_against_wish(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	(void)context;
	*out = (struct rule_finding){ .path = "/wish", .message = N_("The person does not want the consulate to be told, and no treaty demands it"),
		.advice = N_("Record that the person declined"), .ask = N_("Headquarters") };
	return notice && row_is(notice, NOTICE_TO, "consulate") && row_is(notice, NOTICE_RESULT, "told") && !row_is_yes(notice, NOTICE_WISH) &&
		!row_is_yes(notice, NOTICE_BY_TREATY);
}

static bool consulate_of_refugee(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	const struct row *person = notice ? act_load(context, &RECORD_PERSON, row_text(notice, NOTICE_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/told_whom", .message = N_("The person is a refugee or has asked for asylum: the consulate of the home State is not told unless he or she wants it"),
		.advice = N_("Offer contact with the body that protects refugees and stateless people"), .ask = N_("Headquarters") };
	return person && row_is_yes(person, PERSON_ASYLUM_OR_REFUGEE) && row_is(notice, NOTICE_TO, "consulate") && row_is(notice, NOTICE_RESULT, "told") &&
		!row_is_yes(notice, NOTICE_WISH);
}

static bool illness_told_to_excluded(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	const struct row *contact = notice && row_has(notice, NOTICE_CONTACT) ? act_load(context, &RECORD_CONTACT, row_text(notice, NOTICE_CONTACT)) : NULL;
	*out = (struct rule_finding){ .path = "/contact", .message = N_("The person has asked that this contact is not told of illness"),
		.advice = N_("Choose a contact whom the person has named for this"), .ask = N_("The health service") };
	return contact && (row_is(notice, NOTICE_REASON, "illness") || row_is(notice, NOTICE_REASON, "hospital")) && row_is(notice, NOTICE_RESULT, "told") && row_has(contact, CONTACT_ILLNESS_TOLD) &&
		!row_is_yes(contact, CONTACT_ILLNESS_TOLD);
}

/* ---- property ---- */

static bool legal_papers_taken(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_PROPERTY_ITEM);
	(void)context;
	*out = (struct rule_finding){ .path = "/item_class", .message = N_("Papers of a person's own court case may not be taken away"),
		.advice = N_("Leave them with the person; if that is impossible, seal them before the person's eyes and give access on request"), .ask = ASK_GOVERNOR };
	return item && row_is(item, PROPERTY_ITEM_CLASS, "legal_papers") && !row_has(item, PROPERTY_ITEM_SEAL);
}

static bool seal_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_PROPERTY_ITEM);
	(void)context;
	*out = (struct rule_finding){ .path = "/seal", .message = N_("Money and valuables go into the store under a seal, and its number is missing"),
		.advice = N_("Seal the bag before the person's eyes and enter the number"), .ask = ASK_GOVERNOR };
	return item && (row_is(item, PROPERTY_ITEM_CLASS, "money") || row_is(item, PROPERTY_ITEM_CLASS, "valuable")) && !row_has(item, PROPERTY_ITEM_SEAL);
}

static bool medicine_disposed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_PROPERTY_ITEM);
	*out = (struct rule_finding){ .path = "/state", .message = N_("The health service decides what becomes of a person's own medicine"),
		.advice = N_("Give it to the health service and record its decision"), .ask = N_("The health service") };
	return item && row_is(item, PROPERTY_ITEM_CLASS, "medicine") && !row_is(item, PROPERTY_ITEM_STATE, "returned") &&
		!actor_has_role(context->actor, ROLE(HEALTH)) && !row_is(item, PROPERTY_ITEM_STATE, "handed_to_authority");
}

/* ---- release ---- */

static const struct row *release_after(const struct decision *decision)
{
	return decision_row(decision, &RECORD_RELEASE);
}

static bool property_open(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = release_after(decision);
	if (!release)
		return false;
	const struct condition own[] = { CONDITION_TEXT(PROPERTY_ITEM_PERSON, row_text(release, RELEASE_PERSON)), CONDITION_TEXT(PROPERTY_ITEM_STATE, TEXT_OF("stored")) };
	int64_t open = act_count(context, &RECORD_PROPERTY_ITEM, own, 2);
	*out = (struct rule_finding){ .path = "/release", .message = N_("Property of the person is still in the store: {count} items"),
		.parameters = { { "count", arena_format(context->arena, "%lld", (long long)open), false } },
		.advice = N_("Return every item against signature, or record the lawful reason why it is not returned"), .ask = ASK_GOVERNOR };
	return open > 0;
}

static bool date_doubtful(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = release_after(decision);
	(void)context;
	if (!release || !row_is(release, RELEASE_STATE, "released"))
		return false;
	struct date first = row_date(release, RELEASE_CALCULATED_FIRST), second = row_date(release, RELEASE_CALCULATED_SECOND);
	bool by_term = row_is(release, RELEASE_KIND, "term_served");
	*out = (struct rule_finding){ .path = "/release", .parameters = { { "first", date_text(context->arena, first), false },
			{ "second", date_text(context->arena, second), false } },
		.message = !first.year ? N_("No release date can be calculated from the orders in the file") :
			date_compare(first, second) != 0 ? N_("The two calculations of the release date differ: {first} and {second}") :
			N_("The release date is {first}, and that day has not come"),
		.advice = N_("Have the orders and terms checked by a second person before the gate opens; a court order may release earlier"),
		.ask = N_("Headquarters") };
	return by_term && (!first.year || date_compare(first, second) != 0 || date_compare(context->today, first) < 0);
}

static bool other_order_holds(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = release_after(decision);
	if (!release || row_is(release, RELEASE_KIND, "handed_over"))
		return false;
	const struct condition own[] = { CONDITION_TEXT(LEGAL_ORDER_PERSON, row_text(release, RELEASE_PERSON)), CONDITION_TEXT(LEGAL_ORDER_STATE, TEXT_OF("in_force")) };
	struct rows orders = act_find(context, &RECORD_LEGAL_ORDER, own, 2);
	for (size_t i = 0; i < orders.count; i++) {
		struct date until = row_date(orders.items[i], LEGAL_ORDER_VALID_UNTIL);
		bool remand = legal_status_is_untried(row_text(orders.items[i], LEGAL_ORDER_STATUS)), later = date_compare(context->today, until) < 0;
		bool holds = row_is(release, RELEASE_KIND, "term_served") ? remand && until.year && later :
			row_is(release, RELEASE_KIND, "remand_expired") && (later || !until.year);
		if (holds) {
			*out = (struct rule_finding){ .path = "/orders_seen", .message = until.year ? N_("Another order in force holds the person until {date}") :
					N_("Another order in force holds the person, and it has no last day"),
				.parameters = { { "date", date_text(context->arena, until), false } },
				.advice = N_("Ask the authority that issued it; end the order in the file when it is lifted"), .ask = N_("The authority that issued the order") };
			return true;
		}
	}
	return false;
}

static bool file_not_offered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = release_after(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/release", .message = N_("The person was not offered a copy of the file"),
		.advice = N_("Offer it now, or say why not"), .ask = ASK_GOVERNOR };
	return release && !row_is_yes(release, RELEASE_FILE_OFFERED);
}

static bool needs_open(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = release_after(decision);
	if (!release)
		return false;
	const struct condition own = CONDITION_TEXT(RELEASE_STEP_RELEASE, release->id);
	struct rows steps = act_find(context, &RECORD_RELEASE_STEP, &own, 1);
	size_t open = 0;
	for (size_t i = 0; i < steps.count; i++)
		open += row_is(steps.items[i], RELEASE_STEP_STATE, "done") || row_is(steps.items[i], RELEASE_STEP_STATE, "not_needed") ? 0 : 1;
	*out = (struct rule_finding){ .path = "/release", .message = N_("Papers, housing, clothing, travel or means are not settled: {count} of them"),
		.parameters = { { "count", arena_format(context->arena, "%zu", open), false } },
		.advice = N_("Settle them, or say what the person does meanwhile; a release is never delayed for this"), .ask = N_("The caseworker") };
	return open > 0;
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule RULE_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

RULE(NMR_6, "NMR-6.1", RULE_REFUSE, ADMIT, register_gap, N_("Everybody in custody stands in one register without gaps"));
RULE(NMR_7, "NMR-7.0", RULE_REFUSE, ADMIT, custody_order_invalid, N_("Nobody is received without a valid order"));
RULE(NMR_7A, "NMR-7.a", RULE_EVIDENCE, REGISTER, age_unknown, N_("The file tells who the person is, and how that is known"));
RULE(NMR_7B, "NMR-7.b", RULE_EVIDENCE, ADMIT, arrest_missing, N_("The file tells why the person is held, and when, where and by whom he or she was arrested"));
RULE(NMR_7C, "NMR-7.c", RULE_REFUSE, MOVES, interval_overlaps, N_("Day and hour of every admission, transfer and release"));
RULE(NMR_7D, "NMR-7.d", RULE_EVIDENCE, COMPLETE, condition_missing, N_("Visible injuries and complaints of earlier ill-treatment are recorded"));
RULE(NMR_7E, "NMR-7.e", RULE_REFUSE, COMPLETE, inventory_missing, N_("The file holds a list of the person's property"));
CLOCKED(NMR_7F, "NMR-7.f", N_("The file names the family, and the children with their age, place and carer"), "children-asked");
RULE(NMR_7G, "NMR-7.g", RULE_WARN, COMPLETE, kin_missing, N_("The file names an emergency contact and the next of kin"));
RULE(NMR_8A, "NMR-8.a", RULE_WARN, ORDERS, hearing_missing, N_("The file holds the court case: hearings and legal help"));
CLOCKED(NMR_8C, "NMR-8.c", N_("What is written about conduct has an author, a source and an end"), "alert-ends");
RULE(NMR_9, "NMR-9.3", RULE_WARN, GATE, file_not_offered, N_("On release the person may have an official copy of the file"));
CLOCKED(NMR_30, "NMR-30.0", N_("A health professional sees everybody as soon as possible after admission"), "health-examination");
RULE(NMR_53, "NMR-53", RULE_REFUSE, STORE, legal_papers_taken, N_("People keep the papers of their own case"));
CLOCKED(NMR_54, "NMR-54", N_("On admission the rules, rights and duties are explained"), "information-given");
RULE(NMR_55_1, "NMR-55.1", RULE_WARN, INFORM, language_not_spoken, N_("Information is given in a language the person understands"));
RULE(NMR_55_2, "NMR-55.2", RULE_REFUSE, INFORM, paper_only, N_("Who cannot read is told by word of mouth; sensory needs are met"));
RULE(NMR_58, "NMR-58.1", RULE_WARN, COMPLETE, contact_none, N_("People keep contact with family and friends"));
CLOCKED(NMR_62_1, "NMR-62.1", N_("Foreign nationals may reach their consulate"), "consulate-told");
RULE(NMR_62_2, "NMR-62.2", RULE_REFUSE, NOTIFY, consulate_of_refugee, N_("Refugees and stateless people may reach the body that protects them"));
RULE(NMR_62_WISH, "NMR-62.1.wish", RULE_REFUSE, NOTIFY, consulate_against_wish, N_("The consulate is told when the person wants it"));
RULE(NMR_67_1, "NMR-67.1", RULE_EVIDENCE, STORE, seal_missing, N_("Property is listed, signed for and kept safe"));
RULE(NMR_67_2, "NMR-67.2", RULE_REFUSE, GATE, property_open, N_("On release all property is returned against receipt"));
RULE(NMR_67_4, "NMR-67.4", RULE_REFUSE, DISPOSE, medicine_disposed, N_("The health service decides on a person's own medicine"));
CLOCKED(NMR_68_A, "NMR-68.a", N_("Everybody may tell the family of the imprisonment at once"), "family-told");
CLOCKED(NMR_68_B, "NMR-68.b", N_("Everybody may tell the family of a transfer at once"), "family-told-transfer");
CLOCKED(NMR_68_C, "NMR-68.c", N_("Everybody may tell the family of serious illness at once"), "own-illness-offered");
CLOCKED(NMR_69_A, "NMR-69.a", N_("The family is told of a death at once"), "family-told-death");
CLOCKED(NMR_69_B, "NMR-69.b", N_("Those whom the person named are told of serious illness and of the move to hospital"), "family-told-illness");
RULE(NMR_69_C, "NMR-69.c", RULE_REFUSE, NOTIFY, illness_told_to_excluded, N_("Nobody whom the person excluded is told of illness"));
CLOCKED(NMR_107, "NMR-107", N_("Life after release is thought of from the beginning of a sentence"), "resettlement-plan");
RULE(NMR_108, "NMR-108.1", RULE_WARN, GATE, needs_open, N_("People leave with papers, housing, clothing and means for the journey"));
RULE(NMR_111, "NMR-111.1", RULE_REFUSE, ORDERS, convicted_before_sentence, N_("Who is arrested or remanded and not convicted is untried"));
CLOCKED(NMR_119, "NMR-119.1", N_("Untried people are told at once why they are held and what they are charged with"), "charges-told");
RULE(CAL_DOUBT, "NMR-7.0.date", RULE_REFUSE, GATE, date_doubtful, N_("Nobody is released on a doubtful date"));
RULE(CAL_OTHER, "NMR-7.0.order", RULE_REFUSE, GATE, other_order_holds, N_("Every order in force is seen before release"));
CLOCKED(BKK_2_2, "BKK-2.2", N_("Before or on admission, arrangements are made for children"), "child-arrangement");
RULE(BKK_3, "BKK-3.1", RULE_REFUSE, COMPLETE, woman_without_child_list, N_("On admission the children of a woman are recorded"));
