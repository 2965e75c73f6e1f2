import Model

/// Looks at the desk positions.
struct SeatLint {
  let draft: CityDraft
  let log: FindingLog

  private var sheet: Sheet<SeatColumn, Seat> { draft.seats }

  func run() {
    sheet.reportRepeats(of: .code, log: log) { $0.code.rawValue }
    for row in sheet.rows {
      let seat = row.value
      let cell = sheet.cell(.place, line: row.line)
      if let unit = seat.unit { draft.reportUnknownUnit(unit, at: sheet.cell(.unit, line: row.line), log: log) }
      guard draft.reportUnknownPlace(seat.place, at: cell, log: log) else { continue }
      let needed: Place.Kind = seat.tier == .city ? .city : .town
      if draft.tables.places[seat.place]?.kind != needed {
        log.add(
          .seatPlaceOfWrongTier, at: cell, "\(seat.tier.rawValue) 一级席位的地点应是 \(needed.rawValue)。")
      }
    }
    if sheet.isWhole { checkRoles() }
  }

  private func checkRoles() {
    let cell = sheet.cell(.role, line: 1)
    // Drills bring their own seats.
    for role in Role.allCases where role != .conductor && role != .evaluator {
      if role == .dispatcher || role == .chief {
        if !sheet.values.contains(where: { $0.role == role && $0.tier == .city }) {
          log.add(.commandRoleUnheld, at: cell, "市级没有 \(role.rawValue) 席位。")
        }
      } else if !sheet.values.contains(where: { $0.role == role }) {
        log.add(.roleUnheld, at: cell, "没有 \(role.rawValue) 席位。")
      }
    }
  }
}
