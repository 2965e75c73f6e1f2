import CommaSeparated
import Foundation
public import Model
import Yams

extension ColumnMap {
  /// Reads a map.
  ///
  /// - Parameters:
  ///   - path: the YAML file.
  ///   - zone: the offsets of a time zone by its name in the time zone database; nothing when it is not known.
  public init(path: String, zone: (String) -> ZoneOffsets?) throws(ColumnMapError) {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw ColumnMapError(.unreadable, path: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ColumnMapError(.encoding, path: path) }
    try self.init(yaml: text, path: path, zone: zone)
  }

  /// Reads a map from its text; `path` is what errors name.
  public init(yaml: String, path: String, zone: (String) -> ZoneOffsets?) throws(ColumnMapError) {
    let reader = MapNodes(path: path)
    let root = try reader.root(of: yaml)
    let top = try reader.entries(
      root, named: "", known: ["format", "source", "encoding", "timeZone", "dateFormats", "columns"])
    func node(_ key: String) throws(ColumnMapError) -> Node {
      guard let node = top[key] else { throw reader.error(.missingKey, at: root, key) }
      return node
    }
    let format = try node("format")
    guard try reader.text(format, named: "format") == "1" else {
      throw reader.error(.unknownWord, at: format, "format")
    }
    let sourceNode = try node("source")
    let word = try reader.text(sourceNode, named: "source")
    guard let source = Source(rawValue: word) else { throw reader.error(.unknownWord, at: sourceNode, word) }
    let zoneNode = try node("timeZone")
    let zoneName = try reader.text(zoneNode, named: "timeZone")
    guard let zone = zone(zoneName) else { throw reader.error(.timeZone, at: zoneNode, zoneName) }
    self.path = path
    self.source = source
    encoding = try ColumnMap.encoding(top["encoding"], reader)
    times = try ColumnMap.times(try node("dateFormats"), zone: zone, reader)
    fields = try ColumnMap.fields(try node("columns"), of: source, reader)
  }

  private static func encoding(_ node: Node?, _ reader: MapNodes) throws(ColumnMapError) -> TextEncoding {
    guard let node else { return .utf8 }
    let word = try reader.text(node, named: "encoding")
    guard let encoding = TextEncoding(rawValue: word) else { throw reader.error(.unknownWord, at: node, word) }
    return encoding
  }

  private static func times(
    _ node: Node, zone: ZoneOffsets, _ reader: MapNodes
  ) throws(ColumnMapError) -> PatternTimes {
    let formats = try reader.texts(node, named: "dateFormats")
    do throws(PatternTimes.BadFormat) {
      return try PatternTimes(formats: formats.map(\.name), zone: zone)
    } catch {
      let bad = formats[error.index]
      throw ColumnMapError(.dateFormat, path: reader.path, line: bad.line, column: bad.column, subject: bad.name)
    }
  }

  private static func fields(
    _ node: Node, of source: Source, _ reader: MapNodes
  ) throws(ColumnMapError) -> [FieldKey: FieldRule] {
    var fields: [FieldKey: FieldRule] = [:]
    for (keyNode, value) in try reader.pairs(node, named: "columns") {
      let name = try reader.text(keyNode, named: "columns")
      let written = name.hasPrefix("attachments.") ? name.replacing("attachments.", with: "attachments.0.") : name
      guard let key = FieldKey(rawValue: written), key.source == nil || key.source == source else {
        throw reader.error(.unknownKey, at: keyNode, name)
      }
      fields[key] = try reader.rule(value, named: name)
    }
    for key in FieldKey.required where fields[key] == nil {
      throw reader.error(.missingKey, at: node, key.rawValue)
    }
    return fields
  }
}
