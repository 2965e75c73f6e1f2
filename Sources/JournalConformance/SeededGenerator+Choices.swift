import SeededRandom

extension SeededGenerator {
  /// Whether something that happens `share` times in a hundred happens now.
  mutating func happens(_ share: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < share
  }

  /// One of some values; the first where there is just one.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
}
