import ArgumentParser
import Journal
import Model
import SQLiteJournal
import SeededRandom

/// Appends orders and what is done to them in the order in which it would happen, 720 orders a day.
struct Year: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Append orders with all their steps, in the order of time.")

  /// Something that is done to an order.
  private struct Step {
    let order: Int
    let command: OrderCommand
  }

  @Argument(help: "The journal.") var journal: String
  @Argument(help: "How many orders.") var count: Int
  @Option(help: "Requests in a batch.") var batch = 100

  func run() throws {
    let store = try StressJournal.open(journal, options: .bulk)
    var synthetic = SyntheticOrders(seed: 20_200_616, prefix: "")
    var random = SeededGenerator(seed: 7)
    var steps: [Int64: [Step]] = [:]
    var orders: [Int: WorkOrder] = [:]
    var requests: [AppendRequest] = []
    var dayCounts: [Int: Int] = [:]
    var made = 0
    var minute: Int64 = 0
    let handler = StressCity.dispatcher("1")
    let inspector = StressCity.dispatcher("2")
    func flush(at now: Instant) throws {
      _ = try store.append(requests, recordedAt: now)
      requests = []
    }
    while made < count || !steps.isEmpty {
      if made < count {
        let request = try synthetic.next()
        guard case .newOrder(let day)? = request.writes.first?.target, let pending = request.writes.first?.events.first,
          case .order(let event) = pending.event
        else { throw JournalError(.invalidRequest, subject: request.command) }
        let now = pending.occurredAt
        if made == 0 { minute = now.seconds / 60 }
        while minute < now.seconds / 60 { try give(&minute) }
        dayCounts[day, default: 0] += 1
        let number = OrderNumber(day: day, sequence: dayCounts[day] ?? 0)
        orders[made] = WorkOrder(
          number: number, first: RecordedEvent(event: event, officer: "", seat: "", occurredAt: now))
        schedule(made, from: minute, &steps, &random)
        requests.append(request)
        made += 1
        if requests.count >= batch { try flush(at: now) }
      } else {
        try give(&minute)
      }
    }
    try flush(at: Instant(seconds: minute * 60))
    print("\(made) orders, \(try store.head().sequence) events")
    try store.close()

    /// Does what is due in a minute.
    func give(_ minute: inout Int64) throws {
      let now = Instant(seconds: minute * 60)
      for step in steps.removeValue(forKey: minute) ?? [] {
        guard var order = orders[step.order] else { continue }
        // Who has handled does not inspect.
        let officer = step.command.kind == .inspect ? inspector : handler
        let events = try StressCity.decide(step.command, on: order, by: officer, at: now)
        requests.append(
          AppendRequest(
            command: "step:\(step.order):\(order.version)",
            writes: [
              StreamWrite(
                target: .stream(.order(order.number), expectedVersion: order.version),
                events: try StressCity.pending(events, at: order.core.place, by: officer, at: now))
            ]))
        for event in events {
          _ = order.apply(
            RecordedEvent(event: event, officer: officer.officer, seat: officer.seat, occurredAt: now))
        }
        orders[step.order] = order
        if case .note = step.command { orders[step.order] = nil }
        if requests.count >= batch { try flush(at: now) }
      }
      minute += 1
    }
  }

  /// What will be done to an order: it is closed after some days, and a note follows after some more.
  private func schedule(
    _ order: Int, from minute: Int64, _ steps: inout [Int64: [Step]], _ random: inout SeededGenerator
  ) {
    let course: [(OrderCommand, ClosedRange<Int64>)] = [
      (.file(Filing()), 2...20), (.dispatch(Dispatching(unit: "U1")), 2...30), (.sign(call: nil), 5...120),
      (.feedBack(Feedback(text: "已到场处理")), 60...5_000), (.inspect(Inspecting(passed: true, text: "")), 10...300),
      (.close(Closing(outcome: .solved)), 5...200), (.note("已答复来件人"), 30...4_000),
    ]
    var at = minute
    for (command, minutes) in course {
      at += Int64.random(in: minutes, using: &random)
      steps[at, default: []].append(Step(order: order, command: command))
    }
  }
}
