import City
import Desk
import Journal
import Model
import Operations
import Replay
import SQLiteJournal
import Synchronization

/// The drill's past on a desk, and going on from there.
extension LiveDrill {
  /// A drill's journal as it was, over the one that is open.
  struct Past {
    let store: SQLiteJournal
    let journal: ReplayJournal
  }

  func past(at instant: Instant, through last: Instant) throws(JournalError) -> Operations {
    let store = try keeper.current()
    let journal = try past.withLock { (known) throws(JournalError) in
      if let known, known.store === store { return known.journal }
      // A drill is short: it is folded from its beginning, so that what had been learned is known, too.
      let journal = try ReplayJournal(store, at: instant, stride: ReplayJournal.longest)
      known = Past(store: store, journal: journal)
      return journal
    }
    try journal.setClock(ClockSetting(feed: instant, wall: instant, speed: 1_000, paused: true))
    try journal.show(last)
    return Sitting.operations(journal, city: sitting.loaded.tables)
  }

  func goOn(
    from instant: Instant, seen: [OrderNumber: Int], by seat: SeatCode
  ) throws(DrillRefusal) -> String {
    do {
      // In turn, so that nobody writes while it is read.
      return try inTurn { [sitting] _, store in
        let wall = WallClock.now()
        let path = sitting.branchPath(at: wall)
        _ = try sitting.branch(of: store, at: instant, wall: wall, to: path) { try $0.markSeen(seen, by: seat) }
        return path
      }
    } catch {
      throw DrillRefusal(Failure(error).description)
    }
  }
}
