import Journal
import Model

extension Operations {
  private static let trialPage = 200

  /// Tries the suggestions on orders that are closed already.
  ///
  /// Orders that arrived closed count too where the city knows the unit that had them: nothing is learned from them
  /// otherwise, because nobody here has seen how they went, but a trial needs no more than the unit.
  ///
  /// - Parameter most: how many closed orders are looked at, the newest first.
  public func trySuggestions(newest most: Int) throws(OperationError) -> SuggestionTrial {
    var examples: [SuggestionExample] = []
    var left = most
    var last: OrderRow?
    // What waits for a call to its caller is done, too, and stands in another stage.
    let query = OrderQuery(tab: .all, sort: .newest)
    do {
      while left > 0 {
        // The order at the anchor comes again.
        let page = try store.page(
          query, anchor: last.map { .around(SortKey($0)) } ?? .top, before: 0,
          after: min(left, Operations.trialPage) + 1, seat: "", effort: .full)
        let rows = page.rows.drop { $0.number == last?.number }.prefix(min(left, Operations.trialPage))
        if rows.isEmpty { break }
        let done = rows.filter(\.stage.isDone)
        for file in try store.orders(done.map(\.number)) {
          if let example = example(file) { examples.append(example) }
        }
        left -= done.count
        last = rows.last
      }
    } catch {
      throw .journal(error)
    }
    return SuggestionTrial(examples, in: city)
  }

  private func example(_ file: OrderFile) -> SuggestionExample? {
    let order = file.order
    var trail = HandlingTrail()
    for event in file.events { trail.take(event.event) }
    if let lesson = Lesson(order, trail) {
      return SuggestionExample(number: order.number, place: order.core.place, lesson: lesson)
    }
    guard !trail.wasSent, !order.isConfidential, let unit = order.core.unit, city.units[unit] != nil else {
      return nil
    }
    let lesson = Lesson(
      LearnedClass(category: order.core.category, unit: unit), terms: LearnedTerms.terms(order.reports))
    return SuggestionExample(number: order.number, place: order.core.place, lesson: lesson)
  }
}
