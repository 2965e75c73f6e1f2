import Model

/// Writes what an import writes by the million, a report that was received and who reported, straight into canonical bytes.
///
/// The bytes are those of `CanonicalWriter`, which a test holds it to; `Codable`'s containers take several times as long.
/// Members stand here in the order of their keys' bytes, and what is nothing is left out.
struct CanonicalReport {
  private(set) var bytes: [UInt8] = []

  /// The canonical bytes of a report that was received.
  static func bytes(of received: OrderEvent.Received) throws(JournalError) -> [UInt8] {
    var writer = CanonicalReport()
    writer.bytes.reserveCapacity(1_024)
    try writer.write(received)
    return writer.bytes
  }

  /// The canonical bytes of who reported.
  static func bytes(of data: PersonalData) -> [UInt8] {
    var writer = CanonicalReport()
    writer.open()
    writer.member("identity", data.identity)
    writer.member("name", data.name)
    writer.member("phone", data.phone)
    writer.close()
    return writer.bytes
  }

  private mutating func write(_ received: OrderEvent.Received) throws(JournalError) {
    open()
    member("arrived_at", received.arrivedAt)
    member("overall_due", received.overallDue)
    member("parent", received.parent)
    key("report")
    write(received.report)
    member("rung", received.rung?.rawValue)
    if let settlement = received.settlement {
      key("settlement")
      bytes += try CanonicalWriter.bytes(of: settlement)
    }
    member("stage_due", received.stageDue)
    close()
  }

  private mutating func write(_ report: Report) {
    open()
    key("attachments")
    write(report.attachments)
    member("category", report.category?.rawValue)
    member("confidential", report.confidential)
    if let detail = report.detail {
      key("detail")
      write(detail)
    }
    member("exercise", report.exercise)
    if let location = report.location {
      key("location")
      open()
      member("address", location.address)
      member("latitude", location.latitude)
      member("longitude", location.longitude)
      close()
    }
    member("occurred_at", report.occurredAt)
    if let origin = report.origin {
      key("origin")
      open()
      member("closed_at", origin.closedAt)
      member("outcome", origin.outcome)
      member("status", origin.status)
      member("unit", origin.unit?.rawValue)
      close()
    }
    member("place", report.place.rawValue)
    member("reported_at", report.reportedAt)
    member("source", report.source.rawValue)
    member("source_id", report.sourceID)
    member("text", report.text)
    member("title", report.title)
    if let upstream = report.upstream {
      key("upstream")
      open()
      member("deadline", upstream.deadline)
      member("level", upstream.level)
      member("number", upstream.number)
      close()
    }
    member("urgency", report.urgency.rawValue)
    close()
  }

  private mutating func write(_ attachments: [Attachment]) {
    bytes.append(UInt8(ascii: "["))
    for (index, attachment) in attachments.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      open()
      member("kind", attachment.kind)
      member("sha256", attachment.sha256)
      member("uri", attachment.uri)
      close()
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ detail: SourceDetail) {
    open()
    switch detail {
    case .grid(let alert):
      begin("grid")
      member("kind", alert.kind.rawValue)
      member("role", alert.role)
      member("settled", alert.settled)
      member("worker", alert.worker)
    case .cityManagement(let found):
      begin("city_management")
      member("checked", found.checked)
      member("class", found.classification.rawValue)
      member("code", found.code)
      member("collector", found.collector)
    case .enforcement(let lawCase):
      begin("enforcement")
      member("brigade", lawCase.brigade.rawValue)
      member("case", lawCase.number)
      member("party", lawCase.party)
      member("step", lawCase.step.rawValue)
    case .hotline(let item):
      begin("hotline")
      member("answered", item.answered)
      member("channel", item.channel.rawValue)
      member("kind", item.kind.rawValue)
    case .police(let item):
      begin("police")
      member("alarm", item.alarm)
      member("kind", item.kind.rawValue)
    case .emergency(let emergency):
      begin("emergency")
      member("casualties", emergency.casualties)
      member("incident", emergency.incident)
      member("phase", emergency.phase.rawValue)
      member("severity", emergency.severity)
    case .window(let application):
      begin("window")
      member("guide", application.guide)
      member("matter", application.matter)
      member("step", application.step.rawValue)
      member("window", application.window)
    }
    close()
    close()
  }

  private mutating func open() {
    bytes.append(UInt8(ascii: "{"))
  }

  private mutating func close() {
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func begin(_ name: StaticString) {
    key(name)
    open()
  }

  private mutating func key(_ name: StaticString) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    CanonicalText.append(text, to: &bytes)
  }

  private mutating func member(_ name: StaticString, _ instant: Instant?) {
    member(name, instant.map { Int($0.milliseconds) })
  }

  private mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  private mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }
}
