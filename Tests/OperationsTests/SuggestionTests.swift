import City
import Feeds
import Journal
import Model
import Operations
import Testing

@Suite("Suggested units")
struct SuggestionTests {
  /// Sends an order to a unit and brings it to its end; nothing when the rules refuse it.
  private func close(_ number: OrderNumber, by unit: UnitCode, _ counter: Counter) throws {
    let chief = try counter.authority("city-chief")
    let call = PhoneCall(name: "某人", number: "11900001234", at: counter.clock.now)
    let commands: [OrderCommand] = [
      .dispatch(Dispatching(unit: unit)), .sign(call: call), .feedBack(Feedback(text: "已处理", call: call)),
      .inspect(Inspecting(passed: true)), .close(Closing()),
    ]
    for (step, command) in commands.enumerated() {
      _ = try counter.operations.perform(command, on: number, by: chief, id: "\(number.text):\(step)")
    }
  }

  /// The fixture day, every open order of which was closed by its catalogue's lead, but every tenth by the service
  /// centre of its town.
  private func closedDay() throws -> (counter: Counter, closed: Int, arrivedClosed: Int) {
    let counter = try Counter()
    counter.clock.advance(minutes: 2 * 24 * 60)
    _ = try Importer(operations: counter.operations, account: "test").run(
      .lines(path: Fixtures.feed("day.jsonl")), rejects: "/dev/null")
    let arrivedClosed = try counter.rows().filter { $0.stage == .closed && $0.unit != nil && !$0.confidential }
    var closed = 0
    for row in try counter.rows() where row.stage == .received && !row.confidential {
      guard let category = row.category.flatMap({ counter.city.category($0) }),
        let lead = counter.city.resolve(category.lead, at: row.place)
      else { continue }
      let centre = counter.city.resolve(.serviceCentre, at: row.place)
      try close(row.number, by: closed % 10 == 7 ? centre ?? lead : lead, counter)
      closed += 1
    }
    return (counter, closed, arrivedClosed.count)
  }

  @Test func `a fifth of a noisy day is told from the rest`() throws {
    let (counter, closed, arrivedClosed) = try closedDay()
    let trial = try counter.operations.trySuggestions(newest: .max)
    #expect(closed > 500)
    #expect(trial.trained + trial.tested == closed + arrivedClosed)
    #expect(trial.tested * 3 < trial.trained && trial.tested * 6 > trial.trained)
    #expect(try counter.store.learned([], category: nil).orders.values.reduce(0, +) == closed)
    #expect(trial.catalogue * 100 > trial.tested * 80)
    #expect(trial.bySubcategory.first * 100 > trial.tested * 75)
    #expect(trial.byWords.first * 100 > trial.tested * 55)
    #expect(trial.byWords.three >= trial.byWords.first)
    #expect(try counter.operations.trySuggestions(newest: .max) == trial)
    #expect(try counter.operations.trySuggestions(newest: 100).trained < 100)
    #expect(try JournalVerifier.verify(counter.store).isClean)
  }

  @Test func `requests that arrive closed are tried, and teach nothing`() throws {
    let counter = try Counter(Fixtures.nyc311)
    counter.clock.advance(minutes: 4 * 365 * 24 * 60)
    let map = try ColumnMap(path: Fixtures.folder + "/maps/nyc311.yaml", zone: TimeZones.offsets)
    _ = try Importer(operations: counter.operations, account: "test").run(
      .records(path: Fixtures.folder + "/nyc311/requests-2023.csv", map: map), rejects: "/dev/null")
    let trial = try counter.operations.trySuggestions(newest: .max)
    #expect(trial.trained + trial.tested == 4_419)
    #expect(trial.bySubcategory.first * 100 > trial.tested * 95)
    #expect(trial.byWords.first * 100 > trial.tested * 90)
    #expect(try counter.store.learned([], category: nil).isEmpty)
  }

  @Test func `what one town settled is suggested to another, beside the catalogue's lead`() throws {
    let counter = try Counter()
    func order(_ id: String, in town: PlaceCode, _ change: (inout Report) -> Void = { _ in }) throws -> OrderNumber {
      var incoming = try counter.report(id, title: "店外经营占道", text: "水果摊占用人行道。")
      incoming.report.place = town
      incoming.report.category = "HL-TS-PROPERTY"
      change(&incoming.report)
      guard case .accepted(let number) = try counter.operations.takeIn(incoming, account: "feed") else {
        throw Missing(what: id)
      }
      return number
    }
    let towns = counter.city.places.towns.map(\.code)
    let bureaus = towns.compactMap { counter.city.units.acting(for: $0) }
    for serial in 0..<3 { try close(try order("A\(serial)", in: towns[0]), by: bureaus[0], counter) }
    try close(try order("B", in: towns[1]), by: "D-CITYMGMT", counter)
    let found = try counter.operations.suggestions(for: try order("C", in: towns[2]))
    #expect(found.lead == "D-HOUSING")
    #expect(found.learned.map(\.unit) == [bureaus[2], "D-CITYMGMT"])
    #expect(found.learned.map(\.share) == [75, 25])
    #expect(found.learned.map(\.orders) == [3, 1])
    // Without a sub-category of its own, or with one that nobody has settled, all orders are asked.
    for category: CategoryCode? in [nil, "HL-TS-BUS"] {
      let number = try order("D-\(category?.rawValue ?? "")", in: towns[2]) { $0.category = category }
      #expect(try counter.operations.suggestions(for: number).learned.map(\.unit) == [bureaus[2], "D-CITYMGMT"])
    }
    let complaint = try order("E", in: towns[2]) { report in
      report.confidential = true
      report.text = "反映城市管理局和住建局处理水果摊不公"
    }
    let guarded = try counter.operations.suggestions(for: complaint)
    #expect(guarded.lead == nil)
    #expect(guarded.learned.map(\.unit) == [bureaus[2]])
    #expect(guarded.leftOut.isSuperset(of: ["D-CITYMGMT", "D-HOUSING", "D-SANITATION"]))
    let missing = OrderNumber(day: 20_200_616, sequence: 99)
    #expect(throws: OperationError.noSuchOrder(missing)) { try counter.operations.suggestions(for: missing) }
  }
}
