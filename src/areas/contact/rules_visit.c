/* rules_visit.c - visits, letters and calls: lawyers unheard, visitors searched with dignity and only by consent, nobody made to receive anybody. */
#include "areas/contact/rules.h"

#include "areas/rights/records.h"

#include "model/decide.h"

static const char *const LEGAL[] = { "visit.book", "visit.schedule", "visit.close", "communication.record", "contact_limit.decide", NULL };
static const char *const BOOKING[] = { "visit.book", "visit.schedule", NULL };
static const char *const BOOK[] = { "visit.book", NULL };
static const char *const CLOSE[] = { "visit.close", NULL };
static const char *const LAWYER[] = { "visit.close", "communication.record", "contact_limit.decide", NULL };
static const char *const MAIL[] = { "communication.record", NULL };
static const char *const OFFER[] = { "transfer.offer", NULL };

#define ASK_GOVERNOR N_("The duty governor")
#define ASK_HEADQUARTERS N_("Headquarters")
enum { YEAR_DAYS = 365, FEW = 5, FAR_KM = 150, HUNDRED = 100, RATIO = 125 }; /* FEW: no text gives it; of less than five decisions no rate is taken */

static const struct row *visit_of(const struct decision *decision) { return decision_row(decision, &RECORD_VISIT); }

/* ---- lawyers, courts, inspectors ---- */

static const char *visit_heard(const struct row *visit)
{
	if (row_is(visit, VISIT_STATE, "held") && (row_is(visit, VISIT_WATCHED, "heard") || row_is(visit, VISIT_WATCHED, "recorded")))
		return "/watched";
	return row_is(visit, VISIT_SETTING, "heard") || (row_is(visit, VISIT_SETTING, "room") && visit_is_open(visit)) ? "/setting" : NULL;
}

/* Where what is said or written to a lawyer would be heard, read or opened; NULL: nowhere. */
static const char *lawyer_heard(const struct act_context *context, const struct decision *decision)
{
	const struct row *visit = visit_of(decision), *message = decision_row(decision, &RECORD_COMMUNICATION), *limit = decision_row(decision, &RECORD_CONTACT_LIMIT);
	if (visit && row_is(visit, VISIT_CLASS, "legal"))
		return visit_heard(visit);
	if (message && row_is(message, COMMUNICATION_CLASS, "legal"))
		return row_is(message, COMMUNICATION_LOOKED, "nothing") ? NULL : "/looked_at";
	const struct row *contact = limit && row_has(limit, CONTACT_LIMIT_CONTACT) ? act_load(context, &RECORD_CONTACT, row_text(limit, CONTACT_LIMIT_CONTACT)) : NULL;
	return contact && row_is(contact, CONTACT_KIND, "lawyer") ? "/contact" : NULL;
}

static bool lawyer_intercepted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const char *path = lawyer_heard(context, decision);
	/* The form that ends a visit does not ask how they were to meet. */
	if (path && record_field(context->input->record, text_from(path + 1)) < 0)
		path = "/visit";
	*out = (struct rule_finding){ .path = path, .ask = ASK_HEADQUARTERS, .message = N_("A lawyer would be heard, recorded, read, opened or shut out"),
		.advice = N_("Lawyers are in sight and out of hearing; their letters stay closed and their calls are not on any line that is listened to") };
	return path != NULL;
}

/* The lawyer kept away; the field beside which that is said, or NULL. */
static const char *lawyer_kept_away(const struct act_context *context, const struct decision *decision)
{
	const struct row *visit = visit_of(decision), *limit = decision_row(decision, &RECORD_CONTACT_LIMIT), *message = decision_row(decision, &RECORD_COMMUNICATION);
	if (visit)
		return row_is(visit, VISIT_CLASS, "legal") && visit_failed_by_prison(row_text(visit, VISIT_STATE)) ? "/outcome" : NULL;
	if (message)
		return row_is(message, COMMUNICATION_CLASS, "legal") && row_is(message, COMMUNICATION_RESULT, "withheld") ? "/result" : NULL;
	const struct row *contact = limit && row_has(limit, CONTACT_LIMIT_CONTACT) ? act_load(context, &RECORD_CONTACT, row_text(limit, CONTACT_LIMIT_CONTACT)) : NULL;
	return contact && row_is(contact, CONTACT_KIND, "lawyer") ? "/contact" : NULL;
}

static bool accused_without_lawyer(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const char *path = lawyer_kept_away(context, decision);
	if (!path)
		return false;
	const struct condition own = CONDITION_TEXT(CHARGE_PERSON, row_subject(decision->result));
	struct rows charges = act_find(context, &RECORD_CHARGE, &own, 1);
	*out = (struct rule_finding){ .path = path, .message = N_("The person is accused of a crime here, and the lawyer would be kept away"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Let the lawyer come, call and write without limit: a criminal case has all guarantees") };
	for (size_t i = 0; i < charges.count; i++)
		if (charge_is_prosecuted(charges.items[i]))
			return true;
	return false;
}

static bool defence_intercepted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	int person = record_field(context->input->record, TEXT_OF("person"));
	struct text id = person >= 0 ? row_text(context->input, person) : visit_of(decision) ? row_text(visit_of(decision), VISIT_PERSON) : text_empty();
	const struct row *file = text_is_empty(id) ? NULL : act_load(context, &RECORD_PERSON, id);
	return file && legal_status_is_untried(row_text(file, PERSON_LEGAL_STATUS)) && lawyer_intercepted(context, decision, out);
}

static bool lawyer_refused(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/outcome", .message = N_("The prison did not let a lawyer in"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Set another time within the day; if it has happened, record it as a fact") };
	return visit && row_is(visit, VISIT_CLASS, "legal") && visit_failed_by_prison(row_text(visit, VISIT_STATE));
}

static bool no_interpreter(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	const struct row *person = visit && row_is(visit, VISIT_CLASS, "legal") ? act_load(context, &RECORD_PERSON, row_text(visit, VISIT_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/interpreter", .message = N_("The person needs an interpreter, and none is offered for the lawyer"), .ask = ASK_GOVERNOR,
		.advice = N_("Offer an independent interpreter, not an officer and not another prisoner") };
	return person && row_is_yes(person, PERSON_INTERPRETER) && !row_is_yes(visit, VISIT_INTERPRETER);
}

static bool inspector_mail_opened(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *message = decision_row(decision, &RECORD_COMMUNICATION);
	(void)context;
	*out = (struct rule_finding){ .path = "/looked_at", .message = N_("A letter or call of a complaint body or inspector was opened or heard"), .ask = ASK_HEADQUARTERS,
		.advice = N_("It goes on closed, both ways") };
	return message && row_is(message, COMMUNICATION_CLASS, "official") && !row_is(message, COMMUNICATION_LOOKED, "nothing");
}

/* ---- searches of visitors ---- */

static bool is_searched(const struct row *visit)
{
	return visit && row_has(visit, VISIT_SEARCH) && !row_is(visit, VISIT_SEARCH, "none");
}

static bool searched_without_consent(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/search_agreed", .message = N_("The visitor did not agree to the search"), .ask = ASK_GOVERNOR,
		.advice = N_("Ask first. Who does not agree is not searched, does not come in today, and may come another day") };
	return is_searched(visit) && !row_is_yes(visit, VISIT_SEARCH_AGREED);
}

/* No more than of prisoners: Rules 50 to 52. */
static bool searched_without_dignity(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	(void)context;
	if (!is_searched(visit) || row_is(visit, VISIT_SEARCH, "detector"))
		return false;
	bool deep = !row_is(visit, VISIT_SEARCH, "pat_down"), decent = row_is_yes(visit, VISIT_SEARCH_DECENT);
	bool ordered = row_is(visit, VISIT_SEARCH_ORDER, "director") || (row_is(visit, VISIT_SEARCH_ORDER, "duty") && !row_is(visit, VISIT_SEARCH, "cavity"));
	bool child = deep && row_is_yes(visit, VISIT_SEARCHED_CHILD);
	*out = (struct rule_finding){ .path = child ? "/searched_child" : !decent ? "/search_decent" : "/search_order", .ask = ASK_GOVERNOR,
		.message = child ? N_("A child would be searched with clothes off") : !decent ? N_("The visitor was not searched in private by trained staff of the same sex") :
			N_("Nobody ordered this search of a visitor"),
		.advice = N_("Use a detector; offer a visit behind glass instead of a deeper search") };
	return child || !decent || (deep && !ordered);
}

static bool cavity_of_visitor(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	(void)context;
	if (!visit || !row_is(visit, VISIT_SEARCH, "cavity"))
		return false;
	bool child = !row_has(visit, VISIT_SEARCHED_CHILD) || row_is_yes(visit, VISIT_SEARCHED_CHILD);
	*out = (struct rule_finding){ .path = child ? "/searched_child" : "/search_health", .ask = N_("The director and the health service"),
		.message = child ? N_("Body cavities of children who visit are never searched") :
			N_("A body cavity of a visitor is searched only by order of the director and by a health professional"),
		.advice = N_("Do not search. Offer a visit behind glass, or another day") };
	return child || !row_is_yes(visit, VISIT_SEARCH_HEALTH) || !row_is(visit, VISIT_SEARCH_ORDER, "director");
}

/* ---- women, children, equality, distance ---- */

static bool child_behind_glass(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/setting", .message = N_("A parent would meet an own child not openly"), .ask = ASK_GOVERNOR,
		.advice = N_("Let them meet in one room and longer; otherwise say what danger this visit brings") };
	return visit && row_is_yes(visit, VISIT_OWN_CHILD) && (row_is(visit, VISIT_SETTING, "glass") || row_is(visit, VISIT_SETTING, "heard")) &&
		!row_has(visit, VISIT_SETTING_WHY);
}

static bool visitor_not_wanted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	const struct row *person = visit ? act_load(context, &RECORD_PERSON, row_text(visit, VISIT_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/wanted", .message = N_("It is not said that the woman wants this visitor"), .ask = ASK_GOVERNOR,
		.advice = N_("Ask her alone, family included, and write down her answer") };
	return person && row_is(person, PERSON_SEX, "F") && !row_is_yes(visit, VISIT_WANTED);
}

static int64_t private_visits(const struct act_context *context, const char *sex, const char *state)
{
	const struct condition conditions[] = { CONDITION_TEXT(VISIT_SETTING, TEXT_OF("private")), CONDITION_TEXT(VISIT_SEX, text_from(sex)),
		CONDITION_TEXT(VISIT_STATE, text_from(state)), { .field = VISIT_ASKED_AT, .comparison = GREATER_OR_EQUAL,
		.value = value_integer(context->now - YEAR_DAYS * MOMENT_DAY) } };
	return act_count(context, &RECORD_VISIT, conditions, 4);
}

/* "1.25" in hundredths. */
static int64_t ratio_hundredths(const struct act_context *context, struct text facility)
{
	struct text rest = act_parameter_text(context, facility, "disparity.ratio"), whole;
	int64_t units, part = 0;
	if (!text_next(&rest, '.', &whole) || !text_to_integer(whole, &units) || rest.length > 2 || (rest.length > 0 && !text_to_integer(rest, &part)))
		return RATIO;
	return units * HUNDRED + (rest.length == 1 ? part * 10 : part);
}

/* Private visits of one sex are allowed less often than those of the other, over a year and the whole service. */
static bool private_visits_unequal(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = visit_of(decision);
	if (!visit || !row_is(visit, VISIT_SETTING, "private") || !row_is(visit, VISIT_STATE, "not_allowed"))
		return false;
	const char *own = row_is(visit, VISIT_SEX, "F") ? "F" : "M", *other = row_is(visit, VISIT_SEX, "F") ? "M" : "F";
	int64_t held = private_visits(context, own, "held"), all = held + private_visits(context, own, "not_allowed") + 1;
	int64_t other_held = private_visits(context, other, "held"), other_all = other_held + private_visits(context, other, "not_allowed");
	*out = (struct rule_finding){ .path = "/outcome", .ask = ASK_HEADQUARTERS,
		.message = N_("Private family visits are allowed less often to people of this sex than to others"),
		.advice = N_("Allow it on the same terms, or say what makes this one different") };
	return all >= FEW && other_all >= FEW && other_held * all * HUNDRED > ratio_hundredths(context, row_text(visit, VISIT_FACILITY)) * held * other_all;
}

/* Of women BKK-4 asks more, in custody's own rule. */
static bool far_from_home(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *transfer = decision_row(decision, &RECORD_TRANSFER);
	const struct row *person = transfer ? act_load(context, &RECORD_PERSON, row_text(transfer, TRANSFER_PERSON)) : NULL;
	int64_t most = transfer ? act_parameter(context, row_text(transfer, TRANSFER_TO), "distance.warn_km", FAR_KM) : 0;
	*out = (struct rule_finding){ .path = "/distance_km", .parameters = { { "km", arena_format(context->arena, "%lld", (long long)most), false } }, .ask = ASK_HEADQUARTERS,
		.message = N_("The person would be more than {km} kilometres from home or from where he or she will live"),
		.advice = N_("Choose a nearer place, or say why not and what makes up for the distance: longer visits, video, travel help") };
	return person && !row_is(person, PERSON_SEX, "F") && row_integer(transfer, TRANSFER_DISTANCE_KM, 0) > most;
}

#define RULE(symbol, id_, kind_, absolute_, acts_, function, words) \
	const struct rule CONTACT_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule CONTACT_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

CLOCKED(NMR_58_1, "NMR-58.1.interval", N_("Everybody has contact with family and friends at regular intervals"), "family-contact");
CLOCKED(HAV_60, "HAV-60", N_("Young people have visits weekly in principle, and at least once a month"), "family-contact-child");
RULE(NMR_58_2, "NMR-58.2", RULE_WARN, false, CLOSE, private_visits_unequal, N_("Private family visits are allowed without discrimination, to women as to men"));
RULE(NMR_59, "NMR-59", RULE_WARN, false, OFFER, far_from_home, N_("People are placed near their home or the place of their rehabilitation, as far as possible"));
RULE(NMR_60_1, "NMR-60.1", RULE_REFUSE, false, CLOSE, searched_without_consent, N_("Visitors are searched only when they agree; who does not agree is only not let in"));
RULE(NMR_60_2A, "NMR-60.2a", RULE_REFUSE, false, CLOSE, searched_without_dignity, N_("Searches of visitors are not degrading and go no further than those of prisoners"));
RULE(NMR_60_2B, "NMR-60.2b", RULE_REFUSE, false, CLOSE, cavity_of_visitor, N_("Body cavities of visitors are not searched, and never those of children"));
CLOCKED(NMR_61_1A, "NMR-61.1a", N_("Everybody sees a lawyer of choice without delay"), "legal-visit");
RULE(NMR_61_1A_REFUSED, "NMR-61.1a.refused", RULE_REFUSE, false, CLOSE, lawyer_refused, N_("No lawyer is turned away"));
RULE(NMR_61_1B, "NMR-61.1b", RULE_REFUSE, true, LEGAL, lawyer_intercepted, N_("Talk and letters with a lawyer are confidential: in sight perhaps, never in hearing"));
RULE(NMR_61_2, "NMR-61.2", RULE_WARN, false, BOOKING, no_interpreter, N_("Who does not speak the lawyer's language has an independent interpreter"));
RULE(NMR_41_5, "NMR-41.5.lawyer", RULE_REFUSE, false, LAWYER, accused_without_lawyer, N_("Whoever is accused of a crime committed in prison sees the lawyer without limit"));
CLOCKED(HAV_61, "HAV-61", N_("Young people write or telephone at least twice a week"), "child-calls");
CLOCKED(NMR_61_3, "NMR-61.3", N_("Legal aid is within reach"), "legal-aid-forwarded");
RULE(NMR_120_1, "NMR-120.1", RULE_REFUSE, true, LEGAL, defence_intercepted, N_("Untried people speak with their defence in confidence"));
RULE(NMR_56_3, "NMR-56.3.mail", RULE_REFUSE, false, MAIL, inspector_mail_opened, N_("Letters and calls of inspectors and complaint bodies go unopened and unheard"));
RULE(BKK_28, "BKK-28", RULE_WARN, false, BOOKING, child_behind_glass, N_("Visits with children are open, and long where possible"));
RULE(BKK_44, "BKK-44", RULE_REFUSE, false, BOOK, visitor_not_wanted, N_("Women say who may visit them, family included"));
