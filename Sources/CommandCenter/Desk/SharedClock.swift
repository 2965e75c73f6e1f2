import Foundation
import Journal
import Model
import Synchronization

/// The clock of the journal as this process last knew it, for the threads that wait by it.
final class SharedClock: Sendable {
  private let setting: Mutex<ClockSetting?>
  private let stopped = Mutex(false)
  private let changed = NSCondition()

  init(_ setting: ClockSetting?) {
    self.setting = Mutex(setting)
  }

  var current: ClockSetting? { setting.withLock { $0 } }

  /// Takes a setting in; whether it differs from the one known.
  func adopt(_ fresh: ClockSetting?) -> Bool {
    let differs = setting.withLock { known in
      defer { known = fresh }
      return known != fresh
    }
    if differs { wakeAll() }
    return differs
  }

  /// Ends all waiting.
  func stop() {
    stopped.withLock { $0 = true }
    wakeAll()
  }

  var isStopped: Bool { stopped.withLock { $0 } }

  /// Waits until the clock shows an instant; without a setting there is nothing to wait for.
  ///
  /// - Returns: `false` when waiting was ended.
  func wait(until instant: Instant) -> Bool {
    changed.lock()
    defer { changed.unlock() }
    while !isStopped {
      guard let setting = current else { return true }
      guard let delay = setting.delay(until: instant, wall: WallClock.now()) else {
        changed.wait()
        continue
      }
      if delay == 0 { return true }
      _ = changed.wait(until: Date(timeIntervalSinceNow: Double(min(delay, 60_000)) / 1_000))
    }
    return false
  }

  /// Waits some milliseconds, or until waiting is ended.
  func pause(milliseconds: Int) {
    changed.lock()
    defer { changed.unlock() }
    if !isStopped { _ = changed.wait(until: Date(timeIntervalSinceNow: Double(milliseconds) / 1_000)) }
  }

  private func wakeAll() {
    changed.lock()
    changed.broadcast()
    changed.unlock()
  }
}
