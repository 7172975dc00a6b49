/* fuzz_html.c - escaping: no markup, no control character gets through, and nothing else is lost. */
#include "format/html.h"
#include "fuzz.h"

#include <string.h>

static const char *const entities[][2] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};

/* What a browser reads. */
static struct text read_back(struct arena *arena, struct text html)
{
	struct builder plain;
	builder_begin(&plain, arena, html.length);
	while (html.length > 0) {
		struct text byte = text_slice(html, 0, 1);
		size_t length = 1;
		for (size_t i = 0; i < 5 && byte.data[0] == '&'; i++) {
			if (text_starts_with(html, text_from(entities[i][0]))) {
				byte = text_from(entities[i][1]);
				length = strlen(entities[i][0]);
				break;
			}
		}
		FUZZ_CHECK(length > 1 || byte.data[0] != '&');
		builder_add(&plain, byte);
		html = text_slice(html, length, html.length);
	}
	return builder_text(&plain);
}

/* The text as it should arrive: broken bytes mended, control characters gone. */
static struct text expected_of(struct arena *arena, struct text text)
{
	struct builder expected;
	size_t offset = 0;
	uint32_t code_point;
	builder_begin(&expected, arena, text.length);
	while (text_next_code_point(text, &offset, &code_point)) {
		bool control = code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
		if (!control || code_point == '\t' || code_point == '\n' || code_point == '\r')
			builder_add_code_point(&expected, code_point);
	}
	return builder_text(&expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size);
	struct builder builder;
	builder_begin(&builder, arena, size);
	html_escape(&builder, text);
	struct text escaped = builder_text(&builder);
	FUZZ_CHECK(text_is_utf8(escaped));
	for (size_t i = 0; i < escaped.length; i++)
		FUZZ_CHECK(strchr("<>\"'", escaped.data[i]) == NULL);
	FUZZ_CHECK(text_equal(read_back(arena, escaped), expected_of(arena, text)));
	struct html html;
	html_start(&html, arena);
	html_link(&html, NULL, text, text);
	struct text link = html_finish(&html);
	FUZZ_CHECK(!text_starts_with(link, TEXT_OF("<a href=\"//")) && text_starts_with(link, TEXT_OF("<a href=\"")));
	FUZZ_CHECK(link.data[9] == '/' || link.data[9] == '#' || link.data[9] == '?');
	arena_destroy(arena);
	return 0;
}
