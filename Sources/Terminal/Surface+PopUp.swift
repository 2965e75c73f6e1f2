extension Surface {
  /// Draws an empty framed box in the middle, over whatever is there.
  /// - Parameters:
  ///   - width: columns with the border; less where there is no room.
  ///   - height: rows with the border; less where there is no room.
  ///   - area: in the middle of what.
  ///   - title: on the upper line.
  ///   - footer: on the lower line.
  /// - Returns: the room inside the border.
  public mutating func popUp(
    width: Int, height: Int, in area: Rect, title: String = "", footer: String = ""
  ) -> Rect {
    let rect = area.centered(width: width, height: height)
    fill(rect)
    box(rect, title: title, footer: footer, style: Style(.focus))
    return rect.inset()
  }
}
