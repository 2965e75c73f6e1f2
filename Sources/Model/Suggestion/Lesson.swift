/// What earlier orders are counted under: the sub-category and the unit that led.
public struct LearnedClass: Hashable, Sendable, Comparable {
  /// The sub-category; nothing for orders without one.
  public let category: CategoryCode?
  /// The unit.
  public let unit: UnitCode

  /// Makes a class.
  public init(category: CategoryCode?, unit: UnitCode) {
    self.category = category
    self.unit = unit
  }

  /// Orders classes by sub-category, then by unit.
  public static func < (left: LearnedClass, right: LearnedClass) -> Bool {
    (left.category?.rawValue ?? "", left.unit.rawValue) < (right.category?.rawValue ?? "", right.unit.rawValue)
  }
}

/// What one order that went well teaches: who settled what was said in these words.
public struct Lesson: Sendable, Equatable {
  /// What it is counted under.
  public let learnedClass: LearnedClass
  /// The pairs of characters, and words of scripts with spaces, in what was reported; each once.
  public let terms: [String]

  /// Makes a lesson; `terms` holds each term once.
  public init(_ learnedClass: LearnedClass, terms: [String]) {
    self.learnedClass = learnedClass
    self.terms = terms
  }
}
