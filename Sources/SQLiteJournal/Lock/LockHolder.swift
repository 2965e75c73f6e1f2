import Foundation

/// The process that holds the lock, as far as the lock file tells.
struct LockHolder: Equatable {
  /// Its process id.
  let process: Int32
  /// Whether it exists.
  let isAlive: Bool
  /// Whether it was stopped (Ctrl-Z, a debugger) and so holds everybody up.
  let isStopped: Bool

  /// Looks a process up.
  init(process: Int32) {
    self.process = process
    let state = LockHolder.state(of: process)
    isAlive = state != nil
    isStopped = state == "T" || state == "t"
  }

  /// What an error says of it.
  var text: String {
    guard isAlive else { return "pid \(process), gone" }
    return isStopped ? "pid \(process), stopped" : "pid \(process)"
  }

  /// The state letter of `/proc/<pid>/stat`, which follows the name in brackets; see proc(5).
  private static func state(of process: Int32) -> Character? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let bracket = text.lastIndex(of: ")")
    else { return nil }
    return text[bracket...].dropFirst(2).first
  }
}
