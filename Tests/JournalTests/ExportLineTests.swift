import Model
import Testing

@testable import Journal

@Suite("Lines of an export")
struct ExportLineTests {
  private static let chain = [UInt8](repeating: 0xAB, count: 32)

  /// An event whose columns try to look like the payload's mark.
  private static func event(town: PlaceCode?) -> StoredEvent {
    var header = PlainHeader.any
    header.account = #"a","payload":{"b"#
    header.command = "夜\n班"
    header.town = town
    return StoredEvent(header: header, payload: Array(#"{"text":",\"payload\":{}}"}"#.utf8))
  }

  @Test func `keep their form for ever`() throws {
    let line = String(decoding: try ExportLine.event(Self.event(town: "T-1"), chain: Self.chain).bytes(), as: UTF8.self)
    let chain = String(repeating: "ab", count: 32)
    #expect(
      line == #"{"chain":""# + chain + #"","header":{"account":"a\",\"payload\":{\"b","city":"x","#
        + #""command":"夜\n班","confidential":false,"occurred_at":0,"officer":"","origin":"x","#
        + #""origin_sequence":2,"personal_digest":"","place":"P-1","recorded_at":0,"schema":1,"seat":"","#
        + #""sequence":2,"stream_id":"20200616-00142","stream_kind":"order","tier":"city","town":"T-1","#
        + #""type":"order.received","version":1},"payload":{"text":",\"payload\":{}}"}}"#)
    let record = PersonalRecord(
      data: PersonalData(name: "某人", phone: "11900001234"), salt: [UInt8](repeating: 1, count: 16))
    #expect(
      String(decoding: try ExportLine.personal(2, record).bytes(), as: UTF8.self)
        == #"{"personal":{"data":{"identity":"","name":"某人","phone":"11900001234"},"#
        + #""salt":"01010101010101010101010101010101","sequence":2}}"#)
    #expect(
      String(decoding: try ExportLine.head(JournalHead(sequence: 7, chain: "ab")).bytes(), as: UTF8.self)
        == #"{"head":{"chain":"ab","sequence":7}}"#)
  }

  @Test func `are read as they were written`() throws {
    let record = PersonalRecord(data: PersonalData(name: "某人"), salt: [UInt8](0..<16))
    let lines: [ExportLine] = [
      .event(Self.event(town: "T-1"), chain: Self.chain), .event(Self.event(town: nil), chain: Self.chain),
      .personal(2, record), .head(JournalHead(sequence: 7, chain: "ab")),
    ]
    for line in lines { #expect(try ExportLine(try line.bytes()) == line) }
  }

  @Test func `are refused when they are something else`() {
    for text in ["", "{}", "[]", #"{"head":{}}"#, #"{"personal":{}}"#, #"{"chain":"00","header":{},"payload":{}}"#] {
      let error = #expect(throws: JournalError.self) { try ExportLine(Array(text.utf8)) }
      #expect(error?.code == .encoding)
    }
  }
}
