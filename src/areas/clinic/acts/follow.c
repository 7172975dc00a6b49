/* follow.c - what the clinic adds to the decisions of others: who comes, who is seen at risk, who reports abuse, who leaves. */
#include "areas/care/records.h"
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

/* ---- separation ---- */

static void asked_in_separation(struct act_context *context, struct decision *decision)
{
	const struct row *request = decision_row(decision, &RECORD_HEALTH_REQUEST);
	if (!request)
		return;
	if (!row_is(request, HEALTH_REQUEST_STATE, "open")) {
		decide_stop(context, decision, "separation-health-help", request->id);
		return;
	}
	const struct condition running[] = { CONDITION_TEXT(SEPARATION_PERSON, row_text(request, HEALTH_REQUEST_PERSON)), CONDITION_TEXT(SEPARATION_STATE, TEXT_OF("running")) };
	int64_t minutes = act_parameter(context, row_facility(request), "seg.health_request_minutes", 60), asked = row_moment(request, HEALTH_REQUEST_ASKED);
	if (act_count(context, &RECORD_SEPARATION, running, 2) > 0)
		clinic_start(context, decision, "separation-health-help", request, asked, asked + minutes * MOMENT_MINUTE);
}

/* What was advised about a separation is answered by its end, whoever ended it. */
static void separation_over(struct act_context *context, struct decision *decision)
{
	for (size_t i = 0; i < decision->effect_count; i++) {
		const struct row *separation = decision->effects[i].row;
		if (separation->record != &RECORD_SEPARATION || !row_is(separation, SEPARATION_STATE, "ended"))
			continue;
		const struct condition open[] = { CONDITION_TEXT(HEALTH_ADVICE_SEPARATION, separation->id), CONDITION_TEXT(HEALTH_ADVICE_STATE, TEXT_OF("open")) };
		struct rows advice = act_find(context, &RECORD_HEALTH_ADVICE, open, 2);
		for (size_t j = 0; j < advice.count; j++) {
			row_set_string(decision_change(decision, advice.items[j]), HEALTH_ADVICE_STATE, "ended");
			decide_stop(context, decision, "separation-recommendation", advice.items[j]->id);
		}
	}
}

/* ---- young people ---- */

static void to_hospital(struct act_context *context, struct decision *decision)
{
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	const struct row *person = movement && row_is(movement, MOVEMENT_KIND, "hospital") ? act_load(context, &RECORD_PERSON, row_text(movement, MOVEMENT_PERSON)) : NULL;
	if (person)
		clinic_young_notice(context, decision, person, row_moment(movement, MOVEMENT_LEFT_AT), true);
}

static void told(struct act_context *context, struct decision *decision)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	if (!notice || !(row_is(notice, NOTICE_REASON, "illness") || row_is(notice, NOTICE_REASON, "hospital") || row_is(notice, NOTICE_REASON, "death")))
		return;
	if (!row_is(notice, NOTICE_RESULT, "told") && !row_is(notice, NOTICE_RESULT, "declined"))
		return;
	if (row_is(notice, NOTICE_TO, "family") || row_is(notice, NOTICE_TO, "consulate"))
		decide_stop(context, decision, row_is(notice, NOTICE_TO, "family") ? "juvenile-family-notice" : "juvenile-consulate-notice", row_text(notice, NOTICE_PERSON));
}

static void restrained(struct act_context *context, struct decision *decision)
{
	const struct row *force = decision_row(decision, &RECORD_FORCE);
	const struct row *person = force && force_is_instrument(force) ? act_load(context, &RECORD_PERSON, row_text(force, FORCE_PERSON)) : NULL;
	if (person && clinic_is_juvenile(person, context->today))
		decide_start(context, decision, "juvenile-restraint-consulted", force, person->id, row_facility(force), row_moment(force, FORCE_STARTED), 0);
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
	static const char *const OF_PERSON[] = { "entry-heads", "juvenile-examination", "plan-self-harm", "plan-protection", "plan-girl", "plan-untried", "preventive-offer",
		"juvenile-family-notice", "juvenile-consulate-notice" };
	static const char *const NONE[] = { NULL }, *const ASKED[] = { "medical-file-reply", "second-opinion", NULL },
		*const REFERRED[] = { "psychiatric-seen", NULL }, *const ABUSED[] = { "abuse-support", "abuse-referral", "abuse-care-set", NULL }, *const OUTSIDE[] = { "care-outside-move", "care-outside-today", NULL };
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	if (!movement || !row_is(movement, MOVEMENT_DIRECTION, "out"))
		return;
	struct text person = row_text(movement, MOVEMENT_PERSON);
	for (size_t i = 0; i < sizeof OF_PERSON / sizeof *OF_PERSON; i++)
		decide_stop(context, decision, OF_PERSON[i], person);
	rows_end(context, decision, &RECORD_PROTECTION_PLAN, PROTECTION_PLAN_STATE, "live", "ended", person, NONE);
	rows_end(context, decision, &RECORD_MEDICAL_REQUEST, MEDICAL_REQUEST_STATE, "open", "left", person, ASKED);
	rows_end(context, decision, &RECORD_HEALTH_REFERRAL, HEALTH_REFERRAL_STATE, "open", "left", person, REFERRED);
	rows_end(context, decision, &RECORD_HEALTH_REFERRAL, HEALTH_REFERRAL_STATE, "treatment", "left", person, REFERRED);
	rows_end(context, decision, &RECORD_ABUSE_CARE, ABUSE_CARE_STATE, "open", "left", person, ABUSED);
	rows_end(context, decision, &RECORD_INPATIENT_STAY, INPATIENT_STAY_STATE, "running", "ended", person, NONE);
	const struct condition own = CONDITION_TEXT(SCREENING_OFFER_PERSON, person);
	struct rows offers = act_find(context, &RECORD_SCREENING_OFFER, &own, 1);
	for (size_t i = 0; i < offers.count; i++)
		decide_stop(context, decision, "preventive-offer", offers.items[i]->id);
	rows_end(context, decision, &RECORD_CARE_OUTSIDE, CARE_OUTSIDE_STATE, "waiting", "left", person, OUTSIDE);
	const struct condition waits[] = { CONDITION_TEXT(HEALTH_REQUEST_PERSON, person), CONDITION_TEXT(HEALTH_REQUEST_STATE, TEXT_OF("open")) };
	struct rows requests = act_find(context, &RECORD_HEALTH_REQUEST, waits, 2);
	for (size_t i = 0; i < requests.count; i++)
		decide_stop(context, decision, "separation-health-help", requests.items[i]->id);
}

static const char *const ADMIT[] = { "person.admit", NULL }, *const EXAMINE[] = { "admission.health", NULL }, *const COMPLAIN[] = { "complaint.receive", NULL },
	*const ASK[] = { "health_request.make", "health_request.see", NULL },
	*const SEPARATE[] = { "separation.order", "separation.isolate", "separation.end", "separation.review", "release.release", "death.record", "escape.record", NULL },
	*const HOSPITAL[] = { "movement.leave", NULL }, *const TELL[] = { "notice.give", NULL }, *const RESTRAIN[] = { "force.use", NULL },
	*const LEAVE[] = { "release.release", "death.record", "escape.record", NULL };
static const struct reaction ADMITTED = { ADMIT, admitted }, EXAMINED = { EXAMINE, examined }, COMPLAINED = { COMPLAIN, complained }, LEFT = { LEAVE, left },
	YOUNG_HOSPITAL = { HOSPITAL, to_hospital }, TOLD = { TELL, told }, RESTRAINED = { RESTRAIN, restrained }, ASKED_APART = { ASK, asked_in_separation }, APART_OVER = { SEPARATE, separation_over };
const struct reaction *const CLINIC_REACTIONS[] = { &ADMITTED, &EXAMINED, &COMPLAINED, &LEFT, &ASKED_APART, &APART_OVER, &YOUNG_HOSPITAL, &TOLD, &RESTRAINED, NULL };
