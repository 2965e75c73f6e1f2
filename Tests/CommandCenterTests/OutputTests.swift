import Foundation
import Model
import SafeText
import Testing

@testable import CommandCenter

@Suite("What goes out")
struct OutputTests {
  @Test func `hostile characters leave JSON as escapes and read back the same`() throws {
    let hostile = "a\u{7F}b\u{9B}c\u{202E}d\u{200B}e\u{E0041}f\u{1B}[2J\"\\\n汉"
    let bytes = JSONLine.escaped(try JSONEncoder().encode([hostile]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.contains(where: SafeText.isHostile))
    #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [hostile])
  }

  @Test func `harmless JSON goes out as it is`() throws {
    let json = try JSONEncoder().encode(["题目": "凤城社区 §1"])
    #expect(JSONLine.escaped(json) == Array(json))
  }

  @Test func `times are told in UTC and read in the city's zone`() throws {
    let zone = ZoneOffsets(initial: 8 * 3_600)
    let instant = Instant(seconds: 1_592_270_000)
    #expect(InstantText.utc(instant) == "2020-06-16T01:13:20Z")
    #expect(InstantText.utc(Instant(milliseconds: 1_592_270_000_042)) == "2020-06-16T01:13:20.042Z")
    #expect(InstantText.utc(Instant(milliseconds: -1)) == "1969-12-31T23:59:59.999Z")
    #expect(InstantText.instant("2020-06-16T09:13:20+08:00", now: instant, zone: zone) == instant)
    #expect(InstantText.instant("08:05", now: instant, zone: zone) == Instant(seconds: 1_592_265_900))
    #expect(InstantText.instant("06-16 08:05:01", now: instant, zone: zone) == Instant(seconds: 1_592_265_901))
    for bad in ["", "9", "24:00", "08:60", "08:05:61", "tomorrow", "2020-02-30T00:00:00Z"] {
      #expect(InstantText.instant(bad, now: instant, zone: zone) == nil, "\(bad)")
    }
  }
}
