/* inspection.c - opening an inspection, answering its questions, sending its report. */
#include "areas/inspection/acts.h"
#include "areas/custody/records.h"
#include "areas/inspection/rules_forms.h"

#define OPEN SENSITIVITY_OFFICIAL
#define INSPECTION_INPUT { "inspection", N_("Inspection"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "inspection" }

/* ---- open ---- */
static const struct field OPEN_INPUT[IO_INPUTS] = {
	[IO_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[IO_KIND] = { "kind", N_("Kind of inspection"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = INSPECTION_KIND_CHOICES },
	[IO_BODY] = { "body", N_("Body"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[IO_FORM] = { "form", N_("Form"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FORM_CHOICES },
	[IO_STARTED] = { "started_on", N_("First day"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[IO_ENDED] = { "ended_on", N_("Last day"), NULL, FIELD_DATE, OPEN, 0 },
	[IO_ANNOUNCED] = { "announced", N_("Announced beforehand"), NULL, FIELD_YES_NO, OPEN, 0 },
	[IO_ASKED] = { "entry_asked_at", N_("Entry asked for"), NULL, FIELD_MOMENT, OPEN, 0 },
	[IO_GIVEN] = { "entry_given_at", N_("Entry given"), NULL, FIELD_MOMENT, OPEN, 0 },
	[IO_TEAM] = { "team", N_("Team and professions"), NULL, FIELD_PROSE, OPEN, 0 },
	[IO_SIZE] = { "team_size", N_("Members"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { .minimum = 1, .maximum = 200 } },
	[IO_WOMEN] = { "team_women", N_("Of them women"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { .minimum = 0, .maximum = 200 } },
	[IO_INTERVIEWS] = { "interviews", N_("Private interviews"), N_("Only the number, never names"), FIELD_INTEGER, OPEN, 0,
		.limits = { .minimum = 0, .maximum = 10000 } },
	[IO_PLACES] = { "places_seen", N_("Places seen"), NULL, FIELD_PROSE, OPEN, 0 },
	[IO_ALONE] = { "interviews_alone", N_("Who could hear the interviews"), N_("Names of those who were heard are written nowhere but in the sealed notebook"), FIELD_CHOICE,
		OPEN, 0, .choices = INTERVIEWS_ALONE_CHOICES },
	[IO_TEAM_HEALTH] = { "team_health", N_("A health professional is in the team"), NULL, FIELD_YES_NO, OPEN, 0 },
};
static const struct record OPEN_RECORD = ACT_INPUTS("inspection.open", OPEN_INPUT);

static bool days_are_good(const struct act_context *context, struct error_list *errors)
{
	const struct row *input = context->input;
	struct date first = row_date(input, IO_STARTED), last = row_date(input, IO_ENDED);
	if (date_compare(first, context->today) > 0)
		error_say(errors, E_DATE_ORDER, "/started_on", N_("An inspection is recorded when it has begun"));
	if (row_has(input, IO_ENDED) && date_compare(last, first) < 0)
		error_say(errors, E_DATE_ORDER, "/ended_on", N_("The last day is not before the first"));
	if (row_has(input, IO_ASKED) && row_has(input, IO_GIVEN) && row_moment(input, IO_GIVEN) < row_moment(input, IO_ASKED))
		error_say(errors, E_DATE_ORDER, "/entry_given_at", N_("Entry is not given before it is asked for"));
	if (row_integer(input, IO_WOMEN, 0) > row_integer(input, IO_SIZE, 200))
		error_say(errors, E_LIMIT, "/team_women", N_("There are more women than members"));
	return errors->count == 0;
}

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { IO_FACILITY, INSPECTION_FACILITY, IO_KIND, INSPECTION_KIND, IO_BODY, INSPECTION_BODY_NAME, IO_FORM, INSPECTION_FORM,
		IO_STARTED, INSPECTION_STARTED_ON, IO_ENDED, INSPECTION_ENDED_ON, IO_ANNOUNCED, INSPECTION_ANNOUNCED, IO_ASKED, INSPECTION_ENTRY_ASKED_AT,
		IO_GIVEN, INSPECTION_ENTRY_GIVEN_AT, IO_TEAM, INSPECTION_TEAM, IO_SIZE, INSPECTION_TEAM_SIZE, IO_WOMEN, INSPECTION_TEAM_WOMEN, IO_INTERVIEWS,
		INSPECTION_INTERVIEWS, IO_PLACES, INSPECTION_PLACES_SEEN, IO_ALONE, INSPECTION_ALONE, IO_TEAM_HEALTH, INSPECTION_TEAM_HEALTH, -1 };
	if (!days_are_good(context, errors))
		return false;
	struct row *inspection = decision_insert(decision, &RECORD_INSPECTION);
	decide_copy(inspection, context->input, PAIRS);
	row_set_string(inspection, INSPECTION_STATE, "open");
	decide_start(context, decision, "inspection-report", inspection, text_empty(), row_text(inspection, INSPECTION_FACILITY), context->now, 0);
	/* Places for young people are looked at again and again by somebody from outside (Havana Rules 72). */
	const struct row *facility = act_load(context, &RECORD_FACILITY, row_text(inspection, INSPECTION_FACILITY));
	if (facility && row_is(facility, FACILITY_KIND, "juvenile") && row_is(inspection, INSPECTION_KIND, "external")) {
		decide_stop(context, decision, "juvenile-inspection", facility->id);
		decide_start(context, decision, "juvenile-inspection", facility, text_empty(), facility->id, moment_from_date(row_date(inspection, INSPECTION_STARTED_ON)), 0);
	}
	decision->result = inspection;
	return true;
}

const struct act ACT_INSPECTION_OPEN = { .name = "inspection.open", .label = N_("Record an inspection"),
	.help = N_("Internal or external; its questions are answered afterwards"), .done = N_("The inspection is recorded"), .input_record = &OPEN_RECORD,
	.record = &RECORD_INSPECTION, .target_input = FIELD_NONE, .actors = INSPECTION_BODY, .decide = open_decide };

/* ---- answer ---- */
enum { AN_INSPECTION, AN_QUESTION, AN_FINDING, AN_METHOD, AN_EVIDENCE, AN_SAMPLE, AN_INPUTS };
static const struct field ANSWER_INPUT[AN_INPUTS] = {
	[AN_INSPECTION] = INSPECTION_INPUT,
	[AN_QUESTION] = { "question", N_("Question"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED },
	[AN_FINDING] = { "finding", N_("Finding"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FINDING_CHOICES },
	[AN_METHOD] = { "method", N_("How it was found"), NULL, FIELD_CHOICE, OPEN, 0, .choices = METHOD_CHOICES },
	[AN_EVIDENCE] = { "evidence", N_("Evidence"), N_("What was seen, read, measured or said; no names"), FIELD_PROSE, OPEN, 0 },
	[AN_SAMPLE] = { "sample", N_("How many were looked at"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { .minimum = 0, .maximum = 1000000 } },
};
static const struct record ANSWER_RECORD = ACT_INPUTS("inspection.answer", ANSWER_INPUT);

static bool is_found(const struct row *input)
{
	return row_is(input, AN_FINDING, "met") || row_is(input, AN_FINDING, "partly") || row_is(input, AN_FINDING, "not_met");
}

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { AN_FINDING, ANSWER_FINDING, AN_METHOD, ANSWER_METHOD, AN_EVIDENCE, ANSWER_EVIDENCE, AN_SAMPLE, ANSWER_SAMPLE, -1 };
	const struct row *inspection = act_load_input(context, AN_INSPECTION, &RECORD_INSPECTION, errors);
	struct text question = row_text(context->input, AN_QUESTION), rule;
	if (!inspection)
		return false;
	if (!row_is(inspection, INSPECTION_STATE, "open"))
		return decide_refuse(errors, "/inspection", N_("The report has been sent: its answers stand. Open a follow-up inspection"));
	if (!form_question(row_text(inspection, INSPECTION_FORM), question, &rule)) {
		error_say(errors, E_REFERENCE, "/question", N_("The form has no such question"));
		return false;
	}
	if (is_found(context->input) && (!row_has(context->input, AN_EVIDENCE) || !row_has(context->input, AN_METHOD))) {
		error_say(errors, E_REQUIRED, row_has(context->input, AN_METHOD) ? "/evidence" : "/method",
			N_("A finding says how it was found and what it rests on"));
		return false;
	}
	const struct condition same[] = { CONDITION_TEXT(ANSWER_INSPECTION, inspection->id), CONDITION_TEXT(ANSWER_QUESTION, question) };
	const struct row *old = act_find_first(context, &RECORD_INSPECTION_ANSWER, same, 2, FIELD_ID, false);
	struct row *answer = old ? decision_change(decision, old) : decision_insert(decision, &RECORD_INSPECTION_ANSWER);
	if (!old) {
		row_set_text(answer, ANSWER_INSPECTION, inspection->id);
		row_set(answer, ANSWER_FACILITY, row_value(inspection, INSPECTION_FACILITY));
		row_set_text(answer, ANSWER_QUESTION, question);
		if (!text_is_empty(rule))
			row_set_text(answer, ANSWER_RULE, rule);
	}
	decide_copy(answer, context->input, PAIRS);
	row_set_integer(answer, ANSWER_ANSWERED_AT, context->now);
	decision->result = answer;
	return true;
}

const struct act ACT_INSPECTION_ANSWER = { .name = "inspection.answer", .label = N_("Answer a question"), .done = N_("The answer is recorded"),
	.input_record = &ANSWER_RECORD, .record = &RECORD_INSPECTION, .target_input = AN_INSPECTION, .actors = INSPECTION_BODY, .flags = ACT_JUDGEMENT, .decide = answer_decide };

/* ---- send, publish ---- */
static const struct field ONE_INPUT[] = { INSPECTION_INPUT };
static const struct record SEND_RECORD = ACT_INPUTS("inspection.send", ONE_INPUT), PUBLISH_RECORD = ACT_INPUTS("inspection.publish", ONE_INPUT);

static bool send_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_INSPECTION, errors);
	if (!old)
		return false;
	if (!row_is(old, INSPECTION_STATE, "open"))
		return decide_refuse(errors, "/inspection", N_("The report has been sent already"));
	struct row *inspection = decision_change(decision, old);
	row_set_string(inspection, INSPECTION_STATE, "sent");
	row_set_date(inspection, context->arena, INSPECTION_SENT_ON, context->today);
	decide_stop(context, decision, "inspection-report", old->id);
	decision->result = inspection;
	return true;
}

const struct act ACT_INSPECTION_SEND = { .name = "inspection.send", .label = N_("Send the report"), .done = N_("The report is sent"),
	.help = N_("From now on answers stand as they are; recommendations wait for a reply"), .input_record = &SEND_RECORD,
	.record = &RECORD_INSPECTION, .target_input = 0, .actors = INSPECTION_BODY, .flags = ACT_IRREVERSIBLE, .decide = send_decide };

static bool publish_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_INSPECTION, errors);
	if (!old)
		return false;
	if (!row_is(old, INSPECTION_STATE, "sent") && !row_is(old, INSPECTION_STATE, "replied"))
		return decide_refuse(errors, "/inspection", N_("Only a report that was sent can be published"));
	struct row *inspection = decision_change(decision, old);
	row_set_string(inspection, INSPECTION_STATE, "published");
	row_set_date(inspection, context->arena, INSPECTION_PUBLISHED_ON, context->today);
	decision->result = inspection;
	return true;
}

const struct act ACT_INSPECTION_PUBLISH = { .name = "inspection.publish", .label = N_("Publish the report"), .done = N_("The report is published"),
	.help = N_("Only after everything that names a person has been taken out"), .input_record = &PUBLISH_RECORD, .record = &RECORD_INSPECTION,
	.target_input = 0, .actors = INSPECTION_BODY, .flags = ACT_IRREVERSIBLE, .decide = publish_decide };
