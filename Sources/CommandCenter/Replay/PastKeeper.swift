import Desk
import Journal
import Model
import Operations
import Synchronization

/// Hands on the journal of a replay, and says when it does not answer, and when it does again.
final class PastKeeper: StoreSource {
  private let past: PastSitting
  private let mailbox: Mailbox
  private let isAway = Mutex(false)

  init(_ past: PastSitting, mailbox: Mailbox) {
    self.past = past
    self.mailbox = mailbox
  }

  func operations() throws(JournalError) -> Operations { past.operations }

  func suspect(_ error: JournalError) {
    // The journal is there; what was asked is not told of the past.
    if error.code == .readOnly { return mailbox.post([.feedNotice(RefusalWords.text(error), isProblem: true)]) }
    let isNews = isAway.withLock { isAway in
      defer { isAway = true }
      return !isAway
    }
    if isNews { mailbox.post([.storeAway(since: WallClock.now(), reason: RefusalWords.text(error))]) }
  }

  /// Notes that the journal answers.
  func answered() {
    let isNews = isAway.withLock { isAway in
      defer { isAway = false }
      return isAway
    }
    if isNews { mailbox.post([.storeBack]) }
  }
}
