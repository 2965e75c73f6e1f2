/// Keys that are missing, doubled, unknown or of the wrong type.
extension BrokenSamples {
  mutating func keyLines() -> [BrokenFeed.Line] {
    var lines: [BrokenFeed.Line] = []
    for key in ["format", "source", "id", "reported", "place", "text"] {
      lines.append(line(.rejected, "\(key) missing") { $0.without(key) })
      lines.append(rejected(key, "null", "\(key) is null"))
    }
    let wrong: [(key: String, value: String)] = [
      ("format", "\"1\""), ("source", "7"), ("id", "123"), ("reported", "1592267460"), ("place", "320614113001"),
      ("text", "[\"a\"]"),
      ("occurred", "true"), ("address", "{}"), ("lat", "\"31.93\""), ("lon", "[121.07]"), ("category", "12"),
      ("urgency", "1"),
      ("title", "false"), ("reporter", "\"张某\""), ("confidential", "\"yes\""), ("exercise", "0"), ("attachments", "{}"),
      ("upstream", "\"省12345\""), ("origin", "[]"), ("hotline", "\"complaint\""),
    ]
    for (key, value) in wrong { lines.append(rejected(key, value, "wrong type of \(key)")) }
    lines.append(rejected("reporter", "{\"name\":1}", "wrong type of reporter.name"))
    lines.append(rejected("upstream", "{\"number\":5,\"level\":\"province\"}", "wrong type of upstream.number"))
    lines.append(rejected("hotline", "{\"kind\":\"gossip\",\"channel\":\"seat\"}", "unknown hotline.kind"))
    lines.append(line(.rejected, "text twice") { $0.repeating("text", "\"另一段\"") })
    lines.append(line(.rejected, "id twice") { $0.repeating("id", "\"BAD-0001\"") })
    lines.append(line(.rejected, "text twice, once with its name escaped") { $0.repeating("t\\u0065xt", "\"另一段\"") })
    lines.append(
      rejected("hotline", "{\"kind\":\"help\",\"kind\":\"help\",\"channel\":\"seat\"}", "hotline.kind twice"))
    lines.append(rejected("format", "2", "format 2"))
    lines.append(rejected("format", "0", "format 0"))
    lines.append(rejected("source", "\"fax\"", "unknown source"))
    lines.append(rejected("source", "\"Hotline\"", "source in capitals"))
    lines.append(rejected("place", "\"999999\"", "unknown place"))
    lines.append(rejected("place", "\"\"", "empty place"))
    lines.append(rejected("category", "\"NO-SUCH\"", "unknown category"))
    lines.append(rejected("urgency", "\"asap\"", "unknown urgency"))
    lines.append(rejected("exercise", "true", "an exercise report in a live feed"))
    lines.append(accepted("colour", "\"red\"", "a key of no meaning"))
    lines.append(accepted("occurred", "null", "null counts as absent where the key may be missing"))
    return lines
  }
}
