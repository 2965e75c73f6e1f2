import Journal
import Model

/// How tallies and minutes are written in columns: pairs of a code and a count, both as signed LEB128, by code.
///
/// A code names what is counted; codes that change make the derived tables new (`Schema.projections`).
enum RateBytes {
  /// Where the kinds of codes begin.
  private enum Base {
    static let rungs = 1_000
    static let sums = 1_100
    static let bins = 2_000
    /// Bins of one span.
    static let span = 1_000
  }

  /// Writes a tally; units stand at the end, each with its length.
  static func encode(_ tally: RateTally) -> [UInt8] {
    var pairs: [(code: Int, count: Int)] = []
    pairs.reserveCapacity(64)
    func count(_ code: Int, _ count: Int) {
      if count != 0 { pairs.append((code, count)) }
    }
    for rate in rates {
      for standing in standings { count(rate.index * 16 + standing.rawValue, tally.count(rate, standing)) }
    }
    for rung in rungs { count(Base.rungs + rung.index, tally.closedAt[rung.index]) }
    for span in spans {
      let time = tally.time(span)
      count(Base.sums + span.index, time.sum)
      for (bin, many) in time.bins.sorted(by: { $0.key < $1.key }) {
        count(Base.bins + span.index * Base.span + bin, many)
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    put(pairs.count, &bytes)
    for pair in pairs {
      put(pair.code, &bytes)
      put(pair.count, &bytes)
    }
    for (unit, count) in tally.closedBy.sorted(by: { $0.key < $1.key }) {
      put(unit.rawValue.utf8.count, &bytes)
      bytes.append(contentsOf: unit.rawValue.utf8)
      put(count, &bytes)
    }
    return bytes
  }

  /// Adds what was written to a tally.
  static func add(_ bytes: [UInt8], to tally: inout RateTally) throws(JournalError) {
    var reader = Reader(bytes: bytes)
    for _ in 0..<(try reader.next()) {
      let code = try reader.next()
      let count = try reader.next()
      guard add(code, count, to: &tally) else { throw reader.damage }
    }
    while !reader.isAtEnd {
      let unit = UnitCode(try reader.text())
      tally.add(closedBy: unit, count: try reader.next())
    }
  }

  /// Adds what a written tally counts in one rate, by the standing's number; nothing else is read.
  static func addCounts(of rate: Rate, in bytes: [UInt8], to counts: inout [Int]) throws(JournalError) {
    var reader = Reader(bytes: bytes)
    let first = rate.index * 16
    for _ in 0..<(try reader.next()) {
      let code = try reader.next()
      // The codes go up, and those of the rates come first.
      if code >= first + 16 { return }
      let count = try reader.next()
      if code >= first { counts[code - first] += count }
    }
  }

  private static func add(_ code: Int, _ count: Int, to tally: inout RateTally) -> Bool {
    switch code {
    case 0..<Rate.allCases.count * 16:
      guard let standing = RateStanding(rawValue: code & 15) else { return false }
      tally.add(rates[code >> 4], standing, count: count)
    case Base.rungs..<Base.rungs + rungs.count: tally.add(closedAt: rungs[code - Base.rungs], count: count)
    case Base.sums..<Base.sums + spans.count: tally.add(spans[code - Base.sums], sum: count)
    case Base.bins..<Base.bins + spans.count * Base.span:
      let code = code - Base.bins
      tally.add(spans[code / Base.span], bin: code % Base.span, count: count)
    default: return false
    }
    return true
  }

  /// Writes the minutes of spans.
  static func encode(_ minutes: SpanMinutes) -> [UInt8] {
    var bytes: [UInt8] = []
    for (span, value) in minutes.ended {
      put(span.index, &bytes)
      put(value, &bytes)
    }
    return bytes
  }

  /// Reads the minutes of spans.
  static func minutes(_ bytes: [UInt8]) throws(JournalError) -> SpanMinutes {
    var reader = Reader(bytes: bytes)
    var minutes = SpanMinutes()
    while !reader.isAtEnd {
      let code = try reader.next()
      guard spans.indices.contains(code) else { throw reader.damage }
      minutes[spans[code]] = try reader.next()
    }
    return minutes
  }

  // Made once: the type makes them anew each time.
  private static let rates = Rate.allCases
  private static let standings = RateStanding.allCases
  private static let rungs = Rung.allCases
  private static let spans = TimedSpan.allCases

  private static func put(_ value: Int, _ bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: value << 1 ^ value >> (Int.bitWidth - 1))
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads numbers and texts, one after another.
  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position >= bytes.count }
    var damage: JournalError { JournalError(.damaged, subject: "rate", detail: "byte \(position) of \(bytes.count)") }

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func next() throws(JournalError) -> Int {
      var value: UInt = 0
      var shift: UInt = 0
      while position < bytes.count, shift < 64 {
        let byte = bytes[position]
        position += 1
        value |= UInt(byte & 127) << shift
        if byte < 128 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
        shift += 7
      }
      throw damage
    }

    mutating func text() throws(JournalError) -> String {
      let length = try next()
      guard length >= 0, length <= bytes.count - position else { throw damage }
      defer { position += length }
      return String(decoding: bytes[position..<position + length], as: UTF8.self)
    }
  }
}
