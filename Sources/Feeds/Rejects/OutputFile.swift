import Glibc

/// A file that is written through a buffer.
final class OutputFile {
  private static let room = 64 << 10

  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Makes a file for its owner alone, or opens it to append to.
  ///
  /// - Parameter appends: `false` empties a file that is there already; `true` keeps it, and ends a last line that a
  ///   crash has cut short, so that what comes after can be read.
  init(path: String, appends: Bool) throws(FeedFileError) {
    self.path = path
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC)
    descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw FeedFileError(path: path, number: errno) }
    guard appends else { return }
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    if end > 0, pread(descriptor, &last, 1, end - 1) == 1, last != 0x0A { buffer.append(0x0A) }
  }

  deinit {
    close(descriptor)
  }

  /// Adds bytes, which reach the system when enough have come together.
  func write(_ bytes: some Collection<UInt8>) throws(FeedFileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count > OutputFile.room { try flush() }
  }

  /// Hands everything over to the system.
  func flush() throws(FeedFileError) {
    var written = 0
    defer { buffer.removeFirst(written) }
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw FeedFileError(path: path, number: errno)
      }
    }
  }

  /// Hands everything over to the disk.
  func sync() throws(FeedFileError) {
    try flush()
    // A pipe or a device can't be synchronised and need not be.
    if fsync(descriptor) != 0, errno != EINVAL { throw FeedFileError(path: path, number: errno) }
  }
}
