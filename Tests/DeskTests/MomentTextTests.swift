import Desk
import Model
import Testing

@Suite struct MomentTextTests {
  private let zone = ZoneOffsets(initial: 8 * 3_600)
  /// 09:12:33 of 16 June 2020.
  private let now = Fixtures.morning

  @Test(arguments: [
    ("09:12:33", 0), ("9:12", -33), ("０９：１２", -33), ("06-16 09:12:33", 0), ("6-15 09:12:33", -86_400),
    ("2020-06-16 09:12", -33), ("2020-06-16T09:12:33", 0), ("  08:12:33 ", -3_600),
  ])
  func `a moment is read as officers write it`(text: String, seconds: Int) {
    #expect(
      MomentText.instant(text, near: now, zone: zone) == now.adding(milliseconds: Int64(seconds) * 1_000), "\(text)")
  }

  @Test(arguments: [
    "", "9", "24:00", "09:60", "09:12:60", "009:12", "-1:12", "09:12:", "13-01 09:12", "02-30 09:12", "06-16",
    "昨天 09:12",
    "2020-06-16 09:12 上午", "9：", "٠٩:١٢",
  ])
  func `nothing else is`(text: String) {
    #expect(MomentText.instant(text, near: now, zone: zone) == nil, "\(text)")
  }
}
