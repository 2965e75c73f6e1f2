/// A sub-category of the dispatch catalogue: who leads, who helps, how long it may take, how it is handled.
public struct Category: Sendable, Equatable {
  /// The scheme that a sub-category belongs to.
  public enum Scheme: String, Sendable, Codable, CaseIterable {
    /// The grid's eight elements.
    case grid
    /// The enforcement bureau's four fields.
    case enforcement
    /// Event classes of digital city management.
    case cityEvent
    /// Part classes of digital city management.
    case cityPart
    /// The hotline's kinds.
    case hotline
    /// Anything else.
    case other
  }

  /// The sub-category's code.
  public let code: CategoryCode
  /// The scheme it belongs to.
  public let scheme: Scheme
  /// The element, field, class or kind within the scheme.
  public let className: String
  /// The name on screen.
  public let name: String
  /// Who leads.
  public let lead: UnitReference
  /// Who helps.
  public let coUnits: [UnitReference]
  /// The service level that applies.
  public let level: LevelCode
  /// How it is handled, step by step.
  public let guide: [String]
  /// Whether feedback must bring a photograph.
  public let photoRequired: Bool
  /// Words that occur in such reports.
  public let keywords: [String]

  /// Makes a sub-category.
  public init(
    code: CategoryCode, scheme: Scheme, className: String, name: String, lead: UnitReference,
    coUnits: [UnitReference] = [], level: LevelCode, guide: [String] = [], photoRequired: Bool = false,
    keywords: [String] = []
  ) {
    self.code = code
    self.scheme = scheme
    self.className = className
    self.name = name
    self.lead = lead
    self.coUnits = coUnits
    self.level = level
    self.guide = guide
    self.photoRequired = photoRequired
    self.keywords = keywords
  }
}

/// How the catalogue names a unit: by its code, or by the part it plays where the order lies.
public enum UnitReference: Hashable, Sendable {
  /// A unit of the table.
  case unit(UnitCode)
  /// The command centre of the order's town.
  case townCentre
  /// The enforcement bureau that acts for the order's town.
  case enforcement
  /// The service centre of the order's town.
  case serviceCentre
  /// The village or community that the order lies in.
  case village
  /// The team of the grid that the order lies in.
  case gridTeam
  /// A window of the service centre of the order's town, by the last part of its code.
  case window(String)

  /// Reads the catalogue's writing: a unit code, or `@enforcement`, `@window:POLICE` and the like.
  public init?(_ text: String) {
    guard text.hasPrefix("@") else {
      if text.isEmpty { return nil }
      self = .unit(UnitCode(text))
      return
    }
    switch text {
    case "@townCentre": self = .townCentre
    case "@enforcement": self = .enforcement
    case "@serviceCentre": self = .serviceCentre
    case "@village": self = .village
    case "@gridTeam": self = .gridTeam
    default:
      let prefix = "@window:"
      guard text.hasPrefix(prefix), text.count > prefix.count else { return nil }
      self = .window(String(text.dropFirst(prefix.count)))
    }
  }
}
