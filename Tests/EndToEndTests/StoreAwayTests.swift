import Foundation
import TerminalRig
import Testing

/// What a desk does while its journal can't be reached, and after.
@Suite("A journal that goes away and comes back", .serialized)
struct StoreAwayTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  private func move(from: String, to: String) throws {
    try FileManager.default.moveItem(atPath: from, toPath: to)
  }

  @Test("it says since when, keeps the last state, refuses, and comes back by itself", arguments: ["file", "folder"])
  func awayAndBack(what: String) throws {
    let home = folder.file("store")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
    let inner = try FilledJournal.copy(to: folder, name: "journal.db")
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: inner + suffix) {
      try move(from: inner + suffix, to: home + "/journal.db" + suffix)
    }
    let journal = home + "/journal.db"
    let desk = try DeskSession(server, ["--journal", journal])
    try desk.waitForList()
    let terminal = desk.terminal
    let number = try Deadline().wait("a selected order") { try desk.selected() }
    try terminal.type("c")
    try terminal.wait(for: "已认领 \(number)")

    let names = what == "folder" ? [""] : ["/journal.db", "/journal.db-wal", "/journal.db-shm"]
    for name in names { try move(from: home + name, to: folder.file("elsewhere") + name.replacing("/", with: "-")) }
    let away = try terminal.wait(for: "断开自")
    let since = try #require(away.rows[0].firstMatch(of: /断开自 \d\d:\d\d:\d\d/)?.output)
    #expect(away.contains("待立案"), "the last state stays")
    try terminal.type("d")
    try terminal.wait(for: "现在办的存不下来")
    // Other lists can't be read now; the moment stays the one at which it began.
    try terminal.type("2")
    try terminal.wait("the other tab, and the same moment") { $0.contains("[待立案") && $0.contains(String(since)) }

    for name in names { try move(from: folder.file("elsewhere") + name.replacing("/", with: "-"), to: home + name) }
    try terminal.wait("the journal's return") { !$0.contains("断开自") && $0.contains("●") }
    try terminal.type("1")
    try terminal.wait("the list") { DeskSession.selected($0) == number }
    try terminal.type("d")
    try terminal.wait(for: "拼音首字母")
    try terminal.press("Enter")
    try terminal.wait(for: "已派单 \(number)")
    // With something in hand it would be asked before it is left.
    try terminal.wait(for: "等我办 0")
    #expect(try desk.quit().status == "0")
    #expect(try Product.act("verify", journal: journal).status == 0)
    #expect(try Self.types(number, journal).suffix(3) == ["order.claimed", "order.filed", "order.dispatched"])
  }

  @Test("while somebody holds the lock a command is refused with who it is, and works once it is free")
  func lockHeld() throws {
    let journal = try FilledJournal.copy(to: folder)
    let desk = try DeskSession(server, ["--journal", journal])
    try desk.waitForList()
    let terminal = desk.terminal
    let number = try Deadline().wait("a selected order") { try desk.selected() }
    let lock = open(journal + ".lock", O_RDWR | O_CLOEXEC)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    try terminal.type("c")
    try terminal.wait(for: "日志被另一个进程占用")
    // Reading goes on meanwhile.
    try terminal.type("jj")
    try terminal.wait("another order") { DeskSession.selected($0).map { $0 != number } ?? false }
    try terminal.type("kk")
    try terminal.wait("the order") { DeskSession.selected($0) == number }
    close(lock)
    try terminal.type("c")
    try terminal.wait(for: "已认领 \(number)")
    try terminal.wait(for: "●")
    try terminal.type("v")
    try terminal.wait(for: "\(number)，现为")
    #expect(try desk.quit().status == "0")
  }

  @Test("a desk that was killed shows everything when it is opened again")
  func killed() throws {
    let journal = try FilledJournal.copy(to: folder)
    let first = try DeskSession(server, ["--journal", journal])
    try first.waitForList()
    let number = try Deadline().wait("a selected order") { try first.selected() }
    try first.terminal.type("c")
    try first.terminal.wait(for: "已认领 \(number)")
    kill(try first.process(), SIGKILL)
    let end = try first.left()
    #expect(end.status == "137")
    let second = try DeskSession(server, ["--journal", journal])
    try second.waitForList()
    try second.terminal.wait("the claim") { DeskSession.selected($0) == number && $0.contains("我认领至") }
    #expect(try Product.act("verify", journal: journal).status == 0)
  }

  /// The types of an order's events.
  static func types(_ number: String, _ journal: String) throws -> [String] {
    let order = try Product.object(try Product.act("order", Product.fullNumber(number), "--json", journal: journal))
    return (order["timeline"] as? [[String: Any]] ?? []).compactMap { $0["type"] as? String }
  }
}
