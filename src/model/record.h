/*
 * record.h - the table of a noun, and rows of it.
 *
 * One const struct record per noun. Beside its fields every row has: id (26 characters), version (1, 2, ...), created_at,
 * created_by, changed_at, changed_by (moments; identifiers of users), and log and log_index of its newest entry. Those
 * are the engine's columns; no field may take their names, nor an SQL keyword of either database.
 *
 * Scope: facility_field and person_field say through which REFERENCE field a row belongs to a facility and to a subject
 * (the person whose key encrypts it and in whose file it stands). FIELD_SELF: the row is itself that. FIELD_NONE: it
 * belongs to none. A row with a subject is in scope where its subject is; a row without one where its facility is; a row
 * with neither is national and readable by every role in readers.
 *
 * Lapse: when lapsed_readers is not empty, lapse_field is a MOMENT field, and a row whose moment has come has lapsed (absent: it has no
 * end yet). From that moment it is in no list and no count (who has a role in lapsed_readers gets it by asking for lapse_field), and for other readers
 * it does not exist. Reading compares with the clock; nothing has to be written for a row to lapse.
 *
 * Seal: while the YES_NO field sealed_field is yes, only who made the row can read it, in any list, history, file or export:
 * for work that others may see only when it is finished, such as the ratings of two people who must not know each other's. A row
 * that was once open is never sealed again.
 *
 * Closed to: for the users whose sign-in names stand in the CODES field closed_to_field a row does not exist, whatever their role: in
 * no list, count, row, history, file or export, nor does any deadline, breach or document about it, and no act can name it. The field is
 * FIXED, so every revision says the same. Verbs and rules read all rows, as they do under a seal. Acts on such rows need no second
 * person, and their children, if any, name the same users themselves: a proposal or a child would tell what the row may not.
 */
#ifndef CUSTOS_MODEL_RECORD_H
#define CUSTOS_MODEL_RECORD_H

#include "base/date.h"
#include "model/field.h"

enum { FIELD_NONE = -1, FIELD_SELF = -2 };
enum { RECORD_FIELDS_MAXIMUM = 64 };

struct row;
struct act_context;

enum record_flag {
	RECORD_ENGINE = 1,	/* made by the engine itself (deadline, breach ...): no generic act writes it */
	RECORD_CATALOGUE = 2,	/* open code list: governor or headquarters keep it with the generic add and correct acts */
	RECORD_NO_READ_LOG = 4,	/* reading it is not an event worth logging (catalogues, places) */
	RECORD_QUIET = 8,	/* that a row exists is told to its readers only: deadlines, documents and proposals about it are
				 * hidden from others like the row itself */
};

/*
 * Need to know, on top of role and scope: rows of `by` name who works with a subject now. A row of a record with a need is read, or
 * written, only by a user whom an open row of `by` about the same subject names in one of the user fields, and by the exempt roles
 * (those who inspect). The record with the need has a person_field.
 */
struct record_need {
	const struct record *by;
	int subject;		/* field of `by`: REFERENCE to the subject */
	int users[2];		/* fields of `by` that name a user; FIELD_NONE: not used */
	int ended;		/* field of `by`: present when it is over */
	role_set exempt;
};

struct record {
	const char *name;		   /* table name, path segment; snake_case, singular; never renamed */
	const char *label, *label_plural;  /* message identifiers */
	const char *help;		   /* one sentence: what it is for; message identifier */
	const struct field *fields;
	int field_count;
	int facility_field, person_field;  /* index, FIELD_NONE or FIELD_SELF */
	int parent_field;		   /* REFERENCE to the parent of a child record, or FIELD_NONE */
	int sealed_field;		   /* index of the seal; 0: rows of this record are never sealed */
	int closed_to_field;		   /* index of the names of those who may not know of a row; 0: rows are closed to nobody */
	enum compartment compartment;
	unsigned flags;
	role_set readers;		   /* may read at all */
	int lapse_field;		   /* looked at only when lapsed_readers is not empty */
	role_set lapsed_readers;	   /* may read a row that has lapsed; ROLES_NONE: rows of this record never lapse */
	role_set keepers;		   /* may use the generic acts add and correct; ROLES_NONE: only verbs write it */
	role_set correctors;		   /* may use correct alone, without keepers: verbs make the rows, a slip in one is mended with a reason */
	const struct citation *basis;
	const struct record_need *need;	   /* NULL: role and scope are enough */
	/* Extra checks over the whole row: adds faults. NULL for none. */
	bool (*check)(const struct act_context *context, const struct row *row, struct error_list *errors);
	/* Fills DERIVED fields from others of the same row; pure. NULL for none. */
	void (*derive)(struct arena *arena, struct row *row);
	/* Short name of a row for lists and links. NULL: the first LISTED field. */
	struct text (*title)(struct arena *arena, const struct row *row);
	/* The same in a reader's language ("ru"), of records whose rows bring their words in several; empty: there is none in it. NULL for none. */
	struct text (*title_in)(struct arena *arena, const struct row *row, const char *language);
};

struct row {
	const struct record *record;
	struct text id;
	int64_t version; /* 0: not stored yet */
	int64_t created_at, changed_at;
	struct text created_by, changed_by;
	struct text log;
	int64_t log_index;	/* -1: none */
	struct value *values;	/* record->field_count of them */
	uint64_t redacted;	/* bit per field: withheld from this reader; value is ABSENT */
};

struct rows {
	struct row **items;
	size_t count;
};

struct row *row_new(struct arena *arena, const struct record *record); /* all ABSENT, no id */
struct row *row_copy(struct arena *arena, const struct row *row);      /* deep in values array, texts shared */
/* Field index by name, or FIELD_NONE. */
int record_field(const struct record *record, struct text name);

struct value row_value(const struct row *row, int field);
struct text row_text(const struct row *row, int field);	      /* empty when absent, unknown or integer */
int64_t row_integer(const struct row *row, int field, int64_t otherwise);
bool row_is_yes(const struct row *row, int field);
/* Whole or partial; {0} when absent or unknown. */
struct date row_date(const struct row *row, int field);
int64_t row_moment(const struct row *row, int field); /* 0 when absent */
bool row_has(const struct row *row, int field);	      /* present and known */
bool row_is(const struct row *row, int field, const char *code); /* text equals */
void row_set(struct row *row, int field, struct value value);
void row_set_text(struct row *row, int field, struct text text);
void row_set_string(struct row *row, int field, const char *string); /* literal or arena text, not copied */
void row_set_integer(struct row *row, int field, int64_t integer);
void row_set_yes_no(struct row *row, int field, bool yes);
void row_set_date(struct row *row, struct arena *arena, int field, struct date date);
struct text row_title(struct arena *arena, const struct row *row);
/* Subject and facility by the scope fields above; empty when none. */
struct text row_subject(const struct row *row);
struct text row_facility(const struct row *row);
/* Whether the row is closed to the user with this sign-in name (see above); a name written in other case is the same name. */
bool row_is_closed_to(const struct row *row, struct text name);
/* Whether the row has lapsed at a moment (see above). */
bool row_has_lapsed(const struct row *row, int64_t now);
/* Field checks of a whole row: required, fixed against old (NULL on insert), record->check. */
bool row_check(const struct act_context *context, const struct row *row, const struct row *old, struct error_list *errors);

#endif
