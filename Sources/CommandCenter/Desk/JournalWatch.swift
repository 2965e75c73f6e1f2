import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// Looks, on a thread of its own, whether the journal has changed, is still there, and what its clock shows.
final class JournalWatch: Sendable {
  /// How often it looks, in milliseconds; a change elsewhere is seen well within 200.
  static let interval = 90

  private let keeper: StoreKeeper
  private let clock: SharedClock
  private let mailbox: Mailbox
  private let thread = JoinedThread("watch")

  init(keeper: StoreKeeper, clock: SharedClock, mailbox: Mailbox) {
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
    var look = CommitLook<LogStamp, Int64>()
    var isAway = false
    while !clock.isStopped {
      do throws(JournalError) {
        if isAway {
          try keeper.recover()
          isAway = false
          look = CommitLook()
          mailbox.post([.storeBack])
        }
        if let suspicion = keeper.takeSuspicion() { throw suspicion }
        let store = try keeper.current()
        if look.asks(seeing: store.logStamp()), look.take(try store.changeToken()) {
          let setting = try store.clock()
          if clock.adopt(setting) { mailbox.post([.clock(setting)]) }
          mailbox.post([.journalChanged])
        }
      } catch {
        if !isAway { mailbox.post([.storeAway(since: WallClock.now(), reason: RefusalWords.text(error))]) }
        isAway = true
      }
      clock.pause(milliseconds: isAway ? 500 : JournalWatch.interval)
    }
  }
}
