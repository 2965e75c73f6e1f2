import Model
import Testing

@testable import CommandCenter

@Suite("Proposals on the fixture days")
struct CorrelationFloorTests {
  @Test("are right nine times of ten and find eight of ten, as pairs", arguments: ["day", "typhoon"])
  func floor(_ name: String) throws {
    let tally = try tally(name)
    #expect(tally.truth > 150)
    #expect(try #require(tally.precision) >= 9_000)
    #expect(try #require(tally.recall) >= 8_000)
  }

  @Test func `in callers' own words few are found, and those are right`() throws {
    let tally = try tally("spoken")
    #expect(tally.truth == 24)
    #expect(tally.right >= 4)
    #expect(try #require(tally.precision) >= 9_000)
  }

  private func tally(_ name: String) throws -> CorrelationTally {
    let city = try Shift(day: false).city
    let feed = try KnownFeed(path: Shift.folder + "/feeds/\(name).jsonl", city: city)
    let truth = try TruthTable(path: Shift.folder + "/feeds/\(name).truth.csv")
    var trial = CorrelationTrial(Correlation(city))
    for incoming in feed.reports { trial.take(incoming) }
    return trial.tally(truth.events(of: feed.reports.map(\.report)))
  }
}
