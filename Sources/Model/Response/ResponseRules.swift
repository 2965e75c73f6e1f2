/// What is asked of the emergency responses.
public enum ResponseCommand: Sendable, Equatable {
  /// 启动、调整; without a wording the table's own is told to callers.
  case set(kind: String, level: ResponseLevel, place: PlaceCode, reason: String, wording: String?)
  /// 终止.
  case lift(kind: String, place: PlaceCode, reason: String)
}

/// The rules of the emergency responses.
public enum ResponseRules {
  /// Decides what a command brings about.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - responses: those that stand.
  ///   - authority: who asks.
  ///   - city: the tables of that day.
  /// - Throws: the reason why not.
  public static func decide(
    _ command: ResponseCommand, on responses: Responses, by authority: Authority, in city: CityTables
  ) throws(BookRefusal) -> ResponseEvent {
    try authority.check(.respond, in: city)
    switch command {
    case .set(let kind, let level, let place, let reason, let wording):
      guard let known = city.policy.responses.kind(kind) else { throw BookRefusal(.unknownKind, kind) }
      try check(place, authority, city)
      let setting = ResponseEvent.Setting(
        kind: kind, place: place, level: level, reason: try reason.written("reason"), wording: wording ?? known.wording)
      if let old = responses.response(kind, at: place)?.setting, old.level == level, old.wording == setting.wording {
        throw BookRefusal(.standsAlready, kind)
      }
      return .set(setting)
    case .lift(let kind, let place, let reason):
      try check(place, authority, city)
      guard responses.response(kind, at: place) != nil else { throw BookRefusal(.notStanding, kind) }
      return .lifted(ResponseEvent.Lifting(kind: kind, place: place, reason: try reason.written("reason")))
    }
  }

  /// A response is for the city or a town, and a town's chief sets those of his own town.
  private static func check(_ place: PlaceCode, _ authority: Authority, _ city: CityTables) throws(BookRefusal) {
    guard let found = city.places[place], found.kind == .city || found.kind == .town else {
      throw BookRefusal(.unknownPlace, place.rawValue)
    }
    guard authority.tier == .city || place == authority.place else {
      throw BookRefusal(.outsideScope, place.rawValue)
    }
  }
}
