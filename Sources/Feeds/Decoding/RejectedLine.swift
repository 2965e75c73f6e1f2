/// A line that could not be taken in: why, where, and the bytes as they came.
public struct RejectedLine: Error, Sendable, Equatable {
  /// The reasons.
  public enum Code: String, Sendable, CaseIterable {
    /// Nothing but white space.
    case emptyLine
    /// Longer than the limit of a line.
    case lineTooLong
    /// A byte order mark anywhere but at the very start of the input.
    case byteOrderMark
    /// Bytes that are not UTF-8, or not the encoding that the column map names.
    case encoding
    /// A control byte that stands unescaped in a string.
    case controlByte
    /// Half of a surrogate pair, written as an escape.
    case loneSurrogate
    /// Not JSON.
    case malformed
    /// JSON, but not an object.
    case notAnObject
    /// Nested deeper than the limit.
    case tooDeep
    /// A key that occurs twice in one object.
    case duplicateKey
    /// A required key, or its value, is missing.
    case missing
    /// A value of another type than its key's.
    case wrongType
    /// A format other than the one that is read here.
    case format
    /// A source that is not among the sources.
    case unknownSource
    /// An urgency that is not among the urgencies.
    case unknownUrgency
    /// A place that is not in the city's table.
    case unknownPlace
    /// A sub-category that is not in the city's catalogue.
    case unknownCategory
    /// A unit that is not in the city's table.
    case unknownUnit
    /// A word that is not among those its key allows.
    case unknownWord
    /// A number outside what its key allows.
    case outOfRange
    /// An identifier that is empty or too long.
    case identifier
    /// Not a time as its key requires it, or no day of the calendar.
    case badTime
    /// A time whose year lies outside what is taken in.
    case yearOutOfRange
    /// A text that is too long.
    case textTooLong
    /// Latitude or longitude outside the globe.
    case coordinate
    /// Not a SHA-256 in hexadecimal.
    case digest
    /// A report of an exercise, where no exercise is held.
    case exercise
    /// A report that is not of an exercise, where one is held.
    case notExercise
    /// A report that the rules do not take in.
    case refused
    /// A CSV record with more or fewer fields than the header.
    case fieldCount
    /// A CSV quotation that never ends.
    case unterminatedQuote
  }

  /// The reason.
  public let code: Code
  /// The line's number, from 1.
  public let line: Int
  /// The byte column, from 1, where known.
  public let column: Int?
  /// The key concerned, dotted (`origin.closed`); empty when it is the line as a whole.
  public let key: String
  /// What is wrong and what to do, in Chinese, without any text of the line that could do harm.
  public let reason: String
  /// The line as it came, without its line feed; empty for a line that was too long to be held.
  public let bytes: [UInt8]

  /// Makes a rejected line from its parts; `reason` is made from `code`, `key` and `subject`.
  init(_ flaw: Flaw, line: Int, bytes: [UInt8]) {
    code = flaw.code
    self.line = line
    column = flaw.column
    key = flaw.key
    reason = RejectionReason.text(code: flaw.code, key: flaw.key, subject: flaw.subject)
    self.bytes = bytes
  }

  /// Makes one of a report that the rules do not take in.
  ///
  /// - Parameters:
  ///   - subject: what the refusal is about.
  ///   - line: the line's number, from 1.
  ///   - bytes: the line as it came, without its line feed.
  public init(refused subject: String, line: Int, bytes: [UInt8]) {
    self.init(Flaw(.refused, subject: subject), line: line, bytes: bytes)
  }
}
