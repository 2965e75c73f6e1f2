extension CityTables {
  /// The units that texts name, and all that are part of one of them.
  ///
  /// A name counts wherever it stands: of a text that complains, nobody can say from outside whom it complains of.
  public func units(namedIn texts: [String]) -> Set<UnitCode> {
    let texts = texts.map { Array($0.utf8) }
    func isNamed(_ name: String) -> Bool {
      let name = Array(name.utf8)
      // Less than two Chinese characters name nobody.
      return name.count >= 6 && texts.contains { $0.contains(name) }
    }
    var named = Set(units.all.lazy.filter { isNamed($0.name) || isNamed($0.short) }.map(\.code))
    var isGrowing = !named.isEmpty
    while isGrowing {
      let parts = units.all.filter { unit in unit.parent.map(named.contains) ?? false && !named.contains(unit.code) }
      named.formUnion(parts.map(\.code))
      isGrowing = !parts.isEmpty
    }
    return named
  }

  /// The units that must not be suggested for an order: those that a confidential one names.
  public func unitsLeftOut(of order: WorkOrder) -> Set<UnitCode> {
    order.isConfidential ? units(namedIn: order.reports.flatMap { [$0.title, $0.text] }) : []
  }
}
