import Model
import SeededRandom
import Testing

@Suite struct WorkCalendarTests {
  /// Days against the rule of Monday to Friday around the Spring Festival of 2020.
  ///
  /// The holiday was extended from 30 January to 2 February by the notice of 27 January. Source: holiday-cn (MIT).
  private static let springFestival: [(month: Int, day: Int, works: Bool)] = [
    (1, 1, false), (1, 19, true), (1, 24, false), (1, 25, false), (1, 26, false), (1, 27, false), (1, 28, false),
    (1, 29, false), (1, 30, false), (1, 31, false), (2, 1, false), (2, 2, false), (2, 3, true),
  ]

  private static let morning = WorkCalendar.Hours(start: 510, end: 720)
  private static let afternoon = WorkCalendar.Hours(start: 840, end: 1_050)

  private static func calendar(_ hours: [WorkCalendar.Hours], zone: ZoneOffsets = TestCity.zone) -> WorkCalendar {
    var exceptions: [CivilDay: Bool] = [:]
    for row in springFestival {
      if let day = CivilDay(year: 2020, month: row.month, day: row.day) { exceptions[day] = row.works }
    }
    return WorkCalendar(zone: zone, hours: hours, exceptions: exceptions)
  }

  private static func moment(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0, _ second: Int = 0
  ) throws -> Instant {
    TestCity.zone.instant(
      day: try #require(CivilDay(year: year, month: month, day: day)), second: hour * 3_600 + minute * 60 + second)
  }

  // MARK: Against a walk minute by minute

  @Test(arguments: [
    [morning, afternoon], [WorkCalendar.Hours(start: 0, end: 1_440)], [WorkCalendar.Hours(start: 1_020, end: 1_439)],
    [WorkCalendar.Hours(start: 480, end: 481), WorkCalendar.Hours(start: 481, end: 490), afternoon],
  ])
  func `working time agrees with a walk minute by minute`(hours: [WorkCalendar.Hours]) throws {
    var generator = SeededGenerator(seed: 27)
    let calendar = Self.calendar(hours)
    let first = try Self.moment(2019, 12, 25, 0)
    for _ in 1...60 {
      let start = first.adding(milliseconds: Int64.random(in: 0...(60 * 86_400_000), using: &generator))
      let minutes = Int.random(in: 1...(generator.once(in: 6) ? 6 : 2) * calendar.minutesPerDay, using: &generator)
      let due = calendar.due(from: start, limit: Limit(amount: minutes, clock: .workingMinutes))
      try #require(due == MinuteWalk.end(calendar, from: start, minutes: minutes), "\(start) \(minutes)")
    }
    for _ in 1...15 {
      let start = first.adding(milliseconds: Int64.random(in: 0...(60 * 86_400_000), using: &generator))
      let days = Int.random(in: 1...4, using: &generator)
      let due = calendar.due(from: start, limit: Limit(amount: days, clock: .workingDays))
      try #require(
        due == MinuteWalk.end(calendar, from: start, minutes: days * calendar.minutesPerDay), "\(start) \(days)")
    }
  }

  @Test func `working time agrees with the walk where the clocks change`() throws {
    var generator = SeededGenerator(seed: 2023)
    let zone = ZoneOffsetsTests.newYork
    for hours in [[Self.morning, Self.afternoon], [WorkCalendar.Hours(start: 0, end: 1_440)]] {
      // Sundays are worked as well, for the clocks change on Sundays.
      let sundays = try [(3, 12), (11, 5)].map { try #require(CivilDay(year: 2023, month: $0.0, day: $0.1)) }
      let calendar = WorkCalendar(
        zone: zone, hours: hours, exceptions: Dictionary(uniqueKeysWithValues: sundays.map { ($0, true) }))
      for sunday in sundays {
        for _ in 1...15 {
          let start = zone.instant(day: sunday, second: 0).adding(
            milliseconds: Int64.random(in: -200_000_000...100_000_000, using: &generator))
          let minutes = Int.random(in: 1...2_000, using: &generator)
          let due = calendar.due(from: start, limit: Limit(amount: minutes, clock: .workingMinutes))
          try #require(due == MinuteWalk.end(calendar, from: start, minutes: minutes), "\(start) \(minutes)")
        }
      }
    }
  }

  // MARK: Worked out by hand

  @Test func `the extended Spring Festival of 2020 is no working time, and its make-up Sunday is`() throws {
    let calendar = Self.calendar([Self.morning, Self.afternoon])
    let day = Limit(amount: 1, clock: .workingDays)
    // Thursday 23 January is the last day before the festival, Monday 3 February the first after it.
    #expect(try calendar.due(from: Self.moment(2020, 1, 23, 10), limit: day) == Self.moment(2020, 2, 3, 10))
    #expect(try calendar.due(from: Self.moment(2020, 1, 31, 10), limit: day) == Self.moment(2020, 2, 3, 17, 30))
    // From Friday the 17th over Saturday to the Sunday that is worked.
    #expect(try calendar.due(from: Self.moment(2020, 1, 17, 15), limit: day) == Self.moment(2020, 1, 19, 15))
    #expect(try calendar.due(from: Self.moment(2020, 1, 18, 15), limit: day) == Self.moment(2020, 1, 19, 17, 30))
  }

  @Test func `a limit begins within, between and outside the hours, to the second`() throws {
    let calendar = Self.calendar([Self.morning, Self.afternoon])
    let half = Limit(amount: 30, clock: .workingMinutes)
    let cases: [(start: (Int, Int, Int), due: (Int, Int, Int))] = [
      ((9, 0, 0), (9, 30, 0)), ((9, 0, 17), (9, 30, 17)), ((11, 30, 0), (12, 0, 0)), ((11, 30, 1), (14, 0, 1)),
      ((11, 59, 59), (14, 29, 59)), ((12, 0, 0), (14, 30, 0)), ((13, 7, 42), (14, 30, 0)), ((3, 0, 5), (9, 0, 0)),
      ((8, 29, 59), (9, 0, 0)), ((8, 30, 1), (9, 0, 1)), ((17, 0, 0), (17, 30, 0)),
    ]
    for (start, due) in cases {
      #expect(
        try calendar.due(from: Self.moment(2020, 6, 16, start.0, start.1, start.2), limit: half)
          == Self.moment(2020, 6, 16, due.0, due.1, due.2))
    }
    #expect(
      try calendar.due(from: Self.moment(2020, 6, 16, 17, 29, 59), limit: half)
        == Self.moment(2020, 6, 17, 8, 59, 59))
    #expect(
      try calendar.due(from: Self.moment(2020, 6, 16, 23, 59, 59), limit: half) == Self.moment(2020, 6, 17, 9))
  }

  @Test func `milliseconds of a start are kept`() throws {
    let calendar = Self.calendar([Self.morning, Self.afternoon])
    let start = try Self.moment(2020, 6, 16, 11, 59, 59).adding(milliseconds: 123)
    let due = calendar.due(from: start, limit: Limit(amount: 1, clock: .workingMinutes))
    #expect(due == (try Self.moment(2020, 6, 16, 14, 0, 59).adding(milliseconds: 123)))
  }

  @Test func `clock time runs day and night`() throws {
    let calendar = Self.calendar([Self.morning])
    let limit = Limit(amount: 600, clock: .clockMinutes)
    #expect(try calendar.due(from: Self.moment(2020, 1, 24, 20), limit: limit) == Self.moment(2020, 1, 25, 6))
  }

  @Test func `without working hours, time runs on the clock and a day has 24 hours`() throws {
    for hours in [[], [WorkCalendar.Hours(start: 510, end: 510)]] {
      let calendar = Self.calendar(hours)
      let start = try Self.moment(2020, 6, 16, 9)
      #expect(calendar.minutesPerDay == 0)
      #expect(calendar.due(from: start, limit: Limit(amount: 90, clock: .workingMinutes)) == start.adding(minutes: 90))
      #expect(
        calendar.due(from: start, limit: Limit(amount: 2, clock: .workingDays)) == start.adding(minutes: 2_880))
    }
  }

  @Test func `a table in which nothing is worked for ten years still ends`() throws {
    var exceptions: [CivilDay: Bool] = [:]
    for epochDay in 18_000..<23_000 { exceptions[CivilDay(epochDay: epochDay)] = false }
    let calendar = WorkCalendar(zone: TestCity.zone, hours: [Self.morning], exceptions: exceptions)
    let start = try Self.moment(2020, 6, 16, 9)
    #expect(calendar.due(from: start, limit: Limit(amount: 90, clock: .workingMinutes)) == start.adding(minutes: 90))
  }

  @Test func `a later start is never due earlier, and a longer limit never sooner`() throws {
    var generator = SeededGenerator(seed: 5)
    let calendar = Self.calendar([Self.morning, Self.afternoon])
    let first = try Self.moment(2020, 1, 10, 0)
    for _ in 1...500 {
      let start = first.adding(milliseconds: Int64.random(in: 0...(40 * 86_400_000), using: &generator))
      let later = start.adding(milliseconds: Int64.random(in: 0...86_400_000, using: &generator))
      let limit = Limit(amount: Int.random(in: 1...3_000, using: &generator), clock: .workingMinutes)
      let longer = Limit(amount: limit.amount + 1, clock: .workingMinutes)
      try #require(calendar.due(from: start, limit: limit) <= calendar.due(from: later, limit: limit))
      try #require(calendar.due(from: start, limit: limit) < calendar.due(from: start, limit: longer))
    }
  }
}
