import Foundation

/// A real terminal for programs: tmux on a socket of its own.
public final class TerminalServer: Sendable {
  private let folder: TemporaryFolder
  private let environment: [String: String]
  private static let program = "/usr/bin/tmux"

  /// Whether tmux is there.
  public static var isInstalled: Bool { access(program, X_OK) == 0 }

  /// Makes a server that has no session yet.
  public init() throws {
    guard Self.isInstalled else {
      throw RigFailure("tmux is missing: the journeys need it (apt-get install tmux)")
    }
    folder = try TemporaryFolder()
    environment = ["TMUX_TMPDIR": folder.path, "LC_ALL": "C.UTF-8", "TMUX": ""]
  }

  deinit {
    _ = try? run(["kill-server"])
  }

  /// Has tmux do something; what it answers.
  @discardableResult
  public func run(_ arguments: [String]) throws -> String {
    let result = try ProgramRun(
      Self.program, ["-L", "journeys", "-f", "/dev/null"] + arguments, environment: environment, folder: "/"
    ).result()
    guard result.status == 0 else {
      throw RigFailure("tmux \(arguments.prefix(3).joined(separator: " ")): \(result.complaint)")
    }
    return result.text
  }
}
