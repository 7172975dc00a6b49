/* test_instrument.c - reading instruments: what is shipped is whole, every fault is told at its place, and nothing can bring a number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "areas/assessment/instrument.h"
#include "areas/assessment/shipped.h"

#define WORDS "{\"en\": \"x\"}"
#define FACTOR "{\"code\": \"a1\", \"title\": " WORDS ", \"guidance\": " WORDS ", \"change\": \"dynamic\", \"kind\": \"risk\"}"
static const char WHOLE[] = "{\n\"format\": \"custos-instrument/1\",\n\"code\": \"small\",\n\"version\": \"1\",\n\"question\": \"other\",\n\"about\": \"person\",\n"
	"\"owner\": \"o\",\n\"licence\": \"l\",\n\"validity_months\": 6,\n\"second_rating\": \"never\",\n\"population\": {\"age_from\": 18},\n"
	"\"languages\": [\"en\"],\n\"title\": " WORDS ",\n\"purpose\": " WORDS ",\n\"limits\": " WORDS ",\n"
	"\"labels\": [{\"code\": \"no\", \"text\": " WORDS "}, {\"code\": \"yes\", \"text\": " WORDS "}],\n"
	"\"levels\": [{\"code\": \"low\", \"text\": " WORDS "}, {\"code\": \"high\", \"text\": " WORDS "}],\n"
	"\"outcomes\": [{\"code\": \"harm\", \"text\": " WORDS "}],\n"
	"\"domains\": [{\"code\": \"a\", \"title\": " WORDS ",\n  \"factors\": [\n    " FACTOR "\n  ]}]\n}\n";

struct fixture { struct arena *arena; struct error_list errors; struct instrument read; };

static bool reads(struct fixture *fixture, struct text json)
{
	error_list_begin(&fixture->errors, fixture->arena);
	return instrument_read(fixture->arena, json, TEXT_OF("f.json"), &fixture->read, &fixture->errors);
}

/* WHOLE with the first `from` replaced by `to`. */
static struct text with(struct fixture *fixture, const char *from, const char *to)
{
	struct text whole = text_from(WHOLE);
	size_t found = text_find(whole, text_from(from));
	if (found == SIZE_MAX)
		fail_msg("no %s", from);
	return arena_format(fixture->arena, "%.*s%s%.*s", TEXT_FORMAT(text_slice(whole, 0, found)), to,
		TEXT_FORMAT(text_slice(whole, found + strlen(from), whole.length)));
}

static void shipped_instruments_are_whole(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(shipped_count(), 5);
	for (size_t i = 0; i < shipped_count(); i++) {
		if (!reads(fixture, shipped_at(i).json))
			fail_msg("%s: %s", shipped_at(i).code, error_english(fixture->arena, &fixture->errors.items[0]).data);
		assert_true(text_equal_string(fixture->read.code, shipped_at(i).code));
		assert_true(fixture->read.factor_count >= 10);
		for (size_t j = 0; j < fixture->read.factor_count; j++) {
			/* Three languages, and each its own words. */
			assert_int_equal(fixture->read.factors[j].title.count, 3);
			assert_int_equal(fixture->read.factors[j].guidance.count, 3);
			assert_false(text_equal(words_in(&fixture->read.factors[j].title, "ru"), words_in(&fixture->read.factors[j].title, "en")));
			assert_false(text_equal(words_in(&fixture->read.factors[j].title, "ar"), words_in(&fixture->read.factors[j].title, "en")));
		}
	}
}

/* T13: what a person believes, or where he or she comes from, is no factor of anything that is shipped. */
static void no_factor_is_a_belief(void **state)
{
	static const char *const FORBIDDEN[] = { "religio", "ideolog", "ethnic", "nationalit", "faith", "political opinion", "convert" };
	struct fixture *fixture = *state;
	for (size_t i = 0; i < shipped_count(); i++) {
		assert_true(reads(fixture, shipped_at(i).json));
		for (size_t j = 0; j < fixture->read.factor_count && !fixture->read.about_place; j++)
			for (size_t k = 0; k < sizeof FORBIDDEN / sizeof *FORBIDDEN; k++)
				assert_true(text_find(words_in(&fixture->read.factors[j].title, "en"), text_from(FORBIDDEN[k])) == SIZE_MAX);
	}
}

static void what_is_read_is_there(void **state)
{
	struct fixture *fixture = *state;
	assert_true(reads(fixture, text_from(WHOLE)));
	struct instrument *read = &fixture->read;
	assert_int_equal(read->factor_count, 1);
	assert_true(read->factors[0].dynamic && read->factors[0].required);
	assert_true(text_equal_string(read->factors[0].domain, "a"));
	assert_int_equal(labelled_rank(read->labels, read->label_count, TEXT_OF("yes")), 1);
	assert_int_equal(labelled_rank(read->labels, read->label_count, TEXT_OF("unknown")), -1);
	assert_true(instrument_takes(read, TEXT_OF("unknown")) && instrument_takes(read, TEXT_OF("not_applicable")) && instrument_takes(read, TEXT_OF("no")));
	assert_false(instrument_takes(read, TEXT_OF("low")));
	assert_true(text_equal_string(words_in(&read->title, "kk"), "x"));
	assert_non_null(instrument_factor(read, TEXT_OF("a1")));
	assert_null(instrument_factor(read, TEXT_OF("a2")));
}

static const char *counted(struct fixture *fixture, struct text json, const char *at)
{
	size_t found = text_find(json, text_from(at)), line = 1, start = 0;
	assert_true(found != SIZE_MAX);
	for (size_t i = 0; i < found; i++)
		if (json.data[i] == '\n') {
			line++;
			start = i + 1;
		}
	return arena_format(fixture->arena, "%zu:%zu", line, text_code_points(text_slice(json, start, found)) + 1).data;
}

static void faults_have_their_place(void **state)
{
	/* at: the text that the place points to, or "" for the beginning; its line and column are counted here anew. */
	static const struct { const char *from, *to, *at, *says; } CASES[] = {
		{ "\"code\": \"yes\"", "\"code\": \"yes\", \"weight\": 27", "27", "would bring a number" },
		{ "\"validity_months\": 6", "\"score\": 6", "6,\n", "would bring a number" },
		{ "\"validity_months\": 6", "\"validity_months\": 600", "600", "bounds validity_months: 1-24" },
		{ "\"validity_months\": 6", "\"validity_months\": 6.5", "6.5", "bounds" },
		{ "\"code\": \"small\"", "\"code\": \"1\"", "\"1\",\n\"version", "is not a code" },
		{ "\"code\": \"yes\"", "\"code\": \"no\"", "\"no\", \"text\": {\"en\": \"x\"}}],\n\"levels", "used twice" },
		{ "\"code\": \"yes\"", "\"code\": \"unknown\"", "{\"code\": \"unknown\"", "stands beside the labels" },
		{ "\"kind\": \"risk\"", "\"kind\": \"danger\"", "\"danger\"", "must be one of: risk" },
		{ "\"change\": \"dynamic\"", "\"chance\": \"dynamic\"", "\"dynamic\"", "no member" },
		{ "\"guidance\": {\"en\": \"x\"}", "\"guidance\": {\"ru\": \"yz\"}", "\"yz\"", "not among the languages" },
		{ "\"title\": {\"en\": \"x\"},\n\"purpose\"", "\"title\": {},\n\"purpose\"", "{},", "has no English" },
		{ "\"about\": \"person\"", "\"about\": \"person\", \"extra\": \"é\", \"more\": 19", "19", "no member" },
		{ "\"languages\": [\"en\"]", "\"languages\": [\"ru\"]", "[\"ru\"]", "English is not among" },
		{ "{\"age_from\": 18}", "{\"age_from\": 18, \"age_to\": 12}", "12}", "below the youngest" },
		{ "\"owner\": \"o\",\n", "", "", "“owner” is missing" },
		{ "custos-instrument/1", "other/9", "\"other/9", "format must be" },
		{ "\"about\": \"person\",", "\"about\": \"person\"", NULL, "not valid JSON" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct text json = with(fixture, CASES[i].from, CASES[i].to), place = TEXT_OF("f.json:");
		assert_false(reads(fixture, json));
		if (CASES[i].at)
			place = arena_format(fixture->arena, "f.json:%s: ", counted(fixture, json, CASES[i].at));
		bool found = false;
		for (size_t j = 0; j < fixture->errors.count; j++) {
			struct text says = error_english(fixture->arena, &fixture->errors.items[j]);
			found = found || (text_starts_with(says, place) && text_find(says, text_from(CASES[i].says)) != SIZE_MAX);
			assert_non_null(fixture->errors.items[j].advice);
		}
		if (!found)
			fail_msg("case %zu: %s at %.*s, but: %s", i, CASES[i].says, TEXT_FORMAT(place),
				error_english(fixture->arena, &fixture->errors.items[0]).data);
	}
}

static void all_faults_are_told_at_once(void **state)
{
	struct fixture *fixture = *state;
	assert_false(reads(fixture, TEXT_OF("{}")));
	assert_true(fixture->errors.count > 12);
	assert_false(reads(fixture, TEXT_OF("[]")));
	assert_int_equal(fixture->errors.count, 1);
}

static int open(void **state)
{
	struct fixture *fixture = malloc(sizeof *fixture);
	fixture->arena = arena_create();
	*state = fixture;
	return 0;
}

static int shut(void **state)
{
	arena_destroy(((struct fixture *)*state)->arena);
	free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(shipped_instruments_are_whole, open, shut),
		cmocka_unit_test_setup_teardown(no_factor_is_a_belief, open, shut),
		cmocka_unit_test_setup_teardown(what_is_read_is_there, open, shut),
		cmocka_unit_test_setup_teardown(faults_have_their_place, open, shut),
		cmocka_unit_test_setup_teardown(all_faults_are_told_at_once, open, shut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
