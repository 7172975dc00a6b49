/* json_place.c - where in a valid JSON text a value stands, so that a fault in an instrument can be found by whoever wrote it. */
#include "areas/assessment/instrument.h"

struct scan { struct text text; size_t at; };

static char here(const struct scan *scan)
{
	return scan->at < scan->text.length ? scan->text.data[scan->at] : '\0';
}

static void skip_space(struct scan *scan)
{
	while (here(scan) == ' ' || here(scan) == '\t' || here(scan) == '\n' || here(scan) == '\r')
		scan->at++;
}

/* The text between the quotes, as written. */
static struct text read_string(struct scan *scan)
{
	size_t from = ++scan->at;
	while (scan->at < scan->text.length && here(scan) != '"')
		scan->at += here(scan) == '\\' ? 2 : 1;
	struct text string = text_slice(scan->text, from, scan->at);
	scan->at++;
	return string;
}

/* Over one value of any kind; nesting is counted, not recursed. */
static void skip_value(struct scan *scan)
{
	int depth = 0;
	do {
		skip_space(scan);
		char c = here(scan);
		if (c == '"') {
			read_string(scan);
		} else {
			depth += c == '{' || c == '[';
			depth -= c == '}' || c == ']';
			if (c != ',' && c != ':' && c != '{' && c != '[' && c != '}' && c != ']')
				while (scan->at + 1 < scan->text.length && text_find_byte(TEXT_OF(",:]} \t\r\n"), scan->text.data[scan->at + 1]) == SIZE_MAX)
					scan->at++;
			scan->at++;
		}
	} while (depth > 0 && scan->at < scan->text.length);
}

/* Into an object or array, to the member or element that the step names. False: there is none, and nothing was moved. */
static bool enter(struct scan *scan, struct text step)
{
	struct scan inside = *scan;
	skip_space(&inside);
	bool object = here(&inside) == '{';
	int64_t wanted = -1;
	if (!object && (here(&inside) != '[' || !text_to_integer(step, &wanted)))
		return false;
	inside.at++;
	for (int64_t index = 0; inside.at < inside.text.length; index++) {
		skip_space(&inside);
		if (here(&inside) == '}' || here(&inside) == ']')
			return false;
		struct scan value = inside;
		bool found = index == wanted;
		if (object) {
			found = text_equal(read_string(&inside), step);
			skip_space(&inside);
			inside.at++; /* the colon */
			skip_space(&inside);
			value = inside;
		}
		if (found) {
			*scan = value;
			return true;
		}
		skip_value(&inside);
		skip_space(&inside);
		if (here(&inside) == ',')
			inside.at++;
	}
	return false;
}

void json_place(struct text document, struct text pointer, size_t *out_line, size_t *out_column)
{
	struct scan scan = { document, 0 };
	struct text step;
	pointer = text_slice(pointer, 1, pointer.length);
	while (pointer.length > 0 && text_next(&pointer, '/', &step))
		if (!enter(&scan, step))
			break;
	skip_space(&scan);
	*out_line = *out_column = 1;
	for (size_t i = 0; i < scan.at && i < document.length; i++) {
		bool newline = document.data[i] == '\n';
		*out_line += newline;
		/* A column is a character, not a byte of one. */
		*out_column = newline ? 1 : *out_column + (((unsigned char)document.data[i] & 0xC0) != 0x80);
	}
}
