import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct CommandTests {
  @Test(arguments: Stage.allCases)
  func `a command that the stage does not allow says why, and what can be done`(stage: Stage) throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.press(Tabs.key(of: stage))
    let number = try #require(desk.state.queue.selected)
    for binding in Keymap.bindings {
      guard case .order(let kind) = binding.action, let key = binding.keys.first else { continue }
      // One key sends, and sends again.
      let asked = kind == .dispatch && StageTable.allows(.redispatch, in: stage) ? .redispatch : kind
      guard !StageTable.allows(asked, in: stage) else { continue }
      let given = desk.performed.count
      try desk.press(key)
      #expect(desk.state.dialog == nil)
      #expect(desk.performed.count == given, "nothing was sent")
      #expect(desk.said.hasPrefix("\(number.short) \(Words.stage(stage))，不能\(Words.command(kind))；可以 "))
      #expect(desk.state.message?.kind == .refusal)
    }
  }

  @Test func `claiming and giving back`() throws {
    let desk = try DeskDriver.filled(with: 3)
    try desk.press("c")
    #expect(desk.said.hasPrefix("已认领 0616-0001"))
    #expect(desk.state.claims.count == 1)
    try desk.press("c")
    #expect(desk.said.contains("本席已认领"))
    try desk.press("v")
    #expect(desk.state.claims.isEmpty)
    try desk.press("v")
    #expect(desk.said.contains("没有认领"))
  }

  @Test func `a claim of another seat is told before anything is typed`() throws {
    let desk = try DeskDriver.filled(with: 3)
    let other = try DeskDriver(seat: "city-dispatch-1", shared: desk)
    try other.open()
    try other.press("c")
    try desk.take(.journalChanged)
    for key in ["c", "d", "i", "n", "v"] {
      try desk.press(key)
      #expect(desk.said.contains("派遣一席 已认领"))
      #expect(desk.state.dialog == nil)
    }
  }

  @Test func `a chief takes over when he says yes`() throws {
    let chief = try DeskDriver.filled(with: 3)
    let other = try DeskDriver(seat: "city-dispatch-1", shared: chief)
    try other.open()
    try other.press("c")
    try chief.take(.journalChanged)
    try chief.press("Cn")
    #expect(chief.state.claims.isEmpty)
    try chief.press("Cy")
    #expect(chief.state.claims.count == 1)
    try other.take(.journalChanged)
    #expect(other.state.claims.isEmpty)
  }

  @Test func `nobody but a chief takes over`() throws {
    let chief = try DeskDriver.filled(with: 3)
    try chief.press("c")
    let other = try DeskDriver(seat: "city-dispatch-1", shared: chief)
    try other.open()
    try other.press("C")
    #expect(other.said.contains("派遣员席不能接管"))
    #expect(other.state.dialog == nil)
  }

  @Test func `an observer is told before anything is typed`() throws {
    let desk = try DeskDriver.filled(with: 3, seat: "city-observe")
    for key in ["c", "d", "b", "n"] {
      try desk.press(key)
      #expect(desk.said.contains("观摩席不能"))
      #expect(desk.state.dialog == nil)
    }
  }

  @Test func `of two desks that claim the same order one is told who was first`() throws {
    let first = try DeskDriver.filled(with: 3)
    let second = try DeskDriver(seat: "city-dispatch-1", shared: first)
    try second.open()
    try first.press("c")
    // The second desk has not heard of it yet.
    try second.press("c")
    #expect(second.said.contains("值班长席 已认领"))
    #expect(second.state.message?.kind == .refusal)
    #expect(second.state.claims.isEmpty)
  }

  @Test func `an order that somebody else has moved on is told, and nothing is done`() throws {
    let first = try DeskDriver.filled(with: 3)
    let second = try DeskDriver(seat: "city-dispatch-1", shared: first)
    try second.open()
    try first.press("n依法不属受理范围")
    try first.press(.enter)
    try second.press("i")
    #expect(second.said.contains("已结案的工单不能立案"))
    #expect(second.said.contains("值班长席"))
    // Overtaken: the command would be allowed, but it was meant for what stood there before.
    try first.press("c")
    try first.press("v")
    try second.press("g")
    try second.take(.journalChanged)
    let number = try #require(second.state.queue.selected)
    try first.select { $0.number == number }
    try first.press("i")
    try second.press("d")
    try second.press(.enter)
    #expect(second.said.contains("值班长席"))
    #expect(second.said.contains("先一步"))
  }

  @Test func `filing, undoing, and who may not undo`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press("2i1")
    #expect(desk.state.queue.rows.contains { $0.stage == .filed })
    try desk.press("3u")
    #expect(desk.said.contains("已撤销"))
    #expect(desk.state.queue.rows.isEmpty)
    try desk.press("1u")
    #expect(desk.said.contains("没有可撤销的一步"))
  }

  @Test func `declining needs a ground`() throws {
    let desk = try DeskDriver.filled(with: 2)
    try desk.press("n")
    try desk.press(.enter)
    #expect(desk.said == "依据不能空着")
    #expect(desk.state.dialog != nil)
    try desk.press("不属本市管辖")
    try desk.press(.enter)
    #expect(desk.state.dialog == nil)
    try desk.press("8")
    #expect(desk.state.queue.rows.first?.outcome == .notAccepted)
  }

  @Test func `an order's whole way by keys`() throws {
    let desk = try DeskDriver.filled(with: 1)
    func stage() throws -> Stage? {
      try desk.press(":0616-0001")
      try desk.press(.enter)
      return desk.state.queue.rows.first?.stage
    }
    try desk.press("d1")
    try desk.press(.enter)
    #expect(try stage() == .dispatched)
    try desk.press("S倪国华")
    try desk.press(.enter)
    try desk.press("11900019999")
    try desk.press(.enter)
    #expect(try stage() == .handling)
    try desk.press("B倪国华")
    try desk.press(.tab)
    try desk.press("11900019999")
    try desk.press(.tab)
    try desk.press(.enter)
    #expect(desk.said == "处置情况不能空着")
    try desk.press("路面已修补")
    try desk.press(.enter)
    #expect(try stage() == .fedBack)
    let handled = try #require(desk.state.selectedFile)
    #expect(handled.order.core.unit != nil)
    try desk.press(.enter)
    #expect(desk.frame.contains("代反馈（电话 倪某 119****9999）：路面已修补"))
    try desk.press(.escape)
    try desk.press("y")
    try desk.press(.tab, .enter)
    #expect(desk.said.contains("请写明看到的情况"))
    try desk.press("仍有坑")
    try desk.press(.enter)
    #expect(try stage() == .handling)
    try desk.press(.enter)
    #expect(desk.frame.contains("核查未通过，返工：仍有坑"))
  }

  @Test func `inspecting, closing and reopening`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.press("6")
    let number = try #require(desk.state.queue.selected)
    try desk.press("y现场已恢复")
    try desk.press(.enter)
    #expect(desk.said.contains("现为待结案"))
    try desk.press("7")
    try desk.select { $0.number == number }
    try desk.press("z")
    try desk.press(.tab, .tab, .enter)
    #expect(desk.said == "不予受理，请写明法律依据")
    try desk.press(.backTab)
    try desk.press("已向来电人解释")
    try desk.press(.enter)
    #expect(desk.said.contains("现为待回访") || desk.said.contains("现为已结案"))
    try desk.press(desk.said.contains("待回访") ? "0" : "8")
    try desk.select { $0.number == number }
    #expect(desk.state.selectedRow?.outcome == .explained)
    try desk.press("R来电人说没有修好")
    try desk.press(.enter)
    #expect(desk.said.contains("现为处置中"))
  }

  @Test func `marks and a bulk act with a question`() throws {
    let desk = try DeskDriver.filled(with: 5)
    try desk.press("xxx")
    #expect(desk.state.marks.count == 3)
    #expect(desk.frame.contains("标记3"))
    try desk.press("c")
    #expect(desk.frame.contains("对标记的 3 件工单一并认领"))
    try desk.press("n")
    #expect(desk.performed.isEmpty)
    try desk.press("cy")
    #expect(desk.state.claims.count == 3)
    #expect(desk.state.marks.isEmpty)
    try desk.press("gxxX")
    #expect(desk.state.marks.isEmpty)
    try desk.press("gxx")
    try desk.press(.escape)
    #expect(desk.state.marks.isEmpty)
  }

  @Test func `a bulk act that fails on some says on how many and why`() throws {
    let desk = try DeskDriver.filled(with: 3)
    let other = try DeskDriver(seat: "city-dispatch-1", shared: desk)
    try other.open()
    try desk.press("xxx")
    try other.press("c")
    try desk.press("cy")
    #expect(desk.said.contains("（成 2 件，未成 1 件）"))
    #expect(desk.said.contains("派遣一席 已认领"))
    #expect(desk.state.marks.count == 1, "the one that failed stays marked")
  }

  @Test func `a journal that is away refuses, keeps the last state, and comes back`() throws {
    let desk = try DeskDriver.filled(with: 3)
    let rows = desk.state.queue.rows
    try desk.take(.storeAway(since: desk.clock.now, reason: "磁盘没有回应"))
    let given = desk.performed.count
    for key in ["c", "i", "d", "b"] {
      try desk.press(key)
      #expect(desk.said.contains("日志连不上"))
      #expect(desk.state.dialog == nil)
    }
    #expect(desk.performed.count == given)
    #expect(desk.state.queue.rows == rows)
    #expect(desk.frame.contains("断开"))
    // A refusal has the bottom line for some seconds; then it says again what is the matter.
    try desk.pass(seconds: 9)
    #expect(desk.frame.contains("磁盘没有回应"))
    try desk.take(.storeBack)
    #expect(desk.said == "日志已恢复")
    try desk.press("c")
    #expect(desk.state.claims.count == 1)
  }

  @Test func `a dialog that was open when the journal went away does not send into the void`() throws {
    let desk = try DeskDriver.filled(with: 3)
    try desk.press("b备注")
    try desk.take(.storeAway(since: desk.clock.now, reason: "磁盘没有回应"))
    try desk.press(.enter)
    #expect(desk.performed.isEmpty)
    #expect(desk.said.contains("日志连不上"))
    #expect(desk.frame.contains("备注"), "what was typed is still there")
  }
}
