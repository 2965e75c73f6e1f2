public import Journal
public import Model

/// What stays the same while a desk is open.
public struct DeskContext: Sendable {
  /// The tables of the day.
  public let city: CityTables
  /// On whose authority keys act.
  public let authority: Authority
  /// What the journal is for.
  public let kind: JournalKind
  /// Whether the desk raises what the city's rules find due.
  public let raises: Bool
  /// The drill that is worked here; nothing in real work and demonstrations.
  public let drill: DrillBrief?
  /// The span of the past that is shown; nothing where the desk is of the present.
  public let replay: ReplaySpan?
  /// A name for this sitting, so that its commands have names of their own.
  public let session: String
  /// Who is on duty.
  public let roster: DutyRoster

  /// Makes a context.
  public init(
    city: CityTables, authority: Authority, kind: JournalKind, session: String, raises: Bool = false,
    drill: DrillBrief? = nil, replay: ReplaySpan? = nil
  ) {
    self.city = city
    self.authority = authority
    self.kind = kind
    self.raises = raises
    self.replay = replay
    self.session = session
    self.drill = drill
    roster = DutyRoster(city: city, authority: authority)
  }

  /// The seat that the officer sits at.
  public var seat: Seat? { city.seat(authority.seat) }
}

/// The span of time that a replay can be moved in.
public struct ReplaySpan: Sendable, Equatable {
  /// From when on, UTC.
  public let from: Instant
  /// Until when, UTC: there it stops.
  public let to: Instant

  /// Makes a span; one that would end before it begins ends at once.
  public init(from: Instant, to: Instant) {
    self.from = from
    self.to = max(from, to)
  }

  /// The nearest instant in the span.
  func nearest(_ instant: Instant) -> Instant { min(max(instant, from), to) }
}
