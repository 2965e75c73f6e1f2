import Foundation
import TerminalRig
import Testing

/// However a desk ends, and whatever it shows at that moment, the terminal is as it was before.
@Suite("Leaving in every way")
struct ExitTests {
  /// What lies on the screen when it happens.
  enum View: String, CaseIterable, CustomTestStringConvertible {
    case queue, towns, dispatch, filter, help, file, command, prompt

    var testDescription: String { rawValue }

    /// Whether it lies over the work.
    var isDialog: Bool { self != .queue && self != .towns }

    /// The keys that lead there, and what the screen then shows.
    var way: (keys: String, sign: String) {
      switch self {
      case .queue: ("j", "\u{1B}[?2026l")
      case .towns: ("\t", "\u{1B}[?2026l")
      case .dispatch: ("d", "承办 ")
      case .filter: ("/", "汉字、拼音首字母、编号")
      case .help: ("?", "此处可用的键")
      case .file: ("\r", "办理键可用")
      case .command: (":", "\u{1B}[?25h")
      case .prompt: ("b", "不能删改")
      }
    }
  }

  private static let plain =
    #"echo "modes=$(stty -g)"; "$0" "$@"; rc=$?; echo "ended=$rc modes=$(stty -g)""#
  /// Under job control: whenever the desk stops it is called back to the foreground.
  private static let jobs =
    #"set -m; echo "modes=$(stty -g)"; "$0" "$@"; rc=$?; while [ $rc -eq 148 ]; do echo stopped; "#
    + #"fg >/dev/null; rc=$?; done; echo "ended=$rc modes=$(stty -g)""#

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ view: View, script: String = plain) throws -> PseudoTerminal {
    let journal = try FilledJournal.copy(to: folder, name: UUID().uuidString)
    let terminal = try PseudoTerminal(
      script: script, program: try Product.path(),
      arguments: ["desk", "--city", Product.city, "--journal", journal],
      environment: ["LC_ALL=C.UTF-8", "HOME=/nonexistent", "SWIFT_BACKTRACE=enable=no"], width: 120, height: 36)
    // The detail of the first order comes last.
    try terminal.wait(for: "位置 ")
    terminal.type(view.way.keys)
    try terminal.wait(for: view.way.sign)
    return terminal
  }

  private func process(_ terminal: PseudoTerminal) throws -> pid_t {
    try Deadline().wait("the desk's process") { ProcessTable.children(of: terminal.shellIdentifier).last }
  }

  /// Checks how the desk ended, that the modes are as before and that every mode it set was taken back.
  private func expectSane(_ terminal: PseudoTerminal, status: Int32, _ view: View) throws {
    try terminal.wait(for: "ended=\(status) modes=")
    try terminal.waitForEnd()
    let output = terminal.output
    let modes = output.split(whereSeparator: \.isWhitespace).filter { $0.contains("modes=") }
      .compactMap { $0.split(separator: "modes=").last }
    #expect(modes.count == 2 && modes.first == modes.last, "\(view)")
    for mode in ["?1049", "?25", "?2004", "?1000", "?1006", "?2026"] {
      let on = output.ranges(of: "\u{1B}[\(mode)h").last
      let off = output.ranges(of: "\u{1B}[\(mode)l").last
      guard let on, let off else {
        Issue.record("\(mode) was never set and taken back in \(view)")
        continue
      }
      // The cursor is the one thing that must be on at the end.
      #expect(
        mode == "?25" ? off.lowerBound < on.lowerBound : on.lowerBound < off.lowerBound, "\(mode) in \(view)")
    }
  }

  /// The desk still takes keys: back to the list, its help, and out.
  private func expectAnswering(_ terminal: PseudoTerminal, _ view: View) throws {
    // Ctrl-C leaves whatever lies over the work, and the desk when nothing does.
    if view.isDialog { terminal.type("\u{03}") }
    terminal.type("?")
    try terminal.wait(for: "此处可用的键")
    terminal.type("\u{03}\u{03}")
    try expectSane(terminal, status: 0, view)
  }

  @Test(
    "a signal ends it with the terminal put back and the usual status",
    arguments: View.allCases, [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGABRT])
  func signals(view: View, signal: Int32) throws {
    let terminal = try open(view)
    kill(try process(terminal), signal)
    try expectSane(terminal, status: 128 + signal, view)
  }

  @Test("a closed terminal ends it", arguments: View.allCases)
  func closedTerminal(view: View) throws {
    let terminal = try open(view)
    terminal.closeTerminal()
    try terminal.waitForEnd()
  }

  @Test("Ctrl-Z gives the terminal back, and fg the desk", arguments: View.allCases)
  func suspends(view: View) throws {
    let terminal = try open(view, script: Self.jobs)
    terminal.type("\u{1A}")
    try terminal.wait(for: "\u{1B}[?1049l")
    try terminal.wait(for: "stopped")
    try terminal.wait(for: "\u{1B}[?1049h")
    try terminal.wait(for: "指挥中心")
    try expectAnswering(terminal, view)
  }

  @Test("after many resizes, tiny ones too, it answers", arguments: View.allCases)
  func resizes(view: View) throws {
    let terminal = try open(view)
    for step in 0..<Scale.resizes {
      terminal.resize(width: 1 + (step * 37) % 220, height: 1 + (step * 13) % 70)
      if step % 10 == 9 { try terminal.wait(for: "\u{1B}[?2026l") }
    }
    terminal.resize(width: 120, height: 36)
    try terminal.wait(for: "指挥中心")
    try expectAnswering(terminal, view)
  }

  @Test("a resize is noticed though a parent had it blocked")
  func blockedSignal() throws {
    let terminal = try open(.queue, script: #"env --block-signal=WINCH,TERM "$0" "$@"; echo "ended=$?""#)
    terminal.resize(width: 40, height: 10)
    try terminal.wait(for: "窗口太小")
    terminal.type("q")
    try terminal.wait(for: "ended=0")
  }

  @Test("stopped and continued many times, it answers", arguments: View.allCases)
  func stops(view: View) throws {
    let terminal = try open(view)
    let process = try process(terminal)
    for _ in 0..<Scale.stops {
      kill(process, SIGSTOP)
      try Deadline().wait("the stop") { ProcessTable.state(of: process) == "T" ? true : nil }
      kill(process, SIGCONT)
      try terminal.wait(for: "指挥中心")
    }
    try expectAnswering(terminal, view)
  }
}
