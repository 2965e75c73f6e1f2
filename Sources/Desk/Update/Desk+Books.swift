import Journal
import Model
import Operations
import Terminal

extension Desk {
  /// What is chosen in place of a level to lift a response.
  private static let lifting = "lift"

  /// Opens the form of the emergency responses.
  static func beginResponse(_ state: inout DeskState) -> [DeskEffect] {
    guard mayWrite(.respond, "应急响应", &state) else { return [] }
    let kinds = state.city.policy.responses.kinds
    guard !kinds.isEmpty else {
      say(.refusal, "城市没有 response-kinds.csv，不能启动应急响应", &state)
      return []
    }
    let standing = state.responses.standing.first?.setting
    var kind = Prompt.Field.choice("响应", kinds.map { ($0.name, $0.code) })
    kind.chosen = kinds.firstIndex { $0.code == standing?.kind } ?? 0
    let levels = ResponseLevel.allCases.map { (BookWords.level($0), $0.rawValue) }
    state.dialog = .book(
      BookForm(
        subject: .response,
        fields: [
          kind, .choice("级别", levels + [("终止", lifting)]), .choice("范围", responsePlaces(state)), .text("原因"),
          .text("口径", isOptional: true),
        ]))
    return []
  }

  /// The places that a response can be for from here: the seat's own, the chosen town, the selected order's.
  private static func responsePlaces(_ state: DeskState) -> [(String, String)] {
    let places = state.city.places
    let here = state.selectedRow.flatMap { places.town(of: $0.place) }
    let own = state.context.authority.place
    let known =
      [own, state.query.town, here].compactMap { $0 }
      + state.responses.standing.map(\.setting.place)
    var codes: [PlaceCode] = []
    for code in known where !codes.contains(code) && (state.context.authority.tier == .city || code == own) {
      codes.append(code)
    }
    return codes.map { (places[$0]?.name ?? $0.rawValue, $0.rawValue) }
  }

  static func pressBook(_ key: Key, _ form: BookForm, _ state: inout DeskState) -> [DeskEffect] {
    var form = form
    switch form.press(key) {
    case .left:
      state.dialog = nil
      return []
    case .edited: break
    case .entered:
      guard let blank = form.blank else {
        state.dialog = nil
        return give(command(form), &state)
      }
      form.current = blank
      say(.refusal, "\(form.fields[blank].label)不能空着", &state)
    }
    state.dialog = .book(form)
    return []
  }

  private static func command(_ form: BookForm) -> BookCommand {
    switch form.subject {
    case .response:
      let place = PlaceCode(form.value(2))
      guard let level = ResponseLevel(rawValue: form.value(1)) else {
        return .response(.lift(kind: form.value(0), place: place, reason: form.value(3)))
      }
      return .response(
        .set(
          kind: form.value(0), level: level, place: place, reason: form.value(3),
          wording: form.value(4).allSatisfy(\.isWhitespace) ? nil : form.value(4)))
    case .handOver: return .handOver(notes: form.value(0))
    case .takeOver: return .takeOver(text: form.value(0))
    case .points(let entry): return pointsCommand(entry, form)
    }
  }

  private static func give(_ command: BookCommand, _ state: inout DeskState) -> [DeskEffect] {
    state.commandCount += 1
    return [.performBook(command, id: "\(state.context.session):\(state.commandCount)")]
  }

  /// Whether the seat may write into a book and the journal keeps it; else it is told why not.
  static func mayWrite(_ right: AuthorityTable.Right, _ what: String, _ state: inout DeskState) -> Bool {
    let authority = state.context.authority
    guard state.store.canKeep else {
      say(.refusal, "日志连不上，现在办的存不下来，请等恢复后再办", &state)
      return false
    }
    guard state.city.authority.grants(right, to: authority.role, at: authority.tier) else {
      say(.refusal, "\(Words.role(authority.role))席不能办\(what)", &state)
      return false
    }
    return true
  }

  /// What became of a command on a book.
  static func performed(
    _ command: BookCommand, _ error: OperationError?, _ state: inout DeskState
  ) -> [DeskEffect] {
    if let error {
      say(.refusal, RefusalWords.text(error, city: state.city, zone: state.city.calendar.zone), &state)
    } else {
      say(.done, BookWords.done(command, city: state.city), &state)
    }
    if case .points(_, let volunteer) = command { return showLedger(of: volunteer, &state) }
    return reload(&state) + loadBoard(&state)
  }
}
