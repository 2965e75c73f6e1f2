/// The units of a city, found by code or by the part they play in a place.
public struct UnitTable: Sendable {
  private struct Part: Hashable, Sendable {
    let kind: HandlingUnit.Kind
    let place: PlaceCode
  }

  /// Every unit, in the order of the table.
  public let all: [HandlingUnit]
  private let index: [UnitCode: Int]
  private let parts: [Part: [Int]]
  private let acting: [PlaceCode: Int]

  /// Links units.
  public init(_ units: [HandlingUnit]) {
    all = units
    index = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    parts = Dictionary(
      units.enumerated().map { (Part(kind: $1.kind, place: $1.place), [$0]) }, uniquingKeysWith: +)
    acting = Dictionary(
      units.enumerated().compactMap { index, unit in unit.actsFor.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The unit with a code.
  public subscript(code: UnitCode) -> HandlingUnit? {
    index[code].map { all[$0] }
  }

  /// The first unit of a kind in a place.
  public func first(_ kind: HandlingUnit.Kind, at place: PlaceCode?) -> UnitCode? {
    place.flatMap { parts[Part(kind: kind, place: $0)]?.first }.map { all[$0].code }
  }

  /// The unit that acts in a town's name.
  public func acting(for town: PlaceCode?) -> UnitCode? {
    town.flatMap { acting[$0] }.map { all[$0].code }
  }

  /// The window in a town whose code ends in `-NAME`.
  public func window(_ name: String, at town: PlaceCode?) -> UnitCode? {
    town.flatMap { parts[Part(kind: .window, place: $0)] }?
      .first { all[$0].code.rawValue.hasSuffix("-" + name) }
      .map { all[$0].code }
  }
}
