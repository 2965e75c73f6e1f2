package import Foundation

/// Writes reports as JSON Lines, keys sorted, so that the same report is always the same bytes.
package struct LineEncoder {
  private let encoder: JSONEncoder

  package init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The report's line with its line feed.
  package func line(_ report: FeedLine) throws -> Data {
    var data = try encoder.encode(report)
    data.append(0x0A)
    return data
  }
}
