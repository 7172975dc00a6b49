/* rules_separation.c - who may be kept apart, on what ground, for how long, and what stays open meanwhile. */
#include "areas/rights/rules.h"

static const char *const ORDERS[] = { "separation.order", NULL };
static const char *const HOLDS[] = { "separation.order", "separation.extend", NULL };
static const char *const ANY_HOLDS[] = { "separation.order", "separation.extend", "separation.isolate", NULL };
static const char *const CONDITIONS[] = { "separation.order", "separation.isolate", NULL };
static const char *const HARSH[] = { "separation.order", "separation.isolate", "sanction.impose", "disciplinary_sanction.add",
	"disciplinary_sanction.correct", NULL };
static const char *const PUNISH[] = { "separation.order", "separation.extend", "charge.hear", "sanction.impose", NULL };
static const char *const RELEASES[] = { "release.release", NULL };
static const char *const REVIEWS[] = { "separation.review", "separation.extend", NULL };

#define ASK_GOVERNOR N_("The duty governor")
#define ASK_HEADQUARTERS N_("Headquarters")
#define ASK_HEALTH N_("The health service")

static const struct row *order_of(const struct decision *decision)
{
	return decision_row(decision, &RECORD_SEPARATION);
}

/* Medical isolation is care: its days count and it ends, but it is not the measure of Rules 37 and 45, and clinicians decide it. */
static const struct row *measure_of(const struct decision *decision)
{
	const struct row *order = order_of(decision);
	return order && !row_is(order, SEPARATION_KIND, "health") ? order : NULL;
}

/* The form that extends an order has not all inputs of the one that made it. */
static const char *path_or(const struct act_context *context, const char *path)
{
	return record_field(context->input->record, text_from(path + 1)) >= 0 ? path : "/separation";
}

static const struct row *person_of(const struct act_context *context, const struct row *separation)
{
	return separation ? act_load(context, &RECORD_PERSON, row_text(separation, SEPARATION_PERSON)) : NULL;
}

static bool basis_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const struct { int field; const char *path, *message; } NEEDED[] = {
		{ SEPARATION_LEGAL_BASIS, "/legal_basis", N_("The legal basis of the separation is missing") },
		{ SEPARATION_EXIT, "/exit_criteria", N_("It is not said what must be so for the separation to end") },
		{ SEPARATION_AUTHORITY, "/authority", N_("The authority that decides is missing") } };
	const struct row *order = order_of(decision);
	(void)context;
	for (size_t i = 0; order && i < sizeof NEEDED / sizeof *NEEDED; i++)
		if (!row_has(order, NEEDED[i].field)) {
			*out = (struct rule_finding){ .path = NEEDED[i].path, .message = NEEDED[i].message, .ask = ASK_GOVERNOR,
				.advice = N_("Write it in the order, or do not separate") };
			return true;
		}
	return false;
}

static bool endless(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	(void)context;
	if (!order || row_has(order, SEPARATION_ENDS))
		return false;
	*out = (struct rule_finding){ .path = "/ends_at", .message = N_("This separation has no end"),
		.advice = N_("Give the day and hour at which it ends at the latest"), .ask = ASK_GOVERNOR };
	return true;
}

static bool prolonged(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	struct separation_clock clock;
	if (!order)
		return false;
	int64_t until = row_has(order, SEPARATION_ENDS) ? row_moment(order, SEPARATION_ENDS) : context->now + (SOLITARY_DAYS + 1) * MOMENT_DAY;
	until = until > context->now ? until : context->now + 1;
	if (!separation_clock_read(context, decision, row_text(order, SEPARATION_PERSON), until, false, &clock) || clock.count.prolonged_on < 0)
		return false;
	struct date day = date_add_days(clock.first, clock.count.prolonged_on);
	*out = (struct rule_finding){ .path = "/ends_at", .parameters = { { "date", date_text(context->arena, day), false },
			{ "days", arena_format(context->arena, "%d", (int)SOLITARY_DAYS), false } },
		.message = N_("On {date} the person would have been in solitary confinement for more than {days} days in a row, over all orders and facilities"),
		.advice = N_("End it before that day, or plan more than two hours of meaningful human contact each day"), .ask = ASK_HEADQUARTERS };
	return true;
}

static bool bad_light(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	(void)context;
	if (text_equal_string(sanction_measure(decision), "dark_cell")) {
		*out = (struct rule_finding){ .path = "/measure", .message = N_("A dark or constantly lit cell is asked for as a sanction"),
			.advice = N_("Choose another measure"), .ask = ASK_HEADQUARTERS };
		return true;
	}
	if (!order || !(row_is(order, SEPARATION_LIGHT, "dark") || row_is(order, SEPARATION_LIGHT, "constant")))
		return false;
	*out = (struct rule_finding){ .path = "/light", .ask = ASK_GOVERNOR, .advice = N_("Choose a cell with daylight that is dark at night"),
		.message = row_is(order, SEPARATION_LIGHT, "dark") ? N_("The cell is dark") : N_("The cell is lit day and night") };
	return true;
}

static bool family_cut_off(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	(void)context;
	if (text_equal_string(sanction_measure(decision), "family_contact")) {
		*out = (struct rule_finding){ .path = "/measure", .message = N_("Contact with the family would be forbidden as a sanction"),
			.advice = N_("Choose another measure"), .ask = ASK_HEADQUARTERS };
		return true;
	}
	if (!order || !text_is_empty(row_text(order, SEPARATION_CONTACT_KEPT)))
		return false;
	*out = (struct rule_finding){ .path = "/contact_kept", .message = N_("No contact with the family would stay open"),
		.advice = N_("Leave at least letters, calls or visits open"), .ask = ASK_GOVERNOR };
	return true;
}

static bool contact_limited(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	struct text kept = order ? row_text(order, SEPARATION_CONTACT_KEPT) : text_empty(), code;
	int usual = 0;
	(void)context;
	if (!order || text_is_empty(kept) || row_has(order, SEPARATION_CONTACT_WHY))
		return false;
	while (text_next(&kept, ' ', &code))
		usual += !text_equal_string(code, "video");
	if (usual >= 3)
		return false;
	*out = (struct rule_finding){ .path = "/contact_why", .message = N_("Some contact with the family would be closed, and it is not said why and until when"),
		.advice = N_("Leave visits, letters and calls open, or name the security need and the day on which it ends"), .ask = ASK_GOVERNOR };
	return true;
}

static bool no_alternative(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	(void)context;
	if (!order || (row_has(order, SEPARATION_ALTERNATIVES) && row_has(order, SEPARATION_FACTS)))
		return false;
	bool facts = row_has(order, SEPARATION_FACTS);
	*out = (struct rule_finding){ .path = facts ? "/alternatives" : "/facts", .ask = ASK_GOVERNOR,
		.message = facts ? N_("It is not said what was tried or thought of before separation") : N_("The facts that make this case exceptional are missing"),
		.advice = N_("Separation is the last resort: name what was tried first, and why it is not enough") };
	return true;
}

static bool review_not_independent(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *review = decision_row(decision, &RECORD_SEPARATION_REVIEW), *order = measure_of(decision);
	*out = (struct rule_finding){ .path = "/separation", .ask = ASK_HEADQUARTERS,
		.advice = N_("Ask a judge, the central administration or an independent board to review it") };
	if (review) {
		const struct row *about = act_load(context, &RECORD_SEPARATION, row_text(review, SEPARATION_REVIEW_SEPARATION));
		bool own = about && text_equal(row_text(about, SEPARATION_ORDERED_BY), context->actor->id) && !row_is(review, SEPARATION_REVIEW_BODY, "judge");
		out->path = "/body";
		out->message = own ? N_("Whoever ordered a separation cannot review it") : N_("The reviewer is under the authority that ordered the separation");
		return own || row_is(review, SEPARATION_REVIEW_BODY, "same_line");
	}
	if (!order)
		return false;
	int64_t hours = act_parameter(context, row_text(order, SEPARATION_FACILITY), "seg.review_again_hours", 120);
	const struct condition recent[] = { CONDITION_TEXT(SEPARATION_REVIEW_SEPARATION, order->id),
		{ .field = SEPARATION_REVIEW_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(context->now - hours * MOMENT_HOUR) },
		{ .field = SEPARATION_REVIEW_RESULT, .comparison = IS_NOT, .value = value_text(TEXT_OF("ends")) } };
	out->message = N_("No independent review of these days says that the separation may go on");
	return act_count(context, &RECORD_SEPARATION_REVIEW, recent, 3) == 0;
}

static bool not_competent(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	if (!order || actor_has_role(context->actor, ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(COMMITTEE)))
		return false;
	int64_t hours = act_parameter(context, row_text(order, SEPARATION_FACILITY), "seg.emergency_hours", 24);
	bool brief = row_has(order, SEPARATION_ENDS) &&
		row_moment(order, SEPARATION_ENDS) - row_moment(order, SEPARATION_STARTS) <= hours * MOMENT_HOUR;
	if (row_is_yes(order, SEPARATION_EMERGENCY) && brief)
		return false;
	*out = (struct rule_finding){ .path = brief ? "/emergency" : "/ends_at", .ask = ASK_GOVERNOR,
		.parameters = { { "hours", arena_format(context->arena, "%lld", (long long)hours), false } },
		.message = N_("Your office may separate a person only in an emergency, for {hours} hours at most"),
		.advice = N_("Ask the governor for the order, or end it within these hours") };
	return true;
}

static bool for_the_sentence(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	(void)context;
	if (!order || !row_is(order, SEPARATION_GROUND, "sentence"))
		return false;
	*out = (struct rule_finding){ .path = "/ground", .message = N_("The sentence or the offence alone is no ground for separation"),
		.advice = N_("Name what this person did or what threatens him or her, or do not separate"), .ask = ASK_GOVERNOR };
	return true;
}

static bool disability_worse(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const char *const HARMS[] = { "isolation_harms", "not_alone", NULL };
	const struct row *order = measure_of(decision);
	if (!order || !separation_may_be_solitary(order))
		return false;
	bool known = row_is(order, SEPARATION_DISABILITY, "none") || row_is(order, SEPARATION_DISABILITY, "not_worse");
	const struct row *flag = health_flag_live(context, row_text(order, SEPARATION_PERSON), HARMS);
	if (known && !flag)
		return false;
	*out = (struct rule_finding){ .path = path_or(context, "/disability"), .ask = ASK_HEALTH, .message = flag || row_is(order, SEPARATION_DISABILITY, "worse") ?
			N_("The health service says that separation would make a condition worse, or that the person must not be left alone") :
			N_("Nobody has looked yet at whether separation would make a disability or illness worse"),
		.advice = N_("Choose another measure, or plan more than two hours of meaningful human contact each day") };
	return true;
}

/* NMR-45.2 (b) and BKK-22: not only 22 hours, but any disciplinary separation and any close confinement. */
static bool mother_separated(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const char *const MOTHER[] = { "pregnant", "labour", "infant", NULL };
	const struct row *order = measure_of(decision);
	if (!order || !(row_is(order, SEPARATION_KIND, "discipline") || separation_may_be_solitary(order)) ||
		!health_flag_live(context, row_text(order, SEPARATION_PERSON), MOTHER))
		return false;
	*out = (struct rule_finding){ .path = path_or(context, "/person"), .message = N_("Women who are pregnant, live with an infant or breastfeed are not put in close confinement"),
		.advice = N_("Choose another measure; the health service advises"), .ask = ASK_HEALTH };
	return true;
}

static bool child_separated(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = measure_of(decision), *person = person_of(context, order);
	if (!person || !(row_is(order, SEPARATION_KIND, "discipline") || separation_may_be_solitary(order)) ||
		person_age(person, context->today) >= act_parameter(context, row_text(order, SEPARATION_FACILITY), "young.age", 18))
		return false;
	*out = (struct rule_finding){ .path = path_or(context, "/person"), .message = N_("A child, or a person whose age is not known, is not put in solitary confinement or the like"),
		.advice = N_("Stay with the young person, call child services, and settle the age if it is not known"), .ask = ASK_GOVERNOR };
	return true;
}

static bool health_decides(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	bool decides = measure_of(decision) || decision_row(decision, &RECORD_SANCTION) || decision_row(decision, &RECORD_CHARGE);
	if (!decides || !actor_has_role(context->actor, ROLE(HEALTH)))
		return false;
	*out = (struct rule_finding){ .path = record_field(context->input->record, TEXT_OF("charge")) >= 0 ? "/charge" : path_or(context, "/person"),
		.message = N_("Health staff play no part in imposing sanctions and separation"),
		.advice = N_("Give the facts that are asked for; somebody else decides"), .ask = ASK_GOVERNOR };
	return true;
}

static bool below_standard(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = order_of(decision);
	int64_t least = order ? act_parameter(context, row_text(order, SEPARATION_FACILITY), "exercise.min", 60) : 0;
	if (!order || row_integer(order, SEPARATION_PLANNED_OUTDOORS, 0) >= least)
		return false;
	*out = (struct rule_finding){ .path = "/planned_outdoors", .ask = ASK_GOVERNOR,
		.parameters = { { "minutes", arena_format(context->arena, "%lld", (long long)least), false } },
		.message = N_("Less than {minutes} minutes a day in the open air are planned"),
		.advice = N_("Light, air, food, water, washing, health care and exercise are the same for everybody: plan the time outdoors") };
	return true;
}

/* Rule 36 for separation: each single thing that makes it no more than is needed. */
static bool more_than_needed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const struct { int field; const char *path, *message; } NEEDED[] = {
		{ SEPARATION_FACTS, "/facts", N_("A restriction rests on facts, and none are written") },
		{ SEPARATION_ALTERNATIVES, "/alternatives", N_("It is not said what less was thought of, and why it is not enough") },
		{ SEPARATION_ENDS, "/ends_at", N_("A restriction has an end") } };
	const struct row *order = measure_of(decision);
	(void)context;
	for (size_t i = 0; order && i < sizeof NEEDED / sizeof *NEEDED; i++)
		if (!row_has(order, NEEDED[i].field)) {
			*out = (struct rule_finding){ .path = NEEDED[i].path, .message = NEEDED[i].message, .ask = ASK_GOVERNOR,
				.advice = N_("Restrict no more than safety and good order need: write it, or do not restrict") };
			return true;
		}
	return false;
}

static int64_t within(const struct row *separation, int64_t from, int64_t to)
{
	int64_t begins = row_moment(separation, SEPARATION_STARTS), ends = separation_until(separation, to);
	begins = begins > from ? begins : from;
	ends = ends < to ? ends : to;
	return ends > begins ? ends - begins : 0;
}

/* Out of the gate straight from separation. As long as no plan against harm was due, none is asked for. */
static bool released_from_separation(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = decision_row(decision, &RECORD_RELEASE);
	if (!release)
		return false;
	struct text person = row_text(release, RELEASE_PERSON), facility = row_text(release, RELEASE_FACILITY);
	int64_t days = act_parameter(context, facility, "seg.release_stepdown_days", 30), hours = act_parameter(context, facility, "seg.mitigation_hours", 72), apart = 0;
	const struct condition own = CONDITION_TEXT(SEPARATION_PERSON, person);
	struct rows all = act_find(context, &RECORD_SEPARATION, &own, 1);
	const struct row *last = NULL;
	for (size_t i = 0; i < all.count; i++) {
		apart += within(all.items[i], context->now - days * MOMENT_DAY, context->now);
		if (!last || row_moment(all.items[i], SEPARATION_STARTS) > row_moment(last, SEPARATION_STARTS))
			last = all.items[i];
	}
	*out = (struct rule_finding){ .path = "/release", .ask = ASK_GOVERNOR, .parameters = { { "days", arena_format(context->arena, "%lld", (long long)days), false } },
		.message = N_("The person was separated in the last {days} days, and no steps back to ordinary life are planned"),
		.advice = N_("Plan them on the page of the separation, or say who meets and supports the person outside") };
	return last && apart > hours * MOMENT_HOUR && !row_has(last, SEPARATION_STEP_DOWN);
}

#define RULE(symbol, id_, kind_, absolute_, acts_, function, words) \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

RULE(NMR_37D, "NMR-37.d", RULE_EVIDENCE, false, ORDERS, basis_missing, N_("Every separation rests on law, with rules for its review and its end"));
RULE(NMR_43_1A, "NMR-43.1a", RULE_REFUSE, true, ANY_HOLDS, endless, N_("Solitary confinement without end is prohibited"));
RULE(NMR_43_1B, "NMR-43.1b", RULE_REFUSE, true, ANY_HOLDS, prolonged, N_("Solitary confinement for more than 15 days in a row is prohibited"));
RULE(NMR_43_1C, "NMR-43.1c", RULE_REFUSE, true, HARSH, bad_light, N_("Nobody is kept in a dark or constantly lit cell"));
RULE(NMR_43_3A, "NMR-43.3a", RULE_REFUSE, true, HARSH, family_cut_off, N_("No sanction or restriction forbids contact with the family"));
RULE(NMR_43_3B, "NMR-43.3b", RULE_EVIDENCE, false, CONDITIONS, contact_limited, N_("Means of contact are limited only for a time and for security"));
RULE(NMR_45_1A, "NMR-45.1a", RULE_EVIDENCE, false, ORDERS, no_alternative, N_("Solitary confinement is exceptional and the last resort"));
RULE(NMR_36, "NMR-36", RULE_EVIDENCE, false, ORDERS, more_than_needed, N_("Order is kept with no more restriction than is needed"));
CLOCKED(NMR_38_2, "NMR-38.2", N_("What separation does to a person is lessened"), "separation-mitigation");
RULE(NMR_38_2_RELEASE, "NMR-38.2.release", RULE_WARN, false, RELEASES, released_from_separation, N_("Nobody steps from separation straight out of the gate"));
CLOCKED(NMR_45_1B, "NMR-45.1b", N_("Solitary confinement is as short as possible"), "separation-need");
RULE(NMR_45_1C, "NMR-45.1c", RULE_REFUSE, false, REVIEWS, review_not_independent, N_("Solitary confinement is reviewed independently"));
RULE(NMR_45_1D, "NMR-45.1d", RULE_REFUSE, false, ORDERS, not_competent, N_("Only a competent authority authorises solitary confinement"));
RULE(NMR_45_1E, "NMR-45.1e", RULE_REFUSE, true, ORDERS, for_the_sentence, N_("Nobody is in solitary confinement because of the sentence"));
RULE(NMR_45_2A, "NMR-45.2a", RULE_REFUSE, false, HOLDS, disability_worse, N_("Nobody is separated whose disability that would make worse"));
RULE(NMR_45_2B, "NMR-45.2b", RULE_REFUSE, true, HOLDS, mother_separated, N_("Women to whom the Bangkok Rules forbid it are not put in solitary confinement"));
RULE(BKK_22, "BKK-22", RULE_REFUSE, true, HOLDS, mother_separated, N_("No close confinement of pregnant women, women with infants and breastfeeding mothers"));
RULE(NMR_45_2C, "NMR-45.2c", RULE_REFUSE, true, HOLDS, child_separated, N_("Children are not put in solitary confinement or the like"));
RULE(NMR_46_1A, "NMR-46.1a", RULE_REFUSE, true, PUNISH, health_decides, N_("Health staff play no part in sanctions and restrictions"));
CLOCKED(NMR_46_1B, "NMR-46.1b", N_("Health staff visit everybody who is separated every day"), "separation-health-visit");
CLOCKED(NMR_46_2, "NMR-46.2", N_("Health staff report harm without delay and advise what to change"), "separation-advice");
RULE(NMR_42, "NMR-42", RULE_REFUSE, false, ORDERS, below_standard, N_("General living conditions are the same for everybody, without exception"));
