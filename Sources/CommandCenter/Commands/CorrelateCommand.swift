import ArgumentParser
import City
import Desk
import Feeds
import Foundation
import Model

/// `command-center correlate`: how often the proposals are right, over a feed whose truth is known.
struct CorrelateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate", abstract: "用已知答案的来件文件衡量疑同：查准、查全。",
    discussion: """
      逐件读入，与此前同区镇、时间窗内的来件比对，不用日志。答案表有 event、source、id 三列，同一 event 的来件两两算一对。
      --words 只统计用词：列出常用字对，供 correlation.yaml 的 everydayWords、usualWords 用。
      """)

  @OptionGroup var cityOptions: CityOptions

  @Option(name: .long, help: ArgumentHelp("答案表（CSV）。", valueName: "文件"), completion: .file())
  var truth: String?

  @Flag(name: .long, help: "只统计用词。")
  var words = false

  @Flag(name: .long, help: "另列错的对和漏的对。")
  var pairs = false

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("来件文件（JSON Lines）；「-」为标准输入。", valueName: "文件"), completion: .file())
  var file: String

  func validate() throws {
    if words == (truth != nil) { throw ValidationError("--truth 与 --words 要给一个，也只能给一个") }
    if words, pairs || json { throw ValidationError("--words 不与 --pairs、--json 同用") }
  }

  func run() throws {
    try Failure.guarded {
      let city = try CityFolder.load(cityOptions.city).tables
      let feed = try KnownFeed(path: file, city: city)
      if words { return try tellWords(feed, city) }
      guard let truth else { return }
      try tell(feed, events: try TruthTable(path: truth).events(of: feed.reports.map(\.report)), city)
    }
  }

  /// What a trial came to, as programs read it; shares in ten-thousandths, null where there is nothing to share.
  private struct Record: Encodable {
    private let tally: CorrelationTally

    init(_ tally: CorrelationTally) {
      self.tally = tally
    }

    private enum Key: String, CodingKey {
      case reports, proposed, truth, right, precision, recall, followers, found
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(tally.reports, forKey: .reports)
      try fields.encode(tally.proposed, forKey: .proposed)
      try fields.encode(tally.truth, forKey: .truth)
      try fields.encode(tally.right, forKey: .right)
      try fields.encode(tally.precision, forKey: .precision)
      try fields.encode(tally.recall, forKey: .recall)
      try fields.encode(tally.followers, forKey: .followers)
      try fields.encode(tally.found, forKey: .found)
    }
  }

  private func tellWords(_ feed: KnownFeed, _ city: CityTables) throws {
    var count = WordCount(city)
    for incoming in feed.reports { count.take(incoming.report) }
    let output = StandardOutput()
    try output.line("everydayWords: " + count.words(from: 200).joined(separator: " "))
    try output.line("usualWords: " + count.words(from: 50, below: 200).joined(separator: " "))
    try output.flush()
  }

  private func tell(_ feed: KnownFeed, events: [String?], _ city: CityTables) throws {
    var trial = CorrelationTrial(Correlation(city))
    for incoming in feed.reports { trial.take(incoming) }
    let tally = trial.tally(events)
    let output = StandardOutput()
    if json {
      try output.json(Record(tally))
    } else {
      try output.line("来件 \(tally.reports) 件，真对 \(tally.truth) 对，提出 \(tally.proposed) 对，其中对的 \(tally.right) 对")
      try output.line("查准 \(share(tally.precision))  查全 \(share(tally.recall))")
      try output.line("后到的来件 \(tally.followers) 件，至少认出一件在先的 \(tally.found) 件")
    }
    if pairs { try list(trial, feed, events, Correlation(city), output) }
    try output.flush()
  }

  private func list(
    _ trial: CorrelationTrial, _ feed: KnownFeed, _ events: [String?], _ correlation: Correlation,
    _ output: StandardOutput
  ) throws {
    func isTrue(_ pair: CorrelationTrial.Pair) -> Bool {
      events[pair.earlier] != nil && events[pair.earlier] == events[pair.later]
    }
    let proposed = trial.proposed.sorted { ($0.key.later, $0.key.earlier) < ($1.key.later, $1.key.earlier) }
    for (pair, likeness) in proposed where !isTrue(pair) { try tell("错", pair, likeness, feed, output) }
    let sketches = feed.reports.map { correlation.sketch($0.report, phone: $0.reporter?.phone ?? "") }
    for later in events.indices {
      for earlier in 0..<later {
        let pair = CorrelationTrial.Pair(earlier: earlier, later: later)
        guard isTrue(pair), trial.proposed[pair] == nil else { continue }
        try tell("漏", pair, correlation.likeness(sketches[earlier], sketches[later]), feed, output)
      }
    }
  }

  private func tell(
    _ what: String, _ pair: CorrelationTrial.Pair, _ likeness: Likeness, _ feed: KnownFeed, _ output: StandardOutput
  ) throws {
    let reports = [pair.earlier, pair.later].map { index in
      let report = feed.reports[index].report
      return "\(report.sourceID) \(report.title)"
    }
    try output.line("\(what) " + reports.joined(separator: " ↔ "))
    try output.line("  " + ProposalWords.sum(likeness))
  }

  private func share(_ tenThousandths: Int?) -> String {
    guard let tenThousandths else { return "—" }
    let rest = String(tenThousandths % 10_000 + 10_000).dropFirst()
    return "\(tenThousandths / 10_000).\(rest)"
  }
}
