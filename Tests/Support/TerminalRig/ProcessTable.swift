public import Foundation

/// What the kernel says of processes.
public enum ProcessTable {
  /// The processes that a process has started and that still are there.
  public static func children(of parent: pid_t) -> [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { fields(of: $0).dropFirst().first == String(parent) }.sorted()
  }

  /// The state letter of a process, `T` when it is stopped; nothing when it is gone.
  public static func state(of process: pid_t) -> String? { fields(of: process).first }

  /// The fields of `/proc/PID/stat` after the name, which may hold anything; proc(5).
  private static func fields(of process: pid_t) -> [String] {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return [] }
    return text[text.index(after: end)...].split(separator: " ").map(String.init)
  }
}
