import Journal
import Model
import Testing

@testable import Desk

@Suite("What a drill's seat has seen")
struct SightingsTests {
  private static let start = Fixtures.morning

  private static func at(_ minute: Int) -> Instant { start.adding(minutes: minute) }

  /// A row of the busy morning in another state.
  private static func row(_ version: Int, unread: Bool) throws -> OrderRow {
    let desk = try DeskDriver.onBusyMorning()
    guard var row = desk.state.queue.rows.first else { throw Missing(what: "row") }
    row.version = version
    row.unread = unread
    return row
  }

  @Test func `is told version by version, as it was at a moment`() throws {
    var sightings = Sightings()
    let number = try Self.row(1, unread: true).number
    sightings.meet(try Self.row(1, unread: true), at: Self.at(0))
    sightings.see(number, version: 1, at: Self.at(2))
    sightings.meet(try Self.row(2, unread: true), at: Self.at(5))
    // It was read at another desk of the seat.
    sightings.meet(try Self.row(3, unread: false), at: Self.at(9))
    for (minute, version, isUnread) in [
      (1, 1, true), (2, 1, false), (6, 2, true), (8, 3, true), (9, 3, false), (9, 2, false),
    ] {
      #expect(
        sightings.isUnread(number, version: version, at: Self.at(minute)) == isUnread, "\(minute), \(version)")
    }
    #expect(sightings.seen(at: Self.at(1)).isEmpty)
    #expect(sightings.seen(at: Self.at(8)) == [number: 1])
    #expect(sightings.cut(at: Self.at(8)).isUnread(number, version: 3, at: Self.at(20)))
  }

  @Test func `counts as read what was read before, and what was never met`() throws {
    var sightings = Sightings()
    let row = try Self.row(4, unread: false)
    #expect(!sightings.isUnread(row.number, version: 4, at: Self.at(0)))
    sightings.meet(row, at: Self.at(7))
    #expect(!sightings.isUnread(row.number, version: 4, at: Self.at(1)))
    #expect(!sightings.isUnread(row.number, version: 2, at: Self.at(1)))
    #expect(sightings.isUnread(row.number, version: 5, at: Self.at(20)))
  }
}
