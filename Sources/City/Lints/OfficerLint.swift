import Model

/// Looks at the officers, their seats and their accounts.
struct OfficerLint {
  let draft: CityDraft
  let log: FindingLog

  func run() {
    let sheet = draft.officers
    sheet.reportRepeats(of: .code, log: log) { $0.code.rawValue }
    let seats = Set(draft.seats.values.map(\.code))
    var holders: [String: Int] = [:]
    for row in sheet.rows {
      for seat in row.value.seats where !seats.contains(seat) && !draft.seats.mayHold(seat.rawValue) {
        log.add(
          .seatUnknown, at: sheet.cell(.seats, line: row.line), "seats.csv 里没有席位“\(shown(seat.rawValue))”。")
      }
      for account in Set(row.value.accounts).sorted() {
        if let first = holders[account] {
          log.add(
            .accountShared, at: sheet.cell(.accounts, line: row.line),
            "账号“\(shown(account))”在第 \(first) 行和第 \(row.line) 行，同属两人。")
        } else {
          holders[account] = row.line
        }
      }
    }
  }
}
