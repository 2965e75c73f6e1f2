public import Journal
public import Model
public import Operations

/// What was found when leads were looked for.
public struct LeadBook: Sendable, Equatable {
  /// A lead with its order.
  public struct Entry: Sendable, Equatable {
    /// The order.
    public let number: OrderNumber
    /// The town that it lies in; nothing for the city as a whole.
    public let town: PlaceCode?
    /// The lead.
    public let lead: Lead
  }

  /// Over which orders.
  public let span: LeadSpan
  /// How many there are, by kind, town and unit.
  public private(set) var tally = LeadTally()
  private var entries: [Lead.Kind: [Entry]] = [:]

  /// The most leads of a kind that are kept to be walked through; the latest orders' stay.
  static let mostKept = 500

  /// A book in which nothing stands yet.
  public init(span: LeadSpan) {
    self.span = span
  }

  /// Writes an order's leads down; orders come by number.
  mutating func add(_ found: OrderLeads) {
    tally.add(found.leads, town: found.town)
    for lead in found.leads {
      var list = entries[lead.kind] ?? []
      list.append(Entry(number: found.number, town: found.town, lead: lead))
      // Twice as many before any go, so that taking them out costs little.
      if list.count >= 2 * LeadBook.mostKept { list.removeFirst(list.count - LeadBook.mostKept) }
      entries[lead.kind] = list
    }
  }

  /// The leads of a kind, the latest order's first.
  func list(_ kind: Lead.Kind) -> [Entry] {
    Array((entries[kind] ?? []).suffix(LeadBook.mostKept).reversed())
  }
}

/// 督查线索, as they are walked through.
public struct LeadView: Sendable, Equatable {
  /// Which kind is shown.
  public var kind = Lead.Kind.inaction
  /// The lead that is selected.
  public var selected = 0
  /// What was found; nothing while it is being looked for.
  public var book: LeadBook?

  /// Nothing was found yet.
  public init() {}

  /// The leads that are shown.
  var list: [LeadBook.Entry] { book?.list(kind) ?? [] }

  /// The lead that is selected.
  var entry: LeadBook.Entry? { list.indices.contains(selected) ? list[selected] : nil }
}
