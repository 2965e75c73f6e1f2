import Foundation
import Journal
import Testing

@testable import SQLiteJournal

@Suite("The lock beside a journal")
struct LockTests {
  let folder: ScratchFolder
  let journal: String

  init() throws {
    folder = try ScratchFolder()
    journal = folder.file("a.db")
  }

  private func lock() throws -> WriteLock {
    try WriteLock(path: journal + ".lock", isShared: false)
  }

  private func refusal(_ lock: WriteLock) -> JournalError? {
    do throws(JournalError) {
      try lock.hold(within: 0.05) {}
      return nil
    } catch {
      return error
    }
  }

  @Test("names the process that holds it")
  func namesHolder() throws {
    let holder = try StressProcess(["holder", journal])
    #expect(holder.nextLine() == "held")
    let error = refusal(try lock())
    #expect(error?.code == .lockHeld)
    #expect(error?.detail == "pid \(holder.id)")
    try holder.goOn()
    #expect(holder.wait().status == 0)
  }

  @Test("says that its holder was stopped")
  func namesStoppedHolder() throws {
    let holder = try StressProcess(["holder", journal])
    #expect(holder.nextLine() == "held")
    kill(holder.id, SIGSTOP)
    let lock = try lock()
    // The kernel stops the process in its own time.
    while !LockHolder(process: holder.id).isStopped { usleep(1_000) }
    #expect(refusal(lock)?.detail == "pid \(holder.id), stopped")
    kill(holder.id, SIGCONT)
    try holder.goOn()
    #expect(holder.wait().status == 0)
  }

  @Test("is free once its holder was killed")
  func freeAfterKill() throws {
    let holder = try StressProcess(["holder", journal])
    #expect(holder.nextLine() == "held")
    _ = holder.killAtOnce()
    #expect(refusal(try lock()) == nil)
  }

  @Test("is not taken any more by a wait that was given up")
  func givenUpWait() throws {
    let holder = try StressProcess(["holder", journal])
    #expect(holder.nextLine() == "held")
    let impatient = try lock()
    for _ in 0..<3 { #expect(refusal(impatient)?.code == .lockHeld) }
    try holder.goOn()
    #expect(holder.wait().status == 0)
    let other = try lock()
    try other.hold(within: 10) {}
    try impatient.hold(within: 10) {}
    try other.hold(within: 10) { #expect(refusal(impatient)?.code == .lockHeld) }
  }

  @Test("keeps the threads of one process apart")
  func threads() async throws {
    let lock = try lock()
    let counter = Counter()
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<200 { try? lock.hold(within: 30) { counter.add() } }
        }
      }
    }
    #expect(counter.value == 1_600)
  }

  @Test("is closed to the programs that a process starts")
  func closedOnExec() throws {
    let file = try LockFile(path: journal + ".lock", isShared: false)
    defer { file.close() }
    #expect(fcntl(file.descriptor, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test("is made anew for everybody when somebody has removed its file")
  func removedFile() throws {
    let first = try lock()
    try FileManager.default.removeItem(atPath: journal + ".lock")
    try first.hold(within: 5) { () throws(JournalError) in
      #expect(FileManager.default.fileExists(atPath: journal + ".lock"))
      let second = try WriteLock(path: journal + ".lock", isShared: false)
      #expect(refusal(second)?.code == .lockHeld)
    }
  }
}

/// Counts without any lock of its own: it is right only if whoever counts is alone.
///
/// Unchecked, because that is what the test finds out.
private final class Counter: @unchecked Sendable {
  private(set) var value = 0

  func add() {
    let before = value
    sched_yield()
    value = before + 1
  }
}
