import Feeds
import Foundation
import Model
import Testing

@Suite struct FormatsDocumentTests {
  /// The code blocks of a language in `docs/formats.md`.
  private func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOfFile: Fixture.path("../docs/formats.md"), encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func `Every example of a report is taken in, and there is one of every source`() throws {
    var decoder = ReportDecoder(city: try Fixture.city("haimen"))
    var sources: Set<Source> = []
    for line in try blocks("json").flatMap({ $0.split(separator: "\n") }) {
      let report = try decoder.decode(Array(line.utf8), line: 2).report
      #expect(report.detail != nil || report.source == .other)
      sources.insert(report.source)
    }
    #expect(sources == Set(Source.allCases))
  }

  @Test func `The example of a column map is a good one`() throws {
    let text = try #require(try blocks("yaml").first)
    #expect(try map(text).source == .hotline)
  }

  @Test func `Every code of a rejected line is listed`() throws {
    let text = try String(contentsOfFile: Fixture.path("../docs/formats.md"), encoding: .utf8)
    for code in RejectedLine.Code.allCases { #expect(text.contains("`\(code.rawValue)`"), "\(code)") }
  }
}
