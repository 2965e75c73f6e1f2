import SafeText
import SeededRandom
import Terminal
import Testing

@Suite("Keys")
struct KeyDecoderTests {
  static let sequences: [(String, Key)] = [
    ("a", .char("a")), ("派", .char("派")), ("：", .char("：")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1}", .ctrl("a")), ("\u{0}", .ctrl("@")),
    ("\u{1C}", .ctrl("\\")), ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
    ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}[1;5A", .up), ("\u{1B}OM", .enter), ("\u{1B}[99~", .unknown), ("\u{1B}[?1;2c", .unknown),
    ("\u{1B}[<0;10;5M", .mouse(Key.Mouse(.press(.left), row: 4, col: 9))),
    ("\u{1B}[<2;300;5M", .mouse(Key.Mouse(.press(.right), row: 4, col: 299))),
    ("\u{1B}[<0;10;5m", .mouse(Key.Mouse(.release, row: 4, col: 9))),
    ("\u{1B}[<64;1;1M", .mouse(Key.Mouse(.wheelUp, row: 0, col: 0))),
    ("\u{1B}[<81;1;1M", .mouse(Key.Mouse(.wheelDown, row: 0, col: 0))),
    ("\u{1B}[M !!", .mouse(Key.Mouse(.press(.left), row: 0, col: 0))),
    ("\u{202E}", .unknown), ("\u{85}", .unknown),
  ]

  @Test("each sequence gives its key, whole or byte by byte", arguments: sequences.map(\.0))
  func decodes(sequence: String) throws {
    let expected = try #require(Self.sequences.first { $0.0 == sequence }).1
    var whole = KeyDecoder()
    #expect(whole.feed(sequence.utf8) == [expected])
    var slow = KeyDecoder()
    #expect(sequence.utf8.flatMap { slow.feed([$0]) } == [expected])
    #expect(slow.patienceMilliseconds == nil)
    #expect(slow.feed("z".utf8) == [.char("z")])
  }

  @Test("an escape by itself is known when nothing follows")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.patienceMilliseconds == 25)
    #expect(decoder.flush() == [.escape])
    #expect(decoder.feed([0x1B, 0x1B, 0x5B, 0x41]) == [.escape, .up])
    #expect(decoder.feed([0x1B, 0x71]) == [.escape, .char("q")])
    #expect(decoder.feed([0x1B, 0x5B]) == [])
    #expect(decoder.flush() == [.escape, .char("[")])
    #expect(decoder.patienceMilliseconds == nil)
  }

  @Test("a paste is one event, made safe, and bounded")
  func paste() {
    var decoder = KeyDecoder()
    let text = "\u{1B}[200~海门\r第二行\u{1B}[31mq\u{1B}[201~x"
    #expect(
      decoder.feed(text.utf8) == [
        .paste(SafeText("海门\n第二行␛[31mq", breaks: .lines), droppedBytes: 0), .char("x"),
      ])
    let long = String(repeating: "a", count: 70_000)
    guard case .paste(let kept, let dropped)? = decoder.feed("\u{1B}[200~\(long)\u{1B}[201~".utf8).first else {
      Issue.record("no paste")
      return
    }
    #expect(kept.string.utf8.count == 65_536)
    #expect(dropped == 70_000 - 65_536)
  }

  @Test("a paste that never ends ends when patience does")
  func endlessPaste() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~abc".utf8) == [])
    #expect(decoder.patienceMilliseconds == 1_000)
    #expect(decoder.flush() == [.paste(SafeText("abc"), droppedBytes: 0)])
    #expect(decoder.feed("q".utf8) == [.char("q")])
  }

  @Test("the rest of a paste that stalled is paste and no keys, wherever it was cut")
  func stalledPaste() {
    let text = Array("\u{1B}[200~前半 qqqq dddd 后半 qqqq dddd\u{1B}[201~".utf8)
    for cut in 6..<text.count - 6 - 17 {
      var decoder = KeyDecoder()
      var keys = decoder.feed(text[..<cut]) + decoder.flush()
      keys += decoder.feed(text[cut...])
      let pastes = keys.count { if case .paste = $0 { true } else { false } }
      #expect(pastes == 2 && keys.count == 2, "cut at \(cut): \(keys)")
      #expect(decoder.patienceMilliseconds == nil)
      #expect(decoder.feed("q".utf8) == [.char("q")])
    }
    for cut in text.count - 5..<text.count {
      var decoder = KeyDecoder()
      _ = decoder.feed(text[..<cut]) + decoder.flush()
      #expect(decoder.feed(text[cut...] + [0x71]).last == .char("q"))
    }
  }

  @Test("bytes of any kind leave a decoder that still answers")
  func anyBytes() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      var decoder = KeyDecoder()
      let bytes = (0..<80).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: .min ... .max, using: &random)
          : Array("\u{1B}[<;0M~".utf8).randomElement(using: &random) ?? 0
      }
      _ = decoder.feed(bytes)
      while decoder.patienceMilliseconds != nil { _ = decoder.flush() }
      #expect(decoder.feed("派".utf8) == [.char("派")], "\(bytes)")
    }
  }

  @Test("full-width characters fold for the keymap and stay for text")
  func folding() {
    #expect(Key.char("：").folded == .char(":"))
    #expect(Key.char("１").folded == .char("1"))
    #expect(Key.char("派").folded == .char("派"))
    #expect(Key.up.folded == .up)
  }
}
