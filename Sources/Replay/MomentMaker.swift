import Journal
import Model

/// Makes moments out of a journal: the rows tell what has not changed since, the events of all else are folded anew.
struct MomentMaker {
  let journal: any JournalStore

  /// How far back arrivals are counted, in minutes: what the desk plots, and an hour that has begun.
  static let arrivalMinutes = 25 * 60

  /// The orders as they stood when the journal ended with a sequence.
  func moment(at sequence: Int64) throws(JournalError) -> Moment {
    guard sequence > 0, let last = try journal.events(from: sequence, limit: 1).first else {
      return Moment(at: max(0, sequence), greatest: OrderNumber(key: 0), cells: [:])
    }
    let at = last.header.recordedAt
    // An order is numbered by its day of arrival, nowhere a day ahead of UTC's.
    let day = CivilDay(epochDay: Int(at.seconds / 86_400) + 2).compact
    let greatest = OrderNumber(day: day, sequence: 0)
    let standing = try journal.standing(at: sequence, through: greatest)
    var moment = Moment(at: sequence, greatest: greatest, cells: standing.cells)
    for number in standing.open { moment.add(try entry(number, at: sequence), isCounted: true) }
    for number in try begun(standing.changed, by: sequence) {
      moment.add(try entry(number, at: sequence), isCounted: false)
    }
    try countArrivals(until: sequence, at, into: &moment)
    return moment
  }

  /// The orders among these that began by a sequence: the first ones of each day, since numbers are given in sequence.
  private func begun(_ numbers: [OrderNumber], by sequence: Int64) throws(JournalError) -> [OrderNumber] {
    var begun: [OrderNumber] = []
    var rest = numbers[...]
    while let first = rest.first {
      let day = rest.prefix { $0.day == first.day }
      rest = rest.dropFirst(day.count)
      var low = day.startIndex
      var high = day.endIndex
      // Of nearly every day all orders began by then, or none.
      if try !began(day[low], by: sequence) { continue }
      if try began(day[high - 1], by: sequence) { low = high }
      while low < high {
        let middle = low + (high - low) / 2
        if try began(day[middle], by: sequence) { low = middle + 1 } else { high = middle }
      }
      begun += day[..<low]
    }
    return begun
  }

  private func began(_ number: OrderNumber, by sequence: Int64) throws(JournalError) -> Bool {
    try journal.events(of: .order(number)).first.map { $0.header.sequence <= sequence } ?? false
  }

  private func entry(_ number: OrderNumber, at sequence: Int64) throws(JournalError) -> Moment.Entry {
    var entry: Moment.Entry?
    for stored in try journal.events(of: .order(number)) {
      guard stored.header.sequence <= sequence else { break }
      entry = try Moment.entry(stored.decodedOrderEvent(), after: entry, number)
    }
    guard let entry else { throw JournalError(.damaged, subject: number.text, detail: "no event by \(sequence)") }
    return entry
  }

  private func countArrivals(
    until sequence: Int64, _ at: Instant, into moment: inout Moment
  ) throws(JournalError) {
    try journal.eachEvent(recordedFrom: at.adding(minutes: -MomentMaker.arrivalMinutes)) {
      (stored) throws(JournalError) in
      guard stored.header.sequence <= sequence else { return false }
      guard stored.header.version == 1, let number = stored.header.stream.orderNumber else { return true }
      let row = try Moment.entry(stored.decodedOrderEvent(), after: nil, number).row
      if let arrival = BoardChange(from: nil, to: row).arrival { moment.add(arrival) }
      return true
    }
  }
}
