import Dispatch
import Synchronization

/// Stops a thread and takes what it has measured.
final class Mailslot: Sendable {
  private let stopped = Mutex(false)
  private let result = Mutex<Result<[Double], any Error>?>(nil)
  private let filled = DispatchSemaphore(value: 0)

  /// Whether the thread is to end.
  var isStopped: Bool { stopped.withLock { $0 } }

  /// Hands over what was measured, or why it was not.
  func deliver(_ measured: Result<[Double], any Error>) {
    result.withLock { $0 = measured }
    filled.signal()
  }

  /// Asks the thread to end, and waits for it.
  func collect() throws -> [Double] {
    stopped.withLock { $0 = true }
    filled.wait()
    return try result.withLock { $0 }?.get() ?? []
  }
}
