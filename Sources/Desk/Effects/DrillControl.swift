public import Journal
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

  /// What the drill came to, with its report written.
  func result() throws(JournalError) -> DrillResult
}
