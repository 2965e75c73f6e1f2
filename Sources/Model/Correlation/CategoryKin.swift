/// Which sub-categories of the catalogue are about the same matter, and which of them a text speaks of.
struct CategoryKin: Sendable {
  private let index: [CategoryCode: Int]
  /// The words of each sub-category's keywords.
  private let words: [[Wording.Word]]
  /// Keywords by their first word.
  private let keywords: [Wording.Word: [(keyword: [Unicode.Scalar], category: Int)]]

  /// Reads a catalogue; keywords of one character say too little, and everyday ones nothing.
  init(_ categories: [Category], rarity: Rarity) {
    index = Dictionary(categories.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var keywords: [Wording.Word: [(keyword: [Unicode.Scalar], category: Int)]] = [:]
    words = categories.enumerated().map { position, category in
      var all: [Wording.Word] = []
      for keyword in category.keywords.map({ Wording.fold($0) }) {
        let own = Wording.words(of: keyword).map(\.word).filter { !rarity.isEveryday($0) }
        guard let first = Wording.words(of: keyword).first, !own.isEmpty else { continue }
        keywords[first.word, default: []].append((keyword, position))
        all += own
      }
      return Wording.sorted(all)
    }
    self.keywords = keywords
  }

  /// The place of a sub-category in the catalogue.
  func position(_ code: CategoryCode?) -> Int? { code.flatMap { index[$0] } }

  /// Whether two sub-categories have a word of their keywords in common.
  func areRelated(_ one: Int, _ other: Int) -> Bool {
    !Wording.common(words[one], words[other]).isEmpty
  }

  /// The sub-categories that a text uses a keyword of.
  func mentioned(in text: Wording) -> Set<Int> {
    var found: Set<Int> = []
    for (word, range) in Wording.words(of: text.scalars) {
      for entry in keywords[word] ?? [] where text.scalars[range.lowerBound...].starts(with: entry.keyword) {
        found.insert(entry.category)
      }
    }
    return found
  }
}
