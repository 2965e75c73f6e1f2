import SafeText
import SeededRandom
import Testing

@Suite("Hostile text")
struct HostileTextTests {
  /// Every scalar that must never be shown raw, class by class.
  static let hostile: [(name: String, scalars: [UInt32])] = [
    ("C0 and DEL", Array(0x00...0x1F) + [0x7F]),
    ("C1", Array(0x80...0x9F)),
    ("Arabic letter mark", [0x061C]),
    ("zero width and direction marks", Array(0x200B...0x200F)),
    ("line and paragraph separators", [0x2028, 0x2029]),
    ("bidirectional embedding and override", Array(0x202A...0x202E)),
    ("word joiner and invisible operators", Array(0x2060...0x2064)),
    ("bidirectional isolates and deprecated controls", Array(0x2066...0x206F)),
    ("byte order mark", [0xFEFF]),
    ("annotation", Array(0xFFF9...0xFFFB)),
    ("tags", Array(0xE0000...0xE007F)),
    ("noncharacters", Array(0xFDD0...0xFDEF) + (0...16).flatMap { [$0 << 16 | 0xFFFE, $0 << 16 | 0xFFFF] }),
    ("soft hyphen, blank fillers", [0xAD, 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x180E]),
  ]

  @Test("every hostile scalar becomes a mark of one to eight columns", arguments: hostile.map(\.name))
  func marks(name: String) throws {
    let scalars = try #require(Self.hostile.first { $0.name == name }).scalars.compactMap(Unicode.Scalar.init)
    #expect(!scalars.isEmpty)
    for scalar in scalars {
      #expect(SafeText.isHostile(scalar))
      let shown = SafeText("甲\(Character(scalar))乙", breaks: .marks).string
      #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(scalar.value, radix: 16))")
      #expect((5...12).contains(shown.columns), "\(shown)")
      #expect(shown.hasPrefix("甲") && shown.hasSuffix("乙"))
    }
  }

  @Test("marks read as what they stand for")
  func wording() {
    #expect(SafeText("\u{1B}[31m").string == "␛[31m")
    #expect(SafeText("a\u{7F}").string == "a␡")
    #expect(SafeText("\u{202E}gpj.exe").string == "‹U+202E›gpj.exe")
    #expect(SafeText("x\u{E0041}").string == "x‹E0041›")
    #expect(SafeText("x\u{85}").string == "x‹U+0085›")
  }

  @Test("line breaks and tabs become spaces, marks or lines")
  func breaks() {
    let text = "一\r\n二\n三\t四\r五"
    #expect(SafeText(text).string == "一 二 三 四 五")
    #expect(SafeText(text, breaks: .marks).string == "一␍␊二␊三␉四␍五")
    #expect(SafeText(text, breaks: .lines).string == "一\n二\n三 四\n五")
  }

  @Test("bytes that are no UTF-8 become marks, and what is good around them stays")
  func illFormedBytes() {
    let cases: [([UInt8], String)] = [
      ([0x9B, 0x33, 0x31, 0x6D], "‹x9B›31m"),
      ([0xE6, 0xB5, 0xB7, 0xE9, 0x97], "海‹xE9›‹x97›"),
      ([0xC0, 0xAF], "‹xC0›‹xAF›"),
      ([0xED, 0xA0, 0x80, 0x41], "‹xED›‹xA0›‹x80›A"),
      ([0xF4, 0x90, 0x80, 0x80], "‹xF4›‹x90›‹x80›‹x80›"),
      ([0xE6, 0x41], "‹xE6›A"),
      ([0xC2, 0x9B], "‹U+009B›"),
    ]
    for (bytes, shown) in cases { #expect(SafeText(bytes: bytes).string == shown) }
  }

  @Test("four combining marks stay, more are cut to a count")
  func combiningMarks() {
    let base = "q"
    let four = base + String(repeating: "\u{0323}", count: 4)
    #expect(SafeText(four).string == four)
    #expect(SafeText(base + String(repeating: "\u{0323}", count: 9) + "z").string == four + "‹+5›z")
    #expect(SafeText("\u{0301}e").string == "‹U+0301›e")
  }

  @Test("text is normalised to NFC")
  func normalisation() {
    #expect(Array(SafeText("e\u{301}").string.unicodeScalars) == ["\u{E9}"])
    #expect(Array(SafeText("\u{F900}").string.unicodeScalars) == ["\u{8C48}"])
    #expect(Array(SafeText("\u{212B}").string.unicodeScalars) == ["\u{C5}"])
  }

  @Test("random bytes never leave a control or a hostile scalar, and safe text stays as it is")
  func randomBytes() {
    var random = SeededGenerator(seed: 20_200_616)
    let pieces: [[UInt8]] = [
      [0x1B, 0x5B], [0xC2, 0x9B], [0xE2, 0x80, 0xAE], [0xF3, 0xA0, 0x81, 0x81], [0xCC, 0x81], Array("海门".utf8),
      [0xEF, 0xBB, 0xBF], [0xE2, 0x80], [0xEF, 0xBF, 0xBE], Array("ok ".utf8), [0x0A], [0xE1, 0x85, 0x9F],
    ]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Bool.random(using: &random) {
          bytes.append(UInt8.random(in: .min ... .max, using: &random))
        } else {
          bytes += pieces.randomElement(using: &random) ?? []
        }
      }
      let safe = SafeText(bytes: bytes)
      #expect(!safe.string.unicodeScalars.contains(where: SafeText.isHostile), "\(bytes)")
      #expect(SafeText(safe.string) == safe, "\(bytes)")
    }
  }

  @Test("the quick look agrees with the slow path on every scalar")
  func quickLook() {
    // An escape in front sends the whole text down the slow path.
    for value in UInt32(0x20)...0x3_23AF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "甲\(Character(scalar))"
      let slow = SafeText("\u{1B}" + text).string.dropFirst()
      if SafeText(text).string.unicodeScalars.elementsEqual(slow.unicodeScalars) { continue }
      Issue.record("U+\(String(value, radix: 16, uppercase: true))")
    }
  }
}
