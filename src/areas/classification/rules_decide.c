/* rules_decide.c - who decides, on what, and how the person is told: safeguards T3, T5, T6, T15; separation of duties of section 2. */
#include "areas/classification/rules.h"

#include "areas/classification/acts/common.h"

static const char *const DECIDING[] = { "classification.decide", NULL };
static const char *const SITTING[] = { "classification.vote", "classification.decide", "classification.decide_appeal", "classification.review", NULL };
static const char *const TELLING[] = { "classification.notify", NULL };
static const char *const SPEAKING[] = { "classification.disclose", "classification.notify", NULL };

static struct text number(const struct act_context *context, int64_t value)
{
	return arena_format(context->arena, "%lld", (long long)value);
}

/* The decision that the act is about: others may change with it. */
static const struct row *subject_of(const struct decision *decision)
{
	return decision->result && decision->result->record == &RECORD_CLASSIFICATION ? decision->result : NULL;
}

/* The decision that is being made; NULL when the body refuses the proposal, which needs no carrying. */
static const struct row *made(const struct decision *decision)
{
	const struct row *row = subject_of(decision);
	return row && row_is(row, CLASSIFICATION_OUTCOME, "made") ? row : NULL;
}

/* T3: by rank of the body. */
static bool body_too_low(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = made(decision);
	if (!row || classification_rank(context->actor) >= classification_body(context, row))
		return false;
	int64_t body = classification_body(context, row);
	*out = (struct rule_finding){ .path = "/decision", .message = body == 3 ? N_("The national authority decides this") : N_("The committee decides this"),
		.advice = N_("Send it there with your opinion"), .ask = body == 3 ? N_("Headquarters") : N_("The classification committee") };
	return true;
}

static bool no_quorum(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = subject_of(decision);
	if (!row || classification_body(context, row) < 2)
		return false;
	struct rows votes = classification_parts(context, &RECORD_CLASSIFICATION_VOTE, row->id);
	int64_t present = 0, in_favour = 0, against = 0, least = act_parameter(context, classification_facility(context, row), "class.quorum", 3);
	for (size_t i = 0; i < votes.count; i++) {
		present += !row_is(votes.items[i], VOTE_POSITION, "withdrew");
		in_favour += row_is(votes.items[i], VOTE_POSITION, "for");
		against += row_is(votes.items[i], VOTE_POSITION, "against");
	}
	bool by_committee = classification_rank(context->actor) < 3, is_made = made(decision) != NULL;
	*out = (struct rule_finding){ .path = "/decision", .ask = N_("The chair of the committee"), .parameters = { { "count", number(context, present), false },
		{ "least", number(context, least), false } } };
	if (present < least) {
		out->message = N_("{count} members have voted, and {least} are needed");
		out->advice = N_("Wait until enough members have voted");
		return true;
	}
	if (by_committee && (is_made ? in_favour <= against : in_favour > against)) {
		out->message = N_("This is not what the majority voted for");
		out->advice = N_("Decide as the majority voted; dissent is kept with its reasons");
		return true;
	}
	return false;
}

/* Proposer, assessor and authors of evidence do not sit; on appeal nobody who was there the first time. */
static bool may_not_sit(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *appeal = decision_row(decision, &RECORD_CLASSIFICATION_APPEAL);
	struct text act = text_from(context->act->name);
	bool on_appeal = text_equal_string(act, "classification.decide_appeal");
	const struct row *vote = text_equal_string(act, "classification.vote") ? decision_row(decision, &RECORD_CLASSIFICATION_VOTE) : NULL;
	const struct row *row = on_appeal && appeal ? act_load(context, &RECORD_CLASSIFICATION, row_text(appeal, APPEAL_DECISION)) :
		vote ? act_load(context, &RECORD_CLASSIFICATION, row_text(vote, VOTE_DECISION)) : subject_of(decision);
	struct text self = context->actor->id;
	if (!row || (vote && row_is(vote, VOTE_POSITION, "withdrew")))
		return false;
	bool sat = text_equal(row_text(row, CLASSIFICATION_PROPOSER), self) || text_equal(row_text(row, CLASSIFICATION_ASSESSOR), self);
	struct rows items = classification_parts(context, &RECORD_CLASSIFICATION_EVIDENCE, row->id), votes = classification_parts(context, &RECORD_CLASSIFICATION_VOTE, row->id);
	for (size_t i = 0; i < items.count && !sat; i++)
		sat = text_equal(row_text(items.items[i], EVIDENCE_AUTHOR), self);
	for (size_t i = 0; i < votes.count && !sat; i++)
		sat = text_equal(row_text(votes.items[i], VOTE_MEMBER), self) && (on_appeal || row_is(votes.items[i], VOTE_POSITION, "withdrew"));
	sat = sat || (on_appeal && text_equal(row_text(row, CLASSIFICATION_DECIDER), self));
	if (!sat)
		return false;
	*out = (struct rule_finding){ .path = on_appeal ? "/appeal" : "/decision",
		.message = on_appeal ? N_("You took part in the decision that is appealed") : N_("You proposed this, assessed it, wrote evidence for it or left the case"),
		.advice = N_("Somebody else decides"), .ask = on_appeal ? N_("Headquarters") : N_("The chair of the committee") };
	return true;
}

static int64_t items_needed(const struct act_context *context, const struct row *row)
{
	const struct classification_value *value = classification_value(row_text(row, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_VALUE));
	if (!value || !classification_raises(row_text(row, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_VALUE), row_text(row, CLASSIFICATION_BEFORE)))
		return 0;
	return value->independent >= 0 ? value->independent : act_parameter(context, classification_facility(context, row), "class.independent_items", 2);
}

/* T5, T15: low grades, one source, one event, what the person could not see, and what is old carry no raise. */
static bool not_carried(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = made(decision);
	int64_t needed = row ? items_needed(context, row) : 0;
	if (needed == 0)
		return false;
	struct rows items = classification_parts(context, &RECORD_CLASSIFICATION_EVIDENCE, row->id);
	int64_t days = act_parameter(context, classification_facility(context, row), "class.evidence_days", 730);
	int64_t found = evidence_independent(&items, context->today, days);
	if (found >= needed)
		return false;
	*out = (struct rule_finding){ .path = "/decision", .parameters = { { "count", number(context, found), false }, { "needed", number(context, needed), false } },
		.message = N_("Independent items that carry this: {count}. Needed: {needed}"),
		.advice = N_("Facts from sources A to C, known as 1 to 3, about different events from different sources, and told to the person. Otherwise refuse it"),
		.ask = N_("The classification committee") };
	return true;
}

/* P1: everything that speaks for the raise is worship, dress, diet, language, reading, belief, origin, family, silence. */
static bool rests_on_belief(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = made(decision);
	if (!row || !classification_restricts(row_text(row, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_VALUE)))
		return false;
	struct rows items = classification_parts(context, &RECORD_CLASSIFICATION_EVIDENCE, row->id);
	size_t rising = 0, conduct = 0;
	for (size_t i = 0; i < items.count; i++) {
		rising += row_is(items.items[i], EVIDENCE_DIRECTION, "rise");
		conduct += row_is(items.items[i], EVIDENCE_DIRECTION, "rise") && evidence_shows_conduct(items.items[i]);
	}
	if (rising == 0 || conduct > 0)
		return false;
	*out = (struct rule_finding){ .path = "/decision", .message = N_("All that speaks for this is worship, dress, diet, language, reading, belief, origin, family or silence"),
		.advice = N_("None of these is a ground. Refuse the proposal"), .ask = N_("The classification committee") };
	return true;
}

static bool not_heard(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = subject_of(decision);
	if (!row || !made(decision) || row_moment(row, CLASSIFICATION_PREPARE_UNTIL) <= context->now ||
		classification_parts(context, &RECORD_CLASSIFICATION_REPRESENTATION, row->id).count > 0)
		return false;
	*out = (struct rule_finding){ .path = "/decision", .message = N_("The person has not been heard, and the time to prepare still runs"),
		.advice = N_("Wait, or record what the person says, or that the person does not want to"), .ask = N_("The case manager") };
	return true;
}

static bool too_long(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = made(decision);
	int64_t days = row ? classification_valid_days(context, row, row_text(row, CLASSIFICATION_VALUE)) : 0;
	if (!row || row_moment(row, CLASSIFICATION_ENDS_AT) <= context->now + days * MOMENT_DAY)
		return false;
	*out = (struct rule_finding){ .path = "/ends_at", .parameters = { { "days", number(context, days), false } },
		.message = N_("This decision lasts {days} days at the most"), .advice = N_("It can be renewed, with fresh reasons"), .ask = N_("Headquarters") };
	return true;
}

/* A renewal needs something that happened since. */
static bool nothing_fresh(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = made(decision);
	const struct row *old = row && row_has(row, CLASSIFICATION_RENEWS) ? act_load(context, &RECORD_CLASSIFICATION, row_text(row, CLASSIFICATION_RENEWS)) : NULL;
	if (!old || !classification_restricts(row_text(row, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_VALUE)))
		return false;
	struct date since = decide_day(context, row_moment(old, CLASSIFICATION_DECIDED_AT));
	struct rows items = classification_parts(context, &RECORD_CLASSIFICATION_EVIDENCE, row->id);
	for (size_t i = 0; i < items.count; i++)
		if (date_compare(row_date(items.items[i], EVIDENCE_EVENT_ON), since) >= 0 && !row_is(items.items[i], EVIDENCE_DISCLOSURE, "withheld"))
			return false;
	*out = (struct rule_finding){ .path = "/decision", .message = N_("Nothing that happened since the last decision speaks for carrying it on"),
		.advice = N_("Let it end, or bring evidence of what happened since"), .ask = N_("The classification committee") };
	return true;
}

static bool list_not_told(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = subject_of(decision);
	if (!row || row_integer(row, CLASSIFICATION_WITHHELD, 0) == 0 || row_is_yes(context->input, NOTIFY_WITHHELD_TOLD))
		return false;
	*out = (struct rule_finding){ .path = "/withheld_told", .parameters = { { "count", number(context, row_integer(row, CLASSIFICATION_WITHHELD, 0)), false } },
		.message = N_("Items withheld from the person: {count}. The person must be told that there is such a list"),
		.advice = N_("Tell it, and say so here; what is in them stays withheld"), .ask = N_("The governor") };
	return true;
}

static bool not_understood(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = subject_of(decision);
	const struct row *person = row ? act_load(context, &RECORD_PERSON, row_text(row, CLASSIFICATION_PERSON)) : NULL;
	bool telling = text_equal_string(text_from(context->act->name), "classification.notify");
	int language = telling ? NOTIFY_LANGUAGE : DISCLOSE_LANGUAGE, form = telling ? NOTIFY_FORM : DISCLOSE_FORM;
	if (!person || row_is(context->input, form, "interpreter") || row_is(context->input, form, "sign") || !row_has(person, PERSON_LANGUAGES))
		return false;
	struct text rest = row_text(person, PERSON_LANGUAGES), known, asked = row_text(context->input, language);
	bool speaks = false;
	while (text_next(&rest, ' ', &known))
		speaks = speaks || text_equal(known, asked);
	bool reads = !row_is(context->input, form, "written") || !row_is(person, PERSON_LITERACY, "no");
	if (speaks && reads)
		return false;
	*out = (struct rule_finding){ .path = speaks ? "/form" : "/language", .message = speaks ? N_("The person does not read") : N_("The person does not speak this language"),
		.advice = N_("Use a language that the person speaks, read it out, or call an interpreter"), .ask = N_("The case manager") };
	return true;
}

CLASSIFICATION_RULE(SAFE_T3, "SAFE-T3", RULE_REFUSE, DECIDING, body_too_low, N_("The body that the law names decides"));
CLASSIFICATION_RULE(SAFE_QUORUM, "SAFE-QUORUM", RULE_REFUSE, DECIDING, no_quorum, N_("A committee decides by quorum and majority"));
CLASSIFICATION_RULE(SAFE_SIT, "SAFE-SIT", RULE_REFUSE, SITTING, may_not_sit, N_("Proposer, assessor and author do not decide; an appeal goes to somebody else"));
CLASSIFICATION_RULE(SAFE_T5, "SAFE-T5", RULE_REFUSE, DECIDING, not_carried, N_("A raise rests on independent, graded, disclosed facts"));
CLASSIFICATION_RULE(SAFE_P1, "SAFE-P1", RULE_REFUSE, DECIDING, rests_on_belief, N_("Belief, worship, dress, diet, language and origin are no grounds"));
CLASSIFICATION_RULE(SAFE_PREPARE, "SAFE-PREPARE", RULE_REFUSE, DECIDING, not_heard, N_("The person has time to prepare and is heard"));
CLASSIFICATION_RULE(SAFE_END, "SAFE-END", RULE_REFUSE, DECIDING, too_long, N_("Every decision ends by itself"));
CLASSIFICATION_RULE(SAFE_FRESH, "SAFE-FRESH", RULE_REFUSE, DECIDING, nothing_fresh, N_("A renewal rests on what happened since"));
CLASSIFICATION_RULE(SAFE_T6, "SAFE-T6", RULE_EVIDENCE, TELLING, list_not_told, N_("The person knows that a list of withheld items exists"));
CLASSIFICATION_RULE(SAFE_P12, "SAFE-P12", RULE_WARN, SPEAKING, not_understood, N_("The person is told in a language and form understood"));
