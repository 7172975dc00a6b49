/* config.c - the configuration of a data folder: "key = value" lines. */
#include "base/file.h"
#include "service/internal.h"

#define CONFIG_NAME "config"
enum { CONFIG_LIMIT = 64 * 1024 };

static bool fail(struct error_list *errors, const char *path, const char *message)
{
	error_add(errors, &(struct error){.code = E_SYSTEM, .message = message,
		.parameters = {{"path", text_from(path), false}}});
	return false;
}

static bool read_line(struct service *service, struct text line)
{
	line = text_trim(line);
	if (text_is_empty(line) || line.data[0] == '#')
		return true;
	size_t equals = text_find_byte(line, '=');
	if (equals == SIZE_MAX)
		return false;
	struct text *value = ARENA_NEW(service->arena, struct text);
	*value = text_trim(text_slice(line, equals + 1, line.length));
	map_set(&service->config, text_trim(text_slice(line, 0, equals)), value);
	return true;
}

bool config_read(struct service *service, struct error_list *errors)
{
	const char *path = file_path(service->arena, service->folder, CONFIG_NAME);
	struct text content, line;
	if (!file_read(service->arena, path, CONFIG_LIMIT, &content))
		return fail(errors, path, N_("The configuration {path} cannot be read"));
	while (text_next(&content, '\n', &line))
		if (!read_line(service, line))
			return fail(errors, path, N_("A line of {path} is not of the form: key = value"));
	return true;
}

bool config_write(struct arena *arena, const char *folder, struct text base, const char *database,
	struct error_list *errors)
{
	const char *path = file_path(arena, folder, CONFIG_NAME);
	struct builder builder;
	if (file_exists(path)) {
		error_add(errors, &(struct error){.code = E_STATE, .message = N_("{path} exists: this is a data folder already"),
			.parameters = {{"path", text_from(path), false}}});
		return false;
	}
	builder_begin(&builder, arena, 256);
	builder_add_string(&builder, "# Name of the logs; never change it.\nbase = ");
	builder_add(&builder, base);
	builder_add_string(&builder, "\ndefault_language = en\n# Time zone where no facility says otherwise.\nzone = UTC\n");
	if (database) {
		builder_add_string(&builder, "database = ");
		builder_add_string(&builder, database);
		builder_add_string(&builder, "\n");
	}
	struct text text = builder_text(&builder);
	if (!file_write_whole(path, text.data, text.length, 0600))
		return fail(errors, path, N_("The configuration {path} cannot be written"));
	return true;
}

struct text service_config(const struct service *service, const char *key)
{
	const struct text *value = map_get(&service->config, text_from(key));
	return value ? *value : text_empty();
}
