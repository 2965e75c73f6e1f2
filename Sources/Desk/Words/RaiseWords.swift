public import Model

/// What the rules raise, as the desk writes it.
public enum RaiseWords {
  /// Urging, or supervision at a level.
  public static func act(_ level: Int?) -> String {
    level.map { "\($0)级督办" } ?? "催办"
  }

  /// How much of the limit was used.
  public static func threshold(_ threshold: RaisedByRule.Threshold) -> String {
    switch threshold {
    case .amber: "时限将到"
    case .red: "时限已到"
    case .triple: "超过时限三倍"
    }
  }

  /// What is asked of the unit.
  static func demand(_ supervised: OrderEvent.Supervised) -> String {
    guard let rule = supervised.rule else { return supervised.text }
    return threshold(rule.threshold) + "，请立即办理，书面答复办理情况。"
  }

  /// What an officer said, or what a rule goes by.
  static func reason(_ text: String, _ rule: RaisedByRule?) -> String {
    rule.map { threshold($0.threshold) } ?? text
  }
}
