import Dispatch
import Foundation

/// A thread of its own, whose end can be waited for.
final class JoinedThread: Sendable {
  private let name: String
  private let ended = DispatchSemaphore(value: 0)

  /// Makes a thread that is still to be started.
  init(_ name: String) {
    self.name = name
  }

  /// Starts the thread, once.
  func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread { [self] in
      body()
      ended.signal()
    }
    thread.name = name
    thread.start()
  }

  /// Waits for the thread to end, once.
  func join() {
    ended.wait()
  }
}
