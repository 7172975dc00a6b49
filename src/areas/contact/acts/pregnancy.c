/* pregnancy.c - pregnancy.record, .plan, .birth, .end: what must be arranged, and what everybody on duty must not do. */
#include "areas/contact/acts/common.h"
#include "areas/rights/records.h"
#include "model/said.h"

static const struct citation NMR_28 = { "NMR-28.1", N_("Nelson Mandela Rules, Rule 28"), SOURCE_TEXT_READ };

/* BIRTH_DAYS: postpartum.no_restraint_hours, in whole days. */
enum { WEEKS_BEFORE = 12, WEEK_DAYS = 7, RESTRAINT_HOURS = 72, DAY_HOURS = 24 };
#define CARE (ROLE(HEALTH) | ROLE(CASEWORKER) | ROLE(GOVERNOR))
#define PREGNANCY_INPUT { "pregnancy", N_("Pregnancy"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "pregnancy" }

/* The rules about separation and restraint look at these instructions (NMR-45.2, 48.2, BKK-22, 24). days 0: until the health service ends it. */
static void flag_set(struct act_context *context, struct decision *decision, struct text person, const char *kind, const char *instruction, int days)
{
	struct row *flag = decision_insert(decision, &RECORD_HEALTH_FLAG);
	row_set_text(flag, HEALTH_FLAG_PERSON, person);
	row_set_string(flag, HEALTH_FLAG_KIND, kind);
	row_set_text(flag, HEALTH_FLAG_INSTRUCTION, said_make(context->arena, instruction, NULL, text_empty()));
	row_set_date(flag, context->arena, HEALTH_FLAG_STARTS, context->today);
	row_set_string(flag, HEALTH_FLAG_STATE, "live");
	if (days > 0)
		row_set_date(flag, context->arena, HEALTH_FLAG_EXPIRES, date_add_days(context->today, days));
}

static void flag_end(struct act_context *context, struct decision *decision, struct text person, const char *kind)
{
	const struct condition live[] = { CONDITION_TEXT(HEALTH_FLAG_PERSON, person), CONDITION_TEXT(HEALTH_FLAG_KIND, text_from(kind)),
		CONDITION_TEXT(HEALTH_FLAG_STATE, TEXT_OF("live")) };
	struct rows flags = act_find(context, &RECORD_HEALTH_FLAG, live, 3);
	for (size_t i = 0; i < flags.count; i++)
		row_set_string(decision_change(decision, flags.items[i]), HEALTH_FLAG_STATE, "ended");
}

/* ---- record ---- */
enum { RE_PERSON, RE_EXPECTED, RE_PRENATAL, RE_INPUTS };
static const struct field RECORD_INPUT[RE_INPUTS] = {
	[RE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RE_EXPECTED] = { "expected_on", N_("Birth expected"), NULL, FIELD_DATE, CLOSED, FIELD_REQUIRED },
	[RE_PRENATAL] = { "prenatal", N_("Care before the birth is arranged"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &NMR_28 } };
static const struct record RECORD_RECORD = ACT_INPUTS("pregnancy.record", RECORD_INPUT);

static bool record_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, RE_PERSON, errors);
	if (!person)
		return false;
	const struct condition open[] = { CONDITION_TEXT(PREGNANCY_PERSON, person->id), CONDITION_TEXT(PREGNANCY_STATE, TEXT_OF("open")) };
	if (act_count(context, &RECORD_PREGNANCY, open, 2) > 0)
		return decide_refuse(errors, "/person", N_("A pregnancy of this person is recorded already"));
	struct row *row = decision_insert(decision, &RECORD_PREGNANCY);
	static const int PAIRS[] = { RE_PERSON, PREGNANCY_PERSON, RE_EXPECTED, PREGNANCY_EXPECTED, RE_PRENATAL, PREGNANCY_PRENATAL, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(row, context->input, PAIRS);
	row_set_text(row, PREGNANCY_FACILITY, facility);
	row_set_string(row, PREGNANCY_STATE, "open");
	flag_end(context, decision, person->id, "pregnant");
	flag_set(context, decision, person->id, "pregnant", N_("Ask the health service before any measure; no separation, no lifting"), 0);
	int32_t before = (int32_t)act_parameter(context, facility, "birthplan.weeks_before", WEEKS_BEFORE) * WEEK_DAYS;
	int64_t due = moment_from_date(date_add_days(row_date(row, PREGNANCY_EXPECTED), -before));
	decide_start(context, decision, "birth-plan", row, person->id, facility, context->now, due > context->now ? due : context->now + MOMENT_DAY);
	decide_start(context, decision, "pregnancy-diet", row, person->id, facility, context->now, 0);
	decide_start(context, decision, "pregnancy-court", row, person->id, facility, context->now, 0);
	decision->result = row;
	return true;
}

const struct act ACT_PREGNANCY_RECORD = { .name = "pregnancy.record", .label = N_("Pregnancy"), .help = N_("What staff must know; everything else stays in the health service"),
	.done = N_("Recorded; an instruction for all staff stands"), .input_record = &RECORD_RECORD, .record = &RECORD_PERSON, .target_input = RE_PERSON,
	.actors = ROLE(HEALTH), .basis = &NMR_28, .decide = record_decide };

/* ---- plan ---- */
static const struct row *open_pregnancy(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *row = act_load_input(context, input, &RECORD_PREGNANCY, errors);
	if (row && !row_is(row, PREGNANCY_STATE, "open")) {
		decide_refuse(errors, "/pregnancy", N_("This is over already"));
		return NULL;
	}
	return row;
}

enum { PL_PREGNANCY, PL_PLACE, PL_WHY, PL_PRENATAL, PL_DIET, PL_COURT, PL_INPUTS };
static const struct field PLAN_INPUT[PL_INPUTS] = { [PL_PREGNANCY] = PREGNANCY_INPUT,
	[PL_PLACE] = { "place", N_("Where the birth is planned"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = BIRTH_PLACE_CHOICES, .basis = &NMR_28 },
	[PL_WHY] = { "place_why", N_("Why not outside"), N_("What makes it impossible, and what was tried"), FIELD_LINE, OPEN, 0 },
	[PL_PRENATAL] = { "prenatal", N_("Care before the birth is arranged"), NULL, FIELD_YES_NO, OPEN, 0 },
	[PL_DIET] = { "diet", N_("Diet, exercise and advice are arranged"), NULL, FIELD_YES_NO, OPEN, 0 },
	[PL_COURT] = { "court_told", N_("The court was told that a measure outside prison may fit"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record PLAN_RECORD = ACT_INPUTS("pregnancy.plan", PLAN_INPUT);

static bool plan_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = open_pregnancy(context, PL_PREGNANCY, errors);
	if (!row)
		return false;
	struct row *changed = decision_change(decision, row);
	static const int PAIRS[] = { PL_PLACE, PREGNANCY_PLACE, PL_WHY, PREGNANCY_PLACE_WHY, PL_PRENATAL, PREGNANCY_PRENATAL, PL_DIET, PREGNANCY_DIET, PL_COURT,
		PREGNANCY_COURT, -1 };
	decide_copy(changed, context->input, PAIRS);
	if (row_is_yes(changed, PREGNANCY_PRENATAL))
		decide_stop(context, decision, "birth-plan", row->id);
	if (row_is_yes(changed, PREGNANCY_DIET))
		decide_stop(context, decision, "pregnancy-diet", row->id);
	if (row_is_yes(changed, PREGNANCY_COURT))
		decide_stop(context, decision, "pregnancy-court", row->id);
	decision->result = changed;
	return true;
}

const struct act ACT_PREGNANCY_PLAN = { .name = "pregnancy.plan", .label = N_("Plan the birth"), .done = N_("The plan is recorded"), .input_record = &PLAN_RECORD,
	.record = &RECORD_PREGNANCY, .target_input = PL_PREGNANCY, .flags = ACT_MAY_RECORD_FACT, .actors = CARE, .basis = &NMR_28, .decide = plan_decide };

/* ---- birth, end ---- */
enum { BI_PREGNANCY, BI_AT, BI_IN, BI_CERTIFICATE, BI_INPUTS };
static const struct field BIRTH_INPUT[BI_INPUTS] = { [BI_PREGNANCY] = PREGNANCY_INPUT,
	[BI_AT] = { "born_at", N_("Born"), N_("Leave empty for now"), FIELD_MOMENT, CLOSED, 0 },
	[BI_IN] = { "born_in", N_("Place of birth"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = BIRTH_PLACE_CHOICES },
	[BI_CERTIFICATE] = { "certificate_place", N_("Place that the birth certificate names"), N_("Town and street, never the prison"), FIELD_LINE, CLOSED, 0, .basis = &NMR_28 } };
static const struct record BIRTH_RECORD = ACT_INPUTS("pregnancy.birth", BIRTH_INPUT);

static bool birth_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = open_pregnancy(context, BI_PREGNANCY, errors);
	int64_t moment = decide_moment(context, BI_AT, errors);
	if (!row || errors->count)
		return false;
	struct row *changed = decision_change(decision, row);
	static const int PAIRS[] = { BI_IN, PREGNANCY_BORN_IN, BI_CERTIFICATE, PREGNANCY_CERTIFICATE, -1 };
	struct text person = row_text(row, PREGNANCY_PERSON);
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, PREGNANCY_STATE, "born");
	row_set_integer(changed, PREGNANCY_BORN_AT, moment);
	pregnancy_clocks_stop(context, decision, row->id);
	flag_end(context, decision, person, "pregnant");
	int64_t hours = act_parameter(context, row_text(row, PREGNANCY_FACILITY), "postpartum.no_restraint_hours", RESTRAINT_HOURS);
	flag_set(context, decision, person, "labour", N_("No restraints, whatever happens"), (int)((hours + DAY_HOURS - 1) / DAY_HOURS));
	flag_set(context, decision, person, "infant", N_("Never apart from the infant as a measure; feeds when the child wants"), 0);
	decision->result = changed;
	return true;
}

const struct act ACT_PREGNANCY_BIRTH = { .name = "pregnancy.birth", .label = N_("Birth"), .done = N_("Recorded; instructions for all staff stand"),
	.input_record = &BIRTH_RECORD, .record = &RECORD_PREGNANCY, .target_input = BI_PREGNANCY, .flags = ACT_MAY_RECORD_FACT, .actors = CARE, .basis = &NMR_28,
	.decide = birth_decide };

enum { EN_PREGNANCY, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = { [EN_PREGNANCY] = PREGNANCY_INPUT };
static const struct record END_RECORD = ACT_INPUTS("pregnancy.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = open_pregnancy(context, EN_PREGNANCY, errors);
	if (!row)
		return false;
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, PREGNANCY_STATE, "ended");
	pregnancy_clocks_stop(context, decision, row->id);
	flag_end(context, decision, row_text(row, PREGNANCY_PERSON), "pregnant");
	decision->result = changed;
	return true;
}

const struct act ACT_PREGNANCY_END = { .name = "pregnancy.end", .label = N_("The pregnancy has ended"), .help = N_("No reason of the clinic is written here"), .done = N_("Recorded"),
	.input_record = &END_RECORD, .record = &RECORD_PREGNANCY, .target_input = EN_PREGNANCY, .flags = ACT_REASON, .actors = ROLE(HEALTH), .basis = &NMR_28,
	.decide = end_decide };
