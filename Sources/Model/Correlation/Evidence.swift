/// What speaks for or against two reports telling of one event.
public enum Evidence: Sendable, Equatable {
  /// How far the points lie apart, in metres.
  case distance(metres: Int)
  /// The place in the tree that both lie in, where there is no distance.
  case place(Place.Kind)
  /// They lie in different villages, and there is no distance.
  case otherPlace
  /// The share of words that the addresses have in common, in hundredths.
  case address(share: Int)
  /// They name a building of the same number.
  case sameBuilding
  /// They name other buildings.
  case otherBuilding
  /// The same sub-category.
  case sameCategory
  /// Sub-categories that are about the same matter, or words of the one in the other's text.
  case relatedCategory
  /// Words in common, as stretches of text; none are named where a report is confidential.
  case words([String])
  /// The source's own number for the event.
  case sameNumber
  /// How long the sources took them in apart, in milliseconds.
  case time(apart: Int64)
  /// The same caller.
  case sameCaller
  /// Another source.
  case otherSource
}

/// How alike two reports are, and why.
public struct Likeness: Sendable, Equatable {
  /// A piece of evidence and what it is worth.
  public struct Item: Sendable, Equatable {
    /// The evidence.
    public let evidence: Evidence
    /// What it is worth; negative when it speaks against.
    public let points: Int

    /// Makes a piece of evidence.
    public init(_ evidence: Evidence, _ points: Int) {
      self.evidence = evidence
      self.points = points
    }
  }

  /// The evidence: where, what, when, who.
  public let items: [Item]
  /// What of it is about the matter.
  public let matter: Int
  /// The sum of the points.
  public let score: Int

  /// Adds evidence up.
  ///
  /// - Parameters:
  ///   - matter: the evidence about what is told.
  ///   - others: all else, in the order in which it is shown around the matter.
  init(where place: [Item], what matter: [Item], other: [Item]) {
    items = place + matter + other
    self.matter = matter.reduce(0) { $0 + $1.points }
    score = items.reduce(0) { $0 + $1.points }
  }

  /// Whether the rules propose the pair.
  public func isProposed(by rules: CorrelationRules) -> Bool {
    score >= rules.threshold && matter >= rules.leastMatter
  }
}
