/// A line drawn in braille dots, two across and four down in each cell.
struct BraillePlot {
  let width: Int
  let height: Int
  private var dots: [UInt8]

  /// Draws a line through values at even distances from the left edge to the right.
  /// - Parameters:
  ///   - values: not less than 0; nil interrupts the line.
  ///   - maximum: the value at the top, 1 at least.
  init(_ values: [Int?], maximum: Int, width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    dots = Array(repeating: 0, count: self.width * self.height)
    let across = self.width * 2
    guard across > 0, self.height > 0, !values.isEmpty else { return }
    let top = self.height * 4 - 1
    var last: Int?
    for x in 0..<across {
      guard let value = Self.value(at: x, of: across, in: values) else {
        last = nil
        continue
      }
      let y = top - Int((min(1, max(0, value / Double(max(1, maximum)))) * Double(top)).rounded())
      // A steep line is drawn down the column it ends in, so that it has no holes.
      for dot in Self.steps(from: last ?? y, to: y) { set(x, dot) }
      last = y
    }
  }

  /// The braille character of a cell, nil for one without dots.
  func scalar(row: Int, col: Int) -> Unicode.Scalar? {
    let bits = dots[row * width + col]
    return bits == 0 ? nil : Unicode.Scalar(0x2800 + UInt32(bits))
  }

  /// From beside one height to another, both included where they are the same.
  private static func steps(from start: Int, to end: Int) -> ClosedRange<Int> {
    start == end ? end...end : start < end ? start + 1...end : end...start - 1
  }

  private static func value(at x: Int, of across: Int, in values: [Int?]) -> Double? {
    let position = across == 1 ? 0 : Double(x) * Double(values.count - 1) / Double(across - 1)
    let index = min(Int(position), values.count - 1)
    guard let left = values[index] else { return nil }
    let share = position - Double(index)
    guard share > 0, index + 1 < values.count, let right = values[index + 1] else { return Double(left) }
    return Double(left) + (Double(right) - Double(left)) * share
  }

  private mutating func set(_ x: Int, _ y: Int) {
    guard y >= 0, y < height * 4 else { return }
    let bit: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    dots[y / 4 * width + x / 2] |= bit[y % 4][x % 2]
  }
}
