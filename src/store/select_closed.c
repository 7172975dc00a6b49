/* select_closed.c - rows that are not there for this reader: under a seal, lapsed, or closed to whom they name (model/record.h). */
#include "store/select_text.h"
#include "store/columns.h"

static bool is_sealing(const struct selection *selection)
{
	return selection->record->sealed_field > 0 && !text_is_empty(selection->unsealed_for);
}

static bool is_lapsing(const struct selection *selection)
{
	return selection->record->lapsed_readers != ROLES_NONE && selection->unlapsed_at != 0;
}

/* Whether rows of the selection's record can be about closed rows: the engine's columns of deadlines, breaches, documents. */
static bool is_about(const struct selection *selection)
{
	if (!selection->registry || !(selection->record->flags & RECORD_ENGINE) || record_field(selection->record, TEXT_OF("about_id")) < 0)
		return false;
	for (size_t i = 0; i < selection->registry->record_count; i++)
		if (selection->registry->records[i]->closed_to_field > 0)
			return true;
	return false;
}

static bool is_closing(const struct selection *selection)
{
	return !text_is_empty(selection->closed_to) && (selection->record->closed_to_field > 0 || is_about(selection));
}

unsigned select_closed(const struct selection *selection)
{
	return (is_sealing(selection) ? CLOSED_SEALED : 0u) | (is_lapsing(selection) ? CLOSED_LAPSED : 0u) |
		(is_closing(selection) ? CLOSED_NAMED : 0u) | (is_closing(selection) && is_about(selection) ? CLOSED_ABOUT : 0u);
}

static void say_seal(struct query *query, const struct selection *selection)
{
	const char *column = column_name(selection->record, selection->record->sealed_field);
	query_say(query, "(");
	query_say(query, column);
	query_say(query, " IS NULL OR ");
	query_say(query, column);
	query_say(query, " = 0 OR created_by = ");
	query_say_parameter(query, value_text(selection->unsealed_for));
	query_say(query, ")");
}

static void say_lapse(struct query *query, const struct selection *selection)
{
	const char *column = column_name(selection->record, selection->record->lapse_field);
	query_say(query, "(");
	query_say(query, column);
	query_say(query, " IS NULL OR ");
	query_say(query, column);
	query_say(query, " > ");
	query_say_parameter(query, value_integer(selection->unlapsed_at));
	query_say(query, ")");
}

/* The name stands whole among codes parted by single blanks, in whichever case. Not LIKE: SQLite would prepare anew for each value bound to one. */
static void say_names(struct query *query, const struct record *record, const char *table, struct text name)
{
	const char *column = column_name(record, record->closed_to_field);
	query_say(query, "replace(' ' || lower(");
	query_say(query, table);
	query_say(query, column);
	query_say(query, ") || ' ', lower(");
	query_say_parameter(query, value_text(arena_format(query->arena, " %.*s ", TEXT_FORMAT(name))));
	query_say(query, "), '') <> ' ' || lower(");
	query_say(query, table);
	query_say(query, column);
	query_say(query, ") || ' '");
}

static void say_closed(struct query *query, const struct selection *selection)
{
	const struct registry *registry = selection->registry;
	const char *joint = "";
	if (selection->record->closed_to_field > 0) {
		query_say(query, "(");
		query_say(query, column_name(selection->record, selection->record->closed_to_field));
		query_say(query, " IS NULL OR NOT (");
		say_names(query, selection->record, "", selection->closed_to);
		query_say(query, "))");
		joint = " AND ";
	}
	for (size_t i = 0; is_about(selection) && i < registry->record_count; i++) {
		const struct record *about = registry->records[i];
		if (about->closed_to_field <= 0)
			continue;
		query_say(query, joint);
		query_say(query, "NOT EXISTS (SELECT 1 FROM ");
		query_say(query, about->name);
		query_say(query, " closed WHERE closed.id = ");
		query_say(query, selection->record->name);
		query_say(query, ".about_id AND ");
		say_names(query, about, "closed.", selection->closed_to);
		query_say(query, ")");
		joint = " AND ";
	}
}

const char *query_say_closed(struct query *query, const struct selection *selection, const char *joint)
{
	static const struct { bool (*holds)(const struct selection *); void (*say)(struct query *, const struct selection *); } WAYS[] = {
		{ is_sealing, say_seal }, { is_lapsing, say_lapse }, { is_closing, say_closed } };
	for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
		if (!WAYS[i].holds(selection))
			continue;
		query_say(query, joint);
		WAYS[i].say(query, selection);
		joint = " AND ";
	}
	return joint;
}
