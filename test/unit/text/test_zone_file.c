/* test_zone_file.c - TZif files: a made one, broken ones, and the system's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "base/file.h"
#include "text/zone_file.h"

/* Empty first block, then: +1 h until 1000 s, +2 h from there; no summer time behind. */
static const char file[] =
	"TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "\0\0\0\0" "\0\0\0\0" "\0\0\0\0" "\0\0\0\1" "\0\0\0\2" "\0\0\0\4"
	"\0\0\0\0\0\0\x03\xe8" "\1" "\0\0\x0e\x10\0\0" "\0\0\x1c\x20\0\0" "ABC\0" "\n<+02>-2\n";

static void test_made(void **state)
{
	(void)state;
	struct text bytes = TEXT_OF(file);
	struct zone_span span;
	assert_true(zone_bytes_span(bytes, 999999, &span));
	assert_int_equal(span.offset, 3600000);
	assert_int_equal(span.to, 1000000);
	assert_true(zone_bytes_span(bytes, 1000000, &span));
	assert_int_equal(span.offset, 7200000);
	assert_int_equal(span.from, 1000000);
	assert_true(zone_bytes_span(bytes, INT64_MIN, &span));
	assert_int_equal(span.offset, 3600000);
}

static void test_broken(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct zone_span span;
	size_t body = sizeof(file) - 1 - strlen("\n<+02>-2\n");
	for (size_t length = 0; length < body; length++)
		assert_false(zone_bytes_span(text_make(arena_copy_bytes(arena, file, length), length), 0, &span));
	char *wrong = arena_copy_bytes(arena, file, sizeof(file));
	wrong[44 + 44 + 8] = 9; /* a type that is not there */
	assert_false(zone_bytes_span(text_make(wrong, sizeof(file) - 1), 2000000, &span));
	wrong[44 + 32] = 0x7f; /* far more transitions than bytes */
	assert_false(zone_bytes_span(text_make(wrong, sizeof(file) - 1), 0, &span));
	arena_destroy(arena);
}

static void test_system(void **state)
{
	(void)state;
	struct zone_span span;
	assert_false(zone_file_span(TEXT_OF("../../../etc/passwd"), 0, &span));
	assert_false(zone_file_span(TEXT_OF("/etc/passwd"), 0, &span));
	assert_false(zone_file_span(TEXT_OF("No/Where"), 0, &span));
	assert_false(zone_file_span(text_empty(), 0, &span));
	if (!file_exists("/usr/share/zoneinfo/Asia/Tashkent"))
		skip();
	assert_true(zone_file_span(TEXT_OF("Asia/Tashkent"), INT64_C(1800000000000), &span));
	assert_int_equal(span.offset, 5 * 3600000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_made), cmocka_unit_test(test_broken), cmocka_unit_test(test_system),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
