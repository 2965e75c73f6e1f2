public import Model

/// What an order is compared by with earlier ones.
public enum LearnedTerms {
  /// The most terms of an order; what a longer text says beyond them is not looked at.
  public static let most = 400

  /// The pairs of characters and the words of titles and texts, each once, in the order of their coming.
  ///
  /// Folded and cut as the search does. Words with digits stay out: telephone and order numbers speak for nobody, and
  /// don't belong in what outlives them. So do addresses, which say where and not what.
  public static func terms(_ reports: [Report]) -> [String] {
    var terms: [String] = []
    var seen: Set<String> = []
    for part in reports.flatMap({ [$0.title, $0.text] }) where !part.isEmpty {
      for run in SearchRun.runs(of: FoldedText(part)) {
        for term in self.terms(run) where terms.count < most && seen.insert(term).inserted { terms.append(term) }
      }
    }
    return terms
  }

  private static func terms(_ run: SearchRun) -> [String] {
    switch run.kind {
    case .ideograph: zip(run.scalars, run.scalars.dropFirst()).map { text([$0, $1]) }
    case .letter: run.scalars.contains { $0.properties.numericType != nil } ? [] : [text(run.scalars)]
    case .gap: []
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
