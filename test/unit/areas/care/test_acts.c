/* test_acts.c - the verbs of care: what they decide, what they start and stop, what they refuse; and what they add to other verbs. */
#include "areas/care/care.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CARE
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/care/acts.h"
#include "areas/rights/records.h"
#include "areas/care/rules.h"

static const struct row *newest(struct memory *memory, const struct record *record) { return memory_row(memory, record, text_empty()); }

/* NMR-71.1: a death goes outside by itself, whatever its cause; and the body comes back when the investigation is over. */
static void death_opens_an_event(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "death.record person=P1;happened_at=2026-11-21T09:00:00Z;place_of_death=Cell A-1;circumstances=Found at the morning count");
	const struct row *event = newest(memory, &RECORD_GRAVE_EVENT);
	assert_true(row_is(event, GRAVE_EVENT_KIND, "death") && row_is(event, GRAVE_EVENT_WHERE, "Cell A-1"));
	assert_true(row_is(event, GRAVE_EVENT_CIRCUMSTANCES, "Found at the morning count"));
	assert_non_null(started(memory, "event-reported"));
	assert_int_equal(started(memory, "event-evidence")->due_at, MEMORY_NOW + 15 * MOMENT_MINUTE);
	assert_null(started(memory, "event-kin-told")); /* custody's own clock asks for it */
	run(memory, "evidence_item.hold grave_event=@grave_event;kind=recording;description=Camera 4;kept_at=Safe of the director");
	assert_true(stopped(memory, "event-evidence"));
	run(memory, "notice.give person=P1;occasion=death;told_whom=family;result=told;told_at=2026-11-21T09:30:00Z;wish=yes");
	assert_true(row_has(newest(memory, &RECORD_GRAVE_EVENT), GRAVE_EVENT_KIN_TOLD));
	refuses(memory, "grave_event.begin grave_event=@grave_event", "/grave_event");
	run(memory, "grave_event.notify grave_event=@grave_event;authority=Prosecutor;authority_number=71");
	assert_true(stopped(memory, "event-reported"));
	assert_non_null(started(memory, "event-begun"));
	refuses(memory, "grave_event.notify grave_event=@grave_event;authority=Prosecutor;authority_number=71", "/grave_event");
	run(memory, "grave_event.begin grave_event=@grave_event");
	assert_true(stopped(memory, "event-begun"));
	run(memory, "grave_event.close grave_event=@grave_event;outcome=natural;cause=Heart;findings=Report 71");
	assert_non_null(started(memory, "body-returned"));
	refuses(memory, "grave_event.close grave_event=@grave_event;outcome=natural", "/grave_event");
	run(memory, "grave_event.return_body grave_event=@grave_event;remains=kin;remains_to=Mother");
	assert_true(stopped(memory, "body-returned"));
	refuses(memory, "grave_event.return_body grave_event=@grave_event;remains=kin;remains_to=Mother", "/grave_event");
	arena_destroy(arena);
}

static void escape_and_signs_open_one_too(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "escape.record person=P2;happened_at=2026-11-21T09:00:00Z;circumstances=Not at the count");
	assert_true(row_is(newest(memory, &RECORD_GRAVE_EVENT), GRAVE_EVENT_KIND, "disappearance"));
	refuses(memory, "grave_event.return_body grave_event=@grave_event;remains=kin;remains_to=Mother", "/grave_event");
	static const char EXAMINED[] = "admission.health admission=A1;examined_at=2026-11-21T09:00:00Z;examiner=Nurse;self_harm_watch=no;observation=none;withdrawal=no;"
		"infectious_precaution=no;daily_medicine=no;diet=no;mobility=no;ill_treatment_signs=";
	run(memory, arena_string(arena, arena_format(arena, "%sno", EXAMINED)));
	assert_null(started(memory, "signs-reported"));
	run(memory, arena_string(arena, arena_format(arena, "%syes", EXAMINED)));
	assert_non_null(started(memory, "signs-reported"));
	assert_non_null(started(memory, "ill-treatment-investigated"));
	assert_true(row_is(newest(memory, &RECORD_GRAVE_EVENT), GRAVE_EVENT_KIND, "ill_treatment"));
	arena_destroy(arena);
}

/* NMR-71.3: who is named later is kept out of everything from then on, and nobody gains time by it. */
static void further_staff_are_kept_out(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	run(memory, "grave_event.report person=P1;kind=serious_injury;happened_at=2026-11-21T09:00:00Z;happened_where=Yard;circumstances=Fell;known_from=officer;implicated=one");
	run(memory, "evidence_item.hold grave_event=@grave_event;kind=recording;description=Camera 4;kept_at=Safe");
	const struct row *first = newest(memory, &RECORD_GRAVE_EVENT);
	int64_t since = first->created_at;
	assert_true(row_is_closed_to(newest(memory, &RECORD_EVIDENCE_ITEM), TEXT_OF("One")));
	refuses(memory, "grave_event.implicate grave_event=@grave_event;implicated=two", "/implicated");
	run(memory, "grave_event.implicate grave_event=@grave_event;implicated=one two");
	const struct row *second = newest(memory, &RECORD_GRAVE_EVENT);
	assert_true(row_is(first, GRAVE_EVENT_STATE, "replaced") && row_is_closed_to(second, TEXT_OF("two")));
	assert_true(row_is_closed_to(newest(memory, &RECORD_EVIDENCE_ITEM), TEXT_OF("two")));
	assert_int_equal(started(memory, "event-reported")->started_at, since);
	assert_true(stopped(memory, "event-reported"));
	assert_null(started(memory, "event-evidence"));
	run(memory, "notice.give person=P1;occasion=illness;told_whom=family;result=told;told_at=2026-11-21T09:30:00Z;wish=yes");
	assert_true(stopped(memory, "event-kin-told"));
	arena_destroy(arena);
}

static void evidence_has_a_chain(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, "property_item Y1 person=P2;facility=F1;description=A belt;item_class=clothing;quantity=1;signed=signed;state=stored\n"
		"place X1 facility=F2;code=X;kind=cell\n");
	run(memory, "grave_event.report person=P1;kind=serious_injury;happened_at=2026-11-21T09:00:00Z;happened_where=Yard;circumstances=Fell;known_from=officer");
	refuses(memory, "evidence_item.hold grave_event=@grave_event;kind=object;description=Belt;kept_at=Safe;property_item=Y1", "/property_item");
	refuses(memory, "evidence_item.hold grave_event=@grave_event;kind=scene;description=Cell;kept_at=Sealed;place=X1", "/place");
	run(memory, "evidence_item.hold grave_event=@grave_event;kind=object;description=Belt;kept_at=Safe");
	run(memory, "evidence_item.pass evidence_item=@evidence_item;kept_at=Laboratory, taken by the investigator");
	struct text chain = row_text(newest(memory, &RECORD_EVIDENCE_ITEM), EVIDENCE_ITEM_CUSTODY);
	assert_true(text_find(chain, TEXT_OF("gate: Safe\n")) != SIZE_MAX && text_find(chain, TEXT_OF("gate: Laboratory")) != SIZE_MAX);
	run(memory, "evidence_item.release evidence_item=@evidence_item;state=handed_over;release_number=9");
	refuses(memory, "evidence_item.pass evidence_item=@evidence_item;kept_at=Elsewhere", "/evidence_item");
	refuses(memory, "evidence_item.release evidence_item=@evidence_item;state=released", "/evidence_item");
	refuses(memory, "grave_event.report person=P3;kind=serious_injury;happened_at=2026-11-21T09:00:00Z;happened_where=Yard;circumstances=Fell;known_from=officer", "/person");
	arena_destroy(arena);
}

static void requests_are_seen(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, "health_request.make person=P3;channel=person", "/person");
	run(memory, "health_request.make person=P1;channel=person;wish=none");
	assert_non_null(started(memory, "health-seen"));
	refuses(memory, "health_request.see health_request=@health_request;result=seen;seen_at=2026-11-20T10:00:00Z", "/seen_at");
	run(memory, "health_request.see health_request=@health_request;result=seen");
	assert_true(stopped(memory, "health-seen"));
	refuses(memory, "health_request.see health_request=@health_request;result=seen", "/health_request");
	run(memory, "health_request.make person=P2;channel=officer;urgent=yes");
	assert_int_equal(started(memory, "health-seen-urgent")->due_at, MEMORY_NOW + 15 * MOMENT_MINUTE);
	assert_null(started(memory, "health-seen"));
	run(memory, "escape.record person=P2;happened_at=2026-11-21T09:00:00Z;circumstances=Not at the count");
	assert_true(stopped(memory, "health-seen-urgent"));
	assert_true(row_is(newest(memory, &RECORD_HEALTH_REQUEST), HEALTH_REQUEST_STATE, "left"));
	refuses(memory, "fitness.ask person=P3;question=work", "/person");
	run(memory, "fitness.ask person=P1;question=work");
	refuses(memory, "fitness.answer fitness=@fitness;answer=limited", "/limits");
	run(memory, "fitness.answer fitness=@fitness;answer=limited;limits=No lifting");
	assert_true(row_is(newest(memory, &RECORD_FITNESS), FITNESS_ANSWER, "limited") && row_is(newest(memory, &RECORD_FITNESS), FITNESS_LIMITS, "No lifting"));
	arena_destroy(arena);
}

/* NMR-27.2: an objection changes nothing; only the answer of a clinician, or the end that a clinician writes, does. */
static void orders_stand(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, "clinical_order.give person=P1;kind=diet;instruction=Soft food;due_at=2026-11-22T08:00:00Z;expires_on=2026-11-20", "/expires_on");
	refuses(memory, "clinical_order.give person=P3;kind=diet;instruction=Soft food;due_at=2026-11-22T08:00:00Z", "/person");
	run(memory, "clinical_order.give person=P1;kind=diet;instruction=Soft food;due_at=2026-11-22T08:00:00Z");
	assert_non_null(started(memory, "clinical-order-due"));
	assert_true(row_is(newest(memory, &RECORD_HEALTH_FLAG), HEALTH_FLAG_KIND, "diet"));
	refuses(memory, "clinical_order.answer clinical_order=@clinical_order;objection_answer=stands", "/clinical_order");
	run(memory, "clinical_order.object clinical_order=@clinical_order");
	assert_non_null(started(memory, "clinical-objection"));
	assert_true(row_is(newest(memory, &RECORD_CLINICAL_ORDER), CLINICAL_ORDER_STATE, "open"));
	refuses(memory, "clinical_order.object clinical_order=@clinical_order", "/clinical_order");
	run(memory, "clinical_order.answer clinical_order=@clinical_order;objection_answer=stands");
	assert_true(stopped(memory, "clinical-objection"));
	run(memory, "clinical_order.carry_out clinical_order=@clinical_order");
	assert_true(stopped(memory, "clinical-order-due"));
	refuses(memory, "clinical_order.miss clinical_order=@clinical_order;missed_why=other", "/clinical_order");
	run(memory, "clinical_order.end clinical_order=@clinical_order");
	assert_true(row_is(newest(memory, &RECORD_HEALTH_FLAG), HEALTH_FLAG_STATE, "ended"));
	refuses(memory, "clinical_order.end clinical_order=@clinical_order", "/clinical_order");
	run(memory, "clinical_order.give person=P1;kind=single_cell;instruction=Alone;due_at=2026-11-22T08:00:00Z");
	run(memory, "clinical_order.object clinical_order=@clinical_order");
	run(memory, "clinical_order.answer clinical_order=@clinical_order;objection_answer=changed");
	assert_true(row_is(newest(memory, &RECORD_CLINICAL_ORDER), CLINICAL_ORDER_STATE, "ended"));
	run(memory, "clinical_order.give person=P1;kind=hospital;instruction=Hospital 2;due_at=2026-11-22T08:00:00Z");
	run(memory, "clinical_order.miss clinical_order=@clinical_order;missed_why=hospital");
	assert_true(row_is(newest(memory, &RECORD_CLINICAL_ORDER), CLINICAL_ORDER_STATE, "missed"));
	run(memory, "death.record person=P1;happened_at=2026-11-21T09:00:00Z;place_of_death=Hospital;circumstances=After an illness");
	assert_true(row_is(newest(memory, &RECORD_CLINICAL_ORDER), CLINICAL_ORDER_STATE, "ended"));
	arena_destroy(arena);
}

static void restrictions_end(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, "health_restriction.begin facility=F1;ground=Fever;starts_on=2026-11-21;ends_on=2026-11-20;measures=work", "/ends_on");
	run(memory, "health_restriction.begin facility=F1;ground=Fever;ends_on=2026-11-30;measures=work");
	assert_non_null(started(memory, "restriction-review"));
	assert_int_equal(started(memory, "restriction-ends")->due_at, moment_from_date((struct date){ 2026, 12, 1 }));
	refuses(memory, "health_restriction.review health_restriction=@health_restriction;ends_on=2026-11-01", "/ends_on");
	run(memory, "health_restriction.review health_restriction=@health_restriction;ends_on=2026-11-25");
	assert_int_equal(started(memory, "restriction-ends")->due_at, moment_from_date((struct date){ 2026, 11, 26 }));
	run(memory, "health_restriction.end health_restriction=@health_restriction");
	assert_true(stopped(memory, "restriction-ends") && stopped(memory, "restriction-review"));
	refuses(memory, "health_restriction.review health_restriction=@health_restriction", "/health_restriction");
	run(memory, "care_handover.make person=P1;occasion=transfer;receiver=Health service of K2;file_sealed=yes;letter=yes");
	assert_true(row_is_yes(newest(memory, &RECORD_CARE_HANDOVER), CARE_HANDOVER_SEALED));
	refuses(memory, "care_handover.make person=P3;occasion=transfer;receiver=X;file_sealed=yes;letter=yes", "/person");
	arena_destroy(arena);
}

static void days_and_places(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	static const char DAY[] = "unit_day.record place=W1;meals=3;water=yes;yard_minutes=60;shower=yes;bedding=no;note=Quiet";
	refuses(memory, arena_string(arena, arena_format(arena, "%s;day=2026-11-22", DAY)), "/day");
	run(memory, DAY);
	assert_true(row_is(newest(memory, &RECORD_UNIT_DAY), UNIT_DAY_DAY, "2026-11-21") && row_is(newest(memory, &RECORD_UNIT_DAY), UNIT_DAY_NOTE, "Quiet"));
	refuses(memory, DAY, "/day");
	run(memory, arena_string(arena, arena_format(arena, "%s;day=2026-11-20", DAY)));
	refuses(memory, "day_exception.note person=P3;kind=yard;why=staff", "/person");
	run(memory, "day_exception.note person=P1;kind=yard;why=staff");
	assert_true(row_is(newest(memory, &RECORD_DAY_EXCEPTION), DAY_EXCEPTION_DAY, "2026-11-21"));
	static const char CHECK[] = "place_check.record place=C1;people=4;beds=4;floor_area=16.5;daylight=good;toilet=apart;water=yes;clean=yes;temperature=-3";
	run(memory, CHECK);
	assert_int_equal(row_integer(newest(memory, &RECORD_PLACE_CHECK), PLACE_CHECK_FLOOR, 0), 1650);
	assert_int_equal(row_integer(newest(memory, &RECORD_PLACE_CHECK), PLACE_CHECK_TEMPERATURE, 0), -3);
	refuses(memory, "place_check.answer place_check=@place_check", "/place_check");
	memory->actor.roles = ROLE(HEALTH);
	run(memory, arena_string(arena, arena_format(arena, "%s;advice=Heat it", CHECK)));
	assert_non_null(started(memory, "conditions-advice"));
	run(memory, "place_check.answer place_check=@place_check");
	assert_true(stopped(memory, "conditions-advice"));
	refuses(memory, "place_check.answer place_check=@place_check", "/place_check");
	run(memory, "supply.give person=P1;kind=bedding");
	assert_int_equal(row_moment(newest(memory, &RECORD_SUPPLY), SUPPLY_AT), MEMORY_NOW);
	refuses(memory, "supply.give person=P3;kind=bedding", "/person");
	arena_destroy(arena);
}

static void work_and_pay(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, "work_place.assign person=P3;task=Kitchen;work_for=prison;consent=agreed;hours_day=6;hours_week=36", "/person");
	run(memory, "work_place.assign person=P1;task=Kitchen;work_for=prison;consent=agreed;hours_day=6;hours_week=36;rest_day=sunday;hourly_pay=2.50;skill=Cook");
	const struct row *work = newest(memory, &RECORD_WORK);
	assert_true(row_is(work, WORK_SKILL, "Cook") && row_is(work, WORK_STARTS, "2026-11-21") && row_integer(work, WORK_RATE, 0) == 250);
	refuses(memory, "work_pay.pay work_place=@work_place;until_day=2026-11-22;hours=1;own_part=1.00;family_part=1.00;saved_part=1.00", "/until_day");
	run(memory, "work_pay.pay work_place=@work_place;hours=10;own_part=10.00;family_part=10.00;saved_part=5.00");
	assert_int_equal(row_integer(newest(memory, &RECORD_WORK_PAY), WORK_PAY_SAVED, 0), 500);
	run(memory, "work_accident.report work_place=@work_place;what=Burnt the hand");
	assert_non_null(started(memory, "accident-notice"));
	run(memory, "work_accident.notify work_accident=@work_accident;notice_to=Insurer");
	assert_true(stopped(memory, "accident-notice"));
	refuses(memory, "work_accident.notify work_accident=@work_accident;notice_to=Insurer", "/work_accident");
	run(memory, "work_place.end work_place=@work_place");
	refuses(memory, "work_place.end work_place=@work_place", "/work_place");
	run(memory, "work_place.assign person=P1;task=Garden;work_for=prison;consent=asked;hours_day=6;hours_week=36;rest_day=sunday;hourly_pay=2.50");
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Not at the count");
	assert_true(row_is(newest(memory, &RECORD_WORK), WORK_STATE, "ended"));
	arena_destroy(arena);
}

static void clocks_name_their_acts(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	for (size_t i = 0; CARE_CLOCKS[i]; i++)
		assert_non_null(memory_act(memory, text_from(CARE_CLOCKS[i]->act)));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(death_opens_an_event), cmocka_unit_test(escape_and_signs_open_one_too),
		cmocka_unit_test(further_staff_are_kept_out), cmocka_unit_test(evidence_has_a_chain),
		cmocka_unit_test(requests_are_seen), cmocka_unit_test(orders_stand), cmocka_unit_test(restrictions_end), cmocka_unit_test(days_and_places), cmocka_unit_test(work_and_pay), cmocka_unit_test(clocks_name_their_acts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
