/* reports_run.h - internal to the reports of custody: how a report is run. */
#ifndef CUSTOS_AREAS_CUSTODY_REPORTS_RUN_H
#define CUSTOS_AREAS_CUSTODY_REPORTS_RUN_H

#include "areas/custody/reports.h"

/* Without a look at scope: for reports whose caller has decided it. */
bool report_run(struct query *query, const struct report *report, const struct value *parameters, size_t count,
	struct store_result *out, struct error_list *errors);
/* parameters[0] is the facility; it must be in the actor's scope. */
bool report_facility(struct query *query, const struct report *report, const struct value *parameters, size_t count,
	struct store_result *out, struct error_list *errors);
/* Makes absent what the actor may not see, and notes whom the rows name. */
void report_redact(struct query *query, const struct report *report, struct store_result *result);

#endif
