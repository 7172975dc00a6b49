/* follow.c - what the clinic adds to the decisions of others: who comes, who is seen at risk, who reports abuse, who leaves. */
#include "areas/clinic/acts/common.h"
#include "areas/rights/records.h"

static void admitted(struct act_context *context, struct decision *decision)
{
	const struct row *admission = decision_row(decision, &RECORD_ADMISSION), *changed = decision_row(decision, &RECORD_PERSON);
	const struct row *person = changed || !admission ? changed : act_load(context, &RECORD_PERSON, row_text(admission, ADMISSION_PERSON));
	if (!person || !admission)
		return;
	int64_t arrived = row_moment(admission, ADMISSION_ARRIVED_AT);
	bool woman = row_is(person, PERSON_SEX, "F"), juvenile = clinic_is_juvenile(person, context->today);
	if (woman)
		clinic_start_person(context, decision, "entry-heads", person, arrived);
	if (juvenile)
		clinic_start_person(context, decision, "juvenile-examination", person, arrived);
	if (woman && juvenile)
		clinic_start_person(context, decision, "plan-girl", person, arrived);
	if (woman && legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS)))
		clinic_start_person(context, decision, "plan-untried", person, arrived);
}

static void plan_due(struct act_context *context, struct decision *decision, struct text id, const char *kind, const char *clock, int64_t since)
{
	const struct row *person = act_load(context, &RECORD_PERSON, id);
	if (person && row_has(person, PERSON_CURRENT_FACILITY) && !clinic_has_plan(context, id, kind))
		clinic_start_person(context, decision, clock, person, since);
}

static void examined(struct act_context *context, struct decision *decision)
{
	const struct row *intake = decision_row(decision, &RECORD_HEALTH_INTAKE);
	if (intake && row_is_yes(intake, HEALTH_INTAKE_SELF_HARM_WATCH))
		plan_due(context, decision, row_text(intake, HEALTH_INTAKE_PERSON), "self_harm", "plan-self-harm", row_moment(intake, HEALTH_INTAKE_EXAMINED_AT));
}

static void complained(struct act_context *context, struct decision *decision)
{
	const struct row *complaint = decision_row(decision, &RECORD_COMPLAINT);
	const struct row *person = complaint && row_is(complaint, COMPLAINT_SUBJECT, "ill_treatment") ? act_load(context, &RECORD_PERSON, row_text(complaint, COMPLAINT_PERSON)) : NULL;
	if (person && row_is(person, PERSON_SEX, "F"))
		plan_due(context, decision, person->id, "abuse", "plan-protection", row_moment(complaint, COMPLAINT_RECEIVED));
}

/* ---- who has left ---- */

static void rows_end(struct act_context *context, struct decision *decision, const struct record *record, int state_field, const char *from, const char *to, struct text person,
	const char *const *clocks)
{
	const struct condition open[] = { CONDITION_TEXT(record->person_field, person), CONDITION_TEXT(state_field, text_from(from)) };
	struct rows rows = act_find(context, record, open, 2);
	for (size_t i = 0; i < rows.count; i++) {
		row_set_string(decision_change(decision, rows.items[i]), state_field, to);
		for (size_t j = 0; clocks[j]; j++)
			decide_stop(context, decision, clocks[j], rows.items[i]->id);
	}
}

static void left(struct act_context *context, struct decision *decision)
{
	static const char *const OF_PERSON[] = { "entry-heads", "juvenile-examination", "plan-self-harm", "plan-protection", "plan-girl", "plan-untried" };
	static const char *const NONE[] = { NULL }, *const ASKED[] = { "medical-file-reply", "second-opinion", NULL };
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	if (!movement || !row_is(movement, MOVEMENT_DIRECTION, "out"))
		return;
	struct text person = row_text(movement, MOVEMENT_PERSON);
	for (size_t i = 0; i < sizeof OF_PERSON / sizeof *OF_PERSON; i++)
		decide_stop(context, decision, OF_PERSON[i], person);
	rows_end(context, decision, &RECORD_PROTECTION_PLAN, PROTECTION_PLAN_STATE, "live", "ended", person, NONE);
	rows_end(context, decision, &RECORD_MEDICAL_REQUEST, MEDICAL_REQUEST_STATE, "open", "left", person, ASKED);
}

static const char *const ADMIT[] = { "person.admit", NULL }, *const EXAMINE[] = { "admission.health", NULL }, *const COMPLAIN[] = { "complaint.receive", NULL },
	*const LEAVE[] = { "release.release", "death.record", "escape.record", NULL };
static const struct reaction ADMITTED = { ADMIT, admitted }, EXAMINED = { EXAMINE, examined }, COMPLAINED = { COMPLAIN, complained }, LEFT = { LEAVE, left };
const struct reaction *const CLINIC_REACTIONS[] = { &ADMITTED, &EXAMINED, &COMPLAINED, &LEFT, NULL };
