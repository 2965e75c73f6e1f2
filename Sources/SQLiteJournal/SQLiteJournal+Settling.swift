import Journal
import Model
import Synchronization

/// What a desk still has to settle of the rates' sums today.
struct SettlingTask {
  /// The day on which it was begun, counted from 1970.
  var day: Int64?
  /// The day before which all is to be settled, `YYYYMMDD`; nothing once that is done.
  var end: Int?
  /// The day that it has come to.
  var reached = 0
}

extension SQLiteJournal {
  /// Settles the rates' sums of days that are over, once a day and a little with each commit; an import does it when it ends.
  ///
  /// What an import writes meanwhile is left to it: it gives up what it comes too late for, which would go on for as long as it
  /// does.
  ///
  /// - Parameter moment: when something was recorded.
  func settleRates(at moment: Instant) throws(JournalError) {
    guard !options.syncsAside else { return }
    let day = moment.hour / 24
    var task = settlingTask.withLock { $0 }
    if task.day != day { task = SettlingTask(day: day, end: try endOfSettling()) }
    defer { settlingTask.withLock { $0 = task } }
    guard let end = task.end else { return }
    let settled = try settledDay()
    let isDue = try isSettlingDue(before: end)
    if isDue, settled >= task.reached {
      var isWhole = true
      _ = try postponing { () throws(JournalError) in isWhole = try settleSomeRates(before: end) }
      task.reached = settled
      let isLeft = try isSettlingDue(before: end)
      if isWhole, isLeft { return }
    }
    // What changes from now on waits for the next day.
    task.end = nil
  }

  /// Settles all days that are over, in holds of the lock between which others get in.
  func settleRates() throws(JournalError) {
    let end = try endOfSettling()
    var isWhole = true
    while isWhole, try isSettlingDue(before: end) { isWhole = try settleSomeRates(before: end) }
  }

  private func endOfSettling() throws(JournalError) -> Int {
    try files.read { (session) throws(JournalError) in try RateSettling(session: session).newest() }
  }

  private func settledDay() throws(JournalError) -> Int {
    try files.read { (session) throws(JournalError) in try RateSettling(session: session).day() }
  }

  private func isSettlingDue(before end: Int) throws(JournalError) -> Bool {
    try files.read { (session) throws(JournalError) in try RateSettling(session: session).isDue(before: end) }
  }

  /// Settles what one hold of the lock has time for.
  ///
  /// - Returns: whether the days could be read. Sums that nothing can be made of are what `verify` tells of; what was
  ///   appended is in, and rates are read from the days.
  private func settleSomeRates(before end: Int) throws(JournalError) -> Bool {
    do throws(JournalError) {
      try writeUnsynced { (session) throws(JournalError) in
        try RateSettling(session: session).run(before: end, within: options.settling)
      }
      return true
    } catch  where error.code == .damaged {
      return false
    }
  }
}
