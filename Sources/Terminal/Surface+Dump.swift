extension Surface {
  /// The surface as lines of text without trailing spaces.
  public var lines: [String] {
    (0..<height).map { row in
      var line = ""
      for col in 0..<width {
        let cell = cells[row * width + col]
        if cell.isTail { continue }
        line.unicodeScalars.append(cell.scalar)
        if cell.cluster > 0, cell.cluster <= clusters.count { line += clusters[cell.cluster - 1] }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// The lines joined, each with its line feed: a frame that one can read, diff and keep as a file.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// The text, a line of dashes, and one letter a cell that tells its role, a capital where it is selected and `.` for
  /// plain text: for tests of what is marked how.
  public var styledText: String {
    let styles = (0..<height).map { row in
      let letters = (0..<width).map { cells[row * width + $0].style.letter }
      var line = String(letters)
      while line.hasSuffix(".") { line.removeLast() }
      return line + "\n"
    }
    return text + String(repeating: "-", count: width) + "\n" + styles.joined()
  }

  /// The style of one cell, plain outside the surface.
  public func style(at row: Int, _ col: Int) -> Style {
    bounds.contains(row: row, col: col) ? cells[row * width + col].style : .normal
  }
}

extension Style {
  fileprivate var letter: Character {
    let letter = Style.letters[role] ?? "?"
    guard attributes.contains(.selected) else { return letter }
    return letter == "." ? "S" : Character(letter.uppercased())
  }

  private static let letters: [Role: Character] = [
    .normal: ".", .title: "t", .dim: "d", .border: "b", .focus: "f", .key: "k", .late: "l", .soon: "o",
    .critical: "c", .mine: "m", .fresh: "n", .changed: "h", .exercise: "x", .stale: "a", .banner: "r", .error: "e",
    .success: "u", .tab: "v", .plot: "p", .input: "i", .match: "g",
  ]
}
