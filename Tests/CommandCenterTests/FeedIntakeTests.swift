import City
import Desk
import Feeds
import Foundation
import Journal
import Operations
import SQLiteJournal
import Terminal
import Testing

@testable import CommandCenter

@Suite("A followed feed and the rules")
struct FeedIntakeTests {
  /// Haimen without one of its sub-categories, as a desk may have it whose feed knows a newer catalogue.
  private func reduced(in folder: String) throws -> LoadedCity {
    let city = folder + "/city"
    try FileManager.default.copyItem(atPath: Shift.folder + "/haimen", toPath: city)
    let catalogue = try String(contentsOfFile: city + "/catalogue.csv", encoding: .utf8)
    let kept = catalogue.split(separator: "\n").filter { !$0.hasPrefix("PT-SR-BIN,") }
    try (kept.joined(separator: "\n") + "\n").write(
      toFile: city + "/catalogue.csv", atomically: true, encoding: .utf8)
    return try CityFolder.load(city)
  }

  @Test func `what the rules refuse goes to the reject file with its reason, and the others are taken in`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lines = try String(contentsOfFile: Shift.folder + "/feeds/spoken.jsonl", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let refused = try #require(lines.first { $0.contains("PT-SR-BIN") })
    let feed = folder + "/feed.jsonl"
    try ([lines[0], refused, lines[1]].joined(separator: "\n") + "\n").write(
      toFile: feed, atomically: true, encoding: .utf8)
    let loaded = try reduced(in: folder)
    let path = folder + "/journal.db"
    let store = try Sitting.open(path, loaded: loaded, absence: .make(.live), tuning: .desk)
    let keeper = StoreKeeper(path: path, store: store, loaded: loaded)
    let clock = SharedClock(nil)
    let mailbox = Mailbox(wake: try WakeHandle())
    let intake = FeedIntake(
      path: feed, journal: path, kind: .live, city: try Shift(day: false).city, keeper: keeper, clock: clock,
      mailbox: mailbox)
    let follower = try intake.follow()
    var notices: [String] = []
    let deadline = Date(timeIntervalSinceNow: 20)
    while Date() < deadline {
      for case .feedNotice(let text, _) in mailbox.take() { notices.append(text) }
      let orders = try keeper.operations().store.board().orders.values.reduce(0, +)
      if orders == 2, !notices.isEmpty { break }
      Thread.sleep(forTimeInterval: 0.01)
    }
    clock.stop()
    follower.stop()
    #expect(notices.count == 1 && notices[0].hasPrefix("来件第 2 行没有收下：规则不予受理"), "\(notices)")
    let rejects = try String(contentsOfFile: feed + ".rejects.jsonl", encoding: .utf8)
    #expect(rejects.contains("\"line\":2,") && rejects.contains("\"code\":\"refused\""), "\(rejects)")
    #expect(rejects.contains(Data(refused.utf8).base64EncodedString()))
    #expect(try keeper.operations().store.board().orders.values.reduce(0, +) == 2)
    keeper.close()
  }
}
