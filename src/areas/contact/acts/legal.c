/* legal.c - legal_request.receive, .answer: legal aid and writing material for the defence, without delay. */
#include "areas/contact/acts/common.h"

static const struct citation NMR_61 = { "NMR-61.3", N_("Nelson Mandela Rules, Rule 61"), SOURCE_TEXT_READ };

static const char *clock_of(const struct row *request)
{
	return row_is(request, LEGAL_REQUEST_KIND, "legal_aid") ? "legal-aid-forwarded" : "writing-material";
}

enum { RE_PERSON, RE_KIND, RE_AT, RE_INPUTS };
static const struct field RECEIVE_INPUT[RE_INPUTS] = {
	[RE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RE_KIND] = { "kind", N_("What is asked for"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LEGAL_REQUEST_KIND_CHOICES, .basis = &NMR_61 },
	[RE_AT] = { "asked_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record RECEIVE_RECORD = ACT_INPUTS("legal_request.receive", RECEIVE_INPUT);

static bool receive_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, RE_PERSON, errors);
	int64_t moment = decide_moment(context, RE_AT, errors);
	if (!person || errors->count)
		return false;
	struct row *request = decision_insert(decision, &RECORD_LEGAL_REQUEST);
	row_set_text(request, LEGAL_REQUEST_PERSON, person->id);
	row_set(request, LEGAL_REQUEST_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set(request, LEGAL_REQUEST_KIND, row_value(context->input, RE_KIND));
	row_set_integer(request, LEGAL_REQUEST_ASKED_AT, moment);
	row_set_string(request, LEGAL_REQUEST_STATE, "open");
	decide_start(context, decision, clock_of(request), request, person->id, row_text(person, PERSON_CURRENT_FACILITY), moment, 0);
	decision->result = request;
	return true;
}

#define HANDLERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR))
const struct act ACT_LEGAL_REQUEST_RECEIVE = { .name = "legal_request.receive", .label = N_("Request for legal help"),
	.help = N_("Legal aid, or writing material for the defence"), .done = N_("The request is written down"), .input_record = &RECEIVE_RECORD,
	.record = &RECORD_PERSON, .target_input = RE_PERSON, .actors = HANDLERS, .basis = &NMR_61, .decide = receive_decide };

enum { AN_REQUEST, AN_ANSWER, AN_AT, AN_INPUTS };
static const struct field ANSWER_INPUT[AN_INPUTS] = {
	[AN_REQUEST] = { "legal_request", N_("Request for legal help"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "legal_request" },
	[AN_ANSWER] = { "answer", N_("What was done"), N_("To which body it went, or what was handed over"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AN_AT] = { "done_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record ANSWER_RECORD = ACT_INPUTS("legal_request.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *request = act_load_input(context, AN_REQUEST, &RECORD_LEGAL_REQUEST, errors);
	int64_t moment = decide_moment(context, AN_AT, errors);
	if (!request || errors->count)
		return false;
	if (!row_is(request, LEGAL_REQUEST_STATE, "open"))
		return decide_refuse(errors, "/legal_request", N_("This is recorded already"));
	struct row *changed = decision_change(decision, request);
	row_set_string(changed, LEGAL_REQUEST_STATE, "done");
	row_set_integer(changed, LEGAL_REQUEST_DONE_AT, moment);
	row_set(changed, LEGAL_REQUEST_ANSWER, row_value(context->input, AN_ANSWER));
	decide_stop(context, decision, clock_of(request), request->id);
	decision->result = changed;
	return true;
}

const struct act ACT_LEGAL_REQUEST_ANSWER = { .name = "legal_request.answer", .label = N_("Forwarded or handed over"), .done = N_("Recorded"),
	.input_record = &ANSWER_RECORD, .record = &RECORD_LEGAL_REQUEST, .target_input = AN_REQUEST, .actors = HANDLERS, .basis = &NMR_61, .decide = answer_decide };
