import Desk
import Journal
import Model
import SafeText
import SeededRandom
import Terminal
import Testing

/// No line is wider than the terminal, and no text breaks a border, whatever the size and whatever is shown.
@Suite struct BorderTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `borders hold at any size in any state`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let desk = try DeskDriver.onBusyMorning()
    let hostile = try desk.receive(
      turn: 1, minutesAgo: 900,
      title: "混排ABC，全角ＡＢＣ；e\u{301}\u{302} ‮反\u{200B}写 \u{1B}[31m" + String(repeating: "长", count: 90))
    try desk.take(.journalChanged)
    for _ in 0..<60 {
      let width = Int.random(in: 60...240, using: &random)
      let height = Int.random(in: 16...80, using: &random)
      try desk.resize(width, height)
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let key = "jjjkGgsftlhx12345678".randomElement(using: &random) ?? "j"
        try desk.press(String(key))
      }
      if let binding = Keymap.bindings.randomElement(using: &random), let key = binding.keys.first,
        binding.action != .quit
      {
        try desk.press(key)
      }
      try check(desk)
      while desk.state.dialog != nil { try desk.press(.escape) }
      try desk.press("X")
    }
    #expect(desk.state.files[hostile] == nil || !desk.frame.contains("\u{1B}"))
  }

  @Test(arguments: [59, 30, 10, 1, 0])
  func `a terminal that is too small says what it needs`(width: Int) throws {
    let desk = try DeskDriver.filled(with: 3)
    try desk.resize(width, 15)
    let surface = DeskFrame.draw(desk.state)
    #expect(surface.lines.allSatisfy { $0.columns <= width })
    if width >= 30 { #expect(desk.frame.contains("至少要 60×16")) }
  }

  private func check(_ desk: DeskDriver, _ location: SourceLocation = #_sourceLocation) throws {
    let state = desk.state
    let grid = FrameGrid(DeskFrame.draw(state))
    #expect(
      grid.rows.count == state.height && grid.rows.allSatisfy { $0.count == state.width }, sourceLocation: location)
    var bare = state
    bare.dialog = nil
    let below = FrameGrid(DeskFrame.draw(bare))
    let layout = state.layout
    let panes = [layout.towns, layout.plot, layout.mine, layout.roster, layout.queue, layout.detail, layout.activity]
    for pane in panes.compactMap({ $0 }) where pane.height >= 2 {
      #expect(
        below.brokenBorder(of: pane) == nil, "\(state.width)×\(state.height)\n\(below.text)", sourceLocation: location)
    }
    if let corner = grid.newCorner(over: below) {
      let dialog = try #require(grid.rect(from: corner), "no box at \(corner)\n\(grid.text)")
      #expect(
        grid.brokenBorder(of: dialog) == nil, "\(state.width)×\(state.height)\n\(grid.text)", sourceLocation: location)
    }
  }
}
