/*
 * reports.h - figures over many assessments: double ratings for agreement, judgements by group for disparity.
 *
 * No row names a person: what comes back is ratings and groups. Only what is open counts (no sheet under a seal). facility empty: the whole
 * service, for those who see all of it; otherwise the facility must be in the actor's scope (E_ACCESS).
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_REPORTS_H
#define CUSTOS_AREAS_ASSESSMENT_REPORTS_H

#include "areas/assessment/records.h"
#include "service/query.h"

/* One factor, or one outcome, of one assessment that two people rated: with the raters' identifiers, for drift. Newest last. */
enum { DOUBLE_ITEM, DOUBLE_DOMAIN, DOUBLE_FIRST, DOUBLE_SECOND, DOUBLE_ASSESSMENT, DOUBLE_FACILITY, DOUBLE_FIRST_RATER, DOUBLE_SECOND_RATER, DOUBLE_AT,
	DOUBLE_COLUMNS };
bool report_double_ratings(struct query *query, struct text instrument, struct text facility, struct store_result *out, struct error_list *errors);

/* One judgement of the first rater in an assessment that became final: level, and the groups of the person. */
enum { JUDGED_OUTCOME, JUDGED_LEVEL, JUDGED_SEX, JUDGED_BIRTH, JUDGED_NATIONALITIES, JUDGED_REGION, JUDGED_COLUMNS };
bool report_judgements(struct query *query, struct text instrument, struct text facility, struct store_result *out, struct error_list *errors);

#endif
