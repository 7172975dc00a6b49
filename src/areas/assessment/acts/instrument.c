/* instrument.c - instrument.load, .bring_into_force, .retire: instruments come as data and change hands between two persons. */
#include "areas/assessment/acts.h"

#include "base/builder.h"

#define OPEN SENSITIVITY_OFFICIAL
#define KEEPERS (ROLE(HEADQUARTERS) | ROLE(TRAINING))

static const struct citation VEP_T18 = { "VEP-T18", N_("A retired code stays readable and cannot be chosen (product safeguard T18)"), SOURCE_PROPOSAL };

enum { LO_DEFINITION, LO_INPUTS };
static const struct field LOAD_INPUT[LO_INPUTS] = { [LO_DEFINITION] = { "definition", N_("Instrument as JSON"),
	N_("The whole text of the file. Each fault is told with line and column"), FIELD_PROSE, OPEN, FIELD_REQUIRED, .limits = { 2, INSTRUMENT_TEXT, 0 } } };
static const struct record LOAD_RECORD = ACT_INPUTS("instrument.load", LOAD_INPUT);

static struct text titles_of(struct arena *arena, const struct words *title)
{
	struct builder lines;
	builder_begin(&lines, arena, 200);
	for (size_t i = 0; i < title->count; i++) {
		builder_add(&lines, title->language[i]);
		builder_add_byte(&lines, ' ');
		builder_add(&lines, title->text[i]);
		builder_add_byte(&lines, '\n');
	}
	return text_trim(builder_text(&lines));
}

static bool load_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct instrument read;
	struct text definition = row_text(context->input, LO_DEFINITION);
	if (!instrument_read(context->arena, definition, TEXT_OF("instrument"), &read, errors))
		return false;
	const struct condition same[] = { CONDITION_TEXT(INSTRUMENT_CODE, read.code), CONDITION_TEXT(INSTRUMENT_VERSION, read.version) };
	if (act_count(context, &RECORD_INSTRUMENT, same, 2) > 0) {
		error_add(errors, &(struct error){ .code = E_DUPLICATE, .path = TEXT_OF("/definition"),
			.message = N_("This version of the instrument is loaded already"), .advice = N_("Give a changed instrument a new version") });
		return false;
	}
	struct row *row = decision_insert(decision, &RECORD_INSTRUMENT);
	row_set_text(row, INSTRUMENT_CODE, read.code);
	row_set_text(row, INSTRUMENT_VERSION, read.version);
	row_set_text(row, INSTRUMENT_TITLE, words_in(&read.title, "en"));
	row_set_text(row, INSTRUMENT_TITLES, titles_of(context->arena, &read.title));
	row_set_text(row, INSTRUMENT_QUESTION, read.question);
	row_set_string(row, INSTRUMENT_ABOUT, read.about_place ? "place" : "person");
	row_set_string(row, INSTRUMENT_STATE, "draft");
	row_set_text(row, INSTRUMENT_OWNER, read.owner);
	row_set_text(row, INSTRUMENT_LICENCE, read.licence);
	row_set_text(row, INSTRUMENT_CERTIFICATE, read.certificate);
	row_set_text(row, INSTRUMENT_DEFINITION, definition);
	row_set_integer(row, INSTRUMENT_LOADED_AT, context->now);
	decision->result = row;
	return true;
}

const struct act ACT_INSTRUMENT_LOAD = { .name = "instrument.load", .label = N_("Load an instrument"), .done = N_("The instrument is loaded as a draft"),
	.help = N_("A draft can be read by all; it is used only after a second person has agreed to bring it into force"), .input_record = &LOAD_RECORD,
	.record = &RECORD_INSTRUMENT, .target_input = FIELD_NONE, .actors = KEEPERS, .decide = load_decide };

enum { IN_INSTRUMENT, IN_INPUTS };
static const struct field STATE_INPUT[IN_INPUTS] = { [IN_INSTRUMENT] = { "instrument", N_("Instrument"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED,
	.reference = "instrument" } };
static const struct record FORCE_RECORD = ACT_INPUTS("instrument.bring_into_force", STATE_INPUT), RETIRE_RECORD = ACT_INPUTS("instrument.retire", STATE_INPUT);

static void retire(struct act_context *context, struct decision *decision, const struct row *row)
{
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, INSTRUMENT_STATE, "retired");
	row_set_integer(changed, INSTRUMENT_RETIRED_AT, context->now);
}

static bool force_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, IN_INSTRUMENT, &RECORD_INSTRUMENT, errors);
	if (!row)
		return false;
	if (!row_is(row, INSTRUMENT_STATE, "draft"))
		return decide_refuse(errors, "/instrument", N_("Only a draft can be brought into force"));
	const struct condition before[] = { CONDITION_TEXT(INSTRUMENT_CODE, row_text(row, INSTRUMENT_CODE)), CONDITION_TEXT(INSTRUMENT_STATE, TEXT_OF("in_force")) };
	struct rows old = act_find(context, &RECORD_INSTRUMENT, before, 2);
	for (size_t i = 0; i < old.count; i++)
		retire(context, decision, old.items[i]);
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, INSTRUMENT_STATE, "in_force");
	row_set_integer(changed, INSTRUMENT_IN_FORCE_AT, context->now);
	decision->result = changed;
	return true;
}

static bool retire_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, IN_INSTRUMENT, &RECORD_INSTRUMENT, errors);
	if (!row)
		return false;
	if (row_is(row, INSTRUMENT_STATE, "retired"))
		return decide_refuse(errors, "/instrument", N_("This instrument is retired already"));
	retire(context, decision, row);
	decision->result = decision_change(decision, row);
	return true;
}

#define STATE_ACT(symbol, name_, label_, done_, record_, function) \
	const struct act symbol = { .name = name_, .label = label_, .done = done_, .input_record = &record_, .record = &RECORD_INSTRUMENT, \
		.target_input = IN_INSTRUMENT, .actors = KEEPERS, .seconds = KEEPERS | ROLE(COMMITTEE) | ROLE(GOVERNOR), .flags = ACT_SECOND_PERSON, \
		.basis = &VEP_T18, .decide = function }

STATE_ACT(ACT_INSTRUMENT_FORCE, "instrument.bring_into_force", N_("Bring the instrument into force"), N_("The instrument is in force"), FORCE_RECORD,
	force_decide);
STATE_ACT(ACT_INSTRUMENT_RETIRE, "instrument.retire", N_("Retire the instrument"), N_("The instrument is retired"), RETIRE_RECORD, retire_decide);
