import Model

/// Looks whether every right is granted, and to somebody.
struct AuthorityLint {
  let draft: CityDraft
  let log: FindingLog

  func run() {
    let sheet = draft.authority
    sheet.reportRepeats(of: .command, log: log) { $0.right.name }
    let granted = Set(sheet.values.map(\.right))
    if sheet.isWhole {
      for right in AuthorityTable.Right.all where !granted.contains(right) {
        log.add(.authorityMissing, at: sheet.cell(.command, line: 1), "没有写明谁可以 \(right.name)。")
      }
    }
    guard draft.seats.isWhole, draft.officers.isWhole else { return }
    // A role that nobody holds is one mistake, however many rights it has.
    var told: Set<String> = []
    for row in sheet.rows {
      for holder in row.value.holders where !isHeld(holder.role, holder.tier) {
        guard told.insert(holder.role.rawValue + " " + holder.tier.rawValue).inserted else { continue }
        log.add(
          .roleUnheldByOfficer, at: sheet.cell(holder.tier == .city ? .city : .town, line: row.line),
          "\(holder.tier.rawValue) 一级没有人坐 \(holder.role.rawValue) 席位。")
      }
    }
  }

  private func isHeld(_ role: Role, _ tier: Tier) -> Bool {
    let seats = Set(draft.seats.values.filter { $0.role == role && $0.tier == tier }.map(\.code))
    return draft.officers.values.contains { !seats.isDisjoint(with: $0.seats) }
  }
}
