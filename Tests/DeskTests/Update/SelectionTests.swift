import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct SelectionTests {
  @Test func `the selection follows its order when rows come in before it`() throws {
    let desk = try DeskDriver.filled(with: 60)
    try desk.press("jjjjj")
    let selected = desk.state.queue.selected
    let line = desk.selectedLine ?? 0
    // Due long before the others, so that they stand above.
    for turn in 0..<3 { try desk.receive(turn: 100 + turn, minutesAgo: 600) }
    try desk.take(.journalChanged)
    #expect(desk.state.queue.selected == selected)
    #expect(desk.selectedLine == line + 3, "who looks at the list's beginning sees what came in there")
    #expect(desk.state.queue.selectedIndex == 8)
  }

  @Test func `below the list's beginning the selection stays on its line of the screen`() throws {
    let desk = try DeskDriver.filled(with: 60)
    for _ in 0..<40 { try desk.press("j") }
    let line = desk.selectedLine
    for turn in 0..<3 { try desk.receive(turn: 100 + turn, minutesAgo: 600) }
    try desk.take(.journalChanged)
    #expect(desk.selectedLine == line)
    #expect(desk.state.queue.selectedIndex == 43)
  }

  @Test func `the selection stays when rows come in after it`() throws {
    let desk = try DeskDriver.filled(with: 60)
    try desk.press("jj")
    let selected = desk.state.queue.selected
    try desk.receive(turn: 100, minutesAgo: 0)
    try desk.take(.journalChanged)
    #expect(desk.state.queue.selected == selected)
    #expect(desk.state.queue.selectedIndex == 2)
  }

  @Test func `when its order leaves the list the one that took its place is selected`() throws {
    let desk = try DeskDriver.filled(with: 6)
    try desk.press("2jj")
    let next = desk.state.queue.rows[3].number
    try desk.press("i")
    #expect(desk.state.queue.rows.count == 5)
    #expect(desk.state.queue.selected == next)
  }

  @Test func `when the last order leaves the list the one before it is selected, and then none`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press("2Gi")
    #expect(desk.state.queue.selectedIndex == 0)
    try desk.press("i")
    #expect(desk.state.queue.selected == nil)
    #expect(desk.frame.contains("没有待立案的工单"))
    try desk.press("j")
    #expect(desk.state.message?.text.contains("列表是空的") == true)
  }

  @Test func `an order that changed is marked for two seconds`() throws {
    let desk = try DeskDriver.filled(with: 3)
    let other = try DeskDriver(seat: "city-dispatch-1", shared: desk)
    try other.open()
    try other.press("c")
    try desk.take(.journalChanged)
    let number = try #require(desk.state.queue.rows.first?.number)
    #expect(desk.state.changed.keys.contains(number))
    try desk.pass(seconds: 1)
    #expect(desk.state.changed.keys.contains(number))
    try desk.pass(seconds: 1)
    #expect(!desk.state.changed.keys.contains(number))
  }

  @Test func `an order is unread until the selection has rested on it for a second`() throws {
    let desk = try DeskDriver.filled(with: 3)
    #expect(desk.state.queue.rows.allSatisfy { $0.unread })
    try desk.take(.tick)
    try desk.press("j")
    try desk.pass(seconds: 1)
    #expect(desk.state.queue.rows.allSatisfy { $0.unread }, "it was only passed by")
    try desk.pass(seconds: 1)
    #expect(desk.state.queue.rows.map(\.unread) == [true, false, true])
    try desk.take(.journalChanged)
    #expect(desk.state.queue.rows.map(\.unread) == [true, false, true], "the journal keeps what was seen")
  }

  @Test func `what one does oneself does not come back as unread`() throws {
    let desk = try DeskDriver.filled(with: 3)
    try desk.press("c")
    #expect(desk.state.queue.rows.map(\.unread) == [false, true, true])
  }

  @Test func `keys go to the true ends of five thousand orders`() throws {
    let desk = try DeskDriver.filled(with: 5_000, width: 80, height: 24)
    let all = try desk.store.page(
      desk.state.query, anchor: .top, before: 0, after: .max, seat: "city-chief", effort: .full
    ).rows.map(\.number)
    #expect(all.count == 5_000)
    try desk.press("G")
    #expect(desk.state.queue.selected == all.last)
    try desk.press("g")
    #expect(desk.state.queue.selected == all.first)
    for (key, step) in [(Key.pageDown, 10), (.pageUp, -10), (.ctrl("d"), 5), (.ctrl("u"), -5)] {
      try desk.press("g")
      var index = 0
      // Down first, so that there is a way up.
      try desk.press(.pageDown, .pageDown, .pageDown)
      index = 30
      for _ in 0..<(step > 0 ? 60 : 3) {
        try desk.press(key)
        index = max(0, min(all.count - 1, index + step))
        #expect(desk.state.queue.selected == all[index])
      }
    }
  }

  @Test func `a long walk reads the list in few pieces and each file once`() throws {
    let desk = try DeskDriver.filled(with: 600, width: 120, height: 36)
    let before = desk.effects.count
    for _ in 0..<200 { try desk.press("j") }
    let asked = desk.effects.dropFirst(before)
    let pages = asked.count { if case .loadPage = $0 { true } else { false } }
    let files = asked.flatMap { effect -> [OrderNumber] in
      if case .loadFiles(let numbers) = effect { numbers } else { [] }
    }
    #expect(pages <= 10)
    #expect(asked.count <= 25)
    #expect(Set(files).count == files.count, "no file is read twice")
    #expect(desk.state.selectedFile != nil)
  }

  @Test func `the files near the selection are there before it gets to them`() throws {
    let desk = try DeskDriver.filled(with: 200)
    for _ in 0..<80 {
      try desk.press("j")
      let index = try #require(desk.state.queue.selectedIndex)
      let row = desk.state.queue.rows[min(index + 5, desk.state.queue.rows.count - 1)]
      #expect(desk.state.files[row.number] != nil)
    }
  }

  @Test func `answers to a list that is no longer asked for are dropped`() throws {
    let desk = try DeskDriver.filled(with: 5)
    var state = desk.state
    let stale = OrderPage(rows: [], hasBefore: false, hasAfter: false)
    _ = Desk.update(
      &state, .page(generation: state.queue.generation - 1, stale, effort: .full), at: desk.clock.now)
    #expect(state.queue.rows.count == 5)
  }
}
