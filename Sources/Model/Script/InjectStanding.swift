/// How an inject of a drill's script stands.
public enum InjectStanding: Sendable, Equatable {
  /// It has arrived, UTC.
  case arrived(Instant)
  /// It will arrive then, or its condition is looked at then, UTC.
  case coming(Instant)
  /// What its condition waits for has not happened yet.
  case waiting
  /// It was taken out.
  case skipped
  /// Its condition was not met.
  case passed
}
