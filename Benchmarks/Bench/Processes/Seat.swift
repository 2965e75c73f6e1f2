import City
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal

/// A seat of this process on a journal, with a desk's means: another officer's commits come from here.
struct Seat {
  let store: SQLiteJournal
  let operations: Operations
  let authority: Authority
  private let session = UUID().uuidString

  /// Opens a journal.
  ///
  /// - Parameters:
  ///   - data: the city.
  ///   - journal: the journal, which must exist.
  ///   - officer: which of the city's chiefs and dispatchers, from 0.
  init(_ data: BenchData, journal: String, officer: Int = 0) throws {
    let tables = try CityFolder.load(data.city).tables
    store = try SQLiteJournal.open(journal, .existing, options: .desk)
    operations = Operations(
      store: store, city: tables, clock: OperationsClock(wall: Seat.now),
      salt: { (0..<16).map { _ in UInt8.random(in: 0...255) } })
    let seats = tables.seats.filter { $0.tier == .city && [.chief, .dispatcher].contains($0.role) }
    guard !seats.isEmpty else { throw BenchError("the city has no seat that may claim") }
    authority = Authority(officer: "bench", seat: seats[officer % seats.count], account: "bench")
  }

  /// What the wall clock shows, UTC.
  static func now() -> Instant { Instant(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1_000)) }

  /// Gives a command.
  ///
  /// - Returns: how long it took.
  func give(_ command: OrderCommand, on number: OrderNumber, id: Int) throws -> Duration {
    let start = ContinuousClock.now
    _ = try operations.perform(command, on: number, by: authority, id: "\(session):\(id)")
    return ContinuousClock.now - start
  }

  /// The first orders of the list with which a desk begins.
  func orders(_ count: Int) throws -> [OrderNumber] {
    try store.page(OrderQuery(), anchor: .top, before: 0, after: count, seat: authority.seat, effort: .full)
      .rows.map(\.number)
  }
}
