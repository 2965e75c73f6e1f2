import Glibc

/// A file that is being followed: how far it is read, and whether it is still what it was.
struct OpenFeed {
  /// How many bytes before the reading position are remembered.
  private static let memory = 256

  let device: UInt64
  let inode: UInt64
  private let descriptor: Int32
  private var splitter: LineSplitter
  private var tail: [UInt8] = []
  private var lineMark: UInt64 = ByteHash().value

  /// Opens what has the name `path` now, to be read from its beginning.
  init(path: String) throws(FeedFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FeedFileError(path: path, number: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let number = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      Glibc.close(descriptor)
      throw FeedFileError(path: path, number: number)
    }
    self.descriptor = descriptor
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    splitter = LineSplitter()
  }

  /// Where following can go on once all that was given is kept.
  var bookmark: FeedBookmark {
    FeedBookmark(
      device: device, inode: inode, offset: splitter.nextOffset, line: splitter.nextNumber, mark: lineMark)
  }

  /// Whether a bookmark is of this file.
  func isOf(_ bookmark: FeedBookmark) -> Bool {
    device == bookmark.device && inode == bookmark.inode
  }

  func close() {
    Glibc.close(descriptor)
  }

  /// Goes on from a bookmark of this file; `false` when the file no longer has those bytes.
  mutating func resume(from bookmark: FeedBookmark) -> Bool {
    let before = bytes(before: bookmark.offset)
    guard size >= bookmark.offset, ByteHash(before).value == bookmark.mark else { return false }
    splitter = LineSplitter(number: bookmark.line, offset: bookmark.offset)
    tail = before
    lineMark = bookmark.mark
    return true
  }

  /// Whether the bytes that were read are still there.
  var isIntact: Bool {
    size >= splitter.offset && bytes(before: splitter.offset) == tail
  }

  /// Gives what was held of a line that has not ended, and begins again at the front.
  mutating func restart() -> [FeedPiece] {
    let rest = splitter.finish()
    splitter = LineSplitter()
    tail = []
    lineMark = ByteHash().value
    return rest
  }

  /// Gives what was held of a line that will not end.
  mutating func finish() -> [FeedPiece] {
    splitter.finish()
  }

  /// The lines that the next bytes complete; nothing when there are no more bytes for now.
  mutating func read(path: String) throws(FeedFileError) -> [FeedPiece]? {
    var buffer = [UInt8](repeating: 0, count: FeedInput.chunk)
    let count = pread(descriptor, &buffer, buffer.count, off_t(splitter.offset))
    if count < 0 {
      if errno == EINTR { return [] }
      throw FeedFileError(path: path, number: errno)
    }
    if count == 0 { return nil }
    let pieces = splitter.push(buffer[..<count])
    if !pieces.isEmpty { lineMark = ByteHash(bytes(before: splitter.nextOffset)).value }
    tail = Array((tail + buffer[..<count]).suffix(OpenFeed.memory))
    return pieces
  }

  private var size: Int64 {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
  }

  private func bytes(before offset: Int64) -> [UInt8] {
    let length = Int(min(offset, Int64(OpenFeed.memory)))
    var buffer = [UInt8](repeating: 0, count: length)
    let count = pread(descriptor, &buffer, length, off_t(offset) - off_t(length))
    return Array(buffer[..<max(0, count)])
  }
}
