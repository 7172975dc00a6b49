/* separation_account.c - separation.log, .visit, .answer, .confirm, .review, .give_copy: what must happen while somebody is apart. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_38 = { "NMR-38.2", N_("Nelson Mandela Rules, Rule 38"), SOURCE_TEXT_READ };
static const struct citation NMR_44 = { "NMR-44.1", N_("Nelson Mandela Rules, Rule 44"), SOURCE_TEXT_READ };
static const struct citation NMR_45 = { "NMR-45.1c", N_("Nelson Mandela Rules, Rule 45"), SOURCE_TEXT_READ };
static const struct citation NMR_46 = { "NMR-46.1b", N_("Nelson Mandela Rules, Rule 46"), SOURCE_TEXT_READ };

#define SEPARATION_INPUT { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "separation" }

/* A clock that begins again with each thing done. */
static void clock_again(struct act_context *context, struct decision *decision, const char *clock, const struct row *separation, int64_t from,
	int64_t due)
{
	decide_stop(context, decision, clock, separation->id);
	decide_start(context, decision, clock, separation, row_text(separation, SEPARATION_PERSON),
		rights_facility(context, row_text(separation, SEPARATION_PERSON)), from, due);
}

/* ---- the daily account ---- */
enum { LO_SEPARATION, LO_KIND, LO_STARTED, LO_MINUTES, LO_REFUSED, LO_WITH, LO_INPUTS };
static const struct field LOG_INPUT[LO_INPUTS] = { [LO_SEPARATION] = SEPARATION_INPUT,
	[LO_KIND] = { "kind", N_("What happened"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_ENTRY_CHOICES, .basis = &NMR_44 },
	[LO_STARTED] = { "started_at", N_("From"), N_("Leave empty when it ends now"), FIELD_MOMENT, OPEN, 0 },
	[LO_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 1440, 0 } },
	[LO_REFUSED] = { "refused", N_("Offered, and the person did not want it"), NULL, FIELD_YES_NO, OPEN, 0 },
	[LO_WITH] = { "with_whom", N_("With whom"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record LOG_RECORD = ACT_INPUTS("separation.log", LOG_INPUT);

/* Written later too: an account of a separation that has ended is still owed. */
static bool log_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = act_load_input(context, LO_SEPARATION, &RECORD_SEPARATION, errors);
	int64_t minutes = row_integer(context->input, LO_MINUTES, 0);
	int64_t started = row_has(context->input, LO_STARTED) ? row_moment(context->input, LO_STARTED) : context->now - minutes * MOMENT_MINUTE;
	if (!separation || errors->count)
		return false;
	if (started + minutes * MOMENT_MINUTE > context->now + 5 * MOMENT_MINUTE)
		return decide_refuse(errors, "/minutes", N_("This has not happened yet. Enter what has happened"));
	if (started + minutes * MOMENT_MINUTE < row_moment(separation, SEPARATION_STARTS))
		return decide_refuse(errors, "/started_at", N_("The separation began later than that"));
	if (started > separation_until(separation, context->now))
		return decide_refuse(errors, "/started_at", N_("The separation had ended by then"));
	struct row *entry = decision_insert(decision, &RECORD_SEPARATION_ENTRY);
	static const int PAIRS[] = { LO_SEPARATION, SEPARATION_ENTRY_SEPARATION, LO_KIND, SEPARATION_ENTRY_KIND, LO_MINUTES, SEPARATION_ENTRY_MINUTES,
		LO_REFUSED, SEPARATION_ENTRY_REFUSED, LO_WITH, SEPARATION_ENTRY_WITH, -1 };
	decide_copy(entry, context->input, PAIRS);
	row_set_text(entry, SEPARATION_ENTRY_PERSON, row_text(separation, SEPARATION_PERSON));
	row_set_integer(entry, SEPARATION_ENTRY_STARTED, started);
	decision->result = entry;
	if (separation_is_running(separation) && separation_entry_kind(row_text(entry, SEPARATION_ENTRY_KIND))->counts)
		separation_alarms(context, decision, separation);
	return true;
}

const struct act ACT_SEPARATION_LOG = { .name = "separation.log", .label = N_("Write in the daily account"),
	.help = N_("Contact and time out of cell, as it happened"), .done = N_("Written in the account"), .input_record = &LOG_RECORD,
	.record = &RECORD_SEPARATION, .target_input = LO_SEPARATION, .basis = &NMR_44, .decide = log_decide,
	.actors = ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) };

/* ---- health visit and its advice ---- */
enum { VI_SEPARATION, VI_AT, VI_IN_PERSON, VI_PRIVATE, VI_ADVICE, VI_WORDS, VI_INPUTS };
static const struct field VISIT_INPUT[VI_INPUTS] = { [VI_SEPARATION] = SEPARATION_INPUT,
	[VI_AT] = { "visited_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[VI_IN_PERSON] = { "in_person", N_("Seen in person"), N_("Not through the door"), FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_46 },
	[VI_PRIVATE] = { "out_of_hearing", N_("Out of hearing of other staff"), NULL, FIELD_YES_NO, OPEN, 0 },
	[VI_ADVICE] = { "advice", N_("Advice to the director"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_ADVICE_CHOICES },
	[VI_WORDS] = { "advice_words", N_("What should change"), N_("What to do, never a diagnosis: the director reads it"), FIELD_PROSE, OPEN, 0 } };
static const struct record VISIT_RECORD = ACT_INPUTS("separation.visit", VISIT_INPUT);

static bool visit_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, VI_SEPARATION, errors);
	int64_t moment = decide_moment(context, VI_AT, errors);
	bool advises = !row_is(context->input, VI_ADVICE, "none");
	if (advises && !row_has(context->input, VI_WORDS))
		error_say(errors, E_REQUIRED, "/advice_words", N_("Say what should change"));
	if (!separation || errors->count)
		return false;
	struct row *visit = decision_insert(decision, &RECORD_SEPARATION_VISIT);
	static const int PAIRS[] = { VI_SEPARATION, SEPARATION_VISIT_SEPARATION, VI_IN_PERSON, SEPARATION_VISIT_IN_PERSON, VI_PRIVATE,
		SEPARATION_VISIT_PRIVATE, VI_ADVICE, SEPARATION_VISIT_ADVICE, VI_WORDS, SEPARATION_VISIT_WORDS, -1 };
	decide_copy(visit, context->input, PAIRS);
	row_set_text(visit, SEPARATION_VISIT_PERSON, row_text(separation, SEPARATION_PERSON));
	row_set_integer(visit, SEPARATION_VISIT_AT, moment);
	decision->result = visit;
	if (row_is_yes(visit, SEPARATION_VISIT_IN_PERSON)) /* only a visit in person is the visit of the Rules */
		clock_again(context, decision, "separation-health-visit", separation, moment, 0);
	if (advises) {
		struct row *changed = decision_change(decision, separation);
		row_set(changed, SEPARATION_ADVICE, row_value(visit, SEPARATION_VISIT_ADVICE));
		row_set(changed, SEPARATION_ADVICE_ANSWER, value_absent());
		clock_again(context, decision, "separation-advice", separation, moment, 0);
	}
	return true;
}

const struct act ACT_SEPARATION_VISIT = { .name = "separation.visit", .label = N_("Health visit"),
	.help = N_("Every day, in person; no permission to separate and no punishment"), .done = N_("The visit is recorded"), .input_record = &VISIT_RECORD,
	.record = &RECORD_SEPARATION, .target_input = VI_SEPARATION, .actors = ROLE(HEALTH), .basis = &NMR_46, .decide = visit_decide };

enum { AN_SEPARATION, AN_ANSWER, AN_INPUTS };
static const struct field ANSWER_INPUT[AN_INPUTS] = { [AN_SEPARATION] = SEPARATION_INPUT,
	[AN_ANSWER] = { "advice_answer", N_("Answer to the advice"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_ANSWER_CHOICES, .basis = &NMR_46 } };
static const struct record ANSWER_RECORD = ACT_INPUTS("separation.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, AN_SEPARATION, errors);
	if (!separation)
		return false;
	if (!row_has(separation, SEPARATION_ADVICE) || row_has(separation, SEPARATION_ADVICE_ANSWER))
		return decide_refuse(errors, "/separation", N_("No advice of the health service waits for an answer"));
	struct row *changed = decision_change(decision, separation);
	row_set(changed, SEPARATION_ADVICE_ANSWER, row_value(context->input, AN_ANSWER));
	decide_stop(context, decision, "separation-advice", separation->id);
	/* A clinician's own isolation is in the hands of the health service. */
	if (row_is(changed, SEPARATION_ADVICE, "end") && row_is(changed, SEPARATION_ADVICE_ANSWER, "followed") && !row_is(separation, SEPARATION_KIND, "health"))
		separation_close(context, decision, changed, context->now, "decided", decide_reason_line(context));
	decision->result = changed;
	return true;
}

const struct act ACT_SEPARATION_ANSWER = { .name = "separation.answer", .label = N_("Answer the advice of the health service"),
	.help = N_("Follow it, or send it up with your reasons at once"), .done = N_("The answer is recorded"), .input_record = &ANSWER_RECORD,
	.record = &RECORD_SEPARATION, .target_input = AN_SEPARATION, .actors = ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_46, .decide = answer_decide };

enum { CO_SEPARATION, CO_INPUTS };
static const struct field CONFIRM_INPUT[CO_INPUTS] = { [CO_SEPARATION] = SEPARATION_INPUT };
static const struct record CONFIRM_RECORD = ACT_INPUTS("separation.confirm", CONFIRM_INPUT);

static bool confirm_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, CO_SEPARATION, errors);
	if (!separation)
		return false;
	struct row *changed = decision_change(decision, separation);
	row_set_integer(changed, SEPARATION_NEEDED_AT, context->now);
	clock_again(context, decision, "separation-need", separation, context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_SEPARATION_CONFIRM = { .name = "separation.confirm", .label = N_("Still needed today"),
	.help = N_("Say why it cannot end today"), .done = N_("Recorded"), .input_record = &CONFIRM_RECORD, .record = &RECORD_SEPARATION,
	.target_input = CO_SEPARATION, .actors = ROLE(GOVERNOR) | ROLE(HEALTH), .flags = ACT_REASON, .basis = &NMR_45, .decide = confirm_decide };

/* ---- independent review ---- */
enum { RV_SEPARATION, RV_AT, RV_BODY, RV_HEARD, RV_RESULT, RV_REASONS, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_SEPARATION] = SEPARATION_INPUT,
	[RV_AT] = { "reviewed_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[RV_BODY] = { "body", N_("Who reviewed it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_BODY_CHOICES, .basis = &NMR_45 },
	[RV_HEARD] = { "heard", N_("The person was heard"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[RV_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_RESULT_CHOICES },
	[RV_REASONS] = { "reasons", N_("Reasons"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record REVIEW_RECORD = ACT_INPUTS("separation.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, RV_SEPARATION, errors);
	int64_t moment = decide_moment(context, RV_AT, errors);
	if (!separation || errors->count)
		return false;
	struct row *review = decision_insert(decision, &RECORD_SEPARATION_REVIEW);
	static const int PAIRS[] = { RV_SEPARATION, SEPARATION_REVIEW_SEPARATION, RV_BODY, SEPARATION_REVIEW_BODY, RV_HEARD, SEPARATION_REVIEW_HEARD,
		RV_RESULT, SEPARATION_REVIEW_RESULT, RV_REASONS, SEPARATION_REVIEW_REASONS, -1 };
	decide_copy(review, context->input, PAIRS);
	row_set_text(review, SEPARATION_REVIEW_PERSON, row_text(separation, SEPARATION_PERSON));
	row_set_integer(review, SEPARATION_REVIEW_AT, moment);
	decision->result = review;
	int64_t hours = act_parameter(context, row_text(separation, SEPARATION_FACILITY), "seg.review_again_hours", 120);
	if (row_is(review, SEPARATION_REVIEW_RESULT, "ends"))
		separation_close(context, decision, decision_change(decision, separation), context->now, "review", text_empty());
	else
		clock_again(context, decision, "separation-review", separation, moment, moment + hours * MOMENT_HOUR);
	return true;
}

const struct act ACT_SEPARATION_REVIEW = { .name = "separation.review", .label = N_("Independent review"), .done = N_("The review is recorded"),
	.input_record = &REVIEW_RECORD, .record = &RECORD_SEPARATION, .target_input = RV_SEPARATION,
	.actors = ROLE(HEADQUARTERS) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_45, .decide = review_decide };

/* ---- against harm, and the way back ---- */
enum { MI_SEPARATION, MI_PLAN, MI_STEP_DOWN, MI_INPUTS };
static const struct field MITIGATE_INPUT[MI_INPUTS] = { [MI_SEPARATION] = SEPARATION_INPUT,
	[MI_PLAN] = { "mitigation", N_("What is done against the harm of separation"), N_("Contact, activity, calls, somebody to talk to: what, how often, by whom"), FIELD_PROSE,
		OPEN, 0, .basis = &NMR_38 },
	[MI_STEP_DOWN] = { "step_down", N_("Steps back to ordinary life"), N_("Needed before release: first contacts, the day among others, who meets the person outside"),
		FIELD_PROSE, OPEN, 0, .basis = &NMR_38 } };
static const struct record MITIGATE_RECORD = ACT_INPUTS("separation.mitigate", MITIGATE_INPUT);

/* The way back is planned after the end too: harm does not end with the order. */
static bool mitigate_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = act_load_input(context, MI_SEPARATION, &RECORD_SEPARATION, errors);
	if (!separation)
		return false;
	if (!row_has(context->input, MI_PLAN) && !row_has(context->input, MI_STEP_DOWN))
		error_say(errors, E_REQUIRED, "/mitigation", N_("Say what is done against harm, or what the steps back are"));
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, separation);
	static const int PAIRS[] = { MI_PLAN, SEPARATION_MITIGATION, MI_STEP_DOWN, SEPARATION_STEP_DOWN, -1 };
	decide_copy(changed, context->input, PAIRS);
	if (row_has(context->input, MI_PLAN)) {
		row_set_integer(changed, SEPARATION_MITIGATED_AT, context->now);
		decide_stop(context, decision, "separation-mitigation", separation->id);
	}
	decision->result = changed;
	return true;
}

const struct act ACT_SEPARATION_MITIGATE = { .name = "separation.mitigate", .label = N_("Plan against harm and for the way back"),
	.help = N_("Separation harms. What lessens it, now and after the end"), .done = N_("The plan is recorded"), .input_record = &MITIGATE_RECORD,
	.record = &RECORD_SEPARATION, .target_input = MI_SEPARATION, .basis = &NMR_38, .decide = mitigate_decide,
	.actors = ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(HEALTH) | ROLE(GOVERNOR) };

/* ---- the copy for the person ---- */
enum { GI_SEPARATION, GI_COPY, GI_WITNESS, GI_INPUTS };
static const struct field GIVE_INPUT[GI_INPUTS] = { [GI_SEPARATION] = SEPARATION_INPUT,
	[GI_COPY] = { "copy", N_("Written copy for the person"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_COPY_CHOICES },
	[GI_WITNESS] = { "copy_witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 } };
static const struct record GIVE_RECORD = ACT_INPUTS("separation.give_copy", GIVE_INPUT);

static bool give_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, GI_SEPARATION, errors);
	if (row_is(context->input, GI_COPY, "refused") && !row_has(context->input, GI_WITNESS))
		error_say(errors, E_REQUIRED, "/copy_witness", N_("Name the witness of the refusal"));
	if (!separation || errors->count)
		return false;
	struct row *changed = decision_change(decision, separation);
	row_set(changed, SEPARATION_COPY, row_value(context->input, GI_COPY));
	row_set(changed, SEPARATION_COPY_WITNESS, row_value(context->input, GI_WITNESS));
	row_set_integer(changed, SEPARATION_COPY_AT, context->now);
	decide_stop(context, decision, "separation-copy", separation->id);
	decision->result = changed;
	return true;
}

const struct act ACT_SEPARATION_GIVE_COPY = { .name = "separation.give_copy", .label = N_("Copy given to the person"), .done = N_("Recorded"),
	.input_record = &GIVE_RECORD, .record = &RECORD_SEPARATION, .target_input = GI_SEPARATION,
	.actors = ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(CASEWORKER) | ROLE(HEALTH), .decide = give_decide };
