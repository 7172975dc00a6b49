/* number.c - numbers with the language's separators. */
#include "text/language.h"

static void add_grouped(struct builder *out, const struct language_data *data, uint64_t number)
{
	struct text digits = arena_format(out->arena, "%llu", (unsigned long long)number);
	for (size_t i = 0; i < digits.length; i++) {
		/* Four digits stay together: years and numbers on doors look like that. */
		if (i > 0 && digits.length > 4 && (digits.length - i) % 3 == 0)
			builder_add(out, data->grouping);
		builder_add_byte(out, digits.data[i]);
	}
}

static uint64_t magnitude(int64_t integer)
{
	return integer < 0 ? (uint64_t)0 - (uint64_t)integer : (uint64_t)integer;
}

struct text format_integer(const struct language *language, struct arena *arena, int64_t integer)
{
	struct builder out;
	builder_begin(&out, arena, 32);
	if (integer < 0)
		builder_add_string(&out, "\342\210\222");
	add_grouped(&out, language_data(language), magnitude(integer));
	return builder_text(&out);
}

struct text format_decimal(const struct language *language, struct arena *arena, int64_t scaled, int scale)
{
	const struct language_data *data = language_data(language);
	uint64_t power = 1;
	for (int i = 0; i < scale && i < 18; i++)
		power *= 10;
	struct builder out;
	builder_begin(&out, arena, 40);
	if (scaled < 0)
		builder_add_string(&out, "\342\210\222");
	add_grouped(&out, data, magnitude(scaled) / power);
	if (power > 1) {
		builder_add(&out, data->decimal);
		builder_add_format(&out, "%0*llu", scale, (unsigned long long)(magnitude(scaled) % power));
	}
	return builder_text(&out);
}
