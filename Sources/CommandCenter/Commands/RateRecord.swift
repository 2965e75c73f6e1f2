import Desk
import Journal
import Model
import SafeText

/// Rates as programs read them; every key but a group's name is always there, and null where nothing is known.
struct RatesRecord: Encodable {
  private let from: Int
  private let to: Int
  private let at: String
  private let groups: [Group]

  private struct Group: Encodable {
    /// Missing where the group has none.
    let name: String?
    let title: String
    let rates: [String: Figure]
    let ladder: [String: Int]
    let minutes: [String: Time]
  }

  private struct Figure: Encodable {
    let numerator: Int
    let denominator: Int
    /// Numerator by denominator in ten-thousandths.
    let basisPoints: Int?
    let leftOut: [String: Int]

    private enum Key: String, CodingKey {
      case numerator, denominator, basisPoints, leftOut
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(numerator, forKey: .numerator)
      try fields.encode(denominator, forKey: .denominator)
      try fields.encode(basisPoints, forKey: .basisPoints)
      try fields.encode(leftOut, forKey: .leftOut)
    }
  }

  private struct Time: Encodable {
    let count: Int
    let mean: Int?
    let p90: Int?

    private enum Key: String, CodingKey {
      case count, mean, p90
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(count, forKey: .count)
      try fields.encode(mean, forKey: .mean)
      try fields.encode(p90, forKey: .p90)
    }
  }

  init(_ query: RateQuery, _ groups: [RateGroup], city: CityTables) {
    from = query.from
    to = query.to
    at = InstantText.utc(query.now)
    let naming = RateNaming(city: city)
    self.groups = groups.map { group in
      var rates: [String: Figure] = [:]
      for rate in Rate.allCases {
        let figure = group.tally.figure(rate)
        var leftOut: [String: Int] = [:]
        for (standing, count) in figure.leftOut { leftOut[standing.name] = count }
        rates[rate.rawValue] = Figure(
          numerator: figure.numerator, denominator: figure.denominator, basisPoints: figure.basisPoints,
          leftOut: leftOut)
      }
      var ladder: [String: Int] = [:]
      for (rung, count) in group.tally.ladder(city.rung(of:)) { ladder[rung.rawValue] = count }
      var minutes: [String: Time] = [:]
      for span in TimedSpan.allCases {
        let time = group.tally.time(span)
        minutes[span.rawValue] = Time(count: time.count, mean: time.mean, p90: time.percentile(90))
      }
      return Group(
        name: group.name, title: naming.title(group, query), rates: rates, ladder: ladder, minutes: minutes)
    }
  }
}

/// Rates as lines for people: all of one group, or one line a group.
struct RateLines {
  let city: CityTables

  func lines(_ query: RateQuery, _ groups: [RateGroup]) -> [String] {
    let span = "\(TimeWords.day(compact: query.from)) 至 \(TimeWords.day(compact: query.to)) 来件"
    guard query.grouping != nil else {
      return [span] + (groups.first.map { whole($0.tally) } ?? ["没有工单"])
    }
    let shown = Rate.allCases.filter { $0 != .ladder }
    let head = row("", shown.map(Words.rate), ["办结"] + rungs.map { "在" + Words.rung($0) })
    let naming = RateNaming(city: city)
    return [span, head]
      + groups.map { group in
        let closed = group.tally.figure(.ladder).numerator
        let ladder = group.tally.ladder(city.rung(of:))
        return row(
          naming.title(group, query), shown.map { Words.percent(group.tally.figure($0).basisPoints) },
          [String(closed)] + rungs.map { Words.percent(Words.share(ladder[$0] ?? 0, of: closed)) })
      }
  }

  private var rungs: [Rung] { Rung.allCases }

  private func whole(_ tally: RateTally) -> [String] {
    var lines: [String] = []
    for rate in Rate.allCases where rate != .ladder { lines.append(line(Words.rate(rate), tally.figure(rate))) }
    let closed = tally.figure(.ladder)
    lines.append(line(Words.rate(.ladder), closed))
    let ladder = tally.ladder(city.rung(of:))
    for rung in rungs {
      let count = ladder[rung] ?? 0
      lines.append(
        ("  在" + Words.rung(rung)).padded(toColumns: 14)
          + Words.percent(Words.share(count, of: closed.numerator)).padded(toColumns: 8, alignment: .trailing)
          + "  \(count)/\(closed.numerator)")
    }
    for span in TimedSpan.allCases {
      let time = tally.time(span)
      guard let mean = time.mean, let most = time.percentile(90) else { continue }
      lines.append(
        (Words.span(span) + "用时").padded(toColumns: 24)
          + "平均 \(Words.minutes(mean))，九成在 \(Words.minutes(most)) 内（\(time.count) 件）")
    }
    return lines
  }

  private func line(_ name: String, _ figure: RateFigure) -> String {
    let leftOut = Words.leftOut(figure)
    return name.padded(toColumns: 14) + Words.percent(figure.basisPoints).padded(toColumns: 8, alignment: .trailing)
      + "  \(figure.numerator)/\(figure.denominator)"
      + (leftOut.isEmpty ? "" : "  不计：" + leftOut)
  }

  private func row(_ name: String, _ rates: [String], _ rungs: [String]) -> String {
    name.padded(toColumns: 20) + (rates + rungs).map { $0.padded(toColumns: 13, alignment: .trailing) }.joined()
  }
}
