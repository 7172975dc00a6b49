/*
 * fail_vfs.h - an SQLite VFS over the system's in which one chosen call, or every call from it on, comes back with an error.
 *
 * Counted are all calls that can fail: opening, deleting, asking for a file; reading, writing, cutting, syncing, asking for the size,
 * locking; mapping and locking the shared memory of the log. Closing and unlocking are passed on: SQLite ignores what they say.
 */
#ifndef CUSTOS_TEST_FAIL_VFS_H
#define CUSTOS_TEST_FAIL_VFS_H

#include <stdbool.h>
#include <stdint.h>

/* Registers the VFS under the name "fail". */
void fail_begin(void);
void fail_end(void);
/* Call number `at` from now on fails, the first being 1; with `lasting` all after it, too. 0: none. */
void fail_at(int64_t at, bool lasting);
/* Calls since fail_at(). */
int64_t fail_calls(void);

#endif
