/* xlsx.c - a spreadsheet through libxlsxwriter, which writes only to a path: to a file that no folder shows. */
#include "format/xlsx.h"

#include "base/file.h"

#include <xlsxwriter.h>

enum { FILE_LIMIT = 64 * 1024 * 1024, CELL_LIMIT = 32000 /* bytes; the format allows 32767 characters */ };

struct xlsx {
	struct arena *arena;
	struct file_hidden file;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *bold, *percent;
	lxw_row_t row;
	lxw_col_t column;
	bool failed;
};

struct xlsx *xlsx_begin(struct arena *arena, const char *name, bool right_to_left, const int *widths, size_t columns)
{
	struct xlsx *xlsx = ARENA_NEW(arena, struct xlsx);
	*xlsx = (struct xlsx){ .arena = arena };
	if (!file_hidden_open(&xlsx->file))
		return NULL;
	xlsx->workbook = workbook_new(xlsx->file.path);
	xlsx->sheet = xlsx->workbook ? workbook_add_worksheet(xlsx->workbook, name) : NULL;
	if (!xlsx->sheet) {
		file_hidden_close(&xlsx->file);
		return NULL;
	}
	/* The first second of the format's own calendar, not the clock of the machine. */
	lxw_doc_properties properties = { .created = 315532800 };
	workbook_set_properties(xlsx->workbook, &properties);
	xlsx->bold = workbook_add_format(xlsx->workbook);
	format_set_bold(xlsx->bold);
	xlsx->percent = workbook_add_format(xlsx->workbook);
	format_set_num_format(xlsx->percent, "0.0%");
	if (right_to_left)
		worksheet_right_to_left(xlsx->sheet);
	for (size_t i = 0; i < columns; i++)
		worksheet_set_column(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL);
	return xlsx;
}

/* Cut between characters; control characters, which XML cannot carry, are left out. */
static const char *cell_string(struct xlsx *xlsx, struct text text)
{
	size_t length = text.length < CELL_LIMIT ? text.length : CELL_LIMIT, count = 0;
	while (length < text.length && length > 0 && ((unsigned char)text.data[length] & 0xC0) == 0x80)
		length--;
	char *cell = ARENA_ARRAY(xlsx->arena, char, length + 1);
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text.data[i] >= ' ' || text.data[i] == '\n' || text.data[i] == '\t')
			cell[count++] = text.data[i];
	cell[count] = '\0';
	return cell;
}

static void write_string(struct xlsx *xlsx, struct text text, lxw_format *format)
{
	lxw_error error = text.length ? worksheet_write_string(xlsx->sheet, xlsx->row, xlsx->column, cell_string(xlsx, text), format) : LXW_NO_ERROR;
	xlsx->failed = xlsx->failed || error != LXW_NO_ERROR;
	xlsx->column++;
}

static void write_number(struct xlsx *xlsx, double number, lxw_format *format)
{
	xlsx->failed = worksheet_write_number(xlsx->sheet, xlsx->row, xlsx->column, number, format) != LXW_NO_ERROR || xlsx->failed;
	xlsx->column++;
}

void xlsx_text(struct xlsx *xlsx, struct text text) { write_string(xlsx, text, NULL); }

void xlsx_heading(struct xlsx *xlsx, struct text text) { write_string(xlsx, text, xlsx->bold); }

void xlsx_integer(struct xlsx *xlsx, int64_t integer) { write_number(xlsx, (double)integer, NULL); }

void xlsx_share(struct xlsx *xlsx, int64_t part, int64_t whole) { write_number(xlsx, (double)part / (double)whole, xlsx->percent); }

void xlsx_row_end(struct xlsx *xlsx)
{
	xlsx->row++;
	xlsx->column = 0;
}

bool xlsx_finish(struct xlsx *xlsx, struct text *out_file, struct error_list *errors)
{
	bool written = workbook_close(xlsx->workbook) == LXW_NO_ERROR && !xlsx->failed;
	bool done = written && file_read(xlsx->arena, xlsx->file.path, FILE_LIMIT, out_file);
	file_hidden_close(&xlsx->file);
	if (!done)
		error_say(errors, E_SYSTEM, NULL, N_("The spreadsheet could not be written. Ask for the CSV file"));
	return done;
}
