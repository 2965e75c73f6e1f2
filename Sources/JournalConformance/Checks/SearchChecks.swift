import Journal
import Model

enum SearchChecks {
  static let filters = [
    TextFilter(words: ["噪声"]), TextFilter(words: ["路"]), TextFilter(words: ["noi"]),
    TextFilter(words: ["NOISE", "超市"]), TextFilter(words: ["ａｂｃ"]), TextFilter(words: ["abc超"]),
    TextFilter(words: ["oise"]), TextFilter(words: ["消防通道"]), TextFilter(words: ["12 号楼"]),
    TextFilter(words: ["地界纠纷", "噪"]), TextFilter(words: ["没有这个"]), TextFilter(words: ["！"]),
    // Tokens of places, units and numbers are no words.
    TextFilter(words: ["p"]), TextFilter(words: ["pl99"]), TextFilter(words: ["99"]), TextFilter(words: ["water"]),
    TextFilter(digits: "2"), TextFilter(digits: "0012"), TextFilter(digits: "0616"),
    TextFilter(digits: "20200616000"), TextFilter(places: ["990001"]),
    TextFilter(places: ["990002001", "990002002"]), TextFilter(units: ["WATER"]),
    TextFilter(units: ["WATER", "LIGHT"]),
    TextFilter(words: ["路灯"], digits: "11", places: ["990001001"], units: ["LIGHT"]), TextFilter(),
  ]

  static func search(_ factory: some JournalFactory) throws {
    for seed: UInt64 in [31, 32] {
      var history = try History(factory, seed: seed)
      try history.run(steps: 160)
      for filter in filters {
        for sort in OrderQuery.Sort.allCases {
          for tab in [OrderQuery.Tab.open, .all, .stage(.dispatched)] {
            for town in [nil, SampleCity.towns[0]] {
              let query = OrderQuery(town: town, tab: tab, sort: sort, filter: filter)
              try PageChecks.compare(query, try PageChecks.randomAnchor(&history), &history)
              try newest(query, history)
            }
          }
        }
      }
    }
  }

  /// The newest matches are matches, in the list's order, and all of them unless the page says otherwise.
  private static func newest(_ query: OrderQuery, _ history: History) throws {
    let page = try history.store.page(query, anchor: .top, before: 0, after: 1_000, seat: "C1", effort: .newest)
    let all = history.reference.list(query, seat: "C1")
    if !page.isPartial {
      try expect(page.rows, equals: all, "newest matches of \(query), not partial")
    } else {
      let numbers = Set(page.rows.map(\.number))
      try expect(page.rows, equals: all.filter { numbers.contains($0.number) }, "newest matches of \(query)")
      try expect(!page.rows.isEmpty, "some newest matches of \(query)")
      let skipped = all.filter { !numbers.contains($0.number) }.map(\.number).max()
      let oldest = page.rows.map(\.number).min()
      if let skipped, let oldest { try expect(skipped < oldest, "none newer than the newest of \(query)") }
    }
  }

  static func searchedWords(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let texts = [
      "夜间噪声扰民", "噪音很大", "声噪不符", "末字是噪", "Ｎｏｉｓｅ from a bar", "楼道漏水A12室", "caf\u{E9}油烟", "噪 声隔开", "𠮷野家占道",
    ]
    var numbers: [OrderNumber] = []
    for text in texts { numbers.append(try AppendChecks.firstOrder(&history, text: text).number) }
    let cases: [(word: String, found: [Int])] = [
      ("噪声", [0]), ("声噪", [2]), ("噪", [0, 1, 2, 3, 7]), ("noise", [4]), ("ＮＯＩ", [4]), ("oise", []),
      ("a12", [5]), ("a12室", [5]), ("12室", []), ("水a", [5]), ("cafe\u{301}", [6]), ("𠮷野", [8]), ("字是噪", [3]),
    ]
    for (word, found) in cases {
      for effort in [SearchEffort.full, .newest] {
        let query = OrderQuery(tab: .all, sort: .oldest, filter: TextFilter(words: [word]))
        let page = try history.store.page(query, anchor: .top, before: 0, after: 20, seat: "C1", effort: effort)
        let shown = page.rows.map(\.number).filter { numbers.contains($0) && matchesText(word, $0, history) }
        try expect(shown, equals: found.map { numbers[$0] }, "orders with \(word)")
      }
    }
  }

  /// Leaves out what was found by its title or address, which are random.
  private static func matchesText(_ word: String, _ number: OrderNumber, _ history: History) -> Bool {
    guard var report = history.reference.entries[number]?.order.reports.first else { return false }
    report.title = ""
    report.location = nil
    return TextMatch(TextFilter(words: [word])).matches(FoldedText([report]))
  }
}
