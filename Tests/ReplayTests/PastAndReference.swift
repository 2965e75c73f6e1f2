import Foundation
import Journal
import MemoryJournal
import Model
import SQLiteJournal

@testable import JournalConformance

/// Journals in memory, for histories.
struct MemoryFactory: JournalFactory {
  func make(opening: StoredEvent) throws(JournalError) -> any JournalStore { try MemoryJournal(opening: opening) }

  func tamper(_ store: any JournalStore, _ tampering: Tampering) throws -> any JournalStore { store }
}

/// A journal on SQLite with the events of another one, in a folder that goes with it.
final class Copied {
  let store: SQLiteJournal
  private let folder: URL

  init(of journal: any JournalStore) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("replay-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let events = try Past.events(of: journal)
    store = try SQLiteJournal.open(folder.appendingPathComponent("j.db").path, .restoring(events[0].event))
    try store.restore(Array(events.dropFirst()))
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(at: folder)
  }
}

/// How a journal was, made the plain way.
enum Past {
  /// All events of a journal, with what stands beside them.
  static func events(of journal: any JournalStore) throws -> [RestoredEvent] {
    try journal.events(from: 1, limit: .max).map { event in
      RestoredEvent(event: event, personal: try journal.personal(event.header.sequence))
    }
  }

  /// A journal that has a journal's events up to a sequence, and no others; the seat C1 has seen them all.
  static func journal(_ journal: any JournalStore, until sequence: Int64) throws -> MemoryJournal {
    let events = try events(of: journal).prefix(Int(sequence))
    let past = try MemoryJournal(opening: events[0].event)
    try past.restore(Array(events.dropFirst()))
    let page = try past.page(
      OrderQuery(tab: .all), anchor: .top, before: 0, after: .max, seat: "C1", effort: .full)
    try past.markSeen(Dictionary(uniqueKeysWithValues: page.rows.map { ($0.number, Int.max) }), by: "C1")
    return past
  }
}
