import Foundation

/// What the figures were measured on.
struct Machine {
  /// The sizes of the journals.
  let sizes: String
  /// The day of the run.
  let day: String
  /// The processor's name.
  let processor: String
  /// How many of its cores there are.
  let cores: Int
  /// How much memory there is.
  let memory: String
  /// The system's name and kernel.
  let system: String
  /// The version of SQLite.
  let sqlite: String
  /// The load averages.
  let load: String

  /// Looks at this machine.
  init(sizes: [Int]) throws {
    self.sizes = sizes.map { $0.grouped }.joined(separator: " and ")
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    day = Date.now.formatted(style)
    processor = Machine.value("model name", in: "/proc/cpuinfo") ?? "unknown processor"
    cores = ProcessInfo.processInfo.activeProcessorCount
    memory = "\(ProcessInfo.processInfo.physicalMemory >> 30) GiB"
    let name = Machine.assignment("PRETTY_NAME", in: "/etc/os-release") ?? "Linux"
    system = name + ", " + (Machine.contents("/proc/sys/kernel/osrelease") ?? "").trimmingCharacters(in: .newlines)
    sqlite = try Child.output(["sqlite3", "--version"]).split(separator: " ").first.map(String.init) ?? ""
    load = (Machine.contents("/proc/loadavg") ?? "").split(separator: " ").prefix(3).joined(separator: " ")
  }

  private static func contents(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  private static func value(_ name: String, in path: String) -> String? {
    contents(path)?.split(separator: "\n").first { $0.hasPrefix(name) }?
      .split(separator: ":", maxSplits: 1).last.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func assignment(_ name: String, in path: String) -> String? {
    contents(path)?.split(separator: "\n").first { $0.hasPrefix(name + "=") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
  }
}

extension Int {
  /// Written with a comma at the thousands.
  var grouped: String {
    let digits = String(self)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
