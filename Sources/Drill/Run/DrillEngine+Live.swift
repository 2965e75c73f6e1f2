public import Journal
public import Model
public import Operations

/// A drill that officers work while its clock runs, from several processes.
///
/// Whoever calls these holds the drill's turn, so that nobody appends in between. Then what stands in the journal is
/// what a headless run makes of the same commands at the same moments: before a command at a moment stands all that
/// arrives up to it, and what follows from acts up to the moment before; no two commands have the same moment.
extension DrillEngine {
  /// Takes in what other processes have appended.
  ///
  /// - Parameter store: the journal as it is opened now.
  public mutating func catchUp(_ store: any JournalStore) throws(JournalError) {
    self.store = store
    let known = trails.sequence
    try trails.catchUp(store)
    if trails.sequence != known { layOut() }
  }

  /// Whether anything is due before a moment.
  public func isDue(before instant: Instant) -> Bool {
    agenda.next?.isDue(before: instant, in: plan) ?? false
  }

  /// How far the drill has come, as far as events tell; UTC.
  public var reached: Instant { max(plan.start, trails.recordedAt ?? plan.start) }

  /// When something next arrives, as things stand; nothing when nothing more does.
  public var nextArrival: Instant? { agenda.next?.at }

  /// When the next inject arrives that would, as things stand; nothing when none does any more.
  public var nextInject: Instant? {
    script.injects.indices.compactMap { index in
      guard case .coming(let at) = standing(of: index), at <= plan.end else { return nil }
      let inject = script.injects[index]
      return script.ordered[inject.id] != nil || holds(inject.trigger, at: at) ? at : nil
    }.min()
  }

  /// Lets come what is due before a command at a moment.
  public mutating func play(before instant: Instant) throws {
    while try carryOutNext(where: { [plan] in $0.isDue(before: instant, in: plan) }) > 0 {}
    now = max(now, min(instant, plan.end))
  }

  /// Lets come what is next, whenever that is.
  ///
  /// - Parameter most: how much of it, more or less.
  /// - Returns: whether anything came.
  public mutating func playNext(_ most: Int = DrillEngine.batch) throws -> Bool {
    let end = plan.end
    var count = 0
    while count < most, let item = agenda.next, item.at <= end {
      count += try carryOutNext { $0.at <= end }
      now = max(now, item.at, reached)
    }
    return count > 0
  }

  /// Lets an officer act at a moment of his own, and then come what follows at once.
  ///
  /// - Parameters:
  ///   - instant: what the drill's clock shows, UTC; the act is later where that moment is another act's already.
  ///   - body: the act.
  /// - Throws: `OperationError` with `.over` after the drill's end, what `body` throws, or what the journal throws.
  public mutating func act<Value>(
    at instant: Instant, _ body: (CommandTurn) throws(OperationError) -> Value
  ) throws -> Value {
    let moment = max(instant, reached.adding(milliseconds: 1))
    guard moment <= plan.end else { throw OperationError.over }
    try play(before: moment)
    let name = DrillCommandName(line: trails.lastLine + 1, index: 0).text
    let value = try body(CommandTurn(operations: operations(at: moment, for: name), id: name, moment: moment))
    try trails.catchUp(store)
    layOut()
    while try carryOutNext(where: { $0.at <= moment }) > 0 {}
    return value
  }
}

extension AgendaItem {
  /// Whether it happens before a command at a moment, in a drill that is not over by then.
  fileprivate func isDue(before instant: Instant, in plan: DrillPlan) -> Bool {
    guard at <= plan.end else { return false }
    return at < instant || at == instant && sort.rawValue < AgendaItem.Sort.command.rawValue
  }
}
