import Glibc

/// The state of following one name: which file bears it, and how far that is read.
struct FollowedFile {
  private let path: String
  private let deliver: @Sendable (FollowedNews) -> Void
  private var current: OpenFeed?
  private var bookmark: FeedBookmark?
  private var lastError: FeedFileError?

  init(path: String, bookmark: FeedBookmark?, deliver: @escaping @Sendable (FollowedNews) -> Void) {
    self.path = path
    self.bookmark = bookmark
    self.deliver = deliver
  }

  func close() {
    current?.close()
  }

  /// Gives all that can be read now, unless `isStopped` says that it is enough.
  mutating func look(isStopped: () -> Bool) {
    do throws(FeedFileError) {
      if current == nil { current = try begin() }
      repeat { try catchUp(isStopped) } while try changeOver(isStopped)
      lastError = nil
    } catch {
      if error != lastError { deliver(.unavailable(error)) }
      lastError = error
    }
  }

  /// Opens the file that the bookmark is of, which may bear another name by now, or else the one with the name.
  private mutating func begin() throws(FeedFileError) -> OpenFeed {
    guard let bookmark else { return try OpenFeed(path: path) }
    if let file = try resumed(try? OpenFeed(path: path), from: bookmark) { return file }
    if let file = try resumed(renamed(bookmark), from: bookmark) { return file }
    let file = try OpenFeed(path: path)
    self.bookmark = nil
    deliver(file.isOf(bookmark) ? .truncated : .rotated)
    return file
  }

  private mutating func resumed(_ file: OpenFeed?, from bookmark: FeedBookmark) throws(FeedFileError) -> OpenFeed? {
    guard var file else { return nil }
    if file.isOf(bookmark), try file.resume(from: bookmark, path: path) {
      self.bookmark = nil
      return file
    }
    file.close()
    return nil
  }

  /// The file that a bookmark is of, whatever it is called in its folder now.
  private func renamed(_ bookmark: FeedBookmark) -> OpenFeed? {
    let folder = FollowedFile.folder(of: path)
    guard let listing = opendir(folder) else { return nil }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      guard entry.pointee.d_ino == bookmark.inode else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let file = try? OpenFeed(path: folder + "/" + name) else { continue }
      if file.isOf(bookmark) { return file }
      file.close()
    }
    return nil
  }

  private mutating func catchUp(_ isStopped: () -> Bool) throws(FeedFileError) {
    guard var file = current else { return }
    defer { current = file }
    while !isStopped() {
      switch try file.read(path: path) {
      case .nothing: return
      case .pieces(let pieces):
        if !pieces.isEmpty { deliver(.pieces(pieces, file.bookmark)) }
      case .truncated:
        let before = file.bookmark
        let rest = file.restart()
        if !rest.isEmpty { deliver(.pieces(rest, before)) }
        deliver(.truncated)
      }
    }
  }

  /// Goes over to another file that has taken the name; not before something stands in it, as its writer may not have
  /// gone over to it either.
  private mutating func changeOver(_ isStopped: () -> Bool) throws(FeedFileError) -> Bool {
    var status = stat()
    guard !isStopped(), let file = current, stat(path, &status) == 0, status.st_size > 0,
      UInt64(status.st_ino) != file.inode || UInt64(status.st_dev) != file.device
    else { return false }
    let next = try OpenFeed(path: path)
    // What was written between the last look and the change.
    try catchUp(isStopped)
    if isStopped() {
      next.close()
      return false
    }
    if var old = current {
      let rest = old.finish()
      if !rest.isEmpty { deliver(.pieces(rest, old.bookmark)) }
      old.close()
    }
    current = next
    deliver(.rotated)
    return true
  }

  /// The folder that a file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
