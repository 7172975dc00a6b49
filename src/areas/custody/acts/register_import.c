/*
 * register_import.c - register.import_person, register.import_stay: what an old register says of a person, taken over as facts.
 *
 * One act makes the file of a person as a register row knows it: person, legal name, and - when the row says so - the stay in
 * custody with its order, offences, term, place and note. A stay that another row adds to a known person is
 * register.import_stay. Both belong to the engine's own actor (import); no rule is bound to them, because what happened before
 * Custos cannot be refused: an over-full cell is a fact. The release date is that of the register and marked so
 * (release_date_kind = register) until somebody checks it against the orders.
 *
 * Days without an hour are kept as noon UTC, which is the same civil day in every inhabited time zone but the outermost.
 */
#include "areas/custody/acts/common.h"

enum { ADMITTED_ON, FACILITY, PLACE, HELD, REGISTER_NUMBER, ARRESTED_ON, KIND, ORDER_NUMBER, AUTHORITY, DATE, STATUS, VALID_FROM, VALID_UNTIL, CASE_NUMBER,
	ORDER_NOTE, OFFENCES, LENGTH, LIFE, STARTS_ON, RELEASE_ON, ENDED_ON, NOTE, NOTE_KIND, KEEP_APART_FROM, STAY_INPUTS };
enum { NUMBER = STAY_INPUTS, SURNAME, GIVEN, PATRONYMIC, SCRIPT, FOLDED, SOURCE, SEX, BIRTH_DATE, CERTAINTY, BIRTH_PLACE, NATIONALITIES, STATELESS,
	PERSON_INPUTS };
enum { PERSON = STAY_INPUTS, STAY_ACT_INPUTS };
/* What the register says of keeping people apart ends by itself after so many days, unless somebody renews it with grounds. */
enum { REVIEW_DAYS = 90 };

static const struct choice HELD_CHOICES[] = { { "in", N_("In the facility") }, { "gone", N_("No longer there") }, { "transit", N_("On the way") },
	{ "none", N_("No stay in this row") }, { NULL, NULL } };

#define STAY_FIELDS \
	[ADMITTED_ON] = { "admitted_on", N_("Admitted on"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN }, \
	[FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "facility" }, \
	[PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "place" }, \
	[HELD] = { "held", N_("Where now"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HELD_CHOICES }, \
	[REGISTER_NUMBER] = { "register_number", N_("Number in the register"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 40, 0 } }, \
	[ARRESTED_ON] = { "arrested_on", N_("Arrested on"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_MAY_BE_UNKNOWN }, \
	[KIND] = { "order_kind", N_("Kind of order"), NULL, FIELD_CHOICE, OPEN, 0, .choices = ORDER_KIND_CHOICES }, \
	[ORDER_NUMBER] = { "order_number", N_("Number of the order"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN }, \
	[AUTHORITY] = { "order_authority", N_("Issued by"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN }, \
	[DATE] = { "order_date", N_("Date of the order"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN }, \
	[STATUS] = { "order_status", N_("Legal status under it"), NULL, FIELD_CHOICE, OPEN, 0, .choices = LEGAL_STATUS_CHOICES }, \
	[VALID_FROM] = { "valid_from", N_("Valid from"), NULL, FIELD_DATE, OPEN, 0 }, \
	[VALID_UNTIL] = { "valid_until", N_("Valid until"), NULL, FIELD_DATE, OPEN, 0 }, \
	[CASE_NUMBER] = { "case_number", N_("Case number of the court"), NULL, FIELD_LINE, OPEN, 0 }, \
	[ORDER_NOTE] = { "order_note", N_("Note on the order"), NULL, FIELD_PROSE, OPEN, 0 }, \
	[OFFENCES] = { "offences", N_("Offences"), N_("One a line: article, a bar, law, a bar, description"), FIELD_PROSE, OPEN, 0 }, \
	[LENGTH] = { "length", N_("Term"), NULL, FIELD_DURATION, OPEN, 0 }, \
	[LIFE] = { "life", N_("Life"), NULL, FIELD_YES_NO, OPEN, 0 }, \
	[STARTS_ON] = { "starts_on", N_("Begins on"), NULL, FIELD_DATE, OPEN, 0 }, \
	[RELEASE_ON] = { "release_on", N_("End of the term by the register"), NULL, FIELD_DATE, OPEN, 0 }, \
	[ENDED_ON] = { "ended_on", N_("Left on"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN }, \
	[NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 }, \
	[NOTE_KIND] = { "note_kind", N_("Kind of note"), NULL, FIELD_CHOICE, OPEN, 0, .choices = NOTE_KIND_CHOICES }, \
	[KEEP_APART_FROM] = { "keep_apart_from", N_("Keep apart from the file"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 40, 0 } }

static const struct field PERSON_INPUT[PERSON_INPUTS] = {
	STAY_FIELDS,
	[NUMBER] = { "number", N_("Prison number"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .limits = { 1, 40, 0 } },
	[SURNAME] = { "surname", N_("Surname"), NULL, FIELD_LINE, OPEN, 0 },
	[GIVEN] = { "given", N_("Given name"), NULL, FIELD_LINE, OPEN, 0 },
	[PATRONYMIC] = { "patronymic", N_("Patronymic"), NULL, FIELD_LINE, OPEN, 0 },
	[SCRIPT] = { "script", N_("Script"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCRIPT_CHOICES },
	[FOLDED] = { "folded_surname", N_("Surname for comparing"), NULL, FIELD_LINE, OPEN, 0 },
	[SOURCE] = { "source", N_("As on which document"), NULL, FIELD_LINE, OPEN, 0 },
	[SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEX_CHOICES },
	[BIRTH_DATE] = { "birth_date", N_("Date of birth"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[CERTAINTY] = { "birth_certainty", N_("How the date of birth is known"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CERTAINTY_CHOICES },
	[BIRTH_PLACE] = { "birth_place", N_("Place of birth"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[NATIONALITIES] = { "nationalities", N_("Nationalities"), NULL, FIELD_CODES, OPEN, FIELD_MAY_BE_UNKNOWN },
	[STATELESS] = { "stateless", N_("Stateless"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN },
};
static const struct record PERSON_RECORD = ACT_INPUTS("register.import_person", PERSON_INPUT);

static const struct field STAY_INPUT[STAY_ACT_INPUTS] = {
	STAY_FIELDS,
	[PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
};
static const struct record STAY_RECORD = ACT_INPUTS("register.import_stay", STAY_INPUT);

static int64_t noon(struct date day)
{
	return moment_from_date(day) + 12 * MOMENT_HOUR;
}

/* First day that the row knows; what it says of the admission comes first. No day at all: the moment of loading. */
static int64_t admitted_at(const struct act_context *context)
{
	static const int DAYS[] = { ADMITTED_ON, ARRESTED_ON, STARTS_ON, DATE, VALID_FROM };
	for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
		struct date day = row_date(context->input, DAYS[i]);
		if (date_is_whole(day) && noon(day) <= context->now)
			return noon(day);
	}
	return context->now;
}

static struct row *episode_add(struct act_context *context, struct decision *decision, struct text person, struct text number, bool gone)
{
	const struct row *input = context->input;
	struct row *episode = decision_insert(decision, &RECORD_CUSTODY_EPISODE);
	int64_t admitted = admitted_at(context);
	row_set_text(episode, CUSTODY_EPISODE_PERSON, person);
	row_set(episode, CUSTODY_EPISODE_FACILITY, row_value(input, FACILITY));
	row_set_text(episode, CUSTODY_EPISODE_NUMBER, row_has(input, REGISTER_NUMBER) ? row_text(input, REGISTER_NUMBER) : number);
	row_set_integer(episode, CUSTODY_EPISODE_ADMITTED_AT, admitted);
	row_set(episode, CUSTODY_EPISODE_ARRESTED_AT, row_value(input, ARRESTED_ON));
	row_set_string(episode, CUSTODY_EPISODE_STATE, gone ? "ended" : "open");
	if (gone) {
		/* Many rows only say "gone": then the day stays open, because nobody knows it. */
		struct date ended = row_date(input, ENDED_ON);
		if (date_is_whole(ended) && noon(ended) >= admitted && noon(ended) <= context->now)
			row_set_integer(episode, CUSTODY_EPISODE_ENDED_AT, noon(ended));
		row_set_string(episode, CUSTODY_EPISODE_END_KIND, "register");
	}
	return episode;
}

static struct row *order_add(struct act_context *context, struct decision *decision, const struct row *episode, bool gone)
{
	static const int PAIRS[] = { KIND, LEGAL_ORDER_KIND, ORDER_NUMBER, LEGAL_ORDER_NUMBER, AUTHORITY, LEGAL_ORDER_AUTHORITY, DATE, LEGAL_ORDER_DATE,
		STATUS, LEGAL_ORDER_STATUS, VALID_FROM, LEGAL_ORDER_VALID_FROM, VALID_UNTIL, LEGAL_ORDER_VALID_UNTIL, CASE_NUMBER,
		LEGAL_ORDER_CASE_NUMBER, ORDER_NOTE, LEGAL_ORDER_NOTE, -1 };
	static const int UNKNOWN[] = { LEGAL_ORDER_NUMBER, LEGAL_ORDER_AUTHORITY, LEGAL_ORDER_DATE };
	struct row *order = decision_insert(decision, &RECORD_LEGAL_ORDER);
	decide_copy(order, context->input, PAIRS);
	row_set(order, LEGAL_ORDER_PERSON, row_value(episode, CUSTODY_EPISODE_PERSON));
	row_set_text(order, LEGAL_ORDER_EPISODE, episode->id);
	row_set_string(order, LEGAL_ORDER_STATE, gone ? "ended" : "in_force");
	for (size_t i = 0; i < sizeof UNKNOWN / sizeof *UNKNOWN; i++)
		if (row_value(order, UNKNOWN[i]).kind == VALUE_ABSENT)
			row_set(order, UNKNOWN[i], value_unknown());
	if (!row_has(order, LEGAL_ORDER_VALID_FROM))
		row_set_date(order, context->arena, LEGAL_ORDER_VALID_FROM, moment_date(row_moment(episode, CUSTODY_EPISODE_ADMITTED_AT)));
	return order;
}

static void offences_add(struct act_context *context, struct decision *decision, const struct row *order)
{
	struct text rest = row_text(context->input, OFFENCES), line;
	while (text_next(&rest, '\n', &line)) {
		struct text article = text_empty(), law = text_empty(), description = text_empty();
		if (!text_next(&line, '|', &article) || article.length == 0)
			continue;
		text_next(&line, '|', &law);
		text_next(&line, '|', &description);
		struct row *offence = decision_insert(decision, &RECORD_OFFENCE);
		row_set_text(offence, OFFENCE_ORDER, order->id);
		row_set(offence, OFFENCE_PERSON, row_value(order, LEGAL_ORDER_PERSON));
		row_set_text(offence, OFFENCE_ARTICLE, text_trim(article));
		row_set(offence, OFFENCE_LAW, law.length ? value_text(text_trim(law)) : value_unknown());
		row_set(offence, OFFENCE_DESCRIPTION, value_text(text_trim(description)));
	}
}

static void term_add(struct act_context *context, struct decision *decision, const struct row *order)
{
	static const int PAIRS[] = { LENGTH, SENTENCE_TERM_LENGTH, LIFE, SENTENCE_TERM_LIFE, STARTS_ON, SENTENCE_TERM_STARTS, -1 };
	if (!row_has(context->input, LENGTH) && !row_is_yes(context->input, LIFE))
		return;
	struct row *term = decision_insert(decision, &RECORD_SENTENCE_TERM);
	decide_copy(term, context->input, PAIRS);
	row_set_text(term, SENTENCE_TERM_ORDER, order->id);
	row_set(term, SENTENCE_TERM_PERSON, row_value(order, LEGAL_ORDER_PERSON));
	row_set_string(term, SENTENCE_TERM_RELATION, "single");
	row_set_string(term, SENTENCE_TERM_STATE, row_is(order, LEGAL_ORDER_STATE, "in_force") ? "in_force" : "served");
}

static void placement_add(struct act_context *context, struct decision *decision, struct row *person, const struct row *place)
{
	struct row *placement = decision_insert(decision, &RECORD_PLACEMENT);
	row_set_text(placement, PLACEMENT_PERSON, person->id);
	row_set(placement, PLACEMENT_FACILITY, row_value(place, PLACE_FACILITY));
	row_set_text(placement, PLACEMENT_PLACE, place->id);
	row_set_integer(placement, PLACEMENT_STARTED_AT, context->now);
	row_set_text(placement, PLACEMENT_REASON, said_make(context->arena, N_("Taken over from the old register"), NULL, text_empty()));
	row_set_text(person, PERSON_PLACEMENT, placement->id);
}

/* Both files stand side by side once the other is here; until then an alert says it, so that nobody forgets. */
static void keep_apart_add(struct act_context *context, struct decision *decision, const struct row *person)
{
	if (!row_has(context->input, KEEP_APART_FROM))
		return;
	struct text number = row_text(context->input, KEEP_APART_FROM);
	const struct condition condition = CONDITION_TEXT(PERSON_NUMBER, number);
	const struct row *other = act_find_first(context, &RECORD_PERSON, &condition, 1, PERSON_NUMBER, false);
	struct date ends = date_add_days(context->today, REVIEW_DAYS);
	if (other) {
		struct row *apart = decision_insert(decision, &RECORD_KEEP_APART);
		row_set_text(apart, KEEP_APART_PERSON, person->id);
		row_set_text(apart, KEEP_APART_OTHER, other->id);
		row_set_string(apart, KEEP_APART_GROUND, "register");
		row_set_date(apart, context->arena, KEEP_APART_STARTS, context->today);
		row_set_date(apart, context->arena, KEEP_APART_EXPIRES, ends);
		row_set_string(apart, KEEP_APART_STATE, "live");
		return;
	}
	struct row *alert = decision_insert(decision, &RECORD_ALERT);
	row_set_text(alert, ALERT_PERSON, person->id);
	row_set_string(alert, ALERT_KIND, "other");
	row_set_text(alert, ALERT_TEXT, said_make(context->arena, N_("Keep apart from the person of file {number}"), "number", number));
	row_set_text(alert, ALERT_EVIDENCE, said_make(context->arena, N_("Noted in the old register"), NULL, text_empty()));
	row_set_date(alert, context->arena, ALERT_STARTS, context->today);
	row_set_date(alert, context->arena, ALERT_EXPIRES, ends);
	row_set_string(alert, ALERT_STATE, "live");
}

static void note_add(struct act_context *context, struct decision *decision, const struct row *person)
{
	if (!row_has(context->input, NOTE))
		return;
	struct row *note = decision_insert(decision, &RECORD_CASE_NOTE);
	row_set_text(note, CASE_NOTE_PERSON, person->id);
	row_set(note, CASE_NOTE_KIND, row_has(context->input, NOTE_KIND) ? row_value(context->input, NOTE_KIND) : value_string("register"));
	row_set(note, CASE_NOTE_TEXT, row_value(context->input, NOTE));
	row_set_integer(note, CASE_NOTE_HAPPENED_AT, context->now);
	row_set_string(note, CASE_NOTE_FACT_OR_OPINION, "report");
}

static void dates_of_register(struct act_context *context, struct row *person, const struct row *order)
{
	row_set(person, PERSON_LEGAL_STATUS, row_value(order, LEGAL_ORDER_STATUS));
	row_set(person, PERSON_RELEASE_DATE, row_value(context->input, RELEASE_ON));
	if (row_is_yes(context->input, LIFE))
		row_set_string(person, PERSON_RELEASE_DATE_KIND, "life");
	else
		row_set_string(person, PERSON_RELEASE_DATE_KIND, row_has(context->input, RELEASE_ON) ? "register" : "on_order");
}

static void order_parts_add(struct act_context *context, struct decision *decision, struct row *person, const struct row *episode, bool gone)
{
	struct row *order = order_add(context, decision, episode, gone);
	offences_add(context, decision, order);
	term_add(context, decision, order);
	if (!gone)
		dates_of_register(context, person, order);
}

/* The stay of one row; `person` is the row of the decision. */
static bool stay_add(struct act_context *context, struct decision *decision, struct row *person, struct error_list *errors)
{
	bool gone = row_is(context->input, HELD, "gone"), transit = row_is(context->input, HELD, "transit");
	const struct row *facility = act_load_input(context, FACILITY, &RECORD_FACILITY, errors);
	const struct row *place = row_has(context->input, PLACE) ? act_load_input(context, PLACE, &RECORD_PLACE, errors) : NULL;
	if (!facility)
		error_say(errors, E_REQUIRED, "/facility", N_("A stay in custody needs a facility"));
	if (row_has(context->input, KIND) != row_has(context->input, STATUS))
		error_say(errors, E_REQUIRED, "/order_status", N_("An order needs its kind and the legal status under it"));
	if (place && facility && !text_equal(row_text(place, PLACE_FACILITY), facility->id))
		error_say(errors, E_STATE, "/place", N_("This place belongs to another facility. Use transfer"));
	if (!gone && custody_open_episode(context, person->id))
		error_say(errors, E_STATE, "/person", N_("This person is in custody already"));
	if (errors->count)
		return false;
	struct row *episode = episode_add(context, decision, person->id, row_text(person, PERSON_NUMBER), gone);
	if (row_has(context->input, KIND))
		order_parts_add(context, decision, person, episode, gone);
	if (gone && !row_is(person, PERSON_WHEREABOUTS, "in") && !row_is(person, PERSON_WHEREABOUTS, "in_transit")) {
		row_set_string(person, PERSON_WHEREABOUTS, "released");
		row_set(person, PERSON_CURRENT_FACILITY, value_absent());
	} else if (!gone) {
		row_set_string(person, PERSON_WHEREABOUTS, transit ? "in_transit" : "in");
		row_set_text(person, PERSON_CURRENT_FACILITY, facility->id);
		row_set_text(person, PERSON_EPISODE, episode->id);
		if (place && !transit)
			placement_add(context, decision, person, place);
	}
	return true;
}

static bool person_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { NUMBER, PERSON_NUMBER, SEX, PERSON_SEX, BIRTH_DATE, PERSON_BIRTH_DATE, CERTAINTY, PERSON_BIRTH_CERTAINTY, BIRTH_PLACE,
		PERSON_BIRTH_PLACE, NATIONALITIES, PERSON_NATIONALITIES, STATELESS, PERSON_STATELESS, -1 };
	static const int NAMES[] = { SURNAME, PERSON_NAME_SURNAME, GIVEN, PERSON_NAME_GIVEN, PATRONYMIC, PERSON_NAME_PATRONYMIC, SCRIPT, PERSON_NAME_SCRIPT,
		FOLDED, PERSON_NAME_FOLDED_SURNAME, SOURCE, PERSON_NAME_SOURCE, -1 };
	static const int PARTS[] = { SURNAME, GIVEN, PATRONYMIC };
	struct row *person = decision_insert(decision, &RECORD_PERSON);
	struct text whole = custody_whole_name(context->arena, context->input, PARTS, 3);
	if (whole.length == 0)
		error_say(errors, E_REQUIRED, "/surname", N_("Give a surname or a given name"));
	decide_copy(person, context->input, PAIRS);
	row_set_text(person, PERSON_DISPLAY_NAME, whole);
	row_set_string(person, PERSON_WHEREABOUTS, "not_admitted");
	struct row *name = decision_insert(decision, &RECORD_PERSON_NAME);
	decide_copy(name, context->input, NAMES);
	row_set_text(name, PERSON_NAME_PERSON, person->id);
	row_set_string(name, PERSON_NAME_KIND, "legal");
	row_set_text(name, PERSON_NAME_WHOLE, whole);
	row_set_yes_no(name, PERSON_NAME_CURRENT, true);
	if (!row_is(context->input, HELD, "none") && !stay_add(context, decision, person, errors))
		return false;
	note_add(context, decision, person);
	keep_apart_add(context, decision, person);
	decision->result = person;
	return errors->count == 0;
}

static bool stay_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, PERSON, &RECORD_PERSON, errors);
	if (!person)
		return false;
	struct row *changed = decision_change(decision, person);
	if (row_is(context->input, HELD, "none"))
		return decide_refuse(errors, "/held", N_("There is no stay in this row"));
	if (!stay_add(context, decision, changed, errors))
		return false;
	note_add(context, decision, changed);
	decision->result = changed;
	return errors->count == 0;
}

const struct act ACT_REGISTER_IMPORT_PERSON = {
	.name = "register.import_person", .label = N_("Take over from an old register"), .help = N_("A person as a row of an old register knows him or her"),
	.done = N_("{title} is taken over"), .input_record = &PERSON_RECORD, .record = &RECORD_PERSON, .target_input = FIELD_NONE,
	.flags = ACT_SYSTEM | ACT_MAY_RECORD_FACT, .decide = person_decide };

const struct act ACT_REGISTER_IMPORT_STAY = {
	.name = "register.import_stay", .label = N_("Take over a stay from an old register"), .help = N_("One stay in custody of a person who is known"),
	.done = N_("The stay is taken over"), .input_record = &STAY_RECORD, .record = &RECORD_PERSON, .target_input = PERSON,
	.flags = ACT_SYSTEM | ACT_MAY_RECORD_FACT, .decide = stay_decide };

/* ---- a movement of the past ---- */

enum { MV_PERSON, MV_FACILITY, MV_KIND, MV_DIRECTION, MV_WHEN, MV_DESTINATION, MV_NOTE, MV_INPUTS };
static const struct field MOVEMENT_INPUT[MV_INPUTS] = {
	[MV_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[MV_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[MV_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MOVEMENT_KIND_CHOICES },
	[MV_DIRECTION] = { "direction", N_("Direction"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MOVEMENT_DIRECTION_CHOICES },
	[MV_WHEN] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[MV_DESTINATION] = { "destination", N_("From or to"), NULL, FIELD_LINE, OPEN, 0 },
	[MV_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 },
};
static const struct record MOVEMENT_RECORD = ACT_INPUTS("register.import_movement", MOVEMENT_INPUT);

/* It has happened and is over: where the person is now is said by the stay, not by this. */
static bool movement_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, MV_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, MV_WHEN, errors);
	if (!person || errors->count)
		return false;
	static const int PAIRS[] = { MV_FACILITY, MOVEMENT_FACILITY, MV_KIND, MOVEMENT_KIND, MV_DIRECTION, MOVEMENT_DIRECTION, MV_DESTINATION,
		MOVEMENT_DESTINATION, MV_NOTE, MOVEMENT_NOTE, -1 };
	struct row *movement = custody_movement(decision, person, row_text(context->input, MV_FACILITY), "other", "out", moment, "done");
	decide_copy(movement, context->input, PAIRS);
	decision->result = movement;
	return true;
}

const struct act ACT_REGISTER_IMPORT_MOVEMENT = {
	.name = "register.import_movement", .label = N_("Take over a movement from an old register"), .help = N_("What happened before; it moves nobody now"),
	.done = N_("The movement is taken over"), .input_record = &MOVEMENT_RECORD, .record = &RECORD_PERSON, .target_input = MV_PERSON,
	.flags = ACT_SYSTEM | ACT_MAY_RECORD_FACT, .decide = movement_decide };

/* ---- a place of the past ---- */

enum { RP_PERSON, RP_PLACE, RP_FROM, RP_TO, RP_INPUTS };
static const struct field PLACEMENT_INPUT[RP_INPUTS] = {
	[RP_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RP_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" },
	[RP_FROM] = { "started_at", N_("Since"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[RP_TO] = { "ended_at", N_("Until"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
};
static const struct record PLACEMENT_RECORD = ACT_INPUTS("register.import_placement", PLACEMENT_INPUT);

static bool placement_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RP_PERSON, PLACEMENT_PERSON, RP_PLACE, PLACEMENT_PLACE, RP_FROM, PLACEMENT_STARTED_AT, RP_TO, PLACEMENT_ENDED_AT, -1 };
	const struct row *person = act_load_input(context, RP_PERSON, &RECORD_PERSON, errors);
	const struct row *place = act_load_input(context, RP_PLACE, &RECORD_PLACE, errors);
	int64_t from = decide_moment(context, RP_FROM, errors), to = decide_moment(context, RP_TO, errors);
	if (!person || !place || errors->count)
		return false;
	if (to < from) {
		error_say(errors, E_DATE_ORDER, "/ended_at", N_("The end is before the beginning"));
		return false;
	}
	struct row *placement = decision_insert(decision, &RECORD_PLACEMENT);
	decide_copy(placement, context->input, PAIRS);
	row_set(placement, PLACEMENT_FACILITY, row_value(place, PLACE_FACILITY));
	row_set_text(placement, PLACEMENT_REASON, said_make(context->arena, N_("Taken over from the old register"), NULL, text_empty()));
	decision->result = placement;
	return true;
}

const struct act ACT_REGISTER_IMPORT_PLACEMENT = {
	.name = "register.import_placement", .label = N_("Take over a place from an old register"), .help = N_("Where a person slept before; it moves nobody now"),
	.done = N_("The place is taken over"), .input_record = &PLACEMENT_RECORD, .record = &RECORD_PERSON, .target_input = RP_PERSON,
	.flags = ACT_SYSTEM | ACT_MAY_RECORD_FACT, .decide = placement_decide };
