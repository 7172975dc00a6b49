/*
 * field.h - one field of a record or of an act's input: name, type, sensitivity, limits.
 *
 * A field table says what is true of the data, never how a screen looks. Types are closed and know no domain. How a type
 * is held (struct value), written in SQL, and written as text (JSON string unless said; CSV; form):
 *
 *	LINE PROSE	text; PROSE may hold line breaks		CODE	text of [A-Za-z0-9./_-], upper or lower as given
 *	INTEGER		integer; JSON number				DECIMAL	integer scaled by 10^limits.scale; "12.50"
 *	MONEY		integer minor units; "12.50" (scale 2)		YES_NO	integer 0/1; JSON boolean; text "yes"/"no"
 *	DATE		text "2026-11-20"				PARTIAL_DATE text "1974", "1974-05", "1974-05-09"
 *	MOMENT		integer ms since epoch; "2026-11-20T08:15:30.000Z"  DURATION text ISO 8601 "P7Y6M"
 *	CHOICE		text, a code of choices				CODES	text, distinct codes parted by one space, sorted
 *	REFERENCE	text, identifier of a row of `reference`	DOCUMENT text, identifier of a document row
 *	HASH		text, 64 hex digits
 */
#ifndef CUSTOS_MODEL_FIELD_H
#define CUSTOS_MODEL_FIELD_H

#include "base/error.h"
#include "model/citation.h"
#include "model/role.h"
#include "model/value.h"

enum field_type {
	FIELD_UNSET, FIELD_LINE, FIELD_PROSE, FIELD_CODE, FIELD_INTEGER, FIELD_DECIMAL, FIELD_MONEY, FIELD_YES_NO,
	FIELD_DATE, FIELD_PARTIAL_DATE, FIELD_MOMENT, FIELD_DURATION, FIELD_CHOICE, FIELD_CODES, FIELD_REFERENCE,
	FIELD_DOCUMENT, FIELD_HASH, FIELD_TYPE_COUNT
};

enum field_flag {
	FIELD_REQUIRED = 1,	/* must be present; "?" counts as present where FIELD_MAY_BE_UNKNOWN */
	FIELD_UNIQUE = 2,	/* among rows of the record */
	FIELD_FIXED = 4,	/* never changes after insert */
	FIELD_DERIVED = 8,	/* set by acts or derive, never typed in by a person */
	FIELD_SEARCHED = 16,	/* indexed and in the list's search box */
	FIELD_LISTED = 32,	/* column of the generic list */
	FIELD_MAY_BE_UNKNOWN = 64,
	FIELD_INDEXED = 128,	/* plain index; references are indexed by themselves */
};

struct choice {
	const char *code;
	const char *label; /* message identifier; a table ends with code NULL */
};

struct limits {
	int64_t minimum, maximum; /* of integers as held; of length in code points for texts (0 = default for the type) */
	int scale;		  /* DECIMAL */
};

struct field {
	const char *name;	  /* column, JSON key, form name, CSV heading; snake_case; never renamed */
	const char *label, *help; /* message identifiers */
	enum field_type type;
	enum sensitivity sensitivity;
	unsigned flags;
	struct limits limits;
	const struct choice *choices;
	const char *reference;	  /* record name, for REFERENCE */
	const struct citation *basis;
	int since; /* schema version that brought it; 0 reads as 1 */
};

/*
 * Default lengths: LINE 200, PROSE 20,000, CODE 64, CODES 400 code points. Default range of INTEGER: what JSON numbers hold
 * exactly (2^53 - 1 either side); of DECIMAL and MONEY: 18 digits. A minimum above 0 with maximum 0 has no upper end but
 * the type's.
 */
bool field_is_integer(const struct field *field); /* held as VALUE_INTEGER */
const struct choice *field_choice(const struct field *field, struct text code);
/*
 * Reads the text form (form, CSV, JSON string) into a value: trims, checks type, limits and choices. Empty gives ABSENT.
 * "?" gives UNKNOWN where allowed. Faults go to errors with path "/name". Required is not checked here.
 */
bool field_parse(const struct field *field, struct arena *arena, struct text text, struct value *out_value,
	struct error_list *errors);
/*
 * Is a value, as held, one that the field may hold: kind, unknown allowed, canonical form, limits, choices. ABSENT is
 * fine here. field_parse() gives only values that pass.
 */
bool field_check(const struct field *field, struct value value, struct error_list *errors);
/* Canonical text form; ABSENT gives the empty text, UNKNOWN "?". */
struct text field_text(const struct field *field, struct arena *arena, struct value value);

#endif
