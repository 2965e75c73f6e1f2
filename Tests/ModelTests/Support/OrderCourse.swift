import Model

/// An order driven by commands, with every event it has had.
struct OrderCourse {
  private(set) var order: WorkOrder
  private(set) var events: [RecordedEvent]
  /// Who had handled the order before the last command.
  private(set) var handlerBefore: OfficerCode?
  /// The moment of the last command.
  private(set) var now: Instant
  let city: CityTables
  /// The emergency responses that stand.
  var responses = Responses()

  /// Takes a report in at `now`, five minutes past nine unless told.
  init(
    _ report: Report = TestCity.report(), at now: Instant = TestCity.at(9, 5), by authority: Authority = Duty.intake,
    number: OrderNumber = OrderNumber(day: 20_200_616, sequence: 1), city: CityTables = TestCity.tables,
    under responses: Responses = Responses()
  ) throws {
    self.responses = responses
    let decided = try OrderRules.decide(
      .receive(report), on: nil, by: authority, at: now, in: city, under: responses)
    events = decided.map {
      RecordedEvent(event: $0, officer: authority.officer, seat: authority.seat, occurredAt: now)
    }
    guard let order = WorkOrder(number: number, events: events) else { throw Unfoldable() }
    self.order = order
    self.now = now
    self.city = city
  }

  /// Gives a command `later` minutes after the last one, and folds what it brings about.
  mutating func run(_ command: OrderCommand, by authority: Authority = Duty.dispatcher, later: Int = 1) throws {
    try run(command, by: authority, at: now.adding(minutes: later))
  }

  /// Gives a command at a moment, and folds what it brings about.
  mutating func run(_ command: OrderCommand, by authority: Authority, at moment: Instant) throws {
    let decided = try OrderRules.decide(
      command, on: order, by: authority, at: moment, in: city, under: responses)
    handlerBefore = order.handler
    for event in decided {
      let recorded = RecordedEvent(
        event: event, officer: authority.officer, seat: authority.seat, occurredAt: moment)
      guard order.apply(recorded) else { throw Unfoldable() }
      events.append(recorded)
    }
    now = moment
  }

  /// Why a command `later` minutes after the last one is refused; nothing when it is carried out.
  func refusal(
    of command: OrderCommand, by authority: Authority = Duty.dispatcher, later: Int = 1
  ) -> Refusal? {
    refusal(of: command, by: authority, at: now.adding(minutes: later))
  }

  /// Why a command at a moment is refused; nothing when it is carried out.
  func refusal(of command: OrderCommand, by authority: Authority, at moment: Instant) -> Refusal? {
    do throws(Refusal) {
      _ = try OrderRules.decide(command, on: order, by: authority, at: moment, in: city, under: responses)
      return nil
    } catch {
      return error
    }
  }

  /// Carries out several commands, a minute apart.
  func after(_ steps: (OrderCommand, Authority)...) throws -> OrderCourse {
    var course = self
    for (command, authority) in steps { try course.run(command, by: authority) }
    return course
  }

  /// An order that has come straight to a stage.
  static func reaching(_ stage: Stage, _ report: Report = TestCity.report()) throws -> OrderCourse {
    var course = try OrderCourse(report)
    let way: [(OrderCommand, Authority)] = [
      (.file(Filing()), Duty.intake),
      (.dispatch(Dispatching(unit: "D-ROAD", coUnits: ["GT111"])), Duty.dispatcher),
      (.sign(call: nil), Duty.unit),
      (.feedBack(Feedback(text: "已修复", attachments: [photo])), Duty.unit),
      (.inspect(Inspecting(passed: true)), Duty.inspector),
      (.close(Closing()), Duty.dispatcher),
    ]
    for (command, authority) in way where course.order.stage != stage {
      // What a grid reports ends without a call to anybody, and what waits for a word is handled first.
      if stage == .awaitingApproval, course.order.stage == .handling { break }
      try course.run(command, by: authority)
    }
    if stage == .awaitingApproval { try course.run(.requestReturn(Asking(reason: "不归本单位")), by: Duty.unit) }
    return course
  }

  /// An order that two units have given back.
  static func returnedTwice() throws -> OrderCourse {
    var course = try reaching(.dispatched)
    for unit in ["D-WATER", "D-ROAD"] as [UnitCode] {
      try course.run(.requestReturn(Asking(reason: "不归本单位")), by: Duty.unit)
      try course.run(.approve(Approving(blame: .dispatcher)), by: Duty.chief)
      if course.order.standing.hops < 2 { try course.run(.dispatch(Dispatching(unit: unit))) }
    }
    return course
  }

  /// An order that a leader has assigned.
  static func assigned() throws -> OrderCourse {
    try returnedTwice().after((.dispatch(Dispatching(unit: "D-WATER")), Duty.leader))
  }

  static let photo = Attachment(kind: "photo", uri: "file:1.jpg", sha256: String(repeating: "0", count: 64))

  struct Unfoldable: Error {}
}
