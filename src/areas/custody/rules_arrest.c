/*
 * rules_arrest.c - how custody began, questioning in custody, dress outside, and young people on their way in and out: Body of Principles 10 to 23
 * and Havana Rules 20 to 29, which stand beside Nelson Mandela Rules 7, 11, 19 and 68.
 */
#include "areas/custody/rules.h"

#include "areas/custody/acts.h"

static const char *const SENDING[] = { "movement.leave", "transfer.depart", NULL };
static const char *const ORDERS[] = { "person.admit", "legal_order.add", "legal_order.amend", NULL };
static const char *const PLACING[] = { "placement.place", NULL };
static const char *const GATE[] = { "release.release", NULL };
static const char *const NOTIFY[] = { "notice.give", NULL };
static const char *const ARREST[] = { "arrest.record", NULL };
static const char *const QUESTION[] = { "questioning.record", NULL };

#define ASK_GOVERNOR N_("The duty governor")

static bool in_prison_dress(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	(void)context;
	*out = (struct rule_finding){ .path = "/dress", .message = N_("The person would be seen outside in prison dress"),
		.advice = N_("Give back the own clothes for the way, or others that show nothing"), .ask = ASK_GOVERNOR };
	return movement && row_is(movement, MOVEMENT_DRESS, "prison");
}

static bool is_child(const struct act_context *context, struct text id)
{
	const struct row *person = text_is_empty(id) ? NULL : act_load(context, &RECORD_PERSON, id);
	return person && person_age(person, context->today) < (int)act_parameter(context, row_text(person, PERSON_CURRENT_FACILITY), "young.age", 18);
}

static bool child_without_order(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = decision->result && decision->result->record == &RECORD_LEGAL_ORDER ? decision->result : decision_row(decision, &RECORD_LEGAL_ORDER);
	if (!order || !is_child(context, row_text(order, LEGAL_ORDER_PERSON)) || !custody_order_invalid(context, decision, out))
		return false;
	out->advice = N_("No young person is received without a valid order: call child services and the authority that sends him or her");
	return true;
}

/* The notice of the release itself; earlier ones are about other things. */
static bool parents_not_told(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = decision_row(decision, &RECORD_RELEASE);
	if (!release || !is_child(context, row_text(release, RELEASE_PERSON)))
		return false;
	const struct row *episode = act_load(context, &RECORD_CUSTODY_EPISODE, row_text(release, RELEASE_EPISODE));
	const struct condition told[] = { CONDITION_TEXT(NOTICE_PERSON, row_text(release, RELEASE_PERSON)), CONDITION_TEXT(NOTICE_REASON, TEXT_OF("release")),
		CONDITION_TEXT(NOTICE_RESULT, TEXT_OF("told")),
		{ .field = NOTICE_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(episode ? row_moment(episode, CUSTODY_EPISODE_ADMITTED_AT) : 0) } };
	*out = (struct rule_finding){ .path = "/release", .message = N_("The parents or the guardian of the young person do not know of the release"),
		.advice = N_("Tell them now, and record the notice; or say who receives the young person"), .ask = N_("Child services") };
	return act_count(context, &RECORD_NOTICE, told, 4) == 0;
}

static bool child_among_adults(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	return custody_child_with_adult(context, decision, out);
}

static bool arrest_incomplete(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *episode = decision_row(decision, &RECORD_CUSTODY_EPISODE);
	(void)context;
	if (!episode)
		return false;
	bool appeared = row_value(episode, CUSTODY_EPISODE_APPEARED).kind != VALUE_ABSENT, officials = row_value(episode, CUSTODY_EPISODE_OFFICIALS).kind != VALUE_ABSENT;
	*out = (struct rule_finding){ .path = appeared ? "/officials" : "/first_appearance_at", .ask = N_("The records office"),
		.message = appeared ? N_("The officials of the arrest are not named") : N_("The first appearance before a judge is missing"),
		.advice = N_("Ask the escort or the court; mark it as not known when nobody can say") };
	return !appeared || !officials;
}

/* Principle 16.4 knows one reason for a delay: exceptional needs of an investigation. Of a convicted person there is none as a rule. */
static bool delayed_without_investigation(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	const struct row *person = notice && row_is(notice, NOTICE_RESULT, "delayed") ? act_load(context, &RECORD_PERSON, row_text(notice, NOTICE_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/result", .message = N_("The notice would be delayed, and no case of this person is being investigated"),
		.advice = N_("Tell the family now; or name the investigation that needs the delay, and until when"), .ask = N_("The governor") };
	return person && !legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS));
}

static bool questioning_incomplete(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const struct { int field; const char *path, *message; } NEEDED[] = {
		{ QUESTIONING_BEGAN, "/began_at", N_("It is not said when the person was handed over") }, { QUESTIONING_ENDED, "/ended_at", N_("It is not said when the person came back") },
		{ QUESTIONING_OFFICIALS, "/officials", N_("The officials who questioned are not named") },
		{ QUESTIONING_LAWYER, "/lawyer", N_("It is not said whether a lawyer was there") } };
	const struct row *questioning = decision_row(decision, &RECORD_QUESTIONING);
	(void)context;
	for (size_t i = 0; questioning && i < sizeof NEEDED / sizeof *NEEDED; i++)
		if (!row_has(questioning, NEEDED[i].field)) {
			*out = (struct rule_finding){ .path = NEEDED[i].path, .message = NEEDED[i].message, .ask = ASK_GOVERNOR,
				.advice = N_("No questioning in custody without its times, its officials and the lawyer written down; intelligence interviews too") };
			return true;
		}
	return false;
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule RULE_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

RULE(NMR_19_3, "NMR-19.3", RULE_WARN, SENDING, in_prison_dress, N_("Outside, people wear their own clothes or others that show nothing"));
RULE(HAV_20, "HAV-20", RULE_REFUSE, ORDERS, child_without_order, N_("No young person is received without a valid order"));
CLOCKED(HAV_22, "HAV-22", N_("Parents or guardians hear at once of admission and transfer"), "child-parents-told");
RULE(HAV_22_RELEASE, "HAV-22.release", RULE_WARN, GATE, parents_not_told, N_("Parents or guardians hear of the release of a young person"));
RULE(HAV_29, "HAV-29", RULE_REFUSE, PLACING, child_among_adults, N_("Young people live apart from adults"));
RULE(BOP_12, "BOP-12", RULE_EVIDENCE, ARREST, arrest_incomplete, N_("Reasons, times and officials of an arrest are recorded, and the person or counsel has them"));
RULE(BOP_16, "BOP-16", RULE_WARN, NOTIFY, delayed_without_investigation, N_("The family hears of arrest and transfer at once, unless an investigation needs a short delay"));
RULE(BOP_23, "BOP-23", RULE_EVIDENCE, QUESTION, questioning_incomplete, N_("Questionings are recorded with their length, officials and those present"));
