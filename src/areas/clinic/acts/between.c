/* between.c - medical_request.make, .answer, .forward; protection_plan.make, .end. */
#include "areas/clinic/acts/common.h"

static const struct citation NMR_26 = { "NMR-26.1b", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };
static const struct citation BOP_25 = { "BOP-25", N_("Body of Principles on detention"), SOURCE_RECALLED };
static const struct citation BKK_16 = { "BKK-16", N_("Bangkok Rules, Rule 16"), SOURCE_RECALLED };

/* ---- the own file, a second opinion ---- */
static const struct field ASK_INPUT[] = { PERSON_INPUT,
	{ "kind", N_("What for"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MEDICAL_REQUEST_KIND_CHOICES, .basis = &NMR_26 },
	{ "asked_by", N_("Who asks"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MEDICAL_REQUEST_BY_CHOICES },
	{ "asked_by_name", N_("Name of lawyer or appointee"), NULL, FIELD_LINE, OPEN, 0 },
	WHEN_INPUT("asked_at") };
static const struct record ASK_RECORD = ACT_INPUTS("medical_request.make", ASK_INPUT);

static bool ask_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *request = clinic_begin(context, decision, &RECORD_MEDICAL_REQUEST, MEDICAL_REQUEST_ASKED, errors);
	if (!request)
		return false;
	row_set_string(request, MEDICAL_REQUEST_STATE, "open");
	clinic_start(context, decision, row_is(request, MEDICAL_REQUEST_KIND, "file") ? "medical-file-reply" : "second-opinion", request, row_moment(request, MEDICAL_REQUEST_ASKED), 0);
	return true;
}

const struct act ACT_MEDICAL_REQUEST_MAKE = { .name = "medical_request.make", .label = N_("Own medical file or second opinion"), .help = N_("Nobody asks why"),
	.done = N_("The health service sees the request"), .input_record = &ASK_RECORD, .record = &RECORD_PERSON, .target_input = 0, .actors = EVERYBODY,
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_26, .decide = ask_decide };

#define REQUEST_INPUT { "medical_request", N_("Request about medical care"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "medical_request" }
static const struct choice FILE_RESULTS[] = { { "shown", N_("Shown and explained") }, { "copy", N_("Copy given") }, { "taken_back", N_("The person no longer wants it") },
	{ NULL, NULL } };
static const struct field ANSWER_INPUT[] = { REQUEST_INPUT,
	{ "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FILE_RESULTS } };
static const struct record ANSWER_RECORD = ACT_INPUTS("medical_request.answer", ANSWER_INPUT);
static const struct field FORWARD_INPUT[] = { REQUEST_INPUT,
	{ "authority", N_("Forwarded to"), N_("Court or other authority that decides it"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &BOP_25 } };
static const struct record FORWARD_RECORD = ACT_INPUTS("medical_request.forward", FORWARD_INPUT);

static struct row *request_done(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *request = clinic_change(context, decision, &RECORD_MEDICAL_REQUEST, MEDICAL_REQUEST_STATE, "open", errors);
	if (!request)
		return NULL;
	row_set_string(request, MEDICAL_REQUEST_STATE, "done");
	row_set_integer(request, MEDICAL_REQUEST_DONE, context->now);
	decide_stop(context, decision, "medical-file-reply", request->id);
	decide_stop(context, decision, "second-opinion", request->id);
	return request;
}

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *request = request_done(context, decision, errors);
	if (request && row_is(request, MEDICAL_REQUEST_KIND, "opinion") && !row_is(request, MEDICAL_REQUEST_RESULT, "taken_back"))
		return decide_refuse(errors, "/result", N_("Who asks for a second opinion has it sent on: choose Send the request on"));
	return request != NULL;
}

const struct act ACT_MEDICAL_REQUEST_ANSWER = { .name = "medical_request.answer", .label = N_("Answer the request"), .done = N_("Recorded"), .input_record = &ANSWER_RECORD,
	.record = &RECORD_MEDICAL_REQUEST, .target_input = 0, .actors = ROLE(HEALTH), .basis = &NMR_26, .decide = answer_decide };

static bool forward_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *request = request_done(context, decision, errors);
	if (request && !row_is(request, MEDICAL_REQUEST_KIND, "opinion"))
		return decide_refuse(errors, "/medical_request", N_("The own file is answered here, by the health service"));
	if (request)
		row_set_string(request, MEDICAL_REQUEST_RESULT, "forwarded");
	return request != NULL;
}

const struct act ACT_MEDICAL_REQUEST_FORWARD = { .name = "medical_request.forward", .label = N_("Send the request on"), .done = N_("Recorded"), .input_record = &FORWARD_RECORD,
	.record = &RECORD_MEDICAL_REQUEST, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(CASEWORKER) | ROLE(GOVERNOR), .basis = &BOP_25, .decide = forward_decide };

/* ---- plans that protect ---- */
static const struct field PLAN_INPUT[] = { PERSON_INPUT,
	{ "kind", N_("What for"), N_("Staff without clearance read only the measures"), FIELD_CHOICE, CLOSED, FIELD_REQUIRED, .choices = PROTECTION_PLAN_KIND_CHOICES, .basis = &BKK_16 },
	{ "measures", N_("What is done"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = PROTECTION_PLAN_MEASURE_CHOICES },
	{ "words", N_("Who does it, and when"), N_("Names and hours; never what was found"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	{ "review_on", N_("Looked at again on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	WHEN_INPUT("made_at") };
static const struct record PLAN_RECORD = ACT_INPUTS("protection_plan.make", PLAN_INPUT);

static bool plan_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const char *const CLOCKS[][2] = { { "self_harm", "plan-self-harm" }, { "abuse", "plan-protection" }, { "girl", "plan-girl" }, { "untried", "plan-untried" } };
	if (row_has(context->input, 4) && date_compare(row_date(context->input, 4), context->today) < 0)
		error_say(errors, E_DATE_ORDER, "/review_on", N_("The end must come after the beginning"));
	struct row *plan = clinic_begin(context, decision, &RECORD_PROTECTION_PLAN, PROTECTION_PLAN_MADE, errors);
	if (!plan)
		return false;
	row_set_string(plan, PROTECTION_PLAN_STATE, "live");
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		if (row_is(plan, PROTECTION_PLAN_KIND, CLOCKS[i][0]))
			decide_stop(context, decision, CLOCKS[i][1], row_text(plan, PROTECTION_PLAN_PERSON));
	return true;
}

const struct act ACT_PROTECTION_PLAN_MAKE = { .name = "protection_plan.make", .label = N_("Make a protection plan"), .done = N_("The plan is in force"), .input_record = &PLAN_RECORD,
	.record = &RECORD_PERSON, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(PSYCHOLOGIST) | ROLE(CASEWORKER) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT,
	.basis = &BKK_16, .decide = plan_decide };

static const struct field PLAN_END_INPUT[] = { { "protection_plan", N_("Protection plan"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "protection_plan" } };
static const struct record PLAN_END_RECORD = ACT_INPUTS("protection_plan.end", PLAN_END_INPUT);

static bool plan_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *plan = clinic_change(context, decision, &RECORD_PROTECTION_PLAN, PROTECTION_PLAN_STATE, "live", errors);
	if (plan)
		row_set_string(plan, PROTECTION_PLAN_STATE, "ended");
	return plan != NULL;
}

const struct act ACT_PROTECTION_PLAN_END = { .name = "protection_plan.end", .label = N_("End the protection plan"), .done = N_("The plan has ended"), .input_record = &PLAN_END_RECORD,
	.record = &RECORD_PROTECTION_PLAN, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(PSYCHOLOGIST) | ROLE(CASEWORKER) | ROLE(GOVERNOR), .flags = ACT_REASON,
	.basis = &BKK_16, .decide = plan_end_decide };
