import Model

/// A way of writing dates: `MM/dd/yyyy hh:mm:ss a` and the like.
///
/// Letters mean what Unicode Technical Standard 35 says: `yyyy` the year in four digits, `MM` and `dd` month and day,
/// `HH` and `hh` the hour of 24 and of 12, `mm` and `ss` minute and second, `a` AM or PM; a single `M`, `d`, `H`, `h`,
/// `m` or `s` takes one digit or two. Text between apostrophes, and whatever is no letter, stands for itself.
struct DatePattern: Sendable {
  private enum Part: Sendable, Equatable {
    case year, month(Int), day(Int), hour(Int), halfDayHour(Int), minute(Int), second(Int), halfDay
    case literal(UInt8)
  }

  private let parts: [Part]

  /// Compiles a pattern; nothing when it has other letters, or does not settle day and hour.
  init?(_ pattern: String) {
    var parts: [Part] = []
    let bytes = Array(pattern.utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      var end = position + 1
      if byte == UInt8(ascii: "'") {
        guard let close = bytes[end...].firstIndex(of: byte) else { return nil }
        parts += close == end ? [.literal(byte)] : bytes[end..<close].map { .literal($0) }
        position = close + 1
        continue
      }
      while end < bytes.count, bytes[end] == byte { end += 1 }
      if DatePattern.isLetter(byte) {
        guard let part = DatePattern.part(byte, count: end - position) else { return nil }
        parts.append(part)
      } else {
        parts += bytes[position..<end].map { .literal($0) }
      }
      position = end
    }
    guard DatePattern.settlesTime(parts) else { return nil }
    self.parts = parts
  }

  /// What the text says; white space around it is passed over.
  func read(_ text: String) throws(InternetTime.Problem) -> CivilTime {
    var digits = DigitReader(text)
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    var halfDayHour: Int?
    var isAfternoon = false
    digits.skipBlanks()
    for part in parts {
      switch part {
      case .year: year = try digits.number(4)
      case .month(let least): month = try digits.number(least, upTo: 2)
      case .day(let least): day = try digits.number(least, upTo: 2)
      case .hour(let least): hour = try digits.number(least, upTo: 2)
      case .halfDayHour(let least): halfDayHour = try digits.number(least, upTo: 2)
      case .minute(let least): minute = try digits.number(least, upTo: 2)
      case .second(let least): second = try digits.number(least, upTo: 2)
      case .halfDay:
        isAfternoon = digits.peek.map { $0 | 0x20 } == UInt8(ascii: "p")
        if !isAfternoon { try digits.skip(UInt8(ascii: "A"), or: UInt8(ascii: "a")) } else { digits.take() }
        try digits.skip(UInt8(ascii: "M"), or: UInt8(ascii: "m"))
      case .literal(let byte): try digits.skip(byte)
      }
    }
    digits.skipBlanks()
    if let half = halfDayHour {
      guard (1...12).contains(half) else { throw .form }
      hour = half % 12 + (isAfternoon ? 12 : 0)
    }
    guard digits.isAtEnd, hour < 24, minute < 60, second < 60, let date = CivilDay(year: year, month: month, day: day)
    else { throw .form }
    guard IntakeLimits.years.contains(year) else { throw .year }
    return CivilTime(day: date, second: hour * 3_600 + minute * 60 + second)
  }

  private static func part(_ letter: UInt8, count: Int) -> Part? {
    switch (letter, count) {
    case (UInt8(ascii: "y"), 4): .year
    case (UInt8(ascii: "M"), 1...2): .month(count)
    case (UInt8(ascii: "d"), 1...2): .day(count)
    case (UInt8(ascii: "H"), 1...2): .hour(count)
    case (UInt8(ascii: "h"), 1...2): .halfDayHour(count)
    case (UInt8(ascii: "m"), 1...2): .minute(count)
    case (UInt8(ascii: "s"), 1...2): .second(count)
    case (UInt8(ascii: "a"), 1): .halfDay
    default: nil
    }
  }

  /// Whether the date is whole, nothing is told twice, and an hour of 12 comes with its half of the day.
  private static func settlesTime(_ parts: [Part]) -> Bool {
    func count(_ matches: (Part) -> Bool) -> Int { parts.count(where: matches) }
    let hours = count { if case .hour = $0 { true } else { false } }
    let halfDayHours = count { if case .halfDayHour = $0 { true } else { false } }
    let minutes = count { if case .minute = $0 { true } else { false } }
    let seconds = count { if case .second = $0 { true } else { false } }
    return count { $0 == .year } == 1 && count { if case .month = $0 { true } else { false } } == 1
      && count { if case .day = $0 { true } else { false } } == 1
      && hours + halfDayHours <= 1 && count { $0 == .halfDay } == halfDayHours && minutes <= hours + halfDayHours
      && seconds <= minutes
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20
  }
}

extension DigitReader {
  fileprivate mutating func skipBlanks() {
    while peek == 0x20 || peek == 0x09 { take() }
  }
}
