import Journal
public import Model

/// One event of an order, as conditions, marks and reports look at it.
public struct TrailStep: Sendable, Equatable {
  /// The event's sequence.
  public let sequence: Int64
  /// The command that brought it about.
  public let command: String
  /// When it counts, UTC.
  public var at: Instant
  /// The seat; empty for a feed.
  public let seat: SeatCode
  /// The seat's tier.
  public let tier: Tier
  /// What happened.
  public let event: OrderEvent
  /// What it is for a drill.
  public let act: DrillAct?

  /// Whether an expectation or a condition that looks for `act` means it.
  func isAct(_ wanted: DrillAct) -> Bool {
    wanted == .touched ? !seat.rawValue.isEmpty : act == wanted
  }
}

/// What happened to each order of a journal, in sequence, and which report lies where.
struct OrderTrails {
  /// The last sequence that was taken in.
  private(set) var sequence: Int64 = 0
  /// When that was recorded, UTC.
  private(set) var recordedAt: Instant?
  /// The orders as they stand.
  private(set) var orders: [OrderNumber: WorkOrder] = [:]
  /// How each stage was left, by order.
  private(set) var stages: [OrderNumber: [StageMark]] = [:]
  /// The commands that left an event.
  private(set) var commands: Set<String> = []
  /// The highest line of those commands.
  private(set) var lastLine = 0
  /// What the conductor did.
  private(set) var script: [DrillScript.Step] = []
  /// What the orders are known by.
  private(set) var keys: Set<ReportKey> = []
  private var steps: [OrderNumber: [TrailStep]] = [:]
  private var sequences: [OrderNumber: [Int64]] = [:]
  private var numbers: [ReportReference: OrderNumber] = [:]
  private var joined: [OrderNumber: (into: OrderNumber, at: Instant)] = [:]

  /// Takes in all events that a journal has beyond those that were.
  mutating func catchUp(_ store: any JournalStore) throws(JournalError) {
    let limit = 1_000
    var events: [StoredEvent]
    repeat {
      events = try store.events(from: sequence + 1, limit: limit)
      for event in events { try take(event) }
    } while events.count == limit
  }

  /// Takes in the next event.
  mutating func take(_ stored: StoredEvent) throws(JournalError) {
    sequence = stored.header.sequence
    recordedAt = stored.header.recordedAt
    if commands.insert(stored.header.command).inserted, let name = DrillCommandName(stored.header.command) {
      lastLine = max(lastLine, name.line)
    }
    let header = stored.header
    let decoded = try stored.decoded()
    if case .script(let event) = decoded {
      script.append(DrillScript.Step(sequence: header.sequence, at: header.recordedAt, event: event))
    }
    guard case .order(let event) = decoded, let number = header.stream.orderNumber else { return }
    take(
      TrailStep(
        sequence: header.sequence, command: header.command, at: header.recordedAt, seat: header.seat,
        tier: header.tier, event: event, act: DrillAct(event)), on: number)
    fold(DecodedEvent(header: header, event: event), number)
  }

  private mutating func take(_ step: TrailStep, on number: OrderNumber) {
    sequences[number, default: []].append(step.sequence)
    keys.formUnion(ReportKey.keys(of: step.event))
    switch step.event {
    case .received(let received): numbers[ReportReference(received.report)] = number
    case .attached(let attached): numbers[ReportReference(attached.report)] = number
    case .joined(let into): joined[number] = OrderNumber(into.into).map { ($0, step.at) }
    case .parted: joined[number] = nil
    case .undone(let undone):
      // What was taken back counts neither for nor against anybody.
      let taken = steps[number]?.last { $0.act?.undoable == undone.act }?.command
      steps[number]?.removeAll { $0.command == taken && $0.act?.undoable != nil }
    default: break
    }
    steps[number, default: []].append(step)
  }

  private mutating func fold(_ event: DecodedEvent, _ number: OrderNumber) {
    guard var order = orders[number] else {
      orders[number] = WorkOrder(number: number, first: event.recorded)
      return
    }
    let before = order.core
    _ = order.apply(event.recorded)
    orders[number] = order
    if case .undone = event.event { return }
    guard before.stage != order.core.stage || before.enteredAt != order.core.enteredAt, let due = before.stageDue
    else { return }
    let mark = StageMark(
      number: number, stage: before.stage, due: due, leftAt: event.header.recordedAt, sequence: event.header.sequence)
    stages[number, default: []].removeAll { $0.stage == mark.stage && $0.due == mark.due }
    stages[number, default: []].append(mark)
  }

  /// The order that has a report now, joined orders followed.
  func number(of report: ReportReference) -> OrderNumber? {
    numbers[report].map { root($0) }
  }

  /// What happened to an order itself, but for what was taken back.
  func steps(of number: OrderNumber) -> [TrailStep] { steps[number, default: []] }

  /// The version of an order when the journal ended with a sequence.
  func version(of number: OrderNumber, at sequence: Int64) -> Int {
    sequences[number, default: []].count { $0 <= sequence }
  }

  /// What happened to the order of a report; what happened to the order that it was taken into counts from then on.
  func steps(of report: ReportReference) -> [TrailStep] {
    guard let number = numbers[report] else { return [] }
    var all = steps[number, default: []]
    if let join = joined[number] {
      all += steps[root(number), default: []].map { step in
        var moved = step
        moved.at = max(step.at, join.at)
        return moved
      }
    }
    return all.sorted { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
  }

  /// The first time that something was done to the order of a report.
  func first(_ act: DrillAct, of report: ReportReference) -> TrailStep? {
    steps(of: report).first { $0.isAct(act) }
  }

  /// When a report arrived, UTC.
  func arrival(of report: ReportReference) -> TrailStep? {
    guard let number = numbers[report] else { return nil }
    return steps[number]?.first { step in
      switch step.event {
      case .received(let received): ReportReference(received.report) == report
      case .attached(let attached): ReportReference(attached.report) == report
      default: false
      }
    }
  }

  /// The order that a report made or was added to, joined or not.
  func ownNumber(of report: ReportReference) -> OrderNumber? { numbers[report] }

  private func root(_ number: OrderNumber) -> OrderNumber {
    var root = number
    // An order can't go into itself, so that the way ends; the bound is for a damaged journal.
    for _ in 0..<joined.count {
      guard let next = joined[root]?.into else { break }
      root = next
    }
    return root
  }
}
