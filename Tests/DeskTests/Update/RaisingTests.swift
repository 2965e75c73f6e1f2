import Desk
import Journal
import Model
import Terminal
import Testing

@Suite("A desk that raises")
struct RaisingTests {
  private func morning(raises: Bool) throws -> DeskDriver {
    let desk = try DeskDriver(history: BusyMorning.history.get(), raises: raises)
    try desk.open()
    return desk
  }

  @Test func `goes through the rules once a second and comes to an end`() throws {
    let desk = try morning(raises: true)
    try desk.pass(seconds: 6)
    #expect(desk.effects.count { $0 == .raise } == 6)
    let head = try desk.store.head()
    try desk.pass(seconds: 2)
    #expect(try desk.store.head() == head)
    try desk.take(.journalChanged)
    let late = desk.state.queue.rows.filter { row in row.stageDue.map { $0 < desk.state.now } ?? false }
    #expect(!late.isEmpty && late.allSatisfy { $0.stage == .followUp || $0.supervision > 0 })
  }

  @Test func `shows what is supervised, and what has used its limit three times over, before the matter`() throws {
    let desk = try morning(raises: true)
    try desk.pass(seconds: 6)
    try desk.take(.journalChanged)
    let text = DeskFrame.draw(desk.state).text
    #expect(text.contains("督3×3 "))
    #expect(text.contains("督1 "))
  }

  @Test func `that was not told to raise leaves it`() throws {
    let desk = try morning(raises: false)
    let head = try desk.store.head()
    try desk.pass(seconds: 3)
    #expect(try desk.store.head() == head)
    #expect(!desk.effects.contains(.raise))
  }
}
