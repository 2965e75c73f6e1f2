/// Why a feed could not be made.
package struct FeedGenerationError: Error, Equatable, CustomStringConvertible {
  /// What went wrong, for programs.
  package enum Code: String, Sendable {
    case unreadableTable, missingColumn, emptyTable, unknownCategory, unknownWindow, unwritable, outOfRange
  }

  package let code: Code
  /// File, column or code that it went wrong with.
  package let context: String

  package init(_ code: Code, _ context: String) {
    self.code = code
    self.context = context
  }

  package var description: String { "\(code.rawValue): \(context)" }
}
