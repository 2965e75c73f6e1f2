import Desk
import Feeds
import Foundation
import Journal
import Model
import Operations
import Synchronization

/// Takes in what a followed file brings: at once on the wall clock, or when its time has come on the feed's.
final class FeedIntake: Sendable {
  private struct State {
    var decoder: ReportDecoder
    var rejects: RejectFile?
    var savedAt = Instant(milliseconds: 0)
    var unsaved: FeedBookmark?
  }

  /// A report with the line it came in, which is kept where the rules refuse it.
  private struct Entry {
    let incoming: IncomingReport
    let line: Int
    let bytes: [UInt8]
  }

  /// The most reports in one transaction; officers' commits must not wait for long.
  static let batch = 100

  private let path: String
  private let rejectPath: String
  private let bookmarks: BookmarkFile
  private let keeper: StoreKeeper
  private let clock: SharedClock
  private let mailbox: Mailbox
  private let state: Mutex<State>

  /// Prepares to follow a file into a journal; `journal` is the journal's path, `kind` what it is for.
  init(
    path: String, journal: String, kind: JournalKind, city: CityTables, keeper: StoreKeeper, clock: SharedClock,
    mailbox: Mailbox
  ) {
    self.path = path
    bookmarks = BookmarkFile(journal: journal, feed: path)
    rejectPath = path + ".rejects.jsonl"
    self.keeper = keeper
    self.clock = clock
    self.mailbox = mailbox
    state = Mutex(State(decoder: ReportDecoder(city: city, isExercise: kind == .drill), rejects: nil))
  }

  /// Begins to follow the file.
  func follow() throws(FeedFileError) -> FeedFollower {
    try FeedFollower(path: path, from: bookmarks.load()) { self.take($0) }
  }

  /// Keeps how far the file was taken in; called once nothing follows it any more.
  func finish() {
    state.withLock { state in
      if let bookmark = state.unsaved { bookmarks.save(bookmark) }
      state.unsaved = nil
    }
  }

  private func take(_ news: FollowedNews) {
    switch news {
    case .pieces(let pieces, let bookmark):
      state.withLock { state in
        take(pieces, &state)
        // What was left undone because the desk closes is read again.
        if !clock.isStopped { keep(bookmark, &state) }
      }
    case .truncated: mailbox.post([.feedNotice("来件文件被清空，从头再读", isProblem: false)])
    case .rotated: mailbox.post([.feedNotice("来件文件已换新，从新文件接着读", isProblem: false)])
    case .unavailable(let error): mailbox.post([.feedNotice(error.reason, isProblem: true)])
    }
  }

  /// Writes the bookmark down once a second at most.
  private func keep(_ bookmark: FeedBookmark, _ state: inout State) {
    state.unsaved = bookmark
    let now = WallClock.now()
    guard now.since(state.savedAt) >= 1_000 else { return }
    bookmarks.save(bookmark)
    state.savedAt = now
    state.unsaved = nil
  }

  private func take(_ pieces: [FeedPiece], _ state: inout State) {
    var due: [Entry] = []
    for piece in pieces {
      if clock.isStopped { return }
      switch state.decoder.intake(piece) {
      case .report(let incoming, let line):
        let ready = incoming.report.readyAt
        if due.count >= FeedIntake.batch || !isDue(ready) {
          takeIn(due, &state)
          due = []
        }
        guard clock.wait(until: ready) else { return }
        due.append(Entry(incoming: incoming, line: line, bytes: piece.bytes))
      case .rejected(let line):
        keepRejected(line, &state)
      case .rejectedPart(let part):
        reject(&state) { file throws(FeedFileError) in try file.write(part) }
        if part.isFirst {
          mailbox.post([.feedNotice("来件第 \(part.line) 行没有收下：\(part.reason)", isProblem: true)])
        }
      }
    }
    takeIn(due, &state)
  }

  private func isDue(_ instant: Instant) -> Bool {
    clock.current.map { $0.now(wall: WallClock.now()) >= instant } ?? true
  }

  /// Takes reports in; while the journal does not answer it is tried again, so that none is lost.
  private func takeIn(_ entries: [Entry], _ state: inout State) {
    guard !entries.isEmpty else { return }
    while !clock.isStopped {
      do throws(OperationError) {
        let operations = try available()
        let now = try operations.now()
        let responses = try operations.responses()
        var prepared: [PreparedReport] = []
        for entry in entries {
          prepared.append(try operations.prepare(entry.incoming, account: "feed", at: now, under: responses))
        }
        let outcomes = try operations.takeIn(prepared, account: "feed", at: now)
        for (entry, outcome) in zip(entries, outcomes) { keepRefused(outcome, entry, &state) }
        return
      } catch {
        if case .refused = error {
          takeInOneByOne(entries, &state)
          return
        }
        clock.pause(milliseconds: 500)
      }
    }
  }

  private func available() throws(OperationError) -> Operations {
    do {
      return try keeper.operations()
    } catch {
      throw .journal(error)
    }
  }

  /// Where the rules refuse one of several, the others are still taken in.
  private func takeInOneByOne(_ entries: [Entry], _ state: inout State) {
    for entry in entries {
      while !clock.isStopped {
        do throws(OperationError) {
          keepRefused(try available().takeIn(entry.incoming, account: "feed"), entry, &state)
          break
        } catch {
          clock.pause(milliseconds: 500)
        }
      }
    }
  }

  /// Keeps a report that the rules refuse, with its reason, as any other line that is not taken in.
  private func keepRefused(_ outcome: IntakeOutcome, _ entry: Entry, _ state: inout State) {
    guard case .refused(let refusal) = outcome else { return }
    keepRejected(RejectedLine(refused: refusal, line: entry.line, bytes: entry.bytes), &state)
  }

  private func keepRejected(_ line: RejectedLine, _ state: inout State) {
    reject(&state) { file throws(FeedFileError) in try file.write(line) }
    mailbox.post([.feedNotice("来件第 \(line.line) 行没有收下：\(line.reason)", isProblem: true)])
  }

  private func reject(_ state: inout State, _ write: (RejectFile) throws(FeedFileError) -> Void) {
    do throws(FeedFileError) {
      let file: RejectFile
      if let known = state.rejects { file = known } else { file = try RejectFile(path: rejectPath) }
      state.rejects = file
      try write(file)
      try file.flush()
    } catch {
      mailbox.post([.feedNotice(error.reason, isProblem: true)])
    }
  }
}
