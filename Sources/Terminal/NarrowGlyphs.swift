/// What is drawn on a terminal that makes ambiguous characters wide, which would shift the rest of the row: a narrow
/// character that looks like it.
enum NarrowGlyphs {
  /// The substitute for an ambiguous character, `?` where nothing looks like it.
  static func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let glyph = glyphs[scalar] { return glyph }
    switch scalar.value {
    case 0x2500...0x254B: return "+"
    case 0x2460...0x2468: return Unicode.Scalar(UInt8(scalar.value - 0x2460) + UInt8(ascii: "1"))
    case 0x2580...0x259F: return "#"
    default: return "?"
    }
  }

  private static let glyphs: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "━": "-", "═": "=", "│": "|", "┃": "|", "║": "|", "┤": "|", "├": "|", "▌": ">", "█": "#", "░": ".",
    "…": ".", "—": "-", "–": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "·": ".", "•": "*", "●": "*", "○": "o",
    "◆": "*", "◇": "o", "■": "#", "□": "o", "★": "*", "☆": "*", "▲": "^", "△": "^", "▼": "v", "▽": "v", "←": "<",
    "→": ">", "↑": "^", "↓": "v", "×": "x", "÷": "/", "±": "+", "°": "'", "§": "$", "¤": "$",
  ]
}
