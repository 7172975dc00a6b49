/* csv_reader.c - CSV in: a state machine over bytes that may arrive in any pieces. */
#include "format/csv.h"

#include <string.h>

enum { CELL_LIMIT = 64 * 1024, RECORD_LIMIT = 1024 * 1024, CELLS_LIMIT = 1000, HEAD_LIMIT = 64 * 1024 };

enum csv_place {
	AT_RECORD, /* before the first byte of a line */
	AT_CELL,   /* after a separator */
	IN_CELL,
	IN_QUOTES,
	AFTER_QUOTE, /* a quote inside quotes: the end, or the first of two */
};

struct csv_reader {
	struct csv_reader_options options;
	struct error_list *errors;
	bool stopped;

	/* The first bytes are kept until they show the mark, the encoding and the separator. */
	bool started;
	char separator;
	struct builder head;

	enum csv_place place;
	bool after_return; /* the last byte was CR: an LF now belongs to it */
	uint64_t line;	   /* of the next byte */
	uint64_t number;
	uint64_t record_line;
	uint64_t quote_line; /* where the last quoted cell began */

	/* The record so far: bytes of all cells, and where each one ends. Both are used again for the next record. */
	struct builder bytes;
	size_t cell_begin;
	size_t *ends;
	struct text *cells;
	size_t count;
	size_t capacity;
};

/* Windows-1251, bytes 80..BF (source: unicode.org, CP1251.TXT; 98 is not assigned there); C0..FF are U+0410..U+044F. */
static const uint16_t windows_1251[64] = {
	0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
	0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
	0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
	0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
	0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
};

enum csv_encoding csv_guess_encoding(struct text sample)
{
	if (text_is_utf8(sample))
		return CSV_UTF8;
	/* At most three bytes of a character that goes on after the sample. */
	for (size_t cut = 1; cut <= 3 && cut < sample.length; cut++) {
		unsigned char lead = (unsigned char)sample.data[sample.length - cut];
		if (lead >= 0xC2 && lead <= 0xF4)
			return text_is_utf8(text_slice(sample, 0, sample.length - cut)) ? CSV_UTF8 : CSV_WINDOWS_1251;
		if ((lead & 0xC0) != 0x80)
			break;
	}
	return CSV_WINDOWS_1251;
}

struct csv_reader *csv_reader_create(struct arena *arena, const struct csv_reader_options *options,
				     struct error_list *errors)
{
	struct csv_reader *reader = ARENA_NEW(arena, struct csv_reader);
	reader->options = *options;
	if (reader->options.cell_limit == 0)
		reader->options.cell_limit = CELL_LIMIT;
	if (reader->options.record_limit == 0)
		reader->options.record_limit = RECORD_LIMIT;
	if (reader->options.cells_limit == 0)
		reader->options.cells_limit = CELLS_LIMIT;
	reader->errors = errors;
	reader->separator = options->separator;
	reader->line = 1;
	builder_begin(&reader->head, arena, 0);
	builder_begin(&reader->bytes, arena, 1024);
	return reader;
}

char csv_reader_separator(const struct csv_reader *reader)
{
	return reader->separator;
}

static bool fail(struct csv_reader *reader, enum error_code code, uint64_t line, const char *message)
{
	struct arena *arena = reader->errors->arena;
	reader->stopped = true;
	error_add(reader->errors, &(struct error){
		.code = code,
		.message = message,
		.parameters = {{.name = "line", .value = arena_format(arena, "%llu", (unsigned long long)line)}}});
	return false;
}

static void grow_cells(struct csv_reader *reader)
{
	size_t capacity = reader->capacity == 0 ? 32 : reader->capacity * 2;
	size_t *ends = ARENA_ARRAY(reader->bytes.arena, size_t, capacity);
	if (reader->count > 0)
		memcpy(ends, reader->ends, reader->count * sizeof(*ends));
	reader->ends = ends;
	reader->cells = ARENA_ARRAY(reader->bytes.arena, struct text, capacity);
	reader->capacity = capacity;
}

static bool end_cell(struct csv_reader *reader)
{
	struct builder *bytes = &reader->bytes;
	if (reader->count == reader->options.cells_limit)
		return fail(reader, E_LIMIT, reader->line, N_("Line {line} has too many columns"));
	struct text cell = text_make(bytes->data + reader->cell_begin, bytes->length - reader->cell_begin);
	if (!text_is_utf8(cell))
		return fail(reader, E_SYNTAX, reader->record_line,
			    N_("The record at line {line} holds bytes that are not text in this encoding"));
	if (reader->count == reader->capacity)
		grow_cells(reader);
	reader->ends[reader->count++] = bytes->length;
	reader->cell_begin = bytes->length;
	return true;
}

static bool end_record(struct csv_reader *reader)
{
	if (!end_cell(reader))
		return false;
	size_t begin = 0;
	for (size_t i = 0; i < reader->count; i++) {
		reader->cells[i] = text_make(reader->bytes.data + begin, reader->ends[i] - begin);
		begin = reader->ends[i];
	}
	struct csv_record record = {.cells = reader->cells,
				    .count = reader->count,
				    .number = ++reader->number,
				    .line = reader->record_line};
	reader->count = 0;
	reader->place = AT_RECORD;
	bool go_on = reader->options.on_record(reader->options.state, &record);
	reader->bytes.length = 0;
	reader->cell_begin = 0;
	reader->stopped = !go_on;
	return go_on;
}

/* One byte of content, decoded. */
static bool add_content(struct csv_reader *reader, char byte)
{
	unsigned char value = (unsigned char)byte;
	if (value < 0x80 || reader->options.encoding == CSV_UTF8)
		builder_add_byte(&reader->bytes, byte);
	else
		builder_add_code_point(&reader->bytes, value < 0xC0 ? windows_1251[value - 0x80] : value - 0xC0U + 0x0410);
	if (reader->bytes.length - reader->cell_begin > reader->options.cell_limit)
		return fail(reader, E_LIMIT, reader->line, N_("A cell at line {line} is too long"));
	if (reader->bytes.length > reader->options.record_limit)
		return fail(reader, E_LIMIT, reader->line, N_("The record at line {line} is too long"));
	return true;
}

/* A byte outside quotes that is no quote with a meaning. */
static bool take_plain(struct csv_reader *reader, char byte)
{
	if (byte == reader->separator) {
		reader->place = AT_CELL;
		return end_cell(reader);
	}
	if (byte == '\n' || byte == '\r')
		return end_record(reader);
	reader->place = IN_CELL;
	return add_content(reader, byte);
}

static bool take_byte(struct csv_reader *reader, char byte)
{
	switch (reader->place) {
	case AT_RECORD:
		if (byte == '\n' || byte == '\r')
			return true; /* an empty line, or the LF of CRLF */
		reader->record_line = reader->line;
		__attribute__((fallthrough));
	case AT_CELL:
		if (byte == '"') {
			reader->quote_line = reader->line;
			reader->place = IN_QUOTES;
			return true;
		}
		return take_plain(reader, byte);
	case IN_CELL:
		return take_plain(reader, byte);
	case IN_QUOTES:
		if (byte == '"') {
			reader->place = AFTER_QUOTE;
			return true;
		}
		return add_content(reader, byte);
	case AFTER_QUOTE:
		if (byte == '"') {
			reader->place = IN_QUOTES;
			return add_content(reader, byte);
		}
		if (byte != reader->separator && byte != '\n' && byte != '\r')
			return fail(reader, E_SYNTAX, reader->line,
				    N_("At line {line}, a closing quotation mark is followed by other text"));
		return take_plain(reader, byte);
	}
	return false;
}

/* Counts lines: CR, LF and CRLF end one each. */
static void count_line(struct csv_reader *reader, char byte)
{
	if (byte == '\r' || (byte == '\n' && !reader->after_return))
		reader->line++;
	reader->after_return = byte == '\r';
}

static bool take_bytes(struct csv_reader *reader, struct text chunk)
{
	for (size_t i = 0; i < chunk.length; i++) {
		if (!take_byte(reader, chunk.data[i]))
			return false;
		count_line(reader, chunk.data[i]);
	}
	return true;
}

/* The end of the first line that is not empty, or SIZE_MAX; counts the separators outside quotes on the way. */
static size_t scan_first_line(struct text head, size_t counts[3])
{
	static const char separators[3] = {',', ';', '\t'};
	bool in_quotes = false;
	bool empty = true;
	for (size_t i = 0; i < head.length; i++) {
		char byte = head.data[i];
		/* A quote opens at the beginning of a cell, and after one that closed: two of them are one. */
		bool opens = i == 0 || strchr(",;\t\r\n\"", head.data[i - 1]) != NULL;
		if (byte == '"')
			in_quotes = !in_quotes && opens;
		else if (!in_quotes && (byte == '\n' || byte == '\r') && !empty)
			return i;
		for (size_t s = 0; s < 3 && !in_quotes; s++)
			counts[s] += byte == separators[s];
		empty = empty && (byte == '\n' || byte == '\r');
	}
	return SIZE_MAX;
}

static void find_separator(struct csv_reader *reader, const size_t counts[3])
{
	reader->separator = ',';
	if (counts[1] > counts[0])
		reader->separator = ';';
	if (counts[2] > counts[0] && counts[2] > counts[1])
		reader->separator = '\t';
}

/* Looks at the kept bytes; starts when they tell enough or no more will come. */
static bool try_start(struct csv_reader *reader, bool last)
{
	struct text head = builder_text(&reader->head);
	size_t counts[3] = {0};
	if (head.length < 3 && !last)
		return true;
	if (text_starts_with(head, TEXT_OF("\xFF\xFE")) || text_starts_with(head, TEXT_OF("\xFE\xFF"))) {
		/* In Windows-1251 these are letters ("яю"), but no file begins so by chance. */
		return fail(reader, E_SYNTAX, 1, N_("The file is in UTF-16: save it as CSV in UTF-8"));
	}
	if (text_starts_with(head, TEXT_OF("\xEF\xBB\xBF"))) {
		reader->options.encoding = CSV_UTF8;
		head = text_slice(head, 3, head.length);
	}
	if (reader->separator == 0) {
		if (scan_first_line(head, counts) == SIZE_MAX && head.length < HEAD_LIMIT && !last)
			return true;
		find_separator(reader, counts);
	}
	reader->started = true;
	return take_bytes(reader, head);
}

bool csv_reader_feed(struct csv_reader *reader, struct text chunk)
{
	/* Small bites until the separator is known, so that looking again costs little. */
	while (!reader->stopped && !reader->started && chunk.length > 0) {
		size_t bite = reader->head.length < 1024 ? 1024 : reader->head.length;
		if (bite > chunk.length)
			bite = chunk.length;
		builder_add(&reader->head, text_slice(chunk, 0, bite));
		chunk = text_slice(chunk, bite, chunk.length);
		if (!try_start(reader, false))
			return false;
	}
	return !reader->stopped && take_bytes(reader, chunk);
}

bool csv_reader_finish(struct csv_reader *reader)
{
	if (reader->stopped || (!reader->started && !try_start(reader, true)))
		return false;
	if (reader->place == IN_QUOTES)
		return fail(reader, E_SYNTAX, reader->quote_line,
			    N_("The quotation mark opened at line {line} is never closed"));
	return reader->place == AT_RECORD || end_record(reader);
}
