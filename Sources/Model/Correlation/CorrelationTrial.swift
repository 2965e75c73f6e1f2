/// Plays reports through the comparison as they come in, each against those before it, and counts how often it is right.
///
/// Of each town no more are kept than an order is compared with.
public struct CorrelationTrial: Sendable {
  /// Two reports, by their place in the feed, the earlier one first.
  public struct Pair: Hashable, Sendable {
    /// The earlier one.
    public let earlier: Int
    /// The later one.
    public let later: Int

    /// Makes a pair.
    public init(earlier: Int, later: Int) {
      self.earlier = earlier
      self.later = later
    }
  }

  private struct Known: Sendable {
    let index: Int
    let sketch: ReportSketch
    let candidate: CorrelationCandidate
  }

  /// Every pair that was proposed.
  public private(set) var proposed: [Pair: Likeness] = [:]
  /// How many reports have come in.
  public private(set) var count = 0
  private let correlation: Correlation
  private var recent: [PlaceCode?: [Known]] = [:]

  /// Begins with nothing.
  public init(_ correlation: Correlation) {
    self.correlation = correlation
  }

  /// Takes the next report in and compares it with those before it in its town.
  public mutating func take(_ incoming: IncomingReport) {
    let report = incoming.report
    let sketch = correlation.sketch(report, phone: incoming.reporter?.phone ?? "")
    let known = (recent[sketch.town] ?? []).suffix(correlation.rules.candidates)
    for earlier in known where correlation.isWorthReading(earlier.candidate, beside: sketch) {
      guard let likeness = correlation.proposal(sketch, earlier.sketch) else { continue }
      proposed[Pair(earlier: earlier.index, later: count)] = likeness
    }
    let candidate = CorrelationCandidate(
      number: OrderNumber(day: 0, sequence: count), arrivedAt: report.reportedAt, place: report.place,
      category: report.category, title: report.title)
    recent[sketch.town] = known + [Known(index: count, sketch: sketch, candidate: candidate)]
    count += 1
  }

  /// Compares what was proposed with what is true.
  ///
  /// - Parameter events: for each report in its order, the event that it tells of; nothing where no other tells of it.
  public func tally(_ events: [String?]) -> CorrelationTally {
    var members: [String: [Int]] = [:]
    for (index, event) in events.enumerated() { if let event { members[event, default: []].append(index) } }
    let truth = members.values.reduce(into: Set<Pair>()) { pairs, told in
      for (place, later) in told.enumerated() {
        for earlier in told[..<place] { pairs.insert(Pair(earlier: earlier, later: later)) }
      }
    }
    let right = proposed.keys.filter { truth.contains($0) }
    let followers = members.values.reduce(0) { $0 + $1.count - 1 }
    return CorrelationTally(
      reports: count, proposed: proposed.count, truth: truth.count, right: right.count, followers: followers,
      found: Set(right.map(\.later)).count)
  }
}

/// How often the comparison was right.
public struct CorrelationTally: Sendable, Equatable {
  /// Reports that came in.
  public let reports: Int
  /// Pairs that were proposed.
  public let proposed: Int
  /// Pairs that are true: every two reports of one event.
  public let truth: Int
  /// Pairs that were proposed and are true.
  public let right: Int
  /// Reports that tell of an event of which another has told before.
  public let followers: Int
  /// Those of them that were proposed together with at least one report that had told of it.
  public let found: Int

  /// The share of proposed pairs that are true, in ten-thousandths; nothing when none was proposed.
  public var precision: Int? { proposed == 0 ? nil : right * 10_000 / proposed }
  /// The share of true pairs that were proposed, in ten-thousandths; nothing when there is none.
  public var recall: Int? { truth == 0 ? nil : right * 10_000 / truth }
}
