/* rules_force.c - force only on a lawful ground and as the last means; instruments that are never used; births. */
#include "areas/rights/rules.h"

static const char *const USE[] = { "force.use", NULL };

#define ASK_GOVERNOR N_("The duty governor")

static const struct row *force_of(const struct decision *decision) { return decision_row(decision, &RECORD_FORCE); }

static bool instrument_banned(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const char *const BANNED[] = { "chains", "weighted", "electric", "thumb", "cage", NULL };
	const struct row *force = force_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/instrument", .message = N_("This instrument is degrading or painful by its nature"), .ask = ASK_GOVERNOR,
		.advice = N_("Take it off; if it has happened, record it as a fact and tell the inspectors") };
	for (const char *const *one = BANNED; force && *one; one++)
		if (row_is(force, FORCE_INSTRUMENT, *one))
			return true;
	return false;
}

static bool kept_on_in_court(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = force_of(decision);
	(void)context;
	if (!force || !row_is_yes(force, FORCE_IN_COURT) || row_is(force, FORCE_OFFICE, "court"))
		return false;
	*out = (struct rule_finding){ .path = "/in_court", .message = N_("The restraint would stay on before a court or authority"),
		.advice = N_("Take it off when the person appears; only the court may order otherwise"), .ask = N_("The court") };
	return true;
}

/* An attack is met at once; everything else with an instrument waits for the director. */
static bool not_the_director(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = force_of(decision);
	(void)context;
	if (!force || !force_is_instrument(force) || row_is(force, FORCE_GROUND, "transfer") || row_is(force, FORCE_OFFICE, "director") ||
		row_is(force, FORCE_OFFICE, "deputy") || row_is(force, FORCE_OFFICE, "court") ||
		(row_is(force, FORCE_OFFICE, "none") && (row_is(force, FORCE_GROUND, "self_defence") || row_is(force, FORCE_GROUND, "injury"))))
		return false;
	*out = (struct rule_finding){ .path = "/ordered_by", .message = N_("Only the director or the lawful deputy orders restraint"),
		.advice = N_("Ask for the order before an instrument is used"), .ask = ASK_GOVERNOR };
	return true;
}

static bool nothing_milder(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = force_of(decision);
	(void)context;
	if (!force || row_has(force, FORCE_ALTERNATIVES))
		return false;
	*out = (struct rule_finding){ .path = "/alternatives", .message = N_("It is not said what milder means were tried or thought of"),
		.advice = N_("Talk, wait, step back, send for somebody else; then write what was tried"), .ask = ASK_GOVERNOR };
	return true;
}

/* What each kind of resistance asks for at most: a ladder of the product (force.rung_*), because the Rules give none. */
static bool above_the_ladder(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const struct { const char *resistance, *parameter; int most; } LADDER[] = { { "passive", "force.rung_passive", 1 }, { "active", "force.rung_active", 2 },
		{ "attack", "force.rung_attack", 3 }, { "life", "force.rung_life", 4 } };
	const struct row *force = force_of(decision);
	*out = (struct rule_finding){ .path = "/instrument", .message = N_("This means is stronger than what the person does asks for"), .ask = ASK_GOVERNOR,
		.advice = N_("Take a milder one, or say why no milder one was enough; the ladder of means is a default of the profile, the Rules ask for the least intrusive") };
	for (size_t i = 0; force && i < sizeof LADDER / sizeof *LADDER; i++)
		if (row_is(force, FORCE_RESISTANCE, LADDER[i].resistance))
			return force_rung(force) > act_parameter(context, row_text(force, FORCE_FACILITY), LADDER[i].parameter, LADDER[i].most);
	return false;
}

static bool woman_giving_birth(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const char *const BIRTH[] = { "labour", NULL };
	const struct row *force = force_of(decision);
	if (!force || !force_is_instrument(force) || !health_flag_live(context, row_text(force, FORCE_PERSON), BIRTH))
		return false;
	*out = (struct rule_finding){ .path = "/instrument", .message = N_("Restraints are never used on a woman in labour, giving birth or just after"),
		.advice = N_("Take them off and call the health service"), .ask = N_("The health service") };
	return true;
}

static bool ground_unlawful(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = force_of(decision);
	(void)context;
	if (!force || !(row_is(force, FORCE_GROUND, "other") || row_is(force, FORCE_GROUND, "discipline")))
		return false;
	*out = (struct rule_finding){ .path = "/ground", .message = N_("This is no ground on which force may be used"),
		.advice = N_("Force is for self-defence, attempted escape, resistance to a lawful order, or to stop injury or damage"), .ask = ASK_GOVERNOR };
	return true;
}

#define RULE(symbol, id_, kind_, absolute_, function, words) \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = USE, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

RULE(NMR_47_1, "NMR-47.1", RULE_REFUSE, true, instrument_banned, N_("Chains, irons and other degrading or painful instruments are prohibited"));
RULE(NMR_47_2A, "NMR-47.2a", RULE_REFUSE, false, kept_on_in_court, N_("Restraints come off before a judge or authority"));
RULE(NMR_47_2B, "NMR-47.2b", RULE_REFUSE, false, not_the_director, N_("Only the director orders restraint, and the health service is alerted at once"));
RULE(NMR_48_1A, "NMR-48.1a", RULE_EVIDENCE, false, nothing_milder, N_("Restraint only when nothing milder works"));
RULE(NMR_48_1B, "NMR-48.1b", RULE_WARN, false, above_the_ladder, N_("The least intrusive means that is enough"));
CLOCKED(NMR_48_1C, "NMR-48.1c", N_("Restraint ends as soon as the danger ends"), "restraint-check", "restraint-longest");
RULE(NMR_48_2, "NMR-48.2", RULE_REFUSE, true, woman_giving_birth, N_("No restraints on women in labour, in childbirth and immediately after"));
RULE(BKK_24, "BKK-24", RULE_REFUSE, true, woman_giving_birth, N_("No restraints during labour, birth and immediately after"));
RULE(NMR_82_1A, "NMR-82.1a", RULE_REFUSE, false, ground_unlawful, N_("Force only in self-defence, against escape, or against resistance to a lawful order"));
CLOCKED(NMR_82_1B, "NMR-82.1b", N_("Force is no more than necessary, and the director is told at once"), "force-director-told", "force-statements");
