import Drill
import Foundation
import Journal
import MemoryJournal
import Model
import Testing

@testable import CommandCenter

@Suite("A shipped drill")
struct ShippedDrillTests {
  @Test(arguments: Rehearsal.names)
  func `has nothing that the lint would say`(name: String) throws {
    let rehearsal = try Rehearsal(name)
    #expect(DrillFolder.check(rehearsal.folder, city: rehearsal.city).isEmpty)
  }

  @Test(arguments: Rehearsal.names)
  func `is solved by its model answer as the repository says, byte for byte the same at every step`(
    name: String
  ) throws {
    let rehearsal = try Rehearsal(name)
    let model = try rehearsal.model
    let whole = try rehearsal.run(model)
    #expect(whole.undone.isEmpty, "\(whole.undone)")
    let score = try DrillScoring.score(rehearsal.plan, of: whole.store)
    #expect(score.hundredths >= 9_500)
    try rehearsal.expect(score, as: "model.score.txt")
    let export = try whole.export
    #expect(export.dropLast().allSatisfy { $0.hasPrefix("{\"personal\":") || $0.contains("-演练-") })
    for step in [1, 60] { #expect(try rehearsal.run(model, step: step).export == export, "\(step)") }
  }

  @Test(arguments: Rehearsal.names)
  func `is lost where nothing is done, and every miss is named`(name: String) throws {
    let rehearsal = try Rehearsal(name)
    let score = try DrillScoring.score(rehearsal.plan, of: try rehearsal.run([]).store)
    #expect(score.hundredths <= 1_000)
    #expect(score.unmet.count == score.marks.count(where: \.counts))
    let lines = rehearsal.words.lines(score, of: rehearsal.plan).joined(separator: "\n")
    for mark in score.unmet { #expect(lines.contains("\(mark.expectation.id) 漏")) }
    try rehearsal.expect(score, as: "nothing.score.txt")
  }

  @Test func `what follows from a failure comes only where something was not done`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let inject = try #require(rehearsal.plan.inject("I04"))
    let reference = inject.message.report
    let done = try rehearsal.run(try rehearsal.model).store
    #expect(try done.order(source: reference.source, sourceID: reference.sourceID) == nil)
    let nothing = try rehearsal.run([]).store
    let number = try #require(try nothing.order(source: reference.source, sourceID: reference.sourceID))
    let arrived = try #require(try nothing.order(number)?.order.arrivedAt)
    // I02 arrives a minute and a half in, and four minutes are given.
    #expect(arrived == rehearsal.plan.start.adding(milliseconds: 330_000))
  }
}

extension Rehearsal {
  /// Compares a score with what the repository says; `REWRITE_SCORES=1` writes it anew.
  fileprivate func expect(_ score: DrillScore, as name: String) throws {
    let path = folder + "/" + name
    let text = words.lines(score, of: plan).joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["REWRITE_SCORES"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(text == (try? String(contentsOfFile: path, encoding: .utf8)))
  }
}
