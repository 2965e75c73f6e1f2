import CommaSeparated
import Feeds
import Foundation
import Model
import Yams

extension ShiftDraft {
  /// What `drill.yaml` holds.
  private struct Settings: Encodable {
    let format = 1
    let code: String
    let title: String
    let start: String
    let minutes: Int
    let seed: Int
    let speeds = [1, 2, 5, 10, 20, 60]
    let seats: [String]
    let objectives: Weights
  }

  /// The weights, always in the same order.
  private struct Weights: Encodable {
    let weights: [Objective: Int]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }

      init(_ objective: Objective) { stringValue = objective.rawValue }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var box = encoder.container(keyedBy: Key.self)
      for objective in Objective.allCases {
        try box.encodeIfPresent(weights[objective], forKey: Key(objective))
      }
    }
  }

  /// The drill's files, by their names in the folder.
  ///
  /// - Throws: what an encoder throws.
  public func files() throws -> [(name: String, bytes: [UInt8])] {
    let encoder = YAMLEncoder()
    encoder.options.allowUnicode = true
    let lines = ReportLine()
    return [
      (DrillSettings.file, Array(try encoder.encode(settings).utf8)),
      (BackgroundReader.file, try background.flatMap { Array(try lines.line($0)) }),
      (InjectColumn.file, table(InjectColumn.self, chosen.map(cells))),
      (ExpectationColumn.file, table(ExpectationColumn.self, expectations.map(cells))),
    ]
  }

  private var settings: Settings {
    let civil = city.calendar.zone.civil(start)
    let local = Instant(seconds: Int64(civil.day.epochDay) * 86_400 + Int64(civil.second))
    let day = InternetTime.text(local).prefix(10)
    let time = DrillTime.text(start, in: city.calendar.zone).prefix(5)
    return Settings(
      code: "shift-\(day.filter { $0 != "-" })-\(time.filter { $0 != ":" })", title: "\(day) \(time) 值班改编",
      start: InternetTime.text(local).dropLast() + offset(local), minutes: minutes, seed: seed,
      seats: seats.map(\.rawValue),
      objectives: Weights(weights: weights))
  }

  /// How the city's time differs from UTC: `+08:00`.
  private func offset(_ local: Instant) -> String {
    let minutes = Int(local.seconds - start.seconds) / 60
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    return (minutes < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// The weights of the objectives that something is expected for, 100 together.
  private var weights: [Objective: Int] {
    let usual: [(Objective, Int)] = [
      (.dispatched, 30), (.discovered, 20), (.limits, 10), (.critical, 10), (.claimed, 10), (.escalated, 10),
      (.merged, 10),
    ]
    let present = usual.filter { objective, _ in
      switch objective {
      case .limits: true
      case .critical: expectations.contains(where: \.isCritical)
      default: expectations.contains { $0.objective == objective }
      }
    }
    let sum = present.reduce(0) { $0 + $1.1 }
    var weights = Dictionary(uniqueKeysWithValues: present.map { ($0.0, $0.1 * 100 / sum) })
    // What rounding leaves goes to the first.
    if let first = present.first?.0 { weights[first, default: 0] += 100 - weights.values.reduce(0, +) }
    return weights
  }

  private func table<Column: CaseIterable & CodingKey>(_ columns: Column.Type, _ rows: [[String]]) -> [UInt8] {
    let writer = RecordWriter()
    var bytes = writer.line(columns.allCases.map(\.stringValue))
    for row in rows { writer.append(row, to: &bytes) }
    return bytes
  }

  private func cells(_ item: Chosen) -> [String] {
    let report = item.incoming.report
    let time = DrillTime.text(item.arrival.at, in: city.calendar.zone)
    return [
      item.id, time, "", "", "", "", report.source.rawValue, report.place.rawValue, report.location?.address ?? "",
      report.category.flatMap { city.category($0)?.code.rawValue } ?? "", report.urgency.rawValue, report.title,
      report.text, item.incoming.reporter?.name ?? "", item.incoming.reporter?.phone ?? "", "", note(item),
    ]
  }

  /// What was done then, for the conductor.
  private func note(_ item: Chosen) -> String {
    let done = trails.steps(of: item.arrival.number).compactMap { step -> String? in
      guard let act = step.act, !step.seat.rawValue.isEmpty else { return nil }
      let unit = ShiftExpectations.unit(step).flatMap { city.units[$0]?.short }.map { "（\($0)）" } ?? ""
      return DrillTime.text(step.at, in: city.calendar.zone).prefix(5) + " " + act.name + unit
    }
    return done.isEmpty ? "当时到交班还没有人处理。" : "当时：" + done.prefix(8).joined(separator: "，") + "。"
  }

  private func cells(_ expectation: Expectation) -> [String] {
    [
      expectation.id, expectation.objective.rawValue, expectation.inject, expectation.act.rawValue, "",
      expectation.units.map(\.rawValue).joined(separator: ";"), expectation.with ?? "",
      expectation.minutes.map(String.init) ?? "", String(expectation.points), expectation.isCritical ? "yes" : "no",
      expectation.text,
    ]
  }
}
