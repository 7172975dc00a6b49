/*
 * reports.h - readings of custody that join several tables: hand-written SQL with declared columns.
 *
 * A report reads one facility: $1 is always its identifier, and an actor outside its scope gets E_ACCESS before anything is
 * asked. Each column names the field it shows; a column whose record or field the actor may not see comes back absent, and
 * so do all texts of a row that is about the actor. Reports about one person check that the person may be read. What was
 * read about whom goes to the access log by query_note(). Rows are on the query's arena.
 */
#ifndef CUSTOS_AREAS_CUSTODY_REPORTS_H
#define CUSTOS_AREAS_CUSTODY_REPORTS_H

#include "areas/custody/records.h"
#include "service/query.h"

enum { REPORT_COLUMNS = 16, REPORT_WHERE_MAXIMUM = 50 };

/* record NULL: a count or another value that is about nobody. field may be FIELD_ID. */
struct report_column { const struct record *record; int field; };

struct report {
	const char *kind; /* word of the access log; NULL: nobody is named */
	const char *sql;
	int person_column; /* index of the column with the person's identifier, or -1 */
	struct report_column columns[REPORT_COLUMNS];
	size_t column_count;
};

/* Columns of each report, in order. */
enum { OCCUPANT_PLACE, OCCUPANT_BED, OCCUPANT_SINCE, OCCUPANT_PERSON, OCCUPANT_NAME, OCCUPANT_NUMBER, OCCUPANT_STATUS,
	OCCUPANT_WHEREABOUTS, OCCUPANT_RELEASE, OCCUPANT_COLUMNS };
enum { UNPLACED_PERSON, UNPLACED_NAME, UNPLACED_NUMBER, UNPLACED_STATUS, UNPLACED_SEX, UNPLACED_COLUMNS };
enum { ROLL_WHEREABOUTS, ROLL_COUNT, ROLL_COLUMNS };
enum { GONE_MOVEMENT, GONE_PERSON, GONE_NAME, GONE_NUMBER, GONE_KIND, GONE_DIRECTION, GONE_DESTINATION, GONE_AT, GONE_DUE_BACK,
	GONE_RETURNED_AT, GONE_STATE, GONE_ESCORT, GONE_COLUMNS };
enum { HANDOVER_TRANSFER, HANDOVER_PERSON, HANDOVER_NAME, HANDOVER_NUMBER, HANDOVER_FROM, HANDOVER_TO, HANDOVER_FROM_NAME,
	HANDOVER_TO_NAME, HANDOVER_STATE, HANDOVER_WHY, HANDOVER_OFFERED_AT, HANDOVER_DEPARTED_AT, HANDOVER_COLUMNS };
enum { DUE_PERSON, DUE_NAME, DUE_NUMBER, DUE_DATE, DUE_DATE_KIND, DUE_WHEREABOUTS, DUE_RELEASE, DUE_STATE, DUE_PLANNED,
	DUE_PROPERTY, DUE_FILE, DUE_COLUMNS };
enum { APART_ROW, APART_PERSON, APART_NAME, APART_NUMBER, APART_GROUND, APART_EXPIRES, APART_COLUMNS };
enum { WHERE_PERSON, WHERE_PLACE, WHERE_CODE, WHERE_BED, WHERE_COLUMNS };

bool report_occupants(struct query *query, struct text facility, struct store_result *out, struct error_list *errors);
/* In the facility, without a place to sleep. */
bool report_unplaced(struct query *query, struct text facility, struct store_result *out, struct error_list *errors);
/* People of the facility by whereabouts (in, out, in_transit). */
bool report_roll(struct query *query, struct text facility, struct store_result *out, struct error_list *errors);
/* Those who are out now, soonest due back first. */
bool report_out(struct query *query, struct text facility, struct store_result *out, struct error_list *errors);
/* Movements that left, came or came back between two moments. */
bool report_movements(struct query *query, struct text facility, int64_t from, int64_t to, struct store_result *out,
	struct error_list *errors);
/* Transfers offered or on the way, from or to the facility. */
bool report_transfers(struct query *query, struct text facility, struct store_result *out, struct error_list *errors);
/* People whose release date is on or before a day or whose release is being prepared, soonest first. */
bool report_releases(struct query *query, struct text facility, struct date until, struct store_result *out,
	struct error_list *errors);

/* Live keep-apart decisions that name the person, from either file; the other person is shown. */
bool report_keep_apart(struct query *query, struct text person, struct date day, struct store_result *out,
	struct error_list *errors);
/* Where up to REPORT_WHERE_MAXIMUM people sleep. The people must have been read by the caller through query_list. */
bool report_where(struct query *query, const struct text *people, size_t count, struct store_result *out,
	struct error_list *errors);

/* ---- cells ---- */
struct text report_text(const struct store_result *result, size_t row, int column);
int64_t report_integer(const struct store_result *result, size_t row, int column);
struct date report_date(const struct store_result *result, size_t row, int column);

#endif
