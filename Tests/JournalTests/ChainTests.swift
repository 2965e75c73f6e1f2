import Model
import Testing

@testable import Journal

@Suite("The chain")
struct ChainTests {
  private static let header = EventHeader(
    sequence: 258, stream: .order(OrderNumber(day: 20_200_616, sequence: 142)), version: 3, type: "order.noted",
    schema: 1, origin: "haimen", originSequence: 258, city: "320684", place: "320614113001", town: "320614113",
    tier: .town, confidential: true, officer: "O1", seat: "T1", account: "duty",
    occurredAt: Instant(milliseconds: 1_592_269_200_123), recordedAt: Instant(milliseconds: -1), command: "c-1",
    personalDigest: "")

  /// Computed by another program from the encoding that `ChainHasher` documents.
  @Test func `has the documented encoding`() {
    var hasher = ChainHasher()
    let payload = JournalDigest.sha256(Array(#"{"text":"备注"}"#.utf8))
    let link = hasher.link(Self.header, payloadDigest: payload)
    #expect(JournalDigest.hex(link) == "e8297cab71688bc7007717f3523626e2e43527eabf9a57f950a0bd4cf883d76f")
    #expect(
      JournalDigest.hex(ChainHasher.journalGenesis)
        == "d0010ca7fd798b3e3709111ecec9218ad9858d6741c1aeab3de2dac86a865650")
    #expect(
      JournalDigest.hex(hasher.genesis(of: Self.header.stream))
        == "56fa0d754b89fbd6db28a0234e91e0001b41bb2e986429f9c9abe94814a14a78")
    #expect(
      JournalDigest.hex(hasher.next(after: ChainHasher.journalGenesis, link: link))
        == "fe23d8e39a0753b76f9a83b93fef4a831054bde31be4f8622096f047ef0907cc")
  }

  @Test func `covers every column`() {
    let changes: [(inout EventHeader) -> Void] = [
      { $0.sequence += 1 }, { $0.stream = .journal }, { $0.version += 1 }, { $0.type = "x" }, { $0.schema = 2 },
      { $0.origin = "x" }, { $0.originSequence += 1 }, { $0.city = "x" }, { $0.place = "x" }, { $0.town = nil },
      { $0.town = "" }, { $0.tier = .city }, { $0.confidential = false }, { $0.officer = "x" }, { $0.seat = "x" },
      { $0.account = "x" }, { $0.occurredAt = Instant(milliseconds: 0) },
      { $0.recordedAt = Instant(milliseconds: 0) }, { $0.command = "x" }, { $0.personalDigest = "x" },
      { ($0.officer, $0.seat) = ("O1T", "1") },
    ]
    var hasher = ChainHasher()
    let digest = JournalDigest.sha256([])
    var links: Set<[UInt8]> = [hasher.link(Self.header, payloadDigest: digest)]
    for change in changes {
      var header = Self.header
      change(&header)
      links.insert(hasher.link(header, payloadDigest: digest))
    }
    links.insert(hasher.link(Self.header, payloadDigest: JournalDigest.sha256([0])))
    #expect(links.count == changes.count + 2)
    #expect(changes.count > Mirror(reflecting: Self.header).children.count)
  }

  @Test func `writes and reads hexadecimal`() {
    let bytes: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
    #expect(JournalDigest.hex(bytes) == "00017f80ff")
    #expect(JournalDigest.bytes(hex: "00017f80ff") == bytes)
    for wrong in ["0", "0g", "FF", "é"] { #expect(JournalDigest.bytes(hex: wrong) == nil) }
  }

  @Test func `digests personal data with its salt`() throws {
    let data = PersonalData(name: "某人", phone: "11900001234")
    let record = PersonalRecord(data: data, salt: [UInt8](repeating: 1, count: 16))
    #expect(record.digest() == "7378213d2c8f17e0077d42f9977274aee7ad98e6ea4a07a726be7c1e34a15065")
    let other = PersonalRecord(data: data, salt: [UInt8](repeating: 2, count: 16))
    #expect(other.digest() != record.digest())
  }
}
