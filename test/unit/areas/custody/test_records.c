/* test_records.c - the tables of custody are whole, and their small readings are right at the edges. */
#include "areas/custody/custody.h"
#include "../memory.h"

static struct registry *custody_registry(struct arena *arena)
{
	static const struct area *const AREAS[] = { &AREA_CUSTODY };
	struct registry *registry = registry_make(arena, AREAS, 1);
	registry->subject = &RECORD_PERSON;
	registry->subject_facility = PERSON_CURRENT_FACILITY;
	registry->facility = &RECORD_FACILITY;
	registry->facility_code = FACILITY_CODE;
	registry->facility_zone = FACILITY_ZONE;
	return registry;
}

/* "rule NMR-16, act place.add": the engine makes this act for every record that somebody keeps. */
static bool is_generic_act(const struct registry *registry, const struct error *error)
{
	struct text where = error->parameters[0].value, record_name;
	size_t act = text_find(where, TEXT_OF(", act "));
	if (act == SIZE_MAX)
		return false;
	struct text rest = text_slice(where, act + 6, SIZE_MAX);
	text_next(&rest, '.', &record_name);
	const struct record *record = registry_record(registry, record_name);
	return record && record->keepers && (text_equal_string(rest, "add") || text_equal_string(rest, "correct"));
}

static void registry_is_whole(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct registry *registry = custody_registry(arena);
	struct error_list errors;
	error_list_begin(&errors, arena);
	registry_check(registry, &errors);
	for (size_t i = 0; i < errors.count; i++)
		if (!is_generic_act(registry, &errors.items[i]))
			fail_msg("%.*s", TEXT_FORMAT(error_english(arena, &errors.items[i])));
	arena_destroy(arena);
}

/* A table that is one entry shorter than its enum would be read past its end. */
static void fields_are_all_there(void **state)
{
	(void)state;
	for (size_t i = 0; CUSTODY_RECORDS[i]; i++)
		for (int j = 0; j < CUSTODY_RECORDS[i]->field_count; j++)
			if (!CUSTODY_RECORDS[i]->fields[j].name)
				fail_msg("%s: field %d is missing", CUSTODY_RECORDS[i]->name, j);
	for (size_t i = 0; CUSTODY_ACTS[i]; i++)
		for (int j = 0; j < CUSTODY_ACTS[i]->input_record->field_count; j++)
			if (!CUSTODY_ACTS[i]->input_record->fields[j].name)
				fail_msg("%s: input %d is missing", CUSTODY_ACTS[i]->name, j);
}

/* A choice that "notice.give" offers must be one that the field of the same name in "notice" takes. */
static void choices_of_acts_fit_the_record(void **state)
{
	(void)state;
	for (size_t i = 0; CUSTODY_ACTS[i]; i++) {
		const struct record *input = CUSTODY_ACTS[i]->input_record, *record = NULL;
		struct text rest = text_from(input->name), noun;
		text_next(&rest, '.', &noun);
		for (size_t k = 0; CUSTODY_RECORDS[k] && !record; k++)
			if (text_equal_string(noun, CUSTODY_RECORDS[k]->name))
				record = CUSTODY_RECORDS[k];
		/* release.need is about a need of a release. */
		if (CUSTODY_ACTS[i]->record != record && CUSTODY_ACTS[i]->record != &RECORD_PERSON)
			continue;
		for (int j = 0; record && j < input->field_count; j++) {
			int index = record_field(record, text_from(input->fields[j].name));
			const struct field *field = index >= 0 ? &record->fields[index] : NULL;
			for (const struct choice *choice = input->fields[j].choices; field && field->choices && choice && choice->code; choice++)
				if (!field_choice(field, text_from(choice->code)))
					fail_msg("%s offers %s, which %s.%s does not take", input->name, choice->code, record->name, field->name);
		}
	}
}

static void orders_hold_from_the_first_to_the_last_day(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	memory_put(memory, "legal_order B2 valid_from=2026-01-10;valid_until=2026-02-10;state=in_force\n"
		"legal_order B3 valid_from=2026-01-10;valid_until=2026-02-10;state=replaced");
	const struct row *order = memory_row(memory, &RECORD_LEGAL_ORDER, memory_id(arena, TEXT_OF("B2")));
	assert_false(legal_order_in_force(order, (struct date){ 2026, 1, 9 }));
	assert_true(legal_order_in_force(order, (struct date){ 2026, 1, 10 }));
	assert_true(legal_order_in_force(order, (struct date){ 2026, 2, 10 }));
	assert_false(legal_order_in_force(order, (struct date){ 2026, 2, 11 }));
	assert_false(legal_order_in_force(memory_row(memory, &RECORD_LEGAL_ORDER, memory_id(arena, TEXT_OF("B3"))), (struct date){ 2026, 1, 20 }));
	assert_true(legal_order_in_force(memory_row(memory, &RECORD_LEGAL_ORDER, memory_id(arena, TEXT_OF("B1"))), (struct date){ 2099, 1, 1 }));
	arena_destroy(arena);
}

static void alerts_live_to_their_last_day(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	memory_put(memory, "alert Z1 expires_on=2026-11-21;state=live\nkeep_apart X1 expires_on=2026-11-21;state=live\n"
		"alert Z2 expires_on=2026-12-21;state=ended");
	struct date last = { 2026, 11, 21 }, after = { 2026, 11, 22 };
	const struct row *alert = memory_row(memory, &RECORD_ALERT, memory_id(arena, TEXT_OF("Z1")));
	const struct row *apart = memory_row(memory, &RECORD_KEEP_APART, text_empty());
	assert_true(alert_is_live(alert, last) && keep_apart_is_live(apart, last));
	assert_false(alert_is_live(alert, after) || keep_apart_is_live(apart, after));
	assert_false(alert_is_live(memory_row(memory, &RECORD_ALERT, memory_id(arena, TEXT_OF("Z2"))), last));
	arena_destroy(arena);
}

static void age_takes_the_youngest(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	const struct row *person = memory_row(memory, &RECORD_PERSON, memory_id(arena, TEXT_OF("P1")));
	memory_put(memory, "person P1 birth_date=2008-11-21");
	assert_int_equal(person_age(person, (struct date){ 2026, 11, 20 }), 17);
	assert_int_equal(person_age(person, (struct date){ 2026, 11, 21 }), 18);
	memory_put(memory, "person P1 birth_date=2008");
	assert_int_equal(person_age(person, (struct date){ 2026, 11, 21 }), 17);
	memory_put(memory, "person P1 birth_date=?");
	assert_int_equal(person_age(person, (struct date){ 2026, 11, 21 }), -1);
	arena_destroy(arena);
}

static void statuses_are_parted(void **state)
{
	(void)state;
	for (const struct choice *choice = LEGAL_STATUS_CHOICES; choice->code; choice++)
		assert_false(legal_status_is_convicted(text_from(choice->code)) && legal_status_is_untried(text_from(choice->code)));
	assert_true(legal_status_is_convicted(TEXT_OF("appeal")) && legal_status_is_convicted(TEXT_OF("recall")));
	assert_true(legal_status_is_untried(TEXT_OF("untried")));
	assert_false(legal_status_is_convicted(text_empty()) || legal_status_is_untried(text_empty()));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(registry_is_whole), cmocka_unit_test(fields_are_all_there),
		cmocka_unit_test(choices_of_acts_fit_the_record), cmocka_unit_test(orders_hold_from_the_first_to_the_last_day),
		cmocka_unit_test(alerts_live_to_their_last_day), cmocka_unit_test(age_takes_the_youngest), cmocka_unit_test(statuses_are_parted) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
