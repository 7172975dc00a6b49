/* recommendation.c - making a recommendation, replying to it, carrying it out, and having that verified by somebody else. */
#include "areas/inspection/acts.h"

#define OPEN SENSITIVITY_OFFICIAL
#define RECOMMENDATION_INPUT { "recommendation", N_("Recommendation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "recommendation" }
#define ANSWERERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))

/* ---- recommend ---- */
enum { RE_INSPECTION, RE_CLASS, RE_SEVERITY, RE_FINDING, RE_TEXT, RE_RULE, RE_PARAGRAPH, RE_REPEATS, RE_INPUTS };
static const struct field RECOMMEND_INPUT[RE_INPUTS] = {
	[RE_INSPECTION] = { "inspection", N_("Inspection"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "inspection" },
	[RE_CLASS] = { "class", N_("Class"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = RECOMMENDATION_CLASS_CHOICES },
	[RE_SEVERITY] = { "severity", N_("What is at stake"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEVERITY_CHOICES },
	[RE_FINDING] = { "finding", N_("What was found"), N_("Places and facts; no names"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RE_TEXT] = { "text", N_("What is recommended"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RE_RULE] = { "rule", N_("Rule"), N_("Such as NMR-12.1"), FIELD_CODE, OPEN, 0 },
	[RE_PARAGRAPH] = { "paragraph", N_("Paragraph of the report"), NULL, FIELD_LINE, OPEN, 0 },
	[RE_REPEATS] = { "repeats", N_("Repeats"), N_("The earlier recommendation that was not carried out"), FIELD_REFERENCE, OPEN, 0,
		.reference = "recommendation" },
};
static const struct record RECOMMEND_RECORD = ACT_INPUTS("inspection.recommend", RECOMMEND_INPUT);

static bool recommend_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RE_INSPECTION, RECOMMENDATION_INSPECTION, RE_CLASS, RECOMMENDATION_CLASS, RE_SEVERITY, RECOMMENDATION_SEVERITY,
		RE_FINDING, RECOMMENDATION_FINDING, RE_TEXT, RECOMMENDATION_TEXT, RE_RULE, RECOMMENDATION_RULE, RE_PARAGRAPH, RECOMMENDATION_PARAGRAPH,
		RE_REPEATS, RECOMMENDATION_REPEATS, -1 };
	const struct row *inspection = act_load_input(context, RE_INSPECTION, &RECORD_INSPECTION, errors);
	const struct row *earlier = row_has(context->input, RE_REPEATS) ? act_load_input(context, RE_REPEATS, &RECORD_RECOMMENDATION, errors) : NULL;
	if (!inspection || errors->count > 0)
		return false;
	struct text facility = row_text(inspection, INSPECTION_FACILITY);
	if (earlier && !text_equal(row_text(earlier, RECOMMENDATION_FACILITY), facility)) {
		error_say(errors, E_REFERENCE, "/repeats", N_("The earlier recommendation was made to another facility"));
		return false;
	}
	struct row *recommendation = decision_insert(decision, &RECORD_RECOMMENDATION);
	decide_copy(recommendation, context->input, PAIRS);
	row_set_text(recommendation, RECOMMENDATION_FACILITY, facility);
	row_set_string(recommendation, RECOMMENDATION_STATE, "open");
	row_set_yes_no(recommendation, RECOMMENDATION_REPEATED, earlier != NULL);
	decide_start(context, decision, "recommendation-reply", recommendation, text_empty(), facility, context->now, 0);
	decision->result = recommendation;
	return true;
}

const struct act ACT_INSPECTION_RECOMMEND = { .name = "inspection.recommend", .label = N_("Make a recommendation"),
	.done = N_("The recommendation is recorded and waits for a reply"), .input_record = &RECOMMEND_RECORD, .record = &RECORD_INSPECTION,
	.target_input = RE_INSPECTION, .actors = INSPECTION_BODY, .flags = ACT_JUDGEMENT, .decide = recommend_decide };

/* ---- reply ---- */
enum { RR_RECOMMENDATION, RR_REPLY, RR_TEXT, RR_OWNER, RR_TARGET, RR_INPUTS };
static const struct field REPLY_INPUT[RR_INPUTS] = {
	[RR_RECOMMENDATION] = RECOMMENDATION_INPUT,
	[RR_REPLY] = { "reply", N_("Reply"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = REPLY_CHOICES },
	[RR_TEXT] = { "reply_text", N_("Reply in words"), N_("What will be done, or why not"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RR_OWNER] = { "owner", N_("Who sees to it"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "user_account" },
	[RR_TARGET] = { "target_on", N_("To be done by"), NULL, FIELD_DATE, OPEN, 0 },
};
static const struct record REPLY_RECORD = ACT_INPUTS("recommendation.reply", REPLY_INPUT);

static bool reply_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RR_REPLY, RECOMMENDATION_REPLY, RR_TEXT, RECOMMENDATION_REPLY_TEXT, RR_OWNER, RECOMMENDATION_OWNER, RR_TARGET,
		RECOMMENDATION_TARGET_ON, -1 };
	const struct row *old = act_load_input(context, RR_RECOMMENDATION, &RECORD_RECOMMENDATION, errors);
	bool accepted = row_is(context->input, RR_REPLY, "accepted") || row_is(context->input, RR_REPLY, "partly");
	if (!old)
		return false;
	if (accepted && (!row_has(context->input, RR_OWNER) || !row_has(context->input, RR_TARGET))) {
		error_say(errors, E_REQUIRED, row_has(context->input, RR_OWNER) ? "/target_on" : "/owner", N_("What is accepted has an owner and a day"));
		return false;
	}
	if (accepted && date_compare(row_date(context->input, RR_TARGET), context->today) < 0) {
		error_say(errors, E_DATE_ORDER, "/target_on", N_("The day is not in the past"));
		return false;
	}
	struct row *recommendation = decision_change(decision, old);
	decide_copy(recommendation, context->input, PAIRS);
	row_set_integer(recommendation, RECOMMENDATION_REPLIED_AT, context->now);
	decide_stop(context, decision, "recommendation-reply", old->id);
	decide_stop(context, decision, "recommendation-target", old->id);
	if (accepted)
		decide_start(context, decision, "recommendation-target", recommendation, text_empty(), row_text(old, RECOMMENDATION_FACILITY), context->now,
			moment_from_date(date_add_days(row_date(context->input, RR_TARGET), 1)));
	decision->result = recommendation;
	return true;
}

const struct act ACT_RECOMMENDATION_REPLY = { .name = "recommendation.reply", .label = N_("Reply to the recommendation"),
	.done = N_("The reply is recorded"), .input_record = &REPLY_RECORD, .record = &RECORD_RECOMMENDATION, .target_input = RR_RECOMMENDATION,
	.actors = ANSWERERS, .decide = reply_decide };

/* ---- done ---- */
enum { RD_RECOMMENDATION, RD_PROOF, RD_INPUTS };
static const struct field DONE_INPUT[RD_INPUTS] = { [RD_RECOMMENDATION] = RECOMMENDATION_INPUT,
	[RD_PROOF] = { "proof", N_("Proof"), N_("What shows that it was done, and where it can be seen"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record DONE_RECORD = ACT_INPUTS("recommendation.done", DONE_INPUT);

static bool done_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, RD_RECOMMENDATION, &RECORD_RECOMMENDATION, errors);
	if (!old)
		return false;
	if (!row_is(old, RECOMMENDATION_STATE, "open"))
		return decide_refuse(errors, "/recommendation", N_("This recommendation is done or verified already"));
	if (!text_equal(row_text(old, RECOMMENDATION_OWNER), context->actor->id) && !actor_has_role(context->actor, ANSWERERS)) {
		error_say(errors, E_ACCESS, NULL, N_("Only who sees to it, the governor or headquarters can say that it is done"));
		return false;
	}
	struct row *recommendation = decision_change(decision, old);
	row_set_string(recommendation, RECOMMENDATION_STATE, "done");
	row_set(recommendation, RECOMMENDATION_PROOF, row_value(context->input, RD_PROOF));
	row_set_text(recommendation, RECOMMENDATION_DONE_BY, context->actor->id);
	row_set_integer(recommendation, RECOMMENDATION_DONE_AT, context->now);
	decide_stop(context, decision, "recommendation-target", old->id);
	decision->result = recommendation;
	return true;
}

const struct act ACT_RECOMMENDATION_DONE = { .name = "recommendation.done", .label = N_("Say that it is done"),
	.done = N_("It waits for somebody else to verify it"), .input_record = &DONE_RECORD, .record = &RECORD_RECOMMENDATION,
	.target_input = RD_RECOMMENDATION, .actors = RECOMMENDATION_OWNERS, .decide = done_decide };

/* ---- verify ---- */
enum { RV_RECOMMENDATION, RV_CARRIED_OUT, RV_REMARK, RV_INPUTS };
static const struct field VERIFY_INPUT[RV_INPUTS] = { [RV_RECOMMENDATION] = RECOMMENDATION_INPUT,
	[RV_CARRIED_OUT] = { "carried_out", N_("Carried out"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[RV_REMARK] = { "remark", N_("What was seen"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record VERIFY_RECORD = ACT_INPUTS("recommendation.verify", VERIFY_INPUT);

static bool verify_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, RV_RECOMMENDATION, &RECORD_RECOMMENDATION, errors);
	if (!old)
		return false;
	if (!row_is(old, RECOMMENDATION_STATE, "done"))
		return decide_refuse(errors, "/recommendation", N_("Nobody has said yet that it is done"));
	struct text actor = context->actor->id;
	if (text_equal(actor, row_text(old, RECOMMENDATION_OWNER)) || text_equal(actor, row_text(old, RECOMMENDATION_DONE_BY))) {
		error_say(errors, E_SECOND_PERSON, NULL, N_("Somebody other than who sees to it has to verify it"));
		return false;
	}
	bool carried_out = row_is_yes(context->input, RV_CARRIED_OUT);
	struct row *recommendation = decision_change(decision, old);
	row_set_string(recommendation, RECOMMENDATION_STATE, carried_out ? "verified" : "open");
	row_set_text(recommendation, RECOMMENDATION_PROOF, arena_format(context->arena, "%.*s\n\n%.*s", TEXT_FORMAT(row_text(old, RECOMMENDATION_PROOF)),
		TEXT_FORMAT(row_text(context->input, RV_REMARK))));
	row_set_text(recommendation, RECOMMENDATION_VERIFIED_BY, actor);
	row_set_integer(recommendation, RECOMMENDATION_VERIFIED_AT, context->now);
	decision->result = recommendation;
	return true;
}

const struct act ACT_RECOMMENDATION_VERIFY = { .name = "recommendation.verify", .label = N_("Verify whether it was carried out"),
	.done = N_("What you saw is recorded"), .input_record = &VERIFY_RECORD, .record = &RECORD_RECOMMENDATION, .target_input = RV_RECOMMENDATION,
	.actors = INSPECTION_BODY, .decide = verify_decide };
