import Model

/// A compiled zone file: TZif, RFC 8536, version 2 and later.
struct ZoneInfoFile {
  private static let headerLength = 44

  /// What the zone's clocks show within the years that `TimeZones` covers.
  let offsets: ZoneOffsets

  /// Reads a file; nothing when the bytes are no such file.
  init?(_ bytes: [UInt8]) {
    guard let old = Header(bytes, at: 0), old.version >= UInt8(ascii: "2") else { return nil }
    let start = ZoneInfoFile.headerLength + old.bodyLength(timeSize: 4)
    guard let header = Header(bytes, at: start) else { return nil }
    let body = start + ZoneInfoFile.headerLength
    let end = body + header.bodyLength(timeSize: 8)
    guard header.typeCount > 0, end <= bytes.count,
      let list = ZoneInfoFile.changes(bytes, header: header, at: body)
    else { return nil }
    let rule = ZoneRule(ZoneInfoFile.footer(bytes[end...]))
    offsets = ZoneInfoFile.offsets(initial: list.initial, changes: list.changes, rule: rule)
  }

  /// The counts at the head of one of a file's two blocks.
  private struct Header {
    let version: UInt8
    let counts: [Int]

    var timeCount: Int { counts[3] }
    var typeCount: Int { counts[4] }

    init?(_ bytes: [UInt8], at start: Int) {
      guard bytes.count >= start + ZoneInfoFile.headerLength,
        bytes[start..<start + 4].elementsEqual("TZif".utf8)
      else { return nil }
      version = bytes[start + 4]
      counts = (0..<6).map { Int(truncatingIfNeeded: ZoneInfoFile.number(bytes, at: start + 20 + 4 * $0, size: 4)) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    }

    /// Bytes of the block behind its header: times, types, names, leap seconds and two rows of flags.
    func bodyLength(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + counts[5] + counts[2] * (timeSize + 4) + counts[1] + counts[0]
    }
  }

  private static func changes(
    _ bytes: [UInt8], header: Header, at body: Int
  ) -> (initial: Int, changes: [ZoneOffsets.Change])? {
    let kinds = body + header.timeCount * 8
    let types = kinds + header.timeCount
    func offset(ofType type: Int) -> Int { Int(number(bytes, at: types + 6 * type, size: 4)) }
    var changes: [ZoneOffsets.Change] = []
    for index in 0..<header.timeCount {
      let type = Int(bytes[kinds + index])
      guard type < header.typeCount else { return nil }
      let time = number(bytes, at: body + 8 * index, size: 8)
      // Some files begin with a time before the Big Bang, which no count of milliseconds holds.
      guard time > -1 << 50, time < 1 << 50 else { continue }
      changes.append(.init(from: Instant(seconds: time), offset: offset(ofType: type)))
    }
    return (offset(ofType: 0), changes)
  }

  /// Joins the listed changes with those that the rule makes after them, within the years that are covered.
  private static func offsets(initial: Int, changes: [ZoneOffsets.Change], rule: ZoneRule?) -> ZoneOffsets {
    let first = Instant(seconds: startOf(TimeZones.firstYear))
    let last = Instant(seconds: startOf(TimeZones.endYear))
    var all = changes
    if let rule {
      if all.isEmpty { return rule.offsets }
      let end = all.last?.from ?? first
      all += rule.changes.filter { $0.from > end }
    }
    var current = initial
    var kept: [ZoneOffsets.Change] = []
    for change in all where change.from < last {
      if change.from <= first {
        current = change.offset
      } else if change.offset != (kept.last?.offset ?? current) {
        kept.append(change)
      }
    }
    return ZoneOffsets(initial: current, changes: kept)
  }

  static func startOf(_ year: Int) -> Int64 {
    Int64(CivilDay(year: year, month: 1, day: 1)?.epochDay ?? 0) * 86_400
  }

  private static func footer(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.first == 0x0A else { return "" }
    return String(decoding: bytes.dropFirst().prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// A big-endian number with a sign.
  private static func number(_ bytes: [UInt8], at start: Int, size: Int) -> Int64 {
    var number: UInt64 = 0
    for byte in bytes[start..<start + size] { number = number << 8 | UInt64(byte) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: number)) : Int64(bitPattern: number)
  }
}
