public import Glibc

/// One terminal of a size, with a shell script running in it.
public final class LiveTerminal {
  private let server: TerminalServer
  private let name: String

  /// Opens a terminal.
  /// - Parameters:
  ///   - server: where.
  ///   - name: what it is called there.
  ///   - script: what runs in it, for `sh`.
  ///   - width: columns.
  ///   - height: rows.
  ///   - folder: the working folder.
  ///   - environment: more variables for the script.
  public init(
    _ server: TerminalServer, name: String, script: String, width: Int, height: Int, folder: String,
    environment: [String: String] = [:]
  ) throws {
    self.server = server
    self.name = name
    let variables = environment.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try server.run(
      ["new-session", "-d", "-x", String(width), "-y", String(height), "-s", name, "-c", folder] + variables
        + [
          script, ";", "set-option", "-s", "escape-time", "0", ";", "set-option", "-w", "-t", name, "window-size",
          "manual", ";", "set-option", "-t", name, "status", "off", ";", "set-option", "-t", name, "remain-on-exit",
          "on", ";", "resize-window", "-t", name, "-x", String(width), "-y", String(height),
        ])
  }

  deinit {
    _ = try? server.run(["kill-session", "-t", name])
  }

  /// What stands on it.
  public func frame() throws -> Frame { Frame(try server.run(["capture-pane", "-p", "-t", name])) }

  /// What stands on it, with colours and attributes as sequences.
  public func styledFrame() throws -> String { try server.run(["capture-pane", "-p", "-e", "-t", name]) }

  /// Waits until the screen shows something.
  @discardableResult
  public func wait(
    _ what: @autoclosure () -> String, seconds: Int = 60, until isThere: (Frame) -> Bool
  ) throws -> Frame {
    var last = Frame("")
    return try Deadline(seconds: seconds).wait(what(), context: { last.description + size }) {
      last = try frame()
      return isThere(last) ? last : nil
    }
  }

  /// The size that the terminal has, and the one that the program in it can ask for.
  private var size: String {
    guard let size = try? ask("#{pane_width}×#{pane_height} #{pane_tty}"), let path = size.split(separator: " ").last,
      let asked = try? ProgramRun("/bin/stty", ["-F", String(path), "size"], folder: "/").result().text
    else { return "" }
    return "\n\(size), rows and columns \(asked)"
  }

  /// Waits until the screen shows a text.
  @discardableResult
  public func wait(for text: String, seconds: Int = 60) throws -> Frame {
    try wait("「\(text)」", seconds: seconds) { $0.contains(text) }
  }

  /// Waits until the screen shows something in a frame that is whole.
  ///
  /// A program paints a frame in several writes, and a capture may fall between them: boxes then stand open for a
  /// moment. Boxes that stay open are a fault, and this fails.
  @discardableResult
  public func waitForWhole(
    _ what: @autoclosure () -> String, width: Int, seconds: Int = 60, until isThere: (Frame) -> Bool = { _ in true }
  ) throws -> Frame {
    try wait("a whole frame with \(what())", seconds: seconds) {
      isThere($0) && $0.shiftedRows(width: width).isEmpty
    }
  }

  /// Waits until the screen shows a text no more.
  @discardableResult
  public func waitUntilGone(_ text: String) throws -> Frame {
    try wait("the end of 「\(text)」") { !$0.contains(text) }
  }

  /// Types a text.
  public func type(_ text: String) throws { try server.run(["send-keys", "-t", name, "-l", text]) }

  /// Presses keys by their names: `Enter`, `Escape`, `C-z`, `Down`.
  public func press(_ keys: String...) throws { try server.run(["send-keys", "-t", name] + keys) }

  /// Pastes a file's bytes, between the marks of a paste where the program asked for them.
  public func paste(file: String) throws {
    try server.run(["load-buffer", "-b", name, file, ";", "paste-buffer", "-p", "-r", "-b", name, "-t", name])
  }

  /// Changes the size.
  public func resize(width: Int, height: Int) throws {
    try server.run(["resize-window", "-t", name, "-x", String(width), "-y", String(height)])
  }

  /// What the terminal says of its state, in tmux's formats.
  public func ask(_ format: String) throws -> String {
    String(try server.run(["display-message", "-p", "-t", name, format]).dropLast())
  }

  /// The process that the terminal was opened with.
  public func process() throws -> pid_t {
    guard let number = pid_t(try ask("#{pane_pid}")) else { throw RigFailure("no process") }
    return number
  }
}
