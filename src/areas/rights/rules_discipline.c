/* rules_discipline.c - offence and sanction by law, fair process, proportion, and what is never a sanction. */
#include "areas/rights/rules.h"

static const char *const LAY[] = { "charge.lay", NULL };
static const char *const HEAR[] = { "charge.hear", NULL };
static const char *const DECIDE[] = { "charge.hear", "sanction.impose", NULL };
static const char *const IMPOSE[] = { "sanction.impose", NULL };
static const char *const PUNISH[] = { "sanction.impose", "separation.order", NULL };
static const char *const RESTRAINS[] = { "sanction.impose", "disciplinary_sanction.add", "disciplinary_sanction.correct", "force.use", NULL };
static const char *const LISTED[] = { "sanction.impose", "disciplinary_sanction.add", "disciplinary_sanction.correct", NULL };

#define ASK_GOVERNOR N_("The duty governor")
#define ASK_HEADQUARTERS N_("Headquarters")

static const struct row *charge_of(const struct act_context *context, const struct row *sanction)
{
	return sanction ? act_load(context, &RECORD_CHARGE, row_text(sanction, SANCTION_CHARGE)) : NULL;
}

static bool is_in_force(const struct row *row, int from, int until, struct date day)
{
	return date_compare(row_date(row, from), day) <= 0 && (!row_has(row, until) || date_compare(day, row_date(row, until)) <= 0);
}

struct text sanction_measure(const struct decision *decision)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION), *listed = decision_row(decision, &RECORD_DISCIPLINARY_SANCTION);
	return sanction ? row_text(sanction, SANCTION_MEASURE) : listed ? row_text(listed, DISCIPLINARY_SANCTION_MEASURE) : text_empty();
}

static bool not_an_offence(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *charge = decision_row(decision, &RECORD_CHARGE);
	const struct row *offence = charge ? act_load(context, &RECORD_DISCIPLINARY_OFFENCE, row_text(charge, CHARGE_OFFENCE)) : NULL;
	if (!charge || (offence && is_in_force(offence, DISCIPLINARY_OFFENCE_FROM, DISCIPLINARY_OFFENCE_UNTIL, decide_day(context, row_moment(charge, CHARGE_HAPPENED)))))
		return false;
	*out = (struct rule_finding){ .path = "/offence", .ask = ASK_HEADQUARTERS,
		.message = offence ? N_("This offence was not in force on the day") : N_("No offence of the catalogue is named"),
		.advice = N_("Only conduct that law defined on that day is an offence. Choose another offence, or settle the matter without a charge") };
	return true;
}

static bool outside_catalogue(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION), *listed = decision_row(decision, &RECORD_DISCIPLINARY_SANCTION);
	int64_t most = act_parameter(context, context->actor->facility, "seg.disc_max_days", 14);
	*out = (struct rule_finding){ .path = sanction ? "/days" : "/maximum_days", .ask = ASK_HEADQUARTERS,
		.parameters = { { "days", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = N_("Separation as a sanction lasts {days} days at most, those that follow each other together"),
		.advice = N_("Choose a sanction of the catalogue, not longer than it allows") };
	if (!sanction)
		return listed && row_is(listed, DISCIPLINARY_SANCTION_MEASURE, "separation") && row_integer(listed, DISCIPLINARY_SANCTION_DAYS, 0) > most;
	const struct row *kind = act_load(context, &RECORD_DISCIPLINARY_SANCTION, row_text(sanction, SANCTION_KIND));
	int64_t days = row_integer(sanction, SANCTION_DAYS, 0), together = days;
	const struct row *before = act_load(context, &RECORD_SANCTION, row_text(sanction, SANCTION_AFTER));
	for (int chain = 0; before && chain < 20; chain++) {
		together += row_is(before, SANCTION_MEASURE, "separation") ? row_integer(before, SANCTION_DAYS, 0) : 0;
		before = act_load(context, &RECORD_SANCTION, row_text(before, SANCTION_AFTER));
	}
	if (row_is(sanction, SANCTION_MEASURE, "separation") && together > most)
		return true;
	out->parameters[0].value = arena_format(context->arena, "%lld", (long long)(kind ? row_integer(kind, DISCIPLINARY_SANCTION_DAYS, 0) : 0));
	if (!kind || !text_equal(row_text(kind, DISCIPLINARY_SANCTION_MEASURE), row_text(sanction, SANCTION_MEASURE)) ||
		!is_in_force(kind, DISCIPLINARY_SANCTION_FROM, DISCIPLINARY_SANCTION_UNTIL, context->today)) {
		out->path = "/kind";
		out->message = N_("This measure is not in the catalogue of sanctions of today");
		return true;
	}
	out->message = N_("The catalogue allows {days} days at most for this sanction");
	return days > row_integer(kind, DISCIPLINARY_SANCTION_DAYS, 0);
}

static bool judge_in_own_case(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION);
	const struct row *charge = sanction ? charge_of(context, sanction) : decision_row(decision, &RECORD_CHARGE);
	if (!charge || !text_equal(row_text(charge, CHARGE_REPORTED_BY), context->actor->id))
		return false;
	*out = (struct rule_finding){ .path = "/charge", .message = N_("Whoever reported an offence does not decide on it"),
		.advice = N_("Somebody else with the competence hears the case"), .ask = ASK_GOVERNOR };
	return true;
}

static bool no_mediation(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *charge = decision_row(decision, &RECORD_CHARGE);
	(void)context;
	if (!charge || row_has(charge, CHARGE_MEDIATION))
		return false;
	*out = (struct rule_finding){ .path = "/mediation", .message = N_("It is not said whether mediation was tried or thought of"),
		.advice = N_("Try to settle the matter first, or say why not"), .ask = ASK_GOVERNOR };
	return true;
}

/* Report, notice, hearing, reasoned finding: a sanction, or a separation as one, without them is none. */
static bool chain_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION), *order = decision_row(decision, &RECORD_SEPARATION);
	*out = (struct rule_finding){ .ask = ASK_GOVERNOR, .advice = N_("First tell the person, hear him or her, and find with reasons") };
	if (sanction) {
		const struct row *charge = charge_of(context, sanction);
		out->path = "/charge";
		out->message = N_("This charge is not proved after a hearing");
		return !charge || !row_is(charge, CHARGE_STATE, "proved") || !row_has(charge, CHARGE_HEARD_AT) || !row_has(charge, CHARGE_NOTICE_AT);
	}
	if (!order || !row_is(order, SEPARATION_KIND, "discipline"))
		return false;
	const struct condition running[] = { CONDITION_TEXT(SANCTION_PERSON, row_text(order, SEPARATION_PERSON)),
		CONDITION_TEXT(SANCTION_MEASURE, TEXT_OF("separation")), CONDITION_TEXT(SANCTION_STATE, TEXT_OF("running")) };
	out->path = "/kind";
	out->message = N_("No sanction of separation runs for this person");
	return act_count(context, &RECORD_SANCTION, running, 3) == 0;
}

static bool punished_twice(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION), *charge = charge_of(context, sanction);
	if (!charge)
		return false;
	const struct condition own = CONDITION_TEXT(SANCTION_PERSON, row_text(sanction, SANCTION_PERSON));
	struct rows earlier = act_find(context, &RECORD_SANCTION, &own, 1);
	for (size_t i = 0; i < earlier.count; i++) {
		const struct row *other = charge_of(context, earlier.items[i]);
		if (!other || !sanction_counts(earlier.items[i]) || !text_equal(row_text(other, CHARGE_INCIDENT), row_text(charge, CHARGE_INCIDENT)))
			continue;
		*out = (struct rule_finding){ .path = "/charge", .parameters = { { "incident", row_text(charge, CHARGE_INCIDENT), false } },
			.message = N_("This person has a sanction for incident {incident} already"),
			.advice = N_("Nobody is punished twice for one act. A decision that is wrong is changed on appeal"), .ask = ASK_HEADQUARTERS };
		return true;
	}
	return false;
}

static void sort_small(int64_t *values, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = i; j > 0 && values[j - 1] > values[j]; j--) {
			int64_t kept = values[j];
			values[j] = values[j - 1];
			values[j - 1] = kept;
		}
}

/* Days of the same measure for the same offence, in this facility: the middle of at least five. */
static bool out_of_proportion(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	enum { LOOKED_AT = 200, LEAST = 5 };
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION), *charge = charge_of(context, sanction);
	int64_t days[LOOKED_AT];
	size_t count = 0;
	if (!charge || !row_has(charge, CHARGE_OFFENCE))
		return false;
	const struct condition same[] = { CONDITION_TEXT(CHARGE_OFFENCE, row_text(charge, CHARGE_OFFENCE)),
		CONDITION_TEXT(CHARGE_FACILITY, row_text(charge, CHARGE_FACILITY)) };
	struct rows charges = act_find(context, &RECORD_CHARGE, same, 2);
	for (size_t i = 0; i < charges.count; i++) {
		const struct condition of[] = { CONDITION_TEXT(SANCTION_CHARGE, charges.items[i]->id),
			CONDITION_TEXT(SANCTION_MEASURE, row_text(sanction, SANCTION_MEASURE)) };
		struct rows given = act_find(context, &RECORD_SANCTION, of, 2);
		for (size_t j = 0; j < given.count && count < LOOKED_AT; j++)
			if (sanction_counts(given.items[j]))
				days[count++] = row_integer(given.items[j], SANCTION_DAYS, 0);
	}
	if (count < LEAST)
		return false;
	sort_small(days, count);
	int64_t middle = days[count / 2], percent = act_parameter(context, row_text(charge, CHARGE_FACILITY), "sanction.outlier_pct", 50);
	if (row_integer(sanction, SANCTION_DAYS, 0) * 100 <= middle * (100 + percent))
		return false;
	*out = (struct rule_finding){ .path = "/days", .parameters = { { "days", arena_format(context->arena, "%lld", (long long)middle), false } },
		.message = N_("For this offence {days} days are usual here, and this is much more"),
		.advice = N_("Say what makes this case so much graver, or shorten it"), .ask = ASK_HEADQUARTERS };
	return true;
}

static bool mind_not_considered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *charge = decision_row(decision, &RECORD_CHARGE);
	(void)context;
	if (!charge || !row_is(charge, CHARGE_STATE, "proved"))
		return false;
	bool asked = row_has(charge, CHARGE_MENTAL), known = row_is(charge, CHARGE_MENTAL, "no_part") || row_has(charge, CHARGE_MENTAL_SOURCE);
	if (asked && known)
		return false;
	*out = (struct rule_finding){ .path = asked ? "/mental_source" : "/mental", .ask = N_("The health service"),
		.message = asked ? N_("Mental illness may have played a part, and nobody who knows was asked") :
			N_("It is not said whether mental illness or a developmental disability played a part"),
		.advice = N_("Ask the mental health service for facts; it gives no permission to punish") };
	return true;
}

static bool mind_caused_it(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION), *charge = charge_of(context, sanction);
	if (!charge || !row_is(charge, CHARGE_MENTAL, "direct"))
		return false;
	*out = (struct rule_finding){ .path = "/charge", .message = N_("The conduct was the direct result of mental illness or intellectual disability"),
		.advice = N_("No sanction: make a care plan with the health service"), .ask = N_("The health service") };
	return true;
}

static bool no_time_to_prepare(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *charge = decision_row(decision, &RECORD_CHARGE);
	int64_t hours = charge ? act_parameter(context, row_text(charge, CHARGE_FACILITY), "prep.hours", 24) : 0;
	if (!charge)
		return false;
	*out = (struct rule_finding){ .path = "/charge", .ask = ASK_GOVERNOR, .parameters = { { "hours", arena_format(context->arena, "%lld", (long long)hours), false } },
		.message = N_("The person has not been told of the charge"), .advice = N_("Tell the person in writing and adjourn, so that there is time to prepare") };
	if (!row_has(charge, CHARGE_NOTICE_AT))
		return true;
	out->message = N_("The person has had less than {hours} hours to prepare");
	return !row_is_yes(charge, CHARGE_WAIVED) && row_moment(charge, CHARGE_HEARD_AT) < row_moment(charge, CHARGE_NOTICE_AT) + hours * MOMENT_HOUR;
}

static bool no_help_offered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *charge = decision_row(decision, &RECORD_CHARGE);
	const struct row *offence = charge ? act_load(context, &RECORD_DISCIPLINARY_OFFENCE, row_text(charge, CHARGE_OFFENCE)) : NULL;
	bool offered = charge && (row_is(charge, CHARGE_HELP, "wanted") || row_is(charge, CHARGE_HELP, "declined"));
	if (!charge || offered || (offence && !row_is_yes(offence, DISCIPLINARY_OFFENCE_SERIOUS)))
		return false;
	*out = (struct rule_finding){ .path = "/charge", .message = N_("The charge is serious, and legal help was not offered"),
		.advice = N_("Offer legal help, write down the answer and adjourn"), .ask = ASK_GOVERNOR };
	return true;
}

static bool not_understood(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *charge = decision_row(decision, &RECORD_CHARGE);
	const struct row *person = charge ? act_load(context, &RECORD_PERSON, row_text(charge, CHARGE_PERSON)) : NULL;
	struct text spoken = person ? row_text(person, PERSON_LANGUAGES) : text_empty(), code;
	int language = record_field(context->input->record, TEXT_OF("language"));
	if (!person || language < 0 || row_has(charge, CHARGE_INTERPRETER))
		return false;
	while (text_next(&spoken, ' ', &code))
		if (text_equal(code, row_text(context->input, language)))
			return false;
	*out = (struct rule_finding){ .path = "/interpreter", .message = N_("The person does not speak the language of the hearing, and there is no interpreter"),
		.advice = N_("Call an interpreter, free of charge, and adjourn until there is one"), .ask = ASK_GOVERNOR };
	return true;
}

static bool court_not_named(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION);
	(void)context;
	if (!sanction || row_is_yes(sanction, SANCTION_REVIEW_INFO))
		return false;
	*out = (struct rule_finding){ .path = "/review_info", .message = N_("The person is not told in writing how to take the sanction to a court"),
		.advice = N_("Give the paper with the decision"), .ask = ASK_GOVERNOR };
	return true;
}

static bool measure_is(const struct decision *decision, const char *measure, const char *message, struct rule_finding *out)
{
	*out = (struct rule_finding){ .path = "/measure", .message = message, .ask = ASK_HEADQUARTERS,
		.advice = N_("This is prohibited without exception. Choose another measure; if it has happened, record it as a fact and tell the inspectors") };
	return text_equal_string(sanction_measure(decision), measure);
}

static bool body_punished(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)context;
	return measure_is(decision, "corporal", N_("Corporal punishment is asked for"), out) || measure_is(decision, "diet", N_("Less food or water is asked for"), out);
}

static bool group_punished(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)context;
	return measure_is(decision, "collective", N_("A group would be punished for what one person did"), out);
}

static bool restraint_as_sanction(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = decision_row(decision, &RECORD_FORCE);
	(void)context;
	bool listed = measure_is(decision, "restraint", N_("Restraints are asked for as a sanction"), out);
	out->path = force ? "/ground" : out->path;
	return listed || (force && row_is(force, FORCE_GROUND, "discipline") && force_is_instrument(force));
}

static bool family_punished(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION);
	const struct row *person = sanction ? act_load(context, &RECORD_PERSON, row_text(sanction, SANCTION_PERSON)) : NULL;
	if (!person || !row_is(person, PERSON_SEX, "F"))
		return false;
	return measure_is(decision, "visits", N_("A sanction on a woman would touch her contact with family and children"), out) ||
		measure_is(decision, "family_contact", N_("A sanction on a woman would touch her contact with family and children"), out);
}

/* Rule 41.5 with 39.1: what a court looks at is not punished here before and beside it. */
static bool before_the_court(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION);
	const struct row *charge = sanction ? charge_of(context, sanction) : decision_row(decision, &RECORD_CHARGE);
	if (!charge)
		return false;
	const struct condition same[] = { CONDITION_TEXT(CHARGE_PERSON, row_text(charge, CHARGE_PERSON)), CONDITION_TEXT(CHARGE_INCIDENT, row_text(charge, CHARGE_INCIDENT)) };
	struct rows all = act_find(context, &RECORD_CHARGE, same, 2);
	for (size_t i = 0; i < all.count; i++) {
		if (!charge_is_prosecuted(all.items[i]) || text_equal(all.items[i]->id, charge->id))
			continue;
		*out = (struct rule_finding){ .path = "/charge", .parameters = { { "incident", row_text(charge, CHARGE_INCIDENT), false } },
			.message = N_("Incident {incident} is with the police or the prosecution"),
			.advice = N_("Wait for the court. The person has all guarantees of a criminal case, and sees the lawyer freely"), .ask = ASK_HEADQUARTERS };
		return true;
	}
	return false;
}

/* A country may protect longer, never shorter. */
enum { ADULT = 18 };

static bool is_child(const struct act_context *context, const struct row *sanction)
{
	const struct row *person = sanction ? act_load(context, &RECORD_PERSON, row_text(sanction, SANCTION_PERSON)) : NULL;
	int64_t grown = act_parameter(context, context->actor->facility, "young.age", ADULT);
	return person && person_age(person, context->today) < (grown > ADULT ? grown : ADULT);
}

/* Havana Rules 66, 67 and 70: whatever the length, and though some of it is lawful for adults. An age that is not known counts as a child's. */
static bool child_punished(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const char *const BANNED[] = { "corporal", "dark_cell", "separation", "diet", "family_contact", "visits", "collective", "restraint", "extra_work" };
	const struct row *sanction = decision_row(decision, &RECORD_SANCTION);
	*out = (struct rule_finding){ .path = "/measure", .message = N_("This sanction is never imposed on a person under 18, or on one whose age is not known"),
		.advice = N_("Choose a measure that teaches and repairs: a caution, a talk with whom was hurt, payment for the damage"), .ask = N_("Child services") };
	if (!is_child(context, sanction))
		return false;
	for (size_t i = 0; i < sizeof BANNED / sizeof *BANNED; i++)
		if (row_is(sanction, SANCTION_MEASURE, BANNED[i]))
			return true;
	return false;
}

#define RULE(symbol, id_, kind_, absolute_, acts_, function, words) \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = acts_, .bites = function, .text = words }

RULE(NMR_37A, "NMR-37.a", RULE_REFUSE, false, LAY, not_an_offence, N_("Only conduct that law defines is a disciplinary offence"));
RULE(NMR_37B, "NMR-37.b", RULE_REFUSE, false, LISTED, outside_catalogue, N_("Law fixes the types and the length of sanctions"));
RULE(NMR_37C, "NMR-37.c", RULE_REFUSE, false, DECIDE, judge_in_own_case, N_("Only the authority named by law imposes sanctions"));
RULE(NMR_38_1, "NMR-38.1", RULE_WARN, false, LAY, no_mediation, N_("Mediation is preferred to charges"));
RULE(NMR_39_1A, "NMR-39.1a", RULE_REFUSE, false, PUNISH, chain_missing, N_("No sanction outside the law and a fair process"));
RULE(NMR_39_1B, "NMR-39.1b", RULE_REFUSE, true, IMPOSE, punished_twice, N_("Nobody is punished twice for one act"));
RULE(NMR_39_2, "NMR-39.2", RULE_WARN, false, IMPOSE, out_of_proportion, N_("Sanctions are in proportion to the offence"));
RULE(NMR_39_3A, "NMR-39.3a", RULE_REFUSE, false, HEAR, mind_not_considered, N_("The part of mental illness or disability is considered first"));
RULE(NMR_39_3B, "NMR-39.3b", RULE_REFUSE, true, IMPOSE, mind_caused_it, N_("What mental illness directly caused is not punished"));
static const char *const HEARING_CLOCKS[] = { "charge-hearing", NULL };
const struct rule RIGHTS_NMR_41_1 = { .id = "NMR-41.1", .kind = RULE_DEADLINE, .clocks = HEARING_CLOCKS,
	.text = N_("An alleged offence is looked into without delay") };
RULE(NMR_41_2, "NMR-41.2", RULE_REFUSE, false, HEAR, no_time_to_prepare, N_("The person is told of the charge and has time to prepare"));
RULE(NMR_41_3A, "NMR-41.3a", RULE_REFUSE, false, HEAR, no_help_offered, N_("The person may defend himself or herself, with legal help in serious cases"));
RULE(NMR_41_3B, "NMR-41.3b", RULE_REFUSE, false, HEAR, not_understood, N_("An interpreter is free when the language is not understood"));
RULE(NMR_41_4, "NMR-41.4", RULE_REFUSE, false, IMPOSE, court_not_named, N_("Sanctions can be taken to a court"));
RULE(NMR_41_5, "NMR-41.5", RULE_REFUSE, false, DECIDE, before_the_court, N_("What is prosecuted as a crime has the guarantees of a criminal case"));
RULE(HAV_67, "HAV-67", RULE_REFUSE, true, IMPOSE, child_punished, N_("Young people: no separation, no ban on family contact, no work and no hunger as a sanction"));
RULE(NMR_43_1D, "NMR-43.1d", RULE_REFUSE, true, LISTED, body_punished, N_("Corporal punishment and less food or water are prohibited"));
RULE(NMR_43_1E, "NMR-43.1e", RULE_REFUSE, true, LISTED, group_punished, N_("Collective punishment is prohibited"));
RULE(NMR_43_2, "NMR-43.2", RULE_REFUSE, true, RESTRAINS, restraint_as_sanction, N_("Restraints are never a sanction"));
RULE(BKK_23, "BKK-23", RULE_REFUSE, true, IMPOSE, family_punished, N_("Sanctions on women never touch contact with family and children"));
