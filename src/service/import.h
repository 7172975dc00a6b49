/*
 * import.h - CSV files into commands: dry run, result file, repeatable, nothing half-written.
 *
 * A mapping is a table that an area gives: the columns it expects, those it refuses to load and why, and a function that
 * turns one row of messy cells into commands. The engine reads the file (UTF-8 or Windows-1251; comma, semicolon or tab;
 * any line ends; quoted cells with line breaks), finds columns by their headings, runs each row's commands in one
 * savepoint (all or none), 2048 rows a group, and writes a result file: the original columns and import_status,
 * import_line, import_reason, import_corrections, import_cells. That file can be corrected and fed back; its own columns are ignored
 * then.
 *
 * Keys: every command carries a key of the source ("IK-71/2"), unique within the mapping. The engine keeps it with a hash
 * of the command in record import_row. A command whose key and hash are known is not run again (a row of only such
 * commands counts as unchanged); a known key with another hash refuses the row, unless the command says `changes`. So a
 * file can be imported twice, or go on after a crash, without duplicates. Commands refer to what others made by key, in
 * the same row, an earlier row, or an earlier import.
 *
 *	static void map_place(struct import_row *row) {
 *		struct text code = import_cell(row, PLACE_CODE);
 *		struct import_command *add = import_command(row, "place.add", code);
 *		import_input(add, "name", import_cell(row, PLACE_NAME));
 *		import_input_made(add, "building", "legacy-places", import_cell(row, PLACE_BUILDING)); }
 */
#ifndef CUSTOS_SERVICE_IMPORT_H
#define CUSTOS_SERVICE_IMPORT_H

#include <stdatomic.h>

#include "base/map.h"
#include "match/match.h"
#include "service/command.h"
#include "service/query.h"

enum { IMPORT_COLUMNS_MAXIMUM = 128, IMPORT_GROUP = 2048 };

struct import_row;
struct import_command;

struct import_column {
	const char *name;		/* for reasons and corrections */
	const char *const *headings;	/* as they occur in files, ended by NULL; compared without case and outer space */
	bool required;			/* the file must have this column */
	const char *refused;		/* message identifier: why its content is not loaded; NULL: loaded */
};

struct import_mapping {
	const char *name;		/* "legacy-places"; never renamed: it is part of stored keys */
	const char *label;		/* message identifier */
	const char *file;		/* in a folder of files: the name of this one; else NULL */
	const char *beside;		/* another file of the folder that rows look into by its first column (import_beside); else NULL */
	const struct import_column *columns;
	int column_count;
	/* Called once before the rows; what it returns is import_state(). NULL for none. */
	void *(*begin)(struct arena *arena, struct service *service, const void *setting);
	void (*row)(struct import_row *row);
	const void *setting;		/* of the mapping's own making, for begin */
};

/* ---- for mapping functions ---- */
struct arena *import_arena(const struct import_row *row);	/* lives as long as the row's group */
void *import_state(const struct import_row *row);
const struct registry *import_registry(const struct import_row *row);
int64_t import_now(const struct import_row *row);
/* What the person who starts the import said, because the files do not: time zone of new places of work (empty: not said)
 * and the day of loading ({0}: not said). */
struct text import_zone(const struct import_row *row);
struct date import_day(const struct import_row *row);
int64_t import_number(const struct import_row *row);		/* of the record after the heading, from 1 */
/* Trimmed of space and no-break space; empty when the file lacks the column or refuses it. */
struct text import_cell(const struct import_row *row, int column);
/* Cells the file gave to this row; fewer than headings when it broke off. */
size_t import_cells(const struct import_row *row);
size_t import_headings(const struct import_row *row);
/* True when no cell has anything but space. */
bool import_is_blank(const struct import_row *row);
/* True when most cells repeat their own headings. */
bool import_is_heading(const struct import_row *row);

/* The file beside this one: what the row whose first cell is `key` has under this heading. Empty when there is no such file, row or
 * heading. Lives as long as the import. */
struct text import_beside(const struct import_row *row, struct text key, const char *heading);

/* A shown correction: the row is accepted and its result says what was read as what, by which rule (message identifier). */
void import_correct(struct import_row *row, int column, struct text to, const char *rule);
/* Stops the row; column -1 for the whole. message: identifier, may have {value}, the cell. */
void import_refuse(struct import_row *row, int column, const char *message);
bool import_is_refused(const struct import_row *row);
/* Something to look at later; the row goes on. Shows among the corrections. */
void import_warn(struct import_row *row, int column, const char *message);
/*
 * The row is about this person (entry->id is not used). At the end everybody in the file is compared with everybody else and, where an
 * index of names is ready, with the people stored before: who may be one person, who may be family, who may be in the register
 * already is listed with reasons for a human. After the row's first command was made.
 */
void import_alike(struct import_row *row, const struct match_entry *entry, struct text label);
/* Rows with an equal (kind, key) are listed for a human, never merged. kind: message identifier. */
void import_duplicate_key(struct import_row *row, const char *kind, struct text key, struct text label);

struct import_command *import_command(struct import_row *row, const char *act, struct text key);
void import_input(struct import_command *command, const char *name, struct text value); /* empty: not given */
/* The identifier of what (mapping, key) made. mapping NULL: this one. */
void import_input_made(struct import_command *command, const char *name, const char *mapping, struct text key);
void import_reason(struct import_command *command, struct text reason);
/* For a WARN rule: goes on with this reason. */
void import_warning_reason(struct import_command *command, const char *rule, struct text reason);
void import_record_fact(struct import_command *command);
/* A known key whose content is other now runs the command again (one that changes) instead of refusing the row. */
void import_changes(struct import_command *command);

/* Dry run: an earlier row, or file of the same run, would make this key; what it makes cannot be looked at. */
bool import_would_make(const struct import_row *row, const char *mapping, struct text key);

/* First row of a record with these conditions as the database has it now, or NULL. For places, codes, people by number. */
const struct row *import_find(struct import_row *row, const struct record *record, const struct condition *conditions,
	size_t count);

/* ---- for the program ---- */
enum import_status { IMPORT_ACCEPTED, IMPORT_CORRECTED, IMPORT_REFUSED, IMPORT_UNCHANGED };

struct import_figures {
	int64_t rows, accepted, corrected, refused, unchanged; /* corrected ones are among the accepted */
};

/* Keys that the earlier files of one dry run would make; entries live on the arena. Begun by import_made_begin(). */
struct import_made {
	struct arena *arena;
	struct map keys;
};
void import_made_begin(struct import_made *made, struct arena *arena);

/* One thing that was said about a row, in words that can still be translated. */
struct import_finding {
	bool refused;		/* else a correction or a remark */
	int64_t number;		/* of the row */
	uint64_t line;
	const char *column;	/* or NULL: the whole row */
	const struct error *error; /* message, parameters, citation */
};

struct import_report;
struct import_options {
	bool dry_run;
	void (*progress)(void *state, int64_t rows, int64_t bytes, int64_t total_bytes); /* after each group; may be NULL */
	/* import_path: after each file; may be NULL. */
	void (*file_done)(void *state, const char *file, struct text content, const struct import_report *report);
	void *state;
	char separator;		/* 0: found out */
	bool gentle;		/* small groups: people who work meanwhile do not wait behind 512 rows */
	const atomic_bool *stop; /* set by another thread: no further row is read; may be NULL */
	int64_t since;		/* taken up again: what was made at this moment or later counts as made by this run; 0: never */
	struct text zone;
	struct date day;
	struct text beside;	/* content of the mapping's file beside; empty: it is not there */
	struct import_made *made; /* dry run of files that belong together; NULL: this file alone */
	/* Called for each correction, remark and refusal in the order of the file, on the thread that imports; may be NULL. */
	void (*finding)(void *state, const struct import_finding *finding);
	void *finding_state;
};

struct import_report {
	struct import_figures figures;
	bool stopped;		/* before the end of the file */
	struct text result;	/* CSV, UTF-8 */
	struct text duplicates;	/* CSV: kind, key, rows, labels; only heading when there are none */
	int64_t duplicate_groups;
};

/* False when the file cannot be read as a table at all (missing columns, no heading); rows that fail are in the report. */
bool import_file(struct service *service, struct arena *arena, const struct actor *actor,
	const struct import_mapping *mapping, struct text content, const struct import_options *options,
	struct import_report *out_report, struct error_list *errors);
/* "1203 rows: 1150 accepted, 320 corrected, 48 refused, 5 unchanged" */
struct text import_line(struct arena *arena, const struct import_figures *figures);
void import_add_figures(struct import_figures *into, const struct import_figures *more);

/* What `custos import --mapping NAME` names: one mapping, or several for a folder of files in the order of loading. */
struct import_set {
	const char *name, *label;
	const struct import_mapping *const *mappings; /* ended by NULL */
};
/*
 * A file, or a folder in which each mapping's file is looked for (one that is not there is left out). Writes beside each
 * source, or into `output` when not NULL: "<file>.result.csv", and "<file>.duplicates.csv" when there are any.
 */
bool import_path(struct service *service, struct arena *arena, const struct actor *actor, const struct import_set *set,
	const char *path, const char *output, const struct import_options *options, struct import_figures *out_figures,
	struct error_list *errors);

/* A mapping for "<record>.add": headings are the names of its fields, plus "id" as key (or the hash of the row). */
const struct import_mapping *import_generic(struct arena *arena, const struct registry *registry, const struct record *record,
	struct error_list *errors);
/*
 * A mapping that people make and keep by name (record import_mapping). columns: one pairing a line, "field: heading of the
 * column" or "field = one value for all rows"; the field "id" is the key of the source (without it, the content of the row
 * is its key). Faults have the path /columns. Cells are read as people write them (dates with points, yes and no, words of
 * a list in any language, numbers of other rows), and each such reading is a shown correction.
 */
const struct import_mapping *import_made_mapping(struct arena *arena, const struct registry *registry, struct text name,
	struct text record, struct text columns, struct error_list *errors);
struct import_pairing { struct text field, value; bool constant; };
/* The next pairing of the lines; field empty at the end. */
struct import_pairing import_pairing_next(struct text *rest);
/* Columns of ethnicity and belief, by their usual headings: never loaded by a made mapping. */
bool import_heading_refused(struct text heading);

/* All rows that the query's actor may see, visible columns only, in order of id; logged like a list. */
bool import_export(struct query *query, const struct record *record, struct text *out_csv, struct error_list *errors);

#endif
