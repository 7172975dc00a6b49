/* health.c - health_request.make, .see; fitness.ask, .answer. */
#include "areas/care/acts/common.h"

static const struct citation NMR_30E = { "NMR-30.e", N_("Nelson Mandela Rules, Rule 30 (e)"), SOURCE_TEXT_READ };
static const struct citation NMR_31 = { "NMR-31.1", N_("Nelson Mandela Rules, Rule 31"), SOURCE_TEXT_READ };
static const struct citation NMR_31_2 = { "NMR-31.2", N_("Nelson Mandela Rules, Rule 31"), SOURCE_TEXT_READ };

#define REQUEST_INPUT { "health_request", N_("Request to see health staff"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "health_request" }
#define EVERYBODY (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(GOVERNOR))

/* ---- ask to be seen ---- */
enum { MA_PERSON, MA_CHANNEL, MA_URGENT, MA_WISH, MA_AT, MA_INPUTS };
static const struct field MAKE_INPUT[MA_INPUTS] = { [MA_PERSON] = PERSON_INPUT,
	[MA_CHANNEL] = { "channel", N_("How it came"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_REQUEST_CHANNEL_CHOICES, .basis = &NMR_31 },
	[MA_URGENT] = { "urgent", N_("Urgent"), N_("In doubt, yes: call the health service as well"), FIELD_YES_NO, OPEN, 0 },
	[MA_WISH] = { "wish", N_("Wish"), NULL, FIELD_CHOICE, OPEN, 0, .choices = HEALTH_REQUEST_WISH_CHOICES },
	[MA_AT] = { "asked_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record MAKE_RECORD = ACT_INPUTS("health_request.make", MAKE_INPUT);

static bool make_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, MA_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, MA_AT, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *request = decision_insert(decision, &RECORD_HEALTH_REQUEST);
	static const int PAIRS[] = { MA_PERSON, HEALTH_REQUEST_PERSON, MA_CHANNEL, HEALTH_REQUEST_CHANNEL, MA_URGENT, HEALTH_REQUEST_URGENT, MA_WISH, HEALTH_REQUEST_WISH, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(request, context->input, PAIRS);
	row_set_text(request, HEALTH_REQUEST_FACILITY, facility);
	row_set_integer(request, HEALTH_REQUEST_ASKED, moment);
	row_set_string(request, HEALTH_REQUEST_STATE, "open");
	if (row_is_yes(request, HEALTH_REQUEST_URGENT))
		decide_start(context, decision, "health-seen-urgent", request, person->id, facility, moment,
			moment + act_parameter(context, facility, "urgent.seen_minutes", 15) * MOMENT_MINUTE);
	else
		decide_start(context, decision, "health-seen", request, person->id, facility, moment, 0);
	decision->result = request;
	return true;
}

const struct act ACT_HEALTH_REQUEST_MAKE = { .name = "health_request.make", .label = N_("Ask for health staff"),
	.help = N_("Whoever is ill, complains, or is pointed out is seen within the day; nobody asks why"), .done = N_("The health service sees the request"),
	.input_record = &MAKE_RECORD, .record = &RECORD_PERSON, .target_input = MA_PERSON, .actors = EVERYBODY, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_31,
	.decide = make_decide };

/* ---- seen ---- */
enum { SE_REQUEST, SE_AT, SE_RESULT, SE_EXAMINER, SE_PRESENT, SE_WHY, SE_INPUTS };
static const struct field SEE_INPUT[SE_INPUTS] = { [SE_REQUEST] = REQUEST_INPUT,
	[SE_AT] = { "seen_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[SE_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_REQUEST_RESULT_CHOICES },
	[SE_EXAMINER] = { "examiner_sex", N_("Who examined"), NULL, FIELD_CHOICE, OPEN, 0, .choices = SEX_CHOICES },
	[SE_PRESENT] = { "present", N_("Who else was in the room"), NULL, FIELD_CHOICE, OPEN, 0, .choices = HEALTH_REQUEST_PRESENT_CHOICES, .basis = &NMR_31_2 },
	[SE_WHY] = { "present_why", N_("Which health worker asked for the officer, and why"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record SEE_RECORD = ACT_INPUTS("health_request.see", SEE_INPUT);

static bool see_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *request = act_load_input(context, SE_REQUEST, &RECORD_HEALTH_REQUEST, errors);
	int64_t moment = decide_moment(context, SE_AT, errors);
	if (!request || errors->count)
		return false;
	if (!row_is(request, HEALTH_REQUEST_STATE, "open"))
		return decide_refuse(errors, "/health_request", N_("This is recorded already"));
	if (moment < row_moment(request, HEALTH_REQUEST_ASKED)) {
		error_say(errors, E_DATE_ORDER, "/seen_at", N_("Nobody can be seen before it was asked"));
		return false;
	}
	struct row *changed = decision_change(decision, request);
	static const int PAIRS[] = { SE_RESULT, HEALTH_REQUEST_RESULT, SE_EXAMINER, HEALTH_REQUEST_EXAMINER, SE_PRESENT, HEALTH_REQUEST_PRESENT, SE_WHY,
		HEALTH_REQUEST_PRESENT_WHY, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_integer(changed, HEALTH_REQUEST_SEEN, moment);
	row_set_string(changed, HEALTH_REQUEST_STATE, "seen");
	decide_stop(context, decision, "health-seen", request->id);
	decide_stop(context, decision, "health-seen-urgent", request->id);
	decision->result = changed;
	return true;
}

const struct act ACT_HEALTH_REQUEST_SEE = { .name = "health_request.see", .label = N_("Seen by health staff"), .done = N_("Recorded"), .input_record = &SEE_RECORD,
	.record = &RECORD_HEALTH_REQUEST, .target_input = SE_REQUEST, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_31, .decide = see_decide };

/* ---- fitness ---- */
enum { AS_PERSON, AS_QUESTION, AS_INPUTS };
static const struct field ASK_INPUT[AS_INPUTS] = { [AS_PERSON] = PERSON_INPUT,
	[AS_QUESTION] = { "question", N_("Fit for"), N_("Nobody asks whether a person can bear punishment or separation"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = FITNESS_QUESTION_CHOICES, .basis = &NMR_30E } };
static const struct record ASK_RECORD = ACT_INPUTS("fitness.ask", ASK_INPUT);

static bool ask_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, AS_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *fitness = decision_insert(decision, &RECORD_FITNESS);
	static const int PAIRS[] = { AS_PERSON, FITNESS_PERSON, AS_QUESTION, FITNESS_QUESTION, -1 };
	decide_copy(fitness, context->input, PAIRS);
	row_set(fitness, FITNESS_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_integer(fitness, FITNESS_ASKED, context->now);
	decision->result = fitness;
	return true;
}

const struct act ACT_FITNESS_ASK = { .name = "fitness.ask", .label = N_("Ask the health service about fitness"), .done = N_("The health service is asked"),
	.input_record = &ASK_RECORD, .record = &RECORD_PERSON, .target_input = AS_PERSON, .actors = EVERYBODY, .basis = &NMR_30E, .decide = ask_decide };

enum { FA_FITNESS, FA_ANSWER, FA_LIMITS, FA_UNTIL, FA_INPUTS };
static const struct field FITNESS_INPUT[FA_INPUTS] = {
	[FA_FITNESS] = { "fitness", N_("Fitness"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "fitness" },
	[FA_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FITNESS_ANSWER_CHOICES, .basis = &NMR_30E },
	[FA_LIMITS] = { "limits", N_("Limits"), N_("What not to do, such as: no lifting over 5 kg; never a diagnosis"), FIELD_LINE, OPEN, 0 },
	[FA_UNTIL] = { "valid_until", N_("Valid until"), NULL, FIELD_DATE, OPEN, 0 } };
static const struct record FITNESS_RECORD = ACT_INPUTS("fitness.answer", FITNESS_INPUT);

static bool fitness_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *fitness = act_load_input(context, FA_FITNESS, &RECORD_FITNESS, errors);
	if (!fitness)
		return false;
	if (row_is(context->input, FA_ANSWER, "limited") && !row_has(context->input, FA_LIMITS))
		error_say(errors, E_REQUIRED, "/limits", N_("Say what the person should not do"));
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, fitness);
	for (int i = FA_ANSWER; i <= FA_UNTIL; i++)
		row_set(changed, FITNESS_ANSWER + i - FA_ANSWER, row_value(context->input, i));
	row_set_integer(changed, FITNESS_ANSWERED, context->now);
	decision->result = changed;
	return true;
}

const struct act ACT_FITNESS_ANSWER = { .name = "fitness.answer", .label = N_("Answer about fitness"), .done = N_("Recorded"), .input_record = &FITNESS_RECORD,
	.record = &RECORD_FITNESS, .target_input = FA_FITNESS, .actors = ROLE(HEALTH), .basis = &NMR_30E, .decide = fitness_decide };
