import Model
import SeededRandom
import Testing

@Suite struct ZoneOffsetsTests {
  /// New York in 2023: summer time from 12 March, 07:00 UTC, to 5 November, 06:00 UTC.
  static let newYork = ZoneOffsets(
    initial: -18_000,
    changes: [
      ZoneOffsets.Change(from: moment(2023, 3, 12, 7 * 60), offset: -14_400),
      ZoneOffsets.Change(from: moment(2023, 11, 5, 6 * 60), offset: -18_000),
    ])

  /// Shanghai: local mean time until 1901, and the summer time of 1986.
  static let shanghai = ZoneOffsets(
    initial: 29_143,
    changes: [
      ZoneOffsets.Change(from: Instant(seconds: -2_177_481_943), offset: 28_800),
      ZoneOffsets.Change(from: moment(1986, 5, 3, 18 * 60), offset: 32_400),
      ZoneOffsets.Change(from: moment(1986, 9, 13, 17 * 60), offset: 28_800),
    ])

  /// A moment by UTC, the last number being minutes since midnight.
  private static func moment(_ year: Int, _ month: Int, _ day: Int, _ minute: Int) -> Instant {
    let epochDay = CivilDay(year: year, month: month, day: day)?.epochDay ?? 0
    return Instant(seconds: Int64(epochDay * 86_400 + minute * 60))
  }

  @Test func `every moment of a year with summer time comes back from what the clocks show`() throws {
    var moment = Self.moment(2023, 1, 1, 0)
    let end = Self.moment(2024, 1, 1, 0)
    let repeated = Self.moment(2023, 11, 5, 6 * 60)..<Self.moment(2023, 11, 5, 7 * 60)
    while moment < end {
      let shown = Self.newYork.civil(moment)
      // What is shown a second time is read as the first.
      let expected = repeated.contains(moment) ? moment.adding(minutes: -60) : moment
      try #require(Self.newYork.instant(shown) == expected, "\(shown)")
      moment = moment.adding(milliseconds: 307_000)
    }
  }

  @Test func `a skipped time is read with the offset before it, and a repeated one as its first`() throws {
    let spring = try #require(CivilDay(year: 2023, month: 3, day: 12))
    let autumn = try #require(CivilDay(year: 2023, month: 11, day: 5))
    let zone = Self.newYork
    #expect(zone.instant(day: spring, second: 7_199) == Self.moment(2023, 3, 12, 7 * 60).adding(milliseconds: -1_000))
    #expect(zone.instant(day: spring, second: 9_000) == Self.moment(2023, 3, 12, 7 * 60 + 30))
    #expect(zone.civil(zone.instant(day: spring, second: 9_000)).second == 12_600)
    #expect(zone.instant(day: spring, second: 10_800) == Self.moment(2023, 3, 12, 7 * 60))
    #expect(zone.instant(day: autumn, second: 5_400) == Self.moment(2023, 11, 5, 5 * 60 + 30))
    #expect(zone.instant(day: autumn, second: 7_200) == Self.moment(2023, 11, 5, 7 * 60))
  }

  @Test func `a day's midnight may be counted past its end`() throws {
    let autumn = try #require(CivilDay(year: 2023, month: 11, day: 5))
    #expect(Self.newYork.instant(day: autumn, second: 86_400) == Self.moment(2023, 11, 6, 5 * 60))
  }

  @Test func `an offset holds from its change on and not before`() {
    let change = Self.moment(2023, 3, 12, 7 * 60)
    #expect(Self.newYork.offset(at: change.adding(milliseconds: -1)) == -18_000)
    #expect(Self.newYork.offset(at: change) == -14_400)
    #expect(Self.newYork.offset(at: Instant(milliseconds: .min)) == -18_000)
    #expect(Self.newYork.offset(at: Instant(milliseconds: .max)) == -18_000)
  }

  @Test func `seeded moments of two centuries come back, whatever the offsets are made of`() throws {
    var generator = SeededGenerator(seed: 1986)
    for zone in [
      Self.shanghai, Self.newYork, TestCity.zone, ZoneOffsets(initial: -43_200), ZoneOffsets(initial: 50_400),
    ] {
      for _ in 1...3_000 {
        let moment = Instant(seconds: Int64.random(in: -3_000_000_000...4_000_000_000, using: &generator))
        let shown = zone.civil(moment)
        try #require((0..<86_400).contains(shown.second))
        try #require(zone.civil(zone.instant(shown)) == shown)
        try #require(zone.instant(shown) <= moment)
      }
    }
  }

  @Test func `a time of day is told in hours and minutes`() {
    let shown = TestCity.zone.civil(TestCity.at(17, 5, 59).adding(milliseconds: 999))
    #expect((shown.day, shown.hour, shown.minute, shown.second) == (TestCity.tuesday, 17, 5, 61_559))
    #expect(shown.minuteOfDay == 1_025)
    #expect(TestCity.zone.civil(Instant(milliseconds: -1)).second == 28_799)
  }
}
