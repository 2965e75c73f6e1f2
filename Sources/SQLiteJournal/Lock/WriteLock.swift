import Dispatch
import Foundation
package import Journal
import Synchronization

/// The one lock file beside a journal, under which every write, checkpoint, opening and closing of every process goes.
///
/// SQLite before 3.51.3 can lose acknowledged commits when two connections write or checkpoint at the same instant
/// (sqlite.org/wal.html, "the WAL-reset bug"); this lock keeps them apart. It also shares the journal fairly: SQLite's
/// own busy handler lets a writer starve.
package final class WriteLock: Sendable {
  private struct State {
    var file: LockFile
    var isWaiting = false
  }

  private let isShared: Bool
  private let state: Mutex<State>
  private let turn = DispatchSemaphore(value: 1)
  private let waiter = DispatchQueue(label: "journal.lock")

  /// Opens the lock file.
  ///
  /// - Parameters:
  ///   - path: the lock file.
  ///   - isShared: whether all of the file's group may use it.
  package init(path: String, isShared: Bool) throws(JournalError) {
    self.isShared = isShared
    state = Mutex(State(file: try LockFile(path: path, isShared: isShared)))
  }

  deinit {
    state.withLock { $0.file.close() }
  }

  /// Does something under the lock.
  ///
  /// - Parameter seconds: how long to wait for it.
  /// - Throws: `JournalError` with code `.lockHeld`, whose detail names the holder, or what `body` throws.
  package func hold<Result>(
    within seconds: Double, _ body: () throws(JournalError) -> Result
  ) throws(JournalError) -> Result {
    try acquire(within: seconds)
    defer { release() }
    return try body()
  }

  /// Notes a number in the lock file; the lock must be held.
  ///
  /// - Returns: whether the file has it.
  @discardableResult func note(_ number: Int, as note: LockFile.Note) -> Bool {
    state.withLock { $0.file.note(number, as: note) }
  }

  /// A number that was noted in the lock file; the lock must be held.
  func noted(_ note: LockFile.Note) -> Int? {
    state.withLock { $0.file.noted(note) }
  }

  private func acquire(within seconds: Double) throws(JournalError) {
    let deadline = DispatchTime.now() + seconds
    // The lock belongs to the open file: the threads of this process keep each other out here.
    guard turn.wait(timeout: deadline) == .success else { throw held() }
    do {
      if try takeAtOnce() { return }
    } catch {
      turn.signal()
      throw error
    }
    let wait = Waiting()
    state.withLock { $0.isWaiting = true }
    waiter.async { self.block(for: wait) }
    _ = wait.signal.wait(timeout: deadline)
    switch wait.end() {
    case .granted: return
    case .waiting:
      turn.signal()
      throw held()
    case .failed(let error):
      turn.signal()
      throw error
    case .abandoned: preconditionFailure("a wait ends once")
    }
  }

  private func release() {
    state.withLock { $0.file.release() }
    turn.signal()
  }

  private func takeAtOnce() throws(JournalError) -> Bool {
    try state.withLock { (state) throws(JournalError) in
      // A wait that was given up still stands in the queue and uses the same open file.
      guard !state.isWaiting else { return false }
      if state.file.isRemoved {
        let path = state.file.path
        state.file.close()
        state.file = try LockFile(path: path, isShared: isShared)
      }
      return try state.file.take(wait: false)
    }
  }

  /// Blocks on a thread of its own, so that the kernel wakes us at once and the caller can still give up.
  private func block(for wait: Waiting) {
    let file = state.withLock { $0.file }
    do {
      _ = try file.take(wait: true)
      state.withLock { $0.isWaiting = false }
      if !wait.grant() { file.release() }
    } catch {
      state.withLock { $0.isWaiting = false }
      wait.fail(error)
    }
  }

  private func held() -> JournalError {
    state.withLock { state in
      JournalError(
        .lockHeld, subject: state.file.path, detail: state.file.holder?.text ?? "pid \(getpid()), this process")
    }
  }
}

/// One wait for the lock, which is granted or given up, and never both.
private final class Waiting: Sendable {
  enum Outcome {
    case waiting
    case granted
    case abandoned
    case failed(JournalError)
  }

  let signal = DispatchSemaphore(value: 0)
  private let outcome = Mutex(Outcome.waiting)

  /// Grants the lock.
  ///
  /// - Returns: `false` when nobody waits any more.
  func grant() -> Bool {
    let isWanted = outcome.withLock { outcome in
      guard case .waiting = outcome else { return false }
      outcome = .granted
      return true
    }
    signal.signal()
    return isWanted
  }

  func fail(_ error: JournalError) {
    outcome.withLock { outcome in
      if case .waiting = outcome { outcome = .failed(error) }
    }
    signal.signal()
  }

  /// Ends the wait; one that still waits is given up.
  func end() -> Outcome {
    outcome.withLock { outcome in
      let now = outcome
      if case .waiting = outcome { outcome = .abandoned }
      return now
    }
  }
}
