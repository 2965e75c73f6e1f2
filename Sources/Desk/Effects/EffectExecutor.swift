public import City
public import Journal
public import Model
public import Operations

/// Carries out what a desk asks of the journal; each call blocks until it is done.
public struct EffectExecutor: Sendable {
  /// The way in to the journal.
  public let operations: Operations
  private let loaded: LoadedCity
  private let authority: Authority
  private let viewpoint: Viewpoint
  private let turns: any CommandTurns
  private let drill: (any DrillControl)?

  /// Makes an executor for a desk.
  ///
  /// - Parameters:
  ///   - operations: the way in to the journal.
  ///   - city: the city as it was loaded.
  ///   - authority: on whose authority the desk acts.
  ///   - drill: the drill that is worked, whose turns and clock all its desks share.
  public init(
    operations: Operations, city: LoadedCity, authority: Authority, drill: (any DrillControl)? = nil
  ) {
    turns = drill ?? OpenTurns(operations)
    self.drill = drill
    self.operations = operations
    loaded = city
    self.authority = authority
    viewpoint = Viewpoint(operations, of: authority)
  }

  /// The most late orders that are counted in a town.
  static let lateBound = 999
  /// How many of the last events are read for the ticker: more than a pass of the rules raises, and what came before it.
  static let recentEvents = 40
  /// How many orders are raised in one pass of the rules, so that no pass holds the lock for long.
  static let mostRaised = 20
  /// How many orders behind a rate are read in one go.
  static let rateOrders = 100
  /// How many orders of a kind are read that wait for the seat's word.
  static let mostAwaiting = 8

  /// Carries an effect out.
  ///
  /// - Returns: what came of it; nothing for effects that are the terminal's.
  /// - Throws: when the journal does not answer.
  public func run(_ effect: DeskEffect) throws(JournalError) -> [DeskEvent] {
    let store = operations.store
    switch effect {
    case .loadPage(let request):
      return [.page(generation: request.generation, try page(request), effort: request.effort)]
    case .loadBoard(let request): return [.board(try board(request))]
    case .countLate(let now): return [.late(try viewpoint.late(at: now, bound: EffectExecutor.lateBound))]
    case .loadFiles(let numbers): return [.files(try viewpoint.files(numbers))]
    case .loadProposals(let number): return [.proposals(number, try proposals(for: number))]
    case .loadSuggestions(let number): return try suggestions(number)
    case .loadLeads(let span): return [.leads(try leads(span))]
    case .loadGrids(let span, let start): return [.grids(span, try viewpoint.gridFindings(span, from: start))]
    case .loadRates(let query): return [.rates(query, try viewpoint.rates(query))]
    case .loadRateOrders(let request): return [try rateOrders(request)]
    case .loadVolunteers(let last):
      return [.volunteers(try store.volunteerPoints(after: last, limit: Desk.volunteersRead), after: last)]
    case .loadLedger(let volunteer): return [.ledger(volunteer, try store.pointsLedger(of: volunteer))]
    case .loadPinyin: return [.pinyin(loaded.pinyinIndex)]
    case .perform(let request): return [.performed(request.command.kind, perform(request))]
    case .performPair(let request): return [.performed(request.command.kind, [perform(request)])]
    case .loadHandOver: return try handOver()
    case .performBook(let command, let id): return [.performedBook(command, perform(command, id: id))]
    case .raise:
      try raise()
      return [.raised]
    case .setClock(let setting):
      guard let drill else {
        try store.setClock(setting)
        return [.clock(setting)]
      }
      return [.clock(try drill.set(setting))]
    case .stepDrill: return try drill.map { drill throws(JournalError) in [.clock(try drill.step())] } ?? []
    case .loadDrillResult:
      return try drill.map { drill throws(JournalError) in [.drillResult(try drill.result())] } ?? []
    case .past(let instant, let effect): return try past(effect, at: instant)
    case .goOn(let instant, let seen): return goOn(from: instant, seen: seen)
    case .markSeen(let seen):
      try store.markSeen(seen, by: authority.seat)
      return []
    case .repaint, .ring, .suspend, .open, .quit: return []
    }
  }

  /// Reads something of the drill as it was at a moment.
  private func past(_ effect: DeskEffect, at instant: Instant) throws(JournalError) -> [DeskEvent] {
    guard let drill else { return [] }
    let operations = try drill.past(at: instant, through: LookBack.last(of: instant))
    let then = EffectExecutor(operations: operations, city: loaded, authority: authority)
    return try then.run(effect).map { .past(instant, $0) }
  }

  private func goOn(from instant: Instant, seen: [OrderNumber: Int]) -> [DeskEvent] {
    guard let drill else { return [] }
    do throws(DrillRefusal) {
      return [.wentOn(.success(try drill.goOn(from: instant, seen: seen, by: authority.seat)))]
    } catch {
      return [.wentOn(.failure(error))]
    }
  }

  /// The part of a list that is wanted.
  ///
  /// An order that an act or an officer elsewhere has moved, to another limit say, takes the list with it as long as it
  /// belongs there.
  private func page(_ request: PageRequest) throws(JournalError) -> OrderPage {
    func part(_ anchor: PageAnchor) throws(JournalError) -> OrderPage {
      try viewpoint.page(
        request.query, anchor: anchor, before: request.before, after: request.after, effort: request.effort)
    }
    let page = try part(request.anchor)
    guard let number = request.follow, !page.rows.contains(where: { $0.number == number }),
      let row = try viewpoint.row(number)
    else { return page }
    let moved = try part(.around(SortKey(row)))
    return moved.rows.contains { $0.number == number } ? moved : page
  }

  /// What may be the same event; for an order that is not there, nothing.
  private func proposals(for number: OrderNumber) throws(JournalError) -> [Proposal] {
    do throws(OperationError) {
      return try viewpoint.proposals(for: number)
    } catch {
      if case .journal(let error) = error { throw error }
      return []
    }
  }

  private func suggestions(_ number: OrderNumber) throws(JournalError) -> [DeskEvent] {
    do throws(OperationError) {
      return [.suggestions(number, try viewpoint.suggestions(for: number))]
    } catch {
      guard case .journal(let failure) = error else { return [] }
      throw failure
    }
  }

  private func perform(_ request: PerformRequest) -> [PerformOutcome] {
    request.orders.map { target in
      do throws(OperationError) {
        let result = try turns.take(request.id + ":" + target.number.text) { turn throws(OperationError) in
          try turn.operations.perform(
            turn.moment.map { request.command.later(by: $0.since(request.at)) } ?? request.command,
            on: target.number, by: authority, id: turn.id, seen: target.seen)
        }
        return PerformOutcome(number: target.number, result: .success(result))
      } catch {
        return PerformOutcome(number: target.number, result: .failure(error))
      }
    }
  }

  private func leads(_ span: LeadSpan) throws(JournalError) -> LeadBook {
    var book = LeadBook(span: span)
    try operations.leads(span) { book.add($0) }
    return book
  }

  private func rateOrders(_ request: RateOrdersRequest) throws(JournalError) -> DeskEvent {
    let part = try viewpoint.orders(
      behind: request.list, in: request.query, after: request.last, limit: EffectExecutor.rateOrders)
    return .rateOrders(request, part.rows, last: part.last, hasMore: part.hasMore)
  }

  private func raise() throws(JournalError) {
    do throws(OperationError) {
      _ = try operations.raise(limit: EffectExecutor.mostRaised)
    } catch {
      if case .journal(let failure) = error { throw failure }
    }
  }

  private func perform(_ request: PairRequest) -> PerformOutcome {
    do throws(OperationError) {
      let result = try turns.take(request.id) { turn throws(OperationError) in
        try turn.operations.perform(
          request.command, on: request.kept, with: request.other, by: authority, id: turn.id)
      }
      return PerformOutcome(number: request.kept, result: .success(result))
    } catch {
      return PerformOutcome(number: request.kept, result: .failure(error))
    }
  }

  private func handOver() throws(JournalError) -> [DeskEvent] {
    do throws(OperationError) {
      return [.handOver(try operations.handOver(for: authority))]
    } catch {
      guard case .journal(let failure) = error else { return [] }
      throw failure
    }
  }

  /// Why a command on a book was not carried out; nothing when it was.
  private func perform(_ command: BookCommand, id: String) -> OperationError? {
    do throws(OperationError) {
      try turns.take(id) { turn throws(OperationError) in
        switch command {
        case .response(let command): try turn.operations.perform(command, by: authority, id: turn.id)
        case .handOver(let notes): try turn.operations.handOver(notes: notes, by: authority, id: turn.id)
        case .takeOver(let text): try turn.operations.takeOver(text: text, by: authority, id: turn.id)
        case .points(let command, let volunteer):
          try turn.operations.perform(command, of: volunteer, by: authority, id: turn.id)
        }
      }
      return nil
    } catch {
      return error
    }
  }

  private func board(_ request: BoardRequest) throws(JournalError) -> BoardReading {
    let hour = request.now.seconds / 3_600
    let activity = try viewpoint.recent(limit: EffectExecutor.recentEvents, town: request.town)
    return BoardReading(
      board: try viewpoint.board(),
      late: try viewpoint.late(at: request.now, bound: EffectExecutor.lateBound),
      arrivals: try viewpoint.arrivals(from: hour - 23, to: hour, town: request.town),
      activity: activity, claims: try viewpoint.claims(at: request.now),
      awaiting: try awaiting(), responses: try operations.store.responses(),
      shift: try operations.store.shiftBook(of: authority.seat))
  }

  /// What waits for the seat's word: approvals where it decides, calls where it asks those who reported; the most urgent
  /// ones of each.
  private func awaiting() throws(JournalError) -> [OrderRow] {
    let table = loaded.tables.authority
    var rows: [OrderRow] = []
    for (kind, stage) in [(OrderCommand.Kind.approve, Stage.awaitingApproval), (.followUp, .followUp)]
    where table.allows(kind, to: authority.role, at: authority.tier) {
      rows += try viewpoint.page(
        OrderQuery(tab: .stage(stage)), anchor: .top, before: 0, after: EffectExecutor.mostAwaiting, effort: .full
      ).rows
    }
    return rows
  }
}
