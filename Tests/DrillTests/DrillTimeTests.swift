import Model
import Testing

@testable import Drill

@Suite("A time in a drill's files")
struct DrillTimeTests {
  /// Half past eleven at night in Shanghai, for two hours.
  private let times = DrillTime(
    start: Instant(seconds: 1_592_321_400), end: Instant(seconds: 1_592_328_600),
    zone: ZoneOffsets(initial: 8 * 3_600))

  @Test(arguments: [
    ("23:30", 0), ("23:45:30", 930), ("00:10", 2_400), ("01:30", 7_200), ("2020-06-16T23:31:00+08:00", 60),
    // Neither this day nor the next lies within the drill: it is the day of the beginning.
    ("01:31", -79_140),
  ])
  func `is on the day of the beginning, or after midnight where the drill goes on`(text: String, seconds: Int64) {
    #expect(times.instant(text) == Instant(seconds: 1_592_321_400 + seconds))
  }

  @Test(arguments: ["", "24:00", "9", "09:60", "09:12:60", "9.12", "09:12:30:00", "+9:12", "９:12"])
  func `is refused in any other writing`(text: String) {
    #expect(times.instant(text) == nil)
  }
}
