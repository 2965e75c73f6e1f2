#define _GNU_SOURCE
#include "CSQLiteShim.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <sys/vfs.h>

int shim_keep_wal_on_close(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

int shim_stop_counting_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

void shim_keep_small_pieces(void) { (void)mallopt(M_MXFAST, 160); }

static int note_pages(void *pages, sqlite3 *connection, const char *schema, int count) {
  (void)connection;
  (void)schema;
  *(int *)pages = count;
  return SQLITE_OK;
}

void shim_watch_wal(sqlite3 *connection, int *pages) { sqlite3_wal_hook(connection, note_pages, pages); }

void *shim_database_file(sqlite3 *connection) {
  sqlite3_file *file = NULL;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return NULL;
  return file != NULL && file->pMethods != NULL ? file : NULL;
}

int shim_sync_file(void *file) {
  sqlite3_file *open_file = file;
  return open_file->pMethods->xSync(open_file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}

int shim_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

int shim_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static int set_waiting_room(int descriptor, short type, int wait) {
  struct flock range = {.l_type = type, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
  for (;;) {
    if (fcntl(descriptor, wait ? F_OFD_SETLKW : F_OFD_SETLK, &range) == 0) return 0;
    if (errno != EINTR) return errno;
  }
}

int shim_take_waiting_room(int descriptor, int wait) { return set_waiting_room(descriptor, F_WRLCK, wait); }

int shim_leave_waiting_room(int descriptor) { return set_waiting_room(descriptor, F_UNLCK, 0); }

int shim_file_system_type(const char *path, unsigned long *type) {
  struct statfs facts;
  while (statfs(path, &facts) != 0) {
    if (errno != EINTR) return errno;
  }
  *type = (unsigned long)facts.f_type & 0xffffffffUL;
  return 0;
}
