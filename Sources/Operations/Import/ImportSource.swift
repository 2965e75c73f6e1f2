import Feeds
import Foundation
import Model

/// Reads, decodes and prepares a feed on a thread of its own, beside the one that appends.
struct ImportSource: Sendable {
  /// How many chunks may wait for the journal.
  static let ahead = 8

  let operations: Operations
  let account: String
  let feed: ImportFeed
  let allowsExercise: Bool
  let queue = BoundedQueue<ImportHandover>(capacity: ImportSource.ahead)

  /// Starts the thread; it ends when the feed does, or when the queue is cancelled.
  func start() {
    let thread = Thread { read() }
    thread.name = "import"
    thread.start()
  }

  private func read() {
    do {
      var reader = try feed.open(city: operations.city, allowsExercise: allowsExercise)
      guard queue.put(.opened(total: reader.input.total)) else { return }
      while true {
        let chunk = try next(&reader)
        if chunk.steps.isEmpty { break }
        guard queue.put(.chunk(chunk)) else { return }
      }
      _ = queue.put(.end)
    } catch {
      _ = queue.put(.failed(error))
    }
  }

  /// The next lines; none at the end.
  private func next(_ reader: inout any ImportReader) throws -> ImportChunk {
    var chunk = ImportChunk(done: reader.input.done)
    let begun = reader.input.done
    // One look at the clock for a whole chunk: the journal's clock is a query.
    let now = try operations.now()
    while !chunk.isFull(since: begun), let intake = try reader.next() {
      chunk.steps.append(try step(intake, bytes: reader.bytes, at: now))
      chunk.done = reader.input.done
    }
    return chunk
  }

  private func step(_ intake: Intake, bytes: [UInt8], at now: Instant) throws -> ImportStep {
    switch intake {
    case .rejected(let line): return .rejected(line)
    case .rejectedPart(let part): return .rejectedPart(part)
    case .report(let incoming, let line):
      do throws(OperationError) {
        return .prepared(try operations.prepare(incoming, account: account, at: now), line: line, bytes: bytes)
      } catch {
        guard case .refused(let refusal, _) = error else { throw error }
        return .rejected(RejectedLine(refused: refusal, line: line, bytes: bytes))
      }
    }
  }
}

extension RejectedLine {
  /// A report that the rules do not take in.
  init(refused refusal: Refusal, line: Int, bytes: [UInt8]) {
    self.init(refused: refusal.subject, line: line, bytes: bytes)
  }
}
