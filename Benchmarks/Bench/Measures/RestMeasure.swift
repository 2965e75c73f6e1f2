/// What a desk costs that nobody touches, and how much memory one has that was worked with.
struct RestMeasure {
  static let seconds = 20

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    let session = try DeskSession(data, journal: data.journal(data.large))
    let terminal = session.terminal
    _ = try session.waitForRows()
    try terminal.settle()
    // Opening a list marks orders as seen a second later, and the names are not looked at again after that.
    try terminal.drain(for: .seconds(3))
    let figures = ProcessFigures(process: terminal.process)
    let before = figures.processorTime
    let bytes = try terminal.drain(for: .seconds(RestMeasure.seconds))
    let share = (figures.processorTime - before).seconds / Double(RestMeasure.seconds) * 100
    let each = Double(bytes) / Double(RestMeasure.seconds)
    table.add(
      Finding(
        what: "idle desk, \(RestMeasure.seconds) s", figure: "\(share.brief) % of a core, \(each.brief) bytes a second",
        target: "≤ 0.3 %, the clock's bytes only", holds: share <= 0.3 && each <= 100))
    try work(terminal)
    let resident = figures.residentMegabytes
    table.add(
      Finding(
        what: "resident memory, \(data.large.grouped) orders, after scrolling and filtering",
        figure: "\(resident.brief) MiB (peak \(figures.peakMegabytes.brief))", target: "≤ 40 MiB",
        holds: resident <= 40))
    terminal.stop()
  }

  /// Scrolls far, looks at both ends, filters and opens orders.
  private func work(_ terminal: PseudoTerminal) throws {
    for _ in 0..<400 {
      try terminal.type("j")
      while try terminal.read(within: .milliseconds(2)) != nil {}
    }
    for key in ["G", "g", "\u{1B}[6~", "\u{1B}[6~", "\u{1B}[6~"] {
      try terminal.type(key)
      try terminal.settle(for: .milliseconds(200), atMost: .seconds(2))
    }
    for word in ["噪声", "电梯", "化石", "yd"] {
      try terminal.type("/")
      try terminal.settle(for: .milliseconds(100), atMost: .seconds(1))
      try terminal.type(word)
      try terminal.drain(for: .seconds(2))
      try terminal.type("\u{1B}")
      try terminal.settle(for: .milliseconds(300), atMost: .seconds(3))
    }
  }
}
