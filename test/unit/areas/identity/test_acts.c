/* test_acts.c - the verbs of identity; and that a resemblance reaches nothing but itself and its clock. */
#include "areas/identity/acts.h"
#include "areas/identity/identity.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_IDENTITY
#include "../memory.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define HASH_TWO "1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define LISTS "name_list D1 code=un;name=List;publisher=Somebody;legal_basis=Law;file_format=un_xml\n" \
	"list_version V1 name_list=D1;published_on=2026-02-27;file_hash=" HASH ";state=in_force\n" \
	"list_version V2 name_list=D1;published_on=2026-03-01;file_hash=" HASH ";state=loading\n" \
	"list_entry N1 name_list=D1;list_version=V1;reference=Q.1;kind=person;name=One;names=primary: One;content_hash=" HASH ";state=listed\n"
#define HIT "list_hit H1 person=P1;list_entry=N1;list_version=V1;entry_reference=Q.1;list_name=List;published_on=2026-02-27;" \
	"name_on_file=One;name_on_list=One;agreement=100;one_in=1000;person_seen=One;entry_seen=One;seen_hash=" HASH
#define RAISE "list_hit.raise person=P1;list_entry=N1;name_on_file=One;name_on_list=One;agreement=97;one_in=5000;person_seen=One;entry_seen=One;seen_hash="
#define DECIDE "list_hit.decide list_hit=H1;grounds=Fingerprints were compared on Monday;decision="

static int begin(void **state)
{
	*state = memory_make(arena_create());
	memory_put(*state, LISTS);
	return 0;
}

static int end(void **state)
{
	arena_destroy(((struct memory *)*state)->arena);
	return 0;
}

static bool run(struct memory *memory, const char *line)
{
	bool done = memory_run(memory, text_from(line));
	if (done)
		memory_check(memory);
	return done;
}

/* Every effect is about resemblances, every clock is theirs: nothing about the person, nothing to anybody. */
static void assert_reaches_nothing(const struct memory *memory)
{
	const struct decision *decision = &memory->decision;
	for (size_t i = 0; i < decision->effect_count; i++)
		assert_ptr_equal(decision->effects[i].row->record, &RECORD_LIST_HIT);
	for (size_t i = 0; i < decision->start_count; i++)
		assert_string_equal(decision->starts[i].clock->name, "list-hit");
	for (size_t i = 0; i < decision->stop_count; i++)
		assert_string_equal(decision->stops[i].clock->name, "list-hit");
	assert_int_equal(decision->breach_count, 0);
}

static void raises_and_reaches_nothing(void **state)
{
	struct memory *memory = *state;
	assert_true(run(memory, RAISE HASH));
	assert_reaches_nothing(memory);
	assert_int_equal(memory->decision.start_count, 1);
	assert_true(row_is(memory->decision.result, LIST_HIT_STATE, "open"));
	assert_true(row_is(memory->decision.result, LIST_HIT_REFERENCE, "Q.1"));
	static const char *const DECISIONS[] = { "same", "different", "cannot_tell" };
	memory_put(memory, HIT ";state=open");
	for (size_t i = 0; i < 3; i++) {
		assert_true(run(memory, arena_format(memory->arena, DECIDE "%s", DECISIONS[i]).data));
		assert_reaches_nothing(memory);
		assert_int_equal(memory->decision.stop_count, 1);
	}
}

/* No field of another record points at a resemblance or an entry, no act of another area takes one, no rule is bound to them. */
static void nobody_else_knows_of_it(void **state)
{
	const struct registry *registry = ((struct memory *)*state)->registry;
	size_t looked = 0;
	for (size_t i = 0; i < registry->record_count; i++)
		for (int field = 0; field < registry->records[i]->field_count; field++) {
			const char *to = registry->records[i]->fields[field].reference;
			looked++;
			if (to && (strcmp(to, "list_hit") == 0 || strcmp(to, "list_entry") == 0))
				assert_ptr_equal(registry->records[i], &RECORD_LIST_HIT);
		}
	for (size_t i = 0; i < registry->act_count; i++)
		for (int input = 0; input < registry->acts[i]->input_record->field_count; input++) {
			const char *to = registry->acts[i]->input_record->fields[input].reference;
			if (to && strcmp(to, "list_hit") == 0)
				assert_ptr_equal(registry->acts[i], &ACT_LIST_HIT_DECIDE);
		}
	for (size_t i = 0; i < registry->rule_count; i++)
		for (const char *const *act = registry->rules[i]->acts; act && *act; act++)
			assert_null(strstr(*act, "list_hit"));
	assert_true(looked > 200);
	/* Those who lock, escort, teach or counsel do not read it, nor is it told through what hangs on it. */
	assert_int_equal(RECORD_LIST_HIT.readers & (ROLE(WING) | ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(HEALTH) | ROLE(RELIGIOUS) |
		ROLE(PSYCHOLOGIST) | ROLE(TRAINING) | ROLE(PROGRAMME) | ROLE(COMMITTEE)), 0);
	assert_true(RECORD_LIST_HIT.flags & RECORD_QUIET);
	assert_true(ACT_LIST_HIT_DECIDE.flags & ACT_SECOND_PERSON);
	assert_true(ACT_LIST_HIT_RAISE.flags & ACT_SYSTEM);
}

/* Every verb of custody decides the same about a person with an open resemblance as about one without. */
static void verbs_decide_the_same(void **state)
{
	static const char *const ACTS[] = { "placement.place person=P1;place=C1", "alert.raise person=P1;kind=threatened;instruction=Look;"
		"evidence=Heard by two officers on Monday;expires_on=2026-12-20", "case_note.write person=P1;kind=contact;note=Note;happened_at=2026-11-21T09:00:00Z;"
		"fact_or_opinion=fact", "movement.leave person=P1;kind=court;destination=Court;authority=Judge",
		"transfer.offer person=P1;to_facility=F2;why=Nearer;authority=Headquarters;distance_km=10", "release.prepare person=P1;planned_on=2026-12-01;kind=term_served" };
	struct memory *memory = *state, *without = memory_make(memory->arena);
	memory_put(without, LISTS);
	memory_put(memory, HIT ";state=open");
	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
		bool one = memory_run(memory, text_from(ACTS[i])), other = memory_run(without, text_from(ACTS[i]));
		assert_int_equal(one, other);
		assert_int_equal(memory->decision.effect_count, without->decision.effect_count);
		assert_int_equal(memory->decision.start_count, without->decision.start_count);
		assert_int_equal(memory->decision.breach_count, without->decision.breach_count);
		for (size_t effect = 0; effect < memory->decision.effect_count; effect++)
			assert_ptr_equal(memory->decision.effects[effect].row->record, without->decision.effects[effect].row->record);
	}
}

static void asks_again_only_after_a_change(void **state)
{
	struct memory *memory = *state;
	memory_put(memory, HIT ";state=open");
	assert_false(run(memory, RAISE HASH_TWO));
	memory_put(memory, "list_hit H1 state=decided;decision=different");
	assert_false(run(memory, RAISE HASH));
	assert_true(run(memory, RAISE HASH_TWO));
	memory_put(memory, "list_hit H1 state=withdrawn");
	assert_true(run(memory, RAISE HASH));
	memory_put(memory, "list_entry N1 state=delisted");
	assert_false(run(memory, RAISE HASH));
}

static void delisting_withdraws(void **state)
{
	struct memory *memory = *state;
	memory_put(memory, HIT ";state=open\n");
	assert_true(run(memory, "list_entry.delist list_version=V2;list_entry=N1"));
	const struct row *hit = decision_row(&memory->decision, &RECORD_LIST_HIT);
	assert_true(hit && row_is(hit, LIST_HIT_STATE, "withdrawn"));
	assert_int_equal(memory->decision.stop_count, 1);
	memory_put(memory, "list_hit H1 state=decided;decision=different");
	assert_true(run(memory, "list_entry.delist list_version=V2;list_entry=N1"));
	assert_null(decision_row(&memory->decision, &RECORD_LIST_HIT));
	memory_put(memory, "list_hit H1 decision=same");
	assert_true(run(memory, "list_entry.delist list_version=V2;list_entry=N1"));
	assert_non_null(decision_row(&memory->decision, &RECORD_LIST_HIT));
	memory_put(memory, "list_hit H1 state=withdrawn");
	assert_false(run(memory, DECIDE "same"));
}

static void versions_go_forward(void **state)
{
	struct memory *memory = *state;
	assert_false(run(memory, "list_version.begin name_list=D1;published_on=2026-02-26;file_hash=" HASH));
	assert_true(run(memory, "list_version.begin name_list=D1;published_on=2026-02-27;file_hash=" HASH));
	assert_true(run(memory, "list_version.complete list_version=V2;entries=1;added=0;changed=0;removed=0"));
	assert_int_equal(memory->decision.effect_count, 2);
	memory_keep(memory);
	assert_true(row_is(memory_row(memory, &RECORD_LIST_VERSION, memory_id(memory->arena, TEXT_OF("V1"))), LIST_VERSION_STATE, "replaced"));
	assert_false(run(memory, "list_entry.put list_version=V2;reference=Q.2;kind=person;name=Two;names=primary: Two;content_hash=" HASH));
}

/* What a new version no longer says of an entry goes with it. */
static void put_replaces_everything(void **state)
{
	struct memory *memory = *state;
	memory_put(memory, "list_entry N1 note=Old;births=1970;state=delisted");
	assert_true(run(memory, "list_entry.put list_version=V2;reference=Q.1;kind=person;name=One;names=primary: One;content_hash=" HASH_TWO));
	const struct row *entry = memory->decision.result;
	assert_int_equal(memory->decision.effects[0].kind, EFFECT_CHANGE);
	assert_false(row_has(entry, LIST_ENTRY_NOTE));
	assert_false(row_has(entry, LIST_ENTRY_BIRTHS));
	assert_true(row_is(entry, LIST_ENTRY_STATE, "listed"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(raises_and_reaches_nothing), TEST(nobody_else_knows_of_it), TEST(verbs_decide_the_same),
		TEST(asks_again_only_after_a_change), TEST(delisting_withdraws), TEST(versions_go_forward), TEST(put_replaces_everything) };
	return cmocka_run_group_tests_name("identity/acts", tests, NULL, NULL);
}
