import Model
import Testing

/// Handing a shift over, and what the sheet has on it.
@Suite struct ShiftTests {
  private static func decide(
    _ command: ShiftCommand, on book: ShiftBook, by authority: Authority
  ) -> Result<ShiftEvent, BookRefusal> {
    do {
      return .success(try ShiftRules.decide(command, on: book, by: authority, in: TestCity.tables))
    } catch {
      return .failure(error)
    }
  }

  private static let handOver = ShiftCommand.handOver(
    sheet: HandOverSheet(claimed: ["20200616-00001"]), since: TestCity.at(8), notes: "盯住南闸", head: "7:00ff")

  /// Another officer at the chief's seat.
  private static let next = Authority(
    officer: "O-NEXT", seat: Duty.chief.seat, role: .chief, tier: .city, place: "CITY", account: "next")

  private static func signature(_ authority: Authority, at hour: Int) -> Signature {
    Signature(officer: authority.officer, seat: authority.seat, at: TestCity.at(hour))
  }

  @Test func `what was handed over is confirmed once, by another officer`() throws {
    var book = ShiftBook()
    #expect(
      Self.decide(.takeOver(text: ""), on: book, by: Self.next) == .failure(BookRefusal(.nothingHandedOver, "S-CHIEF")))
    #expect(Self.decide(Self.handOver, on: book, by: Duty.observer) == .failure(BookRefusal(.role, "observer")))
    book.take(try Self.decide(Self.handOver, on: book, by: Duty.chief).get(), by: Self.signature(Duty.chief, at: 16))
    #expect(book.waiting?.handOver.notes == "盯住南闸")
    #expect(book.since == TestCity.at(8))
    #expect(
      Self.decide(.takeOver(text: ""), on: book, by: Duty.chief) == .failure(BookRefusal(.ownHandOver, "O-CHIEF")))
    book.take(
      try Self.decide(.takeOver(text: "知悉"), on: book, by: Self.next).get(), by: Self.signature(Self.next, at: 17))
    #expect(book.waiting == nil)
    #expect(book.last?.answer == "知悉")
    #expect(book.since == TestCity.at(17))
    #expect(Self.decide(.takeOver(text: ""), on: book, by: Self.next) == .failure(BookRefusal(.takenAlready, "O-NEXT")))
    #expect(
      Self.decide(.takeOver(text: ""), on: book, by: Duty.chief) == .failure(BookRefusal(.takenAlready, "O-NEXT")))
  }

  @Test func `a hand-over made again takes the place of the one that waits, which can't be confirmed any more`() throws
  {
    var book = ShiftBook()
    for _ in 0..<2 {
      book.take(try Self.decide(Self.handOver, on: book, by: Duty.chief).get(), by: Self.signature(Duty.chief, at: 16))
    }
    #expect(book.waiting?.version == 2)
    var late = book
    let took = late.take(.takenOver(.init(handOver: 1, text: "")), by: Self.signature(Self.next, at: 17))
    #expect(!took)
    #expect(late == book)
  }

  @Test func `the sheet has each open order where it belongs`() throws {
    func number(_ sequence: Int) -> OrderNumber { OrderNumber(day: 20_200_616, sequence: sequence) }
    func order(_ sequence: Int, _ change: (inout OrderCourse) throws -> Void) throws -> WorkOrder {
      var course = try OrderCourse(
        TestCity.report { $0.source = .hotline }, number: number(sequence))
      try change(&course)
      return course.order
    }
    func sent(_ course: inout OrderCourse) throws {
      try course.run(.file(Filing()), by: Duty.chief)
      try course.run(.dispatch(Dispatching(unit: "D-ROAD")), by: Duty.chief)
    }
    let orders = [
      try order(1) { try $0.run(.claim, by: Duty.chief) },
      try order(2) { try sent(&$0) },
      try order(3) {
        try sent(&$0)
        try $0.run(.urge(text: "快办"), by: Duty.chief)
      },
      try order(4) {
        try $0.run(.instruct(Instructing(issuer: "书记", text: "速办", due: TestCity.at(20))), by: Duty.leader)
      },
      try order(5) { try $0.run(.claim, by: Duty.dispatcher) },
      try order(6) { try $0.run(.decline(Declining(outcome: .notAccepted, ground: "不属实")), by: Duty.chief) },
    ]
    let sheet = HandOverSheet(
      drawnFrom: orders, for: Duty.chief.seat, acted: Set([1, 2, 3, 6].map(number)), at: TestCity.at(9, 10))
    #expect(sheet.claimed == [number(1).text])
    // What was declined owes its caller an answer and a call, as what was closed does.
    #expect(sheet.followed == [number(2).text, number(3).text, number(6).text])
    #expect(sheet.urged == [number(3).text])
    #expect(sheet.supervised == [number(4).text])
    #expect(sheet.promised == [number(2).text, number(3).text, number(6).text])
    #expect(sheet.numbers.count == 5)
  }
}
