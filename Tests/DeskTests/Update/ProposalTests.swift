import Desk
import Journal
import Model
import Operations
import Testing

@Suite("疑同 on the desk")
struct ProposalTests {
  private func asked(_ desk: DeskDriver) -> [OrderNumber] {
    desk.effects.compactMap { if case .loadProposals(let number) = $0 { number } else { nil } }
  }

  /// A desk on the fixture morning with the selection on an order that has proposals.
  private func onProposed(width: Int, height: Int) throws -> (desk: DeskDriver, proposal: Proposal) {
    let desk = try DeskDriver.onBusyMorning(width: width, height: height)
    for row in desk.state.queue.rows {
      guard let proposal = try desk.operations.proposals(for: row.number).first else { continue }
      try desk.select { $0.number == row.number }
      return (desk, proposal)
    }
    throw Missing(what: "an order with proposals")
  }

  @Test func `they are looked for where the selection rests, and not on the way there`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.press("jjjj")
    #expect(asked(desk).isEmpty)
    try desk.pass(seconds: 3)
    #expect(asked(desk) == [try #require(desk.state.queue.selected)], "asked once")
  }

  @Test("they stand in the detail", arguments: [(80, 24), (200, 60)])
  func shown(_ width: Int, _ height: Int) throws {
    let (desk, proposal) = try onProposed(width: width, height: height)
    #expect(!desk.frame.contains("疑同 " + proposal.number.short))
    try desk.pass(seconds: 2)
    #expect(desk.state.proposals.list.first == proposal)
    let line = try #require(desk.frame.split(separator: "\n").first { $0.contains("疑同 " + proposal.number.short) })
    #expect(line.contains("小时前") || line.contains("分前") || line.contains("后"), "\(line)")
    // They go with the selection.
    try desk.press("j")
    #expect(!desk.frame.contains("疑同 " + proposal.number.short))
  }

  @Test func `they are looked for again after the journal has changed, but not at every change`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.pass(seconds: 2)
    for _ in 0..<3 {
      try desk.take(.journalChanged)
      try desk.pass(seconds: 1)
    }
    #expect(asked(desk).count == 1)
    try desk.pass(seconds: 10)
    #expect(asked(desk).count == 2)
    try desk.pass(seconds: 20)
    #expect(asked(desk).count == 2, "nothing has changed since")
  }
}
