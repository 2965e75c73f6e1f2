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
