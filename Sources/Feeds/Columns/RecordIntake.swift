import CommaSeparated
public import Model

/// Reads the reports of a CSV file under a column map; memory doesn't grow with the file.
public struct RecordIntake {
  /// What is read.
  public let input: FeedInput
  private let decoder: RecordDecoder
  private var reader: RecordReader
  private var ahead: RecordReader.Reading?
  private var openPart: RejectedPart?
  private var raw: [UInt8] = []
  /// The header as it came, without its line feed: what must stand before rejected records that are repaired.
  public let heading: [UInt8]

  /// The last record that was read, as it came, without its line feed.
  public var bytes: [UInt8] { RecordIntake.line(raw) }

  /// Makes a reader of an input that nobody has read from, and reads the header.
  ///
  /// - Parameters:
  ///   - input: the CSV file.
  ///   - map: which column is what.
  ///   - city: the places, categories and units that a report may name.
  ///   - isExercise: whether an exercise is held, whose reports are taken in then and no others; otherwise none of them is.
  /// - Throws: `ColumnMapError` when a column of the map is missing, `FeedFileError` when the file can't be read.
  public init(_ input: FeedInput, map: ColumnMap, city: CityTables, isExercise: Bool = false) throws {
    var reader = RecordReader()
    guard case .record(let first)? = try RecordIntake.next(from: &reader, input), !first.isBlank,
      let header = Header(first, encoding: map.encoding)
    else { throw ColumnMapError(.missingHeader, path: input.path, line: 1) }
    for column in map.fields.values.flatMap(\.columns) where header[column.name] == nil {
      throw ColumnMapError(
        .missingColumn, path: map.path, line: column.line, column: column.column, subject: column.name)
    }
    self.input = input
    self.reader = reader
    heading = RecordIntake.line(first.raw)
    decoder = RecordDecoder(map: map, header: header, city: city, isExercise: isExercise)
  }

  /// What becomes of the next record; nothing at the end.
  public mutating func next() throws(FeedFileError) -> Intake? {
    let reading: RecordReader.Reading?
    if let ahead {
      reading = ahead
      self.ahead = nil
    } else {
      reading = try RecordIntake.next(from: &reader, input)
    }
    if let part = openPart, !(reading?.isContinuation ?? false) {
      // The input ended in the middle of a record that is given in parts.
      openPart = nil
      ahead = reading
      return .rejectedPart(RejectedPart(code: part.code, line: part.line, bytes: [], isFirst: false, isLast: true))
    }
    switch reading {
    case nil: return nil
    case .record(let record):
      raw = record.raw
      do throws(Flaw) {
        return .report(try decoder.decode(record), line: record.line)
      } catch {
        return .rejected(RejectedLine(error, line: record.line, bytes: RecordIntake.line(record.raw)))
      }
    case .problem(let problem): return .rejectedPart(part(of: problem))
    }
  }

  private mutating func part(of problem: RecordProblem) -> RejectedPart {
    let isLast = problem.raw.last == 0x0A || problem.raw.last == 0x0D
    let code: RejectedLine.Code = problem.code == .quoteNotClosed ? .unterminatedQuote : .lineTooLong
    let part = RejectedPart(
      code: openPart?.code ?? code, line: openPart?.line ?? problem.position.line,
      bytes: RecordIntake.line(problem.raw), isFirst: openPart == nil, isLast: isLast)
    openPart = isLast ? nil : part
    return part
  }

  private static func next(
    from reader: inout RecordReader, _ input: FeedInput
  ) throws(FeedFileError) -> RecordReader.Reading? {
    while true {
      if let reading = reader.next() { return reading }
      guard let chunk = try input.next() else {
        reader.finish()
        return reader.next()
      }
      reader.push(chunk)
    }
  }

  /// A record without its line feed, which the reject file doesn't keep.
  private static func line(_ raw: [UInt8]) -> [UInt8] {
    raw.last == 0x0A ? raw.dropLast() : raw
  }
}

extension RecordReader.Reading {
  fileprivate var isContinuation: Bool {
    if case .problem(let problem) = self { problem.isContinuation } else { false }
  }
}
