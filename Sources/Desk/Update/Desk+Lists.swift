import Terminal

extension Desk {
  /// Where the selection of a list that lies over the work goes to; nothing for an action that does not move it.
  ///
  /// - Parameters:
  ///   - selected: the item that is selected.
  ///   - action: what is asked for.
  ///   - count: how many items there are.
  ///   - page: how many are seen at once.
  static func moved(_ selected: Int, _ action: Action?, count: Int, page: Int) -> Int? {
    let target: Int
    switch action {
    case .down?: target = selected + 1
    case .up?: target = selected - 1
    case .pageDown?, .halfDown?: target = selected + page
    case .pageUp?, .halfUp?: target = selected - page
    case .top?: target = 0
    case .bottom?: target = count - 1
    default: return nil
    }
    return max(0, min(count - 1, target))
  }

  /// How many stretches of days earlier a key asks for; nothing for a key that asks for none.
  static func earlier(_ key: Key) -> Int? {
    switch key.folded {
    case .char("["): 1
    case .char("]"): -1
    default: nil
    }
  }

  /// What a key or the wheel asks of a list that lies over the work.
  static func listAction(_ key: Key) -> Action? {
    if case .mouse(let mouse) = key {
      return mouse.action == .wheelDown ? .down : mouse.action == .wheelUp ? .up : nil
    }
    return Keymap.action(for: key)
  }
}
