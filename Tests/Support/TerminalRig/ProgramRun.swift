public import Foundation

/// A program that was started, without a terminal, and what it says.
public final class ProgramRun {
  /// How a program ended.
  public struct Result: Sendable {
    /// The exit status, or 128 and the signal's number.
    public let status: Int32
    /// What it wrote on standard output.
    public let output: Data
    /// What it wrote on standard error.
    public let errors: Data

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var complaint: String { String(decoding: errors, as: UTF8.self) }
  }

  private let process: SpawnedProcess
  private let outputs: TemporaryFolder

  /// Starts a program.
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: what it is given.
  ///   - input: a file for standard input; nothing for an empty one.
  ///   - environment: more variables.
  ///   - folder: the working folder.
  public init(
    _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    folder: String
  ) throws {
    outputs = try TemporaryFolder()
    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // Files take any amount, so that a program never waits for a reader.
    process = try SpawnedProcess(
      "/bin/sh", ["sh", "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments,
      variables: variables.map { "\($0.key)=\($0.value)" },
      files: [
        (0, input ?? "/dev/null", O_RDONLY), (1, outputs.file("output"), O_WRONLY | O_CREAT),
        (2, outputs.file("errors"), O_WRONLY | O_CREAT),
      ])
  }

  deinit {
    if process.isRunning {
      kill(process.identifier, SIGKILL)
      _ = process.wait()
    }
  }

  /// The process.
  public var identifier: pid_t { process.identifier }

  /// Whether it still runs.
  public var isRunning: Bool { process.isRunning }

  /// What it has written on standard error so far.
  public var complaintSoFar: String {
    (try? String(contentsOfFile: outputs.file("errors"), encoding: .utf8)) ?? ""
  }

  /// Waits for the end.
  public func result() throws -> Result {
    let status = process.wait()
    return Result(
      status: status, output: try Data(contentsOf: URL(fileURLWithPath: outputs.file("output"))),
      errors: try Data(contentsOf: URL(fileURLWithPath: outputs.file("errors"))))
  }
}
