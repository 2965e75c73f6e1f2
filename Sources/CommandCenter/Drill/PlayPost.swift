import Foundation
import Journal
import Model
import Synchronization

/// The post of the process that plays a drill's feed: held by a lock that the system frees when the process is gone,
/// with the wall time of its last sign of life.
final class PlayPost: Sendable {
  private let descriptor: Int32
  private let held = Mutex(false)

  /// Opens the post's file, and makes it where there is none.
  init(path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw JournalError(.unavailable, subject: path) }
  }

  deinit { close(descriptor) }

  /// Whether this process holds it.
  var isHeld: Bool { held.withLock { $0 } }

  /// Takes the post where it is free.
  ///
  /// - Returns: whether this process holds it now.
  func take() -> Bool {
    held.withLock { held in
      if !held { held = flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
      return held
    }
  }

  /// Gives the post up.
  func leave() {
    held.withLock { held in
      if held { flock(descriptor, LOCK_UN) }
      held = false
    }
  }

  /// Gives a sign of life.
  func beat(_ wall: Instant) {
    withUnsafeBytes(of: wall.milliseconds.littleEndian) { bytes in
      _ = pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
    }
  }

  /// The last sign of life, on the wall clock; nothing where there never was one.
  var lastBeat: Instant? {
    var number: Int64 = 0
    let count = withUnsafeMutableBytes(of: &number) { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return count == MemoryLayout<Int64>.size ? Instant(milliseconds: Int64(littleEndian: number)) : nil
  }
}
