public import Model

/// What a conductor's view shows of a drill, read at one moment.
public struct ConductReading: Sendable, Equatable {
  /// A line of the script.
  public struct InjectLine: Sendable, Equatable {
    /// The inject's id.
    public let id: String
    /// How it stands.
    public let standing: InjectStanding
    /// The message.
    public let report: Report
    /// What it waits for, in words; empty where it comes at its time.
    public let condition: String
    /// For whom it is, in words.
    public let audience: String
    /// What the script tells the conductor.
    public let note: String

    /// Makes a line.
    public init(
      id: String, standing: InjectStanding, report: Report, condition: String, audience: String, note: String
    ) {
      self.id = id
      self.standing = standing
      self.report = report
      self.condition = condition
      self.audience = audience
      self.note = note
    }
  }

  /// A line of what is expected.
  public struct ExpectationLine: Sendable, Equatable {
    /// How it stands.
    public enum State: Sendable, Equatable {
      /// Done, in time.
      case met
      /// Done, but too late.
      case late
      /// Done, but not as it had to be.
      case wrong
      /// Not done in time.
      case missed
      /// It can still be met.
      case open
      /// Its inject has not arrived.
      case notArrived
    }

    /// The expectation's id.
    public let id: String
    /// How it stands.
    public let state: State
    /// The inject's id.
    public let inject: String
    /// When it must be done, UTC.
    public let due: Instant?
    /// When it was done, UTC.
    public let done: Instant?
    /// Whether missing it is grave.
    public let isCritical: Bool
    /// What it is about.
    public let text: String

    /// Makes a line.
    public init(
      id: String, state: State, inject: String, due: Instant?, done: Instant?, isCritical: Bool, text: String
    ) {
      self.id = id
      self.state = state
      self.inject = inject
      self.due = due
      self.done = done
      self.isCritical = isCritical
      self.text = text
    }
  }

  /// The script, in its order.
  public let injects: [InjectLine]
  /// What is expected, in its order.
  public let expectations: [ExpectationLine]
  /// What the conductor noted last, in words; empty where nothing was.
  public let lastRemark: String

  /// Makes a reading.
  public init(injects: [InjectLine], expectations: [ExpectationLine], lastRemark: String) {
    self.injects = injects
    self.expectations = expectations
    self.lastRemark = lastRemark
  }

  /// The lines in the order in which they matter: what is to come by its time, then what waits, then what has been.
  var script: [InjectLine] {
    injects.enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }.map(\.element)
  }

  /// What is open by time left, then what has been lost, then the rest.
  var followed: [ExpectationLine] {
    expectations.enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }.map(\.element)
  }

  private func rank(_ line: InjectLine) -> Int64 {
    switch line.standing {
    case .coming(let at): at.milliseconds
    case .waiting: .max - 3
    case .arrived: .max - 2
    case .passed: .max - 1
    case .skipped: .max
    }
  }

  private func rank(_ line: ExpectationLine) -> Int64 {
    switch line.state {
    case .open: line.due?.milliseconds ?? .max - 5
    case .missed, .wrong: .max - 4
    case .late: .max - 3
    case .met: .max - 2
    case .notArrived: .max - 1
    }
  }
}
