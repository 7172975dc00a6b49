/* test_acts.c - the verbs of the clinic: what they decide, what they start and stop, what they refuse; and what they add to other verbs. */
#include "areas/care/care.h"
#include "areas/clinic/clinic.h"
#include "areas/contact/contact.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CONTACT, &AREA_CARE, &AREA_CLINIC
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/clinic/acts.h"
#include "areas/clinic/rules.h"

static const struct row *newest(struct memory *memory, const struct record *record) { return memory_row(memory, record, text_empty()); }

static void consent_is_taken_back(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "medical_treatment.record person=P1;kind=treatment;what=Tablets;decision=agreed;able=yes;clinician=Doctor");
	assert_true(row_is(newest(memory, &RECORD_TREATMENT), TREATMENT_STATE, "agreed"));
	run(memory, "medical_treatment.withdraw medical_treatment=@medical_treatment");
	assert_true(row_is(newest(memory, &RECORD_TREATMENT), TREATMENT_STATE, "withdrawn"));
	refuses(memory, "medical_treatment.withdraw medical_treatment=@medical_treatment", "/medical_treatment");
	run(memory, "medical_treatment.record person=P1;kind=treatment;what=Tablets;decision=not_asked;legal_ground=Act 7;clinician=Doctor");
	assert_true(row_is(newest(memory, &RECORD_TREATMENT), TREATMENT_STATE, "by_law"));
	refuses(memory, "medical_treatment.record person=P3;kind=treatment;what=Tablets;decision=declined", "/person");
	arena_destroy(arena);
}

static void a_note_amends_only_the_same_file(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "medical_note.write person=P1;kind=finding;words=Cough");
	run(memory, "medical_note.write person=P1;kind=finding;words=No cough;amends=@medical_note");
	refuses(memory, "medical_note.write person=P2;kind=finding;words=x;amends=@medical_note", "/amends");
	arena_destroy(arena);
}

static void requests_are_answered_or_sent_on(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "medical_request.make person=P1;kind=file;asked_by=person");
	assert_non_null(started(memory, "medical-file-reply"));
	assert_null(started(memory, "second-opinion"));
	refuses(memory, "medical_request.forward medical_request=@medical_request;authority=Court", "/medical_request");
	run(memory, "medical_request.answer medical_request=@medical_request;result=shown");
	assert_true(stopped(memory, "medical-file-reply"));
	refuses(memory, "medical_request.answer medical_request=@medical_request;result=copy", "/medical_request");
	run(memory, "medical_request.make person=P1;kind=opinion;asked_by=lawyer;asked_by_name=Counsel");
	assert_non_null(started(memory, "second-opinion"));
	refuses(memory, "medical_request.answer medical_request=@medical_request;result=shown", "/result");
	run(memory, "medical_request.forward medical_request=@medical_request;authority=District court");
	assert_true(stopped(memory, "second-opinion"));
	assert_true(row_is(newest(memory, &RECORD_MEDICAL_REQUEST), MEDICAL_REQUEST_RESULT, "forwarded"));
	arena_destroy(arena);
}

static void screening_stops_what_asked_for_it(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "health_screening.record person=P1;examiner=Nurse;profession=nurse;self_harm_risk=yes");
	assert_true(stopped(memory, "entry-heads"));
	assert_false(stopped(memory, "juvenile-examination"));
	assert_non_null(started(memory, "plan-self-harm"));
	run(memory, "protection_plan.make person=P1;kind=self_harm;measures=company counsellor;words=The nurse;review_on=2026-11-22");
	assert_true(stopped(memory, "plan-self-harm"));
	assert_false(stopped(memory, "plan-girl"));
	run(memory, "health_screening.record person=P1;examiner=Doctor;profession=doctor;self_harm_risk=yes");
	assert_true(stopped(memory, "juvenile-examination"));
	assert_null(started(memory, "plan-self-harm")); /* the plan is there */
	refuses(memory, "protection_plan.make person=P1;kind=girl;measures=lawyer;words=x;review_on=2026-11-20", "/review_on");
	run(memory, "protection_plan.end protection_plan=@protection_plan");
	refuses(memory, "protection_plan.end protection_plan=@protection_plan", "/protection_plan");
	arena_destroy(arena);
}

#define SEPARATION "separation S9 person=P1;facility=F1;kind=security;ground=threat;facts=x;legal_basis=5;authority=Director;alternatives=x;exit_criteria=x;" \
	"starts_at=2026-11-20T10:00:00Z;ends_at=2026-11-24T10:00:00Z;planned_contact=2;planned_outdoors=1;light=daylight;contact_kept=calls;disability=none;ordered_by=U1;state=running\n"

static void the_director_answers(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "health_advice.report facility=F1;words=Damp in house 2");
	assert_non_null(started(memory, "health-report-answer"));
	run(memory, "health_advice.answer health_advice=@health_advice;decision=followed");
	assert_true(stopped(memory, "health-report-answer"));
	assert_true(row_is(newest(memory, &RECORD_HEALTH_ADVICE), HEALTH_ADVICE_ANSWER, "Because it is so"));
	refuses(memory, "health_advice.answer health_advice=@health_advice;decision=sent_up", "/health_advice");
	memory_put(memory, SEPARATION);
	run(memory, "health_advice.recommend separation=S9;words=More light and a talk every day");
	assert_non_null(started(memory, "separation-recommendation"));
	run(memory, "separation.end separation=S9");
	assert_true(stopped(memory, "separation-recommendation"));
	assert_true(row_is(newest(memory, &RECORD_HEALTH_ADVICE), HEALTH_ADVICE_STATE, "ended"));
	refuses(memory, "health_advice.recommend separation=S9;words=x", "/separation");
	arena_destroy(arena);
}

static void help_comes_to_the_separated(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "health_request.make person=P1;channel=person");
	assert_null(started(memory, "separation-health-help"));
	memory_put(memory, SEPARATION);
	run(memory, "health_request.make person=P1;channel=person");
	assert_int_equal(started(memory, "separation-health-help")->due_at, MEMORY_NOW + 60 * MOMENT_MINUTE);
	run(memory, "health_request.see health_request=@health_request;result=seen");
	assert_true(stopped(memory, "separation-health-help"));
	arena_destroy(arena);
}

static void referrals_end_in_treatment_or_not(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "health_referral.make person=P1;kind=psychiatric;urgent=yes;words=Voices");
	assert_int_equal(started(memory, "psychiatric-seen")->due_at, MEMORY_NOW + MOMENT_DAY);
	refuses(memory, "health_referral.finish health_referral=@health_referral", "/health_referral");
	run(memory, "health_referral.see health_referral=@health_referral;result=treatment");
	assert_true(stopped(memory, "psychiatric-seen"));
	run(memory, "health_referral.finish health_referral=@health_referral");
	assert_true(row_is(newest(memory, &RECORD_HEALTH_REFERRAL), HEALTH_REFERRAL_STATE, "closed"));
	run(memory, "health_referral.make person=P1;kind=specialist;words=Eyes");
	assert_null(started(memory, "psychiatric-seen"));
	arena_destroy(arena);
}

static void a_bed_is_asked_for_every_day(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "care_outside.find person=P1;ground=clinician");
	assert_non_null(started(memory, "care-outside-move"));
	assert_int_equal(started(memory, "care-outside-today")->due_at, MEMORY_NOW + MOMENT_DAY);
	refuses(memory, "care_outside.find person=P1;ground=court", "/person");
	run(memory, "care_outside.ask care_outside=@care_outside;asked_of=Regional hospital");
	assert_true(stopped(memory, "care-outside-today") && started(memory, "care-outside-today"));
	run(memory, "care_outside.move care_outside=@care_outside");
	assert_true(stopped(memory, "care-outside-move") && stopped(memory, "care-outside-today"));
	refuses(memory, "care_outside.end care_outside=@care_outside", "/care_outside");
	run(memory, "care_outside.find person=P1;ground=court");
	run(memory, "care_outside.end care_outside=@care_outside");
	arena_destroy(arena);
}

static void a_unit_opens_and_closes(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "care_unit.open facility=F1;name=House 3;lead=Doctor");
	run(memory, "care_unit.close care_unit=@care_unit");
	refuses(memory, "care_unit.close care_unit=@care_unit", "/care_unit");
	arena_destroy(arena);
}

static void care_after_abuse_runs_until_all_is_offered(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "abuse_care.open person=P1;source=told;sexual=yes;informed=yes;legal_aid=yes;wish=refer");
	static const char *const ALL[] = { "abuse-support", "abuse-referral", "abuse-care-set", "plan-protection" };
	for (size_t i = 0; i < 4; i++)
		assert_non_null(started(memory, ALL[i]));
	run(memory, "abuse_care.offer abuse_care=@abuse_care;offered=advice counselling");
	assert_true(stopped(memory, "abuse-support") && !stopped(memory, "abuse-care-set"));
	run(memory, "abuse_care.offer abuse_care=@abuse_care;offered=treatment advice pregnancy counselling legal_aid");
	assert_true(stopped(memory, "abuse-care-set"));
	run(memory, "abuse_care.refer abuse_care=@abuse_care;authority=Prosecutor, 71");
	assert_true(stopped(memory, "abuse-referral"));
	run(memory, "abuse_care.close abuse_care=@abuse_care");
	refuses(memory, "abuse_care.offer abuse_care=@abuse_care;offered=advice", "/abuse_care");
	run(memory, "abuse_care.open person=P1;source=seen;informed=yes;legal_aid=yes;wish=no");
	assert_true(started(memory, "abuse-support") && !started(memory, "abuse-referral") && !started(memory, "abuse-care-set"));
	arena_destroy(arena);
}

static void screening_is_offered_again(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, "person P1 sex=F\n");
	run(memory, "health_screening.record person=P1;examiner=Nurse;profession=nurse");
	assert_non_null(started(memory, "preventive-offer"));
	run(memory, "screening_offer.make person=P1;kind=breast;answer=declined;next_on=2028-01-01");
	assert_true(stopped(memory, "preventive-offer"));
	assert_int_equal(started(memory, "preventive-offer")->due_at, moment_from_date((struct date){ 2028, 1, 1 }));
	run(memory, "health_screening.record person=P1;examiner=Nurse;profession=nurse");
	assert_null(started(memory, "preventive-offer"));
	refuses(memory, "screening_offer.make person=P1;kind=breast;answer=accepted;next_on=2026-11-21", "/next_on");
	arena_destroy(arena);
}

/* HAV-56: at once when outside, after 48 hours here; the consulate too when nobody says whose country this is. */
static void family_of_the_young_is_told(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "inpatient_stay.begin person=P1;place_of_care=here");
	assert_null(started(memory, "juvenile-family-notice"));
	memory_put(memory, "person P1 birth_date=2010-01-01;nationalities=KG\nparameter home.nationality=KZ\n");
	run(memory, "inpatient_stay.begin person=P1;place_of_care=here");
	assert_int_equal(started(memory, "juvenile-family-notice")->due_at, MEMORY_NOW + 49 * MOMENT_HOUR);
	run(memory, "inpatient_stay.end inpatient_stay=@inpatient_stay");
	assert_true(stopped(memory, "juvenile-family-notice") && stopped(memory, "juvenile-consulate-notice"));
	refuses(memory, "inpatient_stay.end inpatient_stay=@inpatient_stay", "/inpatient_stay");
	run(memory, "movement.leave person=P1;kind=hospital;destination=Hospital;authority=Order;escort=Unit 2;vehicle=fit;shielded=yes;due_back_at=2026-11-22T10:00:00Z");
	assert_int_equal(started(memory, "juvenile-family-notice")->due_at, MEMORY_NOW + MOMENT_HOUR);
	assert_non_null(started(memory, "juvenile-consulate-notice"));
	run(memory, "notice.give person=P1;occasion=hospital;told_whom=family;result=told;told_at=2026-11-21T10:00:00Z;wish=yes");
	assert_true(stopped(memory, "juvenile-family-notice") && !stopped(memory, "juvenile-consulate-notice"));
	run(memory, "notice.give person=P1;occasion=hospital;told_whom=consulate;result=impossible;told_at=2026-11-21T10:00:00Z;wish=yes");
	assert_false(stopped(memory, "juvenile-consulate-notice"));
	arena_destroy(arena);
}

static void a_death_after_release_is_reported(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, "later_death.record person=P1;died_on=2026-11-20;related=no;circumstances=x", "/person");
	refuses(memory, "later_death.record person=P3;died_on=2026-11-20;related=no;circumstances=x", "/person");
	memory_put(memory, "custody_episode E3 person=P3;facility=F1;register_number=K1-2026/0009;admitted_at=2026-01-11T08:00:00Z;ended_at=2026-11-01T08:00:00Z;state=ended\n");
	refuses(memory, "later_death.record person=P3;died_on=2026-10-20;related=no;circumstances=x", "/died_on");
	run(memory, "later_death.record person=P3;died_on=2026-11-20;related=no;circumstances=At home");
	assert_non_null(started(memory, "later-death-inquiry"));
	assert_null(started(memory, "juvenile-death-inquiry"));
	refuses(memory, "later_death.close later_death=@later_death;findings=x", "/later_death");
	run(memory, "later_death.report later_death=@later_death;authority=Prosecutor;authority_number=5");
	assert_true(stopped(memory, "later-death-inquiry"));
	run(memory, "later_death.close later_death=@later_death;findings=Natural");
	memory_put(memory, "person P3 birth_date=2009-01-01\ncustody_episode E3 ended_at=2026-07-01T08:00:00Z\n");
	run(memory, "later_death.record person=P3;died_on=2026-11-20;related=unknown;circumstances=At home");
	assert_non_null(started(memory, "juvenile-death-inquiry"));
	run(memory, "later_death.record person=P3;died_on=2026-11-20;related=no;circumstances=At home");
	assert_null(started(memory, "juvenile-death-inquiry"));
	arena_destroy(arena);
}

static void the_director_asks_after_a_restraint(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "force.use person=P1;ground=injury;instrument=handcuffs;facts=x;alternatives=x;ordered_by=director;officers=gate");
	assert_null(started(memory, "juvenile-restraint-consulted"));
	memory_put(memory, "person P1 birth_date=2010-01-01\n");
	run(memory, "force.use person=P1;ground=injury;instrument=handcuffs;facts=x;alternatives=x;ordered_by=director;officers=gate");
	assert_non_null(started(memory, "juvenile-restraint-consulted"));
	run(memory, "restraint_consultation.record use_of_force=@use_of_force;clinician=Nurse;words=Ice;reported_to=Headquarters");
	assert_true(stopped(memory, "juvenile-restraint-consulted"));
	refuses(memory, "restraint_consultation.record use_of_force=@use_of_force;clinician=Nurse;words=Ice;reported_to=Headquarters", "/use_of_force");
	arena_destroy(arena);
}

#define ADMIT(person_, status_) "person.admit person=" person_ ";facility=F1;arrived_at=2026-11-21T09:00:00Z;delivered_by=Escort;order_kind=remand;order_number=1;order_authority=Court;" \
	"order_date=2026-11-20;order_status=" status_ ";valid_from=2026-11-20;valid_until=2026-12-20"

static void who_comes_starts_clocks(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, ADMIT("P3", "untried"));
	assert_null(started(memory, "entry-heads"));
	assert_null(started(memory, "juvenile-examination"));
	memory_put(memory, "person P4 number=4;name=Four;sex=F;birth_date=2010-01-01;whereabouts=not_admitted\n");
	run(memory, ADMIT("P4", "untried"));
	static const char *const ALL[] = { "entry-heads", "juvenile-examination", "plan-girl", "plan-untried" };
	for (size_t i = 0; i < 4; i++)
		assert_non_null(started(memory, ALL[i]));
	memory_put(memory, "person P5 number=5;name=Five;sex=F;birth_date=1980-01-01;whereabouts=not_admitted\n");
	run(memory, ADMIT("P5", "convicted"));
	assert_non_null(started(memory, "entry-heads"));
	assert_null(started(memory, "plan-untried"));
	arena_destroy(arena);
}

static void a_watch_and_a_complaint_ask_for_a_plan(void **state)
{
	static const char EXAMINED[] = "admission.health admission=A1;examined_at=2026-11-21T09:00:00Z;examiner=Nurse;self_harm_watch=yes;observation=constant;withdrawal=no;"
		"infectious_precaution=no;daily_medicine=no;diet=no;mobility=no;fit_for_work=fit;ill_treatment_signs=no";
	static const char COMPLAINT[] = "complaint.receive person=P1;kind=complaint;channel=paper;subject=ill_treatment;addressee=director;words=Hit";
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, EXAMINED);
	assert_non_null(started(memory, "plan-self-harm"));
	run(memory, COMPLAINT);
	assert_null(started(memory, "plan-protection"));
	memory_put(memory, "person P1 sex=F\n");
	run(memory, COMPLAINT);
	assert_non_null(started(memory, "plan-protection"));
	arena_destroy(arena);
}

static void who_leaves_takes_all_along(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "medical_request.make person=P1;kind=file;asked_by=person");
	run(memory, "protection_plan.make person=P1;kind=abuse;measures=apart;words=x;review_on=2026-11-30");
	run(memory, "death.record person=P1;happened_at=2026-11-21T09:00:00Z;place_of_death=Cell;circumstances=Found");
	assert_true(stopped(memory, "medical-file-reply") && stopped(memory, "entry-heads"));
	assert_true(row_is(newest(memory, &RECORD_MEDICAL_REQUEST), MEDICAL_REQUEST_STATE, "left"));
	assert_true(row_is(newest(memory, &RECORD_PROTECTION_PLAN), PROTECTION_PLAN_STATE, "ended"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(consent_is_taken_back), cmocka_unit_test(a_note_amends_only_the_same_file),
		cmocka_unit_test(requests_are_answered_or_sent_on), cmocka_unit_test(screening_stops_what_asked_for_it), cmocka_unit_test(who_comes_starts_clocks),
		cmocka_unit_test(a_watch_and_a_complaint_ask_for_a_plan), cmocka_unit_test(who_leaves_takes_all_along), cmocka_unit_test(the_director_answers),
		cmocka_unit_test(help_comes_to_the_separated), cmocka_unit_test(referrals_end_in_treatment_or_not), cmocka_unit_test(a_bed_is_asked_for_every_day),
		cmocka_unit_test(a_unit_opens_and_closes), cmocka_unit_test(care_after_abuse_runs_until_all_is_offered), cmocka_unit_test(screening_is_offered_again),
		cmocka_unit_test(family_of_the_young_is_told), cmocka_unit_test(a_death_after_release_is_reported), cmocka_unit_test(the_director_asks_after_a_restraint) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
