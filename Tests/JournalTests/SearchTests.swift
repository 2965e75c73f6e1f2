import JournalConformance
import Model
import SeededRandom
import Testing

@testable import Journal

@Suite("Search terms")
struct SearchTests {
  private static func tokens(_ text: String) -> [String] {
    let report = Report(
      source: .grid, sourceID: "1", reportedAt: Instant(seconds: 0), place: "990001", title: "", text: text)
    let received =
      Array(
        #"{"arrived_at":0,"report":{"attachments":[],"confidential":false,"exercise":false,"place":"P-1","#.utf8
      ) + Array(#""reported_at":0,"source":"grid","source_id":"1","text":"","title":"","urgency":"normal"}}"#.utf8)
    guard case .order(let event)? = try? JournalEvent(type: "order.received", schema: 1, payload: received),
      let order = WorkOrder(
        number: OrderNumber(day: 20_200_616, sequence: 142),
        events: [RecordedEvent(event: event, officer: "", seat: "", occurredAt: Instant(seconds: 0))])
    else { return [] }
    var header = PlainHeader.any
    header.town = "T-1"
    return SearchTokens.indexed([report], OrderRow(order, last: header)).split(separator: " ").map(String.init)
  }

  private static let fixed = ["§p1", "§t1"]

  @Test func `give pairs, the last character, whole words and the places`() {
    #expect(Self.tokens("噪声ABC12，é") == ["噪声", "声", "abc12", "é"] + Self.fixed)
    #expect(Self.tokens("A-1 噪") == ["a", "1", "噪"] + Self.fixed)
    #expect(Self.tokens("……") == Self.fixed)
  }

  @Test func `mark codes by their letters and digits`() {
    #expect(SearchTokens.place("City-Management_2") == "§citymanagement2")
    #expect(SearchTokens.closed(.unit("haimen-xf.1")) == "¶uhaimenxf1")
    #expect(SearchTokens.closed(.town("余-东 É")) == "¶t余东é")
    #expect(SearchTokens.closed(.source(.cityManagement)).hasPrefix("¶s"))
    #expect(SearchTokens.closed(.anyone) == "¶")
  }

  @Test func `look up pairs, and beginnings of single characters and last words`() {
    func terms(_ word: String) -> [SearchTerm] { SearchTerms(TextFilter(words: [word])).words }
    #expect(terms("噪声") == [SearchTerm("噪声")])
    #expect(terms("噪") == [SearchTerm("噪", isPrefix: true)])
    #expect(terms("噪声扰") == [SearchTerm("噪声"), SearchTerm("声扰")])
    #expect(terms("Noise") == [SearchTerm("noise", isPrefix: true)])
    #expect(
      terms("abc噪声 12-3") == [
        SearchTerm("abc"), SearchTerm("噪声"), SearchTerm("12"), SearchTerm("3", isPrefix: true),
      ])
    #expect(terms("！").isEmpty)
  }

  /// A hit by the index may be false, a miss never: whatever matches has the terms.
  @Test func `find whatever matches`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("噪声扰aAb1２，- é")
    func text(_ length: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: length, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
    }
    var matched = 0
    for _ in 0..<4_000 {
      let body = text(0...12)
      let filter = TextFilter(words: [text(1...3)])
      let terms = SearchTerms(filter)
      let tokens = Set(Self.textTokens(body))
      let hit =
        !terms.words.isEmpty
        && terms.words.allSatisfy { term in
          term.isPrefix ? tokens.contains { $0.hasPrefix(term.token) } : tokens.contains(term.token)
        }
      let matches = TextMatch(filter).matches(FoldedText(body))
      if matches {
        matched += 1
        #expect(hit, "\(filter.words) in \(body)")
      }
      if terms.wordsAreExact, hit { #expect(matches, "\(filter.words) exactly in \(body)") }
    }
    #expect(matched > 200)
  }

  private static func textTokens(_ text: String) -> [String] {
    tokens(text).dropLast(fixed.count)
  }
}

/// A header for rows whose columns do not matter.
enum PlainHeader {
  static let any = EventHeader(
    sequence: 2, stream: .order(OrderNumber(day: 20_200_616, sequence: 142)), version: 1, type: "order.received",
    schema: 1, origin: "x", originSequence: 2, city: "x", place: "P-1", town: nil, tier: .city, confidential: false,
    officer: "", seat: "", account: "", occurredAt: Instant(seconds: 0), recordedAt: Instant(seconds: 0),
    command: "c", personalDigest: "")
}
