import Model
import SeededRandom
import Testing

/// Points against a list of numbers that is added up.
@Suite struct PointsWalkTests {
  /// What a ledger must be: every line's change, and which lines are countered or counter.
  private struct Reference {
    var changes: [Int] = []
    var settled: Set<Int> = []

    var balance: Int { changes.reduce(0, +) }

    /// Whether a command goes through; it is noted then.
    mutating func take(_ command: PointsCommand) -> Bool {
      switch command {
      case .earn(let points, _):
        guard points > 0 else { return false }
        changes.append(points)
      case .spend(let points, let partner, _):
        guard points > 0, partner == "K-1", balance - points >= 0 else { return false }
        changes.append(-points)
      case .correct(let entry, _):
        guard entry >= 1, entry <= changes.count, !settled.contains(entry), balance - changes[entry - 1] >= 0 else {
          return false
        }
        changes.append(-changes[entry - 1])
        settled.formUnion([entry, changes.count])
      }
      return true
    }
  }

  private static let city = TestCity.tables(partners: [
    Partner(code: "K-1", name: "超市", kind: "enterprise", place: "T1", contact: "", phone: "", offers: "")
  ])

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a random walk of commands is what adding up makes of it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var ledger = PointsLedger()
    var reference = Reference()
    let signature = Signature(officer: "O", seat: "S", at: TestCity.at(9))
    for _ in 0..<120 {
      let points = Int.random(in: -1...9, using: &random)
      let command: PointsCommand =
        switch Int.random(in: 0..<3, using: &random) {
        case 0: .earn(points: points, service: "巡查")
        case 1: .spend(points: points, partner: random.once(in: 8) ? "K-9" : "K-1", goods: "洗衣液")
        default: .correct(entry: Int.random(in: 0...(reference.changes.count + 1), using: &random), reason: "记错")
        }
      let before = ledger
      let event = try? PointsRules.decide(command, on: ledger, by: Duty.chief, in: Self.city)
      let goesThrough = reference.take(command)
      #expect((event != nil) == goesThrough, "\(command) at seed \(seed)")
      if let event {
        let followed = ledger.take(event, by: signature)
        #expect(followed)
      } else {
        #expect(ledger == before)
      }
      #expect(ledger.balance == reference.balance)
      #expect(ledger.balance >= 0)
      #expect(ledger.entries.map(\.change) == reference.changes)
    }
  }

  @Test func `a refusal says what is wrong`() throws {
    func refusal(_ command: PointsCommand, by authority: Authority = Duty.chief) -> BookRefusal? {
      var ledger = PointsLedger()
      let signature = Signature(officer: "O", seat: "S", at: TestCity.at(9))
      ledger.take(.earned(.init(points: 5, service: "巡查")), by: signature)
      ledger.take(.spent(.init(points: 4, partner: "K-1", goods: "皂")), by: signature)
      do {
        _ = try PointsRules.decide(command, on: ledger, by: authority, in: Self.city)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(.earn(points: 0, service: "巡查")) == BookRefusal(.notPositive, "0"))
    #expect(refusal(.earn(points: 1, service: " ")) == BookRefusal(.blank, "service"))
    #expect(refusal(.earn(points: 1, service: "巡查"), by: Duty.observer) == BookRefusal(.role, "observer"))
    #expect(refusal(.spend(points: 2, partner: "K-1", goods: "皂")) == BookRefusal(.notEnough, "1"))
    #expect(refusal(.spend(points: 1, partner: "K-9", goods: "皂")) == BookRefusal(.unknownPartner, "K-9"))
    #expect(refusal(.correct(entry: 1, reason: "记错")) == BookRefusal(.notEnough, "1"))
    #expect(refusal(.correct(entry: 3, reason: "记错")) == BookRefusal(.unknownEntry, "3"))
    #expect(refusal(.correct(entry: 2, reason: "记错")) == nil)
  }
}
