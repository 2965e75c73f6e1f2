import Foundation

@testable import SQLiteJournal

extension SQLiteJournal {
  /// Opens a copy of the journal's files as a process that dies now leaves them.
  func asLeft(in folder: ScratchFolder) throws -> SQLiteJournal {
    let copy = folder.path + "/copy.db"
    for suffix in ["", "-wal"] {
      try? FileManager.default.removeItem(atPath: copy + suffix)
      try FileManager.default.copyItem(atPath: paths.database + suffix, toPath: copy + suffix)
    }
    return try SQLiteJournal.open(copy, .existing)
  }
}
