import City
import Desk
import Feeds
import Foundation
import Journal
import MemoryJournal
import Model
import Operations
import Replay
import Synchronization
import Terminal

/// A desk over a journal in memory, driven by keys and a clock of the test's own.
final class DeskDriver {
  let loaded: LoadedCity
  let operations: Operations
  let executor: EffectExecutor
  let clock: TestClock
  private(set) var state: DeskState
  private(set) var didQuit = false
  /// Every effect that the desk asked for, in order.
  private(set) var effects: [DeskEffect] = []

  /// Sets a desk up.
  ///
  /// - Parameters:
  ///   - width: columns.
  ///   - height: rows.
  ///   - seat: where the officer sits.
  ///   - kind: what the journal is for.
  ///   - start: what the wall clock shows, UTC.
  ///   - city: the city; Haimen unless told.
  ///   - history: events that the journal holds already, its opening first.
  ///   - raises: whether it raises what the rules find due.
  ///   - shared: another desk, whose clock and journal this one has too.
  ///   - drill: the drill that is worked.
  ///   - number: which of the officers of the seat, from 0.
  ///   - past: the span of the history that is replayed, from its beginning, with the clock standing.
  init(
    width: Int = 120, height: Int = 36, seat: SeatCode = "city-chief", kind: JournalKind = .live,
    at start: Instant = Fixtures.morning, city: LoadedCity? = nil, history: [RestoredEvent] = [],
    shared: DeskDriver? = nil, officer number: Int = 0, raises: Bool = false,
    drill: DrillBrief? = nil, past: ReplaySpan? = nil
  ) throws {
    let clock = shared?.clock ?? TestClock(start)
    self.clock = clock
    loaded = try shared?.loaded ?? city ?? Fixtures.haimen.get()
    let city = loaded.tables
    guard let place = city.seat(seat) else { throw Missing(what: "seat \(seat)") }
    let officers = city.officers.filter { $0.seats.contains(seat) }
    let officer = officers.indices.contains(number) ? officers[number] : officers.first
    let authority = Authority(officer: officer?.code ?? "nobody", seat: place, account: "test")
    var store: any JournalStore =
      try shared?.operations.store
      ?? DeskDriver.journal(history, kind: kind, city: loaded, at: start)
    let setting = past.map { ClockSetting(feed: $0.from, wall: start, speed: 60_000, paused: true) }
    if let setting {
      store = try ReplayJournal(store, at: setting.feed)
      try store.setClock(setting)
    }
    let operations = Operations(
      store: store, city: city, clock: OperationsClock { clock.now },
      salt: { Array(repeating: 7, count: 16) })
    self.operations = operations
    executor = EffectExecutor(
      operations: operations, city: loaded, authority: authority,
      drill: drill.map { StillDrill($0, operations: operations) })
    state = DeskState(
      context: DeskContext(
        city: city, authority: authority, kind: kind, session: "test-\(seat)", raises: raises, drill: drill,
        replay: past),
      width: width, height: height, wall: start, clock: setting)
  }

  private static func journal(
    _ history: [RestoredEvent], kind: JournalKind, city: LoadedCity, at start: Instant
  ) throws -> MemoryJournal {
    guard let first = history.first else {
      return try MemoryJournal(
        opening: .opening(
          JournalIdentity(
            kind: kind, site: city.tables.site, city: city.tables.code, cityDigest: city.digest, openedAt: start),
          account: "test"))
    }
    let journal = try MemoryJournal(opening: first.event)
    try journal.restore(Array(history.dropFirst()))
    return journal
  }

  /// The journal.
  var store: any JournalStore { operations.store }

  /// Opens the desk and lets it read.
  func open() throws {
    try settle(Desk.begin(&state))
  }

  /// Presses keys, each followed by all that comes of it.
  func press(_ keys: String) throws {
    for scalar in keys.unicodeScalars { try press(.char(scalar)) }
  }

  func press(_ keys: Key...) throws {
    for key in keys { try take(.key(key)) }
  }

  func take(_ event: DeskEvent) throws {
    try settle(Desk.update(&state, event, at: clock.now))
  }

  /// Sets 防汛Ⅱ级 for the whole city, by keys.
  func startFlood() throws {
    try press("Y")
    try press(.tab, .char("3"), .tab, .tab)
    try press("暴雨红色预警")
    try press(.enter, .enter)
  }

  /// Has the rules raise what they find due.
  func raiseDue() throws {
    _ = try operations.raise(limit: 1_000)
    try take(.journalChanged)
  }

  /// Writes entries into two volunteers' ledgers.
  func earnPoints() throws {
    let partner = state.city.partners.first?.code ?? ""
    let commands: [(String, PointsCommand)] = [
      ("V-0001", .earn(points: 8, service: "河道巡查")), ("V-0002", .earn(points: 5, service: "防汛沙袋装填")),
      ("V-0001", .spend(points: 3, partner: partner, goods: "雨伞")),
      ("V-0001", .correct(entry: 2, reason: "换货退回")),
    ]
    for (index, (volunteer, command)) in commands.enumerated() {
      try operations.perform(command, of: volunteer, by: state.context.authority, id: "points:\(index)")
    }
  }

  /// Makes the terminal another size.
  func resize(_ width: Int, _ height: Int) throws {
    try take(.resized(width: width, height: height))
  }

  /// Moves the selection to the first loaded row that fits.
  func select(_ fits: (OrderRow) -> Bool) throws {
    guard let index = state.queue.rows.firstIndex(where: fits) else { throw Missing(what: "row") }
    let present = state.queue.selectedIndex ?? 0
    for _ in 0..<abs(index - present) { try press(index > present ? "j" : "k") }
  }

  /// Lets time pass, second by second.
  func pass(seconds: Int) throws {
    for _ in 0..<seconds {
      clock.advance(milliseconds: 1_000)
      try take(.tick)
    }
  }

  /// The frame as text.
  var frame: String { DeskFrame.draw(state).text }

  private func settle(_ first: [DeskEffect]) throws {
    var waiting = first[...]
    while let effect = waiting.popFirst() {
      effects.append(effect)
      if effect == .quit { didQuit = true }
      for event in try executor.run(effect) {
        waiting += Desk.update(&state, event, at: clock.now)
      }
    }
  }
}

/// A wall clock that stands until a test moves it.
final class TestClock: Sendable {
  private let time: Mutex<Instant>

  init(_ start: Instant) {
    time = Mutex(start)
  }

  var now: Instant { time.withLock { $0 } }

  func set(_ instant: Instant) {
    time.withLock { $0 = max($0, instant) }
  }

  func advance(milliseconds: Int64) {
    time.withLock { $0 = $0.adding(milliseconds: milliseconds) }
  }
}

/// Something a test needs is not there.
struct Missing: Error {
  let what: String
}

/// The fixture city and day.
enum Fixtures {
  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) { break }
    }
    return folder.path
  }()

  static let haimen = Result { try CityFolder.load(root + "/fixtures/haimen") }

  /// The reports of the ordinary day that came in up to an instant.
  static func day(until end: Instant, in city: CityTables) throws -> [IncomingReport] {
    var reader = LineReader(try FeedInput(path: root + "/fixtures/feeds/day.jsonl"))
    var decoder = ReportDecoder(city: city)
    var reports: [IncomingReport] = []
    while let piece = try reader.nextPiece() {
      if case .report(let incoming, _) = decoder.intake(piece), incoming.report.reportedAt <= end {
        reports.append(incoming)
      }
    }
    return reports
  }

  /// 09:12:33 of the ordinary day, 16 June 2020, in Haimen.
  static let morning = Instant(seconds: 1_592_269_953)
}
