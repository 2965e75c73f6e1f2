import Model

/// What makes the fields of a report good, whatever form they came in.
struct ReportRules: Sendable {
  let places: Set<PlaceCode>
  let categories: Set<CategoryCode>
  let units: Set<UnitCode>
  let isExercise: Bool

  init(city: CityTables, isExercise: Bool) {
    places = Set(city.places.all.map(\.code))
    categories = Set(city.categories.map(\.code))
    units = Set(city.units.all.map(\.code))
    self.isExercise = isExercise
  }

  /// Makes the report, reading its times with `times`.
  ///
  /// - Throws: the first rule that is broken, with its key and without a column.
  func report(_ wire: WireReport, times: some TimeReading) throws(Flaw) -> IncomingReport {
    guard let format = wire.format else { throw Flaw(.missing, key: "format") }
    guard format == 1 else { throw Flaw(.format, key: "format") }
    let source = try source(wire.source)
    let id = try required(wire.id, "id")
    guard id.utf8.count <= IntakeLimits.identifier, !id.allSatisfy(\.isWhitespace) else {
      throw Flaw(.identifier, key: "id")
    }
    let ofExercise = wire.exercise ?? false
    if ofExercise, !isExercise { throw Flaw(.exercise, key: "exercise") }
    if !ofExercise, isExercise { throw Flaw(.notExercise, key: "exercise") }
    let text = try required(wire.text, "text")
    let report = Report(
      source: source,
      sourceID: id,
      reportedAt: try times.instant(try present(wire.reported, "reported"), key: "reported"),
      occurredAt: try time(wire.occurred, "occurred", times),
      place: try place(wire.place),
      location: try location(wire),
      category: try category(wire.category),
      urgency: try urgency(wire.urgency),
      title: try title(wire.title, of: text),
      text: text,
      confidential: wire.confidential ?? false,
      exercise: ofExercise,
      attachments: try attachments(wire.attachments ?? []),
      upstream: try upstream(wire.upstream, times),
      origin: try origin(wire.origin, times),
      detail: try wire.detail.map { (wire) throws(Flaw) in try detail(wire, of: source) } ?? nil)
    return IncomingReport(report: report, reporter: try reporter(wire.reporter))
  }

  private func source(_ word: String?) throws(Flaw) -> Source {
    let word = try present(word, "source")
    guard let source = Source(rawValue: word) else { throw Flaw(.unknownSource, key: "source", subject: word) }
    return source
  }

  private func place(_ code: String?) throws(Flaw) -> PlaceCode {
    let code = PlaceCode(try present(code, "place"))
    guard places.contains(code) else { throw Flaw(.unknownPlace, key: "place", subject: code.rawValue) }
    return code
  }

  private func category(_ code: String?) throws(Flaw) -> CategoryCode? {
    guard let code = code.map({ CategoryCode($0) }) else { return nil }
    guard categories.contains(code) else { throw Flaw(.unknownCategory, key: "category", subject: code.rawValue) }
    return code
  }

  private func urgency(_ word: String?) throws(Flaw) -> Urgency {
    guard let word else { return .normal }
    guard let urgency = Urgency(rawValue: word) else { throw Flaw(.unknownUrgency, key: "urgency", subject: word) }
    return urgency
  }

  private func title(_ title: String?, of text: String) throws(Flaw) -> String {
    if let title = try optional(title, "title"), !title.isEmpty { return title }
    guard !text.isEmpty else { throw Flaw(.missing, key: "text") }
    return String(text.prefix(IntakeLimits.titleCharacters))
  }

  private func location(_ wire: WireReport) throws(Flaw) -> Location? {
    let address = try optional(wire.address, "address") ?? ""
    let latitude = try millionths(wire.lat, within: 90, "lat")
    let longitude = try millionths(wire.lon, within: 180, "lon")
    if address.isEmpty, latitude == nil, longitude == nil { return nil }
    return Location(address: address, latitude: latitude, longitude: longitude)
  }

  private func millionths(_ degrees: Double?, within limit: Double, _ key: String) throws(Flaw) -> Int? {
    guard let degrees else { return nil }
    guard abs(degrees) <= limit else { throw Flaw(.coordinate, key: key) }
    return Int((degrees * 1_000_000).rounded())
  }

  private func attachments(_ wire: [WireReport.Attachment]) throws(Flaw) -> [Attachment] {
    var attachments: [Attachment] = []
    for (index, item) in wire.enumerated() {
      func path(_ key: String) -> String { "attachments.\(index).\(key)" }
      let written = try present(item.sha256, path("sha256"))
      guard let digest = Hexadecimal.digest(written) else { throw Flaw(.digest, key: path("sha256")) }
      attachments.append(
        Attachment(
          kind: try required(item.kind, path("kind")), uri: try required(item.uri, path("uri")), sha256: digest))
    }
    return attachments
  }

  private func upstream(_ wire: WireReport.Upstream?, _ times: some TimeReading) throws(Flaw) -> Upstream? {
    guard let wire else { return nil }
    return Upstream(
      number: try required(wire.number, "upstream.number"), level: try required(wire.level, "upstream.level"),
      deadline: try time(wire.deadline, "upstream.deadline", times))
  }

  /// A report arrives closed when its source says so and says when; a closing time beside another stage is a trace of
  /// an earlier closing and is not taken for one.
  private func origin(_ wire: WireReport.Origin?, _ times: some TimeReading) throws(Flaw) -> OriginState? {
    guard let wire else { return nil }
    let closed = try time(wire.closed, "origin.closed", times)
    let isClosed = wire.stage == "closed"
    if let stage = wire.stage, !isClosed, stage != "open" {
      throw Flaw(.unknownWord, key: "origin.stage", subject: stage)
    }
    if isClosed, closed == nil { throw Flaw(.missing, key: "origin.closed") }
    let state = OriginState(
      unit: try unit(wire.unit, "origin.unit"), status: try optional(wire.status, "origin.status") ?? "",
      closedAt: isClosed ? closed : nil, outcome: try optional(wire.outcome, "origin.outcome") ?? "")
    return state == OriginState() ? nil : state
  }

  private func reporter(_ wire: WireReport.Reporter?) throws(Flaw) -> PersonalData? {
    guard let wire else { return nil }
    let data = PersonalData(
      name: try optional(wire.name, "reporter.name") ?? "", phone: try optional(wire.phone, "reporter.phone") ?? "",
      identity: try optional(wire.identity, "reporter.identity") ?? "")
    return data.isEmpty ? nil : data
  }

  private func time(_ text: String?, _ key: String, _ times: some TimeReading) throws(Flaw) -> Instant? {
    guard let text else { return nil }
    return try times.instant(text, key: key)
  }
}

/// Reads the times of a form of reports.
protocol TimeReading {
  /// The moment that `text`, the value of `key`, stands for.
  func instant(_ text: String, key: String) throws(Flaw) -> Instant
}
