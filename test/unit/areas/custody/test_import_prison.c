/* test_import_prison.c - another system's tables, file after file: what fits comes in, what does not says why, twice is once. */
#include "import_fixture.h"

static const struct import_mapping *mapping_of(const char *file)
{
	for (size_t i = 0; IMPORT_PRISON_API.mappings[i]; i++)
		if (text_equal_string(text_from(IMPORT_PRISON_API.mappings[i]->file), file))
			return IMPORT_PRISON_API.mappings[i];
	fail_msg("no mapping for %s", file);
	return NULL;
}

static struct import_report load(struct fixture *f, const char *file, const char *expected)
{
	return fixture_import(f, mapping_of(file), arena_format(f->arena, "prison-api/%s", file).data, false, expected);
}

static void tables_come_in(void **state)
{
	struct fixture *f = *state;
	load(f, "agencies.csv", "19 rows: 13 accepted, 0 corrected, 6 refused, 0 unchanged");
	load(f, "locations.csv", "305 rows: 305 accepted, 0 corrected, 0 refused, 0 unchanged");
	load(f, "offenders.csv", "85 rows: 83 accepted, 83 corrected, 2 refused, 0 unchanged");
	load(f, "identifiers.csv", "21 rows: 21 accepted, 0 corrected, 0 refused, 0 unchanged");
	struct import_report report = load(f, "bookings.csv", "75 rows: 59 accepted, 2 corrected, 16 refused, 0 unchanged");
	assert_int_equal(fixture_mentions(report.result, "which institution this stay belongs to"), 14);
	assert_int_equal(fixture_mentions(report.result, "was not said"), 56);
	load(f, "imprisonment_statuses.csv", "16 rows: 14 accepted, 0 corrected, 2 refused, 0 unchanged");
	report = load(f, "sentences.csv", "36 rows: 26 accepted, 0 corrected, 10 refused, 0 unchanged");
	assert_int_equal(fixture_mentions(report.result, "A fine is no ground"), 1);
	assert_int_equal(fixture_mentions(report.result, "It runs after sentence 1"), 1);
	report = load(f, "sentence_terms.csv", "31 rows: 25 accepted, 0 corrected, 6 refused, 0 unchanged");
	assert_int_equal(fixture_mentions(report.result, "Only terms of imprisonment"), 2);
	assert_true(fixture_mentions(report.result, "do not give this end") > 0);
	load(f, "sentence_terms.csv", "31 rows: 0 accepted, 0 corrected, 6 refused, 25 unchanged");
	report = load(f, "movements.csv", "47 rows: 30 accepted, 0 corrected, 17 refused, 0 unchanged");
	struct rows moved = fixture_rows(f, &RECORD_MOVEMENT, NULL, 0);
	assert_true(moved.count >= 30);
	for (size_t i = 0; i < moved.count; i++)
		assert_true(row_is(moved.items[i], MOVEMENT_STATE, "done")); /* history moves nobody */
	report = load(f, "charges.csv", "24 rows: 13 accepted, 0 corrected, 11 refused, 0 unchanged");
	assert_int_equal(fixture_mentions(report.result, "is not active"), 3);
	struct rows offences = fixture_rows(f, &RECORD_OFFENCE, NULL, 0);
	assert_int_equal(offences.count, 13);
	for (size_t i = 0; i < offences.count; i++)
		assert_true(row_has(offences.items[i], OFFENCE_DESCRIPTION)); /* from offences.csv beside */
	report = load(f, "contacts.csv", "26 rows: 18 accepted, 0 corrected, 8 refused, 0 unchanged");
	assert_int_equal(fixture_mentions(report.result, "marked as ended"), 5);
	assert_int_equal(fixture_count(f, &RECORD_CONTACT, CONTACT_NAME, "John Asdf Smith"), 1);
	load(f, "contacts.csv", "26 rows: 0 accepted, 0 corrected, 8 refused, 18 unchanged");
	report = load(f, "bed_assignments.csv", "11 rows: 2 accepted, 0 corrected, 9 refused, 0 unchanged");
	assert_int_equal(fixture_mentions(report.result, "has no end"), 9);
	load(f, "bookings.csv", "75 rows: 0 accepted, 0 corrected, 16 refused, 59 unchanged");
	load(f, "offenders.csv", "85 rows: 0 accepted, 0 corrected, 2 refused, 83 unchanged");
}

static void an_impossible_birth_date_is_not_known(void **state)
{
	struct fixture *f = *state;
	struct import_report report = load(f, "offenders.csv", "85 rows: 83 accepted, 83 corrected, 2 refused, 0 unchanged");
	assert_true(fixture_mentions(report.result, "The birth date is not known") >= 1);
	struct rows rows = fixture_rows(f, &RECORD_PERSON, NULL, 0);
	for (size_t i = 0; i < rows.count; i++)
		assert_true(row_date(rows.items[i], PERSON_BIRTH_DATE).year == 0 || row_date(rows.items[i], PERSON_BIRTH_DATE).year >= 1900);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(tables_come_in, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_impossible_birth_date_is_not_known, fixture_begin, fixture_end) };
	return cmocka_run_group_tests_name("import_prison", tests, NULL, NULL);
}
