import Journal
import JournalConformance
import Model

@testable import MemoryJournal

/// Makes journals in memory, few newest matches to a search, and damages them.
struct MemoryJournalFactory: JournalFactory {
  func make(opening: StoredEvent) throws(JournalError) -> any JournalStore {
    try MemoryJournal(opening: opening, newestMatches: 5)
  }

  func tamper(_ store: any JournalStore, _ tampering: Tampering) throws -> any JournalStore {
    (store as? MemoryJournal)?.tamper { $0.apply(tampering) }
    return store
  }
}

extension MemoryState {
  fileprivate mutating func apply(_ tampering: Tampering) {
    switch tampering {
    case .removeEvent(let sequence): keep { $0.sequence != sequence }
    case .removeTail(let sequence): keep { $0.sequence < sequence }
    case .removeOrder(let number):
      keep { $0.stream != .order(number) }
      log.streams[.order(number)] = nil
      projections.orders[number] = nil
      projections.reports = projections.reports.filter { $0.value != number }
    case .changePayload(let sequence, let bytes):
      change(sequence) { ChainedEvent(event: StoredEvent(header: $0.event.header, payload: bytes), chain: $0.chain) }
    case .changeOfficer(let sequence, let officer):
      change(sequence) { chained in
        var header = chained.event.header
        header.officer = officer
        return ChainedEvent(event: StoredEvent(header: header, payload: chained.event.payload), chain: chained.chain)
      }
    case .changeChain(let sequence, let chain): change(sequence) { ChainedEvent(event: $0.event, chain: chain) }
    case .changeStreamHead(let stream, let chain):
      guard let head = log.streams[stream]?.head else { return }
      log.streams[stream]?.head = StreamHead(
        stream: stream, version: head.version, sequence: head.sequence, chain: chain)
    case .removeStreamHead(let stream): log.streams[stream] = nil
    case .changeHead(let chain):
      log.head = JournalHead(sequence: log.head.sequence, chain: JournalDigest.hex(chain))
    case .removeCommand(let sequence): log.commands = log.commands.filter { !$0.value.contains(Int(sequence) - 1) }
    case .removeRow(let number): projections.orders[number] = nil
    case .changeTitle(let number, let title): projections.orders[number]?.row.title = title
    case .changeBoard(let cell, let count): projections.cells[cell, default: 0] += count
    case .changeArrivals(let hour, let town, let count):
      projections.arrivals[BoardChange.Arrival(hour: hour, town: town), default: 0] += count
    case .changeRateFact(let number, let standings):
      projections.facts[number]?.contribution.standings = standings
    case .removeRateCells(let day): projections.rateCells = projections.rateCells.filter { $0.key.day != day }
    case .changeLearned(let name, let count): projections.learned.add(count, of: name)
    case .changeName(let sequence, let name):
      guard let record = log.personal[sequence] else { return }
      var data = record.data
      data.name = name
      log.personal[sequence] = PersonalRecord(data: data, salt: record.salt)
    }
  }

  /// Drops events, and lets the streams find the rest.
  private mutating func keep(_ isKept: (EventHeader) -> Bool) {
    log.events.removeAll { !isKept($0.event.header) }
    for stream in log.streams.keys {
      log.streams[stream]?.indices = log.events.indices.filter { log.events[$0].event.header.stream == stream }
    }
  }

  private mutating func change(_ sequence: Int64, _ changed: (ChainedEvent) -> ChainedEvent) {
    guard let index = log.events.firstIndex(where: { $0.event.header.sequence == sequence }) else { return }
    log.events[index] = changed(log.events[index])
  }
}
