import Journal
import Model

/// Reads what rows tell of an earlier moment, in one pass over them.
struct StandingReading {
  let session: Session

  func standing(at sequence: Int64, through greatest: OrderNumber) throws(JournalError) -> PastStanding {
    let rows = try session.literal(
      "SELECT key, last_sequence, town, source, stage FROM orders WHERE key <= ? ORDER BY key")
    defer { rows.reset() }
    rows.bind(greatest.key, 1)
    var tally = CellTally()
    var standing = PastStanding(cells: [:], open: [], changed: [])
    while try rows.step() {
      let number = OrderNumber(key: rows.integer(0))
      if rows.integer(1) > sequence {
        standing.changed.append(number)
      } else if try tally.add(rows).isOpen {
        standing.open.append(number)
      }
    }
    standing.cells = tally.cells
    return standing
  }
}

/// Counts rows by town, source and stage.
///
/// SQLite would sort all rows to group them, and a dictionary would make a text of every row's town: both take longer than
/// to compare its bytes with the few towns that there are.
private struct CellTally {
  private var towns: [[UInt8]] = []
  /// For each town, by source and stage.
  private var counts: [[Int]] = []

  /// Adds a row whose columns from 2 on are town, source and stage.
  ///
  /// - Returns: its stage.
  mutating func add(_ row: SQLStatement) throws(JournalError) -> Stage {
    let source: Source = try row.coded(3, in: Source.byColumn)
    let stage: Stage = try row.coded(4, in: Stage.byColumn)
    counts[town(row)][Int(source.column) * Stage.byColumn.count + Int(stage.column)] += 1
    return stage
  }

  private mutating func town(_ row: SQLStatement) -> Int {
    if let known = towns.firstIndex(where: { row.holds($0, in: 2) }) { return known }
    towns.append(Array(row.text(2).utf8))
    counts.append([Int](repeating: 0, count: Source.byColumn.count * Stage.byColumn.count))
    return towns.count - 1
  }

  /// The counts that are not zero.
  var cells: [Board.Cell: Int] {
    var cells: [Board.Cell: Int] = [:]
    for (town, counts) in zip(towns, counts) {
      let code = town.isEmpty ? nil : PlaceCode(String(decoding: town, as: UTF8.self))
      for (index, count) in counts.enumerated() where count > 0 {
        let (source, stage) = index.quotientAndRemainder(dividingBy: Stage.byColumn.count)
        cells[Board.Cell(town: code, source: Source.byColumn[source], stage: Stage.byColumn[stage])] = count
      }
    }
    return cells
  }
}
