import Feeds
import Model
import Testing

@Suite struct InternetTimeTests {
  /// Counts the days one year and one month at a time.
  static func seconds(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    func isLeap(_ year: Int) -> Bool { year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) }
    var days = 0
    for earlier in 1970..<year { days += isLeap(earlier) ? 366 : 365 }
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for earlier in lengths.prefix(month - 1) { days += earlier }
    return Int64(days + day - 1) * 86_400
  }

  static func padded(_ number: Int, _ width: Int = 2) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Times are read as a count of days one by one reads them`(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<3_000 {
      let year = Int.random(in: 1990...2100, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...28, using: &random)
      let hour = Int.random(in: 0...23, using: &random)
      let minute = Int.random(in: 0...59, using: &random)
      let milliseconds = Int.random(in: 0...999, using: &random)
      let offset = Int.random(in: -1_439...1_439, using: &random)
      let zone = (offset < 0 ? "-" : "+") + Self.padded(abs(offset) / 60) + ":" + Self.padded(abs(offset) % 60)
      let date = Self.padded(year, 4) + "-" + Self.padded(month) + "-" + Self.padded(day)
      let time = Self.padded(hour) + ":" + Self.padded(minute) + ":07." + Self.padded(milliseconds, 3)
      let seconds = Self.seconds(year, month, day) + Int64(hour * 3_600 + (minute - offset) * 60 + 7)
      #expect(
        InternetTime.instant(date + "T" + time + "999" + zone)
          == Instant(milliseconds: seconds * 1_000 + Int64(milliseconds)))
    }
  }

  @Test func `What a pattern of the RFC's grammar does not match is never read`() throws {
    let grammar = try Regex(
      #"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)"#
    )
    var random = Seeded(7)
    let alphabet = Array("0123456789:-+.TZ \u{FF11}")
    var read = 0
    for _ in 0..<20_000 {
      var text = Array("2020-02-28T08:31:00+08:00")
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let position = Int.random(in: 0..<text.count, using: &random)
        text[position] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let written = String(text)
      guard InternetTime.instant(written) != nil else { continue }
      read += 1
      #expect(try grammar.wholeMatch(in: written) != nil, "\(written)")
    }
    #expect(read > 5_000)
  }

  @Test func `Small letters and any number of digits of a fraction are read`() {
    #expect(InternetTime.instant("2020-06-16t08:31:00.5z") == Instant(milliseconds: 1_592_296_260_500))
    #expect(InternetTime.instant("2020-06-16T08:31:00.1234567890123456789Z")?.milliseconds == 1_592_296_260_123)
  }
}
