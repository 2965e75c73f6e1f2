/// What a city's rules do at a threshold.
public enum RaisingAct: String, Sendable, CaseIterable {
  /// 催办.
  case urge
  /// 一级督办.
  case supervise1
  /// 二级督办.
  case supervise2
  /// 三级督办.
  case supervise3

  /// The level of supervision; nothing where it is urged only.
  public var level: Int? {
    switch self {
    case .urge: nil
    case .supervise1: 1
    case .supervise2: 2
    case .supervise3: 3
    }
  }
}

/// A threshold at which a city's rules do something.
public struct RaisingStep: Sendable, Equatable {
  /// The threshold.
  public let threshold: RaisedByRule.Threshold
  /// From which share of the limit on, in per cent.
  public let percent: Int

  /// Makes a step.
  public init(_ threshold: RaisedByRule.Threshold, percent: Int) {
    self.threshold = threshold
    self.percent = percent
  }
}

extension OrderPolicy {
  /// The thresholds at which something is done, the lowest first.
  public var raisingSteps: [RaisingStep] {
    RaisedByRule.Threshold.allCases.compactMap { threshold in
      raising[threshold].map { _ in RaisingStep(threshold, percent: percent(of: threshold)) }
    }
  }

  /// The share of the limit at which a threshold lies, in per cent.
  private func percent(of threshold: RaisedByRule.Threshold) -> Int {
    switch threshold {
    case .amber: amberPercent
    case .red: RaisedByRule.Threshold.redPercent
    case .triple: RaisedByRule.Threshold.triplePercent
    }
  }
}
