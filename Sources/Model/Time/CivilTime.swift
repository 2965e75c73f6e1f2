/// A day of the Gregorian calendar, without a zone.
public struct CivilDay: Hashable, Comparable, Sendable {
  /// The year, 1–9999.
  public let year: Int
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// Makes a day, or nothing when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the day that lies `epochDay` days after 1970-01-01.
  ///
  /// Source of the formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  public init(epochDay: Int) {
    let shifted = epochDay + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01 to this day.
  ///
  /// Source of the formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  public var epochDay: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, Monday 1 to Sunday 7.
  public var weekday: Int {
    let sinceMonday = (epochDay + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// The day as `YYYYMMDD`, the form that order numbers use.
  public var compact: Int { year * 10_000 + month * 100 + day }

  /// Orders days by time.
  public static func < (left: CivilDay, right: CivilDay) -> Bool {
    left.compact < right.compact
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}

/// A day and a time of day, without a zone.
public struct CivilTime: Hashable, Sendable {
  /// The day.
  public let day: CivilDay
  /// Seconds since midnight, 0–86,399.
  public let second: Int

  /// Makes a time on a day.
  public init(day: CivilDay, second: Int) {
    self.day = day
    self.second = second
  }

  /// The hour, 0–23.
  public var hour: Int { second / 3_600 }
  /// The minute of the hour, 0–59.
  public var minute: Int { second / 60 % 60 }
  /// Minutes since midnight, 0–1,439.
  public var minuteOfDay: Int { second / 60 }
}
