/// Values of the right type that cannot be.
extension BrokenSamples {
  mutating func valueLines() -> [BrokenFeed.Line] {
    var lines: [BrokenFeed.Line] = []
    let times: [(String, String)] = [
      ("1582-10-10T00:00:00+08:00", "year 1582"), ("1989-12-31T12:00:00+08:00", "year 1989"),
      ("2101-01-02T00:00:00+08:00", "year 2101"),
      ("9999-12-31T23:59:59+08:00", "year 9999"), ("2020-06-16T08:31:00", "no offset"),
      ("2020-02-30T08:00:00+08:00", "30 February"),
      ("2019-02-29T08:00:00+08:00", "29 February of a common year"), ("2020-06-16T25:00:00+08:00", "hour 25"),
      ("2020-13-01T08:00:00+08:00", "month 13"), ("2020-06-16T08:61:00+08:00", "minute 61"),
      ("2020-06-16", "a date alone"),
      ("06/16/2020 08:31", "American date"), ("昨天上午", "a time in words"), ("", "empty time"), ("0", "zero"),
      ("2020-06-16T08:31:00+99:00", "offset of 99 hours"), ("-2020-06-16T08:31:00+08:00", "negative year"),
    ]
    for (time, note) in times { lines.append(rejected("reported", "\"\(time)\"", "reported: \(note)")) }
    lines.append(rejected("occurred", "\"2020-02-30T08:00:00+08:00\"", "occurred: 30 February"))
    lines.append(rejected("occurred", "\"yesterday\"", "occurred: a word"))
    lines.append(accepted("reported", "\"2020-06-16T00:31:00Z\"", "reported in UTC"))
    lines.append(accepted("reported", "\"2020-02-29T23:59:59-05:00\"", "29 February of a leap year, other offset"))
    lines.append(accepted("reported", "\"1990-06-16T08:31:00+08:00\"", "year 1990"))

    let numbers: [(String, String)] = [
      ("91.0", "beyond the pole"), ("-91.0", "beyond the other pole"), ("31930000", "far off"), ("1e308", "huge"),
      ("1e999", "too huge"),
      ("NaN", "NaN"), ("Infinity", "Infinity"), ("-", "a minus sign alone"), ("031.9", "leading zero"),
      ("0x1F", "hexadecimal"),
      ("31,9", "decimal comma"),
    ]
    for (number, note) in numbers {
      lines.append(line(.rejected, "lat: \(note)") { $0.with("lat", number).with("lon", "121.07") })
    }
    lines.append(line(.rejected, "lon: beyond 180") { $0.with("lat", "31.93").with("lon", "181") })
    lines.append(line(.rejected, "lon: below -180") { $0.with("lat", "31.93").with("lon", "-180.5") })
    lines.append(line(.accepted, "a point on the map") { $0.with("lat", "31.93").with("lon", "121.07") })
    lines.append(line(.accepted, "a point in whole degrees") { $0.with("lat", "32").with("lon", "121") })

    lines.append(rejected("id", "\"\"", "empty id"))
    lines.append(rejected("id", "\"\(String(repeating: "9", count: 10_000))\"", "id of 10,000 characters"))
    lines.append(rejected("id", "\"\(String(repeating: "a", count: 201))\"", "id of 201 bytes"))
    lines.append(accepted("id", "\"\(String(repeating: "b", count: 200))\"", "id of 200 bytes"))
    lines.append(rejected("id", "\"\(String(repeating: "号", count: 67))\"", "id of 67 characters and 201 bytes"))
    lines.append(rejected("text", "\"\(String(repeating: "噪声", count: 34_000))\"", "text of 204,000 bytes"))
    lines.append(accepted("text", "\"\(String(repeating: "噪声扰民", count: 1_000))\"", "text of 12,000 bytes"))
    lines += attachmentAndOriginLines()
    return lines
  }

  private mutating func attachmentAndOriginLines() -> [BrokenFeed.Line] {
    let digest = String(repeating: "0f", count: 32)
    func attachment(_ digest: String) -> String {
      "[{\"kind\":\"photo\",\"uri\":\"file:att/1.jpg\",\"sha256\":\"\(digest)\"}]"
    }
    func origin(_ closed: String) -> String { "{\"status\":\"已办结\",\"closed\":\"\(closed)\",\"stage\":\"closed\"}" }
    func upstream(_ deadline: String) -> String {
      "{\"number\":\"省12345-2020-0099\",\"level\":\"province\",\"deadline\":\"\(deadline)\"}"
    }
    return [
      rejected("attachments", attachment(""), "attachment without a digest"),
      rejected("attachments", attachment(String(digest.dropLast())), "digest of 63 digits"),
      rejected("attachments", attachment(String(digest.dropLast(2)) + "zz"), "digest that is not hexadecimal"),
      rejected("attachments", "[{\"kind\":\"photo\",\"sha256\":\"\(digest)\"}]", "attachment without its address"),
      rejected("attachments", "[1]", "attachment that is a number"),
      accepted("attachments", attachment(digest), "a right attachment"),
      accepted("attachments", "[]", "no attachments"),
      rejected("origin", origin("1582-10-10T00:00:00+08:00"), "closed in 1582"),
      rejected("origin", origin("2020-06-16T09:00:00"), "closed without an offset"),
      accepted("origin", origin("2020-06-16T09:00:00+08:00"), "closed at its source"),
      accepted("origin", origin("2020-06-15T09:00:00+08:00"), "closed before it was reported"),
      rejected("upstream", upstream("2020-06-31T17:30:00+08:00"), "deadline on 31 June"),
      accepted("upstream", upstream("2020-06-18T17:30:00+08:00"), "referred from above"),
    ]
  }
}
