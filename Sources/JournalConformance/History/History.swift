import Journal
import Model
import SeededRandom

/// A seeded history: reports that come in and commands that the rules allow, appended to a journal and kept beside it.
struct History {
  let store: any JournalStore
  var random: SeededGenerator
  var reference: Reference
  var now = Instant(seconds: 1_592_236_800)
  private var serial = 0

  /// Begins a history in a store of its own.
  init(_ factory: some JournalFactory, kind: JournalKind = .live, seed: UInt64 = 1) throws {
    let identity = JournalIdentity(
      kind: kind, site: SampleCity.tables.site, city: SampleCity.tables.code, cityDigest: "00ff", openedAt: now)
    let opening = try StoredEvent.opening(identity, account: "duty")
    store = try factory.make(opening: opening)
    random = SeededGenerator(seed: seed)
    reference = Reference(identity: identity)
    reference.events.append(opening)
  }

  /// Goes on for some steps, each a command that is appended.
  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      let request = try nextRequest()
      let outcomes = try store.append([request], recordedAt: now)
      guard case .appended(let receipt) = try required(outcomes.first, "outcome") else {
        throw ConformanceFailure(subject: "append of \(request.command)", detail: "\(outcomes)")
      }
      try reference.take(request, receipt, recordedAt: now)
    }
  }

  /// A command that the rules allow now; the clock goes on by up to twenty minutes.
  mutating func nextRequest() throws -> AppendRequest {
    now = now.adding(milliseconds: Int64.random(in: 0...1_200_000, using: &random))
    if random.happens(60) {
      for _ in 0..<20 {
        if let request = try randomAct() { return request }
      }
    }
    return try receive(report())
  }

  /// A request that makes a new order.
  mutating func receive(_ report: Report, reporter: PersonalData? = nil, command: String? = nil) throws -> AppendRequest
  {
    let received = try OrderRules.decide(
      .receive(report), on: nil, by: feed, at: now, in: SampleCity.tables)
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    let reporter = reporter ?? (random.happens(30) ? PersonalData(name: "某人", phone: "11900001234") : nil)
    let event = try PendingEvent(
      .order(try required(received.first, "received event")), place: report.place,
      town: SampleCity.tables.places.town(of: report.place), tier: .city, confidential: report.confidential,
      officer: "", seat: "", account: "feed", occurredAt: min(report.reportedAt, now),
      personal: reporter.map { PersonalRecord(data: $0, salt: salt) })
    return AppendRequest(
      command: command ?? nextCommand(),
      writes: [StreamWrite(target: .newOrder(day: day), events: [event])])
  }

  /// A request that gives a command on an order, or nothing when the rules refuse it.
  mutating func act(
    _ command: OrderCommand, on order: WorkOrder, by seat: Seat, officer: OfficerCode = "O1",
    expectedVersion: Int? = nil
  ) throws -> AppendRequest? {
    let authority = Authority(officer: officer, seat: seat, account: "duty")
    let decided = try? OrderRules.decide(command, on: order, by: authority, at: now, in: SampleCity.tables)
    guard let decided else { return nil }
    var after = order
    var events: [PendingEvent] = []
    for event in decided {
      _ = after.apply(RecordedEvent(event: event, officer: officer, seat: seat.code, occurredAt: now))
      events.append(
        try PendingEvent(
          .order(event), place: after.core.place, town: SampleCity.tables.places.town(of: after.core.place),
          tier: seat.tier, confidential: after.isConfidential, officer: officer, seat: seat.code, account: "duty",
          occurredAt: now))
    }
    let target = StreamWrite.Target.stream(
      .order(order.number), expectedVersion: expectedVersion ?? order.version)
    return AppendRequest(command: nextCommand(), writes: [StreamWrite(target: target, events: events)])
  }

  /// The day that a new order bears.
  var day: Int { SampleCity.zone.civil(now).day.compact }

  mutating func nextCommand() -> String {
    serial += 1
    return "command-\(serial)"
  }

  mutating func nextSourceID() -> String {
    serial += 1
    return "S-\(serial)"
  }

  private var feed: Authority {
    Authority(officer: "", seat: "", role: .intake, tier: .city, place: "9900", account: "feed")
  }

  private mutating func randomAct() throws -> AppendRequest? {
    guard !reference.entries.isEmpty else { return nil }
    let numbers = reference.entries.keys.sorted()
    guard let order = reference.entries[random.pick(numbers)]?.order else { return nil }
    let kinds = StageTable.commands(in: order.stage)
    let command = randomCommand(random.pick(kinds), on: order)
    return try act(
      command, on: order, by: random.pick(SampleCity.seats), officer: random.pick(["O1", "O2", "O3"]))
  }
}
