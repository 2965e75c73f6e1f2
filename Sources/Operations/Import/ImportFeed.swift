public import Feeds
import Model

/// What is imported: a file, `-` for the standard input, and how it is read.
public enum ImportFeed: Sendable {
  /// JSON Lines.
  case lines(path: String)
  /// CSV under a column map.
  case records(path: String, map: ColumnMap)

  /// The file as it was named.
  public var path: String {
    switch self {
    case .lines(let path), .records(let path, _): path
    }
  }

  /// Opens the file.
  ///
  /// - Throws: `FeedFileError`, or `ColumnMapError` when the file does not have the map's columns.
  func open(city: CityTables, isExercise: Bool) throws -> any ImportReader {
    let input = try FeedInput(path: path)
    switch self {
    case .lines: return LineFeed(input, city: city, isExercise: isExercise)
    case .records(_, let map):
      return RecordFeed(
        intake: try RecordIntake(input, map: map, city: city, isExercise: isExercise))
    }
  }
}

/// Reads a feed from front to back.
protocol ImportReader {
  /// What is read.
  var input: FeedInput { get }
  /// The line of the last report, as it came.
  var bytes: [UInt8] { get }
  /// What becomes of the next line; nothing at the end.
  mutating func next() throws(FeedFileError) -> Intake?
}

/// Reads JSON Lines.
private struct LineFeed: ImportReader {
  private var reader: LineReader
  private var decoder: ReportDecoder
  private(set) var bytes: [UInt8] = []

  init(_ input: FeedInput, city: CityTables, isExercise: Bool) {
    reader = LineReader(input)
    decoder = ReportDecoder(city: city, isExercise: isExercise)
  }

  var input: FeedInput { reader.input }

  mutating func next() throws(FeedFileError) -> Intake? {
    guard let piece = try reader.nextPiece() else { return nil }
    if case .line(let line) = piece { bytes = line.bytes }
    return decoder.intake(piece)
  }
}

/// Reads CSV.
private struct RecordFeed: ImportReader {
  private var intake: RecordIntake

  init(intake: RecordIntake) {
    self.intake = intake
  }

  var input: FeedInput { intake.input }
  var bytes: [UInt8] { intake.bytes }

  mutating func next() throws(FeedFileError) -> Intake? { try intake.next() }
}
