public import Model

/// What a journal is for; fixed by its first event.
public enum JournalKind: String, Sendable, Codable, CaseIterable {
  /// Real reports, the wall clock.
  case live
  /// 演示: a fixture day under the feed's own time.
  case demo
  /// 演练: an exercise.
  case drill
}

/// What a journal's first event fixes.
public struct JournalIdentity: Sendable, Equatable, Codable {
  /// What it is for.
  public let kind: JournalKind
  /// The site whose origin its own events bear.
  public let site: String
  /// The city's code.
  public let city: String
  /// SHA-256 of the city's files, lower-case hexadecimal.
  public let cityDigest: String
  /// When it was opened, UTC.
  public let openedAt: Instant
  /// The journal that it goes on from; nothing for one that began by itself.
  public let parent: JournalParent?

  /// Makes an identity.
  public init(
    kind: JournalKind, site: String, city: String, cityDigest: String, openedAt: Instant,
    parent: JournalParent? = nil
  ) {
    self.kind = kind
    self.site = site
    self.city = city
    self.cityDigest = cityDigest
    self.openedAt = openedAt
    self.parent = parent
  }

  /// The same journal's identity as one that goes on from another.
  public func going(onFrom parent: JournalParent) -> JournalIdentity {
    JournalIdentity(
      kind: kind, site: site, city: city, cityDigest: cityDigest, openedAt: openedAt, parent: parent)
  }

  private enum CodingKeys: String, CodingKey {
    case kind, site, city, parent
    case cityDigest = "city_digest"
    case openedAt = "opened_at"
  }
}
