import Terminal
import City
import Journal
import Model

/// Which units the dispatch picker offers, the catalogue's first.
enum DispatchChoice {
  /// The most candidates that are offered.
  static let bound = 60

  static func form(_ orders: [OrderNumber], isRedispatch: Bool, _ state: DeskState) -> DispatchForm {
    var form = DispatchForm(orders: orders, isRedispatch: isRedispatch, candidates: [], coUnits: [])
    form.candidates = candidates(form, state)
    form.coUnits = helpers(orders, state).map { UnitCandidate(unit: $0, reason: .helper) }
    return form
  }

  /// The units that the picker offers for what was typed.
  static func candidates(_ form: DispatchForm, _ state: DeskState) -> [UnitCandidate] {
    let row = form.orders.first.flatMap { Desk.row($0, state) }
    let present = form.isRedispatch ? row?.unit : nil
    var found: [UnitCandidate] = []
    var known: Set<UnitCode> = present.map { [$0] } ?? []
    func offer(_ unit: UnitCode?, _ reason: UnitCandidate.Reason) {
      guard let unit, found.count < bound, known.insert(unit).inserted else { return }
      found.append(UnitCandidate(unit: unit, reason: reason))
    }
    let typed = form.search.text
    if typed.contains(where: { !$0.isWhitespace }) {
      let town = row?.town
      let units = FilterReading.units(typed, state)
      // Of units that fit equally the ones of the order's own town come first.
      for unit in units where lies(unit, in: town, state) { offer(unit, .found) }
      for unit in units { offer(unit, .found) }
      return found
    }
    guard let row else { return found }
    if let category = row.category.flatMap({ state.city.category($0) }) {
      offer(state.city.resolve(category.lead, at: row.place), .lead)
      for unit in category.coUnits { offer(state.city.resolve(unit, at: row.place), .helper) }
    }
    offer(row.originUnit.flatMap { state.city.units[$0]?.code }, .atSource)
    for reference in [UnitReference.enforcement, .serviceCentre, .village, .gridTeam, .townCentre] {
      offer(state.city.resolve(reference, at: row.place), .local)
    }
    for unit in state.city.units.all where unit.kind == .department { offer(unit.code, .local) }
    return found
  }

  private static func lies(_ unit: UnitCode, in town: PlaceCode?, _ state: DeskState) -> Bool {
    guard let town, let place = state.city.units[unit]?.place else { return false }
    return state.city.places.town(of: place) == town
  }

  private static func helpers(_ orders: [OrderNumber], _ state: DeskState) -> [UnitCode] {
    guard let row = orders.first.flatMap({ Desk.row($0, state) }),
      let category = row.category.flatMap({ state.city.category($0) })
    else { return [] }
    var seen: Set<UnitCode> = []
    return ([category.lead] + category.coUnits)
      .compactMap { state.city.resolve($0, at: row.place) }
      .filter { seen.insert($0).inserted }
  }
}
