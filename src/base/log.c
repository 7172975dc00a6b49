/* log.c - JSON lines on standard error. */
#include "base/log.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A line is at most this long: longer values are cut, so that one write(2) stays whole and nothing is allocated. */
enum { LINE_SIZE = 4096, LINE_END_SIZE = 8 };

struct line {
	char data[LINE_SIZE];
	size_t length;
};

static atomic_int lowest_level = LOG_INFO;

void log_set_level(enum log_level level)
{
	atomic_store(&lowest_level, (int)level);
}

/* Whole or not at all. */
static bool line_add(struct line *line, const char *data, size_t size)
{
	if (line->length + size > LINE_SIZE - LINE_END_SIZE)
		return false;
	memcpy(line->data + line->length, data, size);
	line->length += size;
	return true;
}

static bool line_add_character(struct line *line, const char *bytes, size_t size, uint32_t code_point)
{
	char escape[8];
	if (code_point == '"' || code_point == '\\') {
		escape[0] = '\\';
		escape[1] = (char)code_point;
		return line_add(line, escape, 2);
	}
	if (code_point < 0x20 || code_point == 0x7F) {
		snprintf(escape, sizeof(escape), "\\u%04x", (unsigned)code_point);
		return line_add(line, escape, 6);
	}
	if (code_point == 0xFFFD)
		return line_add(line, "\\ufffd", 6);
	return line_add(line, bytes, size);
}

/* A JSON string; cut at a character when the line is full. */
static void line_add_string(struct line *line, const char *string)
{
	struct text text = text_from(string);
	size_t offset = 0;
	size_t first = 0;
	uint32_t code_point;
	if (!line_add(line, "\"", 1))
		return;
	while (text_next_code_point(text, &offset, &code_point)) {
		if (!line_add_character(line, text.data + first, offset - first, code_point))
			break;
		first = offset;
	}
	/* The closing quote always fits: line_add() leaves LINE_END_SIZE bytes free. */
	line->data[line->length++] = '"';
}

static void line_add_pair(struct line *line, const char *key, const char *value)
{
	/* Room for the key, its punctuation and at least an empty value, or nothing of the pair. */
	if (line->length + 6 * strlen(key) + 16 > LINE_SIZE - LINE_END_SIZE)
		return;
	line_add(line, line->length == 1 ? "" : ",", line->length == 1 ? 0 : 1);
	line_add_string(line, key);
	line_add(line, ":", 1);
	line_add_string(line, value);
}

static void line_write(struct line *line)
{
	line->data[line->length++] = '}';
	line->data[line->length++] = '\n';
	const char *from = line->data;
	while (line->length > 0) {
		ssize_t written = write(STDERR_FILENO, from, line->length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return; /* nowhere left to say it */
		from += written;
		line->length -= (size_t)written;
	}
}

void log_event(enum log_level level, const char *event, ...)
{
	static const char *const names[] = {"debug", "info", "warning", "error"};
	if ((int)level < atomic_load(&lowest_level))
		return;
	int saved = errno;
	struct line line;
	char time[MOMENT_TEXT_SIZE];
	line.data[0] = '{';
	line.length = 1;
	moment_write(clock_now(clock_system()), time);
	line_add_pair(&line, "time", time);
	line_add_pair(&line, "level", names[level]);
	line_add_pair(&line, "event", event);
	va_list pairs;
	va_start(pairs, event);
	const char *key;
	while ((key = va_arg(pairs, const char *)) != NULL) {
		const char *value = va_arg(pairs, const char *);
		line_add_pair(&line, key, value == NULL ? "" : value);
		if (value == NULL)
			break; /* an odd list: the sentinel came as a value */
	}
	va_end(pairs);
	line_write(&line);
	errno = saved;
}
