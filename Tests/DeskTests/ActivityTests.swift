import Desk
import Journal
import Model
import Operations
import Testing

@Suite("What happened lately")
struct ActivityTests {
  @Test func `stands in one line where rules raised many orders in a row, and what came before is still there`() throws
  {
    let desk = try DeskDriver.onBusyMorning(width: 200, height: 60)
    let before = desk.state.activity.map(\.sequence)
    let raised = try desk.operations.raise(limit: 1_000)
    #expect(raised.count > 10)
    try desk.take(.journalChanged)
    #expect(desk.state.activity.first?.text.hasPrefix("规则") == true)
    #expect(desk.state.activity.dropFirst().first?.sequence == before.first)
  }

  @Test func `a hand-over sheet sums many supervised orders up, and lists all of them when asked`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    _ = try desk.operations.raise(limit: 1_000)
    let reading = try desk.operations.handOver(for: desk.state.context.authority)
    let all = reading.sheet.supervised.count
    #expect(all > HandOverWords.mostSupervised)
    let city = desk.state.city
    let short = HandOverWords.lines(reading, city: city, now: desk.clock.now)
    let long = HandOverWords.lines(reading, city: city, now: desk.clock.now, all: true)
    #expect(long.count == short.count - 1 + all - HandOverWords.mostSupervised)
    #expect(short.contains { $0.hasPrefix("督办批示 \(all)（") })
    // The gravest are among those that stand one by one.
    let levels = reading.sheet.supervised.compactMap { reading.rows[$0]?.supervision }
    let most = levels.max() ?? 0
    let gravest = reading.sheet.supervised.filter { reading.rows[$0]?.supervision == most }.prefix(1)
    for number in gravest {
      let text = OrderNumber(number)?.short ?? ""
      #expect(most > 1 && short.contains { $0.contains(text) })
    }
  }
}
