import Model
import Testing

@Suite struct CivilDayTests {
  @Test func `days from 1600 to 2400 agree with a calendar that is counted day by day`() throws {
    var (year, month, day) = (1600, 1, 1)
    // 1 January 1600 was a Saturday, 135,140 days before the epoch.
    var (epochDay, weekday) = (-135_140, 6)
    var previous: CivilDay?
    while year < 2400 {
      let made = CivilDay(epochDay: epochDay)
      let agrees =
        (made.year, made.month, made.day) == (year, month, day) && made.epochDay == epochDay
        && made.weekday == weekday && made == CivilDay(year: year, month: month, day: day)
        && made.compact == year * 10_000 + month * 100 + day && previous.map { $0 < made } ?? true
      try #require(agrees, "\(year)-\(month)-\(day)")
      previous = made
      epochDay += 1
      weekday = weekday == 7 ? 1 : weekday + 1
      day += 1
      if day > Self.length(month, year) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    #expect(epochDay == 157_054)
  }

  @Test func `known days fall where the almanac has them`() throws {
    #expect(CivilDay(epochDay: 0) == CivilDay(year: 1970, month: 1, day: 1))
    #expect(CivilDay(epochDay: 0).weekday == 4)
    #expect(TestCity.tuesday == CivilDay(year: 2020, month: 6, day: 16))
    #expect(TestCity.tuesday.weekday == 2)
    #expect(CivilDay(year: 1, month: 1, day: 1)?.epochDay == -719_162)
    #expect(CivilDay(year: 9999, month: 12, day: 31)?.epochDay == 2_932_896)
    #expect(CivilDay(epochDay: -719_162).weekday == 1)
  }

  @Test(arguments: [
    (2020, 2, 30), (2019, 2, 29), (1900, 2, 29), (2020, 4, 31), (2020, 0, 1), (2020, 13, 1), (2020, 1, 0),
    (2020, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2020, -1, 1), (2020, 1, -1), (Int.max, 1, 1),
    (2020, Int.min, 1), (2020, 1, Int.max),
  ])
  func `a day that the calendar does not have is not made`(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    let leap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
