import Foundation
import TerminalRig
import Testing

/// The past in a real terminal, and a recording of it.
@Suite("A replay and a recording", .serialized)
struct ReplayTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  /// A journal of the drill for newcomers with its model answer: ten minutes from 09:00 of 17 June 2020.
  private func journal() throws -> String {
    let journal = folder.file("shift.db")
    let drill = Product.root + "/fixtures/drills/first-shift"
    let run = try Product.run(
      "drill", drill, "--city", Product.city, "--headless", "--keys", drill + "/model.jsonl", "--journal", journal)
    guard run.status == 0 else { throw RigFailure("no drill: \(run.complaint)") }
    return journal
  }

  private func replay(_ journal: String, _ arguments: [String]) throws -> DeskSession {
    try DeskSession(server, ["--journal", journal] + arguments, by: ["replay"])
  }

  @Test("space, brackets and T move it; acting keys say that it can only be read; the journal stays as it was")
  func keys() throws {
    let journal = try journal()
    let before = try Product.run("verify", "--journal", journal).text
    let desk = try replay(journal, ["--paused", "--from", "09:01"])
    let terminal = desk.terminal
    try desk.waitForList()
    let shown = try terminal.wait("the paused past with all that is read of it") { frame in
      ["【回放】", "09:01:00", "[全部3]", "09:00 受理", "09:00:56 新来件"].allSatisfy(frame.contains)
    }
    #expect(shown.contains("已暂停"))
    try terminal.type("]")
    let later = try terminal.wait("five minutes later") { $0.contains("09:06:00") && $0.contains("0617-0012") }
    #expect(later.contains("【回放】"))
    try terminal.type("[")
    try terminal.wait("the first moment again, cell for cell") { $0.rows == shown.rows }
    for key in ["c", "d", "i", "b", "m", "x", "Y", "J"] {
      try terminal.type(key)
      try terminal.wait(for: "回放只读")
      try terminal.press("Escape")
      try terminal.waitUntilGone("回放只读")
    }
    try terminal.type("T09:04:30")
    try terminal.press("Enter")
    try terminal.wait(for: "09:04:30")
    try terminal.press("Space")
    try terminal.wait("the end") { $0.contains("回放到头了") && $0.contains("已暂停") }
    #expect(try desk.quit().status == "0")
    #expect(try Product.run("verify", "--journal", journal).text == before)
  }

  @Test("what a recording says is what the terminal showed, resized and with Chinese intact")
  func recording() throws {
    let journal = try journal()
    let cast = folder.file("replay.cast")
    let desk = try replay(journal, ["--paused", "--from", "09:03", "--record", cast])
    try desk.waitForList()
    try desk.terminal.resize(width: 100, height: 30)
    try desk.terminal.wait("the smaller frame") { $0.rows.count == 30 && $0.contains("【回放】") }
    try desk.terminal.type("]")
    let last = try desk.terminal.wait("the last frame") { $0.contains("09:08:00") && $0.contains("[全部15]") }
    #expect(try desk.quit().status == "0")

    let lines = try String(contentsOfFile: cast, encoding: .utf8).split(separator: "\n")
    let first = Data(try #require(lines.first).utf8)
    let header = try #require(try JSONSerialization.jsonObject(with: first) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 120)
    #expect(header["height"] as? Int == 36)
    var time = 0.0
    var output = ""
    var sizes: [String] = []
    for line in lines.dropFirst() {
      let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      let at = try #require(event[0] as? Double)
      #expect(at >= time)
      time = at
      let data = try #require(event[2] as? String)
      if event[1] as? String == "r" { sizes.append(data) } else { output += data }
    }
    #expect(sizes == ["100x30"])
    #expect(output.contains("【回放】") && !output.contains("\u{FFFD}"))
    // Played into another terminal up to where the desk was left, it shows the same frame.
    let end = try #require(output.range(of: "\u{1B}[?1049l", options: .backwards)?.lowerBound)
    let played = folder.file("played")
    try output[..<end].write(toFile: played, atomically: true, encoding: .utf8)
    let player = try LiveTerminal(
      server, name: "player", script: "cat '\(played)'; exec sleep 1000", width: 100, height: 30,
      folder: folder.path, environment: ["LC_ALL": "C.UTF-8", "TERM": "tmux-256color"])
    // The head line and the list; what is known of the selected order may have come a moment later.
    let shown = Array(last.rows.prefix(16))
    try player.wait("the recorded frame") { Array($0.rows.prefix(16)) == shown }
  }

  @Test("a recording does not overwrite a file, and says so before the terminal is taken over")
  func existingFile() throws {
    let cast = folder.file("there.cast")
    try "mine".write(toFile: cast, atomically: true, encoding: .utf8)
    let desk = try replay(try journal(), ["--record", cast])
    #expect(try desk.left().status == "8")
    #expect(try desk.terminal.frame().contains("文件已存在"))
    #expect(try String(contentsOfFile: cast, encoding: .utf8) == "mine")
  }

  @Test("a frame of the past is drawn as text, and a moment outside of the journal is refused")
  func snapshot() throws {
    let journal = try journal()
    let frame = try Product.act("snapshot", "--at", "09:03:30", "--size", "80x24", journal: journal)
    #expect(frame.status == 0)
    #expect(frame.text.contains("【回放】") && frame.text.contains("09:03:30"))
    let early = try Product.act("snapshot", "--at", "2019-01-01 09:00", journal: journal)
    #expect(early.status == 5)
    #expect(early.complaint.contains("日志从那以后才有"))
    #expect(try Product.act("snapshot", "--at", "昨天", journal: journal).status == 5)
  }
}
