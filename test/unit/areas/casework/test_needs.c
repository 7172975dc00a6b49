/* test_needs.c - needs, adjustments, reports, people without charge, the settled return: what the verbs decide, the clocks, every rule biting and silent. */
#include "world.h"

#include "../memory_acts.h"

#include "areas/casework/acts.h"

#define LOOK "needs_assessment.record person=P1;needs=Sleeps badly"
#define GRANTED "accommodation O1 person=P1;facility=F1;need=A crutch;asked_on=2026-11-01;decision=granted;access=rails step_free;answer=x;decided_on=2026-11-02\n"
#define WAY "release_plan R1 person=P1;facility=F1;state=open;release_on=2027-11-21;opened_on=2026-11-01\n"
#define SETTLE "release_plan.supervise release_plan=R1;supervisor=Office;gradual=Leave at weekends;supervisor_kind="
#define HELD "person P1 legal_status=administrative\n"
#define OTHER(kind_) "intervention G7 name=Other;aims=x;areas=thinking;sessions=3;minutes=60;group_size=2;manual_version=1;for_whom=both;womens_track=yes;untried=no;in_use=yes;kind=" kind_ "\n"
#define REFER "enrolment.refer person=P1;programme=G7;why=Asks;goals=Own"

static struct memory *fresh(struct arena **out_arena, const char *rows)
{
	*out_arena = arena_create();
	struct memory *memory = world_make(*out_arena);
	memory_put(memory, rows);
	return memory;
}

static bool bites(const struct rule *rule, const char *rows, const char *line)
{
	struct arena *arena;
	bool bit = rule_bites(fresh(&arena, rows), rule, line);
	arena_destroy(arena);
	return bit;
}

static void rules_bite_and_are_silent(void **state)
{
	(void)state;
	assert_true(bites(&RULE_NEEDS_PLAN, "", LOOK ";vulnerable_by=distress"));
	assert_false(bites(&RULE_NEEDS_PLAN, "", LOOK ";vulnerable_by=distress;measures=A call today"));
	assert_false(bites(&RULE_NEEDS_PLAN, "", LOOK));
	assert_true(bites(&RULE_ADJUSTMENT_CELL, GRANTED "place C1 access=rails\n", "placement.place person=P1;place=C1"));
	assert_false(bites(&RULE_ADJUSTMENT_CELL, GRANTED "place C1 access=low_bed rails step_free\n", "placement.place person=P1;place=C1"));
	assert_false(bites(&RULE_ADJUSTMENT_CELL, "", "placement.place person=P1;place=C1"));
	assert_true(bites(&RULE_GRADUAL_POLICE, WAY, SETTLE "police"));
	assert_false(bites(&RULE_GRADUAL_POLICE, WAY, SETTLE "social"));
	assert_true(bites(&RULE_NO_CHARGE, HELD OTHER("cognitive"), REFER));
	assert_false(bites(&RULE_NO_CHARGE, HELD OTHER("vocational"), REFER));
	assert_false(bites(&RULE_NO_CHARGE, OTHER("cognitive"), REFER));
	assert_true(bites(&RULE_DISTANCE, "person P1 sex=F\n", "home_distance.record person=P1;distance_km=151"));
	assert_false(bites(&RULE_DISTANCE, "person P1 sex=F\n", "home_distance.record person=P1;distance_km=150"));
	assert_false(bites(&RULE_DISTANCE, "person P1 sex=F\n", "home_distance.record person=P1;distance_km=151;measures=video"));
	assert_false(bites(&RULE_DISTANCE, "", "home_distance.record person=P1;distance_km=151"));
	static const char WISH[] = "transfer_home W9 person=P1;facility=F1;country=UZ;asked_on=2026-11-01;consent=yes\nchild D9 person=P1;name=C;living_at=x\n";
	assert_true(bites(&RULE_HOME_CHILDREN, WISH, "transfer_home.decide transfer_home=W9;decision=granted"));
	assert_false(bites(&RULE_HOME_CHILDREN, WISH, "transfer_home.decide transfer_home=W9;decision=granted;children=They go along"));
	assert_false(bites(&RULE_HOME_CHILDREN, "transfer_home W9 person=P1;facility=F1;country=UZ;asked_on=2026-11-01;consent=yes\n", "transfer_home.decide transfer_home=W9;decision=granted"));
}

static void needs_and_adjustments(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	refuses(memory, "needs_assessment.record person=P3;needs=x", "/person");
	run(memory, LOOK);
	assert_true(stopped(memory, "needs-looked-at"));
	run(memory, "accommodation.ask person=P1;need=A crutch");
	assert_non_null(started(memory, "adjustment-decided"));
	run(memory, "accommodation.decide accommodation=@accommodation;decision=granted;access=rails;answer=From today");
	assert_true(stopped(memory, "adjustment-decided"));
	assert_true(row_is(memory_row(memory, &RECORD_ACCOMMODATION, text_empty()), ACCOMMODATION_DECIDED, "2026-11-21"));
	arena_destroy(arena);
}

/* NMR-5.2: what the first examination finds opens a question by itself, once. */
static void an_examination_asks_for_an_adjustment(void **state)
{
	static const char EXAMINED[] = "admission.health admission=A1;examined_at=2026-11-21T09:00:00Z;examiner=Nurse;self_harm_watch=no;observation=none;withdrawal=no;"
		"infectious_precaution=no;daily_medicine=no;diet=no;ill_treatment_signs=no;mobility=";
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	run(memory, arena_string(arena, arena_format(arena, "%sno", EXAMINED)));
	assert_null(started(memory, "adjustment-decided"));
	run(memory, arena_string(arena, arena_format(arena, "%syes", EXAMINED)));
	assert_non_null(started(memory, "adjustment-decided"));
	run(memory, arena_string(arena, arena_format(arena, "%syes", EXAMINED)));
	assert_null(started(memory, "adjustment-decided"));
	arena_destroy(arena);
}

static void reports_make_a_set(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	memory->actor.roles = ROLE(CASEWORKER);
	refuses(memory, "admission_report.write person=P1;kind=fitness;words=Fit", "/kind");
	run(memory, "admission_report.write person=P1;kind=social;words=A brother");
	run(memory, "admission_report.write person=P1;kind=education;words=Nine classes");
	assert_false(stopped(memory, "admission-reports"));
	memory->actor.roles = ROLE(HEALTH);
	refuses(memory, "admission_report.write person=P1;kind=social;words=x", "/kind");
	run(memory, "admission_report.write person=P1;kind=fitness;words=Fit for work");
	assert_true(stopped(memory, "admission-reports"));
	arena_destroy(arena);
}

/* NMR-122: the day begins anew with each look; an order that ended is none. */
static void without_charge_day_by_day(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	refuses(memory, "legal_basis_check.record person=P1;legal_order=B1;court_told=yes", "/person");
	memory_put(memory, HELD "legal_order B2 person=P1;number=11;authority=Court;issued_on=2026-01-09;kind=administrative;legal_status=administrative;valid_from=2026-01-09;"
		"valid_until=2026-11-20;state=in_force\n");
	refuses(memory, "legal_basis_check.record person=P1;legal_order=B2;court_told=yes", "/legal_order");
	memory_put(memory, "legal_order B2 valid_until=2026-12-01\n");
	refuses(memory, "legal_basis_check.record person=P2;legal_order=B2;court_told=yes", "/person");
	run(memory, "legal_basis_check.record person=P1;legal_order=B2;court_told=yes");
	assert_true(stopped(memory, "legal-basis"));
	assert_non_null(started(memory, "legal-basis"));
	arena_destroy(arena);
}

static void home_and_return(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "person P1 release_date=2027-11-21\n");
	(void)state;
	refuses(memory, "transfer_home.ask person=P1;country=UZ;consent=no", "/consent");
	run(memory, "transfer_home.ask person=P1;country=UZ;consent=yes");
	assert_non_null(started(memory, "transfer-home"));
	run(memory, "transfer_home.decide transfer_home=@transfer_home;decision=sent");
	assert_false(stopped(memory, "transfer-home"));
	run(memory, "transfer_home.decide transfer_home=@transfer_home;decision=refused");
	assert_true(stopped(memory, "transfer-home"));
	run(memory, "release_plan.open person=P1");
	assert_int_equal(started(memory, "gradual-return")->due_at, moment_from_date((struct date){ 2027, 5, 21 }));
	run(memory, "release_plan.supervise release_plan=@release_plan;supervisor=Office;supervisor_kind=probation;gradual=Leave");
	assert_true(stopped(memory, "gradual-return"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules_bite_and_are_silent), cmocka_unit_test(needs_and_adjustments), cmocka_unit_test(an_examination_asks_for_an_adjustment),
		cmocka_unit_test(reports_make_a_set), cmocka_unit_test(without_charge_day_by_day), cmocka_unit_test(home_and_return) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
