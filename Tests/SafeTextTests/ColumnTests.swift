import Glibc
import SafeText
import SeededRandom
import Testing

/// The C library's `wcwidth`, which the Glibc module doesn't offer.
@_silgen_name("wcwidth")
private func libraryWidth(_ character: Int32) -> Int32

@Suite("Columns")
struct ColumnTests {
  @Test("the table agrees with the C library on every character it knows, in all planes")
  func table() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var compared = 0
    for value in UInt32(0x20)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = libraryWidth(Int32(value))
      // What the library doesn't know it answers -1 for: controls, and characters newer than itself.
      guard expected >= 0 else { continue }
      compared += 1
      if CellWidth.columns(of: scalar) != Int(expected) {
        Issue.record("U+\(String(value, radix: 16, uppercase: true)): library \(expected)")
      }
    }
    #expect(compared > 140_000)
  }

  @Test("ambiguous characters take one column or two, as the terminal draws them")
  func ambiguous() {
    for scalar in "─…●★→·①".unicodeScalars {
      #expect(CellWidth.columns(of: scalar) == 1)
      #expect(CellWidth.columns(of: scalar, ambiguous: .wide) == 2)
      #expect(CellWidth.isAmbiguous(scalar))
    }
    #expect(CellWidth.columns(of: "海门·a", ambiguous: .wide) == 7)
    #expect(CellWidth.columns(of: "\u{31350}") == 2)
    #expect(!CellWidth.isAmbiguous("海"))
  }

  @Test("truncation keeps what fits and says that something is missing")
  func truncation() {
    #expect("海门市".truncated(toColumns: 6) == "海门市")
    #expect("海门市".truncated(toColumns: 5) == "海门…")
    #expect("海门市".truncated(toColumns: 4) == "海…")
    #expect("海门市".truncated(toColumns: 1) == "…")
    #expect("海门市".truncated(toColumns: 0) == "")
    #expect("ab".padded(toColumns: 5) == "ab   ")
    #expect("海门".padded(toColumns: 5, alignment: .trailing) == " 海门")
    #expect("海门市".padded(toColumns: 4) == "海… ")
  }

  @Test("random text never exceeds its columns, truncated, padded or wrapped")
  func neverTooWide() {
    var random = SeededGenerator(seed: 7)
    let characters = Array("海门市，。（）「」：a1 -b…●e\u{301}12345")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
          characters.randomElement(using: &random)
        })
      let width = Int.random(in: 2...30, using: &random)
      let cut = text.truncated(toColumns: width)
      #expect(cut.columns <= width)
      #expect(cut == text || cut.hasSuffix("…"))
      #expect((cut == text) == (text.columns <= width))
      #expect(text.padded(toColumns: width).columns == width)
      let lines = text.wrapped(toColumns: width)
      #expect(lines.allSatisfy { $0.columns <= width }, "\(lines)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test("Chinese wraps anywhere but not before closing punctuation")
  func wrapping() {
    #expect("市场南门消防通道，被占用".wrapped(toColumns: 16) == ["市场南门消防通", "道，被占用"])
    #expect("按《条例》办理".wrapped(toColumns: 4) == ["按", "《条", "例》", "办理"])
    #expect("电话 13800 转 abc".wrapped(toColumns: 9) == ["电话", "13800 转", "abc"])
    #expect("abcdefgh".wrapped(toColumns: 3) == ["abc", "def", "gh"])
    #expect("一\n\n二".wrapped(toColumns: 10) == ["一", "", "二"])
    #expect("".wrapped(toColumns: 10) == [""])
    #expect("海".wrapped(toColumns: 1) == ["海"])
  }
}
