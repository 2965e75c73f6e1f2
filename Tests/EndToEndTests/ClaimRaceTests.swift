import Foundation
import TerminalRig
import Testing

/// Several processes that want the same orders.
@Suite("A race for a thousand orders")
struct ClaimRaceTests {
  @Test("each order is claimed once, and every loser is told by whom")
  func race() throws {
    let folder = try TemporaryFolder()
    let journal = folder.file("journal.db")
    let filled = try Product.act("import", "--kind", "demo", Product.root + "/fixtures/feeds/typhoon.jsonl", journal: journal)
    #expect(filled.status == 0, "\(filled.complaint)")
    let open = try Product.list(
      try Product.act("orders", "--stage", "received", "--limit", "1000", "--json", journal: journal))
    let numbers = open.compactMap { $0["number"] as? String }
    #expect(numbers.count == 1_000)
    let names = ["city-chief": "值班长席", "city-dispatch-1": "派遣一席", "city-dispatch-2": "派遣二席"]
    // Two go the same way, so that they meet at every order; the third comes towards them.
    let runs = try [("city-chief", numbers), ("city-dispatch-1", numbers), ("city-dispatch-2", numbers.reversed())]
      .map { seat, numbers in
        (
          seat,
          try Product.start(
            ["claim"] + numbers + ["--city", Product.city, "--journal", journal, "--seat", seat, "--json"])
        )
      }
    var holders: [String: [String]] = [:]
    var refusals: [(order: String, message: String)] = []
    for (seat, run) in runs {
      let result = try run.result()
      #expect(result.status == 2, "\(seat): \(result.complaint)")
      for outcome in try Product.list(result) {
        let number = try #require(outcome["number"] as? String)
        if outcome["done"] as? Bool == true {
          holders[number, default: []].append(seat)
        } else {
          refusals.append((number, outcome["message"] as? String ?? ""))
        }
      }
    }
    #expect(holders.count == 1_000)
    #expect(holders.values.allSatisfy { $0.count == 1 })
    #expect(Set(holders.values.joined()).count > 1, "only one of them ever won")
    #expect(refusals.count == 2_000)
    let untold = refusals.filter { refusal in
      guard let name = holders[refusal.order]?.first.flatMap({ names[$0] }) else { return true }
      return !refusal.message.contains(name)
    }
    #expect(untold.isEmpty, "\(untold.prefix(3))")
    #expect(try Product.act("verify", journal: journal).status == 0)
  }
}
