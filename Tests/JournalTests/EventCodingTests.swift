import Model
import Testing

@testable import Journal

@Suite("Events as they are stored")
struct EventCodingTests {
  @Test("keep their bytes for ever", arguments: GoldenEvents.all.indices)
  func golden(index: Int) throws {
    let golden = GoldenEvents.all[index]
    let event = try JournalEvent(type: golden.type, schema: 1, payload: Array(golden.payload.utf8))
    let encoded = try EncodedPayload(event)
    #expect(encoded.type == golden.type)
    #expect(encoded.schema == 1)
    #expect(String(decoding: encoded.bytes, as: UTF8.self) == golden.payload)
    #expect(JournalDigest.hex(encoded.digest) == golden.digest)
  }

  @Test func `have golden bytes for every type`() {
    #expect(Set(GoldenEvents.all.map(\.type)) == Set(EventType.allCases.map(\.rawValue)))
  }

  @Test func `tell a newer program's events from damaged ones`() {
    #expect(code { try JournalEvent(type: "order.teleported", schema: 1, payload: Array("{}".utf8)) } == .newer)
    #expect(code { try JournalEvent(type: "order.noted", schema: 2, payload: Array("{}".utf8)) } == .newer)
    #expect(code { try JournalEvent(type: "order.noted", schema: 0, payload: Array("{}".utf8)) } == .encoding)
    #expect(code { try JournalEvent(type: "order.noted", schema: 1, payload: Array("{}".utf8)) } == .encoding)
    #expect(code { try JournalEvent(type: "order.noted", schema: 1, payload: [0xFF]) } == .encoding)
  }

  @Test func `begin with an opening that fixes the identity`() throws {
    let identity = JournalIdentity(
      kind: .live, site: "haimen", city: "320684", cityDigest: "00ff", openedAt: Instant(seconds: 5))
    let opening = try StoredEvent.opening(identity, account: "duty")
    #expect(try opening.openedIdentity() == identity)
    #expect(opening.header.sequence == 1)
    #expect(opening.header.stream == .journal)
    let later = StoredEvent(header: opening.header.moved(to: 2), payload: opening.payload)
    #expect(code { try later.openedIdentity() } == .missing)
  }

  private func code(_ body: () throws -> some Any) -> JournalError.Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? JournalError)?.code
    }
  }
}

extension EventHeader {
  fileprivate func moved(to sequence: Int64) -> EventHeader {
    var header = self
    header.sequence = sequence
    return header
  }
}
