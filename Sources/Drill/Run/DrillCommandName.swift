/// The name that a recorded command bears in the journal: the line of its file, and which of its orders it reached.
struct DrillCommandName: Hashable {
  /// The line, from 1.
  let line: Int
  /// Which one of its orders, from 0.
  let index: Int

  init(line: Int, index: Int) {
    self.line = line
    self.index = index
  }

  /// Reads a command's name; nothing for one that no recorded command has.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "drill", let line = Int(parts[1]), let index = Int(parts[2]), line > 0,
      index >= 0
    else { return nil }
    self.init(line: line, index: index)
  }

  var text: String { "drill:\(line):\(index)" }
}
