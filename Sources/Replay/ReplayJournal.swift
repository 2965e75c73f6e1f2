public import Journal
public import Model
import Synchronization

/// A journal as it was at a moment, which can be moved: read only, and read through the same contract as any other.
///
/// What the journal's own rows tell of the moment is read from them; the orders that were open then, or have changed since,
/// are made anew from their events. Such snapshots are made when they are needed, at round sequences, and kept in
/// memory; the events from there to the moment are added. Nothing is written.
public final class ReplayJournal: JournalStore {
  /// How many events lie between snapshots.
  public static let stride: Int64 = 2_000
  /// How many snapshots are kept.
  static let kept = 8
  /// The most events that are added to a moment, rather than making another one.
  public static let longest: Int64 = 20_000

  private struct State {
    var moment: Moment
    var snapshots: [Moment] = []
    var clock: ClockSetting?
    /// The instant that the moment was found for; nothing while it is to be looked for again.
    var instant: Instant?
    /// Grows with whatever is shown anew.
    var changes: Int64 = 0
    /// The journal's token and head when the moment was made.
    var token: Int64
    var head: Int64
    var isClosed = false
  }

  /// What the journal's first event fixed.
  public let identity: JournalIdentity
  let journal: any JournalStore
  private let stride: Int64
  private let state: Mutex<State>

  /// Opens a journal as it was at an instant.
  ///
  /// - Parameters:
  ///   - journal: the journal; it may go on growing.
  ///   - instant: the moment, UTC.
  ///   - stride: how many events lie between snapshots.
  public init(
    _ journal: any JournalStore, at instant: Instant, stride: Int64 = ReplayJournal.stride
  ) throws(JournalError) {
    identity = journal.identity
    self.journal = journal
    self.stride = max(1, stride)
    let head = try journal.head().sequence
    let start = Moment(at: 0, greatest: OrderNumber(key: 0), cells: [:])
    state = Mutex(State(moment: start, token: try journal.changeToken(), head: head))
    try show(instant)
  }

  /// Shows the journal as it was at an instant.
  ///
  /// - Parameter instant: the moment, UTC: all that was recorded by then is in it.
  /// - Returns: whether that differs from what was shown.
  @discardableResult
  public func show(_ instant: Instant) throws(JournalError) -> Bool {
    try state.withLock { (state) throws(JournalError) in try show(instant, &state) }
  }

  /// Shows the journal as it was at what the replay's clock shows.
  ///
  /// - Parameter wall: what the wall clock shows, UTC.
  /// - Returns: whether that differs from what was shown.
  public func follow(wall: Instant) throws(JournalError) -> Bool {
    try state.withLock { (state) throws(JournalError) in
      guard let clock = state.clock else { return false }
      return try show(clock.now(wall: wall), &state)
    }
  }

  private func show(_ instant: Instant, _ state: inout State) throws(JournalError) -> Bool {
    try check(state)
    // A clock that stands asks again and again.
    if instant == state.instant { return false }
    try followGrowth(&state)
    let sequence = try journal.sequence(recordedFrom: instant.adding(milliseconds: 1)) - 1
    let isOther = sequence != state.moment.sequence
    if isOther { try move(&state, to: sequence) }
    state.instant = instant
    return isOther
  }

  /// The moment that is shown.
  func moment() throws(JournalError) -> Moment {
    try state.withLock { (state) throws(JournalError) in
      try check(state)
      try followGrowth(&state)
      return state.moment
    }
  }

  /// The last sequence that is shown.
  public func sequence() throws(JournalError) -> Int64 { try moment().sequence }

  /// A number that differs when something else is shown.
  public func changeToken() throws(JournalError) -> Int64 {
    try state.withLock { (state) throws(JournalError) in
      try check(state)
      return state.changes
    }
  }

  /// The replay's clock.
  public func clock() throws(JournalError) -> ClockSetting? {
    try state.withLock { (state) throws(JournalError) in
      try check(state)
      return state.clock
    }
  }

  /// Sets the replay's clock, and shows the moment that it begins at; the journal keeps its own.
  public func setClock(_ setting: ClockSetting) throws(JournalError) {
    try state.withLock { (state) throws(JournalError) in
      _ = try show(setting.feed, &state)
      state.clock = setting
    }
  }

  /// Lets go of the moment; the journal stays open.
  public func close() throws(JournalError) {
    state.withLock { $0.isClosed = true }
  }

  private func check(_ state: State) throws(JournalError) {
    if state.isClosed { throw JournalError(.closed, subject: identity.site) }
  }

  private func move(_ state: inout State, to sequence: Int64) throws(JournalError) {
    var moment = try nearest(&state, to: sequence)
    while moment.sequence < sequence {
      let events = try journal.events(
        from: moment.sequence + 1, limit: Int(min(1_000, sequence - moment.sequence)))
      guard !events.isEmpty else { throw JournalError(.damaged, subject: "sequence \(moment.sequence + 1)") }
      for event in events { try moment.take(event) }
    }
    state.moment = moment
    state.changes += 1
  }

  /// The moment from which the way to a sequence is shortest: one that is at hand, or a snapshot that is made for it.
  private func nearest(_ state: inout State, to sequence: Int64) throws(JournalError) -> Moment {
    let known = ([state.moment] + state.snapshots).filter { $0.sequence <= sequence }
      .max { $0.sequence < $1.sequence }
    if let known, known.sequence > 0 || sequence <= stride, sequence - known.sequence <= ReplayJournal.longest {
      return known
    }
    let snapshot = try MomentMaker(journal: journal).moment(at: sequence / stride * stride)
    state.snapshots.append(snapshot)
    if state.snapshots.count > ReplayJournal.kept { state.snapshots.removeFirst() }
    return snapshot
  }

  /// Makes the moment anew when the journal has grown: rows that told of it may have changed.
  private func followGrowth(_ state: inout State) throws(JournalError) {
    let token = try journal.changeToken()
    guard token != state.token else { return }
    state.token = token
    let head = try journal.head().sequence
    guard head != state.head else { return }
    state.head = head
    state.instant = nil
    state.snapshots = []
    let sequence = state.moment.sequence
    state.moment = Moment(at: 0, greatest: OrderNumber(key: 0), cells: [:])
    try move(&state, to: sequence)
  }
}
