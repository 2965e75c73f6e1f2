import Foundation

/// What the kernel tells of a process; see proc(5).
struct ProcessFigures {
  let process: pid_t

  /// Processor time that all its threads have used.
  var processorTime: Duration {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.reduce(into: Duration.zero) { $0 += thread($1).worked }
  }

  /// How long its first thread has worked, and how long it was ready but had to wait for a processor.
  var firstThread: (worked: Duration, waited: Duration) { thread("\(process)") }

  private func thread(_ name: String) -> (worked: Duration, waited: Duration) {
    let text = try? String(contentsOfFile: "/proc/\(process)/task/\(name)/schedstat", encoding: .utf8)
    let times = text?.split(separator: " ").compactMap { Int($0) } ?? []
    return times.count < 2 ? (.zero, .zero) : (.nanoseconds(times[0]), .nanoseconds(times[1]))
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
