import Desk
import Drill
import Foundation
import Testing

@testable import CommandCenter

@Suite("The report of a drill")
struct DrillReportTests {
  @Test func `names every expectation, and every event behind a mark`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let store = try rehearsal.run(try rehearsal.model).store
    let score = try DrillScoring.score(rehearsal.plan, of: store)
    let report = try DrillReport(
      rehearsal.plan, of: store, zone: rehearsal.zone, stageName: Words.stage)
    let rows = report.markdown.split(separator: "\n").filter { $0.hasPrefix("| E") }
    #expect(rows.count == rehearsal.plan.expectations.count)
    for (row, mark) in zip(rows, score.marks) where mark.counts {
      #expect(row.contains(ScoreWords.events(mark.sequences)))
      #expect(row.contains(rehearsal.words.time(mark.doneAt)))
    }
    #expect(report.markdown.hasPrefix("# 【演练】新人第一班"))
  }

  @Test func `is one page that needs nothing beside it, and says that it is an exercise`() throws {
    let rehearsal = try Rehearsal("cold-snap")
    let store = try rehearsal.run([]).store
    let report = try DrillReport(
      rehearsal.plan, of: store, zone: rehearsal.zone, stageName: Words.stage)
    let page = report.page
    #expect(page.components(separatedBy: "<svg ").count == 4)
    #expect(page.contains("演练　不是真实事件"))
    for wanted in ["http", "src=", "href=", "<script"] { #expect(!page.contains(wanted)) }
    // The same journal makes the same page.
    let again = try DrillReport(
      rehearsal.plan, of: store, zone: rehearsal.zone, stageName: Words.stage)
    #expect(again.page == page)
  }
}
