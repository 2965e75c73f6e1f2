import Foundation
import Synchronization

/// A process that this one has started and that it waits for itself.
final class SpawnedProcess: Sendable {
  let identifier: pid_t
  /// The status that `waitpid` has given, once it did.
  private let ended = Mutex<Int32?>(nil)

  /// Starts a program.
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: its arguments, the name first.
  ///   - variables: its environment, as `NAME=value`.
  ///   - startsSession: whether it leads a session of its own.
  ///   - files: what it opens, by descriptor.
  ///   - inherited: descriptors that it takes over, by descriptor.
  init(
    _ path: String, _ arguments: [String], variables: [String], startsSession: Bool = false,
    files: [(descriptor: Int32, path: String, flags: Int32)], inherited: [(from: Int32, descriptor: Int32)] = []
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for file in files {
      posix_spawn_file_actions_addopen(&actions, file.descriptor, file.path, file.flags, 0o600)
    }
    for pair in inherited { posix_spawn_file_actions_adddup2(&actions, pair.from, pair.descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // This thread may have signals blocked, as those of a pool have; a program starts with none.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSIGMASK and POSIX_SPAWN_SETSID of <spawn.h>; of a session's leader the terminal that is opened
    // first becomes the controlling one.
    posix_spawnattr_setflags(&attributes, startsSession ? 0x88 : 0x08)
    let words = (arguments.map { strdup($0) }) + [nil]
    let environment = (variables.map { strdup($0) }) + [nil]
    defer {
      (words + environment).forEach { free($0) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var process: pid_t = 0
    let result = posix_spawn(&process, path, &actions, &attributes, words, environment)
    guard result == 0 else { throw RigFailure("posix_spawn \(path): \(result)") }
    identifier = process
  }

  /// Whether it still runs.
  var isRunning: Bool {
    ended.withLock { ended in
      if ended != nil { return false }
      var status: Int32 = 0
      guard waitpid(identifier, &status, WNOHANG) == identifier else { return true }
      ended = status
      return false
    }
  }

  /// Waits for the end: the exit status, or 128 and the signal's number.
  func wait() -> Int32 {
    let status = ended.withLock { ended in
      if let ended { return ended }
      var status: Int32 = 0
      waitpid(identifier, &status, 0)
      ended = status
      return status
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
