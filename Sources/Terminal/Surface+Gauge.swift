extension Surface {
  /// Draws a bar that fills with a share of a whole.
  /// - Parameters:
  ///   - part: how much there is; what is outside 0 to `whole` is drawn as the nearer of them.
  ///   - whole: how much there could be; 0 draws an empty bar.
  ///   - row: the row.
  ///   - col: its first column.
  ///   - width: its columns. Anything above 0 fills one at least, and only the whole fills all.
  ///   - style: of the filled part.
  public mutating func gauge(
    _ part: Int, of whole: Int, at row: Int, _ col: Int, width: Int, style: Style = Style(.plot)
  ) {
    guard width > 0 else { return }
    let part = max(0, min(part, whole))
    var filled = whole > 0 ? Int(Double(part) / Double(whole) * Double(width)) : 0
    if part > 0 { filled = max(1, filled) }
    if part < whole { filled = min(filled, max(0, width - 1)) }
    fill(Rect(row: row, col: col, width: filled, height: 1), with: "█", style: style)
    fill(Rect(row: row, col: col + filled, width: width - filled, height: 1), with: "░", style: Style(.dim))
  }
}
