import SafeText

/// What a terminal of the xterm kind shows after the bytes that a full-screen program sent: characters, not colours.
struct ScreenModel {
  let width: Int
  let height: Int
  /// How many frames began in a synchronized update; see
  /// https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036.
  private(set) var frames = 0
  private var cells: [[Unicode.Scalar]]
  private var row = 0
  private var col = 0
  private var saved = (row: 0, col: 0)
  private var region: ClosedRange<Int>
  private var last: Unicode.Scalar = " "
  private var parser = ControlParser()

  /// Stands in the second column of a wide character.
  private static let tail: Unicode.Scalar = "\0"

  /// Makes a blank screen.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
    region = 0...max(0, height - 1)
  }

  /// The characters of some columns of a row.
  func text(row: Int, columns: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in cells[row][columns] where scalar != ScreenModel.tail { text.append(scalar) }
    return String(text)
  }

  /// All that it shows.
  var text: String { (0..<height).map { text(row: $0, columns: 0..<width) }.joined(separator: "\n") }

  /// The same without blanks at the ends of rows.
  var picture: String {
    (0..<height).map { row in
      let text = text(row: row, columns: 0..<width)
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// Takes bytes in.
  ///
  /// - Returns: what a terminal answers where it was asked something.
  mutating func feed(_ bytes: [UInt8]) -> String? {
    var answer = ""
    for byte in bytes {
      switch parser.take(byte) {
      case .nothing: break
      case .scalar(let scalar): put(scalar)
      case .control(let byte): control(byte)
      case .escape(let byte): escape(byte)
      case .sequence(let sequence):
        if sequence.final == UInt8(ascii: "c") { answer += "\u{1B}[?62;22c" } else { carryOut(sequence) }
      }
    }
    return answer.isEmpty ? nil : answer
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let columns = CellWidth.columns(of: scalar)
    guard columns > 0 else { return }
    if col + columns > width {
      col = 0
      lineFeed()
    }
    cells[row][col] = scalar
    if columns == 2 { cells[row][col + 1] = ScreenModel.tail }
    col += columns
    last = scalar
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: col = max(0, min(col, width) - 1)
    case 0x09: col = min(width - 1, (col / 8 + 1) * 8)
    case 0x0A...0x0C: lineFeed()
    case 0x0D: col = 0
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "7"): saved = (row, col)
    case UInt8(ascii: "8"): (row, col) = saved
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"): if row == region.lowerBound { scroll(-1, in: region) } else { row = max(0, row - 1) }
    default: break
    }
  }

  private mutating func lineFeed() {
    if row == region.upperBound { scroll(1, in: region) } else { row = min(height - 1, row + 1) }
  }

  private mutating func carryOut(_ sequence: ControlSequence) {
    guard !sequence.isPrivate else {
      if sequence.final == UInt8(ascii: "h"), sequence.value(0) == 2_026 { frames += 1 }
      return
    }
    let count = sequence.count
    switch Character(Unicode.Scalar(sequence.final)) {
    case "A": row = max(0, row - count)
    case "B": row = min(height - 1, row + count)
    case "C": col = min(width - 1, col + count)
    case "D": col = max(0, min(col, width) - count)
    case "G", "`": col = min(width, count) - 1
    case "d": row = min(height, count) - 1
    case "H", "f":
      row = min(height, count) - 1
      col = min(width, sequence.count(1)) - 1
    case "J": erase(screen: sequence.value(0))
    case "K": erase(line: sequence.value(0))
    case "X": blank(col..<min(width, col + count))
    case "P": shift(by: -count)
    case "@": shift(by: count)
    case "L": if region.contains(row) { scroll(-count, in: row...region.upperBound) }
    case "M": if region.contains(row) { scroll(count, in: row...region.upperBound) }
    case "S": scroll(count, in: region)
    case "T": scroll(-count, in: region)
    case "b": for _ in 0..<count { put(last) }
    case "r":
      let bottom = sequence.value(1) == 0 ? height : min(height, sequence.value(1))
      region = min(count - 1, bottom - 1)...(bottom - 1)
      (row, col) = (0, 0)
    default: break
    }
  }

  private mutating func erase(screen mode: Int) {
    erase(line: mode)
    let rows = mode == 0 ? row + 1..<height : mode == 1 ? 0..<row : 0..<height
    for row in rows { cells[row] = Array(repeating: " ", count: width) }
  }

  private mutating func erase(line mode: Int) {
    let here = min(col, width - 1)
    blank(mode == 0 ? here..<width : mode == 1 ? 0..<here + 1 : 0..<width)
  }

  private mutating func blank(_ columns: Range<Int>) {
    for col in columns { cells[row][col] = " " }
  }

  /// Inserts or deletes characters at the cursor.
  private mutating func shift(by count: Int) {
    let here = min(col, width - 1)
    let blanks = [Unicode.Scalar](repeating: " ", count: min(abs(count), width - here))
    if count > 0 {
      cells[row].insert(contentsOf: blanks, at: here)
      cells[row].removeLast(blanks.count)
    } else {
      cells[row].removeSubrange(here..<here + blanks.count)
      cells[row] += blanks
    }
  }

  /// Moves rows up, or down when `count` is negative.
  private mutating func scroll(_ count: Int, in rows: ClosedRange<Int>) {
    let blank = Array(repeating: Unicode.Scalar(" "), count: width)
    for _ in 0..<min(abs(count), rows.count) {
      cells.remove(at: count > 0 ? rows.lowerBound : rows.upperBound)
      cells.insert(blank, at: count > 0 ? rows.upperBound : rows.lowerBound)
    }
  }
}
