import Journal
import Model
import Operations

/// The background, many reports in one transaction, each recorded at its own moment.
///
/// What stands in the journal then is what one transaction a report would have left: a run holds only reports that make
/// orders of their own, and nothing of a script or of an officer comes in between.
extension DrillEngine {
  /// The most reports in one transaction; what officers do must not wait for long.
  public static let batch = 100

  /// The reports of the background that are next and can go into the journal together; nothing where the next thing is
  /// another, or meets an order that is there.
  func backgroundRun(where isDue: (AgendaItem) -> Bool) -> [AgendaItem] {
    var run: [AgendaItem] = []
    var begun: Set<ReportKey> = []
    for item in agenda.rest.prefix(DrillEngine.batch) {
      guard item.sort == .background, isDue(item) else { break }
      let keys = ReportKey.keys(of: plan.background[item.index].incoming.report)
      // A report of a known order changes that order at once, and so before what comes after it.
      guard keys.allSatisfy({ !trails.keys.contains($0) && begun.insert($0).inserted }) else { break }
      run.append(item)
    }
    return run
  }

  /// Takes a run of reports in, in one transaction.
  func takeIn(_ run: [AgendaItem]) throws {
    guard let last = run.last else { return }
    let responses = try operations(at: last.at, for: "").responses()
    var prepared: [PreparedReport] = []
    for item in run {
      let incoming = plan.background[item.index].incoming
      do throws(OperationError) {
        prepared.append(
          try operations(at: item.at, for: incoming.name)
            .prepare(incoming, account: DrillEngine.account, at: item.at, under: responses).recorded(at: item.at))
      } catch {
        // What the rules do not take in leaves nothing behind.
        guard case .refused = error else { throw error }
      }
    }
    _ = try operations(at: last.at, for: "").takeIn(prepared, account: DrillEngine.account, at: last.at)
  }
}

extension IncomingReport {
  /// What a drill calls a report, for the salt of what is personal in it.
  var name: String { report.source.rawValue + ":" + report.sourceID }
}
