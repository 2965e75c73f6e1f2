import Journal
import Model

enum CountChecks {
  static func counts(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 41)
    for _ in 0..<4 {
      try history.run(steps: 60)
      try compareBoard(history)
      try compareLate(history)
      try compareArrivals(history)
    }
  }

  private static func compareBoard(_ history: History) throws {
    let board = try history.store.board()
    var wanted: [Board.Cell: Int] = [:]
    for entry in history.reference.entries.values {
      wanted[Board.Cell(town: entry.row.town, source: entry.row.source, stage: entry.row.stage), default: 0] += 1
    }
    try expect(board.orders.filter { $0.value != 0 }, equals: wanted, "kept counts")
    for tab in PageChecks.tabs {
      for town in PageChecks.towns {
        let count = history.reference.list(OrderQuery(town: town, tab: tab, source: .grid), seat: "").count
        try expect(board.count(town: town, tab: tab, source: .grid), equals: count, "count of \(tab) in \(town ?? "")")
      }
    }
  }

  private static func compareLate(_ history: History) throws {
    for minutes in [-2_000, 0, 500, 5_000] {
      let now = history.now.adding(minutes: minutes)
      for bound in [1, 3, 1_000] {
        var wanted: [PlaceCode: BoundedCount] = [:]
        for town in SampleCity.towns {
          let late = history.reference.list(OrderQuery(town: town), seat: "").filter { row in
            row.stageDue.map { $0 < now } ?? false
          }
          if !late.isEmpty {
            wanted[town] = BoundedCount(value: min(late.count, bound), isMore: late.count > bound)
          }
        }
        let seen = try history.store.late(at: now, towns: SampleCity.towns, bound: bound)
        try expect(seen, equals: wanted, "late orders at \(now), up to \(bound)")
      }
    }
    let one = try history.store.late(at: history.now.adding(minutes: 9_000), towns: [SampleCity.towns[1]], bound: 9)
    try expect(Set(one.keys).isSubset(of: [SampleCity.towns[1]]), "late orders of the town that was asked for")
  }

  private static func compareArrivals(_ history: History) throws {
    let last = history.now.milliseconds / 3_600_000
    for (from, to) in [(last - 200, last), (last - 12, last - 3)] {
      for town in PageChecks.towns {
        var wanted: [Int64: Int] = [:]
        for entry in history.reference.entries.values where town == nil || entry.arrivedIn == town {
          let hour = entry.row.arrivedAt.milliseconds / 3_600_000
          if hour >= from, hour <= to { wanted[hour, default: 0] += 1 }
        }
        let seen = try history.store.arrivals(from: from, to: to, town: town).filter { $0.count != 0 }
        let sorted = wanted.sorted { $0.key < $1.key }.map { HourlyArrivals(hour: $0.key, count: $0.value) }
        try expect(seen, equals: sorted, "arrivals from \(from) to \(to) in \(town ?? "")")
      }
    }
  }

  static func ordersAndClaims(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 42)
    for _ in 0..<5 {
      try history.run(steps: 40)
      try compareClaims(history)
      try compareRecent(history)
    }
    let numbers = history.reference.entries.keys.sorted()
    for number in numbers {
      let entry = try required(history.reference.entries[number], "entry")
      let file = try required(try history.store.order(number), "file of \(number.text)")
      try expect(file.order, equals: entry.order, "order \(number.text)")
      try expect(file.events, equals: entry.events, "events of \(number.text)")
      try expect(try history.store.row(number, seat: "C1"), equals: entry.row, "row of \(number.text)")
    }
    let absent = OrderNumber(day: 20_990_101, sequence: 1)
    try expect(try history.store.order(absent), equals: nil, "file of an order that does not exist")
    try expect(try history.store.row(absent, seat: "C1"), equals: nil, "row of an order that does not exist")
    let wanted = Array(numbers.prefix(5))
    let several = try history.store.orders([absent] + wanted).map(\.order.number)
    try expect(Set(several), equals: Set(wanted), "several files at once")
  }

  private static func compareClaims(_ history: History) throws {
    for seat in SampleCity.seats.map(\.code) {
      let wanted = history.reference.entries.values
        .filter { $0.order.stage != .closed && $0.order.activeClaim(at: history.now)?.seat == seat }
        .sorted { left, right in
          let first = left.order.claim?.until.milliseconds ?? 0
          let second = right.order.claim?.until.milliseconds ?? 0
          return (first, left.row.number.key) < (second, right.row.number.key)
        }
        .map(\.row)
      try expect(try history.store.claims(of: seat, at: history.now), equals: wanted, "claims of \(seat)")
    }
  }

  private static func compareRecent(_ history: History) throws {
    for town in PageChecks.towns {
      let wanted = history.reference.events.reversed()
        .filter { $0.header.stream.kind == .order && (town == nil || $0.header.town == town) }
      try expect(
        try history.store.recent(limit: 9, town: town), equals: Array(wanted.prefix(9)), "recent in \(town ?? "")")
    }
  }

  static func unread(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let order = try AppendChecks.firstOrder(&history)
    func isUnread(_ seat: SeatCode) throws -> Bool? { try history.store.row(order.number, seat: seat)?.unread }
    try expect(try isUnread("C1"), equals: true, "unread when it came in")
    try history.store.markSeen([order.number: 1], by: "C1")
    try expect(try isUnread("C1"), equals: false, "unread once seen")
    try expect(try isUnread("C2"), equals: true, "unread for another seat")
    let note = try required(try history.act(.note("甲"), on: order, by: SampleCity.seats[1]), "note")
    _ = try history.store.append([note], recordedAt: history.now)
    try expect(try isUnread("C1"), equals: true, "unread after another event")
    try history.store.markSeen([order.number: 2], by: "C1")
    try history.store.markSeen([order.number: 1], by: "C1")
    try expect(try isUnread("C1"), equals: false, "unread after an older mark")
    try expect(try history.store.head().sequence, equals: 3, "head: marks are no events")
  }
}
