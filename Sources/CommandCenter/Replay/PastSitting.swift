import Desk
import Feeds
import Journal
import Model
import Operations
import Replay
import SQLiteJournal

/// A journal that was opened, as it was in a span of the past.
struct PastSitting {
  let journal: ReplayJournal
  let span: ReplaySpan
  let operations: Operations

  /// Opens the past of a journal, at the beginning of a span.
  ///
  /// - Parameters:
  ///   - opened: the journal.
  ///   - from: where the span begins, as an officer writes it; nothing for the journal's first event.
  ///   - to: where it ends; nothing for the last one.
  /// - Throws: `Failure` when there is no such span in the journal.
  init(_ opened: Sitting, from: String?, to: String?) throws {
    let store = opened.store
    let zone = opened.city.calendar.zone
    let head = try store.head().sequence
    // The opening event of a demonstration bears the wall's time, years after the feed's.
    guard let first = try store.events(from: 1, limit: 2).map(\.header.recordedAt).min(),
      let last = try store.events(from: max(1, head), limit: 1).first?.header.recordedAt
    else { throw JournalError(.missing, subject: opened.path) }
    func moment(_ text: String?, else other: Instant) throws -> Instant {
      guard let text else { return other }
      guard let instant = InstantText.instant(text, now: last, zone: zone) else {
        throw Failure(.noSeat, "「\(text)」不是时刻，写成 2020-06-16T09:12:00+08:00、2020-06-16 09:12、06-16 09:12 或 09:12")
      }
      return instant
    }
    let start = try moment(from, else: first)
    let end = try moment(to, else: max(start, last))
    let ends = "\(TimeWords.full(first, in: zone)) 到 \(TimeWords.full(last, in: zone))"
    guard start >= first else { throw Failure(.noSeat, "日志从那以后才有，记的是 \(ends)") }
    guard start <= end else { throw Failure(.noSeat, "--to 不能早于 --from；日志记的是 \(ends)") }
    span = ReplaySpan(from: start, to: end)
    journal = try ReplayJournal(store, at: start)
    operations = Sitting.operations(journal, city: opened.city)
  }

  /// Sets the replay's clock to the beginning of the span.
  ///
  /// - Parameters:
  ///   - speed: how many times faster than it was.
  ///   - paused: whether it stands still.
  ///   - wall: what the wall clock shows, UTC.
  func setting(speed: Int, paused: Bool, wall: Instant) throws(JournalError) -> ClockSetting {
    let setting = ClockSetting(feed: span.from, wall: wall, speed: speed * 1_000, paused: paused)
    try journal.setClock(setting)
    return setting
  }
}
