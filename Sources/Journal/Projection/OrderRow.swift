public import Model

/// An order as a list shows it: one row of the projection.
public struct OrderRow: Sendable, Equatable {
  /// The number.
  public var number: OrderNumber
  /// How many events have made it.
  public var version: Int
  /// What it waits for.
  public var stage: Stage
  /// How pressing it is.
  public var urgency: Urgency
  /// The source of its first report.
  public var source: Source
  /// The number that the source gave that report.
  public var sourceID: String
  /// The finest place known.
  public var place: PlaceCode
  /// The town it lies in; nothing for the city as a whole.
  public var town: PlaceCode?
  /// The sub-category.
  public var category: CategoryCode?
  /// The unit that leads.
  public var unit: UnitCode?
  /// The units that have a share in it, wherever it lies.
  public var shares: [UnitCode]
  /// The line that says what it is about.
  public var title: String
  /// When the present stage must be done, UTC; nothing once closed.
  public var stageDue: Instant?
  /// When all of it must be done, UTC.
  public var overallDue: Instant?
  /// When it arrived, UTC.
  public var arrivedAt: Instant
  /// When the present stage was entered, UTC; for a closed order, when it was closed.
  public var enteredAt: Instant
  /// Who has it in hand.
  public var claim: WorkOrder.Claim?
  /// How many reports it groups.
  public var reportCount: Int
  /// How many attachments its reports have.
  public var attachmentCount: Int
  /// How often the source changed what it had reported.
  public var amendments: Int
  /// Whether any of its reports is confidential.
  public var confidential: Bool
  /// The unit that has it at its source.
  public var originUnit: UnitCode?
  /// The state at its source, in the source's words.
  public var originStatus: String
  /// The number it bears above; empty when it did not come from above.
  public var upstreamNumber: String
  /// How it ended.
  public var outcome: Outcome?
  /// The sequence of its last event.
  public var lastSequence: Int64
  /// Whether it is still to be seen by the seat that asked: it stands at a later version than the last one seen.
  public var unread: Bool

  /// The instant that lists sort by: the stage's deadline, or else when the stage was entered. What is closed has no
  /// deadline any more: it comes after all that is open, the latest number first.
  public var sortInstant: Instant {
    stage.isOpen ? stageDue ?? enteredAt : Instant(milliseconds: OrderRow.closedBase - number.key)
  }

  /// What the numbers of closed orders are taken from for `sortInstant`: later than any deadline.
  package static let closedBase: Int64 = 1 << 62

  /// The key of the closed order that sorts by an instant; beyond all keys for an instant that something open sorts by.
  package static func closedKey(at instant: Instant) -> Int64 {
    let (key, overflows) = closedBase.subtractingReportingOverflow(instant.milliseconds)
    return overflows ? .max : key
  }

  /// Makes a row of columns that were read.
  public init(
    number: OrderNumber, version: Int, stage: Stage, urgency: Urgency, source: Source, sourceID: String,
    place: PlaceCode, town: PlaceCode?, category: CategoryCode?, unit: UnitCode?, shares: [UnitCode] = [], title: String,
    stageDue: Instant?, overallDue: Instant?, arrivedAt: Instant, enteredAt: Instant, claim: WorkOrder.Claim?, reportCount: Int,
    attachmentCount: Int, amendments: Int, confidential: Bool, originUnit: UnitCode?, originStatus: String,
    upstreamNumber: String, outcome: Outcome?, lastSequence: Int64, unread: Bool
  ) {
    self.number = number
    self.version = version
    self.stage = stage
    self.urgency = urgency
    self.source = source
    self.sourceID = sourceID
    self.place = place
    self.town = town
    self.category = category
    self.unit = unit
    self.shares = shares
    self.title = title
    self.stageDue = stageDue
    self.overallDue = overallDue
    self.arrivedAt = arrivedAt
    self.enteredAt = enteredAt
    self.claim = claim
    self.reportCount = reportCount
    self.attachmentCount = attachmentCount
    self.amendments = amendments
    self.confidential = confidential
    self.originUnit = originUnit
    self.originStatus = originStatus
    self.upstreamNumber = upstreamNumber
    self.outcome = outcome
    self.lastSequence = lastSequence
    self.unread = unread
  }
}
