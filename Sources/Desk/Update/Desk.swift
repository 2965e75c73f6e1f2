import Journal
public import Model

/// The desk's one rule: state and event give state and effects.
public enum Desk {
  /// How long, in milliseconds of wall time, a changed order is shown as changed.
  static let changedFor: Int64 = 2_000
  /// How long, in milliseconds of wall time, the selection must rest on an order for it to count as seen.
  static let seenAfter: Int64 = 1_000
  /// After how long, in milliseconds of wall time, the rules are gone through again.
  static let raisesEvery: Int64 = 1_000
  /// The most files of orders that are kept.
  static let keptFiles = 400

  /// The effects with which a desk begins; the first frame does not wait for them.
  public static func begin(_ state: inout DeskState) -> [DeskEffect] {
    reload(&state) + loadBoard(&state)
  }

  /// Takes an event in.
  ///
  /// - Parameters:
  ///   - state: what the desk shows and remembers.
  ///   - event: what happened.
  ///   - wall: what the wall clock shows, UTC.
  /// - Returns: what the desk asks of the world.
  public static func update(_ state: inout DeskState, _ event: DeskEvent, at wall: Instant) -> [DeskEffect] {
    state.wall = max(state.wall, wall)
    guard let event = concerning(event, state) else { return [] }
    return ofItsMoment(take(event, &state), state)
  }

  private static func take(_ event: DeskEvent, _ state: inout DeskState) -> [DeskEffect] {
    switch event {
    case .key(let key): return press(key, &state)
    case .resized(let width, let height):
      state.width = width
      state.height = height
      if state.focus == .towns, state.layout.towns == nil { state.focus = .queue }
      if let index = state.queue.selectedIndex {
        state.queue.keepVisible(index, height: state.layout.queueRows)
      }
      return extendWindow(&state)
    case .tick: return tick(&state)
    case .journalChanged:
      state.proposals.isStale = true
      return reload(&state) + loadBoard(&state)
    case .page(let generation, let page, let effort):
      return adopt(page, generation: generation, effort: effort, &state)
    case .board(let reading): return adopt(reading, &state)
    case .late(let counts):
      state.late = counts
      return []
    case .files(let files): return adopt(files, &state)
    case .proposals(let number, let list):
      state.proposals.adopt(list, for: number)
      return []
    case .suggestions(let number, let suggestions): return adopt(suggestions, for: number, &state)
    case .leads(let book): return adopt(book, &state)
    case .grids(let span, let part): return adopt(part, of: span, &state)
    case .rates(let query, let groups): return adopt(groups, of: query, &state)
    case .rateOrders(let request, let rows, let last, let hasMore):
      return adopt(rows, last: last, hasMore: hasMore, of: request, &state)
    case .volunteers(let list, let last): return adopt(list, after: last, &state)
    case .ledger(let volunteer, let ledger): return adopt(ledger, of: volunteer, &state)
    case .pinyin(let index):
      state.pinyin = index
      return refilter(&state)
    case .performed(let kind, let outcomes): return performed(kind, outcomes, &state)
    case .handOver(let reading): return adopt(reading, &state)
    case .performedBook(let command, let error): return performed(command, error, &state)
    case .raised:
      state.isRaising = false
      return []
    case .clock(let setting): return adopt(setting, &state) + endedDrill(&state)
    case .drillResult(let result): return adopt(result, &state)
    case .wentOn(let outcome): return wentOn(outcome, &state)
    // It was unwrapped where it concerns what is shown.
    case .past: return []
    case .liveOrders(let orders): return breakIn(orders, &state)
    case .storeAway(let since, let reason):
      // What matters is since when it has been away, not when that was noticed again.
      if state.store.canKeep { state.store = .away(since: since, reason: reason) }
      state.queue.load = LoadGate()
      forgetReadings(&state)
      state.lookBack?.isGoingOn = false
      state.heldKeys = []
      state.isRaising = false
      return []
    case .storeBack:
      state.store = .ready
      state.files = [:]
      state.suggestions = [:]
      say(.done, "日志已恢复", &state)
      return reload(&state) + loadBoard(&state) + askAgain(&state)
    case .feedNotice(let text, let isProblem):
      say(isProblem ? .refusal : .note, text, &state)
      return []
    }
  }

  /// Says something on the bottom line for some seconds.
  static func say(_ kind: Message.Kind, _ text: String, _ state: inout DeskState) {
    state.message = Message(
      kind: kind, text: text, until: state.wall.adding(milliseconds: kind == .refusal ? 8_000 : 5_000))
  }

  private static func tick(_ state: inout DeskState) -> [DeskEffect] {
    let wall = state.wall
    if let message = state.message, message.until <= wall { state.message = nil }
    if state.changed.contains(where: { $0.value <= wall }) {
      state.changed = state.changed.filter { $0.value > wall }
    }
    noteSeen(&state)
    var effects = restedSuggestions(&state)
    if !state.seen.isEmpty, state.store == .ready {
      effects.append(.markSeen(state.seen))
      state.seen = [:]
    }
    effects += neededProposals(&state) + endedDrill(&state) + stopDrill(&state)
    if state.context.raises, state.store == .ready, !state.isRaising, wall.since(state.raisedAt) >= raisesEvery {
      state.isRaising = true
      state.raisedAt = wall
      effects.append(.raise)
    }
    // The past stands.
    if state.store == .ready, state.lookBack == nil { effects += recount(&state) }
    return effects
  }

  /// An order that the selection has rested on is seen.
  private static func noteSeen(_ state: inout DeskState) {
    guard let row = state.selectedRow else {
      state.restingOn = nil
      return
    }
    guard state.restingOn == row.number, let since = state.restingSince else {
      state.restingOn = row.number
      state.restingSince = state.wall
      return
    }
    if row.unread, state.dialog == nil, state.breakIn.shown == nil, state.wall.since(since) >= seenAfter {
      markSeen(row, &state)
    }
  }

  /// Notes that an order was seen; who looks at the past has not seen the present.
  static func markSeen(_ row: OrderRow, _ state: inout DeskState) {
    guard row.unread, state.lookBack == nil, let index = state.queue.selectedIndex,
      state.queue.rows[index].number == row.number
    else {
      return
    }
    state.seen[row.number] = row.version
    state.queue.rows[index].unread = false
    if state.context.drill != nil { state.sightings.see(row.number, version: row.version, at: state.now) }
  }
}
