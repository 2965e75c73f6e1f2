import CommaSeparated
import Feeds
import Foundation
import Model
import Testing

@Suite struct RecordIntakeTests {
  private static let header = "编号,时间,地点,内容,小类,紧急,纬度,保密,备用\n"
  private static let columns = [
    "category": "{ column: 小类, values: { 噪声: HL-TS-NOISE } }", "urgency": "{ column: 紧急, values: { 急: urgent } }",
    "lat": "{ column: 纬度 }", "confidential": "{ column: 保密, values: { 是: true, 否: false } }",
    "place":
      "{ column: 地点, values: { 东: \"320614113001\" }, valuesFrom: places, fallback: { column: 备用, valuesFrom: places } }",
    "title": "{ join: [小类, 内容, 备用], separator: \" · \" }", "hotline.kind": "{ constant: complaint }",
  ]

  private func intake(_ bytes: [UInt8], _ map: ColumnMap) throws -> [Intake] {
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path("in.csv")))
    var reader = try RecordIntake(FeedInput(path: folder.path("in.csv")), map: map, city: Samples.city)
    var all: [Intake] = []
    while let next = try reader.next() { all.append(next) }
    return all
  }

  private func intake(_ rows: String) throws -> [Intake] {
    try intake(Array((Self.header + rows).utf8), map(mapText(columns: Self.columns)))
  }

  private func rejected(_ rows: String) throws -> RejectedLine? {
    try intake(rows).lazy.compactMap { if case .rejected(let line) = $0 { line } else { nil } }.first
  }

  private func reports(_ all: [Intake]) -> [Report] {
    all.compactMap { if case .report(let incoming, _) = $0 { incoming.report } else { nil } }
  }

  @Test func `A record becomes a report by its map`() throws {
    let rows = "1,2020-06-16 08:31,东,吵,噪声,急,31.9300004,是,\n2,2020-06-16 08:31,凤城社区,\"吵,\n闹\",,,,,\n"
    let all = try intake(rows)
    let reports = reports(all)
    #expect(reports.count == 2)
    let first = try #require(reports.first)
    #expect(first.sourceID == "1" && first.place == "320614113001" && first.category == "HL-TS-NOISE")
    #expect(first.reportedAt == Samples.instant("2020-06-16T08:31:00+08:00"))
    #expect(first.urgency == .urgent && first.confidential)
    #expect(first.location == Location(address: "", latitude: 31_930_000))
    #expect(first.title == "噪声 · 吵")
    #expect(first.detail == .hotline(HotlineItem(kind: .complaint, channel: .seat, answered: false)))
    let second = try #require(reports.last)
    #expect(second.place == "320614113001" && second.text == "吵,\n闹" && second.category == nil)
  }

  @Test func `The fallback serves an empty cell and an unknown word`() throws {
    let reports = reports(
      try intake(
        "1,2020-06-16 08:31,,吵,,,,,余东镇\n2,2020-06-16 08:31,火星,吵,,,,,余东镇\n3,2020-06-16 08:31,320614113,吵,,,,,\n"))
    #expect(reports.map(\.place) == ["320614113", "320614113", "320614113"])
  }

  @Test(arguments: [
    ("1,2020-06-16 08:31,火星,吵,,,,,", RejectedLine.Code.missing, 20),
    ("1,2020-06-16 08:31,同名村,吵,,,,,同名村", .unknownPlace, 20), ("1,2020-06-16 08:31,东,吵,夜市,,,,", .unknownCategory, 28),
    ("1,2020-06-16 08:31,东,吵,,慢,,,", .unknownUrgency, 29), ("1,2020-06-16 08:31,东,吵,,,x,,", .wrongType, 30),
    ("1,2020-06-16 08:31,东,吵,,,91,,", .coordinate, 30), ("1,2020-06-16 08:31,东,吵,,,nan,,", .wrongType, 30),
    ("1,2020-06-16 08:31,东,吵,,,,也许,", .unknownWord, 31), ("1,1582-10-10 08:31,东,吵,,,,,", .yearOutOfRange, 3),
    ("1,16.6.2020,东,吵,,,,,", .badTime, 3), (",2020-06-16 08:31,东,吵,,,,,", .missing, 1),
    ("1,2020-06-16 08:31,东,,,,,,", .missing, 24), ("1,2", .fieldCount, 0), ("1,2,3,4,5,6,7,8,9,10", .fieldCount, 0),
  ])
  func `A bad record is rejected under the same rules`(row: String, code: RejectedLine.Code, column: Int) throws {
    let rejected = try #require(try rejected(row + "\n"))
    #expect(rejected.code == code && rejected.line == 2 && (rejected.column ?? 0) == column)
    #expect(rejected.bytes == Array(row.utf8))
  }

  @Test func `Blank lines are rejected and the rest goes on`() throws {
    let all = try intake("\n1,2020-06-16 08:31,东,吵,,,,,\n")
    #expect(all.count == 2 && reports(all).count == 1)
    #expect(try rejected("\n")?.code == .emptyLine)
  }

  @Test func `A quotation that never ends costs its own line, which is kept`() throws {
    let all = try intake("1,\"2020\n2,2020-06-16 08:31,东,吵,,,,,\n")
    let parts = all.compactMap { if case .rejectedPart(let part) = $0 { part } else { nil } }
    #expect(parts.map(\.code) == [.unterminatedQuote] && parts.first?.line == 2)
    #expect(parts.first?.isFirst == true && parts.first?.isLast == true)
    #expect(parts.first?.bytes == Array("1,\"2020".utf8))
    #expect(reports(all).map(\.sourceID) == ["2"])
  }

  @Test func `A quotation that is open where the file ends is kept and ended`() throws {
    let all = try intake("1,\"2020")
    let parts = all.compactMap { if case .rejectedPart(let part) = $0 { part } else { nil } }
    #expect(parts.flatMap(\.bytes) == Array("1,\"2020".utf8))
    #expect(
      parts.first?.isFirst == true && parts.last?.isLast == true && parts.allSatisfy { $0.code == .unterminatedQuote })
  }

  @Test func `Bytes that are not in the encoding are rejected with their column`() throws {
    let row = Array("1,2020-06-16 08:31,东,".utf8) + [0xFF] + Array(",,,,,\n".utf8)
    let all = try intake(Array(Self.header.utf8) + row, map(mapText(columns: Self.columns)))
    let line = all.compactMap { if case .rejected(let line) = $0 { line } else { nil } }.first
    #expect(line?.code == .encoding && line?.column == 24)
  }

  @Test func `GB 18030 and latin-1 are read`() throws {
    let head = "format: 1\nsource: other\nencoding: gb18030\ntimeZone: Asia/Shanghai\ndateFormats: [rfc3339]"
    // 内容 and 吵 in GB 18030.
    let bytes: [UInt8] =
      Array("id,t,p,".utf8) + [0xC4, 0xDA, 0xC8, 0xDD] + Array("\n1,2020-06-16T00:31:00Z,320614113,".utf8) + [
        0xB3, 0xB3, 0x0A,
      ]
    let columns = ["id": "{ column: id }", "reported": "{ column: t }", "place": "{ column: p }"]
    let chinese = try intake(bytes, map(mapText(head: head, columns: columns)))
    #expect(reports(chinese).map(\.text) == ["吵"])
    let latin = head.replacing("gb18030", with: "latin-1")
    let western = try intake(
      Array("id,t,p,x\n1,2020-06-16T00:31:00Z,320614113,caf".utf8) + [0xE9],
      map(mapText(head: latin, columns: columns.merging(["text": "{ column: x }"]) { $1 })))
    #expect(reports(western).map(\.text) == ["caf\u{E9}"])
  }

  @Test func `A file without the columns of its map is refused, and so is an empty one`() throws {
    let map = try map(mapText())
    let missing = #expect(throws: ColumnMapError.self) { try intake(Array("编号,时间,地点\n".utf8), map) }
    #expect(missing?.code == .missingColumn && missing?.subject == "内容" && missing?.line == 9)
    let empty = #expect(throws: ColumnMapError.self) { try intake([], map) }
    #expect(empty?.code == .missingHeader)
  }
}
