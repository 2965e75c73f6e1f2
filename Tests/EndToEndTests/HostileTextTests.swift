import Foundation
import TerminalRig
import Testing

/// Text from outside is data: whatever it holds, the terminal sees none of it raw and frames keep their shape.
@Suite("Hostile text", .serialized)
struct HostileTextTests {
  private let folder: TemporaryFolder
  private let journal: String

  init() throws {
    folder = try TemporaryFolder()
    journal = folder.file("journal.db")
  }

  @Test("a feed full of it leaves frames whole and sends no hostile byte", arguments: [(80, 24), (120, 36), (200, 60)])
  func feed(width: Int, height: Int) throws {
    let feed = try folder.write(try HostileFeed.lines(), to: "feed.jsonl")
    let arguments = ["--journal", journal, "--feed", feed]
    let server = try TerminalServer()
    let desk = try DeskSession(server, arguments, width: width, height: height)
    try desk.waitForList()
    let expected = HostileFeed.pieces.count
    // The counts may be there before the list: no key acts on an order until one is selected.
    try desk.terminal.wait("all reports") { $0.contains("[全部\(expected)]") && DeskSession.selected($0) != nil }
    for _ in 0..<expected {
      let frame = try desk.terminal.waitForWhole("the list", width: width)
      let selected = DeskSession.selected(frame)
      try desk.terminal.press("Enter")
      try desk.terminal.waitForWhole("the order's file", width: width) { $0.contains("办理键可用") }
      try desk.terminal.press("Escape")
      try desk.terminal.waitUntilGone("办理键可用")
      try desk.terminal.type("j")
      try desk.terminal.wait("the next order") {
        DeskSession.selected($0) != selected || DeskSession.selected($0)?.hasSuffix("\(expected)") ?? false
      }
    }
    #expect(try desk.quit().status == "0")
  }

  @Test("byte by byte, what is sent is text and screen control alone")
  func bytes() throws {
    let feed = try folder.write(try HostileFeed.lines(), to: "feed.jsonl")
    let terminal = try PseudoTerminal(
      script: #""$0" "$@""#, program: try Product.path(),
      arguments: ["desk", "--city", Product.city, "--journal", journal, "--feed", feed],
      environment: ["LC_ALL=C.UTF-8", "HOME=/nonexistent"], width: 120, height: 36)
    try terminal.wait(for: "位置 ")
    for _ in 0..<HostileFeed.pieces.count {
      terminal.type("j\r")
      try terminal.wait(for: "\u{1B}[?2026l")
      terminal.type("\u{03}")
      try terminal.wait(for: "\u{1B}[?2026l")
    }
    // What is typed and pasted comes back on the screen as well.
    terminal.type("/\u{1B}[200~恶\u{1B}]0;owned\u{07}\u{202E}\u{9B}31m意\u{1B}[201~")
    try terminal.wait(for: "恶")
    terminal.type("\r")
    terminal.type("\u{03}")
    try terminal.waitForEnd()
    #expect(TerminalStream(terminal.bytes).faults == [])
    #expect(!terminal.output.contains("owned\u{07}"))
  }

  @Test("sub-commands print none of it either", arguments: ["orders", "snapshot", "import"])
  func subcommands(command: String) throws {
    let feed = try folder.write(try HostileFeed.lines(), to: "feed.jsonl")
    let imported = try Product.act("import", feed, journal: journal)
    let result =
      switch command {
      case "orders": try Product.act("orders", journal: journal)
      case "snapshot": try Product.act("snapshot", "--size", "120x36", journal: journal)
      default: imported
      }
    #expect(TerminalStream([UInt8](result.output)).faults == [])
    #expect(TerminalStream([UInt8](result.errors)).faults == [])
  }
}
