import Journal
import Model

/// Who could handle an order, as it was when that was read.
struct SuggestionReading: Sendable {
  /// The order's version that it was asked for.
  let version: Int
  /// Who could handle it.
  let suggestions: Suggestions
}

extension DeskState {
  /// Who could handle an order as it stands in the list; nothing before it was read.
  func suggestions(for row: OrderRow) -> Suggestions? {
    suggestions[row.number].flatMap { $0.version == row.version ? $0.suggestions : nil }
  }
}
