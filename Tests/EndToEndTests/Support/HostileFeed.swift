import Foundation

/// Reports whose every text field is full of what must not reach a terminal.
enum HostileFeed {
  /// Pieces of each class: control characters, escape sequences, C1, bidirectional overrides, zero width, tags,
  /// noncharacters, piled-up marks.
  static let pieces: [(name: String, text: String)] = [
    ("colour", "\u{1B}[31;47mRED\u{1B}[0m"), ("clear", "\u{1B}[2J\u{1B}[H"), ("title", "\u{1B}]0;owned\u{07}"),
    ("query", "\u{1B}[6n\u{1B}[c"), ("device", "\u{1B}P+q544e\u{1B}\\"), ("screen", "\u{1B}[?1049l\u{1B}c"),
    ("bell", "\u{07}\u{08}\u{7F}\u{0B}\u{0C}\u{0E}"), ("lines", "a\r\nb\tc\rd"),
    ("c1", "\u{9B}31m\u{9D}0;x\u{9C}\u{85}\u{90}"),
    ("bidi", "\u{202E}abc\u{202C}\u{2066}\u{2067}\u{2068}\u{2069}\u{061C}"),
    ("marks", "\u{200E}\u{200F}\u{202A}\u{202B}\u{202D}"),
    ("zero", "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}"), ("lineends", "\u{2028}\u{2029}"),
    ("tags", "\u{E0001}\u{E0041}\u{E007F}"),
    (
      "non",
      String(String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE].compactMap { Unicode.Scalar($0 as UInt32) }))
    ),
    ("piled", "a\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}\u{0306}\u{0307}\u{0308}"), ("emoji", "👩‍👩‍👧‍👦🇨🇳"),
    ("wide", "ｗｉｄｅ　１２"),
  ]

  /// One line for each piece, on the morning of the fixture day.
  static func lines() throws -> Data {
    var data = Data()
    for (index, piece) in pieces.enumerated() {
      let hostile = "恶\(piece.text)意"
      let report: [String: Any] = [
        "format": 1, "source": "hotline", "id": "HOSTILE-\(index)", "place": "320614101004",
        "reported": "2020-06-16T08:\(10 + index):00+08:00", "occurred": "2020-06-16T08:00:00+08:00",
        "title": "\(index)\(hostile)", "text": "正文\(hostile)完", "address": "路\(hostile)口",
        "reporter": ["name": "邱\(hostile)", "phone": "11950269651"],
        "hotline": ["kind": "complaint", "channel": "seat", "answered": false],
      ]
      data += try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys])
      data.append(UInt8(ascii: "\n"))
    }
    return data
  }
}
