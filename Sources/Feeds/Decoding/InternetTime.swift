public import Model

/// Times as RFC 3339 writes them, with an offset: `2020-06-16T08:31:00+08:00`.
///
/// Stricter than the RFC in two things: a leap second has no moment in UTC milliseconds, and a space is no `T`.
public enum InternetTime {
  /// Why a time was not read.
  enum Problem: Error {
    case form, year
  }

  /// The moment, in UTC; digits beyond the millisecond are dropped.
  ///
  /// - Returns: nothing when the text is no such time, names no day of the calendar, or its year as written lies
  ///   outside 1990–2100.
  public static func instant(_ text: String) -> Instant? {
    try? read(text)
  }

  static func read(_ text: String) throws(Problem) -> Instant {
    var digits = DigitReader(text)
    let year = try digits.number(4)
    try digits.skip(UInt8(ascii: "-"))
    let month = try digits.number(2)
    try digits.skip(UInt8(ascii: "-"))
    let day = try digits.number(2)
    try digits.skip(UInt8(ascii: "T"), or: UInt8(ascii: "t"))
    let hour = try digits.number(2)
    try digits.skip(UInt8(ascii: ":"))
    let minute = try digits.number(2)
    try digits.skip(UInt8(ascii: ":"))
    let second = try digits.number(2)
    let milliseconds = try digits.fraction()
    let offset = try digits.offset()
    guard digits.isAtEnd, hour < 24, minute < 60, second < 60, let date = CivilDay(year: year, month: month, day: day)
    else { throw .form }
    guard IntakeLimits.years.contains(year) else { throw .year }
    let seconds = Int64(date.epochDay) * 86_400 + Int64(hour * 3_600 + minute * 60 + second - offset)
    return Instant(milliseconds: seconds * 1_000 + Int64(milliseconds))
  }
}

extension DigitReader {
  /// Milliseconds out of `.5` or `.123456`; 0 when there is no fraction.
  fileprivate mutating func fraction() throws(InternetTime.Problem) -> Int {
    guard peek == UInt8(ascii: ".") else { return 0 }
    take()
    var value = 0
    var scale = 100
    var count = 0
    while let byte = peek, 0x30...0x39 ~= byte {
      value += Int(byte - 0x30) * scale
      scale /= 10
      count += 1
      take()
    }
    guard count > 0 else { throw .form }
    return value
  }

  /// Seconds east of UTC out of `Z` or `+08:00`.
  fileprivate mutating func offset() throws(InternetTime.Problem) -> Int {
    guard let sign = peek else { throw .form }
    take()
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { throw .form }
    let hours = try number(2)
    try skip(UInt8(ascii: ":"))
    let minutes = try number(2)
    guard hours < 24, minutes < 60 else { throw .form }
    let seconds = hours * 3_600 + minutes * 60
    return sign == UInt8(ascii: "+") ? seconds : -seconds
  }
}
