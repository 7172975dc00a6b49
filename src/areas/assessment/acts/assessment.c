/* assessment.c - assessment.request, .assign, .begin, .cancel, .end: the way of an assessment before and after the work of its raters. */
#include "areas/assessment/acts.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_8B = { "NMR-8.b", N_("Nelson Mandela Rules, Rule 8 (b)"), SOURCE_TEXT_READ };
static const struct citation VEP_T7 = { "VEP-T7", N_("Second rating blind to the first (product safeguard T7)"), SOURCE_PROPOSAL };

#define ASSESSMENT_INPUT { "assessment", N_("Assessment"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "assessment" }

/* ---- request ---- */
enum { RE_PERSON, RE_FACILITY, RE_INSTRUMENT, RE_PURPOSE, RE_TRIGGER, RE_INPUTS };
static const struct field REQUEST_INPUT[RE_INPUTS] = {
	[RE_PERSON] = { "person", N_("Person"), N_("Empty for an instrument about an institution"), FIELD_REFERENCE, OPEN, 0, .reference = "person" },
	[RE_FACILITY] = { "facility", N_("Facility"), N_("Only for an instrument about an institution"), FIELD_REFERENCE, OPEN, 0, .reference = "facility" },
	[RE_INSTRUMENT] = { "instrument", N_("Instrument"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "instrument" },
	[RE_PURPOSE] = { "purpose", N_("Purpose"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PURPOSE_CHOICES },
	[RE_TRIGGER] = { "trigger_note", N_("What happened"), N_("When something new has happened"), FIELD_LINE, CLOSED, 0 } };
static const struct record REQUEST_RECORD = ACT_INPUTS("assessment.request", REQUEST_INPUT);

/* Earlier assessments of the person by any version of the same instrument. */
static struct rows earlier(const struct act_context *context, struct text person, struct text code)
{
	const struct condition own = CONDITION_TEXT(ASSESSMENT_PERSON, person);
	struct rows all = act_find(context, &RECORD_ASSESSMENT, &own, 1), same = { ARENA_ARRAY(context->arena, struct row *, all.count + 1), 0 };
	for (size_t i = 0; i < all.count; i++) {
		const struct row *instrument = act_load(context, &RECORD_INSTRUMENT, row_text(all.items[i], ASSESSMENT_INSTRUMENT));
		if (instrument && text_equal(row_text(instrument, INSTRUMENT_CODE), code))
			same.items[same.count++] = all.items[i];
	}
	return same;
}

/* Whom or what it is about; false with a fault. */
static bool about(struct act_context *context, const struct instrument *instrument, const struct row **out_person, struct text *out_facility,
	struct error_list *errors)
{
	bool place = instrument->about_place;
	*out_person = NULL;
	if (place == row_has(context->input, RE_PERSON)) {
		error_say(errors, E_REQUIRED, "/person", place ? N_("This instrument is about an institution: leave the person empty") :
			N_("Say whom the assessment is about"));
		return false;
	}
	if (!place && !(*out_person = act_load_input(context, RE_PERSON, &RECORD_PERSON, errors)))
		return false;
	*out_facility = place ? row_text(context->input, RE_FACILITY) : row_text(*out_person, PERSON_CURRENT_FACILITY);
	if (text_is_empty(*out_facility)) {
		error_say(errors, E_REQUIRED, place ? "/facility" : "/person", place ? N_("Say which institution the assessment is about") :
			N_("This person is not in custody now"));
		return false;
	}
	if (place && !actor_in_scope(context->actor, *out_facility)) {
		error_say(errors, E_REFERENCE, "/facility", N_("This facility is outside your scope"));
		return false;
	}
	return true;
}

static bool request_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RE_PERSON, ASSESSMENT_PERSON, RE_INSTRUMENT, ASSESSMENT_INSTRUMENT, RE_PURPOSE, ASSESSMENT_PURPOSE, RE_TRIGGER,
		ASSESSMENT_TRIGGER, -1 };
	struct row *row = decision_insert(decision, &RECORD_ASSESSMENT);
	const struct row *person;
	struct instrument instrument;
	struct text facility;
	decide_copy(row, context->input, PAIRS);
	if (!act_load_input(context, RE_INSTRUMENT, &RECORD_INSTRUMENT, errors) || !assessment_instrument(context, row, &instrument, errors) ||
		!about(context, &instrument, &person, &facility, errors))
		return false;
	if (row_is(row, ASSESSMENT_PURPOSE, "trigger") && !row_has(row, ASSESSMENT_TRIGGER))
		error_say(errors, E_REQUIRED, "/trigger_note", N_("Say what has happened"));
	struct rows before = person ? earlier(context, person->id, instrument.code) : (struct rows){ NULL, 0 };
	int64_t final = 0;
	for (size_t i = 0; i < before.count; i++) {
		final += row_has(before.items[i], ASSESSMENT_FINAL_AT) ? 1 : 0;
		if (assessment_is_open(before.items[i]))
			return decide_refuse(errors, "/instrument", N_("An assessment with this instrument is under way already"));
		decide_stop(context, decision, "reassessment-due", before.items[i]->id);
	}
	bool second = text_equal_string(instrument.second_rating, "always") || (text_equal_string(instrument.second_rating, "first") && final == 0);
	/* A share of all, so that agreement is known in daily work, too (prison-practice 4.3). */
	bool drawn = text_equal_string(instrument.second_rating, "lot") && assessment_is_drawn(person ? person->id : facility, instrument.code, final,
		act_parameter(context, facility, "assessment.second_lot_pct", 10));
	row_set_text(row, ASSESSMENT_FACILITY, facility);
	row_set_string(row, ASSESSMENT_STATE, "requested");
	row_set_yes_no(row, ASSESSMENT_SECOND_NEEDED, second || drawn);
	row_set_yes_no(row, ASSESSMENT_DRAWN, drawn);
	row_set_integer(row, ASSESSMENT_REQUESTED_AT, context->now);
	decide_start(context, decision, "assessment-due", row, person ? person->id : text_empty(), facility, context->now, 0);
	decision->result = row;
	return errors->count == 0;
}

const struct act ACT_ASSESSMENT_REQUEST = { .name = "assessment.request", .label = N_("Ask for an assessment"), .done = N_("The assessment is asked for"),
	.help = N_("Which question, with which instrument, and why now"), .input_record = &REQUEST_RECORD, .record = &RECORD_PERSON,
	.target_input = RE_PERSON, .flags = ACT_JUDGEMENT, .actors = ASSESSMENT_RATERS | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_8B,
	.decide = request_decide };

/* ---- assign ---- */
enum { AS_ASSESSMENT, AS_POSITION, AS_CERTIFICATE, AS_INPUTS };
static const struct field ASSIGN_INPUT[AS_INPUTS] = { [AS_ASSESSMENT] = ASSESSMENT_INPUT,
	[AS_POSITION] = { "position", N_("As"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = POSITION_CHOICES },
	[AS_CERTIFICATE] = { "certificate", N_("Whose certificate"), N_("The holder becomes the rater. Empty: yourself"), FIELD_REFERENCE, OPEN, 0,
		.reference = "certificate" } };
static const struct record ASSIGN_RECORD = ACT_INPUTS("assessment.assign", ASSIGN_INPUT);

static bool assign_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, AS_ASSESSMENT, &RECORD_ASSESSMENT, errors);
	bool first = row_is(context->input, AS_POSITION, "first");
	if (!row)
		return false;
	if (!row_is(row, ASSESSMENT_STATE, "requested") && !row_is(row, ASSESSMENT_STATE, "assigned") && !row_is(row, ASSESSMENT_STATE, "in_progress") &&
		(first || !row_is(row, ASSESSMENT_STATE, "submitted")))
		return decide_refuse(errors, "/assessment", N_("The rating is over: nobody can be assigned now"));
	if (!first && !row_is_yes(row, ASSESSMENT_SECOND_NEEDED))
		return decide_refuse(errors, "/position", N_("This instrument does not ask for a second rating here"));
	if (assessment_sheet(context, row->id, first ? "first" : "second"))
		return decide_refuse(errors, "/position", N_("This rater has begun already"));
	struct text rater = context->actor->id;
	if (row_has(context->input, AS_CERTIFICATE)) {
		const struct row *certificate = act_load_input(context, AS_CERTIFICATE, &RECORD_CERTIFICATE, errors);
		if (!certificate)
			return false;
		rater = row_text(certificate, CERTIFICATE_HOLDER);
	} else if (!actor_has_role(context->actor, ASSESSMENT_RATERS)) {
		return decide_refuse(errors, "/certificate", N_("Choose whose certificate it is: your own role does not rate"));
	}
	struct row *changed = decision_change(decision, row);
	row_set_text(changed, first ? ASSESSMENT_ASSESSOR : ASSESSMENT_SECOND, rater);
	if (row_is(row, ASSESSMENT_STATE, "requested")) {
		row_set_string(changed, ASSESSMENT_STATE, "assigned");
		row_set_integer(changed, ASSESSMENT_ASSIGNED_AT, context->now);
	}
	decision->result = changed;
	return true;
}

const struct act ACT_ASSESSMENT_ASSIGN = { .name = "assessment.assign", .label = N_("Assign a rater"), .done = N_("The rater is assigned"),
	.input_record = &ASSIGN_RECORD, .record = &RECORD_ASSESSMENT, .target_input = AS_ASSESSMENT, .flags = ACT_MAY_RECORD_FACT,
	.actors = ASSESSMENT_RATERS | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &VEP_T7, .decide = assign_decide };

/* ---- begin ---- */
enum { BE_ASSESSMENT, BE_DECLARED, BE_INPUTS };
static const struct field BEGIN_INPUT[BE_INPUTS] = { [BE_ASSESSMENT] = ASSESSMENT_INPUT,
	[BE_DECLARED] = { "no_close_contact", N_("I have no close contact with this person"),
		N_("Not family, friend or neighbour; I do not work with or treat the person every day; neither harmed the other"), FIELD_YES_NO, OPEN, FIELD_REQUIRED } };
static const struct record BEGIN_RECORD = ACT_INPUTS("assessment.begin", BEGIN_INPUT);

static bool begin_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, BE_ASSESSMENT, &RECORD_ASSESSMENT, errors);
	struct instrument instrument;
	if (!row)
		return false;
	bool first = text_equal(row_text(row, ASSESSMENT_ASSESSOR), context->actor->id), second = text_equal(row_text(row, ASSESSMENT_SECOND), context->actor->id);
	if (!first && !second)
		return decide_refuse(errors, "/assessment", N_("You are not assigned as a rater of this assessment"));
	const char *position = first ? "first" : "second";
	if (!assessment_is_open(row) || assessment_sheet(context, row->id, position))
		return decide_refuse(errors, "/assessment", N_("Your rating of this assessment has begun already, or it is over"));
	if (!row_is_yes(context->input, BE_DECLARED))
		return decide_refuse(errors, "/no_close_contact", N_("Declare the close contact and ask for another rater"));
	if (!assessment_instrument(context, row, &instrument, errors))
		return false;
	struct row *sheet = decision_insert(decision, &RECORD_RATING_SHEET);
	row_set_text(sheet, SHEET_ASSESSMENT, row->id);
	row_set(sheet, SHEET_PERSON, row_value(row, ASSESSMENT_PERSON));
	row_set(sheet, SHEET_FACILITY, row_value(row, ASSESSMENT_FACILITY));
	row_set_yes_no(sheet, SHEET_SEALED, true);
	row_set_string(sheet, SHEET_POSITION, position);
	row_set_text(sheet, SHEET_RATER, context->actor->id);
	row_set_string(sheet, SHEET_STATE, "draft");
	row_set_yes_no(sheet, SHEET_NO_CLOSE_CONTACT, true);
	const struct row *certificate = text_is_empty(instrument.certificate) ? NULL : certificate_of(context, context->actor->id, instrument.certificate);
	if (certificate)
		row_set_text(sheet, SHEET_CERTIFICATE, certificate->id);
	if (row_is(row, ASSESSMENT_STATE, "assigned") || row_is(row, ASSESSMENT_STATE, "requested"))
		row_set_string(decision_change(decision, row), ASSESSMENT_STATE, "in_progress");
	decision->result = sheet;
	return true;
}

const struct act ACT_ASSESSMENT_BEGIN = { .name = "assessment.begin", .label = N_("Begin to rate"), .done = N_("Your rating sheet is open"),
	.help = N_("Only you see your ratings until all raters have submitted"), .input_record = &BEGIN_RECORD, .record = &RECORD_ASSESSMENT,
	.target_input = BE_ASSESSMENT, .flags = ACT_JUDGEMENT, .actors = ASSESSMENT_RATERS, .basis = &VEP_T7, .decide = begin_decide };

/* ---- cancel, end ---- */
static const struct field CLOSE_INPUT[] = { ASSESSMENT_INPUT };
static const struct record CANCEL_RECORD = ACT_INPUTS("assessment.cancel", CLOSE_INPUT), END_RECORD = ACT_INPUTS("assessment.end", CLOSE_INPUT);

static bool cancel_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, 0, &RECORD_ASSESSMENT, errors);
	if (!row)
		return false;
	if (!assessment_is_open(row))
		return decide_refuse(errors, "/assessment", N_("This assessment is final or ended: end it, or contest it"));
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, ASSESSMENT_STATE, "cancelled");
	decide_stop(context, decision, "assessment-due", row->id);
	decision->result = changed;
	return true;
}

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, 0, &RECORD_ASSESSMENT, errors);
	if (!row)
		return false;
	if (!assessment_is_final(row))
		return decide_refuse(errors, "/assessment", N_("Only a final assessment can be ended"));
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, ASSESSMENT_STATE, "expired");
	if (date_compare(row_date(row, ASSESSMENT_VALID_UNTIL), context->today) > 0)
		row_set_date(changed, context->arena, ASSESSMENT_VALID_UNTIL, context->today);
	if (!row_has_lapsed(row, context->now))
		assessment_ends(context, decision, changed, context->now);
	decide_stop(context, decision, "assessment-ends", row->id);
	decide_stop(context, decision, "reassessment-due", row->id); /* whoever ends it has decided that it is not asked for anew */
	decision->result = changed;
	return true;
}

#define CLOSE_ACT(symbol, name_, label_, done_, record_, who, function) \
	const struct act symbol = { .name = name_, .label = label_, .done = done_, .input_record = &record_, .record = &RECORD_ASSESSMENT, \
		.target_input = 0, .actors = who, .flags = ACT_REASON, .basis = &NMR_8B, .decide = function }

CLOSE_ACT(ACT_ASSESSMENT_CANCEL, "assessment.cancel", N_("Cancel the assessment"), N_("The assessment is cancelled"), CANCEL_RECORD,
	ASSESSMENT_RATERS | ROLE(COMMITTEE) | ROLE(GOVERNOR), cancel_decide);
CLOSE_ACT(ACT_ASSESSMENT_END, "assessment.end", N_("End the assessment"), N_("The assessment has ended"), END_RECORD,
	ROLE(PSYCHOLOGIST) | ROLE(COMMITTEE) | ROLE(GOVERNOR), end_decide);
