import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// Looks, on a thread of its own, whether the journal has changed, is still there, and what its clock shows.
final class JournalWatch: Sendable {
  /// How often it looks, in milliseconds; a change elsewhere is seen well within 200.
  static let interval = 90
  /// How many looks at the write-ahead log's stamp go by before the journal itself is asked.
  private static let looksBetween = 10

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
    var known: Int64?
    var stamp: LogStamp?
    var looks = 0
    var isAway = false
    while !clock.isStopped {
      do throws(JournalError) {
        if isAway {
          try keeper.recover()
          isAway = false
          known = nil
          mailbox.post([.storeBack])
        }
        if let suspicion = keeper.takeSuspicion() { throw suspicion }
        let store = try keeper.current()
        let present = store.logStamp()
        looks += 1
        if known == nil || present == nil || present != stamp || looks >= JournalWatch.looksBetween {
          let token = try store.changeToken()
          // A commit stands in the log while it is on its way to the disk, and shows only then: until it does, or for a
          // while, it is asked for with each look.
          if token != known || looks >= JournalWatch.looksBetween {
            stamp = present
            looks = 0
          }
          if let known, known != token {
            let setting = try store.clock()
            if clock.adopt(setting) { mailbox.post([.clock(setting)]) }
            mailbox.post([.journalChanged])
          }
          known = token
        }
      } catch {
        if !isAway { mailbox.post([.storeAway(since: WallClock.now(), reason: RefusalWords.text(error))]) }
        isAway = true
      }
      clock.pause(milliseconds: isAway ? 500 : JournalWatch.interval)
    }
  }
}
