import Journal
public import Model

/// An order that may tell of the same event as another, with the evidence.
public struct Proposal: Sendable, Equatable {
  /// The order's number.
  public let number: OrderNumber
  /// The source of the report of it that is the most alike.
  public let source: Source
  /// When that report was taken in by its source, UTC.
  public let reportedAt: Instant
  /// What speaks for it, and against.
  public let likeness: Likeness

  /// Makes a proposal.
  public init(number: OrderNumber, source: Source, reportedAt: Instant, likeness: Likeness) {
    self.number = number
    self.source = source
    self.reportedAt = reportedAt
    self.likeness = likeness
  }
}

extension Operations {
  /// The orders that may tell of the same event as one, the most alike first.
  ///
  /// Only orders of its own town are looked at, and of those the nearest by number, so that it costs the same however
  /// many there are.
  ///
  /// - Throws: `.noSuchOrder`, or what the journal throws.
  public func proposals(for number: OrderNumber) throws(OperationError) -> [Proposal] {
    do {
      guard let file = try store.order(number) else { throw OperationError.noSuchOrder(number) }
      let correlation = Correlation(city)
      let own = sketches(of: file, correlation).map(\.sketch)
      let arrivedAt = file.order.arrivedAt
      let candidates = try store.candidates(
        near: number, town: city.places.town(of: file.order.core.place),
        from: arrivedAt.adding(minutes: -correlation.rules.windowMinutes),
        to: arrivedAt.adding(minutes: correlation.rules.windowMinutes), limit: correlation.rules.candidates)
      let worth = candidates.filter { candidate in
        own.contains { correlation.isWorthReading(candidate, beside: $0) }
      }
      let found = try store.orders(worth.map(\.number)).filter { isUndecided($0.order, beside: file.order) }
        .compactMap { best($0, beside: own, correlation) }
      return Array(found.sorted(by: Proposal.precedes).prefix(correlation.rules.shown))
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as OperationError {
      throw error
    } catch {
      throw .journal(JournalError(.unavailable, subject: number.text))
    }
  }

  /// Whether nobody has said yet that two orders are one event, or that they are not.
  private func isUndecided(_ other: WorkOrder, beside order: WorkOrder) -> Bool {
    other.ties.into == nil && order.ties.into != other.number && !order.ties.distinct.contains(other.number)
      && other.ties.parent != order.number && order.ties.parent != other.number
  }

  /// The report of an order that is the most alike to one of some others, when the rules propose it.
  private func best(_ file: OrderFile, beside own: [ReportSketch], _ correlation: Correlation) -> Proposal? {
    var best: Proposal?
    for (report, sketch) in sketches(of: file, correlation) {
      for other in own {
        guard let likeness = correlation.proposal(other, sketch), likeness.score > best?.likeness.score ?? 0 else {
          continue
        }
        best = Proposal(
          number: file.order.number, source: report.source, reportedAt: report.reportedAt, likeness: likeness)
      }
    }
    return best
  }

  /// An order's reports; the first one where, and as what, an officer has settled it.
  private func sketches(
    of file: OrderFile, _ correlation: Correlation
  ) -> [(report: Report, sketch: ReportSketch)] {
    file.order.reports.enumerated().map { index, report in
      let core = index == 0 ? file.order.core : nil
      let phone = file.shownReporter(of: report)?.phone ?? ""
      return (report, correlation.sketch(report, place: core?.place, category: core?.category, phone: phone))
    }
  }
}

extension Proposal {
  fileprivate static func precedes(_ left: Proposal, _ right: Proposal) -> Bool {
    left.likeness.score == right.likeness.score
      ? left.number < right.number : left.likeness.score > right.likeness.score
  }
}
