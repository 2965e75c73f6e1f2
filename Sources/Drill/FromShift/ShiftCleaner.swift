import Model
import SafeText

/// Takes what belongs to a person out of the reports of a shift.
struct ShiftCleaner {
  private var people: Pseudonyms
  private var incidents: [String: String] = [:]

  /// Makes a cleaner that knows all names of a shift and of the city, so that texts are cleaned of each other's.
  init(seed: Int, arrivals: [ShiftReading.Arrival], city: CityTables) {
    people = Pseudonyms(seed: seed)
    for arrival in arrivals {
      if let reporter = arrival.incoming.reporter { people.learn(reporter.name) }
      switch arrival.incoming.report.detail {
      case .grid(let alert): people.learn(alert.worker)
      case .enforcement(let enforcement): people.learn(enforcement.party)
      default: break
      }
    }
    for officer in city.officers { people.learn(officer.name) }
    for grid in city.grids.values.sorted(by: { $0.place.rawValue < $1.place.rawValue }) {
      for name in [grid.head] + grid.roles { people.learn(name) }
    }
  }

  /// A report of the exercise in the place of a real one.
  mutating func clean(_ arrival: ShiftReading.Arrival, as id: String) -> IncomingReport {
    var report = arrival.incoming.report
    report.sourceID = id
    report.exercise = true
    report.reportedAt = arrival.at
    report.occurredAt = report.occurredAt.map { min($0, arrival.at) }
    report.title = text(report.title)
    report.text = text(report.text)
    if var location = report.location {
      location.address = text(location.address)
      report.location = location
    }
    report.attachments = []
    report.upstream?.number = "SJ-" + id
    if var origin = report.origin {
      origin.status = text(origin.status)
      origin.outcome = text(origin.outcome)
      origin.closedAt = origin.closedAt.map { min($0, arrival.at) }
      report.origin = origin
    }
    report.detail = report.detail.map { detail($0, id) }
    let reporter = arrival.incoming.reporter.map { person in
      PersonalData(name: people.name(person.name), phone: people.phone(person.phone))
    }
    return IncomingReport(report: report, reporter: reporter.flatMap { $0.isEmpty ? nil : $0 })
  }

  private mutating func text(_ text: String) -> String { people.text(SafeText(text).string) }

  private mutating func detail(_ detail: SourceDetail, _ id: String) -> SourceDetail {
    switch detail {
    case .grid(var alert):
      alert.worker = people.name(alert.worker)
      return .grid(alert)
    case .cityManagement(var item):
      item.collector = "CJ-" + id
      return .cityManagement(item)
    case .enforcement(var item):
      item.number = "AJ-" + id
      item.party = people.name(item.party)
      return .enforcement(item)
    case .police(var item):
      item.alarm = "JQ-" + id
      return .police(item)
    case .emergency(var item):
      let known = incidents[item.incident] ?? "SJ-\(incidents.count + 1)"
      incidents[item.incident] = known
      item.incident = item.incident.isEmpty ? "" : known
      return .emergency(item)
    case .hotline, .window: return detail
    }
  }
}
