/// Who could handle an order: the catalogue's units first, then those that earlier orders speak for.
///
/// They are shown, never acted upon.
public struct Suggestions: Sendable, Equatable {
  /// 目录主办: the catalogue's lead, where it has a unit.
  public let lead: UnitCode?
  /// 协办: the catalogue's helping units.
  public let coUnits: [UnitCode]
  /// At most three units that earlier orders speak for; the lead may be among them.
  public let learned: [LearnedSuggestion]
  /// Units that a confidential order names, so that none of them stands above.
  public let leftOut: Set<UnitCode>

  /// Makes the suggestions for an order.
  ///
  /// - Parameters:
  ///   - order: the order.
  ///   - counts: what was learned about its terms.
  ///   - city: the tables of the day.
  public init(for order: WorkOrder, learned counts: LearnedCounts, in city: CityTables) {
    let place = order.core.place
    let leftOut = city.unitsLeftOut(of: order)
    func unit(_ reference: UnitReference) -> UnitCode? {
      city.resolve(reference, at: place).flatMap { leftOut.contains($0) ? nil : $0 }
    }
    let category = order.core.category.flatMap { city.category($0) }
    let lead = category.flatMap { unit($0.lead) }
    self.lead = lead
    coUnits = (category?.coUnits ?? []).compactMap(unit).reduce(into: []) { units, unit in
      if unit != lead, !units.contains(unit) { units.append(unit) }
    }
    learned = counts.suggestions(at: place, in: city, leavingOut: leftOut)
    self.leftOut = leftOut
  }

  /// What earlier orders say for a unit.
  public func likeness(of unit: UnitCode) -> LearnedSuggestion? {
    learned.first { $0.unit == unit }
  }
}
