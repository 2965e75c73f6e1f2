import Foundation
import Journal

/// Copies a whole journal into one file; the lock must be held.
struct JournalCopy {
  let paths: JournalPaths
  let writer: Connection

  /// Writes the copy under another name first, so that a copy that broke off is never taken for a whole one.
  func write(to target: String) throws(JournalError) {
    let unfinished = target + ".part"
    try? FileManager.default.removeItem(atPath: unfinished)
    let descriptor = open(unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw .system(errno, unfinished) }
    if paths.isShared { _ = fchmod(descriptor, 0o660) }
    try writer.copy(to: unfinished)
    let synced = fsync(descriptor)
    let reason = errno
    _ = close(descriptor)
    guard synced == 0 else { throw .system(reason, unfinished) }
    guard rename(unfinished, target) == 0 else { throw .system(errno, target) }
  }
}
