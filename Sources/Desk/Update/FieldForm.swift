import SafeText
import Terminal

/// Fields that are filled one after the other, one of which has the keyboard.
protocol FieldForm {
  /// The fields, with what they are called.
  var fields: [Prompt.Field] { get set }
  /// The field that has the keyboard.
  var current: Int { get set }
}

/// What a key did to a form.
enum FormKey {
  /// Something was typed, chosen or gone to.
  case edited
  /// It is given up.
  case left
  /// All of it is filled in.
  case entered
}

extension FieldForm {
  /// Takes a key.
  mutating func press(_ key: Key) -> FormKey {
    let last = fields.count - 1
    let choices = fields[current].choices.count
    switch key {
    case .escape: return .left
    case .tab, .down: current = min(last, current + 1)
    case .backTab, .up: current = max(0, current - 1)
    case .left where choices > 0, .char("h") where choices > 0:
      fields[current].chosen = (fields[current].chosen + choices - 1) % choices
    case .right where choices > 0, .char("l") where choices > 0, .char(" ") where choices > 0:
      fields[current].chosen = (fields[current].chosen + 1) % choices
    case .char(let digit) where choices > 0 && ("1"..."9").contains(HalfWidth.folded(digit)):
      let index = Int(HalfWidth.folded(digit).value) - 0x31
      if index < choices { fields[current].chosen = index }
    case .enter where current < last: current += 1
    case .enter: return .entered
    default: if choices == 0 { _ = fields[current].text.apply(key) }
    }
    return .edited
  }

  /// The first field that must be filled and is not.
  var blank: Int? {
    fields.firstIndex { $0.value.allSatisfy(\.isWhitespace) && !$0.isOptional }
  }

  /// What was chosen or typed in a field; empty where there is none.
  func value(_ index: Int) -> String { fields.indices.contains(index) ? fields[index].value : "" }
}

extension Prompt: FieldForm {}

extension Prompt.Field {
  /// A field that is typed.
  static func text(_ label: String, isOptional: Bool = false) -> Prompt.Field {
    Prompt.Field(label: label, text: InputField(), isOptional: isOptional)
  }

  /// A field that is chosen.
  static func choice(_ label: String, _ choices: [(String, String)]) -> Prompt.Field {
    Prompt.Field(
      label: label, text: InputField(), isChosen: true, choices: choices.map { Choice(label: $0.0, value: $0.1) })
  }
}
