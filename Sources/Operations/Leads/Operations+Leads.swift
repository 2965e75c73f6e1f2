public import Journal
public import Model

/// An order with its leads and the file that bears them out.
public struct OrderLeads: Sendable, Equatable {
  /// The order's file.
  public let file: OrderFile
  /// Its leads; at least one.
  public let leads: [Lead]

  /// The town that it lies in; nothing for the city as a whole.
  public var town: PlaceCode? { file.events.last?.header.town }
  /// The order's number.
  public var number: OrderNumber { file.order.number }
}

extension Operations {
  /// How many orders' files are read at once.
  private static let filesAtOnce = 200

  /// Hands on the orders with leads, by number, the earliest first.
  ///
  /// - Parameters:
  ///   - span: over which orders.
  ///   - kind: of which kind; nothing for all.
  ///   - body: takes an order.
  public func leads(
    _ span: LeadSpan, kind: Lead.Kind? = nil, _ body: (OrderLeads) -> Void
  ) throws(JournalError) {
    var last: OrderNumber?
    while true {
      let numbers = try store.suspects(span, after: last, limit: Operations.filesAtOnce)
      for file in try store.orders(numbers) {
        let found = LeadFinder.leads(file.order.number, file.events.map(\.recorded), in: city, at: span.now)
        let leads = found.filter { kind == nil || $0.kind == kind }
        if !leads.isEmpty { body(OrderLeads(file: file, leads: leads)) }
      }
      guard numbers.count == Operations.filesAtOnce, let end = numbers.last else { return }
      last = end
    }
  }
}
