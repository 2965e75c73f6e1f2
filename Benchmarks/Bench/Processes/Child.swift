import Foundation

/// A program run without a terminal.
struct Child {
  /// What came of it.
  struct Result {
    let output: String
    let status: Int32
    let time: Duration
    let peakMegabytes: Double
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - command: the program, found on `PATH`, and its arguments.
  ///   - input: a file that it reads as its standard input.
  /// - Throws: when it can't be run.
  static func run(_ command: [String], input: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    // A file and not a pipe, which holds up who writes more than it takes.
    let written = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: written) }
    guard FileManager.default.createFile(atPath: written.path, contents: nil),
      let sink = FileHandle(forWritingAtPath: written.path)
    else { throw BenchError("\(written.path) can't be written") }
    process.standardOutput = sink
    if let input { process.standardInput = FileHandle(forReadingAtPath: input) }
    let start = ContinuousClock.now
    try process.run()
    let figures = ProcessFigures(process: process.processIdentifier)
    var peak = 0.0
    while process.isRunning {
      peak = max(peak, figures.peakMegabytes)
      usleep(20_000)
    }
    let time = ContinuousClock.now - start
    process.waitUntilExit()
    try sink.close()
    let output = try Data(contentsOf: written)
    return Result(
      output: String(decoding: output, as: UTF8.self), status: process.terminationStatus, time: time,
      peakMegabytes: peak)
  }

  /// What a short program writes.
  ///
  /// - Throws: when it fails.
  static func output(_ command: [String], input: String? = nil) throws -> String {
    let result = try run(command, input: input)
    guard result.status == 0 else {
      throw BenchError("\(command.joined(separator: " ")): status \(result.status)\n\(result.output)")
    }
    return result.output
  }

  /// Whether a program is installed.
  static func exists(_ name: String) -> Bool {
    (try? run(["sh", "-c", "command -v \(name)"]))?.status == 0
  }
}

/// A measurement that could not be made.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
