#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <stddef.h>

/// Keeps a connection from checkpointing when it closes; `sqlite3_db_config` is variadic, which Swift can't call.
/// Returns an SQLite result code.
int shim_keep_wal_on_close(sqlite3 *connection);

/// Has SQLite no longer count the memory of the whole process, for which it takes a lock with every allocation; nobody asks
/// for the sum. Works only before the first connection. Returns an SQLite result code.
int shim_stop_counting_memory(void);

/// Has the C library keep freed pieces of up to 160 bytes at hand as it keeps smaller ones. SQLite's search index takes one of
/// 144 bytes for every word of a batch and gives all of them back; joining and splitting them costs an import a fiftieth.
void shim_keep_small_pieces(void);

/// Has every connection that is opened from now on write many frames of a write-ahead log at a time (`log_vfs.c`). Works
/// once, before the first connection. Returns an SQLite result code.
int shim_gather_log_writes(void);

/// Writes the number of pages in the write-ahead log to `pages` after each commit of a connection; `pages` must outlive
/// the connection.
void shim_watch_wal(sqlite3 *connection, int *pages);

/// The open file of a connection's database, which lives as long as the connection; NULL when there is none.
void *shim_database_file(sqlite3 *connection);

/// Sends what was written to an open file of SQLite's to the disk, from any thread. Returns an SQLite result code.
///
/// A file that we open ourselves would do as well, were it never closed: a close drops every lock that the process has
/// on the file.
int shim_sync_file(void *file);

/// Binds bytes that SQLite copies; the destructor constants are casts, which Swift can't import.
int shim_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count);
int shim_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count);

/// Takes the waiting room of a lock file: a lock on its first byte that belongs to the open file and is independent of
/// `flock`. Returns 0, or `errno`; without `wait`, `EAGAIN` or `EACCES` when another has it.
int shim_take_waiting_room(int descriptor, int wait);

/// Leaves the waiting room. Returns 0, or `errno`.
int shim_leave_waiting_room(int descriptor);

/// The type of the file system on which `path` lies. Returns 0, or `errno`.
int shim_file_system_type(const char *path, unsigned long *type);

#endif
