import Journal
import Model
import SafeText
import Terminal

extension Desk {
  /// How many volunteers are read in one go.
  static let volunteersRead = 200

  /// 志愿积分: those who have a ledger.
  static func beginPoints(_ state: inout DeskState) -> [DeskEffect] {
    state.dialog = .points(PointsView())
    return [.loadVolunteers(after: nil)]
  }

  /// Takes volunteers in, where they are still looked at.
  static func adopt(
    _ volunteers: [VolunteerPoints], after last: String?, _ state: inout DeskState
  ) -> [DeskEffect] {
    guard case .points(var view) = state.dialog, view.volunteers?.last?.volunteer == last else { return [] }
    view.volunteers = (view.volunteers ?? []) + volunteers
    view.hasMore = volunteers.count == volunteersRead
    view.isLoading = false
    state.dialog = .points(view)
    return []
  }

  /// Takes a ledger in, where it is still looked at.
  static func adopt(_ ledger: PointsLedger, of volunteer: String, _ state: inout DeskState) -> [DeskEffect] {
    guard case .points(var view) = state.dialog, view.page?.volunteer == volunteer else { return [] }
    view.page?.ledger = ledger
    state.dialog = .points(view)
    return []
  }

  static func pressPoints(_ key: Key, _ view: PointsView, _ state: inout DeskState) -> [DeskEffect] {
    switch key.folded {
    case .char("a"): return ask(.earn, about: view.volunteer, &state)
    case .char("d"): return ask(.spend, about: view.volunteer, &state)
    default: return view.page == nil ? pressVolunteers(key, view, &state) : pressLedger(key, view, &state)
    }
  }

  private static func pressVolunteers(_ key: Key, _ view: PointsView, _ state: inout DeskState) -> [DeskEffect] {
    var view = view
    let action = listAction(key)
    let count = view.volunteers?.count ?? 0
    switch action {
    case .open?: return view.volunteer.map { show(ledgerOf: $0, view, &state) } ?? []
    case .back?, .quit?, .points?:
      state.dialog = nil
      return []
    default: break
    }
    let page = PointsPane.page(state)
    guard let selected = moved(view.selected, action, count: count, page: page) else { return [] }
    view.selected = max(0, selected)
    let isAtEnd = view.hasMore && !view.isLoading && selected + page >= count
    if isAtEnd { view.isLoading = true }
    state.dialog = .points(view)
    return isAtEnd ? [.loadVolunteers(after: view.volunteers?.last?.volunteer)] : []
  }

  private static func show(
    ledgerOf volunteer: String, _ view: PointsView, _ state: inout DeskState
  ) -> [DeskEffect] {
    var view = view
    view.page = PointsView.Page(volunteer: volunteer)
    state.dialog = .points(view)
    return [.loadLedger(volunteer)]
  }

  private static func pressLedger(_ key: Key, _ view: PointsView, _ state: inout DeskState) -> [DeskEffect] {
    guard var page = view.page else { return [] }
    var view = view
    let action = listAction(key)
    switch action {
    case .order(.undo)?:
      guard let entry = page.entry else { return [] }
      return ask(.correct(entry: entry.version), about: page.volunteer, &state)
    case .back?, .quit?: return beginPoints(&state)
    default:
      let entries = page.entries.count
      guard let selected = moved(page.selected, action, count: entries, page: PointsPane.page(state)) else { return [] }
      page.selected = max(0, selected)
      view.page = page
      state.dialog = .points(view)
      return []
    }
  }

  /// Opens the form in which an entry is written.
  private static func ask(
    _ entry: BookForm.PointsEntry, about volunteer: String?, _ state: inout DeskState
  ) -> [DeskEffect] {
    guard mayWrite(.points, "志愿积分", &state) else { return [] }
    var name = Prompt.Field.text("志愿者")
    name.text = InputField(volunteer ?? "")
    let rest: [Prompt.Field]
    switch entry {
    case .earn: rest = [.text("几分"), .text("做了什么")]
    case .spend:
      let partners = state.city.partners.map { ($0.name, $0.code) }
      guard !partners.isEmpty else {
        say(.refusal, "城市没有共建单位（partners.csv），不能兑换", &state)
        return []
      }
      rest = [.text("几分"), .choice("在哪兑换", partners), .text("换了什么")]
    case .correct: rest = [.text("原因")]
    }
    var form = BookForm(subject: .points(entry), fields: [name] + rest)
    // Whoever is known need not be typed.
    if volunteer != nil { form.current = 1 }
    state.dialog = .book(form)
    return []
  }

  /// The command that a filled form makes; a number that is none is refused by the rules.
  static func pointsCommand(_ entry: BookForm.PointsEntry, _ form: BookForm) -> BookCommand {
    let points = Int(HalfWidth.folded(form.value(1))) ?? 0
    let command: PointsCommand =
      switch entry {
      case .earn: .earn(points: points, service: form.value(2))
      case .spend: .spend(points: points, partner: form.value(2), goods: form.value(3))
      case .correct(let entry): .correct(entry: entry, reason: form.value(1))
      }
    return .points(command, volunteer: form.value(0))
  }

  /// After an entry the ledger is shown as it now stands.
  static func showLedger(of volunteer: String, _ state: inout DeskState) -> [DeskEffect] {
    guard state.dialog == nil else { return [] }
    return show(ledgerOf: volunteer, PointsView(), &state)
  }
}
