public import Journal
import Model

/// What the seats of a drill did, read back from its journal as the commands that a headless run takes.
public struct DrillRecording {
  /// The commands, in the order of the journal.
  public private(set) var lines: [AnswerLine] = []
  /// Sequences of what neither the drill nor a recorded command can bring about: it came from outside.
  public private(set) var foreign: [Int64] = []

  private var orders: [OrderNumber: WorkOrder] = [:]
  /// The reports that the drill has.
  private var reports: Set<ReportReference>

  /// Reads a drill's journal from its beginning.
  ///
  /// - Parameters:
  ///   - store: the journal.
  ///   - plan: the drill.
  public init(_ store: any JournalStore, of plan: DrillPlan) throws(JournalError) {
    reports = Set(
      plan.background.map { ReportReference($0.incoming.report) } + plan.injects.map(\.reference))
    var pending: [StoredEvent] = []
    var from: Int64 = 1
    while true {
      let events = try store.events(from: from, limit: 1_000)
      guard let last = events.last else { break }
      for event in events {
        if let first = pending.first, first.header.command != event.header.command {
          try take(pending)
          pending = []
        }
        pending.append(event)
      }
      from = last.header.sequence + 1
    }
    try take(pending)
  }

  /// Takes in all that one command has brought about.
  private mutating func take(_ stored: [StoredEvent]) throws(JournalError) {
    var decoded: [DecodedEvent] = []
    var first: (header: EventHeader, event: JournalEvent)?
    for one in stored {
      let event = try one.decoded()
      if first == nil { first = (one.header, event) }
      if case .order(let event) = event { decoded.append(DecodedEvent(header: one.header, event: event)) }
    }
    if let first { record(first.header, first.event, decoded) }
    for event in decoded { fold(event) }
  }

  private mutating func record(_ header: EventHeader, _ event: JournalEvent, _ events: [DecodedEvent]) {
    guard !header.seat.rawValue.isEmpty else {
      if !isPlanned(event) { foreign.append(header.sequence) }
      return
    }
    if case .script(.added(let addition)) = event { reports.insert(ReportReference(addition.report)) }
    guard let name = DrillCommandName(header.command),
      let words = words(header, event, events)
    else {
      foreign.append(header.sequence)
      return
    }
    if let last = lines.last, last.line == name.line, let number = words.last {
      // The same command on another order.
      lines[lines.count - 1] = AnswerLine(
        line: last.line, at: last.at, seat: last.seat, seen: last.seen, words: last.words + [number])
      return
    }
    lines.append(
      AnswerLine(
        line: name.line, at: header.recordedAt, seat: header.seat, seen: header.sequence - 1, words: words))
  }

  /// Whether the drill itself brings an event about that no officer did.
  private func isPlanned(_ event: JournalEvent) -> Bool {
    switch event {
    case .opened: true
    case .order(.received(let received)): reports.contains(ReportReference(received.report))
    case .order(.amended(let amended)), .order(.attached(let amended)):
      reports.contains(ReportReference(amended.report))
    default: false
    }
  }

  private func words(_ header: EventHeader, _ event: JournalEvent, _ events: [DecodedEvent]) -> [String]? {
    switch event {
    case .order: words(events)
    case .response(let event): BookWording.words(event).words
    case .script(let event): BookWording.words(event, at: header.recordedAt).words
    case .shift(let event): BookWording.words(event).words
    case .opened, .points: nil
    }
  }

  private func words(_ events: [DecodedEvent]) -> [String]? {
    for event in events {
      guard let number = event.header.stream.orderNumber else { continue }
      switch event.event {
      case .merged(let merged):
        return SpokenWords("merge").with("evidence", merged.evidence).plus(number.text).plus(merged.other).words
      case .split(let split):
        return SpokenWords("split").with("reason", split.reason).plus(number.text).plus(split.off).words
      case .distinguished(let told): return SpokenWords("distinguish").plus(number.text).plus(told.from).words
      default:
        let wording = CommandWording(before: orders[number], at: event.header.recordedAt, events: events)
        if let spoken = wording.words(event.event) { return spoken.plus(number.text).words }
      }
    }
    return nil
  }

  private mutating func fold(_ event: DecodedEvent) {
    guard let number = event.header.stream.orderNumber else { return }
    if orders[number] == nil {
      orders[number] = WorkOrder(number: number, first: event.recorded)
    } else {
      _ = orders[number]?.apply(event.recorded)
    }
  }
}
