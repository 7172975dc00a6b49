/* test_import_legacy.c - the messy register, whole: as many errors, warnings and forms as its README counts; twice is once. */
#include "import_fixture.h"

static const struct import_mapping *places(void)
{
	return IMPORT_LEGACY_PLACES.mappings[0];
}

static const struct import_mapping *people(void)
{
	return IMPORT_LEGACY_REGISTER.mappings[0];
}

#define PLACES_FIRST "153 rows: 153 accepted, 0 corrected, 0 refused, 0 unchanged"

static void register_comes_in_as_counted(void **state)
{
	static const struct { const char *phrase; size_t times; } COUNTS[] = { { "is missing", 20 }, { "There cannot be such a date", 10 },
		{ "The term ends before it begins", 12 }, { "There is no such institution", 6 }, { "has the same file number", 5 },
		{ "has made a date of this term", 3 }, { "The row breaks off", 1 }, { "The row is blank", 1 }, { "The heading stands here once more", 1 },
		{ "a line of totals", 1 }, { "do not give this end", 10 }, { "The conviction lies before the arrest", 4 },
		{ "The sex contradicts the name", 3 }, { "There is no such place", 4 }, { "only the year is kept", 38 },
		{ "Latin letters that look like Cyrillic ones", 30 }, { "The file number is written in the usual way", 20 } };
	struct fixture *f = *state;
	fixture_import(f, places(), "legacy-register/places.csv", false, PLACES_FIRST);
	struct import_report report = fixture_import(f, people(), "legacy-register/register_utf8.csv", false,
		"1203 rows: 1143 accepted, 829 corrected, 60 refused, 0 unchanged");
	for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++)
		if (fixture_mentions(report.result, COUNTS[i].phrase) != COUNTS[i].times)
			fail_msg("%s: %zu", COUNTS[i].phrase, fixture_mentions(report.result, COUNTS[i].phrase));
	assert_int_equal(fixture_count(f, &RECORD_PERSON, -1, ""), 1143);
	assert_int_equal(fixture_count(f, &RECORD_FACILITY, -1, ""), 4);
	/* The pairs that its README counts: rows of one person, and four pairs of twins as family; no namesake is named. */
	assert_int_equal(fixture_mentions(report.duplicates, "possibly one person"), 62);
	assert_int_equal(fixture_mentions(report.duplicates, "Файзов Муроджон"), 1);
	assert_int_equal(fixture_mentions(report.duplicates, "possibly family"), 3);
	fixture_import(f, people(), "legacy-register/register_utf8.csv", false, "1203 rows: 0 accepted, 0 corrected, 60 refused, 1143 unchanged");
	assert_int_equal(fixture_count(f, &RECORD_PERSON, -1, ""), 1143);
}

static void rows_become_what_they_say(void **state)
{
	struct fixture *f = *state;
	fixture_import(f, places(), "legacy-register/places.csv", false, PLACES_FIRST);
	fixture_import(f, people(), "legacy-register/register_utf8.csv", false, "1203 rows: 1143 accepted, 829 corrected, 60 refused, 0 unchanged");
	const struct condition number = CONDITION_TEXT(PERSON_NUMBER, TEXT_OF("72-2024/0045"));
	struct rows rows = fixture_rows(f, &RECORD_PERSON, &number, 1);
	assert_int_equal(rows.count, 1);
	const struct row *person = rows.items[0];
	assert_true(row_is(person, PERSON_RELEASE_DATE_KIND, "life"));
	assert_true(row_is(person, PERSON_LEGAL_STATUS, "convicted"));
	assert_true(row_is(person, PERSON_WHEREABOUTS, "in"));
	assert_true(row_has(person, PERSON_PLACEMENT));
	const struct condition own = CONDITION_TEXT(PERSON_NAME_PERSON, person->id);
	rows = fixture_rows(f, &RECORD_PERSON_NAME, &own, 1);
	assert_int_equal(rows.count, 1);
	assert_true(row_is(rows.items[0], PERSON_NAME_SCRIPT, "Latn"));
	assert_true(row_is(rows.items[0], PERSON_NAME_SURNAME, "Safarov"));
	const struct condition gone = CONDITION_TEXT(PERSON_NUMBER, TEXT_OF("71-2020/0029"));
	person = fixture_rows(f, &RECORD_PERSON, &gone, 1).items[0];
	assert_true(row_is(person, PERSON_WHEREABOUTS, "released"));
	assert_true(row_is(person, PERSON_NATIONALITIES, "TM"));
	assert_false(row_has(person, PERSON_CURRENT_FACILITY));
	/* Over-full places are facts, and no rule turns the past into a flood of breaches. */
	assert_int_equal(fixture_count(f, &RECORD_BREACH, -1, ""), 0);
	assert_int_equal(fixture_count(f, &RECORD_PLACEMENT, -1, ""), 708);
	/* Six notes ask to keep apart; each is a rule between two files or, while the other is not here, an alert. */
	assert_int_equal(fixture_count(f, &RECORD_KEEP_APART, -1, "") + fixture_count(f, &RECORD_ALERT, -1, ""), 6);
}

static void ethnicity_is_nowhere(void **state)
{
	struct fixture *f = *state;
	fixture_import(f, places(), "legacy-register/places.csv", false, PLACES_FIRST);
	fixture_import(f, people(), "legacy-register/register_cp1251.csv", false, "400 rows: 379 accepted, 275 corrected, 21 refused, 0 unchanged");
	struct rows rows = fixture_rows(f, &RECORD_CASE_NOTE, NULL, 0);
	for (size_t i = 0; i < rows.count; i++) {
		assert_int_equal(text_find(row_text(rows.items[i], CASE_NOTE_TEXT), TEXT_OF("казах")), SIZE_MAX);
		assert_int_equal(text_find(row_text(rows.items[i], CASE_NOTE_TEXT), TEXT_OF("узбек")), SIZE_MAX);
		assert_int_equal(text_find(row_text(rows.items[i], CASE_NOTE_TEXT), TEXT_OF("инвалид")), SIZE_MAX);
	}
}

static void dry_run_says_the_same_and_writes_nothing(void **state)
{
	struct fixture *f = *state;
	fixture_import(f, places(), "legacy-register/places.csv", false, PLACES_FIRST);
	fixture_import(f, people(), "legacy-register/register_cp1251.csv", true, "400 rows: 379 accepted, 275 corrected, 21 refused, 0 unchanged");
	assert_int_equal(fixture_count(f, &RECORD_PERSON, -1, ""), 0);
}

static void people_wait_for_their_places(void **state)
{
	struct fixture *f = *state;
	struct import_report report = fixture_import(f, people(), "legacy-register/register_cp1251.csv", false,
		"400 rows: 0 accepted, 0 corrected, 400 refused, 0 unchanged");
	assert_true(fixture_mentions(report.result, "Import its places first") > 380);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(register_comes_in_as_counted, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(rows_become_what_they_say, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(ethnicity_is_nowhere, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(dry_run_says_the_same_and_writes_nothing, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(people_wait_for_their_places, fixture_begin, fixture_end) };
	return cmocka_run_group_tests_name("import_legacy", tests, NULL, NULL);
}
