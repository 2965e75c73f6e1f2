import Desk
import Journal
import Model
import SafeText

/// An order's whole file as programs read it: the order, what came in, what happened; personal data is masked.
struct OrderFileRecord: Encodable {
  private let order: OrderRecord
  private let reports: [ReportRecord]
  private let timeline: [EventRecord]

  init(_ file: OrderFile, row: OrderRow, city: CityTables) {
    order = OrderRecord(row, city: city)
    reports = file.order.reports.map { ReportRecord($0, reporter: file.shownReporter(of: $0)) }
    timeline = file.events.map { EventRecord($0, city: city) }
  }
}

/// A message that came in, personal data masked.
private struct ReportRecord: Encodable {
  private let report: Report
  private let reporter: PersonalData?

  init(_ report: Report, reporter: PersonalData?) {
    self.report = report
    self.reporter = reporter
  }

  private enum Key: String, CodingKey {
    case source, sourceID, reportedAt, occurredAt, place, address, latitude, longitude, category, urgency, title, text
    case confidential, exercise, attachments, upstreamNumber, upstreamLevel, upstreamDeadline, originUnit
    case originStatus, originOutcome, originClosedAt, reporterName, reporterPhone, reporterIdentity
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(report.source, forKey: .source)
    try fields.encode(report.sourceID, forKey: .sourceID)
    try fields.encode(InstantText.utc(report.reportedAt), forKey: .reportedAt)
    try fields.encode(report.occurredAt.map(InstantText.utc), forKey: .occurredAt)
    try fields.encode(report.place, forKey: .place)
    try fields.encode(report.location.map { Masking.freeText($0.address) }, forKey: .address)
    try fields.encode(report.location?.latitude.map(degrees), forKey: .latitude)
    try fields.encode(report.location?.longitude.map(degrees), forKey: .longitude)
    try fields.encode(report.category, forKey: .category)
    try fields.encode(report.urgency, forKey: .urgency)
    try fields.encode(Masking.freeText(report.title), forKey: .title)
    try fields.encode(Masking.freeText(report.text), forKey: .text)
    try fields.encode(report.confidential, forKey: .confidential)
    try fields.encode(report.exercise, forKey: .exercise)
    try fields.encode(report.attachments, forKey: .attachments)
    try fields.encode(report.upstream?.number, forKey: .upstreamNumber)
    try fields.encode(report.upstream?.level, forKey: .upstreamLevel)
    try fields.encode(report.upstream?.deadline.map(InstantText.utc), forKey: .upstreamDeadline)
    try fields.encode(report.origin?.unit, forKey: .originUnit)
    try fields.encode(report.origin?.status, forKey: .originStatus)
    try fields.encode(report.origin.map { Masking.freeText($0.outcome) }, forKey: .originOutcome)
    try fields.encode(report.origin?.closedAt.map(InstantText.utc), forKey: .originClosedAt)
    try fields.encode(reporter.map { Masking.name($0.name) }, forKey: .reporterName)
    try fields.encode(reporter.map { Masking.phone($0.phone) }, forKey: .reporterPhone)
    try fields.encode(reporter.map { Masking.identityNumber($0.identity) }, forKey: .reporterIdentity)
  }

  private func degrees(_ millionths: Int) -> Double { Double(millionths) / 1_000_000 }
}

/// One line of an order's timeline.
struct EventRecord: Encodable {
  private let sequence: Int64
  private let version: Int
  private let type: String
  private let what: String
  private let who: String
  private let officer: String
  private let seat: String
  private let account: String
  private let occurredAt: String
  private let recordedAt: String

  init(_ event: DecodedEvent, city: CityTables) {
    sequence = event.header.sequence
    version = event.header.version
    type = event.header.type
    what = Masking.freeText(EventWords.what(event.event, city: city))
    who = EventWords.who(event.header, event.event, city: city)
    officer = event.header.officer.rawValue
    seat = event.header.seat.rawValue
    account = event.header.account
    occurredAt = InstantText.utc(event.header.occurredAt)
    recordedAt = InstantText.utc(event.header.recordedAt)
  }
}
