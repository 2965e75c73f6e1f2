import Journal
import Model

/// The events and what is found by them; the truth of a journal in memory.
struct MemoryLog: Sendable {
  /// Where a stream stands.
  struct Stream: Sendable {
    var indices: [Int]
    var head: StreamHead
  }

  var events: [ChainedEvent] = []
  var streams: [StreamID: Stream] = [:]
  var commands: [String: [Int]] = [:]
  var personal: [Int64: PersonalRecord] = [:]
  var head = JournalHead(sequence: 0, chain: JournalDigest.hex(ChainHasher.journalGenesis))

  var nextSequence: Int64 { Int64(events.count) + 1 }

  func events(of stream: StreamID) -> [StoredEvent] {
    streams[stream]?.indices.map { events[$0].event } ?? []
  }

  func receipt(of command: String) -> AppendReceipt? {
    commands[command].map { indices in AppendReceipt(headers: indices.map { events[$0].event.header }) }
  }

  func last(of stream: StreamID) -> EventHeader? {
    streams[stream]?.indices.last.map { events[$0].event.header }
  }

  mutating func append(_ event: StoredEvent, personal record: PersonalRecord?) {
    var hasher = ChainHasher()
    let stream = event.header.stream
    let link = event.link(with: &hasher)
    let chain = hasher.next(after: events.last?.chain ?? ChainHasher.journalGenesis, link: link)
    let before = streams[stream]?.head.chain ?? hasher.genesis(of: stream)
    let index = events.count
    events.append(ChainedEvent(event: event, chain: chain))
    let head = StreamHead(
      stream: stream, version: event.header.version, sequence: event.header.sequence,
      chain: hasher.next(after: before, link: link))
    streams[stream] = Stream(indices: (streams[stream]?.indices ?? []) + [index], head: head)
    commands[event.header.command, default: []].append(index)
    if let record { personal[event.header.sequence] = record }
    self.head = JournalHead(sequence: event.header.sequence, chain: JournalDigest.hex(chain))
  }
}
