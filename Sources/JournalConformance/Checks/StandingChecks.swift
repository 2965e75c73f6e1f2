import Journal
import Model

enum StandingChecks {
  /// What rows tell of every sequence, against a look at the events that followed it.
  static func standing(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 53)
    try history.run(steps: 300)
    let rows = history.reference.entries.values.map(\.row).sorted { $0.number < $1.number }
    let last = try history.store.head().sequence
    let middle = rows[rows.count / 2].number
    let numbers = [OrderNumber(key: 0), middle, OrderNumber(key: middle.key + 1), OrderNumber(key: .max)]
    for sequence in [0, 1, last / 3, last / 2, last - 1, last, last + 1] {
      for greatest in numbers {
        let seen = rows.filter { $0.number <= greatest }
        let kept = seen.filter { $0.lastSequence <= sequence }
        var cells: [Board.Cell: Int] = [:]
        for row in kept { cells[Board.Cell(row), default: 0] += 1 }
        let wanted = PastStanding(
          cells: cells, open: kept.filter { $0.stage.isOpen }.map(\.number),
          changed: seen.filter { $0.lastSequence > sequence }.map(\.number))
        try expect(
          try history.store.standing(at: sequence, through: greatest), equals: wanted,
          "the standing at \(sequence) up to \(greatest.key)")
      }
    }
    try expect(rows.contains { !$0.stage.isOpen }, "orders that are closed in the history")
  }
}
