/* test_multipart.c - unit tests of format/multipart. */
#include "format/multipart.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int open_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static int close_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

#define FIELD(name) "Content-Disposition: form-data; name=\"" name "\"\r\n"

static void finds_the_boundary(void **state)
{
	static const char *const good[][2] = {
		{"multipart/form-data; boundary=abc", "abc"},
		{"Multipart/Form-Data ;charset=utf-8; BOUNDARY=\"a b:c\"", "a b:c"},
		{"multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk", "----WebKitFormBoundary7MA4YWxk"},
	};
	static const char *const bad[] = {
		"", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a",
		"multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a",
		"multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a\"b",
		"multipart/form-data; boundary=\"a\"b",
		"multipart/form-data; boundary=12345678901234567890123456789012345678901234567890123456789012345678901",
	};
	struct text boundary = TEXT("kept");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(multipart_boundary(*state, text_from(bad[i]), &boundary));
	assert_true(text_equal_string(boundary, "kept"));
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(multipart_boundary(*state, text_from(good[i][0]), &boundary));
		assert_true(text_equal_string(boundary, good[i][1]));
	}
}

static void reads_fields_and_files(void **state)
{
	static const struct text body = TEXT(
		"--x\r\n" FIELD("note") "\r\nline\r\n--not the end\r\n\r\n--x\r\n"
		"content-disposition: FORM-DATA; filename=\"C:\\docs\\..\\a %22b%22.pdf\"; name=\"scan\"\r\n"
		"Content-Type: Application/PDF; x=y\r\nContent-Transfer-Encoding: binary\r\n\r\n%PDF\0\xFF\r\n--x\r\n"
		"Content-Disposition: form-data; name=none; filename=\"\"\r\n\r\n\r\n--x--\r\n");
	struct error_list errors;
	struct multipart form = {0};
	error_list_begin(&errors, *state);
	assert_true(multipart_parse(*state, body, TEXT_OF("x"), NULL, &form, &errors));
	assert_int_equal(form.count, 3);
	const struct multipart_part *part = multipart_get(&form, "note");
	assert_true(text_equal_string(part->content, "line\r\n--not the end\r\n"));
	assert_false(part->is_file);
	assert_true(text_is_empty(part->content_type));
	part = multipart_get(&form, "scan");
	assert_true(part->is_file);
	assert_true(text_equal_string(part->file_name, "a \"b\".pdf"));
	assert_true(text_equal_string(part->content_type, "application/pdf"));
	assert_int_equal(part->content.length, 6);
	assert_memory_equal(part->content.data, "%PDF\0\xFF", 6);
	part = multipart_get(&form, "none");
	assert_true(part->is_file);
	assert_true(text_is_empty(part->file_name));
	assert_int_equal(part->content.length, 0);
	assert_null(multipart_get(&form, "missing"));
}

static void file_names_lose_folders_and_control_characters(void **state)
{
	static const char *const cases[][2] = {{"../../etc/passwd", "passwd"}, {"a%0D%0Ab", "ab"}, {"..", ""}, {"x/", ""},
					       {"\xD0\x96.jpg", "\xD0\x96.jpg"}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct error_list errors;
		struct multipart form = {0};
		error_list_begin(&errors, *state);
		struct text body = arena_format(*state,
			"--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"%s\"\r\n\r\n\r\n--x--", cases[i][0]);
		assert_true(multipart_parse(*state, body, TEXT_OF("x"), NULL, &form, &errors));
		assert_true(text_equal_string(form.parts[0].file_name, cases[i][1]));
	}
}

static enum error_code code_of(struct arena *arena, struct text body, struct multipart_limits limits)
{
	struct error_list errors;
	struct multipart form = {0};
	error_list_begin(&errors, arena);
	if (multipart_parse(arena, body, TEXT_OF("x"), &limits, &form, &errors))
		return E_NONE;
	assert_int_equal(errors.count, 1);
	return errors.items[0].code;
}

static void refuses_malformed_bodies(void **state)
{
	static const struct text bad[] = {
		TEXT(""), TEXT("--"), TEXT("--x"), TEXT("--x\r\n"), TEXT("--x\r\n" FIELD("a") "\r\nv"),
		TEXT("--x\r\n" FIELD("a") "\r\nv\r\n--x"), TEXT("--x\r\n" FIELD("a") "\r\nv\r\n--x-"),
		TEXT("--x\r\n" FIELD("a") "\r\nv\r\n--xy--\r\n"), TEXT("--x\r\n" FIELD("a") "\r\nv\r\n--x--tail"),
		TEXT("preamble\r\n--x\r\n" FIELD("a") "\r\nv\r\n--x--"), TEXT("--x\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"; filename=\"c\"\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\n" FIELD("a") FIELD("b") "\r\nv\r\n--x--"), TEXT("--x\r\n" FIELD("a\xFF") "\r\nv\r\n--x--"),
		TEXT("--x\r\n" FIELD("a") "Content-Transfer-Encoding: base64\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\n" FIELD("a") "no colon\r\n\r\nv\r\n--x--"), TEXT("--x\r\n" FIELD("a") "X: \n\r\n\r\nv\r\n--x--"),
		TEXT("--x\r\n" FIELD("a") "\r\n\xFF\r\n--x--"), TEXT("--x\r\n" FIELD("a") "\r\nv\0\r\n--x--"),
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (code_of(*state, bad[i], (struct multipart_limits){0}) != E_SYNTAX)
			fail_msg("case %zu", i);
	}
	/* A form without fields is sent like this. */
	assert_int_equal(code_of(*state, TEXT_OF("--x--\r\n"), (struct multipart_limits){0}), E_NONE);
}

static void keeps_its_limits(void **state)
{
	static const struct text field = TEXT("--x\r\n" FIELD("abcd") "\r\n12345\r\n--x--");
	static const struct text file =
		TEXT("--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b.txt\"\r\n\r\n12345\r\n--x--");
	static const struct text two = TEXT("--x\r\n" FIELD("a") "\r\n\r\n--x\r\n" FIELD("a") "\r\n\r\n--x--");
	assert_int_equal(code_of(*state, field, (struct multipart_limits){.name = 4, .value = 5}), E_NONE);
	assert_int_equal(code_of(*state, field, (struct multipart_limits){.name = 3}), E_LIMIT);
	assert_int_equal(code_of(*state, field, (struct multipart_limits){.value = 4}), E_LIMIT);
	assert_int_equal(code_of(*state, field, (struct multipart_limits){.file = 4}), E_NONE);
	assert_int_equal(code_of(*state, field, (struct multipart_limits){.headers = 20}), E_SYNTAX);
	assert_int_equal(code_of(*state, field, (struct multipart_limits){.body = 20}), E_FILE_SIZE);
	assert_int_equal(code_of(*state, file, (struct multipart_limits){.file = 5, .value = 4}), E_NONE);
	assert_int_equal(code_of(*state, file, (struct multipart_limits){.file = 4}), E_FILE_SIZE);
	assert_int_equal(code_of(*state, file, (struct multipart_limits){.file_name = 4}), E_LIMIT);
	assert_int_equal(code_of(*state, two, (struct multipart_limits){.parts = 2}), E_NONE);
	assert_int_equal(code_of(*state, two, (struct multipart_limits){.parts = 1}), E_LIMIT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_boundary),	    cmocka_unit_test(reads_fields_and_files),
		cmocka_unit_test(file_names_lose_folders_and_control_characters),
		cmocka_unit_test(refuses_malformed_bodies), cmocka_unit_test(keeps_its_limits),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
