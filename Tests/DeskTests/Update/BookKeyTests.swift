import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct BookKeyTests {
  @Test func `a response set by key shows on every desk, and is lifted by the same form`() throws {
    let desk = try DeskDriver.onBusyMorning()
    let town = try DeskDriver(seat: "town-320614101-chief", shared: desk)
    try town.open()
    try desk.startFlood()
    #expect(desk.said.contains("海门市防汛应急响应定为Ⅱ级"))
    try town.take(.journalChanged)
    #expect(town.frame.contains("防汛Ⅱ级"))
    #expect(town.frame.contains("统一口径"))
    try desk.press("Y")
    try desk.press(.tab, .char("5"), .tab, .tab)
    try desk.press("雨停")
    try desk.press(.enter, .enter)
    #expect(desk.said.contains("已终止"))
    #expect(desk.state.responses.standing.isEmpty)
    #expect(!desk.frame.contains("统一口径"))
  }

  @Test func `a seat without the right is told so, and a form without a reason stays open`() throws {
    let desk = try DeskDriver(seat: "city-dispatch-1")
    try desk.open()
    try desk.press("Y")
    #expect(desk.said == "派遣员席不能办应急响应")
    #expect(desk.state.dialog == nil)
    let chief = try DeskDriver.onBusyMorning()
    try chief.press("Y")
    try chief.press(.enter, .enter, .enter, .enter, .enter)
    #expect(chief.said == "原因不能空着")
    #expect(chief.state.dialog != nil)
  }

  @Test func `marked orders that must wait stand still one by one, and the others are refused`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.startFlood()
    let waiting = try desk.operations.waitingOrders(under: "FLOOD", in: "320614")
    try desk.select { waiting.contains($0.number) }
    let number = try #require(desk.state.queue.selected)
    try desk.press("W2")
    try desk.press(.enter)
    try desk.press(.char("2"), .enter)
    try desk.press("暴雨")
    try desk.press(.enter)
    let order = try #require(try desk.store.order(number)?.order)
    #expect(order.activeSuspension(at: desk.clock.now)?.ground == "WEATHER")
    #expect(try !desk.operations.waitingOrders(under: "FLOOD", in: "320614").contains(number))
  }

  @Test func `the next officer sees that a hand-over waits, and confirms it once`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.press("cJ")
    try desk.press("盯住南闸")
    try desk.press(.enter)
    #expect(desk.said == "已交班，等下一班确认")
    #expect(!desk.frame.contains("待接班"))
    let next = try DeskDriver(shared: desk, officer: 1)
    try next.open()
    #expect(next.frame.contains("J待接班"))
    try next.press("J")
    #expect(next.frame.contains("交代：盯住南闸"))
    try next.press(.enter)
    #expect(next.said == "已接班")
    #expect(!next.frame.contains("待接班"))
    // The form now hands over again.
    try next.press("J")
    #expect(next.frame.contains("┌─交班"))
  }

  @Test func `an observer hands nothing over`() throws {
    let desk = try DeskDriver(seat: "city-observe")
    try desk.open()
    try desk.press("J")
    #expect(desk.said == "观摩席不能办交接班")
  }
}
