/* test_acts.c - what the verbs of casework decide, and what they refuse beside which input. */
#include "world.h"

#define TEST_BEGIN struct arena *arena = arena_create(); struct memory *memory = world_make(arena); (void)state
#define TEST_END arena_destroy(arena)

static void assert_is(struct memory *memory, const struct record *record, const char *id, int field, const char *code)
{
	const struct row *row = memory_row(memory, record, id ? memory_id(memory->arena, text_from(id)) : text_empty());
	struct text is = field_text(&record->fields[field], memory->arena, row_value(row, field));
	if (!text_equal_string(is, code))
		fail_msg("%s.%s is %.*s, not %s", record->name, record->fields[field].name, TEXT_FORMAT(is), code);
}

static void cases_are_assigned_and_handed_over(void **state)
{
	TEST_BEGIN;
	world_refused(memory, "case_assignment.assign person=P1;kind=case_manager;worker=nobody;why=x", "/worker");
	world_refused(memory, "case_assignment.assign person=P1;kind=case_manager;worker=gone;why=x", "/worker");
	world_refused(memory, "case_assignment.assign person=P1;kind=case_manager;worker=guard;why=x", "/worker");
	world_run(memory, "case_assignment.assign person=P1;kind=case_manager;worker=anna;supervisor=bolat;why=First plan");
	assert_is(memory, &RECORD_CASE_ASSIGNMENT, NULL, CASE_ASSIGNMENT_WORKER_NAME, "Anna");
	assert_is(memory, &RECORD_CASE_ASSIGNMENT, NULL, CASE_ASSIGNMENT_SUPERVISOR_NAME, "Bolat");
	world_refused(memory, "case_assignment.assign person=P1;kind=case_manager;worker=bolat;why=x", "/person");
	world_run(memory, "case_assignment.hand_over case_assignment=@case_assignment;worker=bolat;handover=Promised a call");
	assert_is(memory, &RECORD_CASE_ASSIGNMENT, NULL, CASE_ASSIGNMENT_WORKER_NAME, "Bolat");
	/* The actor works with the person no more, and is no governor. */
	world_refused(memory, "case_assignment.end case_assignment=@case_assignment;end_reason=other", "/case_assignment");
	memory->actor.roles = ROLE(GOVERNOR);
	world_run(memory, "case_assignment.end case_assignment=@case_assignment;end_reason=released");
	world_refused(memory, "case_assignment.end case_assignment=@case_assignment;end_reason=released", "/case_assignment");
	TEST_END;
}

static void one_plan_a_person(void **state)
{
	TEST_BEGIN;
	world_refused(memory, "plan.open person=P1;strengths=x", "/person");
	world_refused(memory, "plan.review plan=P9;occasion=due;held_on=2026-11-20;what_changed=x;person_view=x;result=goes_on", "/plan");
	world_refused(memory, "plan.agree plan=P9;language=ru;signature=refused;refusal=No;copy_given=yes", "/witness");
	world_refused(memory, "plan.agree plan=P9;language=ru;signature=refused;witness=W;copy_given=yes", "/refusal");
	world_run(memory, "plan.agree plan=P9;language=ru;signature=refused;witness=W;refusal=School first;copy_given=yes");
	assert_is(memory, &RECORD_PLAN, "P9", PLAN_STATE, "declined");
	assert_is(memory, &RECORD_PLAN_OBJECTIVE, "Z1", PLAN_OBJECTIVE_STATE, "proposed");
	world_run(memory, "plan.agree plan=P9;language=ru;signature=signed;copy_given=yes");
	assert_is(memory, &RECORD_PLAN, "P9", PLAN_STATE, "agreed");
	assert_is(memory, &RECORD_PLAN, "P9", PLAN_NEXT_REVIEW_ON, "2027-05-20");
	assert_is(memory, &RECORD_PLAN_OBJECTIVE, "Z1", PLAN_OBJECTIVE_STATE, "active");
	world_refused(memory, "plan.review plan=P9;occasion=due;held_on=2026-11-30;what_changed=x;person_view=x;result=goes_on", "/held_on");
	world_run(memory, "plan.review plan=P9;occasion=due;held_on=2026-11-20;what_changed=x;person_view=x;result=changed");
	assert_is(memory, &RECORD_PLAN, "P9", PLAN_STATE, "under_review");
	world_run(memory, "plan.close plan=P9;close_reason=achieved");
	world_refused(memory, "plan_objective.set plan=P9;area=work;words=x;measure=x;baseline=x;due_on=2027-01-01", "/plan");
	world_refused(memory, "plan_action.set objective=Z1;what=x;owner_kind=staff;due_on=2027-01-01", "/objective");
	world_run(memory, "plan.open person=P1;strengths=Again");
	TEST_END;
}

static void objectives_are_judged_by_what_shows(void **state)
{
	TEST_BEGIN;
	world_refused(memory, "plan_objective.move plan_objective=Z1;state=achieved;attainment=more", "/evidence");
	world_refused(memory, "plan_objective.move plan_objective=Z1;state=achieved;evidence=Paper", "/attainment");
	world_run(memory, "plan_objective.move plan_objective=Z1;state=partly;evidence=Half of it;attainment=less");
	world_refused(memory, "plan_action.move plan_action=N1;state=blocked", "/blocked_by");
	world_run(memory, "plan_action.move plan_action=N1;state=blocked;blocked_by=No teacher");
	world_run(memory, "plan_action.move plan_action=N1;state=done");
	assert_is(memory, &RECORD_PLAN_ACTION, "N1", PLAN_ACTION_DONE_ON, "2026-11-21");
	assert_is(memory, &RECORD_PLAN_ACTION, "N1", PLAN_ACTION_BLOCKED_BY, "");
	world_refused(memory, "plan_action.set objective=Z1;what=x;owner_kind=staff;starts_on=2027-02-01;due_on=2027-01-01", "/objective");
	TEST_END;
}

static void taking_part_and_leaving(void **state)
{
	TEST_BEGIN;
	world_refused(memory, "enrolment.refer person=P1;programme=G1;why=x;goals=x", "/programme");
	world_run(memory, "enrolment.start enrolment=J1;training_group=Q1");
	assert_is(memory, &RECORD_CASE_ASSIGNMENT, NULL, CASE_ASSIGNMENT_KIND, "facilitator");
	/* The group holds two. */
	memory_put(memory, "person P4 number=4;name=Four;sex=M;birth_date=1990-01-01;current_facility=F1;whereabouts=in;legal_status=convicted\n"
		"enrolment J4 person=P4;programme=G1;state=suitable;referred_on=2026-11-02;why=x;goals=x");
	world_refused(memory, "enrolment.start enrolment=J4;training_group=Q1", "/training_group");
	world_refused(memory, "enrolment.assess enrolment=J1;state=not_suitable;state_reason=x", "/state");
	/* Consent taken back: the place ends by the person's own choice, and so does the facilitator's part. */
	world_run(memory, "consent.withdraw consent=V1");
	assert_is(memory, &RECORD_ENROLMENT, "J1", ENROLMENT_STATE, "withdrawn");
	assert_is(memory, &RECORD_ENROLMENT, "J1", ENROLMENT_END_REASON, "own_choice");
	assert_is(memory, &RECORD_CASE_ASSIGNMENT, NULL, CASE_ASSIGNMENT_END_REASON, "programme_ended");
	world_refused(memory, "consent.withdraw consent=V1", "/consent");
	world_refused(memory, "enrolment.end enrolment=J1;end_reason=behaviour", "/enrolment");
	world_refused(memory, "enrolment.end enrolment=J4;end_reason=completed", "/end_reason");
	world_run(memory, "consent.ask person=P4;purpose=programme;enrolment=J4;answer=refused;language=ru;explained_by=A;limits_told=yes");
	assert_is(memory, &RECORD_ENROLMENT, "J4", ENROLMENT_STATE, "withdrawn");
	world_refused(memory, "consent.ask person=P4;purpose=handover;answer=given;language=ru;explained_by=A;limits_told=yes", "/recipient");
	world_refused(memory, "consent.ask person=P1;purpose=programme;enrolment=J4;answer=given;language=ru;explained_by=A;limits_told=yes", "/enrolment");
	TEST_END;
}

static void attendance_of_a_group(void **state)
{
	TEST_BEGIN;
	struct text id = memory_id(arena, TEXT_OF("J2")), stranger = memory_id(arena, TEXT_OF("J1"));
	world_refused(memory, arena_format(arena, "attendance.take training_session=R1;list=%.*s attended", TEXT_FORMAT(stranger)).data, "/list");
	world_refused(memory, arena_format(arena, "attendance.take training_session=R1;list=%.*s", TEXT_FORMAT(id)).data, "/list");
	world_refused(memory, arena_format(arena, "attendance.take training_session=R1;list=%.*s dancing", TEXT_FORMAT(id)).data, "/list");
	struct text line = arena_format(arena, "attendance.take training_session=R1;list=%.*s sick", TEXT_FORMAT(id));
	assert_true(memory_run(memory, line));
	memory_keep(memory);
	assert_is(memory, &RECORD_ATTENDANCE, NULL, ATTENDANCE_CODE, "sick");
	assert_is(memory, &RECORD_PROGRAMME_SESSION, "R1", PROGRAMME_SESSION_STATE, "held");
	/* Taken again, the same row changes. */
	size_t before = memory->count;
	assert_true(memory_run(memory, arena_format(arena, "attendance.take training_session=R1;list=%.*s attended", TEXT_FORMAT(id))));
	memory_keep(memory);
	assert_int_equal(memory->count, before);
	assert_is(memory, &RECORD_ATTENDANCE, NULL, ATTENDANCE_CODE, "attended");
	memory_put(memory, "programme_session R1 planned_at=2026-11-22T09:00:00Z;state=planned");
	world_refused(memory, "attendance.take training_session=R1;list=x", "/training_session");
	TEST_END;
}

static void the_way_out_has_its_days(void **state)
{
	TEST_BEGIN;
	world_refused(memory, "release_plan.open person=P1", "/release_on");
	world_run(memory, "release_plan.open person=P1;release_on=2027-06-21");
	size_t steps = 0, needs = 0;
	for (size_t i = 0; i < memory->count; i++) {
		const struct row *row = memory->rows[i];
		steps += row->record == &RECORD_RELEASE_MILESTONE;
		needs += row->record == &RECORD_RESETTLEMENT_NEED;
		if (row->record == &RECORD_RELEASE_MILESTONE && row_is(row, RELEASE_MILESTONE_KIND, "m12"))
			assert_true(text_equal_string(row_text(row, RELEASE_MILESTONE_DUE_ON), "2026-11-21")); /* missed: due today */
		if (row->record == &RECORD_RELEASE_MILESTONE && row_is(row, RELEASE_MILESTONE_KIND, "m3"))
			assert_true(text_equal_string(row_text(row, RELEASE_MILESTONE_DUE_ON), "2027-03-21"));
		if (row->record == &RECORD_RELEASE_MILESTONE && row_is(row, RELEASE_MILESTONE_KIND, "d7"))
			assert_true(text_equal_string(row_text(row, RELEASE_MILESTONE_DUE_ON), "2027-06-14"));
	}
	assert_int_equal(steps, 7);
	assert_int_equal(needs, 13);
	world_refused(memory, "release_plan.open person=P1;release_on=2027-06-21", "/person");
	world_refused(memory, "release_plan.move release_plan=@release_plan;state=ready", "/contact_plan");
	world_refused(memory, "licence_condition.draft release_plan=@release_plan;category=contact;words=x;necessity=Seen to threaten him twice;factor=x;lighter=x;"
		"starts_on=2027-06-21;expires_on=2027-06-21;appeal=x", "/expires_on");
	world_refused(memory, "resettlement_need.settle resettlement_need=@resettlement_need;state=arranged", "/resource");
	TEST_END;
}

#define FOLLOW "followup.record release_plan=@release_plan;point=m3;reached=yes;housed=yes;occupied=unknown;reconviction=unknown;source=Probation;"

static void followed_up_within_its_time(void **state)
{
	TEST_BEGIN;
	world_run(memory, "release_plan.open person=P1;release_on=2026-11-25");
	world_refused(memory, FOLLOW "facility=F1;held_on=2026-11-20;reengagement=none", "/release_plan");
	memory_put(memory, "person P1 current_facility=;whereabouts=released\nrelease Z1 person=P1;facility=F1;state=released;released_at=2026-11-10T08:00:00Z");
	world_refused(memory, FOLLOW "facility=F2;held_on=2026-11-20;reengagement=none", "/facility");
	world_refused(memory, FOLLOW "facility=F1;held_on=2026-11-20;reengagement=yes", "/note");
	world_refused(memory, FOLLOW "facility=F1;held_on=2026-11-09;reengagement=none", "/held_on");
	world_run(memory, FOLLOW "facility=F1;held_on=2026-11-20;reengagement=unknown");
	assert_is(memory, &RECORD_RELEASE_PLAN, NULL, RELEASE_PLAN_STATE, "released");
	assert_is(memory, &RECORD_RELEASE_PLAN, NULL, RELEASE_PLAN_RELEASED_ON, "2026-11-10");
	/* A year later the facility is out of it, headquarters is not. */
	memory_put(memory, "release Z1 released_at=2025-11-10T08:00:00Z");
	world_refused(memory, FOLLOW "facility=F1;held_on=2026-11-20;reengagement=none", "/release_plan");
	memory->actor.roles = ROLE(HEADQUARTERS);
	world_run(memory, FOLLOW "facility=F1;held_on=2026-11-20;reengagement=none");
	TEST_END;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_are_assigned_and_handed_over), cmocka_unit_test(one_plan_a_person),
		cmocka_unit_test(objectives_are_judged_by_what_shows), cmocka_unit_test(taking_part_and_leaving), cmocka_unit_test(attendance_of_a_group),
		cmocka_unit_test(the_way_out_has_its_days), cmocka_unit_test(followed_up_within_its_time) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
