import Model
import SeededRandom
import Testing

@testable import JournalConformance
@testable import SQLiteJournal

@Suite("A span of days is put together from months and days")
struct RateSpanTests {
  /// All days from 2019-11-01 to 2020-04-30.
  private let days: [Int] = {
    guard let first = CivilDay(year: 2019, month: 11, day: 1) else { return [] }
    return (0..<182).map { CivilDay(epochDay: first.epochDay + $0).compact }
  }()

  @Test("each day of a span is counted once, in a month's sum only what has settled")
  func once() {
    var random = SeededGenerator(seed: 21)
    var seen = 0
    for _ in 0..<3_000 {
      let settled = random.happens(10) ? 0 : random.happens(10) ? 20_200_100 : random.pick(days)
      let (from, to) = (random.pick(days), random.pick(days))
      let span = RateSpan(from: from, to: to, settled: settled)
      for day in days {
        let holders = span.parts.filter { part in
          switch part {
          case .days(let days): days.contains(day)
          case .months(let months): months.contains(day / 100) && day <= settled
          }
        }
        #expect(holders.count == (from <= day && day <= to ? 1 : 0), "\(day) of \(from)–\(to), settled \(settled)")
      }
      for case .months(let months) in span.parts {
        for month in Set(days.map { $0 / 100 }).filter({ months.contains($0) }) {
          let held = days.filter { $0 / 100 == month && $0 <= settled }
          #expect(held.allSatisfy { from <= $0 && $0 <= to }, "\(month) of \(from)–\(to), settled \(settled)")
          #expect(days.filter { span.days(ofMonth: month).contains($0) } == held)
          seen += 1
        }
      }
    }
    #expect(seen > 500)
  }

  @Test(
    "a month is taken as one wherever the span has all that its sum holds",
    arguments: [
      (20_200_101, 20_201_231, 20_201_115, [.months(202_001...202_011), .days(20_201_116...20_201_231)]),
      (
        20_190_617, 20_200_615, 20_200_614,
        [
          .days(20_190_617...20_190_700), .months(201_907...202_006), .days(20_200_615...20_200_615),
        ]
      ),
      (20_200_101, 20_200_229, 20_200_310, [.months(202_001...202_002)]),
      (20_200_101, 20_200_228, 20_200_310, [.months(202_001...202_001), .days(20_200_200...20_200_228)]),
      (20_200_101, 20_200_228, 20_200_228, [.months(202_001...202_002)]),
      (20_200_102, 20_200_131, 20_200_310, [.days(20_200_102...20_200_131)]),
      (0, 20_991_231, 20_200_310, [.months(0...202_003), .days(20_200_311...20_991_231)]),
      (0, 20_991_231, 20_200_300, [.months(0...202_002), .days(20_200_301...20_991_231)]),
      (0, 20_991_231, 0, [.days(0...20_991_231)]),
    ] as [(Int, Int, Int, [RateSpan.Part])])
  func whole(from: Int, to: Int, settled: Int, parts: [RateSpan.Part]) {
    #expect(RateSpan(from: from, to: to, settled: settled).parts == parts)
  }

  @Test("a span that ends before it begins has no parts")
  func empty() {
    #expect(RateSpan(from: 20_200_102, to: 20_200_101, settled: 20_200_110).parts.isEmpty)
  }
}
