import Feeds
import Foundation
import Model
import Testing

@Suite struct ReportLineTests {
  @Test(arguments: ["feeds/day.jsonl", "feeds/typhoon.jsonl"])
  func `A report that is written is read back as it was`(feed: String) throws {
    let city = try Fixture.city("haimen")
    var reader = LineReader(try FeedInput(path: Fixture.path(feed)))
    var decoder = ReportDecoder(city: city)
    var again = ReportDecoder(city: city)
    let writer = ReportLine()
    var count = 0
    while let piece = try reader.nextPiece() {
      guard case .report(let incoming, _) = decoder.intake(piece) else { continue }
      var splitter = LineSplitter()
      let line = try writer.line(incoming)
      #expect(try writer.line(incoming) == line)
      let pieces = splitter.push(Array(line)[...]) + splitter.finish()
      #expect(pieces.count == 1)
      let read = try #require(pieces.first.map { again.intake($0) })
      guard case .report(let other, _) = read else {
        Issue.record("\(String(decoding: line, as: UTF8.self)) \(read)")
        continue
      }
      #expect(other == incoming)
      count += 1
    }
    #expect(count > 700)
  }
}
