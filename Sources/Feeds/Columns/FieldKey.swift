import Model

/// A key of a report that a column can be mapped to.
enum FieldKey: String, CaseIterable, Sendable {
  case id, reported, occurred, place, address, lat, lon, category, urgency, title, text, confidential, exercise
  case reporterName = "reporter.name"
  case reporterPhone = "reporter.phone"
  case reporterIdentity = "reporter.identity"
  case attachmentKind = "attachments.0.kind"
  case attachmentURI = "attachments.0.uri"
  case attachmentDigest = "attachments.0.sha256"
  case upstreamNumber = "upstream.number"
  case upstreamLevel = "upstream.level"
  case upstreamDeadline = "upstream.deadline"
  case originUnit = "origin.unit"
  case originStatus = "origin.status"
  case originClosed = "origin.closed"
  case originOutcome = "origin.outcome"
  case originStage = "origin.stage"
  case gridWorker = "grid.worker"
  case gridRole = "grid.role"
  case gridKind = "grid.kind"
  case gridSettled = "grid.settled"
  case collector = "cityManagement.collector"
  case collectedClass = "cityManagement.class"
  case collectedCode = "cityManagement.code"
  case collectedChecked = "cityManagement.checked"
  case caseNumber = "enforcement.case"
  case caseBrigade = "enforcement.brigade"
  case caseParty = "enforcement.party"
  case caseStep = "enforcement.step"
  case hotlineKind = "hotline.kind"
  case hotlineChannel = "hotline.channel"
  case hotlineAnswered = "hotline.answered"
  case policeAlarm = "police.alarm"
  case policeKind = "police.kind"
  case emergencyPhase = "emergency.phase"
  case emergencyIncident = "emergency.incident"
  case emergencySeverity = "emergency.severity"
  case emergencyCasualties = "emergency.casualties"
  case windowName = "window.window"
  case windowMatter = "window.matter"
  case windowGuide = "window.guide"
  case windowStep = "window.step"

  /// The keys without which a map makes no report.
  static let required: [FieldKey] = [.id, .reported, .place, .text]

  /// The source whose own key it is; nothing for one that all have.
  var source: Source? {
    rawValue.split(separator: ".").first.flatMap { $0.count < rawValue.count ? Source(rawValue: String($0)) : nil }
  }
}
