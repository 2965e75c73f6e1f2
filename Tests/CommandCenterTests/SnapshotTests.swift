import Desk
import Journal
import Model
import SafeText
import Terminal
import Testing

@testable import CommandCenter

@Suite("Frames as text")
struct SnapshotTests {
  private func state(_ shift: Shift, width: Int, height: Int) throws -> (DeskState, StillDesk) {
    let seat = try #require(shift.city.seat("city-chief"))
    let authority = Authority(officer: "O-CITY-02", seat: seat, account: "test")
    let context = DeskContext(city: shift.city, authority: authority, kind: .live, session: "test")
    let state = DeskState(context: context, width: width, height: height, wall: shift.now, clock: nil)
    return (
      state,
      StillDesk(executor: EffectExecutor(operations: shift.operations, city: shift.loaded, authority: authority))
    )
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `a frame shows the list and leaves the journal as it was`(width: Int, height: Int) throws {
    let shift = try Shift()
    var (state, still) = try state(shift, width: width, height: height)
    let token = try shift.store.changeToken()
    try still.settle(&state, Desk.begin(&state))
    let lines = DeskFrame.draw(state).text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == height)
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(state.queue.rows.count > height)
    #expect(try shift.store.changeToken() == token)
  }

  @Test func `the order that was asked for is selected wherever it stands in the list`() throws {
    let shift = try Shift()
    let number = OrderNumber(day: 20_200_616, sequence: 700)
    var (state, still) = try state(shift, width: 120, height: 36)
    state.query.tab = .all
    state.queue.begin(on: try shift.row(number))
    try still.settle(&state, Desk.begin(&state))
    #expect(state.queue.selected == number)
    #expect(state.queue.rows.count > 30)
    #expect(state.selectedFile?.order.number == number)
  }
}
