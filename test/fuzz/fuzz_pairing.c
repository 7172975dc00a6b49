/* fuzz_pairing.c - lines of a made mapping: what is read is part of the text, ends, and reads the same when written again. */
#include "fuzz.h"

#include "base/builder.h"
#include "service/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text rest = text_make((const char *)data, size);
	for (;;) {
		size_t before = rest.length;
		struct import_pairing pairing = import_pairing_next(&rest);
		if (pairing.field.length == 0)
			break;
		FUZZ_CHECK(rest.length < before);
		FUZZ_CHECK(pairing.field.length + pairing.value.length <= size);
		struct builder written; /* not printf: the bytes may hold a zero */
		builder_begin(&written, arena, size + 8);
		builder_add(&written, pairing.field);
		builder_add_string(&written, pairing.constant ? " = " : " : ");
		builder_add(&written, pairing.value);
		struct text line = builder_text(&written);
		struct import_pairing again = import_pairing_next(&line);
		FUZZ_CHECK(text_equal(again.field, pairing.field) && text_equal(again.value, pairing.value));
		import_heading_refused(pairing.value);
	}
	arena_destroy(arena);
	return 0;
}
