/*
 * reports.h - readings of contact that join several tables: who of a facility has had no contact with family or friends for long.
 *
 * One facility, which must be in the actor's scope; the actor's own file is left out. Whom the rows name goes to the access log. Rows
 * are on the query's arena.
 */
#ifndef CUSTOS_AREAS_CONTACT_REPORTS_H
#define CUSTOS_AREAS_CONTACT_REPORTS_H

#include "areas/contact/records.h"
#include "service/query.h"

enum { WITHOUT_PERSON, WITHOUT_NAME, WITHOUT_NUMBER, WITHOUT_VISIT, WITHOUT_OTHER, WITHOUT_COLUMNS };
enum { REPORT_WITHOUT_MOST = 500 };

/* People of the facility with whom no contact of family or friends took place, or was offered, since a moment; longest without first. */
bool report_without_contact(struct query *query, struct text facility, int64_t since, struct store_result *out, struct error_list *errors);

#endif
