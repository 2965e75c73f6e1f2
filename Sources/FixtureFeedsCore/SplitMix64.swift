import SeededRandom

/// What is drawn from a seeded generator: the same seed gives the same feed on every machine.
///
/// The standard library promises no stable sequence for its own `random(in:using:)`, so all drawing is done here.
package struct SplitMix64: Sendable {
  private var generator: SeededGenerator

  package init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// A stream of its own for part `part` of a feed, so that parts can be made side by side.
  package init(seed: UInt64, part: UInt64) {
    var mixer = SplitMix64(seed: seed)
    self.init(seed: mixer.next() ^ (part &* 0x9E37_79B9_7F4A_7C15))
    _ = next()
  }

  package mutating func next() -> UInt64 {
    generator.next()
  }

  /// A whole number from 0 up to, not including, `bound`.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// A fraction from 0 up to, not including, 1.
  package mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  package mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// The same elements in a drawn order.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for index in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(index, below(index + 1))
    }
    return result
  }
}
