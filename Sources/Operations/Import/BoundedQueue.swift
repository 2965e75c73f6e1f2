import Dispatch
import Synchronization

/// Hands things from one thread to another, no more than so many at a time.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// Makes a queue that holds `capacity` elements.
  init(capacity: Int) {
    for _ in 0..<capacity { room.signal() }
  }

  /// Hands an element over, waiting while the queue is full.
  ///
  /// - Returns: whether anybody still takes.
  func put(_ element: Element) -> Bool {
    room.wait()
    let isTaken = state.withLock { state in
      if state.isCancelled { return false }
      state.waiting.append(element)
      return true
    }
    if isTaken { filled.signal() }
    return isTaken
  }

  /// Takes the element that was handed over first, waiting for one.
  func take() -> Element {
    filled.wait()
    defer { room.signal() }
    return state.withLock { $0.waiting.removeFirst() }
  }

  /// Tells the thread that hands over that nobody takes any more.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    room.signal()
  }
}
