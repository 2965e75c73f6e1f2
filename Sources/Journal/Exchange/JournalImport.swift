/// Reads an export back into an empty store, so that the journal there is equal: the same sequence, chains and head.
public struct JournalImport {
  private let batch: Int
  private var hasher = ChainHasher()
  private var store: (any JournalStore)?
  private var chain = ChainHasher.journalGenesis
  private var waiting: [RestoredEvent] = []
  private var sequence: Int64 = 0
  private var head: JournalHead?

  private init(batch: Int) {
    self.batch = max(1, batch)
  }

  /// Reads an export.
  ///
  /// - Parameters:
  ///   - batch: how many events are restored in one transaction.
  ///   - nextLine: hands on one line at a time, without its line break; nothing at the end.
  ///   - make: makes the empty store from the opening event.
  /// - Returns: the store, which holds all events of the export.
  /// - Throws: `JournalError` with code `.damaged` and the line by its number as the subject for a line that is no
  ///   export's, out of sequence, does not bear out the chain, or is missing at the end; or what the store throws.
  public static func read(
    batch: Int = 500, from nextLine: () throws(JournalError) -> [UInt8]?,
    into make: (StoredEvent) throws(JournalError) -> any JournalStore
  ) throws(JournalError) -> any JournalStore {
    var reading = JournalImport(batch: batch)
    var number = 0
    while let line = try nextLine() {
      number += 1
      do throws(JournalError) {
        try reading.take(try ExportLine(line), into: make)
      } catch  where error.code == .damaged || error.code == .encoding {
        throw JournalError(.damaged, subject: "第 \(number) 行", detail: error.detail)
      }
    }
    guard let store = reading.store, let head = reading.head else {
      throw JournalError(.damaged, subject: "第 \(number) 行", detail: "the line with the head is missing")
    }
    guard try store.head() == head else {
      throw JournalError(.damaged, subject: "第 \(number) 行", detail: "the store ends elsewhere")
    }
    return store
  }

  private mutating func take(
    _ line: ExportLine, into make: (StoredEvent) throws(JournalError) -> any JournalStore
  ) throws(JournalError) {
    guard head == nil else { throw damaged("lines after the head") }
    switch line {
    case .event(let event, let value):
      chain = hasher.next(after: chain, link: event.link(with: &hasher))
      guard event.header.sequence == sequence + 1, chain == value else {
        throw damaged("the chain breaks at sequence \(event.header.sequence)")
      }
      sequence += 1
      if store == nil {
        store = try make(event)
      } else {
        if waiting.count >= batch { try flush() }
        waiting.append(RestoredEvent(event: event, personal: nil))
      }
    case .personal(let owner, let record):
      guard let last = waiting.last, last.event.header.sequence == owner,
        record.digest() == last.event.header.personalDigest
      else { throw damaged("personal data without its event") }
      waiting[waiting.count - 1] = RestoredEvent(event: last.event, personal: record)
    case .head(let named):
      guard named.sequence == sequence, named.chain == JournalDigest.hex(chain) else {
        throw damaged("the head is another one")
      }
      try flush()
      head = named
    }
  }

  private mutating func flush() throws(JournalError) {
    if !waiting.isEmpty { try store?.restore(waiting) }
    waiting.removeAll(keepingCapacity: true)
  }

  private func damaged(_ detail: String) -> JournalError {
    JournalError(.damaged, detail: detail)
  }
}
