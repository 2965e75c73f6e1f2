import Glibc

/// A moment that only a failure reaches.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  /// Makes one that lies some seconds ahead; the usual 60 are generous for everything a journey waits for.
  public init(seconds: Int = 60) {
    end = .now + .seconds(seconds)
  }

  /// Whether it is past.
  public var isOver: Bool { ContinuousClock.now >= end }

  /// Asks again and again until there is an answer.
  ///
  /// - Parameters:
  ///   - what: what is waited for, for the message.
  ///   - context: what to show when it doesn't come.
  ///   - answer: gives the answer, or nothing as long as there is none.
  @discardableResult
  public func wait<Answer>(
    _ what: @autoclosure () -> String, context: () -> String = { "" }, for answer: () throws -> Answer?
  ) throws -> Answer {
    while true {
      if let answer = try answer() { return answer }
      if isOver { throw RigFailure("waited in vain for \(what())\n\(context())") }
      // Between two questions; what is waited for is the answer, not the time.
      usleep(10_000)
    }
  }
}
