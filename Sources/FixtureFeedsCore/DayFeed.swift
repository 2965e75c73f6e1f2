/// One day of reports, with the truth of which tell of the same event.
package struct DayFeed {
  /// One line of the truth.
  package struct Truth: Sendable, Equatable {
    package let event: String
    package let source: String
    package let id: String
  }

  /// The reports in the order in which the sources hand them on.
  package let reports: [FeedLine]
  /// The reports of every event that several tell of, in the order of the events.
  package let truth: [Truth]

  /// - Throws: `FeedGenerationError` when the city lacks what the reports refer to.
  package init(_ scenario: Scenario, city: CityTables, seed: UInt64) throws {
    var plan = try DayPlan(scenario, city: city, seed: seed)
    plan.tellOfGroups()
    plan.tellOfDecoys()
    plan.tellOfTheRest()
    let drafts = plan.drafts.sorted { ($0.reported, $0.order) < ($1.reported, $1.order) }
    var numbering = Numbering()
    var reports: [FeedLine] = []
    var truth: [(event: Int, source: String, id: String)] = []
    for draft in drafts {
      var line = draft.line
      numbering.number(&line, channel: draft.channel)
      reports.append(line)
      if let event = draft.event { truth.append((event, line.source, line.id)) }
    }
    // A source hands a settled report on when it settles it, so that the feed holds nothing that lies ahead.
    self.reports = reports.enumerated()
      .sorted { ($0.element.handedOn, $0.offset) < ($1.element.handedOn, $1.offset) }.map(\.element)
    var names: [Int: Int] = [:]
    for row in truth where names[row.event] == nil { names[row.event] = names.count + 1 }
    self.truth =
      truth
      .map { (names[$0.event] ?? 0, $0.source, $0.id) }
      .enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map { Truth(event: scenario.prefix + padded($0.element.0, 3), source: $0.element.1, id: $0.element.2) }
  }

  /// The truth as a table, with a header.
  package var truthTable: String {
    truth.reduce(into: "event,source,id\n") { $0 += "\($1.event),\($1.source),\($1.id)\n" }
  }
}
