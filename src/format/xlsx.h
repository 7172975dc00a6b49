/*
 * xlsx.h - one sheet of a spreadsheet (Office Open XML, ECMA-376), by libxlsxwriter.
 *
 * Cells come row by row, from left to right. Text is always text: nothing that a cell holds is ever run as a formula. Numbers are
 * numbers; shares are shown in per cent with one decimal. The file carries no name, no time and no place of making: the same cells give
 * the same sheet.
 */
#ifndef CUSTOS_FORMAT_XLSX_H
#define CUSTOS_FORMAT_XLSX_H

#include "base/arena.h"
#include "base/error.h"

struct xlsx; /* on the arena; every sheet begun must be finished */

/* name: of the sheet, 1 to 31 ASCII letters, digits, hyphens. right_to_left: the first column stands on the right. widths: of the
 * columns, in characters. NULL only when there is no memory. */
struct xlsx *xlsx_begin(struct arena *arena, const char *name, bool right_to_left, const int *widths, size_t columns);
void xlsx_text(struct xlsx *xlsx, struct text text);
/* A heading of the columns below, in bold. */
void xlsx_heading(struct xlsx *xlsx, struct text text);
void xlsx_integer(struct xlsx *xlsx, int64_t integer);
/* part of whole; whole must not be 0. */
void xlsx_share(struct xlsx *xlsx, int64_t part, int64_t whole);
void xlsx_row_end(struct xlsx *xlsx);
/* The whole file on the arena. E_SYSTEM when the library or the memory fails. */
bool xlsx_finish(struct xlsx *xlsx, struct text *out_file, struct error_list *errors);

#endif
