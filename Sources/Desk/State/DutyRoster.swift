import Model
import SafeText

/// Who is on duty and which departments sit in the centre, put together once for the roster.
public struct DutyRoster: Sendable, Equatable {
  /// A duty with those who have it.
  struct Post: Sendable, Equatable {
    let duty: String
    /// Masked names.
    var names: [String]
    /// The masked number of the one who has it, where only one has.
    var phone: String
  }

  /// Who leads at the seat's own centre, each with the duty.
  let leaders: [String]
  /// Duties of the seat's own centre in the table's order, then who leads above it.
  let posts: [Post]
  /// Departments that sit in the centre, by their short names.
  let stationed: [String]
  /// The duty chiefs of the towns: a town's short name and a masked name.
  let towns: [String]

  /// Puts the roster of a seat together.
  init(city: CityTables, authority: Authority) {
    let seats = Dictionary(city.seats.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let onDuty = city.officers.compactMap { officer -> (officer: Officer, seat: Seat)? in
      guard !officer.duty.isEmpty, let seat = officer.seats.first.flatMap({ seats[$0] }) else { return nil }
      return (officer, seat)
    }
    // A town's own people come before those of the city that it may have to call.
    let own = onDuty.filter {
      $0.seat.tier == authority.tier && (authority.tier == .city || $0.seat.place == authority.place)
    }
    let above = authority.tier == .city ? [] : onDuty.filter { $0.seat.tier == .city && $0.seat.role.isChief }
    leaders = own.filter { $0.seat.role.isChief }.map { $0.officer.duty + " " + Masking.name($0.officer.name) }
    var posts: [Post] = []
    for (officer, seat) in own + above {
      let name = Masking.name(officer.name)
      if let index = posts.firstIndex(where: { $0.duty == officer.duty }) {
        posts[index].names.append(name)
        posts[index].phone = ""
      } else {
        let hasPhone = seat.role.isChief && !officer.phone.isEmpty
        posts.append(Post(duty: officer.duty, names: [name], phone: hasPhone ? Masking.phone(officer.phone) : ""))
      }
    }
    self.posts = posts
    stationed = city.units.all.filter { $0.stationed && $0.kind == .department }.map(\.short)
    towns =
      authority.tier == .town
      ? []
      : onDuty.compactMap { officer, seat in
        guard seat.tier == .town, seat.role == .chief, let town = city.places[seat.place] else { return nil }
        return Words.townShort(town.name) + " " + Masking.name(officer.name)
      }
  }
}
