import Journal
import Model
import Terminal

extension Desk {
  /// 考核指标: of the town that is shown, or of all.
  static func beginRates(_ state: inout DeskState) -> [DeskEffect] {
    ask(
      RateView(period: ReviewPeriod(.month), query: RateQuery(from: 0, to: 0, now: state.now)), &state)
  }

  /// Asks for what a view shows; the view is there before the answer.
  private static func ask(_ view: RateView, _ state: inout DeskState) -> [DeskEffect] {
    var view = view
    let days = view.period.days(at: state.now, in: state.city.calendar.zone)
    var query = RateQuery(from: days.from, to: days.to, town: reviewedTown(state), now: state.now)
    if let within = view.within {
      query.limit(to: within)
    } else {
      query.grouping = view.grouping
    }
    view.query = query
    view.groups = nil
    view.orders = nil
    state.dialog = .rates(view)
    return [.loadRates(query)]
  }

  /// Takes rates in, where they are still asked for.
  static func adopt(_ groups: [RateGroup], of query: RateQuery, _ state: inout DeskState) -> [DeskEffect] {
    guard case .rates(var view) = state.dialog, view.query == query else { return [] }
    view.groups = RateNaming(city: state.city).merged(groups, query)
    view.selected = max(0, min(view.selected, view.count - 1))
    state.dialog = .rates(view)
    return []
  }

  /// Takes orders behind a rate in, where they are still asked for.
  static func adopt(
    _ orders: [OrderRow], last: OrderNumber?, hasMore: Bool, of request: RateOrdersRequest, _ state: inout DeskState
  ) -> [DeskEffect] {
    guard case .rates(var view) = state.dialog, view.query == request.query, var list = view.orders,
      list.list == request.list, list.last == request.last
    else { return [] }
    list.orders += orders.map { ListedOrder($0, in: state.city) }
    list.last = last
    list.hasMore = hasMore && last != nil
    list.isLoading = false
    view.orders = list
    state.dialog = .rates(view)
    // Where none of a part may be shown the next one is looked at.
    return list.hasMore && orders.isEmpty ? readOn(view, &state) : []
  }

  private static func readOn(_ view: RateView, _ state: inout DeskState) -> [DeskEffect] {
    guard var list = view.orders else { return [] }
    var view = view
    list.isLoading = true
    view.orders = list
    state.dialog = .rates(view)
    return [.loadRateOrders(RateOrdersRequest(list: list.list, query: view.query, last: list.last))]
  }

  static func pressRates(_ key: Key, _ view: RateView, _ state: inout DeskState) -> [DeskEffect] {
    if view.orders != nil { return pressRateOrders(key, view, &state) }
    var view = view
    let action = listAction(key)
    if let selected = moved(view.selected, action, count: view.count, page: RatesPane.page(state)) {
      view.selected = selected
      state.dialog = .rates(view)
      return []
    }
    if let step = earlier(key) {
      view.period = view.period.earlier(step)
      return ask(view, &state)
    }
    switch action {
    case .nextTab?, .nextPane?, .previousTab?, .previousPane?:
      let step = action == .nextTab || action == .nextPane ? 1 : -1
      view.grouping = RateView.groupings.stepped(from: view.grouping, by: step)
      view.within = nil
      view.selected = 0
      return ask(view, &state)
    case .tier?:
      view.period = view.period.stepped(1)
      return ask(view, &state)
    case .nextSource?, .previousSource?:
      guard !view.isWhole else { return [] }
      view.rate = Rate.allCases.stepped(from: view.rate, by: action == .nextSource ? 1 : -1)
      state.dialog = .rates(view)
      return []
    case .open?: return view.isWhole ? openRate(view, &state) : openGroup(view, &state)
    case .back?, .quit?, .rates?:
      guard let within = view.within, action != .rates else {
        state.dialog = nil
        return []
      }
      view.selected = within.selected
      view.within = nil
      return ask(view, &state)
    default: return []
    }
  }

  private static func openGroup(_ view: RateView, _ state: inout DeskState) -> [DeskEffect] {
    guard let group = view.group, let grouping = view.grouping else { return [] }
    guard let name = group.name else {
      say(.refusal, "这一组没有归属，不能单独展开；请在「全部」里看", &state)
      return []
    }
    var inner = view
    inner.within = RateView.Within(
      grouping: grouping, name: name, title: RateNaming(city: state.city).title(group, view.query),
      selected: view.selected)
    inner.selected = RateView.lines.firstIndex(of: .rate(view.rate)) ?? 0
    return ask(inner, &state)
  }

  private static func openRate(_ view: RateView, _ state: inout DeskState) -> [DeskEffect] {
    guard view.groups != nil, let line = view.line else { return [] }
    var view = view
    switch line {
    case .rate(let rate):
      view.orders = RateOrders(list: RateList(rate, .numerator), title: Words.rate(rate))
    case .rung(let rung):
      let units = state.city.units.all.map(\.code).filter { state.city.rung(of: $0) == rung }
      view.orders = RateOrders(
        list: RateList(.ladder, .numerator, step: RateList.Step(rung: rung, units: Set(units))),
        title: "在\(Words.rung(rung))办结")
    }
    return readOn(view, &state)
  }

  private static func pressRateOrders(_ key: Key, _ view: RateView, _ state: inout DeskState) -> [DeskEffect] {
    guard var list = view.orders else { return [] }
    var view = view
    let action = listAction(key)
    switch action {
    case .nextTab?, .nextPane?, .previousTab?, .previousPane?:
      // What was closed on a rung has no other parts.
      guard list.list.step == nil else { return [] }
      let step = action == .nextTab || action == .nextPane ? 1 : -1
      let part = RateOrders.parts.stepped(from: list.list.part, by: step)
      view.orders = RateOrders(list: RateList(list.list.rate, part), title: list.title)
      return readOn(view, &state)
    case .open?:
      guard list.orders.indices.contains(list.selected) else { return [] }
      state.dialog = nil
      return show(list.orders[list.selected].number, &state)
    case .back?, .quit?:
      view.orders = nil
      state.dialog = .rates(view)
      return []
    default: break
    }
    let page = ListedOrdersPane.page(state)
    guard let selected = moved(list.selected, action, count: list.orders.count, page: page) else { return [] }
    list.selected = max(0, selected)
    view.orders = list
    state.dialog = .rates(view)
    return list.hasMore && !list.isLoading && selected + page >= list.orders.count ? readOn(view, &state) : []
  }
}

extension RateQuery {
  /// Limits the query to one group.
  fileprivate mutating func limit(to within: RateView.Within) {
    switch within.grouping {
    case .town: town = PlaceCode(within.name)
    case .source: source = Source(rawValue: within.name)
    case .unit: unit = UnitCode(within.name)
    case .grid: grid = PlaceCode(within.name)
    case .officer: officer = OfficerCode(within.name)
    }
  }
}
