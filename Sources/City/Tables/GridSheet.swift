import Model

/// The columns of `grids.csv`.
enum GridColumn: Int, SheetColumn {
  case place, head, headTitle, partyBranch, publicist, assistant, patrol, fireSafety, mediator, sanitation

  static let file = "grids.csv"
  static let optional = ordinals(.headTitle, .partyBranch)
  /// The six roles in the order of `GridTeam.roles`.
  static let roles: [GridColumn] = [.publicist, .assistant, .patrol, .fireSafety, .mediator, .sanitation]
}

extension SheetRow<GridColumn> {
  /// The grid team of this row; a role that nobody holds is an empty name.
  var team: GridTeam? {
    let place = code(.place)
    let head = required(.head)
    guard let place, let head else { return nil }
    for role in GridColumn.roles where text(role).isEmpty {
      log.add(.gridRoleEmpty, at: cell(role), "网格 \(shown(place)) 的“\(role.stringValue)”没有人。")
    }
    return GridTeam(
      place: PlaceCode(place), head: head, headTitle: text(.headTitle), partyBranch: text(.partyBranch),
      roles: GridColumn.roles.map { text($0) })
  }
}
