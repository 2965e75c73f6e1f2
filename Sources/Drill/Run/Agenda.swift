import Model

/// What happens at a moment of virtual time.
struct AgendaItem: Equatable, Comparable {
  /// The sorts, in the order in which they happen at the same moment: what arrives, then what officers do, then what
  /// follows from what they did or failed to do.
  enum Sort: Int {
    case background, inject, command, condition
  }

  let at: Instant
  let sort: Sort
  /// Which one of its sort.
  let index: Int
  /// When it was to happen before the conductor put it off.
  let planned: Instant
  /// Whether the conductor has it happen, whatever was planned.
  let isOrdered: Bool

  init(at: Instant, sort: Sort, index: Int, planned: Instant? = nil, isOrdered: Bool = false) {
    self.at = at
    self.sort = sort
    self.index = index
    self.planned = planned ?? at
    self.isOrdered = isOrdered
  }

  static func < (left: AgendaItem, right: AgendaItem) -> Bool {
    (left.at, left.sort.rawValue, left.index) < (right.at, right.sort.rawValue, right.index)
  }
}

/// What is still to happen, the next first.
struct Agenda {
  private var items: [AgendaItem]
  private var cursor = 0

  init(_ items: [AgendaItem]) {
    self.items = items.sorted()
  }

  /// What happens next.
  var next: AgendaItem? { cursor < items.count ? items[cursor] : nil }

  /// All that is still to happen, the next first.
  var rest: ArraySlice<AgendaItem> { items[cursor...] }

  /// Goes on behind the next one.
  mutating func pass() { cursor += 1 }

  /// Adds what follows from what has happened; it never lies before what has.
  mutating func add(_ item: AgendaItem) {
    let place = items[cursor...].firstIndex { item < $0 } ?? items.endIndex
    items.insert(item, at: place)
  }
}
