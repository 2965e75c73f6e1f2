@testable import City
import Foundation
import Model
import Testing

@Suite("Time zones")
struct TimeZonesTests {
  @Test(
    "agree with Foundation's from 1990 to 2059",
    arguments: [
      "Asia/Shanghai", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu",
      "America/Sao_Paulo", "Europe/Dublin", "Pacific/Apia", "UTC",
    ])
  func likeFoundation(_ name: String) throws {
    let ours = try #require(TimeZones.offsets(of: name))
    let theirs = try #require(TimeZone(identifier: name))
    var differing: [Int] = []
    // Every third day or so, at hours that wander through the day; Foundation's own tables end with 2037.
    for second in stride(from: 631_152_000, to: 2_145_916_800, by: 250_007) {
      let date = Date(timeIntervalSince1970: Double(second))
      if ours.offset(at: Instant(seconds: Int64(second))) != theirs.secondsFromGMT(for: date) {
        differing.append(second)
      }
    }
    #expect(differing.isEmpty)
  }

  @Test func `a rule goes on after the listed changes`() throws {
    let zone = try #require(TimeZones.offsets(of: "America/New_York"))
    let summer = try #require(CivilDay(year: 2059, month: 7, day: 1))
    let winter = try #require(CivilDay(year: 2059, month: 12, day: 1))
    #expect(zone.offset(at: Instant(seconds: Int64(summer.epochDay) * 86_400)) == -14_400)
    #expect(zone.offset(at: Instant(seconds: Int64(winter.epochDay) * 86_400)) == -18_000)
    // 9 March 2059 is the second Sunday of March: two o'clock standard time is seven o'clock UTC.
    let change = try #require(CivilDay(year: 2059, month: 3, day: 9))
    let moment = Instant(seconds: Int64(change.epochDay) * 86_400 + 7 * 3_600)
    #expect(zone.changes.contains { $0.from == moment && $0.offset == -14_400 })
  }

  @Test func `Shanghai is known without zone files, and the same`() throws {
    #expect(TimeZones.builtIn["Asia/Shanghai"] == TimeZones.offsets(of: "Asia/Shanghai"))
  }

  @Test(
    "refuse names that lead elsewhere", arguments: ["", "/etc/passwd", "../zoneinfo/UTC", "Asia//Shanghai", "Asia/"])
  func names(_ name: String) {
    #expect(TimeZones.offsets(of: name) == nil)
  }
}
