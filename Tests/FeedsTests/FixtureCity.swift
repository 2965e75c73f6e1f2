import CommaSeparated
import Foundation
import Model
import Testing

/// The repository's own fixtures.
enum Fixture {
  static func path(_ name: String) -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures/" + name).path
  }

  /// What a feed may name of a city: the codes and names of its places, units and categories.
  static func city(_ name: String) throws -> CityTables {
    let places = try rows(name + "/places.csv").map { row in
      Place(
        code: PlaceCode(row["code"] ?? ""), name: row["name"] ?? "",
        kind: Place.Kind(rawValue: row["kind"] ?? "") ?? .city,
        parent: row["parent"].flatMap { $0.isEmpty ? nil : PlaceCode($0) })
    }
    let units = try rows(name + "/units.csv").map { row in
      HandlingUnit(
        code: UnitCode(row["code"] ?? ""), name: row["name"] ?? "", short: "", kind: .department,
        place: PlaceCode(row["place"] ?? ""))
    }
    let categories = try rows(name + "/catalogue.csv").map { row in
      Category(
        code: CategoryCode(row["code"] ?? ""), scheme: .other, className: "", name: row["name"] ?? "",
        lead: .townCentre,
        level: "")
    }
    return Samples.makeCity(places: places, units: units, categories: categories)
  }

  /// The records of a table by the names of its columns.
  static func rows(_ name: String) throws -> [[String: String]] {
    var reader = RecordReader()
    reader.push([UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name)))))
    reader.finish()
    var header: [String]?
    var rows: [[String: String]] = []
    while let reading = reader.next() {
      guard case .record(let record) = reading else { continue }
      // Latin-1 gives every byte a character, and the names that are looked up are UTF-8.
      let text = (0..<record.count).map { record.text($0) ?? record.text($0, encoding: .latin1) ?? "" }
      if let header {
        rows.append(Dictionary(zip(header, text), uniquingKeysWith: { first, _ in first }))
      } else {
        header = text
      }
    }
    return rows
  }
}
