/*
 * fuzz_list.c - tables of national lists: whatever columns are named and whatever the file holds, every entry has a name and a
 * reference, and births are dates.
 *
 * The columns up to the first empty line, then the file.
 */
#include "areas/identity/import.h"
#include "fuzz.h"

static void check_entry(const struct list_entry *entry)
{
	FUZZ_CHECK(entry->reference.length > 0);
	for (size_t i = 0; i < entry->entry.name_count; i++)
		FUZZ_CHECK(entry->entry.names[i].name.length > 0);
	for (size_t i = 0; i < entry->entry.birth_count; i++) {
		struct date born = entry->entry.births[i].from;
		FUZZ_CHECK(born.year >= 1850 && (date_is_valid(born) || date_is_valid_partial(born)));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct list list;
	struct text input = text_make((const char *)data, size);
	size_t empty = text_find(input, TEXT_OF("\n\n"));
	struct text columns = text_slice(input, 0, empty == SIZE_MAX ? 0 : empty);
	struct text content = text_slice(input, empty == SIZE_MAX ? 0 : empty + 2, size);
	error_list_begin(&errors, arena);
	list_begin(&list, arena);
	bool read = list_read_csv(&list, content, columns, &errors);
	FUZZ_CHECK(read == (errors.count == 0));
	for (size_t i = 0; i < list.count; i++)
		check_entry(list.entries[i]);
	arena_destroy(arena);
	return 0;
}
