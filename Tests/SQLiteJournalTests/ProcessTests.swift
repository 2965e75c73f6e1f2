import Foundation
import GRDB
import Journal
import Model
import Testing

@testable import SQLiteJournal

@Suite("Several processes on one journal", .serialized)
struct ProcessTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("a.db")
  }

  @Test("each order is claimed once, and every loser is told by whom")
  func race() throws {
    let count = runsLong ? 1_000 : 150
    try SampleJournal.fill(path, orders: count)
    let racers = try ["甲", "乙"].map { try StressProcess(["racer", path, $0]) }
    for racer in racers { #expect(racer.nextLine() == "ready") }
    for racer in racers { try racer.goOn() }
    let results = racers.map { $0.wait() }
    var winners: [Substring: String] = [:]
    var lost = 0
    for (name, result) in zip(["甲", "乙"], results) {
      #expect(result.status == 0)
      for line in result.lines {
        let words = line.split(separator: " ")
        if words[0] == "won" {
          let before = winners.updateValue(name, forKey: words[1])
          #expect(before == nil)
        }
      }
    }
    for (name, result) in zip(["甲", "乙"], results) {
      for line in result.lines where line.hasPrefix("lost") {
        let words = line.split(separator: " ")
        #expect(winners[words[1]].map { String($0) } == String(words[2]))
        #expect(String(words[2]) != name)
        lost += 1
      }
    }
    #expect(winners.count == count)
    #expect(lost == count)
    let journal = try SampleJournal.open(path)
    #expect(try journal.head().sequence == Int64(1 + 2 * count))
    #expect(try JournalVerifier.verify(journal).findings == [])
    try journal.close()
  }

  @Test("what one commits, the other's change token tells, and its reads show")
  func twoDesks() throws {
    let journal = try SampleJournal.open(path)
    let before = try journal.changeToken()
    #expect(try journal.changeToken() == before)
    try SampleJournal.fill(path, orders: 3)
    #expect(try journal.changeToken() != before)
    #expect(try journal.board().orders.values.reduce(0, +) == 3)
    try journal.close()
  }

  @Test("what was acknowledged is there after kill -9, and nothing is half there")
  func killed() throws {
    var random = SeededDelays(seed: 11)
    var acknowledged = 0
    for round in 0..<(runsLong ? 200 : 6) {
      let victim = try StressProcess(["victim", path, "v\(round)", "--batch", "20"])
      let lines = random.upTo(40)
      for _ in 0..<lines { acknowledged += victim.nextLine() == nil ? 0 : 1 }
      acknowledged += victim.killAtOnce().count
      let journal = try SampleJournal.open(path)
      let kept = try journal.board().orders.values.reduce(0, +)
      #expect(kept >= acknowledged)
      #expect(kept.isMultiple(of: 20), "half of a batch")
      acknowledged = kept
      try journal.close()
    }
    let journal = try SampleJournal.open(path)
    #expect(acknowledged > 0)
    #expect(try JournalVerifier.verify(journal).findings == [])
    try journal.close()
    #expect(try integrity() == "ok")
  }

  @Test("what one that was killed had copied and not synced is synced by who comes next")
  func unsyncedCopy() throws {
    try SampleJournal.open(path).close()
    let file = try LockFile(path: path + ".lock", isShared: false)
    defer { file.close() }
    // Process 1 is always there; a number past the kernel's largest never is.
    for (process, left) in [(1, 1), (1 << 22 + 1, 0)] {
      file.note(process, as: .unsynced)
      try SampleJournal.open(path).close()
      #expect(file.noted(.unsynced) == left)
    }
    let victim = try StressProcess(["checkpointer", path, "--seconds", "60", "--aside"])
    var seen = false
    for _ in 0..<2_000 where !seen {
      usleep(1_000)
      seen = file.noted(.unsynced).map { $0 > 1 } ?? false
    }
    #expect(seen)
    _ = victim.killAtOnce()
    try SampleJournal.open(path).close()
    #expect(file.noted(.unsynced) == 0)
  }

  @Test("writing, checkpointing and opening without a pause loses nothing")
  func stress() throws {
    for round in 0..<(runsLong ? 20 : 1) {
      let seconds = runsLong ? "5" : "1"
      let aside = [[], [], ["--aside"]]
      let writers = try (0..<3).map {
        try StressProcess(["writer", path, "w\(round)-\($0)", "--seconds", seconds] + aside[$0])
      }
      let others =
        try aside.map { try StressProcess(["checkpointer", path, "--seconds", seconds] + $0) }
        + [StressProcess(["opener", path, "--seconds", seconds])]
      var acknowledged = 0
      for writer in writers {
        let result = writer.wait()
        #expect(result.status == 0)
        acknowledged += Int(result.lines.first?.split(separator: " ")[1] ?? "") ?? 0
      }
      for other in others { #expect(other.wait().status == 0) }
      #expect(acknowledged > 0)
      #expect(try integrity() == "ok")
      let kept = try DatabaseQueue(path: path).read {
        try Int.fetchOne(
          $0, sql: "SELECT count(*) FROM command WHERE command LIKE ?", arguments: ["receive:w\(round)-%"])
      }
      #expect(kept == acknowledged)
    }
  }

  @Test("the same stress on plain SQLite fails without the lock and holds with it", .enabled(if: runsLong))
  func control() throws {
    var broken = [true: 0, false: 0]
    for isLocked in [true, false] {
      for round in 0..<20 {
        let database = folder.file("bare-\(isLocked)-\(round).db")
        let lock = isLocked ? ["--locked"] : []
        let writers = try (0..<3).map { _ in try StressProcess(["bare", database] + lock) }
        let checkpointers = try (0..<3).map { _ in try StressProcess(["bare", database, "--checkpoints"] + lock) }
        let acknowledged = writers.reduce(0) { sum, writer in
          sum + (Int(writer.wait().lines.first?.split(separator: " ")[1] ?? "") ?? 0)
        }
        for checkpointer in checkpointers { _ = checkpointer.wait() }
        let kept = try? DatabaseQueue(path: database).read { connection in
          try String.fetchOne(connection, sql: "PRAGMA integrity_check") == "ok"
            ? Int.fetchOne(connection, sql: "SELECT count(*) FROM kept") : nil
        }
        if kept.flatMap({ $0 }) != acknowledged { broken[isLocked, default: 0] += 1 }
      }
    }
    #expect(broken[true] == 0)
    #expect(broken[false] ?? 0 > 0)
  }

  @Test("of many desks that never rest none starves")
  func fairness() throws {
    // Long enough for a processor that others use too to have come round to everybody.
    let desks = try (0..<16).map { desk in
      try StressProcess(["writer", path, "d\(desk)", "--seconds", "8", "--together"])
    }
    // Only while all of them write can they be compared: who starts early on a busy machine has the journal to himself.
    for desk in desks { #expect(desk.nextLine() == "ready") }
    for desk in desks { try desk.goOn() }
    let counts = desks.map { Int($0.wait().lines.first?.split(separator: " ")[1] ?? "") ?? 0 }
    let least = try #require(counts.min())
    let most = try #require(counts.max())
    #expect(least > 0)
    #expect(most < 3 * max(least, 1), "\(counts)")
  }

  private func integrity() throws -> String? {
    try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
  }
}

/// Numbers that are the same in every run.
private struct SeededDelays {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func upTo(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
