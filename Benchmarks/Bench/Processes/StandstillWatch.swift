import Foundation
import Synchronization

/// Watches how long the machine's processors stand still by themselves, as those of a shared machine do when its host gives
/// them to others: what is measured meanwhile takes as much longer.
///
/// As many threads as there are processors, each of which goes before all others, ask to be woken every few milliseconds and
/// note how late that was.
final class StandstillWatch: Sendable {
  /// How the processors stood still, in milliseconds.
  struct Finding: Sendable {
    var longest = 0.0
    /// How often one stood still for more than 5 ms.
    var many = 0
  }

  /// Milliseconds of sleep; shorter ones would cost what is measured some of its time.
  private static let pause: UInt32 = 4

  private struct State {
    var finding = Finding()
    var isOver = false
    var watchers = 0
  }

  private let state = Mutex(State())

  /// Begins to watch.
  init() {
    for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
      Thread { [self] in watch() }.start()
    }
  }

  /// Ends the watch.
  ///
  /// - Returns: what was seen; nothing where the system lets no thread go before others.
  func finish() -> Finding? {
    state.withLock { state in
      state.isOver = true
      return state.watchers > 0 ? state.finding : nil
    }
  }

  private func watch() {
    guard StandstillWatch.goBeforeOthers() else { return }
    state.withLock { $0.watchers += 1 }
    var isOver = false
    while !isOver {
      let asleep = ContinuousClock.now
      usleep(StandstillWatch.pause * 1_000)
      let late = (ContinuousClock.now - asleep).milliseconds - Double(StandstillWatch.pause)
      isOver = state.withLock { state in
        state.finding.longest = max(state.finding.longest, late)
        if late > 5 { state.finding.many += 1 }
        return state.isOver
      }
    }
  }

  /// Has this thread go before all that are not asked for likewise.
  private static func goBeforeOthers() -> Bool {
    var priority = sched_param(sched_priority: 1)
    return pthread_setschedparam(pthread_self(), SCHED_FIFO, &priority) == 0
  }
}
