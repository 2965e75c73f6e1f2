/// The order's rules: what a command brings about, or why it does not.
public enum OrderRules {
  /// Decides what a command on an order brings about.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - order: the order; nothing for a report that comes in.
  ///   - authority: who asks.
  ///   - now: when, UTC.
  ///   - city: the tables of that day.
  ///   - responses: the emergency responses that stand.
  /// - Returns: the events, in order; at least one.
  /// - Throws: the reason why not.
  public static func decide(
    _ command: OrderCommand, on order: WorkOrder?, by authority: Authority, at now: Instant, in city: CityTables,
    under responses: Responses = Responses()
  ) throws(Refusal) -> [OrderEvent] {
    guard let order else {
      guard case .receive(let report) = command else { throw Refusal(.stage, command.kind) }
      return [try receive(report, at: now, in: city, under: responses)]
    }
    guard StageTable.allows(command.kind, in: order.stage) else {
      throw Refusal(.stage, command.kind, stage: order.stage)
    }
    let act = Act(kind: command.kind, order: order, authority: authority, now: now, city: city, responses: responses)
    try act.checkScope()
    try act.checkSuspension()
    return try decide(command, act)
  }

  private static func decide(_ command: OrderCommand, _ act: Act) throws(Refusal) -> [OrderEvent] {
    switch command {
    case .receive: throw Refusal(.stage, .receive, stage: act.order.stage)
    case .amend(let report): try act.amend(report)
    case .attach(let report): [try act.attach(report)]
    case .verify(let verifying): [try act.verify(verifying)]
    case .file(let filing): [try act.file(filing)]
    case .decline(let declining): [try act.decline(declining)]
    case .settle(let settling): [try act.settle(settling)]
    case .claim: [try act.claim()]
    case .takeOver: [try act.takeOver()]
    case .release: [try act.release()]
    case .dispatch(let dispatching): try act.dispatch(dispatching)
    case .redispatch(let dispatching): [try act.redispatch(dispatching)]
    case .sign(let call): [try act.sign(call)]
    case .contact(let text, let call): [try act.contact(text, call)]
    case .step(let stepping): [try act.step(stepping)]
    case .assist(let assisting): [try act.assist(assisting)]
    case .feedBack(let feedback): [try act.feedBack(feedback)]
    case .requestReturn(let asking): [try act.requestReturn(asking)]
    case .requestSuspension(let asking): [try act.requestSuspension(asking)]
    case .requestExtension(let asking): [try act.requestExtension(asking)]
    case .approve(let approving): [try act.approve(approving)]
    case .deny(let reason): [try act.deny(reason)]
    case .withdraw: [try act.withdraw()]
    case .resume(let reason): [try act.resume(reason)]
    case .escalate(let reason, let rung): [try act.escalate(reason, to: rung)]
    case .delegate(let reason): [try act.delegate(reason)]
    case .inspect(let inspecting): [try act.inspect(inspecting)]
    case .close(let closing): [try act.close(closing)]
    case .answer(let answering): [try act.answer(answering)]
    case .followUp(let call): [try act.followUp(call)]
    case .answerBack(let answering): [try act.answerBack(answering)]
    case .reopen(let reason): [try act.reopen(reason)]
    case .urge(let text): [.urged(OrderEvent.Urged(text: try act.written(text, "text"), rule: nil))]
    case .supervise(let supervising): [try act.supervise(supervising)]
    case .instruct(let instructing): [try act.instruct(instructing)]
    case .strikeOff(let strikingOff): [try act.strikeOff(strikingOff)]
    case .exclude(let excluding): [try act.exclude(excluding)]
    case .merge(let merging): [try act.merge(merging)]
    case .join(let into): [try act.join(into)]
    case .split(let off, let reason): [try act.split(off, reason)]
    case .part(let from): [try act.part(from)]
    case .distinguish(let from): [try act.distinguish(from)]
    case .branch(let branching): [try act.branch(branching)]
    case .unmask(let reason): [.unmasked(OrderEvent.Reason(reason: try act.written(reason, "reason")))]
    case .note(let text): [.noted(OrderEvent.Noted(text: try act.written(text, "note")))]
    case .undo: [try act.undo()]
    }
  }

  /// Decides what the child of an order brings about, beside the event on its parent.
  ///
  /// - Parameters:
  ///   - branching: what the child is about.
  ///   - parent: the order that it is a part of.
  ///   - now: when, UTC.
  ///   - city: the tables of that day.
  ///   - responses: the emergency responses that stand.
  /// - Returns: the child's first event.
  public static func child(
    _ branching: Branching, of parent: WorkOrder, at now: Instant, in city: CityTables,
    under responses: Responses = Responses()
  ) throws(Refusal) -> OrderEvent {
    guard let first = parent.reports.first else { throw Refusal(.notTied, .branch, stage: parent.stage) }
    let reference = parent.nextChild(of: first)
    let report = Report(
      source: reference.source, sourceID: reference.sourceID, reportedAt: now, place: parent.core.place,
      location: first.location, category: branching.category ?? parent.core.category, urgency: parent.core.urgency,
      title: branching.title, text: branching.text, confidential: parent.isConfidential, exercise: first.exercise)
    guard case .received(var received) = try receive(report, at: now, in: city, under: responses) else {
      throw Refusal(.notTied, .branch, stage: parent.stage)
    }
    received.rung = parent.core.rung
    received.parent = parent.number.text
    return .received(received)
  }

  /// Looks whether a report may come into a journal.
  ///
  /// An exercise's takes in the exercise's reports and no others, any other journal none of them.
  public static func checkExercise(_ report: Report, isHeld: Bool) throws(Refusal) {
    guard report.exercise == isHeld else { throw Refusal(.exercise, .receive, subject: report.sourceID) }
  }

  /// Decides what a report that comes in brings about.
  ///
  /// The clock runs from the moment at which the source took the report in, and never from a later one; a source whose
  /// clock is ahead of ours gains nothing by it.
  private static func receive(
    _ report: Report, at now: Instant, in city: CityTables, under responses: Responses
  ) throws(Refusal) -> OrderEvent {
    guard city.places[report.place] != nil else {
      throw Refusal(.unknownPlace, .receive, subject: report.place.rawValue)
    }
    if let category = report.category, city.category(category) == nil {
      throw Refusal(.unknownCategory, .receive, subject: category.rawValue)
    }
    let arrived = min(report.reportedAt, now)
    let limits = Deadlines(
      city: city, under: responses, at: report.place, category: report.category, urgency: report.urgency,
      command: .receive)
    let lowest = city.places[report.place].map { Rung($0.kind) } ?? .city
    let rung = max(city.policy.startRungs[report.source] ?? .city, lowest)
    let settlement = try settlement(of: report, from: arrived, limits: limits, in: city)
    if report.origin?.closedAt != nil {
      // What the source closed stays as the source says, but for what is drawn for inspection.
      return .received(
        OrderEvent.Received(
          report: report, arrivedAt: arrived, rung: rung,
          settlement: settlement?.inspectDue == nil ? nil : settlement))
    }
    return .received(
      OrderEvent.Received(
        report: report, arrivedAt: arrived, stageDue: try limits.due(.file, from: arrived),
        overallDue: try limits.overall(from: arrived, upstream: report.upstream), rung: rung, settlement: settlement))
  }

  /// What a grid settled itself, or the counter answered at once, before it was reported.
  private static func settlement(
    of report: Report, from arrived: Instant, limits: Deadlines, in city: CityTables
  ) throws(Refusal) -> OrderEvent.Settlement? {
    let way: OrderEvent.Settlement.Way
    switch report.detail {
    case .grid(let alert) where alert.settled: way = .grid
    case .hotline(let item) where item.answered: way = .counter
    default: return nil
    }
    let isDrawn = city.policy.draws(ReportReference(report), way: way)
    return OrderEvent.Settlement(
      way: way, outcome: way == .grid ? .solved : .explained, text: "",
      inspectDue: isDrawn ? try limits.due(.inspect, from: arrived) : nil)
  }
}
