public import Model

/// A token that is looked up in the index.
public struct SearchTerm: Hashable, Sendable {
  /// The token: no ASCII but lower-case letters and digits.
  public let token: String
  /// Whether every token that begins so is meant.
  public let isPrefix: Bool

  /// Makes a term.
  public init(_ token: String, isPrefix: Bool = false) {
    self.token = token
    self.isPrefix = isPrefix
  }
}

/// What a filter looks up in the index of `SearchTokens`.
///
/// An order that matches has all of `words`, or one of `digits`, or one of `places`, or is led by one of the filter's
/// units. A hit must still be checked with `TextMatch`.
public struct SearchTerms: Sendable, Equatable {
  /// What an order must have all of; empty when no word can be looked up, and then words find nothing.
  public let words: [SearchTerm]
  /// Whether an order that has all of `words` surely contains the words, so that a hit by them needs no check.
  public let wordsAreExact: Bool
  /// The same tokens in the order in which an index with positions must have them, one after the other; a list for each
  /// stretch of a word.
  public let phrases: [[SearchTerm]]
  /// Whether an order that has all of `phrases` surely contains the words.
  public let phrasesAreExact: Bool
  /// What an order must have one of, for its number.
  public let digits: [SearchTerm]
  /// What an order must have one of, for its place.
  public let places: [SearchTerm]

  /// What to look up for a filter.
  public init(_ filter: TextFilter) {
    var phrases: [[SearchTerm]] = []
    var exact = true
    var phrasesExact = true
    for word in filter.searchWords {
      let runs = SearchRun.runs(of: word)
      for (index, run) in runs.enumerated() {
        let ends = index == runs.count - 1 && run.scalars.endIndex == word.scalars.count
        phrases.append(SearchTerms.terms(run, ends: ends))
      }
      let isWhole = runs.count == 1 && runs[0].scalars.count == word.scalars.count
      phrasesExact = phrasesExact && isWhole
      exact = exact && isWhole && (runs[0].kind == .letter || word.scalars.count <= 2)
    }
    self.phrases = phrases
    phrasesAreExact = phrasesExact
    words = phrases.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    wordsAreExact = exact
    digits = filter.numberPrefixes.map { SearchTerm(SearchTokens.numberPrefix + $0, isPrefix: true) }
    places = filter.places.map { SearchTerm(SearchTokens.place($0)) }
  }

  private static func terms(_ run: SearchRun, ends: Bool) -> [SearchTerm] {
    let scalars = Array(run.scalars)
    guard run.kind == .ideograph else { return [SearchTerm(text(scalars), isPrefix: ends)] }
    guard scalars.count > 1 else { return [SearchTerm(text(scalars), isPrefix: true)] }
    return zip(scalars, scalars.dropFirst()).map { SearchTerm(text([$0, $1])) }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// The exact meaning of a filter: whether an order matches.
public struct TextMatch: Sendable {
  private let words: [FoldedText]
  private let digits: [String]
  private let places: Set<PlaceCode>
  private let units: Set<UnitCode>

  /// Prepares the check for a filter.
  public init(_ filter: TextFilter) {
    words = filter.searchWords
    digits = filter.numberPrefixes
    places = Set(filter.places)
    units = Set(filter.units)
  }

  /// Whether a row matches by number, place or unit, which needs no text.
  public func matches(_ row: OrderRow) -> Bool {
    if matches(place: row.place, town: row.town) { return true }
    if let unit = row.unit, units.contains(unit) { return true }
    guard !digits.isEmpty else { return false }
    return SearchTokens.number(row.number).contains { writing in digits.contains { writing.hasPrefix($0) } }
  }

  /// Whether an order in a place and a town matches by one of them.
  public func matches(place: PlaceCode, town: PlaceCode?) -> Bool {
    places.contains(place) || town.map(places.contains) ?? false
  }

  /// Whether a text contains every word; never when there is no word to look for.
  public func matches(_ text: FoldedText) -> Bool {
    !words.isEmpty && words.allSatisfy(text.contains)
  }
}

extension TextFilter {
  /// Whether nothing was typed, so that every order matches.
  public var isEmpty: Bool { words.isEmpty && (digits ?? "").isEmpty && places.isEmpty && units.isEmpty }

  /// The words to look for, split at blanks; what holds no letter or digit is not looked for.
  var searchWords: [FoldedText] {
    words.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { FoldedText(String($0)) }
      .filter { !SearchRun.runs(of: $0).isEmpty }
  }

  /// What one of a number's writings must begin with: the digits as typed, and without leading zeros.
  public var numberPrefixes: [String] {
    guard let digits, !digits.isEmpty else { return [] }
    let stripped = String(digits.drop { $0 == "0" })
    return stripped.isEmpty || stripped == digits ? [digits] : [digits, stripped]
  }
}
