/// How long keys take to be answered on the screen, and how many bytes the answer has.
struct KeyTimes {
  /// The silence after which an answer counts as complete.
  static let gap = Duration.milliseconds(4)

  /// From the key to the last byte of its answer, in milliseconds.
  private(set) var last: [Double] = []
  /// Bytes of each answer.
  private(set) var bytes: [Double] = []
  /// Keys that were not answered within a second.
  private(set) var lost = 0

  /// Presses keys, alternately twenty of one and twenty of the other.
  ///
  /// - Parameters:
  ///   - terminal: where.
  ///   - down: the one key.
  ///   - up: the other.
  ///   - count: how many in all.
  init(_ terminal: PseudoTerminal, down: String, up: String, count: Int) throws {
    for index in 0..<count {
      while try terminal.read(within: .zero) != nil {}
      let start = ContinuousClock.now
      try terminal.type(index / 20 % 2 == 0 ? down : up)
      guard var burst = try terminal.read(within: .seconds(1)) else {
        lost += 1
        continue
      }
      var size = burst.bytes.count
      while let more = try terminal.read(within: KeyTimes.gap) {
        burst = more
        size += more.bytes.count
      }
      last.append((burst.at - start).milliseconds)
      bytes.append(Double(size))
    }
  }
}
