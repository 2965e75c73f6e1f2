import CommaSeparated
import Model

/// Makes a report from a record, under the same rules as for any other form.
struct RecordDecoder {
  private let map: ColumnMap
  private let header: Header
  private let rules: ReportRules
  private let names: TableNames
  private let hasOrigin: Bool
  private let hasDetail: Bool

  init(map: ColumnMap, header: Header, city: CityTables, isExercise: Bool) {
    self.map = map
    self.header = header
    rules = ReportRules(city: city, isExercise: isExercise)
    names = TableNames(city: city)
    hasOrigin = map.fields.keys.contains { $0.rawValue.hasPrefix("origin.") }
    hasDetail = map.fields.keys.contains { $0.source == map.source }
  }

  func decode(_ record: Record) throws(Flaw) -> IncomingReport {
    if record.isBlank { throw Flaw(.emptyLine) }
    guard record.count == header.names.count else { throw Flaw(.fieldCount) }
    let fields = RecordFields(record: record, header: header, encoding: map.encoding, names: names)
    do throws(Flaw) {
      return try rules.report(try wire(fields), times: map.times)
    } catch {
      var flaw = error
      if flaw.column == nil, let rule = FieldKey(rawValue: flaw.key).flatMap({ map.fields[$0] }) {
        flaw.column = fields.column(of: rule)
      }
      throw flaw
    }
  }

  private func wire(_ fields: RecordFields) throws(Flaw) -> WireReport {
    let values = FieldValues(fields: fields, rules: map.fields)
    var wire = WireReport()
    wire.format = 1
    wire.source = map.source.rawValue
    wire.id = try values.text(.id)
    wire.reported = try values.text(.reported)
    wire.occurred = try values.text(.occurred)
    wire.place = try values.text(.place)
    wire.address = try values.text(.address)
    wire.lat = try values.decimal(.lat)
    wire.lon = try values.decimal(.lon)
    wire.category = try values.text(.category)
    wire.urgency = try values.text(.urgency)
    wire.title = try values.text(.title)
    wire.text = try values.text(.text)
    wire.confidential = try values.flag(.confidential)
    wire.exercise = try values.flag(.exercise)
    wire.reporter = WireReport.Reporter(
      name: try values.text(.reporterName), phone: try values.text(.reporterPhone),
      identity: try values.text(.reporterIdentity))
    if let digest = try values.text(.attachmentDigest) {
      wire.attachments = [
        WireReport.Attachment(
          kind: try values.text(.attachmentKind), uri: try values.text(.attachmentURI), sha256: digest)
      ]
    }
    if let number = try values.text(.upstreamNumber) {
      wire.upstream = WireReport.Upstream(
        number: number, level: try values.text(.upstreamLevel), deadline: try values.text(.upstreamDeadline))
    }
    if hasOrigin {
      wire.origin = WireReport.Origin(
        unit: try values.text(.originUnit), status: try values.text(.originStatus),
        closed: try values.text(.originClosed), outcome: try values.text(.originOutcome),
        stage: try values.text(.originStage))
    }
    if hasDetail { wire.detail = try values.detail() }
    return wire
  }
}
