/*
 * reports.h - readings of classification that join several tables: cases of a facility, reviews due, people nobody has decided about,
 * counts by group, names of authors.
 *
 * Every statement compares ends_at with the moment asked: what has lapsed is in no row and no count. One facility, which must be in the
 * actor's scope; the actor's own file is left out; only columns that everybody who may open the list may see. Whom the rows name goes to
 * the access log. Rows are on the query's arena.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_REPORTS_H
#define CUSTOS_AREAS_CLASSIFICATION_REPORTS_H

#include "areas/classification/records.h"
#include "service/query.h"

enum { CASE_ID, CASE_PERSON, CASE_NAME, CASE_NUMBER, CASE_KIND, CASE_VALUE, CASE_STATE, CASE_BODY, CASE_HEARING_AT, CASE_ENDS_AT, CASE_REVIEW_DUE,
	CASE_REVIEW_REASON, CASE_FELL_AT, CASE_EVIDENCE, CASE_UNSET, CASE_HEARD, CASE_VOTES, CASE_COLUMNS };
enum { NOBODY_PERSON, NOBODY_NAME, NOBODY_NUMBER, NOBODY_COLUMNS };
enum { GROUP_NAME, GROUP_PEOPLE, GROUP_DECIDED, GROUP_COLUMNS };
enum { REPORT_CASES_MOST = 500, REPORT_NOBODY_MOST = 100 };

enum group_by { BY_SEX, BY_AGE, BY_NATIONALITY, BY_REGION, GROUPINGS };

/* Proposals on which the body has still to decide, or whose person has still to be told: by day of the list, then by the day on which they die. */
bool report_classification_cases(struct query *query, struct text facility, int64_t now, struct store_result *out, struct error_list *errors);
/* Decisions in force whose review is due before a moment: those first whose basis has ended. */
bool report_classification_reviews(struct query *query, struct text facility, int64_t now, int64_t until, struct store_result *out, struct error_list *errors);
/* People in a facility without a security category in force or being decided; the first REPORT_NOBODY_MOST and how many there are. */
bool report_classification_undecided(struct query *query, struct text facility, int64_t now, struct store_result *out, int64_t *out_count, struct error_list *errors);
/* People in custody by group, and how many of them have a decision of this kind (and value, when not empty) in force. facility empty: the
 * whole service, for actors who may see all facilities. Nobody is named. */
bool report_classification_groups(struct query *query, struct text facility, int64_t now, enum group_by by, struct text kind, struct text value,
	struct store_result *out, struct error_list *errors);
/* Display name of a user; the identifier when there is none. */
struct text report_classification_author(struct query *query, struct text user);

#endif
