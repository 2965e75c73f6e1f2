import JournalConformance
import Testing

@Suite("A walk at random through a journal in an SQLite file")
struct RandomWalkTests {
  @Test(arguments: [UInt64(20_200_617)])
  func `keeps one claim an order, every order, every clock, and every seat to its places`(seed: UInt64) throws {
    let folder = try ScratchFolder()
    var walk = try RandomWalk(SQLiteJournalFactory(folder: folder), seed: seed)
    let outcome = try walk.run(commands: runsLong ? 10_000 : 500)
    if runsLong { print(outcome.text(seed: seed)) }
    #expect(outcome.carriedOut.count >= (runsLong ? 40 : 15), "\(outcome.carriedOut)")
  }
}
