import Glibc
import TerminalRig
import Testing

/// Drives the real screen in a real (pseudo) terminal through a small program.
@Suite("Screen", .serialized)
struct ScreenTests {
  /// Prints the terminal's modes before and after the probe, and how it ended.
  private static let plain = #"echo "modes=$(stty -g)"; "$0"; rc=$?; echo "ended=$rc modes=$(stty -g)""#
  /// The same under job control: whenever the probe stops it is called back to the foreground.
  private static let jobs =
    #"set -m; echo "modes=$(stty -g)"; "$0"; rc=$?; "#
    + #"while [ $rc -eq 148 ] || [ $rc -eq 147 ] || [ $rc -eq 149 ]; do fg >/dev/null; rc=$?; done; "#
    + #"echo "ended=$rc modes=$(stty -g)""#

  private func start(_ script: String = plain, terminal: String = "xterm-256color") throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      script: script, program: try TestBundle.program("TerminalProbe"), terminal: terminal)
    try terminal.wait(for: "pid=")
    try terminal.wait(for: "23 通海路")
    return terminal
  }

  /// Checks how the probe ended, that the modes are as before and that every mode it set was taken back.
  private func expectSane(_ terminal: PseudoTerminal, status: Int) throws {
    try terminal.wait(for: "ended=\(status) modes=")
    try terminal.waitForEnd()
    let modes = terminal.output.split(whereSeparator: \.isWhitespace).filter { $0.contains("modes=") }
      .compactMap { $0.split(separator: "modes=").last }
    #expect(modes.count == 2 && modes.first == modes.last)
    for mode in ["?1049", "?25", "?2004", "?1000", "?1006", "?2026"] {
      let on = terminal.output.ranges(of: "\u{1B}[\(mode)h").last
      let off = terminal.output.ranges(of: "\u{1B}[\(mode)l").last
      guard let on, let off else {
        Issue.record("\(mode) was never set and taken back")
        continue
      }
      // The cursor is the one thing that must be on at the end.
      #expect(mode == "?25" ? off.lowerBound < on.lowerBound : on.lowerBound < off.lowerBound, "\(mode)")
    }
  }

  @Test("keys of every kind arrive, full-width ones and pastes too")
  func keys() throws {
    let terminal = try start()
    for (keys, shown) in [
      ("\u{1B}OA", "key(Terminal.Key.up)"), ("\u{1B}[5~", "pageUp"), ("派", #"\u{6D3E}"#), ("\u{1B}", "escape"),
      ("\u{1B}[<0;3;4M", "mouse"), ("\u{1B}[200~海门\u{1B}[201~", "paste"), ("w", "wake"),
    ] {
      terminal.type(keys)
      try terminal.wait(for: shown)
    }
    terminal.type("q")
    try expectSane(terminal, status: 0)
    #expect(terminal.output.contains("bye"))
  }

  @Test(
    "a signal ends it with the terminal put back and the usual status",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
  func signals(signal: Int32) throws {
    let terminal = try start()
    kill(try terminal.number(after: "pid="), signal)
    try expectSane(terminal, status: 128 + Int(signal))
  }

  #if arch(x86_64)
    private static let trapSignal = SIGILL
  #else
    private static let trapSignal = SIGTRAP
  #endif

  @Test(
    "a trap ends it at once, on any thread, and its message follows on the restored terminal", arguments: ["!", "t"])
  func trap(key: String) throws {
    let terminal = try start()
    terminal.type(key)
    try terminal.wait(for: "\u{1B}[?1049l")
    try terminal.wait(for: "Fatal error")
    try expectSane(terminal, status: 128 + Int(Self.trapSignal))
  }

  @Test("a stack that overflows leaves the terminal sane as well")
  func stackOverflow() throws {
    let terminal = try start()
    terminal.type("o")
    try expectSane(terminal, status: 128 + Int(SIGSEGV))
  }

  @Test("exit() puts the terminal back")
  func plainExit() throws {
    let terminal = try start()
    terminal.type("x")
    try expectSane(terminal, status: 3)
  }

  @Test("what is written to standard error shows only when the screen is gone")
  func standardError() throws {
    let terminal = try start()
    terminal.type("e")
    try terminal.wait(for: "char(")
    #expect(!terminal.output.contains("to standard error"))
    terminal.type("q")
    try terminal.wait(for: "\u{1B}[?1049l")
    try terminal.wait(for: "to standard error")
    try expectSane(terminal, status: 0)
  }

  @Test("500 resizes end in a frame of the last size")
  func resizes() throws {
    let terminal = try start()
    for step in 0..<500 { terminal.resize(width: 60 + step % 90, height: 16 + step % 40) }
    terminal.resize(width: 123, height: 45)
    try terminal.wait(for: "123x45")
    try terminal.wait(for: "44 通海路")
    terminal.type("q")
    try expectSane(terminal, status: 0)
  }

  @Test("200 times stopped and continued, it draws afresh and answers", arguments: [SIGTSTP, SIGSTOP])
  func stops(signal: Int32) throws {
    let terminal = try start(Self.jobs)
    let process = try terminal.number(after: "pid=")
    for round in 1...200 {
      kill(process, signal)
      try terminal.wait(for: "continued")
      try terminal.wait(for: "23 通海路")
      if round % 50 == 0 {
        terminal.type("\u{1B}[6~")
        try terminal.wait(for: "pageDown")
      }
    }
    terminal.type("q")
    try expectSane(terminal, status: 0)
  }

  @Test("suspending by key gives the terminal back meanwhile")
  func suspends() throws {
    let terminal = try start(Self.jobs)
    terminal.type("z")
    try terminal.wait(for: "\u{1B}[?1049l")
    try terminal.wait(for: "\u{1B}[?1049h")
    try terminal.wait(for: "continued")
    terminal.type("q")
    try expectSane(terminal, status: 0)
  }

  @Test("a closed terminal ends it, even where hang-ups are ignored", arguments: ["", "trap '' HUP; "])
  func closedTerminal(prefix: String) throws {
    let terminal = try start(prefix + Self.plain)
    terminal.closeTerminal()
    try terminal.waitForEnd()
  }

  @Test("a terminal that cannot do it is refused in Chinese")
  func refusals() throws {
    let unknown = try PseudoTerminal(
      script: #""$0"; echo "ended=$?""#, program: try TestBundle.program("TerminalProbe"), terminal: "no-such-terminal")
    try unknown.wait(for: "unknownTerminal: 不认识终端类型 TERM=no-such-terminal")
    try unknown.wait(for: "ended=2")
    let piped = try PseudoTerminal(
      script: #""$0" </dev/null; echo "ended=$?""#, program: try TestBundle.program("TerminalProbe"))
    try piped.wait(for: "noTerminal: ")
    try piped.wait(for: "ended=2")
    let dumb = try PseudoTerminal(
      script: #""$0"; echo "ended=$?""#, program: try TestBundle.program("TerminalProbe"), terminal: "dumb")
    try dumb.wait(for: "incapableTerminal: ")
    #expect(!dumb.output.contains("\u{1B}"))
  }

  @Test(
    "every terminal type at hand shows a frame and is left sane",
    arguments: ["linux", "screen", "tmux-256color", "vt100"])
  func terminalTypes(terminal: String) throws {
    let screen = try PseudoTerminal(
      script: Self.plain, program: try TestBundle.program("TerminalProbe"), terminal: terminal)
    try screen.wait(for: "23 通海路")
    screen.type("q")
    try screen.wait(for: "ended=0")
  }

  @Test("an equal frame costs no byte, a moved selection few")
  func bytes() throws {
    let endOfFrame = "\u{1B}[?2026l"
    let terminal = try start()
    try terminal.wait(for: endOfFrame)
    terminal.type("\u{1B}[B")
    try terminal.wait(for: endOfFrame)
    let before = terminal.output
    terminal.type("nnnn\u{1B}[B")
    try terminal.wait(for: endOfFrame)
    let frame = terminal.output.dropFirst(before.count)
    #expect(frame.ranges(of: endOfFrame).count == 1)
    #expect(frame.utf8.count < 900)
    terminal.type("q")
    try expectSane(terminal, status: 0)
  }
}
