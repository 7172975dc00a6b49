/*
 * test_dialect.c - the SQL constructs that Custos relies on, with the one answer that both databases must give; and the
 * keywords of both, tried as names.
 */
#include <sqlite3.h>

#include "model/reserved.h"
#include "sample.h"

#define W sample->writer
#define E &sample->errors

/* A statement and its rows: cells parted by '|', rows by '/', NULL as '-'; "!" and the code when it must fail. */
struct construct {
	const char *sql, *answer;
};

static const struct construct constructs[] = {
	{ "CREATE TABLE IF NOT EXISTS thing (id TEXT NOT NULL PRIMARY KEY, size BIGINT, name TEXT, body @BLOB)", "" },
	{ "CREATE UNIQUE INDEX IF NOT EXISTS thing_size_key ON thing (size)", "" },
	{ "CREATE INDEX IF NOT EXISTS thing_open_index ON thing (name) WHERE size IS NULL", "" },
	{ "INSERT INTO thing (id, size, name) VALUES ('a', 1, 'Ada'), ('b', NULL, 'bea'), ('c', 3, NULL), ('d', 4, 'Cyd')",
		"" },
	/* order: bytes, not language; absent last in both directions */
	{ "SELECT id FROM thing ORDER BY name NULLS LAST, id", "a/d/b/c" },
	{ "SELECT id FROM thing ORDER BY name DESC NULLS LAST, id DESC", "b/d/a/c" },
	{ "SELECT id FROM thing ORDER BY size NULLS LAST, id LIMIT 2", "a/c" },
	{ "SELECT id FROM thing ORDER BY id LIMIT 2 OFFSET 1", "b/c" },
	{ "SELECT id FROM thing WHERE (size > 1 OR (size = 1 AND id > 'a') OR size IS NULL) ORDER BY size NULLS LAST, id",
		"c/d/b" },
	{ "SELECT id FROM thing WHERE (size, id) > (1, 'a') ORDER BY size NULLS LAST, id", "c/d" },
	/* comparing */
	{ "SELECT id FROM thing WHERE name >= 'A' AND name < 'B' ORDER BY id", "a" },
	{ "SELECT id FROM thing WHERE name < '\xf4\x8f\xbf\xbf' ORDER BY id", "a/b/d" },
	{ "SELECT id FROM thing WHERE (name <> 'Ada' OR name IS NULL) ORDER BY id", "b/c/d" },
	{ "SELECT id FROM thing WHERE name IS DISTINCT FROM 'Ada' ORDER BY id", "b/c/d" },
	{ "SELECT id FROM thing WHERE size IN (1, 3, 3, 3) ORDER BY id", "a/c" },
	{ "SELECT id FROM thing WHERE size >= -9223372036854775807 ORDER BY id", "a/c/d" },
	{ "SELECT id FROM thing WHERE id IN (SELECT id FROM thing WHERE 1 = 0) OR size = 4", "d" },
	{ "SELECT id FROM thing WHERE lower(name) LIKE '% x\\%%' ESCAPE '\\'", "" },
	{ "SELECT id FROM thing WHERE lower(name) LIKE 'ad%' ESCAPE '\\'", "a" },
	{ "SELECT id FROM thing t WHERE EXISTS (SELECT 1 FROM thing o WHERE o.size = t.size + 1) ORDER BY id", "c" },
	/* adding up */
	{ "SELECT count(*), count(size), sum(size), min(size), max(name) FROM thing", "4|3|8|1|bea" },
	{ "SELECT count(*) FILTER (WHERE size > 1) FROM thing", "2" },
	{ "SELECT size IS NULL, count(*) FROM thing GROUP BY 1 ORDER BY 1", "0|3/1|1" },
	{ "SELECT id, row_number() OVER (ORDER BY id DESC) FROM thing ORDER BY id", "a|4/b|3/c|2/d|1" },
	{ "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n",
		"1/2/3" },
	/* expressions */
	{ "SELECT coalesce(NULL, 'x'), nullif(1, 1), CASE WHEN 1 = 1 THEN 'y' ELSE 'n' END", "x|-|y" },
	{ "SELECT substr('2026-11-20', 1, 7), length('\xc3\xa4\xc3\xb6'), 'a' || 'b', replace('aXa', 'X', '-')",
		"2026-11|2|ab|a-a" },
	{ "SELECT 7 / 2, -7 / 2, 7 % 3, abs(-3)", "3|-3|1|3" },
	{ "SELECT CAST('12' AS BIGINT) + 1, CAST(12 AS TEXT) || '!'", "13|12!" },
	{ "SELECT 1 < 2, 1 > 2", "1|0" },
	/* changing */
	{ "INSERT INTO thing (id, size) VALUES ('a', 9) ON CONFLICT (id) DO UPDATE SET size = excluded.size", "" },
	{ "INSERT INTO thing (id, size) VALUES ('a', 8) ON CONFLICT (id) DO NOTHING", "" },
	{ "SELECT size, name FROM thing WHERE id = 'a'", "9|Ada" },
	{ "UPDATE thing SET size = size + 10 WHERE id = 'd' RETURNING size", "14" },
	{ "INSERT INTO thing (id, size) VALUES ('e', 9)", "!2004" },
	{ "INSERT INTO thing (id) VALUES (NULL)", "!5001" },
	{ "SELECT \"text\"", "!5001" },
	{ "DELETE FROM thing WHERE id = 'd' RETURNING id", "d" },
	{ "ALTER TABLE thing ADD COLUMN extra BIGINT", "" },
	{ "SELECT id, extra FROM thing ORDER BY id LIMIT 1", "a|-" },
	{ "ALTER TABLE thing DROP COLUMN extra", "" },
	{ "DROP TABLE thing", "" },
};

static bool add_row(void *state, const struct value *cells, size_t columns)
{
	struct builder *answer = state;
	builder_add_string(answer, answer->length ? "/" : "");
	for (size_t i = 0; i < columns; i++) {
		builder_add_string(answer, i ? "|" : "");
		if (cells[i].kind == VALUE_ABSENT)
			builder_add_string(answer, "-");
		else if (cells[i].kind == VALUE_INTEGER)
			builder_add_integer(answer, cells[i].integer);
		else
			builder_add(answer, cells[i].text);
	}
	return true;
}

static void test_constructs(void **state)
{
	struct sample *sample = *state;
	for (size_t i = 0; i < sizeof(constructs) / sizeof(constructs[0]); i++) {
		struct builder answer;
		builder_begin(&answer, sample->arena, 100);
		if (!store_each(W, constructs[i].sql, NULL, 0, add_row, &answer, E)) {
			builder_add_byte(&answer, '!');
			builder_add_integer(&answer, sample->errors.items[0].code);
			error_list_begin(E, sample->arena);
		}
		if (!text_equal_string(builder_text(&answer), constructs[i].answer))
			fail_msg("%s\n\tgave %s\n\tnot %s", constructs[i].sql, builder_text(&answer).data,
				constructs[i].answer);
	}
}

static void test_parameters(void **state)
{
	struct sample *sample = *state;
	struct store_result result;
	/* A parameter whose type nothing tells is given one by CAST; the largest and smallest integers pass whole. */
	struct value values[] = { value_integer(INT64_MAX), value_integer(INT64_MIN), value_absent(),
		value_bytes(text_make("\0\xff'", 3)) };
	GOOD(store_query(W, sample->arena, "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS TEXT) IS NULL", values,
		3, &result, E));
	assert_true(value_equal(store_cell(&result, 0, 0), values[0]));
	assert_true(value_equal(store_cell(&result, 0, 1), values[1]));
	assert_int_equal(store_cell(&result, 0, 2).integer, 1);
	struct value ten[10];
	for (int i = 0; i < 10; i++)
		ten[i] = value_integer(i + 1);
	GOOD(store_query(W, sample->arena, "SELECT CAST($10 AS BIGINT), CAST($9 AS BIGINT), CAST($1 AS BIGINT) + "
		"CAST($2 AS BIGINT) + $3 + $4 + $5 + $6 + $7 + $8", ten, 10, &result, E));
	assert_int_equal(store_cell(&result, 0, 0).integer, 10);
	assert_int_equal(store_cell(&result, 0, 1).integer, 9);
	assert_int_equal(store_cell(&result, 0, 2).integer, 36);
}

/* ---- names ---- */

static bool works_as_name(struct sample *sample, const char *name)
{
	/* Everything that the store builds from names, and what a report may do with them. */
	static const char *const uses[] = { "CREATE TABLE IF NOT EXISTS ~ (id TEXT NOT NULL PRIMARY KEY, ~ TEXT, ~_fold TEXT)",
		"CREATE INDEX IF NOT EXISTS ~_~_index ON ~ (~)",
		"INSERT INTO ~ (id, ~) VALUES ('1', '2') ON CONFLICT (id) DO UPDATE SET ~ = excluded.~",
		"UPDATE ~ SET ~ = '3', ~_fold = '3' WHERE id = '1'",
		"SELECT id, ~ FROM ~ WHERE (~ > '1' OR ~ IS NULL) AND ~ IN (SELECT ~ FROM ~) ORDER BY ~ DESC NULLS LAST, id",
		"SELECT t.~, count(*) FROM ~ t WHERE t.~ <> '?' GROUP BY t.~", "SELECT ~.~ FROM ~",
		"ALTER TABLE ~ DROP COLUMN ~_fold", "DELETE FROM ~ WHERE ~ = '2'" };
	bool good = true;
	GOOD(store_begin(W, E));
	for (size_t i = 0; good && i < sizeof(uses) / sizeof(uses[0]); i++) {
		struct builder sql;
		builder_begin(&sql, sample->arena, 400);
		for (const char *c = uses[i]; *c; c++) {
			if (*c == '~')
				builder_add_string(&sql, name);
			else
				builder_add_byte(&sql, *c);
		}
		good = store_execute(W, builder_text(&sql).data, NULL, 0, NULL, E);
	}
	GOOD(store_rollback(W, E));
	error_list_begin(E, sample->arena);
	return good;
}

static void try_name(struct sample *sample, const char *name)
{
	if (!reserved_by_sql(text_from(name)) && !works_as_name(sample, name))
		fail_msg("\"%s\" is free for tables but fails in SQL", name);
}

static bool try_keyword(void *state, const struct value *cells, size_t columns)
{
	struct builder *names = state;
	assert_int_equal(columns, 1);
	builder_add(names, cells[0].text);
	builder_add_byte(names, ' ');
	return true;
}

static void test_keywords(void **state)
{
	struct sample *sample = *state;
	char name[64];
	for (int i = 0; i < sqlite3_keyword_count(); i++) {
		const char *word;
		int length;
		assert_int_equal(sqlite3_keyword_name(i, &word, &length), SQLITE_OK);
		for (int c = 0; c < length; c++)
			name[c] = (char)(word[c] >= 'A' && word[c] <= 'Z' ? word[c] + 32 : word[c]);
		name[length] = '\0';
		try_name(sample, name);
	}
	assert_false(works_as_name(sample, "order"));
	assert_false(works_as_name(sample, "group"));
	assert_true(works_as_name(sample, "thing"));
	if (!sample_is_postgres)
		return;
	struct builder names;
	struct text rest, word;
	builder_begin(&names, sample->arena, 8000);
	GOOD(store_each(W, "SELECT word FROM pg_get_keywords()", NULL, 0, try_keyword, &names, E));
	rest = builder_text(&names);
	while (text_next(&rest, ' ', &word))
		try_name(sample, arena_string(sample->arena, word));
}

int main(void)
{
	const struct CMUnitTest tests[] = { SAMPLE_TEST(test_constructs), SAMPLE_TEST(test_parameters),
		SAMPLE_TEST(test_keywords) };
	SAMPLE_RUN("store/dialect", tests);
}
