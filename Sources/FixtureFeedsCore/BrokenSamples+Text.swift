/// Characters and bytes that must never reach a terminal as they are.
extension BrokenSamples {
  mutating func textLines() -> [BrokenFeed.Line] {
    escapedLines() + rawCharacterLines() + rawByteLines()
  }

  /// Valid JSON: taken, and shown as marks.
  private mutating func escapedLines() -> [BrokenFeed.Line] {
    let escapes: [(String, String)] = [
      ("\\u0000", "NUL, escaped"), ("\\u0007\\u0008\\u007f", "bell, backspace and delete, escaped"),
      ("\\u001b[2J\\u001b[31m红\\u001b[0m", "escape sequences that clear and colour, escaped"),
      ("\\u001b]0;title\\u0007", "escape sequence that sets the title, escaped"),
      ("\\u009b31m", "C1 control sequence introducer, escaped"),
      ("第一行\\n第二行\\r\\t第三行", "line feed, carriage return and tab, escaped"),
      ("\\u2028\\u2029", "line and paragraph separators, escaped"),
      ("\\u202e倒过来\\u202c", "bidi override, escaped"), ("\\ufeff", "zero-width no-break space, escaped"),
      ("\\ud83d\\ude00", "a right surrogate pair"), ("\\ufdd0\\uffff", "noncharacters, escaped"),
    ]
    var lines = escapes.map { accepted("text", "\"反映\($0.0)噪声\"", $0.1) }
    lines.append(accepted("title", "\"\\u001b[5m闪\\u202e\"", "escape sequence and bidi override in the title"))
    lines.append(accepted("address", "\"凤城\\u200b社区\\u0000\"", "zero-width space and NUL in the address"))
    lines.append(
      accepted(
        "reporter", "{\"name\":\"张\\u001b[1m某\",\"phone\":\"11900001234\"}", "escape sequence in the reporter's name"))
    lines.append(accepted("text", "\"=HYPERLINK(1)\"", "a formula of a spreadsheet"))
    lines.append(rejected("text", "\"半个\\ud800字\"", "lone high surrogate, escaped"))
    lines.append(rejected("text", "\"半个\\udc00字\"", "lone low surrogate, escaped"))
    lines.append(rejected("text", "\"\\ud800\\ud800\"", "two high surrogates, escaped"))
    lines.append(rejected("text", "\"\\x41\"", "an escape that JSON does not know"))
    lines.append(rejected("text", "\"\\u12g4\"", "an escape of wrong digits"))
    return lines
  }

  /// Well-formed UTF-8 within valid JSON: taken, and shown as marks.
  private mutating func rawCharacterLines() -> [BrokenFeed.Line] {
    let marks = (0..<40).map { _ in Unicode.Scalar(UInt32(0x300 + random.below(0x50))) ?? "\u{301}" }
    let zalgo = marks.reduce(into: "") { $0.unicodeScalars.append($1) }
    // U+FDD0, U+FFFE and U+1FFFF: the compiler takes no escapes for them.
    let noncharacters = String(
      decoding: [0xEF, 0xB7, 0x90, 0xEF, 0xBF, 0xBE, 0xF0, 0x9F, 0xBF, 0xBF] as [UInt8], as: UTF8.self)
    let characters: [(String, String)] = [
      ("\u{7F}", "delete, raw"), ("\u{85}\u{9B}31m", "C1 controls as characters, raw"),
      ("\u{202E}倒过来\u{202C}", "bidi override, raw"),
      ("\u{2066}隔离\u{2069}\u{61C}\u{200E}", "bidi isolates and marks, raw"),
      ("无\u{200B}形\u{200D}字\u{2060}", "zero-width characters, raw"),
      ("\u{E0041}\u{E0042}\u{E007F}", "tag characters, raw"), (noncharacters, "noncharacters, raw"),
      ("噪\(zalgo)声", "forty combining marks on one character"), ("\u{2028}", "line separator, raw"),
      ("\u{FEFF}", "byte order mark amid the text"),
      ("𠮷野家与𰻝面", "characters beyond the basic plane"), ("\u{E000}\u{F8FF}", "private-use characters"),
      ("e\u{301}", "a decomposed letter"),
    ]
    return characters.map { accepted("text", "\"反映\($0.0)噪声\"", $0.1) }
  }

  /// Raw control bytes, and bytes that are no UTF-8.
  private mutating func rawByteLines() -> [BrokenFeed.Line] {
    let bytes: [([UInt8], String)] = [
      ([0x00], "NUL, raw"), ([0x07], "bell, raw"), ([0x1B, 0x5B, 0x32, 0x4A], "escape sequence, raw"),
      ([0x09], "tab within a string, raw"),
      ([0x0D], "carriage return within a string, raw"), ([0x9B, 0x33, 0x31, 0x6D], "C1 byte, raw"),
      ([0x80], "lone continuation byte"),
      ([0xC0, 0xAF], "overlong slash of two bytes"), ([0xE0, 0x80, 0xAF], "overlong slash of three bytes"),
      ([0xED, 0xA0, 0x80], "surrogate as bytes"), ([0xE5, 0x87], "character cut short"),
      ([0xF0, 0x9F, 0x98], "four-byte character cut short"),
      ([0xF4, 0x90, 0x80, 0x80], "beyond U+10FFFF"), ([0xFE, 0xFF], "bytes that UTF-8 never has"),
      ([0xD4, 0xEB, 0xC9, 0xF9], "GB 18030 text"),
    ]
    return bytes.map { BrokenFeed.Line(next().withText(Array("反映".utf8) + $0.0 + Array("。".utf8)), .rejected, $0.1) }
  }
}
