import Feeds

/// What became of a line before it reaches the journal.
enum ImportStep: Sendable {
  /// A report that is ready to be appended, with its line as it came.
  case prepared(PreparedReport, line: Int, bytes: [UInt8])
  /// A line that is not taken in.
  case rejected(RejectedLine)
  /// A piece of a line that is not taken in.
  case rejectedPart(RejectedPart)
}

/// Some lines of a feed, on their way from the thread that reads to the one that appends.
struct ImportChunk: Sendable {
  /// How many lines go together at most.
  static let most = 64
  /// How many bytes go together, more or less, so that long lines do not add up.
  static let mostBytes: Int64 = 256 << 10

  var steps: [ImportStep] = []
  /// Bytes of the feed that were read up to here.
  var done: Int64 = 0

  /// Whether it should go on its way.
  func isFull(since begun: Int64) -> Bool {
    steps.count >= ImportChunk.most || done - begun >= ImportChunk.mostBytes
  }
}

/// What the thread that reads hands over.
enum ImportHandover: Sendable {
  /// The feed is open; bytes of the whole, where that is known.
  case opened(total: Int64?)
  /// Some lines.
  case chunk(ImportChunk)
  /// The feed has ended.
  case end
  /// It can't be read any further.
  case failed(any Error)
}
