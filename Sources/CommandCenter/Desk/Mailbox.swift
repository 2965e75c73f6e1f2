import Desk
import Synchronization
import Terminal

/// Carries what threads have found out to the one that draws.
final class Mailbox: Sendable {
  private let events = Mutex<[DeskEvent]>([])
  private let wake: WakeHandle

  init(wake: WakeHandle) {
    self.wake = wake
  }

  /// Hands events over, in order.
  func post(_ more: [DeskEvent]) {
    guard !more.isEmpty else { return }
    events.withLock { $0 += more }
    wake.wake()
  }

  /// Takes what has come.
  func take() -> [DeskEvent] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
