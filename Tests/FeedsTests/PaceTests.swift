import Feeds
import Model
import Testing

@Suite struct FeedClockTests {
  private let wall = Instant(seconds: 2_000_000_000)
  private let feed = Samples.instant("2020-06-16T00:00:00+08:00")

  @Test func `It runs at its speed and stands still while paused`() {
    var clock = FeedClock(at: feed, wall: wall, speed: 60_000)
    #expect(clock.now(wall.adding(milliseconds: 1_500)) == feed.adding(milliseconds: 90_000))
    clock.pause(wall.adding(milliseconds: 1_500))
    #expect(clock.now(wall.adding(minutes: 60)) == feed.adding(milliseconds: 90_000))
    clock.resume(wall.adding(minutes: 60))
    #expect(clock.now(wall.adding(minutes: 60).adding(milliseconds: 1)) == feed.adding(milliseconds: 90_060))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `No change makes it jump, and it never runs backwards`(seed: UInt64) {
    var random = Seeded(seed)
    var clock = FeedClock(at: feed, wall: wall)
    var now = wall
    for _ in 0..<2_000 {
      let before = clock.now(now)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: clock.pause(now)
      case 1: clock.resume(now)
      case 2: clock.setSpeed(Int.random(in: -5...200_000, using: &random), wall: now)
      default: break
      }
      #expect(clock.now(now) == before)
      now = now.adding(milliseconds: Int64.random(in: 0...5_000, using: &random))
      #expect(clock.now(now) >= before)
    }
  }

  @Test func `The delay until a moment is the least that reaches it`() {
    var clock = FeedClock(at: feed, wall: wall, speed: 7_300)
    let target = feed.adding(milliseconds: 100_001)
    let delay = clock.delay(until: target, wall: wall) ?? 0
    #expect(clock.now(wall.adding(milliseconds: delay)) >= target)
    #expect(clock.now(wall.adding(milliseconds: delay - 1)) < target)
    #expect(clock.delay(until: feed, wall: wall) == 0)
    clock.pause(wall)
    #expect(clock.delay(until: target, wall: wall) == nil)
  }
}

@Suite struct ImportPaceTests {
  @Test func `Rate and time left follow from lines, bytes and time`() {
    let began = Instant(seconds: 0)
    var progress = ImportProgress(began: began, totalBytes: 4_000)
    #expect(progress.rate == 0 && progress.left == nil && progress.permille == 0)
    progress.advance(lines: 500, bytes: 1_000, at: began.adding(milliseconds: 2_000))
    #expect(progress.rate == 250 && progress.left == 6_000 && progress.permille == 250)
    progress.advance(lines: 2_000, bytes: 4_000, at: began.adding(milliseconds: 8_000))
    #expect(progress.left == 0 && progress.permille == 1_000)
    var endless = ImportProgress(began: began, totalBytes: nil)
    endless.advance(lines: 10, bytes: 100, at: began.adding(milliseconds: 100))
    #expect(endless.rate == 100 && endless.left == nil && endless.permille == nil)
  }

  @Test func `A summary counts every line once and decides the exit status`() {
    let clean = ImportSummary(accepted: 3, amended: 1, repeated: 2)
    #expect(clean.total == 6 && clean.exitStatus == 0)
    let sum = clean + ImportSummary(rejected: 1)
    #expect(sum.total == 7 && sum.exitStatus == 2)
  }
}
