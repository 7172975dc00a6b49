/* test_log.c - unit tests of base/log: standard error goes into a pipe and is read back. */
#include "base/log.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char line[8192];
static int pipe_ends[2];
static int standard_error;

static void begin_capture(void)
{
	assert_int_equal(pipe(pipe_ends), 0);
	standard_error = dup(STDERR_FILENO);
	assert_true(dup2(pipe_ends[1], STDERR_FILENO) >= 0);
}

static void end_capture(void)
{
	assert_true(dup2(standard_error, STDERR_FILENO) >= 0);
	close(standard_error);
	close(pipe_ends[1]);
	ssize_t count = read(pipe_ends[0], line, sizeof(line) - 1);
	close(pipe_ends[0]);
	assert_true(count >= 0);
	line[count] = '\0';
}

static void writes_one_json_line(void **state)
{
	(void)state;
	begin_capture();
	log_event(LOG_INFO, "listen", "address", "127.0.0.1:8080", "empty", "", NULL);
	end_capture();
	assert_memory_equal(line, "{\"time\":\"20", 11);
	assert_non_null(strstr(line, "Z\",\"level\":\"info\",\"event\":\"listen\",\"address\":\"127.0.0.1:8080\",\"empty\":\"\"}\n"));
	assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
}

static void escapes_what_could_break_the_line(void **state)
{
	(void)state;
	begin_capture();
	log_event(LOG_ERROR, "e", "k", "a\"b\\c\n\x7f\xC3\xA9\xFF", NULL);
	end_capture();
	assert_non_null(strstr(line, "\"level\":\"error\",\"event\":\"e\",\"k\":\"a\\\"b\\\\c\\u000a\\u007f\xC3\xA9\\ufffd\"}\n"));
}

static void keeps_silent_below_the_level(void **state)
{
	(void)state;
	begin_capture();
	log_event(LOG_DEBUG, "quiet", NULL);
	log_set_level(LOG_ERROR);
	log_event(LOG_WARNING, "quiet", NULL);
	log_set_level(LOG_DEBUG);
	log_event(LOG_DEBUG, "loud", NULL);
	log_set_level(LOG_INFO);
	end_capture();
	assert_null(strstr(line, "quiet"));
	assert_non_null(strstr(line, "\"level\":\"debug\",\"event\":\"loud\"}\n"));
}

static void cuts_long_values_but_closes_the_line(void **state)
{
	(void)state;
	char value[6001];
	/* Two bytes a character: the cut must not split one. */
	for (size_t i = 0; i < 6000; i += 2)
		memcpy(value + i, "\xC3\xA9", 2);
	value[6000] = '\0';
	for (int shift = 0; shift < 4; shift++) {
		begin_capture();
		log_event(LOG_INFO, "long", "k", value + 2 * shift, "after", "left out", NULL);
		end_capture();
		size_t length = strlen(line);
		assert_in_range(length, 4000, 4096);
		assert_string_equal(line + length - 4, "\xA9\"}\n");
		assert_null(strstr(line, "after"));
	}
	begin_capture();
	log_event(LOG_INFO, "long", value, "key too long", "k", "kept", NULL);
	end_capture();
	assert_non_null(strstr(line, "\"event\":\"long\",\"k\":\"kept\"}\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_one_json_line),
		cmocka_unit_test(escapes_what_could_break_the_line),
		cmocka_unit_test(keeps_silent_below_the_level),
		cmocka_unit_test(cuts_long_values_but_closes_the_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
