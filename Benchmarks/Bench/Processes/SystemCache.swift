import Glibc

/// What the system keeps of files in memory.
enum SystemCache {
  /// Has it let go of a file, so that the next who reads it reads the disk.
  ///
  /// - Throws: when the file can't be opened, or the system does not let go.
  static func forget(_ path: String) throws {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw BenchError("\(path): errno \(errno)") }
    defer { close(file) }
    // Only what is on the disk can be let go of.
    guard fsync(file) == 0, posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) == 0 else {
      throw BenchError("\(path): the system keeps it, errno \(errno)")
    }
  }
}
