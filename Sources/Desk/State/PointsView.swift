public import Journal
public import Model

/// 志愿积分, as they are walked through.
public struct PointsView: Sendable, Equatable {
  /// A volunteer's ledger, while it is looked at.
  public struct Page: Sendable, Equatable {
    /// The volunteer's own number.
    public let volunteer: String
    /// The ledger; nothing while it is being read.
    public var ledger: PointsLedger?
    /// The entry that is selected, the latest one first.
    public var selected = 0

    /// The entries, the latest one first.
    var entries: [PointsLedger.Entry] { ledger.map { $0.entries.reversed() } ?? [] }

    /// The entry that is selected.
    var entry: PointsLedger.Entry? { entries.indices.contains(selected) ? entries[selected] : nil }
  }

  /// Those who have a ledger, as far as they were read; nothing while the first ones are.
  public var volunteers: [VolunteerPoints]?
  /// Whether there are more.
  public var hasMore = false
  /// Whether more are being read.
  public var isLoading = true
  /// The volunteer who is selected.
  public var selected = 0
  /// The ledger that is looked at.
  public var page: Page?

  /// Nothing was read yet.
  public init() {}

  /// The volunteer who is selected, or whose ledger is looked at.
  var volunteer: String? {
    page?.volunteer ?? volunteers.flatMap { $0.indices.contains(selected) ? $0[selected].volunteer : nil }
  }
}
