import Foundation
import TerminalRig

/// The program under test, and the fixtures it is given.
enum Product {
  static func path() throws -> String { try TestBundle.program("command-center") }

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let city = root + "/fixtures/haimen"
  static let day = root + "/fixtures/feeds/day.jsonl"

  /// Runs a sub-command to its end.
  static func run(_ arguments: String..., input: String? = nil) throws -> ProgramRun.Result {
    try start(arguments, input: input).result()
  }

  /// Starts a sub-command.
  static func start(_ arguments: [String], input: String? = nil) throws -> ProgramRun {
    try ProgramRun(
      try path(), arguments, input: input,
      environment: ["LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no"], folder: root)
  }

  /// Runs a sub-command on a journal of the fixture city.
  static func act(_ command: String..., journal: String) throws -> ProgramRun.Result {
    try start(command + ["--city", city, "--journal", journal]).result()
  }

  /// An order's number in full, from how the screen shows one of the fixture day.
  static func fullNumber(_ short: String) -> String {
    let sequence = short.drop { $0 != "-" }.dropFirst()
    return "2020" + short.prefix(4) + "-" + String(repeating: "0", count: max(0, 5 - sequence.count)) + sequence
  }

  /// One line of `order N --json` or of `orders --json`, decoded.
  static func object(_ result: ProgramRun.Result) throws -> [String: Any] {
    guard let object = try? JSONSerialization.jsonObject(with: result.output) as? [String: Any] else {
      throw RigFailure("no object: \(result.status) \(result.text) \(result.complaint)")
    }
    return object
  }

  static func list(_ result: ProgramRun.Result) throws -> [[String: Any]] {
    guard let list = try? JSONSerialization.jsonObject(with: result.output) as? [[String: Any]] else {
      throw RigFailure("no list: \(result.status) \(result.text.prefix(500)) \(result.complaint)")
    }
    return list
  }
}
