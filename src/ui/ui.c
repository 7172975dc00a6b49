/* ui.c - the application's pages as a whole: made at start, asked by the listener. */
#include "ui/internal.h"

static bool area_has_path(const struct ui_area *area, const char *path)
{
	for (const struct page_route *route = area->routes; route != NULL && route->pattern != NULL; route++) {
		if (text_equal_string(text_from(route->pattern), path))
			return true;
	}
	return false;
}

bool ui_create(struct arena *arena, struct service *service, const struct ui_area *const *areas, size_t count,
	struct ui **out_ui, struct error_list *errors)
{
	struct ui *ui = ARENA_NEW(arena, struct ui);
	*ui = (struct ui){.arena = arena, .service = service, .registry = service_registry(service), .areas = areas,
		.area_count = count};
	for (size_t i = 0; i < count; i++) {
		ui->has_search = ui->has_search || area_has_path(areas[i], "/search");
		for (const struct page_route *route = areas[i]->routes; route != NULL && route->pattern != NULL; route++) {
			if (route->pattern[0] == '/' && (route->get != NULL || route->post != NULL))
				continue;
			error_add(errors, &(struct error){.code = E_SYSTEM,
				.message = N_("The page {path} has no function or does not begin with a slash."),
				.parameters = {{.name = "path", .value = text_from(route->pattern)}}});
			return false;
		}
	}
	ui->assets = assets_open(arena);
	ui->workers = workers_start(arena, ui, ui_serve);
	*out_ui = ui;
	return true;
}

void ui_stop(struct ui *ui)
{
	workers_stop(ui->workers);
}

void ui_handle(struct ui *ui, const struct http_request *request, struct http_response *response)
{
	if (assets_answer(ui->assets, request, response))
		return;
	if (request->method != HTTP_POST || request->exchange == NULL) {
		ui_serve(ui, request, response);
		return;
	}
	if (!workers_take(ui->workers, request))
		*response = (struct http_response){.status = 503, .content_type = "text/plain; charset=utf-8",
			.body = TEXT_OF("Too much is going on just now. Go back and send it again.\n")};
}
