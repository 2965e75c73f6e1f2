import Glibc

/// The size of a journal's write-ahead log and when it was last written: what tells cheaply that somebody has committed.
public struct LogStamp: Sendable, Equatable {
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// A page of the database and what stands before each in the log, in bytes.
  private static let frame: Int64 = 4_096 + 24

  /// How many pages the log has room for; those that are valid may be fewer.
  var pages: Int { Int(size / LogStamp.frame) }

  /// The stamp of a file; nothing when there is none.
  init?(path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    size = Int64(facts.st_size)
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
