import Foundation

/// What the kernel tells of a process; see proc(5).
struct ProcessFigures {
  let process: pid_t

  /// Processor time that all its threads have used.
  var processorTime: Duration {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    let nanoseconds = tasks.reduce(into: 0) { sum, task in
      let text = try? String(contentsOfFile: "/proc/\(process)/task/\(task)/schedstat", encoding: .utf8)
      sum += text?.split(separator: " ").first.flatMap { Int($0) } ?? 0
    }
    return .nanoseconds(nanoseconds)
  }

  /// Resident memory in MiB.
  var residentMegabytes: Double { kibibytes("VmRSS") / 1_024 }

  /// The most resident memory that it had, in MiB.
  var peakMegabytes: Double { kibibytes("VmHWM") / 1_024 }

  private func kibibytes(_ name: String) -> Double {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
  }
}
