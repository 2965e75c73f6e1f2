public import Model

/// What a conductor follows: the script, and what is expected, as both stand.
public struct DrillOverview: Sendable {
  /// An inject and how it stands.
  public struct Line: Sendable {
    /// The inject.
    public let inject: Inject
    /// How it stands.
    public let standing: InjectStanding
  }

  /// An expectation and how it stands.
  public struct Following: Sendable {
    /// What has become of it so far.
    public let mark: DrillScore.Mark
    /// Whether it can still be met.
    public let isOpen: Bool
  }

  /// The injects, in the order of their rows, those that were added last.
  public let lines: [Line]
  /// The expectations, in the order of their table.
  public let following: [Following]
  /// What the conductor noted, with when, UTC.
  public let remarks: [(at: Instant, text: String)]
}

extension DrillEngine {
  /// How script and expectations stand.
  ///
  /// - Parameter now: what the drill's clock shows, UTC.
  public func overview(at now: Instant) -> DrillOverview {
    DrillOverview(
      lines: script.injects.indices.map {
        DrillOverview.Line(inject: script.injects[$0], standing: standing(of: $0))
      },
      following: DrillScoring(plan: plan, trails: trails).score.marks.map { mark in
        DrillOverview.Following(mark: mark, isOpen: isOpen(mark, at: now))
      },
      remarks: trails.script.compactMap { step in
        if case .remarked(let remark) = step.event { (step.at, remark.text) } else { nil }
      })
  }

  /// The number of the order that an inject made or was added to; nothing until it has arrived.
  public func number(of inject: String) -> OrderNumber? {
    script.inject(inject).flatMap { trails.ownNumber(of: $0.reference) }
  }

  /// The first dispatch decides; anything else may still be done by the right one.
  private func isOpen(_ mark: DrillScore.Mark, at now: Instant) -> Bool {
    guard let due = mark.dueAt, now <= due, now < plan.end else { return false }
    return mark.state == .missed || mark.state == .wrong && mark.expectation.act != .dispatched
  }
}
