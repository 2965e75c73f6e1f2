import Journal
import Model
import Testing

@testable import SQLiteJournal

@Suite("Numbers by the digits that begin them")
struct NumberRangeTests {
  @Test("the ranges hold exactly the numbers that the filter means")
  func ranges() {
    let sequences = Array(1...400) + [999, 1_000, 1_001, 6_160, 9_999, 10_000, 14_200, 99_999, 100_000, 142_000]
    let prefixes = [
      "1", "2", "0", "20", "2020", "20200616", "202006160014", "0616", "06160", "06160142", "061600142", "616",
      "142", "0142", "00142", "1000", "9", "99999", "100000", "20200617", "000000000", "0000000001", "00", "000142",
      "12345678901234567890", "2020061600142000000",
    ]
    for day in [2020_06_16, 2020_06_17, 2019_12_31] {
      for prefix in prefixes {
        let filter = TextFilter(digits: prefix)
        let match = TextMatch(filter)
        let ranges = NumberRanges(filter.numberPrefixes).keys(day: day)
        for (upper, lower) in zip(ranges, ranges.dropFirst()) { #expect(lower.upperBound < upper.lowerBound) }
        for sequence in sequences {
          let number = OrderNumber(day: day, sequence: sequence)
          #expect(
            ranges.contains { $0.contains(number.key) } == match.matches(row(number)), "\(prefix) \(number.text)")
        }
      }
    }
  }

  private func row(_ number: OrderNumber) -> OrderRow {
    OrderRow(
      number: number, version: 1, stage: .received, urgency: .normal, source: .grid, sourceID: "", place: "P",
      town: nil, category: nil, unit: nil, title: "", stageDue: nil, overallDue: nil,
      arrivedAt: Instant(seconds: 0), enteredAt: Instant(seconds: 0), claim: nil, reportCount: 1, attachmentCount: 0,
      amendments: 0, supervision: 0, signs: [], confidential: false, originUnit: nil, originStatus: "",
      upstreamNumber: "", outcome: nil,
      lastSequence: 1, unread: false)
  }
}
