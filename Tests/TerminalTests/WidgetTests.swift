import SafeText
import SeededRandom
import Terminal
import Testing

@Suite("Widgets")
struct WidgetTests {
  /// Draws on a surface of a size and gives its lines.
  private func frame(_ width: Int, _ height: Int, _ draw: (inout Surface) -> Void) -> String {
    var surface = Surface(width: width, height: height)
    draw(&surface)
    return surface.text
  }

  @Test("a box has corners, titles and a footer")
  func box() {
    let text = frame(20, 3) {
      $0.box($0.bounds, title: "区镇", trailing: "12/12", footer: "来源")
    }
    #expect(
      text == """
        ┌─区镇───────12/12─┐
        │                  │
        └─来源─────────────┘

        """)
    #expect(frame(3, 2) { $0.box($0.bounds, title: "很长的标题") } == "┌─┐\n└─┘\n")
    #expect(frame(3, 1) { $0.box($0.bounds) } == "\n")
  }

  private static let columns = [
    TableColumn("剩余", .fixed(5), alignment: .trailing, priority: 9),
    TableColumn("编号", .fixed(4), priority: 1),
    TableColumn("事项", .flexible(minimum: 8), priority: 9),
    TableColumn("承办", .fixed(6), priority: 2),
  ]

  private func table(width: Int) -> String {
    frame(width, 4) { surface in
      let layout = TableLayout(Self.columns, width: width - 1)
      let rect = surface.bounds
      surface.tableHeader(layout, in: rect)
      let rows = [["-0:42", "0142", "凤城社区夜间施工", "执法局"], ["1工日", "0139", "路面坑洞", "—"]]
      surface.tableRows(
        layout, in: Rect(row: 1, col: 0, width: width, height: 3), rows: 0..<2, selected: 1
      ) { Span(rows[$0][$1]) }
    }
  }

  @Test("a table gives up columns by priority as it narrows")
  func tables() {
    #expect(
      table(width: 32) == """
          剩余 编号 事项          承办
         -0:42 0142 凤城社区夜间… 执法局
        ▌1工日 0139 路面坑洞      —

        """ + "\n")
    #expect(
      table(width: 24) == """
          剩余 事项       承办
         -0:42 凤城社区…  执法局
        ▌1工日 路面坑洞   —

        """ + "\n")
    #expect(
      table(width: 15) == """
          剩余 事项
         -0:42 凤城社…
        ▌1工日 路面坑洞

        """ + "\n")
  }

  @Test("splits fill their rectangle and never exceed it")
  func splits() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let total = Int.random(in: 0...60, using: &random)
      let extents: [Extent] = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Bool.random(using: &random)
          ? .fixed(Int.random(in: -2...20, using: &random))
          : .flexible(weight: Int.random(in: 1...3, using: &random), minimum: Int.random(in: 0...10, using: &random))
      }
      let parts = Rect(row: 2, col: 3, width: total, height: 9).columns(extents)
      let sum = parts.reduce(0) { $0 + $1.width }
      #expect(sum <= total && parts.allSatisfy { $0.width >= 0 && $0.height == 9 && $0.row == 2 })
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.endCol == $1.col })
      let isFlexible = extents.contains { if case .flexible = $0 { true } else { false } }
      if isFlexible { #expect(sum == total) }
    }
  }

  @Test("a paragraph wraps, scrolls and shows that more follows")
  func paragraph() {
    let text = "市场南门消防通道被三辆货车占用。\n已两天"
    #expect(frame(12, 4) { $0.paragraph(text, in: $0.bounds) } == "市场南门消防\n通道被三辆货\n车占用。\n已两天\n")
    #expect(frame(12, 2) { $0.paragraph(text, in: $0.bounds) } == "市场南门消防\n通道被三辆…\n")
    #expect(frame(12, 2) { $0.paragraph(text, in: $0.bounds, from: 2) } == "车占用。\n已两天\n")
    var surface = Surface(width: 12, height: 1)
    #expect(surface.paragraph(text, in: surface.bounds) == 4)
  }

  @Test("a gauge is empty at nothing, full at all, and neither in between")
  func gauge() {
    func bar(_ part: Int, _ whole: Int) -> String { frame(10, 1) { $0.gauge(part, of: whole, at: 0, 0, width: 5) } }
    #expect(bar(0, 100) == "░░░░░\n")
    #expect(bar(1, 100) == "█░░░░\n")
    #expect(bar(50, 100) == "██░░░\n")
    #expect(bar(99, 100) == "████░\n")
    #expect(bar(100, 100) == "█████\n")
    #expect(bar(200, 100) == "█████\n")
    #expect(bar(5, 0) == "░░░░░\n")
  }

  @Test("a plot rises and falls with its values")
  func plot() {
    let text = frame(16, 5) { $0.plot([0, 30, 60, 30, 0], in: $0.bounds, labels: ["08", "12", "16"]) }
    #expect(
      text == """
         60┤    ⡠⠊⠑⢄
           ┤  ⡠⠊    ⠑⢄
           ┤⡠⠊        ⠑⢄
          0└────────────
            08   12   16

        """)
    #expect(
      frame(16, 3) { $0.plot([], in: $0.bounds) } == " 1┤\n  ┤\n 0└─────────────\n")
  }

  @Test("tabs keep the selected one in sight and say where they are")
  func tabs() {
    let tabs = ["全部214", "待立案6", "待派遣12", "待签收9"]
    var hits: [HitRange] = []
    #expect(
      frame(40, 1) { hits = $0.tabLine(tabs, selected: 0, at: 0, 0, maxColumns: 40) } == "[全部214] 待立案6 待派遣12 待签收9\n")
    #expect(hits.map(\.columns) == [0..<9, 10..<17, 18..<26, 27..<34])
    #expect(hits[1].contains(row: 0, col: 12) && !hits[1].contains(row: 1, col: 12))
    #expect(frame(20, 1) { hits = $0.tabLine(tabs, selected: 3, at: 0, 0, maxColumns: 20) } == "待派遣12 [待签收9]\n")
    #expect(hits.map(\.index) == [2, 3])
  }

  @Test("a key line leaves out what does not fit")
  func keyLine() {
    let hints = [KeyHint("c", "认领"), KeyHint("d", "派单"), KeyHint("/", "筛选")]
    #expect(frame(12, 1) { $0.keyLine(hints, at: 0, 0) } == "c认领 d派单\n")
    #expect(frame(17, 1) { $0.keyLine(hints, at: 0, 0) } == "c认领 d派单 /筛选\n")
  }

  @Test("a pop-up covers what is below it without leaving halves")
  func popUp() {
    let text = frame(20, 5) { surface in
      for row in 0..<5 { surface.put("叠石桥市场南门消防通", at: row, 0) }
      let inner = surface.popUp(width: 9, height: 3, in: surface.bounds, title: "派单")
      surface.put("承办", at: inner.row, inner.col)
    }
    #expect(
      text
        == """
        叠石桥市场南门消防通
        叠石 ┌─派单──┐消防通
        叠石 │承办   │消防通
        叠石 └───────┘消防通
        叠石桥市场南门消防通

        """)
  }

  @Test("a field edits by character and shows its cursor")
  func input() {
    func typed(_ keys: [Key], into field: inout InputField) -> Bool {
      keys.reduce(true) { field.apply($1) && $0 }
    }
    var field = InputField()
    var took = typed([.char("余"), .char("东"), .char("镇"), .left, .backspace], into: &field)
    #expect(took && field.text == "余镇" && field.caret == 1)
    took = typed([.char("东"), .home, .delete], into: &field)
    #expect(took && field.text == "东镇")
    took = typed([.enter], into: &field) || typed([.escape], into: &field)
    #expect(!took && field.text == "东镇")
    took = typed([.end, .char(" "), .char("a"), .ctrl("w")], into: &field)
    #expect(took && field.text == "东镇 ")
    took = typed([.ctrl("u")], into: &field)
    #expect(took && field.text.isEmpty)

    var surface = Surface(width: 10, height: 1)
    surface.inputLine(InputField("abc海门"), prompt: "/", at: 0, 0, width: 8)
    #expect(surface.lines == ["/bc海门"])
    #expect(surface.caret == Surface.Caret(row: 0, col: 7))
  }

  @Test("help is a table of groups in columns")
  func help() {
    let groups = [
      HelpGroup("移动", [KeyHint("j", "下一行"), KeyHint("Enter", "详情")]), HelpGroup("工单", [KeyHint("c", "认领")]),
    ]
    #expect(
      frame(40, 3) { $0.helpTable(groups, in: $0.bounds, columnWidth: 20) } == """
        移动
             j  下一行      工单
         Enter  详情             c  认领

        """)
    #expect(frame(20, 2) { $0.helpTable(groups, in: $0.bounds, from: 4, columnWidth: 20) } == "工单\n     c  认领\n")
  }

  @Test("a list scrolls as little as it must")
  func scrolling() {
    var window = ScrollWindow()
    window.follow(9, count: 100, visible: 10)
    #expect(window.offset == 0)
    window.follow(10, count: 100, visible: 10)
    #expect(window.offset == 1)
    window.follow(10, count: 100, visible: 10, margin: 3)
    #expect(window.offset == 4)
    window.follow(99, count: 100, visible: 10, margin: 3)
    #expect(window.offset == 90)
    window.follow(nil, count: 5, visible: 10)
    #expect(window.offset == 0)
    window.scroll(by: 3, count: 12, visible: 10)
    #expect(window.offset == 2)
  }
}
