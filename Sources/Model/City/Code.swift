/// A stable code out of one of a city's tables; the type says which table.
public struct Code<Subject>: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The code as the table writes it.
  public let rawValue: String

  /// Makes a code from the table's own writing.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Makes a code from the table's own writing.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// The code as the table writes it.
  public var description: String { rawValue }

  /// Orders codes by their bytes.
  public static func < (left: Code, right: Code) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Code: ExpressibleByStringLiteral {
  /// Makes a code from a literal.
  public init(stringLiteral value: String) {
    rawValue = value
  }
}

extension Code: Codable {
  /// Reads the bare code.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the bare code.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// The code of a place.
public typealias PlaceCode = Code<Place>
/// The code of a handling unit.
public typealias UnitCode = Code<HandlingUnit>
/// The code of a sub-category of the dispatch catalogue.
public typealias CategoryCode = Code<Category>
/// The code of a desk position.
public typealias SeatCode = Code<Seat>
/// The code of an officer.
public typealias OfficerCode = Code<Officer>
/// The code of a service level.
public typealias LevelCode = Code<ServiceLevel>
