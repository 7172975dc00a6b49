/* young.c - inpatient_stay.begin, .end; later_death.record, .report, .close; restraint_consultation.record. */
#include "areas/clinic/acts/common.h"
#include "areas/rights/records.h"

static const struct citation BOP_34 = { "BOP-34", N_("Body of Principles on detention"), SOURCE_RECALLED };
static const struct citation HAV_56 = { "HAV-56", N_("Havana Rules (young people)"), SOURCE_RECALLED };
static const struct citation HAV_64 = { "HAV-64", N_("Havana Rules (young people)"), SOURCE_RECALLED };

/* The text's own number: care in the facility for more than 48 hours is told (HAV-56). */
enum { INPATIENT_HOURS = 48, JUVENILE_MONTHS = 6 };

/* ---- in the clinic or in hospital ---- */
static const struct field BEGIN_INPUT[] = { PERSON_INPUT,
	{ "place_of_care", N_("Where"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = INPATIENT_STAY_WHERE_CHOICES, .basis = &HAV_56 },
	WHEN_INPUT("started_at") };
static const struct record BEGIN_RECORD = ACT_INPUTS("inpatient_stay.begin", BEGIN_INPUT);

void clinic_young_notice(struct act_context *context, struct decision *decision, const struct row *person, int64_t since, bool outside)
{
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY), home = act_parameter_text(context, facility, "home.nationality");
	if (!clinic_is_juvenile(person, context->today))
		return;
	int64_t due = since + (outside ? 0 : INPATIENT_HOURS * MOMENT_HOUR) + act_parameter(context, facility, "juv.notify_hours", 1) * MOMENT_HOUR;
	decide_stop(context, decision, "juvenile-family-notice", person->id);
	decide_start(context, decision, "juvenile-family-notice", person, person->id, facility, since, due);
	if (!row_is_yes(person, PERSON_STATELESS) && (home.length == 0 || text_equal(row_text(person, PERSON_NATIONALITIES), home)))
		return;
	decide_stop(context, decision, "juvenile-consulate-notice", person->id);
	decide_start(context, decision, "juvenile-consulate-notice", person, person->id, facility, since, due);
}

static bool begin_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *stay = clinic_begin(context, decision, &RECORD_INPATIENT_STAY, INPATIENT_STAY_STARTED, errors);
	const struct row *person = stay ? act_load_input(context, 0, &RECORD_PERSON, errors) : NULL;
	if (!person)
		return false;
	row_set_string(stay, INPATIENT_STAY_STATE, "running");
	clinic_young_notice(context, decision, person, row_moment(stay, INPATIENT_STAY_STARTED), row_is(stay, INPATIENT_STAY_WHERE, "hospital"));
	return true;
}

const struct act ACT_INPATIENT_STAY_BEGIN = { .name = "inpatient_stay.begin", .label = N_("Lies in the clinic or in hospital"), .done = N_("Recorded"), .input_record = &BEGIN_RECORD,
	.record = &RECORD_PERSON, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &HAV_56, .decide = begin_decide };

enum { EN_STAY, EN_AT, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = {
	[EN_STAY] = { "inpatient_stay", N_("Stay in the clinic or in hospital"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "inpatient_stay" }, [EN_AT] = WHEN_INPUT("ended_at") };
static const struct record END_RECORD = ACT_INPUTS("inpatient_stay.end", END_INPUT);

/* Whoever is well again within the hours of the text needs no notice. */
static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, EN_AT, errors);
	struct row *stay = errors->count ? NULL : clinic_change(context, decision, &RECORD_INPATIENT_STAY, INPATIENT_STAY_STATE, "running", errors);
	if (!stay)
		return false;
	if (moment < row_moment(stay, INPATIENT_STAY_STARTED)) {
		error_say(errors, E_DATE_ORDER, "/ended_at", N_("The end must come after the beginning"));
		return false;
	}
	row_set_integer(stay, INPATIENT_STAY_ENDED, moment);
	row_set_string(stay, INPATIENT_STAY_STATE, "ended");
	if (row_is(stay, INPATIENT_STAY_WHERE, "here") && moment - row_moment(stay, INPATIENT_STAY_STARTED) <= INPATIENT_HOURS * MOMENT_HOUR) {
		decide_stop(context, decision, "juvenile-family-notice", row_text(stay, INPATIENT_STAY_PERSON));
		decide_stop(context, decision, "juvenile-consulate-notice", row_text(stay, INPATIENT_STAY_PERSON));
	}
	return true;
}

const struct act ACT_INPATIENT_STAY_END = { .name = "inpatient_stay.end", .label = N_("The stay has ended"), .done = N_("Recorded"), .input_record = &END_RECORD,
	.record = &RECORD_INPATIENT_STAY, .target_input = EN_STAY, .actors = ROLE(HEALTH), .basis = &HAV_56, .decide = end_decide };

/* ---- died after release ---- */
enum { LD_PERSON, LD_DIED, LD_RELATED, LD_CIRCUMSTANCES, LD_INPUTS };
static const struct field LATER_INPUT[LD_INPUTS] = { [LD_PERSON] = PERSON_INPUT,
	[LD_DIED] = { "died_on", N_("Day of death"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED, .basis = &BOP_34 },
	[LD_RELATED] = { "related", N_("Has to do with the time in custody"), N_("In doubt: not known yet"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LATER_DEATH_RELATED_CHOICES },
	[LD_CIRCUMSTANCES] = { "circumstances", N_("What is known"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record LATER_RECORD = ACT_INPUTS("later_death.record", LATER_INPUT);

static const struct row *last_episode(const struct act_context *context, const struct row *person)
{
	const struct condition ended[] = { CONDITION_TEXT(CUSTODY_EPISODE_PERSON, person->id), CONDITION_PRESENT(CUSTODY_EPISODE_ENDED_AT) };
	return act_find_first(context, &RECORD_CUSTODY_EPISODE, ended, 2, CUSTODY_EPISODE_ENDED_AT, true);
}

/* Within the days of the profile for everybody; of young people within six months when it is, or may be, related (HAV-57). */
static void inquiry_start(struct act_context *context, struct decision *decision, const struct row *death, struct date released)
{
	struct date died = row_date(death, LATER_DEATH_DIED);
	int64_t days = act_parameter(context, row_facility(death), "death.postrelease_days", 30);
	if (row_is_yes(death, LATER_DEATH_JUVENILE) && !row_is(death, LATER_DEATH_RELATED, "no") && date_compare(died, date_add_months(released, JUVENILE_MONTHS)) <= 0)
		clinic_start(context, decision, "juvenile-death-inquiry", death, context->now, 0);
	else if (date_to_days(died) - date_to_days(released) <= days)
		clinic_start(context, decision, "later-death-inquiry", death, context->now, 0);
}

static bool later_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, LD_PERSON, &RECORD_PERSON, errors);
	const struct row *episode = person ? last_episode(context, person) : NULL;
	if (!person)
		return false;
	if (row_has(person, PERSON_CURRENT_FACILITY) || !episode)
		return decide_refuse(errors, "/person", N_("This person was not released: record the death on the page of the person"));
	struct date released = moment_date(row_moment(episode, CUSTODY_EPISODE_ENDED_AT)), died = row_date(context->input, LD_DIED);
	if (date_compare(died, released) < 0 || date_compare(died, context->today) > 0) {
		error_say(errors, E_DATE_ORDER, "/died_on", N_("The day lies between the release and today"));
		return false;
	}
	struct row *death = decision_insert(decision, &RECORD_LATER_DEATH);
	static const int PAIRS[] = { LD_PERSON, LATER_DEATH_PERSON, LD_DIED, LATER_DEATH_DIED, LD_RELATED, LATER_DEATH_RELATED, LD_CIRCUMSTANCES, LATER_DEATH_CIRCUMSTANCES, -1 };
	decide_copy(death, context->input, PAIRS);
	row_set(death, LATER_DEATH_FACILITY, row_value(episode, CUSTODY_EPISODE_FACILITY));
	row_set(death, LATER_DEATH_RELEASED, row_value(episode, CUSTODY_EPISODE_ENDED_AT));
	row_set_integer(death, LATER_DEATH_LEARNED, context->now);
	row_set_yes_no(death, LATER_DEATH_JUVENILE, clinic_is_juvenile(person, released));
	row_set_string(death, LATER_DEATH_STATE, "open");
	inquiry_start(context, decision, death, released);
	decision->result = death;
	return true;
}

const struct act ACT_LATER_DEATH_RECORD = { .name = "later_death.record", .label = N_("Record a death after release"), .done = N_("The death is recorded"), .input_record = &LATER_RECORD,
	.record = &RECORD_PERSON, .target_input = LD_PERSON, .actors = ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT, .basis = &BOP_34, .decide = later_decide };

#define DEATH_INPUT { "later_death", N_("Death after release"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "later_death" }
static const struct field REPORT_INPUT[] = { DEATH_INPUT,
	{ "authority", N_("Authority"), N_("Outside the prison service"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &BOP_34 },
	{ "authority_number", N_("Number of the authority"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record REPORT_RECORD = ACT_INPUTS("later_death.report", REPORT_INPUT);

static bool report_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *death = clinic_change(context, decision, &RECORD_LATER_DEATH, LATER_DEATH_STATE, "open", errors);
	if (!death)
		return false;
	row_set_integer(death, LATER_DEATH_REPORTED, context->now);
	decide_stop(context, decision, "later-death-inquiry", death->id);
	decide_stop(context, decision, "juvenile-death-inquiry", death->id);
	return true;
}

const struct act ACT_LATER_DEATH_REPORT = { .name = "later_death.report", .label = N_("Report the death for an inquiry"), .done = N_("Recorded"), .input_record = &REPORT_RECORD,
	.record = &RECORD_LATER_DEATH, .target_input = 0, .actors = ROLE(HEADQUARTERS), .basis = &BOP_34, .decide = report_decide };

static const struct field CLOSE_INPUT[] = { DEATH_INPUT,
	{ "findings", N_("Findings"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	{ "kin_shown", N_("Report offered to the nearest relative"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record CLOSE_RECORD = ACT_INPUTS("later_death.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *death = clinic_change(context, decision, &RECORD_LATER_DEATH, LATER_DEATH_STATE, "open", errors);
	if (!death)
		return false;
	if (!row_has(death, LATER_DEATH_REPORTED))
		return decide_refuse(errors, "/later_death", N_("Report it to an authority outside first"));
	row_set_string(death, LATER_DEATH_STATE, "closed");
	return true;
}

const struct act ACT_LATER_DEATH_CLOSE = { .name = "later_death.close", .label = N_("Close the death after release"), .done = N_("Recorded"), .input_record = &CLOSE_RECORD,
	.record = &RECORD_LATER_DEATH, .target_input = 0, .actors = ROLE(HEADQUARTERS), .basis = &BOP_34, .decide = close_decide };

/* ---- a young person was restrained ---- */
enum { RC_FORCE, RC_CLINICIAN, RC_WORDS, RC_REPORTED, RC_INPUTS };
static const struct field CONSULT_INPUT[RC_INPUTS] = {
	[RC_FORCE] = { "use_of_force", N_("Use of force or restraint"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "use_of_force" },
	[RC_CLINICIAN] = { "clinician", N_("Health worker asked"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &HAV_64 },
	[RC_WORDS] = { "words", N_("What must be done now"), N_("For the young person's health; nobody of the health service agrees to a restraint"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RC_REPORTED] = { "reported_to", N_("Higher authority told"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record CONSULT_RECORD = ACT_INPUTS("restraint_consultation.record", CONSULT_INPUT);

static bool consult_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *force = act_load_input(context, RC_FORCE, &RECORD_FORCE, errors);
	if (!force)
		return false;
	const struct condition same = CONDITION_TEXT(RESTRAINT_CONSULTATION_FORCE, force->id);
	if (act_count(context, &RECORD_RESTRAINT_CONSULTATION, &same, 1) > 0)
		return decide_refuse(errors, "/use_of_force", N_("This is recorded already"));
	struct row *consultation = decision_insert(decision, &RECORD_RESTRAINT_CONSULTATION);
	static const int PAIRS[] = { RC_FORCE, RESTRAINT_CONSULTATION_FORCE, RC_CLINICIAN, RESTRAINT_CONSULTATION_CLINICIAN, RC_WORDS, RESTRAINT_CONSULTATION_WORDS, RC_REPORTED,
		RESTRAINT_CONSULTATION_REPORTED_TO, -1 };
	decide_copy(consultation, context->input, PAIRS);
	row_set(consultation, RESTRAINT_CONSULTATION_PERSON, row_value(force, FORCE_PERSON));
	row_set(consultation, RESTRAINT_CONSULTATION_FACILITY, row_value(force, FORCE_FACILITY));
	row_set_integer(consultation, RESTRAINT_CONSULTATION_AT, context->now);
	decide_stop(context, decision, "juvenile-restraint-consulted", force->id);
	decision->result = consultation;
	return true;
}

const struct act ACT_RESTRAINT_CONSULTATION_RECORD = { .name = "restraint_consultation.record", .label = N_("Health staff asked after a restraint"), .done = N_("Recorded"),
	.input_record = &CONSULT_RECORD, .record = &RECORD_FORCE, .target_input = RC_FORCE, .actors = ROLE(GOVERNOR), .basis = &HAV_64, .decide = consult_decide };
