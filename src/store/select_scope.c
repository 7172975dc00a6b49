/* select_scope.c - the scope of a selection as a condition: rows whose subject, or who themselves, are in some facilities. */
#include "store/select_text.h"

/* A list in parentheses; the same parameters however often it is said. */
static void say_facilities(struct query *query, const struct selection *selection)
{
	size_t size = query_padded(selection->facility_count);
	if (!query->facilities_at) {
		query->facilities_at = query->count + 1;
		for (size_t i = 0; i < size; i++) {
			size_t at = i < selection->facility_count ? i : selection->facility_count - 1;
			query_add_parameter(query, value_text(selection->facilities[at]));
		}
	}
	query_say(query, " IN (");
	for (size_t i = 0; i < size; i++) {
		query_say(query, i ? ", " : "");
		query_say_number(query, query->facilities_at + i);
	}
	query_say(query, ")");
}

/* The column's facility is in scope; nothing is in an empty scope. */
static void say_in_scope(struct query *query, const struct selection *selection, const char *column)
{
	if (selection->facility_count == 0) {
		query_say(query, "1 = 0");
		return;
	}
	query_say(query, column);
	say_facilities(query, selection);
}

static void say_subject_in_scope(struct query *query, const struct selection *selection, const char *column)
{
	const struct registry *registry = selection->registry;
	/* What is not a bare column is not looked up in an index. */
	query_say(query, selection->walk ? "COALESCE(" : "");
	query_say(query, column);
	query_say(query, selection->walk ? ", '')" : "");
	query_say(query, " IN (SELECT id FROM ");
	query_say(query, registry->subject->name);
	query_say(query, " WHERE ");
	say_in_scope(query, selection, registry->subject->fields[registry->subject_facility].name);
	query_say(query, ")");
}

static bool never_absent(const struct record *record, int field)
{
	return field >= 0 && (record->fields[field].flags & FIELD_REQUIRED);
}

/* Where there is no subject: the row's own facility; where that is absent too, the row is national. */
static void say_own_facility(struct query *query, const struct selection *selection)
{
	const struct record *record = selection->record;
	if (record->facility_field == FIELD_SELF) {
		say_in_scope(query, selection, "id");
		return;
	}
	const char *column = record->fields[record->facility_field].name;
	query_say(query, "(");
	say_in_scope(query, selection, column);
	if (!never_absent(record, record->facility_field)) {
		query_say(query, " OR ");
		query_say(query, column);
		query_say(query, " IS NULL");
	}
	query_say(query, ")");
}

/* record.h, "Scope". */
void query_say_scope(struct query *query, const struct selection *selection)
{
	const struct record *record = selection->record;
	const struct registry *registry = selection->registry;
	if (record->person_field == FIELD_SELF) {
		say_in_scope(query, selection, registry->subject->fields[registry->subject_facility].name);
	} else if (record->person_field == FIELD_NONE) {
		if (record->facility_field == FIELD_NONE)
			query_say(query, "1 = 1");
		else
			say_own_facility(query, selection);
	} else {
		const char *person = record->fields[record->person_field].name;
		query_say(query, "(");
		say_subject_in_scope(query, selection, person);
		if (!never_absent(record, record->person_field)) {
			query_say(query, " OR (");
			query_say(query, person);
			query_say(query, " IS NULL");
			if (record->facility_field != FIELD_NONE) {
				query_say(query, " AND ");
				say_own_facility(query, selection);
			}
			query_say(query, ")");
		}
		query_say(query, ")");
	}
}
