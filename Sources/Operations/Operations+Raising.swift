import Journal
public import Model

extension Operations {
  /// The account that raises bear: no officer gave them.
  private static let ruleAccount = "rule"

  /// Raises what the city's rules find due now and nobody has raised yet, in one durable transaction.
  ///
  /// Each is named by its order, its threshold and the instant at which that was passed, and bears this instant as its
  /// own time: however many desks raise it, and however late, the journal holds it once and alike.
  ///
  /// - Parameter limit: how many at the most, the one that was due first in front.
  /// - Returns: those that were appended here.
  public func raise(limit: Int) throws(OperationError) -> [Raise] {
    let steps = city.policy.raisingSteps
    guard !steps.isEmpty else { return [] }
    let now = try now()
    do throws(JournalError) {
      let numbers = try store.raisesDue(steps, before: now, limit: limit)
      guard !numbers.isEmpty else { return [] }
      let authority = namelessAuthority(Operations.ruleAccount)
      var raises: [Raise] = []
      var requests: [AppendRequest] = []
      for file in try store.orders(numbers) {
        guard let raise = Raise(file.order, under: city.policy, at: now) else { continue }
        let events = try pending([raise.event], on: file.order, by: authority, at: raise.rule.dueAt)
        let write = StreamWrite(
          target: .stream(.order(raise.number), expectedVersion: file.order.version), events: events)
        raises.append(raise)
        requests.append(AppendRequest(command: raise.id, writes: [write]))
      }
      guard !requests.isEmpty else { return [] }
      let outcomes = try store.append(requests, recordedAt: now)
      // What was acted on meanwhile is looked at again the next time.
      return zip(raises, outcomes).compactMap { raise, outcome in
        if case .appended = outcome { raise } else { nil }
      }
    } catch {
      throw .journal(error)
    }
  }
}
