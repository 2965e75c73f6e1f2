import CResidentMemory
import City
import Desk
import Dispatch
import Journal
import Model
import Operations
import Synchronization

/// Where the journal that effects are carried out on comes from.
protocol StoreSource: Sendable {
  /// The way in to the journal as it is now.
  func operations() throws(JournalError) -> Operations

  /// Notes that the journal did not answer; somebody else sees to it.
  func suspect(_ error: JournalError)
}

/// Carries effects out beside the thread that draws: what reads, what searches long and what writes each in its own
/// order, so that neither a commit that waits for the lock nor a search through a common word holds a page up.
final class EffectRunner: Sendable {
  private let reading = DispatchQueue(label: "reading", qos: .userInteractive)
  /// What is read of the past is read of one moment at a time.
  private let lookingBack = DispatchQueue(label: "looking back", qos: .userInteractive)
  private let searching = DispatchQueue(label: "searching", qos: .userInitiated)
  private let writing = DispatchQueue(label: "writing", qos: .userInitiated)
  private let naming = DispatchQueue(label: "naming", qos: .utility)
  private let keeper: any StoreSource
  private let loaded: LoadedCity
  private let authority: Authority
  private let clock: SharedClock
  private let mailbox: Mailbox
  private let drill: LiveDrill?
  /// The list that is wanted now; pages of earlier ones need not be read any more.
  private let wanted = Mutex(0)
  private let isStarting = Atomic(true)
  private let hasSearched = Atomic(false)

  init(
    keeper: any StoreSource, loaded: LoadedCity, authority: Authority, clock: SharedClock, mailbox: Mailbox,
    drill: LiveDrill? = nil
  ) {
    self.keeper = keeper
    self.loaded = loaded
    self.authority = authority
    self.clock = clock
    self.mailbox = mailbox
    self.drill = drill
    resident_memory_share_heap()
  }

  /// Begins to carry effects out; what comes of them is posted.
  func run(_ effects: [DeskEffect]) {
    for case .loadPage(let request) in effects { wanted.withLock { $0 = request.generation } }
    for effect in effects {
      queue(for: effect).async { self.carryOut(effect) }
    }
  }

  /// Waits until all that was begun is done.
  func finish() {
    writing.sync {}
    reading.sync {}
    lookingBack.sync {}
    searching.sync {}
  }

  private func isWriting(_ effect: DeskEffect) -> Bool {
    switch effect {
    case .perform, .performPair, .performBook, .raise, .setClock, .stepDrill, .goOn, .markSeen: true
    default: false
    }
  }

  private func queue(for effect: DeskEffect) -> DispatchQueue {
    switch effect {
    case .loadPinyin: naming
    case .past: lookingBack
    case .loadFiles, .loadSuggestions, .loadProposals, .loadLeads, .loadGrids, .loadRates, .loadRateOrders,
      .loadVolunteers, .loadLedger, .loadDrillResult:
      searching
    case .loadPage(let request) where request.isLongSearch: searching
    default: isWriting(effect) ? writing : reading
    }
  }

  private func carryOut(_ effect: DeskEffect) {
    if case .loadPage(let request) = effect, wanted.withLock({ $0 > request.generation }) { return }
    do throws(JournalError) {
      let executor = EffectExecutor(
        operations: try keeper.operations(), city: loaded, authority: authority, drill: drill)
      let events = try executor.run(effect)
      for case .clock(let setting) in events { _ = clock.adopt(setting) }
      mailbox.post(events)
      releaseMemory(after: effect)
    } catch {
      if case .performPair(let request) = effect {
        mailbox.post([
          .performed(
            request.command.kind, [PerformOutcome(number: request.kept, result: .failure(.journal(error)))])
        ])
      }
      if case .perform(let request) = effect {
        mailbox.post([
          .performed(
            request.command.kind,
            request.orders.map { PerformOutcome(number: $0.number, result: .failure(.journal(error))) })
        ])
      }
      if effect == .raise {
        mailbox.post([.raised])
        // The rules are gone through again in a second; no officer waits for it.
        if error.code == .lockHeld { return }
      }
      if error.code == .lockHeld, isWriting(effect) {
        // The journal is there, somebody else is writing: what was asked is not done, all else goes on.
        mailbox.post([.feedNotice(RefusalWords.text(error), isProblem: true)])
        if case .setClock = effect, let setting = clock.current { mailbox.post([.clock(setting)]) }
      } else {
        keeper.suspect(error)
      }
    }
  }

  /// Gives back what was needed for a moment.
  ///
  /// With the first order's file the start is over; looking all names up is done once, too. A search through a common
  /// word takes megabytes, and so does what it left when the list is back.
  private func releaseMemory(after effect: DeskEffect) {
    switch effect {
    case .loadFiles where isStarting.exchange(false, ordering: .relaxed), .loadPinyin: resident_memory_release()
    case .loadPage(let request) where request.isLongSearch:
      hasSearched.store(true, ordering: .relaxed)
      resident_memory_release()
    case .loadPage(let request)
    where request.query.filter == nil && hasSearched.exchange(false, ordering: .relaxed):
      resident_memory_release()
    default: break
    }
  }
}

extension PageRequest {
  /// Whether all matches of a filter are asked for, however many there are, or those of a single character, which
  /// begins many words.
  fileprivate var isLongSearch: Bool {
    guard let filter = query.filter else { return false }
    return effort == .full || filter.words.allSatisfy { $0.unicodeScalars.count < 2 }
  }
}
