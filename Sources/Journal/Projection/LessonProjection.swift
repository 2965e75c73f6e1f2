public import Model

extension Lesson {
  /// What an order teaches as it stands; nothing while it does not.
  ///
  /// It depends on the order's events alone, so that counts are taken back and made anew exactly.
  ///
  /// - Parameters:
  ///   - order: the order, folded from all its events.
  ///   - trail: the way that it has gone by the same events.
  public init?(_ order: WorkOrder, _ trail: HandlingTrail) {
    guard let taught = trail.taught(by: order) else { return nil }
    self.init(taught, terms: LearnedTerms.terms(order.reports))
  }
}
