/// A sentence with gaps, such as 「{w}有{n}盏路灯不亮」.
struct Template: ExpressibleByStringLiteral, Sendable {
  /// What a gap is filled with.
  enum Slot: Character {
    /// where, as this teller puts it; the same cut short; the village; the town
    case spot = "w"
    case short = "s"
    case village = "v"
    case town = "t"
    /// a small number, a larger one, a building's number
    case few = "n"
    case many = "m"
    case building = "b"
    /// since when, at what time, the thing in question, another person
    case since = "d"
    case clock = "h"
    case thing = "x"
    case person = "p"
    /// the sentences of the matter, and what is asked or done
    case core = "c"
    case detail = "e"
    case impact = "i"
    case act = "a"
  }

  private enum Segment {
    case text(String)
    case slot(Slot)
  }

  private let segments: [Segment]

  init(stringLiteral value: String) {
    var segments: [Segment] = []
    var text = ""
    var rest = Substring(value)
    while let character = rest.popFirst() {
      if character == "{", let letter = rest.first, let slot = Slot(rawValue: letter), rest.dropFirst().first == "}" {
        if !text.isEmpty { segments.append(.text(text)) }
        text = ""
        segments.append(.slot(slot))
        rest = rest.dropFirst(2)
      } else {
        text.append(character)
      }
    }
    if !text.isEmpty { segments.append(.text(text)) }
    self.segments = segments
  }

  /// Whether the sentence has a gap of that kind.
  func mentions(_ slot: Slot) -> Bool {
    segments.contains { if case .slot(slot) = $0 { true } else { false } }
  }

  func filled(_ value: (Slot) -> String) -> String {
    var result = ""
    for segment in segments {
      switch segment {
      case .text(let text): result += text
      case .slot(let slot): result += value(slot)
      }
    }
    return result
  }
}
