import Glibc

/// Wakes the loop that waits in `Screen.poll`, from any thread, as often as one likes: many wakes before the loop looks
/// are one.
public final class WakeHandle: Sendable {
  /// The end of a pipe that can be read after a wake.
  let reading: Int32
  /// The end that a wake writes to; writing never blocks.
  let writing: Int32

  /// Makes a handle that nobody has woken yet.
  /// - Throws: `ScreenError` with `system` when there are no descriptors left.
  public init() throws(ScreenError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ScreenError(code: .system, context: "pipe \(errno)") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Makes `Screen.poll` return.
  public func wake() {
    var byte: UInt8 = 0
    // The only failure is a full pipe, and that wakes too.
    _ = write(writing, &byte, 1)
  }

  /// Forgets the wakes so far; whether there were any.
  func take() -> Bool {
    var buffer: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var any = false
    while read(reading, &buffer, MemoryLayout.size(ofValue: buffer)) > 0 { any = true }
    return any
  }
}
