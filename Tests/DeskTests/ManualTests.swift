import Desk
import Foundation
import Testing

/// The manual's table of keys is made from the keymap; `REWRITE_KEYS=1 swift test --filter ManualTests` writes it anew.
@Suite struct ManualTests {
  private static let path = Fixtures.root + "/docs/manual.md"
  private static let begin = "<!-- keys:begin -->\n"
  private static let end = "<!-- keys:end -->"

  /// The table as the manual holds it.
  static var table: String {
    let rows = Keymap.bindings.map { "| \($0.section.rawValue) | `\($0.label)` | \($0.help) |\n" }
    return "| | 键 | 作用 |\n|---|---|---|\n" + rows.joined()
  }

  @Test func `the manual's table of keys is the keymap`() throws {
    let manual = try String(contentsOfFile: Self.path, encoding: .utf8)
    let begin = try #require(manual.range(of: Self.begin)?.upperBound)
    let end = try #require(manual.range(of: Self.end)?.lowerBound)
    if ProcessInfo.processInfo.environment["REWRITE_KEYS"] == "1" {
      let rewritten = manual.replacingCharacters(in: begin..<end, with: Self.table)
      try rewritten.write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(manual[begin..<end] == Self.table, "REWRITE_KEYS=1 writes it anew")
    }
  }
}
