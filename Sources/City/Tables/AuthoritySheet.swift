import Model

/// The columns of `authority.csv`: a right, and the roles that have it at each tier.
enum AuthorityColumn: Int, SheetColumn {
  case command, city, town

  static let file = "authority.csv"
  static let optional: Set<Int> = []
}

/// One row of the table.
struct AuthorityRow {
  let right: AuthorityTable.Right
  let holders: [(role: Role, tier: Tier)]
}

extension SheetRow<AuthorityColumn> {
  /// The grants of this row.
  var grants: AuthorityRow? {
    let right = required(.command).flatMap { name in
      AuthorityTable.Right(name) ?? unknown(name, .command, known: AuthorityTable.Right.all.map(\.name))
    }
    let holders = roles(.city).map { ($0, Tier.city) } + roles(.town).map { ($0, Tier.town) }
    guard let right else { return nil }
    return AuthorityRow(right: right, holders: holders)
  }

  private func roles(_ column: AuthorityColumn) -> [Role] {
    list(column).compactMap { name in
      Role(rawValue: name) ?? unknown(name, column, known: Role.allCases.map(\.rawValue))
    }
  }

  private func unknown<Value>(_ text: String, _ column: AuthorityColumn, known: [String]) -> Value? {
    reportWord(text, column, known: known)
    return nil
  }
}

extension Sheet<AuthorityColumn, AuthorityRow> {
  /// The table that the rows make.
  var table: AuthorityTable {
    var table = AuthorityTable()
    for row in values {
      for holder in row.holders { table.grant(row.right, to: holder.role, at: holder.tier) }
    }
    return table
  }
}
