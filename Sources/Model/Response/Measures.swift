/// What the responses that stand change for one order.
public struct Measures: Sendable, Equatable {
  /// The responses that reach the order's place, the gravest first.
  public var responses: [Responses.Response] = []
  /// The service level whose limits hold; nothing for the category's own.
  public var serviceLevel: LevelCode?
  /// How pressing the order is at the least.
  public var urgency: Urgency
  /// The grounds on which the order may be suspended at once, because it must wait.
  public var grounds: Set<String> = []

  /// Whether an order may go up past a rung.
  public var skipsRungs: Bool { !responses.isEmpty }
}

extension CityTables {
  /// What the responses that stand change for an order.
  ///
  /// Among the rules that fit, the one of the gravest level says which limits hold, and of those the first one; the
  /// urgency is the highest that any of them asks for.
  ///
  /// - Parameters:
  ///   - responses: those that stand.
  ///   - place: where the order lies.
  ///   - category: its sub-category.
  ///   - urgency: how pressing it is by itself.
  public func measures(
    under responses: Responses, at place: PlaceCode, category: CategoryCode?, urgency: Urgency
  ) -> Measures {
    var measures = Measures(urgency: urgency)
    measures.responses = responses.standing.filter { places.contains(place, in: $0.setting.place) }
      .sorted { $0.setting.level > $1.setting.level }
    var gravest: ResponseLevel?
    for response in measures.responses {
      for rule in policy.responses.rules where rule.fits(response.setting, category, urgency) {
        if let level = rule.serviceLevel, gravest.map({ rule.level > $0 }) ?? true {
          measures.serviceLevel = level
          gravest = rule.level
        }
        if let least = rule.raiseTo { measures.urgency = max(measures.urgency, least) }
        if rule.waits, let ground = policy.responses.kind(rule.kind)?.ground { measures.grounds.insert(ground) }
      }
    }
    return measures
  }

  /// What is said to callers about a place, each wording once, that of the gravest response first.
  public func wordings(under responses: Responses, at place: PlaceCode) -> [String] {
    measures(under: responses, at: place, category: nil, urgency: .normal).responses.map(\.setting.wording)
      .reduce(into: []) { said, wording in
        if !wording.isEmpty, !said.contains(wording) { said.append(wording) }
      }
  }
}

extension ResponsePolicy.Rule {
  fileprivate func fits(_ setting: ResponseEvent.Setting, _ category: CategoryCode?, _ urgency: Urgency) -> Bool {
    kind == setting.kind && level <= setting.level && (self.category == nil || self.category == category)
      && (self.urgency == nil || self.urgency == urgency)
  }
}
