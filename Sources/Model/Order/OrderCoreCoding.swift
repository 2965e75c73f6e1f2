extension WorkOrder.Core {
  /// Reads a state; what an earlier program did not write has the value that it had then.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    stage = try box.decode(Stage.self, forKey: .stage)
    category = try box.decodeIfPresent(CategoryCode.self, forKey: .category)
    urgency = try box.decode(Urgency.self, forKey: .urgency)
    place = try box.decode(PlaceCode.self, forKey: .place)
    unit = try box.decodeIfPresent(UnitCode.self, forKey: .unit)
    coUnits = try box.decode([UnitCode].self, forKey: .coUnits)
    stageDue = try box.decodeIfPresent(Instant.self, forKey: .stageDue)
    handleDue = try box.decodeIfPresent(Instant.self, forKey: .handleDue)
    overallDue = try box.decodeIfPresent(Instant.self, forKey: .overallDue)
    enteredAt = try box.decode(Instant.self, forKey: .enteredAt)
    outcome = try box.decodeIfPresent(Outcome.self, forKey: .outcome)
    rung = try box.decodeIfPresent(Rung.self, forKey: .rung) ?? .city
    dispatchedAt = try box.decodeIfPresent(Instant.self, forKey: .dispatchedAt)
    contactDue = try box.decodeIfPresent(Instant.self, forKey: .contactDue)
    assigned = try box.decodeIfPresent(Bool.self, forKey: .assigned) ?? false
    direct = try box.decodeIfPresent(Bool.self, forKey: .direct) ?? false
  }

  /// Writes a state; what has the value that a reader assumes is left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(stage, forKey: .stage)
    try box.encodeIfPresent(category, forKey: .category)
    try box.encode(urgency, forKey: .urgency)
    try box.encode(place, forKey: .place)
    try box.encodeIfPresent(unit, forKey: .unit)
    try box.encode(coUnits, forKey: .coUnits)
    try box.encodeIfPresent(stageDue, forKey: .stageDue)
    try box.encodeIfPresent(handleDue, forKey: .handleDue)
    try box.encodeIfPresent(overallDue, forKey: .overallDue)
    try box.encode(enteredAt, forKey: .enteredAt)
    try box.encodeIfPresent(outcome, forKey: .outcome)
    if rung != .city { try box.encode(rung, forKey: .rung) }
    try box.encodeIfPresent(dispatchedAt, forKey: .dispatchedAt)
    try box.encodeIfPresent(contactDue, forKey: .contactDue)
    if assigned { try box.encode(true, forKey: .assigned) }
    if direct { try box.encode(true, forKey: .direct) }
  }
}
