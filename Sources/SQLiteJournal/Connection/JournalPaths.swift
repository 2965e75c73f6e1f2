import CSQLiteShim
import Foundation
import Journal

/// Where a journal lies, and what its folder says about who may use it.
struct JournalPaths: Sendable {
  /// The database.
  let database: String
  /// Whether the folder's group may write in it, so that the journal is for all its accounts.
  let isShared: Bool

  /// The lock file beside the database.
  var lock: String { database + ".lock" }

  /// SQLite's write-ahead log beside the database.
  var log: String { database + "-wal" }

  /// Looks at the folder.
  ///
  /// - Throws: `.missing` without a folder, `.networkFileSystem`, `.unavailable` when it can't be written.
  init(_ path: String) throws(JournalError) {
    database = path
    let folder = (path as NSString).deletingLastPathComponent
    let directory = folder.isEmpty ? "." : folder
    var facts = stat()
    guard stat(directory, &facts) == 0 else { throw .system(errno, directory) }
    guard facts.st_mode & S_IFMT == S_IFDIR else { throw .system(ENOTDIR, directory) }
    isShared = facts.st_mode & S_IWGRP != 0
    var type: UInt = 0
    let result = shim_file_system_type(directory, &type)
    guard result == 0 else { throw .system(result, directory) }
    if let name = JournalPaths.networkFileSystems[type] {
      throw JournalError(.networkFileSystem, subject: directory, detail: name)
    }
    guard access(directory, W_OK | X_OK) == 0 else { throw .system(errno, directory) }
  }

  /// Whether there is a database, with anything in it.
  var exists: Bool {
    var facts = stat()
    return stat(database, &facts) == 0 && facts.st_size > 0
  }

  /// Makes the database's file with its mode; SQLite gives the files beside it the same.
  func create() throws(JournalError) {
    let descriptor = open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw .system(errno, database) }
    defer { close(descriptor) }
    if isShared { _ = fchmod(descriptor, 0o660) }
  }

  /// The magic numbers of statfs(2) on which neither locks nor shared memory can be trusted.
  static let networkFileSystems: [UInt: String] = [
    0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x0102_1997: "9p",
    0x00C3_6400: "ceph", 0x5346_414F: "afs", 0x6B41_4653: "kafs", 0x7375_7245: "coda", 0x564C: "ncp",
    0x0BD0_0BD0: "lustre", 0x786F_4256: "vboxsf", 0x0116_1970: "gfs2", 0x7461_636F: "ocfs2",
  ]
}
