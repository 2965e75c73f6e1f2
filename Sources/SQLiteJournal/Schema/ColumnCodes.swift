import Journal
import Model

/// How the columns write what has few values; a number that changes makes the derived tables new (`Schema.projections`).
extension Stage {
  /// The number of the stage.
  var column: Int64 {
    switch self {
    case .received: 0
    case .filed: 1
    case .dispatched: 2
    case .handling: 3
    case .fedBack: 4
    case .inspected: 5
    case .awaitingApproval: 6
    case .followUp: 7
    case .closed: 8
    }
  }

  /// Stages by their number.
  static let byColumn = allCases.sorted { $0.column < $1.column }
}

extension Source {
  /// The number of the source.
  var column: Int64 {
    switch self {
    case .grid: 0
    case .cityManagement: 1
    case .enforcement: 2
    case .hotline: 3
    case .police: 4
    case .emergency: 5
    case .window: 6
    case .other: 7
    }
  }

  /// Sources by their number.
  static let byColumn = allCases.sorted { $0.column < $1.column }
}

extension Tier {
  /// The number of the tier.
  var column: Int64 {
    switch self {
    case .city: 0
    case .town: 1
    }
  }

  /// Tiers by their number.
  static let byColumn = allCases.sorted { $0.column < $1.column }
}

extension SQLStatement {
  /// The value that a number of the row stands for.
  func coded<Value>(_ column: Int32, in values: [Value]) throws(JournalError) -> Value {
    let index = Int(integer(column))
    guard values.indices.contains(index) else {
      throw JournalError(.damaged, subject: "\(Value.self)", detail: "\(index)")
    }
    return values[index]
  }

  /// The value that a text of the row stands for.
  func named<Value: RawRepresentable<String>>(_ column: Int32) throws(JournalError) -> Value {
    let text = text(column)
    guard let value = Value(rawValue: text) else {
      throw JournalError(.damaged, subject: "\(Value.self)", detail: text)
    }
    return value
  }
}
