import Foundation
import Journal
import Testing

@Suite("The document of formats")
struct FormatsDocumentTests {
  @Test func `names every type of event`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("docs/formats.md"), encoding: .utf8)
    for type in EventType.allCases { #expect(text.contains("| `\(type.rawValue)` |"), "\(type)") }
  }
}
