/// A rung of the ladder on which an order is commanded: 网格、村社区、区镇、市.
public enum Rung: String, Sendable, Codable, CaseIterable, Comparable {
  /// 网格.
  case grid
  /// 村、社区.
  case village
  /// 区镇.
  case town
  /// 市.
  case city

  /// The tier that commands at this rung: a town for all that lies below the city.
  public var tier: Tier { self == .city ? .city : .town }

  /// The rung above; nothing above the city.
  public var above: Rung? {
    switch self {
    case .grid: .village
    case .village: .town
    case .town: .city
    case .city: nil
    }
  }

  /// The rung below; nothing below the grid.
  public var below: Rung? {
    switch self {
    case .grid: nil
    case .village: .grid
    case .town: .village
    case .city: .town
    }
  }

  /// The lowest rung that a place of a kind has.
  public init(_ kind: Place.Kind) {
    switch kind {
    case .city: self = .city
    case .town: self = .town
    case .village: self = .village
    case .grid: self = .grid
    }
  }

  /// Orders rungs from the grid up.
  public static func < (left: Rung, right: Rung) -> Bool { left.height < right.height }

  private var height: Int {
    switch self {
    case .grid: 0
    case .village: 1
    case .town: 2
    case .city: 3
    }
  }
}
