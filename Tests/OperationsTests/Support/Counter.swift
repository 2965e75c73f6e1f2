import City
import Journal
import MemoryJournal
import Model
import Operations
import Synchronization

/// A clock that stands where the test puts it.
final class TestClock: Sendable {
  private let time: Mutex<Instant>

  init(_ start: Instant) {
    time = Mutex(start)
  }

  var now: Instant { time.withLock { $0 } }

  func set(_ moment: Instant) {
    time.withLock { $0 = moment }
  }

  func advance(minutes: Int) {
    time.withLock { $0 = $0.adding(minutes: minutes) }
  }
}

/// The counter of Haimen over a journal in memory.
struct Counter {
  static let start = Instant(seconds: 1_592_265_600)

  let clock = TestClock(Counter.start)
  let store: any JournalStore
  let operations: Operations
  let city: CityTables

  init(_ loaded: Result<LoadedCity, any Error> = Fixtures.haimen, kind: JournalKind = .live) throws {
    let loaded = try loaded.get()
    city = loaded.tables
    let identity = JournalIdentity(
      kind: kind, site: city.site, city: city.code, cityDigest: loaded.digest, openedAt: Counter.start)
    store = try MemoryJournal(opening: .opening(identity, account: "test"))
    operations = Operations(
      store: store, city: city, clock: OperationsClock { [clock] in clock.now },
      salt: { Array(repeating: 7, count: 16) })
  }

  /// The authority of a seat, on the first officer that the table puts there.
  func authority(_ seat: SeatCode) throws -> Authority {
    guard let found = city.seat(seat) else { throw Missing(what: "seat \(seat)") }
    let officer = city.officers.first { $0.seats.contains(seat) }?.code ?? "nobody"
    return Authority(officer: officer, seat: found, account: "test")
  }

  /// A report from the grid of a village.
  func report(_ id: String, title: String = "路灯不亮", text: String = "村口路灯三天不亮。") throws -> IncomingReport {
    guard let village = city.places.all.first(where: { $0.kind == .village }) else { throw Missing(what: "village") }
    return IncomingReport(
      report: Report(
        source: .grid, sourceID: id, reportedAt: Counter.start, place: village.code, title: title, text: text),
      reporter: PersonalData(name: "张三", phone: "11900001234"))
  }

  /// Takes a report in and says which order it made.
  func order(_ id: String) throws -> OrderNumber {
    guard case .accepted(let number) = try operations.takeIn(try report(id), account: "feed") else {
      throw Missing(what: "order \(id)")
    }
    return number
  }

  /// Every order, by number.
  func rows() throws -> [OrderRow] {
    try store.page(
      OrderQuery(tab: .all, sort: .oldest), anchor: .top, before: 0, after: .max, seat: "", effort: .full
    ).rows
  }
}

/// Something that a test needs and does not find.
struct Missing: Error {
  let what: String
}
