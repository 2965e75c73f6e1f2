import Desk
import Journal
import Model
import Replay

/// Moves the past on with the replay's clock, on a thread of its own, and stops it where the span ends.
final class ReplayWatch: Sendable {
  /// How often it looks, in milliseconds.
  static let interval = 90
  /// After how many milliseconds of the replay's time what is late is counted anew, though nothing has happened.
  static let recount: Int64 = 60_000

  private let past: PastSitting
  private let keeper: PastKeeper
  private let clock: SharedClock
  private let mailbox: Mailbox
  private let thread = JoinedThread("replay")

  init(past: PastSitting, keeper: PastKeeper, clock: SharedClock, mailbox: Mailbox) {
    self.past = past
    self.keeper = keeper
    self.clock = clock
    self.mailbox = mailbox
    thread.start { [self] in watch() }
  }

  /// Waits for the thread to end, once the clock was stopped.
  func join() {
    thread.join()
  }

  private func watch() {
    var counted: Instant?
    while !clock.isStopped {
      do throws(JournalError) {
        let wall = WallClock.now()
        let hasMoved = try past.journal.follow(wall: wall)
        let setting = try past.journal.clock()
        let now = setting?.now(wall: wall) ?? past.span.from
        if hasMoved || counted.map({ abs(now.since($0)) >= ReplayWatch.recount }) ?? true {
          counted = now
          mailbox.post([.journalChanged])
        }
        if let setting, !setting.paused, now >= past.span.to { try stop(setting, wall) }
        keeper.answered()
      } catch {
        keeper.suspect(error)
      }
      clock.pause(milliseconds: ReplayWatch.interval)
    }
  }

  /// The span is over: the clock stands at its end.
  private func stop(_ setting: ClockSetting, _ wall: Instant) throws(JournalError) {
    let end = ClockSetting(feed: past.span.to, wall: wall, speed: setting.speed, paused: true)
    try past.journal.setClock(end)
    _ = clock.adopt(end)
    mailbox.post([.clock(end), .feedNotice("回放到头了：[ 后退，T 跳到别的时刻", isProblem: false)])
  }
}
