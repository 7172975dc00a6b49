/* fuzz_mo.c - compiled catalogues and language lists: any bytes are read without a fault. */
#include "text/catalogue.h"
#include "text/mo.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text bytes = text_make(arena_copy_bytes(arena, data, size), size);
	struct mo mo;
	if (mo_open(arena, bytes, &mo)) {
		for (size_t i = 0; i < mo.messages.count; i++) {
			const struct text *found = mo_get(&mo, mo.messages.entries[i].key);
			FUZZ_CHECK(found != NULL && found->length > 0);
			FUZZ_CHECK(mo_form(*found, 5).length <= found->length);
		}
	}
	FUZZ_CHECK(language_accept(bytes) != NULL);
	struct text folded = fold_name(arena, bytes);
	if (text_is_utf8(bytes))
		FUZZ_CHECK(text_is_utf8(folded));
	arena_destroy(arena);
	return 0;
}
