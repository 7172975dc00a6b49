/* test_attachment.c - documents: what is let in, how it lies in the database, who may read it, and damage that is found. */
#include "sample.h"

#include "base/hash.h"
#include "service/attachment.h"

static const char PDF[] = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";

static void types_are_sniffed(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t size;
		const char *type;
	} samples[] = {
		{ PDF, sizeof(PDF) - 1, "application/pdf" }, { "\xFF\xD8\xFF\xE0..", 6, "image/jpeg" },
		{ "\x89PNG\r\n\x1A\n....", 12, "image/png" }, { "II*\0....", 8, "image/tiff" }, { "MM\0*....", 8, "image/tiff" },
		{ "RIFF\1\2\3\4WEBPVP8 ", 16, "image/webp" }, { "<html><script>", 14, NULL }, { "MZ\x90", 3, NULL },
		{ "PK\3\4", 4, NULL }, { "RIFF\1\2\3\4WAVEfmt ", 16, NULL }, { "", 0, NULL }, { "%PDF", 4, NULL },
		{ "<svg xmlns='http://www.w3.org/2000/svg'/>", 41, NULL }, { " %PDF-1.7", 9, NULL }, { "GIF89a", 6, NULL },
	};
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		const char *type = "none";
		bool allowed = attachment_sniff(text_make(samples[i].bytes, samples[i].size), &type);
		assert_int_equal(allowed, samples[i].type != NULL);
		if (allowed)
			assert_string_equal(type, samples[i].type);
		else
			assert_string_equal(type, "none"); /* out parameters only on success */
	}
}

static struct text add(struct sample *s, const struct actor *actor, struct text subject, struct text content, const char *name)
{
	struct attachment_upload upload = { .content = content, .file_name = text_from(name), .kind = TEXT_OF("order"),
		.about_record = TEXT_OF("dossier"), .about_id = subject, .subject = subject, .facility = text_empty() };
	struct outcome outcome;
	error_list_begin(&s->errors, s->arena);
	return attachment_add(s->service, s->arena, actor, &upload, &outcome, &s->errors) ? outcome.record_id : text_empty();
}

static void stored_and_read(void **state)
{
	struct sample *s = *state;
	struct text file = sample_file(s, "Aigul", s->hall_a, "x");
	struct text id = sample_must(s, add(s, &s->system, file, text_make(PDF, sizeof(PDF) - 1), "C:\\scans\\..\\or\"der<1>.pdf"));
	struct query *query = sample_query(s, &s->system);
	const struct row *row;
	struct text content;
	assert_true(attachment_read(query, id, &row, &content, &s->errors));
	assert_true(text_equal(content, text_make(PDF, sizeof(PDF) - 1)));
	assert_true(text_equal_string(row_text(row, ATTACHMENT_MEDIA_TYPE), "application/pdf"));
	assert_true(text_equal_string(row_text(row, ATTACHMENT_FILE_NAME), "or_der_1_.pdf"));
	assert_int_equal(row_integer(row, ATTACHMENT_SIZE, 0), (int64_t)sizeof(PDF) - 1);
	struct store_result result;
	assert_true(store_query(query_connection(query), s->arena, "SELECT data FROM attachment_blob", NULL, 0, &result,
		&s->errors));
	assert_int_equal(result.rows, 1);
	assert_true(text_find(store_cell(&result, 0, 0).text, TEXT_OF("Catalog")) == SIZE_MAX);
	query_end(query);

	sample_user(s, "wing-b", "wing", sample_string(s, s->hall_b), "official", "");
	struct actor wing = sample_actor(s, "wing-b");
	query = sample_query(s, &wing);
	assert_false(attachment_read(query, id, &row, &content, &s->errors));
	assert_true(error_list_has(&s->errors, E_ACCESS));
	query_end(query);
}

static void bad_uploads_are_refused(void **state)
{
	struct sample *s = *state;
	struct text file = sample_file(s, "Aigul", s->hall_a, "x");
	assert_true(text_is_empty(add(s, &s->system, file, TEXT_OF("<html>"), "a.pdf")));
	assert_true(error_list_has(&s->errors, E_FILE_TYPE));
	assert_true(text_is_empty(add(s, &s->system, file, text_empty(), "a.pdf")));
	assert_true(error_list_has(&s->errors, E_REQUIRED));
	size_t size = 20 * 1024 * 1024 + 1;
	char *large = arena_allocate(s->arena, size);
	memcpy(large, PDF, sizeof(PDF));
	assert_true(text_is_empty(add(s, &s->system, file, text_make(large, size), "a.pdf")));
	assert_true(error_list_has(&s->errors, E_FILE_SIZE));
	assert_false(text_is_empty(add(s, &s->system, file, text_make(large, size - 1), ".htaccess")));
	/* Without its bytes the act is refused. */
	assert_true(text_is_empty(sample_run(s, &s->system, "attachment.add", "subject_id", sample_string(s, file), "media_type",
		"application/pdf", "size", "3", "hash",
		"0000000000000000000000000000000000000000000000000000000000000000", NULL)));
}

static bool damage(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	struct sample *s = state;
	struct store_result result;
	if (!store_query(writer, arena, "SELECT id, data FROM attachment_blob ORDER BY id", NULL, 0, &result, errors))
		return false;
	char *bytes = arena_copy_bytes(arena, store_cell(&result, 0, 1).text.data, store_cell(&result, 0, 1).text.length);
	(void)s;
	bytes[40] ^= 1;
	struct value parameters[] = { value_bytes(text_make(bytes, store_cell(&result, 0, 1).text.length)),
		store_cell(&result, 0, 0) };
	return store_execute(writer, "UPDATE attachment_blob SET data = $1 WHERE id = $2", parameters, 2, NULL, errors);
}

static bool swap(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	struct text *ids = state;
	(void)arena;
	struct value parameters[] = { value_text(ids[0]), value_text(ids[1]) };
	return store_execute(writer,
		"UPDATE attachment_blob SET data = (SELECT data FROM attachment_blob WHERE id = $1) WHERE id = $2", parameters,
		2, NULL, errors);
}

static void damage_is_found(void **state)
{
	struct sample *s = *state;
	struct text file = sample_file(s, "Aigul", s->hall_a, "x"), content;
	struct text ids[2];
	ids[0] = sample_must(s, add(s, &s->system, file, text_make(PDF, sizeof(PDF) - 1), "one.pdf"));
	ids[1] = sample_must(s, add(s, &s->system, file, text_make(PDF, sizeof(PDF) - 1), "two.pdf"));
	const struct row *row;
	assert_true(writer_run(s->service, s->arena, swap, ids, &s->errors));
	struct query *query = sample_query(s, &s->system);
	assert_true(attachment_read(query, ids[0], &row, &content, &s->errors));
	assert_false(attachment_read(query, ids[1], &row, &content, &s->errors)); /* same bytes, another row's */
	assert_true(error_list_has(&s->errors, E_STORE));
	query_end(query);
	assert_true(writer_run(s->service, s->arena, damage, s, &s->errors));
	struct text damaged = text_compare(ids[0], ids[1]) < 0 ? ids[0] : ids[1];
	query = sample_query(s, &s->system);
	assert_false(attachment_read(query, damaged, &row, &content, &s->errors));
	assert_true(error_list_has(&s->errors, E_STORE));
	query_end(query);
}

/* A document about something in a compartment is as hidden as that. */
static void documents_follow_what_they_are_about(void **state)
{
	struct sample *s = *state;
	struct text file = sample_file(s, "Aigul", s->hall_a, "x");
	struct text chart = sample_must(s, sample_run(s, &s->system, "chart.add", "dossier_id", sample_string(s, file),
		"content", "x", NULL));
	struct attachment_upload upload = { .content = text_make(PDF, sizeof(PDF) - 1), .file_name = TEXT_OF("x.pdf"),
		.kind = TEXT_OF("scan"), .about_record = TEXT_OF("chart"), .about_id = chart, .subject = file,
		.facility = text_empty() };
	struct outcome outcome;
	assert_true(attachment_add(s->service, s->arena, &s->system, &upload, &outcome, &s->errors));
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "sensitive", "");
	sample_user(s, "doctor", "health", sample_string(s, s->hall_a), "official", "health");
	struct actor actors[] = { sample_actor(s, "wing"), sample_actor(s, "doctor") };
	for (int i = 0; i < 2; i++) {
		struct query *query = sample_query(s, &actors[i]);
		struct selection selection = { .record = &RECORD_ATTACHMENT, .order_field = FIELD_ID };
		struct selection counted = selection;
		const struct row *row;
		struct text content;
		struct rows rows;
		int64_t count;
		assert_int_equal(attachment_read(query, outcome.record_id, &row, &content, &s->errors), i == 1);
		assert_true(i == 1 || error_list_has(&s->errors, E_NOT_FOUND));
		assert_true(query_list(query, &selection, &rows, &s->errors));
		assert_int_equal(rows.count, i);
		assert_true(query_count(query, &counted, &count, &s->errors));
		assert_int_equal(count, i);
		query_end(query);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types_are_sniffed),
		cmocka_unit_test_setup_teardown(stored_and_read, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(bad_uploads_are_refused, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(damage_is_found, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(documents_follow_what_they_are_about, sample_open, sample_close),
	};
	return SAMPLE_RUN("attachment", tests);
}
