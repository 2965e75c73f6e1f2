import City
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal
import Synchronization

/// Keeps the journal at hand: notices when its file is taken away, and opens it again when it is back.
final class StoreKeeper: StoreSource {
  private struct State {
    var store: SQLiteJournal
    var identity: FileIdentity?
    var suspicion: JournalError?
  }

  private let path: String
  private let loaded: LoadedCity
  private let state: Mutex<State>

  init(path: String, store: SQLiteJournal, loaded: LoadedCity) {
    self.path = path
    self.loaded = loaded
    state = Mutex(State(store: store, identity: FileIdentity(path: path)))
  }

  /// The journal, as long as its file is where it was.
  ///
  /// - Throws: code `.unavailable` when the file is gone or another has taken its name: what is written then would be
  ///   lost with it.
  func current() throws(JournalError) -> SQLiteJournal {
    let known = state.withLock { $0 }
    guard let present = FileIdentity(path: path), present == known.identity else {
      throw JournalError(.unavailable, subject: path)
    }
    return known.store
  }

  /// Opens the journal again when another file has taken its name; one that merely came back goes on as it was.
  func recover() throws(JournalError) {
    let known = state.withLock { $0 }
    guard let present = FileIdentity(path: path) else { throw JournalError(.unavailable, subject: path) }
    if present == known.identity {
      _ = try known.store.head()
      return
    }
    let fresh = try SQLiteJournal.open(path, .existing, options: .desk)
    guard fresh.identity == known.store.identity else {
      try? fresh.close()
      throw JournalError(.otherIdentity, subject: path)
    }
    state.withLock { $0 = State(store: fresh, identity: present) }
    try? known.store.close()
  }

  /// Notes that the journal did not answer; the watch sees to it that it is opened again.
  func suspect(_ error: JournalError) {
    state.withLock { $0.suspicion = error }
  }

  /// Takes the note of what did not work.
  func takeSuspicion() -> JournalError? {
    state.withLock { state in
      defer { state.suspicion = nil }
      return state.suspicion
    }
  }

  /// The way in to the journal as it is now.
  func operations() throws(JournalError) -> Operations {
    Sitting.operations(try current(), city: loaded.tables)
  }

  func close() {
    try? state.withLock { $0.store }.close()
  }
}

/// Which file a path leads to.
struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// The file at a path; nothing when there is none.
  init?(path: String) {
    var entry = stat()
    guard stat(path, &entry) == 0 else { return nil }
    device = UInt64(entry.st_dev)
    number = UInt64(entry.st_ino)
  }
}
