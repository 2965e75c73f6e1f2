public import Model

/// Leads by kind: of all orders, by town and by unit.
public struct LeadTally: Sendable, Equatable {
  /// How many of each kind.
  public struct Counts: Sendable, Equatable {
    private var counts: [Lead.Kind: Int] = [:]

    /// How many of a kind.
    public subscript(kind: Lead.Kind) -> Int { counts[kind] ?? 0 }

    /// How many of all kinds.
    public var total: Int { counts.values.reduce(0, +) }

    mutating func add(_ kind: Lead.Kind) { counts[kind, default: 0] += 1 }
  }

  /// All of them.
  public private(set) var all = Counts()
  /// By town; those of the city as a whole under nothing.
  public private(set) var towns: [PlaceCode?: Counts] = [:]
  /// By the unit that had the order; those of the centre under nothing.
  public private(set) var units: [UnitCode?: Counts] = [:]

  /// Counts nothing.
  public init() {}

  /// Counts an order's leads.
  public mutating func add(_ leads: [Lead], town: PlaceCode?) {
    for lead in leads {
      all.add(lead.kind)
      towns[town, default: Counts()].add(lead.kind)
      units[lead.unit, default: Counts()].add(lead.kind)
    }
  }

  /// The units with the most leads, the one with the most in front; of equals by code.
  public func foremostUnits(_ limit: Int) -> [(unit: UnitCode?, counts: Counts)] {
    var sorted: [(unit: UnitCode?, counts: Counts)] = []
    for (unit, counts) in units { sorted.append((unit, counts)) }
    sorted.sort { left, right in
      let (most, other) = (left.counts.total, right.counts.total)
      return most == other ? (left.unit?.rawValue ?? "") < (right.unit?.rawValue ?? "") : most > other
    }
    return Array(sorted.prefix(max(0, limit)))
  }
}
