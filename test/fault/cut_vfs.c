/* cut_vfs.c - keeps synced bytes apart from written ones and makes pictures of the disk after a power cut. */
#include "cut_vfs.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 16, SECTOR = 512, PATH_SIZE = 512 };

struct change { /* a write, or a truncation to `offset` when data is NULL */
	sqlite3_int64 offset;
	size_t length;
	unsigned char *data;
};

struct disk_file {
	char path[PATH_SIZE];
	bool used, ever_synced;
	unsigned char *synced;
	size_t synced_size;
	struct change *changes;
	size_t change_count, change_capacity;
};

struct cut_file {
	sqlite3_file base;
	struct disk_file *disk; /* NULL: a file nobody asks for after a cut (temporary) */
	sqlite3_file *real;
};

static struct disk_file disk[FILES];
static sqlite3_vfs vfs;
static sqlite3_vfs *system_vfs;
static uint64_t random_state;
static struct {
	const char *parent;
	uint32_t rarity;
	unsigned number;
	void (*taken)(void *state, const char *folder);
	void *state;
} pictures;

static void *need(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

uint32_t cut_random(uint32_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return below ? (uint32_t)(random_state >> 16) % below : 0;
}

/* ---- what the disk holds ---- */

static void bytes_put(unsigned char **bytes, size_t *size, size_t offset, const unsigned char *data, size_t length)
{
	if (offset + length > *size) {
		*bytes = need(realloc(*bytes, offset + length));
		memset(*bytes + *size, 0, offset + length - *size);
		*size = offset + length;
	}
	memcpy(*bytes + offset, data, length);
}

static void change_apply(const struct change *change, unsigned char **bytes, size_t *size, bool torn)
{
	if (!change->data) {
		if ((size_t)change->offset < *size)
			*size = (size_t)change->offset;
		return;
	}
	if (!torn) {
		bytes_put(bytes, size, (size_t)change->offset, change->data, change->length);
		return;
	}
	for (size_t at = 0; at < change->length; at += SECTOR)
		if (cut_random(2))
			bytes_put(bytes, size, (size_t)change->offset + at, change->data + at,
				change->length - at < SECTOR ? change->length - at : SECTOR);
}

static void changes_forget(struct disk_file *file)
{
	for (size_t i = 0; i < file->change_count; i++)
		free(file->changes[i].data);
	file->change_count = 0;
}

static void change_add(struct disk_file *file, sqlite3_int64 offset, const void *data, size_t length)
{
	if (file->change_count == file->change_capacity) {
		file->change_capacity = file->change_capacity ? file->change_capacity * 2 : 64;
		file->changes = need(realloc(file->changes, file->change_capacity * sizeof *file->changes));
	}
	struct change *change = &file->changes[file->change_count++];
	*change = (struct change){ .offset = offset, .length = length };
	if (data) {
		change->data = need(malloc(length));
		memcpy(change->data, data, length);
	}
}

static void file_sync(struct disk_file *file)
{
	for (size_t i = 0; i < file->change_count; i++)
		change_apply(&file->changes[i], &file->synced, &file->synced_size, false);
	changes_forget(file);
	file->ever_synced = true;
}

static void file_forget(struct disk_file *file)
{
	changes_forget(file);
	free(file->changes);
	free(file->synced);
	*file = (struct disk_file){ 0 };
}

static struct disk_file *file_find(const char *path, bool make)
{
	for (int i = 0; i < FILES; i++)
		if (disk[i].used && strcmp(disk[i].path, path) == 0)
			return &disk[i];
	for (int i = 0; make && i < FILES; i++)
		if (!disk[i].used) {
			disk[i].used = true;
			snprintf(disk[i].path, sizeof disk[i].path, "%s", path);
			return &disk[i];
		}
	if (make)
		abort();
	return NULL;
}

/* ---- pictures ---- */

static void picture_write(const char *folder, const struct disk_file *file)
{
	char path[PATH_SIZE * 2];
	const char *name = strrchr(file->path, '/');
	unsigned char *bytes = need(malloc(file->synced_size + 1));
	size_t size = file->synced_size;
	memcpy(bytes, file->synced ? file->synced : (const unsigned char *)"", file->synced_size);
	/* Sometimes all or nothing arrived, mostly any of it. */
	uint32_t luck = cut_random(8);
	for (size_t i = 0; i < file->change_count; i++)
		if (luck == 0 || (luck > 1 && cut_random(2)))
			change_apply(&file->changes[i], &bytes, &size, luck > 1 && cut_random(4) == 0);
	snprintf(path, sizeof path, "%.500s/%.255s", folder, name ? name + 1 : file->path);
	int descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
	for (size_t at = 0; descriptor >= 0 && at < size;) {
		ssize_t written = write(descriptor, bytes + at, size - at);
		if (written <= 0)
			abort();
		at += (size_t)written;
	}
	if (descriptor < 0 || close(descriptor) != 0)
		abort();
	free(bytes);
}

static void picture_maybe(void)
{
	char folder[PATH_SIZE];
	if (pictures.rarity == 0 || cut_random(pictures.rarity) != 0)
		return;
	snprintf(folder, sizeof folder, "%s/cut-%u", pictures.parent, pictures.number++);
	if (mkdir(folder, 0700) != 0)
		abort();
	for (int i = 0; i < FILES; i++)
		if (disk[i].used && (disk[i].ever_synced || cut_random(2)))
			picture_write(folder, &disk[i]);
	pictures.taken(pictures.state, folder);
}

void cut_pictures(const char *parent, uint32_t rarity, void (*taken)(void *state, const char *folder), void *state)
{
	pictures.parent = parent;
	pictures.rarity = rarity;
	pictures.taken = taken;
	pictures.state = state;
}

/* ---- the methods of SQLite ---- */

#define OWN(file) ((struct cut_file *)(void *)(file))
#define REAL(file) (OWN(file)->real)

static int cut_close(sqlite3_file *file)
{
	return REAL(file)->pMethods ? REAL(file)->pMethods->xClose(REAL(file)) : SQLITE_OK;
}

static int cut_read(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
	return REAL(file)->pMethods->xRead(REAL(file), data, size, offset);
}

static int cut_write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
	picture_maybe();
	int result = REAL(file)->pMethods->xWrite(REAL(file), data, size, offset);
	if (result == SQLITE_OK && OWN(file)->disk)
		change_add(OWN(file)->disk, offset, data, (size_t)size);
	picture_maybe();
	return result;
}

static int cut_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	int result = REAL(file)->pMethods->xTruncate(REAL(file), size);
	if (result == SQLITE_OK && OWN(file)->disk)
		change_add(OWN(file)->disk, size, NULL, 0);
	picture_maybe();
	return result;
}

static int cut_sync(sqlite3_file *file, int flags)
{
	picture_maybe();
	int result = REAL(file)->pMethods->xSync(REAL(file), flags);
	if (result == SQLITE_OK && OWN(file)->disk)
		file_sync(OWN(file)->disk);
	picture_maybe();
	return result;
}

static int cut_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return REAL(file)->pMethods->xFileSize(REAL(file), size);
}

static int cut_lock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xLock(REAL(file), lock);
}

static int cut_unlock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xUnlock(REAL(file), lock);
}

static int cut_reserved(sqlite3_file *file, int *out)
{
	return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out);
}

static int cut_control(sqlite3_file *file, int operation, void *argument)
{
	return REAL(file)->pMethods->xFileControl(REAL(file), operation, argument);
}

static int cut_sector(sqlite3_file *file)
{
	(void)file;
	return SECTOR;
}

/* No promises about the device: neither atomic writes nor order. */
static int cut_device(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static int cut_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
	return REAL(file)->pMethods->xShmMap(REAL(file), region, size, extend, out);
}

static int cut_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
	return REAL(file)->pMethods->xShmLock(REAL(file), offset, count, flags);
}

static void cut_shm_barrier(sqlite3_file *file)
{
	REAL(file)->pMethods->xShmBarrier(REAL(file));
}

static int cut_shm_unmap(sqlite3_file *file, int erase)
{
	return REAL(file)->pMethods->xShmUnmap(REAL(file), erase);
}

static const sqlite3_io_methods methods = { 2, cut_close, cut_read, cut_write, cut_truncate, cut_sync, cut_size, cut_lock,
	cut_unlock, cut_reserved, cut_control, cut_sector, cut_device, cut_shm_map, cut_shm_lock, cut_shm_barrier, cut_shm_unmap,
	NULL, NULL };

static int cut_open(sqlite3_vfs *own, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
	(void)own;
	struct cut_file *cut = OWN(file);
	bool kept = name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL));
	cut->real = (sqlite3_file *)(void *)(cut + 1);
	cut->base.pMethods = NULL;
	int result = system_vfs->xOpen(system_vfs, name, cut->real, flags, out_flags);
	if (cut->real->pMethods)
		cut->base.pMethods = &methods;
	cut->disk = result == SQLITE_OK && kept ? file_find(name, true) : NULL;
	return result;
}

static int cut_delete(sqlite3_vfs *own, const char *name, int sync)
{
	(void)own;
	int result = system_vfs->xDelete(system_vfs, name, sync);
	struct disk_file *file = file_find(name, false);
	if (result == SQLITE_OK && file)
		file_forget(file);
	return result;
}

void cut_begin(uint64_t seed)
{
	random_state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
	system_vfs = sqlite3_vfs_find(NULL);
	vfs = *system_vfs;
	vfs.zName = "cut";
	vfs.pNext = NULL;
	vfs.szOsFile = (int)sizeof(struct cut_file) + system_vfs->szOsFile;
	vfs.xOpen = cut_open;
	vfs.xDelete = cut_delete;
	if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK)
		abort();
}

void cut_end(void)
{
	sqlite3_vfs_unregister(&vfs);
	for (int i = 0; i < FILES; i++)
		if (disk[i].used)
			file_forget(&disk[i]);
	pictures.rarity = 0;
}
