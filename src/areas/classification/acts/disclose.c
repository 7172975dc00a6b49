/* disclose.c - classification.set_disclosure, schedule, disclose, represent: the person knows the case and is heard. */
#include "areas/classification/acts/common.h"

static const struct citation DISCLOSURE = { "SAFE-T6", N_("Disclosure: full, else a gist, else not used"), SOURCE_SECONDARY };
static const struct citation PREPARE = { "SAFE-PREPARE", N_("Time to prepare and to be heard"), SOURCE_SECONDARY };

/* ---- the form of each item ---- */
enum { SD_EVIDENCE, SD_FORM, SD_GIST, SD_GROUND, SD_INPUTS };
static const struct field SET_INPUT[SD_INPUTS] = {
	[SD_EVIDENCE] = { "evidence", N_("Evidence"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "classification_evidence" },
	[SD_FORM] = { "disclosure", N_("How the person gets it"), N_("What cannot be given even as a gist is not used for the decision"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = CLASSIFICATION_DISCLOSURE_CHOICES },
	[SD_GIST] = { "gist", N_("Words given to the person"), N_("As much as possible; in full: leave empty"), FIELD_PROSE, OPEN, 0 },
	[SD_GROUND] = { "withheld_ground", N_("Ground of withholding"), N_("Needed for all but the full text"), FIELD_CHOICE, OPEN, 0, .choices = CLASSIFICATION_WITHHELD_GROUND_CHOICES } };
static const struct record SET_RECORD = ACT_INPUTS("classification.set_disclosure", SET_INPUT);

static bool set_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *item = act_load_input(context, SD_EVIDENCE, &RECORD_CLASSIFICATION_EVIDENCE, errors), *input = context->input;
	const struct row *row = item ? act_load(context, &RECORD_CLASSIFICATION, row_text(item, EVIDENCE_DECISION)) : NULL;
	if (!item)
		return false;
	if (!row || !row_is(row, CLASSIFICATION_STATE, "proposed") || row_has_lapsed(row, context->now))
		return decide_refuse(errors, "/evidence", N_("The person has the papers already"));
	bool full = row_is(input, SD_FORM, "full"), words = row_is(input, SD_FORM, "gist") || row_is(input, SD_FORM, "summary");
	if (words && !row_has(input, SD_GIST))
		error_say(errors, E_REQUIRED, "/gist", N_("Write the words that the person gets"));
	if (!full && !row_has(input, SD_GROUND))
		error_say(errors, E_REQUIRED, "/withheld_ground", N_("Say why the person does not get the full text"));
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, item);
	row_set(changed, EVIDENCE_DISCLOSURE, row_value(input, SD_FORM));
	row_set(changed, EVIDENCE_GIST, words ? row_value(input, SD_GIST) : value_absent());
	row_set(changed, EVIDENCE_WITHHELD_GROUND, full ? value_absent() : row_value(input, SD_GROUND));
	decision->result = changed;
	return true;
}

const struct act ACT_CLASSIFICATION_SET_DISCLOSURE = { .name = "classification.set_disclosure", .label = N_("Set what the person gets"), .done = N_("Recorded"),
	.input_record = &SET_RECORD, .record = &RECORD_CLASSIFICATION_EVIDENCE, .target_input = SD_EVIDENCE,
	.actors = ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &DISCLOSURE,
	.decide = set_decide };

/* ---- list of a day ---- */
enum { SC_DECISION, SC_AT, SC_INPUTS };
static const struct field SCHEDULE_INPUT[SC_INPUTS] = { [SC_DECISION] = DECISION_INPUT,
	[SC_AT] = { "hearing_at", N_("On the list for"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED } };
static const struct record SCHEDULE_RECORD = ACT_INPUTS("classification.schedule", SCHEDULE_INPUT);

static bool schedule_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, SC_DECISION, &RECORD_CLASSIFICATION, errors);
	if (!row)
		return false;
	if (!classification_is_open(row, context->now) && !row_is(row, CLASSIFICATION_STATE, "review"))
		return decide_refuse(errors, "/decision", N_("Nothing is to be decided here"));
	if (row_moment(context->input, SC_AT) < context->now - MOMENT_DAY || row_moment(context->input, SC_AT) > row_moment(row, CLASSIFICATION_ENDS_AT))
		error_say(errors, E_DATE_ORDER, "/hearing_at", N_("Choose a day from today on, before the proposal lapses"));
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, row);
	row_set(changed, CLASSIFICATION_HEARING_AT, row_value(context->input, SC_AT));
	decision->result = changed;
	return true;
}

const struct act ACT_CLASSIFICATION_SCHEDULE = { .name = "classification.schedule", .label = N_("Put on the list of a day"), .done = N_("The case is on the list"),
	.input_record = &SCHEDULE_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = SC_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .decide = schedule_decide };

/* ---- papers to the person ---- */
static const struct field DISCLOSE_INPUT[DISCLOSE_INPUTS] = { [DISCLOSE_DECISION] = DECISION_INPUT,
	[DISCLOSE_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[DISCLOSE_FORM] = { "form", N_("How"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_NOTICE_FORM_CHOICES },
	[DISCLOSE_AT] = { "given_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record DISCLOSE_RECORD = ACT_INPUTS("classification.disclose", DISCLOSE_INPUT);

static bool disclose_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t at = decide_moment(context, DISCLOSE_AT, errors), withheld = 0;
	struct row *changed = classification_step(context, decision, DISCLOSE_DECISION, "disclosed", errors);
	if (!changed || errors->count)
		return false;
	struct rows items = classification_parts(context, &RECORD_CLASSIFICATION_EVIDENCE, changed->id);
	for (size_t i = 0; i < items.count; i++) {
		if (!row_has(items.items[i], EVIDENCE_DISCLOSURE))
			return decide_refuse(errors, "/decision", N_("Say first for every item how the person gets it"));
		withheld += row_is(items.items[i], EVIDENCE_DISCLOSURE, "withheld");
	}
	int64_t days = act_parameter(context, classification_facility(context, changed), "class.prepare_days", 3);
	row_set_integer(changed, CLASSIFICATION_DISCLOSED_AT, at);
	row_set(changed, CLASSIFICATION_DISCLOSED_IN, row_value(context->input, DISCLOSE_LANGUAGE));
	row_set_integer(changed, CLASSIFICATION_PREPARE_UNTIL, at + days * MOMENT_DAY);
	row_set_integer(changed, CLASSIFICATION_WITHHELD, withheld);
	return true;
}

const struct act ACT_CLASSIFICATION_DISCLOSE = { .name = "classification.disclose", .label = N_("Give the person the papers"),
	.help = N_("Print the person's own copy and explain it; the time to prepare begins"), .done = N_("The time to prepare has begun"),
	.input_record = &DISCLOSE_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = DISCLOSE_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(COMMITTEE), .flags = ACT_MAY_RECORD_FACT, .basis = &DISCLOSURE, .decide = disclose_decide };

/* ---- what the person says ---- */
enum { RE_DECISION, RE_HOW, RE_WORDS, RE_LAWYER, RE_INTERPRETER, RE_AT, RE_INPUTS };
static const struct field REPRESENT_INPUT[RE_INPUTS] = { [RE_DECISION] = DECISION_INPUT,
	[RE_HOW] = { "how", N_("How"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_REPRESENTATION_HOW_CHOICES },
	[RE_WORDS] = { "words", N_("What the person said"), N_("In the person's own words"), FIELD_PROSE, OPEN, 0 },
	[RE_LAWYER] = { "lawyer", N_("Lawyer"), NULL, FIELD_LINE, OPEN, 0 }, [RE_INTERPRETER] = { "interpreter", N_("Interpreter"), NULL, FIELD_LINE, OPEN, 0 },
	[RE_AT] = { "made_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record REPRESENT_RECORD = ACT_INPUTS("classification.represent", REPRESENT_INPUT);

static bool represent_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t at = decide_moment(context, RE_AT, errors);
	struct row *changed = classification_step(context, decision, RE_DECISION, "representations", errors);
	if (changed && !row_is(context->input, RE_HOW, "declined") && !row_has(context->input, RE_WORDS))
		error_say(errors, E_REQUIRED, "/words", N_("Write what the person said"));
	if (!changed || errors->count)
		return false;
	struct row *said = decision_insert(decision, &RECORD_CLASSIFICATION_REPRESENTATION);
	static const int PAIRS[] = { RE_DECISION, REPRESENTATION_DECISION, RE_HOW, REPRESENTATION_HOW, RE_WORDS, REPRESENTATION_TEXT, RE_LAWYER,
		REPRESENTATION_LAWYER, RE_INTERPRETER, REPRESENTATION_INTERPRETER, -1 };
	decide_copy(said, context->input, PAIRS);
	row_set_text(said, REPRESENTATION_PERSON, row_text(changed, CLASSIFICATION_PERSON));
	row_set_integer(said, REPRESENTATION_AT, at);
	row_set(said, REPRESENTATION_ENDS_AT, row_value(changed, CLASSIFICATION_ENDS_AT));
	decision->result = said;
	return true;
}

const struct act ACT_CLASSIFICATION_REPRESENT = { .name = "classification.represent", .label = N_("Record what the person says"), .done = N_("Recorded in the person's words"),
	.input_record = &REPRESENT_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = RE_DECISION,
	.actors = ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(COMMITTEE) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &PREPARE,
	.decide = represent_decide };
