import Journal
import Model
import Operations
import Terminal

extension Desk {
  /// Asks for what a command still needs.
  static func ask(
    _ kind: OrderCommand.Kind, _ orders: [OrderNumber], _ state: inout DeskState
  ) -> [DeskEffect] {
    guard let first = orders.first else { return refuseEmpty(&state) }
    guard let file = state.files[first] else {
      say(.refusal, "\(first.short) 正在读取，请稍后再按", &state)
      return []
    }
    let fields = CommandForm.fields(kind, file, state)
    if let empty = fields.first(where: { $0.isChosen && $0.choices.isEmpty }) {
      say(.refusal, "\(first.short) 没有可选的\(empty.label)", &state)
      return []
    }
    state.dialog = .prompt(Prompt(command: kind, orders: orders, fields: fields))
    return []
  }

  static func pressPrompt(_ key: Key, _ prompt: Prompt, _ state: inout DeskState) -> [DeskEffect] {
    var prompt = prompt
    switch prompt.press(key) {
    case .left:
      state.dialog = nil
      return []
    case .edited: break
    case .entered: return send(prompt, &state)
    }
    state.dialog = .prompt(prompt)
    return []
  }

  private static func send(_ prompt: Prompt, _ state: inout DeskState) -> [DeskEffect] {
    var prompt = prompt
    if let blank = prompt.blank {
      prompt.current = blank
      say(.refusal, "\(prompt.fields[blank].label)不能空着", &state)
    } else if prompt.command == .split, let kept = prompt.orders.first, let other = OrderNumber(prompt.fields[0].value)
    {
      state.dialog = nil
      return give(.split(reason: prompt.fields[1].value), kept, other, &state)
    } else if let command = CommandForm.command(prompt, at: state.now, in: state.city) {
      return confirmBulk(command, prompt.orders, &state)
    } else {
      say(.refusal, "\(prompt.fields[prompt.current].label)应是数字", &state)
    }
    state.dialog = .prompt(prompt)
    return []
  }
}
