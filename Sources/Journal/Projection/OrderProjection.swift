public import Model

extension OrderRow {
  /// The row that an order has after its last event.
  ///
  /// - Parameters:
  ///   - order: the order, folded from all its events.
  ///   - last: the columns of the last of them.
  ///   - unread: whether the seat that asked has still to see it.
  public init(_ order: WorkOrder, last: EventHeader, unread: Bool = true) {
    let first = order.reports.first
    number = order.number
    version = order.version
    stage = order.stage
    urgency = order.core.urgency
    source = first?.source ?? .other
    sourceID = CanonicalText.nfc(first?.sourceID ?? "")
    place = order.core.place
    town = last.town
    category = order.core.category
    unit = order.core.unit
    shares = order.shares
    title = CanonicalText.nfc(first?.title ?? "")
    stageDue = order.core.stageDue
    overallDue = order.overallDue
    arrivedAt = order.arrivedAt
    enteredAt = order.core.enteredAt
    claim = order.claim
    reportCount = order.reports.count
    attachmentCount = order.reports.reduce(0) { $0 + $1.attachments.count }
    amendments = order.amendments
    supervision = order.care.supervision
    signs = order.signs
    confidential = order.isConfidential
    originUnit = first?.origin?.unit
    originStatus = CanonicalText.nfc(first?.origin?.status ?? "")
    upstreamNumber = CanonicalText.nfc(first?.upstream?.number ?? "")
    outcome = order.core.outcome
    lastSequence = last.sequence
    self.unread = unread
  }
}

extension CorrelationCandidate {
  /// What a row knows of an order that may tell of the same event.
  public init(_ row: OrderRow) {
    self.init(
      number: row.number, arrivedAt: row.arrivedAt, place: row.place, category: row.category, title: row.title)
  }
}

/// Folds an order's events as they are stored.
public enum OrderProjector {
  /// The order that events make.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - events: all its events, in order.
  /// - Throws: `JournalError` with code `.damaged` when they do not make an order.
  public static func fold(
    _ number: OrderNumber, _ events: some Sequence<DecodedEvent>
  ) throws(JournalError) -> WorkOrder {
    guard let order = WorkOrder(number: number, events: events.lazy.map(\.recorded)) else {
      throw JournalError(.damaged, subject: number.text, detail: "its events do not make an order")
    }
    return order
  }

  /// The order after one more event.
  ///
  /// - Parameters:
  ///   - event: the event, with its columns.
  ///   - order: the order before it; nothing when the event begins the order.
  ///   - number: the order's number.
  /// - Throws: `JournalError` with code `.invalidRequest` when the event can't follow.
  public static func next(
    _ event: DecodedEvent, on order: WorkOrder?, number: OrderNumber
  ) throws(JournalError) -> WorkOrder {
    guard var order else {
      guard let begun = WorkOrder(number: number, first: event.recorded) else {
        throw JournalError(.invalidRequest, subject: number.text, detail: event.header.type)
      }
      return begun
    }
    guard order.apply(event.recorded) else {
      throw JournalError(.invalidRequest, subject: number.text, detail: event.header.type)
    }
    return order
  }
}

/// A report as a source knows it; the journal keeps which order has it.
public struct ReportKey: Hashable, Sendable {
  /// The source.
  public let source: Source
  /// The source's own number, in NFC.
  public let sourceID: String

  /// Makes a key.
  public init(source: Source, sourceID: String) {
    self.source = source
    self.sourceID = CanonicalText.nfc(sourceID)
  }

  /// The key of a report.
  public init(_ report: Report) {
    self.init(source: report.source, sourceID: report.sourceID)
  }

  /// The key under which an incident of the emergency office is known, whatever the numbers of its reports.
  public init(incident: String) {
    self.init(source: .emergency, sourceID: "incident:" + incident)
  }

  /// The keys under which an order is known that begins with a report.
  public static func keys(of report: Report) -> [ReportKey] {
    guard case .emergency(let detail)? = report.detail, !detail.incident.isEmpty else { return [ReportKey(report)] }
    return [ReportKey(report), ReportKey(incident: detail.incident)]
  }

  /// The reports that an event brings in or changes, and the incidents that it makes known.
  public static func keys(of event: OrderEvent) -> [ReportKey] {
    switch event {
    case .received(let received): return keys(of: received.report)
    case .amended(let amended), .attached(let amended): return [ReportKey(amended.report)]
    default: return []
    }
  }
}
