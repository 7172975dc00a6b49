/* test_acts.c - the verbs of contact: what they decide, what they start and stop, what they refuse. */
#include "areas/contact/contact.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CONTACT
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/contact/acts.h"
#include "areas/rights/records.h"

static const struct row *newest_row(struct memory *memory, const struct record *record) { return memory_row(memory, record, text_empty()); }

static void contact_of_the_file_gives_name_and_relation(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, "contact K1 relation=mother\ncontact K2 person=P2;kind=family;name=Other;wish_told=no\n");
	refuses(memory, "visit.book person=P1;visit_class=family;contact=K2;setting=room", "/contact");
	refuses(memory, "visit.book person=P1;visit_class=family;setting=room", "/visitor");
	refuses(memory, "visit.book person=P3;visit_class=family;visitor=A;setting=room", "/person");
	run(memory, "visit.book person=P1;visit_class=family;contact=K1;setting=room");
	const struct row *visit = newest_row(memory, &RECORD_VISIT);
	assert_true(row_is(visit, VISIT_VISITOR, "Mother") && row_is(visit, VISIT_RELATION, "mother") && row_is(visit, VISIT_STATE, "asked"));
	assert_null(started(memory, "legal-visit"));
	run(memory, "visit.schedule visit=@visit;planned_at=2026-11-21T09:30:00Z;minutes=60");
	assert_true(row_is(newest_row(memory, &RECORD_VISIT), VISIT_STATE, "booked"));
	refuses(memory, "visit.close visit=@visit;outcome=held", "/watched");
	refuses(memory, "visit.close visit=@visit;outcome=not_held", "/note");
	run(memory, "visit.close visit=@visit;outcome=held;watched=sight;held_minutes=55");
	visit = newest_row(memory, &RECORD_VISIT);
	assert_true(row_is(visit, VISIT_STATE, "held") && row_is_yes(visit, VISIT_FAMILY));
	assert_int_equal(row_moment(visit, VISIT_HELD_AT), MEMORY_NOW - 30 * MOMENT_MINUTE);
	refuses(memory, "visit.close visit=@visit;outcome=absent", "/visit");
	refuses(memory, "visit.schedule visit=@visit;planned_at=2026-11-22T09:30:00Z", "/visit");
	arena_destroy(arena);
}

/* The clock of Rule 61: from the request to a time that is soon enough, or that lawyer and person wanted later. */
static void lawyers_do_not_wait(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "visit.book person=P1;visit_class=legal;visitor=L;setting=unheard;asked_at=2026-11-21T08:00:00Z");
	assert_int_equal(started(memory, "legal-visit")->started_at, MEMORY_NOW - 2 * MOMENT_HOUR);
	run(memory, "visit.schedule visit=@visit;planned_at=2026-11-23T08:00:00Z");
	assert_non_null(started(memory, "legal-visit"));
	run(memory, "visit.schedule visit=@visit;planned_at=2026-11-23T08:00:00Z;later_wish=yes");
	assert_null(started(memory, "legal-visit"));
	assert_true(stopped(memory, "legal-visit"));
	run(memory, "visit.schedule visit=@visit;planned_at=2026-11-22T07:00:00Z;later_wish=no");
	assert_null(started(memory, "legal-visit"));
	run(memory, "visit.close visit=@visit;outcome=called_off");
	assert_true(stopped(memory, "legal-visit"));
	assert_false(row_is_yes(newest_row(memory, &RECORD_VISIT), VISIT_FAMILY));
	assert_null(started(memory, "family-contact"));
	arena_destroy(arena);
}

/* Contact, or an offer that was not taken, begins the interval anew; what the prison did not do does not. */
static void family_clock_begins_anew(void **state)
{
	static const struct { const char *line; bool renews; } CASES[] = {
		{ "communication.record person=P1;means=call;direction=out;contact_class=family;looked_at=nothing;result=done", true },
		{ "communication.record person=P1;means=letter;direction=in;contact_class=friend;looked_at=objects;result=done", true },
		{ "communication.record person=P1;means=call;direction=out;contact_class=family;looked_at=nothing;result=declined", true },
		{ "communication.record person=P1;means=call;direction=out;contact_class=family;looked_at=nothing;result=not_reached", true },
		{ "communication.record person=P1;means=call;direction=out;contact_class=family;looked_at=nothing;result=failed", false },
		{ "communication.record person=P1;means=letter;direction=in;contact_class=family;looked_at=read;result=withheld", false },
		{ "communication.record person=P1;means=parcel;direction=in;contact_class=family;looked_at=objects;result=done", false },
		{ "communication.record person=P1;means=call;direction=out;contact_class=legal;looked_at=nothing;result=done", false },
		{ "visit.close visit=V1;outcome=absent", true }, { "visit.close visit=V1;outcome=declined", true },
		{ "visit.close visit=V1;outcome=turned_away", true }, { "visit.close visit=V1;outcome=not_held;note=No staff", false } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct arena *arena = arena_create();
		struct memory *memory = memory_make(arena);
		memory_put(memory, "visit V1 person=P1;facility=F1;visit_class=family;visitor=S;setting=room;asked_at=2026-11-01T08:00:00Z;state=booked\n");
		run(memory, CASES[i].line);
		if ((started(memory, "family-contact") != NULL) != CASES[i].renews)
			fail_msg("%s %s the clock", CASES[i].line, CASES[i].renews ? "does not renew" : "renews");
		arena_destroy(arena);
	}
}

/* Writing down an older contact never moves the clock back; children have the stricter number. */
static void family_clock_counts_from_the_newest(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "communication.record person=P1;means=call;direction=out;contact_class=family;happened_at=2026-11-20T08:00:00Z;looked_at=nothing;result=done");
	int64_t newest = started(memory, "family-contact")->started_at;
	run(memory, "communication.record person=P1;means=call;direction=out;contact_class=family;happened_at=2026-11-10T08:00:00Z;looked_at=nothing;result=done");
	assert_int_equal(started(memory, "family-contact")->started_at, newest);
	memory_put(memory, "person P1 birth_date=2010-05-01\n");
	run(memory, "communication.record person=P1;means=call;direction=out;contact_class=family;looked_at=nothing;result=done");
	assert_non_null(started(memory, "family-contact-child"));
	assert_null(started(memory, "family-contact"));
	assert_true(stopped(memory, "family-contact"));
	arena_destroy(arena);
}

/* The window of seven days is full until the oldest of two leaves it; one alone does not stop the clock; adults have none. */
static void child_calls_are_two_a_week(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "communication.record person=P1;means=call;direction=out;contact_class=family;looked_at=nothing;result=done");
	assert_null(started(memory, "child-calls"));
	memory_put(memory, "person P2 birth_date=2010-05-01\n");
	run(memory, "communication.record person=P2;means=call;direction=out;contact_class=family;looked_at=nothing;result=done;happened_at=2026-11-19T10:00:00Z");
	assert_null(started(memory, "child-calls"));
	assert_false(stopped(memory, "child-calls"));
	run(memory, "communication.record person=P2;means=letter;direction=out;contact_class=friend;looked_at=nothing;result=done");
	assert_true(stopped(memory, "child-calls"));
	assert_int_equal(started(memory, "child-calls")->due_at, MEMORY_NOW + 5 * MOMENT_DAY);
	memory_put(memory, "parameter juv.calls_week=3\n");
	run(memory, "communication.record person=P2;means=letter;direction=out;contact_class=family;looked_at=nothing;result=declined;happened_at=2026-11-20T10:00:00Z");
	assert_int_equal(started(memory, "child-calls")->due_at, MEMORY_NOW + 5 * MOMENT_DAY);
	run(memory, "communication.record person=P2;means=letter;direction=out;contact_class=legal;looked_at=nothing;result=done");
	assert_null(started(memory, "child-calls"));
	arena_destroy(arena);
}

#define LIMIT "contact_limit.decide person=P1;measure=suspended;means=visits;ground=objects;facts=x;legal_basis=x;authority=x;" \
	"ends_at=2026-11-30T10:00:00Z;instead=calls"

static void limits_reach_only_what_they_may(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, LIMIT ";ends_at=2026-11-20T10:00:00Z", "/ends_at");
	run(memory, LIMIT);
	assert_non_null(started(memory, "contact-limit-told"));
	assert_non_null(started(memory, "contact-limit-review"));
	refuses(memory, "visit.book person=P1;visit_class=family;visitor=S;setting=room", "/person");
	run(memory, "visit.book person=P1;visit_class=legal;visitor=L;setting=unheard");
	run(memory, "visit.book person=P1;visit_class=consular;visitor=C;setting=unheard");
	run(memory, "visit.book person=P1;visit_class=pastoral;visitor=R;setting=unheard");
	memory->context.record_fact = true; /* what has happened is never refused */
	run(memory, "visit.book person=P1;visit_class=family;visitor=S;setting=room");
	memory->context.record_fact = false;
	memory_put(memory, "contact_limit L2 person=P2;facility=F1;measure=closed;means=visits;ground=objects;starts_at=2026-11-20T10:00:00Z;"
		"ends_at=2026-11-25T10:00:00Z;state=in_force\ncontact_limit L3 person=P2;facility=F1;measure=suspended;means=calls;ground=objects;"
		"starts_at=2026-11-20T10:00:00Z;ends_at=2026-11-21T09:00:00Z;state=in_force\n");
	refuses(memory, "visit.book person=P2;visit_class=family;visitor=S;setting=room", "/setting");
	run(memory, "visit.book person=P2;visit_class=family;visitor=S;setting=glass");
	/* The suspension of calls ended by itself an hour ago. */
	run(memory, "communication.record person=P2;means=call;direction=out;contact_class=family;looked_at=nothing;result=done");
	memory_put(memory, "contact_limit L3 ends_at=2026-11-21T11:00:00Z\n");
	refuses(memory, "communication.record person=P2;means=call;direction=out;contact_class=family;looked_at=nothing;result=done", "/means");
	memory_put(memory, "contact_limit L2 measure=supervised\n");
	refuses(memory, "visit.book person=P2;visit_class=family;visitor=S;setting=room", "/setting");
	run(memory, "visit.book person=P2;visit_class=family;visitor=S;setting=heard");
	arena_destroy(arena);
}

static void limits_are_told_reviewed_and_end(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, LIMIT ";ends_at=2026-11-24T10:00:00Z");
	assert_null(started(memory, "contact-limit-review")); /* it ends before a review would be due */
	refuses(memory, "contact_limit.tell contact_limit=@contact_limit;told=refused", "/witness");
	run(memory, "contact_limit.tell contact_limit=@contact_limit;told=refused;witness=Officer Two");
	assert_true(stopped(memory, "contact-limit-told"));
	refuses(memory, "contact_limit.tell contact_limit=@contact_limit;told=signed", "/contact_limit");
	memory_row(memory, &RECORD_CONTACT_LIMIT, text_empty())->created_by = memory->actor.id;
	refuses(memory, "contact_limit.review contact_limit=@contact_limit;review=stays", "/contact_limit");
	memory->actor.id = memory_id(arena, TEXT_OF("U9"));
	run(memory, "contact_limit.review contact_limit=@contact_limit;review=stays");
	assert_true(contact_limit_is_in_force(newest_row(memory, &RECORD_CONTACT_LIMIT), MEMORY_NOW));
	run(memory, "contact_limit.review contact_limit=@contact_limit;review=ends");
	assert_false(contact_limit_is_in_force(newest_row(memory, &RECORD_CONTACT_LIMIT), MEMORY_NOW));
	refuses(memory, "contact_limit.end contact_limit=@contact_limit", "/contact_limit");
	run(memory, LIMIT);
	run(memory, "contact_limit.end contact_limit=@contact_limit");
	assert_true(stopped(memory, "contact-limit-review"));
	arena_destroy(arena);
}

static void legal_requests_have_their_clock(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "legal_request.receive person=P1");
	assert_non_null(started(memory, "legal-aid-forwarded"));
	run(memory, "legal_request.answer legal_request=@legal_request;answer=To the bar");
	assert_true(stopped(memory, "legal-aid-forwarded"));
	refuses(memory, "legal_request.answer legal_request=@legal_request;answer=Again", "/legal_request");
	arena_destroy(arena);
}

/* Release, death and escape end everything; a transfer loses what is booked and takes along what is asked for. */
static void stay_is_followed(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "visit.book person=P1;visit_class=legal;visitor=L;setting=unheard");
	struct text asked = newest_row(memory, &RECORD_VISIT)->id;
	run(memory, "visit.book person=P1;visit_class=family;visitor=S;setting=room;planned_at=2026-11-25T08:00:00Z");
	struct text booked = newest_row(memory, &RECORD_VISIT)->id;
	memory_put(memory, "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=departed;why=x;authority=x\nperson P1 destination=F2;whereabouts=in_transit\n");
	run(memory, "transfer.accept transfer=T1;identity_checked=yes;file_received=yes;property_received=yes");
	assert_true(row_is(memory_row(memory, &RECORD_VISIT, booked), VISIT_STATE, "gone"));
	assert_true(row_is(memory_row(memory, &RECORD_VISIT, asked), VISIT_STATE, "asked"));
	assert_true(text_equal(row_text(memory_row(memory, &RECORD_VISIT, asked), VISIT_FACILITY), memory_id(arena, TEXT_OF("F2"))));
	run(memory, LIMIT);
	run(memory, "legal_request.receive person=P1");
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Over the wall");
	assert_true(row_is(memory_row(memory, &RECORD_VISIT, asked), VISIT_STATE, "gone"));
	assert_true(row_is(newest_row(memory, &RECORD_CONTACT_LIMIT), CONTACT_LIMIT_STATE, "ended"));
	assert_true(row_is(newest_row(memory, &RECORD_LEGAL_REQUEST), LEGAL_REQUEST_STATE, "done"));
	assert_true(stopped(memory, "family-contact") && stopped(memory, "legal-visit") && stopped(memory, "legal-aid-forwarded"));
	run(memory, "escape.return person=P1;facility=F1;happened_at=2026-11-21T09:30:00Z;circumstances=Found at home");
	assert_non_null(started(memory, "family-contact"));
	arena_destroy(arena);
}

#define CHILD "child C9 person=P1;name=Small;birth_date=2025-03-01;living_at=?;carer=?;custody_status=?\n"
#define LIVE "child_stay.decide person=P1;child=C9;decided_on=2026-11-20;decided_by=x;reasons=x;childcare=x"

static const struct row *flag(struct memory *memory, const char *kind)
{
	for (size_t i = memory->count; i > 0; i--)
		if (memory->rows[i - 1]->record == &RECORD_HEALTH_FLAG && row_is(memory->rows[i - 1], HEALTH_FLAG_KIND, kind))
			return memory->rows[i - 1];
	return NULL;
}

/* Staff learn what they must not do by the same instructions at which the rules on separation and restraint look. */
static void pregnancy_and_birth_instruct_staff(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, "person P1 sex=F\n");
	run(memory, "pregnancy.record person=P1;expected_on=2027-05-01");
	/* Twelve weeks before. */
	assert_int_equal(started(memory, "birth-plan")->due_at, moment_from_date((struct date){ 2027, 2, 6 }));
	assert_non_null(started(memory, "pregnancy-diet"));
	assert_true(health_flag_is_live(flag(memory, "pregnant"), memory->context.today));
	refuses(memory, "pregnancy.record person=P1;expected_on=2027-05-01", "/person");
	run(memory, "pregnancy.plan pregnancy=@pregnancy;place=hospital;diet=yes");
	assert_true(stopped(memory, "pregnancy-diet") && !stopped(memory, "birth-plan"));
	run(memory, "pregnancy.plan pregnancy=@pregnancy;place=hospital;prenatal=yes;court_told=yes");
	assert_true(stopped(memory, "birth-plan") && stopped(memory, "pregnancy-court"));
	run(memory, "pregnancy.birth pregnancy=@pregnancy;born_in=hospital");
	assert_true(row_is(flag(memory, "pregnant"), HEALTH_FLAG_STATE, "ended"));
	assert_true(date_compare(row_date(flag(memory, "labour"), HEALTH_FLAG_EXPIRES), (struct date){ 2026, 11, 24 }) == 0);
	assert_true(health_flag_is_live(flag(memory, "infant"), memory->context.today));
	refuses(memory, "pregnancy.end pregnancy=@pregnancy", "/pregnancy");
	run(memory, "pregnancy.record person=P1;expected_on=2026-11-25"); /* late: the plan is due tomorrow */
	assert_int_equal(started(memory, "birth-plan")->due_at, MEMORY_NOW + MOMENT_DAY);
	run(memory, "pregnancy.end pregnancy=@pregnancy");
	assert_true(stopped(memory, "birth-plan") && row_is(flag(memory, "pregnant"), HEALTH_FLAG_STATE, "ended"));
	arena_destroy(arena);
}

static void children_have_their_clocks(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, CHILD "child C8 person=P2;name=Other;birth_date=2024;living_at=?;carer=?;custody_status=?\n");
	refuses(memory, LIVE ";child=C8", "/child");
	run(memory, LIVE);
	assert_true(started(memory, "child-screening") && started(memory, "child-check") && started(memory, "child-review"));
	assert_null(started(memory, "child-prepare")); /* no law sets an age here */
	refuses(memory, LIVE, "/child");
	run(memory, "child_stay.check child_stay=@child_stay;kind=screening");
	assert_true(stopped(memory, "child-screening") && !stopped(memory, "child-check"));
	run(memory, "child_stay.check child_stay=@child_stay;kind=check");
	assert_true(stopped(memory, "child-check") && started(memory, "child-check"));
	run(memory, "child_stay.review child_stay=@child_stay");
	assert_true(stopped(memory, "child-review") && started(memory, "child-review"));
	run(memory, "child_stay.prepare child_stay=@child_stay;care=Grandmother");
	run(memory, "child_stay.end child_stay=@child_stay;why=age;assessment=x");
	assert_true(row_is(newest_row(memory, &RECORD_CHILD_STAY), CHILD_STAY_CARE, "Grandmother"));
	assert_non_null(started(memory, "child-contact"));
	refuses(memory, "child_stay.review child_stay=@child_stay", "/child_stay");
	run(memory, "visit.book person=P1;visit_class=family;visitor=Grandmother;children=1;own_child=yes;setting=room");
	run(memory, "visit.close visit=@visit;outcome=held;watched=sight");
	assert_non_null(started(memory, "child-contact"));
	arena_destroy(arena);
}

static void age_of_the_law_is_prepared(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, CHILD "parameter child.max_age=3\n");
	run(memory, LIVE);
	assert_true(date_compare(row_date(newest_row(memory, &RECORD_CHILD_STAY), CHILD_STAY_LEAVES_BY), (struct date){ 2028, 3, 1 }) == 0);
	assert_int_equal(started(memory, "child-prepare")->due_at, moment_from_date(date_add_days((struct date){ 2028, 3, 1 }, -180)));
	/* On transfer the child goes along; on release it leaves with the parent. */
	memory_put(memory, "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=departed;why=x;authority=x\nperson P1 destination=F2;whereabouts=in_transit\n");
	run(memory, "transfer.accept transfer=T1;identity_checked=yes;file_received=yes;property_received=yes");
	assert_true(text_equal(row_text(newest_row(memory, &RECORD_CHILD_STAY), CHILD_STAY_FACILITY), memory_id(arena, TEXT_OF("F2"))));
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=x");
	assert_true(row_is(newest_row(memory, &RECORD_CHILD_STAY), CHILD_STAY_STATE, "living"));
	run(memory, "escape.return person=P1;facility=F1;happened_at=2026-11-21T09:30:00Z;circumstances=x");
	run(memory, "death.record person=P1;happened_at=2026-11-21T09:40:00Z;place_of_death=Hospital;circumstances=x");
	assert_true(row_is(newest_row(memory, &RECORD_CHILD_STAY), CHILD_STAY_STATE, "left"));
	assert_true(stopped(memory, "child-prepare") && stopped(memory, "child-review"));
	arena_destroy(arena);
}

static void wishes_are_answered_in_time(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "belief_wish.record person=P1;kind=none;words=Wants to see nobody");
	assert_null(started(memory, "belief-wish"));
	assert_true(row_is(newest_row(memory, &RECORD_BELIEF_WISH), BELIEF_WISH_STATE, "answered"));
	run(memory, "belief_wish.record person=P1;kind=diet");
	assert_non_null(started(memory, "belief-wish"));
	run(memory, "belief_wish.answer belief_wish=@belief_wish;result=met");
	assert_true(stopped(memory, "belief-wish"));
	refuses(memory, "belief_wish.answer belief_wish=@belief_wish;result=met", "/belief_wish");
	run(memory, "representative.approve facility=F1;name=R;community=C;approved_by=Governor");
	run(memory, "representative.end representative=@representative");
	refuses(memory, "representative.end representative=@representative", "/representative");
	/* Nobody who decides about security, and nobody who assesses, reads a wish. */
	assert_int_equal(RECORD_BELIEF_WISH.readers & (ROLE(SECURITY) | ROLE(INTELLIGENCE) | ROLE(COMMITTEE) | ROLE(PSYCHOLOGIST) | ROLE(WING)), 0);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(contact_of_the_file_gives_name_and_relation), cmocka_unit_test(lawyers_do_not_wait),
		cmocka_unit_test(family_clock_begins_anew), cmocka_unit_test(child_calls_are_two_a_week), cmocka_unit_test(family_clock_counts_from_the_newest), cmocka_unit_test(limits_reach_only_what_they_may),
		cmocka_unit_test(limits_are_told_reviewed_and_end), cmocka_unit_test(legal_requests_have_their_clock), cmocka_unit_test(stay_is_followed),
		cmocka_unit_test(pregnancy_and_birth_instruct_staff), cmocka_unit_test(children_have_their_clocks), cmocka_unit_test(age_of_the_law_is_prepared),
		cmocka_unit_test(wishes_are_answered_in_time) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
