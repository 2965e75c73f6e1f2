import Foundation
import Synchronization

/// Follows a file as it grows, on a thread of its own, through truncation and rotation.
///
/// Only complete lines are given. A file that is renamed is read to its end before the one that takes its name is begun;
/// one that is emptied is read again from its beginning, even if it has grown past the old position meanwhile. What was
/// cut off in the middle of a line is given as a line, so that it turns up among the rejects and not nowhere.
public final class FeedFollower: Sendable {
  private let state: State

  /// What the thread and its owner share.
  private final class State: Sendable {
    let watch: ChangeWatch
    let isStopped = Atomic(false)
    let ended = DispatchSemaphore(value: 0)

    init(watch: ChangeWatch) {
      self.watch = watch
    }
  }

  /// Begins to follow.
  ///
  /// - Parameters:
  ///   - path: the file, which need not be there yet.
  ///   - bookmark: where to go on; without one, from the file's beginning.
  ///   - deliver: takes the news, one at a time, on the follower's thread; no more is read until it returns. It must
  ///     not call `stop`.
  public init(
    path: String, from bookmark: FeedBookmark? = nil, deliver: @escaping @Sendable (FollowedNews) -> Void
  ) throws(FeedFileError) {
    let state = State(watch: try ChangeWatch(folder: FollowedFile.folder(of: path)))
    self.state = state
    let thread = Thread {
      var file = FollowedFile(path: path, bookmark: bookmark, deliver: deliver)
      while !state.isStopped.load(ordering: .acquiring) {
        file.look { state.isStopped.load(ordering: .acquiring) }
        state.watch.wait()
      }
      file.close()
      state.ended.signal()
    }
    thread.name = "feed"
    thread.start()
  }

  /// Stops; nothing is delivered once it has returned.
  public func stop() {
    state.isStopped.store(true, ordering: .releasing)
    state.watch.wake()
    state.ended.wait()
    state.ended.signal()
  }

  deinit {
    stop()
    state.watch.close()
  }
}
