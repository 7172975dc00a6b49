/* test_profile.c - profiles: defaults, bounds of the Rules, facilities that are stricter, calendars, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/file.h"
#include "service/deadline.h"
#include "service/profile.h"

struct sample {
	struct arena *arena;
	struct error_list errors;
	struct profile *profile;
};

static int begin(void **state)
{
	struct arena *arena = arena_create();
	struct sample *sample = ARENA_NEW(arena, struct sample);
	sample->arena = arena;
	error_list_begin(&sample->errors, arena);
	*state = sample;
	return 0;
}

static int end(void **state)
{
	struct sample *sample = *state;
	arena_destroy(sample->arena);
	return 0;
}

static bool load(struct sample *sample, const char *json)
{
	error_list_begin(&sample->errors, sample->arena);
	return profile_load(sample->arena, text_from(json), &sample->profile, &sample->errors);
}

static void assert_parameter(const struct profile *profile, const char *facility, const char *name, const char *value)
{
	struct text text = profile_parameter(profile, text_from(facility), name);
	if (!text_equal_string(text, value))
		fail_msg("%s is %.*s, not %s", name, TEXT_FORMAT(text), value);
}

static void test_defaults(void **state)
{
	struct sample *sample = *state;
	const struct profile *profile = profile_neutral(sample->arena);
	assert_parameter(profile, "", "adm.exam_hours", "24");
	assert_parameter(profile, "IK-71", "seg.disc_max_days", "14");
	assert_parameter(profile, "", "cctv.hold_minutes", "15"); /* "15 to flag" */
	assert_parameter(profile, "", "child.max_age", "");	   /* "national law" */
	assert_parameter(profile, "", "no.such_thing", "");
	assert_true(text_equal_string(profile_source(profile, "seg.daily_check"), "number in the Rules"));
	assert_int_equal(profile_calendar(profile)->weekend, 1 << 5 | 1 << 6);
	struct profile_line line;
	size_t count = profile_line_count();
	assert_true(count >= 171);
	assert_true(profile_line(0, &line));
	assert_true(text_equal_string(line.name, "accident.notice_days"));
	assert_true(profile_line(count - 1, &line));
	assert_false(profile_line(count, &line));
	assert_true(text_starts_with(profile_rules_table(), TEXT_OF("rule\ttopic\t")));
}

static void test_values_and_facilities(void **state)
{
	struct sample *sample = *state;
	assert_true(load(sample, "{\"profile\":\"x\",\"title\":\"X\",\"parameters\":{\"adm.exam_hours\":12,"
		"\"exercise.min\":90},\"weekend\":[\"fri\",\"sat\"],\"holidays\":[\"2026-12-25\",\"2026-01-01\"],"
		"\"facilities\":{\"IK-71\":{\"parameters\":{\"exercise.min\":120,\"adm.exam_hours\":6}}}}"));
	assert_parameter(sample->profile, "", "adm.exam_hours", "12");
	assert_parameter(sample->profile, "IK-71", "adm.exam_hours", "6");
	assert_parameter(sample->profile, "IK-1", "exercise.min", "90");
	assert_parameter(sample->profile, "IK-71", "exercise.min", "120");
	assert_parameter(sample->profile, "IK-71", "shower.max_days", "7");
	assert_true(text_equal_string(profile_source(sample->profile, "adm.exam_hours"), "X"));
	const struct calendar *calendar = profile_calendar(sample->profile);
	assert_int_equal(calendar->weekend, 1 << 4 | 1 << 5);
	assert_int_equal(calendar->holiday_count, 2);
	assert_int_equal(calendar->holidays[0], date_to_days((struct date){2026, 1, 1}));
	assert_int_equal(calendar->holidays[1], date_to_days((struct date){2026, 12, 25}));
}

static void assert_refused(struct sample *sample, const char *json, enum error_code code, const char *path)
{
	if (load(sample, json))
		fail_msg("taken: %s", json);
	for (size_t i = 0; i < sample->errors.count; i++)
		if (sample->errors.items[i].code == code && text_equal_string(sample->errors.items[i].path, path))
			return;
	fail_msg("other faults: %s", json);
}

/* Stricter is taken, looser is refused with the rule and its number. */
static void test_bounds(void **state)
{
	struct sample *sample = *state;
	assert_true(load(sample, "{\"profile\":\"x\",\"parameters\":{\"seg.disc_max_days\":15,\"exercise.min\":60}}"));
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"seg.disc_max_days\":16}}", E_RULE,
		"/parameters/seg.disc_max_days");
	assert_string_equal(sample->errors.items[0].citation, "NMR-44");
	assert_true(text_equal_string(sample->errors.items[0].parameters[3].value, "15"));
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"exercise.min\":\"59\"}}", E_RULE,
		"/parameters/exercise.min");
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"seg.daily_check\":0}}", E_RULE,
		"/parameters/seg.daily_check");
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"young.age\":17}}", E_RULE, "/parameters/young.age");
	/* A facility may not undo what its country has tightened. */
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"exercise.min\":90},\"facilities\":"
		"{\"A\":{\"parameters\":{\"exercise.min\":80}}}}", E_RULE, "/facilities/A/parameters/exercise.min");
	assert_refused(sample, "{\"profile\":\"x\",\"facilities\":{\"A\":{\"parameters\":{\"sick.seen_hours\":48}}}}", E_RULE,
		"/facilities/A/parameters/sick.seen_hours");
}

static void test_faults(void **state)
{
	struct sample *sample = *state;
	assert_refused(sample, "{", E_SYNTAX, "");
	assert_refused(sample, "[]", E_SYNTAX, "");
	assert_refused(sample, "{}", E_REQUIRED, "/profile");
	assert_refused(sample, "{\"profile\":\"x\",\"colour\":1}", E_UNKNOWN_FIELD, "/colour");
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"no.such\":1}}", E_UNKNOWN_FIELD, "/parameters/no.such");
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"adm.exam_hours\":-1}}", E_TYPE,
		"/parameters/adm.exam_hours");
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"adm.exam_hours\":true}}", E_TYPE,
		"/parameters/adm.exam_hours");
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"exercise.min\":\"long\"}}", E_TYPE,
		"/parameters/exercise.min");
	assert_refused(sample, "{\"profile\":\"x\",\"weekend\":[\"caturday\"]}", E_CHOICE, "/weekend");
	assert_refused(sample, "{\"profile\":\"x\",\"weekend\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"]}", E_LIMIT,
		"/weekend");
	assert_refused(sample, "{\"profile\":\"x\",\"holidays\":[\"2026-02-30\"]}", E_TYPE, "/holidays");
}

static void test_shipped_profiles(void **state)
{
	struct sample *sample = *state;
	static const char *const names[] = {"neutral.json", "example.json"};
	for (size_t i = 0; i < 2; i++) {
		struct text json;
		const char *path = file_path(sample->arena, SHARE_FOLDER "/profiles", names[i]);
		assert_true(file_read(sample->arena, path, 1 << 20, &json));
		assert_true(profile_load(sample->arena, json, &sample->profile, &sample->errors));
	}
	assert_parameter(sample->profile, "IK-71", "exercise.min", "120");
}

/* Absolute rules have no override; a facility leaves alone what its country set and no text says is stricter one way. */
static void test_untouchable(void **state)
{
	struct sample *sample = *state;
	assert_refused(sample, "{\"profile\":\"x\",\"parameters\":{\"postpartum.no_restraint_hours\":24}}", E_RULE,
		"/parameters/postpartum.no_restraint_hours");
	assert_string_equal(sample->errors.items[0].citation, "NMR-48.2");
	assert_true(load(sample, "{\"profile\":\"x\",\"parameters\":{\"postpartum.no_restraint_hours\":72,\"adm.exam_hours\":12}}"));
	struct text looser = TEXT_OF("{\"profile\":\"y\",\"parameters\":{\"adm.exam_hours\":13}}");
	assert_false(profile_lay(sample->profile, TEXT_OF("A"), looser, false, &sample->errors));
	error_list_begin(&sample->errors, sample->arena);
	assert_true(profile_lay(sample->profile, TEXT_OF("A"), looser, true, &sample->errors));
	assert_parameter(sample->profile, "A", "adm.exam_hours", "12");
	assert_true(profile_lay(sample->profile, TEXT_OF("A"), TEXT_OF("{\"profile\":\"y\",\"parameters\":{\"adm.info_hours\":6}}"), false, &sample->errors));
	assert_parameter(sample->profile, "A", "adm.info_hours", "6");
	assert_false(profile_lay(sample->profile, TEXT_OF("A"), TEXT_OF("{\"profile\":\"y\",\"weekend\":[\"sun\"]}"), false, &sample->errors));
}

/* What is bound, and which way: written here by hand, so that the loader is not asked about itself. */
static const struct { const char *name; bool floor; int64_t limit; } BOUNDS[] = {
	{"exercise.min", true, 60}, {"shower.max_days", false, 7}, {"seg.disc_max_days", false, 15}, {"sick.seen_hours", false, 24},
	{"young.age", true, 18},
};

static bool is_as_strict(size_t bound, int64_t value, int64_t than)
{
	return BOUNDS[bound].floor ? value >= than : value <= than;
}

/* By chance: what is within its bound loads, what is looser never does; and whatever a facility asks for, and however its country
 * changes afterwards, the value in force is never looser than the country's nor than the rule. */
static void test_never_looser(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 20000; round++) {
		int64_t values[3];
		size_t bound = (seed >> 16) % (sizeof BOUNDS / sizeof *BOUNDS);
		for (int i = 0; i < 3; i++) {
			seed = seed * 1664525u + 1013904223u;
			values[i] = BOUNDS[bound].limit - 6 + (int64_t)(seed >> 20) % 13;
			values[i] = values[i] < 0 ? 0 : values[i];
		}
		struct arena *arena = arena_create();
		struct error_list errors;
		struct profile *profile;
		error_list_begin(&errors, arena);
		struct text country = arena_format(arena, "{\"profile\":\"c\",\"parameters\":{\"%s\":%lld}}", BOUNDS[bound].name, (long long)values[0]);
		struct text own = arena_format(arena, "{\"profile\":\"f\",\"parameters\":{\"%s\":%lld}}", BOUNDS[bound].name, (long long)values[1]);
		bool loaded = profile_load(arena, country, &profile, &errors);
		assert_int_equal(loaded, is_as_strict(bound, values[0], BOUNDS[bound].limit));
		if (loaded) {
			assert_int_equal(profile_lay(profile, TEXT_OF("A"), own, false, &errors), is_as_strict(bound, values[1], values[0]));
			assert_true(profile_lay(profile, TEXT_OF("A"), own, true, &errors));
			int64_t held;
			assert_true(text_to_integer(profile_parameter(profile, TEXT_OF("A"), BOUNDS[bound].name), &held));
			assert_true(is_as_strict(bound, held, values[0]) && is_as_strict(bound, held, BOUNDS[bound].limit));
		}
		arena_destroy(arena);
		seed += 7919u * (uint32_t)round;
	}
}

/* Two profiles of one name are told apart by what they set. */
static void test_stamp(void **state)
{
	struct sample *sample = *state;
	assert_true(load(sample, "{\"profile\":\"x\",\"parameters\":{\"exercise.min\":90}}"));
	struct text first = profile_stamp(sample->profile), name, value;
	assert_true(text_starts_with(first, TEXT_OF("x@")) && first.length == 10);
	assert_true(profile_value_at(sample->profile, text_empty(), 0, &name, &value) && text_equal_string(value, "90"));
	assert_false(profile_value_at(sample->profile, text_empty(), 1, &name, &value));
	assert_true(load(sample, "{\"profile\":\"x\",\"parameters\":{\"exercise.min\":91}}"));
	assert_false(text_equal(first, profile_stamp(sample->profile)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_defaults, begin, end),
		cmocka_unit_test_setup_teardown(test_values_and_facilities, begin, end),
		cmocka_unit_test_setup_teardown(test_bounds, begin, end),
		cmocka_unit_test_setup_teardown(test_faults, begin, end),
		cmocka_unit_test_setup_teardown(test_untouchable, begin, end),
		cmocka_unit_test_setup_teardown(test_never_looser, begin, end),
		cmocka_unit_test_setup_teardown(test_stamp, begin, end),
		cmocka_unit_test_setup_teardown(test_shipped_profiles, begin, end)};
	return cmocka_run_group_tests_name("service/profile", tests, NULL, NULL);
}
