/* import_alike.c - who in a file may be one person, and who of them may be stored already: told at the end, never merged. */
#include "service/import_row.h"
#include "service/names_find.h"
#include "store/select.h"

enum { ALIKE_MOST = 10, STORED_MOST = 3, LEAST_BITS = 8 * MATCH_BIT, RARE = 10 };

struct alike_row {
	struct match_entry entry;
	struct text label, key; /* key: of the row's first command, "<mapping>/<key>" */
};

struct import_alike {
	struct import *import;
	struct match_index *index;
	const struct match_snapshot *stored; /* as it was when the file began; NULL: no index of names is ready */
	const struct match_snapshot *snapshot; /* of the file; while pairs are told */
	struct map rows;		     /* number of the row -> struct alike_row */
	struct csv_writer *writer;
	int64_t groups;
	size_t population;
};

static void alike_release(void *thing)
{
	struct import_alike *alike = thing;
	if (alike->stored)
		match_snapshot_release(alike->stored);
	match_index_destroy(alike->index);
}

static const struct names_source *subject_source(const struct service *service)
{
	const struct names_source *const *source = service->registry->names;
	for (; source && *source; source++)
		if ((*source)->entry == service->registry->subject)
			return *source;
	return NULL;
}

static struct import_alike *alike_of(struct import *import)
{
	const struct names_source *source = subject_source(import->service);
	if (import->alike)
		return import->alike;
	struct import_alike *alike = ARENA_NEW(import->arena, struct import_alike);
	*alike = (struct import_alike){.import = import, .index = match_index_create()};
	alike->stored = source ? names_snapshot(import->service, source) : NULL;
	map_begin(&alike->rows, import->arena);
	import->alike = alike;
	return alike;
}

static struct match_entry copy_entry(struct arena *arena, const struct match_entry *entry, struct text id)
{
	struct match_entry copy = *entry;
	struct match_said *names = ARENA_ARRAY(arena, struct match_said, entry->name_count + 1);
	struct text *nations = ARENA_ARRAY(arena, struct text, entry->nationality_count + 1);
	struct text *documents = ARENA_ARRAY(arena, struct text, entry->document_count + 1);
	for (size_t i = 0; i < entry->name_count; i++)
		names[i] = (struct match_said){entry->names[i].kind, arena_copy(arena, entry->names[i].name)};
	for (size_t i = 0; i < entry->nationality_count; i++)
		nations[i] = arena_copy(arena, entry->nationalities[i]);
	for (size_t i = 0; i < entry->document_count; i++)
		documents[i] = arena_copy(arena, entry->documents[i]);
	copy.id = id;
	copy.names = names;
	copy.births = arena_copy_bytes(arena, entry->births, entry->birth_count * sizeof *entry->births);
	copy.nationalities = nations;
	copy.documents = documents;
	return copy;
}

void import_alike(struct import_row *row, const struct match_entry *entry, struct text label)
{
	struct import *import = row->import;
	struct import_alike *alike = alike_of(import);
	struct alike_row *kept = ARENA_NEW(import->arena, struct alike_row);
	struct text id = arena_format(import->arena, "%lld", (long long)row->number);
	kept->entry = copy_entry(import->arena, entry, id);
	kept->label = arena_copy(import->arena, label);
	kept->key = row->first ? arena_copy(import->arena, row->first->key) : text_empty();
	map_set(&alike->rows, id, kept);
	match_index_set(alike->index, &kept->entry);
}

/* ---- telling ---- */

static struct text name_at(const struct match_entry *entry, size_t index)
{
	return index < entry->name_count ? entry->names[index].name : text_empty();
}

/* The reasons in words, those that weigh something. */
static struct text reasons(struct arena *arena, const struct match_comparison *comparison, struct text left, struct text right)
{
	struct builder out;
	builder_begin(&out, arena, 256);
	for (int i = 0; i < comparison->count; i++) {
		if (comparison->lines[i].weight == 0)
			continue;
		if (out.length > 0)
			builder_add_byte(&out, ' ');
		builder_add(&out, match_line_english(arena, &comparison->lines[i], left, right));
	}
	return builder_text(&out);
}

static void tell(struct import_alike *alike, const char *kind, struct text why, struct text rows, struct text labels)
{
	alike->groups++;
	csv_cell_string(alike->writer, kind);
	csv_cell(alike->writer, why);
	csv_cell(alike->writer, rows);
	csv_cell(alike->writer, labels);
	csv_record_end(alike->writer);
}

/* NULL: not worth telling. */
static const char *kind_of(const struct match_comparison *comparison, size_t population, const char *same)
{
	bool rare = match_expected_by_chance(comparison->bits, population) < RARE;
	if (match_band_of(comparison, population) == MATCH_BAND_NOW || (rare && (comparison->hints & MATCH_HINT_MARRIED)))
		return same;
	if (rare && (comparison->hints & MATCH_HINT_FAMILY))
		return "possibly family";
	return NULL;
}

static void found_pair(void *state, struct text left, struct text right, const struct match_comparison *seen)
{
	struct import_alike *alike = state;
	struct arena *arena = alike->import->arena;
	const struct alike_row *one = map_get(&alike->rows, left), *other = map_get(&alike->rows, right);
	const char *kind = kind_of(seen, alike->population, "possibly one person");
	if (!kind || !one || !other)
		return;
	struct match_comparison comparison;
	match_compare(alike->snapshot, &one->entry, &other->entry, &comparison);
	struct text why = reasons(arena, &comparison, name_at(&one->entry, comparison.left_name), name_at(&other->entry, comparison.right_name));
	tell(alike, kind, why, arena_format(arena, "%.*s %.*s", TEXT_FORMAT(left), TEXT_FORMAT(right)),
		arena_format(arena, "%.*s | %.*s", TEXT_FORMAT(one->label), TEXT_FORMAT(other->label)));
}

static void tell_pairs(struct import_alike *alike)
{
	struct match_whole whole = {.least_bits = LEAST_BITS, .limit = ALIKE_MOST, .found = found_pair, .state = alike};
	match_index_publish(alike->index);
	alike->snapshot = match_index_acquire(alike->index);
	alike->population = match_snapshot_count(alike->snapshot);
	match_whole_register(alike->snapshot, 0, &whole);
	match_snapshot_release(alike->snapshot);
}

/* What this very row made in an earlier run is no double of it. */
static bool is_own(struct import_alike *alike, struct connection *connection, const struct alike_row *row, struct text id)
{
	struct arena *arena = alike->import->arena;
	size_t slash = text_find_byte(row->key, '/');
	const struct value parameters[] = {value_text(id), value_text(text_slice(row->key, slash == SIZE_MAX ? 0 : slash + 1, row->key.length))};
	struct store_result result;
	return store_query(connection, arena, "SELECT id FROM import_row WHERE about_id = $1 AND source_key = $2", parameters, 2, &result,
		alike->import->errors) && result.rows > 0;
}

static void tell_stored(struct import_alike *alike)
{
	struct arena *arena = alike->import->arena;
	struct error_list errors;
	error_list_begin(&errors, arena);
	struct connection *connection = service_reader(alike->import->service, &errors);
	struct match_searcher *searcher = match_searcher_create();
	size_t population = match_snapshot_count(alike->stored);
	for (size_t i = 0; connection && i < alike->rows.count; i++) {
		const struct alike_row *row = alike->rows.entries[i].value;
		struct match_hit *hits;
		size_t count = match_search(searcher, alike->stored, &row->entry, STORED_MOST, arena, &hits);
		for (size_t hit = 0; hit < count; hit++)
			if (match_band_of(&hits[hit].comparison, population) == MATCH_BAND_NOW && !is_own(alike, connection, row, hits[hit].id))
				tell(alike, "possibly in the register already", text_empty(), row->entry.id,
					arena_format(arena, "%.*s | %.*s", TEXT_FORMAT(row->label), TEXT_FORMAT(arena_copy(arena, hits[hit].id))));
	}
	match_searcher_destroy(searcher);
}

int64_t import_alike_tell(struct import *import, struct csv_writer *writer)
{
	struct import_alike *alike = import->alike;
	if (!alike)
		return 0;
	alike->writer = writer;
	tell_pairs(alike);
	if (alike->stored)
		tell_stored(alike);
	return alike->groups;
}

void import_alike_end(struct import *import)
{
	if (import->alike)
		alike_release(import->alike);
	import->alike = NULL;
}
