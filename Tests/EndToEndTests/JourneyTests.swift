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
    "an order is claimed, sent, taken back, sent again, signed, fed back, inspected, closed and asked about by keyboard",
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
    let number = try Deadline().wait("a selected order") { try desk.selected() }
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
    try desk.fillIn("S", ["张三", "11900001234"], under: "来电号码")
    try terminal.wait(for: "\(number)，现为处置中")
    try desk.fillIn("B", ["张三", "11900001234", "现场已清理"], under: "处置情况")
    try terminal.wait(for: "\(number)，现为待核查")
    try desk.fillIn("y", [""], under: "已办好")
    try terminal.wait(for: "\(number)，现为待结案")
    try desk.fillIn("z", [""], under: "说明")
    try terminal.wait(for: "\(number)，现为待回访")
    try desk.fillIn("a", ["", "已清理完毕"], under: "答复内容")
    try terminal.wait(for: "已答复 \(number)")
    try desk.fillIn("w", ["", ""], under: "已解决，满意")
    try terminal.wait(for: "\(number)，现为已结案")

    let (status, before, after) = try desk.quit()
    #expect(status == "0")
    #expect(before == after)
    #expect(try terminal.ask("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
    #expect(try terminal.frame().contains("在此之前"))

    let order = try Product.object(try Product.act("order", Product.fullNumber(number), "--json", journal: journal))
    #expect((order["order"] as? [String: Any])?["stage"] as? String == "closed")
    let timeline = try #require(order["timeline"] as? [[String: Any]])
    // What the rules raised meanwhile depends on the clock; what was done by key does not.
    let raised: Set = ["order.urged", "order.supervised"]
    #expect(
      timeline.compactMap { $0["type"] as? String }.filter { !raised.contains($0) } == [
        "order.received", "order.claimed", "order.filed", "order.dispatched", "order.undone", "order.filed",
        "order.dispatched", "order.signed", "order.fed_back", "order.inspected", "order.closed", "order.answered",
        "order.followed_up",
      ])
    let proof = try Product.act("verify", journal: journal)
    #expect(proof.status == 0, "\(proof.text)\(proof.complaint)")
  }
}
