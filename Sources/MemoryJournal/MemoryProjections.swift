import Journal
import Model

/// What is derived from the events.
struct MemoryProjections: Sendable {
  /// An order with its row.
  struct Entry: Sendable {
    var order: WorkOrder
    var row: OrderRow
    var course: RateCourse
    var trail: HandlingTrail
  }

  var orders: [OrderNumber: Entry] = [:]
  var reports: [ReportKey: OrderNumber] = [:]
  var cells: [Board.Cell: Int] = [:]
  var arrivals: [BoardChange.Arrival: Int] = [:]
  var facts: [OrderNumber: RateFact] = [:]
  var rateCells: [RateCell: RateTally] = [:]
  var runs: [OrderNumber: LimitRun] = [:]
  var lastOfDay: [Int: Int] = [:]
  var learned = LearnedCounts()

  mutating func take(_ decoded: DecodedEvent, making order: WorkOrder) {
    let row = OrderRow(order, last: decoded.header)
    let before = orders[order.number]
    let change = BoardChange(from: before?.row, to: row)
    cells.add(change)
    if let arrival = change.arrival { arrivals[arrival, default: 0] += 1 }
    for key in ReportKey.keys(of: decoded.event) where reports[key] == nil { reports[key] = order.number }
    lastOfDay[order.number.day] = max(lastOfDay[order.number.day] ?? 0, order.number.sequence)
    var trail = before?.trail ?? HandlingTrail()
    trail.take(decoded.event)
    learned.replace(before.flatMap { Lesson($0.order, $0.trail) }, with: Lesson(order, trail))
    let course: RateCourse
    if let before {
      var next = before.course
      next.take(decoded.recorded, from: before.order, to: order)
      course = next
    } else {
      course = RateCourse(first: decoded.recorded, making: order)
    }
    orders[order.number] = Entry(order: order, row: row, course: course, trail: trail)
    runs[order.number] = LimitRun(order)
    count(RateFact(row, order, course))
  }

  private mutating func count(_ fact: RateFact) {
    if let old = facts.updateValue(fact, forKey: fact.number) {
      rateCells[old.cell]?.add(old.contribution, sign: -1)
      if rateCells[old.cell]?.isEmpty == true { rateCells[old.cell] = nil }
    }
    rateCells[fact.cell, default: RateTally()].add(fact.contribution)
  }
}
