/// The stretches of characters that two texts have in common, for an officer to read: 「消防通道」「南门」.
enum CommonRuns {
  /// The longest stretches first, none within another; the same whichever text comes first.
  ///
  /// - Parameters:
  ///   - one: a text.
  ///   - other: the other text.
  ///   - rarity: how much words say; everyday words at the ends of a stretch are left off.
  ///   - most: how many.
  static func runs(_ one: Wording, _ other: Wording, _ rarity: Rarity, most: Int) -> [String] {
    let isSwapped = other.scalars.lexicographicallyPrecedes(one.scalars)
    let (first, second) = isSwapped ? (other.scalars, one.scalars) : (one.scalars, other.scalars)
    var found: [(start: Int, count: Int)] = []
    var above = [Int](repeating: 0, count: second.count + 1)
    for i in first.indices {
      var row = [Int](repeating: 0, count: second.count + 1)
      for j in second.indices where first[i] == second[j] && Wording.isIdeograph(first[i]) {
        row[j + 1] = above[j] + 1
        let isLast =
          i + 1 == first.count || j + 1 == second.count || first[i + 1] != second[j + 1]
          || !Wording.isIdeograph(first[i + 1])
        if isLast, row[j + 1] > 1 { found.append((i + 1 - row[j + 1], row[j + 1])) }
      }
      above = row
    }
    let texts = found.compactMap { trimmed(first[$0.start..<$0.start + $0.count], rarity) }
    return longest(texts, most: most)
  }

  private static func trimmed(_ run: ArraySlice<Unicode.Scalar>, _ rarity: Rarity) -> [Unicode.Scalar]? {
    let words = Wording.words(of: Array(run))
    var telling = words[...]
    while let word = telling.first, rarity.isEveryday(word.word) { telling.removeFirst() }
    while let word = telling.last, rarity.isEveryday(word.word) { telling.removeLast() }
    guard let first = telling.first, let last = telling.last else { return nil }
    // Where everyday words were left off, the character that they share with the first telling one goes, too.
    let start = first.range.lowerBound + (first.range.lowerBound > 0 && telling.count > 1 ? 1 : 0)
    let end = last.range.upperBound - (last.range.upperBound < run.count && telling.count > 1 ? 1 : 0)
    guard end - start > 1 else { return nil }
    return Array(run)[start..<end].map { $0 }
  }

  private static func longest(_ runs: [[Unicode.Scalar]], most: Int) -> [String] {
    let ordered = runs.sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count > right.count
    }
    var kept: [String] = []
    for run in ordered {
      let text = String(String.UnicodeScalarView(run))
      if kept.count < most, !kept.contains(where: { $0.contains(text) }) { kept.append(text) }
    }
    return kept
  }
}
