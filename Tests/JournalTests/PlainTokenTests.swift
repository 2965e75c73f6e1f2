import Testing

@testable import Journal

@Suite("Tokens of plain text")
struct PlainTokenTests {
  @Test("are the same straight from the bytes as by way of the folded text")
  func sameTokens() {
    let pieces = [
      "夜", "间", "噪声", "A", "b", "Z9", "７", "Ｑ", "，", "。", " ", "　", "、", "々", "〇", "-", "…", "“", "·", "\n", "·", "～",
      "！",
      "（", "12", "é", "ァ", "が", "か\u{3099}", "😀", "\u{0301}", "ﬁ",
    ]
    var state: UInt64 = 3
    var plain = 0
    for _ in 0..<4_000 {
      var text = ""
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Mostly the plain ones, so that whole texts of them occur.
        let bound = (state >> 20).isMultiple(of: 16) ? pieces.count : pieces.count - 10
        text += pieces[Int(state >> 33) % bound]
      }
      var fast: [UInt8] = [1, 2]
      let isPlain = PlainTokens.append(text, to: &fast)
      var slow: [UInt8] = [1, 2]
      if isPlain { SearchTokens.append(FoldedText(text), to: &slow) }
      #expect(fast == slow, "\(text)")
      plain += isPlain ? 1 : 0
    }
    #expect(plain > 1_000)
  }
}
