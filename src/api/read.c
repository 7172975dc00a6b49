/* read.c - lists, rows, histories, whole files, proofs. */
#include "api/internal.h"
#include "format/form.h"

enum { LIMIT_DEFAULT = 50, LIMIT_MAXIMUM = 500 };

static const struct record *record_of(struct call *call)
{
	const struct record *record = registry_record(call->api->registry, call->parameters.values[0]);
	struct access_object object = {.record = record, .subject = text_empty(), .facility = call->actor.facility,
		.other_facility = text_empty()};
	if (record != NULL && access_read(&call->actor, &object) == ACCESS_ALLOWED)
		return record;
	error_say(&call->errors, E_NOT_FOUND, NULL, N_("There is nothing at this path"));
	return NULL;
}

/* ?as_of=; 0 when not given. False when it is no moment. */
static bool read_as_of(struct call *call, int64_t *out_moment)
{
	struct text text = http_query(call->request, "as_of");
	*out_moment = 0;
	if (text.length == 0 || moment_parse(text, out_moment))
		return true;
	error_say(&call->errors, E_TYPE, "/as_of", N_("Write the moment as 2026-11-20T08:15:30Z"));
	return false;
}

/* ---- lists ---- */

static bool add_condition(struct call *call, struct selection *selection, struct text name, struct text text)
{
	int index = record_field(selection->record, name);
	struct value value;
	struct text path = arena_format(call->arena, "/%.*s", TEXT_FORMAT(name));
	if (index == FIELD_NONE || (access_hidden(&call->actor, selection->record) & (UINT64_C(1) << index))) {
		error_say(&call->errors, E_UNKNOWN_FIELD, path.data, N_("There is no such field to filter by"));
		return false;
	}
	if (selection->condition_count == SELECT_CONDITIONS_MAXIMUM) {
		error_say(&call->errors, E_LIMIT, path.data, N_("Too many conditions"));
		return false;
	}
	if (!field_parse(&selection->record->fields[index], call->arena, text, &value, &call->errors))
		return false;
	selection->conditions[selection->condition_count++] = value.kind == VALUE_ABSENT
		? (struct condition)CONDITION_ABSENT(index)
		: (struct condition){.field = index, .comparison = IS, .value = value};
	return true;
}

static bool read_sort(struct call *call, struct selection *selection, struct text sort)
{
	bool down = sort.length > 0 && sort.data[0] == '-';
	struct text name = down ? text_slice(sort, 1, sort.length) : sort;
	int index = text_equal_string(name, "created_at") ? FIELD_CREATED_AT : text_equal_string(name, "changed_at")
		? FIELD_CHANGED_AT : text_equal_string(name, "id") ? FIELD_ID : record_field(selection->record, name);
	if (index == FIELD_NONE ||
			(index >= 0 && (access_hidden(&call->actor, selection->record) & (UINT64_C(1) << index)))) {
		error_say(&call->errors, E_UNKNOWN_FIELD, "/sort", N_("There is no such field to sort by"));
		return false;
	}
	selection->order_field = index;
	selection->descending = down;
	return true;
}

/* Cursor: id, a dot, and the text form of the order value. */
static bool read_after(struct call *call, struct selection *selection, struct text after)
{
	size_t dot = text_find_byte(after, '.');
	struct text id = text_slice(after, 0, dot == SIZE_MAX ? after.length : dot);
	struct text text = dot == SIZE_MAX ? text_empty() : text_slice(after, dot + 1, after.length);
	int64_t number;
	if (after.length == 0)
		return true;
	selection->after_id = id;
	if (selection->order_field >= 0)
		return field_parse(&selection->record->fields[selection->order_field], call->arena, text, &selection->after,
			&call->errors);
	if (selection->order_field == FIELD_ID)
		selection->after = value_text(id);
	else if (text_to_integer(text, &number))
		selection->after = value_integer(number);
	else
		error_say(&call->errors, E_TYPE, "/after", N_("The cursor is not one that a list gave"));
	return call->errors.count == 0;
}

static bool read_limit(struct call *call, struct selection *selection, struct text text)
{
	int64_t limit = LIMIT_DEFAULT;
	if (text.length > 0 && (!text_to_integer(text, &limit) || limit < 1 || limit > LIMIT_MAXIMUM)) {
		error_say(&call->errors, E_LIMIT, "/limit", N_("The limit is a number from 1 to 500"));
		return false;
	}
	selection->limit = (size_t)limit;
	return true;
}

static bool is_own(struct text name)
{
	return text_equal_string(name, "sort") || text_equal_string(name, "limit") || text_equal_string(name, "after") ||
		text_equal_string(name, "search");
}

static bool read_selection(struct call *call, struct selection *selection)
{
	struct form form;
	if (!form_parse(call->arena, call->request->query, NULL, &form, &call->errors))
		return false;
	for (size_t i = 0; i < form.count; i++) {
		if (!is_own(form.fields[i].name))
			add_condition(call, selection, form.fields[i].name, form.fields[i].value);
	}
	selection->search = text_trim(form_get(&form, "search"));
	selection->order_field = FIELD_ID;
	if (form_has(&form, "sort"))
		read_sort(call, selection, form_get(&form, "sort"));
	return call->errors.count == 0 && read_limit(call, selection, form_get(&form, "limit")) &&
		read_after(call, selection, form_get(&form, "after"));
}

static struct text order_text(struct call *call, const struct selection *selection, const struct row *row)
{
	int field = selection->order_field;
	if (field >= 0)
		return field_text(&row->record->fields[field], call->arena, row_value(row, field));
	if (field == FIELD_ID)
		return text_empty();
	return arena_format(call->arena, "%lld",
		(long long)(field == FIELD_CREATED_AT ? row->created_at : row->changed_at));
}

static struct text next_path(struct call *call, const struct selection *selection, const struct row *last)
{
	struct builder out;
	struct form form;
	builder_begin(&out, call->arena, 256);
	builder_add(&out, call->request->path);
	builder_add_byte(&out, '?');
	if (form_parse(call->arena, call->request->query, NULL, &form, &call->errors)) {
		for (size_t i = 0; i < form.count; i++) {
			if (!text_equal_string(form.fields[i].name, "after"))
				form_write(&out, form.fields[i].name, form.fields[i].value);
		}
	}
	form_write(&out, TEXT_OF("after"), arena_format(call->arena, "%.*s.%.*s", TEXT_FORMAT(last->id),
		TEXT_FORMAT(order_text(call, selection, last))));
	return builder_text(&out);
}

void call_list(struct call *call)
{
	const struct record *record = record_of(call);
	struct rows rows;
	struct selection *selection = ARENA_NEW(call->arena, struct selection);
	*selection = (struct selection){.record = record, .after = value_absent(), .after_id = text_empty()};
	if (record == NULL || !read_selection(call, selection)) {
		call_problem(call);
		return;
	}
	size_t limit = selection->limit++; /* one more tells whether there is a next page */
	if (!query_list(call->query, selection, &rows, &call->errors)) {
		call_problem(call);
		return;
	}
	struct json_writer json;
	json_start(&json, call->arena);
	json_object_begin(&json);
	json_name(&json, "items");
	json_array_begin(&json);
	for (size_t i = 0; i < rows.count && i < limit; i++)
		row_write(&json, call->arena, rows.items[i]);
	json_array_end(&json);
	json_name(&json, "next");
	if (rows.count > limit)
		json_string(&json, next_path(call, selection, rows.items[limit - 1]));
	else
		json_null(&json);
	json_object_end(&json);
	call_answer(call, 200, json_finish(&json));
}

/* ---- rows ---- */

void call_row(struct call *call)
{
	const struct record *record = record_of(call);
	const struct row *row = NULL;
	int64_t as_of;
	if (record == NULL || !read_as_of(call, &as_of)) {
		call_problem(call);
		return;
	}
	struct text id = call->parameters.values[1];
	bool read = as_of != 0 ? query_as_of(call->query, record, id, as_of, &row, &call->errors)
			       : query_load(call->query, record, id, &row, &call->errors);
	if (!read || row == NULL) {
		if (call->errors.count == 0)
			error_say(&call->errors, E_NOT_FOUND, NULL, N_("There is nothing at this path"));
		call_problem(call);
		return;
	}
	struct json_writer json;
	json_start(&json, call->arena);
	row_write(&json, call->arena, row);
	if (as_of == 0)
		call->response->etag = arena_format(call->arena, "\"%lld\"", (long long)row->version);
	call_answer(call, 200, json_finish(&json));
}

static void write_change(struct json_writer *json, struct arena *arena, const struct change *change)
{
	const struct journal_entry *entry = &change->entry;
	json_object_begin(json);
	json_member_integer(json, "version", entry->revision);
	json_member(json, "time", moment_text(arena, entry->time));
	json_member(json, "act", change->act);
	json_member(json, "actor", entry->actor);
	json_member(json, "actor_name", change->actor_name);
	if (entry->second.length > 0)
		json_member(json, "second", entry->second);
	json_member(json, "reason", change->reason);
	json_member(json, "log", entry->log);
	json_member_integer(json, "log_index", entry->index);
	json_member(json, "leaf", hash_hex(arena, &entry->leaf));
	json_name(json, "changed");
	json_array_begin(json);
	for (int i = 0; change->row != NULL && i < change->row->record->field_count; i++) {
		if (change->changed & (UINT64_C(1) << i))
			json_string(json, text_from(change->row->record->fields[i].name));
	}
	json_array_end(json);
	json_name(json, "row");
	if (change->row != NULL)
		row_write(json, arena, change->row);
	else
		json_null(json); /* the key is destroyed */
	json_object_end(json);
}

void call_history(struct call *call)
{
	const struct record *record = record_of(call);
	struct change *changes = NULL;
	size_t count = 0;
	if (record == NULL ||
			!query_history(call->query, record, call->parameters.values[1], &changes, &count, &call->errors)) {
		call_problem(call);
		return;
	}
	struct json_writer json;
	json_start(&json, call->arena);
	json_object_begin(&json);
	json_name(&json, "items");
	json_array_begin(&json);
	for (size_t i = 0; i < count; i++)
		write_change(&json, call->arena, &changes[i]);
	json_array_end(&json);
	json_object_end(&json);
	call_answer(call, 200, json_finish(&json));
}

void call_file(struct call *call)
{
	struct rows rows;
	int64_t as_of;
	if (!read_as_of(call, &as_of) ||
			!query_file(call->query, call->parameters.values[0], as_of, &rows, &call->errors)) {
		call_problem(call);
		return;
	}
	struct json_writer json;
	json_start(&json, call->arena);
	json_object_begin(&json);
	json_member(&json, "subject", call->parameters.values[0]);
	json_member(&json, "as_of", moment_text(call->arena, as_of != 0 ? as_of : service_now(call->api->service)));
	json_name(&json, "rows");
	json_array_begin(&json);
	for (size_t i = 0; i < rows.count; i++) {
		json_object_begin(&json);
		json_member_string(&json, "record", rows.items[i]->record->name);
		json_name(&json, "row");
		row_write(&json, call->arena, rows.items[i]);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
	call_answer(call, 200, json_finish(&json));
}

/* "<log>/<index>"; log names hold slashes themselves. */
void call_receipt(struct call *call)
{
	struct text path = call->parameters.values[0], proof;
	size_t slash = SIZE_MAX;
	int64_t index = -1;
	for (size_t i = 0; i < path.length; i++) {
		if (path.data[i] == '/')
			slash = i;
	}
	if (slash == SIZE_MAX || !text_to_integer(text_slice(path, slash + 1, path.length), &index) || index < 0) {
		error_say(&call->errors, E_NOT_FOUND, NULL, N_("There is nothing at this path"));
		call_problem(call);
		return;
	}
	if (!journal_proof(query_connection(call->query), call->arena, text_slice(path, 0, slash), index, &proof,
			&call->errors)) {
		call_problem(call);
		return;
	}
	call->response->status = 200;
	call->response->content_type = "text/plain; charset=utf-8";
	call->response->body = proof;
}
