/*
 * import_files.h - internal to the import jobs: their files, sealed, and the findings in them.
 *
 * A file is import/<id>.<output>-<index> in the data folder, XChaCha20-Poly1305 under the key store's key of owner
 * "import"; its own name is bound into the ciphertext.
 */
#ifndef CUSTOS_SERVICE_IMPORT_FILES_H
#define CUSTOS_SERVICE_IMPORT_FILES_H

#include "service/import_job.h"
#include "service/internal.h"

bool import_files_write(struct service *service, struct text id, enum import_output output, size_t index, struct text content,
	struct error_list *errors);
/* Files of jobs that ended before `before` go, and those of jobs that were never opened. */
void import_files_tidy(struct service *service, int64_t before);

/* Findings as they are gathered: corrections counted, the first refusals whole. Lives on the arena. */
struct import_gathering {
	struct arena *arena;
	struct text file;	/* being read now; set by whoever imports */
	struct map corrections; /* file, column, message -> struct import_said_of */
	struct import_said_of *refusals;
	size_t refusal_count;
};
void import_gathering_begin(struct import_gathering *gathering, struct arena *arena);
/* For import_options.finding, with the gathering as its state. */
void import_gathering_add(void *state, const struct import_finding *finding);
/* A fault of a whole file. */
void import_gathering_fault(struct import_gathering *gathering, const struct error *error);
struct text import_gathering_text(const struct import_gathering *gathering);

#endif
