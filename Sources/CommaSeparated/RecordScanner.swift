/// Finds where the record that is being read ends and where its fields lie, and can stop after any byte.
struct RecordScanner: Sendable {
  /// What the scanner came to.
  enum Stop: Equatable {
    /// The bytes ran out within the record.
    case end
    /// The record ends before this index, its line end included.
    case record(Int)
    /// A line ended inside quotes where quotes may not go over lines.
    case brokenQuote
  }

  private enum State {
    case fieldStart, plain, quoted, quoteInQuotes, lineEnd
  }

  /// Fields found so far.
  private(set) var spans: [Record.Span] = []
  /// What was irregular so far.
  private(set) var irregularities: [Record.Irregularity] = []
  /// Line ends found inside the record so far.
  private(set) var newlines = 0
  /// The next byte to look at.
  private(set) var cursor = 0
  private var origin = 0
  private var state = State.fieldStart
  private var span = Record.Span(start: 0, end: 0, quoted: false, escaped: false)

  /// Whether the record has an open quote.
  var isInQuotes: Bool { state == .quoted }
  /// Whether the record has ended but for a line feed that may follow its carriage return.
  var isAtLineEnd: Bool { state == .lineEnd }
  /// The index of the quote that is open.
  var openQuote: Int { origin + Int(span.start) - 1 }

  /// Begins a record at an index.
  mutating func begin(at index: Int) {
    spans.removeAll(keepingCapacity: true)
    irregularities.removeAll(keepingCapacity: true)
    newlines = 0
    cursor = index
    origin = index
    state = .fieldStart
  }

  /// Follows the bytes when those before the record are dropped.
  mutating func shift(by count: Int) {
    cursor -= count
    origin -= count
  }

  /// Looks at bytes up to an index.
  /// - Parameters:
  ///   - bytes: the record's bytes from the index given to `begin` on.
  ///   - limit: the index to stop at.
  ///   - strictUntil: up to this index a line end inside quotes is an error.
  mutating func scan(_ bytes: [UInt8], to limit: Int, strictUntil: Int) -> Stop {
    bytes.withUnsafeBufferPointer { scan($0, to: limit, strictUntil: strictUntil) }
  }

  /// Ends the record where the text ends.
  mutating func endOfText() {
    switch state {
    case .fieldStart, .plain: endField(at: cursor, content: cursor)
    case .quoteInQuotes: endField(at: cursor, content: cursor - 1)
    case .quoted, .lineEnd: break
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, to limit: Int, strictUntil: Int) -> Stop {
    while cursor < limit {
      switch state {
      case .fieldStart:
        let quoted = bytes[cursor] == Byte.quote
        if quoted { cursor += 1 }
        span = Record.Span(start: offset(cursor), end: 0, quoted: quoted, escaped: false)
        state = quoted ? .quoted : .plain
      case .plain:
        plain(bytes, to: limit)
      case .quoted:
        quoted(bytes, to: limit)
        if state == .quoted, cursor < limit {
          if cursor < strictUntil { return .brokenQuote }
          passNewline(bytes)
        }
      case .quoteInQuotes:
        afterQuote(bytes[cursor])
      case .lineEnd:
        if bytes[cursor] == Byte.newline, bytes[cursor - 1] == Byte.carriageReturn { cursor += 1 }
        return .record(cursor)
      }
    }
    // A line feed ends the record for good; after a carriage return one may follow.
    return state == .lineEnd && bytes[cursor - 1] == Byte.newline ? .record(cursor) : .end
  }

  private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>, to limit: Int) {
    var index = cursor
    while index < limit {
      let byte = bytes[index]
      if byte == Byte.comma || byte == Byte.newline || byte == Byte.carriageReturn {
        endField(at: index, content: index)
        state = byte == Byte.comma ? .fieldStart : .lineEnd
        cursor = index + 1
        return
      }
      if byte == Byte.quote, !span.quoted { note(.bareQuote, at: index) }
      index += 1
    }
    cursor = index
  }

  /// Goes on inside quotes to the next quote, which is passed, or to a line end, which is not.
  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>, to limit: Int) {
    var index = cursor
    while index < limit {
      let byte = bytes[index]
      if byte == Byte.quote {
        state = .quoteInQuotes
        index += 1
        break
      }
      if byte == Byte.newline || byte == Byte.carriageReturn { break }
      index += 1
    }
    cursor = index
  }

  private mutating func passNewline(_ bytes: UnsafeBufferPointer<UInt8>) {
    let secondHalf = bytes[cursor] == Byte.newline && bytes[cursor - 1] == Byte.carriageReturn
    if !secondHalf { newlines += 1 }
    cursor += 1
  }

  private mutating func afterQuote(_ byte: UInt8) {
    switch byte {
    case Byte.quote:
      span.escaped = true
      state = .quoted
    case Byte.comma, Byte.newline, Byte.carriageReturn:
      endField(at: cursor, content: cursor - 1)
      state = byte == Byte.comma ? .fieldStart : .lineEnd
    default:
      note(.textAfterQuote, at: cursor)
      span.escaped = true
      state = .plain
    }
    cursor += 1
  }

  private mutating func endField(at index: Int, content: Int) {
    if state == .fieldStart { span = Record.Span(start: offset(index), end: 0, quoted: false, escaped: false) }
    span.end = offset(content)
    spans.append(span)
  }

  /// Notes the first irregularity of a kind in a field.
  private mutating func note(_ code: Record.Irregularity.Code, at index: Int) {
    if let last = irregularities.last, last.field == spans.count, last.code == code { return }
    irregularities.append(.init(code: code, field: spans.count, offset: index - origin))
  }

  private func offset(_ index: Int) -> Int32 {
    Int32(truncatingIfNeeded: index - origin)
  }
}
