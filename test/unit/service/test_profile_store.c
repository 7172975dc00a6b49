/* test_profile_store.c - profiles are loaded by two persons, hold from their day, and nothing looser ever loads. */
#include "inn.h"

#include "service/profile_store.h"

static const char STRICT[] = "{\"profile\":\"kg\",\"title\":\"Country\",\"parameters\":{\"adm.info_hours\":12,\"exercise.min\":90}}";

static struct text held(struct inn *inn, const char *facility, const char *name)
{
	return profile_parameter(service_profile(inn->service), text_from(facility), name);
}

static struct text propose(struct inn *inn, const char *content, const char *facility, const char *from)
{
	struct outcome outcome;
	GOOD(RUN(&inn->headquarters, &outcome, "profile_setting.load", "content", content, "facility_id", facility, "valid_from", from));
	assert_true(outcome.waiting);
	return outcome.record_id;
}

static void load(struct inn *inn, const char *content, const char *facility, const char *from)
{
	struct outcome outcome;
	struct text proposal = propose(inn, content, facility, from);
	GOOD(RUN(&inn->governor, &outcome, "proposal.approve", "proposal", proposal.data));
	assert_true(text_equal_string(outcome.record, "profile_setting"));
}

static void test_two_persons(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text proposal = propose(inn, STRICT, "", "");
	assert_true(text_equal_string(held(inn, "hill", "adm.info_hours"), "24"));
	BAD(E_SECOND_PERSON, RUN(&inn->headquarters, &outcome, "proposal.approve", "proposal", proposal.data));
	GOOD(RUN(&inn->governor, &outcome, "proposal.approve", "proposal", proposal.data));
	assert_true(text_equal_string(held(inn, "hill", "adm.info_hours"), "12"));
	assert_true(text_starts_with(profile_stamp(service_profile(inn->service)), TEXT_OF("kg@")));
	/* Rules and clocks run by it at once: twelve hours for the welcome. */
	struct text stay;
	inn_staying(inn, "7", "quiet", &stay);
	struct rows deadlines = inn_rows(inn, &RECORD_DEADLINE);
	size_t welcome = row_is(deadlines.items[0], DEADLINE_CLOCK, "welcome") ? 0 : 1;
	assert_int_equal(row_moment(deadlines.items[welcome], DEADLINE_DUE_AT) - inn->moment, 12 * MOMENT_HOUR);
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "profile_setting.load", "content", STRICT));
}

static void test_days(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	load(inn, STRICT, "", "2026-12-01");
	load(inn, "{\"profile\":\"kg\",\"title\":\"Later\",\"parameters\":{\"exercise.min\":100}}", "", "2026-12-03");
	assert_true(text_equal_string(held(inn, "", "exercise.min"), "60"));
	inn->moment = moment_from_date((struct date){ 2026, 12, 1 }) + MOMENT_HOUR;
	inn_guest(inn, "1", "somebody"); /* a group turns the page */
	assert_true(text_equal_string(held(inn, "", "exercise.min"), "90"));
	inn->moment = moment_from_date((struct date){ 2026, 12, 3 }) + MOMENT_HOUR;
	inn_guest(inn, "2", "somebody");
	assert_true(text_equal_string(held(inn, "", "exercise.min"), "100"));
	assert_true(text_equal_string(held(inn, "", "adm.info_hours"), "24"));
	BAD(E_DATE_ORDER, RUN(&inn->headquarters, &outcome, "profile_setting.load", "content", STRICT, "valid_from", "2026-12-02"));
	/* Opened anew it is the same. */
	service_close(inn->service);
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
	assert_true(text_equal_string(held(inn, "", "exercise.min"), "100"));
}

static void test_facility(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	load(inn, STRICT, "", "");
	load(inn, "{\"profile\":\"hill\",\"parameters\":{\"exercise.min\":120}}", inn->hill.data, "");
	assert_true(text_equal_string(held(inn, "hill", "exercise.min"), "120"));
	assert_true(text_equal_string(held(inn, "lake", "exercise.min"), "90"));
	BAD(E_RULE, RUN(&inn->headquarters, &outcome, "profile_setting.load", "content",
		"{\"profile\":\"lake\",\"parameters\":{\"exercise.min\":80}}", "facility_id", inn->lake.data));
	/* The country becomes stricter than the facility: the country holds. */
	load(inn, "{\"profile\":\"kg\",\"title\":\"Stricter\",\"parameters\":{\"exercise.min\":150}}", "", "");
	assert_true(text_equal_string(held(inn, "hill", "exercise.min"), "150"));
}

static void test_never_looser(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	assert_false(RUN(&inn->headquarters, &outcome, "profile_setting.load", "content", "{\"profile\":\"x\",\"parameters\":{\"seg.disc_max_days\":16}}"));
	assert_int_equal(inn->errors.items[0].code, E_RULE);
	assert_string_equal(inn->errors.items[0].citation, "NMR-44");
	error_list_begin(&inn->errors, inn->arena);
	BAD(E_RULE, RUN(&inn->headquarters, &outcome, "profile_setting.load", "content",
		"{\"profile\":\"x\",\"parameters\":{\"postpartum.no_restraint_hours\":1}}"));
	assert_int_equal(inn_rows(inn, &RECORD_PROPOSAL).count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { INN_TEST(test_two_persons), INN_TEST(test_days), INN_TEST(test_facility), INN_TEST(test_never_looser) };
	return INN_RUN("service/profile_store", tests);
}
