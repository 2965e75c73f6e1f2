public import Model

extension JournalStore {
  /// The sequence from which on events were recorded at or after a moment, found by halving; events are recorded in the
  /// order of the clock.
  ///
  /// - Returns: a sequence past the end when none was.
  public func sequence(recordedFrom moment: Instant) throws(JournalError) -> Int64 {
    var high = try head().sequence + 1
    // The opening event bears the wall's time, which in a demonstration is years after the feed's.
    var low = min(2, high)
    while low < high {
      let middle = low + (high - low) / 2
      guard let event = try events(from: middle, limit: 1).first else { return high }
      if event.header.recordedAt < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Hands on the events that were recorded from a moment on, in sequence, until told to stop.
  ///
  /// - Parameters:
  ///   - moment: when, UTC.
  ///   - body: takes an event; whether to go on.
  public func eachEvent(
    recordedFrom moment: Instant, _ body: (StoredEvent) throws(JournalError) -> Bool
  ) throws(JournalError) {
    var next = try sequence(recordedFrom: moment)
    while case let events = try events(from: next, limit: 1_000), let last = events.last {
      for event in events { guard try body(event) else { return } }
      next = last.header.sequence + 1
    }
  }
}
