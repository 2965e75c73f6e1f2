import Model

/// The columns of `workdays.csv`.
enum WorkdayColumn: Int, SheetColumn {
  case date, day, name

  static let file = "workdays.csv"
  static let optional = ordinals(.name)
}

/// A day that differs from the rule of Monday to Friday.
struct WorkdayRow {
  enum Kind: String, CaseIterable {
    case off, work
  }

  let day: CivilDay
  let kind: Kind
}

extension SheetRow<WorkdayColumn> {
  /// The day of this row.
  var workday: WorkdayRow? {
    let day = required(.date).flatMap { date($0) }
    let kind = word(.day, WorkdayRow.Kind.self)
    guard let day, let kind else { return nil }
    return WorkdayRow(day: day, kind: kind)
  }

  private func date(_ text: String) -> CivilDay? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isWritten = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
    if isWritten, parts.map(\.count) == [4, 2, 2] {
      let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
      if let day = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]) { return day }
    }
    log.add(.dateMalformed, at: cell(.date), "“\(shown(text))”不是日期，应写成 2020-06-16 这样。")
    return nil
  }
}
