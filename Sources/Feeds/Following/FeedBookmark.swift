/// How far a file has been followed, so that following can go on from there later.
public struct FeedBookmark: Sendable, Equatable, Codable {
  /// The device that the file lies on.
  public var device: UInt64
  /// The file's number on that device.
  public var inode: UInt64
  /// Bytes up to the end of the last complete line that was given.
  public var offset: Int64
  /// The number of the line that comes next.
  public var line: Int
  /// A fingerprint of the bytes just before `offset`, by which a file that was emptied and filled again is known.
  public var mark: UInt64

  /// Makes a bookmark.
  public init(device: UInt64, inode: UInt64, offset: Int64, line: Int, mark: UInt64) {
    self.device = device
    self.inode = inode
    self.offset = offset
    self.line = line
    self.mark = mark
  }
}
