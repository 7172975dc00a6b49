/* fuzz_instrument.c - instruments: any bytes are read or refused; a fault has a place inside the file; what is read can be looked up. */
#include "areas/assessment/instrument.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct instrument read;
	struct text json = text_make((const char *)data, size);
	error_list_begin(&errors, arena);
	if (instrument_read(arena, json, TEXT_OF("f"), &read, &errors)) {
		FUZZ_CHECK(errors.count == 0 && read.factor_count > 0 && read.label_count >= 2 && read.validity_months >= 1);
		for (size_t i = 0; i < read.factor_count; i++) {
			FUZZ_CHECK(instrument_factor(&read, read.factors[i].code) == &read.factors[i]);
			FUZZ_CHECK(!text_is_empty(words_in(&read.factors[i].title, "en")));
		}
	} else {
		FUZZ_CHECK(errors.count > 0);
		for (size_t i = 0; i < errors.count; i++)
			FUZZ_CHECK(errors.items[i].advice && text_starts_with(errors.items[i].parameters[0].value, TEXT_OF("f:")));
	}
	/* Places are told of any text, also of one that is no JSON. */
	size_t line, column;
	json_place(json, TEXT_OF("/domains/0/factors/0/code"), &line, &column);
	FUZZ_CHECK(line >= 1 && column >= 1);
	arena_destroy(arena);
	return 0;
}
