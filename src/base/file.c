/* file.c - plain files: read, write whole, list. */
#define _GNU_SOURCE /* syncfs, memfd_create */
#include "base/file.h"

#include "base/builder.h"
#include "base/random.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

/* Closes without losing the errno of what went wrong before. */
static bool close_failed(int descriptor)
{
	int saved = errno;
	close(descriptor);
	errno = saved;
	return false;
}

static ssize_t read_some(int descriptor, void *data, size_t size)
{
	ssize_t count;
	do {
		count = read(descriptor, data, size);
	} while (count < 0 && errno == EINTR);
	return count;
}

static bool write_all(int descriptor, const void *data, size_t size)
{
	const char *from = data;
	while (size > 0) {
		ssize_t written = write(descriptor, from, size);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		from += written;
		size -= (size_t)written;
	}
	return true;
}

bool file_read(struct arena *arena, const char *path, size_t limit, struct text *out_content)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (descriptor < 0)
		return false;
	struct stat status;
	if (fstat(descriptor, &status) != 0)
		return close_failed(descriptor);
	struct builder content;
	size_t expected = status.st_size > 0 ? (size_t)status.st_size : 0;
	if (expected > limit) {
		errno = EFBIG;
		return close_failed(descriptor);
	}
	builder_begin(&content, arena, expected + 1);
	for (;;) {
		/* One byte more than known, to meet the end without growing. */
		size_t room = content.capacity - content.length - 1;
		if (room == 0) {
			builder_reserve(&content, CHUNK);
			room = content.capacity - content.length - 1;
		}
		ssize_t count = read_some(descriptor, content.data + content.length, room);
		if (count < 0)
			return close_failed(descriptor);
		if (count == 0)
			break;
		content.length += (size_t)count;
		if (content.length > limit) {
			errno = EFBIG;
			return close_failed(descriptor);
		}
	}
	close(descriptor);
	*out_content = builder_text(&content);
	return true;
}

static bool sync_folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *folder = ".";
	if (slash == path)
		folder = "/";
	else if (slash != NULL)
		folder = arena_string(arena, text_make(path, (size_t)(slash - path)));
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0)
		return false;
	if (fsync(descriptor) != 0)
		return close_failed(descriptor);
	return close(descriptor) == 0;
}

/* Opens a new file beside path; its name goes to *out_temporary. */
static int open_temporary(struct arena *arena, const char *path, char **out_temporary)
{
	uint64_t number;
	random_secret(&number, sizeof(number)); /* never seeded: two threads may share a seed */
	struct text name = arena_format(arena, "%s.%016llx.new", path, (unsigned long long)number);
	*out_temporary = arena_string(arena, name);
	return open(*out_temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

/* Syncs and closes the temporary file, gives it its name; removes it when something fails. */
static bool finish_temporary(struct arena *arena, int descriptor, const char *temporary, const char *path,
			     unsigned mode, bool written)
{
	bool done = written && fchmod(descriptor, (mode_t)mode) == 0 && fsync(descriptor) == 0;
	if (done)
		done = close(descriptor) == 0;
	else
		close_failed(descriptor);
	if (done && rename(temporary, path) == 0)
		return sync_folder_of(arena, path);
	int saved = errno;
	unlink(temporary);
	errno = saved;
	return false;
}

bool file_write_whole(const char *path, const void *data, size_t size, unsigned mode)
{
	struct arena *arena = arena_create();
	char *temporary;
	int descriptor = open_temporary(arena, path, &temporary);
	bool done = false;
	if (descriptor >= 0)
		done = finish_temporary(arena, descriptor, temporary, path, mode, write_all(descriptor, data, size));
	arena_destroy(arena);
	return done;
}

bool file_write_unsynced(const char *path, const void *data, size_t size, unsigned mode)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, (mode_t)mode);
	if (descriptor < 0)
		return false;
	return write_all(descriptor, data, size) ? close(descriptor) == 0 : close_failed(descriptor);
}

bool file_sync_all(const char *folder)
{
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0)
		return false;
	return syncfs(descriptor) == 0 ? close(descriptor) == 0 : close_failed(descriptor);
}

static bool copy_content(int from, int to)
{
	char chunk[CHUNK];
	for (;;) {
		ssize_t count = read_some(from, chunk, sizeof(chunk));
		if (count <= 0)
			return count == 0;
		if (!write_all(to, chunk, (size_t)count))
			return false;
	}
}

bool file_copy(const char *from, const char *to, unsigned mode)
{
	int source = open(from, O_RDONLY | O_CLOEXEC);
	if (source < 0)
		return false;
	struct arena *arena = arena_create();
	char *temporary;
	int descriptor = open_temporary(arena, to, &temporary);
	bool done = false;
	if (descriptor >= 0)
		done = finish_temporary(arena, descriptor, temporary, to, mode, copy_content(source, descriptor));
	arena_destroy(arena);
	close_failed(source);
	return done;
}

bool file_exists(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0;
}

static bool make_one_folder(const char *path, unsigned mode)
{
	if (mkdir(path, (mode_t)mode) == 0)
		return true;
	struct stat status;
	if (errno != EEXIST || stat(path, &status) != 0)
		return false;
	if (!S_ISDIR(status.st_mode)) {
		errno = ENOTDIR;
		return false;
	}
	return true;
}

bool file_make_folder(const char *path, unsigned mode)
{
	struct arena *arena = arena_create();
	char *part = arena_string(arena, text_from(path));
	bool done = true;
	for (char *slash = strchr(part + (part[0] == '/'), '/'); done && slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		done = make_one_folder(part, mode);
		*slash = '/';
	}
	done = done && make_one_folder(part, mode);
	arena_destroy(arena);
	return done;
}

bool file_remove(const char *path)
{
	return remove(path) == 0;
}

static int compare_names(const void *left, const void *right)
{
	return text_compare(*(const struct text *)left, *(const struct text *)right);
}

bool file_list(struct arena *arena, const char *path, struct text **out_names, size_t *out_count)
{
	DIR *folder = opendir(path);
	if (folder == NULL)
		return false;
	size_t count = 0;
	size_t capacity = 16;
	struct text *names = ARENA_ARRAY(arena, struct text, capacity);
	struct dirent *entry;
	while (errno = 0, (entry = readdir(folder)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (count == capacity) {
			struct text *more = ARENA_ARRAY(arena, struct text, capacity * 2);
			memcpy(more, names, count * sizeof(*names));
			names = more;
			capacity *= 2;
		}
		names[count++] = arena_copy(arena, text_from(entry->d_name));
	}
	int saved = errno;
	closedir(folder);
	errno = saved;
	if (saved != 0)
		return false;
	qsort(names, count, sizeof(*names), compare_names);
	*out_names = names;
	*out_count = count;
	return true;
}

bool file_size(const char *path, int64_t *out_size)
{
	struct stat status;
	if (stat(path, &status) != 0)
		return false;
	*out_size = (int64_t)status.st_size;
	return true;
}

int64_t file_free_space(const char *path)
{
	struct statvfs status;
	int64_t bytes;
	if (statvfs(path, &status) != 0)
		return -1;
	if (__builtin_mul_overflow(status.f_bavail, status.f_frsize, &bytes))
		return INT64_MAX;
	return bytes;
}

char *file_path(struct arena *arena, const char *folder, const char *name)
{
	struct text parts[] = {text_from(folder), text_from(name)};
	bool slashed = text_ends_with(parts[0], TEXT_OF("/"));
	/* arena_join() leaves a NUL behind the text. */
	struct text path = arena_join(arena, parts, 2, slashed ? text_empty() : TEXT_OF("/"));
	return arena_string(arena, path);
}

bool file_hidden_open(struct file_hidden *out_file)
{
	int descriptor = memfd_create("custos", MFD_CLOEXEC);
	if (descriptor < 0)
		return false;
	out_file->descriptor = descriptor;
	snprintf(out_file->path, sizeof out_file->path, "/proc/self/fd/%d", descriptor);
	return true;
}

void file_hidden_close(struct file_hidden *file)
{
	close(file->descriptor);
	file->descriptor = -1;
}
