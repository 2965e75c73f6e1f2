import Foundation
import TerminalRig
import Testing

/// A drill on the desk, half an hour back, and on from there.
@Suite("A look back from a drill's desk", .serialized)
struct LookBackJourneyTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  private func desk(_ drill: String, _ seat: String) throws -> DeskSession {
    let desk = try DeskSession(
      server, ["--journal", folder.file("parent.db"), "--seat", seat, "--no-live"],
      by: ["drill", Product.root + "/fixtures/drills/" + drill])
    try desk.waitForList()
    return desk
  }

  @Test("shows cell for cell what was shown half an hour before, and goes on from there in a journal of its own")
  func journey() throws {
    let desk = try desk("typhoon-tide", "city-dispatch-1")
    let terminal = desk.terminal
    try step(terminal, to: "17:12:00")
    // Each act has a moment of its own, while the clock stands.
    try terminal.type("c")
    try terminal.wait(for: "已认领")
    try terminal.type("b请先报情况")
    try terminal.press("Enter")
    try terminal.wait(for: "已备注")
    let shown = try atRest(terminal)
    try step(terminal, to: "17:16:00")
    try terminal.type("v")
    try terminal.wait(for: "已放回")
    try step(terminal, to: "17:42:00")
    let number = try desk.selected()
    for _ in 1...6 { try terminal.type("[") }
    let back = try terminal.wait("what was shown then") { work($0.rows) == work(shown.frame.rows) }
    #expect(back.rows.first?.contains("【演练·回看】") == true && back.contains("17:12:00"))
    #expect(back.rows.first?.contains("30分前") == true)
    #expect(work(try atRest(terminal).styled) == work(shown.styled))
    #expect(try desk.selected() == number)
    try terminal.type("d")
    try terminal.wait(for: "回看只读")
    try terminal.press("Escape")
    try terminal.wait("the present") { $0.contains("17:42:00") && !$0.contains("回看】") }

    let before = try export("parent.db")
    try terminal.type("T17:12:00")
    try terminal.press("Enter")
    try terminal.wait(for: "【演练·回看】")
    try terminal.press("Enter")
    try terminal.wait(for: "从 17:12:00 另起一本演练日志接着演")
    try terminal.type("y")
    let next = try terminal.wait("the other journal") { $0.contains("分自 parent.db") && $0.contains("17:12:00") }
    #expect(next.contains("演练 已暂停") && !next.contains("回看】"))
    let name = try #require(next.description.firstMatch(of: /日志 (parent-\d{8}-\d{6}\.db)/)?.output.1)
    try terminal.wait("the list as it was") { list($0.rows) == list(shown.frame.rows) }
    try step(terminal, to: "17:16:00")
    try terminal.type("q")
    try terminal.wait(for: "本席还认领着 1 件工单")
    try terminal.type("y")
    #expect(try desk.left().status == "0")
    #expect(try export("parent.db") == before)
    let proof = try Product.run("verify", "--journal", folder.file(String(name)))
    #expect(proof.status == 0 && proof.text.contains("分自 parent.db 第"), "\(proof.complaint)")
  }

  @Test("stops the drill for the other seats, who may let it go on")
  func others() throws {
    let first = try desk("first-shift", "city-dispatch-1")
    try step(first.terminal, to: "09:01:30")
    let second = try desk("first-shift", "city-dispatch-2")
    try second.terminal.press("Space")
    try first.terminal.wait(for: "演练 ×1")
    try first.terminal.type("[")
    try first.terminal.wait(for: "演练为所有席位停下")
    try second.terminal.wait(for: "演练 已暂停")
    try second.terminal.press("Space")
    try first.terminal.wait("the other seat's word") { $0.contains("别的席位让演练接着走了") && $0.contains("09:00:00") }
    try first.terminal.press("Escape")
    try first.terminal.wait("the present that goes on") { $0.contains("演练 ×1") && $0.contains("09:01:3") }
    #expect(try first.quit().status == "0")
    #expect(try second.quit().status == "0")
  }

  private func step(_ terminal: LiveTerminal, to time: String) throws {
    while case let shown = Self.time(try terminal.frame()), shown != time {
      try terminal.type(".")
      try terminal.wait("the next inject after \(shown ?? "")") { Self.time($0) != shown }
    }
    try terminal.wait("what came at \(time)") { $0.rows.suffix(2).first?.contains(time + " 新来件") == true }
  }

  private static func time(_ frame: Frame) -> String? {
    frame.rows.first?.firstMatch(of: /\d\d:\d\d:\d\d/).map { String($0.output) }
  }

  /// What is shown once nothing has changed for longer than any mark or message stands by itself.
  private func atRest(_ terminal: LiveTerminal) throws -> (frame: Frame, styled: [Substring]) {
    var last = ""
    var since = ContinuousClock.now
    return try Deadline(seconds: 120).wait("a frame at rest") {
      let styled = try terminal.styledFrame()
      if styled != last {
        last = styled
        since = .now
      }
      guard since.duration(to: .now) > .seconds(9) else { return nil }
      return (try terminal.frame(), styled.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// All but the head line and the key line.
  private func work<Rows: BidirectionalCollection>(_ rows: Rows) -> [Rows.Element] where Rows.Element: StringProtocol {
    Array(rows.prefix(36).dropFirst().dropLast())
  }

  /// The list's part of the frame.
  private func list(_ rows: [String]) -> [String] { Array(rows.dropFirst().prefix(12)) }

  private func export(_ journal: String) throws -> String {
    let result = try Product.run("journal", "export", "--journal", folder.file(journal))
    #expect(result.status == 0, "\(result.complaint)")
    return result.text
  }
}
