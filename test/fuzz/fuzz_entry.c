/* fuzz_entry.c - journal entries: whatever is accepted is printed again byte for byte. */
#include "fuzz.h"

#include "journal/entry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size);
	struct entry entry, again;
	struct builder printed;
	if (entry_parse(text, &entry)) {
		builder_begin(&printed, arena, size);
		FUZZ_CHECK(text_is_utf8(text) && entry.sequence >= 0 && entry.revision >= 0);
		/* Moments before 1970 are read and not written; times without milliseconds get them. */
		if (entry_print(&printed, &entry)) {
			struct text made = builder_text(&printed);
			FUZZ_CHECK(entry_parse(made, &again) && again.time == entry.time);
			FUZZ_CHECK(text_equal(made, text) || made.length == text.length + 4);
		}
	}
	arena_destroy(arena);
	return 0;
}
