/* test_verify.c - what verification of a database finds: every change is named by log, entry, table, row and field. */
#include "fixture.h"

#include "journal/tile.h"

/* The one finding that names this place; what is a part of its text. */
static void expect(const struct verify_report *report, const char *table, struct text row, const char *field,
	const char *what)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct verify_finding *finding = &report->findings[i];
		if (text_equal_string(finding->table, table) && text_equal(finding->row, row) &&
			text_equal_string(finding->field, field) && text_find(finding->what, text_from(what)) != SIZE_MAX)
			return;
	}
	report_print(report);
	fail_msg("not found: %s.%s %s", table, field, what);
}

static void expect_entry(const struct verify_report *report, const char *log, int64_t index, const char *what)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct verify_finding *finding = &report->findings[i];
		if (text_equal_string(finding->log, log) && finding->index == index &&
			text_find(finding->what, text_from(what)) != SIZE_MAX)
			return;
	}
	report_print(report);
	fail_msg("not found: %s %lld %s", log, (long long)index, what);
}

static struct text some_id(struct fixture *fixture, const char *sql)
{
	struct store_result result;
	fixture_check(fixture, store_query(fixture->writer, fixture->arena, sql, NULL, 0, &result, &fixture->errors));
	return store_cell(&result, 0, 0).text;
}

/* Each field of a row changed behind the journal's back is named. */
static void changed_fields_are_named(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 4);
	struct text id = some_id(&fixture, "SELECT id FROM note ORDER BY id LIMIT 1");
	static const struct {
		const char *column, *sql, *back;
	} cases[] = {
		{ "line", "line = 'other'", NULL }, { "line", "line = NULL", NULL }, { "amount", "amount = 77", NULL },
		{ "price", "price = 1", NULL }, { "agreed", "agreed = NULL", NULL }, { "given_on", "given_on = '2020-01-01'", NULL },
		{ "client", "client = 'X'", NULL }, { "version", "version = 9", NULL }, { "created_at", "created_at = 1", NULL },
		{ "created_by", "created_by = 'X'", NULL }, { "changed_at", "changed_at = 1", NULL },
		{ "changed_by", "changed_by = 'X'", NULL }, { "log", "log = 'X'", NULL }, { "log_index", "log_index = 99", NULL },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fixture_check(&fixture, store_begin(fixture.writer, &fixture.errors));
		fixture_tamper(&fixture, arena_format(fixture.arena, "UPDATE note SET %s WHERE id = '%.*s'", cases[i].sql,
			TEXT_FORMAT(id)).data);
		struct verify_report report = fixture_verify(&fixture, NULL);
		assert_int_equal(report.count, 1);
		expect(&report, "note", id, cases[i].column, "value differs from the journal");
		fixture_check(&fixture, store_rollback(fixture.writer, &fixture.errors));
	}
	assert_int_equal(fixture_verify(&fixture, NULL).count, 0);
	fixture_end(&fixture);
}

static void missing_and_extra_rows(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 4);
	struct text id = some_id(&fixture, "SELECT id FROM client ORDER BY id LIMIT 1");
	fixture_tamper(&fixture, arena_format(fixture.arena, "DELETE FROM client WHERE id = '%.*s'", TEXT_FORMAT(id)).data);
	fixture_tamper(&fixture, "INSERT INTO site (id, version, created_at, created_by, changed_at, changed_by, log,"
				 " log_index, code) VALUES ('EXTRA', 1, 1, 'U', 1, 'U', 'L', 0, 'fac09')");
	struct verify_report report = fixture_verify(&fixture, NULL);
	assert_int_equal(report.count, 2);
	expect(&report, "client", id, "", "row is missing from the table");
	expect(&report, "site", TEXT_OF("EXTRA"), "", "row is not in the journal");
	/* A table that the journal never mentioned. */
	fixture_tamper(&fixture, "DELETE FROM journal_entry");
	report = fixture_verify(&fixture, NULL);
	expect(&report, "note", some_id(&fixture, "SELECT id FROM note ORDER BY id LIMIT 1"), "", "row is not in the journal");
	fixture_end(&fixture);
}

static void changed_entries_are_named(void **state)
{
	(void)state;
	static const char log[] = "custos.example/j/fac01";
	static const struct {
		const char *sql, *what;
		int64_t index;
	} cases[] = {
		{ "entry = replace(entry, 'actor u-USER1', 'actor u-USER9')", "leaf hash differs", 3 },
		{ "entry = replace(entry, 'rev ', 'rev 0')", "entry is not readable", 3 },
		{ "leaf = (SELECT leaf FROM journal_entry WHERE log = 'custos.example/j/fac01' AND idx = 4)",
			"leaf hash differs", 3 },
		{ "blob = (SELECT blob FROM journal_entry WHERE log = 'custos.example/j/fac01' AND idx = 0)",
			"content", 3 },
		{ "blob = NULL", "content is missing", 3 },
		{ "time = time + 1", "column differs", 3 },
		{ "type = 'other'", "column differs", 3 },
		{ "actor = 'other'", "column differs", 3 },
		{ "subject = NULL", "column differs", 3 },
		{ "act = 'other'", "column differs", 3 },
		{ "record = 'note/other'", "column differs", 3 },
	};
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 6);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fixture_check(&fixture, store_begin(fixture.writer, &fixture.errors));
		fixture_tamper(&fixture, arena_format(fixture.arena,
			"UPDATE journal_entry SET %s WHERE log = '%s' AND idx = 3", cases[i].sql, log).data);
		struct verify_report report = fixture_verify(&fixture, NULL);
		expect_entry(&report, log, cases[i].index, cases[i].what);
		fixture_check(&fixture, store_rollback(fixture.writer, &fixture.errors));
	}
	fixture_tamper(&fixture, "DELETE FROM journal_entry WHERE log = 'custos.example/j/fac01' AND idx = 3");
	struct verify_report report = fixture_verify(&fixture, NULL);
	expect_entry(&report, log, 3, "entry is missing");
	expect_entry(&report, log, -1, "another number of entries");
	fixture_end(&fixture);
}

/* Entry and leaf changed together, at the start of a log of two tiles: the tree tells. */
static void changed_entry_with_its_leaf(void **state)
{
	(void)state;
	static const char log[] = "custos.example/j/fac01";
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 120);
	struct text entry = some_id(&fixture,
		"SELECT replace(entry, 'actor u-USER1', 'actor u-USER9') FROM journal_entry"
		" WHERE log = 'custos.example/j/fac01' AND idx = 3");
	struct hash leaf = merkle_leaf(entry);
	const struct value values[] = { value_text(entry), value_bytes(text_make((const char *)leaf.bytes, 32)) };
	const char *tiles = file_path(fixture.arena, fixture.folder, "export");
	fixture_check(&fixture, export_logs(fixture.writer, fixture.arena, fixture.keys, tiles, NULL, &fixture.errors));
	fixture_check(&fixture, store_execute(fixture.writer,
		"UPDATE journal_entry SET entry = $1, leaf = $2, actor = 'USER9' WHERE log = 'custos.example/j/fac01' AND idx = 3",
		values, 2, NULL, &fixture.errors));
	struct verify_report report = fixture_verify(&fixture, NULL);
	expect_entry(&report, log, -1, "do not give the root that the checkpoint signs");
	expect_entry(&report, log, 0, "root of the subtree");
	/* With the exported tiles at hand the entry itself is named. */
	report = fixture_verify(&fixture, tiles);
	expect_entry(&report, log, 3, "tile/0/000: tile differs");
	expect_entry(&report, log, 3, "tile/entries/000: bundle differs");
	fixture_end(&fixture);
}

static void changed_heads(void **state)
{
	(void)state;
	static const struct {
		const char *sql, *what;
	} cases[] = {
		{ "size = size + 1", "another number of entries" },
		{ "root = (SELECT root FROM journal_log WHERE name = 'custos.example/j/hub')", "root of the head" },
		{ "frontier = (SELECT frontier FROM journal_log WHERE name = 'custos.example/j/hub')", "frontier differs" },
		{ "checkpoint = (SELECT checkpoint FROM journal_log WHERE name = 'custos.example/j/hub')", "signature" },
		{ "checkpoint = replace(checkpoint, 'custos', 'oustos')", "signature" },
	};
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 4);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fixture_check(&fixture, store_begin(fixture.writer, &fixture.errors));
		fixture_tamper(&fixture, arena_format(fixture.arena,
			"UPDATE journal_log SET %s WHERE name = 'custos.example/j/fac01'", cases[i].sql).data);
		struct verify_report report = fixture_verify(&fixture, NULL);
		expect_entry(&report, "custos.example/j/fac01", -1, cases[i].what);
		fixture_check(&fixture, store_rollback(fixture.writer, &fixture.errors));
	}
	fixture_tamper(&fixture, "DELETE FROM journal_log WHERE name = 'custos.example/j/hub'");
	struct verify_report report = fixture_verify(&fixture, NULL);
	expect_entry(&report, "custos.example/j/hub", -1, "no head");
	fixture_end(&fixture);
}

/* Erasure: the content is gone, entries and tree are as valid as before. */
static void erased_subject(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 4);
	struct text client = some_id(&fixture, "SELECT client FROM note ORDER BY id LIMIT 1");
	fixture_check(&fixture, keys_destroy(fixture.keys, client, COMPARTMENT_HEALTH, 1, &fixture.errors));
	struct verify_report report = fixture_verify(&fixture, NULL);
	assert_int_equal(report.count, 3);
	assert_int_equal(report.destroyed, 4);
	expect(&report, "note", some_id(&fixture, arena_format(fixture.arena,
		"SELECT id FROM note WHERE client = '%.*s'", TEXT_FORMAT(client)).data), "",
		"row stands though its key is destroyed");
	fixture_tamper(&fixture, arena_format(fixture.arena, "DELETE FROM note WHERE client = '%.*s'",
		TEXT_FORMAT(client)).data);
	report = fixture_verify(&fixture, NULL);
	report_print(&report);
	assert_int_equal(report.count, 0);
	/* The tables made again do not bring it back. */
	fixture_check(&fixture, replay_rebuild(fixture.writer, fixture.arena, &REGISTRY, fixture.keys, NULL,
		&fixture.errors));
	assert_int_equal(fixture_verify(&fixture, NULL).count, 0);
	fixture_end(&fixture);
}

static void rebuilt_tables_are_equal(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 30);
	fixture_tamper(&fixture, "UPDATE note SET line = 'forged'");
	fixture_tamper(&fixture, "DELETE FROM client WHERE full_name > 'A'");
	fixture_tamper(&fixture, "UPDATE site SET id = id || 'X'");
	assert_true(fixture_verify(&fixture, NULL).count > 0);
	fixture_check(&fixture, replay_rebuild(fixture.writer, fixture.arena, &REGISTRY, fixture.keys, NULL,
		&fixture.errors));
	struct verify_report report = fixture_verify(&fixture, NULL);
	report_print(&report);
	assert_int_equal(report.count, 0);
	assert_int_equal(report.rows, 2 + 30 + 90);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changed_fields_are_named),
		cmocka_unit_test(missing_and_extra_rows),
		cmocka_unit_test(changed_entries_are_named),
		cmocka_unit_test(changed_entry_with_its_leaf),
		cmocka_unit_test(changed_heads),
		cmocka_unit_test(erased_subject),
		cmocka_unit_test(rebuilt_tables_are_equal),
	};
	FIXTURE_RUN("journal/verify", tests);
}
