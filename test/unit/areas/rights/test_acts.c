/* test_acts.c - the verbs of rights: what they decide, what they start and stop, what they refuse. */
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS
#include "../memory.h"

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"

#define ORDER "separation.order person=P1;kind=security;ground=violence;facts=Hit another person;legal_basis=Article 5;authority=Governor;" \
	"alternatives=Talked;exit_criteria=Quiet;ends_at=2026-11-26T10:00:00Z;planned_contact=60;planned_outdoors=60;light=daylight;" \
	"contact_kept=visits letters calls;disability=none"

static void run(struct memory *memory, const char *line)
{
	if (!memory_run(memory, text_from(line)))
		fail_msg("%s: %.*s", line, TEXT_FORMAT(memory->errors.count ? error_english(memory->arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	memory_check(memory);
	memory_keep(memory);
}

static void refuses(struct memory *memory, const char *line, const char *path)
{
	if (memory_run(memory, text_from(line)))
		fail_msg("%s is not refused", line);
	for (size_t i = 0; i < memory->errors.count; i++)
		if (text_equal_string(memory->errors.items[i].path, path))
			return;
	fail_msg("%s: no fault at %s", line, path);
}

static const struct deadline_start *started(const struct memory *memory, const char *clock)
{
	for (size_t i = 0; i < memory->decision.start_count; i++)
		if (strcmp(memory->decision.starts[i].clock->name, clock) == 0)
			return &memory->decision.starts[i];
	return NULL;
}

static bool stopped(const struct memory *memory, const char *clock)
{
	for (size_t i = 0; i < memory->decision.stop_count; i++)
		if (strcmp(memory->decision.stops[i].clock->name, clock) == 0)
			return true;
	return false;
}

static const struct row *only(struct memory *memory) { return memory_row(memory, &RECORD_SEPARATION, text_empty()); }

static struct memory *begin(struct arena *arena, role_set roles)
{
	struct memory *memory = memory_make(arena);
	memory->actor.roles = roles;
	return memory;
}

static void order_starts_its_clocks(void **state)
{
	static const char *const CLOCKS[] = { "separation-health-visit", "separation-review", "separation-copy", "separation-need", "separation-ends",
		"solitary-day-13", "solitary-day-16" };
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	run(memory, ORDER);
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		assert_non_null(started(memory, CLOCKS[i]));
	/* From the 21st: day 13 begins on the 3rd of December, day 16 on the 6th. */
	assert_int_equal(started(memory, "solitary-day-13")->due_at, moment_from_date((struct date){ 2026, 12, 3 }));
	assert_int_equal(started(memory, "solitary-day-16")->due_at, moment_from_date((struct date){ 2026, 12, 6 }));
	assert_true(separation_is_running(only(memory)));
	/* Three hours together today: today is no solitary day, and the alarm moves by one. */
	run(memory, "separation.log separation=@separation;kind=association;started_at=2026-11-21T10:00:00Z;minutes=0");
	assert_int_equal(started(memory, "solitary-day-13")->due_at, moment_from_date((struct date){ 2026, 12, 3 }));
	memory->context.now += 5 * MOMENT_HOUR;
	run(memory, "separation.log separation=@separation;kind=association;minutes=180");
	assert_int_equal(started(memory, "solitary-day-13")->due_at, moment_from_date((struct date){ 2026, 12, 4 }));
	run(memory, "separation.end separation=@separation");
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		assert_true(stopped(memory, CLOCKS[i]));
	assert_int_equal(row_moment(only(memory), SEPARATION_ENDED_AT), memory->context.now);
	refuses(memory, "separation.end separation=@separation", "/separation");
	arena_destroy(arena);
}

/* A new label ends the old order and begins no new count. */
static void new_label_is_no_new_beginning(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	struct separation_clock clock;
	(void)state;
	memory_put(memory, "separation S1 person=P1;facility=F2;kind=protection;starts_at=2026-11-10T10:00:00Z;ends_at=2026-11-22T10:00:00Z;light=daylight;"
		"state=running;ordered_by=U2\n");
	run(memory, ORDER);
	assert_true(row_is(memory_row(memory, &RECORD_SEPARATION, memory_id(arena, TEXT_OF("S1"))), SEPARATION_STATE, "ended"));
	decision_begin(&memory->decision, arena);
	assert_true(separation_clock_read(&memory->context, &memory->decision, memory_id(arena, TEXT_OF("P1")), MEMORY_NOW + MOMENT_DAY / 2, true, &clock));
	assert_int_equal(clock.count.run, 12);
	arena_destroy(arena);
}

static void account_is_of_what_happened(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(WING));
	(void)state;
	memory_put(memory, "separation S1 person=P1;facility=F1;kind=security;starts_at=2026-11-21T06:00:00Z;state=running;ordered_by=U2\n");
	refuses(memory, "separation.log separation=S1;kind=visit;started_at=2026-11-21T10:00:00Z;minutes=30", "/minutes");
	refuses(memory, "separation.log separation=S1;kind=visit;started_at=2026-11-21T04:00:00Z;minutes=30", "/started_at");
	run(memory, "separation.log separation=S1;kind=visit;minutes=30");
	assert_int_equal(row_moment(memory->decision.result, SEPARATION_ENTRY_STARTED), MEMORY_NOW - 30 * MOMENT_MINUTE);
	memory_put(memory, "separation S1 state=ended;ended_at=2026-11-21T08:00:00Z\n");
	run(memory, "separation.log separation=S1;kind=visit;started_at=2026-11-21T07:00:00Z;minutes=30");
	refuses(memory, "separation.log separation=S1;kind=visit;started_at=2026-11-21T08:30:00Z;minutes=30", "/started_at");
	arena_destroy(arena);
}

static void health_visit_and_advice(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(HEALTH));
	(void)state;
	memory_put(memory, "separation S1 person=P1;facility=F1;kind=security;starts_at=2026-11-21T06:00:00Z;state=running;ordered_by=U2\n");
	run(memory, "separation.visit separation=S1;in_person=no;advice=none");
	assert_null(started(memory, "separation-health-visit"));
	run(memory, "separation.visit separation=S1;in_person=yes;advice=none");
	assert_non_null(started(memory, "separation-health-visit"));
	assert_null(started(memory, "separation-advice"));
	refuses(memory, "separation.visit separation=S1;in_person=yes;advice=end", "/advice_words");
	memory->actor.roles = ROLE(GOVERNOR);
	refuses(memory, "separation.answer separation=S1;advice_answer=followed", "/separation");
	memory->actor.roles = ROLE(HEALTH);
	run(memory, "separation.visit separation=S1;in_person=yes;advice=end;advice_words=Move to a shared cell");
	assert_non_null(started(memory, "separation-advice"));
	memory->actor.roles = ROLE(GOVERNOR);
	run(memory, "separation.answer separation=S1;advice_answer=not_followed");
	assert_true(stopped(memory, "separation-advice"));
	assert_true(separation_is_running(only(memory)));
	memory->actor.roles = ROLE(HEALTH);
	run(memory, "separation.visit separation=S1;in_person=yes;advice=end;advice_words=Move to a shared cell");
	memory->actor.roles = ROLE(GOVERNOR);
	run(memory, "separation.answer separation=S1;advice_answer=followed");
	assert_false(separation_is_running(only(memory)));
	arena_destroy(arena);
}

/* NMR-27.2: what a clinician orders nobody else ends, replaces or prolongs. */
static void medical_isolation_is_the_clinicians(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(HEALTH));
	(void)state;
	run(memory, "separation.isolate person=P1;exit_criteria=Two clear tests;ends_at=2026-11-23T10:00:00Z;light=daylight;contact_kept=letters");
	memory->actor.roles = ROLES_ALL & ~ROLE(HEALTH);
	refuses(memory, "separation.end separation=@separation", "/separation");
	refuses(memory, "separation.extend separation=@separation;ends_at=2026-11-25T10:00:00Z", "/separation");
	refuses(memory, ORDER, "/person");
	memory->actor.roles = ROLE(HEALTH);
	run(memory, "separation.extend separation=@separation;ends_at=2026-11-25T10:00:00Z");
	run(memory, "separation.end separation=@separation");
	/* And the health service does not end what others ordered: it advises. */
	memory_put(memory, "separation S1 person=P2;facility=F1;kind=security;starts_at=2026-11-21T06:00:00Z;state=running;ordered_by=U2\n");
	refuses(memory, "separation.end separation=S1", "/separation");
	arena_destroy(arena);
}

static void review_copy_and_need(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	memory_put(memory, "separation S1 person=P1;facility=F1;kind=security;starts_at=2026-11-20T06:00:00Z;ends_at=2026-11-22T06:00:00Z;state=running;ordered_by=U2\n");
	run(memory, "separation.confirm separation=S1");
	assert_non_null(started(memory, "separation-need"));
	refuses(memory, "separation.give_copy separation=S1;copy=refused", "/copy_witness");
	run(memory, "separation.give_copy separation=S1;copy=refused;copy_witness=Officer Two");
	assert_true(stopped(memory, "separation-copy"));
	refuses(memory, "separation.extend separation=S1;ends_at=2026-11-22T06:00:00Z", "/ends_at");
	run(memory, "separation.review separation=S1;body=board;heard=yes;result=goes_on;reasons=x");
	assert_int_equal(started(memory, "separation-review")->due_at, MEMORY_NOW + 120 * MOMENT_HOUR);
	run(memory, "separation.review separation=S1;body=judge;heard=yes;result=ends;reasons=x");
	assert_false(separation_is_running(only(memory)));
	arena_destroy(arena);
}

static void order_checks_its_moments(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	refuses(memory, ORDER ";ends_at=2026-11-21T09:00:00Z", "/ends_at");
	refuses(memory, ORDER ";starts_at=2026-11-21T12:00:00Z", "/starts_at");
	refuses(memory, ORDER ";person=P3", "/person");
	run(memory, ORDER);
	refuses(memory, ORDER ";starts_at=2026-11-20T12:00:00Z", "/starts_at");
	arena_destroy(arena);
}

static void health_flags_begin_and_end(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(HEALTH));
	(void)state;
	refuses(memory, "health_flag.set person=P1;kind=diet;instruction=Soft food;expires_on=2026-11-20", "/expires_on");
	run(memory, "health_flag.set person=P1;kind=diet;instruction=Soft food;expires_on=2026-11-25");
	const struct row *flag = memory_row(memory, &RECORD_HEALTH_FLAG, text_empty());
	assert_true(health_flag_is_live(flag, (struct date){ 2026, 11, 25 }));
	assert_false(health_flag_is_live(flag, (struct date){ 2026, 11, 26 }));
	assert_false(health_flag_is_live(flag, (struct date){ 2026, 11, 20 }));
	run(memory, "health_flag.end health_flag=@health_flag");
	refuses(memory, "health_flag.end health_flag=@health_flag", "/health_flag");
	/* Nobody but the health service has these verbs. */
	assert_int_equal(ACT_HEALTH_FLAG_SET.actors, ROLE(HEALTH));
	assert_int_equal(ACT_HEALTH_FLAG_END.actors, ROLE(HEALTH));
	assert_int_equal(ACT_SEPARATION_VISIT.actors, ROLE(HEALTH));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(order_starts_its_clocks), cmocka_unit_test(new_label_is_no_new_beginning),
		cmocka_unit_test(account_is_of_what_happened), cmocka_unit_test(health_visit_and_advice),
		cmocka_unit_test(medical_isolation_is_the_clinicians), cmocka_unit_test(review_copy_and_need), cmocka_unit_test(order_checks_its_moments),
		cmocka_unit_test(health_flags_begin_and_end) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
