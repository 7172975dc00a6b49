/* application.c - person_application.make, decide, review, carry_out: what a person asks for, answered in time and with grounds. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_9 = { "NMR-9.2", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };
static const struct citation NMR_70 = { "NMR-70.b", N_("Nelson Mandela Rules, Rule 70"), SOURCE_TEXT_READ };
static const struct citation NMR_119 = { "NMR-119.2", N_("Nelson Mandela Rules, Rule 119"), SOURCE_TEXT_READ };

#define APPLICATION_INPUT { "application", N_("Application"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person_application" }
#define HELPERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR))

/*
 * The clock of an application. Rules 118 to 120 speak of the untried: an application of the same kind by somebody who is convicted is
 * answered too, without their clock.
 */
static const char *clock_of(const struct row *application, const struct row *person)
{
	static const struct { const char *kind, *clock; bool untried; } CLOCKS[] = { { "own_file", "file-access", false }, { "leave", "leave-decision", false },
		{ "own_doctor", "own-doctor", true }, { "lawyer", "lawyer-access", true }, { "writing_material", "writing-material", true } };
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		if (row_is(application, APPLICATION_KIND, CLOCKS[i].kind))
			return !CLOCKS[i].untried || legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS)) ? CLOCKS[i].clock : NULL;
	return NULL;
}

void custody_application_add(struct act_context *context, struct decision *decision, const struct row *person, struct row *application)
{
	static const char *const PARAMETER = "leave.decide_hours";
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	row_set_text(application, APPLICATION_PERSON, person->id);
	row_set_text(application, APPLICATION_FACILITY, facility);
	row_set_string(application, APPLICATION_STATE, "open");
	const char *clock = clock_of(application, person);
	int64_t made = row_moment(application, APPLICATION_MADE), due = 0;
	/* A decision after the funeral is none: the event itself is the last moment. */
	if (row_is(application, APPLICATION_KIND, "leave") && row_has(application, APPLICATION_EVENT)) {
		int64_t usual = made + act_parameter(context, facility, PARAMETER, 24) * MOMENT_HOUR, event = row_moment(application, APPLICATION_EVENT);
		due = event < usual && event > made ? event : 0;
	}
	if (clock)
		decide_start(context, decision, clock, application, person->id, facility, made, due);
}

/* ---- make ---- */
enum { MA_PERSON, MA_KIND, MA_WORDS, MA_MADE, MA_EVENT, MA_INPUTS };
static const struct field MAKE_INPUT[MA_INPUTS] = {
	[MA_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[MA_KIND] = { "kind", N_("What the person asks for"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = APPLICATION_KIND_CHOICES },
	[MA_WORDS] = { "words", N_("In the person's words"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[MA_MADE] = { "made_at", N_("Asked"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[MA_EVENT] = { "event_at", N_("When it would be too late"), N_("Day and hour of the funeral or visit, when it is known"), FIELD_MOMENT, OPEN, 0 } };
static const struct record MAKE_RECORD = ACT_INPUTS("person_application.make", MAKE_INPUT);

static bool make_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { MA_KIND, APPLICATION_KIND, MA_WORDS, APPLICATION_WORDS, MA_MADE, APPLICATION_MADE, MA_EVENT, APPLICATION_EVENT, -1 };
	const struct row *person = act_load_input(context, MA_PERSON, &RECORD_PERSON, errors);
	decide_moment(context, MA_MADE, errors);
	if (!person || errors->count)
		return false;
	if (!custody_open_episode(context, person->id) || !row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *application = decision_insert(decision, &RECORD_APPLICATION);
	decide_copy(application, context->input, PAIRS);
	custody_application_add(context, decision, person, application);
	decision->result = application;
	return true;
}

const struct act ACT_APPLICATION_MAKE = { .name = "person_application.make", .label = N_("Write down an application"),
	.help = N_("Own file, leave to a relative, own doctor, lawyer, writing material: written down at once, answered in time"),
	.done = N_("The application is recorded"), .input_record = &MAKE_RECORD, .record = &RECORD_PERSON, .target_input = MA_PERSON,
	.actors = HELPERS | ROLE(HEALTH), .basis = &NMR_9, .flags = ACT_MAY_RECORD_FACT, .decide = make_decide };

/* The application named by input 0, if it is in this state (or the other, when there is one). */
static struct row *application_edit(struct act_context *context, struct decision *decision, const char *state, const char *other, const char *message,
	const struct row **out_person, struct error_list *errors)
{
	const struct row *application = act_load_input(context, 0, &RECORD_APPLICATION, errors);
	if (!application)
		return NULL;
	if (!row_is(application, APPLICATION_STATE, state) && !(other && row_is(application, APPLICATION_STATE, other))) {
		decide_refuse(errors, "/application", message);
		return NULL;
	}
	*out_person = act_load(context, &RECORD_PERSON, row_text(application, APPLICATION_PERSON));
	return decision->result = decision_change(decision, application);
}

static void clocks_stop(struct act_context *context, struct decision *decision, const struct row *application)
{
	static const char *const CLOCKS[] = { "file-access", "leave-decision", "own-doctor", "lawyer-access", "writing-material" };
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], application->id);
}

/* ---- decide ---- */
enum { DC_APPLICATION, DC_DECISION, DC_GROUNDS, DC_ALTERNATIVE, DC_WITHHELD, DC_LEGAL, DC_REVIEWER, DC_INPUTS };
static const struct field DECIDE_INPUT[DC_INPUTS] = { [DC_APPLICATION] = APPLICATION_INPUT,
	[DC_DECISION] = { "decision", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = APPLICATION_DECISION_CHOICES },
	[DC_GROUNDS] = { "grounds", N_("Grounds of the decision"), N_("In words that the person understands; he or she is told them"), FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[DC_ALTERNATIVE] = { "alternative", N_("What is offered instead"), N_("When leave is refused: a call, a video link, a later visit"), FIELD_LINE, OPEN, 0,
		.basis = &NMR_70 },
	[DC_WITHHELD] = { "withheld", N_("Parts of the file are withheld"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &NMR_9 },
	[DC_LEGAL] = { "legal_ground", N_("Law on which it rests"), N_("Needed when the file or parts of it are withheld"), FIELD_LINE, OPEN, 0, .basis = &NMR_9 },
	[DC_REVIEWER] = { "reviewer", N_("Sent for independent review to"), N_("Needed when a lawyer is refused"), FIELD_LINE, OPEN, 0, .basis = &NMR_119 } };
static const struct record DECIDE_RECORD = ACT_INPUTS("person_application.decide", DECIDE_INPUT);

static bool decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { DC_DECISION, APPLICATION_STATE, DC_GROUNDS, APPLICATION_GROUNDS, DC_ALTERNATIVE, APPLICATION_ALTERNATIVE, DC_WITHHELD,
		APPLICATION_WITHHELD, DC_LEGAL, APPLICATION_LEGAL_GROUND, DC_REVIEWER, APPLICATION_REVIEWER, -1 };
	const struct row *person;
	struct row *application = application_edit(context, decision, "open", NULL, N_("This application is decided already"), &person, errors);
	if (!application)
		return false;
	decide_copy(application, context->input, PAIRS);
	row_set_integer(application, APPLICATION_DECIDED, context->now);
	bool refused = row_is(application, APPLICATION_STATE, "refused");
	/* Words alone give no access and no paper: there the clock runs until it is done. */
	bool until_done = row_is(application, APPLICATION_KIND, "own_file") || row_is(application, APPLICATION_KIND, "writing_material");
	if (refused || !until_done)
		clocks_stop(context, decision, application);
	if (refused && row_is(application, APPLICATION_KIND, "lawyer") && legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS)))
		decide_start(context, decision, "denial-review", application, person->id, row_text(application, APPLICATION_FACILITY), context->now, 0);
	return true;
}

const struct act ACT_APPLICATION_DECIDE = { .name = "person_application.decide", .label = N_("Decide the application"), .done = N_("The application is decided"),
	.input_record = &DECIDE_RECORD, .record = &RECORD_APPLICATION, .target_input = DC_APPLICATION, .actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.basis = &NMR_9, .flags = ACT_MAY_RECORD_FACT, .decide = decide_decide };

/* ---- independent review of a refusal ---- */
enum { RV_APPLICATION, RV_RESULT, RV_BY, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_APPLICATION] = APPLICATION_INPUT,
	[RV_RESULT] = { "review", N_("Independent review"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = APPLICATION_REVIEW_CHOICES },
	[RV_BY] = { "reviewer", N_("Who decided"), N_("Court, prosecutor, ombudsman: not the prison"), FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record REVIEW_RECORD = ACT_INPUTS("person_application.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RV_RESULT, APPLICATION_REVIEW, RV_BY, APPLICATION_REVIEWER, -1 };
	const struct row *person;
	struct row *application = application_edit(context, decision, "refused", NULL, N_("Only a refusal is reviewed"), &person, errors);
	if (!application)
		return false;
	if (row_has(application, APPLICATION_REVIEWED))
		return decide_refuse(errors, "/application", N_("This refusal is reviewed already"));
	decide_copy(application, context->input, PAIRS);
	row_set_integer(application, APPLICATION_REVIEWED, context->now);
	if (row_is(application, APPLICATION_REVIEW, "changed"))
		row_set_string(application, APPLICATION_STATE, "granted");
	decide_stop(context, decision, "denial-review", application->id);
	return true;
}

const struct act ACT_APPLICATION_REVIEW = { .name = "person_application.review", .label = N_("Record the independent review"), .done = N_("The review is recorded"),
	.input_record = &REVIEW_RECORD, .record = &RECORD_APPLICATION, .target_input = RV_APPLICATION,
	.actors = ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(INSPECTOR), .basis = &NMR_119, .flags = ACT_MAY_RECORD_FACT, .decide = review_decide };

/* ---- carry out ---- */
enum { CO_APPLICATION, CO_WHEN, CO_RESULT, CO_INPUTS };
static const struct field CARRY_INPUT[CO_INPUTS] = { [CO_APPLICATION] = APPLICATION_INPUT,
	[CO_WHEN] = { "done_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[CO_RESULT] = { "result", N_("How it was carried out"), N_("What was shown or given, who came, where the person went"), FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record CARRY_RECORD = ACT_INPUTS("person_application.carry_out", CARRY_INPUT);

static bool carry_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person;
	const struct row *named = act_load_input(context, CO_APPLICATION, &RECORD_APPLICATION, errors);
	int64_t moment = decide_moment(context, CO_WHEN, errors);
	if (!named || errors->count)
		return false;
	/* Paper and pen need nobody's decision. */
	bool at_once = row_is(named, APPLICATION_KIND, "writing_material");
	struct row *application = application_edit(context, decision, "granted", at_once ? "open" : NULL,
		N_("This application is not granted: it must be decided first, or it is done already"), &person, errors);
	if (!application)
		return false;
	row_set_string(application, APPLICATION_STATE, "done");
	row_set_integer(application, APPLICATION_DONE, moment);
	row_set(application, APPLICATION_RESULT, row_value(context->input, CO_RESULT));
	clocks_stop(context, decision, application);
	return true;
}

const struct act ACT_APPLICATION_CARRY_OUT = { .name = "person_application.carry_out", .label = N_("Record that it was carried out"), .done = N_("Recorded"),
	.input_record = &CARRY_RECORD, .record = &RECORD_APPLICATION, .target_input = CO_APPLICATION, .actors = HELPERS | ROLE(HEALTH),
	.basis = &NMR_9, .flags = ACT_MAY_RECORD_FACT, .decide = carry_decide };
