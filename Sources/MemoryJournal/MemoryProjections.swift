import Journal
import Model

/// What is derived from the events.
struct MemoryProjections: Sendable {
  /// An order with its row.
  struct Entry: Sendable {
    var order: WorkOrder
    var row: OrderRow
    var trail: HandlingTrail
  }

  var orders: [OrderNumber: Entry] = [:]
  var reports: [ReportKey: OrderNumber] = [:]
  var cells: [Board.Cell: Int] = [:]
  var arrivals: [BoardChange.Arrival: Int] = [:]
  var lastOfDay: [Int: Int] = [:]
  var learned = LearnedCounts()

  mutating func take(_ decoded: DecodedEvent, making order: WorkOrder) {
    let row = OrderRow(order, last: decoded.header)
    let before = orders[order.number]
    let change = BoardChange(from: before?.row, to: row)
    for (cell, delta) in change.cells { cells[cell, default: 0] += delta }
    if let arrival = change.arrival { arrivals[arrival, default: 0] += 1 }
    for key in ReportKey.keys(of: decoded.event) where reports[key] == nil { reports[key] = order.number }
    lastOfDay[order.number.day] = max(lastOfDay[order.number.day] ?? 0, order.number.sequence)
    var trail = before?.trail ?? HandlingTrail()
    trail.take(decoded.event)
    learned.replace(before.flatMap { Lesson($0.order, $0.trail) }, with: Lesson(order, trail))
    orders[order.number] = Entry(order: order, row: row, trail: trail)
  }
}
