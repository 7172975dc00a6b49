/* test_html.c - unit tests of format/html. */
#include "format/html.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int open_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static int close_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

static void builds_nested_elements(void **state)
{
	struct html html;
	html_start(&html, *state);
	html_raw_trusted(&html, "<!DOCTYPE html>");
	html_begin(&html, "p");
	html_attribute(&html, "class", TEXT_OF("govuk-body"));
	html_attribute_integer(&html, "data-count", -3);
	html_flag(&html, "hidden", true);
	html_flag(&html, "inert", false);
	html_string(&html, "a");
	html_void(&html, "input");
	html_attribute_string(&html, "name", "n");
	html_integer(&html, 7);
	html_begin_class(&html, "b", "");
	html_begin_class(&html, "i", NULL);
	html_end(&html);
	html_end(&html);
	html_end(&html);
	html_element_string(&html, "h1", "large", "Title");
	html_element(&html, "br-like", NULL, text_empty());
	assert_true(text_equal_string(html_finish(&html),
		"<!DOCTYPE html><p class=\"govuk-body\" data-count=\"-3\" hidden>a<input name=\"n\">7<b><i></i></b></p>"
		"<h1 class=\"large\">Title</h1><br-like></br-like>"));
}

static void escapes_text_and_attributes(void **state)
{
	struct html html;
	html_start(&html, *state);
	html_begin(&html, "a");
	html_attribute(&html, "title", TEXT_OF("\"><script>alert('x')</script>&"));
	html_text(&html, TEXT_OF("<b>&\"'\x01\x7F\xC2\x85\tend\n\xD0\x96\xC2\xA0"));
	html_end(&html);
	assert_true(text_equal_string(html_finish(&html),
		"<a title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\">"
		"&lt;b&gt;&amp;&quot;&#39;\tend\n\xD0\x96\xC2\xA0</a>"));
}

static void mends_broken_bytes(void **state)
{
	struct builder builder;
	builder_begin(&builder, *state, 0);
	html_escape(&builder, TEXT_OF("a\xFF<\0\xC2\x85\xC3"));
	assert_true(text_equal_string(builder_text(&builder), "a\xEF\xBF\xBD&lt;\xEF\xBF\xBD"));
}

static void links_stay_on_this_server(void **state)
{
	static const struct {
		struct text href;
		const char *written;
	} cases[] = {
		{TEXT("/people?a=1&b=2"), "/people?a=1&amp;b=2"}, {TEXT("#top"), "#top"}, {TEXT("?page=2"), "?page=2"},
		{TEXT("/"), "/"}, {TEXT("//evil.example"), "#"}, {TEXT("/\\evil.example"), "#"},
		{TEXT("/\t/evil.example"), "#"}, {TEXT("/\x7F/evil.example"), "#"}, {TEXT("/\xC2\x85/evil.example"), "#"}, {TEXT("javascript:alert(1)"), "#"}, {TEXT("https://evil.example"), "#"},
		{TEXT(""), "#"}, {TEXT("\0/"), "#"}, {TEXT(" /people"), "#"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct html html;
		html_start(&html, *state);
		html_link(&html, "link", cases[i].href, TEXT_OF("t"));
		struct text expected = arena_format(*state, "<a class=\"link\" href=\"%s\">t</a>", cases[i].written);
		assert_true(text_equal(html_finish(&html), expected));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(builds_nested_elements),
		cmocka_unit_test(escapes_text_and_attributes),
		cmocka_unit_test(mends_broken_bytes),
		cmocka_unit_test(links_stay_on_this_server),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
