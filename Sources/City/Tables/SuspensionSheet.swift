import Model

/// The columns of `suspension-grounds.csv`.
enum SuspensionColumn: Int, SheetColumn {
  case code, name, maximumDays

  static let file = "suspension-grounds.csv"
  static let optional: Set<Int> = []
}

extension SheetRow<SuspensionColumn> {
  /// The ground of this row.
  var ground: OrderPolicy.SuspensionGround? {
    let code = code(.code)
    let name = required(.name)
    let days = required(.maximumDays).flatMap { text -> Int? in
      if let days = Int(text), (1...3_650).contains(days) { return days }
      log.add(.limitOutOfRange, at: cell(.maximumDays), "天数“\(shown(text))”不行，应是 1 到 3650 的整数。")
      return nil
    }
    guard let code, let name, let days else { return nil }
    return OrderPolicy.SuspensionGround(code: code, name: name, maximumDays: days)
  }
}
