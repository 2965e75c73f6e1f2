import Testing

@testable import SQLiteJournal

@Suite("How long the lock was held")
struct HoldTimesTests {
  @Test("a share of the holds is told to a tenth, and never as more than the longest")
  func quantiles() {
    var times = HoldTimes()
    #expect(times.quantile(0.99) == .zero)
    for milliseconds in 1...1_000 { times.note(.milliseconds(milliseconds)) }
    #expect(times.count == 1_000)
    #expect(times.longest == .seconds(1))
    #expect(times.quantile(1) == .seconds(1))
    for share in [0.01, 0.5, 0.9] {
      let exact = Duration.milliseconds(1) * (1_000 * share)
      #expect(times.quantile(share) >= exact && times.quantile(share) <= exact * 1.11)
    }
  }

  @Test("what is shorter or longer than all steps counts in the first or the last")
  func extremes() {
    var times = HoldTimes()
    times.note(.zero)
    times.note(.seconds(100_000))
    #expect(times.quantile(0.5) <= .milliseconds(1))
    #expect(times.longest == .seconds(100_000))
    #expect(times.quantile(1) <= times.longest)
  }
}
