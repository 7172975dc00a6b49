/* fuzz_pairing.c - lines of a made mapping: what is read is part of the text, ends, and reads the same when written again. */
#include "fuzz.h"

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
		struct text line = arena_format(arena, "%.*s %s %.*s", TEXT_FORMAT(pairing.field), pairing.constant ? "=" : ":", TEXT_FORMAT(pairing.value));
		struct import_pairing again = import_pairing_next(&line);
		FUZZ_CHECK(text_equal(again.field, pairing.field) && text_equal(again.value, pairing.value));
		import_heading_refused(pairing.value);
	}
	arena_destroy(arena);
	return 0;
}
