/// How long keys take to be answered on the screen, and how many bytes the answer has.
struct KeyTimes {
  /// The silence after which an answer counts as complete.
  static let gap = Duration.milliseconds(4)

  /// From the key to the last byte of its answer, in milliseconds.
  private(set) var last: [Double] = []
  /// How long the program's first thread worked for the answer, in milliseconds of processor time.
  private(set) var worked: [Double] = []
  /// How long it was ready but had to wait for a processor, in milliseconds.
  private(set) var waited: [Double] = []
  /// Bytes of each answer.
  private(set) var bytes: [Double] = []
  /// Keys that were not answered within a second.
  private(set) var lost = 0

  /// Whose the time is: the program's own work, and what others on the machine made it wait; p50 and p99.
  var shares: String {
    let (worked, waited) = (Sample(worked), Sample(waited))
    return "worked \(worked.median.brief) / \(worked.p99.brief), waited for a processor \(waited.median.brief) / "
      + waited.p99.brief
  }

  /// Makes one without any keys yet.
  init() {}

  /// Presses keys, alternately so many of one and so many of the other.
  ///
  /// - Parameters:
  ///   - terminal: where.
  ///   - down: the one key.
  ///   - up: the other.
  ///   - count: how many in all.
  ///   - run: how many of a kind after each other.
  init(_ terminal: PseudoTerminal, down: String, up: String, count: Int, run: Int = 20) throws {
    for index in 0..<count { try press(index / run % 2 == 0 ? down : up, on: terminal) }
  }

  /// Presses a key and reads its answer.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - terminal: where.
  ///   - isAnswered: whether the screen shows the answer, where other things are painted meanwhile.
  mutating func press(
    _ key: String, on terminal: PseudoTerminal, until isAnswered: (ScreenModel) -> Bool = { _ in true }
  ) throws {
    let figures = ProcessFigures(process: terminal.process)
    while try terminal.read(within: .zero) != nil {}
    let before = figures.firstThread
    let start = ContinuousClock.now
    try terminal.type(key)
    var size = 0
    var answer: PseudoTerminal.Burst?
    while answer == nil {
      guard let burst = try terminal.read(within: start + .seconds(1) - .now) else {
        lost += 1
        return
      }
      size += burst.bytes.count
      if isAnswered(terminal.screen) { answer = burst }
    }
    while let more = try terminal.read(within: KeyTimes.gap) {
      answer = more
      size += more.bytes.count
    }
    guard let answer else { return }
    let after = figures.firstThread
    last.append((answer.at - start).milliseconds)
    worked.append((after.worked - before.worked).milliseconds)
    waited.append((after.waited - before.waited).milliseconds)
    bytes.append(Double(size))
  }
}
