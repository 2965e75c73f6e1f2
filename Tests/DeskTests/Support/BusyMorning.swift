import City
import Desk
import Feeds
import Journal
import MemoryJournal
import Model
import Operations
import SeededRandom

/// The ordinary day up to a quarter past nine, with what the desk did about it: orders stand in every stage.
///
/// Which order came how far is drawn from a seed, so that every run has the same morning.
struct BusyMorning {
  /// What happens to an order, at a time.
  private struct Step {
    let at: Instant
    let turn: Int
    let kind: OrderCommand.Kind
  }

  /// The journal's events, its opening first.
  static let history = Result { try BusyMorning().play() }

  private let clock = TestClock(Fixtures.morning.adding(minutes: -600))

  /// Minutes from arrival after which each step is taken.
  private static let course: [(kind: OrderCommand.Kind, minutes: ClosedRange<Int>)] = [
    (.file, 2...9), (.dispatch, 4...14), (.sign, 10...40), (.feedBack, 40...120), (.inspect, 15...40),
    (.close, 5...20),
  ]

  private func play() throws -> [RestoredEvent] {
    let loaded = try Fixtures.haimen.get()
    let city = loaded.tables
    let opened = clock.now
    let journal = try MemoryJournal(
      opening: .opening(
        JournalIdentity(kind: .live, site: city.site, city: city.code, cityDigest: loaded.digest, openedAt: opened),
        account: "test"))
    let clock = clock
    let operations = Operations(
      store: journal, city: city, clock: OperationsClock { clock.now }, salt: { Array(repeating: 7, count: 16) })
    let reports = try Fixtures.day(until: Fixtures.morning, in: city)
    var numbers: [Int: OrderNumber] = [:]
    for step in steps(reports) {
      clock.set(step.at)
      if step.kind == .receive {
        if case .accepted(let number) = try operations.takeIn(reports[step.turn], account: "feed") {
          numbers[step.turn] = number
        }
      } else if let number = numbers[step.turn] {
        try give(step.kind, number, step.turn, operations)
      }
    }
    return try journal.chainedEvents(from: 1, limit: .max).map { chained in
      RestoredEvent(event: chained.event, personal: try journal.personal(chained.event.header.sequence))
    }
  }

  private func steps(_ reports: [IncomingReport]) -> [Step] {
    var random = SeededGenerator(seed: 16)
    var steps: [Step] = []
    for (turn, incoming) in reports.enumerated() {
      var at = incoming.report.reportedAt
      steps.append(Step(at: at, turn: turn, kind: .receive))
      // One order in six stays behind somewhere.
      let stops = Int.random(in: 0..<6, using: &random) == 0
      let last = stops ? Int.random(in: 0..<BusyMorning.course.count, using: &random) : BusyMorning.course.count
      for (kind, minutes) in BusyMorning.course.prefix(last) {
        at = at.adding(minutes: Int.random(in: minutes, using: &random))
        if at < Fixtures.morning { steps.append(Step(at: at, turn: turn, kind: kind)) }
      }
    }
    return steps.sorted { ($0.at, $0.turn) < ($1.at, $1.turn) }
  }

  private func give(
    _ kind: OrderCommand.Kind, _ number: OrderNumber, _ turn: Int, _ operations: Operations
  ) throws {
    let city = operations.city
    guard let order = try operations.store.order(number)?.order else { throw Missing(what: number.text) }
    guard order.standing.request == nil, StageTable.allows(kind, in: order.core.stage) else { return }
    let place = order.core.place
    let category = order.core.category.flatMap { city.category($0) }
    let lead =
      category.flatMap { city.resolve($0.lead, at: place) } ?? city.resolve(.enforcement, at: place)
      ?? "D-CITYMGMT"
    let call = PhoneCall(name: "倪国华", number: "11900019999", at: clock.now)
    let dispatch = try authority("city-dispatch-1", city)
    switch kind {
    case .file: try perform(.file(Filing()), number, dispatch, turn, operations)
    case .dispatch: try perform(.dispatch(Dispatching(unit: lead)), number, dispatch, turn, operations)
    case .sign: try perform(.sign(call: call), number, dispatch, turn, operations)
    case .feedBack where turn % 11 == 5:
      let asking = SuspensionAsking(
        ground: "SUPPLEMENT", until: clock.now.adding(minutes: 3 * 1_440), reason: "等材料补齐", call: call)
      try perform(.requestSuspension(asking), number, dispatch, turn, operations)
    case .feedBack:
      try perform(
        .feedBack(Feedback(text: "已到场处理，隐患消除", call: call)), number, dispatch, turn, operations)
    case .inspect:
      let inspector = try authority("city-inspect", city)
      try perform(.inspect(Inspecting(passed: turn % 9 != 0, text: "现场查看")), number, inspector, turn, operations)
    case .close:
      try perform(.close(Closing(outcome: .solved)), number, dispatch, turn, operations)
    default: break
    }
  }

  private func perform(
    _ command: OrderCommand, _ number: OrderNumber, _ authority: Authority, _ turn: Int, _ operations: Operations
  ) throws {
    _ = try operations.perform(command, on: number, by: authority, id: "morning:\(turn):\(command.kind.rawValue)")
  }

  private func authority(_ seat: SeatCode, _ city: CityTables) throws -> Authority {
    guard let place = city.seat(seat), let officer = city.officers.first(where: { $0.seats.first == seat }) else {
      throw Missing(what: "seat \(seat)")
    }
    return Authority(officer: officer.code, seat: place, account: "test")
  }
}

extension DeskDriver {
  /// A desk on the busy morning; all but the last reports were seen.
  static func onBusyMorning(
    width: Int = 120, height: Int = 36, seat: SeatCode = "city-chief"
  ) throws -> DeskDriver {
    let desk = try DeskDriver(width: width, height: height, seat: seat, history: BusyMorning.history.get())
    let page = try desk.store.page(
      OrderQuery(tab: .all, sort: .newest), anchor: .top, before: 0, after: .max, seat: seat, effort: .full)
    let seen = page.rows.dropFirst(9).map { ($0.number, $0.version) }
    try desk.store.markSeen(Dictionary(uniqueKeysWithValues: seen), by: seat)
    try desk.open()
    return desk
  }
}
