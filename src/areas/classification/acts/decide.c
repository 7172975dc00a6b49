/* decide.c - classification.vote, decide, notify: the body sits, decides, and the person is told. */
#include "areas/classification/acts/common.h"

#include "areas/assessment/records.h"

static const struct citation BODY = { "SAFE-T3", N_("The body that the law names decides"), SOURCE_SECONDARY };
static const struct citation TOLD = { "SAFE-P12", N_("Told with reasons, in a language understood"), SOURCE_SECONDARY };

/* ---- vote ---- */
enum { VO_DECISION, VO_POSITION, VO_INTEREST, VO_REASONS, VO_INPUTS };
static const struct field VOTE_INPUT[VO_INPUTS] = { [VO_DECISION] = DECISION_INPUT,
	[VO_POSITION] = { "position_taken", N_("Position"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_VOTE_POSITION_CHOICES },
	[VO_INTEREST] = { "no_interest", N_("I have no interest of my own in this case"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[VO_REASONS] = { "reasons", N_("Reasons"), N_("Needed when you are against; they are kept with the decision"), FIELD_PROSE, OPEN, 0 } };
static const struct record VOTE_RECORD = ACT_INPUTS("classification.vote", VOTE_INPUT);

static bool vote_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, VO_DECISION, &RECORD_CLASSIFICATION, errors), *input = context->input;
	if (!row)
		return false;
	if (!classification_is_open(row, context->now) || row_is(row, CLASSIFICATION_STATE, "proposed"))
		return decide_refuse(errors, "/decision", N_("The body sits when the person has the papers, and until it has decided"));
	struct rows votes = classification_parts(context, &RECORD_CLASSIFICATION_VOTE, row->id);
	for (size_t i = 0; i < votes.count; i++)
		if (text_equal(row_text(votes.items[i], VOTE_MEMBER), context->actor->id))
			return decide_refuse(errors, "/decision", N_("You have voted in this case"));
	if (row_is(input, VO_POSITION, "against") && !row_has(input, VO_REASONS))
		error_say(errors, E_REQUIRED, "/reasons", N_("Give the reasons of your dissent"));
	if (!row_is_yes(input, VO_INTEREST) && !row_is(input, VO_POSITION, "withdrew"))
		error_say(errors, E_STATE, "/position_taken", N_("Whoever has an interest in the case leaves it"));
	if (errors->count)
		return false;
	struct row *vote = decision_insert(decision, &RECORD_CLASSIFICATION_VOTE);
	static const int PAIRS[] = { VO_DECISION, VOTE_DECISION, VO_POSITION, VOTE_POSITION, VO_INTEREST, VOTE_INTEREST, VO_REASONS, VOTE_REASONS, -1 };
	decide_copy(vote, input, PAIRS);
	row_set_text(vote, VOTE_PERSON, row_text(row, CLASSIFICATION_PERSON));
	row_set_text(vote, VOTE_MEMBER, context->actor->id);
	row_set_integer(vote, VOTE_AT, context->now);
	row_set(vote, VOTE_ENDS_AT, row_value(row, CLASSIFICATION_ENDS_AT));
	decision->result = vote;
	return true;
}

const struct act ACT_CLASSIFICATION_VOTE = { .name = "classification.vote", .label = N_("Vote"), .done = N_("Your vote is recorded"), .input_record = &VOTE_RECORD,
	.record = &RECORD_CLASSIFICATION, .target_input = VO_DECISION, .actors = ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_MAY_RECORD_FACT, .basis = &BODY, .decide = vote_decide };

/* ---- decide ---- */
static const struct field DECIDE_INPUT[DECIDE_INPUTS] = { [DECIDE_DECISION] = DECISION_INPUT,
	[DECIDE_OUTCOME] = { "outcome", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_DECISION_OUTCOME_CHOICES },
	[DECIDE_VALUE] = { "outcome_value", N_("Outcome, when other than proposed"), N_("Never more restrictive than what the person was told"), FIELD_CHOICE, OPEN, 0,
		.choices = CLASSIFICATION_VALUE_CHOICES },
	[DECIDE_REASONS] = { "reasons", N_("Reasons of the decision"), N_("The person reads them: answer what the person said"), FIELD_PROSE, OPEN, FIELD_REQUIRED,
		.limits = { 20, 20000, 0 } },
	[DECIDE_ENDS_AT] = { "ends_at", N_("Ends by itself on"), N_("Leave empty for the longest that the profile allows"), FIELD_MOMENT, OPEN, 0 } };
static const struct record DECIDE_RECORD = ACT_INPUTS("classification.decide", DECIDE_INPUT);

static bool value_fits(const struct row *input, const struct row *row, struct error_list *errors)
{
	const struct classification_value *asked = classification_value(row_text(row, CLASSIFICATION_KIND), row_text(input, DECIDE_VALUE));
	const struct classification_value *proposed = classification_value(row_text(row, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_VALUE));
	if (!row_has(input, DECIDE_VALUE))
		return true;
	if (!asked)
		error_say(errors, E_CHOICE, "/outcome_value", N_("Choose an outcome that belongs to this kind of decision"));
	else if (asked->rank > proposed->rank || (asked->rank == proposed->rank && asked != proposed))
		decide_refuse(errors, "/outcome_value", N_("The person was not told of this outcome. Propose it anew"));
	return errors->count == 0;
}

static bool decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input;
	struct row *changed = classification_step(context, decision, DECIDE_DECISION, "decided", errors);
	if (!changed || !value_fits(input, changed, errors))
		return false;
	const struct row *basis = row_has(changed, CLASSIFICATION_RESTS_ON) ? act_load(context, &RECORD_CLASSIFICATION, row_text(changed, CLASSIFICATION_RESTS_ON)) : NULL;
	bool made = row_is(input, DECIDE_OUTCOME, "made");
	if (made && basis && !classification_is_in_force(basis, context->now))
		return decide_refuse(errors, "/decision", N_("What this rests on has ended. Withdraw the proposal"));
	if (row_has(input, DECIDE_VALUE))
		row_set(changed, CLASSIFICATION_VALUE, row_value(input, DECIDE_VALUE));
	row_set(changed, CLASSIFICATION_OUTCOME, row_value(input, DECIDE_OUTCOME));
	row_set(changed, CLASSIFICATION_DECISION_REASONS, row_value(input, DECIDE_REASONS));
	row_set_integer(changed, CLASSIFICATION_DECIDED_AT, context->now);
	row_set_text(changed, CLASSIFICATION_DECIDER, context->actor->id);
	if (made) {
		int64_t longest = context->now + classification_valid_days(context, changed, row_text(changed, CLASSIFICATION_VALUE)) * MOMENT_DAY;
		int64_t ends = row_has(input, DECIDE_ENDS_AT) ? row_moment(input, DECIDE_ENDS_AT) : longest;
		if (ends <= context->now) {
			error_say(errors, E_DATE_ORDER, "/ends_at", N_("The end lies ahead"));
			return false;
		}
		classification_set_end(context, decision, changed, ends);
	}
	decide_stop(context, decision, "decision-due", changed->id);
	if (made && row_is(changed, CLASSIFICATION_KIND, "security_category"))
		decide_stop(context, decision, "first-category", row_text(changed, CLASSIFICATION_PERSON));
	decide_start(context, decision, "decision-told", changed, row_text(changed, CLASSIFICATION_PERSON), classification_facility(context, changed), context->now, 0);
	return true;
}

const struct act ACT_CLASSIFICATION_DECIDE = { .name = "classification.decide", .label = N_("Decide"), .done = N_("Decided. Now tell the person"),
	.input_record = &DECIDE_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = DECIDE_DECISION,
	.actors = ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT, .basis = &BODY, .decide = decide_decide };

/* ---- tell the person ---- */
static const struct field NOTIFY_INPUT[NOTIFY_INPUTS] = { [NOTIFY_DECISION] = DECISION_INPUT,
	[NOTIFY_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[NOTIFY_FORM] = { "form", N_("How"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_NOTICE_FORM_CHOICES },
	[NOTIFY_RECEIPT] = { "receipt", N_("Receipt"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_RECEIPT_CHOICES },
	[NOTIFY_WITNESS] = { "witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 },
	[NOTIFY_WITHHELD_TOLD] = { "withheld_told", N_("Told that a list of withheld items exists, and how many"), NULL, FIELD_YES_NO, OPEN, 0 },
	[NOTIFY_AT] = { "told_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record NOTIFY_RECORD = ACT_INPUTS("classification.notify", NOTIFY_INPUT);

/* What it follows ends; what rested on a basis that is renewed rests on its successor. */
static void replace_older(struct act_context *context, struct decision *decision, struct row *changed)
{
	struct rows all = classification_about(context, decision, row_text(changed, CLASSIFICATION_PERSON));
	bool basis = row_is(changed, CLASSIFICATION_KIND, "extremism_basis");
	for (size_t i = 0; i < all.count; i++) {
		const struct row *old = all.items[i];
		bool same = text_equal(row_text(old, CLASSIFICATION_KIND), row_text(changed, CLASSIFICATION_KIND)) && !text_equal(old->id, changed->id) &&
			(!basis || text_equal(row_text(old, CLASSIFICATION_VALUE), row_text(changed, CLASSIFICATION_VALUE)));
		if (!same || !classification_is_in_force(old, context->now))
			continue;
		classification_end(context, decision, decision_change(decision, old), context->now, "ended", "replaced", text_empty());
		for (size_t j = 0; basis && j < all.count; j++)
			if (text_equal(row_text(all.items[j], CLASSIFICATION_RESTS_ON), old->id) && row_moment(all.items[j], CLASSIFICATION_ENDS_AT) > context->now)
				row_set_text(decision_change(decision, all.items[j]), CLASSIFICATION_RESTS_ON, changed->id);
	}
}

/* A current assessment that asks about violent extremism, or about being drawn into it. */
static bool is_assessed(const struct act_context *context, struct text person)
{
	const struct condition own = CONDITION_TEXT(ASSESSMENT_PERSON, person);
	struct rows all = act_find(context, &RECORD_ASSESSMENT, &own, 1);
	for (size_t i = 0; i < all.count; i++) {
		const struct row *instrument = act_load(context, &RECORD_INSTRUMENT, row_text(all.items[i], ASSESSMENT_INSTRUMENT));
		if (instrument && assessment_is_valid(all.items[i], context->today) && !row_has_lapsed(all.items[i], context->now) && instrument_is_about_extremism(instrument))
			return true;
	}
	return false;
}

static bool notify_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input, *row = act_load_input(context, NOTIFY_DECISION, &RECORD_CLASSIFICATION, errors);
	int64_t at = decide_moment(context, NOTIFY_AT, errors);
	bool made = row && row_is(row, CLASSIFICATION_OUTCOME, "made");
	struct row *changed = row ? classification_step(context, decision, NOTIFY_DECISION, made ? "notified" : "closed", errors) : NULL;
	if (changed && row_is(input, NOTIFY_RECEIPT, "refused") && !row_has(input, NOTIFY_WITNESS))
		error_say(errors, E_REQUIRED, "/witness", N_("Name the witness of the refusal"));
	if (!changed || errors->count)
		return false;
	struct text person = row_text(changed, CLASSIFICATION_PERSON), facility = classification_facility(context, changed);
	static const int PAIRS[] = { NOTIFY_LANGUAGE, CLASSIFICATION_NOTICE_LANGUAGE, NOTIFY_FORM, CLASSIFICATION_NOTICE_FORM, NOTIFY_RECEIPT,
		CLASSIFICATION_RECEIPT, NOTIFY_WITNESS, CLASSIFICATION_WITNESS, -1 };
	decide_copy(changed, input, PAIRS);
	row_set_integer(changed, CLASSIFICATION_NOTIFIED_AT, at);
	decide_stop(context, decision, "decision-told", changed->id);
	if (!made) {
		classification_end(context, decision, changed, context->now, "closed", "not_made", text_empty());
		return true;
	}
	row_set_integer(changed, CLASSIFICATION_STARTED_AT, at);
	row_set_integer(changed, CLASSIFICATION_APPEAL_UNTIL, at + act_parameter(context, facility, "class.appeal_days", 30) * MOMENT_DAY);
	replace_older(context, decision, changed);
	classification_next_review(context, decision, changed, at + classification_review_days(context, changed) * MOMENT_DAY, "scheduled");
	decide_start(context, decision, "classification-ends", changed, person, facility, context->now, row_moment(changed, CLASSIFICATION_ENDS_AT));
	if (row_is(changed, CLASSIFICATION_KIND, "extremism_basis") && !is_assessed(context, person))
		decide_start(context, decision, "basis-assessed", changed, person, facility, context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_CLASSIFICATION_NOTIFY = { .name = "classification.notify", .label = N_("Tell the person"), .help = N_("Print the person's own copy, give it and explain it"),
	.done = N_("The person is told"), .input_record = &NOTIFY_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = NOTIFY_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &TOLD, .decide = notify_decide };
