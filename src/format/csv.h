/*
 * csv.h - CSV (RFC 4180) in and out, in pieces, whole or broken anywhere.
 *
 * Reader: bytes go in by csv_reader_feed(), records come out through a function, one call a record; memory is bounded by
 * the limits, not by the file. Separator , ; or tab: given, or found in the first line (the one most frequent outside
 * quotes; a comma when there is none). Lines end in CRLF, LF or CR; quoted cells may hold line ends and doubled quotes;
 * a quote inside an unquoted cell is an ordinary character; characters after a closing quote are a fault. Empty lines are
 * skipped and not numbered as records. A UTF-8 byte order mark is dropped; UTF-16 is refused. Cells arrive in UTF-8,
 * well-formed and without NUL, untrimmed. The first fault stops the reader: error E_SYNTAX or E_LIMIT with {line}.
 *
 * Writer: a cell is quoted where reading it back needs it. Cells that a spreadsheet would run as a formula (first
 * character = + - @, tab or CR) get an apostrophe in front, unless the writer is raw (source: OWASP, CSV injection).
 */
#ifndef CUSTOS_FORMAT_CSV_H
#define CUSTOS_FORMAT_CSV_H

#include "base/builder.h"
#include "base/error.h"

enum csv_encoding { CSV_UTF8, CSV_WINDOWS_1251 };

struct csv_record {
	const struct text *cells; /* good until the function returns */
	size_t count;		  /* at least 1 */
	uint64_t number;	  /* 1 is the first record, usually the heading */
	uint64_t line;		  /* of its first byte, from 1 */
};

struct csv_reader_options {
	enum csv_encoding encoding;
	char separator;	     /* 0: found in the first line */
	size_t cell_limit;   /* bytes of UTF-8; 0: 64 KiB */
	size_t record_limit; /* bytes of UTF-8 in all cells; 0: 1 MiB */
	size_t cells_limit;  /* cells in a record; 0: 1000 */
	/* False stops the reader without an error; csv_reader_feed() then gives false. */
	bool (*on_record)(void *state, const struct csv_record *record);
	void *state;
};

struct csv_reader;

/* UTF-8 when the sample is (a character may be cut at its end), otherwise Windows-1251. */
enum csv_encoding csv_guess_encoding(struct text sample);

/* The reader lives on the arena; faults go to errors. */
struct csv_reader *csv_reader_create(struct arena *arena, const struct csv_reader_options *options,
				     struct error_list *errors);
/* False when stopped by a fault or by on_record; stays false then. */
bool csv_reader_feed(struct csv_reader *reader, struct text chunk);
/* After the last chunk: gives the record without line end, complains of a quote never closed. */
bool csv_reader_finish(struct csv_reader *reader);
/* The separator in use; 0 before it is known. */
char csv_reader_separator(const struct csv_reader *reader);

struct csv_writer {
	struct builder builder;
	char separator;
	bool raw;     /* no apostrophe before formulas: for files that only programs read */
	size_t cells; /* in the record so far */
	bool lonely;  /* the record is one empty cell */
};

/* separator 0: comma. */
void csv_writer_begin(struct csv_writer *writer, struct arena *arena, char separator, bool raw);
/* Byte order mark, before the first cell: spreadsheets take the file for UTF-8 then. */
void csv_mark(struct csv_writer *writer);
void csv_cell(struct csv_writer *writer, struct text text);
void csv_cell_string(struct csv_writer *writer, const char *text);
/* A number as it is: a minus sign is no formula here. */
void csv_cell_integer(struct csv_writer *writer, int64_t integer);
/* Ends the record by CRLF; one without cells is not written. */
void csv_record_end(struct csv_writer *writer);
/* What was written since the last csv_take(), good until the next cell; large files go out in pieces this way. */
struct text csv_take(struct csv_writer *writer);

#endif
