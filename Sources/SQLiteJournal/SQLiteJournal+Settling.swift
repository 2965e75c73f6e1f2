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
      _ = try postponing { () throws(JournalError) in try settleSomeRates(before: end) }
      task.reached = settled
      if try isSettlingDue(before: end) { return }
    }
    // What changes from now on waits for the next day.
    task.end = nil
  }

  /// Settles all days that are over, in holds of the lock between which others get in.
  func settleRates() throws(JournalError) {
    let end = try endOfSettling()
    while try isSettlingDue(before: end) { try settleSomeRates(before: end) }
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

  private func settleSomeRates(before end: Int) throws(JournalError) {
    try writeUnsynced { (session) throws(JournalError) in
      try RateSettling(session: session).run(before: end, within: options.settling)
    }
  }
}
