/// What an engine did otherwise than the contract wants it.
public struct ConformanceFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was looked at.
  public let subject: String
  /// What was seen.
  public let detail: String

  /// Both in one line.
  public var description: String { subject + ": " + detail }
}

/// Fails unless a condition holds.
func expect(_ condition: Bool, _ subject: @autoclosure () -> String) throws(ConformanceFailure) {
  if !condition { throw ConformanceFailure(subject: subject(), detail: "does not hold") }
}

/// Fails unless two values are equal.
func expect<Value: Equatable>(
  _ seen: Value, equals wanted: Value, _ subject: @autoclosure () -> String
) throws(ConformanceFailure) {
  if seen != wanted {
    throw ConformanceFailure(subject: subject(), detail: "seen \(seen), wanted \(wanted)")
  }
}

/// A value that must be there.
func required<Value>(_ value: Value?, _ subject: @autoclosure () -> String) throws(ConformanceFailure) -> Value {
  guard let value else { throw ConformanceFailure(subject: subject(), detail: "missing") }
  return value
}
