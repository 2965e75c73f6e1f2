/// 来件: one message from a source, as received.
public struct Report: Sendable, Equatable, Codable {
  /// Who reports.
  public var source: Source
  /// The source's own number; with `source` it makes the report known again.
  public var sourceID: String
  /// When the source took it in, UTC.
  public var reportedAt: Instant
  /// When the event itself happened, UTC, where known.
  public var occurredAt: Instant?
  /// The finest place known.
  public var place: PlaceCode
  /// Where exactly.
  public var location: Location?
  /// The sub-category, where the source names one.
  public var category: CategoryCode?
  /// How pressing the source holds it.
  public var urgency: Urgency
  /// A line that says what it is about.
  public var title: String
  /// The message itself.
  public var text: String
  /// Whether who called, and what gives him away, is for named roles only.
  public var confidential: Bool
  /// Whether it belongs to an exercise.
  public var exercise: Bool
  /// Photographs, recordings, papers.
  public var attachments: [Attachment]
  /// Where it was referred from, when it came from above.
  public var upstream: Upstream?
  /// How it stands at its source.
  public var origin: OriginState?
  /// The source's own fields.
  public var detail: SourceDetail?

  /// Makes a report.
  public init(
    source: Source, sourceID: String, reportedAt: Instant, occurredAt: Instant? = nil, place: PlaceCode,
    location: Location? = nil, category: CategoryCode? = nil, urgency: Urgency = .normal, title: String,
    text: String, confidential: Bool = false, exercise: Bool = false, attachments: [Attachment] = [],
    upstream: Upstream? = nil, origin: OriginState? = nil, detail: SourceDetail? = nil
  ) {
    self.source = source
    self.sourceID = sourceID
    self.reportedAt = reportedAt
    self.occurredAt = occurredAt
    self.place = place
    self.location = location
    self.category = category
    self.urgency = urgency
    self.title = title
    self.text = text
    self.confidential = confidential
    self.exercise = exercise
    self.attachments = attachments
    self.upstream = upstream
    self.origin = origin
    self.detail = detail
  }

  private enum CodingKeys: String, CodingKey {
    case source, place, location, category, urgency, title, text, confidential, exercise, attachments, upstream
    case origin, detail
    case sourceID = "source_id"
    case reportedAt = "reported_at"
    case occurredAt = "occurred_at"
  }
}

/// Where exactly a report lies.
public struct Location: Sendable, Equatable, Codable {
  /// The address in words; may be empty.
  public var address: String
  /// Degrees north, in millionths; nothing when not known.
  public var latitude: Int?
  /// Degrees east, in millionths; nothing when not known.
  public var longitude: Int?

  /// Makes a location; the coordinates are millionths of a degree.
  public init(address: String, latitude: Int? = nil, longitude: Int? = nil) {
    self.address = address
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Something that came with a report or a feedback.
public struct Attachment: Sendable, Equatable, Codable {
  /// What sort of thing (photo, audio, video, document).
  public var kind: String
  /// Where it lies.
  public var uri: String
  /// SHA-256 of its bytes, lower-case hexadecimal.
  public var sha256: String

  /// Makes an attachment.
  public init(kind: String, uri: String, sha256: String) {
    self.kind = kind
    self.uri = uri
    self.sha256 = sha256
  }
}

/// 上级交办: where a report from above came from.
public struct Upstream: Sendable, Equatable, Codable {
  /// The number it bears above.
  public var number: String
  /// Which level sent it down.
  public var level: String
  /// When above wants it done, UTC.
  public var deadline: Instant?

  /// Makes a reference.
  public init(number: String, level: String, deadline: Instant? = nil) {
    self.number = number
    self.level = level
    self.deadline = deadline
  }
}

/// How a report stands at its source when it arrives.
public struct OriginState: Sendable, Equatable, Codable {
  /// The unit that has it there.
  public var unit: UnitCode?
  /// The state in the source's own words.
  public var status: String
  /// When the source closed it, UTC; set only when it arrives closed.
  public var closedAt: Instant?
  /// What came of it, in the source's own words.
  public var outcome: String

  /// Makes a state.
  public init(unit: UnitCode? = nil, status: String = "", closedAt: Instant? = nil, outcome: String = "") {
    self.unit = unit
    self.status = status
    self.closedAt = closedAt
    self.outcome = outcome
  }

  private enum CodingKeys: String, CodingKey {
    case unit, status, outcome
    case closedAt = "closed_at"
  }
}

/// Who reported: personal data, kept beside the journal's events and never in them.
public struct PersonalData: Sendable, Equatable, Codable {
  /// The name as given.
  public var name: String
  /// The telephone number as given.
  public var phone: String
  /// The identity number as given.
  public var identity: String

  /// Makes a record; what is not known is empty.
  public init(name: String = "", phone: String = "", identity: String = "") {
    self.name = name
    self.phone = phone
    self.identity = identity
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { name.isEmpty && phone.isEmpty && identity.isEmpty }
}

/// A report together with what must stand beside its event.
public struct IncomingReport: Sendable, Equatable {
  /// The message.
  public var report: Report
  /// Who reported, where known.
  public var reporter: PersonalData?

  /// Makes an incoming report.
  public init(report: Report, reporter: PersonalData? = nil) {
    self.report = report
    self.reporter = reporter
  }
}
