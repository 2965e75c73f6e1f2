import Journal
import Model
import Operations
import SeededRandom
import Testing

@Suite("What a seat may see")
struct ViewpointTests {
  @Test(arguments: [UInt64(1), 7, 20_200_616])
  func `nothing outside of a seat's places or rights is shown by any way of reading`(seed: UInt64) throws {
    var mixed = try MixedOrders(seed: seed)
    let files = try mixed.counter.store.orders(mixed.numbers)
    var withheld = 0
    var unseen = 0
    var elsewhere = 0
    for authority in try mixed.authorities() {
      let viewpoint = Viewpoint(mixed.counter.operations, of: authority)
      let shown = try everything(viewpoint, mixed)
      for file in files {
        let standing = mixed.standing(of: file.order, for: authority)
        let number = file.order.number
        let secret = try #require(mixed.secrets[number])
        let place = "seed \(seed), \(authority.seat) \(authority.unit?.rawValue ?? ""), \(number.text)"
        let own = try viewpoint.file(number)
        #expect((own == nil) == (standing == .unseen), "\(place)")
        #expect(try viewpoint.row(number) != nil || standing == .unseen, "\(place)")
        #expect(shown.contains(secret) == (standing == .seen), "\(place) \(standing)")
        #expect(shown.contains("\(number)") == (standing != .unseen), "\(place) \(standing)")
        #expect(try viewpoint.finds(number, TextFilter(words: [secret])) == (standing == .seen), "\(place)")
        let grid = TextFilter(places: [file.order.core.place])
        let isTown = mixed.counter.city.places.coarse(file.order.core.place) == file.order.core.place
        if !isTown { #expect(try viewpoint.finds(number, grid) == (standing == .seen), "\(place)") }
        let digits = TextFilter(digits: "\(number.day)" + number.text.suffix(5))
        #expect(try viewpoint.finds(number, digits) == (standing != .unseen), "\(place)")
        if standing == .unseen { unseen += 1 }
        if standing == .withheld { withheld += 1 }
        if standing == .seen, viewpoint.sight.town.map({ !mixed.lies(file.order, in: $0) }) ?? false { elsewhere += 1 }
      }
      let count = try viewpoint.board().orders.values.reduce(0, +)
      let standings = files.map { mixed.standing(of: $0.order, for: authority) }
      #expect(count == standings.count { $0 != .unseen }, "seed \(seed), \(authority.seat)")
    }
    // Every case has come about, or it would prove little.
    #expect(withheld > 0 && unseen > 0 && elsewhere > 0, "\(withheld), \(unseen), \(elsewhere)")
  }

  /// All that a seat can read, as one text.
  private func everything(_ viewpoint: Viewpoint, _ mixed: MixedOrders) throws -> String {
    let now = mixed.counter.clock.now
    var parts: [Any] = []
    for sort in OrderQuery.Sort.allCases {
      // A town that is not the seat's own is asked for, too.
      for town in [nil] + mixed.towns.prefix(3).map(Optional.some) {
        let query = OrderQuery(town: town, tab: .all, sort: sort)
        parts += try viewpoint.page(query, anchor: .top, before: 0, after: 1_000, effort: .full).rows as [Any]
      }
    }
    parts += try viewpoint.files(mixed.numbers) as [Any]
    parts += try viewpoint.claims(at: now) as [Any]
    for town in [nil] + mixed.towns.map(Optional.some) {
      parts += try viewpoint.recent(limit: 200, town: town) as [Any]
      let query = RateQuery(from: 20_200_101, to: 20_201_231, town: town, now: now)
      for part in [RateList.Part.denominator, .leftOut(nil)] {
        parts +=
          try viewpoint.orders(behind: RateList(.filing, part), in: query, after: nil, limit: 1_000).rows as [Any]
      }
    }
    for number in mixed.numbers where try viewpoint.row(number) != nil {
      parts.append(try viewpoint.proposals(for: number))
      parts.append(try viewpoint.suggestions(for: number))
    }
    return parts.map { String(describing: $0) }.joined(separator: "\n")
  }
}

extension Viewpoint {
  /// Whether a filter finds an order.
  fileprivate func finds(_ number: OrderNumber, _ filter: TextFilter) throws -> Bool {
    try page(OrderQuery(tab: .all, filter: filter), anchor: .top, before: 0, after: 1_000, effort: .full).rows
      .contains { $0.number == number }
  }
}

/// Orders at random all over the city, some of them confidential, sent to units of all towns, each with a word of its own.
private struct MixedOrders {
  /// How an order stands to a seat.
  enum Standing {
    case seen, withheld, unseen
  }

  let counter: Counter
  private(set) var numbers: [OrderNumber] = []
  private(set) var secrets: [OrderNumber: String] = [:]
  private var generator: SeededGenerator

  var towns: [PlaceCode] { counter.city.places.towns.map(\.code) }

  init(seed: UInt64) throws {
    counter = try Counter()
    generator = SeededGenerator(seed: seed)
    let chief = try counter.authority("city-chief")
    for index in 0..<60 {
      let secret = "zq\(index)word"
      let report = try report(secret, isConfidential: generator.next() % 3 == 0)
      guard case .accepted(let number) = try counter.operations.takeIn(report, account: "feed") else { continue }
      numbers.append(number)
      secrets[number] = secret
      counter.clock.advance(minutes: 1)
      for command in [
        OrderCommand.claim, .dispatch(Dispatching(unit: unit(), coUnits: [unit(), unit()])), .sign(call: nil),
        .note("知道 " + secret), .contact(text: secret, call: nil), .claim,
      ] where generator.next() % 4 != 0 {
        _ = try? counter.operations.perform(command, on: number, by: chief, id: "c\(counter.clock.now)\(command.kind)")
      }
      // What was open becomes confidential, and what lay here lies elsewhere.
      if generator.next() % 5 == 0 {
        var later = report
        later.report.confidential = true
        _ = try counter.operations.takeIn(later, account: "feed")
      }
      if generator.next() % 5 == 0 {
        _ = try? counter.operations.perform(
          .file(Filing(category: nil, urgency: nil, place: place())), on: number, by: chief, id: "f\(index)")
      }
    }
  }

  private mutating func report(_ secret: String, isConfidential: Bool) throws -> IncomingReport {
    var incoming = try counter.report(secret, title: "举报 " + secret, text: "我是 " + secret)
    incoming.report.sourceID = "S-\(numbers.count)"
    incoming.report.place = place()
    incoming.report.location = Location(address: secret + " 号")
    incoming.report.confidential = isConfidential
    incoming.report.detail = .grid(GridAlert(worker: secret, role: "", kind: .hazard, settled: false))
    incoming.reporter = PersonalData(name: secret, phone: "11900001234")
    return incoming
  }

  private mutating func place() -> PlaceCode {
    counter.city.places.all.randomElement(using: &generator)?.code ?? "320614"
  }

  private mutating func unit() -> UnitCode {
    counter.city.units.all.filter { $0.place != "320614" }.randomElement(using: &generator)?.code ?? "D-WATER"
  }

  /// Seats of both tiers, and seats of single units.
  mutating func authorities() throws -> [Authority] {
    var chosen: [Authority] = []
    for seat in ["city-chief", "city-dispatch-1", "city-observe"] as [SeatCode] {
      chosen.append(try counter.authority(seat))
    }
    for seat in counter.city.seats.filter({ $0.tier == .town }).shuffled(using: &generator).prefix(6) {
      chosen.append(try counter.authority(seat.code))
    }
    for _ in 0..<3 {
      let unit = unit()
      guard let place = counter.city.units[unit]?.place, let town = counter.city.places.town(of: place) else {
        continue
      }
      chosen.append(
        Authority(
          officer: "nobody", seat: "unit", role: .handler, tier: .town, place: town, unit: unit, account: "test"))
    }
    return chosen
  }

  func lies(_ order: WorkOrder, in town: PlaceCode) -> Bool {
    counter.city.places.contains(order.core.place, in: town)
  }

  /// The plain account of what a seat may see.
  func standing(of order: WorkOrder, for authority: Authority) -> Standing {
    let city = counter.city
    if authority.tier == .town, !lies(order, in: authority.place) {
      let involved = order.core.dispatchedAt == nil ? [] : [order.core.unit].compactMap { $0 } + order.core.coUnits
      let isOwn = involved.contains { code in
        if let unit = authority.unit { return code == unit }
        guard let unit = city.units[code] else { return false }
        return city.places.contains(unit.place, in: authority.place) || unit.actsFor == authority.place
      }
      if !isOwn { return .unseen }
    }
    let mayKnow = city.authority.grants(.confidential, to: authority.role, at: authority.tier)
    return order.isConfidential && !mayKnow ? .withheld : .seen
  }
}
