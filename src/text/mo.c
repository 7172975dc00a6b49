/* mo.c - reads GNU .mo files: magic, number of strings, two tables of (length, offset). */
#include "text/mo.h"

#include <string.h>

#define MO_MAGIC UINT32_C(0x950412de)

struct table {
	struct text bytes;
	bool swapped;
};

static bool number_at(const struct table *table, size_t offset, uint32_t *out_number)
{
	if (offset > table->bytes.length || table->bytes.length - offset < 4)
		return false;
	uint32_t number;
	memcpy(&number, table->bytes.data + offset, 4);
	if (table->swapped)
		number = number >> 24 | (number >> 8 & 0xff00) | (number << 8 & 0xff0000) | number << 24;
	*out_number = number;
	return true;
}

static bool string_at(const struct table *table, size_t offset, struct text *out_string)
{
	uint32_t length, start;
	if (!number_at(table, offset, &length) || !number_at(table, offset + 4, &start))
		return false;
	if (start > table->bytes.length || length > table->bytes.length - start)
		return false;
	*out_string = text_make(table->bytes.data + start, length);
	return true;
}

bool mo_open(struct arena *arena, struct text bytes, struct mo *out_mo)
{
	struct table table = {.bytes = bytes};
	struct mo mo;
	uint32_t magic, count, originals, translations;
	if (!number_at(&table, 0, &magic))
		return false;
	table.swapped = magic != MO_MAGIC;
	if (!number_at(&table, 0, &magic) || magic != MO_MAGIC || !number_at(&table, 8, &count) ||
			!number_at(&table, 12, &originals) || !number_at(&table, 16, &translations) ||
			count > bytes.length / 16)
		return false;
	map_begin(&mo.messages, arena);
	for (uint32_t i = 0; i < count; i++) {
		struct text *translation = ARENA_NEW(arena, struct text);
		struct text identifier;
		if (!string_at(&table, (size_t)originals + (size_t)i * 8, &identifier) ||
				!string_at(&table, (size_t)translations + (size_t)i * 8, translation))
			return false;
		/* A plural's identifier is "singular NUL plural"; it is looked up by the singular. */
		identifier = mo_form(identifier, 0);
		if (translation->length > 0)
			map_set(&mo.messages, identifier, translation);
	}
	*out_mo = mo;
	return true;
}

const struct text *mo_get(const struct mo *mo, struct text identifier)
{
	return map_get(&mo->messages, identifier);
}

struct text mo_form(struct text forms, int form)
{
	for (;;) {
		size_t end = text_find_byte(forms, '\0');
		if (end == SIZE_MAX)
			return forms;
		if (form-- <= 0)
			return text_slice(forms, 0, end);
		forms = text_slice(forms, end + 1, forms.length);
	}
}
