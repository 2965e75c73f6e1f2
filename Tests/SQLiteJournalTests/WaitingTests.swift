import Journal
import Model
import Testing

@testable import JournalConformance
@testable import SQLiteJournal

@Suite("Orders wait to be put into the search index")
struct WaitingTests {
  private func waiting(_ journal: SQLiteJournal) throws -> Int64 {
    try journal.integer("SELECT count(*) FROM waiting") ?? 0
  }

  @Test(
    "lists and searches are the same whether none of them waits or all do",
    arguments: [
      ConformanceCheck.pages, .movingPages, .search, .searchedWords, .sight, .candidates, .learning, .rebuilding,
      .exchange, .restoring, .cleanVerification,
    ], [1, 1_000_000])
  func conforms(check: ConformanceCheck, waiting: Int) throws {
    let folder = try ScratchFolder()
    try check.run(on: SQLiteJournalFactory(folder: folder, options: .desk(waiting: waiting)))
  }

  @Test("an order is found by what it says now, before it is put in and after, whenever it was changed")
  func changed() throws {
    let folder = try ScratchFolder()
    let options = JournalOptions.desk(waiting: 1_000_000)
    for putIn in [[Int](), [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]] {
      var history = try History(SQLiteJournalFactory(folder: folder, options: options), seed: 61)
      let store = try #require(history.store as? SQLiteJournal)
      for part in 0..<3 {
        try history.run(steps: 40)
        if putIn.contains(part) {
          try store.indexWaiting(downTo: 1)
          #expect(try waiting(store) == 0)
        } else {
          #expect(try waiting(store) > 0)
        }
      }
      for word in ["噪声", "路", "超市", "noi", "消防通道"] {
        for tab in [OrderQuery.Tab.all, .open, .stage(.closed)] {
          let query = OrderQuery(tab: tab, filter: TextFilter(words: [word]))
          let page = try store.page(query, anchor: .top, before: 0, after: 1_000, seat: "C1", effort: .full)
          #expect(page.rows == history.reference.list(query, seat: "C1"), "\(word) \(tab) \(putIn)")
        }
      }
    }
  }

  @Test("a page of words pasted into the filter is looked for as any other", arguments: [1, 1_000_000])
  func pasted(waiting: Int) throws {
    let folder = try ScratchFolder()
    let options = JournalOptions.desk(waiting: waiting)
    var history = try History(SQLiteJournalFactory(folder: folder, options: options), seed: 65)
    try history.run(steps: 60)
    let words = (0..<3_000).map { "w\($0)" }
    let places = (0..<2_000).map { PlaceCode("7\($0)") }
    let known = try #require(history.reference.entries.values.map(\.row).first)
    for filter in [
      TextFilter(words: words), TextFilter(words: [String](repeating: "噪声", count: 3_000)),
      TextFilter(words: [String](repeating: "噪声", count: 60) + ["没有这个"]),
      TextFilter(words: [words.joined()]), TextFilter(places: places), TextFilter(places: places + [known.place]),
    ] {
      for effort in [SearchEffort.newest, .full] {
        let query = OrderQuery(tab: .all, sort: .newest, filter: filter)
        let page = try history.store.page(query, anchor: .top, before: 0, after: 500, seat: "C1", effort: effort)
        #expect(page.rows == history.reference.list(query, seat: "C1"))
      }
    }
  }

  @Test("a desk puts them in once they are many")
  func bounded() throws {
    let folder = try ScratchFolder()
    var history = try History(SQLiteJournalFactory(folder: folder), seed: 62)
    let store = try #require(history.store as? SQLiteJournal)
    var most: Int64 = 0
    for _ in 0..<300 {
      let request = try history.receive(history.report())
      _ = try store.append([request], recordedAt: history.now)
      most = max(most, try waiting(store))
    }
    let many = Int64(JournalOptions.desk.waiting)
    #expect(most == many - 1)
    #expect(try waiting(store) == 300 % many)
  }

  @Test("an import puts in more at once, and leaves none behind")
  func imported() throws {
    let folder = try ScratchFolder()
    var history = try History(SQLiteJournalFactory(folder: folder, options: .bulk), seed: 63)
    let store = try #require(history.store as? SQLiteJournal)
    var most: Int64 = 0
    for _ in 0..<15 {
      let requests = try (0..<100).map { _ in try history.receive(history.report()) }
      _ = try store.append(requests, recordedAt: history.now)
      most = max(most, try waiting(store))
    }
    #expect(most > Int64(JournalOptions.desk.waiting) && most < Int64(JournalOptions.bulk.waiting))
    try store.close()
    let opened = try SQLiteJournal.open(store.paths.database, .existing)
    #expect(try waiting(opened) == 0)
    try opened.close()
  }

  @Test("an append that is in is not told as refused because somebody holds the lock when it is to be put in")
  func lockHeld() throws {
    let folder = try ScratchFolder()
    var options = JournalOptions.desk
    options.patience = 0.2
    var history = try History(SQLiteJournalFactory(folder: folder, options: options), seed: 66)
    let store = try #require(history.store as? SQLiteJournal)
    let many = options.waiting
    for _ in 0..<many - 1 {
      _ = try store.append([try history.receive(history.report())], recordedAt: history.now)
    }
    let another = try SQLiteJournal.open(store.paths.database, .existing)
    _ = try another.append([try history.receive(history.report())], recordedAt: history.now)
    let lock = try WriteLock(path: store.paths.lock, isShared: false)
    // As after an append of one.
    try lock.hold(within: 1) { () throws(JournalError) in try store.indexWaiting(after: 1) }
    #expect(try waiting(store) == Int64(many))
    _ = try store.append([try history.receive(history.report())], recordedAt: history.now)
    #expect(try waiting(store) == 0, "tried again with the next append")
    try another.close()
  }

  @Test("commands that are run one by one leave no more than a desk does")
  func lone() throws {
    let folder = try ScratchFolder()
    var history = try History(SQLiteJournalFactory(folder: folder), seed: 64)
    let path = try #require(history.store as? SQLiteJournal).paths.database
    try history.store.close()
    let many = JournalOptions.desk.waiting
    for _ in 0..<many + 12 {
      let request = try history.receive(history.report())
      let journal = try SQLiteJournal.open(path, .existing)
      _ = try journal.append([request], recordedAt: history.now)
      try journal.close()
    }
    let journal = try SQLiteJournal.open(path, .existing)
    #expect(try waiting(journal) == 12)
    try journal.close()
  }
}
