import Journal
public import Model

/// A look back from the desk of a drill: what it shows is past, and read only.
public struct LookBack: Sendable, Equatable {
  /// The moment that is shown, UTC.
  public internal(set) var instant: Instant
  /// What the seat has in hand in the present, of which the past tells nothing.
  let held: [OrderRow]
  /// When, on the wall clock, it began; a clock that goes on later was let go by somebody else.
  let since: Instant
  /// Whether a journal that goes on from here is being made.
  var isGoingOn = false

  /// The last instant whose events are shown with a moment: the end of its second.
  ///
  /// What is done while the clock stands has moments of its own, a millisecond apart; what was shown then had all of it.
  static func last(of instant: Instant) -> Instant { Instant(milliseconds: instant.seconds * 1_000 + 999) }
}

extension DeskState {
  /// The time on the journal in the present, UTC; a drill's stands still at its end.
  public var present: Instant {
    let now = clock?.now(wall: wall) ?? wall
    return context.drill.map { min(now, $0.end) } ?? now
  }

  /// Whether what is shown is past, and read only.
  var isPast: Bool { lookBack != nil || context.replay != nil }

  /// The span in which the desk can be moved: a replay's, or of a drill what has been drilled.
  var span: ReplaySpan? {
    context.replay ?? context.drill.map { ReplaySpan(from: $0.start, to: present) }
  }
}
