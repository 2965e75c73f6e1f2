/// What happens to a volunteer's points.
public enum PointsEvent: Sendable, Equatable {
  /// 服务得分.
  case earned(Earning)
  /// 兑换.
  case spent(Spending)
  /// 冲正: an entry is taken back by one that counters it.
  case corrected(Correction)

  /// Points for a service that was recorded.
  public struct Earning: Sendable, Equatable, Codable {
    /// How many, more than zero.
    public var points: Int
    /// What was done.
    public var service: String

    /// Makes an earning.
    public init(points: Int, service: String) {
      self.points = points
      self.service = service
    }
  }

  /// Points that a partner took in.
  public struct Spending: Sendable, Equatable, Codable {
    /// How many, more than zero.
    public var points: Int
    /// The partner, a code of the city's table.
    public var partner: String
    /// What was given for them.
    public var goods: String

    /// Makes a spending.
    public init(points: Int, partner: String, goods: String) {
      self.points = points
      self.partner = partner
      self.goods = goods
    }
  }

  /// An entry that counters another one.
  public struct Correction: Sendable, Equatable, Codable {
    /// The entry's version in the stream.
    public var entry: Int
    /// What it adds, below zero to take away.
    public var points: Int
    /// Why.
    public var reason: String

    /// Makes a correction.
    public init(entry: Int, points: Int, reason: String) {
      self.entry = entry
      self.points = points
      self.reason = reason
    }
  }
}
