public import Model

/// A book as far as its events were folded, whichever kind it is.
enum Book: Sendable {
  case responses(Responses)
  case shift(ShiftBook)
  case points(PointsLedger)

  /// The book of a stream before its first event; nothing for a stream that is no book.
  init?(_ stream: StreamID) {
    switch stream.kind {
    case .response: self = .responses(Responses())
    case .shift: self = .shift(ShiftBook())
    case .points: self = .points(PointsLedger())
    default: return nil
    }
  }

  /// Takes an event in.
  ///
  /// - Returns: whether it belongs into the book and could follow.
  mutating func take(_ event: JournalEvent, by signature: Signature) -> Bool {
    let follows: Bool
    switch (self, event) {
    case (.responses(var book), .response(let event)):
      follows = book.take(event, by: signature)
      self = .responses(book)
    case (.shift(var book), .shift(let event)):
      follows = book.take(event, by: signature)
      self = .shift(book)
    case (.points(var book), .points(let event)):
      follows = book.take(event, by: signature)
      self = .points(book)
    default:
      follows = false
    }
    return follows
  }
}

extension EventHeader {
  /// Under which act the event stands.
  public var signature: Signature { Signature(officer: officer, seat: seat, at: occurredAt) }
}

extension StoredEvent {
  /// Looks whether a restored event is one of its stream's kind.
  ///
  /// - Throws: `JournalError` with code `.newer` or `.encoding`, the latter also for an event of another kind.
  public func checkKind() throws(JournalError) {
    guard try decoded().kind == header.stream.kind else {
      throw JournalError(.encoding, subject: header.type, detail: "in a stream of kind \(header.stream.kind.rawValue)")
    }
  }
}
