/// From a key to the last byte of its answer: the desk at two sizes, and other programs.
struct KeyMeasure {
  static let keys = 300

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    let session = try DeskSession(data, journal: data.journal(data.large))
    let large = try keys(session)
    let (scrolled, rested) = (try scrolledBytes(session), try restedBytes(session))
    session.terminal.stop()
    let others = try others()
    let (time, bytes) = (Sample(large.last), Sample(large.bytes))
    let beside = others.map { name, times in
      let sample = Sample(times.last)
      return "\(name) \(sample.median.brief) / \(sample.p99.brief) ms, \(times.shares), "
        + "\(Sample(times.bytes).mean.brief) bytes"
    }
    let lnav = others.first { $0.name == "lnav" }.map { Sample($0.times.last).median }
    table.add(
      Finding(
        what: "key to last painted byte, \(data.large.grouped) orders",
        figure: "p50 \(time.median.brief), p99 \(time.p99.brief) ms; \(large.shares)",
        beside: beside.joined(separator: "; "),
        ratio: lnav.map { "\((time.median / $0).brief) of lnav" } ?? "", target: "p50 ≤ 1.2 ms, p99 ≤ 4 ms",
        holds: time.median <= 1.2 && time.p99 <= 4 && large.lost == 0))
    table.add(
      Finding(
        what: "bytes a key that moves the selection, detail following, the handling guide not yet shown",
        figure: "mean \(bytes.mean.brief), p50 \(bytes.median.brief), p99 \(bytes.p99.brief)", target: "≤ 900",
        holds: bytes.mean <= 900))
    table.add(
      Finding(
        what: "the same where each selection rests until its guide is shown, less the clock's bytes",
        figure: "mean \(rested.mean.brief), most \(rested.most.brief)", target: "≤ 900", holds: rested.mean <= 900))
    table.add(
      Finding(
        what: "the same where each key moves the whole list by a row",
        figure: "mean \(scrolled.mean.brief), p50 \(scrolled.median.brief), p99 \(scrolled.p99.brief)",
        target: "≤ 900", holds: scrolled.mean <= 900))
    let smallTimes = try desk(data.small)
    let small = Sample(smallTimes.last)
    let ratio = time.median / small.median
    table.add(
      Finding(
        what: "key to last painted byte, \(data.small.grouped) orders",
        figure: "p50 \(small.median.brief), p99 \(small.p99.brief) ms; \(smallTimes.shares)",
        beside: "\(data.large.grouped): \(time.median.brief), \(time.p99.brief) ms", ratio: ratio.brief,
        target: "ratio ≤ 1.3", holds: ratio <= 1.3))
  }

  private func desk(_ count: Int) throws -> KeyTimes {
    let session = try DeskSession(data, journal: data.journal(count))
    defer { session.terminal.stop() }
    return try keys(session)
  }

  private func keys(_ session: DeskSession) throws -> KeyTimes {
    _ = try session.waitForRows()
    try session.terminal.settle()
    return try KeyTimes(session.terminal, down: "j", up: "k", count: KeyMeasure.keys)
  }

  /// Bytes of keys after the selection has come to the list's lower edge.
  private func scrolledBytes(_ session: DeskSession) throws -> Sample {
    for _ in 0..<session.terminal.screen.height { try session.terminal.type("j") }
    try session.terminal.settle()
    let count = 60
    return Sample(try KeyTimes(session.terminal, down: "j", up: "k", count: count, run: count).bytes)
  }

  /// Bytes that come of a key until the selection has rested on its order for a while, less those that come in as
  /// long a time without a key.
  private func restedBytes(_ session: DeskSession) throws -> Sample {
    let rest = Duration.milliseconds(2_500)
    return Sample(
      try (0..<10).map { index in
        try session.terminal.type(index < 5 ? "k" : "j")
        let moved = try session.terminal.drain(for: rest)
        return Double(moved - (try session.terminal.drain(for: rest)))
      })
  }

  private func others() throws -> [(name: String, times: KeyTimes)] {
    var found: [(name: String, times: KeyTimes)] = []
    for other in OtherProgram.all(data) where Child.exists(other.name) {
      let terminal = try PseudoTerminal(other.command, home: data.home, folder: other.folder)
      _ = try terminal.wait(atMost: .seconds(30), until: other.isReady)
      try terminal.settle()
      found.append((other.name, try KeyTimes(terminal, down: other.down, up: other.up, count: KeyMeasure.keys)))
      terminal.stop()
    }
    return found
  }
}

/// A program that is measured beside the desk.
struct OtherProgram {
  let name: String
  let command: [String]
  var folder: String?
  var down = "j"
  var up = "k"
  /// Whether its screen shows what one came for.
  let isReady: (ScreenModel) -> Bool

  /// Those that are known.
  static func all(_ data: BenchData) -> [OtherProgram] {
    [
      // Its newest lines are at the end, where it opens: up first, so that there is something to scroll.
      OtherProgram(name: "lnav", command: ["lnav", "-N", data.log], down: "k", up: "j") { $0.text.contains("INFO") },
      OtherProgram(name: "tig", command: ["tig"], folder: data.city) { $0.text.contains("[main]") },
      OtherProgram(name: "htop", command: ["htop"], down: "\u{1B}OB", up: "\u{1B}OA") { $0.text.contains("PID") },
    ]
  }
}
