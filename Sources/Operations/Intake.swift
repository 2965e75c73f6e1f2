import Journal
public import Model

/// A report that is decided and encoded, ready to be appended.
///
/// Preparing costs most of the time of taking a report in and needs no journal, so that it can be done beside it. A class,
/// because an import hands each from one thread to another and back.
public final class PreparedReport: Sendable {
  /// The report and who reported.
  public let incoming: IncomingReport
  let request: AppendRequest
  /// The emergency responses that stood.
  let responses: Responses

  init(incoming: IncomingReport, request: AppendRequest, responses: Responses) {
    self.incoming = incoming
    self.request = request
    self.responses = responses
  }

  /// The report, to be recorded at a moment of its own, UTC, whenever it is appended.
  public func recorded(at moment: Instant) -> PreparedReport {
    var request = request
    request.recordedAt = moment
    return PreparedReport(incoming: incoming, request: request, responses: responses)
  }
}

/// What became of a report that came in.
public enum IntakeOutcome: Sendable, Equatable {
  /// It made an order.
  case accepted(OrderNumber)
  /// It is known, and nothing has changed.
  case repeated(OrderNumber)
  /// It is known, and what changed was added.
  case amended(OrderNumber)
  /// The rules say no.
  case refused(Refusal)
}

extension Operations {
  /// The longest source's number, in bytes, that a command's name repeats as it is.
  private static let plainNumber = 120

  /// The command that takes a report in; the source's own number makes it the same command every time.
  static func intakeCommand(_ report: Report) -> String {
    let number = report.sourceID
    let isPlain = number.utf8.count <= plainNumber
    // A command's name has a bound, and a source's number a wider one.
    let name = isPlain ? number : "sha256-" + JournalDigest.hex(JournalDigest.sha256(Array(number.utf8)))
    return "report:" + report.source.rawValue + ":" + name
  }

  /// Decides and encodes a report that comes in.
  ///
  /// - Parameters:
  ///   - incoming: the report.
  ///   - account: the feed or account that it comes through.
  ///   - now: the time on the journal, UTC.
  ///   - responses: the emergency responses that stand.
  public func prepare(
    _ incoming: IncomingReport, account: String, at now: Instant, under responses: Responses = Responses()
  ) throws(OperationError) -> PreparedReport {
    let report = incoming.report
    do {
      try OrderRules.checkExercise(report, isHeld: holdsExercise)
      let events = try OrderRules.decide(
        .receive(report), on: nil, by: namelessAuthority(account), at: now, in: city, under: responses)
      var pending: [PendingEvent] = []
      for event in events {
        pending.append(try pendingEvent(event, incoming, account: account, at: min(report.reportedAt, now)))
      }
      let day = city.calendar.zone.civil(min(report.reportedAt, now)).day.compact
      return PreparedReport(
        incoming: incoming,
        request: try store.ready(
          AppendRequest(
            command: Operations.intakeCommand(report),
            writes: [StreamWrite(target: .newOrder(day: day), events: pending)])),
        responses: responses)
    } catch let refusal as Refusal {
      throw .refused(refusal, last: nil)
    } catch let error as JournalError {
      throw .journal(error)
    } catch {
      throw .journal(JournalError(.encoding, subject: report.sourceID))
    }
  }

  /// Takes prepared reports in, in one durable transaction; what is known already is compared, and amended where the
  /// source has changed it.
  ///
  /// - Returns: an outcome for each report, in order.
  public func takeIn(
    _ prepared: [PreparedReport], account: String, at now: Instant
  ) throws(OperationError) -> [IntakeOutcome] {
    try takeIn(prepared, account: account, at: now) { (requests) throws(JournalError) in
      try store.append(requests, recordedAt: now)
    }
  }

  /// Takes the first of some prepared reports in likewise, as many as the journal takes without keeping officers waiting.
  ///
  /// - Returns: an outcome for each of those that were taken in, in order; at least one where there is a report.
  public func takeIn(
    firstOf prepared: [PreparedReport], account: String, at now: Instant
  ) throws(OperationError) -> [IntakeOutcome] {
    try takeIn(prepared, account: account, at: now) { (requests) throws(JournalError) in
      try store.append(firstOf: requests, recordedAt: now)
    }
  }

  /// Takes in as many reports as `append` takes, and compares what was known already.
  private func takeIn(
    _ prepared: [PreparedReport], account: String, at now: Instant,
    by append: ([AppendRequest]) throws(JournalError) -> [AppendOutcome]
  ) throws(OperationError) -> [IntakeOutcome] {
    let outcomes: [AppendOutcome]
    do {
      outcomes = try append(prepared.map(\.request))
    } catch {
      throw .journal(error)
    }
    var results: [IntakeOutcome] = []
    results.reserveCapacity(outcomes.count)
    for (index, outcome) in outcomes.enumerated() {
      switch outcome {
      case .appended(let receipt):
        results.append(.accepted(try number(in: receipt)))
      case .repeated(let receipt):
        results.append(try add(prepared[index], to: try number(in: receipt), account: account, at: now))
      case .conflict(let conflict):
        // Another report of an incident that an order has already.
        guard let number = conflict.stream.orderNumber else {
          throw .journal(JournalError(.invalidRequest, subject: conflict.stream.id))
        }
        results.append(try add(prepared[index], to: number, account: account, at: now))
      }
    }
    return results
  }

  /// Takes one report in.
  public func takeIn(_ incoming: IncomingReport, account: String) throws(OperationError) -> IntakeOutcome {
    let now = try now()
    do throws(OperationError) {
      let outcomes = try takeIn(
        [try prepare(incoming, account: account, at: now, under: try responses())], account: account, at: now)
      guard let outcome = outcomes.first else {
        throw .journal(JournalError(.invalidRequest, subject: incoming.report.sourceID))
      }
      return outcome
    } catch {
      if case .refused(let refusal, _) = error { return .refused(refusal) }
      throw error
    }
  }

  /// Adds to an order what a source changed, or another report of the same incident; nothing when all of it is known.
  private func add(
    _ prepared: PreparedReport, to number: OrderNumber, account: String, at now: Instant
  ) throws(OperationError) -> IntakeOutcome {
    let incoming = prepared.incoming
    do {
      for _ in 0..<Operations.attempts {
        guard let file = try store.order(number) else { throw OperationError.noSuchOrder(number) }
        if file.reports(incoming) { return .repeated(number) }
        let order = file.order
        let isKnown = order.reports.contains { $0.isSameMessage(as: incoming.report) }
        let events = try OrderRules.decide(
          isKnown ? .amend(incoming.report) : .attach(incoming.report), on: order, by: namelessAuthority(account),
          at: now, in: city, under: prepared.responses)
        var pending: [PendingEvent] = []
        for event in events {
          pending.append(try pendingEvent(event, incoming, order: order, account: account, at: now))
        }
        // The version makes the command new each time the source changes its mind, even back again.
        let command = "amend:\(order.version):" + Operations.intakeCommand(incoming.report)
        let write = StreamWrite(
          target: .stream(.order(number), expectedVersion: order.version), events: pending)
        let writes = [write] + (try told(incoming.report, of: order, account: account, at: now).map { [$0] } ?? [])
        let outcomes = try store.append([AppendRequest(command: command, writes: writes)], recordedAt: now)
        if case .conflict? = outcomes.first { continue }
        return isKnown ? .amended(number) : .accepted(number)
      }
      throw JournalError(.lockHeld, subject: number.text)
    } catch let refusal as Refusal {
      return .refused(refusal)
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as OperationError {
      throw error
    } catch {
      throw .journal(JournalError(.invalidRequest, subject: number.text))
    }
  }

  /// What the order that has taken another one in is told of a report of that one; nothing where none has.
  ///
  /// Who reported stays with the report's own order.
  private func told(
    _ report: Report, of part: WorkOrder, account: String, at now: Instant
  ) throws -> StreamWrite? {
    guard let number = part.ties.into, let whole = try store.order(number)?.order else { return nil }
    let event = OrderEvent.partAmended(OrderEvent.PartAmended(other: part.number, report: report))
    let pending = try pendingEvent(event, IncomingReport(report: report), order: whole, account: account, at: now)
    return StreamWrite(target: .stream(.order(number), expectedVersion: whole.version), events: [pending])
  }

  private func pendingEvent(
    _ event: OrderEvent, _ incoming: IncomingReport, order: WorkOrder? = nil, account: String, at instant: Instant
  ) throws(JournalError) -> PendingEvent {
    let place = order?.core.place ?? incoming.report.place
    let personal = incoming.reporter.flatMap { $0.isEmpty ? nil : PersonalRecord(data: $0, salt: salt()) }
    return try PendingEvent(
      .order(event), place: place, town: city.places.town(of: place), tier: .city,
      confidential: incoming.report.confidential || (order?.isConfidential ?? false), officer: "", seat: "",
      account: account, occurredAt: instant, personal: personal)
  }

  /// On whose authority what no officer asks for is done: a feed's report, what a rule raises.
  func namelessAuthority(_ account: String) -> Authority {
    Authority(
      officer: "", seat: "", role: .intake, tier: .city, place: city.places.city?.code ?? PlaceCode(city.code),
      account: account)
  }

  private func number(in receipt: AppendReceipt) throws(OperationError) -> OrderNumber {
    guard let number = receipt.streams.first?.stream.orderNumber else {
      throw .journal(JournalError(.damaged, subject: receipt.streams.first?.stream.id ?? ""))
    }
    return number
  }
}

extension OrderFile {
  /// Whether a report stands in the order just as it comes in, its personal data included where that was not erased.
  func reports(_ incoming: IncomingReport) -> Bool {
    guard let known = order.reports.first(where: { $0.isSameMessage(as: incoming.report) }), known == incoming.report
    else { return false }
    guard let reporter = incoming.reporter, !reporter.isEmpty else { return true }
    return self.reporter(of: ReportReference(incoming.report)).map { $0 == reporter } ?? true
  }
}
