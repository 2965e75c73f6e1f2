import Journal
import Model
import Testing

@Suite("What an order is compared by")
struct LearnedTermsTests {
  private func terms(_ title: String, _ text: String = "", address: String = "") -> [String] {
    LearnedTerms.terms([
      Report(
        source: .grid, sourceID: "1", reportedAt: Instant(seconds: 0), place: "P",
        location: Location(address: address), title: title, text: text)
    ])
  }

  @Test func `pairs of characters and whole words, folded as the search folds, each once`() {
    #expect(terms("路灯不亮", "路灯坏") == ["路灯", "灯不", "不亮", "灯坏"])
    #expect(terms("Street Light ＯＵＴ; street") == ["street", "light", "out"])
    #expect(terms("Noise·噪声 noise") == ["noise", "噪声"])
  }

  @Test func `pairs do not reach across a gap, and a single character has none`() {
    #expect(terms("积水，漏水") == ["积水", "漏水"])
    #expect(terms("水", "管") == [])
  }

  @Test func `numbers and addresses stay out`() {
    #expect(terms("电话 13900001234", "A12 楼 5th floor ９９", address: "人民路") == ["电话", "floor"])
  }

  @Test func `a long text is looked at so far and no further`() {
    let text = String(String.UnicodeScalarView((0..<2_000).compactMap { Unicode.Scalar(0x4E00 + $0) }))
    let found = terms("", text)
    #expect(found.count == LearnedTerms.most)
    #expect(found.first == String(text.prefix(2)))
  }
}
