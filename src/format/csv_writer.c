/* csv_writer.c - CSV out: quoting, and apostrophes before formulas. */
#include "format/csv.h"

#include <string.h>

void csv_writer_begin(struct csv_writer *writer, struct arena *arena, char separator, bool raw)
{
	*writer = (struct csv_writer){.separator = separator == 0 ? ',' : separator, .raw = raw};
	builder_begin(&writer->builder, arena, 4096);
}

void csv_mark(struct csv_writer *writer)
{
	builder_add_string(&writer->builder, "\xEF\xBB\xBF");
}

/* What a spreadsheet takes for the beginning of a formula, or strips to find one. */
static bool is_formula(struct text text)
{
	return text.length > 0 && text.data[0] != '\0' && strchr("=+-@\t\r", text.data[0]) != NULL;
}

/*
 * All separators count, not only the one in use: so a reader that looks for it finds it. Spaces at the ends are quoted
 * because some readers trim, EF at the front because it could be taken for a byte order mark.
 */
static bool needs_quotes(struct text text)
{
	if (text.length == 0)
		return false;
	if (text.data[0] == ' ' || text.data[0] == '\xEF' || text.data[text.length - 1] == ' ')
		return true;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.data[i];
		if (byte == ',' || byte == ';' || byte == '\t' || byte == '"' || byte == '\n' || byte == '\r')
			return true;
	}
	return false;
}

static void add_quoted(struct builder *builder, struct text text)
{
	size_t kept = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] != '"')
			continue;
		/* The quote is written twice: here as the end of this piece, then as the beginning of the next. */
		builder_add(builder, text_slice(text, kept, i + 1));
		kept = i;
	}
	builder_add(builder, text_slice(text, kept, text.length));
}

static void separate(struct csv_writer *writer)
{
	if (writer->cells++ > 0)
		builder_add_byte(&writer->builder, writer->separator);
}

void csv_cell(struct csv_writer *writer, struct text text)
{
	struct builder *builder = &writer->builder;
	bool apostrophe = !writer->raw && is_formula(text);
	bool quotes = needs_quotes(text) || text_find_byte(text, writer->separator) != SIZE_MAX;
	separate(writer);
	writer->lonely = writer->cells == 1 && text.length == 0;
	if (quotes)
		builder_add_byte(builder, '"');
	if (apostrophe)
		builder_add_byte(builder, '\'');
	if (quotes) {
		add_quoted(builder, text);
		builder_add_byte(builder, '"');
	} else {
		builder_add(builder, text);
	}
}

void csv_cell_string(struct csv_writer *writer, const char *text)
{
	csv_cell(writer, text_from(text));
}

void csv_cell_integer(struct csv_writer *writer, int64_t integer)
{
	separate(writer);
	writer->lonely = false;
	builder_add_integer(&writer->builder, integer);
}

void csv_record_end(struct csv_writer *writer)
{
	if (writer->cells == 0)
		return;
	/* One empty cell alone would be an empty line, which readers skip. */
	if (writer->lonely)
		builder_add_string(&writer->builder, "\"\"");
	builder_add_string(&writer->builder, "\r\n");
	writer->cells = 0;
	writer->lonely = false;
}

struct text csv_take(struct csv_writer *writer)
{
	struct text text = builder_text(&writer->builder);
	writer->builder.length = 0;
	return text;
}
