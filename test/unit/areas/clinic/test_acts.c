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
		cmocka_unit_test(a_watch_and_a_complaint_ask_for_a_plan), cmocka_unit_test(who_leaves_takes_all_along) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
