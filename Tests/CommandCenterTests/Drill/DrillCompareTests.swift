import Drill
import Foundation
import Model
import Testing

@testable import CommandCenter

@Suite("Runs of a drill side by side")
struct DrillCompareTests {
  @Test func `show what each seat did, and what came out otherwise`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let model = try DrillRunResult("model", of: rehearsal.plan, in: rehearsal.run(try rehearsal.model).store)
    let nothing = try DrillRunResult("nothing", of: rehearsal.plan, in: rehearsal.run([]).store)
    // What is met was met by somebody, once.
    let met = model.score.marks.count { $0.state == .met }
    #expect(met > 0)
    #expect(model.seats.values.reduce(0) { $0 + $1.met } == met)
    #expect(model.seats["city-dispatch-2"]?.medianDispatchTime != nil)
    #expect(nothing.seats.values.allSatisfy { $0.acts == 0 && $0.met == 0 && $0.dispatchTimes.isEmpty })
    // E04 names the seat that should have claimed.
    #expect(nothing.seats["city-dispatch-1"]?.missed == 1)

    let lines = ComparisonWords([model, nothing], of: rehearsal.plan) { $0.rawValue }.lines
    #expect(lines.first == "【演练】新人第一班（first-shift）比较 2 次")
    #expect(lines[1].contains("model") && lines[1].contains("nothing"))
    let total = try #require(lines.first { $0.hasPrefix("总分") })
    #expect(total.contains(ScoreWords.points(model.score.hundredths)) && total.contains(" -"))
    for mark in model.score.marks where mark.state == .met {
      let line = try #require(lines.first { $0.hasPrefix("  " + mark.expectation.id) })
      #expect(line.contains("达到") && (line.contains("漏") || line.contains("未发生")))
    }
    #expect(lines.contains { $0.hasPrefix("  city-dispatch-2") && $0.hasSuffix("—") })
  }

  @Test func `of equal runs say that nothing differs`() throws {
    let rehearsal = try Rehearsal("cold-snap")
    let store = try rehearsal.run(try rehearsal.model).store
    let runs = try ["a", "b"].map { try DrillRunResult($0, of: rehearsal.plan, in: store) }
    #expect(runs[0].seats == runs[1].seats)
    let lines = ComparisonWords(runs, of: rehearsal.plan) { $0.rawValue }.lines
    #expect(!lines.contains { $0.contains("+") || $0.contains(" -") })
  }

  @Test func `have the shortest names that tell them apart`() {
    #expect(RunNames.shortest(["/a/x.db", "/a/y.db"]) == ["x.db", "y.db"])
    #expect(RunNames.shortest(["/a/x.db", "/b/x.db"]) == ["a/x.db", "b/x.db"])
  }
}
