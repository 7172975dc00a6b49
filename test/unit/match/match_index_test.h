/* match_index_test.h - a small register and short ways to ask it. */
#ifndef CUSTOS_TEST_MATCH_INDEX_H
#define CUSTOS_TEST_MATCH_INDEX_H

#include "match_test.h"

static inline void set_name(struct match_index *index, const char *id, const char *name)
{
	struct match_said said = {MATCH_NAME_PRIMARY, text_from(name)};
	struct match_entry entry = {.id = text_from(id), .names = &said, .name_count = 1};
	match_index_set(index, &entry);
}

/* The first hit's identifier is copied to out; empty when nothing was found. Returns its bits. */
static inline int32_t first_hit(struct match_index *index, const char *name, char out_id[32])
{
	struct arena *arena = arena_create();
	struct match_searcher *searcher = match_searcher_create();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	struct match_said said = {MATCH_NAME_PRIMARY, text_from(name)};
	struct match_entry wanted = {.names = &said, .name_count = 1};
	struct match_hit *hits;
	size_t count = match_search(searcher, snapshot, &wanted, 10, arena, &hits);
	int32_t bits = 0;
	out_id[0] = '\0';
	for (size_t i = 1; i < count; i++)
		assert_true(hits[i].comparison.bits <= hits[i - 1].comparison.bits);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(sum_of(&hits[i].comparison), hits[i].comparison.bits);
	if (count > 0) {
		memcpy(out_id, hits[0].id.data, hits[0].id.length);
		out_id[hits[0].id.length] = '\0';
		bits = hits[0].comparison.bits;
	}
	match_snapshot_release(snapshot);
	match_searcher_destroy(searcher);
	arena_destroy(arena);
	return bits;
}

static inline void assert_first(struct match_index *index, const char *name, const char *id)
{
	char found[32];
	first_hit(index, name, found);
	assert_string_equal(found, id);
}

static inline struct match_index *small_register(void)
{
	static const char *const names[] = {"Rahmonov Emomali Sharipovich", "Сооронбай Жээнбеков", "Kassym-Jomart Tokaev",
		"محمد حسن آخوند", "Nazarov Timur Askarovich", "Nazarova Aigul Askarovna", "Abdulrahman Salim", "Abu Bakr",
		"Karimov Sherali", "Юсупов Шавкат", "Тоқтар Серік", "Ahmed Ismail Yassin"};
	struct match_index *index = match_index_create();
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		set_name(index, (char[]){(char)('a' + i), '\0'}, names[i]);
	match_index_publish(index);
	return index;
}

#endif
