/* verify_rows.h - the tables against what the chain of all logs says of the rows; internal to the folder. */
#ifndef CUSTOS_JOURNAL_VERIFY_ROWS_H
#define CUSTOS_JOURNAL_VERIFY_ROWS_H

#include "journal/verify_log.h"

/* After all logs; chain_settle() has run. */
bool verify_rows(const struct verify_run *run);

#endif
