/* names_find.c - an index of names asked for a reader. */
#include "service/names_find.h"

#include "service/query_scope.h"

/* ---- an entry read again ---- */

struct copying {
	struct arena *arena; /* where the copy goes */
	struct match_entry *entry;
};

static const struct text *copy_texts(struct arena *arena, const struct text *texts, size_t count)
{
	struct text *copies = ARENA_ARRAY(arena, struct text, count + 1);
	for (size_t i = 0; i < count; i++)
		copies[i] = arena_copy(arena, texts[i]);
	return copies;
}

static void copy_entry(struct names_reading *reading, const struct match_entry *entry)
{
	struct copying *copying = reading->state;
	struct arena *arena = copying->arena;
	struct match_said *names = ARENA_ARRAY(arena, struct match_said, entry->name_count + 1);
	struct match_entry *copy = ARENA_NEW(arena, struct match_entry);
	for (size_t i = 0; i < entry->name_count; i++)
		names[i] = (struct match_said){entry->names[i].kind, arena_copy(arena, entry->names[i].name)};
	*copy = *entry;
	copy->id = arena_copy(arena, entry->id);
	copy->names = names;
	copy->births = arena_copy_bytes(arena, entry->births, entry->birth_count * sizeof *entry->births);
	copy->nationalities = copy_texts(arena, entry->nationalities, entry->nationality_count);
	copy->documents = copy_texts(arena, entry->documents, entry->document_count);
	copying->entry = copy;
}

const struct match_entry *names_entry(struct connection *connection, struct arena *arena, const struct names_source *source,
	struct text id, struct error_list *errors)
{
	struct copying copying = {arena, NULL};
	struct names_reading reading = {connection, arena, copy_entry, &copying};
	return source->read(&reading, id, id, errors) ? copying.entry : NULL;
}

/* ---- comparing ---- */

static struct text name_at(const struct match_entry *entry, size_t index)
{
	return index < entry->name_count ? entry->names[index].name : text_empty();
}

void names_compare_entries(struct service *service, const struct names_source *source, const struct match_entry *left,
	const struct match_entry *right, struct names_candidate *out_candidate)
{
	struct names_candidate *out = out_candidate;
	size_t population = names_compare(service, source, left, right, &out->comparison);
	out->left = name_at(left, out->comparison.left_name);
	out->right = name_at(right, out->comparison.right_name);
	out->band = match_band_of(&out->comparison, population);
	out->by_chance = match_expected_by_chance(out->comparison.bits, population);
}

/* That somebody is known is a reading of that file too, and where the file is says whom to ask. */
static bool note(struct query *query, const struct names_source *source, struct names_candidate *candidate,
	struct error_list *errors)
{
	struct subject_facts *facts;
	if (source->entry != query->registry->subject)
		return true;
	if (!query_facts(query, candidate->id, candidate->row, &facts, errors))
		return false;
	candidate->facility = facts->facility;
	query_note(query, "search", candidate->id, text_from(source->entry->name), candidate->id);
	return true;
}

/* out_there false: the row is newer than this request's snapshot, or not to be known of. */
static bool open_candidate(struct query *query, const struct names_source *source, const struct match_entry *wanted,
	struct names_candidate *candidate, bool *out_there, struct error_list *errors)
{
	*out_there = true;
	struct error_list refusal;
	error_list_begin(&refusal, query->arena);
	if (!query_peek(query, source->entry, candidate->id, &candidate->row, &refusal)) {
		candidate->row = NULL;
		*out_there = !error_list_has(&refusal, E_NOT_FOUND);
		return true;
	}
	const struct match_entry *entry = names_entry(query->connection, query->arena, source, candidate->id, errors);
	if (!entry)
		return errors->count == 0;
	names_compare_entries(query->service, source, wanted, entry, candidate);
	return true;
}

bool names_find(struct query *query, const struct names_source *source, const struct match_entry *wanted, size_t limit,
	struct names_candidates *out_candidates, struct error_list *errors)
{
	struct names_found found;
	names_search(query->service, source, wanted, limit, query->arena, &found);
	struct names_candidates out = {.ready = found.ready, .population = found.population,
		.items = ARENA_ARRAY(query->arena, struct names_candidate, found.count + 1)};
	for (size_t i = 0; i < found.count; i++) {
		struct names_candidate *candidate = &out.items[out.count];
		if (text_equal(found.hits[i].id, query->actor->own_subject))
			continue;
		bool there;
		*candidate = (struct names_candidate){.id = found.hits[i].id,
			.band = match_band_of(&found.hits[i].comparison, found.population)};
		if (!open_candidate(query, source, wanted, candidate, &there, errors) ||
			(there && !note(query, source, candidate, errors)))
			return false;
		out.count += there;
	}
	*out_candidates = out;
	return true;
}
