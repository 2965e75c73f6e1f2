public import Journal
public import Model

/// What is asked of two orders at once.
public enum PairCommand: Sendable, Equatable {
  /// 并单: the second order is taken into the first; the evidence is in words and may be empty.
  case merge(evidence: String)
  /// 拆单: the second order leaves the first.
  case split(reason: String)
  /// 不是一件: they do not tell of the same event.
  case distinguish

  /// What is asked of the first order.
  public var kind: OrderCommand.Kind {
    switch self {
    case .merge: .merge
    case .split: .split
    case .distinguish: .distinguish
    }
  }
}

extension Operations {
  /// Gives a command on two orders; both change, or none.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - kept: the order that takes in, or that was taken into.
  ///   - other: the other one.
  ///   - authority: who asks.
  ///   - id: the command's own name; given twice, it does nothing twice. At most 200 bytes.
  /// - Returns: the first order as it then stands.
  public func perform(
    _ command: PairCommand, on kept: OrderNumber, with other: OrderNumber, by authority: Authority, id: String
  ) throws(OperationError) -> OperationResult {
    for _ in 0..<Operations.attempts {
      guard let first = try load(kept) else { throw .noSuchOrder(kept) }
      guard let second = try load(other) else { throw .noSuchOrder(other) }
      let now = try now()
      let responses = try responses()
      let known = first.events.filter { $0.header.command == id }
      if !known.isEmpty { return OperationResult(order: first.order, events: known.map(\.event)) }
      let commands = sides(command, first, second)
      let events: [OrderEvent]
      let otherEvents: [OrderEvent]
      do {
        events = try OrderRules.decide(
          commands.kept, on: first.order, by: authority, at: now, in: city, under: responses)
      } catch {
        throw .refused(error, last: first.events.last?.header)
      }
      do {
        otherEvents = try OrderRules.decide(
          commands.other, on: second.order, by: authority, at: now, in: city, under: responses)
      } catch {
        throw .refused(error, last: second.events.last?.header)
      }
      var decisions = [(order: first.order, events: events), (order: second.order, events: otherEvents)]
      if let parent = try toldParent(of: second.order, otherEvents, by: authority, at: now) { decisions.append(parent) }
      let outcome = try append(decisions, by: authority, id: id, at: now)
      switch outcome {
      case .appended, .repeated:
        guard let file = try load(kept) else { throw .noSuchOrder(kept) }
        return OperationResult(order: file.order, events: events)
      case .conflict: continue
      }
    }
    throw .journal(JournalError(.lockHeld, subject: kept.text))
  }

  /// What a command on two orders means for each of them.
  private func sides(
    _ command: PairCommand, _ first: OrderFile, _ second: OrderFile
  ) -> (kept: OrderCommand, other: OrderCommand) {
    switch command {
    case .merge(let evidence):
      let merging = Merging(
        other: second.order.number, reports: second.order.reports, urgency: second.order.core.urgency,
        callers: Operations.callers(first, second), evidence: evidence)
      return (.merge(merging), .join(into: first.order.number))
    case .split(let reason):
      return (.split(off: second.order.number, reason: reason), .part(from: first.order.number))
    case .distinguish:
      return (.distinguish(from: second.order.number), .distinguish(from: first.order.number))
    }
  }

  /// How many different people have reported: ten calls of one caller are one, and so are all reports of a source that
  /// names nobody to call.
  public static func callers(_ files: OrderFile...) -> Int {
    var known: Set<String> = []
    var nameless: Set<Source> = []
    for file in files {
      for report in file.order.reports {
        if let phone = file.reporter(of: ReportReference(report))?.phone, !phone.isEmpty {
          known.insert(phone)
        } else {
          nameless.insert(report.source)
        }
      }
    }
    return known.count + nameless.count
  }
}
