/// Why nothing was written into a book: the responses, a seat's shifts, a volunteer's points.
public struct BookRefusal: Error, Sendable, Equatable {
  /// The reasons.
  public enum Code: String, Sendable, CaseIterable {
    /// The role may not do it.
    case role
    /// The place lies outside what the seat commands.
    case outsideScope
    /// The place is neither the city nor a town.
    case unknownPlace
    /// The city's table has no such kind of response.
    case unknownKind
    /// A text that may not be blank is blank.
    case blank
    /// The response stands just so already.
    case standsAlready
    /// No such response stands there.
    case notStanding
    /// Nothing was handed over.
    case nothingHandedOver
    /// It was confirmed already.
    case takenAlready
    /// Who handed over may not confirm it himself.
    case ownHandOver
    /// The city has no such seat.
    case unknownSeat
    /// A number of points is not more than zero.
    case notPositive
    /// There are not so many points.
    case notEnough
    /// The city's table has no such partner.
    case unknownPartner
    /// The ledger has no such entry.
    case unknownEntry
    /// The entry was countered already, or counters another one.
    case correctedAlready
    /// The script has no such inject.
    case unknownInject
    /// The inject has arrived.
    case arrivedAlready
    /// The inject does not arrive any more.
    case passed
    /// A number of minutes is not one that a drill has.
    case minutes
    /// A name is empty or too long.
    case badName
  }

  /// The reason.
  public let code: Code
  /// What the reason is about: a role, a code, the name of a field, a number; may be empty.
  public let subject: String

  /// Makes a refusal.
  public init(_ code: Code, _ subject: String = "") {
    self.code = code
    self.subject = subject
  }
}

extension Authority {
  /// Looks whether the city's table gives a right.
  func check(_ right: AuthorityTable.Right, in city: CityTables) throws(BookRefusal) {
    guard city.authority.grants(right, to: role, at: tier) else { throw BookRefusal(.role, role.rawValue) }
  }
}

extension String {
  /// The text, or the refusal that names its field when it says nothing.
  func written(_ field: String) throws(BookRefusal) -> String {
    guard contains(where: { !$0.isWhitespace }) else { throw BookRefusal(.blank, field) }
    return self
  }
}
