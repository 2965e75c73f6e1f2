/// Reads comma-separated text (RFC 4180) as it arrives: bytes are pushed in, records are taken out.
///
/// Lines may end in LF, CRLF or CR, the last one need not end, and a byte order mark at the beginning is passed over.
/// A quote that is never closed costs its own line and no other: reading goes on at the line after it, and up to
/// where the search for the end had come, quoted fields must then end on their own line. Memory is bounded by the
/// record limit and the size of a chunk.
public struct RecordReader: Sendable {
  /// What comes out.
  public enum Reading: Sendable {
    /// A record; a blank line is one as well.
    case record(Record)
    /// Bytes that are no record.
    case problem(RecordProblem)
  }

  /// The limit of a record unless another is given: 1 MiB.
  public static let defaultLimit = 1 << 20

  private let limit: Int
  private var pending: [UInt8] = []
  private var start = 0
  private var line = 1
  private var strictUntil = 0
  private var isFinished = false
  private var isSkipping = false
  private var awaitsMark = true
  private var scanner = RecordScanner()
  private var record = Record(line: 1, raw: [], irregularities: [], spans: [])

  /// Makes a reader.
  /// - Parameter limit: the most bytes a record may have, its line end included; at least 4, at most 1 GiB.
  public init(limit: Int = RecordReader.defaultLimit) {
    self.limit = min(max(limit, 4), 1 << 30)
  }

  /// Adds bytes; call `next` until it has nothing more before adding others.
  public mutating func push(_ bytes: some Sequence<UInt8>) {
    if start > 0 {
      pending.removeSubrange(..<start)
      scanner.shift(by: start)
      strictUntil -= start
      start = 0
    }
    pending.append(contentsOf: bytes)
  }

  /// Says that no more bytes will come; `next` then gives what is left.
  public mutating func finish() {
    isFinished = true
  }

  /// The next record or problem, or nothing until more bytes are pushed.
  public mutating func next() -> Reading? {
    guard passMark() else { return nil }
    if isSkipping { return continuation() }
    guard start < pending.count else { return nil }
    let longest = start + limit
    switch scanner.scan(pending, to: min(pending.count, longest), strictUntil: strictUntil) {
    case .record(let end): return takeRecord(to: end)
    case .brokenQuote: return giveUpQuote()
    case .end: break
    }
    if pending.count > longest {
      if scanner.isInQuotes { return giveUpQuote() }
      if scanner.isAtLineEnd, let end = endOfLine(at: longest - 1) { return takeRecord(to: end) }
      return takeProblem(.recordTooLong, at: Position(line: line, column: 1), to: longest)
    }
    guard isFinished else { return nil }
    if scanner.isInQuotes { return giveUpQuote() }
    scanner.endOfText()
    return takeRecord(to: pending.count)
  }

  /// Passes a byte order mark; answers false while it may still be coming.
  private mutating func passMark() -> Bool {
    guard awaitsMark else { return true }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if pending.count < mark.count, !isFinished, mark.starts(with: pending) { return false }
    awaitsMark = false
    if pending.starts(with: mark) { start = mark.count }
    scanner.begin(at: start)
    return true
  }

  private mutating func takeRecord(to end: Int) -> Reading {
    record.line = line
    record.raw.removeAll(keepingCapacity: true)
    record.raw.append(contentsOf: pending[start..<end])
    record.spans.removeAll(keepingCapacity: true)
    record.spans.append(contentsOf: scanner.spans)
    record.irregularities = scanner.irregularities
    line += scanner.newlines + 1
    begin(at: end)
    return .record(record)
  }

  private mutating func begin(at index: Int) {
    start = index
    scanner.begin(at: index)
  }

  /// Gives the lines up to and with that of the open quote as a problem and goes back to the line after it.
  private mutating func giveUpQuote() -> Reading? {
    let seen = scanner.cursor
    let position = Position(line: line, column: 1).advanced(over: pending[start..<scanner.openQuote])
    guard let lineEnd = pending[scanner.openQuote..<min(seen + 1, pending.count)].firstIndex(where: isLineEnd) else {
      return takeProblem(.quoteNotClosed, at: position, to: seen)
    }
    guard let end = endOfLine(at: lineEnd) else { return nil }
    strictUntil = max(strictUntil, seen)
    return takeProblem(.quoteNotClosed, at: position, to: end)
  }

  private mutating func continuation() -> Reading? {
    guard start < pending.count else { return nil }
    let position = Position(line: line, column: 1)
    let lineEnd = pending[start...].firstIndex(where: isLineEnd)
    let end = lineEnd.map { endOfLine(at: $0) ?? $0 } ?? pending.count
    guard end > start else { return nil }
    return takeProblem(.recordTooLong, at: position, to: end, isContinuation: true)
  }

  private mutating func takeProblem(
    _ code: RecordProblem.Code, at position: Position, to end: Int, isContinuation: Bool = false
  ) -> Reading {
    let raw = Array(pending[start..<end])
    let endsLine = raw.last.map(isLineEnd) ?? false
    line = Position(line: line, column: 1).advanced(over: raw[...]).line
    isSkipping = !endsLine
    begin(at: end)
    return .problem(RecordProblem(code: code, position: position, raw: raw, isContinuation: isContinuation))
  }

  /// The index behind a line end, or nothing while it is not known whether a line feed follows.
  private func endOfLine(at index: Int) -> Int? {
    guard pending[index] == Byte.carriageReturn else { return index + 1 }
    guard index + 1 < pending.count else { return isFinished ? index + 1 : nil }
    return pending[index + 1] == Byte.newline ? index + 2 : index + 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.newline || byte == Byte.carriageReturn
  }
}
