/* fold.c - schema_fold: what prefix search compares. Changing it needs a rebuild of the tables. */
#include "base/builder.h"
#include "store/schema.h"

/* U+00C0..U+017F, two columns of pairs: base letters without marks. A space stands for "as it is" (multiplication sign). */
static const char *const latin[192] = {
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", " ", "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", " ", "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
	"i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

static bool is_space(uint32_t point)
{
	return (point >= 0x09 && point <= 0x0d) || point == 0x20 || point == 0x85 || point == 0xa0 || point == 0x1680 ||
		(point >= 0x2000 && point <= 0x200a) || point == 0x2028 || point == 0x2029 || point == 0x202f ||
		point == 0x205f || point == 0x3000;
}

/* Marks that people leave out: combining accents, Arabic vowels and tatweel, signs of direction and joining. */
static bool is_dropped(uint32_t point)
{
	return (point >= 0x300 && point <= 0x36f) || (point >= 0x64b && point <= 0x65f) || point == 0x670 ||
		point == 0x640 || (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e) ||
		(point >= 0x2060 && point <= 0x2069) || point == 0xfeff || point == 0xad;
}

static uint32_t fold_cyrillic(uint32_t point)
{
	if (point >= 0x410 && point <= 0x42f)
		point += 0x20;
	else if (point >= 0x400 && point <= 0x40f)
		point += 0x50;
	else if ((point >= 0x460 && point <= 0x481) || (point >= 0x48a && point <= 0x4bf) ||
		(point >= 0x4d0 && point <= 0x52f))
		point |= 1;
	else if (point >= 0x4c1 && point <= 0x4ce)
		point += point & 1;
	return point == 0x451 ? 0x435 : point; /* yo is written as ye */
}

static uint32_t fold_arabic(uint32_t point)
{
	switch (point) {
	case 0x622: /* alef with madda, hamza above, hamza below, wasla */
	case 0x623:
	case 0x625:
	case 0x671:
		return 0x627;
	case 0x649: /* alef maksura, Farsi yeh */
	case 0x6cc:
		return 0x64a;
	case 0x6a9: /* keheh */
		return 0x643;
	case 0x629: /* teh marbuta */
		return 0x647;
	default:
		break;
	}
	if (point >= 0x660 && point <= 0x669)
		return point - 0x660 + '0';
	return point >= 0x6f0 && point <= 0x6f9 ? point - 0x6f0 + '0' : point;
}

static void add_folded(struct builder *builder, uint32_t point)
{
	if (point >= 'A' && point <= 'Z') {
		builder_add_byte(builder, (char)(point + 32));
	} else if (point < 0x80) {
		builder_add_byte(builder, (char)point);
	} else if (point >= 0xc0 && point <= 0x17f && latin[point - 0xc0][0] != ' ') {
		builder_add_string(builder, latin[point - 0xc0]);
	} else if (point == 0x2019 || point == 0x2018 || point == 0x2bc || point == 0x2bb) {
		builder_add_byte(builder, '\'');
	} else if (point >= 0x400 && point <= 0x52f) {
		builder_add_code_point(builder, fold_cyrillic(point));
	} else if (point >= 0x600 && point <= 0x6ff) {
		builder_add_code_point(builder, fold_arabic(point));
	} else if ((point >= 0x391 && point <= 0x3a9)) {
		builder_add_code_point(builder, point + 0x20);
	} else if (point >= 0x1e00 && point <= 0x1eff && !(point >= 0x1e96 && point <= 0x1e9f)) {
		builder_add_code_point(builder, point | 1);
	} else {
		builder_add_code_point(builder, point);
	}
}

struct text schema_fold(struct arena *arena, struct text text)
{
	struct builder builder;
	builder_begin(&builder, arena, text.length + 1);
	size_t offset = 0;
	uint32_t point;
	bool space = false;
	while (text_next_code_point(text, &offset, &point)) {
		if (is_space(point)) {
			space = builder.length > 0;
			continue;
		}
		if (is_dropped(point))
			continue;
		if (space)
			builder_add_byte(&builder, ' ');
		space = false;
		add_folded(&builder, point);
	}
	return builder_text(&builder);
}
