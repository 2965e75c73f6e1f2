/// A desk in a terminal, and what can be read on its screen at 200×60.
struct DeskSession {
  let terminal: PseudoTerminal

  /// The columns of the list.
  private static let list = 38..<141
  /// The columns of the panes right of it.
  private static let side = 141..<200

  /// Opens a desk on a journal.
  ///
  /// - Parameter more: further arguments.
  init(_ data: BenchData, journal: String, _ more: [String] = []) throws {
    terminal = try PseudoTerminal(
      [data.program, "desk", "--city", data.city, "--journal", journal] + more, home: data.home)
  }

  /// The time from the program's start until a row of an order can be read.
  func waitForRows() throws -> Duration {
    guard let at = try terminal.wait(atMost: .seconds(30), until: { !DeskSession.numbers($0).isEmpty }) else {
      throw BenchError("no order on the screen:\n\(terminal.screen.text)")
    }
    return at - terminal.startedAt
  }

  /// The numbers of the orders in the list, from the top.
  static func numbers(_ screen: ScreenModel) -> [String] {
    (3..<screen.height - 4).compactMap { number(in: screen.text(row: $0, columns: list)) }
  }

  /// The number of the selected order, which heads the detail.
  static func selected(_ screen: ScreenModel) -> String? {
    (1..<5).lazy.compactMap { number(in: screen.text(row: $0, columns: side)) }.first
  }

  /// The text of the panes right of the list.
  static func sideText(_ screen: ScreenModel) -> String {
    (0..<screen.height).map { screen.text(row: $0, columns: side) }.joined(separator: "\n")
  }

  /// An order's number as the screen shows it: four digits, a hyphen, four digits or more.
  private static func number(in text: String) -> String? {
    let bytes = Array(text.utf8)
    func isDigit(_ index: Int) -> Bool {
      index >= 0 && index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
    }
    for hyphen in bytes.indices where bytes[hyphen] == UInt8(ascii: "-") {
      guard (1...4).allSatisfy({ isDigit(hyphen - $0) && isDigit(hyphen + $0) }), !isDigit(hyphen - 5) else { continue }
      var end = hyphen + 5
      while isDigit(end) { end += 1 }
      return String(decoding: bytes[hyphen - 4..<end], as: UTF8.self)
    }
    return nil
  }
}
