import Testing

@testable import FixtureFeedsCore

@Suite struct PeopleTests {
  @Test func `telephone numbers begin with 119 and have eleven digits`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1_000 {
      let phone = People.phone(&random)
      #expect(phone.hasPrefix("119") && phone.count == 11 && phone.allSatisfy(\.isNumber))
    }
  }

  @Test func `identity numbers have no area and a right check digit`() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1_000 {
      let identity = People.identity(&random)
      #expect(identity.hasPrefix("000000") && identity.count == 18)
      // ISO 7064, MOD 11-2: read with its check digit (X is ten), the number leaves a remainder of one.
      let remainder = identity.reduce(0) { ($0 * 2 + ($1 == "X" ? 10 : $1.wholeNumberValue ?? 0)) % 11 }
      #expect(remainder == 1, "\(identity)")
    }
  }

  @Test func `the generator follows the published sequence of SplitMix64`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      [random.next(), random.next(), random.next()] == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `confidential reports are about three in a hundred`() throws {
    let city = try haimen()
    let reports = try (1...5).flatMap { try DayFeed(.day, city: city, seed: $0).reports }
    let share = Double(reports.count { $0.confidential == true }) / Double(reports.count)
    #expect((0.02...0.045).contains(share), "\(share)")
  }
}
