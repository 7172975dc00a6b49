/*
 * log_folder.h - one exported log on disk: checkpoint, vkey, tile/..., blob/<2 hex>/<64 hex>. Internal to the folder.
 *
 * A folder compares what is walked (tiles, bundles, blobs) with its files and reports differences with the name of the
 * file, or writes what is missing. Paths are made and files read on a scratch arena that the owner resets.
 */
#ifndef CUSTOS_JOURNAL_LOG_FOLDER_H
#define CUSTOS_JOURNAL_LOG_FOLDER_H

#include "journal/checkpoint.h"
#include "journal/finding.h"
#include "journal/tile.h"

struct log_folder {
	const char *path;
	struct text log;
	struct arena *arena;   /* findings */
	struct arena *scratch; /* one tile */
	struct verify_report *report;
	struct checkpoint checkpoint;
	bool has_blobs;
};

/* Reads vkey and checkpoint and verifies the signature; findings and false when that is not possible. known: the key
 * that must have signed, or NULL to believe the file vkey. */
bool log_folder_open(struct log_folder *folder, const struct note_key *known);
/* The whole tile file, or false with a finding. */
bool log_folder_read(struct log_folder *folder, const struct tile_name *name, struct text *out_content);
/* Compares a tile of hashes, and the partial tiles that stand beside it; each difference is a finding. */
void log_folder_compare(struct log_folder *folder, const struct tile_name *name, const struct hash *hashes);
/* Compares a bundle's bytes likewise. */
void log_folder_compare_bundle(struct log_folder *folder, const struct tile_name *name, struct text bundle);
/* Checks the blob file of an entry against hash and size. */
void log_folder_check_blob(struct log_folder *folder, int64_t index, const struct hash *hash, int64_t size);
struct text blob_path(struct arena *arena, const struct hash *hash);

#endif
