import City
import Foundation
import Journal
import MemoryJournal
import Model
import Operations

/// The fixture day of Haimen in a journal in memory.
struct Shift {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fixtures").path
  private static let haimen = Result { try CityFolder.load(folder + "/haimen") }

  let loaded: LoadedCity
  let store: any JournalStore
  let operations: Operations
  let now = Instant(seconds: 1_592_438_400)

  var city: CityTables { loaded.tables }

  init(day: Bool = true) throws {
    loaded = try Shift.haimen.get()
    let city = loaded.tables
    let identity = JournalIdentity(
      kind: .live, site: city.site, city: city.code, cityDigest: loaded.digest,
      openedAt: Instant(seconds: 1_592_236_800))
    store = try MemoryJournal(opening: .opening(identity, account: "test"))
    operations = Operations(
      store: store, city: city, clock: OperationsClock { [now] in now }, salt: { Array(repeating: 7, count: 16) })
    if day {
      _ = try Importer(operations: operations, account: "test").run(
        .lines(path: Shift.folder + "/feeds/day.jsonl"), rejects: "/dev/null")
    }
  }

  /// Takes one report in and says which order it made.
  func order(_ change: (inout IncomingReport) -> Void) throws -> OrderNumber {
    guard let village = city.places.all.first(where: { $0.kind == .village }) else { throw Missing(what: "village") }
    var incoming = IncomingReport(
      report: Report(
        source: .hotline, sourceID: "H1", reportedAt: now.adding(minutes: -5), place: village.code, title: "积水",
        text: "门口积水。"),
      reporter: PersonalData(name: "张三丰", phone: "11900001234"))
    change(&incoming)
    guard case .accepted(let number) = try operations.takeIn(incoming, account: "feed") else {
      throw Missing(what: "order")
    }
    return number
  }

  /// The journal as a seat may see it.
  func viewpoint(_ seat: SeatCode = "city-chief") throws -> Viewpoint {
    guard let found = city.seat(seat) else { throw Missing(what: "seat \(seat)") }
    return Viewpoint(operations, of: Authority(officer: "nobody", seat: found, account: "test"))
  }

  func row(_ number: OrderNumber) throws -> OrderRow {
    guard let row = try store.row(number, seat: "") else { throw Missing(what: number.text) }
    return row
  }
}

/// Something that a test needs and does not find.
struct Missing: Error {
  let what: String
}
