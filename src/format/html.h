/*
 * html.h - HTML through a typed builder that always escapes.
 *
 * The writer keeps a stack of open elements and checks it: html_end() closes the innermost one, html_finish() aborts in
 * tests when something stays open. Element and attribute names are literals of the program; every text and attribute
 * value is escaped (& < > " ' and control characters dropped). There is no function that adds raw HTML but
 * html_raw_trusted(), for the constant SVG and the doctype; script/lint lists its callers.
 *
 *	html_begin(h, "p"); html_attribute(h, "class", TEXT_OF("govuk-body")); html_text(h, name); html_end(h);
 *	html_element(h, "h1", "govuk-heading-l", title);
 */
#ifndef CUSTOS_FORMAT_HTML_H
#define CUSTOS_FORMAT_HTML_H

#include "base/builder.h"

enum { HTML_DEPTH = 64 };

struct html {
	struct builder builder;
	const char *open[HTML_DEPTH];
	int depth;
	bool in_tag; /* start tag still takes attributes */
};

void html_start(struct html *html, struct arena *arena); /* writes nothing yet */
struct text html_finish(struct html *html);

void html_begin(struct html *html, const char *element);
/* Opens with a class in one call; class NULL or "" for none. */
void html_begin_class(struct html *html, const char *element, const char *class_name);
/* Void element: <input>, <br>, <img>, <link>, <meta>, <hr>, <col>: takes attributes, needs no html_end(). */
void html_void(struct html *html, const char *element);
void html_attribute(struct html *html, const char *name, struct text value);
void html_attribute_string(struct html *html, const char *name, const char *value);
void html_attribute_integer(struct html *html, const char *name, int64_t value);
/* Boolean attribute, only when on. */
void html_flag(struct html *html, const char *name, bool on);
void html_text(struct html *html, struct text text);
void html_string(struct html *html, const char *text);
void html_integer(struct html *html, int64_t integer);
void html_end(struct html *html);
/* Whole element with text. */
void html_element(struct html *html, const char *element, const char *class_name, struct text text);
void html_element_string(struct html *html, const char *element, const char *class_name, const char *text);
/* <a href class>text</a>; href is escaped; only paths beginning with "/", "#" or "?" are written, others become "#". */
void html_link(struct html *html, const char *class_name, struct text href, struct text text);
void html_raw_trusted(struct html *html, const char *markup);

/* Escapes into a builder: for tests and for text/plain inside HTML. */
void html_escape(struct builder *builder, struct text text);

#endif
