public import Feeds
import Foundation
import Glibc
public import Model
import Synchronization

/// Reports that were appended, on their way back to the thread that made them: it has the time to free them, and their
/// memory is its own.
final class SpentReports: Sendable {
  private let reports = Mutex<[PreparedReport]>([])

  /// Hands reports back.
  func put(_ more: ArraySlice<PreparedReport>) {
    reports.withLock { $0 += more }
  }

  /// Frees what was handed back.
  func free() {
    let last = reports.withLock { reports in
      defer { reports = [] }
      return reports
    }
    _ = consume last
  }
}

/// Reads, decodes and prepares a feed on a thread of its own, beside the one that appends.
struct ImportSource: Sendable {
  /// How many chunks may wait for the journal.
  static let ahead = 8
  /// How far the reading thread stands back.
  private static let niceness: Int32 = 15

  let operations: Operations
  let account: String
  let feed: ImportFeed
  let queue = BoundedQueue<ImportHandover>(capacity: ImportSource.ahead)
  let spent = SpentReports()

  /// Starts the thread; it ends when the feed does, or when the queue is cancelled.
  func start() {
    let thread = Thread {
      // The thread that appends holds the journal's lock: it is not to wait for a processor because of this one.
      setpriority(Int32(PRIO_PROCESS.rawValue), 0, ImportSource.niceness)
      read()
    }
    thread.name = "import"
    thread.start()
  }

  private func read() {
    do {
      var reader = try feed.open(city: operations.city, isExercise: operations.holdsExercise)
      guard queue.put(.opened(total: reader.input.total)) else { return }
      while true {
        spent.free()
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
    // One look at the clock and the responses for a whole chunk: both are queries.
    let now = try operations.now()
    let responses = try operations.responses()
    while !chunk.isFull(since: begun), let intake = try reader.next() {
      chunk.steps.append(try step(intake, bytes: reader.bytes, at: now, under: responses))
      chunk.done = reader.input.done
    }
    return chunk
  }

  private func step(
    _ intake: Intake, bytes: [UInt8], at now: Instant, under responses: Responses
  ) throws -> ImportStep {
    switch intake {
    case .rejected(let line): return .rejected(line)
    case .rejectedPart(let part): return .rejectedPart(part)
    case .report(let incoming, let line):
      do throws(OperationError) {
        let report = try operations.prepare(incoming, account: account, at: now, under: responses)
        return .prepared(report, line: line, bytes: bytes)
      } catch {
        guard case .refused(let refusal, _) = error else { throw error }
        return .rejected(RejectedLine(refused: refusal, line: line, bytes: bytes))
      }
    }
  }
}

extension RejectedLine {
  /// A report that the rules do not take in.
  public init(refused refusal: Refusal, line: Int, bytes: [UInt8]) {
    self.init(refused: refusal.subject, line: line, bytes: bytes)
  }
}
