import Drill
import Journal
import MemoryJournal
import Model
import Testing

@testable import CommandCenter

@Suite("A drill that was cut off")
struct DrillResumeTests {
  @Test func `goes on where it was, wherever that is`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let model = try rehearsal.model
    let export = try rehearsal.run(model).export
    for second in stride(from: 0, through: 600, by: 50) {
      let store = try rehearsal.journal()
      var first = try rehearsal.engine(store, model)
      try first.advance(to: rehearsal.plan.start.adding(milliseconds: Int64(second) * 1_000))
      var next = try rehearsal.engine(store, model)
      try next.advance(to: rehearsal.plan.end)
      #expect(try Rehearsal.Run(store: store, undone: []).export == export)
    }
  }

  @Test(arguments: 1...3)
  func `is the same for whatever officers do, at every step and cut anywhere`(seed: UInt64) throws {
    let rehearsal = try Rehearsal("first-shift")
    let answer = RandomAnswer(seed: seed).lines(for: rehearsal.plan)
    let whole = try rehearsal.run(answer)
    let export = try whole.export
    let stepped = try rehearsal.run(answer, step: 7)
    #expect(try stepped.export == export)
    #expect(stepped.undone == whole.undone)
    let store = try rehearsal.journal()
    // A new engine for every stretch, as after as many crashes.
    for second in stride(from: 95, through: 600, by: 101) {
      var engine = try rehearsal.engine(store, answer)
      try engine.advance(to: rehearsal.plan.start.adding(milliseconds: Int64(second) * 1_000))
    }
    var last = try rehearsal.engine(store, answer)
    try last.advance(to: rehearsal.plan.end)
    #expect(try Rehearsal.Run(store: store, undone: []).export == export)
  }

  @Test func `reaches the orders that a command on several had not reached yet`() throws {
    let rehearsal = try Rehearsal("first-shift")
    func answer(_ words: [String]) -> [AnswerLine] {
      [
        AnswerLine(
          line: 1, at: rehearsal.plan.start.adding(minutes: 4), seat: "city-chief", seen: nil,
          words: ["note"] + words + ["--text", "请先报情况"])
      ]
    }
    let export = try rehearsal.run(answer(["@I01", "@I02"])).export
    let store = try rehearsal.journal()
    var cut = try rehearsal.engine(store, answer(["@I01"]))
    try cut.advance(to: rehearsal.plan.start.adding(minutes: 4))
    var next = try rehearsal.engine(store, answer(["@I01", "@I02"]))
    try next.advance(to: rehearsal.plan.end)
    #expect(try Rehearsal.Run(store: store, undone: []).export == export)
  }

  @Test func `refuses a journal of another drill`() throws {
    let store = try Rehearsal("cold-snap").journal()
    let error = #expect(throws: DrillError.self) { try Rehearsal("first-shift").engine(store, []) }
    #expect(error?.code == .otherJournal)
  }
}

/// Commands at random, sensible and senseless ones.
private struct RandomAnswer {
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  func lines(for plan: DrillPlan) -> [AnswerLine] {
    var draw = SeededDraw(seed: seed)
    let seconds = (0..<40).map { _ in draw.below(600) }.sorted()
    return seconds.enumerated().map { index, second in
      let ids = plan.injects.map { "@" + $0.id }
      let first = ids[draw.below(ids.count)]
      let words = [
        ["claim", first], ["dispatch", first], ["dispatch", first, "--unit", "D-WATER"], ["sign", first],
        ["undo", first],
        ["escalate", first, "--reason", "试"], ["merge", first, ids[draw.below(ids.count)]], ["release", first],
        ["redispatch", first, "--unit", "D-GAS"], ["settle", first, "--text", "试"], ["nonsense"],
      ]
      return AnswerLine(
        line: index + 1, at: plan.start.adding(milliseconds: Int64(second) * 1_000),
        seat: plan.seats[draw.below(plan.seats.count)], seen: nil, words: words[draw.below(words.count)])
    }
  }
}
