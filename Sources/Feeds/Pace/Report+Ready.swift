public import Model

extension Report {
  /// When a source hands the report on: when it took it in, or, where it arrives closed, when it closed it.
  public var readyAt: Instant {
    max(reportedAt, origin?.closedAt ?? reportedAt)
  }
}
