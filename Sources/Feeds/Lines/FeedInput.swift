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

  /// Looks whether a file can be opened, without opening it: what stands in a named pipe is for its first reader.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is the standard input.
  ///   - readsAgain: whether it is to be read more than once, which only an ordinary file allows.
  public static func check(path: String, readsAgain: Bool = false) throws(FeedFileError) {
    if path == "-", !readsAgain { return }
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else { throw FeedFileError(path: path, number: errno) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw FeedFileError(path: path, number: EISDIR) }
    if readsAgain, kind != S_IFREG { throw FeedFileError(path: path, number: ESPIPE) }
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
