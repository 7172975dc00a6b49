/* regime.c - complaint_round.record, privilege_scheme.publish, privilege_level.set. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_56 = { "NMR-56.1", N_("Nelson Mandela Rules, Rule 56"), SOURCE_TEXT_READ };
static const struct citation NMR_95 = { "NMR-95", N_("Nelson Mandela Rules, Rule 95"), SOURCE_TEXT_READ };

/* ---- who was asked today ---- */
enum { RO_PLACE, RO_CHANNEL, RO_AT, RO_TAKEN, RO_INPUTS };
static const struct field ROUND_INPUT[RO_INPUTS] = {
	[RO_PLACE] = { "place", N_("Place"), N_("The unit as a whole: wing or landing"), FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" },
	[RO_CHANNEL] = { "channel", N_("How people could complain or ask"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMPLAINT_ROUND_CHANNEL_CHOICES, .basis = &NMR_56 },
	[RO_AT] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[RO_TAKEN] = { "taken", N_("Complaints and requests taken"), N_("Only how many; each is received by itself"), FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 1000, 0 } } };
static const struct record ROUND_RECORD = ACT_INPUTS("complaint_round.record", ROUND_INPUT);

static bool round_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *place = act_load_input(context, RO_PLACE, &RECORD_PLACE, errors);
	int64_t moment = decide_moment(context, RO_AT, errors);
	if (!place || errors->count)
		return false;
	struct row *round = decision_insert(decision, &RECORD_COMPLAINT_ROUND);
	static const int PAIRS[] = { RO_PLACE, COMPLAINT_ROUND_PLACE, RO_CHANNEL, COMPLAINT_ROUND_CHANNEL, RO_TAKEN, COMPLAINT_ROUND_TAKEN, -1 };
	struct text facility = row_text(place, PLACE_FACILITY);
	decide_copy(round, context->input, PAIRS);
	row_set_text(round, COMPLAINT_ROUND_FACILITY, facility);
	row_set_integer(round, COMPLAINT_ROUND_AT, moment);
	int64_t times = act_parameter(context, facility, "complaint.round", 1);
	decide_stop(context, decision, "complaint-round", place->id);
	decide_start(context, decision, "complaint-round", place, text_empty(), facility, moment, moment + MOMENT_DAY / (times > 0 ? times : 1));
	decision->result = round;
	return true;
}

const struct act ACT_COMPLAINT_ROUND_RECORD = { .name = "complaint_round.record", .label = N_("Record an occasion to complain"),
	.help = N_("Every unit, every day: people could speak to the director, or the box was emptied"), .done = N_("Recorded; the next is due tomorrow"),
	.input_record = &ROUND_RECORD, .record = &RECORD_PLACE, .target_input = RO_PLACE, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_56, .decide = round_decide,
	.actors = ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR) };

/* ---- privileges ---- */
enum { SC_FACILITY, SC_VERSION, SC_LAW, SC_PUBLISHED, SC_GIVES, SC_HOW, SC_INPUTS };
static const struct field SCHEME_INPUT[SC_INPUTS] = {
	[SC_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[SC_VERSION] = { "version_name", N_("Version"), N_("As it stands on the paper that hangs in the units"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[SC_LAW] = { "law", N_("Legal basis"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[SC_PUBLISHED] = { "published_on", N_("Published"), N_("The day on which it was hung up and explained"), FIELD_DATE, OPEN, FIELD_REQUIRED, .basis = &NMR_95 },
	[SC_GIVES] = { "gives", N_("What a higher level gives"), N_("Rights are in every level, and are not chosen here"), FIELD_CODES, OPEN, FIELD_REQUIRED,
		.choices = PRIVILEGE_GIVES_CHOICES, .basis = &NMR_95 },
	[SC_HOW] = { "how", N_("How a level is reached and lost"), N_("In words that people in the facility understand"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record SCHEME_RECORD = ACT_INPUTS("privilege_scheme.publish", SCHEME_INPUT);

static const struct row *scheme_in_force(const struct act_context *context, struct text facility)
{
	const struct condition here[] = { CONDITION_TEXT(PRIVILEGE_SCHEME_FACILITY, facility), CONDITION_TEXT(PRIVILEGE_SCHEME_STATE, TEXT_OF("current")) };
	return act_find_first(context, &RECORD_PRIVILEGE_SCHEME, here, 2, FIELD_ID, true);
}

static bool publish_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	if (date_compare(row_date(context->input, SC_PUBLISHED), context->today) > 0)
		return decide_refuse(errors, "/published_on", N_("This day is still to come. Record the scheme when it is published"));
	struct text facility = row_text(context->input, SC_FACILITY);
	const struct row *before = scheme_in_force(context, facility);
	if (before)
		row_set_string(decision_change(decision, before), PRIVILEGE_SCHEME_STATE, "replaced");
	struct row *scheme = decision_insert(decision, &RECORD_PRIVILEGE_SCHEME);
	static const int PAIRS[] = { SC_FACILITY, PRIVILEGE_SCHEME_FACILITY, SC_VERSION, PRIVILEGE_SCHEME_VERSION, SC_LAW, PRIVILEGE_SCHEME_LAW, SC_PUBLISHED,
		PRIVILEGE_SCHEME_PUBLISHED, SC_GIVES, PRIVILEGE_SCHEME_GIVES, SC_HOW, PRIVILEGE_SCHEME_HOW, -1 };
	decide_copy(scheme, context->input, PAIRS);
	row_set_string(scheme, PRIVILEGE_SCHEME_STATE, "current");
	decision->result = scheme;
	return true;
}

const struct act ACT_PRIVILEGE_SCHEME_PUBLISH = { .name = "privilege_scheme.publish", .label = N_("Publish a scheme of privileges"),
	.help = N_("What people can gain, and how; never what everybody has by right"), .done = N_("The scheme is in force; the one before is replaced"),
	.input_record = &SCHEME_RECORD, .record = &RECORD_PRIVILEGE_SCHEME, .target_input = FIELD_NONE, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_95,
	.actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .decide = publish_decide };

enum { LE_PERSON, LE_LEVEL, LE_REASONS, LE_INPUTS };
static const struct field LEVEL_INPUT[LE_INPUTS] = {
	[LE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[LE_LEVEL] = { "level", N_("Level"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PRIVILEGE_LEVEL_CHOICES, .basis = &NMR_95 },
	[LE_REASONS] = { "reasons", N_("Reasons"), N_("What the person did. The person is told them and may complain"), FIELD_PROSE, OPEN, 0 } };
static const struct record LEVEL_RECORD = ACT_INPUTS("privilege_level.set", LEVEL_INPUT);

static bool level_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, LE_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	if (text_is_empty(facility))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	const struct condition own[] = { CONDITION_TEXT(PRIVILEGE_LEVEL_PERSON, person->id), CONDITION_TEXT(PRIVILEGE_LEVEL_STATE, TEXT_OF("current")) };
	const struct row *before = act_find_first(context, &RECORD_PRIVILEGE_LEVEL, own, 2, PRIVILEGE_LEVEL_FROM, true), *scheme = scheme_in_force(context, facility);
	if (before) {
		row_set_string(decision_change(decision, before), PRIVILEGE_LEVEL_STATE, "replaced");
		decide_stop(context, decision, "privilege-review", before->id);
	}
	struct row *level = decision_insert(decision, &RECORD_PRIVILEGE_LEVEL);
	static const int PAIRS[] = { LE_PERSON, PRIVILEGE_LEVEL_PERSON, LE_LEVEL, PRIVILEGE_LEVEL_LEVEL, LE_REASONS, PRIVILEGE_LEVEL_REASONS, -1 };
	decide_copy(level, context->input, PAIRS);
	row_set_text(level, PRIVILEGE_LEVEL_FACILITY, facility);
	if (scheme)
		row_set_text(level, PRIVILEGE_LEVEL_SCHEME, scheme->id);
	if (before)
		row_set(level, PRIVILEGE_LEVEL_BEFORE, row_value(before, PRIVILEGE_LEVEL_LEVEL));
	row_set_integer(level, PRIVILEGE_LEVEL_FROM, context->now);
	row_set_string(level, PRIVILEGE_LEVEL_STATE, "current");
	decide_start(context, decision, "privilege-review", level, person->id, facility, context->now, 0);
	decision->result = level;
	return true;
}

const struct act ACT_PRIVILEGE_LEVEL_SET = { .name = "privilege_level.set", .label = N_("Set the level of privileges"),
	.help = N_("By the published scheme, with reasons; set again, the same level is a review"), .done = N_("The level is set; tell the person the reasons"),
	.input_record = &LEVEL_RECORD, .record = &RECORD_PERSON, .target_input = LE_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_95,
	.actors = ROLE(CASEWORKER) | ROLE(GOVERNOR), .decide = level_decide };
