import City
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// Looks, on a thread of its own and without writing, whether orders of top urgency come into the city's live journal
/// while a drill is worked.
final class LiveWatch: Sendable {
  /// How often it looks, in milliseconds.
  private static let interval = 1_000
  /// After how many milliseconds it is said again that the journal can't be read: nobody would miss an order that is
  /// not shown.
  private static let reminder: Int64 = 60_000

  private let lookout: LiveLookout
  private let authority: Authority
  private let clock: SharedClock
  private let mailbox: Mailbox
  private let thread = JoinedThread("live")

  /// Begins to look, until the clock is stopped.
  init(_ lookout: LiveLookout, authority: Authority, clock: SharedClock, mailbox: Mailbox) {
    self.lookout = lookout
    self.authority = authority
    self.clock = clock
    self.mailbox = mailbox
    thread.start { [self] in watch() }
  }

  /// Waits for the thread to end, once the clock was stopped.
  func join() {
    thread.join()
  }

  private func watch() {
    var sight = LiveSight(lookout, authority: authority)
    var toldAt: Instant?
    while !clock.isStopped {
      do throws(JournalError) {
        let orders = try sight.look(at: WallClock.now())
        if !orders.isEmpty { mailbox.post([.liveOrders(orders)]) }
        if toldAt != nil { mailbox.post([.feedNotice("真实日志又读得到了，特急来件照常报进来", isProblem: false)]) }
        toldAt = nil
      } catch {
        sight.letGo()
        let wall = WallClock.now()
        if toldAt.map({ wall.since($0) >= LiveWatch.reminder }) ?? true {
          toldAt = wall
          mailbox.post([.feedNotice("真实日志读不到，特急来件这时报不进来：" + RefusalWords.text(error), isProblem: true)])
        }
      }
      clock.pause(milliseconds: LiveWatch.interval)
    }
    sight.letGo()
  }
}

/// The live journal as the thread that looks at it has it: opened once it is there, and again after a failure.
private struct LiveSight {
  private let lookout: LiveLookout
  private let authority: Authority
  private var finder = LiveOrderFinder()
  private var store: SQLiteJournal?
  /// The file that was looked at last, and whether it is the journal that is meant, once that is known.
  private var file: FileIdentity?
  private var isMeant: Bool?
  private var wasThere = false
  private var token: Int64?

  init(_ lookout: LiveLookout, authority: Authority) {
    self.lookout = lookout
    self.authority = authority
  }

  /// What has come since the last look; nothing where there is no live journal yet.
  mutating func look(at now: Instant) throws(JournalError) -> [LiveOrder] {
    guard let present = FileIdentity(path: lookout.path) else {
      letGo()
      if wasThere { throw JournalError(.missing, subject: lookout.path) }
      return []
    }
    if present != file {
      letGo()
      // Another file's events are others, however far the last one had come.
      finder = LiveOrderFinder()
      isMeant = nil
      file = present
    }
    guard let store = try opened() else { return [] }
    let seen = try store.changeToken()
    guard seen != token else { return [] }
    let orders = try finder.look(
      Viewpoint(Sitting.operations(store, city: lookout.loaded.tables), of: authority), at: now)
    token = seen
    return orders
  }

  private mutating func opened() throws(JournalError) -> SQLiteJournal? {
    if store != nil || isMeant == false { return store }
    let fresh = try SQLiteJournal.open(lookout.path, .looking)
    isMeant = lookout.isMeant(fresh)
    if isMeant == true {
      store = fresh
      wasThere = true
    } else {
      try? fresh.close()
    }
    return store
  }

  /// Closes the journal; the next look opens it again.
  mutating func letGo() {
    try? store?.close()
    store = nil
    token = nil
  }
}
