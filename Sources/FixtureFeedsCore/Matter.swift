/// A kind of event, with the words that people have for it.
final class Matter: Sendable {
  /// When in the day it is told of.
  enum Hours: Sendable {
    case any, day, office, evening, night

    func weight(_ hour: Int) -> Double {
      switch self {
      case .any: 1
      case .day: (6...19).contains(hour) ? 1.2 : 0.25
      case .office: (8...17).contains(hour) ? 1.2 : 0.08
      case .evening: (18...22).contains(hour) ? 3 : (5...7).contains(hour) ? 1 : 0.2
      case .night: hour >= 20 || hour < 6 ? 4 : 0.15
      }
    }
  }

  /// The hotline's kinds of call.
  enum Kind: String, Sendable {
    case inquiry, help, complaint, report, suggestion, praise
  }

  /// How often in a hundred reports it is urgent, and how often critical.
  struct Pressure: Sendable {
    var urgent = 0
    var critical = 0

    static let none = Pressure()
    static let some = Pressure(urgent: 12)
    static let high = Pressure(urgent: 45, critical: 6)
    static let grave = Pressure(urgent: 45, critical: 40)
  }

  let key: String
  /// Who can tell of it.
  let channels: [Channel]
  let spots: Spot.Setting
  let kind: Kind
  let hours: Hours
  /// How common it is on an ordinary day and on a typhoon day.
  let ordinary: Double
  let typhoon: Double
  let pressure: Pressure
  /// The words of the sources that have their own: 110's kind of alarm, the grid's kind of find, the collectors' code.
  let alarm: String
  let find: String
  let code: String
  let titles: [Template]
  let cores: [Template]
  let details: [Template]
  let impacts: [Template]
  let things: [String]

  init(
    _ key: String, from channels: [Channel] = Channel.street, at spots: Spot.Setting, kind: Kind = .complaint,
    hours: Hours = .day, day ordinary: Double, storm typhoon: Double = 0, pressure: Pressure = .none,
    alarm: String = "other", find: String = "appeal", code: String = "0209", titles: [Template], cores: [Template],
    details: [Template], impacts: [Template], things: [String] = []
  ) {
    self.key = key
    self.channels = channels
    self.spots = spots
    self.kind = kind
    self.hours = hours
    self.ordinary = ordinary
    self.typhoon = typhoon
    self.pressure = pressure
    self.alarm = alarm
    self.find = find
    self.code = code
    self.titles = titles
    self.cores = cores
    self.details = details
    self.impacts = impacts
    self.things = things
  }

  /// Whether several people would tell of the same event.
  var isShared: Bool { channels.count > 2 && kind != .report }

  /// Whether it is told apart by the building it happens in.
  var isByBuilding: Bool { cores.allSatisfy { $0.mentions(.building) } }

  static let all: [Matter] =
    streetMatters + homeMatters + safetyMatters + environmentMatters + peopleMatters + serviceMatters
    + confidentialMatters + stormMatters
}

extension Channel {
  static let calls: [Channel] = [.seat, .upstream]
  static let voices: [Channel] = [.seat, .upstream, .other]
  static let homes: [Channel] = [.seat, .upstream, .grid, .other]
  static let people: [Channel] = [.seat, .upstream, .grid, .police, .other]
  static let street: [Channel] = [.seat, .upstream, .grid, .cityManagement, .enforcement, .other]
  static let danger: [Channel] = [.seat, .grid, .police, .emergency, .other]
  static let open: [Channel] = [.seat, .upstream, .grid, .cityManagement, .enforcement, .police, .emergency, .other]
}
