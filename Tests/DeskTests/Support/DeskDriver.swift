import City
import Desk
import Feeds
import Foundation
import Journal
import MemoryJournal
import Model
import Operations
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

  init(
    width: Int, height: Int, seat: SeatCode = "city-chief", kind: JournalKind = .live, at start: Instant,
    shared: DeskDriver? = nil
  ) throws {
    let clock = shared?.clock ?? TestClock(start)
    self.clock = clock
    loaded = try shared?.loaded ?? Fixtures.haimen.get()
    let city = loaded.tables
    guard let place = city.seat(seat) else { throw Missing(what: "seat \(seat)") }
    let officer = city.officers.first { $0.seats.contains(seat) }
    let authority = Authority(officer: officer?.code ?? "nobody", seat: place, account: "test")
    let store: any JournalStore =
      try shared?.operations.store
      ?? MemoryJournal(
        opening: .opening(
          JournalIdentity(
            kind: kind, site: city.site, city: city.code, cityDigest: loaded.digest, openedAt: start),
          account: "test"))
    operations = Operations(
      store: store, city: city, clock: OperationsClock { clock.now },
      salt: { Array(repeating: 7, count: 16) })
    executor = EffectExecutor(operations: operations, city: loaded, authority: authority)
    state = DeskState(
      context: DeskContext(city: city, authority: authority, kind: kind, session: "test-\(seat)"), width: width,
      height: height, wall: start, clock: nil)
  }

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
