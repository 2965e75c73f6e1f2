import SafeText

/// A text out of a file as a message may show it: hostile characters marked, long ones cut.
package func shown(_ text: String) -> String {
  SafeText(text).string.truncated(toColumns: 40)
}
