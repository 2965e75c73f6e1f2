public import Model

/// Which orders a list shows, and in which order.
public struct OrderQuery: Sendable, Equatable {
  /// What a tab of the desk selects.
  public enum Tab: Sendable, Hashable {
    /// Every order that is not closed.
    case open
    /// The orders in one stage.
    case stage(Stage)
    /// Every order.
    case all
  }

  /// The orders of sorting.
  public enum Sort: String, Sendable, CaseIterable {
    /// By `sortInstant`, earliest first, then by number.
    case due
    /// By number, latest first.
    case newest
    /// By number, earliest first.
    case oldest
  }

  /// The town, or nothing for the whole city.
  public var town: PlaceCode?
  /// For a town: the units whose orders elsewhere are in the list, too.
  public var abroad: Set<UnitCode> = []
  /// Whether words and places do not find what is confidential; its town, its number and its unit still do.
  public var hidesConfidential = false
  /// The tab.
  public var tab: Tab
  /// One source, or nothing for all.
  public var source: Source?
  /// One unit, or nothing for all.
  public var unit: UnitCode?
  /// The order of sorting.
  public var sort: Sort
  /// What was typed into the filter.
  public var filter: TextFilter?

  /// Makes a query.
  public init(
    town: PlaceCode? = nil, tab: Tab = .open, source: Source? = nil, unit: UnitCode? = nil, sort: Sort = .due,
    filter: TextFilter? = nil
  ) {
    self.town = town
    self.tab = tab
    self.source = source
    self.unit = unit
    self.sort = sort
    self.filter = filter
  }
}

/// What was typed into the filter, as alternatives that a store can look up.
public struct TextFilter: Sendable, Equatable {
  /// What the order's text must contain, all of it, letter case and width folded.
  ///
  /// A word of a script with spaces must begin a word of the text. Blanks part words; what holds no letter or digit is not looked for.
  public var words: [String]
  /// Or: digits that begin the order's number in one of its writings: `2020061600142`, `061600142`, `06160142` (what
  /// the screen shows), or `142`, leading zeros dropped.
  public var digits: String?
  /// Or: the order lies in one of these places: its place is one of them, or its town.
  ///
  /// Whoever means a village names its grids, too.
  public var places: [PlaceCode]
  /// Or: one of these units leads.
  public var units: [UnitCode]

  /// Makes a filter; an order matches by its words, or by its number, or by its place, or by its unit.
  public init(words: [String] = [], digits: String? = nil, places: [PlaceCode] = [], units: [UnitCode] = []) {
    self.words = words
    self.digits = digits
    self.places = places
    self.units = units
  }
}

/// Where a page of a list lies.
public enum PageAnchor: Sendable, Equatable {
  /// At the beginning of the list: `before` counts for nothing.
  case top
  /// At the end of the list: `after` counts for nothing.
  case bottom
  /// Around where an order would stand that has this place in the sorting; it need not be in the list any more. An
  /// order that stands right there is the first of the rows from the anchor on.
  case around(SortKey)
}

/// An order's place in a sorting.
public struct SortKey: Sendable, Equatable {
  /// What `due` sorts by.
  public var instant: Instant
  /// What `newest` and `oldest` sort by, and `due` at equal instants.
  public var number: OrderNumber

  /// Makes a place in a sorting.
  public init(instant: Instant, number: OrderNumber) {
    self.instant = instant
    self.number = number
  }

  /// The place of a row.
  public init(_ row: OrderRow) {
    instant = row.sortInstant
    number = row.number
  }
}

/// How much a filtered list may cost.
public enum SearchEffort: Sendable, Equatable {
  /// The newest matches only, at once, even for a common word: in the list's own order, a subset of all matches, and
  /// all of them unless the page says that it is partial.
  case newest
  /// All matches in the list's own order.
  case full
}

/// A part of a list.
public struct OrderPage: Sendable, Equatable {
  /// The rows, in the list's order.
  public var rows: [OrderRow]
  /// Whether there are rows before the first.
  public var hasBefore: Bool
  /// Whether there are rows after the last.
  public var hasAfter: Bool
  /// Whether a filtered list shows its newest matches only.
  public var isPartial: Bool

  /// Makes a page.
  public init(rows: [OrderRow], hasBefore: Bool, hasAfter: Bool, isPartial: Bool = false) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.isPartial = isPartial
  }
}
