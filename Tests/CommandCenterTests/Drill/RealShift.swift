import City
import Feeds
import Foundation
import Journal
import MemoryJournal
import Model
import Operations
import Synchronization

/// An hour of the fixture day as it was worked on: what came in from eight to nine, and what a dispatcher did with it.
struct RealShift {
  static let from = Instant(seconds: 1_592_265_600)
  static let to = from.adding(minutes: 60)

  let shift: Shift
  let store: MemoryJournal
  /// What came in, as it was given.
  private(set) var incoming: [IncomingReport] = []

  init() throws {
    shift = try Shift(day: false)
    let city = shift.city
    let identity = JournalIdentity(
      kind: .live, site: city.site, city: city.code, cityDigest: shift.loaded.digest,
      openedAt: RealShift.from.adding(minutes: -600))
    store = try MemoryJournal(opening: .opening(identity, account: "test"))
    let box = ClockBox(RealShift.from.adding(minutes: -60))
    let operations = Operations(
      store: store, city: city, clock: OperationsClock { box.now }, salt: { Array(repeating: 7, count: 16) })
    var decoder = ReportDecoder(city: city)
    var reader = LineReader(try FeedInput(path: Shift.folder + "/feeds/day.jsonl"))
    var day: [IncomingReport] = []
    while let piece = try reader.nextPiece() {
      if case .report(let report, _) = decoder.intake(piece) { day.append(report) }
    }
    guard let seat = city.seat("city-dispatch-1") else { throw Missing(what: "seat") }
    let officer = city.officers.first { $0.seats.contains(seat.code) }
    let authority = Authority(officer: officer?.code ?? "nobody", seat: seat, account: "test")
    for report in day.sorted(by: { $0.report.readyAt < $1.report.readyAt })
    where report.report.readyAt >= RealShift.from.adding(minutes: -30) && report.report.readyAt < RealShift.to {
      box.set(report.report.readyAt)
      guard case .accepted(let number) = try operations.takeIn(report, account: "feed") else { continue }
      if report.report.readyAt >= RealShift.from { incoming.append(report) }
      guard report.report.urgency > .normal, let order = try store.order(number)?.order,
        let category = order.core.category.flatMap({ city.category($0) }),
        let unit = city.resolve(category.lead, at: order.core.place)
      else { continue }
      box.set(box.now.adding(milliseconds: 20_000))
      _ = try? operations.perform(.claim, on: number, by: authority, id: "claim:\(number.text)")
      _ = try? operations.perform(
        .dispatch(Dispatching(unit: unit)), on: number, by: authority, id: "dispatch:\(number.text)")
    }
  }
}

/// A clock that a test sets.
private final class ClockBox: Sendable {
  private let time: Mutex<Instant>

  init(_ start: Instant) { time = Mutex(start) }

  var now: Instant { time.withLock { $0 } }

  func set(_ instant: Instant) { time.withLock { $0 = max($0, instant) } }
}
