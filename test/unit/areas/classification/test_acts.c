/* test_acts.c - every verb of classification: once as it should be, and refused in each state that it does not fit; and what follows. */
#include "world.h"

struct act_case {
	const char *act;
	const char *rows; /* added to MEMORY_WORLD */
	enum error_code code; /* E_NONE: it is done */
	const char *path;
};

#define PROPOSE "classification.propose person=P1;kind=security_category;outcome_value=high;grounds=behaviour;reasons=" LONG_REASONS ";" \
	"legal_ground=Article 1;purpose=Safety;way_down=Six months without violence"
#define ADD "classification.add_evidence decision=D1;summary=A blade was held;direction=rise;rests_on=violence;event=Blade;event_on=2026-11-01;" \
	"source=Wing A;source_kind=incident;source_grade=B;content_grade=2;fact_or_opinion=fact;alternative=None was found"
#define SET "classification.set_disclosure evidence=V1;disclosure="
#define SCHEDULE "classification.schedule decision=D1;hearing_at="
#define DISCLOSE "classification.disclose decision=D1;language=ru;form=written"
#define SAY "classification.represent decision=D1;how=heard;words=It was not me"
#define CAST "classification.vote decision=D1;no_interest=yes;position_taken="
#define DECIDE "classification.decide decision=D1;reasons=" LONG_REASONS ";outcome="
#define NOTIFY "classification.notify decision=D1;language=ru;form=written;receipt="
#define LODGE "classification.lodge_appeal decision=D1;grounds=It was not me"
#define ANSWER "classification.decide_appeal appeal=A9;reasons=" LONG_REASONS ";result="
#define SIGNAL "classification.signal decision=D1;note=Helped to end a fight;signal="
#define REVIEW "classification.review decision=D1;reasons=" LONG_REASONS ";result="
#define LAW "classification.end_by_law decision=X1;law_end=acquittal"
#define LAPSE "classification.act_on_lapse decision=D1;done_about=Moved back"
#define DEAD "classification_decision D1 ends_at=2026-11-21T09:59:59Z\n"
#define DECIDED AT("decided") "classification_decision D1 outcome=made;decided_at=2026-11-20T08:00:00Z\n"

static const struct act_case CASES[] = {
	{ PROPOSE, HELD, E_NONE, NULL }, { PROPOSE, "", E_STATE, "/person" }, { PROPOSE ";outcome_value=alone", HELD, E_CHOICE, "/outcome_value" },
	{ PROPOSE, AT("disclosed"), E_STATE, "/kind" }, { PROPOSE, AT("proposed") DEAD, E_NONE, NULL }, { PROPOSE, IN_FORCE, E_NONE, NULL },
	{ PROPOSE ";renews=D1", IN_FORCE, E_NONE, NULL }, { PROPOSE ";renews=D1", IN_FORCE DEAD, E_STATE, "/renews" },
	{ PROPOSE ";person=P2;renews=D1", IN_FORCE, E_STATE, "/renews" }, { PROPOSE ";renews=X1", HELD BASIS_ROW, E_STATE, "/renews" },
	{ PROPOSE ";rests_on=X1", HELD BASIS_ROW, E_NONE, NULL }, { PROPOSE ";rests_on=X9", HELD, E_REFERENCE, "/rests_on" },
	{ PROPOSE ";legal_order=B1", HELD, E_NONE, NULL }, { PROPOSE ";legal_order=B1;person=P2", HELD, E_STATE, "/legal_order" },
	{ PROPOSE ";kind=extremism_basis;outcome_value=charge;legal_order=B1", HELD BASIS_ROW, E_STATE, "/renews" },
	{ PROPOSE ";kind=extremism_basis;outcome_value=vulnerable", HELD BASIS_ROW, E_NONE, NULL },
	{ ADD, AT("proposed"), E_NONE, NULL }, { ADD, AT("disclosed"), E_STATE, "/decision" }, { ADD, AT("proposed") DEAD, E_STATE, "/decision" },
	{ ADD ";event_on=2026-11-22", AT("proposed"), E_DATE_ORDER, "/event_on" }, { ADD ";alternative=", AT("proposed"), E_REQUIRED, "/alternative" },
	{ ADD ";alternative=;direction=fall", AT("proposed"), E_NONE, NULL },
	{ SET "full", AT("proposed") ITEM_ONE, E_NONE, NULL }, { SET "gist;gist=A blade was seen;withheld_ground=source", AT("proposed") ITEM_ONE, E_NONE, NULL },
	{ SET "gist;withheld_ground=source", AT("proposed") ITEM_ONE, E_REQUIRED, "/gist" }, { SET "withheld", AT("proposed") ITEM_ONE, E_REQUIRED, "/withheld_ground" },
	{ SET "full", AT("disclosed") ITEM_ONE, E_STATE, "/evidence" },
	{ SCHEDULE "2026-11-25T09:00:00Z", AT("disclosed"), E_NONE, NULL }, { SCHEDULE "2026-11-01T09:00:00Z", AT("disclosed"), E_DATE_ORDER, "/hearing_at" },
	{ SCHEDULE "2027-02-01T09:00:00Z", AT("disclosed"), E_DATE_ORDER, "/hearing_at" }, { SCHEDULE "2026-11-25T09:00:00Z", AT("decided"), E_STATE, "/decision" },
	{ DISCLOSE, AT("proposed") ITEM_ONE, E_NONE, NULL }, { DISCLOSE, AT("proposed") ITEM_ONE "classification_evidence V1 disclosure=\n", E_STATE, "/decision" },
	{ DISCLOSE, AT("disclosed"), E_STATE, "/decision" }, { DISCLOSE ";given_at=2026-11-22T10:00:00Z", AT("proposed"), E_DATE_ORDER, "/given_at" },
	{ SAY, AT("disclosed"), E_NONE, NULL }, { SAY, AT("representations"), E_NONE, NULL }, { SAY, AT("proposed"), E_STATE, "/decision" },
	{ SAY ";words=", AT("disclosed"), E_REQUIRED, "/words" }, { SAY ";words=;how=declined", AT("disclosed"), E_NONE, NULL },
	{ CAST "for", HEARD, E_NONE, NULL }, { CAST "for", AT("proposed"), E_STATE, "/decision" }, { CAST "against", HEARD, E_REQUIRED, "/reasons" },
	{ CAST "for;no_interest=no", HEARD, E_STATE, "/position_taken" }, { CAST "withdrew;no_interest=no", HEARD, E_NONE, NULL },
	{ CAST "for", HEARD VOTE("O1", "S1", "for"), E_STATE, "/decision" }, { CAST "for", AT("decided"), E_STATE, "/decision" },
	{ DECIDE "made", HEARD, E_NONE, NULL }, { DECIDE "not_made", HEARD, E_NONE, NULL }, { DECIDE "made", AT("disclosed"), E_NONE, NULL },
	{ DECIDE "made", AT("proposed"), E_STATE, "/decision" }, { DECIDE "made", HEARD DEAD, E_STATE, "/decision" },
	{ DECIDE "made;outcome_value=medium", HEARD, E_NONE, NULL }, { DECIDE "made;outcome_value=alone", HEARD, E_CHOICE, "/outcome_value" },
	{ DECIDE "made;outcome_value=high", HEARD "classification_decision D1 outcome_value=low\n", E_STATE, "/outcome_value" },
	{ DECIDE "made;ends_at=2026-11-21T09:00:00Z", HEARD, E_DATE_ORDER, "/ends_at" },
	{ DECIDE "made", HEARD BASIS_ROW "classification_decision X1 state=ended\nclassification_decision D1 rests_on=X1\n", E_STATE, "/decision" },
	{ NOTIFY "signed", DECIDED, E_NONE, NULL }, { NOTIFY "refused", DECIDED, E_REQUIRED, "/witness" }, { NOTIFY "refused;witness=Officer 7", DECIDED, E_NONE, NULL },
	{ NOTIFY "signed", HEARD, E_STATE, "/decision" }, { NOTIFY "signed", IN_FORCE, E_STATE, "/decision" },
	{ NOTIFY "signed;told_at=2026-11-22T10:00:00Z", DECIDED, E_DATE_ORDER, "/told_at" },
	{ NOTIFY "signed", DECIDED "classification_decision D1 outcome=not_made\n", E_NONE, NULL }, { NOTIFY "signed", DECIDED DEAD, E_STATE, "/decision" },
	{ LODGE, IN_FORCE, E_NONE, NULL }, { LODGE, DECIDED, E_STATE, "/decision" }, { LODGE, APPEALED, E_STATE, "/decision" },
	{ LODGE, IN_FORCE "classification_decision D1 appeal_until=2026-11-21T09:00:00Z\n", E_STATE, "/lodged_at" },
	{ ANSWER "upheld", APPEALED, E_NONE, NULL }, { ANSWER "quashed", APPEALED, E_NONE, NULL }, { ANSWER "varied;outcome_value=medium", APPEALED, E_NONE, NULL },
	{ ANSWER "varied", APPEALED, E_STATE, "/outcome_value" }, { ANSWER "upheld;outcome_value=medium", APPEALED, E_STATE, "/outcome_value" },
	{ ANSWER "upheld", APPEALED "classification_appeal A9 state=upheld\n", E_STATE, "/appeal" }, { ANSWER "upheld", APPEALED DEAD, E_STATE, "/appeal" },
	{ SIGNAL "rise", IN_FORCE, E_NONE, NULL }, { SIGNAL "fall", IN_FORCE, E_NONE, NULL }, { SIGNAL "fall", HEARD, E_STATE, "/decision" },
	{ REVIEW "keep", IN_FORCE "classification_decision D1 state=review\n", E_NONE, NULL }, { REVIEW "end", IN_FORCE, E_NONE, NULL },
	{ REVIEW "keep", IN_FORCE "classification_decision D1 state=review;basis_fell_at=2026-11-21T09:00:00Z\n", E_REQUIRED, "/legal_ground" },
	{ REVIEW "keep;legal_ground=Article 3", IN_FORCE "classification_decision D1 state=review;basis_fell_at=2026-11-21T09:00:00Z\n", E_NONE, NULL },
	{ REVIEW "end", DECIDED, E_NONE, NULL }, { REVIEW "keep", DECIDED, E_STATE, "/decision" }, { REVIEW "keep", IN_FORCE DEAD, E_STATE, "/decision" },
	{ "classification.withdraw decision=D1", AT("proposed"), E_NONE, NULL }, { "classification.withdraw decision=D1", DECIDED, E_STATE, "/decision" },
	{ LAW, HELD BASIS_ROW, E_NONE, NULL }, { LAW, HELD BASIS_ROW "classification_decision X1 state=ended\n", E_STATE, "/decision" },
	{ LAPSE, IN_FORCE DEAD, E_NONE, NULL }, { LAPSE, IN_FORCE, E_STATE, "/decision" }, { LAPSE, IN_FORCE DEAD "classification_decision D1 state=ended\n", E_STATE, "/decision" },
	{ LAPSE, AT("proposed") DEAD, E_NONE, NULL },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static struct text act_name(const struct act_case *one)
{
	struct text rest = text_from(one->act), name;
	text_next(&rest, ' ', &name);
	return name;
}

static void case_holds(const struct act_case *one, struct arena *arena)
{
	struct memory *memory = world_make(arena);
	memory_put(memory, one->rows);
	bool done = memory_run(memory, text_from(one->act));
	const struct error *first = memory->errors.count ? &memory->errors.items[0] : NULL;
	if (done != (one->code == E_NONE) || done != (first == NULL))
		fail_msg("%s | %s: %s, %s", one->act, one->rows, done ? "done" : "refused", first ? first->message : "no fault");
	if (done) {
		assert_non_null(memory->decision.result);
		memory_check(memory);
		return;
	}
	for (size_t i = 0; i < memory->errors.count; i++)
		if (memory->errors.items[i].code == one->code && text_equal_string(memory->errors.items[i].path, one->path))
			return;
	fail_msg("%s | %s: no fault %d at %s but %s at %.*s", one->act, one->rows, (int)one->code, one->path, first->message, TEXT_FORMAT(first->path));
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		case_holds(&CASES[i], arena);
		arena_destroy(arena);
	}
}

static void every_act_has_both(void **state)
{
	(void)state;
	for (size_t i = 0; CLASSIFICATION_ACTS[i]; i++) {
		bool done = false, refused = false;
		for (size_t j = 0; j < CASE_COUNT; j++)
			if (text_equal_string(act_name(&CASES[j]), CLASSIFICATION_ACTS[i]->name))
				*(CASES[j].code == E_NONE ? &done : &refused) = true;
		if (!done || !refused)
			fail_msg("%s is not tested both ways", CLASSIFICATION_ACTS[i]->name);
	}
}

static void run(struct memory *memory, const char *line)
{
	if (!memory_run(memory, text_from(line)))
		fail_msg("%s: %s", line, memory->errors.count ? memory->errors.items[0].message : "no fault");
	memory_check(memory);
	memory_keep(memory);
}

static bool starts(const struct memory *memory, const char *clock)
{
	for (size_t i = 0; i < memory->decision.start_count; i++)
		if (strcmp(memory->decision.starts[i].clock->name, clock) == 0)
			return true;
	return false;
}

/* T12: an order of the court ends; the basis under it ends in the same act, and what rests on it is listed for 24 hours. */
static void acquittal_takes_the_basis_along(void **state)
{
	static const char *const ACTS[] = { "legal_order.end legal_order=B1;state=quashed", "classification.end_by_law decision=X1;law_end=acquittal" };
	static const char *const KINDS[] = { "quashed", "acquittal" };
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct arena *arena = arena_create();
		struct memory *memory = world_make(arena);
		memory_put(memory, RESTING "placement S1 person=P1;facility=F1;place=C2;started_at=2026-01-10T09:00:00Z\n");
		run(memory, ACTS[i]);
		const struct row *basis = world_row(memory, "X1"), *resting = world_row(memory, "D1");
		assert_false(classification_is_in_force(basis, MEMORY_NOW));
		assert_true(row_is(basis, CLASSIFICATION_END_KIND, KINDS[i]));
		assert_int_equal(row_moment(basis, CLASSIFICATION_ENDS_AT), MEMORY_NOW);
		assert_true(classification_is_in_force(resting, MEMORY_NOW)); /* somebody has to decide */
		assert_int_equal(row_moment(resting, CLASSIFICATION_BASIS_FELL_AT), MEMORY_NOW);
		assert_int_equal(row_moment(resting, CLASSIFICATION_REVIEW_DUE), MEMORY_NOW + MOMENT_DAY);
		assert_true(starts(memory, "basis-fell"));
		run(memory, "classification.review decision=D1;result=end;reasons=" LONG_REASONS);
		assert_true(row_is(world_row(memory, "D1"), CLASSIFICATION_END_KIND, "basis"));
		arena_destroy(arena);
	}
}

/* A label does not follow the person out of the gate. */
static void release_ends_every_decision(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	memory_put(memory, RESTING "release R1 person=P1;episode=E1;facility=F1;state=preparing;kind=acquittal\n");
	run(memory, "release.release release=R1;identity_checked=yes;orders_seen=yes;medicine_given=yes");
	assert_true(row_is(world_row(memory, "X1"), CLASSIFICATION_END_KIND, "acquittal"));
	assert_false(classification_is_in_force(world_row(memory, "D1"), MEMORY_NOW));
	arena_destroy(arena);
}

/* Prison-practice 23: an escape is no end and no pause; it brings the review forward. */
static void escape_brings_the_review_forward(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	memory_put(memory, IN_FORCE);
	int64_t ends = row_moment(world_row(memory, "D1"), CLASSIFICATION_ENDS_AT);
	run(memory, "escape.record person=P1;happened_at=2026-11-21T09:00:00Z;circumstances=Over the wall");
	const struct row *after = world_row(memory, "D1");
	assert_true(classification_is_in_force(after, MEMORY_NOW));
	assert_true(row_is(after, CLASSIFICATION_STATE, "review") && row_is(after, CLASSIFICATION_REVIEW_REASON, "event"));
	assert_int_equal(row_moment(after, CLASSIFICATION_ENDS_AT), ends);
	assert_int_equal(row_moment(after, CLASSIFICATION_REVIEW_DUE), MEMORY_NOW + 14 * MOMENT_DAY);
	assert_true(starts(memory, "signal-review"));
	arena_destroy(arena);
}

/* T16: the same day, whichever way the signs point. */
static void falling_risk_waits_no_longer(void **state)
{
	(void)state;
	int64_t due[2];
	for (size_t i = 0; i < 2; i++) {
		struct arena *arena = arena_create();
		struct memory *memory = world_make(arena);
		memory_put(memory, IN_FORCE);
		run(memory, i ? SIGNAL "fall" : SIGNAL "rise");
		due[i] = row_moment(world_row(memory, "D1"), CLASSIFICATION_REVIEW_DUE);
		assert_true(starts(memory, "signal-review"));
		arena_destroy(arena);
	}
	assert_int_equal(due[0], due[1]);
	assert_int_equal(due[0], MEMORY_NOW + 14 * MOMENT_DAY);
}

static void parts_end_with_the_decision(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	memory_put(memory, HEARD ITEM_ONE ITEM_TWO SAID VOTES);
	run(memory, DECIDE "made;ends_at=2027-05-01T00:00:00Z");
	int64_t end = row_moment(world_row(memory, "D1"), CLASSIFICATION_ENDS_AT);
	size_t parts = 0;
	for (size_t i = 0; i < memory->count; i++) {
		const struct row *row = memory->rows[i];
		if (row->record->lapsed_readers && row->record != &RECORD_CLASSIFICATION) {
			assert_int_equal(row_moment(row, row->record->lapse_field), end);
			parts++;
		}
	}
	assert_int_equal(parts, 6);
	arena_destroy(arena);
}

static void renewal_takes_the_place(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	memory_put(memory, RESTING "classification_decision Y1 person=P1;kind=extremism_basis;outcome_value=charge;state=decided;outcome=made;renews=X1;"
		"proposed_at=2026-11-01T00:00:00Z;ends_at=2027-06-01T00:00:00Z;grounds=charge;reasons=Still charged;legal_ground=Article 2;body=committee\n");
	run(memory, "classification.notify decision=Y1;language=ru;form=written;receipt=signed");
	assert_true(row_is(world_row(memory, "X1"), CLASSIFICATION_END_KIND, "replaced"));
	assert_true(text_equal(row_text(world_row(memory, "D1"), CLASSIFICATION_RESTS_ON), memory_id(arena, TEXT_OF("Y1"))));
	assert_false(row_has(world_row(memory, "D1"), CLASSIFICATION_BASIS_FELL_AT));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_act_has_both),
		cmocka_unit_test(acquittal_takes_the_basis_along), cmocka_unit_test(release_ends_every_decision), cmocka_unit_test(escape_brings_the_review_forward), cmocka_unit_test(falling_risk_waits_no_longer),
		cmocka_unit_test(parts_end_with_the_decision), cmocka_unit_test(renewal_takes_the_place) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
