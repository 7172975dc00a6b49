/* rules_belief.c - a representative is never refused and never forced on anybody, talks are private, practice is limited only with a ground. */
#include "areas/contact/rules.h"

static const char *const WISH[] = { "belief_wish.record", NULL };
static const char *const ANSWER[] = { "belief_wish.answer", NULL };
static const char *const ACCESS[] = { "belief_wish.answer", "visit.book", "visit.close", NULL };
static const char *const PASTORAL[] = { "visit.book", "visit.schedule", "visit.close", "communication.record", NULL };

#define ASK_GOVERNOR N_("The duty governor")
enum { ENOUGH = 20 };

static const struct row *pastoral(const struct decision *decision)
{
	const struct row *visit = decision_row(decision, &RECORD_VISIT);
	return visit && row_is(visit, VISIT_CLASS, "pastoral") ? visit : NULL;
}

/* Counted are wishes to see a representative: what people believe is not asked. */
static bool nobody_comes(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *wish = decision_row(decision, &RECORD_BELIEF_WISH);
	if (!wish || !row_is(wish, BELIEF_WISH_KIND, "representative"))
		return false;
	struct text facility = row_text(wish, BELIEF_WISH_FACILITY);
	const struct condition here[] = { CONDITION_TEXT(REPRESENTATIVE_FACILITY, facility), CONDITION_TEXT(REPRESENTATIVE_STATE, TEXT_OF("approved")) };
	const struct condition open[] = { CONDITION_TEXT(BELIEF_WISH_FACILITY, facility), CONDITION_TEXT(BELIEF_WISH_STATE, TEXT_OF("open")),
		CONDITION_TEXT(BELIEF_WISH_KIND, TEXT_OF("representative")) };
	int64_t wishes = act_count(context, &RECORD_BELIEF_WISH, open, 3) + 1;
	*out = (struct rule_finding){ .path = "/kind", .parameters = { { "number", arena_format(context->arena, "%lld", (long long)wishes), false } }, .ask = ASK_GOVERNOR,
		.message = N_("{number} people wait to see a representative, and none is approved for this facility"),
		.advice = N_("Appoint or approve one; full-time when there are many") };
	return wishes >= act_parameter(context, facility, "religion.min_n", ENOUGH) && act_count(context, &RECORD_REPRESENTATIVE, here, 2) == 0;
}

static bool pastoral_heard(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *visit = pastoral(decision), *message = decision_row(decision, &RECORD_COMMUNICATION);
	(void)context;
	const char *path = NULL;
	if (visit && !visit_is_open(visit))
		path = row_is(visit, VISIT_WATCHED, "heard") || row_is(visit, VISIT_WATCHED, "recorded") ? "/watched" : NULL;
	else if (visit)
		path = row_is(visit, VISIT_SETTING, "heard") || row_is(visit, VISIT_SETTING, "room") ? "/setting" : NULL;
	else if (message && row_is(message, COMMUNICATION_CLASS, "pastoral"))
		path = row_is(message, COMMUNICATION_LOOKED, "nothing") || row_is(message, COMMUNICATION_LOOKED, "objects") ? NULL : "/looked_at";
	*out = (struct rule_finding){ .path = path, .message = N_("A talk with a representative of a religion would be overheard or read"), .ask = ASK_GOVERNOR,
		.advice = N_("Such talks are private: out of hearing, and nothing is read") };
	return path != NULL;
}

static bool access_refused(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *wish = decision_row(decision, &RECORD_BELIEF_WISH), *visit = pastoral(decision);
	(void)context;
	*out = (struct rule_finding){ .ask = ASK_GOVERNOR, .advice = N_("Offer another representative when this one may not come; who does not want one is left alone") };
	if (wish && row_is(wish, BELIEF_WISH_KIND, "representative") && row_is(wish, BELIEF_WISH_RESULT, "refused") && !row_has(wish, BELIEF_WISH_INSTEAD)) {
		out->path = "/alternative";
		out->message = N_("The person would see no representative at all");
	} else if (visit && row_is(visit, VISIT_STATE, "not_allowed")) {
		out->path = "/outcome";
		out->message = N_("The visit of a representative would not be allowed");
	} else if (visit && visit_is_open(visit) && !row_is_yes(visit, VISIT_WANTED)) {
		out->path = "/wanted";
		out->message = N_("It is not said that the person wants this representative");
	}
	return out->path != NULL;
}

static bool practice_limited(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *wish = decision_row(decision, &RECORD_BELIEF_WISH);
	(void)context;
	*out = (struct rule_finding){ .path = wish && row_has(wish, BELIEF_WISH_ANSWER) ? "/until_day" : "/answer", .ask = ASK_GOVERNOR,
		.message = N_("A service, book, food or practice is refused without a ground about this person and an end"),
		.advice = N_("Meet the wish, or say the facts about this person or thing and the day on which it is looked at again") };
	return wish && row_is(wish, BELIEF_WISH_RESULT, "refused") && !row_is(wish, BELIEF_WISH_KIND, "representative") &&
		!(row_has(wish, BELIEF_WISH_ANSWER) && row_has(wish, BELIEF_WISH_UNTIL));
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule CONTACT_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }

RULE(NMR_65_1, "NMR-65.1", RULE_BREACH, WISH, nobody_comes, N_("Where enough people want one, a qualified representative is appointed"));
RULE(NMR_65_2, "NMR-65.2", RULE_REFUSE, PASTORAL, pastoral_heard, N_("Representatives hold services and see people in private"));
RULE(NMR_65_3, "NMR-65.3", RULE_REFUSE, ACCESS, access_refused, N_("Nobody is refused a representative of any religion, and nobody is made to see one"));
static const char *const WISH_CLOCKS[] = { "belief-wish", NULL };
const struct rule CONTACT_NMR_65_3_TIME = { .id = "NMR-65.3.time", .kind = RULE_DEADLINE, .clocks = WISH_CLOCKS,
	.text = N_("Wishes of religion and belief are answered in time") };
RULE(NMR_66, "NMR-66", RULE_WARN, ANSWER, practice_limited, N_("People practise their religion and keep its books, as far as practicable"));
