import Foundation
import Model
import SeededRandom
import Testing

@Suite struct RateTests {
  /// The rows of the tables of `docs/rates.md` whose head begins with a word, cell by cell.
  private static func rows(_ head: String) throws -> [[String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let text = try String(contentsOf: root.appending(path: "docs/rates.md"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(head) }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces.union(["`"])) }
    }
  }

  private static func closed(_ rung: Rung?) -> String {
    switch rung {
    case nil: "单位"
    case .grid: "网格"
    case .village: "村社区"
    case .town: "区镇"
    case .city: "市级"
    }
  }

  private static func word(_ contribution: RateContribution, _ rate: Rate, at now: Instant) -> String {
    switch contribution.standing(rate, at: now) {
    case .numerator where rate == .ladder: "分子（" + closed(contribution.rung) + "）"
    case .numerator: "分子"
    case .denominator: "只在分母"
    case .running: "未到环节"
    case .excluded: "剔除"
    case .void: "作废"
    case .duplicate: "并入他单"
    case .closedAtSource: "来时已结"
    case .declined: "不予受理"
    case .settled: "当场办结"
    case .notApplicable: "不涉及"
    case .unreached: "回访未通"
    }
  }

  @Test func `Every worked example of a rate stands as the document says`() throws {
    var seen: [Rate: Set<String>] = [:]
    for row in try Self.rows("| rate | steps |") {
      let rate = try #require(Rate(rawValue: row[0]), "\(row)")
      let steps = try WorkedSteps(row[1])
      let now = WorkedSteps.minute(try #require(Int(row[2])))
      #expect(Self.word(steps.contribution(), rate, at: now) == row[3], "\(row)")
      seen[rate, default: []].insert(String(row[3].prefix(2)))
    }
    for rate in Rate.allCases {
      let words = seen[rate] ?? []
      #expect(words.contains("分子"), "\(rate) has an example in the numerator")
      #expect(words.contains("只在") || rate == .ladder, "\(rate) has one in the denominator only")
      #expect(words.count > 1 && !words.isSubset(of: ["分子", "只在"]), "\(rate) has one that is left out")
    }
  }

  @Test func `Every worked example of a span takes as long as the document says`() throws {
    var seen: Set<TimedSpan> = []
    for row in try Self.rows("| span |") {
      let span = try #require(TimedSpan(rawValue: row[0]), "\(row)")
      #expect(try WorkedSteps(row[1]).contribution().minutes[span] == Int(row[2]), "\(row)")
      seen.insert(span)
    }
    #expect(seen == Set(TimedSpan.allCases))
  }

  @Test func `The document defines every rate`() throws {
    #expect(try Self.rows("| rate | name |").map { $0[0] } == Rate.allCases.map(\.rawValue))
  }

  @Test func `A rate's place is its place in the list`() {
    #expect(Rate.allCases.map(\.index) == Array(Rate.allCases.indices))
    #expect(TimedSpan.allCases.map(\.index) == Array(TimedSpan.allCases.indices))
    #expect(Rung.allCases.map(\.index) == Array(Rung.allCases.indices))
  }

  @Test func `What is given back counts under the unit that gave it back`() throws {
    let contribution = try WorkedSteps("来件@0 派遣@10 退单单位@30 派遣@40 改派@45 签收@50").contribution()
    #expect(contribution.unit == "U2")
    #expect(contribution.unit(for: .returned) == "U1")
    #expect(contribution.unit(for: .onTime) == "U2")
  }
}

@Suite struct TimeHistogramTests {
  @Test(arguments: [UInt64](1...20))
  func `Mean is exact and percentiles lie within a thirty-second`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var histogram = TimeHistogram()
    var values: [Int] = []
    for _ in 0..<Int.random(in: 1...400, using: &random) {
      let value = Int.random(in: 0...(1 << Int.random(in: 0...22, using: &random)), using: &random)
      values.append(value)
      histogram.add(value)
    }
    #expect(histogram.mean == values.reduce(0, +) / values.count)
    for percent in [1, 50, 90, 100] {
      let rank = max(1, Int((Double(values.count * percent) / 100).rounded(.up)))
      let exact = values.sorted()[rank - 1]
      let seen = histogram.percentile(percent) ?? -1
      #expect(abs(seen - exact) * 32 <= exact, "\(percent) in a hundred: \(seen) for \(exact)")
    }
  }

  @Test func `Bins follow each other without a gap`() {
    var last = -1
    for minutes in 0..<200_000 {
      let bin = TimeHistogram.bin(of: minutes)
      #expect(bin == last || bin == last + 1)
      last = bin
    }
  }

  @Test func `What was put in and taken out again leaves nothing`() throws {
    let contribution = try WorkedSteps("来件@0 派遣@10 签收@20 反馈@90 合格@100 结案@110").contribution()
    var tally = RateTally()
    tally.add(contribution)
    #expect(!tally.isEmpty)
    tally.add(contribution, sign: -1)
    #expect(tally.isEmpty)
  }
}
