/* reports.c - which languages the prisoners of a facility speak. */
#include "areas/staff/reports.h"

#include "service/access.h"

bool report_spoken(struct query *query, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct actor *actor = query_actor(query);
	const struct value parameters[] = { value_text(facility) };
	enum access_reason reason = access_read(actor, &(struct access_object){ .record = &RECORD_STAFF_MEMBER });
	if (reason == ACCESS_ALLOWED && !actor->all_facilities && !actor_in_scope(actor, facility))
		reason = ACCESS_SCOPE;
	if (reason != ACCESS_ALLOWED) {
		error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(reason), .detail = text_from(access_reason_code(reason)) });
		return false;
	}
	return store_query(query_connection(query), query_arena(query), "SELECT languages, COUNT(*) FROM person WHERE current_facility = $1 AND languages IS NOT NULL"
		" GROUP BY languages ORDER BY 1", parameters, 1, out, errors);
}
