import SeededRandom
import Testing

@testable import CommandCenter

@Suite("When the journal is asked whether it has changed")
struct CommitLookTests {
  /// A journal as the watch sees it: a commit moves the log's stamp when it is written, and the token when it shows.
  private struct Log {
    var stamp: Int? = 0
    var token = 0
  }

  /// Looks once, as the watch does; whether the journal was asked, and whether a change was told.
  private func look(_ look: inout CommitLook<Int, Int>, at log: Log) -> (asked: Bool, told: Bool) {
    guard look.asks(seeing: log.stamp) else { return (false, false) }
    return (true, look.take(log.token))
  }

  @Test func `a journal that stands still is asked once in ten looks, and nothing is told`() {
    var watch = CommitLook<Int, Int>()
    let looks = (0..<101).map { _ in look(&watch, at: Log()) }
    #expect(looks.count { $0.asked } == 11)
    #expect(!looks.contains { $0.told })
  }

  @Test func `a journal without a log is asked each time`() {
    var watch = CommitLook<Int, Int>()
    let looks = (0..<20).map { look(&watch, at: Log(stamp: nil, token: $0)) }
    #expect(looks.allSatisfy { $0.asked })
    #expect(looks.dropFirst().allSatisfy { $0.told })
  }

  @Test("a commit that shows only some looks after it stands in the log is told as it shows", arguments: 0...9)
  func late(looks: Int) {
    var log = Log()
    var watch = CommitLook<Int, Int>()
    for _ in 0..<3 { _ = look(&watch, at: log) }
    log.stamp = 1
    for _ in 0..<looks {
      let answer = look(&watch, at: log)
      #expect(answer.asked && !answer.told)
    }
    log.token = 1
    #expect(look(&watch, at: log) == (true, true))
    #expect(look(&watch, at: log) == (false, false))
  }

  @Test func `whatever comes when, each change is told once and after ten looks at most`() {
    var random = SeededGenerator(seed: 91)
    for _ in 0..<300 {
      var log = Log()
      var watch = CommitLook<Int, Int>()
      _ = look(&watch, at: log)
      var told = 0
      var unseen: Int?
      for step in 0..<200 {
        if Int.random(in: 0..<12, using: &random) == 0 { log.stamp = step }
        if Int.random(in: 0..<12, using: &random) == 0 {
          log.token += 1
          unseen = unseen ?? step
        }
        if look(&watch, at: log).told {
          told = log.token
          unseen = nil
        }
        if let since = unseen { #expect(step - since < CommitLook<Int, Int>.mostLooks) }
      }
      if unseen == nil { #expect(told == log.token) }
    }
  }
}
