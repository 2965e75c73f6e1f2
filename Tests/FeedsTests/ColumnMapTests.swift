import CommaSeparated
import Feeds
import Foundation
import Model
import Testing

/// A map that is good, some of its lines changed.
func mapText(
  head: String = "format: 1\nsource: hotline\ntimeZone: Asia/Shanghai\ndateFormats: [\"yyyy-MM-dd HH:mm\"]",
  columns: [String: String] = [:]
) -> String {
  let least = [
    "id": "{ column: 编号 }", "reported": "{ column: 时间 }", "place": "{ column: 地点, valuesFrom: places }",
    "text": "{ column: 内容 }",
  ]
  let all = least.merging(columns) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
  return head + "\ncolumns:\n" + all.map { "  \($0.key): \($0.value)\n" }.joined()
}

/// Reads a map in which `Asia/Shanghai` is the only time zone.
func map(_ text: String) throws(ColumnMapError) -> ColumnMap {
  try ColumnMap(yaml: text, path: "map.yaml") { $0 == "Asia/Shanghai" ? ZoneOffsets(initial: 28_800) : nil }
}

@Suite struct ColumnMapTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let text: String
    let code: ColumnMapError.Code
    let line: Int?
    let column: Int?

    init(_ text: String, _ code: ColumnMapError.Code, _ line: Int? = nil, _ column: Int? = nil) {
      self.text = text
      self.code = code
      self.line = line
      self.column = column
    }

    var testDescription: String { "\(code) \(line ?? 0):\(column ?? 0)" }
  }

  static let head = "format: 1\nsource: hotline\n"

  @Test(arguments: [
    Bad("", .malformed), Bad("format: [", .malformed, 2, 1), Bad("a: 1\na: 2", .malformed, 1, 1),
    Bad("17", .wrongType, 1, 1), Bad("colour: red", .unknownKey, 1, 1), Bad("format: 2", .unknownWord, 1, 9),
    Bad("format: 1", .missingKey, 1, 1), Bad("format: 1\nsource: fax", .unknownWord, 2, 9),
    Bad(mapText(head: head + "timeZone: Mars/Base\ndateFormats: [rfc3339]"), .timeZone, 3, 11),
    Bad(mapText(head: head + "timeZone: Asia/Shanghai\ndateFormats: [rfc3339, yy-MM-dd]"), .dateFormat, 4, 24),
    Bad(mapText(head: head + "timeZone: Asia/Shanghai\ndateFormats: rfc3339"), .wrongType, 4, 14),
    Bad(mapText(head: head + "encoding: ebcdic\ntimeZone: Asia/Shanghai\ndateFormats: [rfc3339]"), .unknownWord, 3, 11),
    Bad(mapText(columns: ["id": ""]), .missingKey, 6, 3),
    Bad(mapText(columns: ["colour": "{ column: a }"]), .unknownKey, 6, 3),
    Bad(mapText(columns: ["grid.kind": "{ column: a }"]), .unknownKey, 6, 3),
    Bad(mapText(columns: ["address": "a"]), .wrongType, 6, 12),
    Bad(mapText(columns: ["address": "{}"]), .fieldOrigin, 6, 12),
    Bad(mapText(columns: ["address": "{ column: a, constant: b }"]), .fieldOrigin, 6, 12),
    Bad(mapText(columns: ["address": "{ column: a, separator: b }"]), .unknownKey, 6, 36),
    Bad(mapText(columns: ["address": "{ column: [a] }"]), .wrongType, 6, 22),
    Bad(mapText(columns: ["address": "{ column: a, valuesFrom: seats }"]), .unknownWord, 6, 37),
    Bad(mapText(columns: ["address": "{ column: a, colour: red }"]), .unknownKey, 6, 25),
    Bad(mapText(columns: ["address": "{ column: a, fallback: { join: a } }"]), .wrongType, 6, 43),
  ])
  func `A bad map is refused with code, line and column`(bad: Bad) throws {
    let error = #expect(throws: ColumnMapError.self) { try map(bad.text) }
    #expect(error?.code == bad.code)
    if let line = bad.line { #expect(error?.line == line && error?.column == bad.column) }
    #expect(error?.path == "map.yaml" && error?.reason.isEmpty == false)
  }

  @Test func `A map file that can't be read, or is no text, is told`() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: ColumnMapError.self) { try ColumnMap(path: folder.path("no")) { _ in nil } }
    #expect(missing?.code == .unreadable)
    try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: folder.path("map")))
    let bad = #expect(throws: ColumnMapError.self) { try ColumnMap(path: folder.path("map")) { _ in nil } }
    #expect(bad?.code == .encoding)
  }
}
