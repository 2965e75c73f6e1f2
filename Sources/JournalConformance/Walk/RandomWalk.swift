import Journal
public import Model

/// Commands at random, from every seat, on many orders of one journal, against an account of its own of what must hold.
public struct RandomWalk {
  /// What a walk came to.
  public struct Outcome: Sendable {
    /// How many orders came in.
    public internal(set) var orders = 0
    /// Commands that were carried out, by kind.
    public internal(set) var carriedOut: [OrderCommand.Kind: Int] = [:]
    /// Commands that were refused, by reason.
    public internal(set) var refused: [Refusal.Code: Int] = [:]
  }

  /// The most orders that are worked on at a time; older ones are left as they are.
  private static let inWork = 200
  /// How many commands lie between two looks at what each town sees.
  private static let sightEvery = 10_000

  private let store: any JournalStore
  private var history: History
  private var accounts: [OrderNumber: OrderAccount] = [:]
  private var working: [OrderNumber] = []
  private var outcome = Outcome()

  /// Begins a walk in an empty journal of a factory.
  public init(_ factory: some JournalFactory, seed: UInt64) throws {
    history = try History(factory, seed: seed)
    store = history.store
  }

  /// Gives so many commands, and then looks at every order and at the whole journal.
  ///
  /// - Throws: `ConformanceFailure` for what does not hold, or what the engine throws.
  public mutating func run(commands: Int) throws -> Outcome {
    for index in 1...commands {
      // Most commands follow each other fast enough to meet claims; now and then hours pass, so that limits run out.
      let pause: Int64 = history.random.happens(2) ? 14_400_000 : 20_000
      history.now = history.now.adding(milliseconds: Int64.random(in: 0...pause, using: &history.random))
      if working.isEmpty || history.random.happens(2) {
        try receive()
      } else {
        try act()
      }
      if index.isMultiple(of: RandomWalk.sightEvery) { try checkSight() }
    }
    try checkSight()
    try checkOrders()
    let findings = try JournalVerifier.verify(store).findings
    try expect(findings, equals: [], "findings after \(commands) commands")
    return outcome
  }

  private mutating func receive() throws {
    let request = try history.receive(history.report())
    let (number, order) = try append(request, on: nil)
    accounts[number] = OrderAccount(order)
    outcome.orders += 1
    outcome.carriedOut[.receive, default: 0] += 1
    working.append(number)
    if working.count > RandomWalk.inWork { working.removeFirst() }
  }

  private mutating func act() throws {
    let number = history.random.pick(working)
    guard var account = accounts[number] else { return }
    let order = account.order
    let allowed = StageTable.commands(in: order.stage)
    let kind = history.random.pick(history.random.happens(10) ? OrderCommand.Kind.allCases : allowed)
    let command = history.randomCommand(kind, on: order)
    // Who has it in hand acts more often than all others.
    let holder = SampleCity.seats.first { $0.code == order.activeClaim(at: history.now)?.seat }
    let seat = holder.flatMap { history.random.happens(50) ? $0 : nil } ?? history.random.pick(SampleCity.seats)
    let authority = Authority(
      officer: history.random.pick(["O1", "O2", "O3"]), seat: seat, account: "duty")
    do throws(Refusal) {
      _ = try OrderRules.decide(command, on: order, by: authority, at: history.now, in: SampleCity.tables)
    } catch {
      outcome.refused[error.code, default: 0] += 1
      return
    }
    guard case .some(let request) = try history.act(command, on: order, by: seat, officer: authority.officer) else {
      throw ConformanceFailure(subject: "\(command)", detail: "allowed and not decided")
    }
    let (_, after) = try append(request, on: order)
    try account.take(command, by: authority, at: history.now, making: after)
    accounts[number] = account
    outcome.carriedOut[command.kind, default: 0] += 1
  }

  /// Appends a request and folds its events; the journal must take it, and number orders without gaps.
  private mutating func append(_ request: AppendRequest, on order: WorkOrder?) throws -> (OrderNumber, WorkOrder) {
    guard
      case .appended(let receipt) = try required(
        try store.append([request], recordedAt: history.now).first, "outcome of \(request.command)"),
      let stream = receipt.streams.first, let number = stream.stream.orderNumber, let write = request.writes.first
    else { throw ConformanceFailure(subject: request.command, detail: "not appended") }
    var folded = order
    for pending in write.events {
      guard case .order(let event) = pending.event else { continue }
      let recorded = RecordedEvent(
        event: event, officer: pending.officer, seat: pending.seat, occurredAt: pending.occurredAt)
      if folded == nil {
        folded = WorkOrder(number: number, first: recorded)
      } else {
        try expect(folded?.apply(recorded) ?? false, "\(event) follows")
      }
    }
    let after = try required(folded, "order \(number.text)")
    try expect(stream.version, equals: after.version, "version of \(number.text)")
    return (number, after)
  }

  /// No order is lost, and each is in the journal what the account says.
  private func checkOrders() throws {
    try expect(accounts.count, equals: outcome.orders, "orders")
    try expect(try store.board().orders.values.reduce(0, +), equals: outcome.orders, "orders on the board")
    for (number, account) in accounts {
      try expect(try store.order(number)?.order, equals: account.order, "order \(number.text)")
    }
  }

  /// What a town's list shows is what lies there, or what its units have a share in, and nothing else.
  private func checkSight() throws {
    for town in SampleCity.towns {
      var query = OrderQuery(town: town, tab: .open, sort: .oldest)
      query.abroad = ["ENF-1"]
      let shown = try store.page(query, anchor: .top, before: 0, after: .max / 2, seat: "T1", effort: .full).rows
      let expected = accounts.values.filter { account in
        let order = account.order
        return order.stage.isOpen
          && (SampleCity.tables.places.town(of: order.core.place) == town || order.shares.contains("ENF-1"))
      }
      try expect(shown.map(\.number), equals: expected.map(\.order.number).sorted(), "open orders that \(town) sees")
    }
  }
}

extension RandomWalk.Outcome {
  /// What it came to, for the record: orders, commands carried out, refusals by reason, the most frequent first.
  public func text(seed: UInt64) -> String {
    let done = carriedOut.values.reduce(0, +)
    let reasons = refused.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
    return "seed \(seed): \(orders) orders, \(done) commands carried out of \(carriedOut.count) kinds, "
      + "\(refused.values.reduce(0, +)) refused: \(reasons)"
  }
}
