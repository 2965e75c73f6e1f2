/// What is left of a confidential order for those who may not know who reported: what would give him away is marked.
///
/// What units and inspectors write to each other to get it done stays: they have seen no more than this themselves.
extension WorkOrder {
  /// The order as it is shown to them.
  public func withheld(in city: CityTables) -> WorkOrder {
    var order = self
    order.core = core.withheld(in: city)
    order.reports = reports.map { $0.withheld(in: city) }
    if let point = undo { order.undo?.before = point.before.withheld(in: city) }
    order.ties.before = ties.before?.withheld(in: city)
    for index in order.ties.children.indices { order.ties.children[index].title = Sight.mark }
    if let request = standing.request { order.standing.request = request.withheld }
    return order
  }
}

extension WorkOrder.Core {
  fileprivate func withheld(in city: CityTables) -> WorkOrder.Core {
    var core = self
    core.place = city.places.coarse(place)
    return core
  }
}

extension WorkOrder.Request {
  /// A wish for rework repeats what the caller said.
  fileprivate var withheld: WorkOrder.Request {
    var request = self
    if kind == .rework { request.reason = reason.withheld }
    return request
  }
}

extension PlaceTree {
  /// The town of a place, or the city where it lies in none: what may be told of where a confidential order lies.
  public func coarse(_ place: PlaceCode) -> PlaceCode {
    town(of: place) ?? city?.code ?? place
  }
}

extension String {
  fileprivate var withheld: String { isEmpty ? self : Sight.mark }
}

extension Report {
  fileprivate func withheld(in city: CityTables) -> Report {
    var report = self
    report.place = city.places.coarse(place)
    report.location = nil
    report.title = Sight.mark
    report.text = text.withheld
    report.attachments = []
    report.occurredAt = nil
    if let outcome = origin?.outcome { report.origin?.outcome = outcome.withheld }
    report.detail = detail?.withheld
    return report
  }
}

extension SourceDetail {
  /// How far a case is remains; who brought it, and against whom, does not.
  fileprivate var withheld: SourceDetail? {
    switch self {
    case .enforcement(var item):
      item.number = item.number.withheld
      item.party = item.party.withheld
      return .enforcement(item)
    case .window(var application):
      application.matter = application.matter.withheld
      return .window(application)
    case .hotline(let item): return .hotline(item)
    case .grid, .cityManagement, .police, .emergency: return nil
    }
  }
}

extension OrderEvent {
  /// The event as it is shown to those who may not know who reported.
  public func withheld(in city: CityTables) -> OrderEvent {
    switch self {
    case .received(var received):
      received.report = received.report.withheld(in: city)
      if let text = received.settlement?.text { received.settlement?.text = text.withheld }
      return .received(received)
    case .amended(let amended): return .amended(Amended(report: amended.report.withheld(in: city)))
    case .attached(let attached): return .attached(Amended(report: attached.report.withheld(in: city)))
    case .filed(var filed):
      filed.place = city.places.coarse(filed.place)
      return .filed(filed)
    case .undone(let undone): return .undone(Undone(act: undone.act, core: undone.core.withheld(in: city)))
    case .merged(var merged):
      merged.reports = merged.reports.map { $0.withheld(in: city) }
      merged.evidence = merged.evidence.withheld
      return .merged(merged)
    default: return wordsWithheld
    }
  }

  /// What is said to callers and about them.
  private var wordsWithheld: OrderEvent {
    switch self {
    case .verified(var verified):
      verified.text = verified.text.withheld
      return .verified(verified)
    case .declined(var declined):
      declined.ground = declined.ground.withheld
      return .declined(declined)
    case .settled(var settlement):
      settlement.text = settlement.text.withheld
      return .settled(settlement)
    case .contacted(var contacted):
      contacted.text = contacted.text.withheld
      return .contacted(contacted)
    case .answered(var answered):
      answered.text = answered.text.withheld
      return .answered(answered)
    case .followedUp(var call):
      call.text = call.text.withheld
      return .followedUp(call)
    case .answeredBack(var answer):
      answer.text = answer.text.withheld
      return .answeredBack(answer)
    case .requested(let request): return .requested(request.withheld)
    case .closed(var closed):
      closed.text = closed.text.withheld
      return .closed(closed)
    case .reopened(var reopened):
      reopened.reason = reopened.reason.withheld
      return .reopened(reopened)
    case .branched(var branched):
      branched.title = branched.title.withheld
      return .branched(branched)
    case .noted(var noted):
      noted.text = noted.text.withheld
      return .noted(noted)
    case .unmasked(var reason):
      reason.reason = reason.reason.withheld
      return .unmasked(reason)
    default: return self
    }
  }
}
