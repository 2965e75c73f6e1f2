/// Whole minutes of spans, where they have ended.
public struct SpanMinutes: Sendable, Equatable {
  /// One value a span, by `TimedSpan.index`, -1 where it has not ended; empty when none has.
  private var values: [Int] = []

  /// Makes a record without any.
  public init() {}

  /// The minutes of a span; nothing where it has not ended.
  public subscript(span: TimedSpan) -> Int? {
    get { values.isEmpty || values[span.index] < 0 ? nil : values[span.index] }
    set {
      if values.isEmpty { values = [Int](repeating: -1, count: TimedSpan.allCases.count) }
      values[span.index] = newValue ?? -1
    }
  }

  /// The spans that have ended, with their minutes.
  public var ended: [(span: TimedSpan, minutes: Int)] {
    zip(TimedSpan.allCases, values).filter { $0.1 >= 0 }.map { (span: $0.0, minutes: $0.1) }
  }
}
