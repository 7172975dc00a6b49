/* router.c - from a request to a page function: session, language, reading, route, role, form token. */
#include "base/log.h"
#include "format/form.h"
#include "service/import_job.h"
#include "ui/internal.h"

#define ANY ROLES_ALL
#define OVERSEE (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

const struct page_route UI_ROUTES[] = {
	{"/", ANY, page_work, NULL},
	{"/work", ANY, page_work, NULL},
	{"/sign-in", ROLES_NONE, page_sign_in, page_sign_in_post},
	{"/sign-in/password", ROLES_NONE, page_sign_in, page_new_password_post},
	{"/session/end", ROLES_NONE, NULL, page_session_end},
	{"/session/workplace", ANY, NULL, page_session_workplace},
	{"/session/language", ROLES_NONE, NULL, page_session_language},
	{"/account", ANY, page_account, NULL},
	{"/account/password", ANY, page_account, page_account_password_post},
	{"/account/code", ANY, page_account_code, page_account_code_post},
	{"/account/sign-out", ANY, page_account, page_account_sign_out_post},
	{"/records", ANY, page_records, NULL},
	{"/records/{record}", ANY, page_records_list, NULL},
	{"/records/{record}/{id}", ANY, page_records_row, NULL},
	{"/records/{record}/{id}/history", ANY, page_records_history, NULL},
	{"/acts/{act}", ANY, page_act_any, page_act_any},
	{"/receipts/{index}/{log...}", ANY, page_receipts, NULL},
	{"/proposals", ANY, page_proposals, NULL},
	{"/proposals/{id}", ANY, page_proposal, NULL},
	{"/breaches", ANY, page_breaches, NULL},
	{"/breaches/{id}", ANY, page_breach, NULL},
	{"/users", ROLE(ADMINISTRATOR) | OVERSEE, page_users, NULL},
	{"/users/{id}", ROLE(ADMINISTRATOR) | OVERSEE, page_user, NULL},
	{"/users/{id}/password", ROLE(ADMINISTRATOR), page_user, page_user_password_post},
	{"/users/{id}/sign-out", ROLE(ADMINISTRATOR), page_user, page_user_sign_out_post},
	{"/imports", IMPORT_USERS | ROLE(AUDITOR) | ROLE(INSPECTOR), page_imports, NULL},
	{"/imports/new", IMPORT_USERS, page_import_new, page_import_new_post},
	{"/imports/mapping", IMPORT_USERS, page_import_mapping, page_import_mapping_post},
	{"/imports/{id}", IMPORT_USERS | ROLE(AUDITOR) | ROLE(INSPECTOR), page_import, page_import_post},
	{"/imports/{id}/{file}", IMPORT_USERS, page_import_result, NULL},
	{"/readers/{subject}", ANY, page_readers, NULL},
	{"/break-glass/{subject}", ANY, page_break_glass, page_break_glass_post},
	{"/documents/{id}", ANY, page_document, NULL},
	{"/rules", ANY, page_rules, NULL},
	{"/rules/{id}", ANY, page_rule, NULL},
	{"/profile", ANY, page_profile, NULL},
	{"/help", ANY, page_help, NULL},
	{"/accessibility", ROLES_NONE, page_accessibility, NULL},
	{NULL, ROLES_NONE, NULL, NULL},
};

const struct navigation_entry UI_NAVIGATION[] = {
	{"proposals", N_("Second person"), "/proposals", ROLES_ALL},
	{"breaches", N_("Breaches"), "/breaches", OVERSEE | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(HEALTH)},
	{"users", N_("Users"), "/users", ROLE(ADMINISTRATOR)},
	{"imports", N_("Imports"), "/imports", IMPORT_USERS},
	{"records", N_("All lists"), "/records", ROLES_ALL},
	{NULL, NULL, NULL, ROLES_NONE},
};

static const struct page_route *find_in(const struct page_route *routes, struct text path,
	struct http_parameters *out_parameters)
{
	for (const struct page_route *route = routes; route != NULL && route->pattern != NULL; route++) {
		if (http_path_match(route->pattern, path, out_parameters))
			return route;
	}
	return NULL;
}

static const struct page_route *find_route(const struct ui *ui, struct text path, struct http_parameters *out_parameters)
{
	for (size_t i = 0; i < ui->area_count; i++) {
		const struct page_route *route = find_in(ui->areas[i]->routes, path, out_parameters);
		if (route != NULL)
			return route;
	}
	return find_in(UI_ROUTES, path, out_parameters);
}

bool page_may_open(const struct page *page, struct text path)
{
	struct http_parameters ignored;
	const struct page_route *route = find_route(page->ui, text_slice(path, 0, text_find_byte(path, '?')), &ignored);
	return route != NULL && (route->roles == ROLES_NONE || actor_has_role(page->actor, route->roles));
}

/* Before sign-in the language is the one chosen (cookie), else what the browser asks for. */
static const struct language *language_before(const struct http_request *request)
{
	struct text chosen = http_cookie(request, "language");
	if (chosen.length > 0)
		return language_find(chosen);
	return language_accept(http_header(request, "Accept-Language"));
}

static void find_session(struct page *page)
{
	struct text token = http_cookie(page->request, SESSION_COOKIE);
	struct actor *actor = ARENA_NEW(page->arena, struct actor);
	struct session *session = ARENA_NEW(page->arena, struct session);
	if (token.length == 0 || !session_actor(page->service, page->arena, token, actor, session))
		return;
	page->actor = actor;
	page->session = session;
	if (actor->language.length > 0)
		page->language = language_find(actor->language);
}

/* The reading of this request, and what the frame needs of the place where the actor works. */
static bool begin_reading(struct page *page, struct error_list *errors)
{
	if (page->actor == NULL)
		return true;
	if (!query_begin(page->service, page->arena, page->actor, "page", &page->query, errors))
		return false;
	const struct registry *registry = page->registry;
	if (page->actor->facility.length == 0 || registry->facility == NULL)
		return true;
	struct error_list ignored; /* a place that cannot be read is none */
	error_list_begin(&ignored, page->arena);
	if (query_peek(page->query, registry->facility, page->actor->facility, &page->workplace, &ignored) &&
			page->workplace != NULL)
		page->zone = row_text(page->workplace, registry->facility_zone);
	return true;
}

static void to_sign_in(struct page *page)
{
	struct builder path;
	builder_begin(&path, page->arena, 128);
	builder_add_string(&path, "/sign-in?back=");
	struct text back = page->request->path;
	if (page->request->query.length > 0 && page->request->method != HTTP_POST)
		back = arena_format(page->arena, "%.*s?%.*s", TEXT_FORMAT(back), TEXT_FORMAT(page->request->query));
	form_encode(&path, back);
	page_redirect(page, builder_text(&path));
}

static void run(struct page *page, const struct page_route *route)
{
	if (route == NULL) {
		if (page->actor == NULL)
			to_sign_in(page); /* an outsider learns nothing about which pages there are */
		else
			page_not_found(page);
		return;
	}
	if (route->roles != ROLES_NONE && page->actor == NULL) {
		to_sign_in(page);
		return;
	}
	if (route->roles != ROLES_NONE && !actor_has_role(page->actor, route->roles)) {
		page_answer_status(page, 403, N_("You may not open this page"),
			N_("It belongs to another role. If you need it for your work, ask your administrator."));
		return;
	}
	if (page->request->method == HTTP_POST) {
		if (route->post == NULL)
			page_not_found(page);
		else if (page_read_form(page) && page_form_is_genuine(page))
			route->post(page);
	} else if (route->get != NULL) {
		route->get(page);
	} else {
		page_not_found(page);
	}
}

void ui_serve(struct ui *ui, const struct http_request *request, struct http_response *response)
{
	struct page page = {.ui = ui, .service = ui->service, .registry = ui->registry, .arena = request->arena,
		.request = request, .response = response, .language = language_before(request), .zone = text_empty(),
		.now = service_now(ui->service), .base_subject = text_empty(), .caption = text_empty(),
		.title = text_empty(), .token = text_empty(), .back = text_empty(), .back_label = text_empty()};
	struct error_list errors;
	struct map titles;
	error_list_begin(&errors, page.arena);
	map_begin(&titles, page.arena);
	page.titles = &titles;
	html_start(&page.html, page.arena);
	find_session(&page);
	const struct page_route *route = find_route(ui, request->path, &page.parameters);
	if (!begin_reading(&page, &errors))
		page_fail(&page, &errors);
	else
		run(&page, route);
	if (page.query != NULL)
		query_end(page.query);
	if (response->status == 0) {
		log_event(LOG_ERROR, "page-without-answer", "route", route != NULL ? route->pattern : "", NULL);
		page_answer_status(&page, 500, N_("Something went wrong"), N_("Nothing was changed. Try again."));
	}
}
