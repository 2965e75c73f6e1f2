import Journal
import Model
import SafeText

/// An order as programs read it; every key is always there, and null where nothing is known.
struct OrderRecord: Encodable {
  private let row: OrderRow
  private let city: CityTables

  init(_ row: OrderRow, city: CityTables) {
    self.row = row
    self.city = city
  }

  private enum Key: String, CodingKey {
    case number, version, stage, urgency, source, sourceID, town, townName, place, placeName, category, categoryName
    case unit, unitName, title, arrivedAt, enteredAt, stageDue, overallDue, closedAt, outcome, claim, reports
    case attachments, amendments, supervision, confidential, originUnit, originStatus, upstreamNumber
  }

  private struct ClaimRecord: Encodable {
    let officer: String
    let seat: String
    let until: String
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(row.number.text, forKey: .number)
    try fields.encode(row.version, forKey: .version)
    try fields.encode(row.stage, forKey: .stage)
    try fields.encode(row.urgency, forKey: .urgency)
    try fields.encode(row.source, forKey: .source)
    try fields.encode(row.sourceID, forKey: .sourceID)
    try fields.encode(row.town, forKey: .town)
    try fields.encode(row.town.flatMap { city.places[$0]?.name }, forKey: .townName)
    try fields.encode(row.place, forKey: .place)
    try fields.encode(city.places[row.place]?.name, forKey: .placeName)
    try fields.encode(row.category, forKey: .category)
    try fields.encode(row.category.flatMap { city.category($0)?.name }, forKey: .categoryName)
    try fields.encode(row.unit, forKey: .unit)
    try fields.encode(row.unit.flatMap { city.units[$0]?.name }, forKey: .unitName)
    try fields.encode(Masking.freeText(row.title), forKey: .title)
    try fields.encode(InstantText.utc(row.arrivedAt), forKey: .arrivedAt)
    try fields.encode(InstantText.utc(row.enteredAt), forKey: .enteredAt)
    try fields.encode(row.stageDue.map(InstantText.utc), forKey: .stageDue)
    try fields.encode(row.overallDue.map(InstantText.utc), forKey: .overallDue)
    try fields.encode(row.stage == .closed ? InstantText.utc(row.enteredAt) : nil, forKey: .closedAt)
    try fields.encode(row.outcome, forKey: .outcome)
    try fields.encode(
      row.claim.map {
        ClaimRecord(officer: $0.officer.rawValue, seat: $0.seat.rawValue, until: InstantText.utc($0.until))
      }, forKey: .claim)
    try fields.encode(row.reportCount, forKey: .reports)
    try fields.encode(row.attachmentCount, forKey: .attachments)
    try fields.encode(row.amendments, forKey: .amendments)
    try fields.encode(row.supervision, forKey: .supervision)
    try fields.encode(row.confidential, forKey: .confidential)
    try fields.encode(row.originUnit, forKey: .originUnit)
    try fields.encode(row.originStatus, forKey: .originStatus)
    try fields.encode(row.upstreamNumber.isEmpty ? nil : row.upstreamNumber, forKey: .upstreamNumber)
  }
}
