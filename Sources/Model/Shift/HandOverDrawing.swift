extension HandOverSheet {
  /// Draws the sheet of a seat.
  ///
  /// - Parameters:
  ///   - orders: the orders that are not closed, of the seat's places.
  ///   - seat: the seat.
  ///   - acted: the orders that the seat has acted on in this shift.
  ///   - now: when, UTC.
  public init(drawnFrom orders: [WorkOrder], for seat: SeatCode, acted: Set<OrderNumber>, at now: Instant) {
    self.init()
    for order in orders.sorted(by: { $0.number < $1.number }) where order.stage.isOpen {
      let number = order.number.text
      let isOwn = order.activeClaim(at: now)?.seat == seat
      let isFollowed = acted.contains(order.number)
      if isOwn { claimed.append(number) } else if isFollowed { followed.append(number) }
      if order.care.urges > 0, order.core.stage == .dispatched || order.core.stage == .handling { urged.append(number) }
      if order.isWatched { supervised.append(number) }
      if isOwn || isFollowed, order.owesCall { promised.append(number) }
    }
  }

  /// The sections, in the order of the sheet.
  public var sections: [[String]] { [claimed, followed, urged, supervised, promised] }

  /// All orders of the sheet, each once.
  public var numbers: [String] {
    var known: Set<String> = []
    return sections.flatMap { $0 }.filter { known.insert($0).inserted }
  }
}

extension WorkOrder {
  /// Whether somebody supervises it, or an instruction waits to be struck off.
  public var isWatched: Bool {
    care.supervision > 0 || care.struckOff.count < care.instructions.count
  }

  /// Whether somebody who reported still waits for a call: the first one after dispatch, or the one after closing.
  public var owesCall: Bool {
    core.stage == .followUp || (core.contactDue != nil && care.contactedAt == nil)
  }
}
