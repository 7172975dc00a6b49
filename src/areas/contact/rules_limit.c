/* rules_limit.c - contact is limited only against a danger, for a short time, with something left open; never as punishment (Rule 43.3). */
#include "areas/contact/rules.h"

#include "model/decide.h"

static const char *const DECIDE[] = { "contact_limit.decide", NULL };

#define ASK_GOVERNOR N_("The duty governor")
#define ASK_HEADQUARTERS N_("Headquarters")
enum { MOST_DAYS = 14 };

static const struct row *limit_of(const struct decision *decision) { return decision_row(decision, &RECORD_CONTACT_LIMIT); }

/* Whether nothing is left to write, call or see the family by, with all that is in force. Video alone is not always there to fall back on. */
bool contact_cut_off(const struct act_context *context, const struct decision *decision, const struct row *limit)
{
	static const char *const MEANS[] = { "visits", "letters", "calls" };
	struct rows all = decide_rows_after(context, decision, &RECORD_CONTACT_LIMIT, row_text(limit, CONTACT_LIMIT_PERSON));
	int64_t at = row_moment(limit, CONTACT_LIMIT_STARTS) > context->now ? row_moment(limit, CONTACT_LIMIT_STARTS) : context->now;
	for (size_t i = 0; i < sizeof MEANS / sizeof *MEANS; i++) {
		bool closed = false;
		for (size_t j = 0; j < all.count && !closed; j++)
			closed = row_is(all.items[j], CONTACT_LIMIT_MEASURE, "suspended") && contact_limit_is_in_force(all.items[j], at) &&
				contact_limit_covers(all.items[j], MEANS[i], text_empty());
		if (!closed)
			return false;
	}
	return true;
}

static bool family_forbidden(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *limit = limit_of(decision);
	bool punishment = limit && row_is(limit, CONTACT_LIMIT_GROUND, "sanction");
	*out = (struct rule_finding){ .path = punishment ? "/ground" : "/means", .ask = ASK_HEADQUARTERS,
		.message = punishment ? N_("Contact would be limited as a punishment") : N_("No visit, letter or call would be left with the family"),
		.advice = N_("Leave contact with the family open; a danger is met at the one contact from which it comes") };
	return limit && (punishment || contact_cut_off(context, decision, limit));
}

/* What an order must say; the field beside which it is missing, or NULL. */
static const char *missing(const struct row *limit, int64_t most_days)
{
	static const struct { int field; const char *path; } NEEDED[] = { { CONTACT_LIMIT_FACTS, "/facts" }, { CONTACT_LIMIT_LAW, "/legal_basis" },
		{ CONTACT_LIMIT_AUTHORITY, "/authority" }, { CONTACT_LIMIT_ENDS, "/ends_at" } };
	for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
		if (!row_has(limit, NEEDED[i].field))
			return NEEDED[i].path;
	if (row_moment(limit, CONTACT_LIMIT_ENDS) > row_moment(limit, CONTACT_LIMIT_STARTS) + most_days * MOMENT_DAY)
		return "/ends_at";
	return row_is(limit, CONTACT_LIMIT_MEASURE, "suspended") && !row_is(limit, CONTACT_LIMIT_GROUND, "no_contact") && !row_has(limit, CONTACT_LIMIT_INSTEAD) ?
		"/instead" : NULL;
}

static bool limit_without_measure(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *limit = limit_of(decision);
	int64_t most = act_parameter(context, limit ? row_text(limit, CONTACT_LIMIT_FACILITY) : text_empty(), "contact.limit_max_days", MOST_DAYS);
	*out = (struct rule_finding){ .path = limit ? missing(limit, most) : NULL, .ask = ASK_GOVERNOR,
		.parameters = { { "days", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = N_("A limit on contact says its facts, legal basis, authority, an end within {days} days, and what stays open instead"),
		.advice = N_("Complete the decision, or do not limit contact; a longer time is a new decision with new facts") };
	return out->path != NULL;
}

static bool woman_punished(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *limit = limit_of(decision);
	const struct row *person = limit ? act_load(context, &RECORD_PERSON, row_text(limit, CONTACT_LIMIT_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/ground", .message = N_("A woman's contact with her family or children would be cut as a punishment"),
		.advice = N_("Choose another measure"), .ask = ASK_HEADQUARTERS };
	return person && row_is(person, PERSON_SEX, "F") && row_is(limit, CONTACT_LIMIT_GROUND, "sanction");
}

static bool no_milder_thought_of(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *limit = limit_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/alternatives", .message = N_("It is not said what less was thought of, and why it is not enough"), .ask = ASK_GOVERNOR,
		.advice = N_("Restrict no more than safety and good order need: write it, or do not restrict") };
	return limit && !row_has(limit, CONTACT_LIMIT_ALTERNATIVES);
}

/* Body of Principles 15 with Rule 43.3: without a law of the country (incommunicado.max_days) no day is lawful. */
static bool incommunicado(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *limit = limit_of(decision);
	if (!limit || !contact_cut_off(context, decision, limit))
		return false;
	int64_t most = act_parameter(context, row_text(limit, CONTACT_LIMIT_FACILITY), "incommunicado.max_days", 0);
	*out = (struct rule_finding){ .path = "/means", .ask = ASK_HEADQUARTERS, .parameters = { { "days", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = N_("The person would be cut off from the outside for more than {days} days, the most that the law here allows"),
		.advice = N_("Leave one way to the family open; the lawyer is never part of such a decision") };
	return !row_has(limit, CONTACT_LIMIT_ENDS) || row_moment(limit, CONTACT_LIMIT_ENDS) - row_moment(limit, CONTACT_LIMIT_STARTS) > most * MOMENT_DAY;
}

#define RULE(symbol, id_, kind_, absolute_, function, words) \
	const struct rule CONTACT_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = DECIDE, .bites = function, .text = words }

RULE(NMR_43_3A, "NMR-43.3a.limit", RULE_REFUSE, true, family_forbidden, N_("No decision forbids contact with the family, and none limits it as a punishment"));
RULE(NMR_43_3B, "NMR-43.3b.limit", RULE_EVIDENCE, false, limit_without_measure, N_("Contact is limited only for a short time and as far as security needs it"));
RULE(BKK_23, "BKK-23.limit", RULE_REFUSE, true, woman_punished, N_("No woman is punished by a ban on contact with her family, above all with her children"));
RULE(NMR_36, "NMR-36.limit", RULE_EVIDENCE, false, no_milder_thought_of, N_("Contact is limited no more than safety and good order need"));
RULE(BOP_15, "BOP-15", RULE_REFUSE, false, incommunicado, N_("Nobody is cut off from family and lawyer for more than a matter of days"));
