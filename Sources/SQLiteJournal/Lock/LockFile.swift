import CSQLiteShim
import Foundation
import Journal

/// The open lock file and the system calls on it; it knows nothing of waiting or of threads.
///
/// Two locks of the file are used. `flock` is the lock itself. A range lock on its first byte is the waiting room: only
/// who is in it may ask for the lock, so who has just let go can't take the lock again past those who wait.
struct LockFile {
  /// What is noted in the file, one number each.
  enum Note: Int {
    /// The process that holds the lock.
    case holder
    /// The process that waits for it next.
    case waiter
    /// Pages of the write-ahead log that are in the database, or that an import sees to.
    case copied
    /// The process that has copied pages which are not on the disk yet.
    case unsynced
  }

  private static let slot = 16
  let path: String
  private(set) var descriptor: Int32

  /// Opens the file, and makes it where there is none.
  init(path: String, isShared: Bool) throws(JournalError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw .system(errno, path) }
    // Only who made the file may change its mode; for all others it has been done.
    if isShared { _ = fchmod(descriptor, 0o660) }
  }

  /// Whether somebody has removed the file, so that others lock another one.
  var isRemoved: Bool {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 && facts.st_nlink == 0
  }

  /// Enters the waiting room and takes the lock.
  ///
  /// - Parameter wait: whether to block for as long as it takes.
  /// - Returns: whether the lock is held now.
  func take(wait: Bool) throws(JournalError) -> Bool {
    let entered = shim_take_waiting_room(descriptor, wait ? 1 : 0)
    guard entered == 0 else {
      if !wait, entered == EAGAIN || entered == EACCES { return false }
      throw .system(entered, path)
    }
    defer { _ = shim_leave_waiting_room(descriptor) }
    noteOwn(.waiter)
    while flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw .system(errno, path) }
    }
    noteOwn(.holder)
    return true
  }

  /// Lets go of the lock.
  func release() {
    _ = flock(descriptor, LOCK_UN)
  }

  /// Closes the file.
  func close() {
    _ = Foundation.close(descriptor)
  }

  /// Who holds the lock up: the one who is stopped, or else the holder.
  var holder: LockHolder? {
    let found = [Note.holder, .waiter].compactMap { noted($0) }.filter { $0 != Int(getpid()) }.map {
      LockHolder(process: Int32(clamping: $0))
    }
    return found.first { $0.isStopped } ?? found.first
  }

  /// Notes a number, where it is not noted yet.
  ///
  /// - Returns: whether the file has it.
  @discardableResult func note(_ number: Int, as note: Note) -> Bool {
    guard noted(note) != number else { return true }
    var text = Array(String(number).utf8)
    text += [UInt8](repeating: 0x20, count: LockFile.slot - 1 - text.count) + [0x0A]
    return pwrite(descriptor, text, text.count, off_t(note.rawValue * LockFile.slot)) == text.count
  }

  /// The number that was noted last.
  func noted(_ note: Note) -> Int? {
    var bytes = [UInt8](repeating: 0, count: LockFile.slot)
    let count = pread(descriptor, &bytes, bytes.count, off_t(note.rawValue * LockFile.slot))
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes.prefix(count).prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
  }

  /// Notes this process; it only serves the message of who waits in vain, and the lock holds without it.
  private func noteOwn(_ note: Note) {
    self.note(Int(getpid()), as: note)
  }
}
