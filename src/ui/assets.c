/* assets.c - static files from the binary, in the coding that the browser takes. */
#include "ui/assets.h"

#include "ui/internal.h"

#define PREFIX "/assets/"
#define FALLBACK "fallback.css"

/* Where web/dist was not built: readable, nothing more. */
static const char fallback[] =
	"body{font:1.1rem/1.5 'Noto Sans',system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}"
	"table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.4rem;border-bottom:1px solid #888}"
	"input,select,textarea,button{font:inherit}.govuk-visually-hidden{position:absolute;clip-path:inset(50%);height:1px;"
	"width:1px;overflow:hidden}.govuk-error-message,.govuk-error-summary{color:#b10e1e;font-weight:bold}"
	".govuk-form-group{margin:1rem 0}label,legend{display:block;font-weight:bold}svg{max-width:10rem}";

struct assets {
	struct map files; /* name -> struct asset_file */
	struct map paths; /* plain name -> struct text, path */
};

struct assets *assets_open(struct arena *arena)
{
	struct assets *assets = ARENA_NEW(arena, struct assets);
	struct error_list errors;
	struct json_value manifest = {0};
	error_list_begin(&errors, arena);
	map_begin(&assets->files, arena);
	map_begin(&assets->paths, arena);
	for (const struct asset_file *file = ASSET_FILES; file->name != NULL; file++)
		map_set(&assets->files, text_from(file->name), (void *)(uintptr_t)file);
	const struct asset_file *list = map_get(&assets->files, TEXT_OF("manifest.json"));
	if (list == NULL || !json_parse(arena, text_make((const char *)list->data, list->size), &manifest, &errors))
		return assets;
	for (size_t i = 0; i < json_count(manifest); i++) {
		struct text name;
		struct json_value value;
		struct text *path = ARENA_NEW(arena, struct text);
		if (json_member_at(manifest, i, &name, &value)) {
			*path = arena_format(arena, PREFIX "%.*s", TEXT_FORMAT(json_text(value)));
			map_set(&assets->paths, arena_copy(arena, name), path);
		}
	}
	return assets;
}

struct text assets_path(const struct assets *assets, const char *name)
{
	const struct text *path = map_get(&assets->paths, text_from(name));
	if (path != NULL)
		return *path;
	return text_ends_with(text_from(name), TEXT_OF(".css")) ? TEXT_OF(PREFIX FALLBACK) : text_empty();
}

static const char *type_of(struct text name)
{
	if (text_ends_with(name, TEXT_OF(".css")))
		return "text/css; charset=utf-8";
	if (text_ends_with(name, TEXT_OF(".js")))
		return "text/javascript; charset=utf-8";
	if (text_ends_with(name, TEXT_OF(".svg")))
		return "image/svg+xml";
	return "application/octet-stream";
}

static const struct asset_file *variant(const struct assets *assets, const struct http_request *request, struct text name,
	const char **out_encoding)
{
	static const struct { const char *coding, *suffix; } codings[] = {{"br", ".br"}, {"gzip", ".gz"}};
	struct text accept = http_header(request, "Accept-Encoding");
	*out_encoding = NULL;
	for (size_t i = 0; i < sizeof(codings) / sizeof(codings[0]); i++) {
		struct text packed = arena_format(request->arena, "%.*s%s", TEXT_FORMAT(name), codings[i].suffix);
		const struct asset_file *file = map_get(&assets->files, packed);
		if (file != NULL && text_find(accept, text_from(codings[i].coding)) != SIZE_MAX) {
			*out_encoding = codings[i].coding;
			return file;
		}
	}
	return map_get(&assets->files, name);
}

bool assets_answer(const struct assets *assets, const struct http_request *request, struct http_response *response)
{
	if (!text_starts_with(request->path, TEXT_OF(PREFIX)))
		return false;
	struct text name = text_slice(request->path, sizeof(PREFIX) - 1, request->path.length);
	*response = (struct http_response){.status = 404, .content_type = "text/plain; charset=utf-8",
		.body = TEXT_OF("Not found.\n")};
	if (text_equal_string(name, FALLBACK)) {
		*response = (struct http_response){.status = 200, .content_type = "text/css; charset=utf-8",
			.body = TEXT_OF(fallback)};
		return true;
	}
	const char *encoding;
	const struct asset_file *file = variant(assets, request, name, &encoding);
	if (file != NULL)
		*response = (struct http_response){.status = 200, .content_type = type_of(name), .immutable = true,
			.encoding = encoding, .body = text_make((const char *)file->data, file->size)};
	return true;
}
