#include "CSQLiteShim.h"

#include <stdlib.h>
#include <string.h>

/// Some sixteen frames of the write-ahead log: a page and what stands before it, each.
enum { ROOM = 65536, FRAME_HEADER = 24 };

/// A write-ahead log whose frames are gathered before they are written.
///
/// SQLite writes a frame by two calls, and each costs more than copying the page. A commit's frames follow each other, so many
/// of them go in one call. The last frame of a transaction is marked in its header, and from there on nothing is kept back:
/// SQLite lets others see the transaction only after that write has returned, and hears there what went wrong. Whatever
/// else is asked of the file comes after what was gathered, too.
struct log_file {
  sqlite3_file base;
  sqlite3_file *real;
  char *gathered;
  int length;
  sqlite3_int64 start;
  int keeps_nothing_back;
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs log_vfs;

static int flush(struct log_file *log) {
  if (log->length == 0) return SQLITE_OK;
  int length = log->length;
  log->length = 0;
  return log->real->pMethods->xWrite(log->real, log->gathered, length, log->start);
}

static int log_close(sqlite3_file *file) {
  struct log_file *log = (struct log_file *)file;
  int flushed = flush(log);
  int closed = log->real->pMethods->xClose(log->real);
  free(log->gathered);
  log->gathered = NULL;
  return flushed != SQLITE_OK ? flushed : closed;
}

static int log_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  struct log_file *log = (struct log_file *)file;
  int flushed = flush(log);
  return flushed != SQLITE_OK ? flushed : log->real->pMethods->xRead(log->real, bytes, count, offset);
}

static int log_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  struct log_file *log = (struct log_file *)file;
  if (count == FRAME_HEADER) {
    // Bytes 4 to 7: how many pages the database has after the transaction that the frame ends, or zero.
    static const char none[4];
    log->keeps_nothing_back = memcmp((const char *)bytes + 4, none, sizeof none) != 0;
  }
  if (log->gathered == NULL) log->gathered = malloc(ROOM);
  if (log->length > 0 && (offset != log->start + log->length || log->length + count > ROOM)) {
    int flushed = flush(log);
    if (flushed != SQLITE_OK) return flushed;
  }
  if (log->gathered == NULL || count > ROOM) return log->real->pMethods->xWrite(log->real, bytes, count, offset);
  if (log->length == 0) log->start = offset;
  memcpy(log->gathered + log->length, bytes, (size_t)count);
  log->length += count;
  return log->keeps_nothing_back ? flush(log) : SQLITE_OK;
}

static int log_truncate(sqlite3_file *file, sqlite3_int64 size) {
  struct log_file *log = (struct log_file *)file;
  int flushed = flush(log);
  return flushed != SQLITE_OK ? flushed : log->real->pMethods->xTruncate(log->real, size);
}

static int log_sync(sqlite3_file *file, int flags) {
  struct log_file *log = (struct log_file *)file;
  int flushed = flush(log);
  return flushed != SQLITE_OK ? flushed : log->real->pMethods->xSync(log->real, flags);
}

static int log_size(sqlite3_file *file, sqlite3_int64 *size) {
  struct log_file *log = (struct log_file *)file;
  int flushed = flush(log);
  return flushed != SQLITE_OK ? flushed : log->real->pMethods->xFileSize(log->real, size);
}

static int log_lock(sqlite3_file *file, int level) {
  struct log_file *log = (struct log_file *)file;
  return log->real->pMethods->xLock(log->real, level);
}

static int log_unlock(sqlite3_file *file, int level) {
  struct log_file *log = (struct log_file *)file;
  return log->real->pMethods->xUnlock(log->real, level);
}

static int log_is_reserved(sqlite3_file *file, int *is_reserved) {
  struct log_file *log = (struct log_file *)file;
  return log->real->pMethods->xCheckReservedLock(log->real, is_reserved);
}

static int log_control(sqlite3_file *file, int operation, void *argument) {
  struct log_file *log = (struct log_file *)file;
  int flushed = flush(log);
  return flushed != SQLITE_OK ? flushed : log->real->pMethods->xFileControl(log->real, operation, argument);
}

static int log_sector_size(sqlite3_file *file) {
  struct log_file *log = (struct log_file *)file;
  return log->real->pMethods->xSectorSize(log->real);
}

static int log_characteristics(sqlite3_file *file) {
  struct log_file *log = (struct log_file *)file;
  return log->real->pMethods->xDeviceCharacteristics(log->real);
}

static const sqlite3_io_methods log_methods = {
    .iVersion = 1,
    .xClose = log_close,
    .xRead = log_read,
    .xWrite = log_write,
    .xTruncate = log_truncate,
    .xSync = log_sync,
    .xFileSize = log_size,
    .xLock = log_lock,
    .xUnlock = log_unlock,
    .xCheckReservedLock = log_is_reserved,
    .xFileControl = log_control,
    .xSectorSize = log_sector_size,
    .xDeviceCharacteristics = log_characteristics,
};

/// Every file but a write-ahead log is the system's own.
static int open_file(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *opened_flags) {
  (void)vfs;
  if (!(flags & SQLITE_OPEN_WAL)) return real_vfs->xOpen(real_vfs, name, file, flags, opened_flags);
  struct log_file *log = (struct log_file *)file;
  memset(log, 0, sizeof *log);
  log->real = (sqlite3_file *)(log + 1);
  int result = real_vfs->xOpen(real_vfs, name, log->real, flags, opened_flags);
  log->base.pMethods = log->real->pMethods != NULL ? &log_methods : NULL;
  return result;
}

int shim_gather_log_writes(void) {
  real_vfs = sqlite3_vfs_find(NULL);
  if (real_vfs == NULL) return SQLITE_ERROR;
  log_vfs = *real_vfs;
  log_vfs.pNext = NULL;
  log_vfs.zName = "gathering-log";
  log_vfs.szOsFile = (int)sizeof(struct log_file) + real_vfs->szOsFile;
  log_vfs.xOpen = open_file;
  return sqlite3_vfs_register(&log_vfs, 1);
}
