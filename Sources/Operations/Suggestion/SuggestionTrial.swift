import Model

/// How often suggestions would have named the unit that settled an order, on a fifth that nothing was learned from.
public struct SuggestionTrial: Sendable, Equatable {
  /// How often the unit was named.
  public struct Score: Sendable, Equatable {
    /// In front.
    public internal(set) var first = 0
    /// Among the first three.
    public internal(set) var three = 0
  }

  /// Orders that were learned from.
  public private(set) var trained = 0
  /// Orders that were asked about.
  public private(set) var tested = 0
  /// Orders whose unit the catalogue names as lead.
  public private(set) var catalogue = 0
  /// As the desk suggests: among orders of the same sub-category, or all where it has none.
  public private(set) var bySubcategory = Score()
  /// From the words alone, among all orders.
  public private(set) var byWords = Score()

  /// Learns from four fifths and asks about the fifth whose daily sequence is a multiple of five.
  init(_ examples: [SuggestionExample], in city: CityTables) {
    var counts = LearnedCounts()
    for example in examples where !example.isHeldOut {
      trained += 1
      counts.add(example.lesson)
    }
    for example in examples where example.isHeldOut {
      tested += 1
      let terms = example.lesson.terms
      let category = example.lesson.learnedClass.category
      let lead = category.flatMap { city.category($0) }.flatMap { city.resolve($0.lead, at: example.place) }
      if lead == example.unit { catalogue += 1 }
      let all = counts.restricted(to: terms, category: nil)
      let same = category == nil ? all : all.restricted(to: terms, category: category)
      SuggestionTrial.note(same.isEmpty ? all : same, example, city, in: &bySubcategory)
      SuggestionTrial.note(all, example, city, in: &byWords)
    }
  }

  private static func note(
    _ counts: LearnedCounts, _ example: SuggestionExample, _ city: CityTables, in score: inout Score
  ) {
    let named = counts.suggestions(at: example.place, in: city).map(\.unit)
    if named.first == example.unit { score.first += 1 }
    if named.contains(example.unit) { score.three += 1 }
  }
}

/// An order whose unit is known.
struct SuggestionExample {
  let number: OrderNumber
  let place: PlaceCode
  let lesson: Lesson

  var unit: UnitCode { lesson.learnedClass.unit }
  var isHeldOut: Bool { number.sequence.isMultiple(of: 5) }
}
