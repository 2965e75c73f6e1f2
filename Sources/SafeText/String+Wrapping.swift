extension StringProtocol {
  /// The text broken into lines of at most some columns.
  ///
  /// Chinese breaks anywhere, but a line doesn't begin with closing punctuation nor end with an opening bracket where
  /// that can be avoided; a run of Latin letters and digits stays together where it fits. Line feeds end a line, and
  /// the spaces at a break are dropped.
  /// - Parameter width: the most columns of a line, one at least; a wide character that is wider than the line has a
  ///   line to itself.
  public func wrapped(toColumns width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      LineWrapping(width: Swift.max(1, width)).lines(of: Substring($0))
    }
  }
}

/// Breaks one paragraph into lines.
private struct LineWrapping {
  let width: Int

  private struct Piece {
    let text: Substring
    let columns: Int
    var isSpace: Bool { text == " " }
    var cannotBegin: Bool { text.unicodeScalars.first.map(LineWrapping.closing.contains) ?? false }
    var cannotEnd: Bool { text.unicodeScalars.first.map(LineWrapping.opening.contains) ?? false }
  }

  static let closing = Set("，。、；：？！）」』》〉】〕”’…％,.;:?!)]}%".unicodeScalars)
  static let opening = Set("（「『《〈【〔“‘([{".unicodeScalars)
  /// How many pieces a break may move back for the sake of punctuation.
  private static let furthestRetreat = 4

  func lines(of paragraph: Substring) -> [String] {
    var lines: [String] = []
    var line: [Piece] = []
    var used = 0
    for piece in pieces(of: paragraph) {
      if used + piece.columns > width, !line.isEmpty, !piece.isSpace {
        let rest = carriedOver(from: line, before: piece)
        lines.append(text(of: line.dropLast(rest.count)))
        line = Array(rest.drop(while: \.isSpace))
        used = line.reduce(0) { $0 + $1.columns }
      }
      if line.isEmpty && piece.isSpace && !lines.isEmpty { continue }
      line.append(piece)
      used += piece.columns
    }
    lines.append(text(of: line[...]))
    return lines
  }

  /// The last pieces of a full line that had better go to the next line together with the piece that follows.
  private func carriedOver(from line: [Piece], before piece: Piece) -> ArraySlice<Piece> {
    var start = line.count
    var next = piece
    let earliest = max(1, line.count - Self.furthestRetreat)
    while next.cannotBegin || line[start - 1].cannotEnd {
      guard start > earliest else { return [] }
      start -= 1
      next = line[start]
    }
    let rest = line[start...]
    return rest.reduce(piece.columns) { $0 + $1.columns } <= width ? rest : []
  }

  private func text(of pieces: ArraySlice<Piece>) -> String {
    var pieces = pieces
    while pieces.last?.isSpace == true { pieces.removeLast() }
    return pieces.reduce(into: "") { $0 += $1.text }
  }

  /// Words, spaces and single characters, each with the combining marks that follow it.
  private func pieces(of paragraph: Substring) -> [Piece] {
    var pieces: [Piece] = []
    let scalars = paragraph.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let joins = Self.isWord(scalars[start])
      var end = start
      var columns = 0
      repeat {
        columns += CellWidth.columns(of: scalars[end])
        end = scalars.index(after: end)
      } while end < scalars.endIndex
        && (CellWidth.columns(of: scalars[end]) == 0
          || joins && Self.isWord(scalars[end]) && columns + CellWidth.columns(of: scalars[end]) <= width)
      pieces.append(Piece(text: paragraph[start..<end], columns: columns))
      start = end
    }
    return pieces
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x2000 && !closing.contains(scalar) && !opening.contains(scalar)
  }
}
