import Journal
import Model
import SeededRandom
import Testing

@testable import JournalConformance
@testable import SQLiteJournal

@Suite("Rates are summed by month once days are over")
struct RateSettlingTests {
  /// A journal of some months, a day of work now and then.
  private func history(
    _ folder: ScratchFolder, days: Int, apart minutes: Int, options: JournalOptions = .desk
  ) throws -> History {
    var history = try History(SQLiteJournalFactory(folder: folder, options: options), seed: 81)
    for _ in 0..<days {
      try history.runDeep(steps: 25)
      history.now = history.now.adding(minutes: minutes)
    }
    return history
  }

  private func store(_ history: History) throws -> SQLiteJournal {
    try #require(history.store as? SQLiteJournal)
  }

  private func settled(_ journal: SQLiteJournal) throws -> Int {
    Int(try journal.integer("SELECT day FROM rate_settled") ?? 0)
  }

  /// The months' sums as they are written.
  private func months(_ journal: SQLiteJournal) throws -> [String] {
    try journal.pages.read { (session) throws(JournalError) in
      let rows = try session.statement(
        "SELECT month || town || source || hex(tally) FROM rate_month WHERE month * 100 < (SELECT day FROM rate_settled)"
      )
      defer { rows.reset() }
      var found: [String] = []
      while try rows.step() { found.append(rows.text(0)) }
      return found
    }
  }

  private func lines(_ journal: SQLiteJournal) throws -> [[UInt8]?] {
    try journal.pages.read { (session) throws(JournalError) in
      let rows = try session.statement("SELECT day FROM rate_line ORDER BY day")
      defer { rows.reset() }
      var found: [[UInt8]?] = []
      while try rows.step() { found.append(try RateLineTable(session: session).lines(Int(rows.integer(0)))) }
      return found
    }
  }

  private func dropped(_ journal: SQLiteJournal) throws -> Int64 {
    try journal.integer("SELECT count(*) FROM rate_line WHERE lines IS NULL") ?? 0
  }

  private func write(_ sql: String, in journal: SQLiteJournal) throws {
    try journal.write { (session) throws(JournalError) in try session.run(sql) }
  }

  private func queries(_ history: History) -> [RateQuery] {
    var random = SeededGenerator(seed: 5)
    let first = history.reference.entries.keys.map(\.day).min() ?? 0
    var queries: [RateQuery] = []
    for grouping in [nil, RateQuery.Grouping.town, .source] {
      for town in [nil, SampleCity.towns[0]] {
        for _ in 0..<12 {
          let now = history.now.adding(minutes: -Int.random(in: 0...200_000, using: &random))
          let from = random.happens(40) ? first / 100 * 100 + 1 : first + Int.random(in: 0...220, using: &random)
          let to = random.happens(40) ? history.day : from + Int.random(in: 0...400, using: &random)
          queries.append(RateQuery(from: from, to: to, town: town, by: grouping, now: now))
        }
      }
    }
    return queries
  }

  @Test("rates and the orders behind them are the same as by days alone, at any moment and over any span")
  func same() throws {
    let folder = try ScratchFolder()
    let history = try history(folder, days: 24, apart: 9_000)
    let journal = try store(history)
    let queries = queries(history)
    let lists = Rate.allCases.flatMap { rate in
      [RateList.Part.numerator, .missed, .leftOut(nil), .leftOut(.running)].map { RateList(rate, $0) }
    }
    func read() throws -> (groups: [[RateGroup]], orders: [[OrderNumber]]) {
      (
        try queries.map { try journal.rates($0) },
        try lists.flatMap { list in
          try queries.prefix(8).map {
            try journal.orders(behind: list, in: $0, after: nil, limit: 1_000).rows.map(\.number)
          }
        }
      )
    }
    #expect(try settled(journal) > 20_200_300)
    #expect(try journal.integer("SELECT count(DISTINCT month) FROM rate_month") ?? 0 >= 4)
    let settled = try read()
    try write("UPDATE rate_settled SET day = 0", in: journal)
    let single = try read()
    #expect(settled.groups == single.groups)
    #expect(settled.orders == single.orders)
    #expect(settled.groups.contains { $0.contains { $0.tally.count(.onSchedule, .denominator) > 0 } })
    #expect(settled.orders.filter { !$0.isEmpty }.count > 50)
    try journal.close()
  }

  @Test("orders within a unit, a grid or an officer are found by the days' lines as by their own rows")
  func lines() throws {
    let folder = try ScratchFolder()
    let history = try history(folder, days: 24, apart: 9_000)
    let journal = try store(history)
    var narrow: [RateQuery] = []
    for now in [history.now, history.now.adding(minutes: -90_000)] {
      let all = RateQuery(from: 0, to: history.day, now: now)
      for unit in SampleCity.units {
        narrow.append(all)
        narrow[narrow.count - 1].unit = unit
      }
      for grid in SampleCity.villages {
        narrow.append(all)
        narrow[narrow.count - 1].grid = grid
      }
      var last = all
      (last.officer, last.town) = ("O2", SampleCity.towns[0])
      narrow.append(last)
      last.unit = SampleCity.units[0]
      narrow.append(last)
    }
    func read() throws -> [[OrderNumber]] {
      try Rate.allCases.flatMap { rate in
        try [RateList.Part.numerator, .missed, .denominator, .leftOut(nil), .leftOut(.running)].flatMap { part in
          try narrow.map { query in
            var found: [OrderNumber] = []
            while true {
              let page = try journal.orders(behind: RateList(rate, part), in: query, after: found.last, limit: 5)
              found += page.rows.map(\.number)
              if !page.hasMore { return found }
            }
          }
        }
      }
    }
    #expect(try journal.integer("SELECT count(*) FROM rate_line WHERE lines IS NOT NULL") ?? 0 > 15)
    let lined = try read()
    try write("UPDATE rate_line SET lines = NULL WHERE day % 2 = 0", in: journal)
    #expect(try read() == lined)
    let day = try settled(journal)
    try write("UPDATE rate_settled SET day = 0", in: journal)
    #expect(try read() == lined)
    #expect(lined.filter { $0.count > 5 }.count > 50)
    try write("UPDATE rate_settled SET day = \(day)", in: journal)
    var query = narrow[0]
    query.now = history.now
    // Too short for its ways to stand; a line that doesn't go on; two beyond what there is; one cut off.
    let marks = "0000000000000000"
    for bytes in ["0400", "02000000\(marks)", "02000202\(marks)", "0200FEFFFFFFFFFFFFFFFF0100\(marks)", "0200020000"] {
      try write("UPDATE rate_line SET lines = x'\(bytes)'", in: journal)
      let code = SampleJournal.code { () throws(JournalError) in
        _ = try journal.orders(behind: RateList(.filing, .denominator), in: query, after: nil, limit: 500)
      }
      #expect(code == .damaged, "\(bytes)")
    }
    try journal.close()
  }

  @Test("an order that comes under another unit after its day has settled is found there at once")
  func changed() throws {
    let folder = try ScratchFolder()
    var history = try history(folder, days: 10, apart: 3_000)
    let journal = try store(history)
    func read() throws -> [[OrderNumber]] {
      try SampleCity.units.flatMap { unit in
        try [Rate.onSchedule, .filing, .returned].flatMap { rate in
          try [RateList.Part.denominator, .leftOut(nil)].map { part in
            let query = RateQuery(from: 0, to: history.day, unit: unit, now: history.now)
            return try journal.orders(behind: RateList(rate, part), in: query, after: nil, limit: 1_000)
              .rows.map(\.number)
          }
        }
      }
    }
    var moved = 0
    for _ in 0..<40 {
      let before = try read()
      try history.runDeep(steps: 4)
      let lined = try read()
      let day = try settled(journal)
      try write("UPDATE rate_settled SET day = 0", in: journal)
      #expect(try read() == lined)
      try write("UPDATE rate_settled SET day = \(day)", in: journal)
      if lined != before { moved += 1 }
    }
    #expect(moved > 10)
    try journal.close()
  }

  @Test("lines go, or their month is given up, though nothing that is summed has changed")
  func sameSums() throws {
    for months in [RateTotals.Months.kept, .givenUp] {
      let folder = try ScratchFolder()
      let history = try history(folder, days: 6, apart: 3_000)
      let journal = try store(history)
      let day = try settled(journal)
      let number = try #require(history.reference.entries.keys.min())
      try journal.write { (session) throws(JournalError) in
        guard let fact = try RateTable(session: session).fact(number.key) else { return }
        var moved = fact
        moved.place = "990001999"
        var totals = RateTotals(months)
        try totals.put(moved, before: fact, in: session)
        try totals.write(session)
      }
      switch months {
      case .kept: #expect(try dropped(journal) > 0 && settled(journal) == day)
      case .givenUp: #expect(try settled(journal) == number.day / 100 * 100)
      }
      let query = RateQuery(from: 0, to: history.day, grid: "990001999", now: history.now)
      let found = try Rate.allCases.flatMap { rate in
        try [RateList.Part.denominator, .leftOut(nil)].flatMap { part in
          try journal.orders(behind: RateList(rate, part), in: query, after: nil, limit: 9).rows.map(\.number)
        }
      }
      #expect(Set(found) == [number])
      try journal.close()
    }
  }

  @Test("settled a day at a time, all at once or made anew, months hold the same")
  func steps() throws {
    let folder = try ScratchFolder()
    let history = try history(folder, days: 20, apart: 5_000)
    let journal = try store(history)
    let kept = try (months(journal), settled(journal))
    #expect(kept.0.count > 10)
    try journal.rebuild()
    let anew = try (months(journal), settled(journal))
    #expect(anew.0.count >= kept.0.count)
    for budget in [Duration.zero, .seconds(60), nil] {
      // What lies there from before must not be counted again.
      try write("UPDATE rate_settled SET day = 0", in: journal)
      var holds = 0
      var isDue = true
      while isDue {
        isDue = try journal.write { (session) throws(JournalError) in
          let settling = RateSettling(session: session)
          let end = try settling.newest()
          try settling.run(before: end, within: budget)
          return try settling.isDue(before: end)
        }
        holds += 1
      }
      #expect(try months(journal) == anew.0)
      #expect(try settled(journal) == anew.1)
      #expect(budget == .zero ? holds > 10 : holds == 1)
    }
    #expect(try JournalVerifier.verify(journal).findings == [])
    try journal.close()
  }

  @Test("a desk settles the days before with the first commit of a day, and changes months along with their orders")
  func desk() throws {
    let folder = try ScratchFolder()
    var history = try history(folder, days: 6, apart: 1_440)
    let journal = try store(history)
    let before = try settled(journal)
    #expect(before > 0)
    let sums = try months(journal)
    for number in history.reference.entries.keys.sorted().prefix(40) {
      guard let order = history.reference.entries[number]?.order, number.day <= before else { continue }
      let exclusion = OrderCommand.exclude(Excluding(rate: "", reason: "不可抗力"))
      let seat = try #require(SampleCity.seats.first { $0.role == .chief })
      guard let request = try history.act(exclusion, on: order, by: seat) else { continue }
      _ = try journal.append([request], recordedAt: history.now)
    }
    #expect(try months(journal) != sums)
    #expect(try dropped(journal) > 0)
    #expect(try JournalVerifier.verify(journal).findings == [])
    history.now = history.now.adding(minutes: 1_440)
    for _ in 0..<10 {
      _ = try journal.append([try history.receive(history.report())], recordedAt: history.now)
    }
    #expect(try dropped(journal) == 0)
    let lines = try lines(journal)
    try journal.rebuild()
    #expect(try lines == self.lines(journal))
    try journal.close()
  }

  @Test("a desk goes on with each commit, and leaves to an import what that gives up meanwhile")
  func beside() throws {
    let folder = try ScratchFolder()
    var options = JournalOptions.desk
    options.settling = .zero
    var history = try history(folder, days: 8, apart: 3_000, options: options)
    let journal = try store(history)
    func commit() throws -> Int {
      _ = try journal.append([try history.receive(history.report())], recordedAt: history.now)
      return try settled(journal)
    }
    try write("UPDATE rate_settled SET day = 0", in: journal)
    let days = try (0..<5).map { _ in try commit() }
    #expect(Set(days).count == 5 && days == days.sorted() && days[0] > 0)
    try write("UPDATE rate_settled SET day = 20200200", in: journal)
    #expect(try (0..<3).map { _ in try commit() } == [20_200_200, 20_200_200, 20_200_200])
    history.now = history.now.adding(minutes: 1_440)
    #expect(try commit() > 20_200_200)
    for _ in 0..<12 { _ = try commit() }
    #expect(try commit() >= (days.last ?? 0))
    #expect(try JournalVerifier.verify(journal).findings == [])
    try journal.close()
  }

  @Test("sums of a day that nothing can be made of keep no commit out, and no import")
  func damaged() throws {
    for options in [JournalOptions.desk, .bulk] {
      let folder = try ScratchFolder()
      var history = try history(folder, days: 6, apart: 3_000)
      try store(history).close()
      let journal = try SQLiteJournal.open(store(history).paths.database, .existing, options: options)
      try write("UPDATE rate_settled SET day = 0", in: journal)
      try write("UPDATE rate_cell SET tally = x'01' WHERE day = (SELECT min(day) FROM rate_cell)", in: journal)
      for _ in 0..<3 {
        history.now = history.now.adding(minutes: 1_440)
        let outcomes = try journal.append([try history.receive(history.report())], recordedAt: history.now)
        #expect(outcomes.count == 1)
      }
      #expect(try settled(journal) == 0)
      let day = try #require(try journal.integer("SELECT min(day) FROM rate_cell"))
      let findings = try JournalVerifier.verify(journal).findings
      #expect(findings.contains { $0.code == .rates && $0.detail.hasPrefix("\(day)") })
      try journal.close()
    }
  }

  @Test("an import that comes to days that have settled gives their months up, and makes them anew when it ends")
  func imported() throws {
    let folder = try ScratchFolder()
    var history = try history(folder, days: 12, apart: 9_000)
    let desk = try store(history)
    let last = try settled(desk)
    let end = history.now
    try desk.close()
    let journal = try SQLiteJournal.open(desk.paths.database, .existing, options: .bulk)
    var lowest = last
    for back in [10_000, 60_000, 30_000] {
      history.now = end.adding(minutes: -back)
      let requests = try (0..<30).map { _ in try history.receive(history.report()) }
      _ = try journal.append(requests, recordedAt: end)
      if history.day <= lowest { lowest = history.day / 100 * 100 }
      #expect(try settled(journal) == lowest)
      #expect(try JournalVerifier.verify(journal).findings == [])
    }
    #expect(lowest < last)
    try journal.close()
    let opened = try SQLiteJournal.open(desk.paths.database, .existing)
    #expect(try settled(opened) >= last)
    #expect(try JournalVerifier.verify(opened).findings == [])
    try opened.close()
  }

  @Test("a month's sum that does not hold what its days do is found")
  func tampered() throws {
    let folder = try ScratchFolder()
    let history = try history(folder, days: 8, apart: 9_000)
    let journal = try store(history)
    let month = try #require(try journal.integer("SELECT min(month) FROM rate_month"))
    try write("DELETE FROM rate_month WHERE month = \(month)", in: journal)
    let findings = try JournalVerifier.verify(journal).findings
    #expect(findings.contains { $0.code == .rates && $0.detail.hasPrefix("\(month)") }, "\(findings)")
    try journal.rebuild()
    #expect(try JournalVerifier.verify(journal).findings == [])
    try write("UPDATE rate_month SET tally = x'01' WHERE month = \(month)", in: journal)
    #expect(try JournalVerifier.verify(journal).findings.contains { $0.code == .rates })
    // A count beyond what adds up.
    try write("UPDATE rate_month SET tally = x'0200FEFFFFFFFFFFFFFFFF0100' WHERE month = \(month)", in: journal)
    #expect(try JournalVerifier.verify(journal).findings.contains { $0.code == .rates })
    try write("UPDATE rate_month SET tally = x'0100' WHERE month = \(month)", in: journal)
    #expect(try JournalVerifier.verify(journal).findings.contains { $0.code == .rates })
    try journal.close()
  }
}
