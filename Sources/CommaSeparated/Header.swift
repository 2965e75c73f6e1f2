/// The names of a table's columns, out of its first record.
public struct Header: Sendable, Equatable {
  /// The names in order, blanks around them removed.
  public let names: [String]
  private let index: [String: Int]

  /// Makes a header from names.
  public init(_ names: [String]) {
    let trimmed = names.map(Header.trimmed)
    self.names = trimmed
    index = Dictionary(trimmed.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes a header from the first record of a table, or nothing when a name is ill-formed in that encoding.
  public init?(_ record: Record, encoding: TextEncoding = .utf8) {
    var names: [String] = []
    for column in 0..<record.count {
      guard let name = record.text(column, encoding: encoding) else { return nil }
      names.append(name)
    }
    self.init(names)
  }

  /// The column with a name, counted from 0; of several the first.
  public subscript(name: String) -> Int? { index[name] }

  /// The columns, counted from 0, whose name an earlier one has already.
  public var repeated: [Int] {
    names.indices.filter { index[names[$0]] != $0 }
  }

  private static func trimmed(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
