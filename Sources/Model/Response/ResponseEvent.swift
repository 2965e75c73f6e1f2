/// What happens to a city's emergency responses.
public enum ResponseEvent: Sendable, Equatable {
  /// 启动、调整: a response stands at a level from now on.
  case set(Setting)
  /// 终止.
  case lifted(Lifting)

  /// A response as it is set.
  public struct Setting: Sendable, Equatable, Codable {
    /// What it is against, a code of the city's table.
    public var kind: String
    /// The city or the town that it is for.
    public var place: PlaceCode
    /// How grave it is.
    public var level: ResponseLevel
    /// Why.
    public var reason: String
    /// 统一口径: what every caller is told; may be empty.
    public var wording: String

    /// Makes a setting.
    public init(kind: String, place: PlaceCode, level: ResponseLevel, reason: String, wording: String) {
      self.kind = kind
      self.place = place
      self.level = level
      self.reason = reason
      self.wording = wording
    }
  }

  /// A response that ends.
  public struct Lifting: Sendable, Equatable, Codable {
    /// What it was against.
    public var kind: String
    /// The city or the town that it was for.
    public var place: PlaceCode
    /// Why it ends.
    public var reason: String

    /// Makes a lifting.
    public init(kind: String, place: PlaceCode, reason: String) {
      self.kind = kind
      self.place = place
      self.reason = reason
    }
  }
}
