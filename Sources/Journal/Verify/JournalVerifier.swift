import Model

/// Proves a journal: walks its events, computes digests, links and chains anew, and compares what is derived from them.
public struct JournalVerifier {
  let store: any JournalStore
  let limit: Int
  let batch: Int
  let progress: (Int64) -> Void
  var hasher = ChainHasher()
  var result: Verification

  /// Verifies a journal; while others append to it, kept counts may seem to differ, so a finding then asks for a repeat.
  ///
  /// - Parameters:
  ///   - store: the journal.
  ///   - limit: how many findings are enough; the verification ends early then.
  ///   - batch: how many events are read at once.
  ///   - progress: hears how many events and streams have been looked at, together.
  /// - Returns: what was found.
  /// - Throws: what the store throws.
  public static func verify(
    _ store: any JournalStore, limit: Int = 100, batch: Int = 1_000, progress: (Int64) -> Void = { _ in }
  ) throws(JournalError) -> Verification {
    try withoutActuallyEscaping(progress) { progress throws(JournalError) in
      var verifier = JournalVerifier(
        store: store, limit: limit, batch: max(1, batch), progress: progress,
        result: Verification(head: try store.head()))
      try verifier.verifySequence()
      let expected = try verifier.verifyStreams()
      try verifier.verifyProjections(expected)
      return verifier.result
    }
  }

  var isFull: Bool { result.findings.count >= limit }

  mutating func find(_ finding: JournalFinding) {
    if !isFull { result.findings.append(finding) }
  }

  /// The journal's own chain, event by event; a broken link is named once, and the walk goes on from what is stored.
  private mutating func verifySequence() throws(JournalError) {
    var expected: Int64 = 1
    var chain: [UInt8]? = ChainHasher.journalGenesis
    var lastChain = ChainHasher.journalGenesis
    var command = ""
    while !isFull {
      let events = try store.chainedEvents(from: expected, limit: batch)
      if events.isEmpty { break }
      for chained in events {
        let header = chained.event.header
        if header.sequence != expected {
          find(JournalFinding(.missingEvent, sequence: expected, detail: "…\(header.sequence - 1)"))
          chain = nil
        }
        let link = chained.event.link(with: &hasher)
        if let chain, hasher.next(after: chain, link: link) != chained.chain {
          find(JournalFinding(.brokenLink, header))
        }
        if header.sequence == 1 { verifyOpening(chained.event) }
        try verifyPersonal(header)
        if header.command != command {
          command = header.command
          if try store.firstSequence(of: command) != header.sequence { find(JournalFinding(.command, header)) }
        }
        chain = chained.chain
        lastChain = chained.chain
        expected = header.sequence + 1
        result.events += 1
      }
      progress(result.events)
    }
    if isFull { return }
    let head = result.head
    if head.sequence >= expected {
      find(JournalFinding(.missingTail, sequence: expected, detail: "…\(head.sequence)"))
    } else if head.sequence < expected - 1 || head.chain != JournalDigest.hex(lastChain) {
      // Another process may have appended since the head was read.
      let now = try store.head()
      if now.sequence != expected - 1 || now.chain != JournalDigest.hex(lastChain) {
        find(JournalFinding(.brokenHead, sequence: head.sequence))
      }
    }
  }

  private mutating func verifyOpening(_ event: StoredEvent) {
    let identity = try? event.openedIdentity()
    if identity != store.identity { find(JournalFinding(.opening, event.header)) }
  }

  private mutating func verifyPersonal(_ header: EventHeader) throws(JournalError) {
    guard let record = try store.personal(header.sequence) else { return }
    if record.digest() != header.personalDigest { find(JournalFinding(.personal, header)) }
  }
}
