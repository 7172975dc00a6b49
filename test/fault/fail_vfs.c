/* fail_vfs.c - counts the calls of SQLite to its VFS and lets chosen ones fail. */
#include "fail_vfs.h"

#include <sqlite3.h>
#include <stdlib.h>

struct fail_file {
	sqlite3_file base;
	sqlite3_file *real;
};

static sqlite3_vfs vfs;
static sqlite3_vfs *system_vfs;
static int64_t calls, chosen;
static bool lasting_fault;

void fail_at(int64_t at, bool lasting)
{
	calls = 0;
	chosen = at;
	lasting_fault = lasting;
}

int64_t fail_calls(void)
{
	return calls;
}

static bool fails(void)
{
	calls++;
	return chosen > 0 && (calls == chosen || (lasting_fault && calls > chosen));
}

#define REAL(file) (((struct fail_file *)(void *)(file))->real)
#define CALL(file, method) REAL(file)->pMethods->method

static int fail_close(sqlite3_file *file)
{
	return REAL(file)->pMethods ? CALL(file, xClose)(REAL(file)) : SQLITE_OK;
}

static int fail_read(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
	return fails() ? SQLITE_IOERR_READ : CALL(file, xRead)(REAL(file), data, size, offset);
}

/* Half of it arrived: what is on the disk after an error is anybody's guess. */
static int fail_write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
	if (!fails())
		return CALL(file, xWrite)(REAL(file), data, size, offset);
	CALL(file, xWrite)(REAL(file), data, size / 2, offset);
	return SQLITE_IOERR_WRITE;
}

static int fail_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return fails() ? SQLITE_IOERR_TRUNCATE : CALL(file, xTruncate)(REAL(file), size);
}

static int fail_sync(sqlite3_file *file, int flags)
{
	return fails() ? SQLITE_IOERR_FSYNC : CALL(file, xSync)(REAL(file), flags);
}

static int fail_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return fails() ? SQLITE_IOERR_FSTAT : CALL(file, xFileSize)(REAL(file), size);
}

static int fail_lock(sqlite3_file *file, int lock)
{
	return fails() ? SQLITE_IOERR_LOCK : CALL(file, xLock)(REAL(file), lock);
}

static int pass_unlock(sqlite3_file *file, int lock)
{
	return CALL(file, xUnlock)(REAL(file), lock);
}

static int fail_reserved(sqlite3_file *file, int *out)
{
	return fails() ? SQLITE_IOERR_CHECKRESERVEDLOCK : CALL(file, xCheckReservedLock)(REAL(file), out);
}

static int pass_control(sqlite3_file *file, int operation, void *argument)
{
	return CALL(file, xFileControl)(REAL(file), operation, argument);
}

static int pass_sector(sqlite3_file *file)
{
	return CALL(file, xSectorSize)(REAL(file));
}

static int pass_device(sqlite3_file *file)
{
	return CALL(file, xDeviceCharacteristics)(REAL(file));
}

static int fail_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
	*out = NULL;
	return fails() ? SQLITE_IOERR_SHMMAP : CALL(file, xShmMap)(REAL(file), region, size, extend, out);
}

static int fail_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
	/* Giving a lock back cannot fail in any VFS. */
	if (!(flags & SQLITE_SHM_UNLOCK) && fails())
		return SQLITE_IOERR_SHMLOCK;
	return CALL(file, xShmLock)(REAL(file), offset, count, flags);
}

static void pass_shm_barrier(sqlite3_file *file)
{
	CALL(file, xShmBarrier)(REAL(file));
}

static int pass_shm_unmap(sqlite3_file *file, int erase)
{
	return CALL(file, xShmUnmap)(REAL(file), erase);
}

static const sqlite3_io_methods methods = { 2, fail_close, fail_read, fail_write, fail_truncate, fail_sync, fail_size, fail_lock,
	pass_unlock, fail_reserved, pass_control, pass_sector, pass_device, fail_shm_map, fail_shm_lock, pass_shm_barrier, pass_shm_unmap,
	NULL, NULL };

static int fail_open(sqlite3_vfs *own, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
	(void)own;
	struct fail_file *mine = (struct fail_file *)(void *)file;
	mine->base.pMethods = NULL;
	if (fails())
		return SQLITE_CANTOPEN;
	mine->real = (sqlite3_file *)(void *)(mine + 1);
	int result = system_vfs->xOpen(system_vfs, name, mine->real, flags, out_flags);
	if (mine->real->pMethods)
		mine->base.pMethods = &methods;
	return result;
}

static int fail_delete(sqlite3_vfs *own, const char *name, int sync)
{
	(void)own;
	return fails() ? SQLITE_IOERR_DELETE : system_vfs->xDelete(system_vfs, name, sync);
}

static int fail_access(sqlite3_vfs *own, const char *name, int flags, int *out)
{
	(void)own;
	return fails() ? SQLITE_IOERR_ACCESS : system_vfs->xAccess(system_vfs, name, flags, out);
}

void fail_begin(void)
{
	system_vfs = sqlite3_vfs_find(NULL);
	vfs = *system_vfs;
	vfs.zName = "fail";
	vfs.pNext = NULL;
	vfs.szOsFile = (int)sizeof(struct fail_file) + system_vfs->szOsFile;
	vfs.xOpen = fail_open;
	vfs.xDelete = fail_delete;
	vfs.xAccess = fail_access;
	if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK)
		abort();
	fail_at(0, false);
}

void fail_end(void)
{
	sqlite3_vfs_unregister(&vfs);
}
