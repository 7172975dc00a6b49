/* fuzz_form.c - forms: what is read, written and read again is the same; encoding is undone by decoding. */
#include "format/form.h"
#include "fuzz.h"

static void check_form(struct arena *arena, struct text body)
{
	struct error_list errors;
	struct form form, again;
	struct builder written;
	error_list_begin(&errors, arena);
	if (!form_parse(arena, body, NULL, &form, &errors)) {
		FUZZ_CHECK(errors.count == 1);
		return;
	}
	FUZZ_CHECK(errors.count == 0);
	builder_begin(&written, arena, body.length);
	for (size_t i = 0; i < form.count; i++)
		form_write(&written, form.fields[i].name, form.fields[i].value);
	/* Encoding may treble the body: its own limit is not the question here. */
	struct form_limits limits = {.body = SIZE_MAX};
	FUZZ_CHECK(form_parse(arena, builder_text(&written), &limits, &again, &errors));
	FUZZ_CHECK(again.count == form.count);
	for (size_t i = 0; i < form.count; i++) {
		FUZZ_CHECK(text_equal(again.fields[i].name, form.fields[i].name));
		FUZZ_CHECK(text_equal(again.fields[i].value, form.fields[i].value));
	}
}

static void check_encoding(struct arena *arena, struct text text)
{
	struct builder encoded;
	struct text decoded;
	builder_begin(&encoded, arena, text.length);
	form_encode(&encoded, text);
	FUZZ_CHECK(form_decode(arena, builder_text(&encoded), true, &decoded) == text_is_utf8(text));
	if (text_is_utf8(text))
		FUZZ_CHECK(text_equal(decoded, text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size);
	check_form(arena, text);
	check_encoding(arena, text);
	arena_destroy(arena);
	return 0;
}
