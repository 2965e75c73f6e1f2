import Glibc

/// Waits until something changes in a folder, until it is woken, or until a while has passed.
struct ChangeWatch: Sendable {
  /// How long a change may go unseen where the system tells of changes, and where it doesn't; milliseconds.
  ///
  /// Network and some virtual file systems take a watch and then say nothing, so there is always a slow look as well.
  private static let slow: Int32 = 100
  private static let quick: Int32 = 40

  private let folder: String
  private let notices: Int32
  private let wakeRead: Int32
  private let wakeWrite: Int32

  init(folder: String) throws(FeedFileError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw FeedFileError(path: folder, number: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    self.folder = folder
    wakeRead = ends[0]
    wakeWrite = ends[1]
    notices = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
  }

  /// Makes a `wait` that is under way, or the next one, come to its end.
  func wake() {
    var byte: UInt8 = 1
    // A full pipe wakes as well.
    _ = write(wakeWrite, &byte, 1)
  }

  func close() {
    Glibc.close(wakeRead)
    Glibc.close(wakeWrite)
    if notices >= 0 { Glibc.close(notices) }
  }

  /// Waits, and forgets what has been told so far: look at the files after it, not before.
  func wait() {
    // Watching again what is watched changes nothing, and a folder that was replaced is found.
    let isWatching = notices >= 0 && inotify_add_watch(notices, folder, ChangeWatch.changes) >= 0
    var ends = [
      pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0), pollfd(fd: notices, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&ends, isWatching ? 2 : 1, isWatching ? ChangeWatch.slow : ChangeWatch.quick)
    if count > 0, ends[1].revents != 0 { drain(notices) }
  }

  private static let changes = UInt32(
    IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CLOSE_WRITE)

  private func drain(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
