import SafeText

/// A line of text being typed.
public struct InputField: Sendable, Hashable {
  /// The text.
  public private(set) var text: String
  /// How many characters are before the cursor.
  public private(set) var caret: Int

  /// Makes a field with the cursor at the end of a text.
  public init(_ text: String = "") {
    self.text = SafeText(text).string
    caret = self.text.count
  }

  /// Edits by a key.
  /// - Parameter key: characters, pastes, arrows, Home, End, Backspace, Delete, and Ctrl with `a` `e` `u` `k` `w`.
  /// - Returns: whether the key meant something here; Enter, Escape, Tab and others don't.
  public mutating func apply(_ key: Key) -> Bool {
    switch key {
    case .char(let scalar): insert(String(Character(scalar)))
    case .paste(let pasted, _): insert(SafeText(pasted.string).string)
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home, .ctrl("a"): caret = 0
    case .end, .ctrl("e"): caret = text.count
    case .backspace: remove(from: caret - 1, to: caret)
    case .delete: remove(from: caret, to: caret + 1)
    case .ctrl("u"): remove(from: 0, to: caret)
    case .ctrl("k"): remove(from: caret, to: text.count)
    case .ctrl("w"): remove(from: startOfWord(), to: caret)
    default: return false
    }
    return true
  }

  private mutating func insert(_ added: String) {
    let before = text.prefix(caret) + added
    // Counted after joining, since a combining mark adds no character.
    let after = text.dropFirst(caret)
    text = String(before + after)
    caret = min(before.count, text.count)
  }

  private mutating func remove(from start: Int, to end: Int) {
    let start = max(0, start)
    guard start < end, start < text.count else { return }
    text = String(text.prefix(start) + text.dropFirst(end))
    caret = min(start, text.count)
  }

  /// Where the word before the cursor begins.
  private func startOfWord() -> Int {
    var before = Array(text.prefix(caret))
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
    return before.count
  }
}

extension Surface {
  /// Draws a field on one row and sets the cursor in it; a text that is too long is moved so that the cursor shows.
  /// - Parameters:
  ///   - field: what is typed.
  ///   - prompt: before it.
  ///   - row: the row.
  ///   - col: the first column.
  ///   - width: columns of prompt and field together.
  public mutating func inputLine(_ field: InputField, prompt: String = "", at row: Int, _ col: Int, width: Int) {
    let used = put(prompt, at: row, col, style: Style(.key), maxColumns: width)
    let room = width - used
    guard room > 0 else { return }
    let start = col + used
    let before = field.text.prefix(field.caret)
    var hidden = before.startIndex
    var columns = before.columns
    // The cursor needs a column of its own after the text before it.
    while columns > room - 1, hidden < before.endIndex {
      columns -= String(before[hidden]).columns
      hidden = before.index(after: hidden)
    }
    fill(Rect(row: row, col: start, width: room, height: 1), style: Style(.input))
    put(String(field.text[hidden...]), at: row, start, style: Style(.input), maxColumns: room)
    caret = Caret(row: row, col: start + columns)
  }
}
