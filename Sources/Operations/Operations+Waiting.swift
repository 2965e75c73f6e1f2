import Journal
public import Model

extension Operations {
  /// The open orders that a response makes wait and whose clocks still run, by number.
  ///
  /// - Parameters:
  ///   - kind: the kind of response.
  ///   - place: the city or the town; a response for the city reaches into it.
  public func waitingOrders(under kind: String, in place: PlaceCode) throws(OperationError) -> [OrderNumber] {
    guard let ground = city.policy.responses.kind(kind)?.ground else { return [] }
    let responses = try responses()
    let now = try now()
    let town = city.places[place]?.kind == .town ? place : nil
    return try reading { (store) throws(JournalError) in
      var numbers: [OrderNumber] = []
      for stage in Stage.allCases where StageTable.allows(.requestSuspension, in: stage) {
        try Operations.eachRow(of: OrderQuery(town: town, tab: .stage(stage), sort: .oldest), in: store) { row in
          let measures = city.measures(
            under: responses, at: row.place, category: row.category, urgency: row.urgency)
          if measures.grounds.contains(ground) { numbers.append(row.number) }
        }
      }
      let files = try store.orders(numbers)
      return files.map(\.order).filter { $0.activeSuspension(at: now) == nil }.map(\.number).sorted()
    }
  }

  /// Goes through all rows of a list that is sorted by number.
  static func eachRow(
    of query: OrderQuery, in store: any JournalStore, _ body: (OrderRow) -> Void
  ) throws(JournalError) {
    var anchor = PageAnchor.top
    while true {
      let page = try store.page(query, anchor: anchor, before: 0, after: 500, seat: "", effort: .full)
      for row in page.rows { body(row) }
      guard let last = page.rows.last, page.hasAfter else { return }
      anchor = .around(SortKey(instant: last.sortInstant, number: OrderNumber(key: last.number.key + 1)))
    }
  }
}
