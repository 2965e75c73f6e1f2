public import Journal
public import Model

extension SQLiteJournal {
  /// Appends requests; see `JournalStore`.
  public func append(
    _ requests: [AppendRequest], recordedAt: Instant
  ) throws(JournalError) -> [AppendOutcome] {
    try append(requests, recordedAt: recordedAt, within: nil)
  }

  /// Appends as many requests as a hold of the lock has time for; see `JournalStore`.
  public func append(
    firstOf requests: [AppendRequest], recordedAt: Instant
  ) throws(JournalError) -> [AppendOutcome] {
    try append(requests, recordedAt: recordedAt, within: HoldBudget.appending)
  }

  private func append(
    _ requests: [AppendRequest], recordedAt: Instant, within budget: Duration?
  ) throws(JournalError) -> [AppendOutcome] {
    var prepared: [PreparedRequest] = []
    prepared.reserveCapacity(requests.count)
    for request in requests {
      if let ready = request.ready as? PreparedRequest {
        prepared.append(ready)
      } else {
        prepared.append(try PreparedRequest(request, in: identity))
      }
    }
    let outcomes = try write { (session) throws(JournalError) in
      let began = ContinuousClock.now
      var appending = try Appending(session, identity: identity, months: options.syncsAside ? .givenUp : .kept)
      var outcomes: [AppendOutcome] = []
      outcomes.reserveCapacity(prepared.count)
      for index in requests.indices {
        let moment = requests[index].recordedAt ?? recordedAt
        outcomes.append(try appending.append(prepared[index], recordedAt: moment))
        if let budget, ContinuousClock.now - began >= budget { break }
      }
      try appending.finish()
      return outcomes
    }
    try indexWaiting(after: outcomes.count)
    try settleRates(at: recordedAt)
    return outcomes
  }

  /// Makes a request ready beside the thread that appends; see `JournalStore`.
  public func ready(_ request: AppendRequest) throws(JournalError) -> AppendRequest {
    request.with(ready: try PreparedRequest(request, in: identity))
  }

  /// Takes in events of an export; see `JournalStore`.
  public func restore(_ events: [RestoredEvent]) throws(JournalError) {
    try write { (session) throws(JournalError) in
      var appending = try Appending(session, identity: identity, months: options.syncsAside ? .givenUp : .kept)
      for event in events { try appending.restore(event) }
      try appending.finish()
    }
    try indexWaiting(after: events.count)
  }

  /// Makes every projection anew, in one transaction that holds the lock.
  public func rebuild() throws(JournalError) {
    try write { (session) throws(JournalError) in try Rebuilding(session).run() }
  }

  /// Notes what a seat has seen.
  public func markSeen(_ orders: [OrderNumber: Int], by seat: SeatCode) throws(JournalError) {
    guard !orders.isEmpty else { return }
    try write { (session) throws(JournalError) in
      let statement = try session.literal(
        "INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = max(version, excluded.version)")
      for (number, version) in orders {
        statement.bind(seat.rawValue, 1)
        statement.bind(number.key, 2)
        statement.bind(Int64(version), 3)
        try statement.run()
      }
    }
  }

  /// Sets the shared clock; a live journal refuses it.
  public func setClock(_ setting: ClockSetting) throws(JournalError) {
    guard identity.kind != .live else {
      throw JournalError(.feedClockInLive, subject: paths.database)
    }
    try write { (session) throws(JournalError) in
      let statement = try session.literal("REPLACE INTO clock VALUES (1, ?, ?, ?, ?)")
      statement.bind(setting.feed.milliseconds, 1)
      statement.bind(setting.wall.milliseconds, 2)
      statement.bind(Int64(setting.speed), 3)
      statement.bind(setting.paused ? 1 : 0, 4)
      try statement.run()
    }
  }

  /// Erases the personal data beside an event, in the file too.
  public func erasePersonal(_ sequence: Int64) throws(JournalError) {
    try write { (session) throws(JournalError) in
      // What is erased must not stay readable in the file's free space.
      try session.run("PRAGMA secure_delete = ON")
      defer { try? session.run("PRAGMA secure_delete = FAST") }
      let statement = try session.literal("DELETE FROM personal WHERE sequence = ?")
      statement.bind(sequence, 1)
      try statement.run()
    }
  }

  /// Copies the whole journal, as it is at one moment, into another file.
  ///
  /// - Parameter path: the copy; a file that is there is replaced once the copy is whole.
  public func backup(to path: String) throws(JournalError) {
    try lock.hold(within: options.patience) { () throws(JournalError) in
      try JournalCopy(paths: paths, writer: writer).write(to: path)
    }
  }
}
