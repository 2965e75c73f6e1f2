import Journal
import Model

/// Several lanes as one list.
struct LaneMerge {
  private var cursors: [LaneCursor] = []
  private let sort: OrderQuery.Sort
  private let direction: Direction

  /// Sets a cursor in each lane.
  ///
  /// - Parameters:
  ///   - lanes: the lanes.
  ///   - anchor: where in the list: forward from the row that stands there, backward from the one before it.
  init(
    _ lanes: [Lane], sort: OrderQuery.Sort, _ direction: Direction, from anchor: Standing, in session: Session
  ) throws(JournalError) {
    self.sort = sort
    self.direction = direction
    var rest = lanes[...]
    // Lanes of several units have the same SQL too, and each cursor needs a statement of its own.
    var used: [String: Int] = [:]
    while let first = rest.first {
      let alike = rest.prefix { $0.path == first.path && $0.condition == first.condition }
      let sql = LaneCursor.sql(first, sort: sort, direction)
      let known = used[sql] ?? 0
      let statements = try session.statements(sql, count: known + alike.count).dropFirst(known)
      used[sql] = known + alike.count
      for (lane, statement) in zip(alike, statements) {
        let cursor = try LaneCursor(lane, statement, sort: sort, start: anchor)
        if cursor.current != nil { cursors.append(cursor) }
      }
      rest = rest[alike.endIndex...]
    }
  }

  /// The next row.
  mutating func next() throws(JournalError) -> Standing? {
    var best: (index: Int, standing: Standing)?
    for (index, cursor) in cursors.enumerated() {
      guard let standing = cursor.current else { continue }
      if let known = best, !isAhead(standing, of: known.standing) { continue }
      best = (index, standing)
    }
    guard let best else { return nil }
    try cursors[best.index].advance()
    return best.standing
  }

  /// Up to so many rows.
  mutating func next(_ count: Int) throws(JournalError) -> [Standing] {
    var rows: [Standing] = []
    while rows.count < count, let row = try next() { rows.append(row) }
    return rows
  }

  /// Lets go of the rows that were not read.
  func close() {
    for cursor in cursors { cursor.close() }
  }

  private func isAhead(_ left: Standing, of right: Standing) -> Bool {
    direction == .forward ? left.isBefore(right, in: sort) : right.isBefore(left, in: sort)
  }
}
