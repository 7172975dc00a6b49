/* conditions.c - unit_day.record, day_exception.note, place_check.record, .answer, supply.give: how people live, day by day. */
#include "areas/care/acts/common.h"

static const struct citation NMR_13 = { "NMR-13", N_("Nelson Mandela Rules, Rule 13"), SOURCE_TEXT_READ };
static const struct citation NMR_18 = { "NMR-18.1", N_("Nelson Mandela Rules, Rule 18"), SOURCE_TEXT_READ };
static const struct citation NMR_23 = { "NMR-23.1", N_("Nelson Mandela Rules, Rule 23"), SOURCE_TEXT_READ };
static const struct citation NMR_35 = { "NMR-35.2", N_("Nelson Mandela Rules, Rule 35"), SOURCE_TEXT_READ };

#define PLACE_INPUT(label_) { "place", label_, NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" }
#define WATCHING (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(GOVERNOR))

/* A day that has not come cannot be written. Absent: today. */
struct date care_day_input(const struct act_context *context, int input, struct error_list *errors)
{
	struct date day = row_has(context->input, input) ? row_date(context->input, input) : context->today;
	if (date_compare(day, context->today) > 0)
		error_say(errors, E_DATE_ORDER, arena_string(context->arena, arena_format(context->arena, "/%s", context->input->record->fields[input].name)), N_("This day has not come yet"));
	return day;
}

/* ---- the day of a unit: inputs stand in the order of the fields, without the facility ---- */
enum { RE_PLACE, RE_DAY, RE_MEALS, RE_WATER, RE_YARD, RE_WEATHER, RE_SHOWER, RE_BEDDING, RE_NOTE, RE_INPUTS };
static const struct field RECORD_INPUT[RE_INPUTS] = { [RE_PLACE] = PLACE_INPUT(N_("Unit")),
	[RE_DAY] = { "day", N_("Day"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[RE_MEALS] = { "meals", N_("Meals served"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 9, 0 } },
	[RE_WATER] = { "water", N_("Drinking water all day"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[RE_YARD] = { "yard_minutes", N_("Minutes in the open offered"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 1440, 0 }, .basis = &NMR_23 },
	[RE_WEATHER] = { "weather", N_("The weather did not allow it"), NULL, FIELD_YES_NO, OPEN, 0 },
	[RE_SHOWER] = { "shower", N_("Showers offered"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[RE_BEDDING] = { "bedding", N_("Bedding or clothes changed"), NULL, FIELD_YES_NO, OPEN, 0 },
	[RE_NOTE] = { "note", N_("What else"), N_("No names: who had less is noted person by person"), FIELD_LINE, OPEN, 0 } };
static const struct record RECORD_RECORD = ACT_INPUTS("unit_day.record", RECORD_INPUT);

static bool record_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *place = act_load_input(context, RE_PLACE, &RECORD_PLACE, errors);
	struct date date = care_day_input(context, RE_DAY, errors);
	if (!place || errors->count)
		return false;
	const struct condition same[] = { CONDITION_TEXT(UNIT_DAY_PLACE, place->id), CONDITION_TEXT(UNIT_DAY_DAY, date_text(context->arena, date)) };
	if (act_count(context, &RECORD_UNIT_DAY, same, 2) > 0)
		return decide_refuse(errors, "/day", N_("This day of the unit is written already"));
	struct row *day = decision_insert(decision, &RECORD_UNIT_DAY);
	for (int i = RE_MEALS; i < RE_INPUTS; i++)
		row_set(day, UNIT_DAY_MEALS + i - RE_MEALS, row_value(context->input, i));
	row_set_text(day, UNIT_DAY_PLACE, place->id);
	row_set(day, UNIT_DAY_FACILITY, row_value(place, PLACE_FACILITY));
	row_set_date(day, context->arena, UNIT_DAY_DAY, date);
	decision->result = day;
	return true;
}

const struct act ACT_UNIT_DAY_RECORD = { .name = "unit_day.record", .label = N_("Write the day of a unit"), .help = N_("What everybody in the unit got; then only who had less"),
	.done = N_("The day is written"), .input_record = &RECORD_RECORD, .record = &RECORD_PLACE, .target_input = RE_PLACE,
	.actors = ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_23, .decide = record_decide };

enum { NO_PERSON, NO_DAY, NO_KIND, NO_WHY, NO_INPUTS };
static const struct field NOTE_INPUT[NO_INPUTS] = { [NO_PERSON] = PERSON_INPUT,
	[NO_DAY] = { "day", N_("Day"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[NO_KIND] = { "kind", N_("What was missing"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = DAY_EXCEPTION_KIND_CHOICES, .basis = &NMR_23 },
	[NO_WHY] = { "why", N_("Why"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = DAY_EXCEPTION_WHY_CHOICES } };
static const struct record NOTE_RECORD = ACT_INPUTS("day_exception.note", NOTE_INPUT);

static bool note_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, NO_PERSON, &RECORD_PERSON, errors);
	struct date date = care_day_input(context, NO_DAY, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *exception = decision_insert(decision, &RECORD_DAY_EXCEPTION);
	static const int PAIRS[] = { NO_PERSON, DAY_EXCEPTION_PERSON, NO_KIND, DAY_EXCEPTION_KIND, NO_WHY, DAY_EXCEPTION_WHY, -1 };
	decide_copy(exception, context->input, PAIRS);
	row_set(exception, DAY_EXCEPTION_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_date(exception, context->arena, DAY_EXCEPTION_DAY, date);
	decision->result = exception;
	return true;
}

const struct act ACT_DAY_EXCEPTION_NOTE = { .name = "day_exception.note", .label = N_("Note who had less than the unit"), .done = N_("Recorded"), .input_record = &NOTE_RECORD,
	.record = &RECORD_PERSON, .target_input = NO_PERSON, .actors = WATCHING, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_23, .decide = note_decide };

/* ---- a look at a place: inputs stand in the order of the fields, without the facility ---- */
enum { CH_PLACE, CH_AT, CH_PEOPLE, CH_BEDS, CH_FLOOR, CH_WINDOW, CH_LUX, CH_TEMPERATURE, CH_TOILET, CH_WATER, CH_CLEAN, CH_ADVICE, CH_INPUTS };
static const struct field CHECK_INPUT[CH_INPUTS] = { [CH_PLACE] = PLACE_INPUT(N_("Cell or place")),
	[CH_AT] = { "checked_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[CH_PEOPLE] = { "people", N_("People who sleep there"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 2000, 0 } },
	[CH_BEDS] = { "beds", N_("Beds with clean bedding"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 2000, 0 } },
	[CH_FLOOR] = { "floor_area", N_("Floor, in square metres, without the toilet"), NULL, FIELD_DECIMAL, OPEN, FIELD_REQUIRED, .limits = { 0, 1000000, 2 }, .basis = &NMR_13 },
	[CH_WINDOW] = { "daylight", N_("Window"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PLACE_CHECK_WINDOW_CHOICES },
	[CH_LUX] = { "light_lux", N_("Lamp light, in lux"), N_("If measured"), FIELD_INTEGER, OPEN, 0, .limits = { 0, 100000, 0 } },
	[CH_TEMPERATURE] = { "temperature", N_("Temperature, in degrees Celsius"), N_("If measured"), FIELD_INTEGER, OPEN, 0, .limits = { -40, 60, 0 } },
	[CH_TOILET] = { "toilet", N_("Toilet"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PLACE_CHECK_TOILET_CHOICES },
	[CH_WATER] = { "water", N_("Drinking water"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[CH_CLEAN] = { "clean", N_("Clean and dry"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[CH_ADVICE] = { "advice", N_("What must be mended"), N_("Advice of the health service goes to the director, who answers"), FIELD_PROSE, OPEN, 0, .basis = &NMR_35 } };
static const struct record CHECK_RECORD = ACT_INPUTS("place_check.record", CHECK_INPUT);

static bool check_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *place = act_load_input(context, CH_PLACE, &RECORD_PLACE, errors);
	int64_t moment = decide_moment(context, CH_AT, errors);
	if (!place || errors->count)
		return false;
	struct row *check = decision_insert(decision, &RECORD_PLACE_CHECK);
	for (int i = CH_PEOPLE; i < CH_INPUTS; i++)
		row_set(check, PLACE_CHECK_PEOPLE + i - CH_PEOPLE, row_value(context->input, i));
	row_set_text(check, PLACE_CHECK_PLACE, place->id);
	row_set(check, PLACE_CHECK_FACILITY, row_value(place, PLACE_FACILITY));
	row_set_integer(check, PLACE_CHECK_AT, moment);
	if (row_has(check, PLACE_CHECK_ADVICE) && actor_has_role(context->actor, ROLE(HEALTH)))
		decide_start(context, decision, "conditions-advice", check, text_empty(), row_text(place, PLACE_FACILITY), context->now, 0);
	decision->result = check;
	return true;
}

const struct act ACT_PLACE_CHECK_RECORD = { .name = "place_check.record", .label = N_("Look at a cell or place"), .done = N_("Recorded"), .input_record = &CHECK_RECORD,
	.record = &RECORD_PLACE, .target_input = CH_PLACE, .actors = WATCHING | ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_13, .decide = check_decide };

enum { AN_CHECK, AN_INPUTS };
static const struct field ANSWER_INPUT[AN_INPUTS] = {
	[AN_CHECK] = { "place_check", N_("Look at a cell or place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place_check" } };
static const struct record ANSWER_RECORD = ACT_INPUTS("place_check.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *check = act_load_input(context, AN_CHECK, &RECORD_PLACE_CHECK, errors);
	if (!check)
		return false;
	if (!row_has(check, PLACE_CHECK_ADVICE) || row_has(check, PLACE_CHECK_ANSWER))
		return decide_refuse(errors, "/place_check", N_("There is no advice, or it is answered already"));
	struct row *changed = decision_change(decision, check);
	row_set_text(changed, PLACE_CHECK_ANSWER, context->reason);
	decide_stop(context, decision, "conditions-advice", check->id);
	decision->result = changed;
	return true;
}

const struct act ACT_PLACE_CHECK_ANSWER = { .name = "place_check.answer", .label = N_("Answer the advice about a place"),
	.help = N_("Say what is done now; or that it goes with the director's own report to higher authority, and why"), .done = N_("Recorded"), .input_record = &ANSWER_RECORD,
	.record = &RECORD_PLACE_CHECK, .target_input = AN_CHECK, .actors = ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_35, .decide = answer_decide };

/* ---- handed out ---- */
enum { GI_PERSON, GI_KIND, GI_AT, GI_INPUTS };
static const struct field GIVE_INPUT[GI_INPUTS] = { [GI_PERSON] = PERSON_INPUT,
	[GI_KIND] = { "kind", N_("What"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SUPPLY_KIND_CHOICES, .basis = &NMR_18 },
	[GI_AT] = { "given_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record GIVE_RECORD = ACT_INPUTS("supply.give", GIVE_INPUT);

static bool give_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, GI_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, GI_AT, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *supply = decision_insert(decision, &RECORD_SUPPLY);
	static const int PAIRS[] = { GI_PERSON, SUPPLY_PERSON, GI_KIND, SUPPLY_KIND, -1 };
	decide_copy(supply, context->input, PAIRS);
	row_set(supply, SUPPLY_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_integer(supply, SUPPLY_AT, moment);
	decision->result = supply;
	return true;
}

const struct act ACT_SUPPLY_GIVE = { .name = "supply.give", .label = N_("Hand out bedding, clothes, hygiene"), .done = N_("Recorded"), .input_record = &GIVE_RECORD,
	.record = &RECORD_PERSON, .target_input = GI_PERSON, .actors = WATCHING, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_18, .decide = give_decide };
