import Journal
import Model

/// How sums and minutes are written in columns: pairs of a code and a count, both as signed LEB128, by code.
///
/// A code names what is counted; codes that change make the derived tables new (`Schema.projections`).
enum RateBytes {
  /// Where the kinds of codes begin.
  fileprivate enum Base {
    static let rungs = 1_000
    static let sums = 1_100
    static let bins = 2_000
    /// Bins of one span.
    static let span = 1_000
  }

  /// Writes a sum: what is counted, the hours in which what is running turns late, and units, each with its length.
  static func encode(_ sum: RateSum) -> [UInt8] {
    let tally = sum.tally
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
    put(sum.dues.count, &bytes)
    for (code, count) in sum.dues.sorted(by: { $0.key < $1.key }) {
      put(code, &bytes)
      put(count, &bytes)
    }
    for (unit, count) in tally.closedBy.sorted(by: { $0.key < $1.key }) {
      put(unit.rawValue.utf8.count, &bytes)
      bytes.append(contentsOf: unit.rawValue.utf8)
      put(count, &bytes)
    }
    return bytes
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

  // Made once: the type makes them anew each time.
  fileprivate static let rates = Rate.allCases
  private static let standings = RateStanding.allCases
  fileprivate static let rungs = Rung.allCases
  fileprivate static let spans = TimedSpan.allCases

  /// Writes a number.
  static func put(_ value: Int, _ bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: value << 1 ^ value >> (Int.bitWidth - 1))
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what `RateBytes` wrote, part by part in its order.
struct RateReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Whether all is read.
  var isAtEnd: Bool { position >= bytes.count }
  /// What is said of bytes that nothing can be made of.
  var damage: JournalError {
    JournalError(.damaged, subject: "rate", detail: "byte \(position) of \(bytes.count)")
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Adds what is counted to a tally; comes first.
  mutating func addCounts(to tally: inout RateTally) throws(JournalError) {
    for _ in 0..<(try howMany()) {
      let code = try next()
      let count = try amount()
      guard RateReader.add(code, count, to: &tally) else { throw damage }
    }
  }

  /// Adds what is counted in one rate, by the standing's number, in the place of all that is counted.
  mutating func addCounts(of rate: Rate, to counts: inout [Int]) throws(JournalError) {
    let first = rate.index * 16
    for _ in 0..<(try howMany()) {
      let code = try next()
      let count = try amount()
      if code >= first, code < first + 16 { counts[code - first] += count }
    }
  }

  /// Passes over what is counted.
  mutating func skipCounts() throws(JournalError) {
    for _ in 0..<2 * (try howMany()) { _ = try next() }
  }

  /// Hands on which limits pass in which hours for how many orders that are running; follows on what is counted.
  mutating func dues(_ take: (RateDue, _ hour: Int64, _ count: Int) -> Void) throws(JournalError) {
    for _ in 0..<(try howMany()) {
      let code = try next()
      let count = try amount()
      guard let due = RateDue(rawValue: code & 3) else { throw damage }
      take(due, Int64(code >> 2), count)
    }
  }

  /// Adds by which units how many orders were closed; comes last.
  mutating func addUnits(to tally: inout RateTally) throws(JournalError) {
    while !isAtEnd {
      let unit = UnitCode(try text())
      tally.add(closedBy: unit, count: try amount())
    }
  }

  /// The minutes of spans, which are written alone.
  static func minutes(_ bytes: [UInt8]) throws(JournalError) -> SpanMinutes {
    var reader = RateReader(bytes)
    var minutes = SpanMinutes()
    while !reader.isAtEnd {
      let code = try reader.next()
      guard RateBytes.spans.indices.contains(code) else { throw reader.damage }
      minutes[RateBytes.spans[code]] = try reader.next()
    }
    return minutes
  }

  private static func add(_ code: Int, _ count: Int, to tally: inout RateTally) -> Bool {
    typealias Base = RateBytes.Base
    let spans = RateBytes.spans
    switch code {
    case 0..<RateBytes.rates.count * 16:
      guard let standing = RateStanding(rawValue: code & 15) else { return false }
      tally.add(RateBytes.rates[code >> 4], standing, count: count)
    case Base.rungs..<Base.rungs + RateBytes.rungs.count:
      tally.add(closedAt: RateBytes.rungs[code - Base.rungs], count: count)
    case Base.sums..<Base.sums + spans.count: tally.add(spans[code - Base.sums], sum: count)
    case Base.bins..<Base.bins + spans.count * Base.span:
      let code = code - Base.bins
      tally.add(spans[code / Base.span], bin: code % Base.span, count: count)
    default: return false
    }
    return true
  }

  /// How many follow; no more than there are bytes for.
  private mutating func howMany() throws(JournalError) -> Int {
    let count = try next()
    guard count >= 0, count <= bytes.count - position else { throw damage }
    return count
  }

  /// How many orders or minutes; more than a journal can have would not add up.
  private mutating func amount() throws(JournalError) -> Int {
    let amount = try next()
    guard amount.magnitude < 1 << 44 else { throw damage }
    return amount
  }

  /// As many numbers as are told by one before them.
  mutating func numbers() throws(JournalError) -> [Int] {
    var numbers: [Int] = []
    for _ in 0..<(try howMany()) { numbers.append(try next()) }
    return numbers
  }

  /// Passes over bytes.
  ///
  /// - Returns: where they begin.
  mutating func skip(_ count: Int) throws(JournalError) -> Int {
    guard count <= bytes.count - position else { throw damage }
    defer { position += count }
    return position
  }

  /// The next number.
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

  private mutating func text() throws(JournalError) -> String {
    let length = try next()
    guard length >= 0, length <= bytes.count - position else { throw damage }
    defer { position += length }
    return String(decoding: bytes[position..<position + length], as: UTF8.self)
  }
}
