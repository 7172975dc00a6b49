/* programme.c - enrolment.refer, .assess, .start, .end and consent.ask, .withdraw: into a programme and out, by the person's own will. */
#include "areas/casework/acts/common.h"

static const struct citation NMR_4 = { "NMR-4.2", N_("Nelson Mandela Rules, Rule 4"), SOURCE_TEXT_READ };

#define ENROLMENT_INPUT CASEWORK_REFERENCE("enrolment", N_("Place in a programme"), "enrolment", FIELD_REQUIRED)

static const struct row *enrolment_loaded(const struct act_context *context, struct error_list *errors)
{
	const struct row *enrolment = act_load_input(context, 0, &RECORD_ENROLMENT, errors);
	if (enrolment && !enrolment_is_open(enrolment)) {
		decide_refuse(errors, "/enrolment", N_("This place has ended. Refer the person again when both sides want it"));
		return NULL;
	}
	return enrolment;
}

/* ---- refer ---- */
enum { RF_PERSON, RF_PROGRAMME, RF_WHY, RF_GOALS, RF_INPUTS };
static const struct field REFER_INPUT[RF_INPUTS] = { [RF_PERSON] = CASEWORK_PERSON_INPUT,
	[RF_PROGRAMME] = CASEWORK_REFERENCE("programme", N_("Programme"), "intervention", FIELD_REQUIRED),
	[RF_WHY] = { "why", N_("Why this programme"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[RF_GOALS] = { "goals", N_("What the person wants from it"), N_("In the person's own words"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record REFER_RECORD = ACT_INPUTS("enrolment.refer", REFER_INPUT);

static bool refer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, RF_PERSON, &RECORD_PERSON, errors);
	const struct row *programme = act_load_input(context, RF_PROGRAMME, &RECORD_PROGRAMME, errors);
	if (!person || !programme)
		return false;
	if (!row_is_yes(programme, PROGRAMME_IN_USE))
		return decide_refuse(errors, "/programme", N_("This programme is not offered any more"));
	const struct condition own[] = { CONDITION_TEXT(ENROLMENT_PERSON, person->id), CONDITION_TEXT(ENROLMENT_PROGRAMME, programme->id) };
	struct rows earlier = act_find(context, &RECORD_ENROLMENT, own, 2);
	for (size_t i = 0; i < earlier.count; i++)
		if (enrolment_is_open(earlier.items[i]))
			return decide_refuse(errors, "/programme", N_("The person is referred to this programme already"));
	struct row *enrolment = casework_insert(context, decision, &RECORD_ENROLMENT);
	row_set_string(enrolment, ENROLMENT_STATE, "referred");
	row_set_date(enrolment, context->arena, ENROLMENT_REFERRED_ON, context->today);
	return true;
}

const struct act ACT_ENROLMENT_REFER = { .name = "enrolment.refer", .label = N_("Refer to a programme"), .help = N_("With what the person wants from it; taking part stays the person's choice"),
	.done = N_("The person is referred"), .input_record = &REFER_RECORD, .record = &RECORD_PERSON, .target_input = RF_PERSON, .actors = CASEWORK_KEEPERS,
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_4, .decide = refer_decide };

/* ---- suitability ---- */
static const struct choice SUITABILITY[] = { { "suitable", N_("Suitable, waiting for a place") }, { "not_ready", N_("Suitable, not ready yet") },
	{ "not_suitable", N_("Not suitable") }, { "on_hold", N_("On hold") }, { NULL, NULL } };
enum { AE_ENROLMENT, AE_STATE, AE_REASON, AE_INPUTS };
static const struct field ASSESS_INPUT[AE_INPUTS] = { [AE_ENROLMENT] = ENROLMENT_INPUT,
	[AE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SUITABILITY },
	[AE_REASON] = { "state_reason", N_("Reason"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record ASSESS_RECORD = ACT_INPUTS("enrolment.assess", ASSESS_INPUT);

static bool assess_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = enrolment_loaded(context, errors);
	if (!old)
		return false;
	if (row_is(old, ENROLMENT_STATE, "on_programme") && !row_is(context->input, AE_STATE, "on_hold"))
		return decide_refuse(errors, "/state", N_("The person takes part now. Put the place on hold, or end it"));
	return casework_change(context, decision, old);
}

const struct act ACT_ENROLMENT_ASSESS = { .name = "enrolment.assess", .label = N_("Does the programme suit the person"), .done = N_("Recorded"),
	.input_record = &ASSESS_RECORD, .record = &RECORD_ENROLMENT, .target_input = AE_ENROLMENT, .actors = CASEWORKERS, .decide = assess_decide };

/* ---- start: into a group; the facilitator works with the person from now on ---- */
enum { ES_ENROLMENT, ES_GROUP, ES_INPUTS };
static const struct field START_INPUT[ES_INPUTS] = { [ES_ENROLMENT] = ENROLMENT_INPUT,
	[ES_GROUP] = CASEWORK_REFERENCE("training_group", N_("Group"), "programme_group", FIELD_REQUIRED) };
static const struct record START_RECORD = ACT_INPUTS("enrolment.start", START_INPUT);

static bool start_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = enrolment_loaded(context, errors);
	const struct row *group = act_load_input(context, ES_GROUP, &RECORD_PROGRAMME_GROUP, errors);
	if (!old || !group)
		return false;
	if (!row_is(group, PROGRAMME_GROUP_STATE, "running") ||
		!text_equal(row_text(group, PROGRAMME_GROUP_PROGRAMME), row_text(old, ENROLMENT_PROGRAMME)))
		return decide_refuse(errors, "/training_group", N_("This group has ended, or does another programme"));
	if (!text_equal(row_text(group, PROGRAMME_GROUP_FACILITY), casework_facility(context, row_text(old, ENROLMENT_PERSON))))
		return decide_refuse(errors, "/training_group", N_("This group meets in another facility"));
	if (!row_is(old, ENROLMENT_STATE, "suitable") && !row_is(old, ENROLMENT_STATE, "on_hold"))
		return decide_refuse(errors, "/enrolment", N_("Say first that the programme suits the person"));
	const struct row *programme = act_load(context, &RECORD_PROGRAMME, row_text(group, PROGRAMME_GROUP_PROGRAMME));
	const struct condition members[] = { CONDITION_TEXT(ENROLMENT_GROUP, group->id), CONDITION_TEXT(ENROLMENT_STATE, TEXT_OF("on_programme")) };
	if (programme && act_count(context, &RECORD_ENROLMENT, members, 2) >= row_integer(programme, PROGRAMME_GROUP_SIZE, 1))
		return decide_refuse(errors, "/training_group", N_("This group is full"));
	struct row *enrolment = casework_change(context, decision, old);
	row_set_string(enrolment, ENROLMENT_STATE, "on_programme");
	row_set(enrolment, ENROLMENT_STATE_REASON, value_absent());
	if (!row_has(enrolment, ENROLMENT_STARTED_ON))
		row_set_date(enrolment, context->arena, ENROLMENT_STARTED_ON, context->today);
	casework_assign(context, decision, row_text(enrolment, ENROLMENT_PERSON), "facilitator", row_text(group, PROGRAMME_GROUP_FACILITATOR),
		row_text(group, PROGRAMME_GROUP_FACILITATOR_NAME), row_text(group, PROGRAMME_GROUP_NAME));
	return true;
}

const struct act ACT_ENROLMENT_START = { .name = "enrolment.start", .label = N_("Begin in a group"), .help = N_("Who may sit together is checked; the facilitator can read and write notes from now on"),
	.done = N_("The person takes part"), .input_record = &START_RECORD, .record = &RECORD_ENROLMENT, .target_input = ES_ENROLMENT,
	.actors = CASEWORK_KEEPERS, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_4, .decide = start_decide };

/* ---- end ---- */

/* The facilitator's work with the person ends with the last programme of that facilitator. */
static void facilitator_ends(const struct act_context *context, struct decision *decision, const struct row *enrolment)
{
	const struct row *group = act_load(context, &RECORD_PROGRAMME_GROUP, row_text(enrolment, ENROLMENT_GROUP));
	if (!group)
		return;
	const struct condition others[] = { CONDITION_TEXT(ENROLMENT_PERSON, row_text(enrolment, ENROLMENT_PERSON)),
		CONDITION_TEXT(ENROLMENT_STATE, TEXT_OF("on_programme")) };
	struct rows running = act_find(context, &RECORD_ENROLMENT, others, 2);
	for (size_t i = 0; i < running.count; i++) {
		const struct row *other = act_load(context, &RECORD_PROGRAMME_GROUP, row_text(running.items[i], ENROLMENT_GROUP));
		if (other && !text_equal(running.items[i]->id, enrolment->id) &&
			text_equal(row_text(other, PROGRAMME_GROUP_FACILITATOR), row_text(group, PROGRAMME_GROUP_FACILITATOR)))
			return;
	}
	const struct condition own[] = { CONDITION_TEXT(CASE_ASSIGNMENT_PERSON, row_text(enrolment, ENROLMENT_PERSON)),
		CONDITION_TEXT(CASE_ASSIGNMENT_KIND, TEXT_OF("facilitator")),
		CONDITION_TEXT(CASE_ASSIGNMENT_WORKER, row_text(group, PROGRAMME_GROUP_FACILITATOR)), CONDITION_ABSENT(CASE_ASSIGNMENT_ENDED_AT) };
	struct rows open = act_find(context, &RECORD_CASE_ASSIGNMENT, own, 4);
	for (size_t i = 0; i < open.count; i++) {
		struct row *ended = decision_change(decision, open.items[i]);
		row_set_integer(ended, CASE_ASSIGNMENT_ENDED_AT, context->now);
		row_set_string(ended, CASE_ASSIGNMENT_END_REASON, "programme_ended");
	}
}

static struct row *enrolment_end(const struct act_context *context, struct decision *decision, const struct row *old, const char *state, struct value reason)
{
	struct row *enrolment = decision_change(decision, old);
	row_set_string(enrolment, ENROLMENT_STATE, state);
	row_set(enrolment, ENROLMENT_END_REASON, reason);
	row_set_date(enrolment, context->arena, ENROLMENT_ENDED_ON, context->today);
	facilitator_ends(context, decision, old);
	return enrolment;
}

enum { EE_ENROLMENT, EE_REASON, EE_WORDS, EE_INPUTS };
static const struct field END_INPUT[EE_INPUTS] = { [EE_ENROLMENT] = ENROLMENT_INPUT,
	[EE_REASON] = { "end_reason", N_("Why it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ENROLMENT_END_CHOICES },
	[EE_WORDS] = { "state_reason", N_("Reason"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record END_RECORD = ACT_INPUTS("enrolment.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = enrolment_loaded(context, errors);
	if (!old)
		return false;
	bool completed = row_is(context->input, EE_REASON, "completed"), own = row_is(context->input, EE_REASON, "own_choice");
	if (completed && !row_is(old, ENROLMENT_STATE, "on_programme"))
		return decide_refuse(errors, "/end_reason", N_("The person does not take part now, so nothing can be completed"));
	struct row *enrolment = enrolment_end(context, decision, old, completed ? "complete" : own ? "withdrawn" : "deselected", row_value(context->input, EE_REASON));
	row_set(enrolment, ENROLMENT_STATE_REASON, row_value(context->input, EE_WORDS));
	decision->result = enrolment;
	return true;
}

const struct act ACT_ENROLMENT_END = { .name = "enrolment.end", .label = N_("End the place"), .done = N_("Recorded"), .input_record = &END_RECORD,
	.record = &RECORD_ENROLMENT, .target_input = EE_ENROLMENT, .actors = CASEWORK_KEEPERS, .decide = end_decide };

/* ---- consent ---- */
enum { CO_PERSON, CO_PURPOSE, CO_ENROLMENT, CO_RECIPIENT, CO_ANSWER, CO_LANGUAGE, CO_BY, CO_TOLD, CO_INPUTS };
static const struct field ASK_INPUT[CO_INPUTS] = { [CO_PERSON] = CASEWORK_PERSON_INPUT,
	[CO_PURPOSE] = { "purpose", N_("Asked for what"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONSENT_PURPOSE_CHOICES },
	[CO_ENROLMENT] = CASEWORK_REFERENCE("enrolment", N_("Place in a programme"), "enrolment", 0),
	[CO_RECIPIENT] = { "recipient", N_("Partner or recipient"), N_("One name; each recipient is asked for separately"), FIELD_LINE, OPEN, 0 },
	[CO_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONSENT_ANSWER_CHOICES },
	[CO_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[CO_BY] = { "explained_by", N_("Explained by"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[CO_TOLD] = { "limits_told", N_("Told what has to be passed on, and that saying no costs nothing"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED } };
static const struct record ASK_RECORD = ACT_INPUTS("consent.ask", ASK_INPUT);

static bool ask_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, CO_PERSON, &RECORD_PERSON, errors);
	bool programme = row_is(context->input, CO_PURPOSE, "programme");
	const struct row *enrolment = row_has(context->input, CO_ENROLMENT) ? act_load_input(context, CO_ENROLMENT, &RECORD_ENROLMENT, errors) : NULL;
	if (programme && !enrolment)
		error_say(errors, E_REQUIRED, "/enrolment", N_("Name the programme for which the person was asked"));
	if (!programme && !row_has(context->input, CO_RECIPIENT))
		error_say(errors, E_REQUIRED, "/recipient", N_("Name the partner or recipient for whom the person was asked"));
	if (person && enrolment && !text_equal(row_text(enrolment, ENROLMENT_PERSON), person->id))
		decide_refuse(errors, "/enrolment", N_("This place belongs to another person"));
	if (!person || errors->count)
		return false;
	struct row *consent = casework_insert(context, decision, &RECORD_CONSENT);
	row_set_text(consent, CONSENT_PERSON, person->id);
	row_set(consent, CONSENT_STATE, row_value(context->input, CO_ANSWER));
	row_set_date(consent, context->arena, CONSENT_ASKED_ON, context->today);
	if (enrolment && row_is(consent, CONSENT_STATE, "refused") && enrolment_is_open(enrolment))
		enrolment_end(context, decision, enrolment, "withdrawn", value_string("own_choice"));
	decision->result = consent;
	return true;
}

const struct act ACT_CONSENT_ASK = { .name = "consent.ask", .label = N_("Record consent or refusal"), .help = N_("Either answer is right, and nothing follows from saying no"), .done = N_("The answer is recorded"),
	.input_record = &ASK_RECORD, .record = &RECORD_PERSON, .target_input = CO_PERSON, .actors = CASEWORKERS, .decide = ask_decide };

enum { CW_CONSENT, CW_INPUTS };
static const struct field WITHDRAW_INPUT[CW_INPUTS] = { [CW_CONSENT] = CASEWORK_REFERENCE("consent", N_("Consent"), "consent", FIELD_REQUIRED) };
static const struct record WITHDRAW_RECORD = ACT_INPUTS("consent.withdraw", WITHDRAW_INPUT);

static bool withdraw_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, CW_CONSENT, &RECORD_CONSENT, errors);
	if (!old)
		return false;
	if (!consent_is_given(old))
		return decide_refuse(errors, "/consent", N_("There is no consent here that could be taken back"));
	struct row *consent = decision_change(decision, old);
	row_set_string(consent, CONSENT_STATE, "withdrawn");
	row_set_date(consent, context->arena, CONSENT_WITHDRAWN_ON, context->today);
	const struct row *enrolment = act_load(context, &RECORD_ENROLMENT, row_text(old, CONSENT_ENROLMENT));
	if (enrolment && enrolment_is_open(enrolment)) /* sessions stop (T20), and nothing else happens */
		enrolment_end(context, decision, enrolment, "withdrawn", value_string("own_choice"));
	const struct condition partners[] = { CONDITION_TEXT(PARTNER_CONSENT, old->id), CONDITION_ABSENT(PARTNER_ENDED_ON) };
	struct rows helped = act_find(context, &RECORD_PARTNER, partners, 2);
	for (size_t i = 0; i < helped.count; i++)
		row_set_date(decision_change(decision, helped.items[i]), context->arena, PARTNER_ENDED_ON, context->today);
	decision->result = consent;
	return true;
}

const struct act ACT_CONSENT_WITHDRAW = { .name = "consent.withdraw", .label = N_("Consent taken back"), .help = N_("At any time, without a reason; what rested on it stops, and nothing else happens"),
	.done = N_("The consent is taken back"), .input_record = &WITHDRAW_RECORD, .record = &RECORD_CONSENT, .target_input = CW_CONSENT,
	.actors = CASEWORK_KEEPERS, .decide = withdraw_decide };
