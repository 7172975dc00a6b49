/*
 * file.h - the only place that opens, reads, writes and syncs plain files (the database drivers aside).
 *
 * All functions return true when done; on failure errno tells why. Paths are NUL-terminated UTF-8.
 */
#ifndef CUSTOS_BASE_FILE_H
#define CUSTOS_BASE_FILE_H

#include "base/arena.h"

/* Whole file onto the arena; files above limit bytes are refused (EFBIG). */
bool file_read(struct arena *arena, const char *path, size_t limit, struct text *out_content);
/* Writes a temporary file beside, syncs it, renames it over path, syncs the folder: whole or not at all. */
bool file_write_whole(const char *path, const void *data, size_t size, unsigned mode);
/* For many files at once: written in place, neither whole nor durable before file_sync_all() of their folder has come back. */
bool file_write_unsynced(const char *path, const void *data, size_t size, unsigned mode);
bool file_sync_all(const char *folder); /* everything written to the file system of that folder */
bool file_exists(const char *path);
bool file_make_folder(const char *path, unsigned mode); /* with parents; existing is fine */
bool file_remove(const char *path);
/* Names in a folder without "." and "..", sorted. */
bool file_list(struct arena *arena, const char *path, struct text **out_names, size_t *out_count);
bool file_size(const char *path, int64_t *out_size);
bool file_copy(const char *from, const char *to, unsigned mode); /* synced */
/* Free bytes on the file system of path; -1 when unknown. */
int64_t file_free_space(const char *path);
/*
 * A file that no folder shows and that is gone when closed, for libraries that write only to a path. The path names it until then, in
 * this process; file_read() reads it.
 */
struct file_hidden { int descriptor; char path[40]; };
bool file_hidden_open(struct file_hidden *out_file);
void file_hidden_close(struct file_hidden *file);
/* "a/b" from "a" and "b". */
char *file_path(struct arena *arena, const char *folder, const char *name);

#endif
