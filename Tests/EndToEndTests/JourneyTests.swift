import Foundation
import TerminalRig
import Testing

/// A shift of an officer, from opening the desk to leaving it.
@Suite("A shift at the desk", .serialized)
struct JourneyTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  @Test(
    "an order is claimed, sent, taken back, sent again, signed, fed back, inspected and closed by keyboard",
    arguments: [(80, 24), (120, 36), (200, 60)])
  func wholeCourse(width: Int, height: Int) throws {
    let journal = folder.file("shift.db")
    let feed = folder.file("day.jsonl")
    try FileManager.default.copyItem(atPath: Product.day, toPath: feed)
    let desk = try DeskSession(
      server,
      ["--journal", journal, "--feed", feed, "--clock", "feed", "--speed", "60", "--from", "08:30"],
      width: width, height: height)
    let terminal = desk.terminal
    try desk.waitForList()
    // Reports come in by themselves.
    try terminal.wait("reports of the morning") { $0.contains("新来件") }
    try terminal.wait(for: "×60")
    try terminal.press("Space")
    try terminal.wait(for: "已暂停")

    // The order stays selected through everything that is done to it.
    let number = try terminalOrder(desk)
    try terminal.type("c")
    try terminal.wait(for: "已认领 \(number)")
    try terminal.type("d")
    try terminal.wait(for: "派单 \(number)")
    try terminal.type("执法")
    try terminal.wait("the unit that was typed") { $0.contains("承办 执法") && $0.contains("▌1 ") }
    try terminal.press("Enter")
    try terminal.wait(for: "已派单 \(number)")
    try terminal.type("u")
    try terminal.wait(for: "已撤销 \(number)")
    try terminal.type("d")
    try terminal.wait(for: "拼音首字母")
    try terminal.press("Enter")
    try terminal.wait(for: "已派单 \(number)")
    try terminal.type("S")
    try terminal.wait(for: "来电人")
    try terminal.type("张三")
    try terminal.press("Enter")
    try terminal.type("11900001234")
    try terminal.press("Enter")
    try terminal.wait(for: "已代签收 \(number)")
    try terminal.type("B")
    try terminal.wait(for: "处置情况")
    try terminal.type("张三")
    try terminal.press("Enter")
    try terminal.type("11900001234")
    try terminal.press("Enter")
    try terminal.type("现场已清理")
    try terminal.press("Enter")
    try terminal.wait(for: "已代反馈 \(number)")
    try terminal.type("y")
    try terminal.wait(for: "核查 \(number)")
    try terminal.press("Enter")
    try terminal.wait(for: "已核查 \(number)")
    try terminal.type("z")
    try terminal.wait(for: "结案 \(number)")
    try terminal.press("Enter")
    try terminal.wait(for: "已结案 \(number)")
    let (status, before, after) = try desk.quit()
    #expect(status == "0")
    #expect(before == after)
    #expect(try terminal.ask("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
    #expect(try terminal.frame().contains("在此之前"))
  }

  private func terminalOrder(_ desk: DeskSession) throws -> String {
    try Deadline().wait("a selected order") { try desk.selected() }
  }
}
