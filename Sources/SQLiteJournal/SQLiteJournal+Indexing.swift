package import Journal
import Synchronization

extension SQLiteJournal {
  /// Puts the orders that wait into the search index once this store may have added many.
  func indexWaiting(after appended: Int) throws(JournalError) {
    let isDue = appendedSinceIndexing.withLock { count in
      count += appended
      return count >= options.waiting
    }
    guard isDue else { return }
    let isDone = try postponing { () throws(JournalError) in try indexWaiting(downTo: options.waiting) }
    if !isDone { appendedSinceIndexing.withLock { $0 = options.waiting } }
  }

  /// Puts orders that wait into the search index, in holds of the lock between which others get in.
  ///
  /// - Parameter enough: how many orders are many: fewer are left to wait.
  package func indexWaiting(downTo enough: Int) throws(JournalError) {
    appendedSinceIndexing.withLock { $0 = 0 }
    while try files.read({ (session) throws(JournalError) in try WaitingTable(session: session).holds(enough) }) {
      let count = try writeUnsynced { (session) throws(JournalError) in
        try WaitingTable(session: session).move(options.indexedAtOnce, within: HoldBudget.indexing)
      }
      try merge(after: count)
      if !options.indexesAll { return }
    }
  }

  /// Merges as much as putting orders in makes needful, a little with each hold of the lock.
  private func merge(after orders: Int) throws(JournalError) {
    var left = SearchIndex.pages(after: orders)
    while left > 0 {
      left = try writeUnsynced { (session) throws(JournalError) in
        try SearchIndex(session: session).merge(pages: left, within: HoldBudget.merging)
      }
    }
  }
}
