/// 响应级别: how much an emergency asks of a place, from Ⅳ up to Ⅰ.
public enum ResponseLevel: String, Sendable, Codable, CaseIterable, Comparable {
  /// Ⅳ级.
  case four = "IV"
  /// Ⅲ级.
  case three = "III"
  /// Ⅱ级.
  case two = "II"
  /// Ⅰ级.
  case one = "I"

  /// Orders levels from the least grave up.
  public static func < (left: ResponseLevel, right: ResponseLevel) -> Bool { left.rank < right.rank }

  /// 0 for Ⅳ to 3 for Ⅰ.
  public var rank: Int {
    switch self {
    case .four: 0
    case .three: 1
    case .two: 2
    case .one: 3
    }
  }
}
