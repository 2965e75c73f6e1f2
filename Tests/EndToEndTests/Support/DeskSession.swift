import Foundation
import TerminalRig

/// A desk in a real terminal, with an officer's hands on the keys.
final class DeskSession {
  let terminal: LiveTerminal
  /// What the terminal is called in tmux.
  let name: String
  private let folder: TemporaryFolder
  private static let count = Counter()

  /// Opens a desk and waits for its first list.
  /// - Parameters:
  ///   - server: the terminals.
  ///   - arguments: what the sub-command is given besides the city.
  ///   - command: the sub-command that opens it.
  ///   - width: columns.
  ///   - height: rows.
  init(
    _ server: TerminalServer, _ arguments: [String], by command: [String] = ["desk"], width: Int = 120,
    height: Int = 36
  ) throws {
    folder = try TemporaryFolder()
    name = "desk\(Self.count.next())"
    // The modes before and after, and the status, go to files: the screen belongs to the desk.
    let script =
      "stty -g > '\(folder.file("before"))'; echo '在此之前'; "
      + Self.quoted([try Product.path()] + command + ["--city", Product.city] + arguments)
      + "; echo $? > '\(folder.file("status"))'; stty -g > '\(folder.file("after"))'; echo; echo done; exec sleep 1000"
    terminal = try LiveTerminal(
      server, name: name, script: script, width: width, height: height, folder: Product.root,
      environment: [
        "LC_ALL": "C.UTF-8", "TERM": "tmux-256color", "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no",
      ])
  }

  /// Waits until the desk has shown its first list.
  func waitForList() throws {
    try terminal.wait("the first list") { $0.contains("●") && !$0.contains("正在读取") && $0.contains("[全部") }
  }

  /// The desk's process.
  func process() throws -> pid_t {
    let shell = try terminal.process()
    return try Deadline().wait("the desk's process") { ProcessTable.children(of: shell).last }
  }

  /// The order under the selection, as the detail pane says.
  func selected() throws -> String? { Self.selected(try terminal.frame()) }

  static func selected(_ frame: Frame) -> String? {
    guard let index = frame.rows.firstIndex(where: { $0.contains("─详情") }), index + 1 < frame.rows.count,
      let column = Frame.column(of: "─详情", in: frame.rows[index])
    else { return nil }
    let text = Frame.text(frame.rows[index + 1], fromColumn: column)
    return text.firstMatch(of: /\d{4}-\d{4,}/).map { String($0.output) }
  }

  /// Presses a key and fills in the form that comes, field by field.
  /// - Parameters:
  ///   - key: the key.
  ///   - fields: what to type into each field; `Enter` follows each.
  ///   - label: what shows that the form is there.
  func fillIn(_ key: String, _ fields: [String], under label: String) throws {
    try terminal.type(key)
    try terminal.wait(for: label)
    for field in fields {
      if !field.isEmpty { try terminal.type(field) }
      try terminal.press("Enter")
    }
  }

  /// Leaves the desk, and says how the terminal was before and after.
  func quit() throws -> (status: String, before: String, after: String) {
    try terminal.press("q")
    return try left()
  }

  /// Waits until the desk is gone.
  func left() throws -> (status: String, before: String, after: String) {
    try terminal.wait(for: "done")
    let status = try String(contentsOfFile: folder.file("status"), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return (
      status, try String(contentsOfFile: folder.file("before"), encoding: .utf8),
      try String(contentsOfFile: folder.file("after"), encoding: .utf8)
    )
  }

  static func quoted(_ words: [String]) -> String {
    words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
  }
}
