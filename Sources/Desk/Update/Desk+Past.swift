import Model

extension Desk {
  /// What is read while the desk looks back is read of the moment that it shows.
  static func ofItsMoment(_ effects: [DeskEffect], _ state: DeskState) -> [DeskEffect] {
    guard let instant = state.lookBack?.instant else { return effects }
    return effects.map { $0.isReading ? .past(instant, $0) : $0 }
  }

  /// The event as it concerns what the desk shows; nothing where it tells of another moment.
  static func concerning(_ event: DeskEvent, _ state: DeskState) -> DeskEvent? {
    switch event {
    case .past(let instant, let event): state.lookBack?.instant == instant ? event : nil
    // What happens in the present changes nothing about what was.
    case .journalChanged, .page, .board, .late, .files, .proposals, .suggestions, .leads, .grids, .handOver:
      state.lookBack == nil ? event : nil
    default: event
    }
  }
}

extension DeskEffect {
  /// Whether it reads orders, as they are or as they were.
  fileprivate var isReading: Bool {
    switch self {
    case .loadPage, .loadBoard, .loadFiles, .loadProposals, .loadSuggestions, .loadLeads, .loadGrids: true
    default: false
    }
  }
}
