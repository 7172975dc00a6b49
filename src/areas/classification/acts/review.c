/* review.c - classification.signal, review, end_by_law, act_on_lapse; and what other areas' acts do to decisions. */
#include "areas/classification/acts/common.h"

#include "areas/assessment/records.h"

static const struct citation NMR_89 = { "NMR-89.1", N_("Nelson Mandela Rules, Rule 89"), SOURCE_TEXT_READ };
static const struct citation FALLS = { "SAFE-T16", N_("A falling risk is looked at as soon as a rising one"), SOURCE_SECONDARY };
static const struct citation LAW = { "SAFE-T12", N_("A basis ends with the charge or the judgment that carried it"), SOURCE_PROPOSAL };

/* ---- signal ---- */
enum { SI_DECISION, SI_SIGNAL, SI_NOTE, SI_INPUTS };
static const struct choice SIGNALS[] = { { "rise", N_("Signs that risk has risen") }, { "fall", N_("Signs that risk has fallen") },
	{ "sentence", N_("The sentence has changed") }, { "age", N_("Age") }, { "event", N_("Another event") }, { NULL, NULL } };
static const struct field SIGNAL_INPUT[SI_INPUTS] = { [SI_DECISION] = DECISION_INPUT,
	[SI_SIGNAL] = { "signal", N_("What happened"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNALS },
	[SI_NOTE] = { "note", N_("What was seen"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record SIGNAL_RECORD = ACT_INPUTS("classification.signal", SIGNAL_INPUT);

static void review_forward(struct act_context *context, struct decision *decision, struct row *changed, const char *reason)
{
	int64_t due = context->now + act_parameter(context, classification_facility(context, changed), "class.signal_days", 14) * MOMENT_DAY;
	int64_t before = row_moment(changed, CLASSIFICATION_REVIEW_DUE);
	classification_next_review(context, decision, changed, before && before < due ? before : due, reason);
}

static bool signal_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *changed = classification_step(context, decision, SI_DECISION, "review", errors);
	if (!changed)
		return false;
	review_forward(context, decision, changed, arena_string(context->arena, row_text(context->input, SI_SIGNAL)));
	row_set(changed, CLASSIFICATION_END_REASON, value_absent());
	return true;
}

const struct act ACT_CLASSIFICATION_SIGNAL = { .name = "classification.signal", .label = N_("Bring the review forward"), .help = N_("For signs of falling risk as for signs of rising risk"),
	.done = N_("The review is brought forward"), .input_record = &SIGNAL_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = SI_DECISION,
	.actors = ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .basis = &FALLS,
	.decide = signal_decide };

/* ---- review ---- */
enum { RV_DECISION, RV_RESULT, RV_REASONS, RV_LEGAL_GROUND, RV_INPUTS };
static const struct choice RESULTS[] = { { "keep", N_("Stays until its end") }, { "end", N_("Ends now") }, { NULL, NULL } };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_DECISION] = DECISION_INPUT,
	[RV_RESULT] = { "result", N_("Result"), N_("A review never makes a decision last longer: propose a renewal for that"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = RESULTS },
	[RV_REASONS] = { "reasons", N_("Reasons"), N_("What has changed since, and what has not"), FIELD_PROSE, OPEN, FIELD_REQUIRED, .limits = { 20, 20000, 0 } },
	[RV_LEGAL_GROUND] = { "legal_ground", N_("Law on which it rests without its basis"), N_("Needed when its basis has ended and it stays"), FIELD_LINE, OPEN, 0 } };
static const struct record REVIEW_RECORD = ACT_INPUTS("classification.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input;
	bool keep = row_is(input, RV_RESULT, "keep");
	struct row *changed = classification_step(context, decision, RV_DECISION, keep ? "in_force" : "ended", errors);
	if (!changed)
		return false;
	bool fell = row_has(changed, CLASSIFICATION_BASIS_FELL_AT);
	if (keep && fell && !row_has(input, RV_LEGAL_GROUND)) {
		error_say(errors, E_REQUIRED, "/legal_ground", N_("Its basis has ended: say on which law it stays, or end it"));
		return false;
	}
	decide_stop(context, decision, "basis-fell", changed->id);
	if (!keep) {
		/* classification_end asks what was in force before. */
		row_set_string(changed, CLASSIFICATION_STATE, "review");
		classification_end(context, decision, changed, context->now, "ended", fell ? "basis" : "review", text_empty());
		return true;
	}
	if (fell) {
		row_set(changed, CLASSIFICATION_LEGAL_GROUND, row_value(input, RV_LEGAL_GROUND));
		row_set(changed, CLASSIFICATION_RESTS_ON, value_absent());
		row_set(changed, CLASSIFICATION_BASIS_FELL_AT, value_absent());
	}
	row_set(changed, CLASSIFICATION_DECISION_REASONS, row_value(input, RV_REASONS));
	classification_next_review(context, decision, changed, context->now + classification_review_days(context, changed) * MOMENT_DAY, "scheduled");
	return true;
}

const struct act ACT_CLASSIFICATION_REVIEW = { .name = "classification.review", .label = N_("Review"), .done = N_("Reviewed"), .input_record = &REVIEW_RECORD,
	.record = &RECORD_CLASSIFICATION, .target_input = RV_DECISION, .actors = ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_89, .decide = review_decide };

/* ---- end by law ---- */
enum { EL_DECISION, EL_HOW, EL_INPUTS };
static const struct field LAW_INPUT[EL_INPUTS] = { [EL_DECISION] = DECISION_INPUT,
	[EL_HOW] = { "law_end", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_LAW_END_CHOICES } };
static const struct record LAW_RECORD = ACT_INPUTS("classification.end_by_law", LAW_INPUT);

static bool law_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, EL_DECISION, &RECORD_CLASSIFICATION, errors);
	if (!row)
		return false;
	if (!classification_is_in_force(row, context->now))
		return decide_refuse(errors, "/decision", N_("This decision is not in force"));
	struct row *changed = decision_change(decision, row);
	struct text how = row_text(context->input, EL_HOW);
	classification_end(context, decision, changed, context->now, "ended", arena_string(context->arena, how), decide_reason_line(context));
	decision->result = changed;
	return true;
}

const struct act ACT_CLASSIFICATION_END_BY_LAW = { .name = "classification.end_by_law", .label = N_("End by law"),
	.help = N_("Acquittal, quashed, charge dropped, or the law has changed; what rests on it is listed for decision within 24 hours"),
	.done = N_("It has ended. Decide now on what rested on it"), .input_record = &LAW_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = EL_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_REASON, .basis = &LAW, .decide = law_decide };

/* ---- after a lapse ---- */
enum { LA_DECISION, LA_DONE, LA_INPUTS };
static const struct field LAPSE_INPUT[LA_INPUTS] = { [LA_DECISION] = DECISION_INPUT,
	[LA_DONE] = { "done_about", N_("What was done about what rested on it"), N_("Moved, told, conditions taken away"), FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record LAPSE_RECORD = ACT_INPUTS("classification.act_on_lapse", LAPSE_INPUT);

static bool lapse_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, LA_DECISION, &RECORD_CLASSIFICATION, errors);
	if (!row)
		return false;
	if (!text_equal_string(classification_state(row, context->now), "lapsed"))
		return decide_refuse(errors, "/decision", N_("This decision has not lapsed"));
	struct row *changed = decision_change(decision, row);
	classification_end(context, decision, changed, row_moment(row, CLASSIFICATION_ENDS_AT), "ended", "lapsed", row_text(context->input, LA_DONE));
	decision->result = changed;
	return true;
}

const struct act ACT_CLASSIFICATION_ACT_ON_LAPSE = { .name = "classification.act_on_lapse", .label = N_("Act on what has lapsed"), .done = N_("Recorded"),
	.input_record = &LAPSE_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = LA_DECISION, .actors = ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR),
	.basis = &LAW, .decide = lapse_decide };

/* ---- reactions ---- */

/* Why a decision falls with a row that another area's act has just changed; NULL: it does not. */
static const char *fall_of(const struct row *changed, const struct row *decision_row)
{
	bool carried = row_is(decision_row, CLASSIFICATION_KIND, "extremism_basis");
	struct text order = row_text(decision_row, CLASSIFICATION_ORDER);
	if (carried && changed->record == &RECORD_LEGAL_ORDER && text_equal(changed->id, order))
		return row_is(changed, LEGAL_ORDER_STATE, "quashed") ? "quashed" : row_is(changed, LEGAL_ORDER_STATE, "served") ? "served" :
			row_is(changed, LEGAL_ORDER_STATE, "ended") ? "charge_dropped" : NULL;
	if (carried && changed->record == &RECORD_SENTENCE_TERM && row_is(changed, SENTENCE_TERM_STATE, "quashed") &&
		text_equal(row_text(changed, SENTENCE_TERM_ORDER), order))
		return "quashed";
	if (changed->record == &RECORD_RELEASE && row_is(changed, RELEASE_STATE, "released"))
		return row_is(changed, RELEASE_KIND, "acquittal") ? "acquittal" : "left";
	if (changed->record == &RECORD_PERSON && row_is(changed, PERSON_WHEREABOUTS, "died"))
		return "left";
	return NULL;
}

static void follow(struct act_context *context, struct decision *decision)
{
	size_t count = decision->effect_count; /* only what the act itself has changed */
	for (size_t i = 0; i < count; i++) {
		const struct row *changed = decision->effects[i].row;
		if (changed->record != &RECORD_LEGAL_ORDER && changed->record != &RECORD_SENTENCE_TERM && changed->record != &RECORD_RELEASE &&
			changed->record != &RECORD_PERSON)
			continue;
		struct rows all = classification_about(context, decision, row_subject(changed));
		for (size_t j = 0; j < all.count; j++) {
			const char *kind = fall_of(changed, all.items[j]);
			bool alive = classification_is_in_force(all.items[j], context->now) || classification_is_open(all.items[j], context->now) ||
				(row_is(all.items[j], CLASSIFICATION_STATE, "decided") && !row_has_lapsed(all.items[j], context->now));
			if (kind && alive)
				classification_end(context, decision, decision_change(decision, all.items[j]), context->now, "ended", kind, text_empty());
		}
	}
}

/* Out of reach is no end and no pause (prison-practice 23): what was decided is looked at again soon. */
static void escaped(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	struct rows all = person ? classification_about(context, decision, person->id) : (struct rows){ NULL, 0 };
	for (size_t i = 0; i < all.count; i++) {
		if (!classification_is_in_force(all.items[i], context->now) || row_has(all.items[i], CLASSIFICATION_BASIS_FELL_AT))
			continue;
		struct row *changed = decision_change(decision, all.items[i]);
		if (classification_may_follow(row_text(changed, CLASSIFICATION_STATE), TEXT_OF("review")))
			row_set_string(changed, CLASSIFICATION_STATE, "review");
		review_forward(context, decision, changed, "event");
	}
}

/* ---- in and out: the first category (NMR-8 (b), 93) ---- */

static bool has_category(const struct act_context *context, const struct decision *decision, struct text person)
{
	struct rows all = classification_about(context, decision, person);
	for (size_t i = 0; i < all.count; i++)
		if (row_is(all.items[i], CLASSIFICATION_KIND, "security_category") && classification_is_in_force(all.items[i], context->now))
			return true;
	return false;
}

static void received(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON), *admission = decision_row(decision, &RECORD_ADMISSION);
	if (!person || has_category(context, decision, person->id))
		return;
	decide_start(context, decision, "first-category", person, person->id, row_text(person, PERSON_CURRENT_FACILITY),
		admission ? row_moment(admission, ADMISSION_ARRIVED_AT) : context->now, 0);
}

static void left(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (person)
		decide_stop(context, decision, "first-category", person->id);
}

/* An assessment about violent extremism is final: nobody waits for it any more. */
static void assessed(struct act_context *context, struct decision *decision)
{
	const struct row *assessment = decision_row(decision, &RECORD_ASSESSMENT);
	const struct row *instrument = assessment ? act_load(context, &RECORD_INSTRUMENT, row_text(assessment, ASSESSMENT_INSTRUMENT)) : NULL;
	if (!instrument || !row_has(assessment, ASSESSMENT_PERSON) || !instrument_is_about_extremism(instrument))
		return;
	struct rows all = classification_about(context, decision, row_text(assessment, ASSESSMENT_PERSON));
	for (size_t i = 0; i < all.count; i++)
		if (row_is(all.items[i], CLASSIFICATION_KIND, "extremism_basis"))
			decide_stop(context, decision, "basis-assessed", all.items[i]->id);
}

static const char *const ASSESSING[] = { "assessment.finalise", NULL };
static const struct reaction ASSESSED = { ASSESSING, assessed };
static const char *const RECEIVING[] = { "person.admit", "escape.return", NULL }, *const LEAVING[] = { "release.release", "death.record", "escape.record", NULL };
static const struct reaction RECEIVED = { RECEIVING, received }, LEFT = { LEAVING, left };
static const char *const ESCAPES[] = { "escape.record", NULL };
static const struct reaction ESCAPED = { ESCAPES, escaped };
static const char *const FOLLOWED[] = { "legal_order.end", "legal_order.amend", "sentence.quash", "release.release", "death.record", NULL };
static const struct reaction FALL = { FOLLOWED, follow };
const struct reaction *const CLASSIFICATION_REACTIONS[] = { &FALL, &ESCAPED, &RECEIVED, &LEFT, &ASSESSED, NULL };
