/*
 * reports.h - readings of staff that join other tables: how many people in a facility speak which languages, as counts only.
 */
#ifndef CUSTOS_AREAS_STAFF_REPORTS_H
#define CUSTOS_AREAS_STAFF_REPORTS_H

#include "areas/staff/records.h"
#include "service/query.h"

enum { SPOKEN_LANGUAGES, SPOKEN_PEOPLE, SPOKEN_COLUMNS };

/* One row a set of languages ("kk ru") that prisoners of the facility speak, with how many. The facility must be in the actor's scope. */
bool report_spoken(struct query *query, struct text facility, struct store_result *out, struct error_list *errors);

#endif
