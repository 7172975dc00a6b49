/* test_acts.c - the verbs of rights: what they decide, what they start and stop, what they refuse. */
#include <stdio.h>

#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"

#define ORDER "separation.order person=P1;kind=security;ground=violence;facts=Hit another person;legal_basis=Article 5;authority=Governor;" \
	"alternatives=Talked;exit_criteria=Quiet;ends_at=2026-11-26T10:00:00Z;planned_contact=60;planned_outdoors=60;light=daylight;" \
	"contact_kept=visits letters calls;disability=none"

static const struct row *only(struct memory *memory) { return memory_row(memory, &RECORD_SEPARATION, text_empty()); }

static struct memory *begin(struct arena *arena, role_set roles)
{
	struct memory *memory = memory_make(arena);
	memory->actor.roles = roles;
	return memory;
}

static void order_starts_its_clocks(void **state)
{
	static const char *const CLOCKS[] = { "separation-health-visit", "separation-review", "separation-copy", "separation-need", "separation-mitigation", "separation-ends",
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

#define LAW "disciplinary_offence D1 code=12a;name=Assault;law=Rules 12;serious=yes;valid_from=2020-01-01\n" \
	"disciplinary_sanction N1 code=S;name=Separation;law=Rules 30;measure=separation;maximum_days=10;valid_from=2020-01-01\n"

static const struct row *charge_now(struct memory *memory) { return memory_row(memory, &RECORD_CHARGE, text_empty()); }

static void prove(struct memory *memory, const char *incident)
{
	char line[200];
	snprintf(line, sizeof line, "charge.lay person=P1;incident=%s;offence=D1;happened_at=2026-11-21T08:00:00Z;facts=x;mediation=tried", incident);
	run(memory, line);
	run(memory, "charge.review charge=@charge;result=ready");
	run(memory, "charge.notify charge=@charge;notice_language=ru;notice=signed;help=declined;time_waived=yes");
	run(memory, "charge.schedule charge=@charge;hearing_at=2026-11-22T08:00:00Z");
	run(memory, "charge.hear charge=@charge;language=ru;present=yes;defence=x;mental=no_part;finding=proved;reasons=x");
}

static void charge_takes_its_steps(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	memory_put(memory, LAW);
	refuses(memory, "charge.lay person=P1;incident=1;happened_at=2026-11-21T08:00:00Z;discovered_at=2026-11-21T07:00:00Z;facts=x", "/discovered_at");
	run(memory, "charge.lay person=P1;incident=1;offence=D1;happened_at=2026-11-20T08:00:00Z;facts=x;mediation=tried");
	assert_non_null(started(memory, "charge-notice"));
	assert_non_null(started(memory, "charge-hearing"));
	refuses(memory, "charge.schedule charge=@charge;hearing_at=2026-11-22T08:00:00Z", "/charge");
	run(memory, "charge.review charge=@charge;result=returned");
	run(memory, "charge.review charge=@charge;result=ready");
	refuses(memory, "charge.notify charge=@charge;notice_language=ru;notice=refused;help=declined", "/notice_witness");
	run(memory, "charge.notify charge=@charge;notice_language=ru;notice=signed;help=wanted");
	assert_true(stopped(memory, "charge-notice"));
	run(memory, "charge.schedule charge=@charge;hearing_at=2026-11-22T08:00:00Z");
	run(memory, "charge.adjourn charge=@charge");
	run(memory, "charge.schedule charge=@charge;hearing_at=2026-11-23T08:00:00Z");
	run(memory, "charge.refer charge=@charge;result=police");
	assert_true(stopped(memory, "charge-hearing"));
	run(memory, "charge.refer charge=@charge;result=prosecution");
	refuses(memory, "charge.refer charge=@charge;result=not_proceeded", "/charge");
	refuses(memory, "charge.appeal charge=@charge;appeal_grounds=x", "/charge");
	arena_destroy(arena);
}

/* Every pair of states, against the arrows of the text. */
static void charge_states(void **state)
{
	static const char ARROWS[] = " laid>ready laid>rejected laid>returned returned>laid returned>ready returned>rejected ready>scheduled ready>police "
		"ready>not_proceeded scheduled>ready scheduled>police scheduled>dismissed scheduled>not_proceeded scheduled>proved scheduled>adjourned "
		"adjourned>scheduled police>prosecution police>not_proceeded police>scheduled proved>quashed ";
	char arrow[80];
	(void)state;
	for (const struct choice *from = CHARGE_STATE_CHOICES; from->code; from++)
		for (const struct choice *to = CHARGE_STATE_CHOICES; to->code; to++) {
			snprintf(arrow, sizeof arrow, " %s>%s ", from->code, to->code);
			assert_int_equal(charge_may_become(text_from(from->code), to->code), strstr(ARROWS, arrow) != NULL);
		}
}

static void quashing_undoes_what_followed(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	memory_put(memory, LAW);
	prove(memory, "1");
	run(memory, "sanction.impose charge=@charge;kind=N1;measure=separation;days=5;reasons=x;review_info=yes");
	assert_non_null(started(memory, "sanction-ends"));
	assert_int_equal(started(memory, "sanction-ends")->due_at, moment_from_date((struct date){ 2026, 11, 26 }));
	run(memory, ORDER ";kind=discipline;ground=sanction");
	run(memory, "charge.appeal charge=@charge;appeal_grounds=Nobody asked my witness");
	assert_non_null(started(memory, "charge-appeal"));
	refuses(memory, "charge.appeal charge=@charge;appeal_grounds=x", "/charge");
	run(memory, "charge.decide_appeal charge=@charge;result=quashed;appeal_reasons=The witness was not heard");
	assert_true(row_is(charge_now(memory), CHARGE_STATE, "quashed"));
	assert_true(row_is(memory_row(memory, &RECORD_SANCTION, text_empty()), SANCTION_STATE, "quashed"));
	assert_false(separation_is_running(only(memory)));
	assert_true(stopped(memory, "sanction-ends") && stopped(memory, "charge-appeal"));
	refuses(memory, "charge.decide_appeal charge=@charge;result=upheld;appeal_reasons=x", "/charge");
	arena_destroy(arena);
}

static void suspended_and_consecutive(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	memory_put(memory, LAW);
	prove(memory, "1");
	run(memory, "sanction.impose charge=@charge;kind=N1;measure=separation;days=5;reasons=x;review_info=yes;suspended_until=2027-01-01");
	const struct row *suspended = memory_row(memory, &RECORD_SANCTION, text_empty());
	assert_true(row_is(suspended, SANCTION_STATE, "suspended"));
	assert_null(started(memory, "sanction-ends"));
	refuses(memory, "sanction.end sanction=@sanction;state=served", "/state");
	refuses(memory, "sanction.activate sanction=@sanction;charge=@charge", "/charge"); /* its own charge is no new one */
	prove(memory, "2");
	run(memory, "sanction.activate sanction=@sanction;charge=@charge");
	assert_true(row_is(suspended, SANCTION_STATE, "running"));
	assert_true(text_equal_string(row_text(suspended, SANCTION_ENDS), "2026-11-25"));
	run(memory, "sanction.impose charge=@charge;kind=N1;measure=separation;days=3;reasons=x;review_info=yes;after=@sanction");
	const struct row *next = memory_row(memory, &RECORD_SANCTION, text_empty());
	assert_true(text_equal_string(row_text(next, SANCTION_STARTS), "2026-11-26") && text_equal_string(row_text(next, SANCTION_ENDS), "2026-11-28"));
	run(memory, "sanction.end sanction=@sanction;state=served");
	refuses(memory, "sanction.end sanction=@sanction;state=lapsed", "/state");
	arena_destroy(arena);
}

static void complaint_is_answered(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(WING));
	(void)state;
	refuses(memory, "complaint.receive person=P3;kind=request;channel=spoken;subject=work;addressee=director", "/person");
	run(memory, "complaint.receive person=P1;kind=request;channel=spoken;subject=work;addressee=director;words=May I work");
	assert_non_null(started(memory, "complaint-receipt"));
	assert_non_null(started(memory, "complaint-answer"));
	assert_null(started(memory, "complaint-sent"));
	assert_null(started(memory, "torture-referred"));
	memory->actor.roles = ROLE(GOVERNOR);
	run(memory, "complaint.acknowledge complaint=@complaint");
	assert_true(stopped(memory, "complaint-receipt"));
	refuses(memory, "complaint.acknowledge complaint=@complaint", "/complaint");
	refuses(memory, "complaint.appeal complaint=@complaint;appeal_words=x", "/complaint");
	run(memory, "complaint.answer complaint=@complaint;result=upheld;answer=From Monday");
	assert_true(stopped(memory, "complaint-answer") && stopped(memory, "complaint-urgent"));
	refuses(memory, "complaint.answer complaint=@complaint;result=upheld", "/complaint");
	run(memory, "complaint.appeal complaint=@complaint;appeal_words=I asked for today");
	assert_non_null(started(memory, "complaint-appeal"));
	run(memory, "complaint.decide_appeal complaint=@complaint;result=upheld;reasons=Monday is soon");
	assert_true(stopped(memory, "complaint-appeal"));
	refuses(memory, "complaint.decide_appeal complaint=@complaint;result=upheld;reasons=x", "/complaint");
	arena_destroy(arena);
}

static void torture_goes_outside(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(WING));
	(void)state;
	run(memory, "complaint.receive person=P1;kind=complaint;channel=sealed;subject=ill_treatment;addressee=inspector;urgent=yes");
	assert_non_null(started(memory, "torture-referred"));
	assert_non_null(started(memory, "complaint-urgent"));
	assert_non_null(started(memory, "complaint-sent"));
	run(memory, "complaint.send_on complaint=@complaint");
	assert_true(stopped(memory, "complaint-sent"));
	run(memory, "complaint.refer complaint=@complaint;authority=Prosecutor general;authority_number=44/26");
	assert_true(stopped(memory, "torture-referred"));
	arena_destroy(arena);
}

static void force_ends_with_statements(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(WING));
	(void)state;
	memory->actor.name = TEXT_OF("one");
	refuses(memory, "force.use person=P3;ground=injury;instrument=belt;facts=x;ordered_by=director;officers=one;resistance=attack", "/person");
	run(memory, "force.use person=P1;ground=injury;instrument=belt;facts=x;alternatives=x;ordered_by=director;officers=one two;resistance=attack");
	assert_int_equal(started(memory, "force-health-told")->due_at, MEMORY_NOW + 5 * MOMENT_MINUTE);
	assert_int_equal(started(memory, "restraint-check")->due_at, MEMORY_NOW + 15 * MOMENT_MINUTE);
	assert_non_null(started(memory, "force-director-told"));
	assert_non_null(started(memory, "restraint-longest"));
	memory->context.now += 10 * MOMENT_MINUTE;
	run(memory, "force.check use_of_force=@use_of_force");
	assert_true(stopped(memory, "restraint-check"));
	assert_int_equal(started(memory, "restraint-check")->due_at, MEMORY_NOW + 25 * MOMENT_MINUTE);
	run(memory, "force.tell use_of_force=@use_of_force;told_whom=health");
	assert_true(stopped(memory, "force-health-told"));
	refuses(memory, "force.close use_of_force=@use_of_force", "/use_of_force");
	run(memory, "force.end use_of_force=@use_of_force;injuries=None");
	assert_true(stopped(memory, "restraint-check") && stopped(memory, "restraint-longest"));
	assert_non_null(started(memory, "force-statements"));
	refuses(memory, "force.check use_of_force=@use_of_force", "/use_of_force");
	run(memory, "force.statement use_of_force=@use_of_force;words=I held the left arm");
	refuses(memory, "force.close use_of_force=@use_of_force", "/use_of_force"); /* the other officer, the director */
	memory->actor.name = TEXT_OF("three");
	refuses(memory, "force.statement use_of_force=@use_of_force;words=x", "/use_of_force");
	memory->actor.name = TEXT_OF("two");
	run(memory, "force.statement use_of_force=@use_of_force;words=I put the belt on");
	refuses(memory, "force.close use_of_force=@use_of_force", "/use_of_force"); /* the director */
	run(memory, "force.tell use_of_force=@use_of_force;told_whom=director");
	run(memory, "force.close use_of_force=@use_of_force");
	assert_true(stopped(memory, "force-statements"));
	refuses(memory, "force.statement use_of_force=@use_of_force;words=x", "/use_of_force");
	/* Hands only: no check of a restraint. */
	run(memory, "force.use person=P1;ground=injury;instrument=hands;facts=x;alternatives=x;ordered_by=none;officers=one;resistance=active");
	assert_null(started(memory, "restraint-check"));
	arena_destroy(arena);
}

/* The plan against harm stops its clock; the steps back are planned after the end too, and neither is planned with nothing. */
static void harm_is_lessened(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	memory_put(memory, "separation S1 person=P1;facility=F1;kind=security;starts_at=2026-11-16T10:00:00Z;ends_at=2026-11-22T10:00:00Z;light=daylight;state=running;ordered_by=U2\n");
	refuses(memory, "separation.mitigate separation=S1", "/mitigation");
	run(memory, "separation.mitigate separation=S1;mitigation=A call each evening, the teacher on Tuesday");
	assert_true(stopped(memory, "separation-mitigation"));
	run(memory, "separation.end separation=S1");
	run(memory, "separation.mitigate separation=S1;step_down=Meals with two others from tomorrow");
	assert_false(stopped(memory, "separation-mitigation"));
	assert_true(row_has(memory_row(memory, &RECORD_SEPARATION, memory_id(arena, TEXT_OF("S1"))), SEPARATION_MITIGATION));
	arena_destroy(arena);
}

/* Each unit has its own day; the parameter says how often. */
static void units_are_asked_every_day(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(WING));
	(void)state;
	run(memory, "complaint_round.record place=W1;channel=box;taken=2");
	assert_int_equal(started(memory, "complaint-round")->due_at, MEMORY_NOW + MOMENT_DAY);
	assert_true(stopped(memory, "complaint-round"));
	memory_put(memory, "parameter complaint.round=2\n");
	run(memory, "complaint_round.record place=W1;channel=round;taken=0;happened_at=2026-11-21T08:00:00Z");
	assert_int_equal(started(memory, "complaint-round")->due_at, MEMORY_NOW + 10 * MOMENT_HOUR);
	refuses(memory, "complaint_round.record place=W1;channel=round;taken=0;happened_at=2026-11-22T08:00:00Z", "/happened_at");
	arena_destroy(arena);
}

/* One scheme in force, one level now; the level before is kept, and leaving custody ends it. */
static void privileges_follow_a_scheme(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	refuses(memory, "privilege_scheme.publish facility=F1;version_name=1;law=x;published_on=2026-11-30;gives=sport;how=x", "/published_on");
	run(memory, "privilege_scheme.publish facility=F1;version_name=1;law=x;published_on=2026-11-01;gives=sport;how=x");
	run(memory, "privilege_level.set person=P1;level=enhanced;reasons=Came to school each day");
	assert_non_null(started(memory, "privilege-review"));
	struct row *first = memory_row(memory, &RECORD_PRIVILEGE_LEVEL, text_empty());
	assert_true(row_has(first, PRIVILEGE_LEVEL_SCHEME));
	assert_false(privilege_level_lowers(first));
	run(memory, "privilege_scheme.publish facility=F1;version_name=2;law=x;published_on=2026-11-20;gives=sport;how=x");
	run(memory, "privilege_level.set person=P1;level=basic;reasons=Sold tobacco, seen twice");
	assert_true(stopped(memory, "privilege-review"));
	assert_true(row_is(first, PRIVILEGE_LEVEL_STATE, "replaced"));
	assert_true(privilege_level_lowers(memory_row(memory, &RECORD_PRIVILEGE_LEVEL, text_empty())));
	refuses(memory, "privilege_level.set person=P3;level=basic", "/person");
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=x");
	assert_true(row_is(memory_row(memory, &RECORD_PRIVILEGE_LEVEL, text_empty()), PRIVILEGE_LEVEL_STATE, "ended"));
	arena_destroy(arena);
}

/* The clocks of a table and their acts: whoever is told can do something about it. */
static void clocks_name_their_acts(void **state)
{
	(void)state;
	for (size_t i = 0; RIGHTS_CLOCKS[i]; i++) {
		bool found = false;
		for (size_t j = 0; RIGHTS_ACTS[j]; j++)
			found = found || strcmp(RIGHTS_ACTS[j]->name, RIGHTS_CLOCKS[i]->act) == 0;
		assert_true(found);
		for (size_t j = 0; RIGHTS_RULES[j]; j++)
			if (RIGHTS_RULES[j]->kind == RULE_DEADLINE)
				assert_non_null(RIGHTS_RULES[j]->clocks[0]);
	}
}

static const struct row *row_of(const struct memory *memory, const struct record *record, const char *id)
{
	return memory_row(memory, record, memory_id(memory->arena, text_from(id)));
}

/* Everything that can run of a person. */
#define RUNS "separation S1 person=P1;facility=F1;kind=security;starts_at=2026-11-21T06:00:00Z;state=running;ordered_by=U2\n" \
	"charge G1 person=P1;facility=F1;incident=I-1;happened_at=2026-11-20T06:00:00Z;discovered_at=2026-11-20T06:00:00Z;facts=x;reported_by=U2;state=proved\n" \
	"charge G2 person=P1;facility=F1;incident=I-2;happened_at=2026-11-20T06:00:00Z;discovered_at=2026-11-20T06:00:00Z;facts=x;reported_by=U2;state=scheduled\n" \
	"sanction N1 person=P1;charge=G1;measure=separation;days=5;state=running\n" \
	"sanction N2 person=P1;charge=G1;measure=caution;days=0;suspended_until=2027-01-01;state=suspended\n" \
	"use_of_force V1 person=P1;facility=F1;ground=escape;instrument=handcuffs;facts=x;ordered_by=director;officers=gate;" \
	"started_at=2026-11-21T07:00:00Z;state=running\n"

/* Release, death and escape end what runs, each with its code; only what can still be done by somebody stays due. */
static void leaving_ends_what_runs(void **state)
{
	static const struct { const char *line, *kind, *charge, *suspended; bool account_due; } WAYS[] = {
		{ "release.release release=R1;identity_checked=yes;orders_seen=yes;medicine_given=yes", "release", "not_proceeded", "ended", false },
		{ "death.record person=P1;happened_at=2026-11-21T09:00:00Z;place_of_death=Hospital;circumstances=Illness", "death", "not_proceeded", "ended", true },
		{ "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Over the wall", "escape", "scheduled", "suspended", true } };
	(void)state;
	for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
		struct arena *arena = arena_create();
		struct memory *memory = begin(arena, ROLE(GOVERNOR));
		memory_put(memory, RUNS "release R1 person=P1;episode=E1;facility=F1;state=preparing;kind=term_served\n");
		run(memory, WAYS[i].line);
		const struct row *separation = row_of(memory, &RECORD_SEPARATION, "S1"), *force = row_of(memory, &RECORD_FORCE, "V1");
		assert_true(row_is(separation, SEPARATION_STATE, "ended") && row_is(separation, SEPARATION_END_KIND, WAYS[i].kind));
		assert_true(row_has(separation, SEPARATION_ENDED_AT));
		assert_true(row_is(force, FORCE_STATE, "ended") && row_is(force, FORCE_END_KIND, WAYS[i].kind));
		assert_true(row_is(row_of(memory, &RECORD_SANCTION, "N1"), SANCTION_STATE, "ended"));
		assert_true(row_is(row_of(memory, &RECORD_SANCTION, "N1"), SANCTION_END_KIND, WAYS[i].kind));
		assert_true(row_is(row_of(memory, &RECORD_SANCTION, "N2"), SANCTION_STATE, WAYS[i].suspended));
		assert_true(row_is(row_of(memory, &RECORD_CHARGE, "G2"), CHARGE_STATE, WAYS[i].charge));
		assert_true(row_is(row_of(memory, &RECORD_CHARGE, "G1"), CHARGE_STATE, "proved"));
		static const char *const STOPPED[] = { "separation-health-visit", "separation-ends", "solitary-day-16", "sanction-ends", "restraint-check",
			"restraint-longest", "charge-hearing" };
		for (size_t j = 0; j < sizeof STOPPED / sizeof *STOPPED; j++)
			assert_true(stopped(memory, STOPPED[j]));
		assert_true(stopped(memory, "force-health-told") != WAYS[i].account_due);
		assert_true((started(memory, "force-statements") != NULL) == WAYS[i].account_due);
		arena_destroy(arena);
	}
}

/* The charge waits while the person is at large, and is due from the return. */
static void charge_is_due_again_after_an_escape(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = begin(arena, ROLE(GOVERNOR));
	(void)state;
	memory_put(memory, RUNS);
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Over the wall");
	assert_null(started(memory, "charge-hearing"));
	run(memory, "escape.return person=P1;facility=F2;happened_at=2026-11-21T09:30:00Z;circumstances=Came back");
	assert_non_null(started(memory, "charge-hearing"));
	assert_true(text_equal(started(memory, "charge-hearing")->record_id, memory_id(arena, TEXT_OF("G2"))));
	assert_true(text_equal(started(memory, "charge-hearing")->facility, memory_id(arena, TEXT_OF("F2"))));
	assert_non_null(started(memory, "charge-notice"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(order_starts_its_clocks), cmocka_unit_test(new_label_is_no_new_beginning),
		cmocka_unit_test(account_is_of_what_happened), cmocka_unit_test(health_visit_and_advice),
		cmocka_unit_test(medical_isolation_is_the_clinicians), cmocka_unit_test(review_copy_and_need), cmocka_unit_test(order_checks_its_moments),
		cmocka_unit_test(health_flags_begin_and_end), cmocka_unit_test(charge_takes_its_steps), cmocka_unit_test(charge_states),
		cmocka_unit_test(quashing_undoes_what_followed), cmocka_unit_test(suspended_and_consecutive),
		cmocka_unit_test(complaint_is_answered), cmocka_unit_test(torture_goes_outside), cmocka_unit_test(force_ends_with_statements),
		cmocka_unit_test(leaving_ends_what_runs), cmocka_unit_test(charge_is_due_again_after_an_escape), cmocka_unit_test(harm_is_lessened), cmocka_unit_test(units_are_asked_every_day), cmocka_unit_test(privileges_follow_a_scheme),
		cmocka_unit_test(clocks_name_their_acts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
