/*
 * cut_vfs.h - an SQLite VFS that knows what the disk holds for certain and what was only written.
 *
 * It stands over the system's VFS and keeps, for every file, the bytes as of the last sync and the writes since then. A cut
 * is a picture of the disk as it might look after the power failed in that moment: of the writes that were not synced each
 * may be there, missing, or torn at a sector of 512 bytes, in any combination; a file that was never synced may be missing
 * altogether. Method: trust design, power-cut simulation; after the crash tests of SQLite itself.
 *
 * One thread only. Memory-mapped input is not offered, so that every write is seen. The shared-memory file of the log is not
 * part of a picture: SQLite makes it again.
 */
#ifndef CUSTOS_TEST_CUT_VFS_H
#define CUSTOS_TEST_CUT_VFS_H

#include <stdbool.h>
#include <stdint.h>

/* Registers the VFS under the name "cut"; seed makes the run repeatable. */
void cut_begin(uint64_t seed);
void cut_end(void);
/*
 * From now on a picture is taken with a chance of one in `rarity` before and after each write and sync (0: never), and
 * handed to taken() as the name of a folder that holds the files by their base names. taken() is called inside the VFS: it
 * may only remember the folder.
 */
void cut_pictures(const char *parent, uint32_t rarity, void (*taken)(void *state, const char *folder), void *state);
uint32_t cut_random(uint32_t below);

#endif
