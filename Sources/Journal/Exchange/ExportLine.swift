import Foundation
import Model

/// The lines of an export; the keys of each stand in the order of their bytes, as the canonical form wants them.
///
/// An event's line is `{"chain":…,"header":{…},"payload":{…}}` with the payload's stored bytes as they are. Within a
/// JSON text `,"payload":` can't occur inside a string, so the first one marks where the stored bytes begin.
enum ExportLine: Equatable {
  case event(StoredEvent, chain: [UInt8])
  case personal(Int64, PersonalRecord)
  case head(JournalHead)

  private static let payloadMark = Array(",\"payload\":".utf8)

  /// The line's bytes, without a line break.
  func bytes() throws(JournalError) -> [UInt8] {
    switch self {
    case .event(let event, let chain):
      let front = EventFront(chain: JournalDigest.hex(chain), header: HeaderRecord(event.header))
      return try CanonicalWriter.bytes(of: front).dropLast() + ExportLine.payloadMark + event.payload
        + [UInt8(ascii: "}")]
    case .personal(let sequence, let record):
      let fields = PersonalLine.Fields(data: record.data, salt: JournalDigest.hex(record.salt), sequence: sequence)
      return try CanonicalWriter.bytes(of: PersonalLine(personal: fields))
    case .head(let head):
      let fields = HeadLine.Fields(chain: head.chain, sequence: head.sequence)
      return try CanonicalWriter.bytes(of: HeadLine(head: fields))
    }
  }

  /// Reads a line.
  ///
  /// - Throws: `JournalError` with code `.encoding`.
  init(_ line: [UInt8]) throws(JournalError) {
    do {
      self = try ExportLine.read(line)
    } catch {
      throw JournalError(.encoding, detail: "\(error)")
    }
  }

  private static func read(_ line: [UInt8]) throws -> ExportLine {
    if line.starts(with: "{\"head\":".utf8) {
      let fields = try JSONDecoder().decode(HeadLine.self, from: Data(line)).head
      return .head(JournalHead(sequence: fields.sequence, chain: fields.chain))
    }
    if line.starts(with: "{\"personal\":".utf8) {
      let fields = try JSONDecoder().decode(PersonalLine.self, from: Data(line)).personal
      let record = PersonalRecord(data: fields.data, salt: try digits(fields.salt, "salt"))
      return .personal(fields.sequence, record)
    }
    guard let mark = position(of: payloadMark, in: line), line.last == UInt8(ascii: "}") else {
      throw JournalError(.encoding, detail: "no line of an export")
    }
    let front = try JSONDecoder().decode(EventFront.self, from: Data(line[..<mark] + [UInt8(ascii: "}")]))
    let payload = Array(line[(mark + payloadMark.count)..<(line.count - 1)])
    let event = StoredEvent(header: front.header.header, payload: payload)
    return .event(event, chain: try digits(front.chain, "chain"))
  }

  private static func digits(_ hex: String, _ field: String) throws(JournalError) -> [UInt8] {
    guard let bytes = JournalDigest.bytes(hex: hex) else {
      throw JournalError(.encoding, subject: field, detail: "no lower-case hexadecimal")
    }
    return bytes
  }

  private static func position(of mark: [UInt8], in line: [UInt8]) -> Int? {
    guard line.count >= mark.count else { return nil }
    return (0...(line.count - mark.count)).first { start in
      line[start] == mark[0] && line[start..<(start + mark.count)].elementsEqual(mark)
    }
  }

  private struct EventFront: Codable {
    let chain: String
    let header: HeaderRecord
  }

  private struct PersonalLine: Codable {
    struct Fields: Codable {
      let data: PersonalData
      let salt: String
      let sequence: Int64
    }
    let personal: Fields
  }

  private struct HeadLine: Codable {
    struct Fields: Codable {
      let chain: String
      let sequence: Int64
    }
    let head: Fields
  }
}

/// An event's columns as an export writes them.
struct HeaderRecord: Codable {
  let header: EventHeader

  init(_ header: EventHeader) {
    self.header = header
  }

  private enum Key: String, CodingKey {
    case sequence, version, type, schema, origin, city, place, town, tier, confidential, officer, seat, account, command
    case streamKind = "stream_kind"
    case streamID = "stream_id"
    case originSequence = "origin_sequence"
    case occurredAt = "occurred_at"
    case recordedAt = "recorded_at"
    case personalDigest = "personal_digest"
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    header = EventHeader(
      sequence: try fields.decode(Int64.self, forKey: .sequence),
      stream: StreamID(
        kind: StreamKind(rawValue: try fields.decode(String.self, forKey: .streamKind)),
        id: try fields.decode(String.self, forKey: .streamID)),
      version: try fields.decode(Int.self, forKey: .version),
      type: try fields.decode(String.self, forKey: .type),
      schema: try fields.decode(Int.self, forKey: .schema),
      origin: try fields.decode(String.self, forKey: .origin),
      originSequence: try fields.decode(Int64.self, forKey: .originSequence),
      city: try fields.decode(String.self, forKey: .city),
      place: try fields.decode(PlaceCode.self, forKey: .place),
      town: try fields.decodeIfPresent(PlaceCode.self, forKey: .town),
      tier: try fields.decode(Tier.self, forKey: .tier),
      confidential: try fields.decode(Bool.self, forKey: .confidential),
      officer: try fields.decode(OfficerCode.self, forKey: .officer),
      seat: try fields.decode(SeatCode.self, forKey: .seat),
      account: try fields.decode(String.self, forKey: .account),
      occurredAt: try fields.decode(Instant.self, forKey: .occurredAt),
      recordedAt: try fields.decode(Instant.self, forKey: .recordedAt),
      command: try fields.decode(String.self, forKey: .command),
      personalDigest: try fields.decode(String.self, forKey: .personalDigest))
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(header.account, forKey: .account)
    try fields.encode(header.city, forKey: .city)
    try fields.encode(header.command, forKey: .command)
    try fields.encode(header.confidential, forKey: .confidential)
    try fields.encode(header.occurredAt, forKey: .occurredAt)
    try fields.encode(header.officer, forKey: .officer)
    try fields.encode(header.origin, forKey: .origin)
    try fields.encode(header.originSequence, forKey: .originSequence)
    try fields.encode(header.personalDigest, forKey: .personalDigest)
    try fields.encode(header.place, forKey: .place)
    try fields.encode(header.recordedAt, forKey: .recordedAt)
    try fields.encode(header.schema, forKey: .schema)
    try fields.encode(header.seat, forKey: .seat)
    try fields.encode(header.sequence, forKey: .sequence)
    try fields.encode(header.stream.id, forKey: .streamID)
    try fields.encode(header.stream.kind.rawValue, forKey: .streamKind)
    try fields.encode(header.tier, forKey: .tier)
    try fields.encodeIfPresent(header.town, forKey: .town)
    try fields.encode(header.type, forKey: .type)
    try fields.encode(header.version, forKey: .version)
  }
}
