import Foundation

/// One line of the results.
struct Finding {
  /// What was measured.
  let what: String
  /// What came out.
  let figure: String
  /// What was measured beside it in the same run.
  var beside = ""
  /// How the two compare.
  var ratio = ""
  /// What is aimed at.
  let target: String
  /// Whether it was reached.
  let holds: Bool
}

/// The results of a run, printed as they come and written down at the end.
struct ResultTable {
  private(set) var findings: [Finding] = []

  private static let head = """
    | what | measured | beside it, same run | ratio | target | holds |
    |---|---|---|---|---|---|
    """

  /// Adds a line, and prints it.
  mutating func add(_ finding: Finding) {
    if findings.isEmpty { print(ResultTable.head) }
    findings.append(finding)
    print(ResultTable.line(finding))
    fflush(nil)
  }

  private static func line(_ finding: Finding) -> String {
    let cells = [
      finding.what, finding.figure, finding.beside, finding.ratio, finding.target, finding.holds ? "yes" : "**no**",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Writes the results as a document; sections of an earlier one, from its first `##` on, stay as they are.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - machine: what they were measured on.
  func write(to path: String, machine: Machine) throws {
    let text = """
      # How fast and how small

      Measured with `make bench` (`Benchmarks/run`), a static release build, journals of \(machine.sizes) orders made
      by `fixture-feeds bulk` and taken in by `command-center import`. Disk and processor are shared here: compare within
      a run, never across runs.

      - Machine: \(machine.processor), \(machine.cores) cores, \(machine.memory), \(machine.system)
      - SQLite \(machine.sqlite); load when the run began: \(machine.load)
      - Day: \(machine.day)

      \(ResultTable.head)
      \(findings.map(ResultTable.line).joined(separator: "\n"))

      How it is measured: the program runs in a pseudo terminal of 200×60 under `TERM=xterm-256color`. A key's time runs
      from its writing to the last byte before 4 ms of silence; 300 keys, twenty down and twenty up by turns. What a
      screen shows is read by a small model of the terminal, so that "painted" means: there to be read. Other programs
      are driven in the same way, in the same run.

      "Worked" is the processor time of the program's first thread from the key to the end of its answer, "waited for a
      processor" is how long that thread was ready while others on the machine ran; both are the kernel's figures, p50 and
      p99. The handling guide is painted only where the selection rests, at the next second, so a burst of keys never
      sends it; a row of its own has it. The resident memory counts what is
      resident after the desk has handed pages of its start back to the system; they return when they are used again.

      Drills are made of the fixtures' typhoon day and the shipped drill of that day. A headless drill's time is that of
      the whole program, from its start to the printed score; in memory it is that of the engine alone. On a desk the day
      is played at full speed in a journal of its own, five times, while `j` and `k` are pressed as often as a terminal
      repeats a key that is held; a key is answered when another order is selected on screen, and frames are counted by
      the synchronized updates that begin them, less one a key.
      """
    let earlier = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let sections = earlier.range(of: "\n## ").map { earlier[$0.lowerBound...] } ?? ""
    try (text + "\n" + sections).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
