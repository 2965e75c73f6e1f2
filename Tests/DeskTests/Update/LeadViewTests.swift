import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite("Leads on the desk")
struct LeadViewTests {
  private func view(_ desk: DeskDriver) throws -> LeadView {
    guard case .leads(let view)? = desk.state.dialog else { throw Missing(what: "leads") }
    return view
  }

  @Test func `open with what was found, and each kind has its own`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press("L")
    let book = try #require(try view(desk).book)
    #expect(book.tally.all.total > 0)
    for kind in Lead.Kind.allCases {
      #expect(try view(desk).kind == kind || book.tally.all[kind] == 0)
      try desk.press(.right)
    }
    #expect(book.tally.all[.inaction] > 0 && book.tally.all[.slowness] > 0)
  }

  @Test func `lead to their order, with the evidence before it`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press("L")
    #expect(DeskFrame.draw(desk.state).text.contains("依据"))
    try desk.press(.enter)
    #expect(desk.state.dialog == nil)
    #expect(desk.state.queue.rows.count == 1)
  }

  @Test func `are not for a seat that may not supervise`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36, seat: "city-dispatch-1")
    try desk.press("L")
    #expect(desk.state.dialog == nil)
    #expect(desk.state.message?.kind == .refusal)
  }

  @Test func `of a town's seat are its town's`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36, seat: "town-320614101-chief")
    try desk.press("L")
    let book = try #require(try view(desk).book)
    #expect(Set(book.tally.towns.keys).isSubset(of: [PlaceCode("320614101")]))
  }
}
