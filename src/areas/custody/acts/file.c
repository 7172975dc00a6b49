/* file.c - the file of a person: alerts, keep apart, names, case notes, links between files, correction of a fact. */
#include "areas/custody/acts/common.h"

#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }
#define RAISERS (ROLE(WING) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(RECEPTION))

/* Longest life of an alert without renewal; a parameter of the profile. */
static bool expiry_check(const struct act_context *context, int input, struct error_list *errors)
{
	struct date expires = row_date(context->input, input);
	int64_t longest = act_parameter(context, context->actor->facility, "alert.max_days", 183);
	if (date_compare(expires, context->today) <= 0)
		error_say(errors, E_DATE_ORDER, "/expires_on", N_("The end must be after today"));
	else if (date_to_days(expires) - date_to_days(context->today) > longest)
		error_add(errors, &(struct error){ .code = E_LIMIT, .path = TEXT_OF("/expires_on"),
			.message = N_("The end may be at most {days} days from today. It can be renewed with reasons"),
			.parameters = { { "days", arena_format(context->arena, "%lld", (long long)longest), false } } });
	return errors->count == 0;
}

/* ---- alert ---- */
enum { AL_PERSON, AL_KIND, AL_TEXT, AL_EVIDENCE, AL_EXPIRES, AL_INPUTS };
static const struct field RAISE_INPUT[AL_INPUTS] = { [AL_PERSON] = PERSON_INPUT,
	[AL_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ALERT_KIND_CHOICES },
	[AL_TEXT] = { "instruction", N_("What staff should do"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AL_EVIDENCE] = { "evidence", N_("What it rests on"), N_("What was seen or heard, when, by whom. Never belief, dress, diet or origin"), FIELD_PROSE,
		CLOSED, FIELD_REQUIRED, .limits = { 20, 4000, 0 } },
	[AL_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record RAISE_RECORD = ACT_INPUTS("alert.raise", RAISE_INPUT);

static void alert_clock(struct act_context *context, struct decision *decision, const struct row *alert, const struct row *person, int expires)
{
	decide_start(context, decision, "alert-ends", alert, person->id, row_text(person, PERSON_CURRENT_FACILITY), context->now,
		moment_from_date(date_add_days(row_date(context->input, expires), 1)));
}

static bool raise_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, AL_PERSON, &RECORD_PERSON, errors);
	if (!person || !expiry_check(context, AL_EXPIRES, errors))
		return false;
	struct row *alert = decision_insert(decision, &RECORD_ALERT);
	static const int PAIRS[] = { AL_PERSON, ALERT_PERSON, AL_KIND, ALERT_KIND, AL_TEXT, ALERT_TEXT, AL_EVIDENCE, ALERT_EVIDENCE, AL_EXPIRES,
		ALERT_EXPIRES, -1 };
	decide_copy(alert, context->input, PAIRS);
	row_set_date(alert, context->arena, ALERT_STARTS, context->today);
	row_set_string(alert, ALERT_STATE, "live");
	alert_clock(context, decision, alert, person, AL_EXPIRES);
	decision->result = alert;
	return true;
}

const struct act ACT_ALERT_RAISE = { .name = "alert.raise", .label = N_("Raise an alert"), .help = N_("Something staff must know now; it ends by itself"),
	.done = N_("The alert is raised"), .input_record = &RAISE_RECORD, .record = &RECORD_PERSON, .target_input = AL_PERSON, .actors = RAISERS,
	.flags = ACT_MAY_RECORD_FACT, .decide = raise_decide };

enum { AR_ALERT, AR_EXPIRES, AR_EVIDENCE, AR_INPUTS };
static const struct field RENEW_INPUT[AR_INPUTS] = {
	[AR_ALERT] = { "alert", N_("Alert"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "alert" },
	[AR_EXPIRES] = { "expires_on", N_("New end"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[AR_EVIDENCE] = { "evidence", N_("What it rests on now"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED, .limits = { 20, 4000, 0 } } };
static const struct record RENEW_RECORD = ACT_INPUTS("alert.renew", RENEW_INPUT);

static bool renew_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *alert = act_load_input(context, AR_ALERT, &RECORD_ALERT, errors);
	if (!alert || !expiry_check(context, AR_EXPIRES, errors))
		return false;
	if (!row_is(alert, ALERT_STATE, "live"))
		return decide_refuse(errors, "/alert", N_("This alert has ended. Raise a new one with new evidence"));
	struct row *changed = decision_change(decision, alert);
	row_set(changed, ALERT_EXPIRES, row_value(context->input, AR_EXPIRES));
	row_set(changed, ALERT_EVIDENCE, row_value(context->input, AR_EVIDENCE));
	decide_stop(context, decision, "alert-ends", alert->id);
	alert_clock(context, decision, changed, act_load(context, &RECORD_PERSON, row_text(alert, ALERT_PERSON)), AR_EXPIRES);
	decision->result = changed;
	return true;
}

const struct act ACT_ALERT_RENEW = { .name = "alert.renew", .label = N_("Renew the alert"), .done = N_("The alert is renewed"),
	.input_record = &RENEW_RECORD, .record = &RECORD_ALERT, .target_input = AR_ALERT, .actors = RAISERS, .flags = ACT_REASON | ACT_MAY_RECORD_FACT,
	.decide = renew_decide };

enum { AE_ALERT, AE_INPUTS };
static const struct field ALERT_END_INPUT[AE_INPUTS] = {
	[AE_ALERT] = { "alert", N_("Alert"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "alert" } };
static const struct record ALERT_END_RECORD = ACT_INPUTS("alert.end", ALERT_END_INPUT);

static bool alert_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *alert = act_load_input(context, AE_ALERT, &RECORD_ALERT, errors);
	if (!alert)
		return false;
	if (!row_is(alert, ALERT_STATE, "live"))
		return decide_refuse(errors, "/alert", N_("This alert has ended already"));
	struct row *changed = decision_change(decision, alert);
	row_set_string(changed, ALERT_STATE, "ended");
	row_set_text(changed, ALERT_ENDED_REASON, decide_reason_line(context));
	decide_stop(context, decision, "alert-ends", alert->id);
	decision->result = changed;
	return true;
}

const struct act ACT_ALERT_END = { .name = "alert.end", .label = N_("End the alert"), .done = N_("The alert has ended"), .input_record = &ALERT_END_RECORD,
	.record = &RECORD_ALERT, .target_input = AE_ALERT, .actors = RAISERS, .flags = ACT_REASON, .decide = alert_end_decide };

/* ---- keep apart ---- */
enum { KA_PERSON, KA_OTHER, KA_GROUND, KA_EXPIRES, KA_INPUTS };
static const struct field APART_INPUT[KA_INPUTS] = { [KA_PERSON] = PERSON_INPUT,
	[KA_OTHER] = { "other", N_("From whom"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[KA_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = KEEP_APART_GROUND_CHOICES },
	[KA_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record APART_RECORD = ACT_INPUTS("keep_apart.raise", APART_INPUT);

static bool apart_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, KA_PERSON, &RECORD_PERSON, errors);
	const struct row *other = act_load_input(context, KA_OTHER, &RECORD_PERSON, errors);
	if (!person || !other || !expiry_check(context, KA_EXPIRES, errors))
		return false;
	if (text_equal(person->id, other->id))
		return decide_refuse(errors, "/other", N_("Choose somebody else"));
	struct row *apart = decision_insert(decision, &RECORD_KEEP_APART);
	static const int PAIRS[] = { KA_PERSON, KEEP_APART_PERSON, KA_OTHER, KEEP_APART_OTHER, KA_GROUND, KEEP_APART_GROUND, KA_EXPIRES,
		KEEP_APART_EXPIRES, -1 };
	decide_copy(apart, context->input, PAIRS);
	row_set_date(apart, context->arena, KEEP_APART_STARTS, context->today);
	row_set_string(apart, KEEP_APART_STATE, "live");
	decision->result = apart;
	return true;
}

const struct act ACT_KEEP_APART_RAISE = { .name = "keep_apart.raise", .label = N_("Keep apart"), .done = N_("They are kept apart"),
	.input_record = &APART_RECORD, .record = &RECORD_PERSON, .target_input = KA_PERSON, .actors = RAISERS, .decide = apart_decide };

enum { KE_ROW, KE_INPUTS };
static const struct field APART_END_INPUT[KE_INPUTS] = {
	[KE_ROW] = { "keep_apart", N_("Keep apart"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "keep_apart" } };
static const struct record APART_END_RECORD = ACT_INPUTS("keep_apart.end", APART_END_INPUT);

static bool apart_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *apart = act_load_input(context, KE_ROW, &RECORD_KEEP_APART, errors);
	if (!apart)
		return false;
	if (!row_is(apart, KEEP_APART_STATE, "live"))
		return decide_refuse(errors, "/keep_apart", N_("This has ended already"));
	struct row *changed = decision_change(decision, apart);
	row_set_string(changed, KEEP_APART_STATE, "ended");
	decision->result = changed;
	return true;
}

const struct act ACT_KEEP_APART_END = { .name = "keep_apart.end", .label = N_("End keeping apart"), .done = N_("Ended"),
	.input_record = &APART_END_RECORD, .record = &RECORD_KEEP_APART, .target_input = KE_ROW, .actors = ROLE(SECURITY) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .decide = apart_end_decide };

/* ---- names ---- */
enum { NA_PERSON, NA_KIND, NA_SURNAME, NA_GIVEN, NA_PATRONYMIC, NA_WHOLE, NA_SCRIPT, NA_LANGUAGE, NA_SOURCE, NA_INPUTS };
static const struct field NAME_INPUT[NA_INPUTS] = { [NA_PERSON] = PERSON_INPUT,
	[NA_KIND] = { "name_kind", N_("Kind of name"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = NAME_KIND_CHOICES },
	[NA_SURNAME] = { "surname", N_("Surname"), NULL, FIELD_LINE, OPEN, 0 }, [NA_GIVEN] = { "given", N_("Given name"), NULL, FIELD_LINE, OPEN, 0 },
	[NA_PATRONYMIC] = { "patronymic", N_("Patronymic"), NULL, FIELD_LINE, OPEN, 0 },
	[NA_WHOLE] = { "whole", N_("Whole name as on the document"), N_("Leave empty to join the parts"), FIELD_LINE, OPEN, 0 },
	[NA_SCRIPT] = { "script", N_("Script"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCRIPT_CHOICES },
	[NA_LANGUAGE] = { "name_language", N_("Language of the name"), NULL, FIELD_CODE, OPEN, 0, .limits = { 2, 3, 0 } },
	[NA_SOURCE] = { "source", N_("As on which document"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record NAME_RECORD = ACT_INPUTS("name.add", NAME_INPUT);

static bool name_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, NA_PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	static const int PARTS[] = { NA_SURNAME, NA_GIVEN, NA_PATRONYMIC };
	struct text whole = row_has(context->input, NA_WHOLE) ? row_text(context->input, NA_WHOLE) :
		custody_whole_name(context->arena, context->input, PARTS, 3);
	if (text_is_empty(whole)) {
		error_say(errors, E_REQUIRED, "/whole", N_("Enter the name, whole or in parts"));
		return false;
	}
	struct row *name = decision_insert(decision, &RECORD_PERSON_NAME);
	static const int PAIRS[] = { NA_PERSON, PERSON_NAME_PERSON, NA_KIND, PERSON_NAME_KIND, NA_SURNAME, PERSON_NAME_SURNAME, NA_GIVEN,
		PERSON_NAME_GIVEN, NA_PATRONYMIC, PERSON_NAME_PATRONYMIC, NA_SCRIPT, PERSON_NAME_SCRIPT, NA_LANGUAGE, PERSON_NAME_LANGUAGE,
		NA_SOURCE, PERSON_NAME_SOURCE, -1 };
	decide_copy(name, context->input, PAIRS);
	row_set_text(name, PERSON_NAME_WHOLE, whole);
	row_set_yes_no(name, PERSON_NAME_CURRENT, true);
	decision->result = name;
	return true;
}

const struct act ACT_NAME_ADD = { .name = "name.add", .label = N_("Add a name"), .help = N_("Another spelling, script, alias or former name"),
	.done = N_("The name is added"), .input_record = &NAME_RECORD, .record = &RECORD_PERSON, .target_input = NA_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(CASEWORKER), .decide = name_decide };

enum { NE_NAME, NE_INPUTS };
static const struct field NAME_END_INPUT[NE_INPUTS] = {
	[NE_NAME] = { "person_name", N_("Name"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person_name" } };
static const struct record NAME_END_RECORD = ACT_INPUTS("name.end", NAME_END_INPUT);

static bool name_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *name = act_load_input(context, NE_NAME, &RECORD_PERSON_NAME, errors);
	if (!name)
		return false;
	if (!row_is_yes(name, PERSON_NAME_CURRENT))
		return decide_refuse(errors, "/person_name", N_("This name is out of use already"));
	struct row *changed = decision_change(decision, name);
	row_set_yes_no(changed, PERSON_NAME_CURRENT, false);
	decision->result = changed;
	return true;
}

const struct act ACT_NAME_END = { .name = "name.end", .label = N_("Name no longer in use"), .done = N_("Recorded"), .input_record = &NAME_END_RECORD,
	.record = &RECORD_PERSON_NAME, .target_input = NE_NAME, .actors = ROLE(RECEPTION) | ROLE(CASEWORKER), .flags = ACT_REASON,
	.decide = name_end_decide };

/* ---- case note ---- */
static const struct choice FACTS[] = { { "fact", N_("Seen or heard by the author") }, { "report", N_("Reported by somebody else") },
	{ "opinion", N_("Opinion of the author") }, { NULL, NULL } };
enum { CN_PERSON, CN_KIND, CN_NOTE, CN_WHEN, CN_FACT, CN_AMENDS, CN_INPUTS };
static const struct field NOTE_INPUT[CN_INPUTS] = { [CN_PERSON] = PERSON_INPUT,
	[CN_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = NOTE_KIND_CHOICES },
	[CN_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[CN_WHEN] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[CN_FACT] = { "fact_or_opinion", N_("How it is known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FACTS },
	[CN_AMENDS] = { "amends", N_("Amends an earlier note"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "case_note" } };
static const struct record NOTE_RECORD = ACT_INPUTS("case_note.write", NOTE_INPUT);

static bool note_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, CN_PERSON, &RECORD_PERSON, errors);
	decide_moment(context, CN_WHEN, errors);
	if (row_has(context->input, CN_AMENDS)) {
		const struct row *amended = act_load_input(context, CN_AMENDS, &RECORD_CASE_NOTE, errors);
		if (amended && person && !text_equal(row_text(amended, CASE_NOTE_PERSON), person->id))
			decide_refuse(errors, "/amends", N_("This note belongs to another person"));
	}
	if (!person || errors->count)
		return false;
	struct row *note = decision_insert(decision, &RECORD_CASE_NOTE);
	static const int PAIRS[] = { CN_PERSON, CASE_NOTE_PERSON, CN_KIND, CASE_NOTE_KIND, CN_NOTE, CASE_NOTE_TEXT, CN_WHEN, CASE_NOTE_HAPPENED_AT, CN_FACT,
		CASE_NOTE_FACT_OR_OPINION, CN_AMENDS, CASE_NOTE_AMENDS, -1 };
	decide_copy(note, context->input, PAIRS);
	/* NMR-107: the first note about life after release stops the clock that the admission started. */
	const struct condition own = CONDITION_TEXT(ADMISSION_PERSON, person->id);
	const struct row *admission = row_is(note, CASE_NOTE_KIND, "resettlement") ?
		act_find_first(context, &RECORD_ADMISSION, &own, 1, ADMISSION_ARRIVED_AT, true) : NULL;
	if (admission)
		decide_stop(context, decision, "resettlement-plan", admission->id);
	decision->result = note;
	return true;
}

const struct act ACT_CASE_NOTE_WRITE = { .name = "case_note.write", .label = N_("Write a note"), .done = N_("The note is in the file"),
	.input_record = &NOTE_RECORD, .record = &RECORD_PERSON, .target_input = CN_PERSON,
	.actors = RAISERS | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(INTELLIGENCE), .decide = note_decide };

/* ---- links between files: never a merge ---- */
static const struct choice LINKS[] = { { "same", N_("Same person") }, { "not_same", N_("Not the same person") }, { "family", N_("Possible family") },
	{ NULL, NULL } };
enum { FL_PERSON, FL_OTHER, FL_KIND, FL_GROUNDS, FL_INPUTS };
static const struct field LINK_INPUT[FL_INPUTS] = { [FL_PERSON] = PERSON_INPUT,
	[FL_OTHER] = { "other", N_("Other file"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[FL_KIND] = { "kind", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LINKS },
	[FL_GROUNDS] = { "grounds", N_("What it rests on"), N_("Document, fingerprint number, mother's name ..."), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record LINK_RECORD = ACT_INPUTS("file.link", LINK_INPUT);

static bool link_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, FL_PERSON, &RECORD_PERSON, errors);
	const struct row *other = act_load_input(context, FL_OTHER, &RECORD_PERSON, errors);
	if (!person || !other)
		return false;
	if (text_equal(person->id, other->id))
		return decide_refuse(errors, "/other", N_("These are one file"));
	struct row *link = decision_insert(decision, &RECORD_FILE_LINK);
	static const int PAIRS[] = { FL_PERSON, FILE_LINK_PERSON, FL_OTHER, FILE_LINK_OTHER, FL_KIND, FILE_LINK_KIND, FL_GROUNDS, FILE_LINK_GROUNDS, -1 };
	decide_copy(link, context->input, PAIRS);
	decision->result = link;
	return true;
}

const struct act ACT_FILE_LINK = { .name = "file.link", .label = N_("Decide on two files"), .help = N_("Same person, not the same, or family. The files stay as they are"),
	.done = N_("The decision is recorded"), .input_record = &LINK_RECORD, .record = &RECORD_PERSON, .target_input = FL_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(GOVERNOR), .seconds = ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(CASEWORKER),
	.flags = ACT_SECOND_PERSON, .decide = link_decide };

enum { FU_LINK, FU_INPUTS };
static const struct field UNLINK_INPUT[FU_INPUTS] = {
	[FU_LINK] = { "file_link", N_("Link between files"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "file_link" } };
static const struct record UNLINK_RECORD = ACT_INPUTS("file.unlink", UNLINK_INPUT);

static bool unlink_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *link = act_load_input(context, FU_LINK, &RECORD_FILE_LINK, errors);
	if (!link)
		return false;
	if (row_is(link, FILE_LINK_KIND, "undone"))
		return decide_refuse(errors, "/file_link", N_("This link is undone already"));
	struct row *changed = decision_change(decision, link);
	row_set_string(changed, FILE_LINK_KIND, "undone");
	decision->result = changed;
	return true;
}

const struct act ACT_FILE_UNLINK = { .name = "file.unlink", .label = N_("Undo the link"), .done = N_("The link is undone"), .input_record = &UNLINK_RECORD,
	.record = &RECORD_FILE_LINK, .target_input = FU_LINK, .actors = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .decide = unlink_decide };
