/* import_path.c - files and folders of files through their mappings, with the result files beside them. */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "service/import_row.h"

#define FILE_LIMIT ((size_t)1 << 30)

static bool fault(struct error_list *errors, const char *message, const char *path)
{
	int code = errno;
	error_add(errors, &(struct error){ .code = E_SYSTEM, .message = message,
		.parameters = { { "path", text_from(path), false } }, .detail = text_from(strerror(code)) });
	return false;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static bool write_beside(struct arena *arena, const char *path, const char *output, const char *suffix, struct text content,
	struct error_list *errors)
{
	const char *name = arena_format(arena, "%s%s", base_name(path), suffix).data;
	const char *to = output ? file_path(arena, output, name) : arena_format(arena, "%s%s", path, suffix).data;
	if (!file_write_whole(to, content.data, content.length, 0600))
		return fault(errors, N_("The file {path} cannot be written"), to);
	return true;
}

/* A file beside that is missing or cannot be read is as if it were empty. */
static struct text read_beside(struct arena *arena, const struct import_mapping *mapping, const char *folder)
{
	const char *path = mapping->beside && mapping->file ? file_path(arena, folder, mapping->beside) : NULL;
	struct text content;
	return path && file_exists(path) && file_read(arena, path, FILE_LIMIT, &content) ? content : text_empty();
}

static bool import_one(struct service *service, const struct actor *actor, const struct import_mapping *mapping, const char *folder,
	const char *path, const char *output, const struct import_options *options, struct import_figures *figures,
	struct error_list *errors)
{
	struct arena *arena = arena_create();
	struct text content;
	struct import_report report = { 0 };
	struct import_options with = *options;
	with.beside = read_beside(arena, mapping, folder);
	bool done = file_read(arena, path, FILE_LIMIT, &content);
	if (!done) {
		fault(errors, N_("The file {path} cannot be read"), path);
	} else {
		done = import_file(service, arena, actor, mapping, content, &with, &report, errors);
		import_add_figures(figures, &report.figures);
		if (done && options->file_done)
			options->file_done(options->state, base_name(path), content, &report);
		/* Also after a fault in the middle: what was imported up to there is told. */
		if (!text_is_empty(report.result.data ? report.result : text_empty()))
			done = write_beside(arena, path, output, ".result.csv", report.result, errors) && done;
		if (report.duplicate_groups > 0)
			done = write_beside(arena, path, output, ".duplicates.csv", report.duplicates, errors) && done;
	}
	arena_destroy(arena);
	return done;
}

bool import_path(struct service *service, struct arena *arena, const struct actor *actor, const struct import_set *set,
	const char *path, const char *output, const struct import_options *options, struct import_figures *out_figures,
	struct error_list *errors)
{
	struct import_figures figures = { 0 };
	struct import_made made;
	struct import_options together = *options;
	bool done = true, found = false;
	import_made_begin(&made, arena);
	together.made = &made;
	for (const struct import_mapping *const *mapping = set->mappings; *mapping && done; mapping++) {
		const char *file = (*mapping)->file ? file_path(arena, path, (*mapping)->file) : path;
		if ((*mapping)->file && !file_exists(file))
			continue;
		found = true;
		done = import_one(service, actor, *mapping, path, file, output, &together, &figures, errors);
	}
	if (!found) {
		errno = ENOENT;
		return fault(errors, N_("There is no file to import in {path}"), path);
	}
	*out_figures = figures;
	return done;
}
