public import Journal
public import Model

/// 考核指标, as they are walked through: from groups to one of them, and from a rate to the orders behind it.
public struct RateView: Sendable, Equatable {
  /// A group that was gone into.
  public struct Within: Sendable, Equatable {
    /// What it is a group of.
    public let grouping: RateQuery.Grouping
    /// Its code, or its source's name.
    public let name: String
    /// What it is called.
    public let title: String
    /// Where the selection was among the groups.
    let selected: Int
  }

  /// A line of a group's rates: a rate, or a step of the ladder.
  public enum Line: Sendable, Equatable {
    /// A rate.
    case rate(Rate)
    /// What was closed on a rung.
    case rung(Rung)
  }

  /// What all the lines of a group are.
  static let lines: [Line] = Rate.allCases.map(Line.rate) + Rung.allCases.map(Line.rung)
  /// How the rates can be told apart.
  static let groupings: [RateQuery.Grouping?] = [nil] + RateQuery.Grouping.allCases

  /// Over which days.
  public var period: ReviewPeriod
  /// How the rates are told apart; nothing for all together.
  public var grouping: RateQuery.Grouping?
  /// The rate that groups are compared by.
  public var rate = Rate.response
  /// The group that was gone into.
  public var within: Within?
  /// The line that is selected.
  public var selected = 0
  /// What was asked of the journal.
  public var query: RateQuery
  /// The answer; nothing while it is being read.
  public var groups: [RateGroup]?
  /// The orders behind a rate, while they are looked at.
  public var orders: RateOrders?

  /// Whether the rates of one group are shown, and not groups beside each other.
  var isWhole: Bool { grouping == nil || within != nil }

  /// The one group whose rates are shown.
  var tally: RateTally { groups?.first?.tally ?? RateTally() }

  /// The line that is selected, where one group's rates are shown.
  var line: Line? { isWhole && RateView.lines.indices.contains(selected) ? RateView.lines[selected] : nil }

  /// The group that is selected, where groups are shown.
  var group: RateGroup? {
    guard !isWhole, let groups, groups.indices.contains(selected) else { return nil }
    return groups[selected]
  }

  /// How many lines there are.
  var count: Int { isWhole ? RateView.lines.count : groups?.count ?? 0 }
}

/// The orders behind a rate, as far as they have been read.
public struct RateOrders: Sendable, Equatable {
  /// The parts that can be looked at.
  static let parts: [RateList.Part] = [.numerator, .missed, .leftOut(nil)]

  /// Which orders.
  public var list: RateList
  /// What they are called.
  public var title: String
  /// Those that were read, the earliest first.
  public var orders: [ListedOrder] = []
  /// The number after which reading goes on.
  public var last: OrderNumber?
  /// Whether there are more.
  public var hasMore = true
  /// Whether more are being read.
  public var isLoading = true
  /// The order that is selected.
  public var selected = 0
}

/// A part of the orders behind a rate that is wanted.
public struct RateOrdersRequest: Sendable, Equatable {
  /// Which orders.
  public var list: RateList
  /// Over which orders the rate is.
  public var query: RateQuery
  /// The number after which to begin; nothing for the first ones.
  public var last: OrderNumber?
}
