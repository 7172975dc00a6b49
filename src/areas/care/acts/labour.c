/* labour.c - workshop.open, .change, .assess, .close; activity.record; hygiene_check.record; and the clock of sport for the young. */
#include "areas/care/acts/common.h"

static const struct citation NMR_35 = { "NMR-35.1", N_("Nelson Mandela Rules, Rule 35"), SOURCE_TEXT_READ };
static const struct citation NMR_100 = { "NMR-100.2", N_("Nelson Mandela Rules, Rule 100"), SOURCE_TEXT_READ };
static const struct citation NMR_101 = { "NMR-101.1", N_("Nelson Mandela Rules, Rule 101"), SOURCE_TEXT_READ };
static const struct citation NMR_105 = { "NMR-105", N_("Nelson Mandela Rules, Rule 105"), SOURCE_TEXT_READ };

#define MANAGERS (ROLE(CASEWORKER) | ROLE(GOVERNOR))
#define FACILITY_INPUT { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" }
#define WORKSHOP_INPUT { "workshop", N_("Work place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "workshop" }

/* ---- work places: inputs stand in the order of the fields ---- */
enum { WO_FACILITY, WO_NAME, WO_FOR, WO_FIRM, WO_SUPERVISOR, WO_RATE, WO_NORMAL, WO_INPUTS };
static const struct choice FOR_CHOICES[] = { { "prison", N_("The prison: kitchen, cleaning, repair") }, { "industry", N_("Workshop or farm of the prison") }, { "state", N_("Another public body") },
	{ "contractor", N_("A firm outside, under supervision of the prison") }, { NULL, NULL } };
#define CONTRACT_INPUTS(at) \
	[at] = { "firm", N_("Firm and contract number"), NULL, FIELD_LINE, OPEN, 0 }, \
	[(at) + 1] = { "supervisor", N_("Member of staff who supervises"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_100 }, \
	[(at) + 2] = { "contract_rate", N_("What the firm pays for an hour"), NULL, FIELD_MONEY, OPEN, 0, .basis = &NMR_100 }, \
	[(at) + 3] = { "normal_wage", N_("Normal wage for such an hour outside"), N_("Not below the minimum wage of your country"), FIELD_MONEY, OPEN, 0, .basis = &NMR_100 }
static const struct field OPEN_INPUT[WO_INPUTS] = { [WO_FACILITY] = FACILITY_INPUT,
	[WO_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[WO_FOR] = { "work_for", N_("For whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FOR_CHOICES }, CONTRACT_INPUTS(WO_FIRM) };
static const struct record OPEN_RECORD = ACT_INPUTS_AT("workshop.open", OPEN_INPUT, WO_FACILITY);

/* A place opens with its risks still to be looked at: that is due at once. */
static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *facility = act_load_input(context, WO_FACILITY, &RECORD_FACILITY, errors);
	if (!facility)
		return false;
	struct row *workshop = decision_insert(decision, &RECORD_WORKSHOP);
	for (int i = 0; i < WO_INPUTS; i++)
		row_set(workshop, WORKSHOP_FACILITY + i, row_value(context->input, i));
	row_set_string(workshop, WORKSHOP_STATE, "open");
	decide_start(context, decision, "work-risk", workshop, text_empty(), facility->id, context->now, context->now);
	decision->result = workshop;
	return true;
}

const struct act ACT_WORKSHOP_OPEN = { .name = "workshop.open", .label = N_("Open a work place"), .help = N_("Who supervises, for whom, and by which contract"), .done = N_("The work place is open; have its risks assessed"),
	.input_record = &OPEN_RECORD, .record = &RECORD_WORKSHOP, .target_input = FIELD_NONE, .actors = MANAGERS, .basis = &NMR_100, .decide = open_decide };

static const struct row *workshop_input(struct act_context *context, struct error_list *errors)
{
	const struct row *workshop = act_load_input(context, 0, &RECORD_WORKSHOP, errors);
	if (workshop && !row_is(workshop, WORKSHOP_STATE, "open")) {
		decide_refuse(errors, "/workshop", N_("This work place is closed"));
		return NULL;
	}
	return workshop;
}

enum { WC_WORKSHOP, WC_FIRM, WC_INPUTS = WC_FIRM + 4 };
static const struct field CHANGE_INPUT[WC_INPUTS] = { [WC_WORKSHOP] = WORKSHOP_INPUT, CONTRACT_INPUTS(WC_FIRM) };
static const struct record CHANGE_RECORD = ACT_INPUTS("workshop.change", CHANGE_INPUT);

static bool change_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *workshop = workshop_input(context, errors);
	if (!workshop)
		return false;
	decision->result = decision_change(decision, workshop);
	for (int i = WC_FIRM; i < WC_INPUTS; i++)
		row_set(decision->result, WORKSHOP_FIRM + i - WC_FIRM, row_value(context->input, i));
	return true;
}

const struct act ACT_WORKSHOP_CHANGE = { .name = "workshop.change", .label = N_("Change supervision or contract"), .help = N_("What stays empty here stands empty afterwards"), .done = N_("Changed"),
	.input_record = &CHANGE_RECORD, .record = &RECORD_WORKSHOP, .target_input = WC_WORKSHOP, .actors = MANAGERS, .basis = &NMR_100, .decide = change_decide };

enum { WA_WORKSHOP, WA_ON, WA_BY, WA_RISKS, WA_INPUTS };
static const struct field ASSESS_INPUT[WA_INPUTS] = { [WA_WORKSHOP] = WORKSHOP_INPUT,
	[WA_ON] = { "risk_on", N_("Risks assessed on"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[WA_BY] = { "risk_by", N_("Risks assessed by"), N_("Labour inspectorate, or whoever answers for safety at work"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_101 },
	[WA_RISKS] = { "risks", N_("Dangers, and what is done against them"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record ASSESS_RECORD = ACT_INPUTS("workshop.assess", ASSESS_INPUT);

static bool assess_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *workshop = workshop_input(context, errors);
	struct date day = care_day_input(context, WA_ON, errors);
	if (!workshop || errors->count)
		return false;
	static const int PAIRS[] = { WA_BY, WORKSHOP_RISK_BY, WA_RISKS, WORKSHOP_RISKS, -1 };
	struct text facility = row_text(workshop, WORKSHOP_FACILITY);
	decision->result = decision_change(decision, workshop);
	decide_copy(decision->result, context->input, PAIRS);
	row_set_date(decision->result, context->arena, WORKSHOP_RISK_ON, day);
	decide_stop(context, decision, "work-risk", workshop->id);
	decide_start(context, decision, "work-risk", workshop, text_empty(), facility, context->now,
		act_midnight(context, facility, date_add_months(day, (int32_t)act_parameter(context, facility, "work.risk_months", 12))));
	return true;
}

const struct act ACT_WORKSHOP_ASSESS = { .name = "workshop.assess", .label = N_("Record a risk assessment"), .help = N_("The same precautions as for free workers"), .done = N_("Recorded"), .input_record = &ASSESS_RECORD,
	.record = &RECORD_WORKSHOP, .target_input = WA_WORKSHOP, .actors = MANAGERS | ROLE(HEALTH) | ROLE(HEADQUARTERS), .basis = &NMR_101, .decide = assess_decide };

static const struct field CLOSE_INPUT[] = { WORKSHOP_INPUT };
static const struct record CLOSE_RECORD = ACT_INPUTS("workshop.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *workshop = workshop_input(context, errors);
	if (!workshop)
		return false;
	const struct condition running[] = { CONDITION_TEXT(WORK_WORKSHOP, workshop->id), CONDITION_TEXT(WORK_STATE, TEXT_OF("running")) };
	if (act_count(context, &RECORD_WORK, running, 2) > 0)
		return decide_refuse(errors, "/workshop", N_("People still work there; end their work first"));
	decision->result = decision_change(decision, workshop);
	row_set_string(decision->result, WORKSHOP_STATE, "closed");
	decide_stop(context, decision, "work-risk", workshop->id);
	return true;
}

const struct act ACT_WORKSHOP_CLOSE = { .name = "workshop.close", .label = N_("Close the work place"), .done = N_("Closed"), .input_record = &CLOSE_RECORD, .record = &RECORD_WORKSHOP,
	.target_input = 0, .actors = MANAGERS, .flags = ACT_REASON, .basis = &NMR_101, .decide = close_decide };

/* ---- a session of a unit, in one act ---- */
enum { SE_PLACE, SE_DAY, SE_KIND, SE_WHAT, SE_MINUTES, SE_LIST, SE_INPUTS };
static const struct field SESSION_INPUT[SE_INPUTS] = {
	[SE_PLACE] = { "place", N_("Unit"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" },
	[SE_DAY] = { "day", N_("Day"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[SE_KIND] = { "kind", N_("What was offered"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ACTIVITY_KIND_CHOICES },
	[SE_WHAT] = { "what", N_("More exactly"), N_("Football, chess, choir ..."), FIELD_LINE, OPEN, 0 },
	[SE_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 5, 720, 0 } },
	[SE_LIST] = { "list", N_("Who was offered it"), N_("One line for each person: identifier of the person, a space, and one of took_part, declined, unable"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record SESSION_RECORD = ACT_INPUTS("activity.record", SESSION_INPUT);

static bool is_young(const struct act_context *context, const struct row *person, struct text facility)
{
	return person_age(person, context->today) < (int)act_parameter(context, facility, "young.age", 18);
}

/* Who did not want to had the offer; who could not be brought had none. */
static void sport_offered(struct act_context *context, struct decision *decision, const struct row *person, struct text facility, struct text result)
{
	if (text_equal_string(result, "unable"))
		return;
	decide_stop(context, decision, "young-sport", person->id);
	if (is_young(context, person, facility))
		decide_start(context, decision, "young-sport", person, person->id, facility, context->now, 0);
}

static bool is_named_already(const struct decision *decision, struct text person)
{
	for (size_t i = 0; i < decision->effect_count; i++)
		if (decision->effects[i].row->record == &RECORD_ACTIVITY_PART && text_equal(row_text(decision->effects[i].row, ACTIVITY_PART_PERSON), person))
			return true;
	return false;
}

static bool session_line(struct act_context *context, struct decision *decision, const struct row *activity, struct text line, struct error_list *errors)
{
	struct text id, code = text_trim(line);
	text_next(&code, ' ', &id);
	code = text_trim(code);
	const struct row *person = act_load(context, &RECORD_PERSON, id);
	if (!person || !text_equal(row_text(person, PERSON_CURRENT_FACILITY), row_text(activity, ACTIVITY_FACILITY)))
		return decide_refuse(errors, "/list", N_("A line names somebody who is not in this facility"));
	if (is_named_already(decision, person->id))
		return decide_refuse(errors, "/list", N_("A person is named twice"));
	if (!field_choice(&RECORD_ACTIVITY_PART.fields[ACTIVITY_PART_RESULT], code)) {
		error_say(errors, E_CHOICE, "/list", N_("Say for everybody whether they took part, or why not"));
		return false;
	}
	struct row *part = decision_insert(decision, &RECORD_ACTIVITY_PART);
	row_set_text(part, ACTIVITY_PART_ACTIVITY, activity->id);
	row_set_text(part, ACTIVITY_PART_PERSON, person->id);
	row_set(part, ACTIVITY_PART_KIND, row_value(activity, ACTIVITY_KIND));
	row_set_text(part, ACTIVITY_PART_RESULT, code);
	if (row_is(activity, ACTIVITY_KIND, "sport"))
		sport_offered(context, decision, person, row_text(activity, ACTIVITY_FACILITY), code);
	return true;
}

static bool session_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *place = act_load_input(context, SE_PLACE, &RECORD_PLACE, errors);
	struct date day = care_day_input(context, SE_DAY, errors);
	if (!place || errors->count)
		return false;
	static const int PAIRS[] = { SE_PLACE, ACTIVITY_PLACE, SE_KIND, ACTIVITY_KIND, SE_WHAT, ACTIVITY_WHAT, SE_MINUTES, ACTIVITY_MINUTES, -1 };
	struct row *activity = decision_insert(decision, &RECORD_ACTIVITY);
	struct text rest = row_text(context->input, SE_LIST), line;
	int64_t offered = 0, took_part = 0;
	decide_copy(activity, context->input, PAIRS);
	row_set(activity, ACTIVITY_FACILITY, row_value(place, PLACE_FACILITY));
	row_set_date(activity, context->arena, ACTIVITY_DAY, day);
	while (text_next(&rest, '\n', &line)) {
		if (text_trim(line).length == 0)
			continue;
		if (!session_line(context, decision, activity, line, errors))
			return false;
		offered++;
		took_part += row_is(decision->effects[decision->effect_count - 1].row, ACTIVITY_PART_RESULT, "took_part");
	}
	row_set_integer(activity, ACTIVITY_OFFERED, offered);
	row_set_integer(activity, ACTIVITY_TOOK_PART, took_part);
	decision->result = activity;
	return true;
}

const struct act ACT_ACTIVITY_RECORD = { .name = "activity.record", .label = N_("Enter a session"), .help = N_("What the unit was offered, who took part and who did not want to"), .done = N_("The session is entered"),
	.input_record = &SESSION_RECORD, .record = &RECORD_PLACE, .target_input = SE_PLACE, .actors = ROLE(WING) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(GOVERNOR),
	.basis = &NMR_105, .decide = session_decide };

/* ---- hygiene: inputs stand in the order of the fields ---- */
enum { HY_FACILITY, HY_DAY, HY_BODY, HY_FOOD, HY_CLEAN, HY_SANITATION, HY_CLOTHING, HY_SPORT, HY_ADVICE, HY_INPUTS };
#define HEAD(name_, label_) { name_, label_, NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HYGIENE_HEAD_CHOICES, .basis = &NMR_35 }
static const struct field HYGIENE_INPUT[HY_INPUTS] = { [HY_FACILITY] = FACILITY_INPUT, [HY_DAY] = { "day", N_("Day"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[HY_BODY] = { "body", N_("Who inspected"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HYGIENE_BODY_CHOICES },
	[HY_FOOD] = HEAD("food", N_("Food and how it is prepared and served")), [HY_CLEAN] = HEAD("cleanliness", N_("Cleanliness of the place and of people")),
	[HY_SANITATION] = HEAD("sanitation", N_("Toilets, temperature, light and air")), [HY_CLOTHING] = HEAD("clothing", N_("Clothing, bedding and laundry")),
	[HY_SPORT] = HEAD("sport", N_("Sport and exercise")), [HY_ADVICE] = { "advice", N_("Advice to the director"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record HYGIENE_RECORD = ACT_INPUTS_AT("hygiene_check.record", HYGIENE_INPUT, HY_FACILITY);

static bool hygiene_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *facility = act_load_input(context, HY_FACILITY, &RECORD_FACILITY, errors);
	struct date day = care_day_input(context, HY_DAY, errors);
	bool advice = false;
	for (int i = HY_FOOD; i <= HY_SPORT; i++)
		advice = advice || row_is(context->input, i, "advice");
	if (advice && !row_has(context->input, HY_ADVICE))
		error_say(errors, E_REQUIRED, "/advice", N_("Write the advice that is given"));
	if (!facility || errors->count)
		return false;
	const struct condition own = CONDITION_TEXT(HYGIENE_CHECK_FACILITY, facility->id);
	const struct row *last = act_find_first(context, &RECORD_HYGIENE_CHECK, &own, 1, HYGIENE_CHECK_DAY, true);
	struct row *check = decision_insert(decision, &RECORD_HYGIENE_CHECK);
	for (int i = HY_FACILITY; i < HY_INPUTS; i++)
		row_set(check, HYGIENE_CHECK_FACILITY + i, row_value(context->input, i));
	row_set_date(check, context->arena, HYGIENE_CHECK_DAY, day);
	decision->result = check;
	/* One that is entered late does not put off what is due after a newer one. */
	if (last && date_compare(row_date(last, HYGIENE_CHECK_DAY), day) > 0)
		return true;
	if (last)
		decide_stop(context, decision, "hygiene-inspection", last->id);
	decide_start(context, decision, "hygiene-inspection", check, text_empty(), facility->id, context->now,
		act_midnight(context, facility->id, date_add_days(day, 1 + (int32_t)act_parameter(context, facility->id, "hygiene.inspect_days", 30))));
	return true;
}

const struct act ACT_HYGIENE_CHECK_RECORD = { .name = "hygiene_check.record", .label = N_("Record a hygiene inspection"), .help = N_("Five things are looked at; what must be better is said to the director"),
	.done = N_("Recorded; the next one is due in time"), .input_record = &HYGIENE_RECORD, .record = &RECORD_HYGIENE_CHECK, .target_input = FIELD_NONE,
	.actors = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_35, .decide = hygiene_decide };

/* ---- sport for the young: the clock runs from the admission on ---- */
static void young_received(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	struct text facility = person ? row_text(person, PERSON_CURRENT_FACILITY) : text_empty();
	if (facility.length && is_young(context, person, facility))
		decide_start(context, decision, "young-sport", person, person->id, facility, context->now, 0);
}

static const char *const RECEIVING[] = { "person.admit", "escape.return", NULL };
const struct reaction YOUNG_RECEIVED = { RECEIVING, young_received };
