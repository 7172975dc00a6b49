/* test_acts.c - the verbs of staff: what they decide, what they start and stop, what they refuse. */
#include "areas/inspection/inspection.h"
#include "areas/rights/rights.h"
#include "areas/staff/staff.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_INSPECTION, &AREA_STAFF
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/staff/acts.h"

static const char STAFF[] =
	"staff_member MAN facility=F1;number=1;name=Man;sex=M;profession=custodial;contract=permanent;started_on=2020-01-01\n"
	"staff_member WMN facility=F1;number=2;name=Woman;sex=F;profession=teacher;contract=fixed_term;started_on=2020-01-01\n"
	"staff_member PAST facility=F1;number=3;name=Gone;sex=M;profession=custodial;contract=permanent;started_on=2020-01-01;left_on=2026-11-20\n"
	"staff_member FAR facility=F2;number=4;name=Other;sex=M;profession=custodial;contract=permanent;started_on=2020-01-01\n"
	"staff_post PW facility=F1;name=Wing A;kind=wing;custodial=yes;contact=yes\n"
	"staff_post PX facility=F1;name=Old;kind=wing;custodial=yes;contact=yes;closed=yes\n"
	"key_set SET facility=F1;label=Set 1;women_unit=no\n";

static struct memory *staffed(struct arena *arena)
{
	struct memory *memory = memory_make(arena);
	memory_put(memory, STAFF);
	return memory;
}

static const struct row *newest(struct memory *memory, const struct record *record) { return memory_row(memory, record, text_empty()); }

static void assert_date(const struct row *row, int field, const char *expected)
{
	struct date date;
	assert_true(date_parse(text_from(expected), &date));
	assert_int_equal(date_compare(row_date(row, field), date), 0);
}

/* NMR-75.3: each course has the end of its own parameter, and the clock runs from the day of the course. */
static void courses_have_an_end(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = staffed(arena);
	(void)state;
	memory_put(memory, "parameter weapon.training_months=6\n");
	run(memory, "staff_training.record staff_member=MAN;module=weapon;theory_passed=yes;practice_passed=yes;finished_on=2026-11-10");
	assert_date(newest(memory, &RECORD_STAFF_TRAINING), STAFF_TRAINING_UNTIL, "2027-05-10");
	assert_true(stopped(memory, "staff-training"));
	assert_non_null(started(memory, "staff-training"));
	run(memory, "staff_training.record staff_member=MAN;module=search;theory_passed=yes;practice_passed=no");
	assert_null(started(memory, "staff-training"));
	assert_date(newest(memory, &RECORD_STAFF_TRAINING), STAFF_TRAINING_UNTIL, "2027-11-21");
	run(memory, "staff_training.record staff_member=MAN;module=basic;theory_passed=yes;practice_passed=yes;curriculum=a_law");
	assert_false(row_has(newest(memory, &RECORD_STAFF_TRAINING), STAFF_TRAINING_UNTIL));
	refuses(memory, "staff_training.record staff_member=MAN;module=search;theory_passed=yes;practice_passed=yes;finished_on=2026-12-01", "/finished_on");
	refuses(memory, "staff_training.record staff_member=MAN;module=search;theory_passed=yes;practice_passed=yes;finished_on=2026-11-10;valid_until=2026-11-09", "/valid_until");
	refuses(memory, "staff_training.record staff_member=PAST;module=search;theory_passed=yes;practice_passed=yes", "/staff_member");
	arena_destroy(arena);
}

static void one_holds_an_office(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = staffed(arena);
	(void)state;
	run(memory, "staff_appointment.make staff_member=MAN;office=director;several_prisons=yes");
	assert_non_null(started(memory, "director-visit"));
	const struct row *first = newest(memory, &RECORD_STAFF_APPOINTMENT);
	run(memory, "staff_appointment.make staff_member=WMN;office=director");
	assert_true(row_has(memory_row(memory, &RECORD_STAFF_APPOINTMENT, first->id), STAFF_APPOINTMENT_ENDED));
	assert_true(stopped(memory, "director-visit"));
	run(memory, "staff_appointment.end staff_appointment=@staff_appointment");
	refuses(memory, "staff_appointment.end staff_appointment=@staff_appointment", "/staff_appointment");
	arena_destroy(arena);
}

static void one_stands_once(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = staffed(arena);
	(void)state;
	run(memory, "staff_shift.assign post=PW;staff_member=MAN;day=2026-11-22;shift=early");
	refuses(memory, "staff_shift.assign post=PW;staff_member=MAN;day=2026-11-22;shift=early", "/staff_member");
	run(memory, "staff_shift.cancel staff_shift=@staff_shift");
	assert_true(row_has(newest(memory, &RECORD_STAFF_SHIFT), STAFF_SHIFT_WHY));
	refuses(memory, "staff_shift.cancel staff_shift=@staff_shift", "/staff_shift");
	run(memory, "staff_shift.assign post=PW;staff_member=MAN;day=2026-11-22;shift=early");
	refuses(memory, "staff_shift.assign post=PX;staff_member=WMN;day=2026-11-22;shift=early", "/post");
	refuses(memory, "staff_shift.assign post=PW;staff_member=FAR;day=2026-11-22;shift=early", "/staff_member");
	refuses(memory, "staff_shift.assign post=PW;staff_member=PAST;day=2026-11-22;shift=early", "/staff_member");
	arena_destroy(arena);
}

static void keys_and_arms_come_back(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = staffed(arena);
	(void)state;
	run(memory, "key_set.issue key_set=SET;staff_member=MAN");
	refuses(memory, "key_set.issue key_set=SET;staff_member=WMN", "/key_set");
	run(memory, "key_issue.return key_issue=@key_issue");
	refuses(memory, "key_issue.return key_issue=@key_issue", "/key_issue");
	run(memory, "key_set.issue key_set=SET;staff_member=WMN");
	run(memory, "weapon_issue.issue staff_member=MAN;post=PW;kind=baton;weapon_number=7");
	refuses(memory, "weapon_issue.issue staff_member=WMN;post=PW;kind=baton;weapon_number=7", "/weapon_number");
	run(memory, "weapon_issue.return weapon_issue=@weapon_issue");
	refuses(memory, "weapon_issue.return weapon_issue=@weapon_issue", "/weapon_issue");
	refuses(memory, "women_unit_entry.record staff_member=MAN;accompanied_by=MAN;purpose=x", "/accompanied_by");
	run(memory, "women_unit_entry.record staff_member=MAN;accompanied_by=WMN;purpose=Repairs");
	arena_destroy(arena);
}

/* NMR-25.2, 79.3: what must happen again starts its own clock anew. */
static void what_comes_again(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = staffed(arena);
	(void)state;
	run(memory, "health_session.record facility=F1;kind=dentist;seen=8;waiting=3;longest_days=20;held_on=2026-11-20");
	assert_true(stopped(memory, "dentist-session"));
	assert_non_null(started(memory, "dentist-session"));
	assert_null(started(memory, "psychiatric-session"));
	run(memory, "health_session.record facility=F1;kind=psychiatry;seen=8;waiting=3");
	assert_non_null(started(memory, "psychiatric-session"));
	refuses(memory, "health_session.record facility=F1;kind=dentist;seen=8;waiting=3;held_on=2026-11-30", "/held_on");
	run(memory, "director_visit.record facility=F1;staff_member=FAR;note=All wings");
	assert_non_null(started(memory, "director-visit"));
	run(memory, "interpretation.record person=P1;occasion=interview;language=uz;mode=telephone");
	assert_true(row_has(newest(memory, &RECORD_INTERPRETATION), INTERPRETATION_FACILITY));
	refuses(memory, "interpretation.record person=P3;occasion=interview;language=uz;mode=telephone", "/person");
	arena_destroy(arena);
}

/* NMR-78.2 */
static void tenure_is_derived(void **state)
{
	static const struct { const char *rows, *tenure; } CASES[] = { { "", "other" }, { "staff_member WMN contract=permanent\n", "permanent" }, { "staff_member WMN profession=nurse\n", "" } };
	struct arena *arena = arena_create();
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct memory *memory = staffed(arena);
		memory_put(memory, CASES[i].rows);
		struct row *member = memory_row(memory, &RECORD_STAFF_MEMBER, memory_id(arena, TEXT_OF("WMN")));
		RECORD_STAFF_MEMBER.derive(arena, member);
		assert_true(text_equal_string(row_text(member, STAFF_MEMBER_TENURE), CASES[i].tenure));
	}
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(courses_have_an_end), cmocka_unit_test(one_holds_an_office), cmocka_unit_test(one_stands_once),
		cmocka_unit_test(keys_and_arms_come_back), cmocka_unit_test(what_comes_again), cmocka_unit_test(tenure_is_derived) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
