import Journal
import Model
import SafeText
import Terminal

/// The keys that work here, the most useful first.
enum KeysPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    surface.keyLine(hints(state, width: rect.width - 1), at: rect.row, rect.col + 1, maxColumns: rect.width - 1)
  }

  /// What gives way on a narrow terminal, the first one first; how to find the others never does.
  private static let dispensable: [Action] = [
    .order(.note), .nextSource, .order(.undo), .sort, .tier, .quit, .slower, .faster, .stepBack, .pause,
    .order(.decline), .stepDrill,
  ]

  private static func hints(_ state: DeskState, width: Int) -> [KeyHint] {
    var kinds: [OrderCommand.Kind] = []
    if let row = state.selectedRow, !state.isPast {
      let allowed = StageTable.commands(in: row.stage)
      kinds = [
        hands(row, state), .file, .dispatch, .redispatch, .sign, .feedBack, .inspect, .close, .decline, .reopen, .undo,
        .note,
      ].filter(allowed.contains)
    }
    let acting = kinds.map { Action.order($0 == .redispatch ? .dispatch : $0) }
    let moments: [Action] = [.pause, .slower, .faster, .stepBack, .stepForward, .jump]
    let present: [Action] = state.context.drill == nil ? [.pause] : [.pause, .stepDrill, .stepBack]
    let clock: [Action] =
      state.lookBack != nil
      ? [.open, .back, .stepBack, .stepForward, .jump]
      : state.context.replay != nil ? moments : state.clock == nil ? [] : present
    let own: [Action] = state.context.authority.role == .supervisor ? [.leads] : []
    let rest: [Action] = own + [.filter, .sort, .tier, .nextSource, .commandLine, .help, .quit]
    let isRedispatch = kinds.contains(.redispatch)
    var shown = (acting + clock + rest).compactMap { action in
      hint(action, isRedispatch: isRedispatch, isLookBack: state.lookBack != nil).map { (action: action, hint: $0) }
    }
    var columns = shown.reduce(-1) { $0 + Self.width(of: $1.hint) }
    for action in dispensable where columns > width {
      guard let index = shown.firstIndex(where: { $0.action == action }) else { continue }
      columns -= Self.width(of: shown.remove(at: index).hint)
    }
    return shown.map(\.hint)
  }

  private static func hint(_ action: Action, isRedispatch: Bool, isLookBack: Bool) -> KeyHint? {
    guard let binding = Keymap.binding(for: action) else { return nil }
    let key = binding.label.split(separator: " ").first.map(String.init) ?? binding.label
    let other = isLookBack ? LookBackWords.short(action) : nil
    return KeyHint(key, isRedispatch && action == .order(.dispatch) ? "改派" : other ?? binding.short)
  }

  private static func width(of hint: KeyHint) -> Int { hint.key.columns + hint.label.columns + 1 }

  /// What can be done about who has an order in hand.
  private static func hands(_ row: OrderRow, _ state: DeskState) -> OrderCommand.Kind {
    guard let claim = row.claim, claim.until > state.now else { return .claim }
    return claim.seat == state.context.authority.seat ? .release : .takeOver
  }
}
