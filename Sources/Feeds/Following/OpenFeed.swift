import Glibc
import SafeText

/// A file that is being followed: how far it is read, and whether it is still what it was.
struct OpenFeed {
  /// What a look at the file gives.
  enum Reading {
    /// What the next bytes complete.
    case pieces([FeedPiece])
    /// There are no more bytes for now.
    case nothing
    /// The bytes that were read are no longer there.
    case truncated
  }

  /// How many bytes before the reading position are remembered.
  private static let memory = 256
  /// How many bytes are read at a time.
  private static let chunk = 64 << 10

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
      let number = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ESPIPE
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
  mutating func resume(from bookmark: FeedBookmark, path: String) throws(FeedFileError) -> Bool {
    let length = Int(min(max(0, bookmark.offset), Int64(OpenFeed.memory)))
    let before = try bytes(from: bookmark.offset - Int64(length), count: length, path: path) ?? []
    guard before.count == length, ByteHash(before).value == bookmark.mark else { return false }
    splitter = LineSplitter(number: bookmark.line, offset: bookmark.offset)
    tail = before
    lineMark = bookmark.mark
    return true
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

  /// Reads on.
  ///
  /// The bytes before the reading position come with the next ones in one go: were they looked at apart, the file could
  /// be emptied and filled again in between.
  mutating func read(path: String) throws(FeedFileError) -> Reading {
    let start = splitter.offset - Int64(tail.count)
    guard let window = try bytes(from: start, count: tail.count + OpenFeed.chunk, path: path) else {
      return .pieces([])
    }
    guard window.starts(with: tail) else { return .truncated }
    if window.count == tail.count { return .nothing }
    let before = splitter.nextOffset
    let pieces = splitter.push(window[tail.count...])
    if splitter.nextOffset != before {
      let end = Int(splitter.nextOffset - start)
      lineMark = ByteHash(Array(window[..<end].suffix(OpenFeed.memory))).value
    }
    tail = Array(window.suffix(OpenFeed.memory))
    return .pieces(pieces)
  }

  /// The bytes at a position, as many as there are; nothing when the system was interrupted.
  private func bytes(from start: Int64, count: Int, path: String) throws(FeedFileError) -> [UInt8]? {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let read = pread(descriptor, buffer.baseAddress, count, off_t(start))
      number = read < 0 ? errno : 0
      filled = max(0, read)
    }
    if number == EINTR { return nil }
    if number != 0 { throw FeedFileError(path: path, number: number) }
    return bytes
  }
}
