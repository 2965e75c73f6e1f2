import Journal
import Model
import Operations
import Testing

@Suite("Reports that come in")
struct IntakeTests {
  @Test func `a report that is known and unchanged adds nothing`() throws {
    let counter = try Counter()
    let report = try counter.report("G1")
    guard case .accepted(let number) = try counter.operations.takeIn(report, account: "feed") else {
      Issue.record("not accepted")
      return
    }
    let head = try counter.store.head()
    #expect(try counter.operations.takeIn(report, account: "feed") == .repeated(number))
    #expect(try counter.store.head() == head)
  }

  @Test func `a source that changes its mind and changes it back amends twice`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    let changed = try counter.report("G1", text: "村口和桥头路灯不亮。")
    #expect(try counter.operations.takeIn(changed, account: "feed") == .amended(number))
    #expect(try counter.operations.takeIn(changed, account: "feed") == .repeated(number))
    #expect(try counter.operations.takeIn(try counter.report("G1"), account: "feed") == .amended(number))
    #expect(try counter.operations.takeIn(changed, account: "feed") == .amended(number))
    let file = try counter.store.order(number)
    #expect(file?.order.amendments == 3)
    #expect(file?.order.reports.first?.text == "村口和桥头路灯不亮。")
  }

  @Test func `what a source changes while orders are merged is shown in both, and stays with its own when they part`()
    throws
  {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    let first = try counter.order("G1")
    let second = try counter.order("G2")
    _ = try counter.operations.perform(.merge(evidence: ""), on: first, with: second, by: chief, id: "m")
    var changed = try counter.report("G2")
    changed.report.text = "灯杆也歪了。"
    #expect(try counter.operations.takeIn(changed, account: "feed") == .amended(second))
    func texts(_ number: OrderNumber) throws -> [String] {
      try #require(try counter.store.order(number)).order.reports.map(\.text)
    }
    let plain = try counter.report("G1").report.text
    #expect(try texts(first) == [plain, "灯杆也歪了。"])
    #expect(try texts(second) == ["灯杆也歪了。"])
    _ = try counter.operations.perform(.split(reason: "两处"), on: first, with: second, by: chief, id: "s")
    #expect(try texts(first) == [plain])
    #expect(try texts(second) == ["灯杆也歪了。"])
    changed.report.text = "灯杆扶正了。"
    #expect(try counter.operations.takeIn(changed, account: "feed") == .amended(second))
    #expect(try texts(first) == [plain])
    #expect(try JournalVerifier.verify(counter.store).findings == [])
  }

  @Test func `what is repeated or changed within one batch is seen as such`() throws {
    let counter = try Counter()
    let reports = [
      try counter.report("G1"), try counter.report("G1"), try counter.report("G2"),
      try counter.report("G1", title: "路灯修好又坏"),
    ]
    let prepared = try reports.map { try counter.operations.prepare($0, account: "feed", at: Counter.start) }
    let outcomes = try counter.operations.takeIn(prepared, account: "feed", at: Counter.start)
    let first = OrderNumber(day: 20_200_616, sequence: 1)
    let second = OrderNumber(day: 20_200_616, sequence: 2)
    #expect(outcomes == [.accepted(first), .repeated(first), .accepted(second), .amended(first)])
  }

  @Test func `a report from a place that nobody knows is refused`() throws {
    let counter = try Counter()
    var report = try counter.report("G1")
    report.report.place = "nowhere"
    guard case .refused(let refusal) = try counter.operations.takeIn(report, account: "feed") else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.code == .unknownPlace)
    #expect(refusal.subject == "nowhere")
    #expect(try counter.store.head().sequence == 1)
  }

  @Test func `numbers of sources that are as long as they may be are told apart`() throws {
    let counter = try Counter()
    let common = String(repeating: "长", count: 66)
    let one = try counter.order(common + "1")
    let two = try counter.order(common + "2")
    #expect(one != two)
    #expect(try counter.operations.takeIn(try counter.report(common + "1"), account: "feed") == .repeated(one))
    let changed = try counter.report(common + "1", text: "又坏了。")
    #expect(try counter.operations.takeIn(changed, account: "feed") == .amended(one))
  }

  @Test func `who reported stands beside the event and can be erased without making the report new`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    #expect(try counter.store.personal(2)?.data == PersonalData(name: "张三", phone: "11900001234"))
    try counter.store.erasePersonal(2)
    #expect(try counter.operations.takeIn(try counter.report("G1"), account: "feed") == .repeated(number))
    #expect(try JournalVerifier.verify(counter.store).isClean)
  }

  @Test func `a report that arrives closed is a closed order with the source's time`() throws {
    let counter = try Counter()
    var report = try counter.report("G1")
    let closed = Counter.start.adding(minutes: -90)
    report.report.origin = OriginState(status: "Closed", closedAt: closed)
    guard case .accepted(let number) = try counter.operations.takeIn(report, account: "feed") else {
      Issue.record("not accepted")
      return
    }
    let row = try counter.store.row(number, seat: "")
    #expect(row?.stage == .closed)
    #expect(row?.enteredAt == closed)
    #expect(row?.stageDue == nil)
  }
}
