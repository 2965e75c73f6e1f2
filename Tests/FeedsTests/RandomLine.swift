/// Lines of JSON at random: reports with values that are right, wrong, odd or hostile.
struct RandomLine {
  private var random: Seeded

  init(_ seed: UInt64) {
    random = Seeded(seed)
  }

  /// A line; now and then its bytes are damaged.
  mutating func next() -> [UInt8] {
    var fields = Samples.least.map { ($0.key, chance(12) ? value(of: $0.key) : $0.value) }
    let source = pick(Self.sources)
    fields = fields.map { $0.0 == "source" && !chance(8) ? ("source", "\"\(source)\"") : $0 }
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      let key = chance(3) ? source : pick(Self.keys)
      if chance(40) || !fields.contains(where: { $0.0 == key }) { fields.append((key, value(of: key))) }
    }
    let line = Array(object(fields.shuffled(using: &random)).utf8)
    return chance(3) ? FuzzTests.mutated(line, &random) : line
  }

  private static let sources = [
    "grid", "cityManagement", "enforcement", "hotline", "police", "emergency", "window", "other",
  ]
  private static let inner = [
    "reporter": ["name", "phone", "identity"], "upstream": ["number", "level", "deadline"],
    "origin": ["unit", "status", "closed", "outcome", "stage"], "grid": ["worker", "role", "kind", "settled"],
    "cityManagement": ["collector", "class", "code", "checked"], "enforcement": ["case", "brigade", "party", "step"],
    "hotline": ["kind", "channel", "answered"], "police": ["alarm", "kind"],
    "emergency": ["phase", "incident", "severity", "casualties"], "window": ["window", "matter", "guide", "step"],
  ]
  private static let flags: Set<String> = ["confidential", "exercise", "settled", "checked", "answered"]
  private static let numbers: Set<String> = ["format", "lat", "lon", "severity", "casualties"]
  private static let keys =
    sources + [
      "format", "source", "id", "reported", "occurred", "place", "address", "lat", "lon", "category", "urgency",
      "title", "text", "reporter", "confidential", "exercise", "attachments", "upstream", "origin", "unknown",
      #"\u0069d"#, "中", "", #"a\"b"#,
    ]
  private static let oddNumbers = [
    "0", "-0", "-0.0", "1", "1.0", "1e0", "10e-1", "0.1e1", "1.5", "4", "1.0000000000000001", "9007199254740993.0",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "9.2e18", "1e18",
    "1e19", "18446744073709551620", "9999999999999999999", "99999999999999999999", "9.999999999999999999",
    "18446744073709551615", "18446744073709551616", "123456789012345678901234567890", "1e308", "1e309",
    "-1e400", "1e-308", "5e-324", "1e-400", "0e999999", "1e99999999999999999999", "31.93", "121.0700004",
    "-90.00000000000000001", "2.2250738585072011e-308",
    "0.30000000000000004", "-0.5190155005119999091009", "90.0000000000000000001",
  ]
  private static let brokenNumbers = [
    "01", "-01", "1.", ".5", "+1", "-", "1e", "1e+", "1.e1", "NaN", "0x1", "1x", "1\u{C}",
  ]
  private static let texts = [
    "", "x", "中文", "夜间施工\\n影响休息", #"\ud83d\ude00"#, #"\u0000"#, #"\"\\\/\b\f\n\r\t"#, "cafe\u{301}",
    "\u{FEFF}", "\u{1F600}", "closed", "2020-06-16T08:31:00Z", String(repeating: "海门", count: 90),
  ]
  private static let brokenTexts = [
    #"\ud800"#, #"\udc00x"#, #"\ud800\ud800"#, #"\q"#, #"\u12g4"#, "\u{1}", #"\"#, "\"",
  ]

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func pick(_ all: [String]) -> String { all[Int.random(in: 0..<all.count, using: &random)] }

  private mutating func value(of key: String) -> String {
    if chance(8) { return anything(3) }
    if key == "attachments" {
      let elements = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        chance(12) ? anything(2) : members(["kind", "uri", "sha256", "size"])
      }
      return "[" + elements.joined(separator: ",") + "]"
    }
    if let keys = Self.inner[key] { return members(keys + ["unknown"]) }
    if Self.flags.contains(key) { return pick(["true", "false", "null"]) }
    return Self.numbers.contains(key) ? number() : text()
  }

  private mutating func members(_ keys: [String]) -> String {
    object(keys.filter { _ in !chance(3) }.shuffled(using: &random).map { ($0, value(of: $0)) })
  }

  private mutating func object(_ fields: [(String, String)]) -> String {
    let space = chance(5) ? pick([" ", "\t", "\r", " \n "]) : ""
    let members = fields.map { "\(space)\"\($0.0)\"\(space):\(space)\($0.1)\(space)" }
    return "{" + members.joined(separator: ",") + "}\(space)"
  }

  private mutating func anything(_ depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return number()
    case 1, 2: return text()
    case 3: return chance(8) ? pick(["nul", "tru", "nullx", "falsey", "True"]) : pick(["true", "false"])
    case 4: return "null"
    case 5: return "[" + (0..<3).map { _ in anything(depth - 1) }.joined(separator: ",") + "]"
    case 6: return pick(["{}", "[]", "[null]", "[{}]", "[[]]"])
    default: return object([("kind", anything(depth - 1)), (chance(12) ? "kind" : "x", anything(depth - 1))])
    }
  }

  private mutating func text() -> String { "\"\(chance(50) ? pick(Self.brokenTexts) : pick(Self.texts))\"" }

  private mutating func number() -> String {
    if chance(30) { return pick(Self.brokenNumbers) }
    if chance(2) { return pick(Self.oddNumbers) }
    let digits = String((0..<Int.random(in: 1...25, using: &random)).map { _ in pick(["0", "1", "5", "9"]) }.joined())
    let fraction = chance(2) ? "." + pick(["0", "5", "25", "000", digits]) : ""
    let exponent = chance(4) ? "e\(Int.random(in: -340...320, using: &random))" : ""
    return pick(["", "-"]) + pick(["0", "1", "31", "121", "9" + digits]) + fraction + exponent
  }
}
