/* fuzz_text.c - UTF-8: text_is_utf8() holds exactly when walking and writing the code points gives the text back. */
#include "base/builder.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size);
	struct builder again;
	size_t offset = 0;
	size_t count = 0;
	uint32_t code_point;
	builder_begin(&again, arena, size);
	while (text_next_code_point(text, &offset, &code_point)) {
		FUZZ_CHECK(code_point <= 0x10FFFF);
		builder_add_code_point(&again, code_point);
		count++;
	}
	FUZZ_CHECK(count == text_code_points(text));
	struct text mended = builder_text(&again);
	bool same = text_equal(text, mended);
	bool has_nul = text_find_byte(text, '\0') != SIZE_MAX;
	FUZZ_CHECK(text_is_utf8(text) == (same && !has_nul));
	FUZZ_CHECK(text_is_utf8(mended) == !has_nul);
	struct text trimmed = text_trim(text);
	FUZZ_CHECK(text_equal(text_trim(trimmed), trimmed));
	FUZZ_CHECK(text_find(text, trimmed) != SIZE_MAX);
	arena_destroy(arena);
	return 0;
}
