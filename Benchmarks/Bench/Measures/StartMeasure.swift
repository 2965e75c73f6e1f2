/// From the start of the program to a frame that somebody can work by.
struct StartMeasure {
  static let rounds = 9

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    var times: [Double] = []
    for _ in 0..<StartMeasure.rounds {
      let session = try DeskSession(data, journal: data.journal(data.large))
      times.append(try session.waitForRows().milliseconds)
      session.terminal.stop()
    }
    var beside: [String] = []
    var lnav: Double?
    for other in OtherProgram.all(data) where Child.exists(other.name) {
      let median = Sample(try start(other)).median
      if other.name == "lnav" { lnav = median }
      beside.append("\(other.name) \(median.brief) ms")
    }
    let median = Sample(times).median
    table.add(
      Finding(
        what: "start to first row of an order, \(data.large.grouped) orders, median of \(StartMeasure.rounds)",
        figure: "\(median.brief) ms (\(times.map(\.brief).joined(separator: ", ")))",
        beside: beside.joined(separator: "; "), ratio: lnav.map { "\((median / $0).brief) of lnav" } ?? "",
        target: "≤ 60 ms", holds: median <= 60))
  }

  private func start(_ other: OtherProgram) throws -> [Double] {
    try (0..<3).compactMap { _ in
      let terminal = try PseudoTerminal(other.command, home: data.home, folder: other.folder)
      defer { terminal.stop() }
      return try terminal.wait(atMost: .seconds(30), until: other.isReady)
        .map { ($0 - terminal.startedAt).milliseconds }
    }
  }
}
