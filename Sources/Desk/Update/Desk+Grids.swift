import Journal
import Model
import Operations
import Terminal

extension Desk {
  /// 网格: of the town that is shown, or of all.
  static func beginGrids(_ state: inout DeskState) -> [DeskEffect] {
    reviewGrids(ReviewPeriod(.month), &state)
  }

  /// Begins to read what grids found over a span; the view is there before any of it is.
  private static func reviewGrids(_ period: ReviewPeriod, _ state: inout DeskState) -> [DeskEffect] {
    let days = period.days(at: state.now, in: state.city.calendar.zone)
    let town = reviewedTown(state)
    let book = GridBook(span: GridSpan(from: days.from, to: days.to, town: town))
    state.dialog = .grids(GridView(period: period, book: book, grids: sorted(book, state.city)))
    return [.loadGrids(book.span, from: book.span.start)]
  }

  /// The town that is looked back on: a town seat's own, else the one that the list shows.
  static func reviewedTown(_ state: DeskState) -> PlaceCode? {
    let authority = state.context.authority
    return authority.tier == .town ? authority.place : state.query.town
  }

  /// Takes a part in, where its span is still looked at, and asks for the next one.
  static func adopt(_ part: GridFindingsPart, of span: GridSpan, _ state: inout DeskState) -> [DeskEffect] {
    guard case .grids(var view) = state.dialog, view.book.span == span else { return [] }
    view.book.add(part)
    let selected = view.grid?.code
    view.grids = sorted(view.book, state.city)
    // At the top it stays at the top; elsewhere the selection follows its grid.
    if view.selected > 0, let index = view.grids.firstIndex(where: { $0.code == selected }) { view.selected = index }
    state.dialog = .grids(view)
    return part.next.map { [.loadGrids(span, from: $0)] } ?? []
  }

  /// The most open first, then the most found, then as the table has them.
  private static func sorted(_ book: GridBook, _ city: CityTables) -> [Place] {
    let places = city.places.all.filter { place in
      place.kind == .grid && (book.span.town.map { city.places.contains(place.code, in: $0) } ?? true)
    }
    let counts = book.findings.mapValues(\.total)
    func rank(_ offset: Int) -> (Int, Int, Int) {
      let count = counts[places[offset].code]
      return (-(count?.open ?? 0), -(count?.all ?? 0), offset)
    }
    return places.indices.sorted { rank($0) < rank($1) }.map { places[$0] }
  }

  static func pressGrids(_ key: Key, _ view: GridView, _ state: inout DeskState) -> [DeskEffect] {
    if view.orders != nil { return pressGridOrders(key, view, &state) }
    var view = view
    let action = listAction(key)
    if let selected = moved(view.selected, action, count: view.grids.count, page: GridsPane.page(state)) {
      view.selected = selected
      state.dialog = .grids(view)
      return []
    }
    if let step = earlier(key) { return reviewGrids(view.period.earlier(step), &state) }
    switch action {
    case .nextTab?, .nextPane?, .tier?: return reviewGrids(view.period.stepped(1), &state)
    case .previousTab?, .previousPane?: return reviewGrids(view.period.stepped(-1), &state)
    case .open?:
      guard let grid = view.grid else { return [] }
      view.orders = view.book.orders(of: grid.code).map { ListedOrder($0, in: state.city) }
      view.selectedOrder = 0
      state.dialog = .grids(view)
      return []
    case .back?, .quit?, .grids?: state.dialog = nil
    default: break
    }
    return []
  }

  private static func pressGridOrders(_ key: Key, _ view: GridView, _ state: inout DeskState) -> [DeskEffect] {
    var view = view
    let orders = view.orders ?? []
    let action = listAction(key)
    switch action {
    case .open?:
      guard orders.indices.contains(view.selectedOrder) else { return [] }
      state.dialog = nil
      return show(orders[view.selectedOrder].number, &state)
    case .back?, .quit?: view.orders = nil
    default:
      guard
        let selected = moved(view.selectedOrder, action, count: orders.count, page: ListedOrdersPane.page(state))
      else { return [] }
      view.selectedOrder = selected
    }
    state.dialog = .grids(view)
    return []
  }
}
