/*
 * import_job.h - imports that run behind the pages: uploaded files, a dry run, a load that goes on after a restart.
 *
 * An import is a row of record import_job (engine, journalled: who, when, which mapping, hash of the files, counts) and a
 * folder import/<id> in the data folder with the files and what became of them, sealed with a key of the key store and
 * taken away `import.keep_days` after the end. States:
 *
 *	checking -> checked		dry run (nothing is written)
 *	checked -> loading -> loaded	import_job.load by a person; each row once, by its key
 *	any before loaded -> stopped	import_job.stop by a person
 *	failed				the file cannot be read as a table; the findings say why
 *
 * One thread does them one after the other (import_jobs_start), in small groups, so that people who work meanwhile do not
 * wait. It looks for jobs in state checking or loading, also those that a stop of the program interrupted: a load that is
 * taken up again counts what it made before as made. Commands run under the name of who opened the job: for a mapping of
 * the program as the engine (a register is taken over as facts), for a made mapping with that person's own rights.
 */
#ifndef CUSTOS_SERVICE_IMPORT_JOB_H
#define CUSTOS_SERVICE_IMPORT_JOB_H

#include "base/hash.h"
#include "service/import.h"

extern const struct record RECORD_IMPORT_JOB, RECORD_IMPORT_MAPPING;
enum { IMPORT_JOB_MAPPING, IMPORT_JOB_FILES, IMPORT_JOB_HASH, IMPORT_JOB_SIZE, IMPORT_JOB_ZONE, IMPORT_JOB_DAY, IMPORT_JOB_VIA, IMPORT_JOB_STATE,
	IMPORT_JOB_OPENED_BY, IMPORT_JOB_LOAD_STARTED_AT, IMPORT_JOB_ENDED_AT, IMPORT_JOB_ROWS, IMPORT_JOB_ACCEPTED, IMPORT_JOB_CORRECTED,
	IMPORT_JOB_REFUSED, IMPORT_JOB_UNCHANGED, IMPORT_JOB_DUPLICATES, IMPORT_JOB_FIELD_COUNT };
enum { IMPORT_MAPPING_NAME, IMPORT_MAPPING_RECORD, IMPORT_MAPPING_COLUMNS, IMPORT_MAPPING_NOTE, IMPORT_MAPPING_FIELD_COUNT };
/* Who may take over whole registers; who may load files through made mappings, with the own rights and seeing the own imports. */
#define IMPORT_KEEPERS (ROLE(HEADQUARTERS) | ROLE(ADMINISTRATOR))
#define IMPORT_USERS (IMPORT_KEEPERS | ROLE(RECEPTION) | ROLE(GOVERNOR))
/* Whose import this is: the reader's own, or of a reader who oversees all. */
bool import_job_is_open_to(const struct row *job, const struct actor *actor);

extern const struct act ACT_IMPORT_JOB_OPEN, ACT_IMPORT_JOB_LOAD, ACT_IMPORT_JOB_STOP, ACT_IMPORT_JOB_SETTLE;

/* sets: the mappings of the program, ended by NULL. Before service_close() comes import_jobs_stop(): what is running stops
 * after its group and is taken up at the next start. */
struct import_jobs;
struct import_jobs *import_jobs_start(struct service *service, const struct import_set *const *sets);
void import_jobs_stop(struct import_jobs *jobs);
/* The mappings that jobs know; NULL-ended, empty without import_jobs_start(). */
const struct import_set *const *import_sets(const struct service *service);

struct import_upload { struct text name, content; };
struct import_order {
	struct text mapping;	/* of the program, name of a record, or name of a made mapping */
	struct text zone, day;	/* may be empty */
	const struct import_upload *uploads;
	size_t upload_count;
};
/* Seals the files, opens the job, and lets the thread check it. Faults have paths /mapping, /file, /zone, /day. */
bool import_job_open(struct service *service, struct arena *arena, const struct actor *actor, const struct import_order *order,
	struct outcome *out_outcome, struct error_list *errors);

/* Set of a name, in this order: of the program, made by people, a record. out_made: its commands run with the user's rights. */
const struct import_set *import_set_find(struct service *service, struct arena *arena, const struct import_set *const *sets,
	struct text name, bool *out_made, struct error_list *errors);

struct import_progress { int64_t rows, bytes, total_bytes; struct text file; };
/* False when it is not the one that runs now. */
bool import_job_progress(struct service *service, struct arena *arena, struct text id, struct import_progress *out_progress);

enum import_output { IMPORT_SOURCE, IMPORT_RESULT, IMPORT_DUPLICATES, IMPORT_FINDINGS };
/* File of a job; false when there is none (any more). index: of the file; findings have one for the whole job. */
bool import_job_file(struct service *service, struct arena *arena, struct text id, enum import_output output, size_t index,
	struct text *out_content);
/* The next file name in IMPORT_JOB_FILES. */
bool import_job_file_next(struct text *rest, struct text *out_name);

/*
 * What the rows said, for a page: corrections counted by column and rule, the first refused rows with their reason.
 * Messages are identifiers that can be translated.
 */
enum { IMPORT_FINDINGS_SHOWN = 200 };
struct import_said_of {
	bool refused;
	int64_t count;		/* corrections: how many; refused: number of the row, 0: the file as a whole */
	int64_t line;
	struct text file, column, citation;
	struct error error;	/* message and parameters */
};
bool import_job_findings(struct service *service, struct arena *arena, struct text id, struct import_said_of **out_items, size_t *out_count);

/* For the command line, which runs in its own thread: leaves the same row in the list of imports. */
bool import_job_note(struct service *service, struct arena *arena, const struct actor *actor, struct text mapping, struct text files,
	const struct hash *hash, int64_t size, const struct import_figures *figures, int64_t duplicates, struct error_list *errors);

#endif
