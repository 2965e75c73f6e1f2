import Foundation
import TerminalRig
import Testing

/// A short drill on real desks, from its beginning to its score.
@Suite("A drill on the desk", .serialized)
struct DrillJourneyTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder
  private let drill = Product.root + "/fixtures/drills/first-shift"

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  private var journal: String { folder.file("drill.db") }

  private func desk(_ seat: String, on drill: String? = nil) throws -> DeskSession {
    let drill = drill ?? self.drill
    let desk = try DeskSession(server, ["--journal", journal, "--seat", seat], by: ["drill", drill])
    try desk.waitForList()
    return desk
  }

  private static func time(_ frame: Frame) -> String? {
    frame.rows.first?.firstMatch(of: /\d\d:\d\d:\d\d/).map { String($0.output) }
  }

  @Test("stops, steps, is worked by two seats, outlives kill -9, is conducted, scored and run again")
  func journey() throws {
    let first = try desk("city-dispatch-1")
    try first.terminal.wait(for: "演练 已暂停")
    try first.terminal.wait(for: "还没有开始")
    // The clock goes and stands for all.
    try first.terminal.press("Space")
    try first.terminal.wait("the clock to go") { $0.contains("演练 ×1") && Self.time($0) != "09:00:00" }
    try first.terminal.press("Space")
    try first.terminal.wait(for: "演练 已暂停")
    try first.terminal.type(".")
    try first.terminal.wait(for: "09:00:30")
    try first.terminal.wait(for: "公交站旁窨井盖缺了一角")
    let second = try DeskSession(
      server, ["--drill", "--journal", journal, "--seat", "city-dispatch-2"], by: ["desk"])
    try second.waitForList()
    try second.terminal.wait(for: "09:00:30")
    try first.terminal.type(".")
    try second.terminal.wait("the gas") { $0.contains("09:01:30") && $0.contains("楼道里燃气味很重") }
    try second.terminal.type("g")
    // The gas is of top urgency, and so above the manhole that was selected before it came.
    let number = "0617-0004"
    try second.terminal.wait("the gas under the selection") { DeskSession.selected($0) == number }
    try second.terminal.type("c")
    try second.terminal.wait(for: "已认领 \(number)")

    // Whoever played the feed dies: the other one goes on.
    kill(try first.process(), SIGKILL)
    #expect(try first.left().status == "137")
    try second.terminal.type(".")
    try second.terminal.wait(for: "09:02:30")
    try second.terminal.wait(for: "东洲花苑6幢闻到燃气味")
    kill(try second.process(), SIGKILL)
    #expect(try second.left().status == "137")

    // Nobody is there: it stands where it was.
    let third = try desk("city-chief")
    try third.terminal.wait("where it was") { $0.contains("停在 09:02:30") && $0.contains("演练 已暂停") }
    let conductor = try DeskSession(server, ["--journal", journal], by: ["drill", "conduct", drill])
    try conductor.terminal.wait(for: "东门消防通道被三辆车堵住")
    try conductor.terminal.type("f")
    try conductor.terminal.wait(for: "来件 I05「")
    try conductor.terminal.type("y")
    try conductor.terminal.wait(for: "已下达 I05")
    try third.terminal.wait(for: "东门消防通道被三辆车堵住")

    // On to the end, inject by inject.
    for time in ["09:05:00", "09:05:30"] {
      try third.terminal.type(".")
      try third.terminal.wait(for: time)
    }
    try third.terminal.type(".")
    try third.terminal.wait(for: "演练得分单")
    let end = try third.terminal.wait(for: "演练 已结束")
    #expect(end.contains("总分"))
    try third.terminal.type("G")
    try third.terminal.wait(for: folder.file("drill.html"))
    #expect(FileManager.default.fileExists(atPath: folder.file("drill.html")))
    try conductor.terminal.wait(for: "已结束")
    try conductor.terminal.type("q")
    #expect(try conductor.left().status == "0")
    try third.terminal.press("Escape")
    try third.terminal.waitUntilGone("演练得分单")
    #expect(try third.quit().status == "0")
    try rerun()
  }

  /// The typhoon drill with all that the typhoon's day brought while it lasts, which may go at full speed.
  private func rushingDrill() throws -> String {
    let drill = folder.file("typhoon-tide")
    let fixtures = Product.root + "/fixtures"
    try FileManager.default.copyItem(atPath: fixtures + "/drills/typhoon-tide", toPath: drill)
    let settings = try String(contentsOfFile: drill + "/drill.yaml", encoding: .utf8)
    let rushing = settings.replacing("speeds: [1,", with: "speeds: [max, 1,")
    try folder.write(Data(rushing.utf8), to: "typhoon-tide/drill.yaml")
    let day = try String(contentsOfFile: fixtures + "/feeds/typhoon.jsonl", encoding: .utf8)
    let hour = day.split(separator: "\n").filter { $0.contains("\"reported\":\"2020-08-04T17:") }
    let feed = hour.map { "{\"exercise\":true," + $0.dropFirst() + "\n" }.joined()
    try folder.write(Data(feed.utf8), to: "typhoon-tide/feed.jsonl")
    return drill
  }

  @Test func `goes at full speed where it may, is worked meanwhile, and runs again to the same journal`() throws {
    let drill = try rushingDrill()
    let desk = try desk("city-dispatch-1", on: drill)
    // Beyond the fastest of the numbers.
    try desk.terminal.type("+++++++")
    try desk.terminal.wait(for: "已是可用的最快倍速 全速")
    try desk.terminal.press("Space")
    try desk.terminal.wait("an order") { DeskSession.selected($0) != nil }
    // Whether that is before the end or not: what was done runs again.
    try desk.terminal.type("cjcjc")
    try desk.terminal.wait(for: "演练得分单")
    try desk.terminal.wait(for: "演练 已结束")
    try desk.terminal.press("Escape")
    try desk.terminal.waitUntilGone("演练得分单")
    #expect(try desk.quit().status == "0")
    try rerun(drill)
  }

  @Test func `takes a sub-command's act at the moment where it was left, and runs it again`() throws {
    let begun = try Product.run(
      "drill", drill, "--city", Product.city, "--journal", journal, "--headless", "--until", "09:02:00")
    #expect(begun.status == 0, "\(begun.complaint)")
    // Somebody let the clock go and left; nobody plays.
    #expect(try Product.act("clock", "--resume", "--speed", "120", journal: journal).status == 0)
    let claimed = try Product.act("claim", "20200617-00001", "--seat", "city-dispatch-1", journal: journal)
    #expect(claimed.status == 0, "\(claimed.complaint)")
    let elsewhere = try Product.act("claim", "20200617-00002", "--seat", "city-supervise", journal: journal)
    #expect(elsewhere.status == 5)
    #expect(elsewhere.complaint.contains("不在本演练的席位里"))
    let conducted = try Product.act("drill", "skip", "I03", journal: journal)
    #expect(conducted.status == 0, "\(conducted.complaint)")
    let now = try Product.object(try Product.act("clock", "--json", journal: journal))
    #expect(now["paused"] as? Bool == true)
    #expect((now["now"] as? String)?.hasPrefix("2020-06-17T01:02:0") == true, "\(now)")
    let rest = try Product.run("drill", drill, "--city", Product.city, "--journal", journal, "--headless")
    #expect(rest.status == 0, "\(rest.complaint)")
    try rerun()
  }

  /// What was done runs again without a terminal, to the same journal.
  private func rerun(_ other: String? = nil) throws {
    let drill = other ?? self.drill
    let keys = folder.file("keys.jsonl")
    let written = try Product.run(
      "drill", "keys", drill, "--city", Product.city, "--journal", journal, "--out", keys)
    #expect(written.status == 0, "\(written.complaint)")
    let again = folder.file("again.db")
    let run = try Product.run(
      "drill", drill, "--city", Product.city, "--journal", again, "--keys", keys, "--headless")
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.complaint.isEmpty)
    #expect(try export(again) == export(journal))
    #expect(try Product.run("verify", "--journal", journal).status == 0)
  }

  private func export(_ journal: String) throws -> String {
    let result = try Product.run("journal", "export", "--journal", journal)
    #expect(result.status == 0, "\(result.complaint)")
    return result.text
  }
}
