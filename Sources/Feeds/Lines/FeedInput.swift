import Glibc

/// A file or the standard input, read from front to back in chunks.
public final class FeedInput {
  /// How many bytes are asked for at a time.
  public static let chunk = 256 << 10

  /// The file as it was named.
  public let path: String
  /// Bytes of the whole, where that is known beforehand.
  public let total: Int64?
  /// Bytes read so far.
  public private(set) var done: Int64 = 0
  private let descriptor: Int32
  private let closes: Bool
  private var buffer = [UInt8](repeating: 0, count: FeedInput.chunk)

  /// Opens a file; `-` is the standard input.
  public init(path: String) throws(FeedFileError) {
    self.path = path
    closes = path != "-"
    descriptor = closes ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    guard descriptor >= 0 else { throw FeedFileError(path: path, number: errno) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let kind = status.st_mode & S_IFMT
    if isKnown, kind == S_IFDIR {
      if closes { close(descriptor) }
      throw FeedFileError(path: path, number: EISDIR)
    }
    total = isKnown && kind == S_IFREG ? Int64(status.st_size) : nil
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// The next bytes; nothing at the end.
  public func next() throws(FeedFileError) -> ArraySlice<UInt8>? {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        done += Int64(count)
        return buffer[..<count]
      }
      if count == 0 { return nil }
      if errno != EINTR { throw FeedFileError(path: path, number: errno) }
    }
  }
}
