import Feeds
import Journal
import Model
import Operations
import Testing

@Suite("Which orders may tell of one event")
struct ProposalsTests {
  /// The first reports of the fixture day, each an order.
  private func orders(_ count: Int) throws -> (Counter, [(number: OrderNumber, incoming: IncomingReport)]) {
    let counter = try Counter()
    counter.clock.advance(minutes: 24 * 60)
    let lines = try Fixtures.lines(Fixtures.feed("day.jsonl")).prefix(count)
    var decoder = ReportDecoder(city: counter.city)
    var orders: [(number: OrderNumber, incoming: IncomingReport)] = []
    for (index, line) in lines.enumerated() {
      let incoming = try decoder.decode(line, line: index + 1)
      // A later report of an incident goes to the order that has it, and makes none.
      if case .accepted(let number) = try counter.operations.takeIn(incoming, account: "feed"),
        !orders.contains(where: { $0.number == number })
      {
        orders.append((number, incoming))
      }
    }
    return (counter, orders)
  }

  @Test func `are those that comparing with every order of the town finds, the most alike first`() throws {
    let (counter, orders) = try orders(400)
    let correlation = Correlation(counter.city)
    let sketches = orders.map { correlation.sketch($0.incoming.report, phone: $0.incoming.reporter?.phone ?? "") }
    var found = 0
    for (index, order) in orders.enumerated() {
      let town = counter.city.places.town(of: order.incoming.report.place)
      var wanted: [(score: Int, number: OrderNumber)] = []
      for (place, other) in orders.enumerated()
      where place != index && counter.city.places.town(of: other.incoming.report.place) == town {
        if let likeness = correlation.proposal(sketches[index], sketches[place]) {
          wanted.append((likeness.score, other.number))
        }
      }
      wanted.sort { $0.score == $1.score ? $0.number < $1.number : $0.score > $1.score }
      let seen = try counter.operations.proposals(for: order.number)
      #expect(seen.map(\.number) == wanted.prefix(correlation.rules.shown).map(\.number), "\(order.number.text)")
      #expect(seen.map(\.likeness.score) == wanted.prefix(correlation.rules.shown).map(\.score))
      found += seen.count
    }
    #expect(found > 100)
  }

  @Test func `a second call by the same caller is told as such`() throws {
    let counter = try Counter()
    let first = try counter.order("H1")
    let second = try counter.order("H2")
    let proposal = try #require(try counter.operations.proposals(for: second).first)
    #expect(proposal.number == first)
    #expect(proposal.source == .grid)
    #expect(proposal.likeness.items.contains { $0.evidence == .sameCaller })
    #expect(try counter.operations.proposals(for: first).map(\.number) == [second])
  }

  @Test func `an order that is not there has none, and says so`() throws {
    let counter = try Counter()
    let number = OrderNumber(day: 20_200_616, sequence: 9)
    #expect(throws: OperationError.noSuchOrder(number)) { try counter.operations.proposals(for: number) }
  }
}
