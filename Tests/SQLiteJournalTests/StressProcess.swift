import Foundation

/// Another process that puts a journal under stress.
final class StressProcess {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()

  /// Starts the program with arguments.
  init(_ arguments: [String]) throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = folder.appendingPathComponent("JournalStress")
    process.arguments = arguments
    process.standardOutput = output
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// The process id.
  var id: Int32 { process.processIdentifier }

  /// The next line that it prints; nothing at the end.
  func nextLine() -> String? {
    var bytes: [UInt8] = []
    while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }

  /// Ends its standard input, which lets it go on.
  func goOn() throws {
    try input.fileHandleForWriting.close()
  }

  /// Kills it as `kill -9` does, and waits until it is gone.
  ///
  /// - Returns: what it has printed and nobody has read yet.
  func killAtOnce() -> [String] {
    kill(id, SIGKILL)
    return wait().lines
  }

  /// Waits until it ends.
  func wait() -> (lines: [String], status: Int32) {
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // What follows the last line break was not printed to its end.
    lines.removeLast()
    return (lines, process.terminationStatus)
  }
}

/// Whether the long versions of the stress tests run: `JOURNAL_STRESS=long`.
let runsLong = ProcessInfo.processInfo.environment["JOURNAL_STRESS"] == "long"
