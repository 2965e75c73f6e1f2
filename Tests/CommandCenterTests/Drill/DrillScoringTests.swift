import Drill
import Model
import Operations
import Testing

@testable import CommandCenter

@Suite("A mark of a drill")
struct DrillScoringTests {
  /// Runs the ten-minute drill with commands at seconds from its beginning.
  private func score(
    _ commands: [(second: Int, seat: SeatCode, words: [String])], seen: [Int: Int64] = [:]
  ) throws -> (score: DrillScore, undone: [UndoneCommand]) {
    let rehearsal = try Rehearsal("first-shift")
    let run = try rehearsal.run(
      commands.enumerated().map { index, command in
        AnswerLine(
          line: index + 1, at: rehearsal.plan.start.adding(milliseconds: Int64(command.second) * 1_000),
          seat: command.seat, seen: seen[index], words: command.words)
      })
    return (try DrillScoring.score(rehearsal.plan, of: run.store), run.undone)
  }

  private func state(_ id: String, _ score: DrillScore) -> DrillScore.Mark.State? {
    score.marks.first { $0.expectation.id == id }?.state
  }

  private let gas = ["dispatch", "@I02", "--unit", "D-GAS"]

  // The smell of gas (I02) arrives after 90 seconds and must be with the gas company within three minutes (E07).

  @Test(arguments: [(90, DrillScore.Mark.State.met), (270, .met), (271, .late)])
  func `is earned within the time, its last moment included`(second: Int, expected: DrillScore.Mark.State) throws {
    #expect(state("E07", try score([(second, "city-dispatch-2", gas)]).score) == expected)
  }

  @Test func `of a dispatch is lost where the first unit was the wrong one, and all that is critical with it`() throws {
    let (score, undone) = try score([
      (100, "city-dispatch-2", ["dispatch", "@I02", "--unit", "D-WATER"]),
      (110, "city-dispatch-2", ["redispatch", "@I02", "--unit", "D-GAS"]),
    ])
    #expect(undone.isEmpty)
    #expect(state("E07", score) == .wrong)
    #expect(score.parts.first { $0.objective == .critical }?.hundredths == 0)
  }

  @Test func `does not look at what was taken back`() throws {
    let (score, undone) = try score([
      (100, "city-dispatch-2", ["dispatch", "@I02", "--unit", "D-WATER"]),
      (110, "city-dispatch-2", ["undo", "@I02"]), (120, "city-dispatch-2", gas),
    ])
    #expect(undone.isEmpty)
    #expect(state("E07", score) == .met)
    #expect(score.parts.first { $0.objective == .critical }?.hundredths == 1_500)
  }

  @Test func `is not earned by another tier`() throws {
    let (score, _) = try score([(240, "city-dispatch-1", ["dispatch", "@I05"])])
    // 消防通道 is the town's to dispatch.
    #expect(state("E08", score) == .wrong)
  }

  @Test func `counts what is done to the order that took the other one in`() throws {
    let (score, _) = try score([
      (160, "city-dispatch-2", gas), (170, "city-intake-1", ["merge", "@I02", "@I03"]),
    ])
    #expect(state("E12", score) == .met)
    let (other, _) = try self.score([
      (35, "city-dispatch-1", ["claim", "@I01"]), (170, "city-intake-1", ["merge", "@I01", "@I03"]),
    ])
    #expect(state("E12", other) != .met)
  }

  @Test func `of what never came is left out`() throws {
    let (score, _) = try score([(100, "city-dispatch-2", gas)])
    #expect(state("E10", score) == .notArrived)
    #expect(score.parts.first { $0.objective == .dispatched }?.possible == 10)
  }

  @Test func `is not earned by words that can't be read or that the rules refuse, and each is told`() throws {
    let (score, undone) = try score([
      (10, "city-dispatch-1", ["claim", "@I01"]), (100, "city-leader", gas),
      (110, "city-dispatch-2", ["dance", "@I02"]),
      (120, "city-dispatch-2", ["dispatch", "@I02", "--unit", "D-NOBODY"]), (130, "city-inspect", gas),
    ])
    #expect(undone.map(\.line.line) == [1, 2, 3, 4, 5])
    guard case .refused(.refused(let refusal, _))? = undone.last?.reason else {
      Issue.record("\(undone)")
      return
    }
    #expect(refusal.code == .role)
    #expect(state("E07", score) == .missed)
  }

  @Test func `is not earned on top of what another seat did since the screen was drawn`() throws {
    let commands: [(second: Int, seat: SeatCode, words: [String])] = [
      (100, "city-dispatch-1", ["dispatch", "@I02", "--unit", "D-WATER"]),
      (130, "city-dispatch-2", ["redispatch", "@I02", "--unit", "D-GAS"]),
    ]
    #expect(try score(commands).undone.isEmpty)
    // The second officer's screen ended with the first event of all.
    let undone = try score(commands, seen: [1: 1]).undone
    #expect(undone.map(\.line.line) == [2])
    guard case .refused(.overtaken)? = undone.first?.reason else {
      Issue.record("\(undone)")
      return
    }
  }
}
