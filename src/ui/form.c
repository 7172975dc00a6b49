/* form.c - what was typed: decoding of bodies, values made of several inputs, form tokens. */
#include "format/form.h"

#include "base/hash.h"
#include "base/random.h"
#include "format/multipart.h"
#include "ui/internal.h"

struct text form_random(struct arena *arena)
{
	unsigned char bytes[32];
	random_secret(bytes, sizeof(bytes));
	return hex_encode(arena, bytes, sizeof(bytes));
}

struct text page_form(const struct page *page, const char *name)
{
	for (size_t i = 0; i < page->form_count; i++) {
		if (text_equal_string(page->form[i].name, name))
			return page->form[i].value;
	}
	return text_empty();
}

struct text page_query(const struct page *page, const char *name)
{
	return http_query(page->request, name);
}

const struct page_file *page_form_file(const struct page *page, const char *name)
{
	for (size_t i = 0; i < page->file_count; i++) {
		if (text_equal_string(page->files[i].name, name) && page->files[i].content.length > 0)
			return &page->files[i];
	}
	return NULL;
}

/* ---- decoding ---- */

static struct pair *find_pair(struct page *page, struct text name)
{
	for (size_t i = 0; i < page->form_count; i++) {
		if (text_equal(page->form[i].name, name))
			return &page->form[i];
	}
	return NULL;
}

/* A name that comes again (boxes to tick) adds its value behind a space. */
static void add_pair(struct page *page, struct text name, struct text value)
{
	struct pair *old = find_pair(page, name);
	if (old == NULL)
		page->form[page->form_count++] = (struct pair){name, value};
	else if (value.length > 0 && old->value.length > 0)
		old->value = arena_format(page->arena, "%.*s %.*s", TEXT_FORMAT(old->value), TEXT_FORMAT(value));
	else if (value.length > 0)
		old->value = value;
}

static struct text part_of(struct page *page, struct text base, const char *suffix)
{
	struct pair *pair = find_pair(page, arena_format(page->arena, "%.*s%s", TEXT_FORMAT(base), suffix));
	return pair != NULL ? text_trim(pair->value) : text_empty();
}

static struct text padded(struct page *page, struct text number)
{
	return number.length == 1 ? arena_format(page->arena, "0%.*s", TEXT_FORMAT(number)) : number;
}

/* Parts as typed become "1991-03-03", "1991-03" or "1991"; what is no date stays visible as the typed text. */
static struct text join_date(struct page *page, struct text base)
{
	struct text year = part_of(page, base, "-year"), month = padded(page, part_of(page, base, "-month")),
		day = padded(page, part_of(page, base, "-day"));
	if (year.length == 0 && month.length == 0 && day.length == 0)
		return text_empty();
	if (month.length == 0 && day.length == 0)
		return year;
	if (day.length == 0)
		return arena_format(page->arena, "%.*s-%.*s", TEXT_FORMAT(year), TEXT_FORMAT(month));
	return arena_format(page->arena, "%.*s-%.*s-%.*s", TEXT_FORMAT(year), TEXT_FORMAT(month), TEXT_FORMAT(day));
}

/* "2026-11-20T08:15" in the page's zone as a moment. */
static struct text join_moment(struct page *page, struct text typed)
{
	struct date date;
	int64_t hour, minute;
	size_t letter = text_find_byte(typed, 'T');
	if (letter == SIZE_MAX)
		letter = text_find_byte(typed, ' ');
	struct text clock = letter == SIZE_MAX ? text_empty() : text_slice(typed, letter + 1, typed.length);
	if (letter == SIZE_MAX || clock.length < 5 || clock.data[2] != ':' ||
			!date_parse(text_slice(typed, 0, letter), &date) ||
			!text_to_integer(text_slice(clock, 0, 2), &hour) || !text_to_integer(text_slice(clock, 3, 5), &minute) ||
			hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return typed;
	return moment_text(page->arena, zone_moment(page->zone, date, (int)(hour * 60 + minute)));
}

static struct text join_duration(struct page *page, struct text base)
{
	static const struct { const char *suffix; char letter; } parts[] = {
		{"-years", 'Y'}, {"-months", 'M'}, {"-weeks", 'W'}, {"-days", 'D'}};
	struct builder out;
	builder_begin(&out, page->arena, 32);
	builder_add_byte(&out, 'P');
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct text number = part_of(page, base, parts[i].suffix);
		if (number.length > 0) {
			builder_add(&out, number);
			builder_add_byte(&out, parts[i].letter);
		}
	}
	return out.length > 1 ? builder_text(&out) : text_empty();
}

static bool base_of(struct text name, const char *suffix, struct text *out_base)
{
	if (!text_ends_with(name, text_from(suffix)) || name.length == text_from(suffix).length)
		return false;
	*out_base = text_slice(name, 0, name.length - text_from(suffix).length);
	return true;
}

static void set_joined(struct page *page, struct text base, struct text value)
{
	struct pair *old = find_pair(page, base);
	if (old != NULL)
		old->value = value;
	else
		page->form[page->form_count++] = (struct pair){base, value};
}

/* Values made of several inputs appear under the plain name, as commands want them. */
static void join_parts(struct page *page)
{
	size_t typed = page->form_count;
	for (size_t i = 0; i < typed; i++) {
		struct pair pair = page->form[i];
		struct text base;
		if (base_of(pair.name, "-year", &base))
			set_joined(page, base, join_date(page, base));
		else if (base_of(pair.name, "-local", &base))
			set_joined(page, base, join_moment(page, text_trim(pair.value)));
		else if (base_of(pair.name, "-years", &base))
			set_joined(page, base, join_duration(page, base));
	}
	for (size_t i = 0; i < typed; i++) {
		struct pair pair = page->form[i];
		struct text base;
		if (base_of(pair.name, "-unknown", &base) && pair.value.length > 0 && part_of(page, base, "").length == 0)
			set_joined(page, base, TEXT_OF("?"));
	}
}

static bool read_multipart(struct page *page, struct error_list *errors)
{
	struct text boundary;
	struct multipart body;
	if (!multipart_boundary(page->arena, page->request->content_type_full, &boundary)) {
		error_say(errors, E_SYNTAX, NULL, N_("The form could not be read."));
		return false;
	}
	if (!multipart_parse(page->arena, page->request->body, boundary, NULL, &body, errors))
		return false;
	page->form = ARENA_ARRAY(page->arena, struct pair, 2 * body.count + 1);
	page->files = ARENA_ARRAY(page->arena, struct page_file, body.count + 1);
	for (size_t i = 0; i < body.count; i++) {
		const struct multipart_part *part = &body.parts[i];
		if (part->is_file)
			page->files[page->file_count++] = (struct page_file){part->name, part->file_name, part->content};
		else
			add_pair(page, part->name, part->content);
	}
	return true;
}

static bool read_urlencoded(struct page *page, struct error_list *errors)
{
	struct form body;
	if (!form_parse(page->arena, page->request->body, NULL, &body, errors))
		return false;
	page->form = ARENA_ARRAY(page->arena, struct pair, 2 * body.count + 1);
	for (size_t i = 0; i < body.count; i++)
		add_pair(page, body.fields[i].name, body.fields[i].value);
	return true;
}

bool page_read_form(struct page *page)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	bool multipart = text_equal_string(page->request->content_type, "multipart/form-data");
	if (!multipart && !text_equal_string(page->request->content_type, "application/x-www-form-urlencoded"))
		error_say(&errors, E_SYNTAX, NULL, N_("The form could not be read."));
	else if (multipart ? read_multipart(page, &errors) : read_urlencoded(page, &errors))
		join_parts(page);
	if (errors.count == 0)
		return true;
	page_fail(page, &errors);
	return false;
}

/* ---- tokens ---- */

struct text page_csrf(struct page *page)
{
	if (page->session != NULL)
		return page->session->csrf;
	/* Before sign-in the token is also in a cookie; both have to agree. */
	if (page->token.length > 0)
		return page->token;
	page->token = http_cookie(page->request, FORM_COOKIE);
	if (page->token.length != 64) {
		page->token = form_random(page->arena);
		page->response->set_cookie = http_cookie_set(page->request, FORM_COOKIE, page->token);
	}
	return page->token;
}

static bool equal_secret(struct text left, struct text right)
{
	if (left.length != right.length || left.length == 0)
		return false;
	unsigned difference = 0;
	for (size_t i = 0; i < left.length; i++)
		difference |= (unsigned)((unsigned char)left.data[i] ^ (unsigned char)right.data[i]);
	return difference == 0;
}

static bool comes_from_here(const struct page *page)
{
	struct text site = http_header(page->request, "Sec-Fetch-Site"), origin = http_header(page->request, "Origin");
	if (site.length > 0 && !text_equal_string(site, "same-origin") && !text_equal_string(site, "none"))
		return false;
	/* Browsers write "null" where the referrer policy is no-referrer, which ours is. */
	if (origin.length == 0 || text_equal_string(origin, "null"))
		return true;
	struct text own = arena_format(page->arena, "%s://%.*s", page->request->secure ? "https" : "http",
		TEXT_FORMAT(http_header(page->request, "Host")));
	return text_equal_ignoring_case(origin, own);
}

bool page_form_is_genuine(struct page *page)
{
	struct text expected = page->session != NULL ? page->session->csrf : http_cookie(page->request, FORM_COOKIE);
	if (comes_from_here(page) && equal_secret(page_form(page, "csrf"), expected))
		return true;
	page_answer_status(page, 403, N_("This form is no longer valid"),
		N_("Nothing was recorded. Load the page again and send the form once more."));
	return false;
}
