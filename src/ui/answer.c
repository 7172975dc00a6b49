/* answer.c - answers other than a page: redirects, files, error pages. */
#include "base/log.h"
#include "base/random.h"
#include "ui/internal.h"

struct text page_safe_path(struct page *page, struct text path)
{
	(void)page;
	bool fine = path.length > 0 && path.length < 2000 && path.data[0] == '/' &&
		!(path.length > 1 && (path.data[1] == '/' || path.data[1] == '\\'));
	for (size_t i = 0; fine && i < path.length; i++)
		fine = (unsigned char)path.data[i] > 0x20 && (unsigned char)path.data[i] < 0x7f && path.data[i] != '\\';
	return fine ? path : TEXT_OF("/");
}

void page_redirect(struct page *page, struct text path)
{
	page->response->status = 303;
	page->response->location = page_safe_path(page, path);
	page->response->content_type = "text/html; charset=utf-8";
	page->response->body = text_empty();
}

void page_file(struct page *page, const char *content_type, struct text body, struct text file_name)
{
	page->response->status = 200;
	page->response->content_type = content_type;
	page->response->body = body;
	page->response->disposition = file_name;
}

static struct text reference_of(struct page *page)
{
	char identifier[IDENTIFIER_LENGTH + 1];
	identifier_write(identifier);
	return arena_format(page->arena, "%.4s-%.4s", identifier, identifier + 4);
}

static void log_failure(int status, struct text reference, const struct error_list *errors, struct arena *arena)
{
	for (size_t i = 0; errors != NULL && i < errors->count; i++)
		log_event(LOG_ERROR, "page-failed", "reference", reference.data, "code",
			arena_format(arena, "E%d", (int)errors->items[i].code).data, "detail",
			arena_string(arena, errors->items[i].detail), NULL);
	if (errors == NULL)
		log_event(LOG_ERROR, "page-failed", "reference", reference.data, "status",
			arena_format(arena, "%d", status).data, NULL);
}

static void answer(struct page *page, int status, struct text heading, const struct error_list *errors, const char *advice)
{
	struct text reference = reference_of(page);
	if (status >= 500)
		log_failure(status, reference, errors, page->arena);
	html_start(&page->html, page->arena);
	page->begun = false;
	page->narrow = true;
	page->bare_head = false;
	page->shown_errors = NULL;
	page->base_subject = page->caption = page->back = page->title = text_empty();
	page_begin(page, heading);
	for (size_t i = 0; errors != NULL && i < errors->count; i++) {
		widget_paragraph(page, message_error(page->language, page->arena, &errors->items[i]));
		if (errors->items[i].advice != NULL)
			widget_paragraph(page, message_advice(page->language, page->arena, &errors->items[i]));
	}
	if (advice != NULL)
		widget_paragraph(page, page_message(page, advice));
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", TEXT_OF("/"), T(page, N_("Go to my work")));
	html_end(&page->html);
	html_begin_class(&page->html, "p", "govuk-body-s custos-quiet");
	html_text(&page->html, T(page, N_("Reference")));
	html_text(&page->html, TEXT_OF(" "));
	widget_code(page, reference);
	html_end(&page->html);
	page_end(page);
	page->response->status = status;
}

void page_answer_status(struct page *page, int status, const char *what, const char *advice)
{
	answer(page, status, page_message(page, what), NULL, advice);
}

void page_not_found(struct page *page)
{
	page_answer_status(page, 404, N_("This page is not there"),
		N_("The address may be wrong, or your role does not open this file."));
}

void page_fail(struct page *page, const struct error_list *errors)
{
	int status = error_http_status(errors);
	if (status == 404 || errors->count == 0) {
		page_not_found(page); /* the same words whether it is missing or hidden */
		return;
	}
	const char *heading = status == 403 ? N_("You may not do this") : status == 409 ? N_("This cannot be done now")
		: status == 429 ? N_("Too many attempts") : status == 503 ? N_("Custos is busy")
		: status >= 500 ? N_("Something went wrong") : N_("This cannot be done");
	answer(page, status, page_message(page, heading), errors,
		status >= 500 ? N_("What you sent was not recorded. Try again; if it stays, tell your administrator the reference.")
			      : NULL);
}
