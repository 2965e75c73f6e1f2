import CommaSeparated
public import Model

/// Which column of a CSV file is which field of a report, and how its dates and words are read.
public struct ColumnMap: Sendable {
  /// The file as it was named.
  public let path: String
  /// The source that all records are from.
  public let source: Source
  /// How bytes are read as text.
  let encoding: TextEncoding
  /// How times are written; the first that fits is taken.
  let times: PatternTimes
  /// How each field is made.
  let fields: [FieldKey: FieldRule]
}
