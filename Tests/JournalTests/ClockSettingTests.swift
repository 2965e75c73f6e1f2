import Journal
import Model
import Testing

@Suite struct ClockSettingTests {
  private let wall = Instant(seconds: 2_000_000_000)
  private let feed = Instant(seconds: 1_592_236_800)

  private func setting(speed: Int, paused: Bool = false) -> ClockSetting {
    ClockSetting(feed: feed, wall: wall, speed: speed, paused: paused)
  }

  @Test func `it runs at its speed and stands still while paused`() {
    let running = setting(speed: 60_000)
    #expect(running.now(wall: wall.adding(milliseconds: 1_500)) == feed.adding(milliseconds: 90_000))
    let paused = running.changed(at: wall.adding(milliseconds: 1_500), paused: true)
    #expect(paused.now(wall: wall.adding(minutes: 60)) == feed.adding(milliseconds: 90_000))
    let resumed = paused.changed(at: wall.adding(minutes: 60), paused: false)
    #expect(resumed.now(wall: wall.adding(minutes: 60).adding(milliseconds: 1)) == feed.adding(milliseconds: 90_060))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no change makes it jump, and it never runs backwards`(seed: UInt64) {
    var random = Generator(state: seed)
    var clock = setting(speed: 1_000)
    var now = wall
    for _ in 0..<2_000 {
      let before = clock.now(wall: now)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: clock = clock.changed(at: now, paused: true)
      case 1: clock = clock.changed(at: now, paused: false)
      case 2: clock = clock.changed(at: now, speed: Int.random(in: -5...200_000, using: &random))
      default: break
      }
      #expect(clock.now(wall: now) == before)
      now = now.adding(milliseconds: Int64.random(in: 0...5_000, using: &random))
      #expect(clock.now(wall: now) >= before)
    }
  }

  @Test func `a wall clock that is set back does not turn it back`() {
    #expect(setting(speed: 1_000).now(wall: wall.adding(minutes: -5)) == feed)
  }

  @Test func `the delay until a moment is the least that reaches it`() {
    let clock = setting(speed: 7_300)
    let target = feed.adding(milliseconds: 100_001)
    let delay = clock.delay(until: target, wall: wall) ?? 0
    #expect(clock.now(wall: wall.adding(milliseconds: delay)) >= target)
    #expect(clock.now(wall: wall.adding(milliseconds: delay - 1)) < target)
    #expect(clock.delay(until: feed, wall: wall) == 0)
    #expect(setting(speed: 7_300, paused: true).delay(until: target, wall: wall) == nil)
  }

  /// SplitMix64.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
