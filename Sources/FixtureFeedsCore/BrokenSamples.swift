/// Makes the reports that are then spoilt; each has a number of its own.
struct BrokenSamples {
  let village: Village
  let category: String
  var random: SplitMix64
  private var last = 0

  init(city: CityTables, seed: UInt64) throws {
    guard let village = city.villages.first else { throw FeedGenerationError(.emptyTable, "places.csv: village") }
    let code = "HL-TS-NOISE"
    guard city.schemes[code] != nil else { throw FeedGenerationError(.unknownCategory, code) }
    self.village = village
    category = code
    random = SplitMix64(seed: seed)
  }

  /// A good report of the next number.
  mutating func next() -> RawReport {
    last += 1
    return RawReport([
      ("format", "1"), ("source", "\"hotline\""), ("id", "\"BAD-\(padded(last, 4))\""),
      ("reported", "\"2020-06-16T08:31:00+08:00\""), ("place", "\"\(village.code)\""), ("category", "\"\(category)\""),
      ("title", "\"夜间施工噪声扰民\""), ("text", "\"来电人反映工地夜间施工，第\(last)次来电，希望处理。\""),
      ("hotline", "{\"kind\":\"complaint\",\"channel\":\"seat\",\"answered\":false}"),
    ])
  }

  mutating func line(
    _ verdict: BrokenFeed.Verdict, _ note: String, _ change: (RawReport) -> RawReport
  ) -> BrokenFeed.Line {
    BrokenFeed.Line(change(next()).bytes, verdict, note)
  }

  mutating func rejected(_ key: String, _ value: String, _ note: String) -> BrokenFeed.Line {
    line(.rejected, note) { $0.with(key, value) }
  }

  mutating func accepted(_ key: String, _ value: String, _ note: String) -> BrokenFeed.Line {
    line(.accepted, note) { $0.with(key, value) }
  }

  /// Numbers that come twice.
  mutating func againLines() -> [BrokenFeed.Line] {
    let first = next()
    let other = next()
    let shared = next()
    return [
      BrokenFeed.Line(first.bytes, .accepted, "first of three of one number"),
      BrokenFeed.Line(first.bytes, .repeated, "same number, same content"),
      BrokenFeed.Line(first.reversed.bytes, .repeated, "same number, same content, keys in another order"),
      BrokenFeed.Line(first.with("text", "\"来电人补充：昨晚施工到两点。\"").bytes, .amended, "same number, other text"),
      BrokenFeed.Line(other.bytes, .accepted, "first of two of one number"),
      BrokenFeed.Line(other.with("urgency", "\"urgent\"").bytes, .amended, "same number, now urgent"),
      BrokenFeed.Line(shared.bytes, .accepted, "a number that another source has too"),
      BrokenFeed.Line(
        shared.without("hotline").with("source", "\"police\"").with(
          "police", "{\"alarm\":\"110-1\",\"kind\":\"noise\"}"
        )
        .without("category").bytes,
        .accepted, "same number from another source is another report"),
      BrokenFeed.Line(other.with("place", "\"000000\"").bytes, .rejected, "known number, but unknown place"),
    ]
  }
}
