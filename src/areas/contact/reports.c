/* reports.c - who has had no contact with family or friends. */
#include "areas/contact/reports.h"

#define LAST_VISIT "(SELECT MAX(v.held_at) FROM visit v WHERE v.person = person.id AND v.family = 1)"
#define LAST_OTHER "(SELECT MAX(c.happened_at) FROM communication c WHERE c.person = person.id AND c.family = 1)"

static bool may_read(struct query *query, struct text facility, struct error_list *errors)
{
	const struct actor *actor = query_actor(query);
	enum access_reason reason = access_read(actor, &(struct access_object){ .record = &RECORD_VISIT });
	if (reason == ACCESS_ALLOWED && !actor->all_facilities && !actor_in_scope(actor, facility))
		reason = ACCESS_SCOPE;
	if (reason == ACCESS_ALLOWED)
		return true;
	error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(reason), .detail = text_from(access_reason_code(reason)) });
	return false;
}

bool report_without_contact(struct query *query, struct text facility, int64_t since, struct store_result *out, struct error_list *errors)
{
	struct text own = query_actor(query)->own_subject;
	const struct value parameters[] = { value_text(facility), value_integer(since), text_is_empty(own) ? value_string("-") : value_text(own) };
	if (!may_read(query, facility, errors) ||
		!store_query(query_connection(query), query_arena(query), "SELECT person.id, person.name, person.number, " LAST_VISIT ", " LAST_OTHER
			" FROM person WHERE person.current_facility = $1 AND person.id <> $3"
			" AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.person = person.id AND v.family = 1 AND v.held_at >= $2)"
			" AND NOT EXISTS (SELECT 1 FROM communication c WHERE c.person = person.id AND c.family = 1 AND c.happened_at >= $2)"
			" ORDER BY COALESCE(" LAST_VISIT ", 0) + COALESCE(" LAST_OTHER ", 0), person.name, person.id LIMIT 500", parameters, 3, out, errors))
		return false;
	for (size_t row = 0; row < out->rows; row++) {
		struct text person = store_cell(out, row, WITHOUT_PERSON).text;
		query_note(query, "list", person, TEXT_OF("person"), person);
	}
	return true;
}
