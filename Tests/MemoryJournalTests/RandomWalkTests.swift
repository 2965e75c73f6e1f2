import Foundation
import JournalConformance
import Testing

@Suite("A walk at random through a journal in memory")
struct RandomWalkTests {
  /// How many commands: 20,000, or what `RANDOM_COMMANDS` says.
  private static let commands = ProcessInfo.processInfo.environment["RANDOM_COMMANDS"].flatMap { Int($0) } ?? 20_000

  @Test(arguments: [UInt64(20_200_616)])
  func `keeps one claim an order, every order, every clock, and every seat to its places`(seed: UInt64) throws {
    var walk = try RandomWalk(MemoryJournalFactory(), seed: seed)
    let outcome = try walk.run(commands: Self.commands)
    if Self.commands > 20_000 { print(outcome.text(seed: seed)) }
    // It has been nearly everywhere, or it would prove little.
    #expect(outcome.carriedOut.count >= 40, "\(outcome.carriedOut)")
    #expect(outcome.refused.count >= 20, "\(outcome.refused)")
  }
}
