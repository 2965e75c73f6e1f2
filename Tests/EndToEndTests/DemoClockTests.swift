import Foundation
import TerminalRig
import Testing

/// The clock of a demonstration.
@Suite("The clock of a demonstration", .serialized)
struct DemoClockTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  @Test("space stops it, plus and minus change its speed, and every view says 演示")
  func keys() throws {
    let feed = folder.file("day.jsonl")
    try FileManager.default.copyItem(atPath: Product.day, toPath: feed)
    let desk = try DeskSession(
      server,
      ["--journal", folder.file("demo.db"), "--feed", feed, "--clock", "feed", "--speed", "10", "--from", "08:30"])
    try desk.waitForList()
    let terminal = desk.terminal
    // The list is empty until the morning so far has been taken in.
    try terminal.wait("the first order") { DeskSession.selected($0) != nil }
    try terminal.wait(for: "演示 ×10")
    try terminal.type("+")
    try terminal.wait(for: "演示 ×20")
    try terminal.type("-")
    try terminal.wait(for: "演示 ×10")
    try terminal.press("Space")
    // The clock of a row that is being painted may still be the one from before.
    var last: Frame?
    let paused = try terminal.wait("the stopped clock") { frame in
      defer { last = frame }
      return frame.contains("演示 已暂停") && frame.rows.first == last?.rows.first
    }
    let time = try #require(paused.rows.first?.firstMatch(of: /\d\d:\d\d:\d\d/)?.output)
    for (key, sign) in [
      ("d", "拼音首字母"), ("/", "汉字、拼音首字母"), ("?", "此处可用的键"), ("b", "不能删改"), ("p", "电话卡"),
    ] {
      try terminal.type(key)
      let frame = try terminal.wait(for: sign)
      #expect(frame.contains("演示"), "after \(key)")
      try terminal.press("Escape")
      try terminal.waitUntilGone(sign)
    }
    #expect(try terminal.frame().rows.first?.contains(time) == true, "time went on though the clock stands")
    try terminal.press("Space")
    try terminal.wait("the clock to go on") { $0.contains("演示 ×10") && $0.rows.first?.contains(time) == false }
    #expect(try desk.quit().status == "0")
  }

  @Test("a feed's clock is refused on a live journal, in plain words")
  func refusedOnLive() throws {
    let journal = folder.file("live.db")
    #expect(try Product.act("import", "--kind", "live", Product.day, journal: journal).status == 0)
    let desk = try DeskSession(server, ["--journal", journal, "--feed", Product.day, "--clock", "feed"])
    #expect(try desk.left().status == "4")
    try desk.terminal.wait(for: "实战日志不用演示时钟")
  }

  @Test("a clock without a feed, and a speed beyond measure, are wrong usage")
  func usage() throws {
    for arguments in [["--clock", "feed"], ["--clock", "feed", "--feed", Product.day, "--speed", "0"]] {
      let result = try Product.start(["desk", "--city", Product.city] + arguments).result()
      #expect(result.status == 64, "\(result.complaint)")
    }
  }
}
