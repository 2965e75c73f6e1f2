/// From the last character of a filter to the list that it asks for.
struct FilterMeasure {
  static let rounds = 20

  let data: BenchData

  /// What the screen did after a filter was typed.
  private struct Answer {
    /// Until the list first differed.
    let first: Double
    /// Until it differed for the last time.
    let last: Double
  }

  func run(into table: inout ResultTable) throws {
    let session = try DeskSession(data, journal: data.journal(data.large))
    _ = try session.waitForRows()
    try session.terminal.settle()
    // The table of names in pinyin is made when a filter is opened for the first time.
    _ = try answer("化石", session)
    let rare = try answers(["麋鹿", "陨石", "化石"], session)
    let first = Sample(rare.map(\.first))
    let sets: [(what: String, texts: [String])] = [
      (what: "a common word (噪声, 电梯)", texts: ["噪声", "电梯"]), ("pinyin (yd)", ["yd"]), ("a number (0301)", ["0301"]),
    ]
    table.add(
      Finding(
        what: "filter, a rare word (麋鹿, 陨石, 化石), key to first page",
        figure: "p50 \(first.median.brief), p99 \(first.p99.brief) ms", target: "p99 ≤ 30 ms",
        holds: first.p99 <= 30 && !rare.isEmpty))
    for set in sets {
      let answers = try answers(set.texts, session)
      let (first, last) = (Sample(answers.map(\.first)), Sample(answers.map(\.last)))
      table.add(
        Finding(
          what: "filter, \(set.what)",
          figure:
            "first page p50 \(first.median.brief), p99 \(first.p99.brief) ms; full order p50 \(last.median.brief), "
            + "most \(last.most.brief) ms",
          target: "newest matches ≤ 30 ms, the full order after", holds: first.p99 <= 30 && !answers.isEmpty))
    }
    session.terminal.stop()
  }

  private func answers(_ texts: [String], _ session: DeskSession) throws -> [Answer] {
    try (0..<FilterMeasure.rounds).flatMap { _ in try texts.compactMap { try answer($0, session) } }
  }

  /// Types a filter as an input method does, a word at once, and takes it away again.
  private func answer(_ text: String, _ session: DeskSession) throws -> Answer? {
    let terminal = session.terminal
    try terminal.type("/")
    try terminal.settle(for: .milliseconds(50), atMost: .seconds(1))
    var shown = DeskSession.numbers(terminal.screen)
    let start = ContinuousClock.now
    try terminal.type(text)
    var first: Duration?
    var last = Duration.zero
    while ContinuousClock.now - start < .seconds(first == nil ? 5 : 3) {
      guard var burst = try terminal.read(within: .milliseconds(first == nil ? 500 : 350)) else {
        if first == nil { continue }
        break
      }
      while let more = try terminal.read(within: .zero) { burst = more }
      let numbers = DeskSession.numbers(terminal.screen)
      guard numbers != shown else { continue }
      shown = numbers
      last = burst.at - start
      if first == nil { first = last }
    }
    try terminal.type("\u{1B}")
    try terminal.settle(for: .milliseconds(150), atMost: .seconds(2))
    return first.map { Answer(first: $0.milliseconds, last: last.milliseconds) }
  }
}
