import Journal
public import Model
import Operations

/// An order in a list that lies over the work.
public struct ListedOrder: Sendable, Equatable {
  /// Its number.
  public let number: OrderNumber
  /// The town it lies in; nothing for the city as a whole.
  public let town: PlaceCode?
  /// What was reported, as far as the seat may read it.
  public let title: String
  /// What it waits for.
  public let stage: Stage
  /// What it is besides: the sort of a finding, the unit that has it.
  public let note: String

  /// Lists an order by its row.
  init(_ row: OrderRow, in city: CityTables) {
    number = row.number
    town = row.town
    title = row.title
    stage = row.stage
    note = row.unit.map { city.units[$0]?.short ?? $0.rawValue } ?? "—"
  }

  /// Lists what a grid found.
  init(_ finding: GridFinding, in city: CityTables) {
    number = finding.number
    town = city.places.town(of: finding.grid)
    title = finding.title
    stage = finding.stage
    note = Words.gridFinding(finding.kind)
  }
}
