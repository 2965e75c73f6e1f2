import Foundation

/// Numbers that simdjson does not read as the type that is wanted, or not to be relied on.
enum UnusualNumber {
  /// What Foundation's decoder makes of them: rare as they are, it may take its time.
  ///
  /// - Returns: nothing when the type has no such number.
  static func value<Number: Decodable>(_ token: UnsafeRawBufferPointer, as type: Number.Type) -> Number? {
    try? JSONDecoder().decode(type, from: Data(token))
  }
}
