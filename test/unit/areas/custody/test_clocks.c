/* test_clocks.c - every clock of custody is started by one verb and stopped by another, on the same row. */
#include "../memory.h"

#define NEWS "relative_news.receive person=P1;event=illness;relative=Father;source=Hospital;received_at=2026-11-21T09:00:00Z"
#define ASK "person_application.make person=P1;words=Please;made_at=2026-11-21T09:00:00Z;kind="
#define DECIDE "person_application.decide application=@person_application;grounds=Looked at;decision="
#define CARRY "person_application.carry_out application=@person_application;done_at=2026-11-21T09:30:00Z;result=Given"
#define UNTRIED "person P1 legal_status=untried"

struct clock_case {
	const char *clock;
	const char *rows;  /* added to MEMORY_WORLD */
	const char *start; /* acts, one a line; the last of them starts the clock */
	const char *stop;  /* acts, one a line; the last of them stops it */
};

#define ADMIT "person.admit person=P3;facility=F1;arrived_at=2026-11-21T09:00:00Z;order_kind=remand;order_number=5;order_authority=Court;" \
	"order_date=2026-11-20;order_status=untried;valid_from=2026-11-20;valid_until=2027-01-20"
#define NOTICE "notice.give told_at=2026-11-21T09:30:00Z;result=told;wish=yes;"
#define INFORM "information.give person=P3;language=ru;form=oral;given_at=2026-11-21T09:30:00Z;signed=signed;kind="
#define TRANSFER "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=departed;why=Nearer;authority=Court;offered_at=2026-11-20T08:00:00Z"
#define ACCEPT "transfer.accept transfer=T1;identity_checked=yes;file_received=yes;property_received=yes"
#define TERM "sentence.impose legal_order=B1;length=P2Y;starts_on=2026-01-09;relation=single"
#define HEALTH "admission.health examined_at=2026-11-21T09:30:00Z;examiner=Doctor;self_harm_watch=yes;observation=constant;withdrawal=no;" \
	"infectious_precaution=no;daily_medicine=no;diet=no;mobility=no;ill_treatment_signs=yes;admission="
#define ALERT "alert.raise person=P1;kind=escape;instruction=Watch;evidence=A rope was found in the cell;expires_on=2026-12-21"
#define CHILD "child H1 person=P3;name=Child;birth_date=2020;living_at=?;carer=?;custody_status=?;sole_carer=yes"

static const struct clock_case CASES[] = {
	{ "health-examination", "", ADMIT, HEALTH "@admission" },
	{ "safety-check", "", ADMIT, "admission.safety admission=@admission;sharing_risk=may_share;safety_note=Calm" },
	{ "safety-check", TRANSFER "\nplace D1 facility=F2;code=D-1;kind=cell", ACCEPT, "placement.place person=P1;place=D1;sharing_reviewed_on=2026-11-21" },
	{ "immediate-needs", "", ADMIT,
		"admission.needs admission=@admission;telephone_offered=yes;lawyer_asked=yes;medicine_needed=yes;clothing_food_given=yes" },
	{ "family-told", "", ADMIT, NOTICE "person=P3;occasion=admission;told_whom=family" },
	{ "family-told-transfer", TRANSFER, ACCEPT, NOTICE "person=P1;occasion=transfer;told_whom=family" },
	{ "child-parents-told", "person P3 birth_date=2010-06-01\n", ADMIT, NOTICE "person=P3;occasion=admission;told_whom=authority" },
	{ "information-given", "", ADMIT, INFORM "law_and_rules\n" INFORM "rights\n" INFORM "obligations\n" INFORM "other" },
	{ "consulate-told", "", ADMIT, NOTICE "person=P3;occasion=admission;told_whom=consulate" },
	{ "charges-told", "", ADMIT, INFORM "charges" },
	{ "order-ends", "", ADMIT, "legal_order.end legal_order=@legal_order;state=ended" },
	{ "order-ends", "", ADMIT, "legal_order.amend legal_order=@legal_order;valid_until=2027-03-01" },
	{ "order-ends", "", ADMIT, "death.record person=P3;happened_at=2026-11-21T09:30:00Z;place_of_death=Hospital;circumstances=Illness" },
	{ "release-due", "", TERM, "sentence.quash sentence_term=@sentence_term" },
	{ "release-due", "", TERM, "escape.record person=P1;happened_at=2026-11-21T09:30:00Z;circumstances=Over the wall" },
	{ "release-preparation", "", TERM, "release.prepare person=P1;planned_on=2028-01-08;kind=term_served" },
	{ "resettlement-plan", "", ADMIT ";order_kind=sentence;order_status=convicted;valid_until=",
		"case_note.write person=P3;kind=resettlement;note=Wants to work as a welder;happened_at=2026-11-21T09:30:00Z;fact_or_opinion=fact" },
	{ "arrival", "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=offered;why=Nearer;authority=Court",
		"transfer.depart transfer=T1;escort=Convoy", ACCEPT },
	{ "arrival", "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=offered;why=Nearer;authority=Court",
		"transfer.depart transfer=T1;escort=Convoy", "transfer.refuse transfer=T1" },
	{ "due-back", "", "movement.leave person=P1;kind=court;destination=Court;authority=Judge;due_back_at=2026-11-21T18:00:00Z",
		"movement.return movement=@movement" },
	{ "due-back", "", "movement.leave person=P1;kind=hospital;destination=Hospital;authority=Doctor;due_back_at=2026-11-21T18:00:00Z",
		"death.record person=P1;happened_at=2026-11-21T10:00:00Z;place_of_death=Hospital;circumstances=Illness" },
	{ "alert-ends", "", ALERT, "alert.end alert=@alert" },
	{ "alert-ends", "", ALERT, "alert.renew alert=@alert;expires_on=2027-01-21;evidence=Another rope was found since then" },
	{ "alert-ends", "", HEALTH "A1", "alert.end alert=@alert" },
	{ "reallocate-after-status", "person P1 legal_status=untried;placement=S1\nplacement S1 person=P1;facility=F1;place=C2;started_at=2026-01-10T09:00:00Z",
		"legal_order.amend legal_order=B1;note=Final", "placement.place person=P1;place=C1" },
	{ "family-told-death", "", "death.record person=P1;happened_at=2026-11-21T09:30:00Z;place_of_death=Hospital;circumstances=Illness",
		NOTICE "person=P1;occasion=death;told_whom=family" },
	{ "family-told-illness", "", "movement.leave person=P1;kind=hospital;destination=Hospital;authority=Doctor",
		"movement.return movement=@movement\nmovement.leave person=P1;kind=court;destination=Court;authority=Judge\n"
		NOTICE "person=P1;occasion=hospital;told_whom=family" },
	{ "ill-treatment-referred", "", HEALTH "A1", NOTICE "person=P1;occasion=ill_treatment;told_whom=authority" },
	{ "ill-treatment-referred", "", "admission.condition admission=A1;injuries=no;ill_treatment=yes;ill_treatment_detail=Beaten on the way",
		NOTICE "person=P1;occasion=ill_treatment;told_whom=authority" },
	{ "child-arrangement", CHILD, ADMIT "\nadmission.children admission=@admission;has_children=yes",
		"child.arrange child=H1;arrangement=With the grandmother from today" },
	{ "children-asked", "", ADMIT, "admission.children admission=@admission;has_children=declined" },
	{ "own-illness-offered", "", "movement.leave person=P1;kind=hospital;destination=Hospital;authority=Doctor",
		NOTICE "person=P1;occasion=illness;told_whom=family" },
	{ "relative-told", "", NEWS, "relative_news.tell relative_news=@relative_news;told_at=2026-11-21T09:30:00Z;how=in_person;told_by=Officer;watch=wing;"
		"leave_asked=no" },
	{ "relative-told", "", NEWS, "death.record person=P1;happened_at=2026-11-21T09:30:00Z;place_of_death=Hospital;circumstances=Illness" },
	{ "leave-decision", "", ASK "leave", DECIDE "refused;alternative=Video link" },
	{ "leave-decision", "", ASK "leave", "escape.record person=P1;happened_at=2026-11-21T09:30:00Z;circumstances=Over the wall" },
	{ "file-access", "", ASK "own_file", DECIDE "granted\n" CARRY }, { "file-access", "", ASK "own_file", DECIDE "refused;legal_ground=Law 5" },
	{ "own-doctor", UNTRIED, ASK "own_doctor", DECIDE "granted" },
	{ "lawyer-access", UNTRIED, ASK "lawyer", DECIDE "granted" },
	{ "denial-review", UNTRIED, ASK "lawyer\n" DECIDE "refused;reviewer=Court", "person_application.review application=@person_application;review=stands;reviewer=Court" },
	{ "writing-material", UNTRIED, ASK "writing_material", CARRY },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

/* Runs the lines and keeps what they decide, all but the decision of the last one. */
static void run_lines(struct memory *memory, const char *lines)
{
	struct text rest = text_from(lines), line;
	while (text_next(&rest, '\n', &line)) {
		if (!memory_run(memory, line)) {
			struct text said = memory->errors.count ? error_english(memory->arena, &memory->errors.items[0]) : TEXT_OF("no fault");
			fail_msg("%.*s: %.*s", TEXT_FORMAT(line), TEXT_FORMAT(said));
		}
		memory_keep(memory);
	}
}

static const struct deadline_start *started(const struct decision *decision, const char *clock)
{
	for (size_t i = 0; i < decision->start_count; i++)
		if (strcmp(decision->starts[i].clock->name, clock) == 0)
			return &decision->starts[i];
	return NULL;
}

static bool stopped(const struct decision *decision, const char *clock, struct text record_id)
{
	for (size_t i = 0; i < decision->stop_count; i++)
		if (strcmp(decision->stops[i].clock->name, clock) == 0 && text_equal(decision->stops[i].record_id, record_id))
			return true;
	return false;
}

static void clock_starts_and_stops(const struct clock_case *one, struct arena *arena)
{
	struct memory *memory = memory_make(arena);
	memory_put(memory, one->rows);
	run_lines(memory, one->start);
	const struct deadline_start *start = started(&memory->decision, one->clock);
	if (!start)
		fail_msg("%s is not started by %s", one->clock, one->start);
	assert_true(text_equal(start->record_id, memory_row(memory, start->record, start->record_id)->id));
	assert_int_equal(start->subject.length, IDENTIFIER_LENGTH);
	assert_int_equal(start->facility.length, IDENTIFIER_LENGTH);
	assert_true(start->due_at != 0 || start->clock->parameter != NULL);
	struct text about = start->record_id;
	run_lines(memory, one->stop);
	if (!stopped(&memory->decision, one->clock, about))
		fail_msg("%s is not stopped by %s", one->clock, one->stop);
}

static void clocks_start_and_stop(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		clock_starts_and_stops(&CASES[i], arena);
		arena_destroy(arena);
	}
}

static void every_clock_has_a_case(void **state)
{
	(void)state;
	for (size_t i = 0; CUSTODY_CLOCKS[i]; i++) {
		bool found = false;
		for (size_t j = 0; j < CASE_COUNT; j++)
			found = found || strcmp(CASES[j].clock, CUSTODY_CLOCKS[i]->name) == 0;
		if (!found)
			fail_msg("no case for %s", CUSTODY_CLOCKS[i]->name);
	}
}

static void every_deadline_rule_has_its_clocks(void **state)
{
	(void)state;
	for (size_t i = 0; CUSTODY_RULES[i]; i++) {
		const struct rule *rule = CUSTODY_RULES[i];
		if (rule->kind != RULE_DEADLINE)
			continue;
		for (const char *const *name = rule->clocks; *name; name++) {
			const struct clock_kind *clock = NULL;
			for (size_t j = 0; CUSTODY_CLOCKS[j]; j++)
				if (strcmp(CUSTODY_CLOCKS[j]->name, *name) == 0)
					clock = CUSTODY_CLOCKS[j];
			assert_non_null(clock);
			assert_string_equal(clock->rule, rule->id);
		}
	}
}

/* A sentence without a second order runs no order clock; an escape starts it again on return. */
static void escape_and_return(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	memory_put(memory, "legal_order B1 valid_until=2028-01-08");
	run_lines(memory, TERM "\nescape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Over the wall");
	assert_null(started(&memory->decision, "release-due"));
	run_lines(memory, "escape.return person=P1;facility=F2;happened_at=2026-11-21T09:30:00Z;circumstances=Came back");
	assert_non_null(started(&memory->decision, "release-due"));
	const struct deadline_start *order = started(&memory->decision, "order-ends");
	assert_non_null(order);
	assert_true(text_equal(order->facility, memory_id(arena, TEXT_OF("F2"))));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(clocks_start_and_stop), cmocka_unit_test(every_clock_has_a_case),
		cmocka_unit_test(every_deadline_rule_has_its_clocks), cmocka_unit_test(escape_and_return) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
