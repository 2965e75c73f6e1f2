/// An event that was brought about by a seat that may not do so, by the tables of the day.
///
/// Such a command is refused when it is given, so that this finds what came out of another journal, or was lawful by tables
/// that have changed since.
struct AuthorityBreach {
  /// What the seat may not do, or not there.
  let command: OrderCommand.Kind

  /// Looks at an event; nothing where it is lawful, or no seat that the city has brought it about.
  init?(_ recorded: RecordedEvent, on order: WorkOrder, in city: CityTables) {
    guard let kind = recorded.event.command, let seat = city.seat(recorded.seat) else { return nil }
    let isAllowed = city.authority.allows(kind, to: seat.role, at: seat.tier)
    let isNear: Bool
    if let unit = seat.unit {
      isNear = order.core.unit == unit || order.core.coUnits.contains(unit)
    } else {
      isNear = seat.tier == .city || city.places.contains(order.core.place, in: seat.place)
    }
    if isAllowed, isNear { return nil }
    command = kind
  }
}

extension OrderEvent {
  /// The command that brings it about; nothing for what no officer commands by itself.
  var command: OrderCommand.Kind? {
    switch self {
    case .received, .amended, .partAmended, .attached, .childEnded, .childReopened: nil
    case .verified: .verify
    case .filed: .file
    case .declined: .decline
    case .settled: .settle
    case .claimed: .claim
    case .takenOver: .takeOver
    case .released: .release
    case .dispatched: .dispatch
    case .redispatched: .redispatch
    case .signed: .sign
    case .contacted: .contact
    case .stepped: .step
    case .assisted: .assist
    case .fedBack: .feedBack
    case .requested(let request): request.command
    case .returned, .suspended, .extended: .approve
    case .denied: .deny
    case .withdrawn: .withdraw
    case .resumed: .resume
    case .escalated: .escalate
    case .delegated: .delegate
    case .inspected: .inspect
    case .closed: .close
    case .answered: .answer
    case .followedUp: .followUp
    case .answeredBack: .answerBack
    case .reopened(let reopened): reopened.rework == true ? .approve : .reopen
    case .urged: .urge
    case .supervised: .supervise
    case .instructed: .instruct
    case .struckOff: .strikeOff
    case .excluded: .exclude
    case .merged: .merge
    case .joined: .join
    case .split: .split
    case .parted: .part
    case .distinguished: .distinguish
    case .branched: .branch
    case .unmasked: .unmask
    case .noted: .note
    case .undone: .undo
    }
  }
}

extension WorkOrder.Request {
  /// The command that asks for it; a caller's rework is asked for by the call.
  fileprivate var command: OrderCommand.Kind {
    switch kind {
    case .return: .requestReturn
    case .suspension: .requestSuspension
    case .extension: .requestExtension
    case .rework: .followUp
    }
  }
}
