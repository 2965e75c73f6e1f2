import Foundation
import GRDB
import Journal

extension JournalError {
  /// What a failed system call means for a journal.
  static func system(_ number: Int32, _ path: String) -> JournalError {
    let code: Code
    switch number {
    case ENOENT: code = .missing
    case ENOSPC, EDQUOT: code = .diskFull
    default: code = .unavailable
    }
    return JournalError(code, subject: path, detail: String(cString: strerror(number)))
  }

  /// What a result code of SQLite means for a journal.
  static func engine(_ result: Int32, _ message: String, _ subject: String) -> JournalError {
    let code: Code
    switch ResultCode(rawValue: result).primaryResultCode {
    case .SQLITE_FULL: code = .diskFull
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: code = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: code = .lockHeld
    default: code = .unavailable
    }
    return JournalError(code, subject: subject, detail: "SQLite \(result): \(message)")
  }

  /// What an error of the engine's library means for a journal.
  static func from(_ error: any Error, _ subject: String) -> JournalError {
    if let error = error as? JournalError { return error }
    if let error = error as? DatabaseError {
      return engine(error.extendedResultCode.rawValue, error.message ?? "", subject)
    }
    return JournalError(.unavailable, subject: subject, detail: String(describing: error))
  }
}
