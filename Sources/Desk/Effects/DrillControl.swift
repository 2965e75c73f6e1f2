public import Journal
public import Model
public import Operations

/// A drill as its desks work it: turns at which acts go into the journal, and one clock.
public protocol DrillControl: CommandTurns {
  /// Sets the clock that all desks of the drill share; it never runs backwards.
  ///
  /// - Returns: the clock as it then is.
  func set(_ setting: ClockSetting) throws(JournalError) -> ClockSetting

  /// Lets the clock go to where the next inject arrives, or to the end where none does any more.
  ///
  /// - Returns: the clock as it then is.
  func step() throws(JournalError) -> ClockSetting

  /// The way in to the drill's journal as it was, read only; it holds until another moment is asked for.
  ///
  /// - Parameters:
  ///   - instant: what the clock showed, UTC.
  ///   - last: the last instant whose events are in it.
  func past(at instant: Instant, through last: Instant) throws(JournalError) -> Operations

  /// Makes a journal in which the drill goes on from an earlier moment; the drill's own stays as it is.
  ///
  /// - Parameters:
  ///   - instant: the moment, UTC.
  ///   - seen: what a seat had seen by then, with the version of each order.
  ///   - seat: the seat.
  /// - Returns: the journal that was made.
  func goOn(
    from instant: Instant, seen: [OrderNumber: Int], by seat: SeatCode
  ) throws(DrillRefusal) -> String

  /// What the drill came to, with its report written.
  func result() throws(JournalError) -> DrillResult
}
