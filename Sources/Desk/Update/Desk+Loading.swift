import Journal
import Model
import Terminal

extension Desk {
  /// Reads the list anew round where it stands.
  static func reload(_ state: inout DeskState) -> [DeskEffect] {
    guard state.queue.load.begin() else { return [] }
    let isSearch = state.query.filter != nil
    let keepsFull = isSearch && state.queue.isLoaded && !state.queue.isPartial
    return [pageRequest(state, anchor: state.queue.anchor, effort: isSearch && !keepsFull ? .newest : .full)]
  }

  /// Begins another list at one of its ends.
  static func list(_ state: inout DeskState, at end: QueueState.Landing = .top) -> [DeskEffect] {
    state.queue.begin(at: end)
    state.detailScroll = 0
    state.restingOn = nil
    _ = state.queue.load.begin()
    // The newest matches say nothing about where all of them end.
    let isFull = state.query.filter == nil || end == .bottom
    return [pageRequest(state, anchor: state.queue.anchor, effort: isFull ? .full : .newest)]
  }

  private static func pageRequest(
    _ state: DeskState, anchor: PageAnchor, effort: SearchEffort
  ) -> DeskEffect {
    let height = state.layout.queueRows
    // The newest matches are there to be seen at once; the full list that follows them has the rows to walk through.
    let isFull = effort == .full
    return .loadPage(
      PageRequest(
        generation: state.queue.generation, query: state.query, anchor: anchor, before: height * (isFull ? 3 : 1),
        after: height * (isFull ? 4 : 2), effort: effort, follow: state.queue.followed))
  }

  /// Forgets what is being read beside the list: it was lost, or is of another moment.
  static func forgetReadings(_ state: inout DeskState) {
    state.boardLoad = LoadGate()
    state.filesLoading = []
    state.proposals = ProposalState()
    state.suggestionsLoading = [:]
  }

  static func loadBoard(_ state: inout DeskState) -> [DeskEffect] {
    guard state.boardLoad.begin() else { return [] }
    state.boardAt = state.wall
    return [.loadBoard(BoardRequest(now: state.now, town: state.query.town))]
  }

  /// Counts again what changes with the clock alone: what is late every ten seconds, the rest every minute.
  static func recount(_ state: inout DeskState) -> [DeskEffect] {
    // A clock of a feed or a drill may run fast.
    let interval: Int64 = state.clock == nil ? 60_000 : 10_000
    if state.wall.since(state.boardAt) >= interval { return loadBoard(&state) }
    guard state.wall.since(max(state.lateAt, state.boardAt)) >= 10_000 else { return [] }
    state.lateAt = state.wall
    return [.countLate(state.now)]
  }

  static func adopt(
    _ page: OrderPage, generation: Int, effort: SearchEffort, _ state: inout DeskState
  ) -> [DeskEffect] {
    guard generation == state.queue.generation else { return [] }
    if case .loading = state.store { state.store = .ready }
    let page = withSightings(page, &state)
    markChanges(page.rows, &state)
    let isFirst = !state.queue.isLoaded
    state.queue.adopt(page, sort: state.query.sort, height: state.layout.queueRows)
    if isFirst { state.restingOn = nil }
    let isWanted = state.queue.load.end()
    var effects = neededFiles(&state)
    if page.isPartial, effort == .newest {
      _ = state.queue.load.begin()
      effects.append(pageRequest(state, anchor: state.queue.anchor, effort: .full))
    } else if isWanted {
      effects += reload(&state)
    }
    return isFirst ? effects + releaseKeys(&state) : effects
  }

  /// In a drill the rows of the present tell what was seen when, and those of the past are told what was unread then.
  private static func withSightings(_ page: OrderPage, _ state: inout DeskState) -> OrderPage {
    guard state.context.drill != nil else { return page }
    guard let look = state.lookBack else {
      for row in page.rows { state.sightings.meet(row, at: state.now) }
      return page
    }
    var page = page
    for index in page.rows.indices {
      let row = page.rows[index]
      page.rows[index].unread = state.sightings.isUnread(row.number, version: row.version, at: look.instant)
    }
    return page
  }

  /// Rows that were on screen with another version have changed; rows that were not there at all are new.
  private static func markChanges(_ rows: [OrderRow], _ state: inout DeskState) {
    guard state.queue.isLoaded, !state.queue.isElsewhere else { return }
    let known = Dictionary(
      state.queue.rows.map { ($0.number, $0.version) }, uniquingKeysWith: { first, _ in first })
    let until = state.wall.adding(milliseconds: changedFor)
    for row in rows {
      if let version = known[row.number], version != row.version { state.changed[row.number] = until }
    }
  }

  static func adopt(_ reading: BoardReading, _ state: inout DeskState) -> [DeskEffect] {
    state.board = reading.board
    state.late = reading.late
    state.arrivals = reading.arrivals
    state.claims = reading.claims
    state.awaiting = reading.awaiting
    state.responses = reading.responses
    state.shift = reading.shift
    state.activity = ActivityWords.lines(reading.activity, city: state.city)
    return state.boardLoad.end() ? loadBoard(&state) : []
  }

  static func adopt(_ files: [OrderFile], _ state: inout DeskState) -> [DeskEffect] {
    for file in files {
      state.files[file.order.number] = file
      state.filesLoading.remove(file.order.number)
    }
    if state.files.count > keptFiles {
      let near = Set(state.queue.rows.map(\.number))
      state.files = state.files.filter { near.contains($0.key) }
    }
    return []
  }

  /// Asks for the files of the rows round the selection that are missing or out of date, a block at a time, so that
  /// the detail follows a moving selection without waiting.
  static func neededFiles(_ state: inout DeskState) -> [DeskEffect] {
    guard let index = state.queue.selectedIndex else { return [] }
    let rows = state.queue.rows
    func isMissing(_ row: OrderRow) -> Bool {
      !state.filesLoading.contains(row.number) && state.files[row.number]?.order.version != row.version
    }
    let near = max(0, index - 12)...min(rows.count - 1, index + 12)
    guard rows[near].contains(where: isMissing) else { return [] }
    let block = max(0, index - 32)...min(rows.count - 1, index + 32)
    // The selected order first: it is the one that is looked at.
    let wanted = ([rows[index]] + rows[block]).filter(isMissing).map(\.number)
    state.filesLoading.formUnion(wanted)
    return [.loadFiles(wanted)]
  }

  /// Looks for what may be the same event once the selection rests on an order, after its file is there.
  static func neededProposals(_ state: inout DeskState) -> [DeskEffect] {
    guard state.store == .ready, state.isResting, let row = state.selectedRow, state.selectedFile != nil,
      state.proposals.ask(row.number, version: row.version, at: state.wall)
    else { return [] }
    return [.loadProposals(row.number)]
  }

  /// Asks for more rows when the selection comes near the edge of those that are loaded.
  static func extendWindow(_ state: inout DeskState) -> [DeskEffect] {
    guard let index = state.queue.selectedIndex, state.queue.isLoaded else { return [] }
    let height = state.layout.queueRows
    let nearsEnd = state.queue.hasAfter && index + height * 3 / 2 > state.queue.rows.count
    let nearsStart = state.queue.hasBefore && index < height * 3 / 2
    return nearsEnd || nearsStart ? reloadOnce(&state) : []
  }

  private static func reloadOnce(_ state: inout DeskState) -> [DeskEffect] {
    state.queue.load.isLoading ? [] : reload(&state)
  }
}
