/* html.c - HTML through a typed builder that always escapes. */
#include "format/html.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { EXPECTED_PAGE = 16 * 1024 };

void html_start(struct html *html, struct arena *arena)
{
	html->depth = 0;
	html->in_tag = false;
	builder_begin(&html->builder, arena, EXPECTED_PAGE);
}

static void close_tag(struct html *html)
{
	if (html->in_tag)
		builder_add_byte(&html->builder, '>');
	html->in_tag = false;
}

struct text html_finish(struct html *html)
{
	/* A fault of the page's program; where assertions are off, the reader still gets a whole page. */
	assert(html->depth == 0);
	while (html->depth > 0)
		html_end(html);
	close_tag(html);
	return builder_text(&html->builder);
}

/* The entity of a byte, "" for bytes that are dropped, NULL for bytes that stay. */
static const char *entity_of(unsigned char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\t':
	case '\n':
	case '\r':
		return NULL;
	default:
		return byte < 0x20 || byte == 0x7F ? "" : NULL;
	}
}

/* Well-formed text: only ASCII bytes and the C1 control characters (C2 80 .. C2 9F) need a look. */
static void escape_well_formed(struct builder *builder, struct text text)
{
	size_t kept = 0;
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		const char *entity = byte < 0x80 ? entity_of(byte) : NULL;
		size_t width = 1;
		if (byte == 0xC2 && (unsigned char)text.data[i + 1] < 0xA0) {
			entity = "";
			width = 2;
		}
		if (entity == NULL)
			continue;
		builder_add_bytes(builder, text.data + kept, i - kept);
		builder_add_string(builder, entity);
		i += width - 1;
		kept = i + 1;
	}
	builder_add_bytes(builder, text.data + kept, text.length - kept);
}

/* NUL inside or broken bytes, which become U+FFFD: what reaches the browser is UTF-8, come what may. */
static void escape_broken(struct builder *builder, struct text text)
{
	size_t offset = 0;
	uint32_t code_point;
	while (text_next_code_point(text, &offset, &code_point)) {
		const char *entity = code_point < 0x80 ? entity_of((unsigned char)code_point) : NULL;
		if (entity != NULL)
			builder_add_string(builder, entity);
		else if (code_point < 0x80 || code_point > 0x9F)
			builder_add_code_point(builder, code_point);
	}
}

/* Plain ASCII at the beginning: nothing to escape, nothing to decode. */
static size_t plain_length(struct text text)
{
	size_t i = 0;
	for (; i < text.length; i++) {
		char byte = text.data[i];
		if (byte < ' ' || byte >= 0x7F || byte == '&' || byte == '<' || byte == '>' || byte == '"' || byte == '\'')
			break;
	}
	return i;
}

void html_escape(struct builder *builder, struct text text)
{
	size_t plain = plain_length(text);
	builder_add_bytes(builder, text.data, plain);
	if (plain == text.length)
		return;
	text = text_slice(text, plain, text.length);
	if (text_is_utf8(text))
		escape_well_formed(builder, text);
	else
		escape_broken(builder, text);
}

static void begin_tag(struct html *html, const char *element)
{
	close_tag(html);
	builder_add_byte(&html->builder, '<');
	builder_add_string(&html->builder, element);
	html->in_tag = true;
}

void html_begin(struct html *html, const char *element)
{
	if (html->depth == HTML_DEPTH)
		abort();
	begin_tag(html, element);
	html->open[html->depth++] = element;
}

void html_begin_class(struct html *html, const char *element, const char *class_name)
{
	html_begin(html, element);
	if (class_name != NULL && class_name[0] != '\0')
		html_attribute_string(html, "class", class_name);
}

void html_void(struct html *html, const char *element)
{
	begin_tag(html, element);
}

/* ' name' of an attribute. */
static void add_name(struct html *html, const char *name)
{
	assert(html->in_tag); /* attributes come right after the start tag */
	builder_add_byte(&html->builder, ' ');
	builder_add_string(&html->builder, name);
}

void html_attribute(struct html *html, const char *name, struct text value)
{
	add_name(html, name);
	builder_add_string(&html->builder, "=\"");
	html_escape(&html->builder, value);
	builder_add_byte(&html->builder, '"');
}

void html_attribute_string(struct html *html, const char *name, const char *value)
{
	html_attribute(html, name, text_from(value));
}

void html_attribute_integer(struct html *html, const char *name, int64_t value)
{
	add_name(html, name);
	builder_add_string(&html->builder, "=\"");
	builder_add_integer(&html->builder, value);
	builder_add_byte(&html->builder, '"');
}

void html_flag(struct html *html, const char *name, bool on)
{
	if (on)
		add_name(html, name);
}

/* Inside these elements entities mean nothing, so escaping would not protect: text has no business there. */
static bool is_raw_element(const char *element)
{
	return element[0] == 's' && (strcmp(element, "script") == 0 || strcmp(element, "style") == 0);
}

void html_text(struct html *html, struct text text)
{
	close_tag(html);
	if (html->depth > 0 && is_raw_element(html->open[html->depth - 1]))
		abort();
	html_escape(&html->builder, text);
}

void html_string(struct html *html, const char *text)
{
	html_text(html, text_from(text));
}

void html_integer(struct html *html, int64_t integer)
{
	close_tag(html);
	builder_add_integer(&html->builder, integer);
}

void html_end(struct html *html)
{
	assert(html->depth > 0);
	if (html->depth == 0)
		return;
	close_tag(html);
	builder_add_string(&html->builder, "</");
	builder_add_string(&html->builder, html->open[--html->depth]);
	builder_add_byte(&html->builder, '>');
}

void html_element(struct html *html, const char *element, const char *class_name, struct text text)
{
	html_begin_class(html, element, class_name);
	html_text(html, text);
	html_end(html);
}

void html_element_string(struct html *html, const char *element, const char *class_name, const char *text)
{
	html_element(html, element, class_name, text_from(text));
}

/*
 * A place on this server. "//host" and "/\host" lead to another one, and browsers drop tabs and line ends before they
 * look ("/<tab>/host"), as escaping drops other control characters: none may stand anywhere.
 */
static bool is_local_link(struct text href)
{
	if (href.length == 0 || strchr("/#?", href.data[0]) == NULL || href.data[0] == '\0')
		return false;
	if (href.length > 1 && href.data[0] == '/' && (href.data[1] == '/' || href.data[1] == '\\'))
		return false;
	size_t offset = 0;
	uint32_t code_point;
	while (text_next_code_point(href, &offset, &code_point)) {
		if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F))
			return false;
	}
	return true;
}

void html_link(struct html *html, const char *class_name, struct text href, struct text text)
{
	html_begin_class(html, "a", class_name);
	html_attribute(html, "href", is_local_link(href) ? href : TEXT_OF("#"));
	html_text(html, text);
	html_end(html);
}

void html_raw_trusted(struct html *html, const char *markup)
{
	close_tag(html);
	builder_add_string(&html->builder, markup);
}
