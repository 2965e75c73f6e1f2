import SafeText

extension Surface {
  /// Draws text wrapped to a rectangle.
  /// - Parameters:
  ///   - text: text from anywhere; line feeds end lines.
  ///   - rect: where it goes; what doesn't fit below is left out, the last line then ends in `…`.
  ///   - firstLine: the wrapped line to begin with, for scrolling.
  ///   - style: how it looks.
  /// - Returns: how many lines the whole text has.
  @discardableResult
  public mutating func paragraph(_ text: String, in rect: Rect, from firstLine: Int = 0, style: Style = .normal) -> Int
  {
    let lines = SafeText(text, breaks: .lines).string.wrapped(toColumns: rect.width)
    guard !rect.isEmpty else { return lines.count }
    clipped(to: rect) { surface in
      for (offset, line) in lines.dropFirst(max(0, firstLine)).prefix(rect.height).enumerated() {
        let isCut = offset == rect.height - 1 && firstLine + rect.height < lines.count
        surface.put(isCut ? line + "…" : line, at: rect.row + offset, rect.col, style: style)
      }
    }
    return lines.count
  }
}
