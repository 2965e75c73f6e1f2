public import Model
import SafeText

/// Runs of one drill side by side, as an officer reads them: the first one is what the others are compared with.
public struct ComparisonWords {
  private let plan: DrillPlan
  private let runs: [DrillRunResult]
  private let seatName: (SeatCode) -> String

  /// The columns of the first column, and of each of the others.
  private static let (labelColumns, runColumns) = (44, 16)

  /// Makes the words.
  ///
  /// - Parameters:
  ///   - runs: the runs, the one that the others are compared with first.
  ///   - plan: the drill.
  ///   - seatName: what a seat is called.
  public init(_ runs: [DrillRunResult], of plan: DrillPlan, seatName: @escaping (SeatCode) -> String) {
    self.runs = runs
    self.plan = plan
    self.seatName = seatName
  }

  /// The comparison, line by line.
  public var lines: [String] {
    ["【演练】\(plan.title)（\(plan.code)）比较 \(runs.count) 次"] + [row("", runs.map(\.name))] + whole + expectations + bySeat
  }

  private var whole: [String] {
    var lines = [row("总分", points { $0.score.hundredths })]
    for (index, part) in (runs.first?.score.parts ?? []).enumerated() {
      lines.append(row("  \(part.objective.name)（权重 \(part.weight)）", points { $0.score.parts[index].hundredths }))
    }
    return lines
  }

  /// Points of each run, with what they differ from the first one's.
  private func points(_ value: (DrillRunResult) -> Int) -> [String] {
    let first = runs.first.map(value) ?? 0
    return runs.enumerated().map { index, run in
      let difference = value(run) - first
      let sign = difference < 0 ? "-" : "+"
      let change = index == 0 || difference == 0 ? "" : " " + sign + ScoreWords.points(abs(difference))
      return ScoreWords.points(value(run)) + change
    }
  }

  /// The expectations that did not come out the same each time, or were never met.
  private var expectations: [String] {
    let different = plan.expectations.indices.filter { index in
      let states = runs.map { $0.score.marks[index].state }
      return Set(states).count > 1 || states.first != .met && states.first != .notArrived
    }
    if different.isEmpty { return ["期望 \(plan.expectations.count) 项，每次都达到"] }
    let same = plan.expectations.count - different.count
    return ["期望（另有 \(same) 项每次都一样，不列）"]
      + different.map { index in
        let expectation = plan.expectations[index]
        let grave = expectation.isCritical ? "【要害】" : ""
        return row("  \(expectation.id) \(grave)\(expectation.text)", runs.map { mark($0.score.marks[index]) })
      }
  }

  private func mark(_ mark: DrillScore.Mark) -> String {
    guard let arrived = mark.arrivedAt, let done = mark.doneAt else { return ScoreWords.state(mark.state) }
    return ScoreWords.state(mark.state) + " " + ComparisonWords.span(done.since(arrived))
  }

  private var bySeat: [String] {
    let known =
      plan.seats + Set(runs.flatMap(\.seats.keys)).subtracting(plan.seats).sorted { $0.rawValue < $1.rawValue }
    return ["席位（次数；达到、迟、不对、漏；到件至派单的中位时间）"]
      + known.filter { seat in runs.contains { $0.seats[seat] != nil } }.map { seat in
        row("  " + seatName(seat), runs.map { $0.seats[seat].map(self.seat) ?? "—" })
      }
  }

  private func seat(_ seat: DrillRunResult.Seat) -> String {
    let time = seat.medianDispatchTime.map { " " + ComparisonWords.span($0) } ?? ""
    return "\(seat.acts)；\(seat.met)/\(seat.late)/\(seat.wrong)/\(seat.missed)" + time
  }

  /// `1:20`, or `1:02:05` from an hour on.
  static func span(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds / 1_000)
    func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    if seconds < 3_600 { return "\(seconds / 60):" + padded(seconds % 60) }
    return "\(seconds / 3_600):" + padded(seconds / 60 % 60) + ":" + padded(seconds % 60)
  }

  private func row(_ label: String, _ cells: [String]) -> String {
    let columns = cells.map { cell in
      "  " + cell.truncated(toColumns: Self.runColumns).padded(toColumns: Self.runColumns)
    }
    let line = label.truncated(toColumns: Self.labelColumns).padded(toColumns: Self.labelColumns) + columns.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
