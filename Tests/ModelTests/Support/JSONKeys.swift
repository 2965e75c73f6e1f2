import Foundation

/// The keys of a JSON text.
enum JSONKeys {
  /// The keys at any depth that are anything but lower-case ASCII letters and underscores; digits may follow a letter.
  static func unfit(in bytes: Data) throws -> [String] {
    try all(in: bytes).filter { $0.wholeMatch(of: /[a-z][a-z_]*[0-9]*/) == nil }
  }

  /// Every key at any depth.
  static func all(in bytes: Data) throws -> [String] {
    keys(in: try JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed))
  }

  private static func keys(in value: Any) -> [String] {
    if let object = value as? [String: Any] {
      return object.flatMap { [$0.key] + keys(in: $0.value) }
    }
    return (value as? [Any])?.flatMap(keys(in:)) ?? []
  }
}
