/// What was learned from earlier orders: how many each unit settled, and in how many of them each term occurred.
public struct LearnedCounts: Sendable, Equatable {
  /// Orders by class; none is at zero.
  public private(set) var orders: [LearnedClass: Int] = [:]
  /// Orders by term and class; none is at zero.
  public private(set) var terms: [String: [LearnedClass: Int]] = [:]

  /// Nothing learned yet.
  public init() {}

  /// Whether nothing was learned.
  public var isEmpty: Bool { orders.isEmpty }

  /// Takes a lesson in.
  public mutating func add(_ lesson: Lesson) {
    add(1, of: lesson.learnedClass)
    for term in lesson.terms { add(1, of: term, lesson.learnedClass) }
  }

  /// Takes a lesson back, as if it had never been taken in; a count that is not there stays at zero.
  public mutating func remove(_ lesson: Lesson) {
    add(-1, of: lesson.learnedClass)
    for term in lesson.terms { add(-1, of: term, lesson.learnedClass) }
  }

  /// Puts one lesson, or none, in the place of another, or of none.
  public mutating func replace(_ old: Lesson?, with new: Lesson?) {
    guard old != new else { return }
    if let old { remove(old) }
    if let new { add(new) }
  }

  /// Adds to the orders of a class.
  public mutating func add(_ count: Int, of learnedClass: LearnedClass) {
    let sum = (orders[learnedClass] ?? 0) + count
    orders[learnedClass] = sum > 0 ? sum : nil
  }

  /// Adds to the orders of a class in which a term occurred.
  public mutating func add(_ count: Int, of term: String, _ learnedClass: LearnedClass) {
    let sum = (terms[term]?[learnedClass] ?? 0) + count
    terms[term, default: [:]][learnedClass] = sum > 0 ? sum : nil
    if terms[term]?.isEmpty == true { terms[term] = nil }
  }

  /// The part that some terms and a sub-category have in it.
  ///
  /// - Parameters:
  ///   - wanted: the terms.
  ///   - category: the sub-category; nothing for all.
  public func restricted(to wanted: [String], category: CategoryCode?) -> LearnedCounts {
    func isIn(_ learnedClass: LearnedClass) -> Bool { category == nil || learnedClass.category == category }
    var part = LearnedCounts()
    part.orders = orders.filter { isIn($0.key) }
    for term in wanted {
      let counts = terms[term]?.filter { isIn($0.key) } ?? [:]
      if !counts.isEmpty { part.terms[term] = counts }
    }
    return part
  }
}
