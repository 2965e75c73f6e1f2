public import Journal
public import Model

/// The list: a window of loaded rows round what is seen, and a selection that follows its order.
public struct QueueState: Sendable {
  /// The loaded rows, in the list's order.
  public var rows: [OrderRow] = []
  /// Whether the list goes on before the loaded rows.
  public var hasBefore = false
  /// Whether the list goes on after the loaded rows.
  public var hasAfter = false
  /// Whether a filtered list shows its newest matches only.
  public var isPartial = false
  /// The selected order.
  public var selected: OrderNumber?
  /// The first row on screen, as an index into `rows`.
  public var top = 0
  /// Whether anything was loaded for the list that is asked for.
  public var isLoaded = false
  /// The number of the list that is asked for; answers to earlier ones are dropped.
  public var generation = 0
  /// Reloads that are under way.
  public var load = LoadGate()
  /// Which end the next page is for, as long as nobody has moved; nothing when the selection is kept.
  private var landing: Landing? = .top
  /// Where the selection stood when its order was last seen in the list.
  private var lastIndex = 0
  /// Whether the rows are of another moment than the page that is awaited.
  private(set) var isElsewhere = false
  /// The order that the selection was on before the desk went to a moment that does not have it, until it is moved.
  private var missed: OrderNumber?

  /// The ends of a list.
  enum Landing {
    case top, bottom
  }

  /// Makes an empty list.
  public init() {}

  /// The selected row's index.
  public var selectedIndex: Int? {
    guard let selected else { return nil }
    // The selection moves by small steps, so that it is nearly always where it was.
    if lastIndex < rows.count, rows[lastIndex].number == selected { return lastIndex }
    return rows.firstIndex { $0.number == selected }
  }

  /// The selected row.
  public var selectedRow: OrderRow? { selectedIndex.map { rows[$0] } }

  /// Selects the row at an index, as far as there are rows, and keeps it on screen.
  mutating func select(index: Int, height: Int) {
    guard !rows.isEmpty else {
      selected = nil
      top = 0
      return
    }
    let index = min(max(0, index), rows.count - 1)
    landing = nil
    missed = nil
    selected = rows[index].number
    lastIndex = index
    keepVisible(index, height: height)
  }

  /// Takes the list to another moment: the selection stays on its order, or is on it again where that one has it.
  mutating func goElsewhere() {
    if let missed { selected = missed }
    isElsewhere = true
    load = LoadGate()
  }

  /// Scrolls no further than needed to show a row.
  mutating func keepVisible(_ index: Int, height: Int) {
    let height = max(1, height)
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
    top = min(top, max(0, rows.count - height))
    top = max(0, top)
  }

  /// Takes a page in: the selection stays on its order, and the row on screen where it was; where the order has left
  /// the list, the one that took its place is selected.
  mutating func adopt(_ page: OrderPage, sort: OrderQuery.Sort, height: Int) {
    let last = isLoaded ? selectedRow ?? (lastIndex < rows.count ? rows[lastIndex] : nil) : nil
    let lastKey = last.map { SortKey($0) }
    let offset = (selectedIndex ?? lastIndex) - top
    // Who looks at the list's beginning goes on doing so: what comes in above the selection is seen.
    let wasAtStart = isLoaded && top == 0 && !hasBefore && !page.hasBefore
    rows = page.rows
    hasBefore = page.hasBefore
    hasAfter = page.hasAfter
    isPartial = page.isPartial
    isLoaded = true
    if let end = landing {
      select(index: end == .top ? 0 : rows.count - 1, height: height)
      // What comes after the newest matches is the same list in full: its end is what was asked for.
      if isPartial { landing = end }
    } else if let selected, let index = rows.firstIndex(where: { $0.number == selected }) {
      lastIndex = index
      top = wasAtStart ? 0 : max(0, index - max(0, offset))
      keepVisible(index, height: height)
    } else {
      let index = lastKey.flatMap { key in rows.firstIndex { !SortKey($0).precedes(key, in: sort) } } ?? 0
      top = max(0, index - max(0, offset))
      let left = isElsewhere ? selected : nil
      select(index: index, height: height)
      missed = left
    }
    isElsewhere = false
  }

  /// Begins another list.
  ///
  /// The rows of the last one stay on screen until the first of the new one come, but none is selected, so that no key
  /// acts on them.
  mutating func begin(at end: Landing) {
    generation += 1
    isLoaded = false
    landing = end
    selected = nil
    top = 0
    lastIndex = 0
    missed = nil
    load = LoadGate()
  }

  /// Begins the list on an order, round which it is read.
  public mutating func begin(on row: OrderRow) {
    begin(at: .top)
    landing = nil
    rows = [row]
    selected = row.number
    isLoaded = true
  }

  /// The order that the list should go after when it has moved; none while one of the list's ends is asked for.
  var followed: OrderNumber? { landing == nil ? selected : nil }

  /// Where the list should be loaded round: the selection, or where it last stood.
  var anchor: PageAnchor {
    if let landing { return landing == .top ? .top : .bottom }
    guard isLoaded else { return .top }
    if let row = selectedRow ?? (lastIndex < rows.count ? rows[lastIndex] : rows.last) {
      return .around(SortKey(row))
    }
    return .top
  }
}
