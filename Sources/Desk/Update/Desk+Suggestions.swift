import Journal
import Model

extension Desk {
  /// The most orders whose suggestions are kept.
  static let keptSuggestions = 200

  /// Asks who could handle the order on which the selection rests, as long as nobody does.
  static func restedSuggestions(_ state: inout DeskState) -> [DeskEffect] {
    guard state.isResting, let row = state.selectedRow, row.unit == nil, row.stage.isOpen else { return [] }
    return loadSuggestions(row, &state)
  }

  /// Asks who could handle an order, unless that is known or being read.
  static func loadSuggestions(_ row: OrderRow, _ state: inout DeskState) -> [DeskEffect] {
    guard state.store == .ready, state.suggestions(for: row) == nil, state.suggestionsLoading[row.number] != row.version
    else { return [] }
    state.suggestionsLoading[row.number] = row.version
    return [.loadSuggestions(row.number)]
  }

  static func adopt(_ read: Suggestions, for number: OrderNumber, _ state: inout DeskState) -> [DeskEffect] {
    guard let version = state.suggestionsLoading.removeValue(forKey: number) else { return [] }
    if state.suggestions.count >= keptSuggestions { state.suggestions = [:] }
    state.suggestions[number] = SuggestionReading(version: version, suggestions: read)
    guard case .dispatch(var form)? = state.dialog, form.orders.first == number else { return [] }
    // The list grows under the officer's eyes; what he had selected stays selected.
    let lead = form.lead
    form.candidates = DispatchChoice.candidates(form, state)
    form.coUnits = DispatchChoice.helpers(form.orders, state)
    form.selected = form.candidates.firstIndex { $0.unit == lead } ?? 0
    state.dialog = .dispatch(form)
    return []
  }
}
