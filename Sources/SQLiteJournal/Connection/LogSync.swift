import Dispatch
import Glibc
import Journal
import Synchronization

/// Sends the write-ahead log to the disk beside the thread that appends, and outside of the journal's lock.
///
/// An import commits without waiting for the disk, lets go of the lock, and has the log synced here while it makes its
/// next batch. Only what was synced is acknowledged, which is what `synchronous=FULL` promises; but nobody waits for
/// the lock while a disk takes its time. Whoever commits with FULL meanwhile syncs what stands before it in the log.
final class LogSync: Sendable {
  private struct State {
    var descriptor: Int32 = -1
    var failure: JournalError?
    var begun = 0
  }

  private let path: String
  private let queue = DispatchQueue(label: "journal.sync")
  private let state = Mutex(State())

  /// - Parameter path: the write-ahead log, which SQLite keeps while the database is open.
  init(path: String) {
    self.path = path
  }

  deinit {
    let descriptor = state.withLock { $0.descriptor }
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Begins to sync what was committed until now, when the sync before is done.
  func begin() throws(JournalError) {
    try settle()
    state.withLock { $0.begun += 1 }
    queue.async { self.sync() }
  }

  /// The number of the sync that begins next; it takes along what was committed until now.
  var next: Int { state.withLock { $0.begun + 1 } }

  /// Waits until the sync of a number is done, which begins here where it has not, and none is under way.
  func settle(_ number: Int) throws(JournalError) {
    if next <= number { try begin() }
    try settle()
  }

  /// Waits until all that `begin` was called for is on the disk.
  func settle() throws(JournalError) {
    queue.sync {}
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// Has the system let go of what it keeps of the log in memory, all of which is on the disk: to cut a long log off takes
  /// twenty milliseconds otherwise.
  func forget() {
    state.withLock { state in
      if state.descriptor >= 0 { _ = posix_fadvise(state.descriptor, 0, 0, POSIX_FADV_DONTNEED) }
    }
  }

  private func sync() {
    state.withLock { state in
      if state.descriptor < 0 { state.descriptor = open(path, O_RDONLY | O_CLOEXEC) }
      if state.descriptor < 0 || fdatasync(state.descriptor) != 0 { state.failure = .system(errno, path) }
    }
  }
}
