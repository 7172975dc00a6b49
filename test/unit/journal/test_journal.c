/* test_journal.c - appending, sealing, rollback, reading, receipts. */
#include "fixture.h"

#include "journal/proof.h"

static struct note_key key_of(struct fixture *fixture, struct text log)
{
	uint8_t public_key[32];
	fixture_check(fixture, keys_public(fixture->keys, log, false, public_key, &fixture->errors));
	return note_key_make(log, NOTE_LOG_KEY, public_key);
}

static struct checkpoint head_of(struct fixture *fixture, const char *log)
{
	struct text message;
	struct checkpoint checkpoint;
	struct note_key key = key_of(fixture, text_from(log));
	fixture_check(fixture, journal_checkpoint(fixture->writer, fixture->arena, text_from(log), &message, &fixture->errors));
	assert_true(checkpoint_verify(fixture->arena, message, &key, &checkpoint));
	return checkpoint;
}

static void appended_and_sealed(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 8);
	assert_int_equal(head_of(&fixture, "custos.example/j/hub").size, 2);
	assert_int_equal(head_of(&fixture, "custos.example/j/fac01").size, 4 * 5 + 2);
	assert_int_equal(head_of(&fixture, "custos.example/j/fac02").size, 4 * 5 - 2);
	struct verify_report report = fixture_verify(&fixture, NULL);
	report_print(&report);
	assert_int_equal(report.count, 0);
	assert_int_equal(report.logs, 3);
	assert_int_equal(report.entries, 42);
	assert_int_equal(report.payloads, 42);
	assert_int_equal(report.rows, 34);
	struct text none;
	fixture_check(&fixture, journal_checkpoint(fixture.writer, fixture.arena, TEXT_OF("x"), &none, &fixture.errors));
	assert_true(text_is_empty(none));
	fixture_end(&fixture);
}

/* Goes on after a restart, after a savepoint that was taken back and after a whole transaction that was. */
static void rollbacks_leave_no_gap(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 2);
	fixture_reopen(&fixture);
	fixture_begin_group(&fixture);
	fixture_insert(&fixture, fixture_client(&fixture, "kept"), "fac01");
	journal_mark(fixture.journal);
	fixture_check(&fixture, store_savepoint(fixture.writer, "command", &fixture.errors));
	fixture_insert(&fixture, fixture_client(&fixture, "lost"), "fac01");
	fixture_insert(&fixture, fixture_client(&fixture, "lost"), "fac03");
	fixture_check(&fixture, store_rollback_to(fixture.writer, "command", &fixture.errors));
	journal_return_to_mark(fixture.journal);
	fixture_check(&fixture, store_release(fixture.writer, "command", &fixture.errors));
	fixture_insert(&fixture, fixture_client(&fixture, "kept"), "fac02");
	fixture_commit(&fixture);
	fixture_begin_group(&fixture);
	fixture_insert(&fixture, fixture_client(&fixture, "lost"), "fac01");
	fixture_check(&fixture, journal_seal(fixture.journal, fixture.arena, &fixture.errors));
	fixture_check(&fixture, store_rollback(fixture.writer, &fixture.errors));
	journal_return(fixture.journal);
	fixture_begin_group(&fixture);
	fixture_insert(&fixture, fixture_client(&fixture, "kept"), "fac01");
	fixture_commit(&fixture);
	struct verify_report report = fixture_verify(&fixture, NULL);
	report_print(&report);
	assert_int_equal(report.count, 0);
	assert_int_equal(report.logs, 3);
	assert_int_equal(report.entries, 2 + 10 + 3);
	fixture_end(&fixture);
}

static void histories(void **state)
{
	(void)state;
	struct fixture fixture;
	struct journal_entry *entries;
	size_t count;
	fixture_begin(&fixture);
	fixture_begin_group(&fixture);
	struct row *client = fixture_client(&fixture, "First");
	fixture_insert(&fixture, client, "fac01");
	int64_t first = fixture.now;
	row_set_string(client, CLIENT_NAME, "Second");
	fixture_change(&fixture, client, "fac02");
	struct row *note = fixture_note(&fixture, client->id, 1);
	fixture_insert(&fixture, note, "fac02");
	const struct journal_note read = { .log_kind = "a", .facility_code = TEXT("fac02"), .time = fixture.now,
		.type = TEXT("read.form"), .actor = TEXT("USER2"), .subject = client->id, .record = TEXT("client"),
		.record_id = client->id, .revision = 2, .second = TEXT(""), .decision = TEXT(""), .payload = TEXT("") };
	struct journal_receipt receipt;
	for (int i = 0; i < 3; i++)
		fixture_check(&fixture, journal_append(fixture.journal, fixture.arena, &read, &receipt, &fixture.errors));
	assert_true(text_equal_string(receipt.log, "custos.example/a/fac02") && receipt.index == 2);
	fixture_commit(&fixture);
	fixture_check(&fixture, journal_history(fixture.writer, fixture.arena, "client", client->id, 0, &entries, &count,
		&fixture.errors));
	assert_int_equal(count, 2);
	assert_true(text_equal_string(entries[0].type, "client.add") && text_equal_string(entries[1].actor, "USER1"));
	assert_true(text_equal(entries[1].subject, client->id) && text_equal(entries[1].record_id, client->id));
	struct row *row;
	fixture_check(&fixture, replay_row(fixture.arena, &REGISTRY, fixture.keys, &entries[0], &row, &fixture.errors));
	assert_true(row_is(row, CLIENT_NAME, "First") && row->version == 1 && row->created_at == first);
	fixture_check(&fixture, journal_history(fixture.writer, fixture.arena, "client", client->id, first, &entries, &count,
		&fixture.errors));
	assert_int_equal(count, 1);
	fixture_check(&fixture, journal_about(fixture.writer, fixture.arena, "j", client->id, 0, 100, &entries, &count,
		&fixture.errors));
	assert_int_equal(count, 3);
	assert_true(text_equal_string(entries[0].record, "note"));
	/* Three entries of one moment are not parted by a limit of one. */
	fixture_check(&fixture, journal_about(fixture.writer, fixture.arena, "a", client->id, 0, 1, &entries, &count,
		&fixture.errors));
	assert_int_equal(count, 3);
	fixture_check(&fixture, journal_about(fixture.writer, fixture.arena, "a", client->id, entries[2].time, 1, &entries,
		&count, &fixture.errors));
	assert_int_equal(count, 0);
	fixture_check(&fixture, journal_file_at(fixture.writer, fixture.arena, client->id, fixture.now, &entries, &count,
		&fixture.errors));
	assert_int_equal(count, 2);
	assert_true(entries[0].revision == 2 && text_equal_string(entries[1].record, "note"));
	fixture_check(&fixture, journal_file_at(fixture.writer, fixture.arena, client->id, first, &entries, &count,
		&fixture.errors));
	assert_int_equal(count, 1);
	assert_int_equal(entries[0].revision, 1);
	assert_int_equal(fixture_verify(&fixture, NULL).count, 0);
	fixture_end(&fixture);
}

/* Every entry of a log with two tile levels has a proof that holds, and only for its own leaf. */
static void receipts(void **state)
{
	(void)state;
	struct fixture fixture;
	struct checkpoint checkpoint;
	struct text proof;
	uint64_t index;
	fixture_begin(&fixture);
	fixture_fill(&fixture, 140);
	struct text log = TEXT_OF("custos.example/j/fac01");
	struct note_key key = key_of(&fixture, log);
	struct store_result leaves;
	fixture_check(&fixture, store_query(fixture.writer, fixture.arena,
		"SELECT leaf FROM journal_entry WHERE log = 'custos.example/j/fac01' ORDER BY idx", NULL, 0, &leaves,
		&fixture.errors));
	assert_true(leaves.rows > 256);
	for (size_t i = 0; i < leaves.rows; i++) {
		struct hash leaf = vector_hash(store_cell(&leaves, i, 0).text);
		fixture_check(&fixture, journal_proof(fixture.writer, fixture.arena, log, (int64_t)i, &proof, &fixture.errors));
		assert_true(proof_holds(fixture.arena, proof, &leaf, &key, &checkpoint, &index));
		assert_int_equal(index, i);
		leaf.bytes[i % 32] ^= 1;
		assert_false(proof_holds(fixture.arena, proof, &leaf, &key, &checkpoint, &index));
	}
	assert_false(journal_proof(fixture.writer, fixture.arena, log, (int64_t)leaves.rows, &proof, &fixture.errors));
	assert_false(journal_proof(fixture.writer, fixture.arena, TEXT_OF("none"), 0, &proof, &fixture.errors));
	struct merkle_frontier frontier = { 0 };
	for (size_t i = 0; i < leaves.rows; i++) {
		struct hash leaf = vector_hash(store_cell(&leaves, i, 0).text), old_root;
		struct merkle_proof consistency;
		struct text message;
		merkle_append(&frontier, &leaf);
		if (i % 37)
			continue;
		fixture_check(&fixture, journal_consistency(fixture.writer, fixture.arena, log, i + 1, &consistency, &message,
			&fixture.errors));
		old_root = merkle_root(&frontier);
		assert_true(checkpoint_verify(fixture.arena, message, &key, &checkpoint));
		assert_true(merkle_consistency_holds(i + 1, checkpoint.size, consistency.hashes, (size_t)consistency.count,
			&old_root, &checkpoint.root));
	}
	fixture_end(&fixture);
}

static void refused_notes(void **state)
{
	(void)state;
	struct fixture fixture;
	struct journal_receipt receipt;
	fixture_begin(&fixture);
	fixture_begin_group(&fixture);
	struct journal_note note = { .log_kind = "j", .facility_code = TEXT("fac01"), .time = fixture.now,
		.type = TEXT("x.y"), .actor = TEXT("U"), .second = TEXT(""), .subject = TEXT(""), .record = TEXT("client"),
		.record_id = TEXT("1"), .revision = 2, .decision = TEXT(""), .payload = TEXT("") };
	/* Revision 2 without 1. */
	assert_false(journal_append(fixture.journal, fixture.arena, &note, &receipt, &fixture.errors));
	note.revision = 1;
	static const char *const bad[] = { "", "a/b", "..", "a b", "a\nb", "a:b", "a+b", "-" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		note.facility_code = text_from(bad[i]);
		assert_false(journal_append(fixture.journal, fixture.arena, &note, &receipt, &fixture.errors));
	}
	note.facility_code = TEXT_OF("fac01");
	note.actor = TEXT_OF("a b");
	assert_false(journal_append(fixture.journal, fixture.arena, &note, &receipt, &fixture.errors));
	note.actor = TEXT_OF("U");
	fixture_check(&fixture, journal_append(fixture.journal, fixture.arena, &note, &receipt, &fixture.errors));
	assert_int_equal(receipt.index, 0);
	/* The same revision twice is refused by the database, at the latest when the group goes out. */
	assert_false(journal_append(fixture.journal, fixture.arena, &note, &receipt, &fixture.errors) &&
		     store_flush(fixture.writer, &fixture.errors));
	assert_true(error_list_has(&fixture.errors, E_DUPLICATE));
	struct journal *other;
	assert_false(journal_open(fixture.arena, fixture.writer, fixture.keys, TEXT_OF("https://x"), &other, &fixture.errors));
	fixture_check(&fixture, store_rollback(fixture.writer, &fixture.errors));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(appended_and_sealed),
		cmocka_unit_test(rollbacks_leave_no_gap),
		cmocka_unit_test(histories),
		cmocka_unit_test(receipts),
		cmocka_unit_test(refused_notes),
	};
	FIXTURE_RUN("journal/journal", tests);
}
