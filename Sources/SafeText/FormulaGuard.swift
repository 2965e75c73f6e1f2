/// Keeps text from outside from being run as a formula by the spreadsheet that opens an exported file.
public enum FormulaGuard {
  /// A cell's text, with an apostrophe in front where a spreadsheet could take it for a formula.
  ///
  /// That is so when the first character is `=` `+` `-` `@`, one of their full-width forms, a tab, a carriage return or
  /// a line feed (OWASP, CSV injection). Numbers that the program writes itself need no guard.
  /// - Parameter text: one cell, before the quoting of the file's format.
  public static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch HalfWidth.folded(first) {
    case "=", "+", "-", "@", "\t", "\r", "\n": return "'" + text
    default: return text
    }
  }
}
