/// How much a word in common says, by how often reports use it.
struct Rarity: Sendable {
  private let everyday: Set<Wording.Word>
  private let usual: Set<Wording.Word>
  private let usualPoints: Int
  private let rarePoints: Int

  /// Reads the words of a city's rules.
  init(_ rules: CorrelationRules) {
    everyday = Set(Wording(rules.everydayWords).words)
    usual = Set(Wording(rules.usualWords).words)
    usualPoints = rules.usualWord
    rarePoints = rules.rareWord
  }

  /// Whether a word is in so many reports that it says nothing.
  func isEveryday(_ word: Wording.Word) -> Bool { everyday.contains(word) }

  /// What a word in common is worth.
  func points(_ word: Wording.Word) -> Int {
    if everyday.contains(word) { return 0 }
    return usual.contains(word) ? usualPoints : rarePoints
  }
}
