import Journal
import Model

/// Plays a drill's feed on a thread of its own: one process at a time does, and another takes over when that one is
/// gone.
final class DrillPlayer: Sendable {
  /// The longest wait, in milliseconds, before it is looked again whether something is due.
  private static let interval: Int64 = 100
  /// After how many milliseconds without a sign of life a player that holds the post is taken to be asleep.
  private static let asleep: Int64 = 3_000

  private let drill: LiveDrill
  private let keeper: StoreKeeper
  private let post: PlayPost
  private let thread = JoinedThread("player")

  /// Takes the post where nobody holds it, and the drill up where it was.
  init(_ drill: LiveDrill, keeper: StoreKeeper, place: DrillPlace) throws {
    self.drill = drill
    self.keeper = keeper
    post = try PlayPost(path: place.play)
    if post.take() { try drill.takeUp(since: post.lastBeat) }
  }

  /// Begins to play, until a clock is stopped.
  func start(by clock: SharedClock) {
    thread.start { [self] in
      while !clock.isStopped { clock.pause(milliseconds: Int(round())) }
      if post.isHeld { post.beat(WallClock.now()) }
      post.leave()
    }
  }

  /// Waits for the thread to end, once the clock was stopped.
  func join() {
    thread.join()
  }

  /// Looks once; how many milliseconds to wait until the next look.
  private func round() -> Int64 {
    let wall = WallClock.now()
    guard post.take() || post.lastBeat.map({ wall.since($0) > DrillPlayer.asleep }) ?? true else {
      return DrillPlayer.interval
    }
    do {
      let due = try drill.play()
      if post.isHeld { post.beat(WallClock.now()) }
      return max(1, min(due ?? DrillPlayer.interval, DrillPlayer.interval))
    } catch {
      // The watch sees by itself that the file is gone; nothing is lost by waiting.
      if let error = error as? JournalError, error.code != .lockHeld, error.code != .unavailable {
        keeper.suspect(error)
      }
      return 5 * DrillPlayer.interval
    }
  }
}
