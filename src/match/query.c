/* query.c - preparing an entry against a snapshot, and comparing it with one other. */
#include "match/query.h"

#include "match/common.h"
#include "match/compare.h"

#include <string.h>

static bool is_looked_up(const struct match_part *part)
{
	return part->kind <= MATCH_PART_KUNYA && part->length > 1;
}

static void unit_look_up(const struct match_snapshot *snapshot, const struct match_part *part, int least,
	struct query_unit *unit)
{
	for (int s = 0; s < SNAPSHOT_SEGMENTS; s++) {
		const struct segment *segment = snapshot_segment(snapshot, s);
		unit->counts[s] = 0;
		unit->postings[s] = 0;
		if (segment == NULL)
			continue;
		unit->counts[s] = (uint8_t)neighbour_of(segment, part, least, QUERY_NEIGHBOURS,
			unit->lists[s]);
		for (int i = 0; i < unit->counts[s]; i++)
			unit->postings[s] += segment->tokens[unit->lists[s][i].token].carriers;
	}
}

static struct query_unit *unit_add(struct query_name *name, int part, int span)
{
	if (name->unit_count == QUERY_UNITS)
		return NULL;
	struct query_unit *unit = &name->units[name->unit_count++];
	unit->part = (uint8_t)part;
	unit->span = (uint8_t)span;
	return unit;
}

static void rarity_of_unit(const struct match_snapshot *snapshot, const struct query_unit *unit,
	struct match_rarity *rarity)
{
	uint32_t *carriers = rarity->carriers[unit->part];
	for (int s = 0; s < SNAPSHOT_SEGMENTS; s++)
		for (int i = 0; i < unit->counts[s]; i++) {
			const struct neighbour *neighbour = &unit->lists[s][i];
			uint32_t count = snapshot_segment(snapshot, s)->tokens[neighbour->token].carriers;
			for (int level = MATCH_LEVELS - 1; level >= compare_level(neighbour->similarity); level--)
				carriers[level] += count;
		}
}

static void name_prepare(const struct match_snapshot *snapshot, struct query_name *name)
{
	const struct match_name *folded = &name->name;
	name->rarity.population = (uint32_t)snapshot->count + (snapshot->count < COMMON_FADES ? COMMON_PRIOR : 0);
	for (int i = 0; i < folded->count; i++) {
		const struct match_part *part = &folded->parts[i];
		if (!is_looked_up(part))
			continue;
		struct query_unit *unit = unit_add(name, i, 1);
		if (unit == NULL)
			return;
		unit_look_up(snapshot, part, SEGMENT_FLOOR, unit);
		rarity_of_unit(snapshot, unit, &name->rarity);
		if (snapshot->count < COMMON_FADES)
			common_add(part, name->rarity.carriers[i]);
	}
	for (int i = 0; i + 1 < folded->count; i++) {
		const struct match_part *one = &folded->parts[i], *two = &folded->parts[i + 1];
		if (!is_looked_up(one) || !is_looked_up(two) || one->length + two->length > MATCH_SOUNDS)
			continue;
		struct match_part joined = *one;
		memcpy(joined.sounds + one->length, two->sounds, two->length);
		joined.length = joined.root_length = (uint8_t)(one->length + two->length);
		struct query_unit *unit = unit_add(name, i, 2);
		if (unit == NULL)
			return;
		unit_look_up(snapshot, &joined, QUERY_JOINED, unit);
	}
}

/* Which tokens of each segment some part is near to: a name of an entry without any of them need not be compared. */
static void query_touch(struct match_query *query)
{
	for (size_t n = 0; n < query->name_count; n++)
		for (int u = 0; u < query->names[n].unit_count; u++)
			for (int s = 0; s < SNAPSHOT_SEGMENTS; s++) {
				const struct query_unit *unit = &query->names[n].units[u];
				for (int i = 0; i < unit->counts[s]; i++) {
					uint32_t bit = unit->lists[s][i].token % QUERY_TOUCHED;
					query->touched[s][bit / 64] |= UINT64_C(1) << bit % 64;
				}
			}
}

static bool is_touched(const struct match_query *query, int part, const struct segment_fact *fact)
{
	for (int i = 0; i < fact->count; i++) {
		uint32_t bit = segment_token(fact->data, i) % QUERY_TOUCHED;
		if ((query->touched[part][bit / 64] >> bit % 64 & 1) != 0)
			return true;
	}
	return false;
}

struct match_query *query_prepare(const struct match_snapshot *snapshot, const struct match_entry *wanted,
	struct arena *arena)
{
	struct match_query *query = ARENA_NEW(arena, struct match_query);
	query->snapshot = snapshot;
	size_t most = wanted->name_count < QUERY_NAMES ? wanted->name_count : QUERY_NAMES;
	query->names = ARENA_ARRAY(arena, struct query_name, most == 0 ? 1 : most);
	for (size_t i = 0; i < wanted->name_count && query->name_count < most; i++) {
		if (wanted->names[i].kind > MATCH_NAME_WEAK)
			continue;
		struct query_name *name = &query->names[query->name_count++];
		name->kind = (uint8_t)wanted->names[i].kind;
		match_fold(wanted->names[i].name, &name->name);
		if (snapshot != NULL)
			name_prepare(snapshot, name);
	}
	evidence_of_entry(wanted, &query->evidence);
	query_touch(query);
	if (query->evidence.birth_count > 0)
		query->birth = segment_pack_date(query->evidence.births[0].from, false, false);
	return query;
}

struct match_query *query_of_stored(const struct match_snapshot *snapshot, int part, uint32_t entry, struct arena *arena)
{
	const struct segment *segment = snapshot_segment(snapshot, part);
	struct match_query *query = ARENA_NEW(arena, struct match_query);
	struct segment_fact fact;
	size_t at = 0, most = 0;
	query->snapshot = snapshot;
	while (segment_next_fact(segment, entry, &at, &fact))
		most += fact.kind <= MATCH_NAME_WEAK;
	most = most < QUERY_NAMES ? most : QUERY_NAMES;
	query->names = ARENA_ARRAY(arena, struct query_name, most == 0 ? 1 : most);
	for (at = 0; segment_next_fact(segment, entry, &at, &fact);) {
		if (fact.kind > MATCH_NAME_WEAK) {
			evidence_take_fact(segment, &fact, &query->evidence);
			continue;
		}
		if (query->name_count == most)
			continue;
		struct query_name *name = &query->names[query->name_count++];
		name->kind = fact.kind;
		segment_name(segment, &fact, &name->name);
		name_prepare(snapshot, name);
	}
	evidence_take_birth(segment, entry, &query->evidence);
	query_touch(query);
	query->birth = segment->births[entry];
	return query;
}

void match_query_begin(struct query_best *best, const struct match_query *query, struct align_memo *memo)
{
	best->memo = memo;
	best->query = query;
	best->any = false;
	best->compared = 0;
	best->best.count = 0;
	best->best.bits = best->best.agreement = 0;
	best->best.hints = 0;
	best->evidence.birth_count = best->evidence.nation_count = best->evidence.document_count = 0;
	best->evidence.other_count = 0;
	best->evidence.sex = MATCH_SEX_UNKNOWN;
}

void query_name(struct query_best *best, const struct match_name *name, const uint32_t *tokens, uint8_t kind, int right_index)
{
	for (size_t i = 0; i < best->query->name_count; i++) {
		const struct query_name *left = &best->query->names[i];
		struct match_comparison comparison;
		if (best->memo != NULL) {
			best->memo->left_name = (uint32_t)i;
			best->memo->tokens = tokens;
		}
		compare_names(&left->name, name, left->rarity.population == 0 ? NULL : &left->rarity, best->memo, &comparison);
		best->compared++;
		if (best->any && (comparison.bits < best->best.bits
			|| (comparison.bits == best->best.bits && comparison.agreement <= best->best.agreement)))
			continue;
		comparison.left_name = (uint8_t)i;
		comparison.right_name = (uint8_t)right_index;
		best->right_kind = left->kind == MATCH_NAME_WEAK ? left->kind : kind;
		memcpy(&best->best, &comparison, offsetof(struct match_comparison, lines)
			+ comparison.count * sizeof comparison.lines[0]);
		best->any = true;
	}
}

/* A weak alias only supports: it weighs less, and is marked. */
void query_finish(struct query_best *best)
{
	struct match_comparison *comparison = &best->best;
	if (best->any && best->right_kind == MATCH_NAME_WEAK && comparison->bits > 0) {
		compare_line(comparison, MATCH_WEAK_ALIAS, -comparison->bits / 10);
		comparison->hints |= MATCH_HINT_WEAK;
	}
	evidence_add(&best->query->evidence, &best->evidence, comparison);
}

/* Found by a birth or a document alone, an entry may have no such name; then all are compared. */
static bool entry_is_touched(const struct match_query *query, int part, const struct segment *segment, uint32_t entry)
{
	struct segment_fact fact;
	for (size_t at = 0; segment_next_fact(segment, entry, &at, &fact);)
		if (fact.kind <= MATCH_NAME_WEAK && is_touched(query, part, &fact))
			return true;
	return false;
}

void query_entry(struct query_best *best, int part, uint32_t entry)
{
	const struct segment *segment = snapshot_segment(best->query->snapshot, part);
	bool touched = entry_is_touched(best->query, part, segment, entry);
	struct segment_fact fact;
	struct match_name name;
	uint32_t tokens[MATCH_PARTS];
	size_t at = 0;
	int index = 0;
	while (segment_next_fact(segment, entry, &at, &fact)) {
		if (fact.kind <= MATCH_NAME_WEAK) {
			int here = index++;
			if (touched && !is_touched(best->query, part, &fact))
				continue;
			segment_name(segment, &fact, &name);
			for (int i = 0; i < name.count; i++)
				tokens[i] = segment_token(fact.data, i);
			query_name(best, &name, tokens, fact.kind, here);
		} else {
			evidence_take_fact(segment, &fact, &best->evidence);
		}
	}
	evidence_take_birth(segment, entry, &best->evidence);
	query_finish(best);
}

void match_compare(const struct match_snapshot *snapshot, const struct match_entry *left,
	const struct match_entry *right, struct match_comparison *out_comparison)
{
	struct arena *arena = arena_create();
	const struct match_query *query = query_prepare(snapshot, left, arena);
	struct query_best *best = ARENA_NEW(arena, struct query_best);
	match_query_begin(best, query, NULL);
	int index = 0;
	for (size_t i = 0; i < right->name_count; i++) {
		struct match_name name;
		if (right->names[i].kind > MATCH_NAME_WEAK)
			continue;
		match_fold(right->names[i].name, &name);
		query_name(best, &name, NULL, (uint8_t)right->names[i].kind, index++);
	}
	evidence_of_entry(right, &best->evidence);
	query_finish(best);
	*out_comparison = best->best;
	arena_destroy(arena);
}
