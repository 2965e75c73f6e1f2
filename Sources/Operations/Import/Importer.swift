public import Feeds
import Journal
import Model

/// Takes a whole feed in: one thread reads, decodes and decides, the calling one appends, and memory does not grow with
/// the feed.
public struct Importer: Sendable {
  private let operations: Operations
  private let account: String

  /// Makes an importer.
  ///
  /// - Parameters:
  ///   - operations: the way in to the journal.
  ///   - account: the feed or account that reports come through.
  public init(operations: Operations, account: String) {
    self.operations = operations
    self.account = account
  }

  /// Takes a feed in; it blocks until all is done.
  ///
  /// A line that is not taken in never stops the rest. Rejected lines are with the system before what was taken in
  /// beside them is appended.
  ///
  /// - Parameters:
  ///   - feed: what is read.
  ///   - rejects: the file for lines that are not taken in; it is made when there is one.
  ///   - progress: hears how far it is, after every batch.
  /// - Returns: what it came to.
  /// - Throws: `FeedFileError`, `ColumnMapError`, or `OperationError` when the journal does not answer. What was
  ///   appended until then stays.
  public func run(
    _ feed: ImportFeed, rejects: String,
    progress: (ImportProgress, ImportSummary) -> Void = { _, _ in }
  ) throws -> ImportSummary {
    let source = ImportSource(
      operations: operations, account: account, feed: feed)
    var sink = ImportSink(
      operations: operations, account: account, rejectPath: rejects, spent: source.spent,
      progress: ImportProgress(began: operations.clock.wall(), totalBytes: nil))
    source.start()
    defer { source.queue.cancel() }
    while true {
      switch source.queue.take() {
      case .opened(let total):
        sink.progress = ImportProgress(began: operations.clock.wall(), totalBytes: total)
      case .chunk(let chunk):
        try sink.take(chunk)
        progress(sink.progress, sink.summary)
      case .failed(let error):
        try sink.finish()
        throw error
      case .end:
        try sink.finish()
        progress(sink.progress, sink.summary)
        return sink.summary
      }
    }
  }
}

/// Appends what was prepared, in batches, and keeps what was rejected.
private struct ImportSink {
  let operations: Operations
  let account: String
  let rejectPath: String
  let spent: SpentReports
  var progress: ImportProgress
  private(set) var summary = ImportSummary()
  private var batch: [PreparedReport] = []
  /// How many reports are offered to the journal at once: some more than it last took while its lock was held.
  private var enough = 64
  /// How many are offered at the most.
  private static let most = 512
  /// Where each report of the batch stood in the feed, and how.
  private var lines: [(number: Int, bytes: [UInt8])] = []
  private var rejects: RejectFile?

  init(
    operations: Operations, account: String, rejectPath: String, spent: SpentReports, progress: ImportProgress
  ) {
    self.operations = operations
    self.account = account
    self.rejectPath = rejectPath
    self.spent = spent
    self.progress = progress
  }

  mutating func take(_ chunk: ImportChunk) throws {
    for step in chunk.steps {
      switch step {
      case .prepared(let report, let line, let bytes):
        batch.append(report)
        lines.append((line, bytes))
        if batch.count >= enough { try append() }
      case .rejected(let line): try reject(line)
      case .rejectedPart(let part):
        try rejectFile().write(part)
        if part.isLast { summary.rejected += 1 }
      }
    }
    progress.advance(lines: summary.total, bytes: chunk.done, at: operations.clock.wall())
  }

  mutating func finish() throws {
    while !batch.isEmpty { try append() }
    try rejects?.flush()
    try rejects?.sync()
    progress.advance(lines: summary.total, bytes: progress.doneBytes, at: operations.clock.wall())
  }

  /// Appends as many of the batch as the journal takes at once.
  private mutating func append() throws {
    try rejects?.flush()
    let outcomes = try operations.takeIn(firstOf: batch, account: account, at: try operations.now())
    for (line, outcome) in zip(lines, outcomes) {
      switch outcome {
      case .accepted: summary.accepted += 1
      case .repeated: summary.repeated += 1
      case .amended: summary.amended += 1
      case .refused(let refusal):
        try reject(RejectedLine(refused: refusal, line: line.number, bytes: line.bytes))
      }
    }
    spent.put(batch.prefix(outcomes.count))
    batch.removeFirst(outcomes.count)
    lines.removeFirst(outcomes.count)
    enough = min(ImportSink.most, outcomes.count + outcomes.count / 4 + 1)
  }

  private mutating func reject(_ line: RejectedLine) throws {
    try rejectFile().write(line)
    summary.rejected += 1
  }

  private mutating func rejectFile() throws(FeedFileError) -> RejectFile {
    if let rejects { return rejects }
    let file = try RejectFile(path: rejectPath)
    rejects = file
    return file
  }
}
