/// Writes a journal as JSON Lines: every event in sequence with the chain's value after it, and the head.
public enum JournalExport {
  /// Writes the canonical stream of a journal, up to the head that it has when the export begins.
  ///
  /// - Parameters:
  ///   - store: the journal.
  ///   - personal: whether the personal data beside the events goes along, each record on a line after its event.
  ///   - batch: how many events are read at once.
  ///   - sink: takes one line at a time, without its line break.
  /// - Returns: the head that the last line names.
  /// - Throws: what the store or the sink throws; code `.damaged` when an event is missing.
  @discardableResult
  public static func write(
    _ store: any JournalStore, personal: Bool, batch: Int = 1_000,
    to sink: ([UInt8]) throws(JournalError) -> Void
  ) throws(JournalError) -> JournalHead {
    let head = try store.head()
    var next: Int64 = 1
    while next <= head.sequence {
      let limit = min(Int64(max(1, batch)), head.sequence - next + 1)
      let events = try store.chainedEvents(from: next, limit: Int(limit))
      guard !events.isEmpty else { throw missing(next) }
      for chained in events {
        let header = chained.event.header
        guard header.sequence == next else { throw missing(next) }
        try sink(try ExportLine.event(chained.event, chain: chained.chain).bytes())
        if personal, !header.personalDigest.isEmpty, let record = try store.personal(next) {
          try sink(try ExportLine.personal(next, record).bytes())
        }
        next += 1
      }
    }
    try sink(try ExportLine.head(head).bytes())
    return head
  }

  private static func missing(_ sequence: Int64) -> JournalError {
    JournalError(.damaged, subject: "第 \(sequence) 条", detail: "missing")
  }
}
