/* test_labour.c - jobs, work places, sessions, hygiene: what the verbs decide and refuse, the clocks, and every rule biting and silent. */
#include "areas/care/care.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CARE
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/care/acts.h"
#include "areas/care/rules.h"

#define ASSIGN "work_place.assign person=P1;task=Kitchen;work_for=prison;consent=agreed;hours_day=6;hours_week=36;rest_day=sunday;hourly_pay=2.50"
#define CELL_BOSS "job J1 code=BOSS;name=Elder of the cell;no_skill_why=None;power_over_prisoners=yes\n"
#define COOK "job J1 code=COOK;name=Cook;skill_code=5120;power_over_prisoners=no\n"
#define SHOP "workshop X1 facility=F1;name=Joinery;work_for=industry;supervisor=Master Ivanov;state=open\n"
#define OPENED "workshop.open facility=F1;name=Joinery;work_for=contractor;firm=Furniture 12;supervisor=Master Ivanov"
#define HYGIENE "hygiene_check.record facility=F1;body=physician;food=good;cleanliness=good;sanitation=good;clothing=good;sport=good"
#define ID(name) "00000000000000000000000" "0" name
#define SESSION "activity.record place=W1;kind=sport;minutes=60;list="

static struct memory *fresh(struct arena **out_arena, const char *rows)
{
	*out_arena = arena_create();
	struct memory *memory = memory_make(*out_arena);
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

static void rules_of_work(void **state)
{
	(void)state;
	assert_true(bites(&CARE_NMR_40_1, CELL_BOSS, ASSIGN ";job=J1"));
	assert_false(bites(&CARE_NMR_40_1, COOK, ASSIGN ";job=J1"));
	assert_false(bites(&CARE_NMR_40_1, "", ASSIGN));
	assert_true(bites(&CARE_NMR_98_3, "", ASSIGN));
	assert_true(bites(&CARE_NMR_98_3, "", ASSIGN ";wish=Joinery;wish_met=no"));
	assert_false(bites(&CARE_NMR_98_3, "", ASSIGN ";wish=Joinery;wish_met=no;wish_why=All places taken until May"));
	assert_false(bites(&CARE_NMR_98_3, "", ASSIGN ";wish=Kitchen;wish_met=yes"));
	assert_true(bites(&CARE_NMR_100_2, "", OPENED));
	assert_true(bites(&CARE_NMR_100_2, "", OPENED ";contract_rate=3.99;normal_wage=4.00"));
	assert_false(bites(&CARE_NMR_100_2, "", OPENED ";contract_rate=4.00;normal_wage=4.00"));
	assert_false(bites(&CARE_NMR_100_2, "", OPENED ";work_for=state"));
	assert_true(bites(&CARE_NMR_101_1, SHOP, ASSIGN ";workshop=X1"));
	assert_true(bites(&CARE_NMR_101_1, SHOP "workshop X1 risk_on=2025-11-20\n", ASSIGN ";workshop=X1"));
	assert_false(bites(&CARE_NMR_101_1, SHOP "workshop X1 risk_on=2025-11-21\n", ASSIGN ";workshop=X1"));
	assert_false(bites(&CARE_NMR_101_1, "", ASSIGN));
}

/* Jobs are kept with the generic verbs: the rule sees the row that they decide. */
static void a_job_names_its_trade(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	struct rule_finding finding;
	(void)state;
	decision_begin(&memory->decision, arena);
	struct row *job = decision_insert(&memory->decision, &RECORD_JOB);
	assert_true(CARE_NMR_98_1.bites(&memory->context, &memory->decision, &finding));
	row_set_string(job, JOB_NO_SKILL, "Sweeping");
	assert_false(CARE_NMR_98_1.bites(&memory->context, &memory->decision, &finding));
	row_set(job, JOB_NO_SKILL, value_absent());
	row_set_string(job, JOB_SKILL, "7522");
	assert_false(CARE_NMR_98_1.bites(&memory->context, &memory->decision, &finding));
	arena_destroy(arena);
}

static void a_work_place_opens_is_assessed_and_closes(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	run(memory, OPENED ";contract_rate=4.00;normal_wage=4.00");
	assert_int_equal(started(memory, "work-risk")->due_at, MEMORY_NOW); /* nothing is assessed yet: due now */
	refuses(memory, "workshop.assess workshop=@workshop;risk_on=2026-11-22;risk_by=Inspectorate;risks=Saw", "/risk_on");
	run(memory, "workshop.assess workshop=@workshop;risk_on=2026-11-20;risk_by=Inspectorate;risks=Saw: a guard");
	assert_true(stopped(memory, "work-risk"));
	assert_int_equal(started(memory, "work-risk")->due_at, moment_from_date((struct date){ 2027, 11, 20 }));
	run(memory, "workshop.change workshop=@workshop;supervisor=Master Petrov;contract_rate=5.00;normal_wage=4.00");
	const struct row *workshop = memory_row(memory, &RECORD_WORKSHOP, text_empty());
	assert_true(row_is(workshop, WORKSHOP_SUPERVISOR, "Master Petrov") && !row_has(workshop, WORKSHOP_FIRM) && row_integer(workshop, WORKSHOP_RATE, 0) == 500);
	run(memory, ASSIGN ";workshop=@workshop");
	refuses(memory, "workshop.close workshop=@workshop", "/workshop");
	run(memory, "work_place.end work_place=@work_place");
	run(memory, "workshop.close workshop=@workshop");
	assert_true(stopped(memory, "work-risk"));
	refuses(memory, "workshop.close workshop=@workshop", "/workshop");
	refuses(memory, ASSIGN ";workshop=@workshop", "/workshop");
	arena_destroy(arena);
}

static void a_session_counts_who_took_part(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	refuses(memory, SESSION ID("P1") " perhaps", "/list");
	refuses(memory, SESSION ID("P3") " took_part", "/list"); /* not in custody */
	refuses(memory, SESSION ID("P1") " took_part\n" ID("P1") " declined", "/list");
	refuses(memory, SESSION ID("P1") " took_part;day=2026-11-22", "/day");
	run(memory, SESSION ID("P1") " took_part\n\n" ID("P2") " declined");
	const struct row *activity = memory_row(memory, &RECORD_ACTIVITY, text_empty());
	assert_int_equal(row_integer(activity, ACTIVITY_OFFERED, 0), 2);
	assert_int_equal(row_integer(activity, ACTIVITY_TOOK_PART, 0), 1);
	assert_null(started(memory, "young-sport")); /* both are grown up */
	arena_destroy(arena);
}

/* NMR-23.2: an offer counts although it was declined; who could not be brought had none. */
static void sport_for_the_young(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "person P1 birth_date=2010-01-01\n");
	(void)state;
	run(memory, SESSION ID("P1") " declined");
	assert_true(stopped(memory, "young-sport"));
	assert_non_null(started(memory, "young-sport"));
	run(memory, SESSION ID("P1") " unable");
	assert_false(stopped(memory, "young-sport"));
	run(memory, "activity.record place=W1;kind=library;minutes=60;list=" ID("P1") " took_part");
	assert_false(stopped(memory, "young-sport"));
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Not at the count");
	assert_true(stopped(memory, "young-sport"));
	arena_destroy(arena);
}

static void hygiene_is_looked_at_again_in_time(void **state)
{
	struct arena *arena;
	struct memory *memory = fresh(&arena, "");
	(void)state;
	refuses(memory, HYGIENE ";food=advice", "/advice");
	run(memory, HYGIENE ";food=advice;advice=Boil the water;day=2026-11-20");
	assert_int_equal(started(memory, "hygiene-inspection")->due_at, moment_from_date((struct date){ 2026, 12, 21 }));
	assert_false(stopped(memory, "hygiene-inspection"));
	run(memory, HYGIENE ";day=2026-11-10"); /* entered late: the newer one speaks */
	assert_null(started(memory, "hygiene-inspection"));
	run(memory, HYGIENE);
	assert_true(stopped(memory, "hygiene-inspection"));
	assert_non_null(started(memory, "hygiene-inspection"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules_of_work), cmocka_unit_test(a_job_names_its_trade), cmocka_unit_test(a_work_place_opens_is_assessed_and_closes),
		cmocka_unit_test(a_session_counts_who_took_part), cmocka_unit_test(sport_for_the_young), cmocka_unit_test(hygiene_is_looked_at_again_in_time) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
