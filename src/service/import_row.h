/*
 * import_row.h - internal to the import files: a run, its groups and rows.
 *
 * Two groups take turns: while the writer runs one, the next is read and mapped. A row and all its texts live on its
 * group's arena; what must outlive the group (keys, duplicates, the result) lives on the run's.
 */
#ifndef CUSTOS_SERVICE_IMPORT_ROW_H
#define CUSTOS_SERVICE_IMPORT_ROW_H

#include "base/map.h"
#include "format/csv.h"
#include "service/import.h"
#include "service/internal.h"

/* How many cells the source gave: so that a row that broke off is not mended by the empty cells of its result. */
#define IMPORT_CELLS_HEADING "import_cells"
enum { INPUTS_MAXIMUM = 64, WARNINGS_MAXIMUM = 8 };

struct import_command {
	struct import_row *row;
	const char *act;
	struct text key;		/* "<mapping>/<key>" */
	struct pair inputs[INPUTS_MAXIMUM];
	bool made[INPUTS_MAXIMUM];	/* the value is "<mapping>/<key>" of what some command made */
	size_t input_count;
	struct pair warnings[WARNINGS_MAXIMUM];
	size_t warning_count;
	struct text reason;
	bool record_fact, changes;
	struct import_command *next;
};

/* What was said about the row, in order, for options->finding. */
struct import_said {
	struct import_finding finding;
	struct error error;
	struct import_said *next;
};

struct import_row {
	struct import *import;
	struct arena *arena;
	int64_t number;
	uint64_t line;
	const struct text *cells;	/* as in the file, without the columns of an earlier result */
	size_t cell_count;
	struct import_command *first, **last;
	struct builder reasons, corrections;
	struct import_said *said, **last_said;
	bool refused, corrected;
	int64_t same_key;		/* number of an earlier row of this file with this row's first key, or 0 */
	size_t ran, unchanged;		/* commands; set by the writer */
	struct error_list errors;
	struct ticket ticket;
};

struct import_group {
	struct arena *arena;
	struct import_row **rows;	/* IMPORT_GROUP of them */
	size_t count;
	bool running;
	pthread_mutex_t mutex;
	pthread_cond_t done;
	size_t left;
};

struct import {
	struct service *service;
	struct arena *arena;
	const struct actor *actor;
	const struct import_mapping *mapping;
	const struct import_options *options;
	void *state;
	struct error_list *errors;
	/* of the file */
	const struct text *headings;
	size_t heading_count;
	int *positions;			/* mapping column -> cell, or -1 */
	bool *own;			/* heading is a column of an earlier result file */
	size_t cells_heading;		/* the one that counts cells; heading_count when there is none */
	int64_t number, total_bytes, bytes;
	struct import_group groups[2];
	int current;
	bool failed, stopped;
	/* across rows */
	struct map keys;		/* key of a row's first command -> struct import_seen */
	struct import_made *made;	/* dry run: every key that some row would make */
	struct import_made own_made;
	size_t group_size;
	struct import_beside *beside; /* NULL: there is none */
	struct import_alike *alike;	/* NULL: no row said whom it is about */
	struct map duplicates;		/* kind "\n" key -> struct import_duplicate */
	struct csv_writer result;
	struct import_figures figures;
};

struct import_duplicate {
	const char *kind;
	struct text key;
	struct builder rows, labels;
	int64_t count;
};

/* import_beside.c: the table of options->beside, on the import's arena; NULL when it is empty or cannot be read. */
struct import_beside *import_beside_read(struct arena *arena, struct text content);

/* import_row.c */
void import_row_begin(struct import_row *row, struct import *import, struct arena *arena);
void import_row_reason(struct import_row *row, const char *column, struct text reason);
void import_row_errors(struct import_row *row);
/* Tells options->finding what was said. */
void import_row_tell(const struct import_row *row);
/* import_run.c */
void import_group_start(struct import *import, struct import_group *group);
void import_group_wait(struct import_group *group);
/* import_result.c */
void import_result_heading(struct import *import);
void import_result_row(struct import *import, struct import_row *row);
/* A column that the engine itself added to an earlier result. */
bool import_is_own_heading(struct text heading);
/* import_alike.c: rows of the list of duplicates; how many. */
int64_t import_alike_tell(struct import *import, struct csv_writer *writer);
void import_alike_end(struct import *import);
struct text import_result_duplicates(struct import *import, int64_t *out_groups);

#endif
