/// How much a line, and what stands in it, may be.
public enum IntakeLimits {
  /// Bytes of a whole line, its line feed not counted.
  public static let line = 1 << 20
  /// Levels of objects and arrays, the outermost counted.
  public static let depth = 64
  /// Bytes of an identifier in UTF-8.
  public static let identifier = 200
  /// Bytes of a text in UTF-8.
  public static let text = 64 << 10
  /// Characters of a title that is made from the text.
  public static let titleCharacters = 24
  /// Years of any time, as written.
  public static let years = 1990...2100
}
