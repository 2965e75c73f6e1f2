extension AppendRequest {
  /// Checks what can be checked without a journal.
  ///
  /// - Throws: `JournalError` with code `.invalidRequest`: a command that is empty or longer than 200 bytes, nothing to
  ///   write, a stream twice, a write without events, a day that no order can bear, or events that do not belong into
  ///   the stream. An order begins by `.newOrder` alone, so that its number comes from the journal; a book begins
  ///   where version 0 is expected.
  public func validate() throws(JournalError) {
    guard (1...200).contains(command.utf8.count) else { throw invalid("command of \(command.utf8.count) bytes") }
    guard !writes.isEmpty else { throw invalid("no writes") }
    var streams: Set<StreamID> = []
    for write in writes {
      guard !write.events.isEmpty else { throw invalid("write without events") }
      switch write.target {
      case .newOrder(let day):
        guard (1000_01_01...9999_12_31).contains(day) else { throw invalid("day \(day)") }
      case .stream(let stream, let expectedVersion):
        guard stream.isBook ? expectedVersion >= 0 : stream.orderNumber != nil && expectedVersion >= 1 else {
          throw invalid("\(stream.kind.rawValue) \(stream.id) at \(expectedVersion)")
        }
        guard streams.insert(stream).inserted else { throw invalid("\(stream.id) twice") }
      }
      try validate(write)
    }
  }

  private func validate(_ write: StreamWrite) throws(JournalError) {
    for (index, pending) in write.events.enumerated() {
      guard pending.personal?.salt.count ?? 16 == 16 else { throw invalid("salt") }
      guard pending.event.kind == write.target.kind else { throw invalid(pending.payload.type) }
      guard case .order(let event) = pending.event else { continue }
      let received = EventType(event) == .received
      guard received == (write.target.isNewOrder && index == 0) else { throw invalid(pending.payload.type) }
    }
  }

  private func invalid(_ detail: String) -> JournalError {
    JournalError(.invalidRequest, subject: command, detail: detail)
  }
}

extension StreamWrite.Target {
  /// The kind of the stream.
  var kind: StreamKind {
    switch self {
    case .newOrder: .order
    case .stream(let stream, _): stream.kind
    }
  }

  /// Whether the write makes a new order.
  public var isNewOrder: Bool {
    if case .newOrder = self { true } else { false }
  }
}

extension AppendReceipt {
  /// What was told when a command was appended, made again from the columns of its events.
  ///
  /// - Parameter headers: the columns of all events of one command, in sequence; at least one.
  public init(headers: some Collection<EventHeader>) {
    var order: [StreamID] = []
    var versions: [StreamID: Int] = [:]
    for header in headers where versions.updateValue(header.version, forKey: header.stream) == nil {
      order.append(header.stream)
    }
    self.init(
      streams: order.map { StreamVersion(stream: $0, version: versions[$0] ?? 0) },
      firstSequence: headers.first?.sequence ?? 0)
  }
}
