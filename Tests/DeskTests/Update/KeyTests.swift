import Desk
import Journal
import Model
import SafeText
import Terminal
import Testing

@Suite struct KeyTests {
  @Test func `full-width keys are the keys they look like`() throws {
    let desk = try DeskDriver.filled(with: 9)
    try desk.press("ｊｊ")
    #expect(desk.state.queue.selectedIndex == 2)
    try desk.press("２")
    #expect(desk.state.query.tab == .stage(.received))
    try desk.press("１")
    #expect(desk.state.query.tab == .open)
    try desk.press("／")
    #expect(desk.state.dialog == .filter(InputField()))
    try desk.press(.escape)
    try desk.press("？")
    #expect(desk.state.dialog == .help(scroll: 0))
    try desk.press(.escape)
    try desk.press("：")
    #expect(desk.isTypingCommand)
  }

  @Test func `a character of an input method is told, in a question too`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press("的")
    #expect(desk.said.contains("输入法"))
    #expect(desk.said.contains("的"))
    try desk.press("cq")
    try desk.press("是")
    #expect(desk.said.contains("「是」"))
    #expect(!desk.didQuit)
  }

  @Test func `a paste and an unknown key are told`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press(.paste(SafeText("一大段文字"), droppedBytes: 0))
    #expect(desk.said.contains("粘贴"))
    try desk.press(.function(7))
    #expect(desk.said.contains("没有用处"))
    try desk.press("@")
    #expect(desk.said.contains("「@」"))
    #expect(desk.performed.isEmpty)
  }

  @Test func `leaving asks while one holds orders, and not otherwise`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press("cq")
    #expect(desk.frame.contains("本席还认领着 1 件工单"))
    try desk.press("n")
    #expect(!desk.didQuit)
    try desk.press("v")
    try desk.press("q")
    #expect(desk.didQuit)
  }

  @Test func `leaving does not ask about claims that have lapsed`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press("c")
    desk.clock.advance(milliseconds: 11 * 60_000)
    try desk.take(.tick)
    try desk.press("q")
    #expect(desk.didQuit)
  }

  @Test func `clock keys are refused on a live desk`() throws {
    let desk = try DeskDriver.filled(with: 2)
    for key in [" ", "+", "-"] {
      try desk.press(key)
      #expect(desk.said.contains("实时"))
    }
    #expect(!desk.effects.contains { if case .setClock = $0 { true } else { false } })
  }

  @Test func `clock keys change a demonstration's clock without a jump`() throws {
    let desk = try DeskDriver.filled(with: 2, kind: .demo)
    try desk.take(
      .clock(ClockSetting(feed: Fixtures.morning, wall: desk.clock.now, speed: 10_000, paused: false)))
    for key in ["+", " ", " ", "-", "-", " "] {
      desk.clock.advance(milliseconds: 7_777)
      try desk.take(.tick)
      let before = desk.state.now
      try desk.press(key)
      #expect(desk.state.now == before)
    }
    #expect(desk.state.clock?.paused == true)
    #expect(desk.state.clock?.speed == 5_000)
    let shared = try desk.store.clock()
    #expect(shared == desk.state.clock, "all desks on the journal share it")
    desk.clock.advance(milliseconds: 60_000)
    let before = desk.state.now
    try desk.take(.tick)
    #expect(desk.state.now == before)
  }

  @Test func `tabs are chosen by number and by their neighbours`() throws {
    let desk = try DeskDriver.filled(with: 2)
    for number in 1...10 {
      try desk.press(String(number % 10))
      #expect(desk.state.query.tab == Tabs.all[number - 1])
    }
    try desk.press("l")
    #expect(desk.state.query.tab == .open)
    try desk.press(.left)
    #expect(desk.state.query.tab == .stage(.followUp))
  }

  @Test func `sources go round in both directions`() throws {
    let desk = try DeskDriver.filled(with: 2)
    for source in Source.allCases {
      try desk.press("f")
      #expect(desk.state.query.source == source)
    }
    try desk.press("f")
    #expect(desk.state.query.source == nil)
    try desk.press("F")
    #expect(desk.state.query.source == .other)
    #expect(desk.frame.contains("没有来自其他、未结的工单"))
  }

  @Test func `sorting goes round, and the list follows`() throws {
    let desk = try DeskDriver.onBusyMorning()
    for sort in [OrderQuery.Sort.newest, .oldest, .due] {
      try desk.press("s")
      #expect(desk.state.query.sort == sort)
      let rows = desk.state.queue.rows
      let isSorted = zip(rows, rows.dropFirst()).allSatisfy { first, second in
        switch sort {
        case .due: first.sortInstant <= second.sortInstant
        case .newest: first.number > second.number
        case .oldest: first.number < second.number
        }
      }
      #expect(isSorted)
    }
  }

  @Test func `the tier goes from the city to the order's town and back`() throws {
    let desk = try DeskDriver.onBusyMorning()
    let town = try #require(desk.state.selectedRow?.town)
    try desk.press("t")
    #expect(desk.state.query.town == town)
    #expect(desk.state.queue.rows.allSatisfy { $0.town == town })
    try desk.press("t")
    #expect(desk.state.query.town == nil)
  }

  @Test func `a town seat sees its town alone`() throws {
    let desk = try DeskDriver.onBusyMorning(seat: "town-320614101-chief")
    #expect(desk.state.queue.rows.allSatisfy { $0.town == "320614101" })
    try desk.press("t")
    #expect(desk.said == "镇级台只看本镇")
    #expect(!desk.frame.contains("全市"))
    try desk.press(":区镇 余东")
    try desk.press(.enter)
    #expect(desk.state.query.town == "320614101")
  }

  @Test func `the keyboard never stays in a pane that a smaller terminal does not show`() throws {
    let desk = try DeskDriver.filled(with: 3)
    try desk.press(.tab)
    #expect(desk.state.focus == .towns)
    try desk.resize(80, 24)
    #expect(desk.state.focus == .queue)
    try desk.press("j")
    #expect(desk.state.queue.selectedIndex == 1)
  }

  @Test func `the detail scrolls no further than it has lines`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 80, height: 24)
    try desk.press(.backTab)
    #expect(desk.state.focus == .detail)
    try desk.press("G")
    let bottom = desk.frame
    try desk.press("jjjj")
    #expect(desk.frame == bottom)
    try desk.press("k")
    #expect(desk.frame != bottom, "one key up shows at once")
  }

  @Test func `help and file scroll no further than they have lines`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 80, height: 24)
    for opening in [Key.char("?"), .enter] {
      try desk.press(opening)
      let top = desk.frame
      try desk.press("G")
      let bottom = desk.frame
      #expect(bottom != top)
      try desk.press("jj")
      #expect(desk.frame == bottom)
      try desk.press("k")
      #expect(desk.frame != bottom)
      try desk.press("g")
      #expect(desk.frame == top)
      try desk.press(.escape)
      #expect(desk.state.dialog == nil)
    }
  }
}
