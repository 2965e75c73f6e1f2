/// Lines that are no JSON object.
extension BrokenSamples {
  mutating func syntaxLines() -> [BrokenFeed.Line] {
    let plain: [(String, String)] = [
      ("这一行不是 JSON", "plain words"), ("", "empty line"), ("   \t ", "white space only"), ("[]", "array"),
      ("[{\"format\":1}]", "array of an object"), ("42", "number"), ("null", "null"), ("true", "true"),
      ("\"text\"", "string"),
      ("{}", "empty object"), ("{", "open brace only"), ("}", "closing brace only"),
      ("source,id,reported,place,text", "comma-separated values"), ("<report id=\"1\"/>", "XML"), ("format: 1", "YAML"),
      (String(repeating: "[", count: 5_000), "5,000 open brackets"),
      (String(repeating: "{\"a\":", count: 5_000) + "1" + String(repeating: "}", count: 5_000), "5,000 nested objects"),
    ]
    var lines = plain.map { BrokenFeed.Line($0.0, .rejected, $0.1) }
    lines.append(BrokenFeed.Line(Array(next().bytes.dropLast(30)), .rejected, "truncated in the middle"))
    lines.append(BrokenFeed.Line(Array(next().bytes.dropLast()), .rejected, "closing brace missing"))
    lines.append(BrokenFeed.Line(next().bytes + Array(" x".utf8), .rejected, "something after the object"))
    lines.append(BrokenFeed.Line(next().bytes + next().bytes, .rejected, "two objects on one line"))
    lines.append(
      BrokenFeed.Line(Array(next().bytes.dropLast()) + Array(",}".utf8), .rejected, "comma after the last pair"))
    lines.append(BrokenFeed.Line("// " + next().json, .rejected, "comment before the object"))
    lines.append(BrokenFeed.Line(next().json.replacing("\"", with: "'"), .rejected, "single quotes"))
    lines.append(BrokenFeed.Line([0xEF, 0xBB, 0xBF] + next().bytes, .rejected, "byte order mark amid the file"))
    lines.append(BrokenFeed.Line(next().bytes.flatMap { [$0, 0] }, .rejected, "UTF-16, little end first"))
    lines.append(BrokenFeed.Line([UInt8](repeating: 0, count: 64), .rejected, "64 NUL bytes"))
    lines.append(
      BrokenFeed.Line((0..<200).map { _ in Self.noise(&random) }, .rejected, "200 bytes of noise"))
    lines.append(BrokenFeed.Line(next().bytes + [0x0D], .accepted, "line ends in carriage return and line feed"))
    lines.append(BrokenFeed.Line("  \t" + next().json + "  ", .accepted, "white space round the object"))
    lines.append(line(.rejected, "nested 5,000 levels in a key of no meaning") { $0.with("more", Self.nested(5_000)) })
    lines.append(line(.rejected, "nested 100 levels in a key of no meaning") { $0.with("more", Self.nested(100)) })
    lines.append(line(.accepted, "nested 20 levels in a key of no meaning") { $0.with("more", Self.nested(20)) })
    return lines
  }

  private static func nested(_ levels: Int) -> String {
    String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
  }

  /// Any byte but a line feed.
  private static func noise(_ random: inout SplitMix64) -> UInt8 {
    let byte = UInt8(random.below(255))
    return byte >= 0x0A ? byte + 1 : byte
  }
}
