import Journal
import Model

extension MemoryState {
  func rates(_ query: RateQuery) -> [RateGroup] {
    var grouper = RateGrouper(query)
    guard query.isCoarse else {
      for fact in projections.facts.values { grouper.add(fact) }
      return grouper.groups
    }
    for (cell, tally) in projections.rateCells {
      guard cell.day >= query.from, cell.day <= query.to, query.town == nil || cell.town == query.town,
        query.source == nil || cell.source == query.source
      else { continue }
      grouper.add(tally, of: cell)
    }
    for fact in projections.facts.values where !query.rates(of: fact).isEmpty {
      grouper.change(town: fact.town, source: fact.source) { $0.age(fact.contribution, at: query.now) }
    }
    return grouper.groups
  }

  func orders(behind list: RateList, in query: RateQuery, after last: OrderNumber?, limit: Int) -> RatePage {
    let numbers = projections.facts.values.filter { list.contains($0, in: query) }.map(\.number)
      .filter { number in last.map { $0 < number } ?? true }.sorted()
    let rows = numbers.prefix(max(0, limit)).compactMap { row($0, seat: "") }
    return RatePage(rows: rows, hasMore: numbers.count > max(0, limit))
  }
}
