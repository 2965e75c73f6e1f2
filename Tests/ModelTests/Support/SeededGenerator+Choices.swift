import SeededRandom

extension SeededGenerator {
  /// One of a few; `fallback` stands in for an empty list.
  mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.randomElement(using: &self) ?? fallback
  }

  /// `true` once in `times`.
  mutating func once(in times: Int) -> Bool {
    Int.random(in: 0..<times, using: &self) == 0
  }
}
