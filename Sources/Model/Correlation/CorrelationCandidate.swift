/// An order as it is looked at before its reports are read: what a list knows of it.
public struct CorrelationCandidate: Sendable, Equatable {
  /// The number.
  public let number: OrderNumber
  /// When it arrived, UTC.
  public let arrivedAt: Instant
  /// The finest place known.
  public let place: PlaceCode
  /// The sub-category.
  public let category: CategoryCode?
  /// The line that says what it is about.
  public let title: String

  /// Makes a candidate.
  public init(
    number: OrderNumber, arrivedAt: Instant, place: PlaceCode, category: CategoryCode?, title: String
  ) {
    self.number = number
    self.arrivedAt = arrivedAt
    self.place = place
    self.category = category
    self.title = title
  }
}

extension Correlation {
  /// Whether an order's reports are worth reading: those of the same village, or of no certain one, always; those of
  /// another village, with which a street may be shared, where sub-category or title speak of the same matter.
  public func isWorthReading(_ candidate: CorrelationCandidate, beside sketch: ReportSketch) -> Bool {
    guard isInWindow(candidate.arrivedAt, sketch.reportedAt) else { return false }
    guard let own = sketch.village, let village = places.ancestor(of: candidate.place, kind: .village),
      own != village
    else { return true }
    if let category = candidate.category, category == sketch.category { return true }
    if let position = kin.position(candidate.category) {
      if sketch.mentioned.contains(position) { return true }
      if let known = sketch.position, kin.areRelated(position, known) { return true }
    }
    return Wording(candidate.title).common(with: sketch.title).contains { rarity.points($0) > rules.usualWord }
  }
}
