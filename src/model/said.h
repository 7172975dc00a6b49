/*
 * said.h - sentences that the program itself writes into a row: kept as a code, read in the language of the reader.
 *
 * Text of a LINE or PROSE field "custos:<message identifier>" with one parameter "|<name>=<value>" behind it. Pages turn it
 * into words (page_said); JSON and CSV show the code, because a machine wants the same text in every language.
 */
#ifndef CUSTOS_MODEL_SAID_H
#define CUSTOS_MODEL_SAID_H

#include "base/error.h"

/* message: identifier. name NULL: no parameter. */
struct text said_make(struct arena *arena, const char *message, const char *name, struct text value);
/* False when people wrote the text themselves. Fills message and parameter of the error. */
bool said_read(struct arena *arena, struct text text, struct error *out_error);

#endif
