import Feeds
import Testing

@Suite struct RejectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: [UInt8]
    let code: RejectedLine.Code
    let key: String
    let column: Int?

    init(_ line: String, _ code: RejectedLine.Code, _ key: String = "", column: Int? = nil) {
      self.init(Array(line.utf8), code, key, column: column)
    }

    init(_ line: [UInt8], _ code: RejectedLine.Code, _ key: String = "", column: Int? = nil) {
      self.line = line
      self.code = code
      self.key = key
      self.column = column
    }

    var testDescription: String { "\(code) \(key)" }
  }

  /// A line with one key changed; the column is that of its value.
  static func changed(_ key: String, _ value: String, _ code: RejectedLine.Code, _ path: String? = nil) -> Case {
    let line = Samples.line([key: value])
    return Case(line, code, path ?? key, column: column(of: path ?? key, in: line))
  }

  /// Where the value of the last key of a path stands, found by its text.
  static func column(of path: String, in line: String) -> Int? {
    let name = path.split(separator: ".").last { Int($0) == nil }.map { "\"\($0)\":" } ?? ""
    return line.utf8.firstRange(of: name.utf8).map {
      line.utf8.distance(from: line.utf8.startIndex, to: $0.upperBound) + 1
    }
  }

  static let structure: [Case] = [
    Case("", .emptyLine), Case(" \t \r", .emptyLine),
    Case("hello", .malformed, column: 1), Case("{", .malformed, column: 2), Case("}", .malformed, column: 1),
    Case(#"{"a":1,}"#, .malformed, column: 8), Case(#"{"a" 1}"#, .malformed, column: 6),
    Case(#"{"a":01}"#, .malformed, column: 6), Case(#"{"a":1.}"#, .malformed, column: 6),
    Case(#"{"a":1e}"#, .malformed, column: 6), Case(#"{"a":-}"#, .malformed, column: 6),
    Case(#"{"a":+1}"#, .malformed, column: 6), Case(#"{"a":NaN}"#, .malformed, column: 6),
    Case(#"{"a":tru}"#, .malformed, column: 6), Case(#"{"a":[1 2]}"#, .malformed, column: 9),
    Case(#"{"a":[1}"#, .malformed, column: 8), Case(#"{"a":1]"#, .malformed, column: 7),
    Case(#"{"a":1}{"#, .malformed, column: 8), Case(#"{a:1}"#, .malformed, column: 2),
    Case(#"{"a":"x"#, .malformed, column: 8), Case(#"{"a":"\q"}"#, .malformed, column: 7),
    Case(#"{"a":"\u12g4"}"#, .malformed, column: 7), Case(#"{"a":"\"#, .malformed, column: 7),
    Case(Array(#"{"a":"#.utf8) + [0x00, 0x7D], .malformed, column: 6),
    Case([0x7B, 0xE4, 0xB8, 0xAD, 0x7D], .malformed, column: 2),
    Case("[]", .notAnObject, column: 1), Case(" 17", .notAnObject, column: 1), Case(#""x""#, .notAnObject, column: 1),
    Case("null", .notAnObject, column: 1), Case(#"[{"a":1}]"#, .notAnObject, column: 1),
    Case(#"{"a":"# + String(repeating: "[", count: 5_000), .tooDeep, column: 5 + 64),
    Case(#"{"a":1,"b":2,"a":3}"#, .duplicateKey, "a", column: 14),
    Case(#"{"id":1,"\u0069d":2}"#, .duplicateKey, #"\u0069d"#, column: 9),
    Case(#"{"x":[{"k":1,"k":1}]}"#, .duplicateKey, "k", column: 14),
    Case(Array(#"{"a":""#.utf8) + [0x1B, 0x22, 0x7D], .controlByte, column: 7),
    Case(Array(#"{"a":""#.utf8) + [0xC0, 0xAF, 0x22, 0x7D], .encoding, column: 7),
    Case(Array(#"{"a":""#.utf8) + [0xED, 0xA0, 0x80, 0x22, 0x7D], .encoding, column: 7),
    Case(Array(#"{"a":""#.utf8) + [0xF4, 0x90, 0x80, 0x80, 0x22, 0x7D], .encoding, column: 7),
    Case(Array(#"{"a":"x"#.utf8) + [0xE4, 0xB8, 0x22, 0x7D], .encoding, column: 8),
    Case(Array(#"{"a":"#.utf8) + [0xFF, 0x7D], .encoding, column: 6),
    Case(#"{"a":"\ud800"}"#, .loneSurrogate, column: 7), Case(#"{"a":"\udc00"}"#, .loneSurrogate, column: 7),
    Case(#"{"a":"\ud800\ud800"}"#, .loneSurrogate, column: 7),
    Case([UInt8](repeating: 0x20, count: (1 << 20) + 1), .lineTooLong),
  ]

  static let missing = ["format", "source", "id", "reported", "place", "text"].flatMap {
    [Case(Samples.line([$0: ""]), .missing, $0), changed($0, "null", .missing)]
  }

  static let values: [Case] = [
    changed("format", "2", .format), changed("format", #""1""#, .wrongType), changed("format", "1.5", .outOfRange),
    changed("source", #""fax""#, .unknownSource), changed("urgency", #""asap""#, .unknownUrgency),
    changed("place", #""999""#, .unknownPlace), changed("place", #""""#, .unknownPlace),
    changed("category", #""HL-XX""#, .unknownCategory),
    changed("origin", #"{"unit":"D-X"}"#, .unknownUnit, "origin.unit"),
    changed("origin", #"{"stage":"closed"}"#, .missing, "origin.closed").nowhere,
    changed("origin", #"{"stage":"gone"}"#, .unknownWord, "origin.stage"),
    changed("id", #""""#, .identifier), changed("id", #""  ""#, .identifier),
    changed("id", "\"\(String(repeating: "x", count: 201))\"", .identifier),
    changed("id", "17", .wrongType), changed("confidential", #""yes""#, .wrongType), changed("text", "[]", .wrongType),
    changed("attachments", "{}", .wrongType), changed("exercise", "true", .exercise),
    changed("text", "\"\(String(repeating: "中", count: 21_846))\"", .textTooLong),
    changed("text", #""""#, .missing),
    changed("lat", "90.1", .coordinate), changed("lat", "-91", .coordinate), changed("lon", "180.0001", .coordinate),
    changed("lon", "1e30", .coordinate), changed("lon", "1e400", .outOfRange),
    changed("emergency", #"{"phase":"first","severity":4.5}"#, .missing).other("emergency.severity", .outOfRange),
    changed("emergency", #"{"phase":"first","severity":5}"#, .missing).other("emergency.severity", .outOfRange),
    changed("attachments", #"[{"kind":"photo","uri":"x","sha256":"12"}]"#, .digest, "attachments.0.sha256"),
    changed("attachments", #"[{"kind":"photo","uri":"x"}]"#, .missing, "attachments.0.sha256").nowhere,
    changed("upstream", #"{"number":"1"}"#, .missing, "upstream.level").nowhere,
    changed("hotline", #"{"kind":"gossip"}"#, .unknownWord, "hotline.kind"),
    changed("hotline", #"{"channel":"seat"}"#, .missing, "hotline.kind").nowhere,
    changed("reporter", #"{"name":["x"]}"#, .wrongType, "reporter.name"),
    changed("reported", #""1582-10-10T00:00:00+08:00""#, .yearOutOfRange),
    changed("reported", #""1989-12-31T23:59:59+08:00""#, .yearOutOfRange),
    changed("occurred", #""2101-01-01T00:00:00Z""#, .yearOutOfRange),
  ]

  static let times = [
    "2020-02-30T00:00:00+08:00", "2021-02-29T00:00:00Z", "2020-06-16T24:00:00Z", "2020-06-16T08:60:00Z",
    "2020-06-16T08:31:60Z", "2020-06-16T08:31:00", "2020-06-16 08:31:00Z", "2020-06-16T08:31Z", "2020-06-16",
    "2020-6-16T08:31:00Z", "2020-06-16T08:31:00+0800", "2020-06-16T08:31:00+24:00", "2020-06-16T08:31:00.Z",
    "2020-06-16T08:31:00Z ", "", "yesterday", "２020-06-16T08:31:00Z",
  ].map { changed("reported", "\"\($0)\"", .badTime) }

  @Test(arguments: structure + missing + values + times)
  func `Every bad line has its code, its key, its column, its reason and its bytes`(bad: Case) throws {
    let rejected = try #require(rejection(bad.line))
    #expect(rejected.code == bad.code)
    #expect(rejected.key == bad.key)
    #expect(rejected.line == 2)
    #expect(rejected.bytes == bad.line)
    #expect(!rejected.reason.isEmpty && !rejected.reason.unicodeScalars.contains { $0.value < 0x20 })
    if let column = bad.column { #expect(rejected.column == column) }
  }

  @Test func `Every code of a JSON line occurs in the tables above`() {
    let all = Set((Self.structure + Self.missing + Self.values + Self.times).map(\.code))
    // The first three are for other forms of a feed; the rules refuse what was decoded well; no exercise is held here.
    let others: Set<RejectedLine.Code> = [.byteOrderMark, .fieldCount, .unterminatedQuote, .refused, .notExercise]
    #expect(all.union(others) == Set(RejectedLine.Code.allCases))
  }

  @Test func `What a line holds is repeated in the reason only when it is short and plain`() throws {
    let plain = try #require(rejection(Samples.line(["place": #""NOWHERE-7""#])))
    #expect(plain.reason.contains("「NOWHERE-7」"))
    let hostile = try #require(rejection(Samples.line(["place": #""\u001b[2J\u202e""#])))
    #expect(!hostile.reason.contains("[2J"))
    let long = try #require(rejection(Samples.line(["place": "\"\(String(repeating: "9", count: 41))\""])))
    #expect(!long.reason.contains("999"))
  }

  @Test func `A thousand keys are told apart and one twice is found`() {
    let keys = (0..<1_000).map { "\"k\($0)\":{\"id\":1}" }.joined(separator: ",")
    #expect(rejection("{\(keys)}")?.code == .missing)
    #expect(rejection("{\(keys),\"k500\":1}")?.code == .duplicateKey)
    #expect(rejection("{\(keys),\"k50\\u0030\":1}")?.code == .duplicateKey)
  }
}

extension RejectionTests.Case {
  /// The same as a report of the emergency office, whose own object holds the flaw.
  func other(_ key: String, _ code: RejectedLine.Code) -> Self {
    let text = String(decoding: line, as: UTF8.self).replacing(#""hotline""#, with: #""emergency""#)
    return Self(text, code, key, column: RejectionTests.column(of: key, in: text))
  }

  /// The same without a column to compare, for what isn't there and so stands nowhere.
  var nowhere: Self {
    Self(line, code, key)
  }
}
