import Journal
import Model

/// One order of a walk, with an account of claims, clocks and handlers that does not ask the order.
struct OrderAccount {
  private(set) var order: WorkOrder
  private var claim: (seat: SeatCode, until: Instant)?
  private var handler: OfficerCode?

  /// Begins with the order that came in.
  init(_ order: WorkOrder) {
    self.order = order
    // Who took in what was settled at once has handled it: nobody here.
    handler = order.handler
  }

  /// The commands that may move the overall deadline: all others leave it where it is.
  private static let movesOverall: Set<OrderCommand.Kind> = [
    .file, .dispatch, .undo, .approve, .resume, .merge, .split, .part,
  ]
  /// The commands that put an earlier state back.
  private static let turnsBack: Set<OrderCommand.Kind> = [.undo, .part]
  /// The commands that take an order out of whatever hands it is in.
  private static let endsClaim: Set<OrderCommand.Kind> = [
    .release, .decline, .dispatch, .redispatch, .close, .escalate, .delegate,
  ]

  /// Takes in what a command has made of the order, and looks whether it may be so.
  mutating func take(
    _ command: OrderCommand, by authority: Authority, at now: Instant, making after: WorkOrder
  ) throws(ConformanceFailure) {
    let before = order
    let what = "\(command.kind.rawValue) on \(before.number.text)"
    let holder = claim.flatMap { $0.until > now ? $0.seat : nil }
    try checkScope(command.kind, authority, what)
    if StageTable.needingHands.contains(command.kind) {
      try expect(holder == nil || holder == authority.seat, "\(what): in nobody else's hands")
    }
    if command.kind == .inspect { try expect(handler != authority.officer, "\(what): not by who handled") }
    try checkClocks(command.kind, after, at: now, what)
    account(for: command.kind, by: authority, at: now, making: after)
    let active = after.activeClaim(at: now)
    let expected = claim.flatMap { $0.until > now ? $0 : nil }
    try expect(active?.seat, equals: expected?.seat, "\(what): the one claim")
    try expect(active?.until, equals: expected?.until, "\(what): the claim's end")
    order = after
  }

  private func checkScope(_ kind: OrderCommand.Kind, _ authority: Authority, _ what: String) throws(ConformanceFailure)
  {
    guard kind != .amend, kind != .attach, authority.tier == .town else { return }
    let town = SampleCity.tables.places.town(of: order.core.place)
    try expect(town == authority.place, "\(what): within its town")
  }

  private func checkClocks(
    _ kind: OrderCommand.Kind, _ after: WorkOrder, at now: Instant, _ what: String
  ) throws(ConformanceFailure) {
    try expect(after.arrivedAt, equals: order.arrivedAt, "\(what): arrival")
    if !OrderAccount.turnsBack.contains(kind) {
      // A source's clock may be ahead of ours.
      try expect(after.core.enteredAt >= min(order.core.enteredAt, now), "\(what): stages go on in time")
    }
    if !OrderAccount.movesOverall.contains(kind) {
      try expect(after.overallDue, equals: order.overallDue, "\(what): the overall clock")
    }
    try expect(after.core.stage.isOpen == (after.core.stageDue != nil), "\(what): what is open has a deadline")
  }

  private mutating func account(
    for kind: OrderCommand.Kind, by authority: Authority, at now: Instant, making after: WorkOrder
  ) {
    switch kind {
    case .claim, .takeOver: claim = (authority.seat, now.adding(minutes: SampleCity.tables.claimMinutes))
    // Whoever feeds back by telephone writes down what another has done.
    case .feedBack: handler = after.handler == nil ? nil : authority.officer
    case .settle: handler = authority.officer
    case .undo: handler = after.handler == nil ? nil : handler
    default: break
    }
    if OrderAccount.endsClaim.contains(kind) || !after.core.stage.isOpen { claim = nil }
  }
}
