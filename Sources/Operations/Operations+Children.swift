import Journal
import Model

/// An order and its parts change together.
extension Operations {
  /// What the parent of an order is told when the order ends, or is opened again.
  func toldParent(
    of order: WorkOrder, _ events: [OrderEvent], by authority: Authority, at now: Instant
  ) throws(OperationError) -> (order: WorkOrder, events: [OrderEvent])? {
    guard let number = order.ties.parent else { return nil }
    var after = order
    for event in events {
      _ = after.apply(
        RecordedEvent(event: event, officer: authority.officer, seat: authority.seat, occurredAt: now))
    }
    guard let told = order.toldToParent(after: after) else { return nil }
    guard let parent = try load(number) else { throw .noSuchOrder(number) }
    return (parent.order, [told])
  }

  /// The first event of the order that a command begins.
  func child(
    _ command: OrderCommand, of order: WorkOrder, at now: Instant, under responses: Responses
  ) throws(OperationError) -> OrderEvent? {
    guard case .branch(let branching) = command else { return nil }
    do {
      return try OrderRules.child(branching, of: order, at: now, in: city, under: responses)
    } catch {
      throw .refused(error, last: nil)
    }
  }
}
