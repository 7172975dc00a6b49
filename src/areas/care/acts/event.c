/* event.c - grave_event.report, .notify, .begin, .implicate, .close, .return_body. */
#include "areas/care/acts/common.h"

static const struct citation NMR_71 = { "NMR-71.1a", N_("Nelson Mandela Rules, Rule 71"), SOURCE_TEXT_READ };
static const struct citation NMR_71_3 = { "NMR-71.3", N_("Nelson Mandela Rules, Rule 71"), SOURCE_TEXT_READ };
static const struct citation NMR_72 = { "NMR-72", N_("Nelson Mandela Rules, Rule 72"), SOURCE_TEXT_READ };
static const struct citation NMR_8F = { "NMR-8.f", N_("Nelson Mandela Rules, Rule 8 (f)"), SOURCE_TEXT_READ };

#define EVENT_INPUT { "grave_event", N_("Event"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "grave_event" }
#define DIRECTION (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
#define EVERYBODY (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) | ROLE(SECURITY) | DIRECTION)

/* ---- report ---- */
enum { RE_PERSON, RE_KIND, RE_AT, RE_WHERE, RE_CIRCUMSTANCES, RE_SOURCE, RE_IMPLICATED, RE_PROTECTION, RE_INPUTS };
/* Death and escape have verbs of their own, which report the event. */
static const struct choice REPORTED[] = { { "serious_injury", N_("Serious injury") }, { "ill_treatment", N_("Signs of torture or other ill-treatment") },
	{ "disappearance", N_("Missing, and not known to have escaped") }, { NULL, NULL } };
static const struct choice KNOWN_FROM[] = { { "officer", N_("An officer saw or found it") }, { "health", N_("The health service saw signs") },
	{ "pattern", N_("Several records point to it") }, { "outside", N_("Somebody outside told of it") }, { NULL, NULL } };
static const struct field REPORT_INPUT[RE_INPUTS] = { [RE_PERSON] = PERSON_INPUT,
	[RE_KIND] = { "kind", N_("What it is"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = REPORTED, .basis = &NMR_71 },
	[RE_AT] = { "happened_at", N_("When it happened or was seen"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[RE_WHERE] = { "happened_where", N_("Where"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[RE_CIRCUMSTANCES] = { "circumstances", N_("What happened"), N_("What was seen and by whom; no medical findings"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RE_SOURCE] = { "known_from", N_("How it is known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = KNOWN_FROM },
	[RE_IMPLICATED] = { "implicated", N_("Staff who may be implicated"), N_("Sign-in names parted by spaces: for them this event does not exist"),
		FIELD_CODES, OPEN, 0, .basis = &NMR_71_3 },
	[RE_PROTECTION] = { "protection", N_("How the person is kept safe from reprisals"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record REPORT_RECORD = ACT_INPUTS("grave_event.report", REPORT_INPUT);

static bool report_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, RE_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, RE_AT, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *event = decision_insert(decision, &RECORD_GRAVE_EVENT);
	static const int PAIRS[] = { RE_PERSON, GRAVE_EVENT_PERSON, RE_KIND, GRAVE_EVENT_KIND, RE_WHERE, GRAVE_EVENT_WHERE, RE_CIRCUMSTANCES,
		GRAVE_EVENT_CIRCUMSTANCES, RE_SOURCE, GRAVE_EVENT_SOURCE, RE_IMPLICATED, GRAVE_EVENT_IMPLICATED, RE_PROTECTION, GRAVE_EVENT_PROTECTION, -1 };
	decide_copy(event, context->input, PAIRS);
	row_set(event, GRAVE_EVENT_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_integer(event, GRAVE_EVENT_HAPPENED, moment);
	row_set_string(event, GRAVE_EVENT_STATE, "open");
	grave_event_clocks(context, decision, event, context->now);
	evidence_clock(context, decision, event, context->now);
	decision->result = event;
	return true;
}

const struct act ACT_GRAVE_EVENT_REPORT = { .name = "grave_event.report", .label = N_("Report serious injury, disappearance or signs of torture"),
	.help = N_("No complaint is needed, and no proof: an independent authority looks into it"), .done = N_("It is reported; tell the authority and secure the evidence"),
	.input_record = &REPORT_RECORD, .record = &RECORD_PERSON, .target_input = RE_PERSON, .actors = EVERYBODY, .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_71, .decide = report_decide };

/* ---- the authority has it; the authority investigates ---- */
enum { NO_EVENT, NO_AUTHORITY, NO_NUMBER, NO_AT, NO_INPUTS };
static const struct field NOTIFY_INPUT[NO_INPUTS] = { [NO_EVENT] = EVENT_INPUT,
	[NO_AUTHORITY] = { "authority", N_("Independent authority"), N_("Judicial or other, outside the prison service"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_71 },
	[NO_NUMBER] = { "authority_number", N_("Number of the authority"), N_("The receipt that the authority gave"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[NO_AT] = { "reported_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record NOTIFY_RECORD = ACT_INPUTS("grave_event.notify", NOTIFY_INPUT);

static bool notify_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *event = grave_event_input(context, NO_EVENT, errors);
	int64_t moment = decide_moment(context, NO_AT, errors);
	if (!event || errors->count)
		return false;
	if (row_has(event, GRAVE_EVENT_REPORTED))
		return decide_refuse(errors, "/grave_event", N_("This is recorded already"));
	struct row *changed = decision_change(decision, event);
	static const int PAIRS[] = { NO_AUTHORITY, GRAVE_EVENT_AUTHORITY, NO_NUMBER, GRAVE_EVENT_REFERENCE, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_integer(changed, GRAVE_EVENT_REPORTED, moment);
	decide_stop(context, decision, "event-reported", event->id);
	decide_stop(context, decision, "signs-reported", event->id);
	decide_stop(context, decision, "ill-treatment-investigated", event->id);
	decide_start(context, decision, "event-begun", changed, row_text(event, GRAVE_EVENT_PERSON), row_text(event, GRAVE_EVENT_FACILITY), moment, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_GRAVE_EVENT_NOTIFY = { .name = "grave_event.notify", .label = N_("Report to the independent authority"),
	.help = N_("At once, whatever the cause seems to be, and whatever is looked into inside"), .done = N_("The authority has it"),
	.input_record = &NOTIFY_RECORD, .record = &RECORD_GRAVE_EVENT, .target_input = NO_EVENT, .actors = DIRECTION | ROLE(HEALTH), .basis = &NMR_71,
	.decide = notify_decide };

enum { BE_EVENT, BE_AT, BE_INPUTS };
static const struct field BEGIN_INPUT[BE_INPUTS] = { [BE_EVENT] = EVENT_INPUT,
	[BE_AT] = { "begun_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record BEGIN_RECORD = ACT_INPUTS("grave_event.begin", BEGIN_INPUT);

static bool begin_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *event = grave_event_input(context, BE_EVENT, errors);
	int64_t moment = decide_moment(context, BE_AT, errors);
	if (!event || errors->count)
		return false;
	if (!row_has(event, GRAVE_EVENT_REPORTED) || row_has(event, GRAVE_EVENT_BEGUN))
		return decide_refuse(errors, "/grave_event", N_("The authority has not been told, or its investigation is recorded already"));
	struct row *changed = decision_change(decision, event);
	row_set_integer(changed, GRAVE_EVENT_BEGUN, moment);
	decide_stop(context, decision, "event-begun", event->id);
	decision->result = changed;
	return true;
}

const struct act ACT_GRAVE_EVENT_BEGIN = { .name = "grave_event.begin", .label = N_("The investigation has begun"), .done = N_("Recorded"),
	.input_record = &BEGIN_RECORD, .record = &RECORD_GRAVE_EVENT, .target_input = BE_EVENT, .actors = DIRECTION, .basis = &NMR_71, .decide = begin_decide };

/* ---- further staff may be implicated ---- */
enum { IM_EVENT, IM_NAMES, IM_INPUTS };
static const struct field IMPLICATE_INPUT[IM_INPUTS] = { [IM_EVENT] = EVENT_INPUT,
	[IM_NAMES] = { "implicated", N_("All staff who may be implicated"), N_("Sign-in names parted by spaces, with those named before"), FIELD_CODES, CLOSED, FIELD_REQUIRED,
		.basis = &NMR_71_3 } };
static const struct record IMPLICATE_RECORD = ACT_INPUTS("grave_event.implicate", IMPLICATE_INPUT);

/* Whom a row is closed to is fixed for all its revisions: the row that names more people is a new one, and takes everything with it. */
static struct row *carried_on(struct decision *decision, const struct row *old, int names, struct value implicated)
{
	struct row *row = decision_insert(decision, old->record);
	for (int i = 0; i < old->record->field_count; i++)
		row_set(row, i, row_value(old, i));
	row_set(row, names, implicated);
	return row;
}

/* When the event was first written down: a row that takes the place of another gives nobody more time. */
static int64_t event_since(const struct act_context *context, const struct row *event)
{
	for (const struct row *before = event; row_has(before, GRAVE_EVENT_CONTINUES);) {
		before = act_load(context, &RECORD_GRAVE_EVENT, row_text(before, GRAVE_EVENT_CONTINUES));
		if (!before)
			break;
		event = before;
	}
	return event->created_at;
}

static bool implicate_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *event = grave_event_input(context, IM_EVENT, errors);
	if (!event)
		return false;
	struct value names = row_value(context->input, IM_NAMES);
	struct row *further = carried_on(decision, event, GRAVE_EVENT_IMPLICATED, names);
	struct text before = row_text(event, GRAVE_EVENT_IMPLICATED), name;
	while (text_next(&before, ' ', &name))
		if (!row_is_closed_to(further, name))
			return decide_refuse(errors, "/implicated", N_("Those named before stay named: write them too"));
	int64_t since = event_since(context, event);
	row_set_text(further, GRAVE_EVENT_CONTINUES, event->id);
	row_set_string(decision_change(decision, event), GRAVE_EVENT_STATE, "replaced");
	grave_event_clocks_stop(context, decision, event->id);
	grave_event_clocks(context, decision, further, since);
	const struct condition own = CONDITION_TEXT(EVIDENCE_ITEM_EVENT, event->id);
	struct rows items = act_find(context, &RECORD_EVIDENCE_ITEM, &own, 1);
	for (size_t i = 0; i < items.count; i++)
		row_set_text(carried_on(decision, items.items[i], EVIDENCE_ITEM_IMPLICATED, names), EVIDENCE_ITEM_EVENT, further->id);
	if (items.count == 0)
		evidence_clock(context, decision, further, since);
	decision->result = further;
	return true;
}

const struct act ACT_GRAVE_EVENT_IMPLICATE = { .name = "grave_event.implicate", .label = N_("Keep further staff out"),
	.help = N_("A new record takes the place of this one; for those named it does not exist"), .done = N_("The staff named are kept out from now on"),
	.input_record = &IMPLICATE_RECORD, .record = &RECORD_GRAVE_EVENT, .target_input = IM_EVENT, .actors = DIRECTION | ROLE(HEALTH), .flags = ACT_REASON | ACT_MAY_RECORD_FACT,
	.basis = &NMR_71_3, .decide = implicate_decide };

/* ---- close ---- */
enum { CL_EVENT, CL_OUTCOME, CL_CAUSE, CL_FINDINGS, CL_INPUTS };
static const struct field CLOSE_INPUT[CL_INPUTS] = { [CL_EVENT] = EVENT_INPUT,
	[CL_OUTCOME] = { "outcome", N_("Outcome"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = GRAVE_EVENT_OUTCOME_CHOICES },
	[CL_CAUSE] = { "cause", N_("Cause"), N_("As the authority wrote it; no medical file"), FIELD_LINE, CLOSED, 0, .basis = &NMR_8F },
	[CL_FINDINGS] = { "findings", N_("What the authority found"), N_("Where its report lies, and what is to be changed"), FIELD_PROSE, CLOSED, 0 } };
static const struct record CLOSE_RECORD = ACT_INPUTS("grave_event.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *event = grave_event_input(context, CL_EVENT, errors);
	if (!event)
		return false;
	struct row *changed = decision_change(decision, event);
	static const int PAIRS[] = { CL_OUTCOME, GRAVE_EVENT_OUTCOME, CL_CAUSE, GRAVE_EVENT_CAUSE, CL_FINDINGS, GRAVE_EVENT_FINDINGS, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, GRAVE_EVENT_STATE, "closed");
	row_set_integer(changed, GRAVE_EVENT_CLOSED, context->now);
	grave_event_clocks_stop(context, decision, event->id);
	if (row_is(event, GRAVE_EVENT_KIND, "death") && !row_has(event, GRAVE_EVENT_REMAINS))
		decide_start(context, decision, "body-returned", changed, row_text(event, GRAVE_EVENT_PERSON), row_text(event, GRAVE_EVENT_FACILITY), context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_GRAVE_EVENT_CLOSE = { .name = "grave_event.close", .label = N_("Close with the authority's outcome"), .done = N_("It is closed"),
	.input_record = &CLOSE_RECORD, .record = &RECORD_GRAVE_EVENT, .target_input = CL_EVENT, .actors = DIRECTION, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_8F,
	.decide = close_decide };

/* ---- the body ---- */
enum { BO_EVENT, BO_REMAINS, BO_TO, BO_AT, BO_INPUTS };
static const struct field BODY_INPUT[BO_INPUTS] = { [BO_EVENT] = EVENT_INPUT,
	[BO_REMAINS] = { "remains", N_("Body"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = GRAVE_EVENT_REMAINS_CHOICES, .basis = &NMR_72 },
	[BO_TO] = { "remains_to", N_("To whom, or where and by which custom"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[BO_AT] = { "remains_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record BODY_RECORD = ACT_INPUTS("grave_event.return_body", BODY_INPUT);

static bool body_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *event = act_load_input(context, BO_EVENT, &RECORD_GRAVE_EVENT, errors);
	int64_t moment = decide_moment(context, BO_AT, errors);
	if (!event || errors->count)
		return false;
	if (!row_is(event, GRAVE_EVENT_KIND, "death") || row_is(event, GRAVE_EVENT_STATE, "replaced") || row_has(event, GRAVE_EVENT_REMAINS))
		return decide_refuse(errors, "/grave_event", N_("This is no death, or what became of the body is recorded already"));
	struct row *changed = decision_change(decision, event);
	static const int PAIRS[] = { BO_REMAINS, GRAVE_EVENT_REMAINS, BO_TO, GRAVE_EVENT_REMAINS_TO, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_integer(changed, GRAVE_EVENT_REMAINS_AT, moment);
	decide_stop(context, decision, "body-returned", event->id);
	decision->result = changed;
	return true;
}

const struct act ACT_GRAVE_EVENT_RETURN_BODY = { .name = "grave_event.return_body", .label = N_("Body returned or buried"), .done = N_("Recorded"),
	.input_record = &BODY_RECORD, .record = &RECORD_GRAVE_EVENT, .target_input = BO_EVENT, .actors = DIRECTION | ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_72, .decide = body_decide };
