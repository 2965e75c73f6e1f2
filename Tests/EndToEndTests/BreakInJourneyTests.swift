import Foundation
import TerminalRig
import Testing

/// A drill on real desks, and a live journal beside it that goes on.
@Suite("A live order over a drill", .serialized)
struct BreakInJourneyTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder
  private let drill = Product.root + "/fixtures/drills/first-shift"

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  private var journal: String { folder.file("drill.db") }
  private var live: String { folder.file("live.db") }

  private func desk(_ arguments: [String], by command: [String]) throws -> DeskSession {
    let desk = try DeskSession(server, ["--journal", journal] + arguments, by: command)
    try desk.waitForList()
    return desk
  }

  /// Takes a report into the live journal.
  private func report(_ id: String, _ title: String, urgency: String = "critical", confidential: Bool = false) throws {
    let line =
      #"{"confidential":\#(confidential),"format":1,"id":"\#(id)","place":"320614101004","#
      + #""reported":"2020-06-16T09:30:00+08:00","source":"grid","text":"\#(title)","title":"\#(title)","#
      + #""urgency":"\#(urgency)"}"# + "\n"
    let result = try Product.run(
      "import", "--city", Product.city, "--journal", live, "-",
      input: try folder.write(Data(line.utf8), to: "report.jsonl"))
    #expect(result.status == 0, "\(result.complaint)")
  }

  /// What a proof says of the live journal, its head and its number of events included.
  private func proof() throws -> String {
    let result = try Product.run("verify", "--city", Product.city, "--journal", live)
    #expect(result.status == 0, "\(result.complaint)")
    return result.text
  }

  @Test("stops the drill for every seat, is acknowledged on each, and the live journal holds nothing of it")
  func journey() throws {
    try report("W1", "路灯不亮", urgency: "normal")
    let first = try desk(["--seat", "city-dispatch-1", "--live", live], by: ["drill", drill])
    let second = try desk(["--drill", "--seat", "city-dispatch-2", "--live", live], by: ["desk"])
    let away = try desk(["--drill", "--seat", "city-chief", "--no-live"], by: ["desk"])
    try first.terminal.press("Space")
    try first.terminal.wait(for: "演练 ×1")
    try report("T1", "叠石桥市场南门火情")
    let before = try proof()
    for desk in [first, second] {
      let frame = try desk.terminal.wait(for: "真实来件，演练暂停")
      #expect(frame.contains("叠石桥市场南门火情"))
      #expect(frame.contains("20200616-00002"))
      #expect(frame.contains("三星镇"))
      try desk.terminal.wait(for: "演练 已暂停")
      try desk.terminal.wait(for: "Enter 已知悉")
      #expect(try desk.terminal.ask("#{window_bell_flag}") == "1")
    }
    try away.terminal.wait(for: "演练 已暂停")
    let still = try first.terminal.frame()
    // No key of the drill does anything.
    try first.terminal.type(" .c")
    try first.terminal.press("Enter")
    // The key line of what broke in says so too.
    try first.terminal.waitUntilGone("真实来件，演练暂停")
    let back = try first.terminal.wait(for: "按空格接着演")
    #expect(back.contains("演练 已暂停"))
    #expect(back.rows.first == still.rows.first)
    #expect(!back.contains("真实来件，演练暂停"))
    try second.terminal.press("Enter")
    try second.terminal.waitUntilGone("真实来件，演练暂停")
    try first.terminal.press("Space")
    try second.terminal.wait(for: "演练 ×1")
    #expect(try proof() == before)

    // The next one is confidential; a desk that is opened later is told as well, for nobody has it in hand.
    try report("T2", "举报人王某住址", confidential: true)
    try first.terminal.wait(for: "〔密〕")
    #expect(try !first.terminal.frame().contains("王某"))
    let third = try DeskSession(
      server, ["--drill", "--journal", journal, "--seat", "city-intake-1", "--live", live], by: ["desk"])
    try third.terminal.wait(for: "后面还有 1 件")
    try third.terminal.press("C-l")
    try third.terminal.wait(for: "Enter 已知悉")
    try third.terminal.press("Enter")
    try third.terminal.wait(for: "〔密〕")
    _ = try proof()
    #expect(try Product.run("verify", "--journal", journal).status == 0)
  }

  @Test("refuses to look at what is no live journal, and says what to do")
  func refused() throws {
    try FileManager.default.copyItem(atPath: try FilledJournal.copy(to: folder), toPath: folder.file("demo.db"))
    for (file, word) in [("demo.db", "不是"), ("none.db", "日志不存在")] {
      let result = try Product.run(
        "drill", drill, "--city", Product.city, "--journal", journal, "--live", folder.file(file))
      #expect(result.status != 0)
      #expect(result.complaint.contains(word), "\(result.complaint)")
    }
    let both = try Product.run("desk", "--city", Product.city, "--journal", journal, "--live", live)
    #expect(both.complaint.contains("--drill"))
  }
}
