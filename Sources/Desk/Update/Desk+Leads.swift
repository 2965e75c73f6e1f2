import Journal
import Model
import Terminal

extension Desk {
  /// How many days back leads are looked for.
  static let leadDays = 30

  /// 督查线索: for the seats that may supervise.
  static func beginLeads(_ state: inout DeskState) -> [DeskEffect] {
    let authority = state.context.authority
    guard state.city.authority.allows(.supervise, to: authority.role, at: authority.tier) else {
      say(.refusal, "督查线索只给能督办的席位看（authority.csv 的 supervise）", &state)
      return []
    }
    let today = state.city.calendar.zone.civil(state.now).day
    state.dialog = .leads(LeadView())
    return [
      .loadLeads(
        LeadSpan(
          from: CivilDay(epochDay: today.epochDay - leadDays).compact, to: today.compact, town: reviewedTown(state),
          now: state.now))
    ]
  }

  /// Takes in what was found, where it is still looked at.
  static func adopt(_ book: LeadBook, _ state: inout DeskState) -> [DeskEffect] {
    guard case .leads(var view) = state.dialog else { return [] }
    view.book = book
    // Whoever opens it sees something where there is something.
    if view.list.isEmpty { view.kind = Lead.Kind.allCases.first { !book.list($0).isEmpty } ?? view.kind }
    return show(view, &state)
  }

  static func pressLeads(_ key: Key, _ view: LeadView, _ state: inout DeskState) -> [DeskEffect] {
    var view = view
    let action = listAction(key)
    if let selected = moved(view.selected, action, count: view.list.count, page: LeadsPane.page(state)) {
      view.selected = selected
      return show(view, &state)
    }
    switch action {
    case .nextTab?, .nextPane?: turn(&view, 1)
    case .previousTab?, .previousPane?: turn(&view, -1)
    case .open?:
      guard let entry = view.entry else { return [] }
      state.dialog = nil
      return show(entry.number, &state)
    case .back?, .quit?, .leads?:
      state.dialog = nil
      return []
    default: return []
    }
    return show(view, &state)
  }

  private static func turn(_ view: inout LeadView, _ step: Int) {
    view.kind = Lead.Kind.allCases.stepped(from: view.kind, by: step)
    view.selected = 0
  }

  /// Shows the view, and reads the file that bears the selected lead out.
  private static func show(_ view: LeadView, _ state: inout DeskState) -> [DeskEffect] {
    state.dialog = .leads(view)
    return missingFiles(of: view.entry.map { [$0.number] } ?? [], &state)
  }
}
