import Foundation
import Journal
import Model
import Testing

@testable import JournalConformance
@testable import SQLiteJournal

@Suite("Who writes much lets others in between")
struct HoldBudgetTests {
  private static let many = 3_000

  private func requests(_ history: inout History) throws -> [AppendRequest] {
    var requests: [AppendRequest] = []
    for _ in 0..<HoldBudgetTests.many { requests.append(try history.store.ready(history.receive(history.report()))) }
    return requests
  }

  @Test("of thousands of requests a hold of the lock takes the first, and as many as were appended are told of")
  func appends() throws {
    let folder = try ScratchFolder()
    var history = try History(SQLiteJournalFactory(folder: folder, options: .bulk), seed: 65)
    let taken = try history.store.append(firstOf: try requests(&history), recordedAt: history.now)
    #expect((1..<HoldBudgetTests.many).contains(taken.count))
    #expect(try history.store.head().sequence == Int64(1 + taken.count))
  }

  @Test("of thousands of orders that wait a hold of the lock puts the first into the search index")
  func indexes() throws {
    let folder = try ScratchFolder()
    var history = try History(SQLiteJournalFactory(folder: folder, options: .desk(waiting: 1_000_000)), seed: 66)
    _ = try history.store.append(try requests(&history), recordedAt: history.now)
    let store = try #require(history.store as? SQLiteJournal)
    let moved = try store.writer.write { (session) throws(JournalError) in
      try WaitingTable(session: session).move(HoldBudgetTests.many, within: .milliseconds(1))
    }
    #expect((1..<HoldBudgetTests.many).contains(moved))
    #expect(try store.integer("SELECT count(*) FROM waiting") == Int64(HoldBudgetTests.many - moved))
    let first = try store.writer.write { (session) throws(JournalError) in
      try WaitingTable(session: session).move(HoldBudgetTests.many, within: .zero)
    }
    #expect(first == 1, "one at least, or it would never end")
  }
}
