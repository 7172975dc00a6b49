/* test_list.c - the generic list: filter, search, sort, pages, export, detail, scope. */
#include "base/random.h"
#include "visit.h"

static void make_guests(struct inn *inn, int count)
{
	for (int i = 0; i < count; i++)
		inn_guest(inn, arena_format(inn->arena, "G%03d", i).data, arena_format(inn->arena, "Guest %03d", count - i).data);
}

static void test_pages_and_order(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	make_guests(inn, 60);
	visit_sign_in(visit, &inn->headquarters);
	STATUS(200, visit_get(visit, "/records/guest?sort=name"));
	SEES("60 entries");
	SEES("Guest 001");
	SEES("Guest 050");
	assert_false(visit_sees(visit, "Guest 051"));
	SEES("aria-sort=\"ascending\"");
	SEES("sort=-name");
	SEES("rel=\"next\"");
	size_t at = text_find(visit->response.body, TEXT_OF("custos-pages__next\" href=\""));
	struct text rest = text_slice(visit->response.body, at + sizeof("custos-pages__next\" href=\"") - 1,
		visit->response.body.length);
	struct text next = text_slice(rest, 0, text_find_byte(rest, '"'));
	struct builder plain;
	builder_begin(&plain, inn->arena, 256);
	for (size_t i = 0; i < next.length; i++) {
		builder_add_byte(&plain, next.data[i]);
		if (text_starts_with(text_slice(next, i, next.length), TEXT_OF("&amp;")))
			i += 4;
	}
	STATUS(200, visit_get(visit, builder_text(&plain).data));
	SEES("Guest 051");
	SEES("Guest 060");
	assert_false(visit_sees(visit, "Guest 050"));
	SEES("First page");
	visit_end(visit);
}

static void test_search_and_export(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	make_guests(inn, 12);
	visit_sign_in(visit, &inn->headquarters);
	STATUS(200, visit_get(visit, "/records/guest?q=008"));
	SEES("1 entry");
	SEES("Remove this filter:");
	STATUS(200, visit_get(visit, "/records/guest?q=nobody"));
	SEES("There is nothing here");
	STATUS(200, visit_get(visit, "/records/guest?format=csv"));
	assert_string_equal(visit->response.content_type, "text/csv; charset=utf-8");
	SEES("id,number,name,house,initial\r\n"); /* the secret is not for this clearance */
	SEES(",G000,Guest 012,");
	visit_end(visit);
}

/* Longer than a piece: the rest comes piece by piece, each a reading of its own, until an empty one. */
static void test_long_export(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	enum { GUESTS = 2003, PIECES = 3 };
	make_guests(inn, GUESTS);
	visit_sign_in(visit, &inn->headquarters);
	STATUS(200, visit_get(visit, "/records/guest?format=csv&sort=-name"));
	assert_non_null(visit->response.more);
	struct arena *arena = arena_create();
	struct text piece = visit->response.body, line;
	size_t lines = 0, pieces = 1;
	char last[IDENTIFIER_LENGTH + 1] = "";
	do {
		for (struct text rest = piece; text_next(&rest, '\n', &line); lines++) {
			if (lines == 0)
				continue; /* the headings */
			char id[IDENTIFIER_LENGTH + 1] = "";
			memcpy(id, line.data, IDENTIFIER_LENGTH);
			assert_true(strcmp(id, last) > 0); /* each once, in one order */
			memcpy(last, id, sizeof id);
		}
		arena_reset(arena);
		assert_true(visit->response.more(visit->response.more_state, arena, &piece));
		pieces += piece.length > 0;
	} while (piece.length > 0);
	assert_int_equal(lines, GUESTS + 1);
	assert_int_equal(pieces, PIECES);
	arena_destroy(arena);
	visit_end(visit);
}

static void test_detail(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	struct outcome outcome;
	struct text guest = inn_staying(inn, "1", "Anna", NULL);
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "Red case", "weight", "?"));
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/records/guest/%.*s", TEXT_FORMAT(guest)).data));
	SEES("Red case");
	SEES("Stays");
	SEES("/acts/guest.correct?target=");
	SEES("Who has read this file");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/records/bag/%.*s", TEXT_FORMAT(outcome.record_id)).data));
	SEES("Not known");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/readers/%.*s", TEXT_FORMAT(guest)).data));
	SEES("clerk");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/records/guest/%.*s?as_of=2026-11-20T08:00:00Z",
		TEXT_FORMAT(guest)).data));
	SEES("As it stood");
	visit_sign_in(visit, &inn->far_clerk);
	STATUS(403, visit_get(visit, arena_format(inn->arena, "/records/guest/%.*s", TEXT_FORMAT(guest)).data));
	STATUS(200, visit_get(visit, "/records/stay"));
	SEES("0 entries");
	visit_end(visit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		INN_TEST(test_pages_and_order), INN_TEST(test_search_and_export), INN_TEST(test_long_export), INN_TEST(test_detail),
	};
	return INN_RUN("list", tests);
}
