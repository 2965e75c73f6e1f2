/// Folding of full-width forms, which Chinese input methods type, to the half-width ones that keys and searches mean.
public enum HalfWidth {
  /// The half-width form of a scalar: `：` gives `:`, `７` gives `7`, the ideographic space a space; others are kept.
  public static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  /// A text with each full-width form folded.
  public static func folded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { folded($0) != $0 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(folded(scalar)) }
    return String(result)
  }
}
