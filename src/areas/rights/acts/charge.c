/* charge.c - charge.lay, .review, .notify, .schedule, .adjourn, .refer, .hear, .appeal, .decide_appeal. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_37 = { "NMR-37.a", N_("Nelson Mandela Rules, Rule 37 (a)"), SOURCE_TEXT_READ };
static const struct citation NMR_39 = { "NMR-39.1a", N_("Nelson Mandela Rules, Rule 39"), SOURCE_TEXT_READ };
static const struct citation NMR_41 = { "NMR-41.2", N_("Nelson Mandela Rules, Rule 41"), SOURCE_TEXT_READ };

#define CHARGE_INPUT { "charge", N_("Charge"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "charge" }
#define ADJUDICATORS (ROLE(GOVERNOR) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS))

/* The charge, when it may take this step; else a fault. */
static struct row *charge_step(struct act_context *context, struct decision *decision, int input, const char *state, struct error_list *errors)
{
	const struct row *charge = act_load_input(context, input, &RECORD_CHARGE, errors);
	if (!charge || errors->count)
		return NULL;
	if (!charge_may_become(row_text(charge, CHARGE_STATE), state)) {
		decide_refuse(errors, "/charge", N_("The charge cannot take this step from where it is now"));
		return NULL;
	}
	struct row *changed = decision_change(decision, charge);
	row_set_string(changed, CHARGE_STATE, state);
	decision->result = changed;
	return changed;
}

static void charge_clocks_end(struct act_context *context, struct decision *decision, const struct row *charge)
{
	decide_stop(context, decision, "charge-notice", charge->id);
	decide_stop(context, decision, "charge-hearing", charge->id);
}

/* ---- lay ---- */
enum { LA_PERSON, LA_INCIDENT, LA_OFFENCE, LA_HAPPENED, LA_DISCOVERED, LA_FACTS, LA_EVIDENCE, LA_MEDIATION, LA_INPUTS };
static const struct field LAY_INPUT[LA_INPUTS] = {
	[LA_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[LA_INCIDENT] = { "incident", N_("Incident"), N_("Number in the register of incidents: one act is punished once"), FIELD_CODE, OPEN, FIELD_REQUIRED },
	[LA_OFFENCE] = { "offence", N_("Offence"), N_("Code or name in the catalogue of disciplinary offences"), FIELD_REFERENCE, OPEN, 0,
		.reference = "disciplinary_offence", .basis = &NMR_37 },
	[LA_HAPPENED] = { "happened_at", N_("Happened at"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[LA_DISCOVERED] = { "discovered_at", N_("Came to light at"), N_("Leave empty when it was at once"), FIELD_MOMENT, OPEN, 0 },
	[LA_FACTS] = { "facts", N_("Facts"), N_("What was seen and heard, by whom. Never belief or origin"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[LA_EVIDENCE] = { "evidence", N_("Evidence"), N_("Witnesses, camera, objects with their bag numbers"), FIELD_PROSE, OPEN, 0 },
	[LA_MEDIATION] = { "mediation", N_("Mediation"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CHARGE_MEDIATION_CHOICES } };
static const struct record LAY_RECORD = ACT_INPUTS("charge.lay", LAY_INPUT);

static bool lay_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, LA_PERSON, &RECORD_PERSON, errors);
	int64_t happened = decide_moment(context, LA_HAPPENED, errors);
	int64_t discovered = row_has(context->input, LA_DISCOVERED) ? decide_moment(context, LA_DISCOVERED, errors) : happened;
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	if (discovered < happened)
		return decide_refuse(errors, "/discovered_at", N_("It cannot come to light before it happened"));
	struct row *charge = decision_insert(decision, &RECORD_CHARGE);
	static const int PAIRS[] = { LA_PERSON, CHARGE_PERSON, LA_INCIDENT, CHARGE_INCIDENT, LA_OFFENCE, CHARGE_OFFENCE, LA_HAPPENED, CHARGE_HAPPENED,
		LA_FACTS, CHARGE_FACTS, LA_EVIDENCE, CHARGE_EVIDENCE, LA_MEDIATION, CHARGE_MEDIATION, -1 };
	decide_copy(charge, context->input, PAIRS);
	row_set_integer(charge, CHARGE_DISCOVERED, discovered);
	row_set_text(charge, CHARGE_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_text(charge, CHARGE_REPORTED_BY, context->actor->id);
	row_set_string(charge, CHARGE_STATE, "laid");
	decision->result = charge;
	decide_start(context, decision, "charge-notice", charge, person->id, row_text(person, PERSON_CURRENT_FACILITY), discovered, 0);
	decide_start(context, decision, "charge-hearing", charge, person->id, row_text(person, PERSON_CURRENT_FACILITY), context->now, 0);
	return true;
}

const struct act ACT_CHARGE_LAY = { .name = "charge.lay", .label = N_("Lay a charge"), .help = N_("Report an offence of the catalogue; mediation comes first"),
	.done = N_("The charge is laid"), .input_record = &LAY_RECORD, .record = &RECORD_PERSON, .target_input = LA_PERSON,
	.actors = ROLE(WING) | ROLE(SECURITY) | ROLE(RECEPTION) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_37, .decide = lay_decide };

/* ---- look at it ---- */
static const struct choice REVIEWED[] = { { "ready", N_("Goes to a hearing") }, { "rejected", N_("Rejected") }, { "returned", N_("Sent back to be completed") },
	{ NULL, NULL } };
enum { RV_CHARGE, RV_RESULT, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_CHARGE] = CHARGE_INPUT,
	[RV_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = REVIEWED } };
static const struct record REVIEW_RECORD = ACT_INPUTS("charge.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	char *state = arena_string(context->arena, row_text(context->input, RV_RESULT));
	const struct row *charge = charge_step(context, decision, RV_CHARGE, state, errors);
	if (charge && row_is(charge, CHARGE_STATE, "rejected"))
		charge_clocks_end(context, decision, charge);
	return charge != NULL;
}

const struct act ACT_CHARGE_REVIEW = { .name = "charge.review", .label = N_("Look at the charge"), .done = N_("Recorded"), .input_record = &REVIEW_RECORD,
	.record = &RECORD_CHARGE, .target_input = RV_CHARGE, .actors = ADJUDICATORS, .flags = ACT_REASON, .basis = &NMR_39, .decide = review_decide };

/* ---- tell the person ---- */
static const struct choice SIGNED[] = { { "signed", N_("Signed by the person") }, { "refused", N_("Refused to sign, witnessed") }, { NULL, NULL } };
enum { NO_CHARGE, NO_AT, NO_LANGUAGE, NO_NOTICE, NO_WITNESS, NO_HELP, NO_WAIVED, NO_INPUTS };
static const struct field NOTIFY_INPUT[NO_INPUTS] = { [NO_CHARGE] = CHARGE_INPUT,
	[NO_AT] = { "notice_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[NO_LANGUAGE] = { "notice_language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[NO_NOTICE] = { "notice", N_("Receipt of the notice"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNED },
	[NO_WITNESS] = { "notice_witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 },
	[NO_HELP] = { "help", N_("Legal help"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CHARGE_HELP_CHOICES, .basis = &NMR_41 },
	[NO_WAIVED] = { "time_waived", N_("The person waived the time to prepare in writing"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record NOTIFY_RECORD = ACT_INPUTS("charge.notify", NOTIFY_INPUT);

static bool notify_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *charge = act_load_input(context, NO_CHARGE, &RECORD_CHARGE, errors);
	int64_t moment = decide_moment(context, NO_AT, errors);
	if (row_is(context->input, NO_NOTICE, "refused") && !row_has(context->input, NO_WITNESS))
		error_say(errors, E_REQUIRED, "/notice_witness", N_("Name the witness of the refusal"));
	if (!charge || errors->count)
		return false;
	struct row *changed = decision_change(decision, charge);
	static const int PAIRS[] = { NO_LANGUAGE, CHARGE_NOTICE_LANGUAGE, NO_NOTICE, CHARGE_NOTICE, NO_WITNESS, CHARGE_NOTICE_WITNESS, NO_HELP, CHARGE_HELP,
		NO_WAIVED, CHARGE_WAIVED, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_integer(changed, CHARGE_NOTICE_AT, moment);
	decide_stop(context, decision, "charge-notice", charge->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CHARGE_NOTIFY = { .name = "charge.notify", .label = N_("Tell the person of the charge"),
	.help = N_("In writing, in a language understood, with time to prepare and the offer of legal help"), .done = N_("The person has been told"),
	.input_record = &NOTIFY_RECORD, .record = &RECORD_CHARGE, .target_input = NO_CHARGE, .basis = &NMR_41, .decide = notify_decide,
	.actors = ROLE(WING) | ROLE(SECURITY) | ROLE(CASEWORKER) | ROLE(GOVERNOR) };

/* ---- the hearing ---- */
enum { SC_CHARGE, SC_AT, SC_INPUTS };
static const struct field SCHEDULE_INPUT[SC_INPUTS] = { [SC_CHARGE] = CHARGE_INPUT,
	[SC_AT] = { "hearing_at", N_("Hearing set for"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED } };
static const struct record SCHEDULE_RECORD = ACT_INPUTS("charge.schedule", SCHEDULE_INPUT);

static bool schedule_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *charge = charge_step(context, decision, SC_CHARGE, "scheduled", errors);
	if (charge)
		row_set(charge, CHARGE_HEARING_AT, row_value(context->input, SC_AT));
	return charge != NULL;
}

const struct act ACT_CHARGE_SCHEDULE = { .name = "charge.schedule", .label = N_("Set the hearing"), .done = N_("The hearing is set"),
	.input_record = &SCHEDULE_RECORD, .record = &RECORD_CHARGE, .target_input = SC_CHARGE, .actors = ADJUDICATORS, .decide = schedule_decide };

enum { AD_CHARGE, AD_INPUTS };
static const struct field ADJOURN_INPUT[AD_INPUTS] = { [AD_CHARGE] = CHARGE_INPUT };
static const struct record ADJOURN_RECORD = ACT_INPUTS("charge.adjourn", ADJOURN_INPUT);

static bool adjourn_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return charge_step(context, decision, AD_CHARGE, "adjourned", errors) != NULL;
}

const struct act ACT_CHARGE_ADJOURN = { .name = "charge.adjourn", .label = N_("Adjourn the hearing"),
	.help = N_("For legal help, an interpreter, a witness, evidence, or when the person is unwell"), .done = N_("The hearing is adjourned"),
	.input_record = &ADJOURN_RECORD, .record = &RECORD_CHARGE, .target_input = AD_CHARGE, .actors = ADJUDICATORS, .flags = ACT_REASON, .decide = adjourn_decide };

static const struct choice REFERRED[] = { { "police", N_("Referred to the police") }, { "prosecution", N_("Prosecuted as a crime") },
	{ "not_proceeded", N_("Not proceeded with") }, { NULL, NULL } };
enum { RF_CHARGE, RF_TO, RF_INPUTS };
static const struct field REFER_INPUT[RF_INPUTS] = { [RF_CHARGE] = CHARGE_INPUT,
	[RF_TO] = { "result", N_("What becomes of it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = REFERRED } };
static const struct record REFER_RECORD = ACT_INPUTS("charge.refer", REFER_INPUT);

static bool refer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *charge = charge_step(context, decision, RF_CHARGE, arena_string(context->arena, row_text(context->input, RF_TO)), errors);
	if (charge)
		charge_clocks_end(context, decision, charge);
	return charge != NULL;
}

const struct act ACT_CHARGE_REFER = { .name = "charge.refer", .label = N_("Refer or stop"), .done = N_("Recorded"), .input_record = &REFER_RECORD,
	.record = &RECORD_CHARGE, .target_input = RF_CHARGE, .actors = ADJUDICATORS, .flags = ACT_REASON, .decide = refer_decide };

static const struct choice FINDINGS[] = { { "proved", N_("Proved") }, { "dismissed", N_("Dismissed") }, { NULL, NULL } };
enum { HE_CHARGE, HE_AT, HE_LANGUAGE, HE_INTERPRETER, HE_PRESENT, HE_DEFENCE, HE_MENTAL, HE_SOURCE, HE_FINDING, HE_REASONS, HE_INPUTS };
static const struct field HEAR_INPUT[HE_INPUTS] = { [HE_CHARGE] = CHARGE_INPUT,
	[HE_AT] = { "heard_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[HE_LANGUAGE] = { "language", N_("Language of the hearing"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 }, .basis = &NMR_41 },
	[HE_INTERPRETER] = { "interpreter", N_("Interpreter"), N_("Free of charge, when the language is not understood"), FIELD_LINE, OPEN, 0 },
	[HE_PRESENT] = { "present", N_("The person was present"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[HE_DEFENCE] = { "defence", N_("What the person said, and whom he or she called"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[HE_MENTAL] = { "mental", N_("Part of mental illness or developmental disability"), N_("A question of fact; nobody certifies fitness for punishment"),
		FIELD_CHOICE, OPEN, 0, .choices = CHARGE_MENTAL_CHOICES },
	[HE_SOURCE] = { "mental_source", N_("Who was asked"), N_("Needed when it may have played a part"), FIELD_LINE, OPEN, 0 },
	[HE_FINDING] = { "finding", N_("Finding"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FINDINGS },
	[HE_REASONS] = { "reasons", N_("Reasons of the finding"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record HEAR_RECORD = ACT_INPUTS("charge.hear", HEAR_INPUT);

static bool hear_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, HE_AT, errors);
	struct row *charge = charge_step(context, decision, HE_CHARGE, arena_string(context->arena, row_text(context->input, HE_FINDING)), errors);
	if (!charge)
		return false;
	static const int PAIRS[] = { HE_INTERPRETER, CHARGE_INTERPRETER, HE_PRESENT, CHARGE_PRESENT, HE_DEFENCE, CHARGE_DEFENCE, HE_MENTAL, CHARGE_MENTAL,
		HE_SOURCE, CHARGE_MENTAL_SOURCE, HE_REASONS, CHARGE_REASONS, -1 };
	decide_copy(charge, context->input, PAIRS);
	row_set_integer(charge, CHARGE_HEARD_AT, moment);
	row_set_text(charge, CHARGE_ADJUDICATOR, context->actor->id);
	charge_clocks_end(context, decision, charge);
	return true;
}

const struct act ACT_CHARGE_HEAR = { .name = "charge.hear", .label = N_("Hear and decide"), .help = N_("The person is heard before anything is found"),
	.done = N_("The finding is recorded"), .input_record = &HEAR_RECORD, .record = &RECORD_CHARGE, .target_input = HE_CHARGE, .actors = ADJUDICATORS,
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_39, .decide = hear_decide };

/* ---- appeal ---- */
enum { AP_CHARGE, AP_GROUNDS, AP_INPUTS };
static const struct field APPEAL_INPUT[AP_INPUTS] = { [AP_CHARGE] = CHARGE_INPUT,
	[AP_GROUNDS] = { "appeal_grounds", N_("Grounds of the appeal"), N_("In the person's words, written or spoken"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record APPEAL_RECORD = ACT_INPUTS("charge.appeal", APPEAL_INPUT);

static bool appeal_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *charge = act_load_input(context, AP_CHARGE, &RECORD_CHARGE, errors);
	if (!charge)
		return false;
	if (!row_is(charge, CHARGE_STATE, "proved") || row_is(charge, CHARGE_APPEAL, "open"))
		return decide_refuse(errors, "/charge", N_("There is no finding to appeal, or an appeal is open already"));
	struct row *changed = decision_change(decision, charge);
	row_set_string(changed, CHARGE_APPEAL, "open");
	row_set(changed, CHARGE_APPEAL_GROUNDS, row_value(context->input, AP_GROUNDS));
	decide_start(context, decision, "charge-appeal", charge, row_text(charge, CHARGE_PERSON), row_text(charge, CHARGE_FACILITY), context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_CHARGE_APPEAL = { .name = "charge.appeal", .label = N_("Appeal of the person"), .done = N_("The appeal is received"),
	.input_record = &APPEAL_RECORD, .record = &RECORD_CHARGE, .target_input = AP_CHARGE, .basis = &NMR_41, .decide = appeal_decide,
	.actors = ROLE(WING) | ROLE(CASEWORKER) | ROLE(RECEPTION) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) };

static const struct choice ON_APPEAL[] = { { "upheld", N_("Decision stands") }, { "quashed", N_("Decision quashed") }, { NULL, NULL } };
enum { DA_CHARGE, DA_RESULT, DA_REASONS, DA_INPUTS };
static const struct field ON_APPEAL_INPUT[DA_INPUTS] = { [DA_CHARGE] = CHARGE_INPUT,
	[DA_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ON_APPEAL },
	[DA_REASONS] = { "appeal_reasons", N_("Reasons"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record ON_APPEAL_RECORD = ACT_INPUTS("charge.decide_appeal", ON_APPEAL_INPUT);

/* What followed from the finding goes: sanctions, and a disciplinary separation that runs on them. */
static void undo_sanctions(struct act_context *context, struct decision *decision, const struct row *charge)
{
	const struct condition own = CONDITION_TEXT(SANCTION_CHARGE, charge->id);
	struct rows sanctions = act_find(context, &RECORD_SANCTION, &own, 1);
	const struct row *separation = separation_running(context, row_text(charge, CHARGE_PERSON));
	for (size_t i = 0; i < sanctions.count; i++) {
		const struct row *sanction = sanctions.items[i];
		struct row *undone = decision_change(decision, sanction);
		row_set_string(undone, SANCTION_STATE, "quashed");
		row_set_string(undone, SANCTION_END_KIND, "quashed");
		decide_stop(context, decision, "sanction-ends", sanction->id);
		if (separation && row_is(sanction, SANCTION_MEASURE, "separation") && row_is(separation, SEPARATION_KIND, "discipline")) {
			separation_close(context, decision, decision_change(decision, separation), context->now, "quashed", text_empty());
			separation = NULL;
		}
	}
}

static bool on_appeal_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *charge = act_load_input(context, DA_CHARGE, &RECORD_CHARGE, errors);
	if (!charge)
		return false;
	if (!row_is(charge, CHARGE_APPEAL, "open"))
		return decide_refuse(errors, "/charge", N_("No appeal is open"));
	struct row *changed = decision_change(decision, charge);
	row_set(changed, CHARGE_APPEAL, row_value(context->input, DA_RESULT));
	row_set(changed, CHARGE_APPEAL_REASONS, row_value(context->input, DA_REASONS));
	decide_stop(context, decision, "charge-appeal", charge->id);
	if (row_is(changed, CHARGE_APPEAL, "quashed")) {
		row_set_string(changed, CHARGE_STATE, "quashed");
		undo_sanctions(context, decision, charge);
	}
	decision->result = changed;
	return true;
}

const struct act ACT_CHARGE_DECIDE_APPEAL = { .name = "charge.decide_appeal", .label = N_("Decide the appeal"),
	.help = N_("Quashing undoes what followed: the sanction, and the separation that runs on it"), .done = N_("The appeal is decided"),
	.input_record = &ON_APPEAL_RECORD, .record = &RECORD_CHARGE, .target_input = DA_CHARGE, .actors = ROLE(HEADQUARTERS), .basis = &NMR_41,
	.decide = on_appeal_decide };
