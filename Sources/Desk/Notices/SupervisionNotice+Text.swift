import SafeText

extension SupervisionNotice {
  /// How wide the paper is, in columns.
  private static let width = 72
  /// How many lines there are for each answer.
  private static let room = 4

  /// The notice as plain text, for a printer of any kind.
  public var lines: [String] {
    let rule = String(repeating: "─", count: SupervisionNotice.width)
    let labels = fields.map(\.label.columns).max() ?? 0
    var lines = [centred(centre), centred(SupervisionNotice.heading), centred(number), rule]
    for field in fields {
      let wrapped = field.text.wrapped(toColumns: SupervisionNotice.width - labels - 2)
      for (index, line) in (wrapped.isEmpty ? [""] : wrapped).enumerated() {
        lines.append((index == 0 ? field.label : "").padded(toColumns: labels) + "  " + line)
      }
    }
    lines.append(rule)
    for answer in SupervisionNotice.answers {
      lines.append(answer + "：")
      lines += Array(repeating: "", count: SupervisionNotice.room)
    }
    lines.append(rule)
    return lines + SupervisionNotice.signatures.flatMap { [$0 + "：", ""] }
  }

  private func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (SupervisionNotice.width - text.columns) / 2)) + text
  }
}
