import City
import Journal
import Model
import Terminal

/// Which units the dispatch picker offers: the catalogue's lead first, then those that earlier orders speak for.
enum DispatchChoice {
  /// The most candidates that are offered.
  static let bound = 60

  static func form(_ orders: [OrderNumber], isRedispatch: Bool, _ state: DeskState) -> DispatchForm {
    var form = DispatchForm(orders: orders, isRedispatch: isRedispatch, candidates: [], coUnits: [])
    form.candidates = candidates(form, state)
    form.coUnits = helpers(orders, state)
    return form
  }

  /// The units that the picker offers for what was typed.
  static func candidates(_ form: DispatchForm, _ state: DeskState) -> [UnitCandidate] {
    let row = form.orders.first.flatMap { Desk.row($0, state) }
    let read = row.flatMap { state.suggestions(for: $0) }
    let typed = form.search.text
    let isSearch = typed.contains { !$0.isWhitespace }
    var found: [UnitCandidate] = []
    // What is looked for by name is no suggestion.
    var known: Set<UnitCode> = isSearch ? [] : read?.leftOut ?? []
    if form.isRedispatch, let present = row?.unit { known.insert(present) }
    func offer(_ unit: UnitCode?, _ reason: UnitCandidate.Reason) {
      guard let unit, found.count < bound, known.insert(unit).inserted else { return }
      found.append(UnitCandidate(unit: unit, reason: reason, likeness: read?.likeness(of: unit)))
    }
    if isSearch {
      let town = row?.town
      let units = FilterReading.units(typed, state)
      // Of units that fit equally the ones of the order's own town come first.
      for unit in units where lies(unit, in: town, state) { offer(unit, .found) }
      for unit in units { offer(unit, .found) }
      return found
    }
    guard let row, maySuggest(row, state) else { return found }
    let category = row.category.flatMap { state.city.category($0) }
    offer(category.flatMap { state.city.resolve($0.lead, at: row.place) }, .lead)
    for suggestion in read?.learned ?? [] { offer(suggestion.unit, .learned) }
    for unit in category?.coUnits ?? [] { offer(state.city.resolve(unit, at: row.place), .helper) }
    offer(row.originUnit.flatMap { state.city.units[$0]?.code }, .atSource)
    for reference in [UnitReference.enforcement, .serviceCentre, .village, .gridTeam, .townCentre] {
      offer(state.city.resolve(reference, at: row.place), .local)
    }
    for unit in state.city.units.all where unit.kind == .department { offer(unit.code, .local) }
    return found
  }

  /// The units that the catalogue would have help.
  static func helpers(_ orders: [OrderNumber], _ state: DeskState) -> [UnitCandidate] {
    guard let row = orders.first.flatMap({ Desk.row($0, state) }), maySuggest(row, state),
      let category = row.category.flatMap({ state.city.category($0) })
    else { return [] }
    var seen = state.suggestions(for: row)?.leftOut ?? []
    return ([category.lead] + category.coUnits)
      .compactMap { state.city.resolve($0, at: row.place) }
      .filter { seen.insert($0).inserted }
      .map { UnitCandidate(unit: $0, reason: .helper) }
  }

  /// Whom a confidential order complains of is known once its suggestions are read; until then it has none.
  static func maySuggest(_ row: OrderRow, _ state: DeskState) -> Bool {
    !row.confidential || state.suggestions(for: row) != nil
  }

  private static func lies(_ unit: UnitCode, in town: PlaceCode?, _ state: DeskState) -> Bool {
    guard let town, let place = state.city.units[unit]?.place else { return false }
    return state.city.places.town(of: place) == town
  }
}
