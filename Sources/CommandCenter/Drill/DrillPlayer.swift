import Foundation
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
  private let ended = DispatchSemaphore(value: 0)

  /// Takes the post where nobody holds it, and the drill up where it was.
  init(_ drill: LiveDrill, keeper: StoreKeeper, place: DrillPlace) throws {
    self.drill = drill
    self.keeper = keeper
    post = try PlayPost(path: place.play)
    if post.take() { try drill.takeUp(since: post.lastBeat) }
  }

  /// Begins to play, until a clock is stopped.
  func start(by clock: SharedClock) {
    let thread = Thread { [self] in
      while !clock.isStopped { clock.pause(milliseconds: Int(round())) }
      if post.isHeld { post.beat(WallClock.now()) }
      post.leave()
      ended.signal()
    }
    thread.name = "player"
    thread.start()
  }

  /// Waits for the thread to end, once the clock was stopped.
  func join() {
    ended.wait()
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
      // The watch tells when the journal does not answer; nothing is lost by waiting.
      if let error = error as? JournalError, error.code != .lockHeld { keeper.suspect(error) }
      return 5 * DrillPlayer.interval
    }
  }
}
