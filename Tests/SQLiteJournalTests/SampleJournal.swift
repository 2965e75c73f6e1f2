import Foundation
import Journal
import JournalConformance
import Model

@testable import SQLiteJournal

/// What the tests of the file need of a journal.
enum SampleJournal {
  static let identity = JournalIdentity(
    kind: .drill, site: "stress", city: "city", cityDigest: "", openedAt: Instant(seconds: 1_600_000_000))

  static func open(_ path: String, options: JournalOptions = .desk) throws(JournalError) -> SQLiteJournal {
    try SQLiteJournal.open(path, .creating(identity, account: "stress"), options: options)
  }

  /// Makes a journal of synthetic orders with a process of its own.
  static func fill(_ path: String, orders: Int, batch: Int = 100) throws {
    let status = try StressProcess(["fill", path, String(orders), "--batch", String(batch)]).wait().status
    if status != 0 { throw JournalError(.unavailable, subject: path, detail: "fill ended with \(status)") }
  }

  /// The code of the error that an action throws; nothing when it throws none.
  static func code(_ body: () throws(JournalError) -> Void) -> JournalError.Code? {
    do throws(JournalError) {
      try body()
      return nil
    } catch {
      return error.code
    }
  }
}

extension SQLiteJournal {
  /// The first integer that a query gives.
  func integer(_ sql: String) throws(JournalError) -> Int64? {
    try pages.use { (session) throws(JournalError) in try session.integer(sql) }
  }
}
