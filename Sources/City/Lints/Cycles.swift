/// Finds circles in a table whose rows point at other rows.
package enum Cycles {
  /// The circles, each as the rows on it, beginning with its first row.
  /// - Parameter next: for each row the row that it points at, if any.
  package static func find(_ next: [Int?]) -> [[Int]] {
    var visitor = [Int](repeating: -1, count: next.count)
    var cycles: [[Int]] = []
    for start in next.indices {
      var row = start
      while visitor[row] == -1 {
        visitor[row] = start
        guard let following = next[row] else { break }
        row = following
      }
      // The walk ended on a row of its own: that row lies on a circle, unless it points nowhere.
      guard visitor[row] == start, next[row] != nil else { continue }
      var cycle = [row]
      var following = next[row]
      while let other = following, other != row {
        cycle.append(other)
        following = next[other]
      }
      cycles.append(rotated(cycle))
    }
    return cycles
  }

  private static func rotated(_ cycle: [Int]) -> [Int] {
    guard let first = cycle.min(), let start = cycle.firstIndex(of: first) else { return cycle }
    return Array(cycle[start...] + cycle[..<start])
  }
}

extension Sheet {
  /// Reports rows that belong to each other in a circle, once for each circle, at its first row.
  /// - Parameter index: the row of each code.
  func reportCycles(
    of column: Column, index: [String: Int], log: FindingLog, code: (Value) -> String, parent: (Value) -> String?
  ) {
    for cycle in Cycles.find(rows.map { parent($0.value).flatMap { index[$0] } }) {
      let way = (cycle + cycle.prefix(1)).map { shown(code(rows[$0].value)) }.joined(separator: " → ")
      guard let first = cycle.first else { continue }
      log.add(.parentCycle, at: cell(column, line: rows[first].line), "上级关系成环：\(way)。")
    }
  }
}
