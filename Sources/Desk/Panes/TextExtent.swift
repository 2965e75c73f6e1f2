/// How much text a pane has, and how much of it shows at once.
struct TextExtent {
  /// Lines of the whole text.
  let lines: Int
  /// Lines that show at once.
  let page: Int
}
